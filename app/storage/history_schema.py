"""The tables of the history, version after version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.storage import history_index
from app.storage.schema import Schema

if TYPE_CHECKING:
    from app.storage.schema import Step

MIGRATIONS: tuple[tuple[Step, ...], ...] = (
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
    (
        # What was overridden for it (JSON, as in `guard_records`), and the operator's words about it.
        "ALTER TABLE calls ADD COLUMN despite TEXT",
        "ALTER TABLE calls ADD COLUMN note TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE calls ADD COLUMN tag TEXT NOT NULL DEFAULT ''",
        "CREATE INDEX calls_by_tag ON calls (tag) WHERE tag <> ''",
        *history_index.TABLES,
    ),
)
SCHEMA = Schema(frozenset({"calls", "steps"}), MIGRATIONS)
