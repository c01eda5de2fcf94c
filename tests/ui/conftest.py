"""A screenless, light, English window that hears what would be spoken, and a sound output to hear."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent, QFont
from PySide6.QtWidgets import QWidget
from sound_server import the_sound_server  # noqa: F401 - a fixture
from window_harness import run_at_desk

from app.ui import accessibility
from app.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot
    from window_harness import Script

    from app.practice.server import PracticeServer


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pass over what the offscreen platform says about windows that have a least size, menus and trays."""
    here = os.path.dirname(__file__)  # noqa: PTH120 - compared with plain strings, once a test
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(
                pytest.mark.qt_log_ignore(
                    "This plugin does not support (propagateSizeHints|raise|grabbing)|systemTrayWindowChanged"
                )
            )


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    if sys.platform == "win32":  # where the offscreen platform takes the first of all families, and widens it
        font = QFont(["Segoe UI", "DejaVu Sans"], 9)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        qapp.setFont(font)
    return Theme(qapp)


@pytest.fixture(autouse=True)
def _light_and_english(theme: Theme) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    theme.force(Qt.ColorScheme.Light)
    yield
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def _sounds_are_played_here(request: pytest.FixtureRequest) -> None:
    """Qt connects once and for all: before the first test loads a sound."""
    if sys.platform == "linux":
        request.getfixturevalue("sound_server")


@pytest.fixture(autouse=True)
def _garbage_collected_here() -> Iterator[None]:
    """As `app.desktop.garbage` does: no widget dies in another thread."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader was asked to say, in order."""
    said: list[str] = []

    class Recorded(QAccessibleAnnouncementEvent):
        def __init__(self, source: QObject, message: str) -> None:
            super().__init__(source, message)
            said.append(message)

    monkeypatch.setattr(accessibility, "QAccessibleAnnouncementEvent", Recorded)
    return said


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Put a widget on the screen, in the active window, until the test is over."""
    shown: list[QWidget] = []

    def put(widget: QWidget) -> None:
        shown.append(widget)
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()

    return put


@pytest.fixture
def named() -> Callable[[QWidget, str], QWidget]:
    """Find the one widget below `root` with that accessible name."""

    def find(root: QWidget, name: str) -> QWidget:
        found = [each for each in root.findChildren(QWidget) if each.accessibleName() == name]
        assert len(found) == 1, f"{len(found)} widgets are called {name!r}"
        return found[0]

    return find


@pytest.fixture
def at_desk(
    qapp: QApplication, theme: Theme, tmp_path: Path, server: PracticeServer
) -> Callable[[Script], None]:
    """Run a script at an open window with an account at `server`, which each file defines for itself."""
    return partial(run_at_desk, qapp, tmp_path, theme, server)
