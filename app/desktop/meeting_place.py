"""Where the starts of one profile meet: a lock that one of them holds, and its socket beside it."""

from __future__ import annotations

import getpass
import hashlib
import os
import stat
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.desktop.file_lock import lock

_LONGEST_PATH = 100
"""In bytes: a socket's path has room for 103 on macOS, 107 on Linux."""


@dataclass(frozen=True, slots=True)
class MeetingPlace:
    """Of one profile, for its user alone."""

    folder: Path
    name: str

    @classmethod
    def of(cls, profile: Path) -> MeetingPlace:
        """Return the place for the profile whose settings are in the file `profile`.

        Practice has a profile of its own, and so is a program of its own. Raises OSError where no folder can
        be had that belongs to this user alone.
        """
        known = f"{_user()}\0{os.path.normcase(profile.resolve())}"
        name = "toque-" + hashlib.sha256(known.encode("utf-8", "surrogateescape")).hexdigest()[:16]
        return cls(_folder(), name)

    @property
    def socket(self) -> str:
        """The name that Qt's local sockets take: on Windows that of a pipe, elsewhere a path."""
        return self.name if sys.platform == "win32" else str(self.folder / f"{self.name}.sock")

    def hold(self) -> Hold | None:
        """Become the one program of this profile, until the process is gone; None if another one is.

        Raises OSError where nothing can be locked.
        """
        file = (self.folder / f"{self.name}.lock").open("ab")
        try:
            lock(file)
        except (BlockingIOError, PermissionError):
            file.close()
            return None
        except OSError:
            file.close()
            raise
        if sys.platform != "win32":  # where a pipe goes with its process
            with suppress(FileNotFoundError):
                Path(self.socket).unlink()  # of one that crashed: whoever listened there held the lock
        return Hold(self, file)


@dataclass(frozen=True, slots=True)
class Hold:
    """The right to listen at `place`."""

    place: MeetingPlace
    _file: BinaryIO

    def let_go(self) -> None:
        """Leave the place to the next start."""
        self._file.close()
        if sys.platform == "win32":  # elsewhere another process may hold what is removed here
            with suppress(OSError):  # it is open in another program, and so stays
                Path(self._file.name).unlink()


def _user() -> str:
    return getpass.getuser() if sys.platform == "win32" else str(os.geteuid())


def _folder() -> Path:
    """Return a folder that belongs to this user alone, made if need be. Raises OSError."""
    if sys.platform == "win32":
        return Path(tempfile.gettempdir())  # each user's own
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    own = Path(runtime) / "toque"
    if runtime and len(os.fsencode(own)) + 32 <= _LONGEST_PATH:
        with suppress(OSError):
            return _owned(own)
    return _owned(Path("/tmp") / f"toque-{os.geteuid()}")  # noqa: S108 - looked at before it is used


def _owned(folder: Path) -> Path:
    """Return `folder`, which is made unless it is there. Raises OSError if it is not this user's alone."""
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise PermissionError(f"{folder} does not belong to this user alone")
    return folder
