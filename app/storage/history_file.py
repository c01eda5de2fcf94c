"""The history on disk: every step of every call in one SQLite file."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from functools import partial
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

from app.domain.call import CallState
from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.history import NotRecorded
from app.storage import folder, history_queries, history_rows
from app.storage.history_database import HistoryDatabase, is_damage, primary_code
from app.storage.runs import Runs
from app.storage.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.domain.call import Call
    from app.storage.aside import KeptAside

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_log = logging.getLogger(__name__)

BUSY_TIMEOUT_S = 5.0
"""Another Toque holds the file for milliseconds; whoever holds it longer is another program."""
DEADLINE_S = 15.0
"""Longer than waiting for the file twice, so that only a disk that hangs can pass it."""
OPEN_DEADLINE_S = 60.0
"""A large history from an older version is brought up to date."""
CLOSE_DEADLINE_S = 2.0
"""Toque leaves within 5 s. What was recorded is safe without closing."""

_CLOSING = QT_TRANSLATE_NOOP("Detail", "Toque is closing.")
_OPENED = QT_TRANSLATE_NOOP(
    "Detail", "Another Toque is opening the history in {folder}. Close it and try again."
)
_HELD = QT_TRANSLATE_NOOP("Detail", "Another program is holding {file}. Close it and try again.")
_DISK_FAILED = QT_TRANSLATE_NOOP(
    "Detail", "The disk with {folder} failed ({error}). Check the disk and try again."
)

_DURABLE = {CallState.SENDING, CallState.ENDED}


class HistoryFile:
    """A History in the file at `path`, used by any number of Toques at once.

    Opens at the first use or by `open`. A damaged file, or one of a newer version, is kept aside under a
    dated name and a fresh one is made, whenever it is found; `on_kept_aside` is called on the loop for
    each that `open` did not return. All methods raise NotRecorded where the disk does not do as asked;
    reading works without the right to write.
    """

    def __init__(
        self,
        path: Path,
        runs_folder: Path,
        *,
        on_kept_aside: Callable[[KeptAside], None] | None = None,
        busy_timeout_s: float = BUSY_TIMEOUT_S,
    ) -> None:
        self._folder = path.parent
        self._path = path
        self._database = HistoryDatabase(path, busy_timeout_s=busy_timeout_s)
        self._runs = Runs(runs_folder)
        self._on_kept_aside = on_kept_aside
        self._worker = Worker("history")
        self._is_closed = False

    async def open(self) -> KeptAside | None:
        """Open the file ahead of its first use; return what had to be kept aside, if anything.

        Raises NotRecorded where it cannot be written.
        """
        await self._run(self._open, deadline_s=OPEN_DEADLINE_S, tell=False)
        return self._database.kept_aside.pop() if self._database.kept_aside else None

    async def record(self, call: Call) -> None:
        """Write the newest step of `call`, and earlier ones that could not be written in their time.

        SENDING and the end are on the disk when this returns. After NotRecorded nothing of the newest
        step is kept. Cancelled, it may be kept or not; the call's next step then takes its place.
        """
        await self._run(self._record, call, deadline_s=DEADLINE_S, undo=partial(self._unrecord, call))

    async def page(self, *, before: str | None = None, limit: int = 100) -> list[Call]:
        """Return up to `limit` calls, newest first, those older than the call with id `before`.

        Fewer than `limit` means that there are no older ones. None follow an unknown `before`.
        """
        return await self._run(self._page, before, limit, deadline_s=DEADLINE_S)

    async def latest_sent_to(self, person: str) -> Call | None:
        """Return the newest call to that person that is not known never to have been placed, or None."""
        return await self._run(self._latest_sent_to, person, deadline_s=DEADLINE_S)

    async def unfinished(self) -> list[Call]:
        """Take over the calls without an end whose program is no longer running; return them, oldest first.

        From then on they are this program's to follow: no other Toque is given them while it runs, and
        asking again does not return them again. Raises NotRecorded where nothing can be written.
        """
        return await self._run(self._unfinished, deadline_s=DEADLINE_S)

    async def close(self) -> None:
        """Move everything into the one file and let go of it. Never raises; nothing can be used after."""
        if self._is_closed:
            return
        self._is_closed = True
        try:
            async with asyncio.timeout(CLOSE_DEADLINE_S):  # cancels the waiting: it is closed all the same
                await self._worker.run(self._close, deadline_s=OPEN_DEADLINE_S)
        except TimeoutError:
            _log.info("The history did not close in time; the next start finds everything")
        finally:
            self._worker.close()

    async def _run(
        self,
        function: Callable[[*Ts], T],
        *args: *Ts,
        deadline_s: float,
        undo: Callable[[], None] | None = None,
        tell: bool = True,
    ) -> T:
        if self._is_closed:
            raise NotRecorded(_CLOSING)
        try:
            return await self._worker.run(
                partial(self._translated, function, *args), deadline_s=deadline_s, undo=undo
            )
        except TimeoutError as error:
            raise NotRecorded(folder.silent(self._folder, deadline_s)) from error
        finally:
            while tell and self._database.kept_aside:
                kept = self._database.kept_aside.pop(0)
                if self._on_kept_aside:
                    self._on_kept_aside(kept)

    # --- in the worker's thread -----------------------------------------------------------------------

    def _translated(self, function: Callable[[*Ts], T], *args: *Ts) -> T:
        """Run `function`; where the file turns out to be damaged, once more on a fresh one."""
        try:
            try:
                return function(*args)
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                _log.warning("The history is damaged: %s", error)
                self._database.start_fresh()
                return function(*args)
        except (sqlite3.Error, OSError) as error:
            _log.warning("History: %s: %s", type(error).__name__, error)
            self._database.after(error)
            raise NotRecorded(self._sentence(error)) from error

    def _open(self) -> None:
        self._runs.enter()
        self._database.open()

    def _record(self, call: Call) -> None:
        self._runs.enter()
        with self._database.writing(durable=call.state in _DURABLE) as db:
            history_rows.write(db, call, self._runs.own)

    def _unrecord(self, call: Call) -> None:
        try:
            with self._database.writing(durable=True) as db:
                history_rows.unwrite(db, call)
        except (sqlite3.Error, OSError):
            _log.exception("A step that came too late cannot be taken back")

    def _page(self, before: str | None, limit: int) -> list[Call]:
        with self._database.reading() as db:
            return history_queries.page(db, before, limit)

    def _latest_sent_to(self, person: str) -> Call | None:
        with self._database.reading() as db:
            return history_queries.latest_sent_to(db, person)

    def _unfinished(self) -> list[Call]:
        self._runs.enter()
        self._runs.clear()
        with self._database.writing(durable=False) as db:
            return history_queries.take_over(db, self._runs.own, self._runs.is_over)

    def _close(self) -> None:
        self._database.drop()
        self._runs.leave()

    def _sentence(self, error: Exception) -> Detail:
        from filelock import Timeout

        if isinstance(error, Timeout):
            return Detail(_OPENED, folder=str(self._folder))
        if isinstance(error, OSError):
            return folder.sentence(error, self._folder)
        match primary_code(error):
            case sqlite3.SQLITE_FULL:
                return folder.full(self._folder)
            case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
                return folder.forbidden(self._folder)
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return Detail(_HELD, file=str(self._path))
            case _:
                what = getattr(error, "sqlite_errorname", type(error).__name__)
                return Detail(_DISK_FAILED, folder=str(self._folder), error=what)
