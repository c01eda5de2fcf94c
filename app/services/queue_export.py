"""What became of a queue, as a CSV file that spreadsheets open: all of it, or no file."""

from __future__ import annotations

import asyncio
import csv
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.csv_cells import safe_cell
from app.services.settings import NotSaved

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import TextIO

    from app.domain.queue import QueueEntry

COLUMNS = (
    "place",
    "number",
    "name",
    "note",
    "state",
    "outcome",
    "called_at",
    "tag",
    "what_was_noted",
    "written",
)
_PAGE = 2000
_NOT_WRITTEN = QT_TRANSLATE_NOOP(
    "Detail", "{file} could not be written ({error}). Choose another name or folder."
)


def _no_progress(_done: int) -> None:
    pass


async def export_queue(
    page: Callable[[int, int], Awaitable[list[QueueEntry]]],
    path: Path,
    *,
    progress: Callable[[int], None] = _no_progress,
) -> int:
    """Write every entry that `page` gives into `path`; return how many there are. Raises NotSaved.

    A file that was there stays as it was unless all was written. Times are the operator's, states and
    outcomes the words that `toque` uses. Comma and UTF-8, with the mark by which Excel knows it.
    """
    try:
        draft = await asyncio.to_thread(_begin, path)
        try:
            count = await _write(draft, page, progress)
            await asyncio.to_thread(_end, draft, path)
        except BaseException:
            _give_up(draft)
            raise
    except OSError as error:
        raise NotSaved(
            Detail(_NOT_WRITTEN, file=str(path), error=error.strerror or type(error).__name__)
        ) from error
    return count


async def _write(
    draft: TextIO,
    page: Callable[[int, int], Awaitable[list[QueueEntry]]],
    progress: Callable[[int], None],
) -> int:
    writer = csv.writer(draft)
    writer.writerow(COLUMNS)
    count = last = 0
    while entries := await page(last, _PAGE):
        await asyncio.to_thread(writer.writerows, map(_cells, entries))
        count, last = count + len(entries), entries[-1].place
        progress(count)
    return count


def _begin(path: Path) -> TextIO:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", suffix=".part", dir=path.parent)
    os.close(handle)
    return Path(name).open("w", encoding="utf-8-sig", newline="")


def _end(draft: TextIO, path: Path) -> None:
    draft.flush()
    os.fsync(draft.fileno())
    draft.close()
    Path(draft.name).replace(path)


def _give_up(draft: TextIO) -> None:
    with suppress(OSError):
        draft.close()
    with suppress(OSError):
        Path(draft.name).unlink(missing_ok=True)


def _cells(entry: QueueEntry) -> list[str]:
    called_at = entry.called_at.astimezone().strftime("%Y-%m-%d %H:%M:%S") if entry.called_at else ""
    texts = (
        entry.number.e164 if entry.number else "",
        entry.line.name,
        entry.line.note,
        entry.state.value,
        entry.outcome.value if entry.outcome else "",
        called_at,
        entry.tag,
        entry.remark,
        entry.line.written,
    )
    return [str(entry.place), *map(safe_cell, texts)]
