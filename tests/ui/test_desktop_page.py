"""The settings of what is around the window."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QKeySequenceEdit, QLabel, QPushButton, QTabWidget
from window_harness import run_on_qt

from app.services.desktop import DesktopServices, LinkState, LinkWay, NotArranged
from app.services.tasks import Tasks
from app.storage.settings_file import SettingsFile
from app.ui.settings_dialog import SettingsDialog

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from app.services.settings import Settings
    from app.ui.desktop_page import DesktopPage

DEADLINE_S = 20
TAKE = "Make Toque the program for phone links"
GIVE_BACK = "Give phone links back"
KEYS = "Keys that call what is selected"


class FakeLinks:
    """Phone links that are whose they are said to be; asked outside of the window's thread."""

    def __init__(self, other: str = "", way: LinkWay = LinkWay.REGISTERS) -> None:
        self.way = way
        self.is_ours = False
        self.other = other
        self.trouble = ""

    def state(self) -> LinkState:
        assert threading.current_thread() is not threading.main_thread()
        if self.trouble:
            raise NotArranged(self.trouble)
        return LinkState(self.is_ours, "" if self.is_ours else self.other)

    def take(self) -> None:
        if self.trouble:
            raise NotArranged(self.trouble)
        self.is_ours = self.way is LinkWay.REGISTERS

    def give_back(self) -> None:
        self.is_ours = False


class FakeAutostart:
    """Starting at login as the system has it, which others may change."""

    def __init__(self) -> None:
        self.on = False
        self.trouble = ""

    def is_on(self) -> bool:
        assert threading.current_thread() is not threading.main_thread()
        return self.on

    def turn(self, on: bool) -> None:
        if self.trouble:
            raise NotArranged(self.trouble)
        self.on = on


