"""Numbers to be called one after another, each by a press of the operator's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.call import Outcome

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.phone_number import NumberProblem, PhoneNumber

LONGEST_QUEUE = 100_000
"""Entries. More than anybody works through by hand."""


class EntryState(StrEnum):
    """Where an entry is. The values are kept on disk."""

    WAITING = "waiting"
    CURRENT = "current"
    """It is being worked on."""
    CALLED = "called"
    """It was left after a call; the outcome says what became of that."""
    SKIPPED = "skipped"
    """It was left without a call."""


class QueueState(StrEnum):
    """Where a queue is."""

    EMPTY = "empty"
    PAUSED = "paused"
    RUNNING = "running"
    FINISHED = "finished"
    """Nothing that could be called is left; entries that cannot be read may be."""


@dataclass(frozen=True, slots=True)
class QueueLine:
    """What one line of a list says. `problem` and `found` are those of InvalidPhoneNumber.

    Either `number` or `problem` is given. `written` is the number as it was written.
    """

    written: str
    number: PhoneNumber | None = None
    problem: NumberProblem | None = None
    found: str = ""
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """One line of the queue and what became of it. Immutable.

    `place` counts from 1. `state` is as above. `call_id` is the newest call that was placed for it, `outcome`
    how that ended (None while it has not, or there is none), `called_at` when it was placed (aware UTC).
    `remark` and `tag` are the operator's words about that call, or why it was skipped. `earlier_place`: an
    entry of the same person stands there already.
    """

    id: str
    place: int
    line: QueueLine
    state: EntryState = EntryState.WAITING
    call_id: str = ""
    outcome: Outcome | None = None
    called_at: datetime | None = None
    remark: str = ""
    tag: str = ""
    earlier_place: int | None = None

    @property
    def number(self) -> PhoneNumber | None:
        """The number to call; None where it cannot be read."""
        return self.line.number

    @property
    def person(self) -> str:
        """Whom it is about, in any written form of the number; "" where nobody knows."""
        return self.line.number.person if self.line.number else ""

    @property
    def was_called(self) -> bool:
        """Whether a call was placed for it, as far as is known: one that was cancelled never left."""
        return bool(self.call_id) and self.outcome is not Outcome.CANCELLED


@dataclass(frozen=True, slots=True)
class QueueProgress:
    """How far the queue is, in entries. `unreadable` are those that wait without a number."""

    done: int = 0
    skipped: int = 0
    total: int = 0
    unreadable: int = 0

    @property
    def left(self) -> int:
        """How many were neither called nor skipped yet, the one worked on among them."""
        return self.total - self.done - self.skipped
