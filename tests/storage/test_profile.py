from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest
from storage_programs import for_its_user_alone

from app.storage.folder import make_folder
from app.storage.profile import Profile


def test_everything_is_in_the_given_folder(tmp_path: Path) -> None:
    assert Profile.of(tmp_path) == Profile(
        settings_file=tmp_path / "settings.json",
        history_file=tmp_path / "history.sqlite3",
        contacts_file=tmp_path / "contacts.sqlite3",
        do_not_call_file=tmp_path / "do-not-call.sqlite3",
        queue_file=tmp_path / "queue.sqlite3",
        log_file=tmp_path / "toque.log",
        runs_folder=tmp_path / "runs",
    )


def test_practice_has_its_own_folder(tmp_path: Path) -> None:
    assert Profile.of(tmp_path, practice=True) == Profile.of(tmp_path / "practice")


def test_a_relative_folder_stays_where_it_was_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Profile.of(Path("here")) == Profile.of(tmp_path / "here")


@pytest.mark.parametrize(("practice", "name"), [(False, "Toque"), (True, "Toque Practice")])
def test_without_a_folder_the_system_s_are_used(practice: bool, name: str) -> None:
    profile = Profile.of(None, practice=practice)
    assert profile.settings_file.parent == platformdirs.user_config_path(name, appauthor=False)
    assert profile.history_file.parent == platformdirs.user_data_path(name, appauthor=False)
    assert profile.log_file.parent == platformdirs.user_log_path(name, appauthor=False)


def test_nothing_is_made_before_it_is_written(tmp_path: Path) -> None:
    Profile.of(tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


@for_its_user_alone
def test_new_folders_are_for_their_user_alone(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in ("a", "a/b")} == {0o700}
