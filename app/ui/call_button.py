"""The button that calls. It says the whole of what it will do, on two lines where one is too short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.icons import Icon, Tint, icon

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_ICON = QSize(26, 18)
"""Wider than the icon: room before the text."""
_BESIDE = 24
"""What the frame and its padding take."""


class CallButton(QPushButton):
    """Its accessible name stays "Call"; the sentence is its description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = ""
        self.setProperty("primary", True)
        self.setAccessibleName("Call")
        self.setIcon(icon(Icon.PHONE, Tint.ON_ACCENT))
        self.setIconSize(_ICON)
        self.setAutoDefault(False)

    def say(self, sentence: str) -> None:
        """Say what a press will do."""
        if sentence != self._sentence:
            self._sentence = sentence
            self.setAccessibleDescription(sentence)
            self.setToolTip(sentence)
            self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - _ICON.width() - _BESIDE
        text = self._sentence
        if self.fontMetrics().horizontalAdvance(text) > room:
            text = min((f"{a}\n{b}" for a, b in _halves(text)), key=self._widest, default=text)
        if text != self.text():
            self.setText(text)

    def _widest(self, text: str) -> int:
        return max(self.fontMetrics().horizontalAdvance(line) for line in text.splitlines())


def _halves(text: str) -> list[tuple[str, str]]:
    """Return every way to break `text` at a space, but not within a number."""
    return [
        (text[:at], text[at + 1 :])
        for at, sign in enumerate(text)
        if sign == " " and not (text[at - 1].isdigit() and text[at + 1].isdigit())
    ]
