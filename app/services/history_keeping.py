"""Keeps of the history what the operator wants kept: calls that are too old are deleted, daily."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.services.history import NotRecorded
from app.services.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.history import History
    from app.services.settings import SettingsStore

log = logging.getLogger(__name__)

EVERY = timedelta(hours=1)
"""Between two looks: what was set and what was deleted meanwhile takes effect soon, and a day ends once."""


class HistoryKeeping:
    """`on_deleted` is called when calls are gone that may be shown.

    `on_trouble` gets a sentence where it could not be done, once until it can be done again.
    """

    def __init__(
        self,
        *,
        history: History,
        settings: SettingsStore,
        on_trouble: Callable[[str], None],
        on_deleted: Callable[[], None] = lambda: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._history = history
        self._settings = settings
        self._on_trouble = on_trouble
        self._on_deleted = on_deleted
        self._now = now
        self._has_told = False
        self._tasks = Tasks()

    def begin(self) -> None:
        """Look now and every hour."""
        self._tasks.start(self._look_on(), "keeping of the history")

    async def close(self) -> None:
        """Stop looking."""
        await self._tasks.close()

    async def _look_on(self) -> None:
        while True:
            await self.look()
            await asyncio.sleep(EVERY.total_seconds())

    async def look(self) -> int:
        """Make calls of an older version findable, delete what is older than is to be kept, and tidy up.

        Return how many calls were deleted.
        """
        try:
            await self._history.prepare()
            deleted = await self._delete_old()
            await self._history.tidy()
        except NotRecorded as error:
            log.info("The history could not be kept in order: %s", error)
            if not self._has_told:
                self._on_trouble(str(error))
            self._has_told = True
            return 0
        self._has_told = False
        return deleted

    async def _delete_old(self) -> int:
        days = self._settings.current.keep_history_days
        if days is None:
            return 0
        deleted = await self._history.delete_before(self._now() - timedelta(days=days))
        if deleted:
            log.info("%d calls older than %d days were deleted", deleted, days)
            self._on_deleted()
        return deleted
