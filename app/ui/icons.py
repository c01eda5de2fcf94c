"""The program's line icons, tinted from the palette at the moment they are painted.

An icon therefore follows a change of theme by itself and is drawn anew, crisp, at every scaling.
"""

from __future__ import annotations

import ctypes
from enum import StrEnum

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from app import resources
from app.ui.colors import current_colors

BEFORE_TEXT = QSize(22, 16)
"""The size of an icon in a button with words: wider than it is drawn, as room before them."""


class Icon(StrEnum):
    """Every icon there is; the value is the name of its file in `resources/icons`."""

    ADD = "add"
    ALERT = "alert"
    BACKSPACE = "backspace"
    CHECK = "check"
    """Drawn by the style sheet."""
    CHEVRON_DOWN = "chevron-down"
    """Drawn by the style sheet."""
    CLOSE = "close"
    COMPACT = "compact"
    CONTACTS = "contacts"
    COPY = "copy"
    EDIT = "edit"
    EXPORT = "export"
    EYE = "eye"
    FILTER = "filter"
    IMPORT = "import"
    INFO = "info"
    LINK = "link"
    MERGE = "merge"
    MORE = "more"
    NEXT = "next"
    NOTE = "note"
    OPTIONS = "options"
    PAUSE = "pause"
    PHONE = "phone"
    PHONE_CALL = "phone-call"
    PHONE_OFF = "phone-off"
    PLAY = "play"
    PREVIOUS = "previous"
    QUEUE = "queue"
    RECENT = "recent"
    REDIAL = "redial"
    REFRESH = "refresh"
    SAVE = "save"
    SEARCH = "search"
    SETTINGS = "settings"
    SOUND = "sound"
    STAR = "star"
    STOP = "stop"
    TRASH = "trash"
    USER_PLUS = "user-plus"


class Tint(StrEnum):
    """What an icon is drawn in; the value is the name of the colour in `Colors`."""

    TEXT = "text"
    MUTED = "muted"
    DISABLED = "disabled"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"


def icon(name: Icon, tint: Tint = Tint.TEXT) -> QIcon:
    """Return the icon `name` in `tint`; disabled controls show it in the palette's disabled colour."""
    return QIcon(_LineIcon(name, tint))


class IconLabel(QWidget):
    """Shows one icon beside a text that says the same: it is decoration to a screen reader."""

    def __init__(self, name: Icon, tint: Tint, side: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon(name, tint)
        self.setFixedSize(side, side)

    def set_icon(self, name: Icon, tint: Tint) -> None:
        """Show another icon."""
        self._icon = icon(name, tint)
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()


class IconButton(QToolButton):
    """A button of one icon. `name` is what a screen reader says; the tool tip shows it too, or else `tip`."""

    def __init__(
        self,
        picture: Icon,
        name: str,
        tint: Tint = Tint.MUTED,
        parent: QWidget | None = None,
        *,
        tip: str = "",
    ) -> None:
        super().__init__(parent)
        self.setIcon(icon(picture, tint))
        self.setIconSize(QSize(20, 20))
        self.setAccessibleName(name)
        self.setToolTip(tip or name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class _LineIcon(QIconEngine):
    """Draws one SVG file, its `currentColor` replaced by the tint."""

    def __init__(self, name: Icon, tint: Tint) -> None:
        super().__init__()
        self._name = name
        self._tint = tint
        self._drawings: dict[str, QSvgRenderer] = {}

    def clone(self) -> QIconEngine:
        """Return a copy for Qt to own; PySide would free it too, so its last reference is never given up."""
        copy = _LineIcon(self._name, self._tint)
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(copy))
        return copy

    def isNull(self) -> bool:
        return False

    def key(self) -> str:
        return "LineIcon"

    def iconName(self) -> str:
        return self._name

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State, /) -> QSize:
        side = min(size.width(), size.height())
        return QSize(side, side)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State, /) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        self._drawing(mode).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, /) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float, /) -> QPixmap:
        pixmap = QPixmap(size * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def _drawing(self, mode: QIcon.Mode) -> QSvgRenderer:
        tint = Tint.DISABLED if mode == QIcon.Mode.Disabled else self._tint
        color: str = getattr(current_colors(), tint)
        if color not in self._drawings:
            source = resources.path("icons", f"{self._name}.svg").read_text(encoding="utf-8")
            tinted = source.replace("currentColor", color)
            self._drawings[color] = QSvgRenderer(QByteArray(tinted.encode()))
        return self._drawings[color]
