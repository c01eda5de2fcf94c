"""The tables of an SQLite file, and how older ones become the newest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    Step: TypeAlias = str | Callable[[sqlite3.Connection], object]


class ForeignDatabase(Exception):
    """A database that is none of Toque's."""


@dataclass(frozen=True, slots=True)
class Schema:
    """`tables` that every version has, and what leads from each version to the next.

    Entry n of `migrations` (from 1) leads from version n - 1 to version n, each in a transaction of its own:
    statements, and functions of the connection. A later version adds one entry and never changes an earlier
    one.
    """

    tables: frozenset[str]
    migrations: tuple[tuple[Step, ...], ...]

    @property
    def newest(self) -> int:
        """The version that this Toque writes."""
        return len(self.migrations)

    def version(self, db: sqlite3.Connection) -> int:
        """Return the version of the tables in `db`; 0 for none.

        Raises ForeignDatabase where there are tables but no version, or not the tables of that version.
        """
        (number,) = db.execute("PRAGMA user_version").fetchone()
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if number == 0 and tables:
            raise ForeignDatabase("other tables")
        if 0 < number <= self.newest and not tables >= self.tables:
            raise ForeignDatabase("tables are missing")
        return int(number)

    def migrate(self, db: sqlite3.Connection) -> None:
        """Bring `db`, an autocommit connection of a version not newer than the newest, to the newest."""
        for number in range(self.version(db) + 1, self.newest + 1):
            db.execute("BEGIN IMMEDIATE")
            try:
                for step in self.migrations[number - 1]:
                    db.execute(step) if isinstance(step, str) else step(db)
                db.execute(f"PRAGMA user_version = {number:d}")
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
