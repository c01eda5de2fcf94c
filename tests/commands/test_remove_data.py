"""`toque --remove-data`, which uninstallers run: with a real keyring, and a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from command_harness import Said, Toque, wait_until

from app.desktop.autostart import XdgAutostart
from app.desktop.xdg_links import XdgLinks
from app.storage.aside import Why, keep_aside
from app.storage.profile import Profile

if TYPE_CHECKING:
    from secret_service import SecretService

    from app.practice.server import PracticeServer

DONE = "5511999990001"
RINGS = "5511999990003"
REMOVED = "Removed settings, history, contacts, do-not-call list, queue and log."


def remove_data(toque: Toque, *, prefix: tuple[str, ...] = ()) -> Said:
    return toque.run("--remove-data", prefix=prefix)


def names(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*")}


def test_nothing_of_a_used_profile_is_left(
    toque: Toque, server: PracticeServer, secret_service: SecretService
) -> None:
    toque.add_account(server)
    toque.add_account(server, "Phone", "ringyo")
    assert toque.call(DONE, "--account", "Practice").code == 0
    practice = Profile.of(toque.folder, practice=True)
    practice.log_file.parent.mkdir()
    for file in (
        practice.log_file,
        practice.settings_file,
        practice.queue_file.with_name("queue.sqlite3-wal"),
    ):
        file.touch()
    for name in ("toque-2.log", "toque-2.log.lock", "toque-2.log.1", ".settings-abc.tmp"):
        (toque.folder / name).touch()
    damaged = Profile.of(toque.folder).contacts_file
    damaged.touch()
    keep_aside(damaged, Why.DAMAGED)
    assert len(secret_service.items()) >= 2
    said = remove_data(toque)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == ["Removed the tokens of 2 accounts from the keyring.", REMOVED]
    assert secret_service.items() == {}
    assert not toque.folder.exists()


def test_what_somebody_else_put_there_stays(toque: Toque, server: PracticeServer) -> None:
    toque.add_account(server)
    folders = {"mine", "history.sqlite3.d"}
    files = {"notes.txt", "history.sqlite3.bak", "settings.json-old", "toque-notes.log", "toque.log.txt"}
    files |= {"history.md", str(Path("mine", "settings.json"))}
    for name in folders:
        (toque.folder / name).mkdir()
    for name in files:
        (toque.folder / name).touch()
    assert remove_data(toque).code == 0
    assert names(toque.folder) == folders | files


@pytest.mark.parametrize("text", ['{"editor.fontSize": 12}', "// not even JSON"])
def test_a_folder_without_a_profile_is_left_alone(toque: Toque, text: str) -> None:
    toque.folder.mkdir(exist_ok=True)
    settings = toque.folder / "settings.json"
    settings.write_text(text, encoding="utf-8")
    said = remove_data(toque)
    assert (said.code, said.out) == (2, "")
    assert said.err == f"toque: No Toque has kept anything in {toque.folder}: nothing was removed.\n"
    assert names(toque.folder) == {"settings.json"}
    assert settings.read_text(encoding="utf-8") == text


def test_logs_of_toques_that_ran_side_by_side_go_too(toque: Toque) -> None:
    toque.folder.mkdir(exist_ok=True)
    for name in ("toque.log", "toque.log.1", "toque-2.log", "toque-2.log.3", "toque-2.log.lock"):
        (toque.folder / name).touch()
    assert remove_data(toque).code == 0
    assert not toque.folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="makes links")
def test_where_a_link_leads_nothing_is_removed(toque: Toque, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious").touch()
    toque.folder.mkdir(exist_ok=True)
    (toque.folder / "toque.log").touch()
    (toque.folder / ".import-1").symlink_to(elsewhere)
    (toque.folder / "history.sqlite3").symlink_to(elsewhere / "precious")
    assert remove_data(toque).code == 0
    assert not toque.folder.exists()
    assert names(elsewhere) == {"precious"}


def test_tokens_of_damaged_settings_are_not_passed_over_in_silence(
    toque: Toque, server: PracticeServer
) -> None:
    toque.add_account(server)
    (toque.folder / "toque.log").touch()
    settings = Profile.of(toque.folder).settings_file
    settings.write_bytes(settings.read_bytes()[:-9])
    said = remove_data(toque)
    assert said.code == 0
    assert "The settings were damaged once, so other accounts may have had tokens." in said.out


def test_without_anything_there_is_nothing_to_do(toque: Toque) -> None:
    said = remove_data(toque)
    assert (said.code, said.err) == (0, "")
    assert not toque.folder.exists()


def test_nothing_is_removed_while_a_call_is_under_way(
    toque: Toque, server: PracticeServer, secret_service: SecretService
) -> None:
    toque.add_account(server)
    with toque.start("call", RINGS, "--json") as process:
        wait_until(lambda: toque.folder.joinpath("history.sqlite3").exists() and toque.history())
        kept = secret_service.items()
        said = remove_data(toque)
        assert (said.code, said.out) == (2, "")
        assert said.err == "toque: Toque is running. Close it, then try again: nothing was removed.\n"
        assert secret_service.items() == kept
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert len(toque.history()) == 1
    remove_data(toque)


def test_nothing_is_removed_while_the_window_is_open(toque: Toque) -> None:
    window = toque.start("--practice", environment={"QT_QPA_PLATFORM": "offscreen"})
    wait_until(Profile.of(toque.folder, practice=True).log_file.exists)
    assert remove_data(toque).code == 2
    assert toque.run("--close").code == 0
    window.communicate(timeout=60)
    assert remove_data(toque).code == 0
    assert not toque.folder.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="nobody can take the keyring away")
def test_the_files_stay_where_the_tokens_cannot_be_removed(toque: Toque, server: PracticeServer) -> None:
    toque.add_account(server)
    before = names(toque.folder)
    toque.environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"
    said = remove_data(toque)
    assert (said.code, said.out) == (2, "")
    assert said.err.endswith("The files were not removed.\n")
    assert names(toque.folder) >= before - {"settings.json.lock"}


@pytest.fixture
def system(tmp_path: Path, toque: Toque, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home whose system folders are the profile."""
    home = tmp_path / "own home"
    (home / "config").mkdir(parents=True)
    (home / "system").mkdir()
    for name in [name for name in os.environ if name.startswith(("XDG_", "KDE_", "GNOME_", "DESKTOP_"))]:
        monkeypatch.delenv(name)
        toque.environment.pop(name, None)
    folders = {
        "HOME": home,
        "XDG_DATA_DIRS": home / "system",
        "XDG_CONFIG_DIRS": home / "system",
        "XDG_DATA_HOME": home / "data",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_STATE_HOME": home / "state",
    }
    for name, folder in folders.items():
        monkeypatch.setenv(name, str(folder))
        toque.environment[name] = str(folder)
    return home


