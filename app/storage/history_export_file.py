"""Calls written into a file of the operator's, off the loop, whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, suppress
from typing import IO, TYPE_CHECKING, TypeVar, TypeVarTuple

from app.services.history import NotRecorded
from app.services.table import Cancelled
from app.storage import folder, history_index, history_queries
from app.storage.database_file import BUSY_TIMEOUT_S, DatabaseFile
from app.storage.history_reader import NotIndexed
from app.storage.history_schema import SCHEMA
from app.storage.whole_file import whole_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from app.domain.call import Call
    from app.services.history import HistoryFilter
    from app.services.history_export import ExportForm
    from app.storage.aside import KeptAside

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

PORTION = 500
"""Calls in memory at once."""
_COUNT_DEADLINE_S = 120.0
"""Counting a million calls of a time that hold a word takes less than a second, on a slow disk some more."""


class HistoryExportFile(DatabaseFile):
    """One export: the history as it stood at its beginning, by a connection and thread of its own."""

    def __init__(
        self,
        history: Path,
        path: Path,
        form: ExportForm,
        on_kept_aside: Callable[[KeptAside], None] | None = None,
    ) -> None:
        super().__init__(
            history, SCHEMA, NotRecorded, on_kept_aside=on_kept_aside, busy_timeout_s=BUSY_TIMEOUT_S
        )
        self._target = path
        self._form = form
        self._stack = ExitStack()
        self._is_first = True

    async def write(
        self,
        which: HistoryFilter,
        *,
        name_of: Callable[[str], str],
        progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> int:
        """Write the calls that are meant, and return how many; `name_of` is called on the loop.

        Raises NotRecorded, NotIndexed and Cancelled, after which no file is there that was not there before.
        """
        try:
            total = await self._run(self._begin, which, deadline_s=_COUNT_DEADLINE_S)
            done = 0
            while calls := await self._run(self._next):
                names = {(person := call.request.number.person): name_of(person) for call in calls}
                await self._run(self._append, calls, names)
                done += len(calls)
                if is_cancelled is not None and is_cancelled():
                    raise Cancelled
                if progress is not None:
                    progress(done, max(done, total))
            await self._run(self._keep)
            return done
        finally:
            await self.close()

    # --- in the worker's thread -----------------------------------------------------------------------

    def _begin(self, which: HistoryFilter) -> int:
        db = self._stack.enter_context(self._database.reading())
        if not which.is_empty and not history_index.is_whole(db):
            raise NotIndexed
        self._portions: Iterator[list[Call]] = history_queries.portions(db, which, PORTION)
        self._file: IO[str] = self._stack.enter_context(whole_file(self._target, "utf-8"))
        self._file.write(self._form.head)
        return history_queries.count(db, which)

    def _next(self) -> list[Call]:
        return next(self._portions, [])

    def _append(self, calls: list[Call], names: Mapping[str, str]) -> None:
        for call in calls:
            between = "" if self._is_first else self._form.between
            self._file.write(between + self._form.call(call, names[call.request.number.person]))
            self._is_first = False

    def _keep(self) -> None:
        self._file.write(self._form.tail)
        self._stack.close()

    def _close(self) -> None:
        """Let go of everything; a file that was not kept by now is given up."""
        # A full disk is full once more when a file is closed.
        with suppress(Cancelled, OSError, sqlite3.Error), self._stack:
            raise Cancelled
        super()._close()

    def _translated(self, function: Callable[[*Ts], T], *args: *Ts) -> T:
        """Run `function`. Damage is for those to find who can begin a fresh history."""
        try:
            return function(*args)
        except sqlite3.Error as error:
            raise NotRecorded(self._sentence(error)) from error
        except OSError as error:
            raise NotRecorded(folder.not_written(error, self._target)) from error
