"""What a table of the history has asked for: one question at a time, the newest wins, stale answers drop."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.services.history import EVERY_CALL

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Coroutine

    from app.domain.call import Call
    from app.services.history import History, HistoryFilter
    from app.services.tasks import Tasks
    from app.ui.history_names import Names

PAGE = 100
"""Calls fetched at a time: more than any window shows."""
_COUNT_AFTER_MS = 300
"""A count may have to look at every call: it is asked for once the typing has stopped."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page: the calls, and whether there are older ones. `is_first`: they take the place of all shown."""

    calls: list[Call]
    has_more: bool
    is_first: bool


class HistoryQuery(QObject):
    """Asks a History. What is asked for takes the place of what has not been answered yet."""

    found = Signal(object)
    """A Found."""
    counted = Signal(object)
    """How many calls are meant in all: an int."""
    failed = Signal(object)
    """The exception with which the history refused."""

    def __init__(self, history: History, names: Names, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._names = names
        self._tasks = tasks
        self._which = self._answered = EVERY_CALL
        self._asking: asyncio.Task[None] | None = None
        self._counter: asyncio.Task[None] | None = None
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_AFTER_MS)
        self._counting.timeout.connect(self._count)

    @property
    def which(self) -> HistoryFilter:
        """What was asked for last."""
        return self._which

    @property
    def is_asking(self) -> bool:
        """Whether an answer is still to come."""
        return self._asking is not None

    def begin(self, which: HistoryFilter) -> None:
        """Ask for the newest calls of those meant."""
        self._which = which
        self._counting.stop()
        for task in (self._asking, self._counter):
            if task is not None:
                task.cancel()  # which the history notices
        self._start(self._first(which), "search of the history")

    def go_on(self, before: str | None) -> None:
        """Ask for the calls older than that one, unless something else is being asked."""
        if self._asking is None:
            self._start(self._next(before), "page of history")

    def _start(self, work: Coroutine[Any, Any, tuple[HistoryFilter, Found]], name: str) -> None:
        self._asking = self._tasks.start(work, name, self._on_answer)

    async def _first(self, which: HistoryFilter) -> tuple[HistoryFilter, Found]:
        if which.text:
            which = replace(which, people=await self._names.people_named(which.text))
        calls = await self._page(None, which)
        return which, Found(calls, len(calls) == PAGE, is_first=True)

    async def _next(self, before: str | None) -> tuple[HistoryFilter, Found]:
        calls = await self._page(before, self._answered)
        return self._answered, Found(calls, len(calls) == PAGE, is_first=False)

    async def _page(self, before: str | None, which: HistoryFilter) -> list[Call]:
        return await self._history.page(before=before, limit=PAGE, which=which)

    def _on_answer(self, answer: tuple[HistoryFilter, Found] | Exception) -> None:
        self._asking = None
        if isinstance(answer, Exception):
            self.failed.emit(answer)
        else:
            self._answered, found = answer
            self.found.emit(found)
            if found.is_first and found.has_more and not self._which.is_empty:
                self._counting.start()

    def _count(self) -> None:
        self._counter = self._tasks.start(self._counted(), "count of the history", self._on_count)

    async def _counted(self) -> int:
        return await self._history.count(self._answered)

    def _on_count(self, answer: int | Exception) -> None:
        """Tell the count; without it the screen says "more than", which is true too."""
        self._counter = None
        if isinstance(answer, int):
            self.counted.emit(answer)
