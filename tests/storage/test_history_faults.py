from __future__ import annotations

import asyncio
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import asynccontextmanager, closing
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from storage_calls import course, new_call
from storage_programs import (
    AS_ANYBODY,
    TIMEOUT_S,
    needs_full_disk,
    needs_modes,
    read_only,
    run_python,
    start_python,
)

from app.services.history import NotRecorded
from app.storage import database_file
from app.storage.aside import KeptAside, Why
from app.storage.history_file import HistoryFile
from app.storage.history_schema import SCHEMA

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from app.domain.call import Call

PRELUDE = """
import asyncio, os, sys
from pathlib import Path
from storage_calls import course, new_call
from app.services.history import NotRecorded
from app.storage.history_file import HistoryFile
folder = Path(sys.argv[1])
def open_history():
    return HistoryFile(folder / "history.sqlite3", folder / "runs", busy_timeout_s=5)
def tell(word):
    print(word, flush=True)
"""

pytestmark = pytest.mark.logs("[Hh]istory")


@asynccontextmanager
async def open_history(folder: Path, told: list[KeptAside] | None = None) -> AsyncIterator[HistoryFile]:
    history = HistoryFile(
        folder / "history.sqlite3",
        folder / "runs",
        on_kept_aside=None if told is None else told.append,
        busy_timeout_s=0.05,
    )
    try:
        yield history
    finally:
        await history.close()


async def record(folder: Path, *calls: Call) -> None:
    async with open_history(folder) as history:
        for call in calls:
            await history.record(call)


def names(folder: Path, pattern: str = "*") -> list[str]:
    return sorted(file.name for file in folder.glob(pattern))


# --- damage -----------------------------------------------------------------------------------------------


def overwrite_start(file: Path) -> None:
    file.write_bytes(b"\0" * 4096 + file.read_bytes()[4096:])


def overwrite_rest(file: Path) -> None:
    size = file.stat().st_size
    file.write_bytes(file.read_bytes()[:4096] + os.urandom(size - 4096))


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 8192 * 4096)


def replace_with_text(file: Path) -> None:
    file.write_text("This is a shopping list.\n" * 100)


