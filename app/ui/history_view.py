"""The history's table: one scrolls through it, and takes a call up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QTableView, QWidget

from app.ui import table_look
from app.ui.history_columns import Widths
from app.ui.history_delegate import NarrowDelegate
from app.ui.history_row import Column
from app.ui.table_look import ROW_HEIGHT
from app.ui.theme import restyle

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.domain.call import Call
    from app.ui.history_actions import CallActions
    from app.ui.history_model import HistoryModel

_STEPS = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})


class HistoryView(QTableView):
    """Shows a HistoryModel; `actions` are done with the selected call."""

    redial_requested = Signal(object)
    """A Call whose number should be filled in again; nothing is dialled by it."""
    selection_changed = Signal(object)
    """The Call that is selected, or None."""

    def __init__(self, model: HistoryModel, actions: CallActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._actions = actions
        self._selected: str | None = None
        self._names_accounts = False
        self.setModel(model)
        self.setAccessibleName("History")
        table_look.set_up(self)
        self._widths = Widths(self.font())
        self._delegate = NarrowDelegate(self)
        for column in (Column.TIME, Column.NUMBER):
            self.setItemDelegateForColumn(column, self._delegate)
        self.addActions(actions.with_keys)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._connect()
        self._fit_columns()

    def _connect(self) -> None:
        self.customContextMenuRequested.connect(self._open_menu)
        self.activated.connect(self._on_activated)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._model.modelReset.connect(self._select_again)
        self._model.dataChanged.connect(self._on_data_changed)
        self._model.shown.connect(self._fit_columns)

    def selected_call(self) -> Call | None:
        """Return the call of the selected row."""
        rows = self.selectionModel().selectedRows()
        return self._model.call(rows[0].row()) if rows else None

    def select_first(self) -> None:
        """Have the focus, with a row selected: the newest, unless there is one already."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.selected_call() is None and self._model.rowCount():
            self.selectRow(0)

    def name_accounts(self, names_accounts: bool) -> None:
        """Have a column for the account, where there is room, or none."""
        self._names_accounts = names_accounts
        self._fit_columns()

    # --- columns --------------------------------------------------------------------------------------

    def _fit_columns(self) -> None:
        """Give each column what its widest text needs, and the last shown one the rest."""
        widths = self._widths.within(
            self.viewport().width(), names=self._model.has_names, accounts=self._names_accounts
        )
        for column in Column:
            self.setColumnHidden(column, column not in widths)
            if column in widths and self.columnWidth(column) != widths[column]:
                self.setColumnWidth(column, widths[column])
        self._delegate.names_people = Column.NAME not in widths
        self._delegate.marks_notes = Column.DETAIL not in widths
        is_narrow = self._widths.is_narrow(self.viewport().width())
        if is_narrow != self._delegate.is_short:
            self._delegate.is_short = is_narrow
            restyle(self, narrow=is_narrow)
            restyle(self.horizontalHeader())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def sizeHint(self) -> QSize:
        return QSize(480, 8 * ROW_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 2 * ROW_HEIGHT)

    # --- keys and selection ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have the first step select the row that is already the current one, though nothing shows it."""
        is_step = event.key() in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_step and self.selected_call() is None and self._model.rowCount():
            current = self.currentIndex()
            self.selectRow(current.row() if current.isValid() else 0)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str, /) -> None:
        """Select nothing by its time: what is typed is looked for in the search."""

    def _on_activated(self, index: QModelIndex) -> None:
        self.redial_requested.emit(self._model.call(index.row()))

    def _open_menu(self, position: QPoint) -> None:
        index = self.indexAt(position)
        if index.isValid():
            self.selectRow(index.row())
            self._actions.menu.popup(self.viewport().mapToGlobal(position))

    def _on_selected(self) -> None:
        call = self.selected_call()
        if call is not None or self._model.rowCount():
            self._selected = call.id if call else None
        self._show_selected(call)

    def _show_selected(self, call: Call | None) -> None:
        self._actions.set_call(call)
        self.selection_changed.emit(call)

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Have the actions know the newest step of the selected call."""
        call = self.selected_call()
        row = self._model.row_of(call.id) if call else None
        if row is not None and first.row() <= row <= last.row():
            self._actions.set_call(call)

    def _select_again(self) -> None:
        """Select the same call as before other ones came, if it is still among them."""
        row = self._model.row_of(self._selected) if self._selected else None
        if row is None:
            self._selected = None
            self._show_selected(None)
        else:
            flags = QItemSelectionModel.SelectionFlag
            index = self._model.index(row, 0)
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _on_scrolled(self, value: int) -> None:
        call = self.selected_call()
        if value == 0 and (call is None or (self._model.row_of(call.id) or 0) < ROW_HEIGHT):
            self._model.trim()
