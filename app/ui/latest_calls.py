"""The newest calls of all, for redialling and walking through recent numbers, whatever a table shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from app.domain.call import Call

_KEPT = 100


class LatestCalls:
    """Newest first, never more than a hundred."""

    def __init__(self) -> None:
        self._calls: dict[str, Call] = {}

    @property
    def calls(self) -> tuple[Call, ...]:
        """The calls, newest first."""
        return tuple(self._calls.values())

    def start(self, calls: Iterable[Call]) -> None:
        """Take the newest page of the history."""
        self._keep({call.id: call for call in calls})

    def take(self, call: Call) -> None:
        """Take a call's newest step."""
        if call.id in self._calls:
            self._calls[call.id] = call
        else:
            self._keep(self._calls | {call.id: call})

    def forget(self, call_ids: Collection[str]) -> None:
        """Take away calls that have been deleted."""
        for call_id in call_ids:
            self._calls.pop(call_id, None)

    def forget_before(self, before: datetime) -> None:
        """Take away the calls that a deletion of all before then has taken."""
        calls = self._calls.values()
        self._keep({call.id: call for call in calls if call.created_at >= before or not call.is_over})

    def _keep(self, calls: dict[str, Call]) -> None:
        newest = sorted(calls.values(), key=lambda call: call.created_at, reverse=True)
        self._calls = {call.id: call for call in newest[:_KEPT]}
