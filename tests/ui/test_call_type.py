from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from app.domain.call import CallKind
from app.ui.call_type import CallType

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def types(show: Callable[[QWidget], None]) -> CallType:
    window = QWidget()
    types = CallType(frozenset(CallKind))
    QVBoxLayout(window).addWidget(types)
    show(window)
    return types


def radio(types: CallType, text: str) -> QRadioButton:
    return next(each for each in types.findChildren(QRadioButton) if each.text() == text)


def test_it_is_a_named_group_of_radio_buttons(types: CallType) -> None:
    assert types.accessibleName() == "Call type"
    interface = QAccessible.queryAccessibleInterface(types)
    assert interface.role() == QAccessible.Role.Grouping
    names = [QAccessible.queryAccessibleInterface(each) for each in types.findChildren(QRadioButton)]
    assert [each.text(QAccessible.Text.Name) for each in names] == ["Ring", "Audio", "Agent"]
    assert {each.role() for each in names} == {QAccessible.Role.RadioButton}


def test_only_what_the_account_can_do_is_shown(types: CallType) -> None:
    types.set_kinds(frozenset({CallKind.RING, CallKind.AUDIO}))
    shown = [each.text() for each in types.findChildren(QRadioButton) if each.isVisible()]
    assert shown == ["Ring", "Audio"]


def test_without_a_choice_nothing_is_shown(types: CallType) -> None:
    types.set_kinds(frozenset({CallKind.RING}))
    assert not types.isVisible()
    types.set_kinds(frozenset({CallKind.RING, CallKind.AGENT}))
    assert types.isVisible()


def test_a_click_anywhere_on_a_segment_chooses_it(qtbot: QtBot, types: CallType) -> None:
    segment = radio(types, "Audio")
    with qtbot.waitSignal(types.kind_changed) as changed:
        qtbot.mouseClick(
            segment, Qt.MouseButton.LeftButton, pos=QPoint(segment.width() - 2, segment.height() - 2)
        )
    assert changed.args == [CallKind.AUDIO]
    assert types.kind() is CallKind.AUDIO


def test_the_arrow_keys_choose(qtbot: QtBot, types: CallType) -> None:
    radio(types, "Ring").setFocus()
    with qtbot.waitSignal(types.kind_changed) as changed:
        qtbot.keyClick(radio(types, "Ring"), Qt.Key.Key_Right)
    assert changed.args == [CallKind.AUDIO]
    assert radio(types, "Audio").hasFocus()


def test_a_kind_that_the_account_cannot_do_is_left_for_the_first_it_can(
    qtbot: QtBot, types: CallType
) -> None:
    types.set_kind(CallKind.AGENT)
    with qtbot.waitSignal(types.kind_changed) as changed:
        types.set_kinds(frozenset({CallKind.AUDIO, CallKind.RING}))
    assert changed.args == [CallKind.RING]


def test_a_kind_that_is_not_shown_cannot_be_chosen(types: CallType) -> None:
    types.set_kinds(frozenset({CallKind.RING, CallKind.AUDIO}))
    types.set_kind(CallKind.AGENT)
    assert types.kind() is CallKind.RING


def test_it_keeps_no_room_for_a_title(types: CallType) -> None:
    first = radio(types, "Ring").geometry()
    assert (first.left(), first.top()) == (2, 2)
    assert types.height() >= 36
