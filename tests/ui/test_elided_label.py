from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.elided_label import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

LONG = "Begin with + and the country code, or choose a default country in the settings."


def test_it_keeps_room_for_its_lines_and_takes_more_where_needed(show: Callable[[QWidget], None]) -> None:
    label = ElidedLabel("Brazil", lines=2)
    show(label)
    label.resize(290, 100)
    line = label.fontMetrics().lineSpacing()
    assert label.sizeHint().height() == 2 * line
    label.setText(LONG * 2)
    assert label.sizeHint().height() > 2 * line
    assert label.minimumSizeHint().height() == line


def test_what_is_cut_off_is_in_the_tool_tip(show: Callable[[QWidget], None]) -> None:
    label = ElidedLabel(LONG, lines=2)
    show(label)
    label.resize(200, label.fontMetrics().lineSpacing())
    label.grab()
    assert label.toolTip() == LONG
    label.resize(200, 200)
    label.grab()
    assert label.toolTip() == ""


def test_a_line_break_is_kept(show: Callable[[QWidget], None]) -> None:
    label = ElidedLabel("one\ntwo\nthree")
    show(label)
    assert label.sizeHint().height() == 3 * label.fontMetrics().lineSpacing()
