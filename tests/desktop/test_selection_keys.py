"""Keys that call what is selected: pressed in another program, on a real X server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Self

import pytest
from PySide6.QtGui import QKeySequence
from x_screen import Screen, until

from app.desktop.pynput_hotkey import combination
from app.desktop.selection_keys import SelectionKeys
from app.services.desktop import NotArranged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LISTENER = """
import json, sys
from PySide6.QtWidgets import QApplication
from app.desktop.selection_keys import SelectionKeys
from app.services.desktop import NotArranged

app = QApplication([])
keys = SelectionKeys()
keys.selected.connect(lambda text: print(json.dumps(text), flush=True))
try:
    keys.listen(sys.argv[1])
except NotArranged as error:
    print(json.dumps(f"refused: {error}"), flush=True)
    sys.exit()
print(json.dumps("listens"), flush=True)
if len(sys.argv) > 2:
    keys.stop()
    keys.listen(sys.argv[2])
    print(json.dumps("listens to others"), flush=True)
app.exec()
"""
ELSEWHERE = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit

app = QApplication([])
line = QLineEdit(sys.argv[1])
line.setWindowTitle("CRM")
line.show()
app.exec()
"""

linux = pytest.mark.skipif(sys.platform != "linux", reason="there is no X server")


@pytest.fixture
def screen() -> Iterator[Screen]:
    kept = {name: value for name, value in os.environ.items() if name != "XDG_SESSION_TYPE"}
    with Screen(kept) as screen:
        yield screen


class Process:
    """A script on the screen, ended with the test."""

    def __init__(self, screen: Screen, script: str, *words: str, **environment: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-c", script, *words],
            env=screen.environment | environment,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def says(self) -> str:
        assert self._process.stdout is not None
        return str(json.loads(self._process.stdout.readline()))


@linux
@pytest.mark.parametrize("lock", ["", "Num_Lock", "Caps_Lock"])
def test_what_is_selected_in_another_program_is_handed_over(screen: Screen, lock: str) -> None:
    with (
        Process(screen, LISTENER, "Ctrl+Alt+C") as listener,
        Process(screen, ELSEWHERE, "Ana, Tel.: (11) 99999-0001"),
    ):
        assert listener.says() == "listens"
        window = screen.window("CRM")
        until(lambda: screen.active() == "CRM", "the focus of the other program")
        screen.keys("ctrl+a")
        if lock:
            screen.keys(lock)
        screen.keys("ctrl+alt+c")
        assert listener.says() == "Ana, Tel.: (11) 99999-0001"
        assert screen.windows("CRM") == [window]  # which has seen nothing of these keys


@linux
def test_other_keys_take_the_place_of_these(screen: Screen) -> None:
    with (
        Process(screen, LISTENER, "Ctrl+Alt+C", "Meta+F9") as listener,
        Process(screen, ELSEWHERE, "+55 11 99999-0001"),
    ):
        assert [listener.says(), listener.says()] == ["listens", "listens to others"]
        screen.window("CRM")
        until(lambda: screen.active() == "CRM", "the focus of the other program")
        screen.keys("ctrl+a", "ctrl+alt+c", "super+F9")
        assert listener.says() == "+55 11 99999-0001"


@linux
def test_keys_that_another_program_has_are_refused(screen: Screen) -> None:
    with Process(screen, LISTENER, "Ctrl+Alt+C") as first:
        assert first.says() == "listens"
        with Process(screen, LISTENER, "Ctrl+Alt+C") as second:
            assert second.says() == "refused: Another program has these keys already. Choose others."


@linux
def test_on_wayland_it_says_that_it_cannot(screen: Screen) -> None:
    with Process(screen, LISTENER, "Ctrl+Alt+C", XDG_SESSION_TYPE="wayland") as listener:
        assert listener.says().startswith("refused: Not on Wayland")


@linux
@pytest.mark.parametrize("keys", ["C", "Shift+C", "Ctrl+K, Ctrl+C"])
def test_keys_that_type_are_refused(screen: Screen, keys: str) -> None:
    with Process(screen, LISTENER, keys) as listener:
        assert listener.says().startswith("refused: Choose a key together with")


def test_without_a_screen_it_says_that_it_cannot(qtbot: QtBot) -> None:
    keys = SelectionKeys()
    with pytest.raises(NotArranged, match="on a screen only"):
        keys.listen("Ctrl+Alt+C")
    assert not keys.is_listening
    keys.listen("")


@linux
def test_no_library_is_loaded_until_keys_are_set(tmp_path: Path) -> None:
    script = (
        "import sys; from app.desktop.selection_keys import SelectionKeys; import app.around;"
        "print([name for name in sys.modules if name.split('.')[0] in ('Xlib', 'pynput', 'jeepney')])"
    )
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("keys", "windows", "mac"),
    [
        ("Ctrl+Alt+C", "<ctrl>+<alt>+c", "<cmd>+<alt>+c"),
        ("Meta+Shift+F9", "<shift>+<cmd>+<f9>", "<shift>+<ctrl>+<f9>"),
        ("Ctrl+1", "<ctrl>+1", "<cmd>+1"),
    ],
)
def test_the_keys_as_the_library_has_them(keys: str, windows: str, mac: str) -> None:
    assert combination(QKeySequence(keys), is_mac=False) == windows
    assert combination(QKeySequence(keys), is_mac=True) == mac


def test_keys_that_the_library_does_not_know_are_refused() -> None:
    with pytest.raises(NotArranged, match="Choose a letter"):
        combination(QKeySequence("Ctrl+Media Play"), is_mac=False)
