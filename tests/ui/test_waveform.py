"""The waveform: drawn from the levels, moved by the mouse and by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from desk_sounds import at
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest

from app.ui.colors import LIGHT
from app.ui.waveform import Waveform

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


@pytest.fixture
def waveform(show: Callable[[QWidget], None]) -> Waveform:
    widget = Waveform()
    widget.resize(200, 40)
    show(widget)
    widget.set_peaks(bytes([0] * 50 + [255] * 50))
    widget.set_time(0, 20_000)
    return widget


@pytest.fixture
def sought(waveform: Waveform) -> list[int]:
    positions: list[int] = []
    waveform.seek_requested.connect(positions.append)
    return positions


def columns(widget: Waveform, color: str) -> set[int]:
    """Return the columns in which `color` is seen, sharp or nearly so."""
    image = widget.grab().toImage()
    wanted = QColor(color)
    return {
        x
        for x in range(image.width())
        for y in range(image.height())
        if sum(
            abs(a - b) for a, b in zip(image.pixelColor(x, y).getRgb()[:3], wanted.getRgb()[:3], strict=True)
        )
        < 30
    }


def height_at(widget: Waveform, left: int, right: int) -> int:
    image = widget.grab().toImage()
    background = image.pixelColor(0, 0)
    return max(
        sum(image.pixelColor(x, y) != background for y in range(image.height())) for x in range(left, right)
    )


def test_loud_parts_are_higher_than_silent_ones(waveform: Waveform) -> None:
    assert 0 < height_at(waveform, 10, 90) < 8
    assert height_at(waveform, 110, 190) > 25


def test_what_was_played_is_in_another_colour(waveform: Waveform) -> None:
    waveform.clearFocus()
    assert not columns(waveform, LIGHT.accent)
    waveform.set_time(15_000, 20_000)
    played = columns(waveform, LIGHT.accent)
    assert played
    assert 110 < max(played) < 155


def test_nothing_is_drawn_wrong_without_a_sound(waveform: Waveform) -> None:
    waveform.set_peaks(b"")
    waveform.set_time(0, 0)
    assert height_at(waveform, 10, 190) < 8


@pytest.mark.parametrize("count", [1, 3, 47, 600, 5000])
def test_any_number_of_levels_fits(waveform: Waveform, count: int) -> None:
    waveform.set_peaks(bytes([255]) * count)
    assert height_at(waveform, 10, 190) > 25


def test_click_seeks(waveform: Waveform, sought: list[int]) -> None:
    QTest.mouseClick(waveform, Qt.MouseButton.LeftButton, pos=at(waveform, 0.5))
    assert abs(sought[-1] - 10_000) < 200


def test_dragging_seeks_on_and_stays_inside(waveform: Waveform, sought: list[int]) -> None:
    QTest.mousePress(waveform, Qt.MouseButton.LeftButton, pos=at(waveform, 0.2))
    QTest.mouseMove(waveform, at(waveform, 0.75))
    assert abs(sought[-1] - 15_000) < 400
    QTest.mouseMove(waveform, at(waveform, 1.5))
    assert sought[-1] == 20_000
    QTest.mouseRelease(waveform, Qt.MouseButton.LeftButton)


def test_right_click_does_not_seek(waveform: Waveform, sought: list[int]) -> None:
    QTest.mouseClick(waveform, Qt.MouseButton.RightButton, pos=at(waveform, 0.5))
    assert sought == []


@pytest.mark.parametrize(
    ("key", "position"),
    [
        (Qt.Key.Key_Right, 11_000),
        (Qt.Key.Key_Left, 9_000),
        (Qt.Key.Key_PageUp, 20_000),
        (Qt.Key.Key_PageDown, 0),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 20_000),
    ],
)
def test_keys_seek(waveform: Waveform, sought: list[int], key: Qt.Key, position: int) -> None:
    waveform.set_time(10_000, 20_000)
    QTest.keyClick(waveform, key)
    assert sought == [position]


def test_space_plays_and_stops(waveform: Waveform) -> None:
    toggled: list[None] = []
    waveform.toggle_requested.connect(lambda: toggled.append(None))
    QTest.keyClick(waveform, Qt.Key.Key_Space)
    assert len(toggled) == 1


def test_screen_reader_hears_a_slider_of_seconds(waveform: Waveform) -> None:
    waveform.set_time(8_400, 24_000)
    interface = QAccessible.queryAccessibleInterface(waveform)
    assert interface.role() == QAccessible.Role.Slider
    values = interface.valueInterface()
    assert (values.minimumValue(), values.currentValue(), values.maximumValue()) == (0, 8, 24)


def test_playing_on_asks_for_nothing(waveform: Waveform, sought: list[int]) -> None:
    waveform.set_time(11_000, 20_000)
    waveform.set_time(12_000, 20_000)
    assert sought == []


def test_focus_is_seen(waveform: Waveform) -> None:
    waveform.clearFocus()
    assert not columns(waveform, LIGHT.accent)
    waveform.setFocus()
    assert columns(waveform, LIGHT.accent)
