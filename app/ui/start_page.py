"""What the right half offers before there is an account and a call."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.icons import Icon, Tint, icon


class StartPage(QWidget):
    """Offers the two ways to begin."""

    add_account_pressed = Signal()
    practice_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("To place calls, Toque needs an account at a call provider."))
        title.setProperty("strong", True)
        words = QLabel(
            self.tr(
                "Its token stays in this computer's keyring. "
                "Or look around first: in practice mode no real phone rings."
            )
        )
        words.setProperty("tone", "muted")
        for label in (title, words):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        add = QPushButton(icon(Icon.USER_PLUS, Tint.ON_ACCENT), self.tr("Add an account"))
        add.setAccessibleName("Add account")
        add.setProperty("primary", True)
        add.setIconSize(QSize(26, 18))
        add.clicked.connect(self.add_account_pressed)
        practice = QPushButton(self.tr("Try it in practice mode"))
        practice.setAccessibleName("Practice mode")
        practice.clicked.connect(self.practice_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(8)
        column.addWidget(_stacked(add, practice), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)


def _stacked(*buttons: QPushButton) -> QWidget:
    """Return the buttons, equally wide. Their own least width is the style sheet's."""
    stack = QWidget()
    stack.setMinimumWidth(240)
    column = QVBoxLayout(stack)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for button in buttons:
        column.addWidget(button)
    return stack
