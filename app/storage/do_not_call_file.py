"""The do-not-call list on disk: one row a person, in an SQLite file."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.do_not_call import ImportReport, ListLost, ListUnavailable
from app.services.table import Cancelled
from app.storage import do_not_call_rows, do_not_call_table, folder
from app.storage.aside import kept_aside
from app.storage.database_file import BUSY_TIMEOUT_S, DatabaseFile
from app.storage.do_not_call_import import Reading
from app.storage.whole_file import whole_table

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable
    from datetime import datetime

    from app.services.do_not_call import DoNotCallEntry, ImportPlan
    from app.storage.aside import KeptAside

PREVIEW_DEADLINE_S = 20.0
IMPORT_DEADLINE_S = 600.0
"""For writing what was read of a table, whose size nobody knows, in one piece."""
_AT_ONCE = 1_000
"""Entries of an export read in one go: a press waits no longer than that for its answer."""

_ABOVE_ALL = 2**63 - 1

_LOST = QT_TRANSLATE_NOOP(
    "Detail",
    "The do-not-call list was damaged and is kept as {name}, so nobody knows who stood on it. Open the list "
    "to import it again, or to go on without it.",
)


class DoNotCallFile(DatabaseFile):
    """A DoNotCallStore in the file at `path`, used by any number of Toques at once.

    A damaged file is kept aside as any other, but the list does not pass for an empty one after that:
    `entry_for` raises ListLost until `accept_loss`.
    """

    def __init__(
        self,
        path: Path,
        *,
        on_kept_aside: Callable[[KeptAside], None] | None = None,
        busy_timeout_s: float = BUSY_TIMEOUT_S,
    ) -> None:
        super().__init__(
            path,
            do_not_call_rows.SCHEMA,
            ListUnavailable,
            on_kept_aside=on_kept_aside,
            busy_timeout_s=busy_timeout_s,
        )

    async def entry_for(self, person: str) -> DoNotCallEntry | None:
        return await self._run(self._entry_for, person)

    async def add(self, entry: DoNotCallEntry) -> None:
        await self._run(self._add, entry)

    async def remove(self, person: str) -> None:
        await self._run(self._remove, person)

    async def page(self, text: str = "", after: str | None = None, limit: int = 100) -> list[DoNotCallEntry]:
        return await self._run(self._page, text, after, limit)

    async def count(self, text: str = "") -> int:
        return await self._run(self._count, text)

    async def lost(self) -> str:
        return await self._run(self._name_lost)

    async def accept_loss(self) -> None:
        await self._run(self._accept_loss)

    async def preview_import(self, path: Path, region: str | None) -> ImportPlan:
        try:
            async with asyncio.timeout(PREVIEW_DEADLINE_S):
                return await asyncio.to_thread(do_not_call_table.plan, path, region)
        except TimeoutError as error:
            raise ListUnavailable(folder.silent(path.parent, PREVIEW_DEADLINE_S)) from error

    async def import_file(
        self,
        path: Path,
        plan: ImportPlan,
        now: datetime,
        *,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> ImportReport:
        """Read the table into a file beside the list, in a thread of its own, then take all of it over.

        Meanwhile the list can be asked as ever. Nothing is kept unless all is.
        """
        reading = Reading(path, plan, now, progress, is_cancelled)
        try:
            folder.make_folder(self._path.parent)
            with tempfile.TemporaryDirectory(prefix=".import-", dir=self._path.parent) as temporary:
                beside = Path(temporary) / "rows.sqlite3"
                await reading.into(beside)
                added = await self._run(self._take_over, beside, deadline_s=IMPORT_DEADLINE_S)
        except OSError as error:
            raise ListUnavailable(folder.sentence(error, self._path.parent)) from error
        except sqlite3.Error as error:
            raise ListUnavailable(self._sentence(error)) from error
        return ImportReport(
            added, reading.read - reading.refused_count - added, tuple(reading.refused), reading.refused_count
        )

    async def export_file(
        self, path: Path, *, progress: Callable[[float], None], is_cancelled: Callable[[], bool]
    ) -> int:
        try:
            return await whole_table(path, do_not_call_table.HEADER, self._portions(progress, is_cancelled))
        except OSError as error:
            raise ListUnavailable(folder.not_written(error, path)) from error

    async def _portions(
        self, progress: Callable[[float], None], is_cancelled: Callable[[], bool]
    ) -> AsyncGenerator[list[tuple[str, ...]]]:
        total = await self.count()
        count, below = 0, _ABOVE_ALL
        while rows := await self._run(self._below, below):
            if is_cancelled():
                raise Cancelled
            yield [do_not_call_table.row(entry) for _, entry in rows]
            count, below = count + len(rows), rows[-1][0]
            progress(min(1.0, count / max(1, total)))

    # --- in the worker's thread -----------------------------------------------------------------------

    def _name_lost(self) -> str:
        """Look at what lies beside the list: whatever broke off the making of a new one, that stays."""
        with self._database.reading() as db:
            accepted = {name for (name,) in db.execute("SELECT name FROM accepted")}
        return next((name for name in reversed(self._aside()) if name not in accepted), "")

    def _accept_loss(self) -> None:
        with self._database.writing(durable=True) as db:
            db.executemany("INSERT OR IGNORE INTO accepted VALUES (?)", [(name,) for name in self._aside()])

    def _aside(self) -> list[str]:
        return kept_aside(self._path) if self._path.parent.exists() else []

    def _entry_for(self, person: str) -> DoNotCallEntry | None:
        if name := self._name_lost():
            raise ListLost(Detail(_LOST, name=name))
        with self._database.reading() as db:
            row = db.execute("SELECT * FROM entries WHERE person = ?", (person,)).fetchone()
        return do_not_call_rows.read(row) if row else None

    def _add(self, entry: DoNotCallEntry) -> None:
        with self._database.writing(durable=True) as db:
            db.execute("DELETE FROM entries WHERE person = ?", (entry.person,))
            db.execute(f"INSERT INTO entries {do_not_call_rows.VALUES}", do_not_call_rows.row_of(entry))

    def _remove(self, person: str) -> None:
        with self._database.writing(durable=True) as db:
            db.execute("DELETE FROM entries WHERE person = ?", (person,))

    def _page(self, text: str, after: str | None, limit: int) -> list[DoNotCallEntry]:
        where, words = do_not_call_rows.matching(text)
        with self._database.reading() as db:
            if after is not None:
                found = db.execute("SELECT row FROM entries WHERE person = ?", (after,)).fetchone()
                where, words = f"row < ? AND {where}", [found["row"] if found else 0, *words]
            rows = db.execute(
                f"SELECT * FROM entries WHERE {where} ORDER BY row DESC LIMIT ?",  # noqa: S608 - ours
                (*words, limit),
            ).fetchall()
        return [do_not_call_rows.read(row) for row in rows]

    def _below(self, below: int) -> list[tuple[int, DoNotCallEntry]]:
        """Return the next entries by their rows, which stay where the person goes or comes again."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT * FROM entries WHERE row < ? ORDER BY row DESC LIMIT ?", (below, _AT_ONCE)
            ).fetchall()
        return [(row["row"], do_not_call_rows.read(row)) for row in rows]

    def _count(self, text: str) -> int:
        where, words = do_not_call_rows.matching(text)
        with self._database.reading() as db:
            (count,) = db.execute(f"SELECT count(*) FROM entries WHERE {where}", words).fetchone()  # noqa: S608
        return int(count)

    def _take_over(self, beside: Path) -> int:
        """Add those of the file `beside` who are not there yet; return how many."""
        db = self._database.open()
        db.execute("ATTACH ? AS beside", (str(beside),))
        try:
            with self._database.writing(durable=True) as db:
                before = db.total_changes
                db.execute(
                    f"INSERT OR IGNORE INTO main.entries ({do_not_call_rows.COLUMNS}) "  # noqa: S608 - columns of ours
                    f"SELECT {do_not_call_rows.COLUMNS} FROM beside.entries ORDER BY row"
                )
                return db.total_changes - before
        finally:
            with suppress(sqlite3.Error):
                db.execute("DETACH beside")
