"""How requests come to the provider that they are for: three share a port, and no path collides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.practice.connection import NoReply

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from starlette.requests import HTTPConnection
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send


@dataclass(frozen=True, slots=True)
class Entrance:
    """One provider, or a part of it, as a request meets it.

    `prefixes` begin its paths. `token_of` tells who asks, for the limiter. `over_limit` is the reply to one
    request too many. `is_counted` False: no limit is documented, and no reply tells of one until a token is
    blocked.
    """

    prefixes: tuple[str, ...]
    app: ASGIApp
    token_of: Callable[[Scope], str]
    over_limit: Callable[[], Response]
    is_counted: bool = True


class Entrances:
    """All of them; a request that no other one claims goes to the last. An application itself."""

    def __init__(self, entrances: Sequence[Entrance]) -> None:
        self._entrances = entrances

    def of(self, scope: Scope) -> Entrance:
        """Return the one for a request."""
        path: str = scope["path"]
        return next((each for each in self._entrances if path.startswith(each.prefixes)), self._entrances[-1])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the provider answer."""
        await self.of(scope).app(scope, receive, send)


async def give_up(_request: HTTPConnection, _error: Exception) -> Response:
    """Answer nobody: the client has left in the middle of its body."""
    return NoReply()
