"""An SQLite file that is used from the loop: one thread, deadlines, and errors as sentences."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from functools import partial
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.storage import folder
from app.storage.database import Database, is_damage, primary_code
from app.storage.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.storage.aside import KeptAside
    from app.storage.schema import Schema

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

log = logging.getLogger(__name__)

BUSY_TIMEOUT_S = 5.0
"""Another Toque holds the file for milliseconds; whoever holds it longer is another program."""
DEADLINE_S = 15.0
"""Longer than waiting for the file twice, so that only a disk that hangs can pass it."""
OPEN_DEADLINE_S = 60.0
"""A large file from an older version is brought up to date."""
CLOSE_DEADLINE_S = 2.0
"""Toque leaves within 5 s. What was recorded is safe without closing."""

_CLOSING = QT_TRANSLATE_NOOP("Detail", "Toque is closing.")
_OPENED = QT_TRANSLATE_NOOP("Detail", "Another Toque is opening {file}. Close it and try again.")
_HELD = QT_TRANSLATE_NOOP("Detail", "Another program is holding {file}. Close it and try again.")
_DISK_FAILED = QT_TRANSLATE_NOOP(
    "Detail", "The disk with {folder} failed ({error}). Check the disk and try again."
)


class DatabaseFile:
    """The file at `path` with `schema`, used by any number of Toques at once; `refusal` is what it raises.

    Opens at the first use or by `open`. A damaged file, or one of a newer version, is kept aside under a
    dated name and a fresh one is made, whenever it is found; `on_kept_aside` is called on the loop for
    each that `open` did not return.
    """

    def __init__(
        self,
        path: Path,
        schema: Schema,
        refusal: type[Exception],
        *,
        on_kept_aside: Callable[[KeptAside], None] | None = None,
        busy_timeout_s: float = BUSY_TIMEOUT_S,
    ) -> None:
        self._path = path
        self._refusal = refusal
        self._database = Database(path, schema, busy_timeout_s=busy_timeout_s)
        self._on_kept_aside = on_kept_aside
        self._worker = Worker(path.stem)
        self._is_closed = False

    async def open(self) -> KeptAside | None:
        """Open the file ahead of its first use; return what had to be kept aside, if anything.

        Raises the refusal where it cannot be written.
        """
        await self._run(self._open, deadline_s=OPEN_DEADLINE_S, tell=False)
        return self._database.kept_aside.pop() if self._database.kept_aside else None

    async def close(self) -> None:
        """Move everything into the one file and let go of it. Never raises; nothing can be used after."""
        if self._is_closed:
            return
        self._is_closed = True
        try:
            async with asyncio.timeout(CLOSE_DEADLINE_S):  # cancels the waiting: it is closed all the same
                await self._worker.run(self._close, deadline_s=OPEN_DEADLINE_S)
        except TimeoutError:
            log.info("%s did not close in time; the next start finds everything", self._path.name)
        finally:
            self._worker.close()

    async def _run(
        self,
        function: Callable[[*Ts], T],
        *args: *Ts,
        deadline_s: float | None = None,
        undo: Callable[[], None] | None = None,
        tell: bool = True,
    ) -> T:
        """Return what `function` returns in the file's thread; raise the refusal where it fails.

        `deadline_s` in seconds, DEADLINE_S if None; `undo` as Worker.run has it.
        """
        if self._is_closed:
            raise self._refusal(_CLOSING)
        deadline_s = DEADLINE_S if deadline_s is None else deadline_s
        try:
            return await self._worker.run(
                partial(self._translated, function, *args), deadline_s=deadline_s, undo=undo
            )
        except TimeoutError as error:
            raise self._refusal(folder.silent(self._path.parent, deadline_s)) from error
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
                log.warning("%s is damaged: %s", self._path.name, error)
                self._database.start_fresh()
                return function(*args)
        except (sqlite3.Error, OSError) as error:
            log.warning("%s: %s: %s", self._path.name, type(error).__name__, error)
            self._database.after(error)
            raise self._refusal(self._sentence(error)) from error

    def _open(self) -> None:
        self._database.open()

    def _close(self) -> None:
        self._database.drop()

    def _sentence(self, error: Exception) -> Detail:
        from filelock import Timeout

        if isinstance(error, Timeout):
            return Detail(_OPENED, file=str(self._path))
        if isinstance(error, OSError):
            return folder.sentence(error, self._path.parent)
        match primary_code(error):
            case sqlite3.SQLITE_FULL:
                return folder.full(self._path.parent)
            case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
                return folder.forbidden(self._path.parent)
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return Detail(_HELD, file=str(self._path))
            case _:
                what = getattr(error, "sqlite_errorname", type(error).__name__)
                return Detail(_DISK_FAILED, folder=str(self._path.parent), error=what)
