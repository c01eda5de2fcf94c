"""Rows of a file in a table: as they would be read, and afterwards those that were left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from app.ui import table_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_ROW_HEIGHT = 32
_AROUND = 6
_LEADING_PART = 0.5
"""Of the width: what the columns before the last may take."""


class FileRows(QTableWidget):
    """One Tab stop, read only. The last column takes what room is left, and as many lines as it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        table_look.set_up(self, _ROW_HEIGHT)
        self.setWordWrap(True)
        self.setMinimumHeight(5 * _ROW_HEIGHT)
        self._widths: Sequence[int] = ()

    def begin(self, titles: Sequence[str], widths: Sequence[int]) -> None:
        """Show nothing below `titles`; `widths` are those of all columns but the last."""
        self.setRowCount(0)
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels(list(titles))
        self._widths = widths
        self._fit()

    def add(self, *cells: str, color: str = "", first: str = "") -> None:
        """Show a row; `color` is that of its last cell, `first` that of the first."""
        row = self.rowCount()
        self.insertRow(row)
        for column, text in enumerate(cells):
            item = QTableWidgetItem(" ".join(text.splitlines()))
            item.setToolTip(text)
            if shade := color if column == len(cells) - 1 else first if column == 0 else "":
                item.setForeground(QColor(shade))
            self.setItem(row, column, item)
        self._fit_row(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        too_much = max(0, sum(self._widths) - round(_LEADING_PART * self.viewport().width()))
        for column, width in enumerate(self._widths):
            is_last = column == len(self._widths) - 1
            self.setColumnWidth(column, max(width // 2, width - too_much) if is_last else width)
        for row in range(self.rowCount()):
            self._fit_row(row)

    def _fit_row(self, row: int) -> None:
        self.setRowHeight(row, max(_ROW_HEIGHT, self.sizeHintForRow(row) + _AROUND))
