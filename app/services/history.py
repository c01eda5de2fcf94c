"""What history keeps, as the services need it; `app.storage` implements it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from app.domain.call import Call, CallKind, Outcome
    from app.services.history_export import ExportForm


class NotRecorded(Exception):
    """A step could not be written. The message is for the operator, such as "The disk is full."."""


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which calls are meant; what is left empty lets every call through.

    `text` is searched for as it is typed, every word of it, the last one perhaps not complete: in numbers in
    any written form and any part, notes, tags, the provider's messages and ids, transcripts, and account
    names. `people` are persons (`PhoneNumber.person`) that count as found too: those whose names match the
    text, which history does not know. `since` and `until` are aware, the latter is not included.
    """

    text: str = ""
    people: tuple[str, ...] = ()
    outcomes: frozenset[Outcome] = frozenset()
    account_id: str | None = None
    kind: CallKind | None = None
    since: datetime | None = None
    until: datetime | None = None
    person: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether every call is meant."""
        return self == EVERY_CALL


EVERY_CALL = HistoryFilter()


class History(Protocol):
    """Every step of every call, on disk. What is asked for raises NotRecorded where it cannot be had."""

    async def record(self, call: Call) -> None:
        """Write the newest step of `call` (and the call itself, with its first step).

        The step SENDING is on the disk, not only handed to the system, when this returns. Note and tag are
        left as they stand. Raises NotRecorded, after which nothing of the step was kept.
        """
        ...

    async def annotate(self, call_id: str, note: str, tag: str) -> Call | None:
        """Write the operator's note and tag of a call; return it as it stands then.

        None if it is not there.
        """
        ...

    async def page(
        self, *, before: str | None = None, limit: int = 100, which: HistoryFilter = EVERY_CALL
    ) -> list[Call]:
        """Return up to `limit` calls of those meant, newest first, older than the call with id `before`.

        Fewer than `limit` means that there are no older ones. Cancel what nobody waits for any more, such as
        the search for a word that goes on: it stops, and the next is answered sooner.
        """
        ...

    async def count(self, which: HistoryFilter) -> int:
        """Return how many calls are meant: what an export will hold, or a deletion take."""
        ...

    async def delete(self, call_ids: Sequence[str]) -> int:
        """Delete these calls with all their steps, those under way excepted; return how many there were."""
        ...

    async def delete_before(self, before: datetime, *, progress: Callable[[int], None] | None = None) -> int:
        """Delete all calls older than that, those under way excepted; return how many there were.

        In portions, so that a press of Call never waits for it; `progress` gets the number deleted so far.
        """
        ...

    async def export(
        self,
        which: HistoryFilter,
        path: Path,
        form: ExportForm,
        *,
        name_of: Callable[[str], str],
        progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> int:
        """Write the calls that are meant, as they stand now, into a file; return how many.

        See `app.services.history_export.export`.
        """
        ...

    async def prepare(self, progress: Callable[[float], None] | None = None) -> None:
        """Make calls that an older version left findable, in portions; what needs them found does so else.

        `progress` gets the share that is.
        """
        ...

    async def tidy(self) -> None:
        """Remove the last traces of deleted calls, if there are any, in portions."""
        ...

    async def tags(self) -> list[str]:
        """Return the tags in use, the most used first."""
        ...

    async def latest_sent_to(self, person: str) -> Call | None:
        """Return the newest call to that person (`PhoneNumber.person`), or None.

        Those that are known never to have been placed do not count. Raises NotRecorded.
        """
        ...

    async def unfinished(self) -> list[Call]:
        """Return the calls without an end whose program is no longer running, oldest first."""
        ...
