"""The index: filled from what an older version left, and made anew where it is damaged."""

from __future__ import annotations

import os
import sqlite3
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from storage_calls import NOON, course, new_call, talk
from storage_programs import AS_ANYBODY, needs_modes, read_only, run_python

from app.domain.guard import Despite, Guard
from app.services.history import HistoryFilter, NotRecorded
from app.storage import history_file
from app.storage.history_file import HistoryFile
from app.storage.history_reader import NotIndexed
from app.storage.history_schema import MIGRATIONS, SCHEMA

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from app.domain.call import Call

BEFORE_THE_INDEX = 3


@asynccontextmanager
async def open_history(folder: Path) -> AsyncIterator[HistoryFile]:
    history = HistoryFile(folder / "history.sqlite3", folder / "runs", busy_timeout_s=5)
    try:
        yield history
    finally:
        await history.close()


async def ids(history: HistoryFile, **which: object) -> list[str]:
    return [call.id for call in await history.page(which=HistoryFilter(**which))]  # type: ignore[arg-type]


def names(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


@pytest.fixture
async def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a history of version 3 with 25 calls, which come into the index by tens."""
    monkeypatch.setattr(history_file, "PORTION", 10)
    async with open_history(tmp_path) as history:
        for n in range(25):
            await history.record(replace(course(new_call(after_s=60 * n))[-1], id=f"{n}"))
    with closing(sqlite3.connect(tmp_path / "new", isolation_level=None)) as db:
        for migration in MIGRATIONS[:BEFORE_THE_INDEX]:
            for statement in migration:
                assert isinstance(statement, str)
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {BEFORE_THE_INDEX}")
        db.execute("ATTACH ? AS newest", (str(tmp_path / "history.sqlite3"),))
        for table in ("calls", "steps"):
            names = ", ".join(row[1] for row in db.execute(f"PRAGMA main.table_info({table})"))
            db.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM newest.{table}")  # noqa: S608
        db.execute("DETACH newest")
    (tmp_path / "new").replace(tmp_path / "history.sqlite3")
    return tmp_path


async def test_the_first_search_finds_what_an_older_version_left(older: Path) -> None:
    async with open_history(older) as history:
        assert await ids(history, text="99999 ok") == [f"{n}" for n in range(24, -1, -1)]
    async with open_history(older) as history:
        assert await history.count(HistoryFilter(text="ok")) == 25


async def test_filling_the_index_tells_how_far_it_is(older: Path) -> None:
    shares: list[float] = []
    async with open_history(older) as history:
        await history.prepare(shares.append)
        assert [round(share, 2) for share in shares] == [0.36, 0.76, 1.0]
        await history.prepare(shares.append)
        assert shares[3:] == [1.0]


async def test_what_is_changed_while_the_index_is_filled_is_right_in_it(older: Path) -> None:
    async with open_history(older) as history:
        await history._run(history._extend)
        await history.annotate("3", "in the part that is not in it yet", "")
        await history.annotate("23", "in the part that is", "")
        await history.record(new_call(call_id="new"))
        assert await history.delete(["4", "22"]) == 2
        assert await ids(history, text="part") == ["23", "3"]
        assert await ids(history, text="0001") == [
            "new",
            *(f"{n}" for n in range(24, -1, -1) if n not in (4, 22)),
        ]
        assert await history.delete_before(NOON.replace(minute=10)) == 9
        assert await ids(history, until=NOON.replace(minute=12)) == ["new", "11", "10"]
    with closing(sqlite3.connect(older / "history.sqlite3")) as db:
        db.execute("INSERT INTO found (found) VALUES ('integrity-check')")


async def test_two_toques_fill_one_index(older: Path) -> None:
    async with open_history(older) as one, open_history(older) as two:
        await one._run(one._extend)
        await two._run(two._extend)
        assert await ids(one, text="ok") == await ids(two, text="ok") == [f"{n}" for n in range(24, -1, -1)]


async def test_every_word_of_a_call_is_kept_through_the_file(tmp_path: Path) -> None:
    call = talk()[-1]
    despite = Despite((Guard.EARLIER, Guard.QUIET_HOURS), "asked for – “urgent”")
    call = replace(call, request=replace(call.request, despite=despite), note="ä\nb", tag="t")
    async with open_history(tmp_path) as history:
        await history.record(call)
    async with open_history(tmp_path) as history:
        assert await history.page() == [call]
        with closing(sqlite3.connect(tmp_path / "history.sqlite3")) as db, db:
            db.execute("""UPDATE calls SET despite = '{"guards": ["of_next_year", "earlier"]}'""")
        (found,) = await history.page()
        assert found.request.despite == Despite((Guard.EARLIER,))


@needs_modes
async def test_an_older_history_that_may_only_be_read_can_be_read_but_not_searched(older: Path) -> None:
    script = """
import asyncio, sys
from pathlib import Path
from app.services.history import HistoryFilter, NotRecorded
from app.storage.history_file import HistoryFile
folder = Path(sys.argv[1])
async def main():
    history = HistoryFile(folder / "history.sqlite3", folder / "runs")
    print(len(await history.page()))
    try:
        await history.page(which=HistoryFilter(text="ok"))
    except NotRecorded as error:
        print(error)
    await history.close()
asyncio.run(main())
"""
    with read_only(older):
        said = run_python(script, older, prefix=AS_ANYBODY)
    assert said.startswith("25\n")
    assert "cannot be written" in said


# --- damage -----------------------------------------------------------------------------------------------


def damage_index(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "history.sqlite3")) as db, db:
        db.execute("UPDATE found_data SET block = x'00112233445566778899' WHERE id > 10")


@pytest.mark.logs("index of history.sqlite3 is damaged")
async def test_an_index_that_is_damaged_is_made_anew_and_no_call_is_lost(tmp_path: Path) -> None:
    async with open_history(tmp_path) as history:
        for n in range(30):
            await history.record(replace(course(new_call())[-1], id=f"{n}"))
    damage_index(tmp_path)
    async with open_history(tmp_path) as history:
        assert await ids(history, text="0001 ok") == [f"{n}" for n in range(29, -1, -1)]
        assert len(await history.page()) == 30
    assert not any("damaged" in name for name in names(tmp_path))


@pytest.mark.logs("index of history.sqlite3 is damaged")
async def test_a_step_is_recorded_though_the_index_is_damaged(tmp_path: Path) -> None:
    *_, ringing, ended = course(new_call(call_id="it"))
    async with open_history(tmp_path) as history:
        await history.record(ringing)
    with closing(sqlite3.connect(tmp_path / "history.sqlite3")) as db, db:
        db.execute("DELETE FROM found_data")
    async with open_history(tmp_path) as history:
        await history.record(ended)
        assert await history.page() == [ended]
        assert await ids(history, text="nobody") == ["it"]


@pytest.mark.logs("[Hh]istory")
async def test_a_history_damaged_under_a_search_is_kept_aside(tmp_path: Path) -> None:
    told: list[object] = []
    history = HistoryFile(tmp_path / "history.sqlite3", tmp_path / "runs", on_kept_aside=told.append)
    for n in range(50):
        await history.record(replace(course(new_call())[-1], id=f"{n}"))
    await history.close()
    size = (tmp_path / "history.sqlite3").stat().st_size
    with (tmp_path / "history.sqlite3").open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(size - 4096))
    history = HistoryFile(tmp_path / "history.sqlite3", tmp_path / "runs", on_kept_aside=told.append)
    assert await history.page(which=HistoryFilter(text="ok")) == []
    await history.record(new_call(call_id="new"))
    assert await history.annotate("new", "a note", "") is not None
    assert await history.page(which=HistoryFilter(text="note")) == await history.page()
    assert len(told) == 1
    await history.close()


@pytest.mark.logs("[Hh]istory")
async def test_a_closed_history_refuses(tmp_path: Path) -> None:
    async with open_history(tmp_path) as history:
        await history.record(new_call())
    for asking in (
        history.page(which=HistoryFilter(text="x")),
        history.count(HistoryFilter()),
        history.tags(),
    ):
        with pytest.raises(NotRecorded, match="closing"):
            await asking


def test_the_newest_version_is_the_one_with_an_index() -> None:
    assert SCHEMA.newest == BEFORE_THE_INDEX + 1


@pytest.mark.logs("index of history.sqlite3 is damaged")
async def test_an_index_that_stays_damaged_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_history(tmp_path) as history:
        await history.record(new_call())

        async def damaged(*_: object) -> list[Call]:
            raise NotIndexed(is_damaged=True)

        monkeypatch.setattr(history._reader, "page", damaged)
        with pytest.raises(NotRecorded, match="again and again"):
            await ids(history, text="0001")
        assert len(await history.page()) == 1
