"""The queue as a table model: as many rows as there are entries, fetched in blocks where somebody looks."""

from __future__ import annotations

from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from app.domain.queue import EntryState, QueueEntry
from app.ui import queue_words
from app.ui.colors import current_colors

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.call_queue import CallQueue
    from app.services.tasks import Tasks

_BLOCK = 200
_MOST_BLOCKS = 20
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What a row shows, left to right."""

    PLACE = 0
    NAME = 1
    NUMBER = 2
    STATE = 3
    NOTE = 4
    NOTED = 5


class QueueModel(QAbstractTableModel):
    """Row n is the entry at place n + 1. Rows nobody has looked at yet are empty until they are fetched."""

    corrected = Signal(object, str)
    """The number of a QueueEntry should be that text."""
    unreadable = Signal(object)
    """A sentence: the queue cannot be read."""
    _fetched = Signal(int, int, object)

    def __init__(self, queue: CallQueue, tasks: Tasks, name_of: Callable[[str], str]) -> None:
        super().__init__()
        self._name_of = name_of
        self._queue = queue
        self._tasks = tasks
        self._count = 0
        self._state = 0
        self._blocks: dict[int, tuple[int, list[QueueEntry]]] = {}
        self._asked: set[int] = set()
        self._drafts: dict[str, str] = {}
        self._fetched.connect(self._on_fetched)

    def refresh(self) -> None:
        """Show how the queue stands now."""
        self._state += 1
        count = self._queue.progress.total
        if count < self._count:
            self.beginResetModel()
            self._blocks.clear()
            self._count = count
            self.endResetModel()
        elif count > self._count:
            self.beginInsertRows(_NOWHERE, self._count, count - 1)
            self._count = count
            self.endInsertRows()
        self._show_again(0, count)

    def entry(self, row: int) -> QueueEntry | None:
        """Return the entry in that row; None while it is being fetched."""
        block, place = divmod(row, _BLOCK)
        state, entries = self._blocks.get(block, (-1, []))
        if state != self._state:
            self._fetch(block)
        return entries[place] if place < len(entries) else None

    def keep_draft(self, entry: QueueEntry, text: str) -> None:
        """Go on showing a number that could not be saved; "" when it was."""
        if text:
            self._drafts[entry.id] = text
        else:
            self._drafts.pop(entry.id, None)
        self._show_again(entry.place - 1, entry.place)

    def _fetch(self, block: int) -> None:
        if block not in self._asked:
            self._asked.add(block)
            work = self._queue.page(block * _BLOCK, _BLOCK)
            self._tasks.start(work, "page of the queue", partial(self._fetched.emit, block, self._state))

    def _on_fetched(self, block: int, state: int, entries: object) -> None:
        self._asked.discard(block)
        if isinstance(entries, Exception):
            self._blocks[block] = (self._state, [])
            self.unreadable.emit(str(entries))
            return
        assert isinstance(entries, list)  # noqa: S101 - what page returns
        self._blocks.pop(block, None)
        self._blocks[block] = (state, entries)
        while len(self._blocks) > _MOST_BLOCKS:
            del self._blocks[next(iter(self._blocks))]
        self._show_again(block * _BLOCK, min(self._count, (block + 1) * _BLOCK))

    def _show_again(self, first: int, end: int) -> None:
        if end > first:
            self.dataChanged.emit(self.index(first, 0), self.index(end - 1, len(Column) - 1))

    # --- Qt's interface -------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or index.column() != Column.NUMBER:
            return flags
        entry = self.entry(index.row())
        is_waiting = entry is not None and entry.state is EntryState.WAITING
        return flags | Qt.ItemFlag.ItemIsEditable if is_waiting else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.PLACE: self.tr("No."),
            Column.NAME: self.tr("Name"),
            Column.NUMBER: self.tr("Number"),
            Column.STATE: self.tr("Outcome"),
            Column.NOTE: self.tr("Note"),
            Column.NOTED: self.tr("What was noted"),
        }[Column(section)]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or (entry := self.entry(index.row())) is None:
            return None
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(entry, column)
            case Qt.ItemDataRole.EditRole if column is Column.NUMBER:
                return self._drafts.get(entry.id, entry.line.written)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(entry, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(entry, column) or None
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(self._color(entry, column))
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        entry = self.entry(index.row()) if index.isValid() else None
        if role != Qt.ItemDataRole.EditRole or entry is None or not isinstance(value, str):
            return False
        if value.strip() and value != self.data(index, Qt.ItemDataRole.EditRole):
            self.keep_draft(entry, value)
            self.corrected.emit(entry, value)
        return True

    # --- one row --------------------------------------------------------------------------------------

    def _text(self, entry: QueueEntry, column: Column) -> str:
        match column:
            case Column.PLACE:
                return queue_words.count(entry.place)
            case Column.NAME:
                return queue_words.name(entry, self._name_of)
            case Column.NUMBER:
                number = entry.number.formatted if entry.number else entry.line.written
                return self._drafts.get(entry.id, number)
            case Column.STATE:
                words = queue_words.state_words(entry)
                return f"{words.mark} {words.text}".strip()
            case Column.NOTE:
                return entry.line.note
            case Column.NOTED:
                return " · ".join(filter(None, (entry.tag, " ".join(entry.remark.split()))))

    def _spoken(self, entry: QueueEntry, column: Column) -> str:
        if column is not Column.STATE:
            return self._text(entry, column)
        problem = queue_words.problem_words(entry.line)
        return ". ".join(filter(None, (queue_words.state_words(entry).text, problem)))

    def _tip(self, entry: QueueEntry, column: Column) -> str:
        if column in {Column.NUMBER, Column.STATE}:
            return queue_words.problem_words(entry.line) or queue_words.earlier_words(entry)
        return self._text(entry, column)

    @staticmethod
    def _color(entry: QueueEntry, column: Column) -> str:
        colors = current_colors()
        match column:
            case Column.NAME:
                return colors.text
            case Column.NUMBER:
                return colors.text if entry.number else colors.amber
            case Column.STATE:
                return str(getattr(colors, queue_words.state_words(entry).tone))
            case _:
                return colors.muted
