"""A window to read something long in, beside whatever it was opened from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.dialog import Dialog

_WIDTH, _HEIGHT = 640, 680


class ReadingDialog(Dialog):
    """Shows `text`, which has the focus: the arrow keys scroll, Esc closes. It is gone when it is closed."""

    def __init__(self, title: str, text: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(_WIDTH, _HEIGHT)
        text.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(text)
        text.setFocus(Qt.FocusReason.OtherFocusReason)


def plain_text(text: str) -> QPlainTextEdit:
    """Return a view of `text`."""
    view = QPlainTextEdit()
    view.setReadOnly(True)
    view.setTabChangesFocus(True)
    view.setPlainText(text)
    return view
