"""A switch of the settings, with what it does in a line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_BESIDE = 36
"""What the box and the distances take."""
INDENT = 30
"""So that the line stands below the switch's own words."""


class _Switch(QCheckBox):
    """Its words go on in a second line where one is too short."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        lines = [""]
        for word in self._words.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.fontMetrics().horizontalAdvance(longer) > event.size().width() - _BESIDE:
                lines.append(word)
            else:
                lines[-1] = longer
        text = "\n".join(lines)
        if text != self.text():
            self.setText(text)


class SwitchRow(QWidget):
    """`hint` says what the switch does; a screen reader says it too."""

    switched = Signal(bool)
    """By the operator, not by `set_on`."""

    def __init__(self, words: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = _Switch(words)
        self._box.setAccessibleName(words)
        self._box.clicked.connect(self.switched)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setProperty("tone", "muted")
        self._hint.setContentsMargins(INDENT, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._box)
        column.addWidget(self._hint)
        self.say(hint)

    @property
    def is_on(self) -> bool:
        """Whether it is on."""
        return self._box.isChecked()

    def set_on(self, on: bool) -> None:
        """Show it on or off; nobody is told."""
        self._box.setChecked(on)

    def say(self, hint: str) -> None:
        """Say `hint` below the switch."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._box.setAccessibleDescription(hint)
