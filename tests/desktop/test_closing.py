"""`toque --close`, which installers run: the real program in its own process, ended politely by another."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from x_screen import DEADLINE_S, Screen, until

from app.desktop import closing as closing_module
from app.desktop.closing import close_running
from app.desktop.meeting_place import MeetingPlace
from app.storage.profile import Profile
from app.storage.runs import Runs

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at the window through X11")

ROOT = Path(__file__).parents[2]


class Home:
    """A user's folders, and the programs that were started there."""

    def __init__(self, folder: Path, runtime: str) -> None:
        self.profile = folder / "profile"
        kept = ("XDG_", "DBUS_", "LC_", "LANG", "TOQUE_", "WAYLAND_", "DISPLAY")
        clean = {name: value for name, value in os.environ.items() if not name.startswith(kept)}
        own = {
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": runtime,
            "LANG": "C.UTF-8",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
        }
        self.environment = clean | own | {"QT_QPA_PLATFORM": "offscreen"}
        self._started: list[subprocess.Popen[str]] = []

    def start(self, *words: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-m", "app", "--profile", str(self.profile), *words],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._started.append(process)
        return process

    def close_all(self) -> tuple[int, str]:
        """Run `--close`; return its exit code and what it said."""
        process = self.start("--close")
        out, err = process.communicate(timeout=DEADLINE_S)
        return process.returncode, out + err

    def calls(self) -> list[tuple[str, str]]:
        """Return the state and outcome of every call of practice mode, as they are on disk."""
        file = Profile.of(self.profile, practice=True).history_file
        if not file.exists():
            return []
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
            try:
                return database.execute("SELECT state, outcome FROM calls").fetchall()
            except sqlite3.OperationalError as error:
                if "no such table" not in str(error):
                    raise
                return []  # not there yet

    def end(self) -> None:
        for process in self._started:
            process.kill()
            process.communicate()


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with tempfile.TemporaryDirectory(prefix="toque-") as runtime:
        home = Home(tmp_path, runtime)
        yield home
        home.end()


def test_the_window_and_that_of_practice_mode_end_as_if_quit_was_chosen(home: Home) -> None:
    running = [home.start(), home.start("--practice")]
    for practice in (False, True):
        until(Profile.of(home.profile, practice=practice).history_file.exists, "the start")
    assert home.close_all() == (0, "")
    for process in running:
        process.communicate(timeout=DEADLINE_S)
        assert process.returncode == 0
    for practice in (False, True):
        profile = Profile.of(home.profile, practice=practice)
        assert profile.settings_file.exists()  # place and size, which it leaves with
        assert profile.log_file.read_text(encoding="utf-8") == ""


def test_one_that_only_starts_is_waited_for(home: Home) -> None:
    running = home.start("--practice")
    until(Profile.of(home.profile, practice=True).log_file.exists, "the start")
    assert home.close_all() == (0, "")
    running.communicate(timeout=DEADLINE_S)
    assert running.returncode == 0


def test_where_none_runs_there_is_nothing_to_do_nor_to_load(home: Home) -> None:
    script = "import sys; from app.cli import main; print(main(sys.argv[1:]), 'PySide6' in sys.modules)"
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", script, "--profile", str(home.profile), "--close"],
        env=home.environment, cwd=ROOT, capture_output=True, text=True, check=False, timeout=DEADLINE_S,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "0 False\n", "")
    assert not home.profile.exists()


def test_a_call_that_is_being_sent_is_kept_as_what_is_known_of_it(home: Home) -> None:
    with Screen(home.environment) as screen:
        home.environment = screen.environment
        running = home.start("--practice", "+55 11 99999-0009")  # whose reply comes after 20 s
        screen.window("Toque – practice")

        def is_pressed() -> bool:
            screen.keys("Return")
            return bool(home.calls())

        until(is_pressed, "a call")
        until(lambda: home.calls()[0][0] == "sending", "its first byte")
        assert home.close_all() == (0, "")
        running.communicate(timeout=DEADLINE_S)
    assert running.returncode == 0
    assert home.calls() == [("ended", "unknown")]


def test_a_command_that_places_a_call_goes_on_and_is_told(home: Home) -> None:
    runs = Runs(Profile.of(home.profile).runs_folder)
    runs.enter()
    try:
        assert home.close_all() == (1, "")
    finally:
        runs.leave()
    assert home.close_all() == (0, "")


def test_one_that_does_not_end_is_told(monkeypatch: pytest.MonkeyPatch, home: Home) -> None:
    monkeypatch.setattr(closing_module, "DEADLINE_S", 0.5)
    settings_file = Profile.of(home.profile, practice=True).settings_file
    monkeypatch.setenv("XDG_RUNTIME_DIR", home.environment["XDG_RUNTIME_DIR"])
    running = home.start("--practice")
    until(Profile.of(home.profile, practice=True).history_file.exists, "the start")
    running.send_signal(19)  # SIGSTOP: it holds its place and hears nothing
    assert MeetingPlace.of(settings_file).hold() is None
    assert not close_running(settings_file)
    running.send_signal(18)
    assert home.close_all() == (0, "")
