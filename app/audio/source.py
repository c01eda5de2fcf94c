"""The chosen file, held open: everything that is known of it is read through one handle."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from io import SEEK_SET, FileIO
from pathlib import PurePath
from typing import TYPE_CHECKING, Self

from app.domain.audio import AudioRefused
from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

_SHORTCUTS = {".desktop", ".lnk", ".url", ".webloc"}
_CHUNK = 2**20
_MISSING = {errno.ENOENT, errno.ENOTDIR}
_FORBIDDEN = {errno.EACCES, errno.EPERM}

_NOT_THERE = QT_TRANSLATE_NOOP("Detail", "{name} is not there. Choose the file again.")
_DANGLING = QT_TRANSLATE_NOOP(
    "Detail", "{name} is a link to a file that is not there. Choose the file itself."
)
_SHORTCUT = QT_TRANSLATE_NOOP("Detail", "{name} is a shortcut. Choose the file itself.")
_FOLDER = QT_TRANSLATE_NOOP("Detail", "{name} is a folder. Choose a file in it.")
_NO_FILE = QT_TRANSLATE_NOOP("Detail", "{name} is not an ordinary file. Choose a sound file.")
_NOT_ALLOWED = QT_TRANSLATE_NOOP(
    "Detail", "You are not allowed to read {name}. Change its permissions, or choose another file."
)
_UNREADABLE = QT_TRANSLATE_NOOP(
    "Detail", "{name} cannot be read ({error}). Check its disk, or choose another file."
)
_EMPTY = QT_TRANSLATE_NOOP("Detail", "{name} is empty. Choose a file with sound in it.")
_CHANGED = QT_TRANSLATE_NOOP(
    "Detail", "{name} changed while it was being read. Choose it again when it is finished."
)


class Source:
    """An ordinary file, open for reading until the `with` ends. Raises AudioRefused for anything else.

    PyAV reads it through `read` and `seek`, which therefore never raise: an exception that passes through
    FFmpeg may be printed, with the path. Cancelled or broken, the file seems to end, and `check` says why.
    """

    def __init__(self, path: str, is_cancelled: Callable[[], bool]) -> None:
        self.file_name = PurePath(path).name or path
        self._is_cancelled = is_cancelled
        self._error: OSError | None = None
        try:
            self._file = self._opened(path)
            self._before = os.fstat(self._file.fileno())
        except ValueError as error:  # a name no file can have
            raise self.refused(_NOT_THERE) from error
        except OSError as error:
            raise self._unreadable(error, is_link=_is_link(path)) from error
        self.size = self._before.st_size

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def refused(self, template: str, **values: str | int) -> AudioRefused:
        """Return the error with that sentence, which names the file."""
        return AudioRefused(Detail(template, name=self.file_name, **values))

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes, none at the end."""
        if self._is_cancelled():
            return b""
        try:
            return self._file.read(size)
        except OSError as error:
            self._error = error
            return b""

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        """Go there; return the position, or -1 where there is none."""
        try:
            return self._file.seek(offset, whence)
        except (OSError, ValueError):
            return -1

    def tell(self) -> int:
        """Return the position."""
        return self._file.tell()

    def read_at(self, offset: int, size: int) -> bytes:
        """Return up to `size` bytes from `offset`; the position stays, as FFmpeg relies on it."""
        position = self.tell()
        self.seek(offset)
        found = self.read(size)
        self.seek(position)
        return found

    def read_all(self) -> bytes:
        """Return the content."""
        self.seek(0)
        return b"".join(iter(lambda: self.read(_CHUNK), b""))

    def sha256(self, check: Callable[[], None]) -> str:
        """Return the SHA-256 of the content in hex; call `check` every mebibyte."""
        self.seek(0)
        digest = hashlib.sha256()
        while chunk := self.read(_CHUNK):
            check()
            digest.update(chunk)
        return digest.hexdigest()

    def check(self) -> None:
        """Raise AudioRefused where the file could not be read or is no longer what it was."""
        if self._error is not None:
            raise self._unreadable(self._error) from self._error
        now = os.fstat(self._file.fileno())
        if (now.st_size, now.st_mtime_ns) != (self._before.st_size, self._before.st_mtime_ns):
            raise self.refused(_CHANGED)

    def _opened(self, path: str) -> FileIO:
        self._check_kind(os.stat(path))  # noqa: PTH116 - `path` may be no path; opening a pipe may have effects
        file = FileIO(path, "rb", opener=_open_without_waiting)
        try:
            self._check_kind(os.fstat(file.fileno()))
        except AudioRefused:
            file.close()
            raise
        return file

    def _check_kind(self, found: os.stat_result) -> None:
        if stat.S_ISDIR(found.st_mode):
            raise self.refused(_FOLDER)
        if not stat.S_ISREG(found.st_mode):
            raise self.refused(_NO_FILE)
        if PurePath(self.file_name).suffix.lower() in _SHORTCUTS:
            raise self.refused(_SHORTCUT)
        if found.st_size == 0:
            raise self.refused(_EMPTY)

    def _unreadable(self, error: OSError, *, is_link: bool = False) -> AudioRefused:
        if error.errno in _MISSING:
            return self.refused(_DANGLING if is_link else _NOT_THERE)
        if error.errno in _FORBIDDEN:
            return self.refused(_NOT_ALLOWED)
        return self.refused(_UNREADABLE, error=error.strerror or type(error).__name__)


def _open_without_waiting(path: str, flags: int) -> int:
    """Open, also what became a pipe since it was looked at, which would wait for a writer."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _is_link(path: str) -> bool:
    return os.path.islink(path)  # noqa: PTH114 - `path` may be no path
