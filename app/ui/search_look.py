"""How every line that searches looks: a magnifier in front, and a cross that clears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from app.ui.icons import Icon, Tint, icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def look_like_search(line: QLineEdit) -> None:
    """Give `line` the look; call it once."""
    line.setProperty("search", True)
    line.addAction(icon(Icon.SEARCH, Tint.MUTED), QLineEdit.ActionPosition.LeadingPosition)
    line.setClearButtonEnabled(True)
    if (clear := _clear_action(line)) is not None:
        clear.setIcon(icon(Icon.CLOSE, Tint.MUTED))


def _clear_action(line: QWidget) -> QAction | None:
    """Return Qt's own, whose icon is black in every theme."""
    found = line.findChild(QAction, "_q_qlineeditclearaction")
    return found if isinstance(found, QAction) else None
