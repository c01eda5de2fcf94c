"""The do-not-call list: people who are not to be called, whoever asked for it, and why."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from app.domain.guard import LONGEST_REASON
from app.services.settings import NotSaved

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.domain.phone_number import InvalidPhoneNumber, PhoneNumber
    from app.services.table import TablePreview

LONGEST_SOURCE = 200


class ListUnavailable(NotSaved):
    """The list cannot be read or written. The message is a sentence for the operator."""


class ListLost(ListUnavailable):
    """The list was damaged and a new one begun: nobody knows who stood on it until `accept_loss`."""


@dataclass(frozen=True, slots=True)
class DoNotCallEntry:
    """One person who is not to be called, by the number that was written.

    `added_at` is aware UTC, None where it is not known; `source` is the file it came from, "" where it was
    entered by hand. `is_fixed`: it stands in the administrators' own list.
    """

    number: PhoneNumber
    reason: str = ""
    added_at: datetime | None = None
    source: str = ""
    is_fixed: bool = False

    @property
    def person(self) -> str:
        """Whose number it is, in any written form."""
        return self.number.person


@dataclass(frozen=True, slots=True)
class ListColumns:
    """Which columns of a table, from 0, have the number, the reason and the day; None for none."""

    number: int
    reason: int | None = None
    added: int | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """How a table is to be taken in. `region` (ISO 3166) is for numbers written without a country."""

    preview: TablePreview
    columns: ListColumns
    default_reason: str = ""
    region: str | None = None


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row without a number that can be called: its line in the file, what stood there, and why not."""

    line: int
    text: str
    problem: InvalidPhoneNumber


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of an import: new people, those that stood there already, and rows that were refused.

    `refused` has the first of them, `refused_count` how many there were.
    """

    added: int
    known: int
    refused: tuple[RefusedRow, ...] = ()
    refused_count: int = 0


class DoNotCallStore(Protocol):
    """The list on disk. Everything raises ListUnavailable."""

    async def entry_for(self, person: str) -> DoNotCallEntry | None:
        """Return who stands there under that `PhoneNumber.person`. Raises ListLost too."""
        ...

    async def add(self, entry: DoNotCallEntry) -> None:
        """Write `entry`, in place of an earlier one of that person."""
        ...

    async def remove(self, person: str) -> None:
        """Take that person off the list; nothing happens where nobody is."""
        ...

    async def page(self, text: str = "", after: str | None = None, limit: int = 100) -> list[DoNotCallEntry]:
        """Return up to `limit` entries that match, the newest first, those after the person `after`."""
        ...

    async def count(self, text: str = "") -> int:
        """Return how many entries match."""
        ...

    async def lost(self) -> str:
        """Return the name under which a damaged list was kept, "" unless that was not accepted yet."""
        ...

    async def accept_loss(self) -> None:
        """Go on with the list as it is now."""
        ...

    async def preview_import(self, path: Path, region: str | None) -> ImportPlan:
        """Return how that table seems to be meant. Raises NotATable too."""
        ...

    async def import_file(
        self,
        path: Path,
        plan: ImportPlan,
        now: datetime,
        *,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> ImportReport:
        """Take in the whole table or nothing. Raises NotATable and Cancelled too."""
        ...

    async def export_file(
        self, path: Path, *, progress: Callable[[float], None], is_cancelled: Callable[[], bool]
    ) -> int:
        """Write the list as CSV, whole or not at all; return how many entries. Raises Cancelled too."""
        ...


class FixedList(Protocol):
    """The administrators' list, which nobody changes here."""

    async def entry_for(self, person: str) -> DoNotCallEntry | None:
        """Return who stands there under that `PhoneNumber.person`. Raises ListUnavailable."""
        ...


class DoNotCallList:
    """The operator's own list together with the administrators'. Everything raises ListUnavailable.

    `on_change` tells that the operator's list is another now.
    """

    def __init__(
        self,
        store: DoNotCallStore,
        *,
        fixed: FixedList | None = None,
        on_change: Callable[[], None] = lambda: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        self._fixed = fixed
        self._on_change = on_change
        self._now = now

    async def begin(self) -> None:
        """Read ahead of the first question; what is wrong is told then."""
        with suppress(ListUnavailable):
            await self.entry_for("")

    async def entry_for(self, person: str) -> DoNotCallEntry | None:
        """Return who is not to be called under that `PhoneNumber.person`, in any written form."""
        if self._fixed is None:
            return await self._store.entry_for(person)
        try:
            entry = await self._fixed.entry_for(person)
        except ListUnavailable:
            if (own := await self._store.entry_for(person)) is not None:
                return own
            raise
        return entry or await self._store.entry_for(person)

    async def add(self, number: PhoneNumber, reason: str) -> DoNotCallEntry:
        """Put somebody on the list as of now; an earlier entry of the same person is replaced."""
        entry = DoNotCallEntry(number, clean_reason(reason), self._now())
        await self._store.add(entry)
        self._on_change()
        return entry

    async def remove(self, person: str) -> None:
        """Take somebody off the operator's list."""
        await self._store.remove(person)
        self._on_change()

    async def page(self, text: str = "", after: str | None = None, limit: int = 100) -> list[DoNotCallEntry]:
        """Return up to `limit` entries of the operator's list, newest first, those after that person.

        `text` is looked for in numbers in any written form, reasons and sources.
        """
        return await self._store.page(text, after, limit)

    async def count(self, text: str = "") -> int:
        """Return how many entries of the operator's list match."""
        return await self._store.count(text)

    async def lost(self) -> str:
        """Return the name under which a damaged list was kept aside, "" where none is missing."""
        return await self._store.lost()

    async def accept_loss(self) -> None:
        """Go on without the damaged list, as the operator decided."""
        await self._store.accept_loss()
        self._on_change()

    async def preview_import(self, path: Path, region: str | None) -> ImportPlan:
        """Return how that table seems to be meant, for the operator to put right. Raises NotATable.

        `region` (ISO 3166) is for numbers written without a country.
        """
        return await self._store.preview_import(path, region)

    async def import_file(
        self,
        path: Path,
        plan: ImportPlan,
        *,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> ImportReport:
        """Take in a whole table or nothing of it; who is on the list already stays as he is.

        `progress`, from 0 to 1, and `is_cancelled` are called in a thread. Raises NotATable and Cancelled.
        """
        report = await self._store.import_file(
            path, plan, self._now(), progress=progress, is_cancelled=is_cancelled
        )
        self._on_change()
        return report

    async def export_file(
        self, path: Path, *, progress: Callable[[float], None], is_cancelled: Callable[[], bool]
    ) -> int:
        """Write the operator's list as CSV, whole or not at all; return how many entries.

        `progress`, from 0 to 1, and `is_cancelled` are called in a thread. Raises Cancelled.
        """
        return await self._store.export_file(path, progress=progress, is_cancelled=is_cancelled)


def clean_reason(text: str) -> str:
    """Return `text` as one line that is no longer than a reason may be."""
    return " ".join(text.split())[:LONGEST_REASON].rstrip()
