"""The reading of a table of numbers not to be called into a file beside the list."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from app.services.do_not_call import DoNotCallEntry, RefusedRow
from app.storage import do_not_call_rows, do_not_call_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from app.services.do_not_call import ImportPlan

MOST_REFUSED_KEPT = 1000


class Reading:
    """The reading of a table into an SQLite file, in a thread."""

    def __init__(
        self,
        path: Path,
        plan: ImportPlan,
        now: datetime,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> None:
        self.read = 0
        self.refused: list[RefusedRow] = []
        self.refused_count = 0
        self._entries = partial(
            do_not_call_table.entries, path, plan, now, progress=progress, is_cancelled=self._is_given_up
        )
        self._is_cancelled = is_cancelled
        self._is_abandoned = False

    async def into(self, beside: Path) -> None:
        """Read all of it. Raises NotATable, Cancelled, sqlite3.Error and OSError."""
        work = asyncio.ensure_future(asyncio.to_thread(self._read_into, beside))
        try:
            await asyncio.shield(work)
        except asyncio.CancelledError:
            self._is_abandoned = True
            await asyncio.wait([work])  # until it let go of the file
            if not work.cancelled():
                work.exception()
            raise

    def _is_given_up(self) -> bool:
        return self._is_abandoned or self._is_cancelled()

    def _read_into(self, beside: Path) -> None:
        with closing(sqlite3.connect(beside, isolation_level=None)) as db:
            db.execute("PRAGMA journal_mode = OFF")
            db.execute("PRAGMA synchronous = OFF")
            db.execute(do_not_call_rows.ENTRIES.format(name="entries"))
            db.execute("BEGIN")
            db.executemany(
                f"INSERT OR IGNORE INTO entries {do_not_call_rows.VALUES}",
                map(do_not_call_rows.row_of, self._accepted()),
            )
            db.execute("COMMIT")

    def _accepted(self) -> Iterator[DoNotCallEntry]:
        for each in self._entries():
            self.read += 1
            if isinstance(each, DoNotCallEntry):
                yield each
                continue
            self.refused_count += 1
            if len(self.refused) < MOST_REFUSED_KEPT:
                self.refused.append(each)
