"""The operator's help: one in each language, true about the keys, and F1 away from anywhere."""

from __future__ import annotations

import asyncio
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser

from app import resources
from app.practice.server import PracticeServer
from app.ui.help_desk import HelpDialog, help_text
from app.ui.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from window_harness import Desk, Script

ELSEWHERE = {
    "Enter",
    "Esc",
    "Up",
    "Down",
    "Space",
    "Ctrl+V",
    "F1",
    *(f"Alt+{digit}" for digit in (1, 9)),
    *(f"Ctrl+Shift+{digit}" for digit in (1, 9)),
}
"""Keys that are no shortcuts: what a control does, or `app.ui.keys` and the speed dial look after."""


@pytest.fixture(scope="module")
def server() -> Iterator[PracticeServer]:
    with PracticeServer(pace=0.01) as server:
        yield server


def keys_named(text: str) -> list[str]:
    """Return the keys of the table in the help."""
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| ")]
    return [key for row in rows for key in re.findall(r"\*\*(.+?)\*\*", row)]


def headings(text: str) -> list[int]:
    return [len(line) - len(line.lstrip("#")) for line in text.splitlines() if line.startswith("#")]


def open_help() -> list[HelpDialog]:
    return [
        each for each in QApplication.topLevelWidgets() if isinstance(each, HelpDialog) and each.isVisible()
    ]


# --- the texts ----------------------------------------------------------------------------------------


def test_every_language_has_a_help_and_no_other() -> None:
    files = {each.name for each in resources.path("help").glob("help_*.md")}
    assert files == {f"help_{language}.md" for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_says_the_same_things_in_the_same_order(language: str) -> None:
    english, other = help_text("en"), help_text(language)
    assert headings(other) == headings(english)
    assert keys_named(other) == keys_named(english)
    assert len(other.splitlines()) == len(english.splitlines())
    for mark in "●○✕?":
        assert other.count(f"\n{mark} ") == 1
    assert re.findall(r"\b\d{4}\b", other) == re.findall(r"\b\d{4}\b", english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_in_it_is_one(language: str, at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.contacts.open()
        shortcuts = [each.key() for each in desk.window.findChildren(QShortcut)]
        for action in desk.window.findChildren(QAction):
            shortcuts.extend(action.shortcuts())
        there = {keys.toString(QKeySequence.SequenceFormat.PortableText) for keys in shortcuts}
        named = keys_named(help_text(language))
        assert len(named) > 25
        assert set(named) - ELSEWHERE <= there
        assert len(named) == len(set(named))

    at_desk(script)


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_what_it_calls_by_name_is_called_so_in_the_window(language: str) -> None:
    root = ET.parse(resources.path("translations", f"toque_{language}.ts")).getroot()  # noqa: S314 - our own
    names = {message.findtext("source"): message.findtext("translation") for message in root.iter("message")}
    for english in (
        "Call anyway",
        "Before a call",
        "All numbers",
        "Desktop",
        "History",
        "Diagnostics",
        "Settings",
    ):
        assert f"*{english}" in help_text("en") or f"→ {english}*" in help_text("en")
        assert names[english] in help_text(language), english


# --- opened -------------------------------------------------------------------------------------------


def test_f1_opens_it_at_the_window(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.key(Qt.Key.Key_F1)
        await desk.until(open_help)
        (dialog,) = open_help()
        await desk.until(dialog.isActiveWindow)
        text = dialog.findChild(QTextBrowser)
        assert text.hasFocus()
        assert text.accessibleName() == "Help"
        assert text.toPlainText().startswith("Toque\n")
        assert not dialog.isModal()
        desk.key(Qt.Key.Key_F1)
        assert open_help() == [dialog]
        desk.key(Qt.Key.Key_Escape)
        await desk.until(lambda: not open_help())

    at_desk(script)


@pytest.mark.parametrize("where", ["Search history", "Phone number", "Call"])
def test_f1_opens_it_wherever_the_focus_is(where: str, at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.named(where).setFocus()
        desk.key(Qt.Key.Key_F1)
        await desk.until(open_help)
        open_help()[0].close()

    at_desk(script)


def test_f1_opens_it_over_a_dialog_that_stands_before_the_window(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.settings.open()
        settings = desk.window.settings.dialog()
        await desk.until(settings.isActiveWindow)
        desk.key(Qt.Key.Key_F1)
        await desk.until(open_help)
        (dialog,) = open_help()
        assert dialog.parent() is settings
        await desk.until(dialog.isActiveWindow)
        dialog.close()
        settings.close()

    at_desk(script)


def test_one_help_is_open_at_most(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.key(Qt.Key.Key_F1)
        await desk.until(open_help)
        desk.window.settings.open()
        await desk.until(desk.window.settings.dialog().isActiveWindow)
        desk.key(Qt.Key.Key_F1)
        await asyncio.sleep(0)
        await desk.until(lambda: len(open_help()) == 1)
        assert open_help()[0].parent() is desk.window.settings.dialog()
        open_help()[0].close()
        desk.window.settings.dialog().close()

    at_desk(script)


def test_the_settings_have_a_button_for_it(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        dialog = desk.window.settings.dialog()
        dialog.open()
        dialog.about_page.help_wanted.emit()
        await desk.until(open_help)
        open_help()[0].close()
        dialog.close()

    at_desk(script)


def test_f1_dials_and_types_nothing(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number("+55 11 99999-0001")
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
        await desk.until(open_help)
        assert desk.window.dialler.number_field.text() == "+55 11 99999-0001"
        assert desk.posts == 0
        open_help()[0].close()

    at_desk(script)
