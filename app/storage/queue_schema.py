"""The tables of the queue, version after version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.storage.schema import Schema

if TYPE_CHECKING:
    from app.storage.schema import Step

MIGRATIONS: tuple[tuple[Step, ...], ...] = (
    (
        # `e164` is NULL, and `problem` is not, for what cannot be read. `run` is the Toque that works on a
        # current entry.
        """
        CREATE TABLE entries (
            place       INTEGER PRIMARY KEY,
            id          TEXT NOT NULL UNIQUE,
            written     TEXT NOT NULL,
            person      TEXT,
            e164        TEXT,
            country     TEXT NOT NULL,
            number_kind TEXT NOT NULL,
            formatted   TEXT NOT NULL,
            assumed     INTEGER NOT NULL,
            in_use      INTEGER NOT NULL,
            problem     TEXT,
            found       TEXT NOT NULL,
            name        TEXT NOT NULL,
            note        TEXT NOT NULL,
            state       TEXT NOT NULL DEFAULT 'waiting',
            run         TEXT,
            call_id     TEXT,
            outcome     TEXT,
            called_at   TEXT,
            remark      TEXT NOT NULL DEFAULT '',
            tag         TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE INDEX entries_by_state ON entries (state, problem, place)",
        "CREATE INDEX entries_by_person ON entries (person, place) WHERE person IS NOT NULL",
        "CREATE INDEX entries_open ON entries (call_id) WHERE call_id IS NOT NULL AND outcome IS NULL",
    ),
)
SCHEMA = Schema(frozenset({"entries"}), MIGRATIONS)
