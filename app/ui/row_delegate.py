"""Paints the cells of a table so that the chosen row keeps their colours: an outcome stays red or green."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QPalette
from PySide6.QtWidgets import QStyledItemDelegate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Takes the colour that the model gives also where the row is selected."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index, /) -> None:
        super().initStyleOption(option, index)
        color = index.data(Qt.ItemDataRole.ForegroundRole)
        if color is not None:
            cell: Any = option  # the stubs leave out what an option holds
            palette = QPalette(cell.palette)
            palette.setBrush(QPalette.ColorRole.HighlightedText, QBrush(color))
            cell.palette = palette
