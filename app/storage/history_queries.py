"""What is asked of the history's tables. Every question is answered by an index, however long it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.services.history import EVERY_CALL
from app.storage import history_index, history_rows
from app.storage.history_filters import meant

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from app.domain.call import Call
    from app.services.history import HistoryFilter

_ABOVE_ALL = 2**63 - 1


def page(
    db: sqlite3.Connection, before: str | None, limit: int, which: HistoryFilter = EVERY_CALL
) -> list[Call]:
    """Return up to `limit` of those calls, newest first, below the one with id `before`.

    Fewer if that is all.
    """
    calls: list[Call] = []
    below = _ABOVE_ALL if before is None else _row(db, before)
    those = meant(db, which)
    while (missing := limit - len(calls)) > 0:  # once, unless some cannot be read
        rows = db.execute(
            f"SELECT calls.* FROM {those.source} WHERE {those.condition} AND {those.row} < ?"  # noqa: S608 - our own
            f" ORDER BY {those.row} DESC LIMIT ?",
            (*those.values, below, missing),
        ).fetchall()
        calls += history_rows.read(db, rows)
        if len(rows) < missing:
            break
        below = rows[-1]["row"]
    return calls


def portions(db: sqlite3.Connection, which: HistoryFilter, size: int) -> Iterator[list[Call]]:
    """Return all of those calls, newest first, up to `size` at once."""
    those = meant(db, which)
    found = db.execute(
        f"SELECT calls.* FROM {those.source} WHERE {those.condition} ORDER BY {those.row} DESC",  # noqa: S608 - our own
        those.values,
    )
    while rows := found.fetchmany(size):
        if calls := history_rows.read(db, rows):
            yield calls


def count(db: sqlite3.Connection, which: HistoryFilter) -> int:
    """Return how many calls are meant."""
    those = meant(db, which)
    source = those.source if which.since or which.until else those.source.partition(" ")[0]
    (number,) = db.execute(
        f"SELECT count(*) FROM {source} WHERE {those.condition}",  # noqa: S608 - our own
        those.values,
    ).fetchone()
    return int(number)


def tags(db: sqlite3.Connection) -> list[str]:
    """Return the tags in use, the most used first."""
    rows = db.execute("SELECT tag FROM calls WHERE tag <> '' GROUP BY tag ORDER BY count(*) DESC, tag")
    return [tag for (tag,) in rows]


def rows_of(db: sqlite3.Connection, call_ids: Sequence[str]) -> list[int]:
    """Return the rows of these calls, those under way excepted."""
    found = db.execute(
        "SELECT row FROM calls WHERE id IN (SELECT value FROM json_each(?)) AND state = 'ended'",
        (json.dumps(call_ids),),
    )
    return [row for (row,) in found]


def rows_before(db: sqlite3.Connection, before: datetime, above: int, limit: int) -> list[int]:
    """Return the rows above `above` of up to `limit` calls older than that, those under way excepted."""
    moment = history_rows.time_text(before)
    _, last = history_index.rows_between(db, None, moment)
    found = db.execute(
        "SELECT row FROM calls WHERE row > ? AND row <= ? AND created_at < ? AND state = 'ended'"
        " ORDER BY row LIMIT ?",
        (above, last, moment, limit),
    )
    return [row for (row,) in found]


def delete(db: sqlite3.Connection, rows: Sequence[int]) -> None:
    """Delete these calls with all their steps."""
    if not rows:
        return
    history_index.forget(db, rows)
    those = json.dumps(rows)
    db.execute("DELETE FROM steps WHERE call IN (SELECT value FROM json_each(?))", (those,))
    db.execute("DELETE FROM calls WHERE row IN (SELECT value FROM json_each(?))", (those,))
    history_index.clear_days(db)


def call(db: sqlite3.Connection, call_id: str) -> Call | None:
    """Return the call with that id, or None."""
    rows = db.execute("SELECT * FROM calls WHERE id = ?", (call_id,)).fetchall()
    return next(iter(history_rows.read(db, rows)), None)


def latest_sent_to(db: sqlite3.Connection, person: str) -> Call | None:
    """Return the newest call to that person that is not known never to have been placed, or None."""
    rows = db.execute(
        """
        SELECT * FROM calls
        WHERE person = ?
            AND (provider_call_id IS NOT NULL OR coalesce(outcome, '') NOT IN ('failed', 'cancelled'))
        ORDER BY row DESC LIMIT 1
        """,
        (person,),
    ).fetchall()
    return next(iter(history_rows.read(db, rows)), None)


def take_over(db: sqlite3.Connection, run: str, is_over: Callable[[str], bool]) -> list[Call]:
    """Give the calls without an end of all runs that are over to `run`; return them, oldest first."""
    runs = db.execute("SELECT DISTINCT run FROM calls WHERE state <> 'ended'").fetchall()
    rows: list[sqlite3.Row] = []
    for (other,) in runs:
        if is_over(other):
            rows += db.execute("SELECT * FROM calls WHERE run = ? AND state <> 'ended'", (other,))
            db.execute("UPDATE calls SET run = ? WHERE run = ? AND state <> 'ended'", (run, other))
    return history_rows.read(db, sorted(rows, key=lambda row: int(row["row"])))


def _row(db: sqlite3.Connection, call_id: str) -> int:
    """Return the row of a call; 0, which is below all, for one that is not there."""
    found = db.execute("SELECT row FROM calls WHERE id = ?", (call_id,)).fetchone()
    return int(found["row"]) if found else 0
