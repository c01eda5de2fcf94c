"""The WebSocket client that adapters receive live events through. websockets stands behind this module."""

from __future__ import annotations

import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException

from app.domain.provider import ProviderError, ProviderUnavailable
from app.providers.http import USER_AGENT, Reply, tls_context
from app.providers.network import WAY_OUT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    from websockets.asyncio.client import ClientConnection

OPEN_DEADLINE_S = 10.0
PING_INTERVAL_S = 25.0
"""As independent clients of RyzeAPI do; a line that does not answer within as long is given up."""
FRAME_LIMIT = 64 * 1024 * 1024
"""Bytes. The setting may be shared with a program that wants media in its frames; ours are small, but a
larger frame would end the connection, so these are received and passed over."""

_SILENT = logging.getLogger("toque.websockets")
_SILENT.disabled = True  # its DEBUG lines hold frames and headers, and so tokens; a level could be lowered


class _ConnectHere(connect):
    """`connect` that refuses redirects: the token in the header is for this host alone."""

    def process_redirect(self, exc: Exception) -> Exception | str:
        return exc


@asynccontextmanager
async def text_frames(
    url: str, headers: Mapping[str, str], ca_file: str, *, refused: Callable[[Reply], ProviderError]
) -> AsyncIterator[AsyncIterator[str]]:
    """Connect to `url` (http or https) and yield an iterator of text frames, which ends with the connection.

    Raises ProviderUnavailable, or what `refused` returns for the HTTP reply of a refused upgrade.
    """
    context = await tls_context(ca_file) if url.startswith("https") else None
    try:
        connection = await _ConnectHere(
            "ws" + url.removeprefix("http"),
            additional_headers=dict(headers),
            user_agent_header=USER_AGENT,
            ssl=context,
            open_timeout=OPEN_DEADLINE_S,
            ping_interval=PING_INTERVAL_S,
            ping_timeout=PING_INTERVAL_S,
            close_timeout=1,  # nothing is lost by not hearing the server's farewell
            max_size=FRAME_LIMIT,
            logger=_SILENT,
            **WAY_OUT.for_websockets(url, context),
        )
    except InvalidStatus as error:
        reply = Reply(error.response.status_code, error.response.headers, bytes(error.response.body or b""))
        raise refused(reply) from None
    except (OSError, WebSocketException, ValueError, ImportError) as error:  # the last two: proxy settings
        raise ProviderUnavailable from error
    try:
        yield _texts(connection)
    finally:
        await connection.close()


async def _texts(connection: ClientConnection) -> AsyncIterator[str]:
    try:
        async for frame in connection:
            if isinstance(frame, str):
                yield frame
    except ConnectionClosed:
        return
