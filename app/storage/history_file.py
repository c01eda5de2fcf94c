"""The history on disk: every step of every call in one SQLite file."""

from __future__ import annotations

import logging
import sqlite3
from functools import partial
from typing import TYPE_CHECKING

from app.domain.call import CallState
from app.services.history import NotRecorded
from app.storage import history_queries, history_rows
from app.storage.database_file import BUSY_TIMEOUT_S, DatabaseFile
from app.storage.history_schema import SCHEMA
from app.storage.runs import Runs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.domain.call import Call
    from app.storage.aside import KeptAside

_log = logging.getLogger(__name__)

_DURABLE = {CallState.SENDING, CallState.ENDED}


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

    async def record(self, call: Call) -> None:
        """Write the newest step of `call`, and earlier ones that could not be written in their time.

        SENDING and the end are on the disk when this returns. After NotRecorded nothing of the newest
        step is kept. Cancelled, it may be kept or not; the call's next step then takes its place.
        """
        await self._run(self._record, call, undo=partial(self._unrecord, call))

    async def page(self, *, before: str | None = None, limit: int = 100) -> list[Call]:
        """Return up to `limit` calls, newest first, those older than the call with id `before`.

        Fewer than `limit` means that there are no older ones. None follow an unknown `before`.
        """
        return await self._run(self._page, before, limit)

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

    def _open(self) -> None:
        self._runs.enter()
        super()._open()

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
        super()._close()
        self._runs.leave()
