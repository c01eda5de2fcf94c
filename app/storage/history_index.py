"""The index by which history finds calls: words of every call, and which rows are of which days.

It holds no text, only which words are in which call (FTS5, contentless): to take a call out of it, its words
are told again, from what the tables have of it. Calls of a version without an index come into it in portions,
the newest first; those in rows from `indexing.below` on are in it.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.storage.history_found_by import of_call, of_rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from app.storage.history_found_by import FoundBy

TABLES = (
    """
    CREATE VIRTUAL TABLE found USING fts5(
        words, content = '', columnsize = 0, detail = none, prefix = '1 2 3 4 5', tokenize = 'ascii'
    )
    """,
    """
    CREATE TABLE days (day TEXT PRIMARY KEY, first_row INTEGER NOT NULL, last_row INTEGER NOT NULL)
    WITHOUT ROWID
    """,
    "CREATE TABLE indexing (below INTEGER NOT NULL, is_untidy INTEGER NOT NULL)",
    "INSERT INTO indexing SELECT coalesce(max(row) + 1, 0), 0 FROM calls",
)
"""Prefixes up to five signs are looked up as words are: what is typed first has the most calls."""


LOOKED_UP = 5
"""Signs of a word that are looked up as it is itself."""
_FEW_WORDS = 8


@contextmanager
def keeping_up(db: sqlite3.Connection, call_id: str) -> Iterator[None]:
    """Bring the index up to what is changed, within, of the call with that id."""
    before = of_call(db, call_id)
    yield
    after = of_call(db, call_id)
    if before == after:
        return
    below = _below(db)
    if before and before.row >= below:
        _forget(db, before)
    if after and after.row >= below:
        _learn(db, [after])


def forget(db: sqlite3.Connection, rows: Sequence[int]) -> None:
    """Take these calls, which are still in the tables, out of the index."""
    below = _below(db)
    for each in of_rows(db, [row for row in rows if row >= below]):
        _forget(db, each)
    db.execute("UPDATE indexing SET is_untidy = 1")


def clear_days(db: sqlite3.Connection) -> None:
    """Forget the days that are older than every call."""
    db.execute("DELETE FROM days WHERE last_row < (SELECT coalesce(min(row), last_row + 1) FROM calls)")


def is_whole(db: sqlite3.Connection) -> bool:
    """Return whether every call is in the index."""
    if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'indexing'").fetchone() is None:
        return False  # a file of an older version that may only be read
    return db.execute("SELECT 1 FROM calls WHERE row < ? LIMIT 1", (_below(db),)).fetchone() is None


def extend(db: sqlite3.Connection, portion: int) -> float:
    """Take the next calls into the index; return which share of all rows is in it, 1 for all."""
    below = _below(db)
    found = db.execute("SELECT row FROM calls WHERE row < ? ORDER BY row DESC LIMIT ?", (below, portion))
    rows = [row for (row,) in found]
    _learn(db, of_rows(db, rows))
    db.execute("UPDATE indexing SET below = ?", (rows[-1] if len(rows) == portion else 0,))
    if len(rows) < portion:
        return 1.0
    (highest,) = db.execute("SELECT max(row) FROM calls").fetchone()
    return 1 - float(rows[-1]) / float(highest)


def start_over(db: sqlite3.Connection) -> None:
    """Empty an index that is damaged: every call has to come into it again."""
    db.execute(TABLES[0].replace("found", "fresh"))
    for table in ("data", "idx", "config"):  # FTS5 lets go only of what it can read
        db.execute(f"DELETE FROM found_{table}")  # noqa: S608 - our own names
        db.execute(f"INSERT INTO found_{table} SELECT * FROM fresh_{table}")  # noqa: S608 - our own names
    for table in ("fresh", "found", "days", "indexing"):
        db.execute(f"DROP TABLE {table}")
    for statement in TABLES:
        db.execute(statement)


def few_words(db: sqlite3.Connection, beginning: str) -> list[str]:
    """Return the words that begin with that; none where there are many."""
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab('main', 'found', 'row')")
    after = beginning[:-1] + chr(ord(beginning[-1]) + 1)
    found = db.execute(
        "SELECT term FROM temp.words WHERE term >= ? AND term < ? LIMIT ?", (beginning, after, _FEW_WORDS + 1)
    ).fetchall()
    return [word for (word,) in found] if len(found) <= _FEW_WORDS else []


def is_untidy(db: sqlite3.Connection) -> bool:
    """Return whether there is something to tidy."""
    return _untidiness(db) > 0


def tidy(db: sqlite3.Connection, pages: int) -> bool:
    """Write about that many pages of the index anew without what was deleted; return whether there are more.

    Until then words of deleted calls stand in it, which no question finds any more.
    """
    changes = db.total_changes
    first = _untidiness(db) == 1
    db.execute("INSERT INTO found (found, rank) VALUES ('merge', ?)", (-pages if first else pages,))
    more = first or db.total_changes - changes >= 2  # as FTS5's documentation has it
    db.execute("UPDATE indexing SET is_untidy = ?", (2 if more else 0,))
    return more


def rows_between(db: sqlite3.Connection, since: str | None, until: str | None) -> tuple[int, int]:
    """Return from which row to which there may be calls of that time: the clock need not go forward."""
    first, last = 0, 2**62
    if since is not None:
        (first,) = db.execute("SELECT min(first_row) FROM days WHERE day >= ?", (since[:10],)).fetchone()
    if until is not None:
        (last,) = db.execute("SELECT max(last_row) FROM days WHERE day <= ?", (until[:10],)).fetchone()
    return (1, 0) if first is None or last is None else (first, last)


def _below(db: sqlite3.Connection) -> int:
    (below,) = db.execute("SELECT below FROM indexing").fetchone()
    return int(below)


def _untidiness(db: sqlite3.Connection) -> int:
    """Return 0 for a tidy index, 1 for one that calls were taken out of, 2 for one half tidied."""
    (is_untidy,) = db.execute("SELECT is_untidy FROM indexing").fetchone()
    return int(is_untidy)


def _learn(db: sqlite3.Connection, several: Sequence[FoundBy]) -> None:
    db.executemany(
        "INSERT INTO found (rowid, words) VALUES (?, ?)", [(each.row, each.words) for each in several]
    )
    db.executemany(
        """
        INSERT INTO days VALUES (?, ?, ?) ON CONFLICT (day) DO UPDATE
        SET first_row = min(first_row, excluded.first_row), last_row = max(last_row, excluded.last_row)
        """,
        [(each.day, each.row, each.row) for each in several],
    )


def _forget(db: sqlite3.Connection, each: FoundBy) -> None:
    db.execute("INSERT INTO found (found, rowid, words) VALUES ('delete', ?, ?)", (each.row, each.words))
