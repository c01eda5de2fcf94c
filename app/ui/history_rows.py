"""The calls of a table, newest first, each found by its id without walking through them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from app.domain.call import Call


class HistoryRows:
    """Each call has a place, a number that falls from row to row: rows are found by bisection."""

    def __init__(self, calls: Iterable[Call] = ()) -> None:
        self._calls = list(calls)
        self._places = {call.id: -row for row, call in enumerate(self._calls)}

    def __len__(self) -> int:
        return len(self._calls)

    def __getitem__(self, row: int) -> Call:
        return self._calls[row]

    def __contains__(self, call_id: str) -> bool:
        return call_id in self._places

    @property
    def ids(self) -> list[str]:
        """The ids in the order of the rows."""
        return [call.id for call in self._calls]

    @property
    def last(self) -> Call | None:
        """The oldest call."""
        return self._calls[-1] if self._calls else None

    def row_of(self, call_id: str) -> int | None:
        """Return the row of a call, or None."""
        place = self._places.get(call_id)
        return None if place is None else bisect_left(self._calls, -place, key=self._height)

    def row_for(self, at: datetime) -> int:
        """Return the row that a call of that time would have."""
        return bisect_left(self._calls, -at.timestamp(), key=_age)

    def put(self, row: int, call: Call) -> None:
        """Have a newer step of the call in that row."""
        self._calls[row] = call

    def insert(self, row: int, call: Call) -> None:
        """Add a call that is not there yet; at the top that costs nothing."""
        self._calls.insert(row, call)
        if row == 0:
            self._places[call.id] = self._places[self._calls[1].id] + 1 if len(self._calls) > 1 else 0
        else:
            self._number()

    def extend(self, calls: Sequence[Call]) -> None:
        """Add older calls, none of which is there yet."""
        lowest = self._places[self._calls[-1].id] if self._calls else 1
        self._calls.extend(calls)
        self._places |= {call.id: lowest - 1 - n for n, call in enumerate(calls)}

    def remove(self, first: int, last: int) -> None:
        """Forget the calls of these rows, both included."""
        for call in self._calls[first : last + 1]:
            del self._places[call.id]
        del self._calls[first : last + 1]

    def _number(self) -> None:
        self._places = {call.id: -row for row, call in enumerate(self._calls)}

    def _height(self, call: Call) -> int:
        return -self._places[call.id]


def _age(call: Call) -> float:
    return -call.created_at.timestamp()
