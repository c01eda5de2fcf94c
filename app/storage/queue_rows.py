"""Entries of the queue as rows of its table, and back."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app.domain.call import Outcome
from app.domain.phone_number import NumberKind, NumberProblem, PhoneNumber
from app.domain.queue import EntryState, QueueEntry, QueueLine, QueueProgress
from app.services.queue_store import QueueStanding

if TYPE_CHECKING:
    import sqlite3

_log = logging.getLogger(__name__)

UPCOMING = 5
"""Entries that are shown ahead."""
_SELECT = """
    SELECT entries.*, (
        SELECT min(earlier.place) FROM entries AS earlier
        WHERE earlier.person = entries.person AND earlier.place < entries.place
    ) AS earlier_place
    FROM entries
"""
_CALLABLE = "state = 'waiting' AND problem IS NULL"

INSERT = """
    INSERT INTO entries (
        place, id, written, person, e164, country, number_kind, formatted, assumed, in_use, problem, found,
        name, note
    ) VALUES (
        :place, :id, :written, :person, :e164, :country, :number_kind, :formatted, :assumed, :in_use,
        :problem, :found, :name, :note
    )
"""


def select(db: sqlite3.Connection, where: str, *values: object) -> list[QueueEntry]:
    """Return the entries of rows that `where` (which may go on with ORDER BY) chooses.

    One that makes no sense is left out and stays on disk.
    """
    rows = db.execute(f"{_SELECT} WHERE {where}", values)  # our own words
    return [entry for row in rows if (entry := _entry(row)) is not None]


def first(db: sqlite3.Connection, where: str, *values: object) -> QueueEntry | None:
    """Return the first of these entries, or None."""
    return next(iter(select(db, f"{where} LIMIT 1", *values)), None)


def standing(db: sqlite3.Connection, run: str) -> QueueStanding:
    """Return how the queue stands for that Toque."""
    return QueueStanding(
        _progress(db),
        first(db, "state = 'current' AND run = ? ORDER BY place", run),
        tuple(select(db, f"{_CALLABLE} ORDER BY place LIMIT ?", UPCOMING)),
    )


def next_to_call(db: sqlite3.Connection) -> QueueEntry | None:
    """Return the first entry that waits and can be called."""
    return first(db, f"{_CALLABLE} ORDER BY place")


def left_before(db: sqlite3.Connection, place: int | None) -> QueueEntry | None:
    """Return the last entry before `place` (of all, if None) that was called or skipped."""
    before = "state IN ('called', 'skipped') AND (?1 IS NULL OR place < ?1) ORDER BY place DESC"
    return first(db, before, place)


def insert_values(line: QueueLine, place: int) -> dict[str, Any]:
    """Return the columns of a new entry."""
    return {"place": place, "id": uuid4().hex} | line_values(line)


def line_values(line: QueueLine) -> dict[str, Any]:
    """Return the columns of what a line says."""
    number = line.number
    return {
        "written": clean(line.written),
        "person": number.person if number else None,
        "e164": number.e164 if number else None,
        "country": number.country if number else "",
        "number_kind": number.kind if number else "",
        "formatted": clean(number.formatted) if number else "",
        "assumed": number.assumed if number else False,
        "in_use": number.in_use if number else True,
        "problem": line.problem,
        "found": clean(line.found),
        "name": clean(line.name),
        "note": clean(line.note),
    }


def time_text(at: datetime) -> str:
    """Return an aware time as it is kept."""
    return at.astimezone(UTC).isoformat()


def clean(text: str) -> str:
    """Return `text` as SQLite can keep it: halves of surrogate pairs occur in what is pasted."""
    return text.encode(errors="replace").decode()


def _progress(db: sqlite3.Connection) -> QueueProgress:
    counts: dict[str, int] = {}
    unreadable = 0
    for state, is_unreadable, count in db.execute(
        "SELECT state, problem IS NOT NULL, count(*) FROM entries GROUP BY state, problem IS NOT NULL"
    ):
        counts[state] = counts.get(state, 0) + count
        if is_unreadable and state == EntryState.WAITING:
            unreadable = count
    return QueueProgress(
        counts.get(EntryState.CALLED, 0),
        counts.get(EntryState.SKIPPED, 0),
        sum(counts.values()),
        unreadable,
    )


def _entry(row: sqlite3.Row) -> QueueEntry | None:
    try:
        return QueueEntry(
            id=row["id"],
            place=row["place"],
            line=_line(row),
            state=EntryState(row["state"]),
            call_id=row["call_id"] or "",
            outcome=Outcome(row["outcome"]) if row["outcome"] else None,
            called_at=datetime.fromisoformat(row["called_at"]) if row["called_at"] else None,
            remark=row["remark"],
            tag=row["tag"],
            earlier_place=row["earlier_place"],
        )
    except ValueError:
        _log.warning("Entry %s of the queue makes no sense and is left out", row["place"])
        return None


def _line(row: sqlite3.Row) -> QueueLine:
    number = None
    if row["e164"] is not None:
        number = PhoneNumber(
            row["e164"],
            row["country"],
            NumberKind(row["number_kind"]),
            row["formatted"],
            assumed=bool(row["assumed"]),
            in_use=bool(row["in_use"]),
        )
    return QueueLine(
        row["written"],
        number,
        NumberProblem(row["problem"]) if row["problem"] else None,
        row["found"],
        row["name"],
        row["note"],
    )
