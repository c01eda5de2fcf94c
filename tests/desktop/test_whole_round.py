"""The whole round with the real program under a real window manager, links dispatched by xdg-open.

Nothing here knows the program from within: it is seen through its windows, its files, and what it tells.
"""

from __future__ import annotations

import csv
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from x_screen import DEADLINE_S, Screen, tool, until

if sys.platform != "linux":
    pytest.skip("there is no X server", allow_module_level=True)

from notification_daemon import Bus, NotificationDaemon

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "Toque – practice"
NO_PORTAL = "qt.qpa.services: Failed to register with host portal"  # this session has none
REGISTER = "import sys; from app.desktop.xdg_links import XdgLinks; XdgLinks(sys.argv[1:]).take()"
ELSEWHERE = """
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
line = QLineEdit("Ana, Tel.: +55 11 99999-0003")
line.setWindowTitle("CRM")
line.show()
app.exec()
"""


class Session:
    """An operator's session: a screen, a home, a bus with notifications, and Toque in practice mode."""

    def __init__(self, folder: Path, runtime: str) -> None:
        self.home = folder
        self.profile = folder / "profile"
        self.command = (sys.executable, "-m", "app", "--practice", "--profile", str(self.profile))
        self._started: list[subprocess.Popen[str]] = []
        kept = ("XDG_", "DBUS_", "DESKTOP_", "KDE_", "GNOME_", "LC_", "LANG", "TOQUE_", "WAYLAND_")
        clean = {name: value for name, value in os.environ.items() if not name.startswith(kept)}
        self.screen = Screen(
            clean
            | {
                "HOME": str(folder),
                "XDG_RUNTIME_DIR": runtime,
                "XDG_DATA_HOME": str(folder / "data"),
                "XDG_CONFIG_HOME": str(folder / "config"),
                "XDG_STATE_HOME": str(folder / "state"),
                "XDG_CACHE_HOME": str(folder / "cache"),
                "XDG_DATA_DIRS": str(folder / "system"),
                "XDG_CONFIG_DIRS": str(folder / "system"),
                "XDG_CURRENT_DESKTOP": "X-Generic",
                "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus",
                "LANG": "C.UTF-8",
            }
        )
        self.bus = Bus(folder)
        self.daemon = NotificationDaemon(self.bus)

    def close(self) -> None:
        for process in self._started:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # also what xdg-open has started
            process.communicate(timeout=DEADLINE_S)
        self.screen.close()
        self.daemon.close()
        self.bus.close()

    def start(self, *command: str) -> subprocess.Popen[str]:
        """Start a program in the session; it ends with it."""
        process = subprocess.Popen(  # noqa: S603 - ourselves and tools
            command, env=self.screen.environment, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        self._started.append(process)
        return process

    def done(self, *command: str) -> str:
        """Run a program to its end; return what it says on stderr."""
        process = self.start(*command)
        _, err = process.communicate(timeout=DEADLINE_S)
        assert process.returncode == 0, err
        return err

    def open_toque(self, *words: str) -> tuple[subprocess.Popen[str], str]:
        """Start Toque; return it and its window."""
        process = self.start(*self.command, *words)
        window = self.screen.window(NAME)
        until(lambda: self.screen.active() == NAME, "the focus of Toque")
        return process, window

    def open_elsewhere(self) -> str:
        """Have another program in front; return its window."""
        self.start(sys.executable, "-c", ELSEWHERE)
        window = self.screen.window("CRM")
        self.screen.run("xdotool", "windowactivate", window)
        until(lambda: self.screen.active() == "CRM", "the focus of the other program")
        return window

    def end(self, process: subprocess.Popen[str]) -> None:
        """Ask Toque to end; it has nothing to complain of."""
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=DEADLINE_S)
        complaints = [line for line in err.splitlines() if not line.startswith(NO_PORTAL)]
        assert (process.returncode, complaints) == (0, [])
        assert (self.profile / "practice" / "toque.log").read_text(encoding="utf-8") == ""

    def calls(self) -> list[tuple[str, str]]:
        """Return the number and the newest state of every call, oldest first, as they are on disk."""
        file = self.profile / "practice" / "history.sqlite3"
        if not file.exists():
            return []
        database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        try:
            rows = database.execute("SELECT e164, outcome, state FROM calls ORDER BY row").fetchall()
        except sqlite3.OperationalError as error:
            if "no such table" not in str(error):
                raise
            rows = []  # not there yet
        finally:
            database.close()
        return [(e164.removeprefix("+"), outcome or state) for e164, outcome, state in rows]

    def call(self) -> None:
        """Press Enter until the practice provider is there to be called."""
        known = len(self.calls())

        def is_placed() -> bool:
            self.screen.keys("Return")
            return len(self.calls()) > known

        until(is_placed, "a call")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with tempfile.TemporaryDirectory(prefix="toque-") as runtime:
        session = Session(tmp_path, runtime)
        yield session
        session.close()


