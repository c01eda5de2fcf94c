"""A line below a field that says one thing, with an icon; it is not there while there is nothing to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui.icons import IconLabel
from app.ui.theme import restyle

if TYPE_CHECKING:
    from app.ui.icons import Icon, Tint


class Remark(QWidget):
    """Wraps over as many lines as the sentence needs."""

    def __init__(self, sign: Icon, tone: Tint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        restyle(self._words, tone=tone.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel(sign, tone, side=16), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, stretch=1)
        self.hide()

    def words(self) -> str:
        """Return what is said."""
        return self._words.text()

    def say(self, sentence: str) -> None:
        """Say `sentence`; nothing if it is empty."""
        if sentence != self._words.text():
            self._words.setText(sentence)
            self.setVisible(bool(sentence))
