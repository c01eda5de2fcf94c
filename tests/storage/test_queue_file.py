"""The queue's file beside other programs, on disks that fail, and with damage."""

from __future__ import annotations

import sqlite3
from contextlib import asynccontextmanager, closing
from typing import TYPE_CHECKING

import pytest
from storage_programs import run_python, start_python

from app.domain.phone_number import PhoneNumber
from app.domain.queue import QueueLine
from app.services.queue_store import QueueStanding
from app.services.settings import NotSaved
from app.services.table import Cancelled
from app.storage.queue_file import QueueFile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from app.storage.aside import KeptAside

LINES = [QueueLine(f"11 99999-000{n}", PhoneNumber.parse(f"+55 11 99999-000{n}")) for n in range(1, 4)]
LIMIT = 1000

TAKE = """
import asyncio, os
from pathlib import Path
from app.storage.queue_file import QueueFile

folder = Path(sys.argv[1])
queue = QueueFile(folder / "queue.sqlite3", folder / "runs")
print(asyncio.run(queue.move_on()).current.place, flush=True)
if sys.argv[2] == "stay":
    sys.stdin.readline()
os._exit(0)  # as a crash does: nothing is closed
"""
"""Another Toque that takes the next entry, says which, and dies."""


@asynccontextmanager
async def open_queue(folder: Path, kept: list[KeptAside] | None = None) -> AsyncIterator[QueueFile]:
    queue = QueueFile(
        folder / "queue.sqlite3",
        folder / "runs",
        on_kept_aside=None if kept is None else kept.append,
        busy_timeout_s=0.05,
    )
    try:
        yield queue
    finally:
        await queue.close()


def names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


def place(standing: QueueStanding) -> int:
    assert standing.current is not None
    return standing.current.place


async def test_looking_makes_no_file(tmp_path: Path) -> None:
    async with open_queue(tmp_path) as queue:
        assert await queue.stand() == QueueStanding()
        assert await queue.page() == await queue.open_calls() == []
    assert names(tmp_path) == []


async def test_a_running_toque_keeps_its_entry_and_a_dead_one_loses_it(tmp_path: Path) -> None:
    async with open_queue(tmp_path) as queue:
        await queue.add(LINES, limit=LIMIT)
        with start_python(TAKE, tmp_path, "stay") as other:
            assert other.stdout is not None
            assert other.stdin is not None
            assert other.stdout.readline() == "1\n"
            assert (await queue.stand()).current is None
            assert place(await queue.move_on()) == 2
            other.stdin.write("\n")
            other.stdin.close()
            other.wait(60)
        assert place(await queue.stand()) == 2  # and not two at once
        assert place(await queue.move_on()) == 1


async def test_what_a_crash_left_is_current_again(tmp_path: Path) -> None:
    async with open_queue(tmp_path) as queue:
        await queue.add(LINES, limit=LIMIT)
    assert run_python(TAKE, tmp_path, "go") == "1\n"
    async with open_queue(tmp_path) as queue:
        assert place(await queue.stand()) == 1


async def test_what_a_crash_left_is_taken_when_nothing_else_is_left(tmp_path: Path) -> None:
    async with open_queue(tmp_path) as queue:
        await queue.add(LINES[:2], limit=LIMIT)
        run_python(TAKE, tmp_path, "go")
        assert place(await queue.move_on()) == 2
        assert place(await queue.move_on()) == 1
        assert (await queue.move_on()).current is None


async def test_the_place_that_a_queue_has_room_for_is_the_limit(tmp_path: Path) -> None:
    async with open_queue(tmp_path) as queue:
        assert await queue.add(LINES, limit=3)
        assert not await queue.add(LINES[:1], limit=3)
        assert (await queue.stand()).progress.total == 3


async def test_adding_that_is_cancelled_at_the_end_keeps_nothing(tmp_path: Path) -> None:
    looked: list[None] = []

    def second_look() -> bool:
        looked.append(None)
        return len(looked) > 1

    async with open_queue(tmp_path) as queue:
        with pytest.raises(Cancelled):
            await queue.add(LINES, limit=LIMIT, is_cancelled=second_look)
        assert (await queue.stand()).progress.total == 0


@pytest.mark.logs("queue.sqlite3")
async def test_a_file_that_another_program_holds_is_said(tmp_path: Path) -> None:
    async with open_queue(tmp_path) as queue:
        await queue.add(LINES, limit=LIMIT)
        with closing(sqlite3.connect(tmp_path / "queue.sqlite3")) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(NotSaved, match="Another program is holding"):
                await queue.move_on()
        assert place(await queue.move_on()) == 1


@pytest.mark.logs("is damaged")
async def test_a_damaged_file_is_kept_aside(tmp_path: Path) -> None:
    (tmp_path / "queue.sqlite3").write_bytes(b"no database" * 1000)
    kept: list[KeptAside] = []
    async with open_queue(tmp_path, kept) as queue:
        assert (await queue.stand()).progress.total == 0
        assert len(kept) == 1
        assert await queue.add(LINES, limit=LIMIT)


@pytest.mark.logs("makes no sense")
async def test_an_entry_of_a_newer_version_is_left_out(tmp_path: Path) -> None:
    async with open_queue(tmp_path) as queue:
        await queue.add(LINES, limit=LIMIT)
    with closing(sqlite3.connect(tmp_path / "queue.sqlite3")) as db:
        db.execute("UPDATE entries SET number_kind = 'thought' WHERE place = 1")
        db.commit()
    async with open_queue(tmp_path) as queue:
        assert [entry.place for entry in await queue.page()] == [2, 3]


async def test_nothing_can_be_done_after_closing(tmp_path: Path) -> None:
    async with open_queue(tmp_path) as queue:
        pass
    with pytest.raises(NotSaved, match="closing"):
        await queue.stand()
