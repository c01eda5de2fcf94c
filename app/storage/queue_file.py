"""The queue on disk: the numbers to be called by hand, and what became of each, in one SQLite file."""

from __future__ import annotations

import logging
import sqlite3
from functools import partial
from typing import TYPE_CHECKING, Any

from app.domain.queue import EntryState
from app.services.queue_store import QueueStanding
from app.services.settings import NotSaved
from app.services.table import Cancelled
from app.storage import folder, queue_export, queue_rows
from app.storage.database_file import BUSY_TIMEOUT_S, OPEN_DEADLINE_S, DatabaseFile
from app.storage.queue_schema import SCHEMA
from app.storage.runs import Runs
from app.storage.whole_file import whole_table

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from app.domain.call import Outcome
    from app.domain.queue import QueueEntry, QueueLine
    from app.storage.aside import KeptAside

_log = logging.getLogger(__name__)

_LOOK_EVERY = 1000
"""Entries written between two looks at cancelling."""
_AT_ONCE = 2000
"""Entries of an export in memory."""


class QueueFile(DatabaseFile):
    """A QueueStore in the file at `path`, used by any number of Toques at once.

    The file is made with the first entry.
    """

    def __init__(
        self,
        path: Path,
        runs_folder: Path,
        *,
        on_kept_aside: Callable[[KeptAside], None] | None = None,
        busy_timeout_s: float = BUSY_TIMEOUT_S,
    ) -> None:
        super().__init__(path, SCHEMA, NotSaved, on_kept_aside=on_kept_aside, busy_timeout_s=busy_timeout_s)
        self._runs = Runs(runs_folder)

    async def stand(self) -> QueueStanding:
        return await self._run(self._stand)

    async def add(
        self,
        lines: Sequence[QueueLine],
        *,
        limit: int,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> bool:
        values: list[dict[str, Any]] = []
        return await self._run(
            self._add,
            lines,
            values,
            limit,
            is_cancelled,
            deadline_s=OPEN_DEADLINE_S,
            undo=partial(self._remove, values),
        )

    async def move_on(self, remark: str = "") -> QueueStanding:
        return await self._run(self._move_on, remark)

    async def move_back(self) -> QueueStanding:
        return await self._run(self._move_back)

    async def note_call(
        self, entry_id: str, call_id: str, outcome: Outcome | None, called_at: datetime
    ) -> None:
        statement = """
            UPDATE entries
            SET call_id = ?1, outcome = ?2, called_at = ?3,
                state = CASE
                    WHEN state NOT IN ('called', 'skipped') THEN state
                    WHEN ?2 = 'cancelled' THEN 'skipped'
                    ELSE 'called'
                END
            WHERE id = ?4
        """
        at = queue_rows.time_text(called_at)
        await self._run(self._write, statement, (call_id, outcome, at, entry_id))

    async def annotate(self, entry_id: str, remark: str, tag: str) -> None:
        statement = "UPDATE entries SET remark = ?, tag = ? WHERE id = ?"
        await self._run(self._write, statement, (queue_rows.clean(remark), queue_rows.clean(tag), entry_id))

    async def correct(self, entry_id: str, line: QueueLine) -> bool:
        values = queue_rows.line_values(line)
        columns = ", ".join(f"{name} = :{name}" for name in values)
        statement = f"UPDATE entries SET {columns} WHERE id = :id AND state = 'waiting'"  # noqa: S608 - ours
        return await self._run(self._write, statement, values | {"id": entry_id}) > 0

    async def open_calls(self) -> list[QueueEntry]:
        return await self._run(self._select, "call_id IS NOT NULL AND outcome IS NULL ORDER BY place", ())

    async def page(self, after: int = 0, limit: int = 200) -> list[QueueEntry]:
        return await self._run(self._select, "place > ? ORDER BY place LIMIT ?", (after, limit))

    async def export_file(self, path: Path) -> int:
        try:
            return await whole_table(path, queue_export.HEADER, self._portions())
        except OSError as error:
            raise NotSaved(folder.not_written(error, path)) from error

    async def _portions(self) -> AsyncGenerator[list[tuple[str, ...]]]:
        last = 0
        while entries := await self.page(last, _AT_ONCE):
            yield [queue_export.row(entry) for entry in entries]
            last = entries[-1].place

    async def clear(self) -> None:
        await self._run(self._clear)

    # --- in the worker's thread -----------------------------------------------------------------------

    def _stand(self) -> QueueStanding:
        if not self._path.exists():
            return QueueStanding()
        with self._database.reading() as db:
            runs = {run for (run,) in db.execute("SELECT run FROM entries WHERE state = 'current'")}
            standing = queue_rows.standing(db, self._runs.own)
        gone = [run for run in runs if run is None or self._runs.is_over(run)]
        return self._take_over(gone) if gone else standing

    def _take_over(self, gone: Sequence[str | None]) -> QueueStanding:
        """Work on what a Toque that is gone was working on, unless we work on something already."""
        self._runs.enter()
        with self._database.writing(durable=False) as db:
            theirs = [
                entry
                for run in gone
                for entry in queue_rows.select(db, "state = 'current' AND run IS ? ORDER BY place", run)
            ]
            is_free = queue_rows.standing(db, self._runs.own).current is None
            for entry in theirs[1:] if is_free else theirs:
                self._leave(db, entry)
            if is_free and theirs:
                self._take(db, theirs[0])
            return queue_rows.standing(db, self._runs.own)

    def _add(
        self,
        lines: Sequence[QueueLine],
        values: list[dict[str, Any]],
        limit: int,
        is_cancelled: Callable[[], bool],
    ) -> bool:
        values.clear()
        with self._database.writing(durable=True) as db:
            (last,) = db.execute("SELECT coalesce(max(place), 0) FROM entries").fetchone()
            if last + len(lines) > limit:
                return False
            for start in range(0, len(lines), _LOOK_EVERY):
                if is_cancelled():
                    raise Cancelled
                portion = [
                    queue_rows.insert_values(line, last + 1 + start + n)
                    for n, line in enumerate(lines[start : start + _LOOK_EVERY])
                ]
                values.extend(portion)
                db.executemany(queue_rows.INSERT, portion)
            if is_cancelled():
                raise Cancelled
        return True

    def _remove(self, values: Sequence[dict[str, Any]]) -> None:
        """Take back what was added too late."""
        try:
            with self._database.writing(durable=True) as db:
                db.executemany("DELETE FROM entries WHERE id = ?", [(each["id"],) for each in values])
        except (sqlite3.Error, OSError):
            _log.exception("Entries of the queue that came too late cannot be taken back")

    def _move_on(self, remark: str) -> QueueStanding:
        self._runs.enter()
        with self._database.writing(durable=False) as db:
            db.execute(
                """
                UPDATE entries
                SET state = CASE
                        WHEN call_id IS NULL OR outcome IS 'cancelled' THEN 'skipped' ELSE 'called'
                    END,
                    run = NULL, remark = CASE WHEN ?1 = '' THEN remark ELSE ?1 END
                WHERE state = 'current' AND run = ?2
                """,
                (queue_rows.clean(remark), self._runs.own),
            )
            entry = queue_rows.next_to_call(db)
            if entry is not None:
                self._take(db, entry)
                return queue_rows.standing(db, self._runs.own)
        return self._stand()  # a Toque that is gone may have left one

    def _move_back(self) -> QueueStanding:
        self._runs.enter()
        with self._database.writing(durable=False) as db:
            current = queue_rows.standing(db, self._runs.own).current
            before = queue_rows.left_before(db, current.place if current else None)
            if before is not None:
                if current is not None:
                    self._leave(db, current)
                self._take(db, before)
            return queue_rows.standing(db, self._runs.own)

    @staticmethod
    def _leave(db: sqlite3.Connection, entry: QueueEntry) -> None:
        """Let an entry wait again, unless it was called."""
        state = EntryState.CALLED if entry.was_called else EntryState.WAITING
        db.execute("UPDATE entries SET state = ?, run = NULL WHERE id = ?", (state, entry.id))

    def _take(self, db: sqlite3.Connection, entry: QueueEntry) -> None:
        db.execute(
            "UPDATE entries SET state = ?, run = ? WHERE id = ?",
            (EntryState.CURRENT, self._runs.own, entry.id),
        )

    def _write(self, statement: str, values: dict[str, Any] | tuple[object, ...]) -> int:
        with self._database.writing(durable=False) as db:
            return db.execute(statement, values).rowcount

    def _select(self, where: str, values: tuple[object, ...]) -> list[QueueEntry]:
        if not self._path.exists():
            return []
        with self._database.reading() as db:
            return queue_rows.select(db, where, *values)

    def _clear(self) -> None:
        with self._database.writing(durable=True) as db:
            db.execute("DELETE FROM entries")

    def _close(self) -> None:
        super()._close()
        self._runs.leave()
