"""Keys that mean the same wherever the focus is: digits, plus, Enter, the pasting of files, accounts."""

from __future__ import annotations

import sys

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

from app.ui.copied_numbers import copied_text, is_among_words
from app.ui.number_edit import NumberEdit
from app.ui.sound_drops import copied_files

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride})
_TEXT_FIELDS = (QLineEdit, QAbstractSpinBox, QPlainTextEdit)
_ACT_ON_ENTER = (QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""With which a digit is still typed: plus is Shift and another key on many keyboards."""

_WITH_ACCOUNT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_SHIFTED = "!@#$%^&*("
"""What Shift makes of 1 to 9 where nothing is known of the keyboard."""
_MAC_DIGITS = (18, 19, 20, 21, 23, 22, 26, 28, 25)
_FIRST_SCAN_CODE = 10


class Keys(QObject):
    """Watches the keys pressed in `window`, and takes those that no focused control needs."""

    digit_typed = Signal(str)
    enter_pressed = Signal()
    files_pasted = Signal(list)
    text_pasted = Signal()
    account_pressed = Signal(int)
    """Ctrl, Shift and a digit of the upper row: 1 for the first account."""
    help_pressed = Signal()
    """In any window of the program: a shortcut of `window` is not heard in a dialog before it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        focus = QApplication.focusWidget()
        if watched is (focus or QApplication.activeWindow()) and _is_help(event):
            self.help_pressed.emit()
            return True
        if watched is not focus or focus is None or focus.window() is not self._window:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            return _leaves_to_window(event)
        return self._takes(focus, event)

    def _takes(self, focus: QWidget, event: QKeyEvent) -> bool:
        if event.key() in _ENTER:
            return self._takes_enter(focus, event)
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._takes_paste(focus)
        if event.modifiers() == _WITH_ACCOUNT and (digit := upper_digit(event)) is not None:
            if not event.isAutoRepeat():
                self.account_pressed.emit(digit)
            return True
        sign = event.text()
        is_dialled = len(sign) == 1 and (sign.isdecimal() or sign == "+")
        if not is_dialled or _takes_text(focus) or event.modifiers() & ~_HARMLESS:
            return False
        self.digit_typed.emit(sign)
        return True

    def _takes_paste(self, focus: QWidget) -> bool:
        """Take files that were copied, for nobody means to paste their paths, and text that no field takes.

        Of the number field also what is more than a number: it is looked for there.
        """
        data = QGuiApplication.clipboard().mimeData()
        if files := copied_files(data):
            self.files_pasted.emit(files)
            return True
        if isinstance(focus, NumberEdit):
            if not is_among_words(copied_text(data)):
                return False
        elif _takes_text(focus):
            return False
        self.text_pasted.emit()
        return True

    def _takes_enter(self, focus: QWidget, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False  # another key: what presses is Enter alone
        if isinstance(focus, _ACT_ON_ENTER):
            return False
        if event.isAutoRepeat():
            return True
        if isinstance(focus, QAbstractButton):
            focus.click()
        else:
            self.enter_pressed.emit()
        return True


def upper_digit(event: QKeyEvent) -> int | None:
    """Return the digit, 1 to 9, of the key's place in the upper row, whatever Shift makes of it.

    With Shift most keyboards give another sign there, each layout its own: the key itself is looked at.
    """
    if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
        return event.key() - Qt.Key.Key_0
    if not event.nativeScanCode() and not event.nativeVirtualKey():
        sign = chr(event.key()) if 0 < event.key() < 128 else ""
        return _SHIFTED.index(sign) + 1 if sign and sign in _SHIFTED else None
    if sys.platform == "win32":
        place = event.nativeVirtualKey() - ord("1")
    elif sys.platform == "darwin":
        code = event.nativeVirtualKey()
        place = _MAC_DIGITS.index(code) if code in _MAC_DIGITS else -1
    else:
        place = event.nativeScanCode() - _FIRST_SCAN_CODE
    return place + 1 if 0 <= place < 9 else None


def _is_help(event: QKeyEvent) -> bool:
    if event.type() is not QEvent.Type.KeyPress or event.isAutoRepeat():
        return False
    is_f1 = event.key() == Qt.Key.Key_F1 and event.modifiers() == Qt.KeyboardModifier.NoModifier
    return is_f1 or event.matches(QKeySequence.StandardKey.HelpContents)


def _leaves_to_window(event: QKeyEvent) -> bool:
    """Let Ctrl+E reach the window's shortcut: on X11 it is the end of the line to a text field."""
    is_export = event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    if is_export:
        event.ignore()
    return is_export


def _takes_text(focus: QWidget) -> bool:
    return isinstance(focus, _TEXT_FIELDS) or (isinstance(focus, QComboBox) and focus.isEditable())
