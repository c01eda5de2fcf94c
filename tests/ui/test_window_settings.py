"""The settings' other pages, and what history's rows offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabWidget
from window_harness import DECLINES, Desk

from app.practice.server import PracticeServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from window_harness import Script


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=0.02) as server:
        yield server


def open_page(desk: Desk, title: str) -> None:
    desk.window.settings.open()
    tabs = desk.window.settings.dialog().findChild(QTabWidget)
    tabs.setCurrentIndex(next(i for i in range(tabs.count()) if tabs.tabText(i) == title))


def test_default_country_changes_how_a_number_is_read(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        field = desk.window.dialler.number_field
        field.set_text("11 99999-0001")
        assert field.number().e164 == "+5511999990001"
        open_page(desk, "General")
        countries = desk.named("Default country", desk.window.settings.dialog())
        countries.setCurrentIndex(countries.findData("US"))
        countries.activated.emit(countries.currentIndex())
        field.set_text("(415) 555-2671")
        await desk.until(lambda: field.number().e164 == "+14155552671")
        assert desk.settings.current.region == "US"
        desk.window.settings.dialog().close()

    at_desk(script)


def test_diagnostics_are_copied(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        open_page(desk, "Diagnostics")
        desk.click("Copy diagnostics", desk.window.settings.dialog())
        assert QGuiApplication.clipboard().text() == "text"
        desk.window.settings.dialog().close()

    at_desk(script)


def test_number_is_copied_from_history_and_taken_up_by_enter(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(DECLINES)
        desk.window.dialler.press_call()
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        desk.window.dialler.number_field.clear()
        history = desk.window.activity.history_view
        history.setFocus()
        history.selectRow(0)
        QTest.keySequence(history, "Ctrl+C")
        assert QGuiApplication.clipboard().text() == "+5511999990002"
        desk.key(Qt.Key.Key_Return)
        assert desk.window.dialler.number_field.text() == DECLINES
        assert desk.posts == 1

    at_desk(script)


def test_enter_on_a_focused_button_presses_it(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.dialler.number_field.set_text(DECLINES)
        desk.named("Clear number").setFocus()
        desk.key(Qt.Key.Key_Return)
        assert desk.window.dialler.number_field.text() == ""
        assert desk.posts == 0

    at_desk(script)


def test_enter_on_the_slider_calls(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.dialler.number_field.set_text(DECLINES)
        desk.named("Ring duration").setFocus()
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.posts == 1)

    at_desk(script)
