"""Where everything that is kept lives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Profile:
    """The files and folders of one profile. Nothing is created here: those who write create their folder."""

    settings_file: Path
    history_file: Path
    contacts_file: Path
    do_not_call_file: Path
    queue_file: Path
    log_file: Path
    runs_folder: Path
    """One lock file for every running Toque of this profile."""

    @classmethod
    def of(cls, directory: Path | None = None, *, practice: bool = False) -> Profile:
        """Return the profile in `directory`, or the one in the system's folders.

        Practice has its own: in the folder `practice` of `directory`, or under the name "Toque Practice".
        """
        if directory is None:
            return _in_system_folders("Toque Practice" if practice else "Toque")
        directory = directory.expanduser().absolute()
        return _in_folder(directory / "practice" if practice else directory)


def _in_folder(folder: Path) -> Profile:
    return Profile(
        settings_file=folder / "settings.json",
        history_file=folder / "history.sqlite3",
        contacts_file=folder / "contacts.sqlite3",
        do_not_call_file=folder / "do-not-call.sqlite3",
        queue_file=folder / "queue.sqlite3",
        log_file=folder / "toque.log",
        runs_folder=folder / "runs",
    )


def _in_system_folders(name: str) -> Profile:
    data = platformdirs.user_data_path(name, appauthor=False)
    return Profile(
        settings_file=platformdirs.user_config_path(name, appauthor=False) / "settings.json",
        history_file=data / "history.sqlite3",
        contacts_file=data / "contacts.sqlite3",
        do_not_call_file=data / "do-not-call.sqlite3",
        queue_file=data / "queue.sqlite3",
        log_file=platformdirs.user_log_path(name, appauthor=False) / "toque.log",
        runs_folder=data / "runs",
    )
