"""The do-not-call list's table, and an entry as one of its rows."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.phone_number import InvalidPhoneNumber, NumberKind, PhoneNumber
from app.services.do_not_call import DoNotCallEntry
from app.storage.schema import Schema

if TYPE_CHECKING:
    import sqlite3

ENTRIES = """
    CREATE TABLE {name} (
        row      INTEGER PRIMARY KEY,
        person   TEXT NOT NULL UNIQUE,
        e164     TEXT NOT NULL,
        reason   TEXT NOT NULL,
        added_at TEXT,
        source   TEXT NOT NULL,
        searched TEXT NOT NULL
    )
"""
COLUMNS = "person, e164, reason, added_at, source, searched"
VALUES = f"({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"
SCHEMA = Schema(
    frozenset({"entries", "accepted"}),
    (
        (
            # `row` is the order in which they came; `searched` what is looked for, in one form.
            ENTRIES.format(name="entries"),
            # Lists that were damaged and kept aside, and that the operator goes on without.
            "CREATE TABLE accepted (name TEXT NOT NULL PRIMARY KEY)",
        ),
    ),
)


def row_of(entry: DoNotCallEntry) -> tuple[str | None, ...]:
    """Return what is written of `entry`, as VALUES has it."""
    searched = f"{entry.number.digits} {entry.person} {entry.reason} {entry.source}".casefold()
    added = written(entry.added_at) if entry.added_at else None
    return entry.person, entry.number.e164, entry.reason, added, entry.source, searched


def written(at: datetime) -> str:
    """Return a moment as text whose order is that of time."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def bare(e164: str) -> PhoneNumber:
    """Return a number of which nothing else is known: the numbering plan takes its time for many."""
    return PhoneNumber(e164, "", NumberKind.UNKNOWN, e164)


def read(row: sqlite3.Row) -> DoNotCallEntry:
    """Return the entry in `row`."""
    try:
        number = PhoneNumber.parse(row["e164"])
    except InvalidPhoneNumber:  # numbering plans change; the entry counts all the same
        number = bare(row["e164"])
    added = None
    with suppress(TypeError, ValueError):
        added = datetime.fromisoformat(row["added_at"]).astimezone(UTC)
    return DoNotCallEntry(number, row["reason"], added, row["source"])


def matching(text: str) -> tuple[str, list[str | int]]:
    """Return the condition for entries with every word of `text`; digits alone are one word, a number."""
    if not any(sign.isalpha() for sign in text):
        words = ["".join(sign for sign in text if sign.isdigit())]
    else:
        words = text.casefold().split()
    words = [word for word in words if word]
    return " AND ".join(["instr(searched, ?) > 0"] * len(words)) or "1", list(words)
