from __future__ import annotations

import sqlite3
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from storage_calls import FILE, LINK, OTHER, STEPS, course, new_call

from app.storage import history_schema
from app.storage.history_file import HistoryFile
from app.storage.history_rows import write
from app.storage.history_schema import MIGRATIONS, NEWEST, ForeignDatabase, migrate, version

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from app.domain.audio import AudioRecord


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


def columns(db: sqlite3.Connection) -> list[str]:
    return [row[1] for row in db.execute("PRAGMA table_info(calls)")]


def add_migrations(monkeypatch: pytest.MonkeyPatch, *migrations: tuple[str, ...]) -> None:
    monkeypatch.setattr(history_schema, "MIGRATIONS", (*MIGRATIONS, *migrations))
    monkeypatch.setattr(history_schema, "NEWEST", NEWEST + len(migrations))


def test_an_empty_file_becomes_the_newest(db: sqlite3.Connection) -> None:
    assert version(db) == 0
    migrate(db)
    assert version(db) == NEWEST == len(MIGRATIONS)
    migrate(db)
    assert version(db) == NEWEST


def test_one_more_entry_is_one_more_version(db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    migrate(db)
    add_migrations(monkeypatch, ("ALTER TABLE calls ADD COLUMN mood TEXT",))
    migrate(db)
    assert version(db) == NEWEST + 1
    assert "mood" in columns(db)


def test_a_migration_that_fails_leaves_the_one_before(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_migrations(
        monkeypatch,
        ("ALTER TABLE calls ADD COLUMN mood TEXT",),
        ("ALTER TABLE calls ADD COLUMN weather TEXT", "ALTER TABLE nothing ADD COLUMN x"),
    )
    with pytest.raises(sqlite3.OperationalError, match="nothing"):
        migrate(db)
    assert version(db) == NEWEST + 1
    assert "mood" in columns(db)
    assert "weather" not in columns(db)


# --- from version 1 ---------------------------------------------------------------------------------------


FIRST_CALLS = [course(new_call())[-1], course(new_call(OTHER), 2)[-1]]
COMMON = (
    "row, id, run, account_id, account_name, provider, kind, ring_seconds, person, e164, country, "
    "number_kind, formatted, assumed, in_use, provider_call_id, state, outcome, created_at"
)


@pytest.fixture
async def first_version(tmp_path: Path) -> Path:
    """A history as Toque 0.1 left it, with calls in it."""
    with closing(sqlite3.connect(tmp_path / "history.sqlite3", isolation_level=None)) as db:
        for statement in MIGRATIONS[0]:
            db.execute(statement)
        db.execute("PRAGMA user_version = 1")
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as newest:
            newest.row_factory = sqlite3.Row
            migrate(newest)
            for call in FIRST_CALLS:
                write(newest, call, "a run that is gone")
            for table, wanted in (("calls", COMMON), ("steps", "*")):
                for row in newest.execute(f"SELECT {wanted} FROM {table}"):  # noqa: S608 - our own names
                    own, marks = ", ".join(row.keys()), ", ".join("?" * len(row))
                    db.execute(f"INSERT INTO {table} ({own}) VALUES ({marks})", tuple(row))  # noqa: S608
    return tmp_path


def test_the_first_version_knew_no_sounds(first_version: Path) -> None:
    with closing(sqlite3.connect(first_version / "history.sqlite3")) as db:
        assert version(db) == 1
        assert not any(column.startswith("audio") for column in columns(db))


async def test_every_call_of_the_first_version_is_there(first_version: Path) -> None:
    async with opened(first_version) as history:
        assert await history.page() == FIRST_CALLS[::-1]


async def test_a_call_of_the_first_version_can_get_its_end(first_version: Path) -> None:
    async with opened(first_version) as history:
        assert await history.unfinished() == [FIRST_CALLS[1]]
        ended = FIRST_CALLS[1].advance(STEPS[-1])
        await history.record(ended)
        assert await history.page(limit=1) == [ended]


@pytest.mark.parametrize("record", [FILE, LINK])
async def test_a_sound_is_kept_beside_calls_of_the_first_version(
    first_version: Path, record: AudioRecord
) -> None:
    call = new_call()
    call = replace(call, request=replace(call.request, audio=record))
    async with opened(first_version) as history:
        await history.record(call)
    async with opened(first_version) as history:
        assert await history.page() == [call, *FIRST_CALLS[::-1]]


async def test_the_first_version_becomes_the_newest_in_place(first_version: Path) -> None:
    async with opened(first_version) as history:
        await history.page()
    with closing(sqlite3.connect(first_version / "history.sqlite3")) as db:
        assert version(db) == NEWEST
    assert [name for name in names(first_version) if name.endswith(".sqlite3")] == ["history.sqlite3"]


# --- what is none -----------------------------------------------------------------------------------------


def test_other_tables_are_not_a_history(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(ForeignDatabase):
        version(db)


def test_a_version_without_its_tables_is_not_a_history(db: sqlite3.Connection) -> None:
    migrate(db)
    db.execute("DROP TABLE steps")
    with pytest.raises(ForeignDatabase):
        version(db)
