"""The shape of a sound, with a playhead that is moved by a click or with the arrow keys."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.colors import current_colors
from app.ui.seconds_box import PatientSlider

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

_HEIGHT = 40
_BAR, _GAP = 2, 2
_LEAST = 2.0
"""The height of a bar where there is silence: it is part of the sound too."""
_LEAP_S = 10


class Waveform(PatientSlider):
    """A slider of whole seconds to the keyboard and to a screen reader; the mouse is more exact.

    `peaks`: the highest level of each part of the sound, 0 to 255. Other times are in milliseconds.
    """

    seek_requested = Signal(int)
    toggle_requested = Signal()
    """Space was pressed: play, or stop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._peaks = b""
        self._position_ms = 0
        self._duration_ms = 0
        self.setAccessibleName("Waveform")
        self.setAccessibleDescription(self.tr("Seconds. Space plays and stops, the arrow keys move."))
        self.setPageStep(_LEAP_S)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.valueChanged.connect(self._on_moved)

    def set_peaks(self, peaks: bytes) -> None:
        """Show another sound."""
        self._peaks = peaks
        self.update()

    def set_time(self, position_ms: int, duration_ms: int) -> None:
        """Move the playhead."""
        if (position_ms, duration_ms) != (self._position_ms, self._duration_ms):
            self._position_ms, self._duration_ms = position_ms, duration_ms
            with QSignalBlocker(self):
                self.setRange(0, -(-duration_ms // 1000))
                self.setValue(position_ms // 1000)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, _HEIGHT)

    # --- moved ----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._seek_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.toggle_requested.emit()

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.update()

    def _on_moved(self, second: int) -> None:
        self._seek(second * 1000)

    def _seek_to(self, x: float) -> None:
        inside = self._inside()
        self._seek(round(self._duration_ms * (x - inside.left()) / max(1.0, inside.width())))

    def _seek(self, position_ms: int) -> None:
        self.seek_requested.emit(max(0, min(self._duration_ms, position_ms)))

    # --- drawn ----------------------------------------------------------------------------------------

    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(4, 4, -4, -4)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        colors = current_colors()
        inside = self._inside()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        played = self._position_ms / self._duration_ms if self._duration_ms else 0.0
        bars = max(1, int((inside.width() + _GAP) // (_BAR + _GAP)))
        for bar, level in enumerate(_resampled(self._peaks, bars)):
            height = max(_LEAST, inside.height() * level / 255)
            painter.setBrush(QColor(colors.accent if (bar + 0.5) / bars <= played else colors.outline))
            top = inside.center().y() - height / 2
            painter.drawRoundedRect(QRectF(inside.left() + bar * (_BAR + _GAP), top, _BAR, height), 1, 1)
        painter.end()


def _resampled(peaks: bytes, count: int) -> list[int]:
    """Return `count` levels, each the highest of the part of `peaks` that it stands for."""
    if not peaks:
        return [0] * count
    edges = [n * len(peaks) // count for n in range(count + 1)]
    return [max(peaks[start : max(end, start + 1)]) for start, end in pairwise(edges)]
