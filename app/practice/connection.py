"""TCP connections that can be broken instead of answered."""

from __future__ import annotations

import socket
import struct
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from starlette.responses import Response
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

    from starlette.types import Receive, Scope, Send

_TRANSPORT = "practice.transport"
_NO_LINGERING = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


class Connection(H11Protocol):
    """uvicorn's HTTP/1.1 connection, which lets its requests (and its WebSocket) reach the transport."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        """Keep the transport where a request's scope is made from."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, _TRANSPORT: transport}


def transport_of(scope: Scope) -> asyncio.Transport:
    """Return the connection under a request."""
    transport: asyncio.Transport = scope["state"][_TRANSPORT]
    return transport


def reset(transport: asyncio.Transport) -> None:
    """Break a connection with a TCP reset: the peer learns that it broke, not that it ended."""
    with suppress(OSError):  # it may be gone already
        connection = transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGERING)
    transport.abort()


async def wait_until_lost(receive: Receive) -> None:
    """Return when uvicorn has noticed the end of an HTTP connection: until then it misses a reply."""
    while (await receive())["type"] != "http.disconnect":
        pass


class NoReply(Response):
    """Ends the connection without a word."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - as starlette's
        """End it."""
        transport_of(scope).abort()
        await wait_until_lost(receive)
