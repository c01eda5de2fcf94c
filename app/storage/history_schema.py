"""The tables of the history, and how older ones become the newest.

A later version adds one entry to MIGRATIONS and never changes an earlier one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        # `row` is the order in which calls were first recorded. Account, provider and number are kept as
        # they were, so that history reads right whatever becomes of them. `run` is the Toque that follows
        # the call.
        """
        CREATE TABLE calls (
            row              INTEGER PRIMARY KEY,
            id               TEXT NOT NULL UNIQUE,
            run              TEXT NOT NULL,
            account_id       TEXT NOT NULL,
            account_name     TEXT NOT NULL,
            provider         TEXT NOT NULL,
            kind             TEXT NOT NULL,
            ring_seconds     INTEGER,
            person           TEXT NOT NULL,
            e164             TEXT NOT NULL,
            country          TEXT NOT NULL,
            number_kind      TEXT NOT NULL,
            formatted        TEXT NOT NULL,
            assumed          INTEGER NOT NULL,
            in_use           INTEGER NOT NULL,
            provider_call_id TEXT,
            state            TEXT NOT NULL,
            outcome          TEXT,
            created_at       TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE steps (
            call     INTEGER NOT NULL REFERENCES calls (row),
            n        INTEGER NOT NULL,
            state    TEXT NOT NULL,
            outcome  TEXT,
            known_by TEXT NOT NULL,
            at       TEXT NOT NULL,
            reason   TEXT,
            detail   TEXT NOT NULL,
            PRIMARY KEY (call, n)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX calls_by_person ON calls (person)",
        "CREATE INDEX calls_unfinished ON calls (run) WHERE state <> 'ended'",
    ),
    (
        # What an audio call played: a file's path, its length and size as sent, and the hash of the
        # original; or a link, and whether it is the whole of it.
        "ALTER TABLE calls ADD COLUMN audio_path TEXT",
        "ALTER TABLE calls ADD COLUMN audio_duration_s REAL",
        "ALTER TABLE calls ADD COLUMN audio_size INTEGER",
        "ALTER TABLE calls ADD COLUMN audio_sha256 TEXT",
        "ALTER TABLE calls ADD COLUMN audio_link TEXT",
        "ALTER TABLE calls ADD COLUMN audio_link_is_whole INTEGER",
    ),
    (
        # What an agent's call asked for, and what was told of it when it was over: JSON, as in
        # `agent_records`.
        "ALTER TABLE calls ADD COLUMN agent TEXT",
        "ALTER TABLE calls ADD COLUMN report TEXT",
    ),
)
"""Entry n (from 1) leads from version n - 1 to version n, each in a transaction of its own."""

NEWEST = len(MIGRATIONS)


class ForeignDatabase(Exception):
    """A database that is none of Toque's histories."""


def version(db: sqlite3.Connection) -> int:
    """Return the version of the tables in `db`; 0 for none.

    Raises ForeignDatabase where there are tables but no version, or not the tables of that version.
    """
    (number,) = db.execute("PRAGMA user_version").fetchone()
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if number == 0 and tables:
        raise ForeignDatabase("other tables")
    if 0 < number <= NEWEST and not tables >= {"calls", "steps"}:
        raise ForeignDatabase("tables are missing")
    return int(number)


def migrate(db: sqlite3.Connection) -> None:
    """Bring `db`, an autocommit connection of a version not newer than NEWEST, to NEWEST."""
    for number in range(version(db) + 1, NEWEST + 1):
        db.execute("BEGIN IMMEDIATE")
        try:
            for statement in MIGRATIONS[number - 1]:
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number:d}")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
