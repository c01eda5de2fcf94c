"""The queue's entries in a table: looked through, and a number mended where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QVBoxLayout, QWidget

from app.ui import queue_words, table_look
from app.ui.queue_model import Column

if TYPE_CHECKING:
    from app.domain.queue import QueueEntry
    from app.ui.queue_model import QueueModel

translate = QCoreApplication.translate

_PADDING = 12
_RADIUS = 4
_LEAST_NAME = 96
_LEAST_WORDS = 110
"""A column of words with less room than that is left to the tool tip."""


class QueueTable(QTableView):
    """Shows a QueueModel. Enter or F2 mends the number of an entry that waits."""

    entry_chosen = Signal(object)
    """The QueueEntry in the current row, or None."""

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Entries of the queue"))
        table_look.set_up(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.horizontalHeader().setStretchLastSection(False)
        mend = QAction(self.tr("Mend the number"), self)
        mend.setShortcuts([QKeySequence("F2"), QKeySequence("Return"), QKeySequence("Enter")])
        mend.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        mend.triggered.connect(self.mend)
        self.addAction(mend)
        model.dataChanged.connect(self._tell)
        model.rowsInserted.connect(self._fit_columns)

    def mend(self) -> None:
        """Edit the number in the current row, if it can be."""
        index = self._model.index(self.currentIndex().row(), Column.NUMBER)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def show_place(self, place: int) -> None:
        """Go to the entry at that place."""
        if 0 < place <= self._model.rowCount():
            self.setCurrentIndex(self._model.index(place - 1, Column.PLACE))

    @property
    def is_used(self) -> bool:
        """Whether somebody looks through it, or mends a number."""
        return self.hasFocus() or self.state() is QAbstractItemView.State.EditingState

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self._tell()

    def _tell(self) -> None:
        self.entry_chosen.emit(self._current())

    def _current(self) -> QueueEntry | None:
        index = self.currentIndex()
        return self._model.entry(index.row()) if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Give number and state what they need, and the words the rest; what has no room is left out."""
        metrics = QFontMetrics(self.font())
        place = max(
            metrics.horizontalAdvance(text)
            for text in (self.tr("No."), queue_words.count(self._model.rowCount()))
        )
        widths = {
            Column.PLACE: place + 2 * _PADDING,
            Column.NUMBER: metrics.horizontalAdvance("+55 11 99999-0000") + 2 * _PADDING,
            Column.STATE: max(
                metrics.horizontalAdvance("● " + words)
                for words in (translate("Queue", "Cannot be read"), translate("Call", "Not answered"))
            )
            + 2 * _PADDING,
        }
        rest = self.viewport().width() - sum(widths.values())
        if rest < 0:
            widths[Column.STATE] += rest
            rest = 0
        shown = [Column.NAME] if rest >= _LEAST_NAME else []
        for column in (Column.NOTE, Column.NOTED):
            if shown and rest - _LEAST_NAME >= _LEAST_WORDS * len([*shown[1:], column]):
                shown.append(column)
        for column in (Column.NAME, Column.NOTE, Column.NOTED):
            self.setColumnHidden(column, column not in shown)
        for column in shown:
            widths[column] = rest // len(shown)
        if not shown:
            widths[Column.STATE] += rest
        for column, width in widths.items():
            self.setColumnWidth(column, width)


def framed(table: QTableView) -> QFrame:
    """Return a card with `table` in it."""
    card = QFrame()
    card.setProperty("card", True)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(1, _RADIUS, 1, _RADIUS)
    inside.addWidget(table)
    return card
