"""Reading of the history that may take long, beside the writing, which never waits for it."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

from app.services.history import EVERY_CALL, NotRecorded
from app.storage import history_index, history_queries
from app.storage.database_file import DatabaseFile
from app.storage.history_schema import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.domain.call import Call
    from app.services.history import HistoryFilter
    from app.storage.aside import KeptAside

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_LOOKS_UP_EVERY = 1000
"""Instructions of SQLite's machine, some microseconds, between two looks whether to stop."""


class NotIndexed(Exception):
    """Not every call is in the index yet, and so what was found is not all; or the index is damaged."""

    def __init__(self, *, is_damaged: bool = False) -> None:
        super().__init__()
        self.is_damaged = is_damaged


def is_index_damage(error: sqlite3.Error) -> bool:
    """Return whether `error` says that the index is none any more. The calls may be as they were."""
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_CORRUPT_VTAB


class HistoryReader(DatabaseFile):
    """The history's file by a connection and thread of its own.

    A question that nobody waits for any more, for its task was cancelled, is stopped or never asked. All
    raise NotRecorded where the disk does not do as asked, and NotIndexed.
    """

    def __init__(
        self, path: Path, *, on_kept_aside: Callable[[KeptAside], None] | None, busy_timeout_s: float
    ) -> None:
        super().__init__(
            path, SCHEMA, NotRecorded, on_kept_aside=on_kept_aside, busy_timeout_s=busy_timeout_s
        )
        self._stops: set[threading.Event] = set()

    async def page(self, before: str | None, limit: int, which: HistoryFilter) -> list[Call]:
        """Return up to `limit` calls of those meant, newest first, older than the call with id `before`."""
        return await self._ask(history_queries.page, which, before, limit, which)

    async def count(self, which: HistoryFilter) -> int:
        """Return how many calls are meant."""
        return await self._ask(history_queries.count, which, which)

    async def tags(self) -> list[str]:
        """Return the tags in use, the most used first."""
        return await self._ask(history_queries.tags, EVERY_CALL)

    async def close(self) -> None:
        """Let go of the file, and of what is still looked for."""
        for stop in self._stops:
            stop.set()
        await super().close()

    async def _ask(
        self, query: Callable[[sqlite3.Connection, *Ts], T], which: HistoryFilter, *args: *Ts
    ) -> T:
        stop = threading.Event()
        self._stops.add(stop)
        try:
            return await self._run(self._answer, stop, which, query, args)
        except asyncio.CancelledError:
            stop.set()
            raise
        finally:
            self._stops.discard(stop)

    # --- in the worker's thread -----------------------------------------------------------------------

    def _answer(
        self,
        stop: threading.Event,
        which: HistoryFilter,
        query: Callable[[sqlite3.Connection, *Ts], T],
        args: tuple[*Ts],
    ) -> T:
        if stop.is_set():
            raise NotIndexed
        with self._database.reading() as db:
            if not which.is_empty and not history_index.is_whole(db):
                raise NotIndexed
            db.set_progress_handler(stop.is_set, _LOOKS_UP_EVERY)
            try:
                return query(db, *args)
            except sqlite3.DatabaseError as error:
                if stop.is_set() or is_index_damage(error):  # what was stopped, nobody hears
                    raise NotIndexed(is_damaged=not stop.is_set()) from error
                raise
            finally:
                db.set_progress_handler(None, 0)
