"""The running Toques of one profile: who is there, and who is gone."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from app.storage.folder import make_folder

if TYPE_CHECKING:
    from filelock import FileLock

_RUN = re.compile(r"[0-9a-f]{32}")

_PROBE_S = 5.0
"""Another Toque that looks whether we are gone holds our lock for a moment."""


class Runs:
    """Each running Toque holds a lock file named by its run id; the system lets go of it when it dies."""

    def __init__(self, folder: Path) -> None:
        self.own = uuid4().hex
        self._folder = folder
        self._lock: FileLock | None = None

    def enter(self) -> None:
        """Hold our lock, if it is not held yet. Raises OSError."""
        from filelock import FileLock

        if self._lock is None:
            make_folder(self._folder)
            lock = FileLock(self._file(self.own), thread_local=False)
            lock.acquire(timeout=_PROBE_S)
            self._lock = lock

    def leave(self) -> None:
        """Let go of our lock and remove it."""
        if self._lock is not None:
            _remove(self._lock)
            self._lock = None

    def is_over(self, run: str) -> bool:
        """Return whether the Toque of that run is gone; its lock file is removed then. Raises OSError."""
        from filelock import FileLock, Timeout

        if run == self.own:
            return False
        if not _RUN.fullmatch(run) or not self._file(run).exists():
            return True
        lock = FileLock(self._file(run), thread_local=False)
        try:
            lock.acquire(blocking=False)
        except Timeout:
            return False
        _remove(lock)
        return True

    def clear(self) -> None:
        """Remove the lock files of those who are gone. Raises OSError."""
        for file in self._folder.glob("*.lock"):
            if _RUN.fullmatch(file.stem):
                self.is_over(file.stem)

    def _file(self, run: str) -> Path:
        return self._folder / f"{run}.lock"


def _remove(lock: FileLock) -> None:
    """Remove a lock file that we hold, and let go. Whoever waits for it notices and makes a new one."""
    file = Path(lock.lock_file)
    if sys.platform == "win32":  # where an open file cannot be removed
        lock.release()
        with suppress(OSError):
            file.unlink()
    else:
        with suppress(OSError):
            file.unlink()
        lock.release()
