"""Every task the services start is held here, named, awaited at the end, and its failure is logged."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, TypeVar

from app.domain.audio import AudioRefused
from app.domain.provider import ProviderError
from app.services.account_draft import AccountRefused
from app.services.desktop import NotArranged
from app.services.history import NotRecorded
from app.services.secret_store import SecretNotKept, SecretsSilent, SecretsUnavailable
from app.services.settings import NotSaved
from app.services.table import Cancelled, NotReadable
from app.services.updates import UpdateUnknown

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

log = logging.getLogger(__name__)

_T = TypeVar("_T")

TOLD = (
    AccountRefused,
    AudioRefused,
    NotArranged,
    Cancelled,
    NotReadable,
    NotRecorded,
    NotSaved,
    ProviderError,
    SecretNotKept,
    SecretsSilent,
    SecretsUnavailable,
    UpdateUnknown,
)
"""Errors that are said to the operator; any other is a mistake of ours, and logged as well."""


class Tasks:
    """The running tasks of one owner."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[Any]] = set()

    def start(
        self,
        work: Coroutine[Any, Any, _T],
        name: str,
        report: Callable[[_T | Exception], None] | None = None,
    ) -> asyncio.Task[None]:
        """Start `work`. `report` gets its result, or the exception it ended in, unless it is cancelled.

        Without `report` an exception is logged: nobody else would hear of it.
        """
        task = asyncio.get_running_loop().create_task(self._guarded(work, name, report), name=name)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        task.add_done_callback(lambda _: work.close())  # cancelled before its first step, it never ran
        return task

    async def close(self, grace_s: float = 0.0) -> None:
        """Give what still runs `grace_s` to end, then cancel it and wait for its end."""
        if grace_s and self._running:
            await asyncio.wait(self._running, timeout=grace_s)
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    @staticmethod
    async def _guarded(
        work: Coroutine[Any, Any, _T], name: str, report: Callable[[_T | Exception], None] | None
    ) -> None:
        try:
            result: _T | Exception = await work
        except Exception as error:
            if report is None or not isinstance(error, TOLD):
                log.exception("Task %s failed", name)
            result = error
        try:
            if report is not None:
                report(result)
        except Exception:
            log.exception("The end of task %s could not be told", name)


async def uninterrupted(work: Coroutine[Any, Any, _T]) -> _T:
    """Await `work` to its end, even if cancelled meanwhile; the cancellation comes after it."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        if not task.cancelled():
            task.exception()  # seen: the cancellation goes before it
        raise
