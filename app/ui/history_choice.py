"""What the operator wants to see of the history, and whether one call is among it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from app.domain.call import Outcome
from app.services.history import HistoryFilter

if TYPE_CHECKING:
    from app.domain.call import Call, CallKind

WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_UNKNOWN = frozenset({Outcome.UNKNOWN})


class Days(StrEnum):
    """Which days are meant."""

    ANY = "any"
    TODAY = "today"
    YESTERDAY = "yesterday"
    LAST_7 = "last 7"
    """Today and the six days before."""
    CHOSEN = "chosen"
    """From one day to another, both included."""


@dataclass(frozen=True, slots=True)
class HistoryChoice:
    """Filters as they are set in the window; what is left empty lets every call through.

    `account` and `person` are an id and a `PhoneNumber.person` with the name to show. `first` and `last` go
    with Days.CHOSEN.
    """

    outcomes: frozenset[Outcome] = frozenset()
    account: tuple[str, str] | None = None
    kind: CallKind | None = None
    days: Days = Days.ANY
    first: date | None = None
    last: date | None = None
    person: tuple[str, str] | None = None

    @property
    def count(self) -> int:
        """How many filters are set."""
        parts = (self.outcomes, self.account, self.kind, self.days is not Days.ANY, self.person)
        return sum(map(bool, parts))

    @property
    def is_unknown_only(self) -> bool:
        """Whether only calls of which nobody knows what became of them are meant."""
        return self.outcomes == _UNKNOWN

    def unknown_only(self, is_wanted: bool) -> Self:
        """Return this choice with the outcome unknown alone, or with any outcome."""
        return replace(self, outcomes=_UNKNOWN if is_wanted else frozenset())

    def which(self, text: str, today: date) -> HistoryFilter:
        """Return what history is asked for on the day `today`, in the operator's zone."""
        since, until = self._bounds(today)
        return HistoryFilter(
            text=text.strip(),
            outcomes=self.outcomes,
            account_id=self.account[0] if self.account else None,
            kind=self.kind,
            since=since,
            until=until,
            person=self.person[0] if self.person else None,
        )

    def _bounds(self, today: date) -> tuple[datetime | None, datetime | None]:
        match self.days:
            case Days.ANY:
                return None, None
            case Days.TODAY:  # without an end: a call after midnight comes in
                return midnight(today), None
            case Days.YESTERDAY:
                return midnight(today - _DAY), midnight(today)
            case Days.LAST_7:
                return midnight(today - WEEK + _DAY), None
            case Days.CHOSEN:
                first, last = sorted((self.first or today, self.last or self.first or today))
                return midnight(first), midnight(last + _DAY)


def midnight(day: date) -> datetime:
    """Return when that day begins in the operator's zone, in UTC."""
    return datetime.combine(day, time.min).astimezone().astimezone(UTC)


def lets_through(which: HistoryFilter, call: Call) -> bool:
    """Whether `which`, its text left aside, lets the call through."""
    request = call.request
    return (
        (not which.outcomes or call.outcome in which.outcomes)
        and which.account_id in {None, request.account_id}
        and which.kind in {None, request.kind}
        and which.person in {None, request.number.person}
        and (which.since is None or call.created_at >= which.since)
        and (which.until is None or call.created_at < which.until)
    )
