"""How many requests a token has left in its minute."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 100
WINDOW_S = 60


@dataclass(slots=True)
class _Window:
    ends_at: float
    taken: int = 0


class Limiter:
    """Counts the requests of each token in windows of WINDOW_S, which begin with a request.

    `clock` tells unix seconds. Whoever waits for the reset time that the headers tell is served again.
    """

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._windows: dict[str, _Window] = {}
        self._blocked_until: dict[str, float] = {}

    def take(self, token: str) -> bool:
        """Count one request; False if it is one too many."""
        self._forget_what_is_over()
        if token in self._blocked_until:
            return False
        window = self._windows.setdefault(token, self._fresh_window())
        if window.taken == LIMIT:
            return False
        window.taken += 1
        return True

    def block(self, token: str, seconds: float) -> None:
        """Serve nothing to `token` for `seconds`."""
        self._blocked_until[token] = self._clock() + seconds

    def is_blocked(self, token: str) -> bool:
        """Whether nothing is served to `token` now, because of `block`."""
        self._forget_what_is_over()
        return token in self._blocked_until

    def headers(self, token: str) -> dict[str, str]:
        """Return the headers that every reply carries; the reset is in whole unix seconds, never early."""
        self._forget_what_is_over()
        window = self._windows.get(token) or self._fresh_window()
        blocked_until = self._blocked_until.get(token)
        return {
            "X-RateLimit-Limit": str(LIMIT),
            "X-RateLimit-Remaining": "0" if blocked_until else str(LIMIT - window.taken),
            "X-RateLimit-Reset": str(math.ceil(blocked_until or window.ends_at)),
        }

    def _fresh_window(self) -> _Window:
        return _Window(ends_at=math.ceil(self._clock() + WINDOW_S))

    def _forget_what_is_over(self) -> None:
        now = self._clock()
        self._windows = {token: window for token, window in self._windows.items() if now < window.ends_at}
        self._blocked_until = {token: until for token, until in self._blocked_until.items() if now < until}
