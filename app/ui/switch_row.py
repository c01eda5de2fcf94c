"""A switch of the settings, with what it does in a line below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

_INDENT = 30
"""So that the line stands below the switch's own words."""


class SwitchRow(QWidget):
    """`hint` says what the switch does; a screen reader says it too."""

    switched = Signal(bool)
    """By the operator, not by `set_on`."""

    def __init__(self, words: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QCheckBox(words)
        self._box.setAccessibleName(words)
        self._box.clicked.connect(self.switched)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setProperty("tone", "muted")
        self._hint.setContentsMargins(_INDENT, 0, 0, 0)
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