@pytest.mark.skipif(sys.platform != "linux", reason="there is no xdg-mime")
def test_the_desktop_forgets_it_too(system: Path, toque: Toque) -> None:
    XdgAutostart((sys.executable,)).turn(True)
    XdgLinks((sys.executable, "-m", "app")).take()
    own = {"TOQUE_PROFILE": "", "QT_QPA_PLATFORM": "offscreen"}
    windows = [toque.start(environment=own), toque.start("--practice", environment=own)]
    for name in ("Toque", "Toque Practice"):
        wait_until((system / "data" / name / "history.sqlite3").exists)
    assert toque.run("--close", environment=own).code == 0
    for window in windows:
        window.communicate(timeout=60)
    written = names(system)
    assert {"config/autostart/toque.desktop", "data/applications/toque.desktop"} <= written
    assert {"config/Toque/settings.json", "config/Toque Practice/settings.json"} <= written
    said = toque.run("--remove-data", environment=own)
    assert (said.code, said.err) == (0, "")
    assert "Removed start at login." in said.out
    assert "Removed phone links." in said.out
    left = subprocess.run(  # noqa: S603 - a tool
        ["/usr/bin/grep", "-ril", "toque", str(system)], capture_output=True, text=True, check=False
    )
    assert left.stdout == ""
    assert not [name for name in names(system) if "toque" in name.lower()]
