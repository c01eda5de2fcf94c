"""History as a table model: newest first, fetched page by page as one scrolls, kept up live."""

from __future__ import annotations

import logging
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from app.ui import wording
from app.ui.colors import current_colors

if TYPE_CHECKING:
    from app.domain.call import Call
    from app.services.history import History
    from app.services.tasks import Tasks

log = logging.getLogger(__name__)

PAGE = 100
"""Calls fetched at a time: more than any window shows."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What a row shows, left to right."""

    TIME = 0
    NUMBER = 1
    KIND = 2
    OUTCOME = 3
    DETAIL = 4


class HistoryModel(QAbstractTableModel):
    """The calls of this profile."""

    unreadable = Signal(object)
    """A sentence: history cannot be read. As `News.trouble_heard`."""

    def __init__(self, history: History, tasks: Tasks) -> None:
        super().__init__()
        self._history = history
        self._tasks = tasks
        self._calls: list[Call] = []
        self._is_fetching = False
        self._has_more = False

    def begin(self) -> None:
        """Fetch the newest calls: the history is open."""
        self._has_more = True
        self.fetchMore(_NOWHERE)

    def call(self, row: int) -> Call:
        """Return the call shown in that row."""
        return self._calls[row]

    @property
    def calls(self) -> tuple[Call, ...]:
        """The calls fetched so far, newest first."""
        return tuple(self._calls)

    def show_call(self, call: Call) -> None:
        """Show a call's newest step: in its row, or in a new one at the top."""
        for row, shown in enumerate(self._calls):
            if shown.id == call.id:
                self._calls[row] = call
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
                return
            if shown.created_at < call.created_at:
                break
        self.beginInsertRows(_NOWHERE, 0, 0)
        self._calls.insert(0, call)
        self.endInsertRows()

    # --- Qt's interface -------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._calls)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._has_more and not self._is_fetching

    def fetchMore(self, parent: _Index) -> None:
        if not self.canFetchMore(parent):
            return
        self._is_fetching = True
        before = self._calls[-1].id if self._calls else None
        self._tasks.start(self._history.page(before=before, limit=PAGE), "page of history", self._fetched)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.TIME: self.tr("Time"),
            Column.NUMBER: self.tr("Number"),
            Column.KIND: self.tr("Call"),
            Column.OUTCOME: self.tr("Outcome"),
            Column.DETAIL: self.tr("What is known"),
        }[Column(section)]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        call, column = self._calls[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(call, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._text(call, column).lstrip("●○✕?… ")
            case Qt.ItemDataRole.ToolTipRole if column in {Column.TIME, Column.OUTCOME}:
                return "\n".join(filter(None, (self._text(call, column), wording.explanation(call))))
            case Qt.ItemDataRole.ToolTipRole if column is Column.KIND:
                return wording.sound_words(call.request) or None
            case Qt.ItemDataRole.ToolTipRole:
                return wording.explanation(call) or None
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(self._color(call, column))
        return None

    # --- one row --------------------------------------------------------------------------------------

    @staticmethod
    def _text(call: Call, column: Column) -> str:
        match column:
            case Column.TIME:
                return wording.day_and_time(call.created_at)
            case Column.NUMBER:
                return call.request.number.formatted
            case Column.KIND:
                return wording.request_words(call.request)
            case Column.OUTCOME:
                words = wording.state_words(call)
                return f"{words.mark} {words.text}"
            case Column.DETAIL:
                return wording.explanation(call)

    @staticmethod
    def _color(call: Call, column: Column) -> str:
        colors = current_colors()
        match column:
            case Column.NUMBER:
                return colors.text
            case Column.OUTCOME:
                return str(getattr(colors, wording.state_words(call).tone))
            case _:
                return colors.muted

    def _fetched(self, page: list[Call] | Exception) -> None:
        self._is_fetching = False
        if isinstance(page, Exception):
            self._has_more = False
            log.error("History cannot be read", exc_info=page)
            self.unreadable.emit(str(page))
            return
        self._has_more = len(page) == PAGE
        known = {call.id for call in self._calls}
        older = [call for call in page if call.id not in known]
        if older:
            first = len(self._calls)
            self.beginInsertRows(_NOWHERE, first, first + len(older) - 1)
            self._calls.extend(older)
            self.endInsertRows()
