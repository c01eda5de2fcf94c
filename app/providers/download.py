"""Fetches a file from an address that a provider gave, without telling that address any secret."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import httpx
from socksio import SOCKSError

from app.domain.provider import InvalidRequest, ProviderUnavailable, UnexpectedReply
from app.domain.reason import QT_TRANSLATE_NOOP, Reason
from app.providers.http import USER_AGENT, is_loopback, tls_context
from app.providers.replies import is_refusal, undocumented

if TYPE_CHECKING:
    from collections.abc import Mapping

LIMIT = 100 * 1024 * 1024
"""Bytes. An hour, and no call is longer, of a telephone's raw sound is little more than half of it."""
DEADLINE_S = 300.0
QUIET_S = 30.0
"""How long nothing may come."""
MOST_REDIRECTS = 5

_NO_ANSWERS = (TimeoutError, httpx.HTTPError, SOCKSError, ExceptionGroup, ImportError)
"""The last one: a proxy setting that cannot be used."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file, and what its server says that it is, in lower case."""

    content_type: str
    data: bytes


async def download(url: str, *, here: bool = False) -> Download:
    """Fetch what `url` leads to, by https alone; where `here` holds, also by http from this computer itself.

    The address may hold a key: it is in no error. Raises InvalidRequest where it is refused,
    ProviderUnavailable where nothing answers, UnexpectedReply for no file or one over LIMIT.
    """
    opened: list[Any] = []

    async def trace(event: str, info: Mapping[str, Any]) -> None:
        if event.endswith(".connect_tcp.complete"):
            opened.append(info["return_value"])

    try:
        async with asyncio.timeout(DEADLINE_S):
            return await _redirected(url, here, {"trace": trace})
    except _NO_ANSWERS as error:
        raise ProviderUnavailable(reason=Reason.NO_ANSWER) from error
    except (ValueError, httpx.InvalidURL):  # the address is none, and their text may hold it
        raise UnexpectedReply(_NO_ADDRESS) from None
    finally:
        for stream in opened:
            await stream.aclose()  # httpcore forgets one that a SOCKS proxy did not pass on


async def _redirected(url: str, here: bool, extensions: dict[str, Any]) -> Download:
    for _ in range(MOST_REDIRECTS + 1):
        if not _is_safe(url, here):
            raise UnexpectedReply(_NO_ADDRESS)
        answer = await _answer(url, extensions)
        if isinstance(answer, Download):
            return answer
        url = urljoin(url, answer)
    raise UnexpectedReply(_NO_ADDRESS)


def _is_safe(url: str, here: bool) -> bool:
    parts = urlsplit(url)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (here and parts.scheme == "http" and is_loopback(url))
    )


async def _answer(url: str, extensions: dict[str, Any]) -> Download | str:
    """Return the file, or where it is instead."""
    async with (
        httpx.AsyncClient(
            verify=await tls_context(""),
            headers={"User-Agent": USER_AGENT},
            timeout=QUIET_S,
            follow_redirects=False,
            trust_env=not is_loopback(url),
        ) as client,
        client.stream("GET", url, extensions=extensions) as reply,
    ):
        if reply.status_code in {301, 302, 303, 307, 308}:
            return str(reply.headers.get("location", ""))
        if is_refusal(reply.status_code):
            raise InvalidRequest(undocumented(reply.status_code), reason=Reason.NO_RECORDING)
        if reply.status_code != 200:
            raise UnexpectedReply(undocumented(reply.status_code))
        data = bytearray()
        async for chunk in reply.aiter_bytes():
            data += chunk
            if len(data) > LIMIT:
                raise UnexpectedReply(_TOO_LARGE)
        kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Download(kind, bytes(data))


_NO_ADDRESS = QT_TRANSLATE_NOOP("Detail", "it names no https address")
_TOO_LARGE = QT_TRANSLATE_NOOP("Detail", "it is larger than 100 MiB")