class Settingsdesk:
    """The settings, open on the page."""

    def __init__(self, folder: Path) -> None:
        self.links = FakeLinks()
        self.autostart = FakeAutostart()
        self.trouble = ""
        self.has_tray = True
        self.is_practice = False
        self.changes = 0
        self.tasks = Tasks()
        self.settings = SettingsFile(folder / "settings.json")

    def open(self) -> None:
        self.dialog = SettingsDialog(
            settings=self.settings,
            accounts=None,
            tasks=self.tasks,
            diagnostics=str,
            system_region="BR",
            desktop=DesktopServices(
                phone_links=None if self.is_practice else self.links,
                autostart=None if self.is_practice else self.autostart,
                selection_trouble=lambda: self.trouble,
                has_tray=lambda: self.has_tray,
            ),
        )
        self.dialog.desktop_changed.connect(self._on_changed)
        self.dialog.show()
        self.dialog.findChild(QTabWidget).setCurrentWidget(self.page)

    def _on_changed(self) -> None:
        self.changes += 1

    @property
    def page(self) -> DesktopPage:
        return self.dialog.desktop_page

    @property
    def current(self) -> Settings:
        return self.settings.current

    def box(self, name: str) -> QCheckBox:
        (found,) = (each for each in self.page.findChildren(QCheckBox) if each.accessibleName() == name)
        return found

    def button(self, text: str) -> QPushButton:
        (found,) = (each for each in self.page.findChildren(QPushButton) if each.text() == text)
        return found

    def reads(self, text: str) -> bool:
        return any(text in label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(DEADLINE_S):
            while not condition():  # noqa: ASYNC110 - anything visible may be the condition
                await asyncio.sleep(0.005)

    async def close(self) -> None:
        await self.tasks.close(DEADLINE_S)
        self.settings.close()
        self.dialog.hide()
        self.dialog.deleteLater()


Play = "Callable[[Settingsdesk], Awaitable[None]]"


@pytest.fixture
def at_settings(
    qapp: QApplication, tmp_path: Path
) -> Callable[[Callable[[Settingsdesk], Awaitable[None]]], None]:
    def run(script: Callable[[Settingsdesk], Awaitable[None]]) -> None:
        async def session() -> None:
            desk = Settingsdesk(tmp_path)
            try:
                await script(desk)
            finally:
                await desk.close()

        run_on_qt(qapp, session())

    return run


def test_links_are_taken_and_given_back(at_settings: Callable[..., None]) -> None:
    async def script(desk: Settingsdesk) -> None:
        desk.links.other = "softphone.desktop"
        desk.open()
        await desk.until(lambda: desk.reads("open softphone.desktop"))
        desk.button(TAKE).setFocus()
        desk.button(TAKE).click()
        await desk.until(lambda: desk.reads("Links to phone numbers open Toque"))
        assert not desk.button(TAKE).isVisible()
        assert desk.button(GIVE_BACK).hasFocus()
        desk.button(GIVE_BACK).click()
        await desk.until(lambda: desk.reads("open softphone.desktop"))

    at_settings(script)


def test_why_links_cannot_be_taken_is_said_in_its_place(
    at_settings: Callable[..., None], spoken: list[str]
) -> None:
    async def script(desk: Settingsdesk) -> None:
        desk.open()
        await desk.until(lambda: desk.button(TAKE).isVisible())
        desk.links.trouble = "The program xdg-mime is missing."
        desk.button(TAKE).click()
        await desk.until(lambda: desk.reads("The program xdg-mime is missing."))
        assert spoken == ["The program xdg-mime is missing."]
        desk.links.trouble = ""
        desk.button(TAKE).click()
        await desk.until(lambda: desk.reads("Links to phone numbers open Toque"))
        assert not desk.reads("is missing")

    at_settings(script)


@pytest.mark.parametrize(
    ("way", "words"),
    [(LinkWay.SYSTEM_PAGE, "Windows' own page opens"), (LinkWay.BY_HAND, "FaceTime opens")],
)
def test_what_the_button_opens_elsewhere_is_said(
    at_settings: Callable[..., None], way: LinkWay, words: str
) -> None:
    async def script(desk: Settingsdesk) -> None:
        desk.links.way = way
        desk.open()
        await desk.until(lambda: desk.reads(words))

    at_settings(script)


def test_start_at_login_is_what_the_system_says(at_settings: Callable[..., None]) -> None:
    async def script(desk: Settingsdesk) -> None:
        desk.open()
        box = desk.box("Start Toque at login")
        box.click()
        await desk.until(lambda: desk.autostart.on and desk.changes)
        assert box.isChecked()  # what was asked before the press counts no more
        desk.autostart.on = False  # in the desktop's own settings
        desk.dialog.hide()
        desk.dialog.show()
        await desk.until(lambda: not box.isChecked())

    at_settings(script)


def test_a_login_that_cannot_be_changed_stays_off_and_says_why(at_settings: Callable[..., None]) -> None:
    async def script(desk: Settingsdesk) -> None:
        desk.autostart.trouble = "Starting at login could not be changed: The disk is full"
        desk.open()
        box = desk.box("Start Toque at login")
        await desk.until(lambda: desk.changes)
        box.click()
        await desk.until(lambda: desk.reads("could not be changed: The disk is full"))
        assert not box.isChecked()

    at_settings(script)


@pytest.mark.parametrize(("has_tray", "words"), [(True, "in the tray"), (False, "There is no tray here")])
def test_what_closing_the_window_will_mean_is_said(
    at_settings: Callable[..., None], has_tray: bool, words: str
) -> None:
    async def script(desk: Settingsdesk) -> None:
        desk.has_tray = has_tray
        desk.open()
        await desk.until(lambda: desk.reads(words))

    at_settings(script)


def test_each_switch_is_kept(at_settings: Callable[..., None]) -> None:
    async def script(desk: Settingsdesk) -> None:
        desk.open()
        desk.box("Notify me when the window is not in front").click()
        await desk.until(lambda: not desk.current.notify)
        desk.box("Offer numbers that I copy elsewhere").click()
        await desk.until(lambda: desk.current.watch_clipboard)
        desk.box("Keep Toque above other windows").click()
        await desk.until(lambda: desk.current.keep_on_top)
        await desk.until(lambda: desk.changes >= 3)

    at_settings(script)


def test_what_could_not_be_kept_is_shown_as_it_is(at_settings: Callable[..., None], tmp_path: Path) -> None:
    async def script(desk: Settingsdesk) -> None:
        desk.open()
        (tmp_path / "settings.json.lock").mkdir()
        box = desk.box("Notify me when the window is not in front")
        box.click()
        await desk.until(box.isChecked)

    at_settings(script)


def test_keys_are_pressed_kept_and_switched_off(at_settings: Callable[..., None]) -> None:
    async def script(desk: Settingsdesk) -> None:
        desk.open()
        edit = desk.page.findChild(QKeySequenceEdit)
        assert edit.accessibleName() == KEYS
        QTest.keyClick(
            edit, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        await desk.until(lambda: desk.current.selection_keys == "Ctrl+Alt+C")
        desk.trouble = "Another program has these keys already. Choose others."
        desk.page.refresh()
        assert desk.reads("Another program has these keys already.")
        desk.button("Off").click()
        await desk.until(lambda: desk.current.selection_keys == "")

    at_settings(script)


def test_practice_leaves_the_system_alone(at_settings: Callable[..., None]) -> None:
    async def script(desk: Settingsdesk) -> None:
        desk.is_practice = True
        desk.open()
        await desk.until(lambda: desk.reads("They are opened by Toque's ordinary window"))
        assert not desk.box("Start Toque at login").isEnabled()
        assert not desk.button(TAKE).isVisible()

    at_settings(script)


def test_everything_fits_the_narrowest_window(at_settings: Callable[..., None]) -> None:
    async def script(desk: Settingsdesk) -> None:
        desk.open()
        desk.dialog.resize(360, 600)
        await desk.until(lambda: desk.button(TAKE).isVisible())
        assert desk.dialog.width() == 360
        assert desk.page.horizontalScrollBar().maximum() == 0

    at_settings(script)


def test_everything_has_a_name_and_can_be_reached_by_tab(at_settings: Callable[..., None]) -> None:
    async def script(desk: Settingsdesk) -> None:
        desk.open()
        await desk.until(lambda: desk.button(TAKE).isVisible())
        for kind in (QCheckBox, QPushButton, QKeySequenceEdit):
            for each in desk.page.findChildren(kind):
                assert each.accessibleName() or each.text(), each
                assert each.focusPolicy() & Qt.FocusPolicy.TabFocus, each

    at_settings(script)
