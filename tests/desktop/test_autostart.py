"""Starting at login: what the system has is what is said."""

from __future__ import annotations

import os
import plistlib
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from app.desktop.autostart import (
    BACKGROUND,
    MacAutostart,
    XdgAutostart,
    agent_plist,
    autostart,
    is_agent_on,
    is_approved,
)
from app.services.desktop import NotArranged

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = ("/opt/To que/toque", BACKGROUND)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))  # Windows' word for it
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


def test_on_linux_it_is_off_until_it_is_turned_on(home: Path) -> None:
    start = XdgAutostart(COMMAND)
    assert not start.is_on()
    start.turn(True)
    assert start.is_on()
    text = (home / "config" / "autostart" / "toque.desktop").read_text()
    assert 'Exec="/opt/To que/toque" --background\n' in text
    start.turn(False)
    assert not start.is_on()
    start.turn(False)


@pytest.mark.skipif(sys.platform != "linux", reason="there is no desktop-file-validate")
def test_on_linux_the_file_is_valid(home: Path) -> None:
    XdgAutostart(COMMAND).turn(True)
    tool = shutil.which("desktop-file-validate")
    assert tool is not None, "install desktop-file-utils: packaging/bootstrap.sh test"
    file = home / "config" / "autostart" / "toque.desktop"
    done = subprocess.run([tool, str(file)], capture_output=True, text=True, check=False)  # noqa: S603 - the tool
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_on_linux_what_the_desktop_switched_off_is_off(home: Path, line: str) -> None:
    start = XdgAutostart(COMMAND)
    start.turn(True)
    file = home / "config" / "autostart" / "toque.desktop"
    file.write_text(file.read_text() + line + "\n")
    assert not start.is_on()
    start.turn(True)
    assert start.is_on()


def test_a_folder_in_the_way_is_told(home: Path) -> None:
    (home / "config").mkdir()
    (home / "config" / "autostart").write_text("")
    with pytest.raises(NotArranged, match="Starting at login could not be changed"):
        XdgAutostart(COMMAND).turn(True)


def test_on_macos_it_is_a_launch_agent(home: Path) -> None:
    start = MacAutostart(COMMAND)
    assert not start.is_on()
    start.turn(True)
    assert start.is_on()
    (file,) = (home / "Library" / "LaunchAgents").iterdir()
    assert plistlib.loads(file.read_bytes())["ProgramArguments"] == list(COMMAND)
    start.turn(False)
    assert not file.exists()


def test_on_macos_what_was_disabled_is_off() -> None:
    values = plistlib.loads(agent_plist(COMMAND))
    assert is_agent_on(plistlib.dumps(values))
    assert not is_agent_on(plistlib.dumps(values | {"Disabled": True}))
    assert not is_agent_on(b"nonsense")
    assert not is_agent_on(b"<?xml version='1.0'?><plist><dict>")
    assert not is_agent_on(b"<plist><dict><key>RunAtLoad</key><date>never</date></dict></plist>")
    assert not is_agent_on(plistlib.dumps([]))


@pytest.mark.parametrize(
    ("data", "approved"),
    [(None, True), (b"", True), (bytes([2, *[0] * 11]), True), (bytes([3, *[0] * 11]), False)],
)
def test_on_windows_the_task_manager_has_the_last_word(data: bytes | None, approved: bool) -> None:
    assert is_approved(data) is approved


@pytest.mark.skipif(os.name != "posix" or sys.platform == "darwin", reason="another system")
def test_this_system_has_a_desktop_file() -> None:
    assert isinstance(autostart(), XdgAutostart)
