from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage

from app import resources
from app.ui.colors import DARK, LIGHT
from app.ui.icons import Icon, IconButton, IconLabel, Tint, icon

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.ui.theme import Theme


def test_every_icon_has_its_file_and_every_file_its_icon() -> None:
    files = {path.stem for path in resources.path("icons").glob("*.svg")}
    assert files == {str(each) for each in Icon}


@pytest.mark.parametrize("name", list(Icon))
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_is_drawn_at_every_scaling(name: Icon, scale: float) -> None:
    pixmap = icon(name).pixmap(QSize(20, 20), scale)
    assert pixmap.size() == QSize(20, 20) * scale
    assert _ink(pixmap.toImage()) == LIGHT.text


def test_an_icon_follows_the_theme(theme: Theme) -> None:
    drawn = icon(Icon.ALERT, Tint.RED)
    assert _ink(drawn.pixmap(64).toImage()) == LIGHT.red
    theme.force(Qt.ColorScheme.Dark)
    assert _ink(drawn.pixmap(64).toImage()) == DARK.red


def test_a_disabled_icon_is_pale() -> None:
    assert _ink(icon(Icon.TRASH).pixmap(QSize(64, 64), QIcon.Mode.Disabled).toImage()) == LIGHT.disabled


def test_a_copy_that_is_changed_outlives_the_original() -> None:
    original = icon(Icon.PHONE, Tint.ACCENT)
    copy = QIcon(original)
    copy.setIsMask(True)  # parts it from the original, which clones the engine
    del original
    gc.collect()
    assert copy.name() == "phone"
    assert _ink(copy.pixmap(64).toImage()) == LIGHT.accent


def test_an_icon_button_is_named_and_high_enough(qtbot: QtBot) -> None:
    button = IconButton(Icon.SETTINGS, "Settings")
    qtbot.addWidget(button)
    button.show()
    assert button.accessibleName() == button.toolTip() == "Settings"
    assert button.height() >= 36
    assert button.width() >= 36


def test_an_icon_label_shows_its_icon(qtbot: QtBot) -> None:
    label = IconLabel(Icon.INFO, Tint.ACCENT, side=64)
    qtbot.addWidget(label)
    label.show()
    assert LIGHT.accent in _colors(label.grab().toImage())
    label.set_icon(Icon.ALERT, Tint.RED)
    assert LIGHT.red in _colors(label.grab().toImage())


def _colors(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def _ink(image: QImage) -> str:
    """Return the colour of the most opaque pixel, as near as the blending left it."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    strongest = max(pixels, key=QColor.alpha)
    assert strongest.alpha() > 100
    known = {
        color for theme in (LIGHT, DARK) for color in (theme.text, theme.red, theme.accent, theme.disabled)
    }
    return min(known, key=lambda name: _distance(QColor(name), strongest))


def _distance(one: QColor, other: QColor) -> int:
    return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))
