"""A question with two answers, asked where it arises; the focus is on the answer that changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.notice import Notice, NoticeAction, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

_YES, _NO = "yes", "no"


class InlineQuestion(QWidget):
    """Is there while it asks. Esc is a no."""

    answered = Signal(bool)

    def __init__(self, margins: Sequence[int] = (0, 0, 0, 0), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*margins)
        self.hide()

    @property
    def is_asking(self) -> bool:
        """Whether an answer is still to come."""
        return self._notice is not None

    def ask(self, words: str, yes: str, no: str, *, severity: Severity = Severity.WARNING) -> None:
        """Ask that, in place of what was asked before."""
        self.withdraw()
        self._notice = Notice(severity, words, (NoticeAction(_YES, yes), NoticeAction(_NO, no)))
        self._notice.action_triggered.connect(self._on_answer)
        self._column.addWidget(self._notice)
        self.show()
        self._notice.button(_NO).setFocus(Qt.FocusReason.OtherFocusReason)

    def withdraw(self) -> None:
        """Ask no more."""
        self.hide()
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None

    def event(self, event: QEvent, /) -> bool:
        """Keep Esc from the window: there it means something else."""
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_answer(_NO)
        else:
            super().keyPressEvent(event)

    def _on_answer(self, key: str) -> None:
        self.withdraw()
        self.answered.emit(key == _YES)
