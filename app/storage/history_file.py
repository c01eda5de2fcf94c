"""The history on disk: every step of every call in one SQLite file."""

from __future__ import annotations

import logging
import sqlite3
from functools import partial
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

from app.domain.call import CallState
from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.history import EVERY_CALL, NotRecorded
from app.storage import history_index, history_queries, history_rows
from app.storage.database_file import BUSY_TIMEOUT_S, DatabaseFile
from app.storage.history_reader import HistoryReader, NotIndexed, is_index_damage
from app.storage.history_schema import SCHEMA
from app.storage.runs import Runs

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from app.domain.call import Call
    from app.services.history import HistoryFilter
    from app.services.history_export import ExportForm
    from app.storage.aside import KeptAside

T = TypeVar("T")
U = TypeVar("U")
Ts = TypeVarTuple("Ts")

_log = logging.getLogger(__name__)

_DURABLE = {CallState.SENDING, CallState.ENDED}

PORTION = 500
"""Calls deleted, or taken into the index, at once: a press of Call waits no longer than for these."""
_PAGES = 256
"""Pages of the index written anew at once, for the same reason."""
_TRIES = 5
"""More than other Toques that find the index damaged at the same time can spoil."""
_SMALL_PAGE = 200
"""Calls that are read from the table so fast that they need not be read beside the writing."""


_NOT_SEARCHABLE = QT_TRANSLATE_NOOP(
    "Detail", "{file} cannot be searched: its index is damaged again and again. Check the disk."
)


