"""The audio zone before there is a sound: an invitation, and a file that is being made ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.ui.elided_label import ElidedLabel
from app.ui.icons import Icon, IconLabel, Tint
from app.ui.theme import restyle

if TYPE_CHECKING:
    from app.services.file_choice import Preparing

_WHOLE = 100


class Invitation(QWidget):
    """Says that a file can be dropped here."""

    def __init__(self) -> None:
        super().__init__()
        words = QLabel(self.tr("Drop an audio file here"))
        restyle(words, tone="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        for part in (IconLabel(Icon.SOUND, Tint.MUTED, side=28), words):
            column.addWidget(part, alignment=Qt.AlignmentFlag.AlignHCenter)


class PreparingView(QWidget):
    """How far a file is, and the way to give it up."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = ElidedLabel(most=1)
        restyle(self._name, strong=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, _WHOLE)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Making the sound ready"))
        self._words = QLabel(self.tr("Making it ready…"))
        restyle(self._words, tone="muted")
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(self._words, stretch=1)
        row.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addWidget(self._bar)
        column.addLayout(row)

    def show_progress(self, preparing: Preparing | None) -> None:
        """Show how far it is; nothing while no file is being made ready."""
        if preparing is not None:
            self._name.setText(preparing.name)
            self._bar.setValue(round(preparing.fraction * _WHOLE))
        self.setVisible(preparing is not None)
