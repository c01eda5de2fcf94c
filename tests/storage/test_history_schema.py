from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from app.storage import history_schema
from app.storage.history_schema import MIGRATIONS, NEWEST, ForeignDatabase, migrate, version

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        yield db


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


def test_other_tables_are_not_a_history(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(ForeignDatabase):
        version(db)


def test_a_version_without_its_tables_is_not_a_history(db: sqlite3.Connection) -> None:
    migrate(db)
    db.execute("DROP TABLE steps")
    with pytest.raises(ForeignDatabase):
        version(db)
