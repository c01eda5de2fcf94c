from __future__ import annotations

import sqlite3
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from storage_calls import FILE, LINK, OTHER, STEPS, course, new_call, talk, with_sound

from app.storage.history_file import HistoryFile
from app.storage.history_queries import page
from app.storage.history_rows import write
from app.storage.history_schema import MIGRATIONS, SCHEMA
from app.storage.schema import ForeignDatabase, Schema

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from app.domain.call import Call


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        yield db


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[HistoryFile]:
    history = HistoryFile(folder / "history.sqlite3", folder / "runs", busy_timeout_s=0.05)
    try:
        yield history
    finally:
        await history.close()


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def columns(db: sqlite3.Connection, table: str = "calls") -> list[str]:
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


def extended(*migrations: tuple[str, ...]) -> Schema:
    return Schema(SCHEMA.tables, (*MIGRATIONS, *migrations))


def test_an_empty_file_becomes_the_newest(db: sqlite3.Connection) -> None:
    assert SCHEMA.version(db) == 0
    SCHEMA.migrate(db)
    assert SCHEMA.version(db) == SCHEMA.newest == len(MIGRATIONS)
    SCHEMA.migrate(db)
    assert SCHEMA.version(db) == SCHEMA.newest


def test_one_more_entry_is_one_more_version(db: sqlite3.Connection) -> None:
    SCHEMA.migrate(db)
    extended(("ALTER TABLE calls ADD COLUMN mood TEXT",)).migrate(db)
    assert SCHEMA.version(db) == SCHEMA.newest + 1
    assert "mood" in columns(db)


def test_a_migration_may_be_a_function(db: sqlite3.Connection) -> None:
    Schema(
        frozenset({"moods"}),
        (("CREATE TABLE moods (x)", lambda db: db.execute("INSERT INTO moods VALUES (1)")),),
    ).migrate(db)
    assert db.execute("SELECT x FROM moods").fetchall() == [(1,)]


def test_a_migration_that_fails_leaves_the_one_before(db: sqlite3.Connection) -> None:
    schema = extended(
        ("ALTER TABLE calls ADD COLUMN mood TEXT",),
        ("ALTER TABLE calls ADD COLUMN weather TEXT", "ALTER TABLE nothing ADD COLUMN x"),
    )
    with pytest.raises(sqlite3.OperationalError, match="nothing"):
        schema.migrate(db)
    assert schema.version(db) == SCHEMA.newest + 1
    assert "mood" in columns(db)
    assert "weather" not in columns(db)


# --- from an older version --------------------------------------------------------------------------------


FIRST_CALLS = [course(new_call())[-1], course(new_call(OTHER), 2)[-1]]
CALLS_OF = {1: FIRST_CALLS, 2: [course(with_sound(FILE))[-1], course(with_sound(LINK))[-1], *FIRST_CALLS]}
"""What the history of each older version has, the last call without an end."""


@pytest.fixture(params=CALLS_OF)
def older(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, int]:
    """A history as Toque 0.1 or 0.2 left it, with calls in it, and its version."""
    number: int = request.param
    with closing(sqlite3.connect(tmp_path / "history.sqlite3", isolation_level=None)) as db:
        for migration in MIGRATIONS[:number]:
            for statement in migration:
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {number}")
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as newest:
            newest.row_factory = sqlite3.Row
            SCHEMA.migrate(newest)
            for call in CALLS_OF[number]:
                write(newest, call, "a run that is gone")
            for table in ("calls", "steps"):
                own = ", ".join(columns(db, table))
                for row in newest.execute(f"SELECT {own} FROM {table}"):  # noqa: S608 - our own names
                    marks = ", ".join("?" * len(row))
                    db.execute(f"INSERT INTO {table} ({own}) VALUES ({marks})", tuple(row))  # noqa: S608
    return tmp_path, number


def test_older_versions_knew_less(older: tuple[Path, int]) -> None:
    folder, number = older
    with closing(sqlite3.connect(folder / "history.sqlite3")) as db:
        assert SCHEMA.version(db) == number
        known = columns(db)
    assert any(column.startswith("audio") for column in known) == (number == 2)
    assert not {"agent", "report"} & set(known)


async def test_every_call_of_an_older_version_is_there(older: tuple[Path, int]) -> None:
    folder, number = older
    async with opened(folder) as history:
        assert await history.page() == CALLS_OF[number][::-1]


async def test_a_call_of_an_older_version_can_get_its_end(older: tuple[Path, int]) -> None:
    async with opened(older[0]) as history:
        assert await history.unfinished() == [FIRST_CALLS[1]]
        ended = FIRST_CALLS[1].advance(STEPS[-1])
        await history.record(ended)
        assert await history.page(limit=1) == [ended]


@pytest.mark.parametrize("call", [with_sound(FILE), with_sound(LINK), talk()[-1]])
async def test_newer_kinds_of_calls_are_kept_beside_older_ones(older: tuple[Path, int], call: Call) -> None:
    folder, number = older
    call = replace(call, id="newer")
    async with opened(folder) as history:
        await history.record(call)
    async with opened(folder) as history:
        assert await history.page() == [call, *CALLS_OF[number][::-1]]


async def test_an_older_version_becomes_the_newest_in_place(older: tuple[Path, int]) -> None:
    folder, _ = older
    async with opened(folder) as history:
        await history.page()
    with closing(sqlite3.connect(folder / "history.sqlite3")) as db:
        assert SCHEMA.version(db) == SCHEMA.newest
    assert [name for name in names(folder) if name.endswith(".sqlite3")] == ["history.sqlite3"]


def test_an_older_version_that_may_only_be_read_is_read(older: tuple[Path, int]) -> None:
    folder, number = older
    with closing(sqlite3.connect(folder / "history.sqlite3", isolation_level=None)) as db:
        db.row_factory = sqlite3.Row
        assert page(db, None, 10) == CALLS_OF[number][::-1]


# --- what is none -----------------------------------------------------------------------------------------


def test_other_tables_are_not_a_history(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(ForeignDatabase):
        SCHEMA.version(db)


def test_a_version_without_its_tables_is_not_a_history(db: sqlite3.Connection) -> None:
    SCHEMA.migrate(db)
    db.execute("DROP TABLE steps")
    with pytest.raises(ForeignDatabase):
        SCHEMA.version(db)
