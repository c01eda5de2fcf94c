"""The queue as a table: all of it, or no file."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.domain.call import Outcome
from app.domain.phone_number import NumberProblem, PhoneNumber
from app.domain.queue import QueueLine
from app.services.settings import NotSaved
from app.storage import queue_export
from app.storage.queue_file import QueueFile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from app.domain.queue import QueueEntry

CALLED_AT = datetime(2026, 11, 20, 12, 30, tzinfo=UTC)
LINES = [
    QueueLine("11 99999-0001", PhoneNumber.parse("+55 11 99999-0001"), name="São; “1”", note="=1+1"),
    QueueLine("12", problem=NumberProblem.TOO_SHORT),
]


@pytest.fixture
async def queue(tmp_path: Path) -> AsyncIterator[QueueFile]:
    """The first entry was called, and noted something about; the second cannot be read."""
    queue = QueueFile(tmp_path / "queue" / "queue.sqlite3", tmp_path / "queue" / "runs")
    assert await queue.add(LINES, limit=10)
    entry = (await queue.move_on()).current
    assert entry is not None
    await queue.note_call(entry.id, "call", Outcome.NO_ANSWER, CALLED_AT)
    await queue.annotate(entry.id, "two\nlines", "@tag")
    await queue.move_on()
    yield queue
    await queue.close()


def names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    return tmp_path / "documents"


async def test_everything_is_written_and_no_cell_computes(queue: QueueFile, folder: Path) -> None:
    file = folder / "queue.csv"
    assert await queue.export_file(file) == 2
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        header, first, second = csv.reader(opened)
    assert tuple(header) == queue_export.HEADER
    assert dict(zip(header, first, strict=True)) == {
        "place": "1",
        "number": "+55 11 99999-0001",
        "name": "São; “1”",
        "note": "'=1+1",
        "state": "called",
        "outcome": "no_answer",
        "called_at": CALLED_AT.astimezone().strftime("%Y-%m-%d %H:%M:%S"),
        "tag": "'@tag",
        "what_was_noted": "two\nlines",
        "written": "11 99999-0001",
    }
    assert second == ["2", "", "", "", "waiting", "", "", "", "", "12"]


async def test_a_file_that_was_there_stays_when_reading_fails(
    queue: QueueFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder / "queue.csv"
    file.write_text("of last week", encoding="utf-8")
    monkeypatch.setattr("app.storage.queue_file._AT_ONCE", 1)
    page = queue.page

    async def broken(after: int = 0, limit: int = 200) -> list[QueueEntry]:
        if after:
            raise NotSaved("The disk failed.")
        return await page(after, limit)

    monkeypatch.setattr(queue, "page", broken)
    with pytest.raises(NotSaved, match="The disk failed"):
        await queue.export_file(file)
    assert file.read_text(encoding="utf-8") == "of last week"
    assert names(folder) == ["queue.csv"]


async def test_a_folder_that_is_not_there_is_said(queue: QueueFile, folder: Path) -> None:
    with pytest.raises(NotSaved, match=r"nowhere cannot be written to .*Choose another folder"):
        await queue.export_file(folder / "nowhere" / "queue.csv")
