"""Entering seconds: a spin box that takes what is typed, and a slider; neither minds a passing wheel."""

from __future__ import annotations

import re

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QSlider, QSpinBox, QWidget

_WHOLE = re.compile(r"[+\-−]?\d{1,9}")
_UNFINISHED = re.compile(r"[+\-−]?\d*[.,]?\d*")
_BEGINNINGS = frozenset({"", "+", "-", "−"})


class SecondsBox(QSpinBox):
    """Whole seconds.

    `typed(int)` brings every whole number as it is typed or pasted, also one outside the bounds: the box
    shows the nearest bound once the entry is finished. `emptied` and `misread` (a fraction, say) tell that
    the text is no whole number and `value()` counts again; it is shown when the entry is finished.
    `refused` tells of letters, which never get in. `valueChanged` comes with the arrow keys, and at the end
    of an entry.
    """

    typed = Signal(int)
    emptied = Signal()
    misread = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSuffix(self.tr(" s"))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        self.setMinimumWidth(72)
        self.lineEdit().setTextMargins(8, 0, 8, 0)
        self.lineEdit().textEdited.connect(self._on_edited)
        self.lineEdit().inputRejected.connect(self.refused)
        self.lineEdit().setAcceptDrops(False)  # what is dropped here is not meant for the seconds

    def set_bounds(self, shortest: int, longest: int) -> None:
        """Set what the box may show."""
        with QSignalBlocker(self):
            self.setRange(shortest, longest)

    def show_seconds(self, seconds: int) -> None:
        """Show `seconds` without a signal."""
        with QSignalBlocker(self):
            self.setValue(seconds)

    def validate(self, text: str, position: int, /) -> tuple[QValidator.State, str, int]:
        written = self._written(text)
        if _WHOLE.fullmatch(written) and self.minimum() <= _seconds(written) <= self.maximum():
            return QValidator.State.Acceptable, text, position
        if _UNFINISHED.fullmatch(written):
            return QValidator.State.Intermediate, text, position
        return QValidator.State.Invalid, text, position

    def fixup(self, text: str, /) -> str:
        written = self._written(text)
        if not _WHOLE.fullmatch(written):
            self.misread.emit()
            return self.textFromValue(self.value()) + self.suffix()
        clamped = max(self.minimum(), min(self.maximum(), _seconds(written)))
        return self.textFromValue(clamped) + self.suffix()

    def valueFromText(self, text: str, /) -> int:
        return _seconds(self._written(text))

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _written(self, text: str) -> str:
        """Return `text` without the unit, which is there twice where seconds with their unit were pasted."""
        unit = self.suffix().strip()
        return text.strip().removesuffix(unit).strip().removesuffix(unit).strip()

    def _on_edited(self, text: str) -> None:
        written = self._written(text)
        if _WHOLE.fullmatch(written):
            self.typed.emit(_seconds(written))
        elif written in _BEGINNINGS:
            self.emptied.emit()
        else:
            self.misread.emit()


class PatientSlider(QSlider):
    """A slider that the mouse wheel moves only once it has the focus."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def _seconds(written: str) -> int:
    return int(written.replace("−", "-"))
