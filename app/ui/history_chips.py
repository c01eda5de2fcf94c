"""How many calls were found, and each filter that is set, in words and with the way to take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.ui.flow_layout import FlowLayout
from app.ui.history_words import Part, choice_words
from app.ui.icons import Icon, Tint, icon
from app.ui.theme import restyle, tabular

if TYPE_CHECKING:
    from app.ui.history_choice import HistoryChoice

_WIDEST = 260
_BESIDE = 56


class HistoryChips(QWidget):
    """Is there while something is looked for."""

    removed = Signal(object)
    """The Part that is to be taken away."""
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[Part, QPushButton] = {}
        self._found = QLabel()
        self._found.setFont(tabular(self.font()))
        self._found.setMinimumHeight(36)
        self._found.setContentsMargins(4, 0, 4, 0)
        restyle(self._found, tone="muted")
        self._clear = QPushButton(self.tr("Clear filters"))
        self._clear.setFlat(True)
        self._clear.setAutoDefault(False)
        self._clear.clicked.connect(self.cleared)
        flow = FlowLayout()
        flow.setContentsMargins(8, 0, 8, 8)
        flow.addWidget(self._found)
        self.setLayout(flow)
        for part in Part:
            self._chips[part] = self._chip(part)
            flow.addWidget(self._chips[part])
        flow.addWidget(self._clear)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def _chip(self, part: Part) -> QPushButton:
        chip = QPushButton(icon(Icon.CLOSE, Tint.MUTED), "")
        chip.setProperty("chip", True)
        chip.setProperty("part", part.value)
        chip.setIconSize(QSize(14, 14))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross behind the words
        chip.setAutoDefault(False)
        chip.clicked.connect(self._on_removed)
        return chip

    def show_choice(self, text: str, choice: HistoryChoice, *, elsewhere: bool) -> None:
        """Show what is set beside the text that is looked for; only the person if it stands `elsewhere`."""
        words = choice_words(choice)
        for part, chip in self._chips.items():
            shown = words.get(part, "") if part is Part.PERSON or not elsewhere else ""
            elided = chip.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, _WIDEST - _BESIDE)
            chip.setText(elided)
            chip.setToolTip(self.tr("Remove the filter “{filter}”").format(filter=shown))
            chip.setAccessibleName(self.tr("Remove the filter “{filter}”").format(filter=shown))
            chip.setVisible(bool(shown))
        self._clear.setVisible(bool(words))
        self.setVisible(bool(words) or bool(text.strip()))
        self.updateGeometry()

    def show_found(self, words: str) -> None:
        """Say how many calls were found."""
        if words != self._found.text():
            self._found.setText(words)
            self.updateGeometry()

    def found_words(self) -> str:
        """Return what is said of how many there are."""
        return self._found.text()

    def _on_removed(self) -> None:
        chip = self.sender()
        if isinstance(chip, QPushButton):
            self.removed.emit(Part(chip.property("part")))
