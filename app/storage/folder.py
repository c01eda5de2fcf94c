"""A folder of Toque's: made for its user alone, and what to tell the operator when it cannot be written."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from pathlib import Path

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}

_UNUSABLE = QT_TRANSLATE_NOOP("Detail", "{folder} cannot be used ({error}). Check the folder and its disk.")
_FULL_DISK = QT_TRANSLATE_NOOP("Detail", "The disk with {folder} is full. Free some space and try again.")
_NOT_WRITABLE = QT_TRANSLATE_NOOP(
    "Detail", "{folder} cannot be written to. Check its permissions, or choose another profile folder."
)
_NOT_WRITTEN = QT_TRANSLATE_NOOP("Detail", "{folder} cannot be written to ({error}). Choose another folder.")
_SILENT = QT_TRANSLATE_NOOP(
    "Detail", "The disk with {folder} did not answer within {seconds} s. Check it and try again."
)


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it that are missing, for their user alone. Raises OSError."""
    missing = [each for each in (folder, *folder.parents) if not each.is_dir()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)


def sentence(error: OSError, folder: Path) -> Detail:
    """Return what happened in `folder` and what to do, for the operator."""
    if error.errno in _FULL:
        return full(folder)
    if error.errno in _FORBIDDEN:
        return forbidden(folder)
    return Detail(_UNUSABLE, folder=str(folder), error=error.strerror or type(error).__name__)


def not_written(error: OSError, path: Path) -> Detail:
    """Return the same for a file at a `path` of the operator's choice."""
    if error.errno in _FULL:
        return full(path.parent)
    return Detail(_NOT_WRITTEN, folder=str(path.parent), error=error.strerror or type(error).__name__)


def full(folder: Path) -> Detail:
    """Return the sentence for a disk without room."""
    return Detail(_FULL_DISK, folder=str(folder))


def forbidden(folder: Path) -> Detail:
    """Return the sentence for a folder that must not be written to."""
    return Detail(_NOT_WRITABLE, folder=str(folder))


def silent(folder: Path, deadline_s: float) -> Detail:
    """Return the sentence for a disk that does not answer."""
    return Detail(_SILENT, folder=str(folder), seconds=f"{deadline_s:g}")
