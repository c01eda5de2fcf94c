from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.colors import LIGHT
from app.ui.notice import Notice, NoticeAction, NoticeEntry, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    Named = Callable[[QWidget, str], QWidget]

QUESTION = "This number was called 12 s ago."
ACTIONS = (
    NoticeAction("call", "Call anyway", "Call anyway, 12 s after the last call"),
    NoticeAction("leave", "Don't call"),
)


def test_it_is_said_aloud_when_it_appears(spoken: list[str], show: Callable[[QWidget], None]) -> None:
    notice = Notice(Severity.WARNING, QUESTION)
    assert spoken == []
    show(notice)
    assert spoken == [QUESTION]
    notice.set_text("This number was called 13 s ago.")
    assert spoken == [QUESTION]
    assert notice.text() == notice.accessibleName() == "This number was called 13 s ago."


def test_its_actions_bring_their_key(qtbot: QtBot, show: Callable[[QWidget], None], named: Named) -> None:
    notice = Notice(Severity.WARNING, QUESTION, ACTIONS)
    show(notice)
    with qtbot.waitSignal(notice.action_triggered) as chosen:
        qtbot.mouseClick(named(notice, "Call anyway, 12 s after the last call"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["call"]
    button = notice.button("leave")
    button.setFocus()
    with qtbot.waitSignal(notice.action_triggered) as chosen:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert chosen.args == ["leave"]


def test_it_can_be_dismissed_only_if_it_may_be(
    qtbot: QtBot, show: Callable[[QWidget], None], named: Named
) -> None:
    notice = Notice(Severity.INFO, "Live status is off.", dismissible=True)
    show(notice)
    with qtbot.waitSignal(notice.dismissed):
        qtbot.mouseClick(named(notice, "Dismiss"), Qt.MouseButton.LeftButton)
    firm = Notice(Severity.ERROR, "The token was refused.")
    show(firm)
    assert not [each for each in firm.findChildren(QWidget) if each.accessibleName() == "Dismiss"]


def test_its_text_can_be_selected(show: Callable[[QWidget], None]) -> None:
    notice = Notice(Severity.INFO, QUESTION)
    show(notice)
    flags = notice.findChild(QLabel).textInteractionFlags()
    assert Qt.TextInteractionFlag.TextSelectableByMouse in flags


@pytest.mark.parametrize(
    ("severity", "ground", "sign"),
    [
        (Severity.INFO, LIGHT.accent_soft, LIGHT.accent),
        (Severity.WARNING, LIGHT.amber_soft, LIGHT.amber),
        (Severity.ERROR, LIGHT.red_soft, LIGHT.red),
    ],
)
def test_its_severity_shows_in_colour_and_icon(
    show: Callable[[QWidget], None], severity: Severity, ground: str, sign: str
) -> None:
    notice = Notice(severity, "!")
    show(notice)
    colors = _colors(notice.grab().toImage())
    assert ground in colors
    assert min(_distance(sign, color) for color in colors) < 8


def test_buttons_stand_below_each_other_where_it_is_narrow(show: Callable[[QWidget], None]) -> None:
    notice = Notice(Severity.WARNING, QUESTION, ACTIONS)
    show(notice)
    notice.resize(600, 200)
    call, leave = notice.button("call"), notice.button("leave")
    assert call.y() == leave.y()
    notice.resize(notice.minimumSizeHint().width(), 300)
    assert call.y() < leave.y()


def _colors(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def _distance(one: str, other: str) -> int:
    return sum(abs(a - b) for a, b in zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True))


def test_its_line_acts_on_enter_and_says_what_is_wrong(
    qtbot: QtBot, spoken: list[str], show: Callable[[QWidget], None], named: Named
) -> None:
    entry = NoticeEntry("call", "Reason", "Reason (required)", 5)
    notice = Notice(Severity.WARNING, QUESTION, ACTIONS, entry=entry)
    show(notice)
    line = named(notice, "Reason")
    assert line is notice.entry
    notice.complain("Say why.")
    assert spoken[-1] == "Say why."
    assert line.hasFocus()
    qtbot.keyClicks(line, "because")
    assert notice.entry.text() == "becau"
    assert not [
        each for each in notice.findChildren(QLabel) if each.text() == "Say why." and each.isVisible()
    ]
    with qtbot.waitSignal(notice.action_triggered) as chosen:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert chosen.args == ["call"]


def test_without_a_line_there_is_nothing_to_complain_about(show: Callable[[QWidget], None]) -> None:
    notice = Notice(Severity.WARNING, QUESTION)
    show(notice)
    notice.complain("Say why.")
    assert notice.entry is None
