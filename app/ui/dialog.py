"""What Toque's dialogs have in common: the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Dialog(QDialog):
    """Has Enter press the button that has the focus; none is pressed unasked."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif isinstance(focus := self.focusWidget(), QAbstractButton) and not event.isAutoRepeat():
            focus.click()
