"""Rows of two lines: what it is, and below it, pale, what more there is to say; an icon at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.colors import current_colors
from app.ui.theme import tabular

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

SECOND_LINE = Qt.ItemDataRole.UserRole + 1
"""The role of the second line: plain text."""
END_ICON = Qt.ItemDataRole.UserRole + 2
"""The role of a QIcon at the end of the row, or None."""
_PADDING = 12
_ABOVE = 6
_ICON = 16


class TwoLines(QStyledItemDelegate):
    """Paints plain text, whatever stands in it, cut off where it is too long."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex, /) -> QSize:
        return QSize(0, 2 * option.fontMetrics.lineSpacing() + 2 * _ABOVE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> None:
        colors = current_colors()
        self._paint_ground(painter, option)
        inside = option.rect.adjusted(_PADDING, _ABOVE, -_PADDING, -_ABOVE)
        end: QIcon | None = index.data(END_ICON)
        if end is not None:
            place = QRect(inside.right() - _ICON, option.rect.center().y() - _ICON // 2, _ICON, _ICON)
            end.paint(painter, place)
            inside.setRight(place.left() - 8)
        first, second = QRect(inside), QRect(inside)
        first.setHeight(inside.height() // 2)
        second.setTop(first.bottom() + 1)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        self._write(painter, first, strong, colors.text, str(index.data() or ""))
        self._write(painter, second, tabular(option.font), colors.muted, str(index.data(SECOND_LINE) or ""))

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        colors = current_colors()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colors.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colors.hover))

    @staticmethod
    def _write(painter: QPainter, place: QRect, font: QFont, color: str, text: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(color))
        elided = painter.fontMetrics().elidedText(
            " ".join(text.split()), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
