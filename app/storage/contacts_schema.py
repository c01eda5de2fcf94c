"""The tables of the contacts, version after version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.storage.schema import Schema

if TYPE_CHECKING:
    from app.storage.schema import Step

MIGRATIONS: tuple[tuple[Step, ...], ...] = (
    (
        # `folded` is the name as it is ordered and compared. `is_number`: the name is merely a number, and
        # names nobody. `favourite`: the place among the favourites, from 1, without gaps.
        """
        CREATE TABLE contacts (
            row       INTEGER PRIMARY KEY,
            id        TEXT NOT NULL UNIQUE,
            name      TEXT NOT NULL,
            folded    TEXT NOT NULL,
            is_number INTEGER NOT NULL,
            note      TEXT NOT NULL,
            favourite INTEGER
        )
        """,
        """
        CREATE TABLE numbers (
            contact     INTEGER NOT NULL REFERENCES contacts (row),
            n           INTEGER NOT NULL,
            e164        TEXT NOT NULL,
            country     TEXT NOT NULL,
            number_kind TEXT NOT NULL,
            formatted   TEXT NOT NULL,
            in_use      INTEGER NOT NULL,
            label       TEXT NOT NULL,
            person      TEXT NOT NULL,
            PRIMARY KEY (contact, n)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX contacts_by_name ON contacts (folded, row)",
        "CREATE INDEX contacts_favourite ON contacts (favourite) WHERE favourite IS NOT NULL",
        "CREATE INDEX numbers_by_person ON numbers (person, contact, e164)",
        # The words of names, by the contact's row; nothing for a name that is merely a number. Only whole
        # words and their beginnings are asked for, so that places within a name need not be kept.
        """
        CREATE VIRTUAL TABLE words USING fts5 (
            folded, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', detail = none
        )
        """,
    ),
)
SCHEMA = Schema(frozenset({"contacts", "numbers", "words"}), MIGRATIONS)
