"""The line below the number that says where it came from, what could not be taken along, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.elided_label import ElidedLabel
from app.ui.origin import origin_words
from app.ui.theme import restyle

if TYPE_CHECKING:
    from app.ui.origin import Origin

_LONGEST_BACK = 24


class OriginLine(QWidget):
    """Hidden while it has nothing to say. `back_pressed` brings the text that was replaced."""

    back_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._replaced = ""
        self._words = ElidedLabel()
        self._extension = ElidedLabel()
        restyle(self._words, tone="muted")
        restyle(self._extension, tone="amber")
        self._back = QPushButton()
        self._back.setFlat(True)
        self._back.clicked.connect(self._on_back)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._words, stretch=1, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._extension)
        self.hide()

    def text(self) -> str:
        """Return what it says; empty while it is hidden."""
        return " · ".join(filter(None, (self._words.text(), self._extension.text())))

    def say(self, origin: Origin | None, extension: str = "", replaced: str = "") -> None:
        """Say where the number came from, and offer the text that stood there before."""
        words = self.tr("Extension {extension} cannot be dialled by these providers; ask for it.")
        self._words.setText("" if origin is None else origin_words(origin))
        self._words.setVisible(origin is not None)
        self._extension.setText(words.format(extension=extension) if extension else "")
        self._extension.setVisible(bool(extension))
        self._replaced = replaced
        shown = replaced if len(replaced) <= _LONGEST_BACK else replaced[: _LONGEST_BACK - 1] + "…"
        self._back.setText(self.tr("Back to {number}").format(number=shown.replace("&", "&&")))
        self._back.setAccessibleName(self.tr("Back to {number}").format(number=replaced))
        self._back.setVisible(bool(replaced))
        self.setVisible(bool(self.text()))

    def clear(self) -> None:
        """Say nothing any more."""
        self.say(None)

    def _on_back(self) -> None:
        self.back_pressed.emit(self._replaced)
