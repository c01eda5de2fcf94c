"""A long piece of work: what it is, how far it is, and a button to give it up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

_STEPS = 1000


class WorkingBar(QWidget):
    """Is there while the work goes on. `progress` and `is_cancelled` are what the work asks for."""

    cancelled = Signal()
    _stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_cancelled = False
        self._step = 0
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _STEPS)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.cancel)
        self._stepped.connect(self._bar.setValue)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(column, stretch=1)
        row.addWidget(self._cancel)
        self.hide()

    def begin(self, words: str) -> None:
        """Say what begins."""
        self._is_cancelled = False
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setValue(0)
        self._step = 0
        self._cancel.setEnabled(True)
        self.show()

    def say(self, words: str) -> None:
        """Say how far it is in words, in place of what began."""
        self._words.setText(words)

    def focus_cancel(self) -> None:
        """Have the focus where the work can be given up."""
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Go away: the work is over."""
        self.hide()

    def cancel(self) -> None:
        """Have the work given up; it is over when `end` is called."""
        self._is_cancelled = True
        self._cancel.setEnabled(False)
        self.cancelled.emit()

    def progress(self, part: float) -> None:
        """Show how much is done, 0 to 1; may be called in any thread."""
        if (step := round(part * _STEPS)) != self._step:
            self._step = step
            self._stepped.emit(step)

    def is_cancelled(self) -> bool:
        """Whether to give up; may be asked in any thread."""
        return self._is_cancelled
