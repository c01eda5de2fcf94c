"""The dial pad: 1–9, +, 0 and delete.

One Tab stop, as a toolbar is: the arrow keys move from key to key, Space presses the key, and Tab leads
past the pad. A click leaves the focus where it was, so that Enter still calls.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QPushButton, QSizePolicy, QWidget

from app.ui.icons import Icon, Tint, icon
from app.ui.theme import number_font

_COLUMNS = 3
_SIGNS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "+", "0", "")
_DELETE = ""
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: +1,
    Qt.Key.Key_Up: -_COLUMNS,
    Qt.Key.Key_Down: +_COLUMNS,
}


class DialPad(QWidget):
    """`digit_pressed` brings "0" … "9" or "+"; `delete_pressed` repeats while the key is held."""

    digit_pressed = Signal(str)
    delete_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Dial pad"))
        self._keys = [_Key(sign, self._name(sign)) for sign in _SIGNS]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, key in enumerate(self._keys):
            grid.addWidget(key, place // _COLUMNS, place % _COLUMNS)
            key.pressed_sign.connect(self._on_pressed)
            key.arrow_pressed.connect(self._on_arrow)
            key.focused.connect(self._rove_to)
        self._rove_to(self._keys[0])

    @staticmethod
    def _name(sign: str) -> str:
        if sign == "+":
            return "Plus"
        if sign == _DELETE:
            return "Delete digit"
        return f"Digit {sign}"

    def _on_pressed(self, sign: str) -> None:
        if sign == _DELETE:
            self.delete_pressed.emit()
        else:
            self.digit_pressed.emit(sign)

    def _on_arrow(self, key: _Key, step: int) -> None:
        place = self._keys.index(key)
        target = place + step
        same_row = place // _COLUMNS == target // _COLUMNS
        if 0 <= target < len(self._keys) and (same_row or abs(step) == _COLUMNS):
            self._keys[target].setFocus(Qt.FocusReason.TabFocusReason)

    def _rove_to(self, current: _Key) -> None:
        """Make `current` the one that Tab stops at."""
        for key in self._keys:
            stop = Qt.FocusPolicy.TabFocus if key is current else Qt.FocusPolicy.NoFocus
            key.setFocusPolicy(stop)


class _Key(QPushButton):
    pressed_sign = Signal(str)
    arrow_pressed = Signal(object, int)
    focused = Signal(object)

    def __init__(self, sign: str, name: str) -> None:
        super().__init__(sign)
        self._sign = sign
        self.setProperty("key", True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = number_font(QApplication.font(), 1.35)
        font.setWeight(QFont.Weight.Medium)
        self.setFont(font)
        if sign == _DELETE:
            self.setIcon(icon(Icon.BACKSPACE, Tint.TEXT))
            self.setIconSize(QSize(20, 20))
            self.setAutoRepeat(True)
            self.setAutoRepeatDelay(400)
            self.setAutoRepeatInterval(60)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.pressed_sign.emit(self._sign)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.arrow_pressed.emit(self, step)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.focused.emit(self)
