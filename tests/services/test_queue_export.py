from __future__ import annotations

import csv
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.domain.call import Outcome
from app.domain.phone_number import NumberProblem, PhoneNumber
from app.domain.queue import EntryState, QueueEntry, QueueLine
from app.services.queue_export import COLUMNS, export_queue
from app.services.settings import NotSaved

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.asyncio(loop_factories=["threads"])

ENTRIES = [
    QueueEntry(
        "one",
        1,
        QueueLine("11 99999-0001", PhoneNumber.parse("+55 11 99999-0001"), name="São; “1”", note="=1+1"),
        EntryState.CALLED,
        "call",
        Outcome.NO_ANSWER,
        datetime(2026, 11, 20, 12, 30, tzinfo=UTC),
        "two\nlines",
        "@tag",
    ),
    QueueEntry("two", 2, QueueLine("12", problem=NumberProblem.TOO_SHORT)),
]


def names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


async def page(after: int, limit: int) -> list[QueueEntry]:
    return [entry for entry in ENTRIES if entry.place > after][:limit]


async def test_everything_is_written_and_no_cell_computes(tmp_path: Path) -> None:
    file = tmp_path / "queue.csv"
    counts: list[int] = []
    assert await export_queue(page, file, progress=counts.append) == 2
    assert counts == [2]
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        header, first, second = csv.reader(opened)
    assert tuple(header) == COLUMNS
    assert dict(zip(header, first, strict=True)) == {
        "place": "1",
        "number": "'+5511999990001",
        "name": "São; “1”",
        "note": "'=1+1",
        "state": "called",
        "outcome": "no_answer",
        "called_at": ENTRIES[0].called_at.astimezone().strftime("%Y-%m-%d %H:%M:%S"),
        "tag": "'@tag",
        "what_was_noted": "two\nlines",
        "written": "11 99999-0001",
    }
    assert second == ["2", "", "", "", "waiting", "", "", "", "", "12"]


async def test_a_file_that_was_there_stays_when_writing_fails(tmp_path: Path) -> None:
    file = tmp_path / "queue.csv"
    file.write_text("of last week", encoding="utf-8")

    async def broken(after: int, limit: int) -> list[QueueEntry]:
        if after:
            raise NotSaved("The disk failed.")
        return ENTRIES[:1]

    with pytest.raises(NotSaved, match="The disk failed"):
        await export_queue(broken, file)
    assert file.read_text(encoding="utf-8") == "of last week"
    assert names(tmp_path) == ["queue.csv"]


async def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match=r"queue\.csv could not be written"):
        await export_queue(page, tmp_path / "nowhere" / "queue.csv")
