"""What is asked of the history's tables. Every question is answered by an index, however long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.storage import history_rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from app.domain.call import Call

_ABOVE_ALL = 2**63 - 1


def page(db: sqlite3.Connection, before: str | None, limit: int) -> list[Call]:
    """Return up to `limit` calls, newest first, below the one with id `before`; fewer if that is all."""
    calls: list[Call] = []
    below = _ABOVE_ALL if before is None else _row(db, before)
    while (missing := limit - len(calls)) > 0:  # once, unless some cannot be read
        rows = db.execute(
            "SELECT * FROM calls WHERE row < ? ORDER BY row DESC LIMIT ?", (below, missing)
        ).fetchall()
        calls += history_rows.read(db, rows)
        if len(rows) < missing:
            break
        below = rows[-1]["row"]
    return calls


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
