from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.dial_pad import DialPad

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    Named = Callable[[QWidget, str], QWidget]


@pytest.fixture
def pad(show: Callable[[QWidget], None]) -> DialPad:
    pad = DialPad()
    show(pad)
    return pad


NAMES = {**{f"Digit {digit}": str(digit) for digit in range(10)}, "Plus": "+"}


@pytest.mark.parametrize(("name", "sign"), NAMES.items())
def test_a_click_brings_its_digit(qtbot: QtBot, pad: DialPad, named: Named, name: str, sign: str) -> None:
    with qtbot.waitSignal(pad.digit_pressed) as pressed:
        qtbot.mouseClick(named(pad, name), Qt.MouseButton.LeftButton)
    assert pressed.args == [sign]


def test_delete_is_its_own_signal(qtbot: QtBot, pad: DialPad, named: Named) -> None:
    with qtbot.assertNotEmitted(pad.digit_pressed), qtbot.waitSignal(pad.delete_pressed):
        qtbot.mouseClick(named(pad, "Delete digit"), Qt.MouseButton.LeftButton)


def test_delete_repeats_while_it_is_held(qtbot: QtBot, pad: DialPad, named: Named) -> None:
    heard: list[None] = []
    pad.delete_pressed.connect(lambda: heard.append(None))
    key = named(pad, "Delete digit")
    qtbot.mousePress(key, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(heard) >= 3, timeout=3000)
    qtbot.mouseRelease(key, Qt.MouseButton.LeftButton)


def test_the_keys_are_large_enough(pad: DialPad) -> None:
    pad.resize(pad.minimumSizeHint())
    for key in pad.findChildren(QPushButton):
        assert key.width() >= 52
        assert key.height() >= 44


def test_a_click_leaves_the_focus_where_it_was(
    qtbot: QtBot, show: Callable[[QWidget], None], named: Named
) -> None:
    window, edit, pad = QWidget(), QLineEdit(), DialPad()
    column = QVBoxLayout(window)
    column.addWidget(edit)
    column.addWidget(pad)
    show(window)
    edit.setFocus()
    qtbot.mouseClick(named(pad, "Digit 5"), Qt.MouseButton.LeftButton)
    assert edit.hasFocus()


def test_tab_stops_once_and_comes_back_to_the_key_it_left(
    qtbot: QtBot, show: Callable[[QWidget], None], named: Named
) -> None:
    window, before, pad, after = QWidget(), QLineEdit(), DialPad(), QLineEdit()
    column = QVBoxLayout(window)
    for widget in (before, pad, after):
        column.addWidget(widget)
    show(window)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert named(pad, "Digit 1").hasFocus()
    qtbot.keyClick(named(pad, "Digit 1"), Qt.Key.Key_Down)
    qtbot.keyClick(named(pad, "Digit 4"), Qt.Key.Key_Right)
    assert named(pad, "Digit 5").hasFocus()
    qtbot.keyClick(named(pad, "Digit 5"), Qt.Key.Key_Tab)
    assert after.hasFocus()
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    assert named(pad, "Digit 5").hasFocus()


def test_the_arrows_reach_every_key_and_stop_at_the_edges(qtbot: QtBot, pad: DialPad, named: Named) -> None:
    named(pad, "Digit 1").setFocus()
    rows = [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"], ["+", "0", ""]]
    names = {sign: name for name, sign in NAMES.items()} | {"": "Delete digit"}
    for row in rows:
        for sign in row:
            assert named(pad, names[sign]).hasFocus()
            qtbot.keyClick(pad.focusWidget(), Qt.Key.Key_Right)
        qtbot.keyClick(pad.focusWidget(), Qt.Key.Key_Left)
        qtbot.keyClick(pad.focusWidget(), Qt.Key.Key_Left)
        qtbot.keyClick(pad.focusWidget(), Qt.Key.Key_Left)
        qtbot.keyClick(pad.focusWidget(), Qt.Key.Key_Down)
    assert named(pad, "Plus").hasFocus()


def test_space_presses_the_key(qtbot: QtBot, pad: DialPad, named: Named) -> None:
    key = named(pad, "Digit 7")
    key.setFocus()
    with qtbot.waitSignal(pad.digit_pressed) as pressed:
        qtbot.keyClick(key, Qt.Key.Key_Space)
    assert pressed.args == ["7"]


def test_the_focused_key_shows_it(pad: DialPad, named: Named) -> None:
    key = named(pad, "Digit 7")
    before = key.grab().toImage()
    key.setFocus()
    assert key.grab().toImage() != before
