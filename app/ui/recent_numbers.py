"""Up and Down in the number field: walking through the numbers called before, and back to what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.domain.call import Call


class RecentNumbers:
    """`calls` gives the calls known, newest first."""

    def __init__(self, calls: Callable[[], Iterable[Call]]) -> None:
        self._calls = calls
        self._place = 0
        self._typed = ""

    def walk(self, step: int, text: str) -> str:
        """Return the number `step` places older (+1) or newer (-1) than `text`, what stands in the field."""
        numbers = list(dict.fromkeys(call.request.number.formatted for call in self._calls()))
        if self._place == 0 or text != numbers[self._place - 1]:
            self._place, self._typed = 0, text
        self._place = max(0, min(len(numbers), self._place + step))
        return numbers[self._place - 1] if self._place else self._typed
