"""The line a number is typed in: formats while typing, and deletes digits, never just a separator."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.domain.phone_number import InvalidPhoneNumber, PhoneNumber
from app.ui import typed_number
from app.ui.sound_drops import has_sound
from app.ui.theme import NUMBER_SCALE, number_font

_SCALES = (NUMBER_SCALE, 1.75, 1.5, 1.25)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LEFT_FOR_ANOTHER_WINDOW = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)


class NumberEdit(QLineEdit):
    """`edited` comes after every change of the text, once it is formatted; `left` when the focus moves on."""

    edited = Signal()
    left = Signal()
    submitted = Signal()
    recent_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._region: str | None = None
        self._length = 0
        self.extension = ""
        """What a link that was just read would have dialled after its number."""
        self.setProperty("number", True)
        self.textChanged.connect(self._format)
        self._fit()

    def set_region(self, region: str | None) -> None:
        """Group digits without a country code as `region` does."""
        self._region = region
        self._format(self.text())

    def delete_back(self) -> None:
        """Delete the selection, or the digit left of the caret, or the sign there if it is no separator."""
        if not self.hasSelectedText():
            self._skip_separators(-1)
        self.backspace()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _ENTER and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()  # another key: what dials is Enter alone
            return
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.submitted.emit()
        elif event.key() == Qt.Key.Key_Up:
            self.recent_requested.emit(1)
        elif event.key() == Qt.Key.Key_Down:
            self.recent_requested.emit(-1)
        elif event.key() == Qt.Key.Key_Backspace and not event.modifiers():
            self.delete_back()
        else:
            if event.key() == Qt.Key.Key_Delete and not event.modifiers() and not self.hasSelectedText():
                self._skip_separators(+1)
            super().keyPressEvent(event)
            return
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        self._leave_sound_to_the_dialler(event)

    def dragMoveEvent(self, event: QDragMoveEvent, /) -> None:
        self._leave_sound_to_the_dialler(event)

    def _leave_sound_to_the_dialler(self, event: QDragMoveEvent) -> None:
        if has_sound(event.mimeData()):
            event.ignore()
        elif isinstance(event, QDragEnterEvent):
            super().dragEnterEvent(event)
        else:
            super().dragMoveEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _LEFT_FOR_ANOTHER_WINDOW:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:  # also when the style sheet puts the first font back
            self._fit()

    def _skip_separators(self, step: int) -> None:
        """Move the caret over the separators that formatting put there, and would put there again."""
        text, caret = self.text(), self.cursorPosition()
        if typed_number.formatted(text, self._region) is None:
            return
        next_to = -1 if step < 0 else 0
        while 0 <= caret + next_to < len(text) and not typed_number.is_digit(text[caret + next_to]):
            caret += step
        self.setCursorPosition(caret)

    def _format(self, text: str) -> None:
        formatted = typed_number.formatted(text, self._region)
        self.extension = ""
        if formatted is None:
            formatted = self._understood(text)
            caret = len(formatted)
        else:
            digits = typed_number.digits_before(text, self.cursorPosition())
            caret = typed_number.caret_after(formatted, digits)
        if formatted != text:
            with QSignalBlocker(self):
                self.setText(formatted)
                self.setCursorPosition(caret)
        self._length = len(formatted)
        self._fit()
        self.edited.emit()

    def _understood(self, text: str) -> str:
        """Return the number that a pasted link, WhatsApp JID or sentence holds, or else `text` as it is."""
        is_typed = len(text) - self._length <= 1
        try:
            if is_typed:
                return PhoneNumber.parse(text, self._region).formatted
            from app.domain.number_finder import numbers_in  # with the first text

            found = numbers_in(text, self._region)
        except InvalidPhoneNumber:
            return text
        if len(found) != 1:
            return text
        self.extension = found[0].extension
        return found[0].number.formatted

    def _fit(self) -> None:
        """Choose the largest size in which the whole number is seen."""
        margins = self.textMargins()
        room = self.width() - margins.left() - margins.right() - 8
        for scale in _SCALES:
            font = number_font(QApplication.font(), scale)
            if QFontMetricsF(font).horizontalAdvance(self.text() or self.placeholderText()) <= room:
                break
        if font != self.font():
            self.setFont(font)
