"""A folder of Toque's: made for its user alone, and what to tell the operator when it cannot be written."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it that are missing, for their user alone. Raises OSError."""
    missing = [each for each in (folder, *folder.parents) if not each.is_dir()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)


def sentence(error: OSError, folder: Path) -> str:
    """Return what happened in `folder` and what to do, for the operator."""
    if error.errno in _FULL:
        return full(folder)
    if error.errno in _FORBIDDEN:
        return forbidden(folder)
    return (
        f"{folder} cannot be used ({error.strerror or type(error).__name__}). Check the folder and its disk."
    )


def full(folder: Path) -> str:
    """Return the sentence for a disk without room."""
    return f"The disk with {folder} is full. Free some space and try again."


def forbidden(folder: Path) -> str:
    """Return the sentence for a folder that must not be written to."""
    return f"{folder} cannot be written to. Check its permissions, or choose another profile folder."


def silent(folder: Path, deadline_s: float) -> str:
    """Return the sentence for a disk that does not answer."""
    return f"The disk with {folder} did not answer within {deadline_s:g} s. Check it and try again."
