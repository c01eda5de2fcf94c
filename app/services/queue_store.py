"""What the queue by hand keeps, as the services need it; `app.storage` implements it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from app.domain.queue import QueueProgress

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from app.domain.call import Outcome
    from app.domain.queue import QueueEntry, QueueLine


@dataclass(frozen=True, slots=True)
class QueueStanding:
    """How the queue stands: what this program works on, what comes next, and how far it is."""

    progress: QueueProgress = field(default_factory=QueueProgress)
    current: QueueEntry | None = None
    upcoming: tuple[QueueEntry, ...] = ()


class QueueStore(Protocol):
    """The queue of this profile, shared with other running Toques. Everything raises NotSaved.

    An entry that is being worked on belongs to one Toque, as long as that runs.
    """

    async def stand(self) -> QueueStanding:
        """Return how the queue stands, after taking over what a Toque that is gone was working on."""
        ...

    async def add(
        self,
        lines: Sequence[QueueLine],
        *,
        limit: int,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Put all `lines` behind what is there; False, and none, where there would be more than `limit`.

        Raises Cancelled, after which none was added.
        """
        ...

    async def move_on(self, remark: str = "") -> QueueStanding:
        """Leave the current entry, called or skipped (with a remark, if given), and take the next one.

        The next is the first that waits and can be called; no other Toque is given it.
        """
        ...

    async def move_back(self) -> QueueStanding:
        """Give the current entry back (it waits again, unless it was called), and take the one before it."""
        ...

    async def note_call(
        self, entry_id: str, call_id: str, outcome: Outcome | None, called_at: datetime
    ) -> None:
        """Keep which call was placed for an entry, and how it ended as far as that is known."""
        ...

    async def annotate(self, entry_id: str, remark: str, tag: str) -> None:
        """Keep the operator's words about an entry."""
        ...

    async def correct(self, entry_id: str, line: QueueLine) -> bool:
        """Replace what an entry says; False where it no longer waits."""
        ...

    async def open_calls(self) -> list[QueueEntry]:
        """Return the entries with a call of which no outcome is known."""
        ...

    async def page(self, after: int = 0, limit: int = 200) -> list[QueueEntry]:
        """Return up to `limit` entries that stand behind place `after`, in order."""
        ...

    async def export_file(self, path: Path) -> int:
        """Write every entry, and what became of it, as CSV, whole or not at all; return how many."""
        ...

    async def clear(self) -> None:
        """Remove every entry."""
        ...
