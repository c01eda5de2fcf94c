"""Which calls a HistoryFilter means, as SQL: all of it is answered by the index and in the order of rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from app.storage import history_index
from app.storage.history_rows import time_text
from app.storage.history_search import question

if TYPE_CHECKING:
    import sqlite3

    from app.services.history import HistoryFilter


@dataclass(frozen=True, slots=True)
class Meant:
    """The calls `FROM source WHERE condition`, by `row`; `values` are for the condition."""

    source: str
    row: str
    condition: str
    values: tuple[str | int, ...]


def meant(db: sqlite3.Connection, which: HistoryFilter) -> Meant:
    """Return how to ask for those calls. The index has to be whole, unless every call is meant."""
    if which.is_empty:
        return Meant("calls", "calls.row", "1", ())
    parts: list[str] = []
    values: list[str | int] = []
    asked = question(which, partial(history_index.few_words, db))
    row = "found.rowid" if asked else "calls.row"
    if asked:
        parts.append("found MATCH ?")
        values.append(asked)
    since = time_text(which.since) if which.since else None
    until = time_text(which.until) if which.until else None
    if since or until:
        first, last = history_index.rows_between(db, since, until)
        parts.append(f"{row} BETWEEN ? AND ?")
        values += [first, last]
    for moment, relation in ((since, ">="), (until, "<")):
        if moment:
            parts.append(f"calls.created_at {relation} ?")
            values.append(moment)
    source = "found CROSS JOIN calls ON calls.row = found.rowid" if asked else "calls"
    return Meant(source, row, " AND ".join(parts) or "1", tuple(values))
