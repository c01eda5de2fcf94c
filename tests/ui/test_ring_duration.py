from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QSlider, QSpinBox, QVBoxLayout, QWidget

from app.domain.provider import SecondsRange
from app.ui.ring_duration import RingDuration

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    Named = Callable[[QWidget, str], QWidget]

WHOLE = "Enter whole seconds from 1 to 60"


@pytest.fixture
def ring(show: Callable[[QWidget], None]) -> RingDuration:
    window = QWidget()
    ring = RingDuration(SecondsRange(shortest=1, longest=60, default=8))
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit())
    column.addWidget(ring)
    show(window)
    return ring


@pytest.fixture
def slider(ring: RingDuration, named: Named) -> QSlider:
    return cast("QSlider", named(ring, "Ring duration"))


@pytest.fixture
def box(ring: RingDuration, named: Named) -> QSpinBox:
    box = cast("QSpinBox", named(ring, "Ring duration in seconds"))
    box.setFocus()
    box.selectAll()
    return box


def notes(ring: RingDuration) -> set[str]:
    return {label.text() for label in ring.findChildren(QLabel) if label.isVisible()} - {"Ring for", "1–60 s"}


def paste(box: QSpinBox, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    box.lineEdit().paste()


def test_it_begins_with_the_default(ring: RingDuration, slider: QSlider, box: QSpinBox) -> None:
    assert (ring.seconds(), slider.value(), box.text()) == (8, 8, "8 s")
    assert {label.text() for label in ring.findChildren(QLabel)} >= {"Ring for", "1–60 s"}


def test_slider_and_box_are_of_one_mind(
    qtbot: QtBot, ring: RingDuration, slider: QSlider, box: QSpinBox
) -> None:
    with qtbot.waitSignal(ring.seconds_changed) as changed:
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert changed.args == [9]
    assert box.value() == 9
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert (ring.seconds(), slider.value()) == (10, 10)


def test_typed_seconds_count_at_once(
    qtbot: QtBot, ring: RingDuration, slider: QSlider, box: QSpinBox
) -> None:
    qtbot.keyClicks(box, "25")
    assert (ring.seconds(), slider.value()) == (25, 25)
    assert notes(ring) == set()


@pytest.mark.parametrize(
    ("typed", "seconds", "note"),
    [
        ("61", 60, "At most 60 s"),
        ("999999999", 60, "At most 60 s"),
        ("0", 1, "At least 1 s"),
        ("-1", 1, "At least 1 s"),
        ("-61", 1, "At least 1 s"),
    ],
)
def test_what_is_typed_outside_is_clamped_and_says_so(
    qtbot: QtBot, ring: RingDuration, slider: QSlider, box: QSpinBox, typed: str, seconds: int, note: str
) -> None:
    qtbot.keyClicks(box, typed)
    assert (ring.seconds(), slider.value(), notes(ring)) == (seconds, seconds, {note})
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (ring.seconds(), box.text(), notes(ring)) == (seconds, f"{seconds} s", {note})


@pytest.mark.parametrize(
    ("pasted", "seconds"), [("120", 60), ("-5", 1), ("0", 1), ("12", 12), (" 30 s ", 30)]
)
def test_what_is_pasted_is_clamped_too(
    qtbot: QtBot, ring: RingDuration, box: QSpinBox, pasted: str, seconds: int
) -> None:
    paste(box, pasted)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert (ring.seconds(), box.text()) == (seconds, f"{seconds} s")


@pytest.mark.parametrize("text", ["abc", "7,5", "7.5", "2x"])
@pytest.mark.parametrize("way", ["typed", "pasted"])
def test_what_is_no_whole_number_is_refused_with_a_sentence(
    qtbot: QtBot, ring: RingDuration, box: QSpinBox, text: str, way: str
) -> None:
    if way == "typed":
        qtbot.keyClicks(box, text)
    else:
        paste(box, text)
    assert notes(ring) == {WHOLE}


def test_letters_keep_the_value(qtbot: QtBot, ring: RingDuration, box: QSpinBox) -> None:
    qtbot.keyClicks(box, "abc")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (ring.seconds(), box.text()) == (8, "8 s")


def test_a_fraction_is_never_read_as_a_larger_number(
    qtbot: QtBot, ring: RingDuration, slider: QSlider, box: QSpinBox
) -> None:
    qtbot.keyClicks(box, "7,5")
    assert (ring.seconds(), slider.value(), box.text()) == (8, 8, "7,5 s")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (ring.seconds(), slider.value(), box.text()) == (8, 8, "8 s")
    assert notes(ring) == {WHOLE}


def test_an_emptied_box_keeps_the_value_and_says_so_only_when_left(
    qtbot: QtBot, ring: RingDuration, box: QSpinBox
) -> None:
    qtbot.keyClicks(box, "2")
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert (ring.seconds(), notes(ring)) == (8, set())
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (ring.seconds(), box.text(), notes(ring)) == (8, "8 s", {WHOLE})


def test_the_note_goes_when_the_seconds_are_right_again(
    qtbot: QtBot, ring: RingDuration, slider: QSlider, box: QSpinBox
) -> None:
    qtbot.keyClicks(box, "61")
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert (ring.seconds(), notes(ring)) == (59, set())


def test_a_screen_reader_gets_the_note(
    qtbot: QtBot, spoken: list[str], ring: RingDuration, box: QSpinBox
) -> None:
    assert box.accessibleDescription() == "1–60 s"
    qtbot.keyClicks(box, "61")
    assert spoken == ["At most 60 s"]
    assert box.accessibleDescription() == "At most 60 s"


def test_each_value_is_told_once(qtbot: QtBot, ring: RingDuration, box: QSpinBox) -> None:
    heard: list[int] = []
    ring.seconds_changed.connect(heard.append)
    qtbot.keyClicks(box, "61")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    ring.set_seconds(60)
    assert heard == [6, 60]


def test_another_range_keeps_the_seconds_or_clamps_them(
    ring: RingDuration, slider: QSlider, box: QSpinBox
) -> None:
    ring.set_seconds(40)
    ring.set_range(SecondsRange(shortest=5, longest=50, default=20))
    assert ring.seconds() == 40
    ring.set_range(SecondsRange(shortest=5, longest=30, default=20))
    assert (ring.seconds(), slider.value(), box.text()) == (30, 30, "30 s")
    assert "At most 30 s" in notes(ring)


def test_the_wheel_changes_nothing_without_the_focus(
    qtbot: QtBot, ring: RingDuration, slider: QSlider, box: QSpinBox
) -> None:
    ring.window().findChild(QLineEdit).setFocus()
    _turn_wheel(slider)
    _turn_wheel(box)
    assert ring.seconds() == 8
    slider.setFocus()
    _turn_wheel(slider)
    assert ring.seconds() != 8


def _turn_wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    turned = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle)),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, turned)


def test_seconds_wished_are_back_where_they_are_allowed_again(ring: RingDuration) -> None:
    wide = SecondsRange(shortest=1, longest=60, default=8)
    ring.set_seconds(40)
    ring.set_range(SecondsRange(shortest=1, longest=15, default=5, why="Z-API rings no longer than 15 s."))
    assert (ring.seconds(), ring.wished()) == (15, 40)
    assert "At most 15 s: Z-API rings no longer than 15 s." in notes(ring)
    ring.set_range(wide)
    assert (ring.seconds(), notes(ring)) == (40, set())


def test_default_follows_the_range_until_seconds_are_wished(ring: RingDuration) -> None:
    ring.set_range(SecondsRange(shortest=1, longest=15, default=5))
    assert (ring.seconds(), ring.wished()) == (5, None)
