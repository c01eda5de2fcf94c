"""Keeping a file aside that cannot be read: renamed to a dated name, never deleted, never overwriting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Why(StrEnum):
    """Why a file is kept aside. The values are part of the file's new name."""

    DAMAGED = "damaged"
    NEWER = "newer"
    """Written by a newer version of Toque."""


@dataclass(frozen=True, slots=True)
class KeptAside:
    """A file that was renamed to `path`."""

    path: Path
    why: Why


def keep_aside(path: Path, why: Why, *, tails: tuple[str, ...] = ()) -> KeptAside:
    """Rename `path`, and the files named `path` plus a tail, to a free name with today's date and time.

    "settings.json" becomes "settings 2026-11-20 0448 damaged.json", in the computer's local time: the
    name is for people. The tails go first, so that an interruption leaves `path` to be found again.
    The caller holds a lock against other Toques. Raises OSError.
    """
    new = _free_name(path, why, tails)
    for tail in tails:
        companion = path.with_name(path.name + tail)
        if companion.exists():
            companion.rename(new.with_name(new.name + tail))
    path.rename(new)
    return KeptAside(new, why)


def kept_aside(path: Path) -> list[str]:
    """Return the names of what was kept aside of `path` and is still there, oldest first. Raises OSError."""
    when = r"\d{4}-\d\d-\d\d \d{4}"
    name = re.compile(rf"{re.escape(path.stem)} {when} (?:{'|'.join(Why)})(?: \d+)?{re.escape(path.suffix)}")
    return sorted(each.name for each in path.parent.iterdir() if name.fullmatch(each.name))


def _free_name(path: Path, why: Why, tails: tuple[str, ...]) -> Path:
    when = datetime.now(UTC).astimezone().strftime("%Y-%m-%d %H%M")
    for number in count(1):
        again = f" {number}" if number > 1 else ""
        name = f"{path.stem} {when} {why}{again}{path.suffix}"
        if not any(path.with_name(name + tail).exists() for tail in ("", *tails)):
            return path.with_name(name)
    raise AssertionError
