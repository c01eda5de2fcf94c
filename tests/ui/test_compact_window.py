"""The window made compact beside a CRM, and large again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from window_harness import Desk, run_on_qt

from app.practice.server import PracticeServer
from app.ui.compact_window import CompactWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot
    from window_harness import Script

    from app.ui.theme import Theme

WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=0.05) as server:
        yield server


def test_the_key_makes_it_compact_and_large_again(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.resize(1111, 777)
        desk.key(Qt.Key.Key_M, WITH)
        await desk.until(lambda: desk.window.size() == QSize(360, 600))
        assert desk.window.dialler.number_field.isVisible()
        desk.key(Qt.Key.Key_M, WITH)
        await desk.until(lambda: desk.window.size() == QSize(1111, 777))

    at_desk(script)


def test_the_button_does_the_same_and_what_was_typed_stays(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number("+55 11 99999-0001")
        desk.click("Compact window")
        await desk.until(lambda: desk.window.width() == 360)
        assert desk.window.dialler.number_field.text() == "+55 11 99999-0001"
        assert desk.named("Compact window").isVisible()

    at_desk(script)


def test_digits_typed_after_a_call_go_to_the_number(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.key(Qt.Key.Key_M, WITH)
        await desk.until(lambda: desk.window.width() == 360)
        desk.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        desk.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        desk.window.fill_in_number("+55 11 99999-0001")
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.posts == 1)
        assert desk.window.activity.live_calls.hasFocus()
        for digit in (Qt.Key.Key_4, Qt.Key.Key_1, Qt.Key.Key_7):
            desk.key(digit)
        assert desk.window.dialler.number_field.text() == "417"
        assert desk.window.dialler.number_field.isVisible()

    at_desk(script)


def test_the_size_to_go_back_to_is_remembered(qapp: QApplication, theme: Theme, tmp_path: Path) -> None:
    async def session() -> None:
        desk = Desk(tmp_path, theme, None)
        await desk.open()
        desk.window.resize(1234, 800)
        desk.key(Qt.Key.Key_M, WITH)
        await desk.until(lambda: desk.window.width() == 360)
        await desk.close()
        again = Desk(tmp_path, theme, None)
        await again.open()
        assert again.window.width() == 360
        again.key(Qt.Key.Key_M, WITH)
        await again.until(lambda: again.window.size() == QSize(1234, 800))
        await again.close()

    run_on_qt(qapp, session())


@pytest.mark.parametrize("text", ["", "x", "12", "ax900", "9999999999x9999999999", "-5x700 maximized"])
def test_what_is_no_size_changes_nothing(qtbot: QtBot, text: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 600)
    compact = CompactWindow(window, QSize(1040, 700), 760)
    compact.restore(text)
    compact.toggle()
    assert window.size() == QSize(1040, 700)


def test_a_maximized_window_is_maximized_again(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    compact = CompactWindow(window, QSize(1040, 700), 760)
    window.resize(900, 700)
    window.showMaximized()
    compact.toggle()
    assert not window.isMaximized()
    assert window.size() == QSize(360, 600)
    assert compact.remembered().endswith("maximized")
    compact.toggle()
    assert window.isMaximized()
