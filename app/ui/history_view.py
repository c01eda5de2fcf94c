"""History below the live calls: a table one scrolls through, and from which a number is taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from app.ui.history_model import Column
from app.ui.icons import Icon, icon
from app.ui.theme import tabular

if TYPE_CHECKING:
    from app.domain.call import Call
    from app.ui.history_model import HistoryModel

ROW_HEIGHT = 36
_PADDING = 12
_LEAST_DETAIL = 120
"""With less room than that, what is known is left to the tool tip."""
_WIDEST = {
    Column.TIME: "00/00/00 00:00",
    Column.NUMBER: "+55 11 99999-00000",
    Column.KIND: "Audio 00:00",
    Column.OUTCOME: "? May have been placed",
}


class HistoryView(QTableView):
    """Shows a HistoryModel."""

    redial_requested = Signal(object)
    """A Call whose number should be filled in again; nothing is dialled by it."""

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(self.tr("History"))
        self.setFont(tabular(self.font()))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.activated.connect(self._on_activated)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self._menu = QMenu(self)
        self._menu.addAction(icon(Icon.REDIAL), self.tr("Redial"), self._redial)
        copy = self._menu.addAction(icon(Icon.COPY), self.tr("Copy number"), self._copy_number)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(copy)
        self._fit_columns()

    def selected_call(self) -> Call | None:
        """Return the call of the selected row."""
        rows = self.selectionModel().selectedRows()
        return self._model.call(rows[0].row()) if rows else None

    def _fit_columns(self) -> None:
        """Give each column what its widest text needs, and the last shown one the rest."""
        metrics = QFontMetrics(self.font())
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        for column, widest in _WIDEST.items():
            self.setColumnWidth(column, metrics.horizontalAdvance(widest) + 2 * _PADDING)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        needed = sum(self.columnWidth(column) for column in _WIDEST)
        self.setColumnHidden(Column.KIND, width < needed)
        self.setColumnHidden(Column.DETAIL, width < needed + _LEAST_DETAIL)

    def sizeHint(self) -> QSize:
        return QSize(480, 8 * ROW_HEIGHT)

    def _on_activated(self, index: QModelIndex) -> None:
        self.redial_requested.emit(self._model.call(index.row()))

    def _open_menu(self, position: QPoint) -> None:
        index = self.indexAt(position)
        if index.isValid():
            self.selectRow(index.row())
            self._menu.popup(self.viewport().mapToGlobal(position))

    def _redial(self) -> None:
        if (call := self.selected_call()) is not None:
            self.redial_requested.emit(call)

    def _copy_number(self) -> None:
        if (call := self.selected_call()) is not None:
            QGuiApplication.clipboard().setText(call.request.number.e164)
