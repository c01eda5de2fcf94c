"""The band that says that no real phone rings, and what each ending of a number does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


class PracticeBand(QFrame):
    """`numbers`: the last four digits ("" for any other) with what they do, in English."""

    def __init__(self, numbers: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("band", True)
        self.setAccessibleName("Practice mode")
        words = QLabel(
            self.tr(
                "Practice mode: no real phone rings. Numbers ending 0001 answer, 0002 decline, 0003 ring out."
            )
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        more = QPushButton(self.tr("All numbers"))
        more.setCheckable(True)
        more.setFlat(True)
        more.toggled.connect(self._show_all)
        more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._all = QLabel("\n".join(self._line(*number) for number in numbers))
        self._all.setProperty("plain", True)
        self._all.setWordWrap(True)
        self._all.hide()
        row = QHBoxLayout()
        row.addWidget(words, stretch=1)
        row.addWidget(more)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 2, 8, 2)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._all)

    def _line(self, digits: str, description: str) -> str:
        ending = digits or self.tr("any other")
        return f"{ending}: {QCoreApplication.translate('Practice', description)}"

    def _show_all(self, is_wanted: bool) -> None:
        self._all.setVisible(is_wanted)
