"""What is selected, copied out of the program that has it; what was in the clipboard stays there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from app.desktop import copied_selection
from app.desktop.copied_selection import CopiedSelection
from app.desktop.selection_keys import SelectionKeys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

BEFORE = "what was copied before"
SELECTED = "Tel.: (11) 99999-0001"


@pytest.fixture(params=[True, False], ids=["told of it", "not told of it"])
def is_told(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[bool]:
    """Whether the system tells what another program copies."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(BEFORE)
    clipboard.blockSignals(not request.param)
    yield request.param
    clipboard.blockSignals(False)
    clipboard.clear()


@pytest.mark.usefixtures("is_told")
def test_the_selection_is_read_and_the_clipboard_put_back(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard = QGuiApplication.clipboard()
    monkeypatch.setattr(copied_selection, "press_copy", lambda: clipboard.setText(SELECTED))
    found: list[str] = []
    parent = QObject()
    CopiedSelection(found.append, parent)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [SELECTED]
    assert clipboard.text() == BEFORE


@pytest.mark.usefixtures("is_told")
def test_where_nothing_is_selected_the_clipboard_is_not_taken_for_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copied_selection, "press_copy", lambda: None)
    found: list[str] = []
    parent = QObject()
    CopiedSelection(found.append, parent)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [""]
    assert QGuiApplication.clipboard().text() == BEFORE


@pytest.mark.usefixtures("is_told")
def test_keys_pressed_again_meanwhile_copy_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    clipboard = QGuiApplication.clipboard()
    copies: list[str] = []
    found: list[str] = []
    keys = SelectionKeys()
    keys.selected.connect(found.append)

    def copy() -> None:
        copies.append(clipboard.text())
        keys._pressed.emit()
        clipboard.setText(SELECTED)

    monkeypatch.setattr(copied_selection, "press_copy", copy)
    for _ in range(2):
        keys._pressed.emit()
    qtbot.waitUntil(lambda: bool(found))
    assert (copies, found) == ([BEFORE], [SELECTED])
    assert clipboard.text() == BEFORE
