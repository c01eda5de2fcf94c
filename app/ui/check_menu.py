"""A menu of several things that may be checked at once: it stays open while one checks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

_CHECKS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class CheckMenu(QMenu):
    """Closed with Esc or a click elsewhere."""

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        action = self.activeAction()
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        action = self.activeAction()
        if event.key() in _CHECKS and action is not None and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)
