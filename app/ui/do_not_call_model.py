"""The do-not-call list as a list model: newest first, fetched page by page as one scrolls."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.ui.question_words import day_words
from app.ui.two_lines import SECOND_LINE

if TYPE_CHECKING:
    from app.services.do_not_call import DoNotCallEntry, DoNotCallList
    from app.services.tasks import Tasks

PAGE = 100
"""Entries fetched at a time: more than any window shows."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class DoNotCallModel(QAbstractListModel):
    """The entries that match a text; all of them for an empty one."""

    counted = Signal(int)
    """How many entries match."""
    unreadable = Signal(object)
    """A sentence: the list cannot be read."""

    def __init__(self, numbers: DoNotCallList, tasks: Tasks) -> None:
        super().__init__()
        self._numbers = numbers
        self._tasks = tasks
        self._entries: list[DoNotCallEntry] = []
        self._text = ""
        self._search = 0
        """Counts the searches: what an older one brings is passed over."""
        self._has_more = False
        self._is_fetching = False

    def search(self, text: str) -> None:
        """Show the entries that match `text`."""
        self._text = text.strip()
        self.refresh()

    def refresh(self) -> None:
        """Fetch anew: something changed."""
        self._search += 1
        self._is_fetching = True
        self._tasks.start(
            self._numbers.page(self._text, limit=PAGE),
            "do-not-call list",
            partial(self._on_fetched, self._search, True),
        )
        self._tasks.start(
            self._numbers.count(self._text),
            "length of the do-not-call list",
            partial(self._on_counted, self._search),
        )

    def entry(self, row: int) -> DoNotCallEntry | None:
        """Return the entry in that row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, person: str) -> int:
        """Return the row of that person, -1 if it is not among those fetched."""
        return next((row for row, each in enumerate(self._entries) if each.person == person), -1)

    # --- Qt's interface -------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._has_more and not self._is_fetching

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent) and self._entries:
            self._is_fetching = True
            self._tasks.start(
                self._numbers.page(self._text, self._entries[-1].person, PAGE),
                "more of the do-not-call list",
                partial(self._on_fetched, self._search, False),
            )

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.number.formatted
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.number.formatted}, {self._line(entry)}"
            case Qt.ItemDataRole.ToolTipRole:
                return self._line(entry)
            case _ if role == SECOND_LINE:
                return self._line(entry)
        return None

    def _line(self, entry: DoNotCallEntry) -> str:
        since = self.tr("since {day}").format(day=day_words(entry.added_at)) if entry.added_at else ""
        source = self.tr("from {file}").format(file=entry.source) if entry.source else ""
        return " · ".join(filter(None, (entry.reason, since, source)))

    # --- what comes back ------------------------------------------------------------------------------

    def _on_fetched(self, search: int, is_first: bool, result: list[DoNotCallEntry] | Exception) -> None:
        if search != self._search:
            return
        self._is_fetching = False
        if isinstance(result, Exception):
            self._has_more = False
            self.unreadable.emit(str(result))
            return
        self._has_more = len(result) == PAGE
        if is_first:
            self.beginResetModel()
            self._entries = list(result)
            self.endResetModel()
        elif result:
            first = len(self._entries)
            self.beginInsertRows(QModelIndex(), first, first + len(result) - 1)
            self._entries += result
            self.endInsertRows()

    def _on_counted(self, search: int, result: int | Exception) -> None:
        if search == self._search and isinstance(result, int):
            self.counted.emit(result)