class HistoryFile(DatabaseFile):
    """A History in the file at `path`, used by any number of Toques at once.

    All methods raise NotRecorded where the disk does not do as asked; reading works without the right to
    write.
    """

    def __init__(
        self,
        path: Path,
        runs_folder: Path,
        *,
        on_kept_aside: Callable[[KeptAside], None] | None = None,
        busy_timeout_s: float = BUSY_TIMEOUT_S,
    ) -> None:
        super().__init__(
            path, SCHEMA, NotRecorded, on_kept_aside=on_kept_aside, busy_timeout_s=busy_timeout_s
        )
        self._runs = Runs(runs_folder)
        self._reader, self._counter = (
            HistoryReader(path, on_kept_aside=on_kept_aside, busy_timeout_s=busy_timeout_s) for _ in range(2)
        )  # what is counted may be a million calls, and nobody waits for it to see the first

    async def record(self, call: Call) -> None:
        """Write the newest step of `call`, and earlier ones that could not be written in their time.

        SENDING and the end are on the disk when this returns. After NotRecorded nothing of the newest
        step is kept. Cancelled, it may be kept or not; the call's next step then takes its place.
        """
        await self._run(self._record, call, undo=partial(self._unrecord, call))

    async def annotate(self, call_id: str, note: str, tag: str) -> Call | None:
        """Write note and tag of a call; return it as it stands then, None if it is not there."""
        return await self._run(self._annotate, call_id, note, tag)

    async def page(
        self, *, before: str | None = None, limit: int = 100, which: HistoryFilter = EVERY_CALL
    ) -> list[Call]:
        """Return up to `limit` calls of those meant, newest first, older than the call with id `before`.

        Fewer than `limit` means that there are no older ones. None follow an unknown `before`. Cancel what
        nobody waits for any more, such as the search for a word that goes on: the next is answered sooner.
        """
        if which.is_empty and limit <= _SMALL_PAGE:
            return await self._run(self._page, before, limit)
        return await self._indexed(lambda: self._reader.page(before, limit, which))

    async def count(self, which: HistoryFilter) -> int:
        """Return how many calls are meant."""
        return await self._indexed(lambda: self._counter.count(which))

    async def delete(self, call_ids: Sequence[str]) -> int:
        """Delete these calls, those under way excepted; return how many there were."""
        deleted = 0
        for n in range(0, len(call_ids), PORTION):
            deleted += await self._run(self._delete, call_ids[n : n + PORTION])
        return deleted

    async def delete_before(self, before: datetime, *, progress: Callable[[int], None] | None = None) -> int:
        """Delete all calls older than that, those under way excepted; return how many there were."""
        await self.prepare()  # the days tell how far back those are
        deleted = above = 0
        while rows := await self._run(self._delete_before, before, above):
            deleted += len(rows)
            above = rows[-1]
            if progress is not None:
                progress(deleted)
        return deleted

    async def tags(self) -> list[str]:
        """Return the tags in use, the most used first."""
        return await self._counter.tags()

    async def export(
        self,
        which: HistoryFilter,
        path: Path,
        form: ExportForm,
        *,
        name_of: Callable[[str], str],
        progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> int:
        """Write the calls that are meant, as they stand now, into a file; return how many."""
        from app.storage.history_export_file import HistoryExportFile

        return await self._indexed(
            lambda: HistoryExportFile(self._path, path, form, self._on_kept_aside).write(
                which, name_of=name_of, progress=progress, is_cancelled=is_cancelled
            )
        )

    async def prepare(self, progress: Callable[[float], None] | None = None) -> None:
        """Take what an older version left into the index, in portions; the first search does so else.

        `progress` gets the share that is in it.
        """
        share = 0.0
        while share < 1:
            share = await self._run(self._extend)
            if progress is not None:
                progress(share)

    async def tidy(self) -> None:
        """Write the index anew without the words of deleted calls, if there are any, in portions."""
        while await self._run(self._tidy):
            pass

    async def close(self) -> None:
        """Move everything into the one file and let go of it. Never raises; nothing can be used after."""
        await self._reader.close()
        await self._counter.close()
        await super().close()

    async def _indexed(self, ask: Callable[[], Awaitable[T]]) -> T:
        """Return the answer, after having made the index whole where it was not."""
        for _ in range(_TRIES):
            try:
                return await ask()
            except NotIndexed as error:
                if error.is_damaged:
                    await self._run(self._start_over)
                await self.prepare()
        raise NotRecorded(Detail(_NOT_SEARCHABLE, file=str(self._path)))

    async def latest_sent_to(self, person: str) -> Call | None:
        """Return the newest call to that person that is not known never to have been placed, or None."""
        return await self._run(self._latest_sent_to, person)

    async def unfinished(self) -> list[Call]:
        """Take over the calls without an end whose program is no longer running; return them, oldest first.

        From then on they are this program's to follow: no other Toque is given them while it runs, and
        asking again does not return them again. Raises NotRecorded where nothing can be written.
        """
        return await self._run(self._unfinished)

    # --- in the worker's thread -----------------------------------------------------------------------

    def _translated(self, function: Callable[[*Ts], U], *args: *Ts) -> U:
        return super()._translated(self._mending, function, *args)

    def _mending(self, function: Callable[[*Ts], U], *args: *Ts) -> U:
        """Run `function`; where the index alone is damaged, once more on an empty one."""
        try:
            return function(*args)
        except sqlite3.DatabaseError as error:
            if not is_index_damage(error):
                raise
        self._start_over()
        return function(*args)

    def _start_over(self) -> None:
        _log.warning("The index of %s is damaged and is made anew", self._path.name)
        with self._database.writing(durable=False) as db:
            history_index.start_over(db)

    def _open(self) -> None:
        self._runs.enter()
        super()._open()

    def _record(self, call: Call) -> None:
        self._runs.enter()
        durable = call.state in _DURABLE
        with self._database.writing(durable=durable) as db, history_index.keeping_up(db, call.id):
            history_rows.write(db, call, self._runs.own)

    def _unrecord(self, call: Call) -> None:
        try:
            with self._database.writing(durable=True) as db, history_index.keeping_up(db, call.id):
                history_rows.unwrite(db, call)
        except (sqlite3.Error, OSError):
            _log.exception("A step that came too late cannot be taken back")

    def _annotate(self, call_id: str, note: str, tag: str) -> Call | None:
        with self._database.writing(durable=True) as db:
            with history_index.keeping_up(db, call_id):
                history_rows.annotate(db, call_id, note, tag)
            return history_queries.call(db, call_id)

    def _page(self, before: str | None, limit: int) -> list[Call]:
        with self._database.reading() as db:
            return history_queries.page(db, before, limit)

    def _delete(self, call_ids: Sequence[str]) -> int:
        with self._database.writing(durable=True) as db:
            rows = history_queries.rows_of(db, call_ids)
            history_queries.delete(db, rows)
            return len(rows)

    def _delete_before(self, before: datetime, above: int) -> list[int]:
        with self._database.writing(durable=True) as db:
            rows = history_queries.rows_before(db, before, above, PORTION)
            history_queries.delete(db, rows)
            return rows

    def _extend(self) -> float:
        with self._database.reading() as db:
            if history_index.is_whole(db):
                return 1.0
        with self._database.writing(durable=False) as db:
            return history_index.extend(db, PORTION)

    def _tidy(self) -> bool:
        with self._database.reading() as db:
            if not history_index.is_untidy(db):
                return False
        with self._database.writing(durable=True) as db:
            more = history_index.tidy(db, _PAGES)
        if not more:
            self._database.open().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return more

    def _latest_sent_to(self, person: str) -> Call | None:
        with self._database.reading() as db:
            return history_queries.latest_sent_to(db, person)

    def _unfinished(self) -> list[Call]:
        self._runs.enter()
        self._runs.clear()
        with self._database.writing(durable=False) as db:
            return history_queries.take_over(db, self._runs.own, self._runs.is_over)

    def _close(self) -> None:
        super()._close()
        self._runs.leave()
