"""How the window looks: Fusion in our own palette, light or dark as the system wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from app.ui.colors import DARK, LIGHT, Colors
from app.ui.stylesheet import stylesheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

NUMBER_SCALE = 2.0
"""The size of the number, times the system font."""


class Theme(QObject):
    """Dresses the application, and again whenever the system's colour scheme changes.

    `changed` comes after the palette and the style sheet are in place.
    """

    changed = Signal()

    def __init__(self, app: QApplication, forced: Qt.ColorScheme | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._forced: Qt.ColorScheme | None = None
        self._colors: Colors | None = None
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self.force(forced)

    @property
    def colors(self) -> Colors:
        """The set in use."""
        return DARK if self._scheme() is Qt.ColorScheme.Dark else LIGHT

    def force(self, scheme: Qt.ColorScheme | None) -> None:
        """Stay light or dark whatever the system says; None follows it again."""
        self._forced = scheme
        hints = self._app.styleHints()
        if scheme is not None:
            hints.setColorScheme(scheme)
        elif self._colors is not None:
            hints.unsetColorScheme()
        self._follow()

    def _scheme(self) -> Qt.ColorScheme:
        return self._forced if self._forced is not None else self._app.styleHints().colorScheme()

    def _follow(self) -> None:
        colors = self.colors
        if colors is self._colors:
            return
        self._colors = colors
        self._app.setPalette(palette(colors))
        self._app.setStyleSheet(stylesheet(colors))
        self.changed.emit()


def palette(colors: Colors) -> QPalette:
    """Return the palette of `colors`, for everything that the style sheet leaves to Fusion."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    plain = {
        role.Window: colors.background,
        role.WindowText: colors.text,
        role.Base: colors.surface,
        role.AlternateBase: colors.background,
        role.Text: colors.text,
        role.PlaceholderText: colors.muted,
        role.Button: colors.raised,
        role.ButtonText: colors.text,
        role.BrightText: colors.red,
        role.ToolTipBase: colors.surface,
        role.ToolTipText: colors.text,
        role.Highlight: colors.accent,
        role.HighlightedText: colors.on_accent,
        role.Accent: colors.accent,
        role.Link: colors.accent,
        role.LinkVisited: colors.accent,
        role.Light: colors.surface,
        role.Midlight: colors.hover,
        role.Mid: colors.hairline,
        role.Dark: colors.outline,
        role.Shadow: colors.outline,
    }
    result = QPalette()
    for each, color in plain.items():
        result.setColor(each, QColor(color))
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(group.Disabled, each, QColor(colors.disabled))
    result.setColor(group.Disabled, role.Highlight, QColor(colors.hairline))
    return result


def tabular(font: QFont) -> QFont:
    """Return `font` with digits of one width, so that numbers and times do not dance."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def number_font(base: QFont, scale: float = NUMBER_SCALE) -> QFont:
    """Return the font of the number field and, at smaller scales, of other large digits."""
    result = tabular(base)
    result.setPointSizeF(base.pointSizeF() * scale)
    result.setWeight(QFont.Weight.Medium)
    return result


def restyle(widget: QWidget, **properties: str | bool) -> None:
    """Set dynamic properties that the style sheet chooses by, and have it look again.

    This, like a change of theme, gives the widget back the font it had when it was first shown: set fonts
    before that.
    """
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def prefers_reduced_motion() -> bool:
    """Whether the system asks for less motion; False where the platform does not tell."""
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()  # dies with `hints`: keep both
    preference = getattr(accessibility, "motionPreference", None)  # from Qt 6.12 on
    return preference is not None and preference().name == "ReducedMotion"
