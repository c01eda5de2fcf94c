"""History as a table model: newest first, fetched page by page as one scrolls, kept up live."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from app.services.history import EVERY_CALL
from app.ui.history_choice import lets_through
from app.ui.history_names import NoNames
from app.ui.history_query import PAGE, HistoryQuery
from app.ui.history_row import Column, RowWords, column_title
from app.ui.history_rows import HistoryRows
from app.ui.latest_calls import LatestCalls

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from app.domain.call import Call
    from app.services.history import History, HistoryFilter
    from app.services.tasks import Tasks
    from app.ui.history_names import Names
    from app.ui.history_query import Found

log = logging.getLogger(__name__)

_KEPT = 2 * PAGE
"""Calls that stay fetched when one is back at the top."""
_TRIMMED_FROM = 10 * PAGE
_AGAIN_MS = 300
"""A search is asked again that long after a call has changed, of which only history knows if it is meant."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class HistoryModel(QAbstractTableModel):
    """The calls of this profile, or those of them that are looked for."""

    unreadable = Signal(object)
    """A sentence: history cannot be read. As `News.trouble_heard`."""
    shown = Signal()
    """What was asked for last is what the rows show now; told also when their number has changed."""

    def __init__(self, history: History, tasks: Tasks, names: Names | None = None) -> None:
        super().__init__()
        self._words = RowWords(names or NoNames())
        self._query = HistoryQuery(history, names or NoNames(), tasks, self)
        self._rows = HistoryRows()
        self._meanwhile: dict[str, Call] = {}
        self._which = EVERY_CALL
        self._has_begun = self._has_more = self._is_refresh = False
        self._count: int | None = None
        self._has_failed = False
        self._latest = LatestCalls()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._query.found.connect(self._on_found)
        self._query.counted.connect(self._on_counted)
        self._query.failed.connect(self._on_failed)
        self._again.timeout.connect(self.refresh)

    # --- what is shown --------------------------------------------------------------------------------

    def begin(self) -> None:
        """Fetch the newest calls: the history is open."""
        self._has_begun = True
        self._ask(is_refresh=False)

    def look_for(self, which: HistoryFilter) -> None:
        """Show only the calls meant. Until they are known, what is shown stays."""
        if which != self._which:
            self._which = which
            self._ask(is_refresh=False)

    def refresh(self) -> None:
        """Ask again for what is shown: history has changed. Who has scrolled down stays there."""
        self._ask(is_refresh=True)

    @property
    def which(self) -> HistoryFilter:
        """What is looked for."""
        return self._which

    @property
    def is_settled(self) -> bool:
        """Whether the rows are the answer to what was asked last."""
        return not (self._query.is_asking or self._again.isActive())

    @property
    def has_failed(self) -> bool:
        """Whether what was asked last could not be read: the rows are those of before."""
        return self._has_failed

    @property
    def count(self) -> int | None:
        """How many calls are meant in all; None while that is not known."""
        return len(self._rows) if not self._has_more else self._count

    @property
    def latest(self) -> tuple[Call, ...]:
        """The newest calls of all, whatever is looked for."""
        return self._latest.calls

    @property
    def has_names(self) -> bool:
        """Whether somebody among the rows has a name."""
        return self._words.has_names

    def call(self, row: int) -> Call:
        """Return the call shown in that row."""
        return self._rows[row]

    def row_of(self, call_id: str) -> int | None:
        """Return the row of a call, None where it is not shown."""
        return self._rows.row_of(call_id)

    def show_call(self, call: Call) -> None:
        """Show a call's newest step: in its row, or in a new one if it is meant."""
        self._latest.take(call)
        if self._query.is_asking:
            self._meanwhile[call.id] = call
        row = self._rows.row_of(call.id)
        if row is not None:
            self._rows.put(row, call)
            self._changed(row)
        elif self._which.text:
            if self._has_begun:
                self._again.start()
        elif lets_through(self._which, call):
            self._insert(call)

    def forget(self, call_ids: Collection[str]) -> None:
        """Take away calls that have been deleted."""
        self._latest.forget(call_ids)
        for call_id in call_ids:
            self._meanwhile.pop(call_id, None)
            if (row := self._rows.row_of(call_id)) is not None:
                self.beginRemoveRows(_NOWHERE, row, row)
                self._rows.remove(row, row)
                self.endRemoveRows()
                self._count_by(-1)
        self.shown.emit()

    def forget_before(self, before: datetime) -> None:
        """Show what is left after everything before then has been deleted."""
        self._latest.forget_before(before)
        self._ask(is_refresh=False)

    def trim(self) -> None:
        """Give back what was fetched while scrolling, if it is much: one is back at the top."""
        if len(self._rows) > _TRIMMED_FROM:
            last = len(self._rows) - 1
            self.beginRemoveRows(_NOWHERE, _KEPT, last)
            if not self._has_more:
                self._has_more, self._count = True, last + 1
            self._rows.remove(_KEPT, last)
            self.endRemoveRows()

    def name_accounts(self, names_accounts: bool) -> None:
        """Say of each call, or do not say, which account it went through."""
        self._words.names_accounts = names_accounts
        self._all_changed()

    def refresh_names(self) -> None:
        """Show the names anew: the contacts have changed."""
        self._words.has_names = False
        self._words.note_names(self._rows[row] for row in range(len(self._rows)))
        self._all_changed()
        self.shown.emit()
        if self._which.text and self._has_begun:
            self._again.start()

    # --- Qt's interface -------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._has_more and not self._query.is_asking

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent) and self._rows.last is not None:
            self._meanwhile.clear()
            self._query.go_on(self._rows.last.id)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return column_title(Column(section))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        return self._words.data(self._rows[index.row()], Column(index.column()), role)

    # --- kept up --------------------------------------------------------------------------------------

    def _ask(self, *, is_refresh: bool) -> None:
        if not self._has_begun:
            return
        self._is_refresh = is_refresh and (self._is_refresh or not self._query.is_asking)
        self._again.stop()
        self._has_failed = False
        self._meanwhile.clear()
        self._query.begin(self._which)

    def _insert(self, call: Call) -> None:
        """Add a row, unless the call is older than all that has been fetched: then it comes with them."""
        row = self._rows.row_for(call.created_at)
        if row == len(self._rows) and self._has_more:
            return
        self.beginInsertRows(_NOWHERE, row, row)
        self._rows.insert(row, call)
        self._words.note_names([call])
        self.endInsertRows()
        self._count_by(1)
        self.shown.emit()

    def _changed(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _all_changed(self) -> None:
        if last := len(self._rows):
            self.dataChanged.emit(self.index(0, 0), self.index(last - 1, len(Column) - 1))

    def _count_by(self, difference: int) -> None:
        if self._count is not None:
            self._count += difference

    def _on_found(self, found: Found) -> None:
        meanwhile, self._meanwhile = self._meanwhile, {}
        if found.is_first and self._which.is_empty:
            self._latest.start(found.calls)
        self._words.note_names(found.calls)
        if not found.is_first:
            self._has_more = found.has_more
            self._extend(found.calls)
        elif not (self._is_refresh and self._merge(found.calls)):
            self._replace(found)
        for call in meanwhile.values():
            self.show_call(call)
        self.shown.emit()

    def _extend(self, calls: list[Call]) -> None:
        older = [call for call in calls if call.id not in self._rows]
        if older:
            first = len(self._rows)
            self.beginInsertRows(_NOWHERE, first, first + len(older) - 1)
            self._rows.extend(older)
            self.endInsertRows()

    def _replace(self, found: Found) -> None:
        if self._rows.ids == [call.id for call in found.calls]:
            for row, call in enumerate(found.calls):
                self._rows.put(row, call)
            self._has_more, self._count = found.has_more, None
            self._all_changed()
            return
        self.beginResetModel()
        self._rows = HistoryRows(found.calls)
        self._has_more, self._count = found.has_more, None
        self.endResetModel()

    def _merge(self, calls: list[Call]) -> bool:
        """Take in what a refresh has found anew, if it only adds to the rows; return whether it did."""
        known = [call.id for call in calls if call.id in self._rows]
        if known != [self._rows[row].id for row in range(min(len(known), len(self._rows)))]:
            return False
        if len(calls) < PAGE and len(known) < len(self._rows):
            return False  # some are gone
        for row, call in enumerate(calls):
            if call.id in self._rows:
                self._rows.put(row, call)
            else:
                self.beginInsertRows(_NOWHERE, row, row)
                self._rows.insert(row, call)
                self.endInsertRows()
                self._count_by(1)
        self._all_changed()
        return True

    def _on_counted(self, count: int) -> None:
        self._count = count
        self.shown.emit()

    def _on_failed(self, error: Exception) -> None:
        self._has_more, self._has_failed = False, True
        log.error("History cannot be read", exc_info=error)
        self.unreadable.emit(str(error))
        self.shown.emit()
