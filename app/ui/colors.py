"""The colours of the window, light and dark, and how well one reads on another."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication, QPalette


@dataclass(frozen=True, slots=True)
class Colors:
    """One complete set, each as `#rrggbb`."""

    background: str
    """Behind everything, seen between the cards."""
    surface: str
    """Panels, cards, inputs."""
    raised: str
    """Keys and buttons."""
    hover: str
    pressed: str
    sunken: str
    """Tracks of segmented controls."""
    hairline: str
    outline: str
    """A line that must be seen: at least 3 : 1 on `surface`."""
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_soft: str
    on_accent: str
    red: str
    red_soft: str
    amber: str
    amber_soft: str
    green: str
    green_soft: str
    band: str
    """The band that says: practice mode."""
    on_band: str


LIGHT = Colors(
    background="#f6f7f8",
    surface="#ffffff",
    raised="#ffffff",
    hover="#f3f5f6",
    pressed="#e8ebed",
    sunken="#f1f3f4",
    hairline="#e3e6e8",
    outline="#87919a",
    text="#16191c",
    muted="#5c666f",
    disabled="#949ca3",
    accent="#0f766e",
    accent_hover="#0c655e",
    accent_pressed="#0a554f",
    accent_soft="#e3f3f1",
    on_accent="#ffffff",
    red="#b42318",
    red_soft="#fdf0ee",
    amber="#a63f06",
    amber_soft="#fef5e0",
    green="#067647",
    green_soft="#e6f5ee",
    band="#fef3c7",
    on_band="#7a4a06",
)

DARK = Colors(
    background="#15181b",
    surface="#1d2125",
    raised="#23282c",
    hover="#2a3035",
    pressed="#32393f",
    sunken="#15181b",
    hairline="#2f353a",
    outline="#6f7a83",
    text="#eceff1",
    muted="#9ba6ae",
    disabled="#69737b",
    accent="#2dd4bf",
    accent_hover="#4fddcb",
    accent_pressed="#22b8a5",
    accent_soft="#173733",
    on_accent="#06302b",
    red="#f97066",
    red_soft="#3a211f",
    amber="#fdb022",
    amber_soft="#372b14",
    green="#47cd89",
    green_soft="#17352a",
    band="#3a2e10",
    on_band="#fcd980",
)


def current_colors() -> Colors:
    """Return the set that belongs to the application's palette."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG defines it: 1 (none) to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    rgb = QColor(color)
    return 0.2126 * _linear(rgb.redF()) + 0.7152 * _linear(rgb.greenF()) + 0.0722 * _linear(rgb.blueF())


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
