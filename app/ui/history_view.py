"""History below the live calls: a table one scrolls through, and from which a number is taken up again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from app.ui import wording
from app.ui.history_model import Column
from app.ui.icons import Icon, icon
from app.ui.theme import tabular

if TYPE_CHECKING:
    from app.domain.call import Call
    from app.ui.history_model import HistoryModel

translate = QCoreApplication.translate

ROW_HEIGHT = 36
_PADDING = 12
_LEAST_DETAIL = 120
"""With less room than that, what is known is left to the tool tip."""


class HistoryView(QTableView):
    """Shows a HistoryModel."""

    redial_requested = Signal(object)
    """A Call whose number should be filled in again; nothing is dialled by it."""
    details_requested = Signal(object)
    """A Call of which everything should be shown."""
    selection_changed = Signal(bool)
    """Whether a call is selected."""

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._widths: dict[Column, int] = {}
        self.setModel(model)
        self.setAccessibleName("History")
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
        self._menu.addAction(icon(Icon.REDIAL), self.tr("Redial"), self.redial)
        details = self._menu.addAction(icon(Icon.INFO), self.tr("Details"), self.show_details)
        details.setShortcuts([QKeySequence("Alt+Return"), QKeySequence("Alt+Enter")])
        details.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(details)
        copy = self._menu.addAction(icon(Icon.COPY), self.tr("Copy number"), self._copy_number)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(copy)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self._fit_columns()

    def selected_call(self) -> Call | None:
        """Return the call of the selected row."""
        rows = self.selectionModel().selectedRows()
        return self._model.call(rows[0].row()) if rows else None

    def _fit_columns(self) -> None:
        """Give each column what its widest text needs, and the last shown one the rest.

        Where there is too little room, the time has what today's needs, and an earlier day is cut off.
        """
        metrics = QFontMetrics(self.font())
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        for column, texts in _long_texts().items():
            self._widths[column] = max(map(metrics.horizontalAdvance, texts)) + 2 * _PADDING
            self.setColumnWidth(column, self._widths[column])
        self._clock_width = (
            metrics.horizontalAdvance(wording.clock_time(_long_ago(), seconds=False)) + 2 * _PADDING
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, needed = self.viewport().width(), sum(self._widths.values())
        self.setColumnHidden(Column.KIND, width < needed)
        self.setColumnHidden(Column.DETAIL, width < needed + _LEAST_DETAIL)
        left = width - self._widths[Column.NUMBER]
        time = max(self._clock_width, min(self._widths[Column.TIME], left - self._widths[Column.OUTCOME]))
        self.setColumnWidth(Column.TIME, time)
        self.setColumnWidth(Column.OUTCOME, min(self._widths[Column.OUTCOME], max(0, left - time)))

    def sizeHint(self) -> QSize:
        return QSize(480, 8 * ROW_HEIGHT)

    def _on_activated(self, index: QModelIndex) -> None:
        self.redial_requested.emit(self._model.call(index.row()))

    def _open_menu(self, position: QPoint) -> None:
        index = self.indexAt(position)
        if index.isValid():
            self.selectRow(index.row())
            self._menu.popup(self.viewport().mapToGlobal(position))

    def redial(self) -> None:
        """Ask for the selected call again."""
        if (call := self.selected_call()) is not None:
            self.redial_requested.emit(call)

    def show_details(self) -> None:
        """Ask for everything about the selected call."""
        if (call := self.selected_call()) is not None:
            self.details_requested.emit(call)

    def _on_selected(self) -> None:
        self.selection_changed.emit(self.selected_call() is not None)

    def _copy_number(self) -> None:
        if (call := self.selected_call()) is not None:
            QGuiApplication.clipboard().setText(call.request.number.e164)


def _long_texts() -> dict[Column, tuple[str, ...]]:
    """Return the longest texts that are usual in each column but the last."""
    return {
        Column.TIME: (wording.day_and_time(_long_ago()),),
        Column.NUMBER: ("+55 11 99999-0000",),
        Column.KIND: (
            translate("Call", "Audio") + " 00:00",
            translate("Call", "Ring {seconds} s").format(seconds=60),
        ),
        Column.OUTCOME: (
            "? " + translate("Call", "May have been placed"),
            "○ " + translate("Call", "Should be ringing"),
        ),
    }


def _long_ago() -> datetime:
    return datetime.now(UTC).astimezone().replace(year=2020, month=10, day=28, hour=22, minute=58)
