"""Asking the desktop what may block: in a thread, with a deadline, one thing after another."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.desktop import NotArranged

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.tasks import Tasks

_T = TypeVar("_T")

DEADLINE_S = 45
"""Several programs of the desktop may be asked one after another, each with a deadline of its own."""
_SILENT = QT_TRANSLATE_NOOP("Detail", "The desktop did not answer within {seconds} seconds. Try again.")


class Asking:
    """Asks in turn. `told` gets the last answer alone, or the error: what was asked before is out of date."""

    def __init__(self, tasks: Tasks, told: Callable[[object], None]) -> None:
        self._tasks = tasks
        self._told = told
        self._turn = asyncio.Lock()
        self._open = 0

    def ask(self, work: Callable[[], object], name: str) -> None:
        """Run `work`, named `name` in the log, after what was asked before."""
        self._open += 1
        self._tasks.start(self._in_turn(work), name, self._on_answer)

    async def _in_turn(self, work: Callable[[], object]) -> object:
        async with self._turn:
            return await _asked(work)

    def _on_answer(self, answer: object) -> None:
        self._open -= 1
        if not self._open:
            self._told(answer)


async def _asked(work: Callable[[], _T]) -> _T:
    """Return what `work` returns. Raises what it raises, and NotArranged where it takes too long."""
    try:
        async with asyncio.timeout(DEADLINE_S):
            return await asyncio.to_thread(work)
    except TimeoutError as error:
        raise NotArranged(Detail(_SILENT, seconds=DEADLINE_S)) from error
