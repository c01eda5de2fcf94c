"""Removing a profile from the disk: all that Toque wrote there, and nothing else."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from app.storage.aside import kept_aside
from app.storage.runs import Runs
from app.storage.settings_format import DamagedSettings, decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.storage.profile import Profile

_TAILS = ("", ".lock", "-wal", "-shm", "-journal")
"""What may stand beside a file, and the file itself. A copy that somebody made of one is theirs."""
_LEFTOVERS = (".settings-*.tmp", ".import-*")
"""What was being written when the program was killed."""


def is_profile(profile: Profile) -> bool:
    """Whether a Toque has kept anything there: a settings.json without accounts may be of any program."""
    files = (*_databases(profile), profile.log_file)
    return any(file.exists() for file in files) or _has_accounts(profile.settings_file)


def _has_accounts(settings_file: Path) -> bool:
    try:
        return bool(decode(settings_file.read_bytes()).accounts)
    except (OSError, DamagedSettings):
        return False


def is_in_use(profile: Profile) -> bool:
    """Whether a Toque of this profile runs, a command without a window included. Raises OSError."""
    Runs(profile.runs_folder).clear()
    return any(profile.runs_folder.glob("*.lock"))


def remove_profile(profile: Profile) -> None:
    """Remove its files, then its folders where nothing else is in them. Raises OSError."""
    data = profile.history_file.parent
    log = profile.log_file.parent
    logs_of_others = log.glob(f"{profile.log_file.stem}-[0-9]*{profile.log_file.suffix}*")
    leftovers = [each for pattern in _LEFTOVERS for each in data.glob(pattern)]
    for leftover in (*logs_of_others, *leftovers):
        if leftover.is_dir() and not leftover.is_symlink():
            shutil.rmtree(leftover)
        else:
            leftover.unlink()
    for file in (profile.settings_file, *_databases(profile)):
        for trace in _traces(file):
            trace.unlink(missing_ok=True)
    for each in _logs(profile.log_file):
        each.unlink()
    folders = [profile.runs_folder, log, profile.settings_file.parent, data]
    if log.parent.name == data.name:  # the system's folder for logs is one below Toque's own
        folders.append(log.parent)
    for folder in folders:
        with suppress(OSError):  # there is something else in it, or it is gone already
            folder.rmdir()


def _databases(profile: Profile) -> tuple[Path, ...]:
    return profile.history_file, profile.contacts_file, profile.do_not_call_file, profile.queue_file


def _traces(file: Path) -> Iterator[Path]:
    """Yield the file, what was kept aside of it, and where locks and journals of these would be."""
    if file.parent.is_dir():
        for name in (file.name, *kept_aside(file)):
            yield from (file.with_name(name + tail) for tail in _TAILS)


def _logs(file: Path) -> list[Path]:
    """Return the log, those of Toques that ran beside another, what they were before, and their locks."""
    name = re.compile(rf"{re.escape(file.stem)}(-\d+)?{re.escape(file.suffix)}(\.\d+|\.lock)?")
    there = file.parent.iterdir() if file.parent.is_dir() else ()
    return [each for each in there if name.fullmatch(each.name)]
