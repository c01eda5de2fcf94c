"""What comes into the queue: a text that was pasted, or a table in a file. All of it, or nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.domain.detail import Detail
from app.domain.queue import LONGEST_QUEUE
from app.domain.queue_columns import guess_columns
from app.domain.queue_text import read_lines, read_number
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.settings import NotSaved
from app.services.table import Cancelled

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator
    from pathlib import Path

    from app.domain.queue import QueueLine
    from app.domain.queue_columns import QueueColumns
    from app.services.queue_store import QueueStore
    from app.services.table import TablePreview

_TOO_LONG = QT_TRANSLATE_NOOP(
    "Detail",
    "A queue holds up to {most} numbers, and this would be more. Nothing was added: add a part of it.",
)
_LOOK_EVERY = 100
"""Lines read between two looks at cancelling."""


class Tables(Protocol):
    """Reads tables in files, blocking: `app.storage.csv_table`."""

    def preview(self, path: Path, limit: int = ...) -> TablePreview:
        """Return how the file is to be read and its first rows. Raises NotATable."""
        ...

    def read_rows(
        self,
        path: Path,
        preview: TablePreview,
        *,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> Iterator[tuple[str, ...]]:
        """Yield the cells of every row, without the header. Raises NotATable and Cancelled."""
        ...


@dataclass(frozen=True, slots=True)
class AddReport:
    """How many entries were added, how many of them cannot be read, and how many name a person again."""

    added: int
    unreadable: int
    repeated: int


@dataclass(frozen=True, slots=True)
class FilePreview:
    """How a file is to be read, and which of its columns seem to be what."""

    table: TablePreview
    columns: QueueColumns


def _no_progress(_part: float) -> None:
    pass


def _not_cancelled() -> bool:
    return False


class QueueFilling:
    """Adds entries. Everything raises NotSaved, with nothing added; `on_added` is awaited after it was."""

    def __init__(
        self,
        store: QueueStore,
        *,
        tables: Tables,
        region: Callable[[], str | None],
        on_added: Callable[[], Awaitable[None]],
        limit: int = LONGEST_QUEUE,
    ) -> None:
        self._store = store
        self._tables = tables
        self._region = region
        self._on_added = on_added
        self._limit = limit

    async def add_text(self, text: str, *, is_cancelled: Callable[[], bool] = _not_cancelled) -> AddReport:
        """Add an entry for every line that has any text. Raises Cancelled."""
        lines = await asyncio.to_thread(self._read, read_lines(text, self._region()), is_cancelled)
        return await self._add(lines, is_cancelled)

    async def preview_file(self, path: Path) -> FilePreview:
        """Return what there is in a file. Raises NotATable."""
        return await asyncio.to_thread(self._preview, path, self._region())

    async def import_file(
        self,
        path: Path,
        table: TablePreview,
        columns: QueueColumns,
        *,
        progress: Callable[[float], None] = _no_progress,
        is_cancelled: Callable[[], bool] = _not_cancelled,
    ) -> AddReport:
        """Add an entry for every row. Raises NotATable, and Cancelled, after which nothing was added.

        `progress` gets the part that was read, 0 to 1, in another thread.
        """
        rows = self._tables.read_rows(path, table, progress=progress, is_cancelled=is_cancelled)
        lines = await asyncio.to_thread(self._read, _table_lines(rows, columns, self._region()), is_cancelled)
        return await self._add(lines, is_cancelled)

    def _preview(self, path: Path, region: str | None) -> FilePreview:
        table = self._tables.preview(path)
        return FilePreview(table, guess_columns(table.header, table.rows, region))

    def _read(
        self, lines: Generator[QueueLine, None, None], is_cancelled: Callable[[], bool]
    ) -> list[QueueLine]:
        read: list[QueueLine] = []
        with closing(lines):
            for line in lines:
                if len(read) % _LOOK_EVERY == 0 and is_cancelled():
                    raise Cancelled
                if len(read) == self._limit:
                    raise self._too_long()
                read.append(line)
        return read

    async def _add(self, lines: list[QueueLine], is_cancelled: Callable[[], bool]) -> AddReport:
        if lines and not await self._store.add(lines, limit=self._limit, is_cancelled=is_cancelled):
            raise self._too_long()
        await self._on_added()
        people = [line.number.person for line in lines if line.number is not None]
        return AddReport(len(lines), len(lines) - len(people), len(people) - len(set(people)))

    def _too_long(self) -> NotSaved:
        return NotSaved(Detail(_TOO_LONG, most=self._limit))


def _table_lines(
    rows: Iterable[tuple[str, ...]], columns: QueueColumns, region: str | None
) -> Generator[QueueLine, None, None]:
    try:
        for row in rows:
            name, note = _cell(row, columns.name), _cell(row, columns.note)
            if (number := _cell(row, columns.number)) or name or note:
                yield read_number(number, region, name, note)
    finally:
        if isinstance(rows, Generator):  # the file is closed here and now, in this thread
            rows.close()


def _cell(row: tuple[str, ...], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""
