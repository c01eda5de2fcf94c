"""Paints what is shorter in a narrow history: the time, a name for its number, a mark for a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt

from app.ui.history_row import Column, Role
from app.ui.icons import Icon, Tint, icon
from app.ui.row_delegate import RowDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

MARK = 14
"""The width of the mark, with its distance."""
_SIDE = 12
_BEFORE_TEXT = 8
_Index = QModelIndex | QPersistentModelIndex


class NarrowDelegate(RowDelegate):
    """For the columns of time and number.

    `is_short`: an earlier day has no time. `names_people`, `marks_notes`: no column beside the number says
    who that is, or what was noted.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_short = False
        self.names_people = False
        self.marks_notes = False
        self._note = icon(Icon.NOTE, Tint.MUTED)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index, /) -> None:
        super().initStyleOption(option, index)
        cell: Any = option  # the stubs leave out what an option holds
        if index.column() == Column.TIME:
            cell.text = index.data(Role.SHORT_TIME) if self.is_short else cell.text
        else:
            cell.text = (self.names_people and index.data(Role.NAME)) or cell.text
            if self._has_mark(index):
                room = cell.rect.width() - MARK - _BEFORE_TEXT
                cell.text = cell.fontMetrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, room)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        super().paint(painter, option, index)
        if self._has_mark(index):
            cell: Any = option
            place = QRect(0, 0, _SIDE, _SIDE)
            place.moveCenter(cell.rect.center())
            place.moveRight(cell.rect.right() - 1)
            self._note.paint(painter, place)

    def _has_mark(self, index: _Index) -> bool:
        return self.marks_notes and index.column() == Column.NUMBER and bool(index.data(Role.HAS_NOTE))
