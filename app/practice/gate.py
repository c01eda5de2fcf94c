"""What every request passes on its way in and every reply on its way out: the journal and the limiter."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from app.practice.entrance import Entrances
    from app.practice.journal import Journal
    from app.practice.limiter import Limiter

_REPLIES = {"http.response.start", "websocket.http.response.start", "websocket.accept"}
_SWITCHING_PROTOCOLS = 101
_LOST_WITHIN_S = 1.0
_TOKEN_IN_PATH = re.compile("(/token/)[^/]+")
"""Z-API's way; looked for in every path, also in one that is none of its own."""


class Gate:
    """Records each request, counts it for its token, and puts the limiter's headers on its reply.

    What a provider documents no limit for is not counted; a token can be blocked there all the same.
    """

    def __init__(self, app: ASGIApp, entrances: Entrances, journal: Journal, limiter: Limiter) -> None:
        self._app = app
        self._entrances = entrances
        self._journal = journal
        self._limiter = limiter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through, or refuse it because of the limit."""
        entrance = self._entrances.of(scope)
        token = entrance.token_of(scope)
        path = _TOKEN_IN_PATH.sub(r"\1***", scope["raw_path"].decode("ascii"))
        entry = self._journal.received(scope.get("method", "GET"), path)

        refused = False

        async def count_and_receive() -> Message:
            message = await receive()
            entry.read(len(message.get("body", b"")))
            return message

        async def mark_and_send(message: Message) -> None:
            nonlocal refused
            refused = refused or message["type"] == "websocket.http.response.start"
            if message["type"] in _REPLIES:
                if entrance.is_counted or self._limiter.is_blocked(token):
                    MutableHeaders(scope=message).update(self._limiter.headers(token))
                entry.replied(message.get("status", _SWITCHING_PROTOCOLS))
            await send(message)

        served = self._limiter.take(token) if entrance.is_counted else not self._limiter.is_blocked(token)
        app = self._app if served else entrance.over_limit()
        try:
            await app(scope, count_and_receive, mark_and_send)
        finally:
            entry.closed()
        if refused:
            await _wait_until_lost(receive)


async def _wait_until_lost(receive: Receive) -> None:
    """Return when uvicorn has noticed the end of the connection of a WebSocket that was refused.

    It announces first that the refusal was sent, then that the connection is lost; returning in between
    makes it log a handshake that never completed.
    """
    with suppress(TimeoutError):
        async with asyncio.timeout(_LOST_WITHIN_S):
            for _ in range(2):
                while (await receive())["type"] != "websocket.disconnect":
                    pass
