"""Keys that mean the same wherever the focus is: digits, plus, Enter, and the pasting of files."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.ui.sound_drops import copied_files

_TEXT_FIELDS = (QLineEdit, QAbstractSpinBox, QPlainTextEdit)
_ACT_ON_ENTER = (QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""With which a digit is still typed: plus is Shift and another key on many keyboards."""


class Keys(QObject):
    """Watches the keys pressed in `window`, and takes those that no focused control needs."""

    digit_typed = Signal(str)
    enter_pressed = Signal()
    files_pasted = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        focus = QApplication.focusWidget()
        if watched is not focus or focus is None or focus.window() is not self._window:
            return False
        return self._takes(focus, event)

    def _takes(self, focus: QWidget, event: QKeyEvent) -> bool:
        if event.key() in _ENTER:
            return self._takes_enter(focus, event)
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._takes_files()
        sign = event.text()
        is_dialled = len(sign) == 1 and (sign.isdecimal() or sign == "+")
        if not is_dialled or isinstance(focus, _TEXT_FIELDS) or event.modifiers() & ~_HARMLESS:
            return False
        self.digit_typed.emit(sign)
        return True

    def _takes_files(self) -> bool:
        """Take files that were copied: nobody means to paste their paths as text."""
        files = copied_files(QGuiApplication.clipboard().mimeData())
        if files:
            self.files_pasted.emit(files)
        return bool(files)

    def _takes_enter(self, focus: QWidget, event: QKeyEvent) -> bool:
        if isinstance(focus, _ACT_ON_ENTER):
            return False
        if event.isAutoRepeat():
            return True
        if isinstance(focus, QAbstractButton):
            focus.click()
        else:
            self.enter_pressed.emit()
        return True
