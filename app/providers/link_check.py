"""Tries a link to a sound the way a provider would fetch it: does it answer, and is it audio?"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import httpx
from socksio import SOCKSError

from app.domain.detail import Detail
from app.domain.provider import InvalidRequest, ProviderUnavailable
from app.domain.reason import QT_TRANSLATE_NOOP
from app.providers.http import USER_AGENT, tls_context, why_unreachable
from app.providers.network import WAY_OUT
from app.services.link_choice import LinkAnswer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.audio import AudioLink

DEADLINE_S = 10.0
MOST_REDIRECTS = 5

_NO_ANSWERS = (
    TimeoutError,
    httpx.HTTPError,
    httpx.InvalidURL,
    SOCKSError,
    ExceptionGroup,
    ValueError,
    ImportError,
)
"""The last two: a host that is no name, and a proxy setting that cannot be used."""
_ALSO_AUDIO = frozenset({"application/ogg", "video/mp4", "video/ogg", "video/webm"})
"""Content types that servers give to files which hold nothing but sound."""
_UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream"})
"""Content types that say nothing: then the ending of the link's path counts."""
_ENDINGS = (".mp3", ".ogg", ".oga", ".opus", ".wav", ".m4a")


async def check_link(link: AudioLink) -> LinkAnswer:
    """Ask for the head of what `link` leads to, following redirects; nothing of it is kept.

    Raises ProviderUnavailable if nothing answers, InvalidRequest if it is refused, InvalidAccount as
    `tls_context` does.
    """
    opened: list[Any] = []

    async def trace(event: str, info: Mapping[str, Any]) -> None:
        if event.endswith(".connect_tcp.complete"):
            opened.append(info["return_value"])

    try:
        async with asyncio.timeout(DEADLINE_S):
            return await _answer(link.url, {"trace": trace})
    except _NO_ANSWERS as error:
        raise ProviderUnavailable(Detail(_NO_ANSWER, why=why_unreachable(error))) from error
    finally:
        for stream in opened:
            await stream.aclose()  # httpcore forgets one that a SOCKS proxy did not pass on


async def _answer(url: str, extensions: dict[str, Any]) -> LinkAnswer:
    async with (
        httpx.AsyncClient(
            headers={"User-Agent": USER_AGENT},
            follow_redirects=True,
            max_redirects=MOST_REDIRECTS,
            **WAY_OUT.for_httpx(url, await tls_context("")),
        ) as client,
        client.stream("GET", url, extensions=extensions) as reply,  # some do not answer HEAD as they do GET
    ):
        if reply.status_code >= 300:
            raise InvalidRequest(Detail(_REFUSED, status=str(reply.status_code)))
        kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
        length = reply.headers.get("content-length", "")
        return LinkAnswer(
            content_type=kind,
            size=int(length) if length.isdecimal() else None,
            is_audio=_is_audio(kind, reply.url.path),
        )


def _is_audio(kind: str, path: str) -> bool:
    if kind in _UNSAID:
        return path.lower().endswith(_ENDINGS)
    return kind.startswith("audio/") or kind in _ALSO_AUDIO


_NO_ANSWER = QT_TRANSLATE_NOOP("Detail", "The link does not answer. {why}")
_REFUSED = QT_TRANSLATE_NOOP(
    "Detail", "The link answers with HTTP {status}: the provider will not get the sound from it either."
)
