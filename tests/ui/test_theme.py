from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton

from app.ui.colors import DARK, LIGHT, Colors, contrast, current_colors
from app.ui.stylesheet import stylesheet
from app.ui.theme import Theme, number_font, prefers_reduced_motion, restyle, tabular

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

TEXT_ON = [
    *(("text", place) for place in ("background", "surface", "raised", "hover", "pressed", "sunken")),
    *(("text", place) for place in ("accent_soft", "red_soft", "amber_soft", "green_soft")),
    *(("muted", place) for place in ("background", "surface", "raised", "hover", "sunken")),
    *((tone, place) for tone in ("accent", "red", "amber", "green") for place in ("surface", "background")),
    *((tone, f"{tone}_soft") for tone in ("accent", "red", "amber", "green")),
    *(("on_accent", place) for place in ("accent", "accent_hover", "accent_pressed")),
    ("on_band", "band"),
]


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "place"), TEXT_ON)
def test_every_text_can_be_read(colors: Colors, text: str, place: str) -> None:
    assert contrast(getattr(colors, text), getattr(colors, place)) >= 4.5


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("place", ["surface", "background", "raised", "sunken"])
def test_the_focus_ring_can_be_seen(colors: Colors, place: str) -> None:
    assert contrast(colors.accent, getattr(colors, place)) >= 3


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_the_outline_of_an_input_can_be_seen(colors: Colors) -> None:
    assert contrast(colors.outline, colors.surface) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_uses_only_colours_of_its_theme(colors: Colors) -> None:
    used = set(re.findall(r"#[0-9a-f]{6}", stylesheet(colors)))
    assert used <= set(asdict(colors).values())


def test_a_forced_theme_dresses_the_application_and_says_so(theme: Theme, qtbot: QtBot) -> None:
    assert current_colors() is LIGHT
    with qtbot.waitSignal(theme.changed):
        theme.force(Qt.ColorScheme.Dark)
    assert theme.colors is DARK
    assert current_colors() is DARK
    assert DARK.surface in _application_of(theme).styleSheet()


def test_forcing_the_same_theme_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.force(Qt.ColorScheme.Light)


def test_the_system_is_followed_again_when_nothing_is_forced(theme: Theme) -> None:
    theme.force(Qt.ColorScheme.Dark)
    theme.force(None)
    system_is_dark = _application_of(theme).styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert (theme.colors is DARK) is system_is_dark


def test_the_palette_carries_accent_and_muted_text(theme: Theme) -> None:
    palette = _application_of(theme).palette()
    assert palette.color(QPalette.ColorRole.Accent).name() == LIGHT.accent
    assert palette.color(QPalette.ColorRole.PlaceholderText).name() == LIGHT.muted


def test_buttons_are_high_enough(qtbot: QtBot, theme: Theme) -> None:
    button = QPushButton("Try again")
    qtbot.addWidget(button)
    button.show()
    assert button.height() >= 36
    restyle(button, primary=True)
    assert button.minimumSizeHint().height() >= 44


def test_the_number_is_about_twice_the_base_size_with_tabular_digits(qapp: QApplication) -> None:
    font = number_font(qapp.font())
    assert font.pointSizeF() == pytest.approx(2 * qapp.font().pointSizeF())
    assert [tag.toString() for tag in font.featureTags()] == [b"tnum"]
    assert [tag.toString() for tag in tabular(qapp.font()).featureTags()] == [b"tnum"]


def test_motion_is_not_reduced_unless_the_platform_says_so(qapp: QApplication) -> None:
    assert prefers_reduced_motion() is False


def _application_of(theme: Theme) -> QApplication:
    return theme.parent()  # type: ignore[return-value]
