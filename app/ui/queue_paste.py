"""Where a list is pasted to be added to the queue."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.icons import BEFORE_TEXT, Icon, icon

_LINES = 4
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class QueuePaste(QWidget):
    """Takes one number a line. What was typed stays until whoever added it clears it."""

    add_pressed = Signal()
    stop_pressed = Signal()
    """What is being added should not be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QPlainTextEdit()
        self._text.setAccessibleName("Numbers to add")
        self._text.setPlaceholderText(
            self.tr(
                "One number a line; name and note may follow\nMaria Silva; (11) 99999-0001; ask about invoice"
            )
        )
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(_LINES * self._text.fontMetrics().lineSpacing() + 24)
        self._text.installEventFilter(self)
        self._text.textChanged.connect(self._show_what_can_be_done)
        self._add = QPushButton(icon(Icon.ADD), self.tr("Add"))
        self._add.setIconSize(BEFORE_TEXT)
        self._add.setAccessibleName("Add to queue")
        self._add.setToolTip(self.tr("Add (Ctrl+Enter)"))
        self._add.setAutoDefault(False)
        self._add.clicked.connect(self._on_pressed)
        self._is_busy = False
        side = QVBoxLayout()
        side.addStretch(1)
        side.addWidget(self._add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text, stretch=1)
        row.addLayout(side)
        self.setFocusProxy(self._text)
        self._show_what_can_be_done()

    def text(self) -> str:
        """Return what stands there; "" if nothing but spaces."""
        text = self._text.toPlainText()
        return text if text.strip() else ""

    def clear(self) -> None:
        """Empty it: everything was added."""
        self._text.clear()

    def set_busy(self, is_busy: bool) -> None:
        """Take nothing more while the last lines are being added, and offer to stop."""
        self._is_busy = is_busy
        self._text.setReadOnly(is_busy)
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        self._add.setText(self.tr("Stop") if self._is_busy else self.tr("Add"))
        self._add.setIcon(icon(Icon.STOP if self._is_busy else Icon.ADD))
        self._add.setEnabled(self._is_busy or bool(self.text()))

    def _on_pressed(self) -> None:
        (self.stop_pressed if self._is_busy else self.add_pressed).emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in _ENTER
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            if not self._is_busy:
                self._add.click()
            return True
        return super().eventFilter(watched, event)
