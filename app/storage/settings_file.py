"""The settings file: read at start, written whole or not at all, shared with other running Toques."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.settings import NotSaved, Settings
from app.storage.aside import Why, keep_aside
from app.storage.folder import make_folder, sentence, silent
from app.storage.settings_format import DamagedSettings, decode, encode
from app.storage.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from filelock import FileLock

LOCK_TIMEOUT_S = 5.0
"""Another Toque holds the lock for as long as it takes to write one small file."""
SAVE_DEADLINE_S = 15.0
"""Longer than the lock, so that only a disk that hangs can pass it."""

_UNREAD = QT_TRANSLATE_NOOP("Detail", "The settings could not be read. {why}")
_DAMAGED = QT_TRANSLATE_NOOP("Detail", "The settings are damaged. {why}")
_HELD = QT_TRANSLATE_NOOP("Detail", "Another Toque holds the settings in {folder}. Close it first.")
_NO_CHARACTER = QT_TRANSLATE_NOOP("Detail", "There is a character in the settings that is none. Remove it.")


class SettingsFile:
    """A SettingsStore in a JSON file. The first reading happens here, blocking: make it before the loop runs.

    A damaged file is kept aside, the defaults are used, and `kept_aside` tells where it is. A file that
    cannot be read (or cannot be kept aside) is left alone, the defaults are used, and `problem` says why.
    """

    kept_aside: Path | None = None
    problem: str | None = None
    """A sentence for the operator where the settings could not be read at start."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._worker = Worker("settings")
        self._current = self._first_reading()

    @property
    def current(self) -> Settings:
        """The settings as last read or written. After NotSaved they are as before."""
        return self._current

    async def update(self, change: Callable[[Settings], Settings]) -> Settings:
        """Read the newest settings, write `change` of them, and return what was written.

        `change` is called in the worker's thread under the lock: it must depend on nothing else. What it
        raises is raised here. Raises NotSaved, after which the file is as before; but where the disk did
        not answer in time they may be written later, which then shows in `current`.
        """
        try:
            return await self._worker.run(self._update, change, deadline_s=SAVE_DEADLINE_S)
        except TimeoutError as error:
            raise NotSaved(silent(self._path.parent, SAVE_DEADLINE_S)) from error

    def close(self) -> None:
        """Let the thread end. Does not wait for it."""
        self._worker.close()

    def _first_reading(self) -> Settings:
        try:
            data = self._read()
            return decode(data) if data else Settings()
        except OSError as error:
            self.problem = Detail(_UNREAD, why=sentence(error, self._path.parent))
        except DamagedSettings:
            return self._first_keeping_aside()
        return Settings()

    def _first_keeping_aside(self) -> Settings:
        try:
            with self._lock():
                return self._newest()[0]
        except OSError as error:  # the lock's Timeout too
            self.problem = Detail(_DAMAGED, why=sentence(error, self._path.parent))
            return Settings()

    def _update(self, change: Callable[[Settings], Settings]) -> Settings:
        from filelock import Timeout

        folder = self._path.parent
        try:
            make_folder(folder)
            with self._lock():
                newest, data = self._newest()
                changed = change(newest)
                self._write(encode(changed, over=data))
        except Timeout as error:
            raise NotSaved(Detail(_HELD, folder=str(folder))) from error
        except OSError as error:
            raise NotSaved(sentence(error, folder)) from error
        except UnicodeEncodeError as error:
            raise NotSaved(_NO_CHARACTER) from error
        self._current = changed
        return changed

    def _newest(self) -> tuple[Settings, bytes | None]:
        """Return the settings on disk and their bytes, under the lock; a damaged file is kept aside."""
        data = self._read()
        if not data:
            return Settings(), None
        try:
            return decode(data), data
        except DamagedSettings:
            self.kept_aside = keep_aside(self._path, Why.DAMAGED).path
            return Settings(), None

    def _lock(self) -> FileLock:
        from filelock import FileLock

        return FileLock(self._path.with_name(self._path.name + ".lock"), timeout=LOCK_TIMEOUT_S)

    def _read(self) -> bytes | None:
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return None

    def _write(self, data: bytes) -> None:
        """Put `data` on the disk under another name, then rename it: a reader sees the old or the new."""
        target = self._path.resolve()  # where the file is a link, what it points to is replaced
        file, name = tempfile.mkstemp(prefix=".settings-", suffix=".tmp", dir=target.parent)
        temporary = Path(name)
        try:
            with os.fdopen(file, "wb") as opened:
                opened.write(data)
                opened.flush()
                os.fsync(opened.fileno())
            temporary.replace(target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
