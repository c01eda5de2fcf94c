"""What the settings of the history have in common: controls in a line, a hint, a question, and trouble."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.accessibility import announce
from app.ui.icons import Icon, Tint
from app.ui.inline_question import InlineQuestion
from app.ui.remark import Remark
from app.ui.set_by_administrator import set_by_administrator
from app.ui.theme import restyle

if TYPE_CHECKING:
    from app.services.policy import Policy


class HistorySetting(QWidget):
    """Lays its parts out, one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self._question = InlineQuestion()
        self._trouble = Remark(Icon.ALERT, Tint.RED)

    def _lay_out(self, title: str, wide: QWidget, other: QWidget, hint: str, *more: QWidget) -> None:
        """Put `wide` and `other` below `title`, then the hint and the question, and `more` below that."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(wide, stretch=1)
        row.addWidget(other)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(title, row)
        hint_label = QLabel(hint)
        hint_label.setWordWrap(True)
        restyle(hint_label, tone="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(form)
        for part in (hint_label, self._question, *more, self._trouble):
            column.addWidget(part)

    def _say_set(self, policy: Policy, *, is_set: bool) -> None:
        """Say below the rest where it comes from that this cannot be changed."""
        column = self.layout()
        if is_set and column is not None:
            column.addWidget(set_by_administrator(policy, self))

    def _complain(self, words: str) -> None:
        self._trouble.say(words)
        if words:
            announce(self, words, urgent=True)
