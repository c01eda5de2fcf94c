"""How far the preparing is, and whether it is still wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_STEP = 0.01


class Cancelled(Exception):
    """The sound is no longer wanted."""


class Progress:
    """Tells `report` in steps, from 0 to 1 and never back; looks at `is_cancelled` each time."""

    def __init__(self, report: Callable[[float], None], is_cancelled: Callable[[], bool]) -> None:
        self.is_cancelled = is_cancelled
        self._report = report
        self._told = 0.0

    def part(self, start: float, end: float) -> Callable[[float], None]:
        """Return how a part of the work, which lasts from `start` to `end`, tells its own 0 to 1.

        What is returned raises Cancelled.
        """
        return lambda reached: self._reach(start + (end - start) * min(reached, 1.0))

    def check(self) -> None:
        """Raise Cancelled where it is."""
        if self.is_cancelled():
            raise Cancelled

    def _reach(self, reached: float) -> None:
        self.check()
        if reached >= self._told + _STEP or reached == 1.0 > self._told:
            self._told = reached
            self._report(reached)
