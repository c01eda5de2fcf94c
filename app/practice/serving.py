"""uvicorn, made to start and stop within milliseconds and to say nothing."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import uvicorn

from app.practice.connection import Connection, reset

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from starlette.types import ASGIApp

_KEEP_ALIVE_S = 75
_GRACE_S = 0.5
"""For what is being answered when the server stops; then its connections are cut."""


class Serving(uvicorn.Server):
    """One run of the server. `on_accepting` is called once requests are accepted."""

    def __init__(self, app: ASGIApp, on_accepting: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                interface="asgi3",
                http=Connection,
                ws="websockets-sansio",
                ws_per_message_deflate=False,
                ws_ping_interval=None,
                lifespan="off",
                workers=1,
                log_config=None,
                log_level="warning",  # below it, lines hold headers and queries, and with them tokens
                access_log=False,
                proxy_headers=False,
                server_header=False,
                date_header=False,
                timeout_keep_alive=_KEEP_ALIVE_S,
            )
        )
        self._on_accepting = on_accepting
        self._stop = asyncio.Event()

    def stop(self) -> None:
        """Let `serve` come to its end."""
        self._stop.set()

    def reset_connections(self) -> None:
        """Break every connection, idle, busy or WebSocket."""
        for connection in list(self.server_state.connections):
            reset(connection.transport)

    async def main_loop(self) -> None:
        """Wait for `stop`, instead of looking for it ten times a second."""
        self._on_accepting()
        await self._stop.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:  # noqa: ARG002 - as uvicorn's
        """Close everything: politely, then at once."""
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        if self.server_state.tasks:
            await asyncio.wait(self.server_state.tasks, timeout=_GRACE_S)
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        if self.server_state.tasks:
            await asyncio.wait(self.server_state.tasks, timeout=_GRACE_S)
        await asyncio.sleep(0)  # asyncio closes an aborted socket one turn later
