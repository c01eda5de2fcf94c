"""What stands in the place of a history that has nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

_MARGIN = 16


class NoMatch(QWidget):
    """Says that there are calls, but none like that, and offers the way back to them."""

    show_all_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = muted(self.tr("No call matches."))
        words.setContentsMargins(0, 0, 0, 0)
        show_all = QPushButton(self.tr("Show all calls"))
        show_all.setAutoDefault(False)
        show_all.clicked.connect(self.show_all_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(show_all, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)


def muted(words: str) -> QLabel:
    """Return a quiet line, at the top of its place."""
    label = QLabel(words)
    label.setProperty("tone", "muted")
    label.setWordWrap(True)
    label.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label
