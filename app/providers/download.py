"""Fetches a file from an address that a provider gave, without telling that address any secret."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import httpx
from socksio import SOCKSError

from app.domain.detail import Detail
from app.domain.provider import InvalidRequest, ProviderUnavailable, UnexpectedReply
from app.domain.reason import QT_TRANSLATE_NOOP, Reason
from app.providers.http import USER_AGENT, tls_context
from app.providers.network import WAY_OUT, is_loopback
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


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is fetched.

    Where `here` holds, also by http from this computer itself. `limit` is its size in bytes, `deadline_s` for
    all of it.
    """

    here: bool = False
    limit: int = LIMIT
    deadline_s: float = DEADLINE_S


async def download(url: str, *, here: bool = False) -> Download:
    """Fetch what `url` leads to, by https alone; where `here` holds, also by http from this computer itself.

    Raises as `fetch` does.
    """
    return await fetch(url, Manner(here, LIMIT))


async def fetch(url: str, manner: Manner) -> Download:
    """Fetch what `url` leads to, by https alone unless `manner` says otherwise.

    The address may hold a key: it is in no error. Raises InvalidRequest where it is refused,
    ProviderUnavailable where nothing answers, UnexpectedReply for no file or one over the limit,
    InvalidAccount as `tls_context` does.
    """
    opened: list[Any] = []

    async def trace(event: str, info: Mapping[str, Any]) -> None:
        if event.endswith(".connect_tcp.complete"):
            opened.append(info["return_value"])

    try:
        async with asyncio.timeout(manner.deadline_s):
            return await _redirected(url, manner, {"trace": trace})
    except _NO_ANSWERS as error:
        raise ProviderUnavailable(reason=Reason.NO_ANSWER) from error
    except (ValueError, httpx.InvalidURL):  # the address is none, and their text may hold it
        raise UnexpectedReply(_NO_ADDRESS) from None
    finally:
        for stream in opened:
            await stream.aclose()  # httpcore forgets one that a SOCKS proxy did not pass on


async def _redirected(url: str, manner: Manner, extensions: dict[str, Any]) -> Download:
    for _ in range(MOST_REDIRECTS + 1):
        if not _is_safe(url, manner.here):
            raise UnexpectedReply(_NO_ADDRESS)
        answer = await _answer(url, manner, extensions)
        if isinstance(answer, Download):
            return answer
        url = urljoin(url, answer)
    raise UnexpectedReply(_NO_ADDRESS)


def _is_safe(url: str, here: bool) -> bool:
    parts = urlsplit(url)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (here and parts.scheme == "http" and is_loopback(url))
    )


async def _answer(url: str, manner: Manner, extensions: dict[str, Any]) -> Download | str:
    """Return the file, or where it is instead."""
    async with (
        httpx.AsyncClient(
            headers={"User-Agent": USER_AGENT},
            timeout=QUIET_S,
            follow_redirects=False,
            **WAY_OUT.for_httpx(url, await tls_context("")),
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
            if len(data) > manner.limit:
                raise UnexpectedReply(Detail(_TOO_LARGE, size=_size_words(manner.limit)))
        kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Download(kind, bytes(data))


def _size_words(size: int) -> str:
    mib, rest = divmod(size, 1024 * 1024)
    return f"{size // 1024} KiB" if rest else f"{mib} MiB"


_NO_ADDRESS = QT_TRANSLATE_NOOP("Detail", "it names no https address")
_TOO_LARGE = QT_TRANSLATE_NOOP("Detail", "it is larger than {size}")