def replace_with_another_database(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")


def drop_a_table(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("DROP TABLE steps")


DAMAGES = [
    overwrite_start,
    overwrite_rest,
    cut,
    replace_with_text,
    replace_with_another_database,
    drop_a_table,
]


@pytest.mark.parametrize("damage", DAMAGES)
async def test_a_damaged_history_is_kept_aside_and_a_fresh_one_started(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    await record(tmp_path, *(course(new_call())[-1] for _ in range(50)))
    damage(tmp_path / "history.sqlite3")
    damaged = (tmp_path / "history.sqlite3").read_bytes()
    call = new_call()
    told: list[KeptAside] = []
    async with open_history(tmp_path, told) as history:
        opened = await history.open()
        assert await history.page() == []
        await history.record(call)
        assert await history.page() == [call]
    (kept,) = [opened] if opened else told
    assert kept.why is Why.DAMAGED
    assert re.fullmatch(r"history \d{4}-\d\d-\d\d \d{4} damaged\.sqlite3", kept.path.name)
    assert kept.path.read_bytes() == damaged
    async with open_history(tmp_path, told) as history:
        assert await history.open() is None
        assert await history.page() == [call]


async def test_nothing_kept_aside_is_ever_overwritten(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / "history.sqlite3").write_text(f"damaged {n}" * 1000)
        async with open_history(tmp_path) as history:
            assert await history.open() is not None
    kept = [(tmp_path / name).read_text()[:9] for name in names(tmp_path, "history * damaged*.sqlite3")]
    assert sorted(kept) == ["damaged 0", "damaged 1", "damaged 2"]


async def test_damage_found_while_running_loses_no_step_of_the_call(tmp_path: Path) -> None:
    *_, ringing, ended = course(new_call())
    told: list[KeptAside] = []
    async with open_history(tmp_path, told) as history:
        await history.record(ringing)
        with closing(sqlite3.connect(tmp_path / "history.sqlite3")) as db:
            db.execute("PRAGMA journal_mode")
            with db:
                db.execute("UPDATE calls SET country = 'XX'")  # so that nothing is read from memory
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        overwrite_rest(tmp_path / "history.sqlite3")
        await history.record(ended)
        assert [kept.why for kept in told] == [Why.DAMAGED]
        assert await history.page() == [ended]


async def test_what_was_written_last_is_kept_aside_too(tmp_path: Path) -> None:
    script = (
        PRELUDE
        + """
async def main():
    history = open_history()
    await history.record(course(new_call())[-1])
    tell("recorded")
    sys.stdin.read()
asyncio.run(main())
"""
    )
    await asyncio.to_thread(kill_after, script, tmp_path, "recorded")
    wal = (tmp_path / "history.sqlite3-wal").read_bytes()
    assert wal
    os.truncate(tmp_path / "history.sqlite3", 0)
    async with open_history(tmp_path) as history:
        kept = await history.open()
        assert kept is not None
        assert (tmp_path / f"{kept.path.name}-wal").read_bytes() == wal


async def test_a_history_of_a_newer_version_is_kept_aside_whole(tmp_path: Path) -> None:
    await record(tmp_path, new_call())
    with closing(sqlite3.connect(tmp_path / "history.sqlite3")) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA.newest + 1}")
    async with open_history(tmp_path) as history:
        kept = await history.open()
        assert kept is not None
        assert kept.why is Why.NEWER
        assert "newer" in kept.path.name
        assert await history.page() == []
    with closing(sqlite3.connect(kept.path)) as db:
        assert db.execute("SELECT count(*) FROM calls").fetchone() == (1,)


@pytest.mark.skipif(sys.platform == "win32", reason="nobody can rename a file that is open")
async def test_a_file_another_toque_replaced_is_let_go_of(tmp_path: Path) -> None:
    """So that two running Toques write to the same new history after one kept the old aside."""
    before, after = new_call(), new_call()
    async with open_history(tmp_path) as one:
        await one.record(before)
        (tmp_path / "history.sqlite3-wal").rename(tmp_path / "old-wal")
        (tmp_path / "history.sqlite3-shm").unlink()
        (tmp_path / "history.sqlite3").rename(tmp_path / "old")
        async with open_history(tmp_path) as two:
            await two.record(after)
            assert await one.page() == [after]


# --- crashes and other Toques -------------------------------------------------------------------------------


def kill_after(script: str, folder: Path, word: str) -> None:
    """Run `script` until it says `word`, then kill it as a power cut would."""
    with start_python(script, folder) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == word + "\n"
        program.kill()


async def test_a_killed_program_leaves_the_step_it_recorded(tmp_path: Path) -> None:
    script = (
        PRELUDE
        + """
async def main():
    history = open_history()
    for call in course(new_call(call_id="killed"), 1):
        await history.record(call)
    tell("sending")
    sys.stdin.read()
asyncio.run(main())
"""
    )
    await asyncio.to_thread(kill_after, script, tmp_path, "sending")
    (sending,) = course(new_call(call_id="killed"), 1)[1:]
    async with open_history(tmp_path) as history:
        assert await history.unfinished() == [sending]
        assert await history.unfinished() == []
        assert await history.page() == [sending]
        async with open_history(tmp_path) as other:
            assert await other.unfinished() == []
        assert len(names(tmp_path / "runs")) == 1, "the lock of the one that was killed is gone"
    assert names(tmp_path / "runs") == []


async def test_what_was_taken_over_and_not_ended_is_found_again(tmp_path: Path) -> None:
    await record(tmp_path, course(new_call(call_id="a"), 2)[-1])
    for _ in range(2):
        async with open_history(tmp_path) as history:
            assert [call.id for call in await history.unfinished()] == ["a"]


async def test_the_calls_of_those_who_are_gone_come_oldest_first(tmp_path: Path) -> None:
    calls = [course(new_call(), n)[-1] for n in (1, 3, 4, 2)]
    for call in calls:
        await record(tmp_path, call)
    async with open_history(tmp_path) as history:
        assert await history.unfinished() == [calls[0], calls[1], calls[3]]


async def test_a_running_toque_keeps_its_calls(tmp_path: Path) -> None:
    script = (
        PRELUDE
        + """
async def main():
    history = open_history()
    await history.record(course(new_call(call_id="theirs"), 2)[-1])
    tell("recorded")
    sys.stdin.readline()
    await history.close()
    tell("closed")
asyncio.run(main())
"""
    )
    with start_python(script, tmp_path) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        assert await asyncio.to_thread(program.stdout.readline) == "recorded\n"
        async with open_history(tmp_path) as history:
            await history.record(course(new_call(call_id="ours"), 1)[-1])
            assert await history.unfinished() == []
            assert [call.id for call in await history.page()] == ["ours", "theirs"]
            program.stdin.write("close\n")
            program.stdin.flush()
            assert await asyncio.to_thread(program.stdout.readline) == "closed\n"
            assert [call.id for call in await history.unfinished()] == ["theirs"]


async def test_two_toques_record_at_once_and_lose_nothing(tmp_path: Path) -> None:
    script = (
        PRELUDE
        + """
async def main():
    history = open_history()
    for _ in range(50):
        for call in course(new_call()):
            await history.record(call)
    await history.close()
asyncio.run(main())
"""
    )
    await asyncio.gather(*(asyncio.to_thread(run_python, script, tmp_path) for _ in range(3)))
    async with open_history(tmp_path) as history:
        calls = await history.page(limit=1000)
        assert len(calls) == 150
        assert {len(call.steps) for call in calls} == {5}
        assert await history.unfinished() == []


async def test_a_disk_that_does_not_answer_in_time_gets_the_step_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    queued, sending = course(new_call(), 1)
    stuck, loose = threading.Event(), threading.Event()
    async with open_history(tmp_path) as history:
        await history.record(queued)

        def hang() -> None:
            stuck.set()
            loose.wait(TIMEOUT_S)

        hanging = asyncio.ensure_future(history._worker.run(hang, deadline_s=TIMEOUT_S))
        await asyncio.to_thread(stuck.wait, TIMEOUT_S)
        monkeypatch.setattr(database_file, "DEADLINE_S", 0.05)
        with pytest.raises(NotRecorded, match=r"did not answer within 0\.05 s"):
            await history.record(sending)
        monkeypatch.undo()
        loose.set()
        await hanging
        assert await history.page() == [queued]


async def test_a_step_that_was_written_too_late_is_taken_back(tmp_path: Path) -> None:
    """The disk hung in the very writing: the worker calls what `record` gave it to undo."""
    calls = course(new_call())
    async with open_history(tmp_path) as history:
        for before, call in pairwise(calls):
            await history.record(call)
            await history._worker.run(history._unrecord, call, deadline_s=TIMEOUT_S)
            assert [found.steps for found in await history.page()] == [before.steps]
        await history._worker.run(history._unrecord, calls[0], deadline_s=TIMEOUT_S)
        assert await history.page() == []


async def test_a_file_that_another_program_holds_says_so(tmp_path: Path) -> None:
    queued, sending = course(new_call(), 1)
    async with open_history(tmp_path) as history:
        await history.record(queued)
        with closing(sqlite3.connect(tmp_path / "history.sqlite3", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(NotRecorded, match=r"Another program is holding .*history\.sqlite3"):
                await history.record(sending)
            assert await history.page() == [queued], "reading goes on"
        await history.record(sending)
        assert await history.page() == [sending]


async def test_a_file_that_another_program_has_for_itself_is_left_alone(tmp_path: Path) -> None:
    call = new_call()
    await record(tmp_path, call)
    with closing(sqlite3.connect(tmp_path / "history.sqlite3", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        async with open_history(tmp_path) as history:
            for question in (history.open, history.page, history.unfinished):
                with pytest.raises(NotRecorded, match="Another program is holding"):
                    await question()
    assert names(tmp_path, "* damaged*") == []
    async with open_history(tmp_path) as history:
        assert await history.page() == [call]


async def test_closing_does_not_wait_for_a_stuck_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loose = threading.Event()
    async with open_history(tmp_path) as history:
        await history.record(new_call())
        hanging = asyncio.ensure_future(history._worker.run(loose.wait, TIMEOUT_S, deadline_s=TIMEOUT_S))
        await asyncio.sleep(0)
        monkeypatch.setattr(database_file, "CLOSE_DEADLINE_S", 0.05)
        await history.close()
        assert not hanging.done()
        loose.set()
        await hanging


# --- disks that cannot be written -------------------------------------------------------------------------

FULL_DISK = (
    PRELUDE
    + """
import resource, signal
def set_room(room):
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
async def main():
    history = open_history()
    queued, sending, placed = course(new_call(call_id="a"), 2)
    await history.record(queued)
    set_room(max(file.stat().st_size for file in folder.iterdir()))
    try:
        await history.record(sending)
    except NotRecorded as error:
        tell(error)
    tell([len(call.steps) for call in await history.page()])
    set_room(resource.RLIM_INFINITY)
    await history.record(sending)
    await history.record(placed)
    tell([len(call.steps) for call in await history.page()])
    await history.close()
asyncio.run(main())
"""
)


@needs_full_disk
def test_a_file_that_may_not_grow_keeps_nothing_of_the_step_and_goes_on_later(tmp_path: Path) -> None:
    said, *rest = run_python(FULL_DISK, tmp_path).splitlines()
    assert str(tmp_path) in said
    assert rest == ["[1]", "[3]"]


TINY_DISK = (
    PRELUDE
    + """
import subprocess
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "none", folder], check=True)
async def main():
    history = open_history()
    queued, sending, placed = course(new_call(call_id="a"), 2)
    await history.record(queued)
    filler = folder / "filler"
    try:
        filler.write_bytes(bytes(1 << 20))
    except OSError:
        pass
    for _ in range(2):
        try:
            await history.record(sending)
        except NotRecorded as error:
            tell(error)
    tell([len(call.steps) for call in await history.page()])
    filler.unlink()
    await history.record(sending)
    tell([len(call.steps) for call in await history.page()])
    await history.close()
asyncio.run(main())
"""
)


def may_mount() -> bool:
    unshare = shutil.which("unshare")
    if unshare is None:
        return False
    command = [unshare, "--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"]
    tried = subprocess.run(command, capture_output=True, timeout=TIMEOUT_S, check=False)  # noqa: S603
    return tried.returncode == 0


@pytest.mark.skipif(not may_mount(), reason="no file system may be mounted here")
def test_a_full_disk_says_so_keeps_nothing_of_the_step_and_goes_on_later(tmp_path: Path) -> None:
    said = run_python(TINY_DISK, tmp_path, prefix=("unshare", "--user", "--map-root-user", "--mount"))
    full = f"The disk with {tmp_path} is full. Free some space and try again."
    assert said.splitlines() == [full, full, "[1]", "[2]"]


READ_ONLY = (
    PRELUDE
    + """
async def main():
    history = open_history()
    for question in history.open, lambda: history.record(new_call()), history.unfinished:
        try:
            await question()
        except NotRecorded as error:
            tell(error)
    tell([call.id for call in await history.page()])
    latest = await history.latest_sent_to(new_call().request.number.person)
    tell(latest and latest.id)
    await history.close()
asyncio.run(main())
"""
)


@needs_modes
@pytest.mark.parametrize("is_there", [True, False])
async def test_a_read_only_folder_can_be_read_and_says_why_it_is_not_written(
    tmp_path: Path, is_there: bool
) -> None:
    if is_there:
        await record(tmp_path, new_call(call_id="earlier"))
    shutil.rmtree(tmp_path / "runs", ignore_errors=True)
    with read_only(tmp_path):
        said = await asyncio.to_thread(run_python, READ_ONLY, tmp_path, prefix=AS_ANYBODY)
    sentence = f"{tmp_path} cannot be written to. Check its permissions, or choose another profile folder."
    found = ["['earlier']", "earlier"] if is_there else ["[]", "None"]
    assert said.splitlines() == [sentence] * 3 + found


@needs_modes
async def test_a_damaged_history_that_cannot_be_kept_aside_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "history.sqlite3").write_text("no database" * 1000)
    script = READ_ONLY.replace("tell([call", "return  # ")
    with read_only(tmp_path):
        said = await asyncio.to_thread(run_python, script, tmp_path, prefix=AS_ANYBODY)
    assert said.count("cannot be written to") == 3
    assert names(tmp_path) == ["history.sqlite3"]
