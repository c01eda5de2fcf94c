"""Which column of a table is what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.table import TablePreview

_SAMPLE_SHOWN = 24
_LABEL_HEIGHT = 36
"""As high as the field beside it."""


class ColumnChoices(QWidget):
    """Lets a column be chosen for each thing that is asked for, in a line each."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._combos: list[QComboBox] = []
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(8)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def ask(self, words: str, name: str) -> QComboBox:
        """Ask for one more; the first has to be some column, the others need not be there."""
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setMinimumContentsLength(8)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.activated.connect(self._on_activated)
        self._combos.append(combo)
        self.add_line(words, combo)
        return combo

    def add_line(self, words: str, field: QWidget) -> None:
        """Have another field below."""
        label = QLabel(words)
        label.setMinimumHeight(_LABEL_HEIGHT)
        label.setBuddy(field)
        self._form.addRow(label, field)

    def offer(self, table: TablePreview, *chosen: int | None) -> None:
        """Offer the columns of `table`, and have these chosen."""
        titles = self.titles(table)
        for combo, place in zip(self._combos, chosen, strict=True):
            combo.clear()
            if combo is not self._combos[0]:
                combo.addItem(self.tr("None"), None)
            for column, title in enumerate(titles):
                combo.addItem(title, column)
            combo.setCurrentIndex(max(0, combo.findData(place)))
        self._combos[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> tuple[int | None, ...]:
        """The places of the columns, from 0, in the order in which they were asked for."""
        return tuple(combo.currentData() for combo in self._combos)

    def titles(self, table: TablePreview) -> list[str]:
        """Return the columns' titles; where one has none, its place and what stands first in it."""
        width = max(1, table.width, *map(len, [*table.rows, table.header or ()]))
        return [self._title(table, place) for place in range(width)]

    def _title(self, table: TablePreview, place: int) -> str:
        if name := _cell(table.header or (), place):
            return name
        numbered = self.tr("Column {number}").format(number=place + 1)
        sample = _cell(table.rows[0], place)[:_SAMPLE_SHOWN] if table.rows else ""
        return f"{numbered} ({sample})" if sample else numbered

    def _on_activated(self) -> None:
        self.changed.emit()


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""