def test_link_to_window_to_call_to_note_to_file(session: Session) -> None:
    screen = session.screen
    session.done(sys.executable, "-c", REGISTER, *session.command)

    # A link in a browser starts the program; another one, and a start by hand, reach the one that runs.
    first = session.start(tool("xdg-open"), "tel:+55%2011%2099999-0003")
    window = screen.window(NAME)
    session.open_elsewhere()
    session.done(tool("xdg-open"), "tel:+55%2011%2099999-0001;ext=7")
    until(lambda: screen.active() == NAME, "the window in front")
    assert screen.windows(NAME) == [window]
    assert session.calls() == []  # filled in, not dialled

    session.call()
    until(lambda: session.calls()[-1:] == [("5511999990001", "answered")], "the outcome")

    # Its note, by the keyboard: the history, its newest call, the note.
    screen.keys("ctrl+f", "Tab", "Tab", "Tab", "Down", "ctrl+n")
    until(lambda: screen.active() == "Details of a call", "the details")
    screen.type("promised to pay on Monday")
    screen.keys("ctrl+Return", "Escape")
    until(lambda: screen.active() == NAME, "the window")

    # The file; from the number field, whose own key that is on X11.
    screen.keys("ctrl+k", "ctrl+e")
    until(lambda: screen.active() == "Export history", "the export")
    screen.keys("Tab", "Tab", "Return")
    file = session.home / "calls.csv"
    until(lambda: len(screen.windows("Export history")) == 2, "where to save it")
    screen.keys("ctrl+a")
    screen.type(str(file))
    screen.keys("Return")
    until(file.exists, "the file")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        text = opened.read()
    (row,) = csv.DictReader(text.splitlines(), delimiter=";" if ";" in text.splitlines()[0] else ",")
    values = " ".join(row.values())
    assert "99999-0001" in values or "5511999990001" in values
    assert "promised to pay on Monday" in values
    assert "answered" in values.lower()

    assert first.poll() is None  # xdg-open stays as long as the program it started
    screen.keys("Escape")
    screen.run("xdotool", "windowactivate", "--sync", window, "windowclose", window)


def test_later_starts_only_fill_in(session: Session) -> None:
    screen = session.screen
    toque, window = session.open_toque()
    session.open_elsewhere()
    assert session.done(*session.command) == ""
    until(lambda: screen.active() == NAME, "the window in front")
    screen.run("xdotool", "windowminimize", "--sync", window)
    assert session.done(*session.command, "+55 11 99999-0002") == ""
    until(lambda: screen.active() == NAME, "the minimised window in front")
    session.open_elsewhere()
    launcher = ("env", "DESKTOP_STARTUP_ID=panel-1_TIME4000000000")  # what a panel or a browser sets
    assert session.done(*launcher, *session.command) == ""
    until(lambda: screen.active() == NAME, "the window in front")
    assert screen.windows(NAME) == [window]
    assert session.calls() == []
    session.call()
    until(lambda: session.calls()[-1:] == [("5511999990002", "rejected")], "the outcome")
    session.end(toque)


def test_news_are_told_elsewhere_and_a_click_leads_to_the_call(session: Session) -> None:
    screen = session.screen
    toque, _ = session.open_toque("+55 11 99999-0001")
    session.call()
    session.open_elsewhere()
    until(lambda: session.daemon.shown and session.daemon.shown[-1]["body"] == "Ended", "the news")
    assert {each["title"] for each in session.daemon.shown} == {"+55 11 99999-0001"}
    session.daemon.click(session.daemon.shown[-1]["id"])
    until(lambda: screen.active() in {NAME, "Details of a call"}, "the call in front")
    session.end(toque)


def test_it_stays_above_and_in_its_place(session: Session) -> None:
    screen = session.screen
    toque, window = session.open_toque()
    place, size = screen.place(window), screen.size(window)
    screen.keys("ctrl+shift+t")
    until(lambda: "_NET_WM_STATE_ABOVE" in screen.states(window), "above")
    assert (screen.active(), screen.windows(NAME)) == (NAME, [window])
    assert (screen.place(window), screen.size(window)) == (place, size)
    session.end(toque)
    toque, window = session.open_toque()  # as it was left
    until(lambda: "_NET_WM_STATE_ABOVE" in screen.states(window), "above")
    screen.keys("ctrl+shift+t")
    until(lambda: "_NET_WM_STATE_ABOVE" not in screen.states(window), "among the others")
    assert screen.active() == NAME
    session.end(toque)


def test_it_is_compact_and_large_again(session: Session) -> None:
    screen = session.screen
    toque, window = session.open_toque()
    size = screen.size(window)
    screen.keys("ctrl+shift+m")
    until(lambda: screen.size(window) == (360, 600), "compact")
    screen.keys("ctrl+shift+m")
    until(lambda: screen.size(window) == size, "large")
    session.end(toque)


def test_without_a_tray_the_background_is_the_task_bar(session: Session) -> None:
    screen = session.screen
    toque = session.start(*session.command, "--background")
    until(lambda: screen.run("xdotool", "search", "--name", f"^{NAME}"), "a window")
    assert screen.windows(NAME) == []
    assert session.done(*session.command) == ""
    until(lambda: screen.active() == NAME, "the window in front")
    session.end(toque)


def test_starts_at_once_leave_one_window(session: Session) -> None:
    screen = session.screen
    started = [session.start(*session.command, f"+55 11 99999-000{n}") for n in range(1, 5)]
    window = screen.window(NAME)
    until(lambda: sum(process.poll() is None for process in started) == 1, "one of them")
    (running,) = (process for process in started if process.poll() is None)
    assert [process.returncode for process in started if process is not running] == [0, 0, 0]
    assert screen.windows(NAME) == [window]
    assert session.calls() == []
    session.end(running)


def test_a_program_that_was_killed_keeps_nobody_from_starting(session: Session) -> None:
    toque, _ = session.open_toque()
    toque.kill()
    toque.wait()
    toque, _ = session.open_toque("+55 11 99999-0001")
    assert session.done(*session.command) == ""
    session.end(toque)
