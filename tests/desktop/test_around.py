"""What is around the window, composed: how closing it ends the program or leaves it in the tray."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QUrl, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from app.around import Around, origin_of
from app.services.settings import Settings
from app.services.tasks import Tasks
from app.ui.news import News
from app.ui.origin import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Window(QMainWindow):
    """As much of the window as the desktop sees."""

    close_requested = Signal()
    desktop_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[tuple[str, Origin]] = []

    def open_text(self, text: str, origin: Origin) -> None:
        self.opened.append((text, origin))


class Tray:
    """A tray that is there, or is not."""

    def __init__(self, *, is_there: bool) -> None:
        self.is_there = is_there
        self.told: list[str] = []

    def tell(self, _title: str, body: str) -> None:
        self.told.append(body)


class Login:
    def is_on(self) -> bool:
        return True


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def around(qapp: QApplication, window: Window) -> Iterator[Around]:
    program = SimpleNamespace(settings=SimpleNamespace(current=Settings()))
    around = Around(qapp, program, Tasks(), hold=None, is_practice=True)
    around.attach(window, News())
    around.show(in_background=False)
    yield around
    around.end()
    around.deleteLater()


@pytest.mark.parametrize(("at_login", "has_tray"), [(False, False), (False, True), (True, False)])
def test_closing_ends_the_program(
    around: Around, window: Window, qtbot: QtBot, at_login: bool, has_tray: bool
) -> None:
    around._starts_at_login = at_login
    around._tray = Tray(is_there=has_tray)
    with qtbot.waitSignal(around.quit_wanted):
        window.close_requested.emit()
    around._tray = None


def test_closing_leaves_it_in_the_tray_where_it_lives(around: Around, window: Window, qtbot: QtBot) -> None:
    around._autostart = Login()
    asyncio.run(around._look_at_login())
    tray = around._tray = Tray(is_there=True)
    with qtbot.assertNotEmitted(around.quit_wanted):
        window.close_requested.emit()
        assert not window.isVisible()
        window.show()
        window.close_requested.emit()
    assert len(tray.told) == 1  # once is enough
    around._tray = None


def test_a_link_that_the_system_opens_in_the_program_fills_in(
    around: Around, window: Window, qapp: QApplication
) -> None:
    around._window.hide()
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl("tel:+55%2011%2099999-0001;ext=7")))
    assert window.opened == [("tel:+55%2011%2099999-0001;ext=7", Origin.LINK)]
    assert window.isVisible()


def test_a_file_that_the_system_opens_is_no_link(around: Around, window: Window, qapp: QApplication) -> None:
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile("/tmp/list.csv")))  # noqa: S108 - no file
    assert window.opened == []


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("tel:+55", Origin.LINK),
        (" CALLTO:+55", Origin.LINK),
        ("https://wa.me/5511999990001", Origin.LINK),
        ("+55 11 99999-0001", Origin.COMMAND_LINE),
        ("Tel.: (11) 99999-0001", Origin.COMMAND_LINE),
        ("", Origin.COMMAND_LINE),
    ],
)
def test_where_an_argument_came_from(text: str, origin: Origin) -> None:
    assert origin_of(text) is origin
