"""The whole program as a newcomer starts it, on a real X server, driven by the keyboard alone."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DEADLINE_S = 60.0

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there is no X server")


def until(condition: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < deadline, f"{what} did not happen"
        time.sleep(0.05)


@pytest.fixture
def display() -> Iterator[str]:
    xvfb = shutil.which("Xvfb")
    assert xvfb is not None, "install xvfb: packaging/bootstrap.sh test"
    reading, writing = os.pipe()
    server = subprocess.Popen(  # noqa: S603 - the display
        [xvfb, "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as number:
        name = f":{number.readline().strip()}"
    yield name
    server.terminate()
    server.wait()


def steps(profile: Path) -> list[str]:
    """Return the steps of the only call, as history has them on disk."""
    file = profile / "practice" / "history.sqlite3"
    if not file.exists():
        return []
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        rows = database.execute("SELECT state, outcome, known_by FROM steps ORDER BY n").fetchall()
    except sqlite3.OperationalError:
        rows = []  # not there yet
    finally:
        database.close()
    return [f"{outcome or state} {known_by}" for state, outcome, known_by in rows]


def test_number_typed_and_enter_pressed_is_followed_to_its_end(display: str, tmp_path: Path) -> None:
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}

    tool = shutil.which("xdotool")
    assert tool is not None, "install xdotool: packaging/bootstrap.sh test"

    def xdotool(*arguments: str) -> str:
        result = subprocess.run(  # noqa: S603 - the keyboard
            [tool, *arguments], env=environment, capture_output=True, text=True, check=False
        )
        return result.stdout.strip()

    program = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-m", "app", "--practice", "--profile", str(tmp_path)],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        until(lambda: xdotool("search", "--onlyvisible", "--name", "^Toque"), "the window")
        window = xdotool("search", "--onlyvisible", "--name", "^Toque").split()[0]
        xdotool("windowfocus", "--sync", window)
        xdotool("type", "--delay", "20", "+5511999990001")
        while not steps(tmp_path):  # pressed again until the practice provider is there to be called
            xdotool("key", "Return")
            time.sleep(1)
        until(lambda: steps(tmp_path)[-1:] == ["answered provider"], "the end of the call")
        assert steps(tmp_path) == [
            "queued local",
            "sending local",
            "placed provider",
            "ringing provider",
            "in_progress provider",
            "answered provider",
        ]
    finally:
        program.send_signal(signal.SIGTERM)
        _, errors = program.communicate(timeout=DEADLINE_S)
    assert program.returncode == 0
    assert errors == ""
    assert (tmp_path / "practice" / "toque.log").read_text(encoding="utf-8") == ""
