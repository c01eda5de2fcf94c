"""The queue by hand: which number comes next, and what became of those before it. It never places a call."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.queue import EntryState, QueueState
from app.domain.queue_text import read_number
from app.services.history import HistoryFilter, NotRecorded
from app.services.queue_filling import QueueFilling
from app.services.queue_store import QueueStanding
from app.services.settings import NotSaved
from app.services.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from app.domain.call import Call
    from app.domain.queue import QueueEntry, QueueProgress
    from app.services.history import History
    from app.services.queue_filling import Tables
    from app.services.queue_store import QueueStore

log = logging.getLogger(__name__)

_LOOK_BACK = 20
"""Calls to one person among which that of an entry is looked for."""
_CLOSING_GRACE_S = 1.0


@dataclass(frozen=True, slots=True)
class _Turn:
    """An entry that the operator was shown, and since when."""

    entry: QueueEntry
    since: datetime

    def is_meant_by(self, call: Call) -> bool:
        """Whether `call` was placed for it: to the same person, in any form, after it was shown."""
        return call.request.number.person == self.entry.person and call.created_at >= self.since


class CallQueue:
    """Works through a list of numbers, one press of the operator's at a time.

    `annotate_call` keeps note and tag of a call; `region` is the country of numbers written without one.
    `on_change` is called when anything changed, `on_trouble` with a sentence where what became of a call
    could not be kept. Whatever is asked for raises NotSaved where the disk does not do as asked.
    """

    def __init__(
        self,
        store: QueueStore,
        *,
        history: History,
        annotate_call: Callable[[Call, str, str], Awaitable[object]],
        tables: Tables,
        region: Callable[[], str | None],
        on_change: Callable[[], None],
        on_trouble: Callable[[str], None],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        self._history = history
        self._annotate_call = annotate_call
        self._region = region
        self._on_change = on_change
        self._on_trouble = on_trouble
        self._now = now
        self.filling = QueueFilling(store, tables=tables, region=region, on_added=self.refresh)
        self._standing = QueueStanding()
        self._is_running = False
        self._turn: _Turn | None = None
        self._last_turn: _Turn | None = None
        self._followed: dict[str, str] = {}
        """The entries of calls, by their ids."""
        self._known: dict[str, QueueEntry] = {}
        """The entries of those calls, and those with words of the operator's, as they are by now."""
        self._calls: dict[str, Call] = {}
        self._moving = asyncio.Lock()
        self._tasks = Tasks()

    @property
    def state(self) -> QueueState:
        """Where the queue is. It is never running after a start."""
        progress = self.progress
        if not progress.total:
            return QueueState.EMPTY
        if self._is_running and self.current is not None:
            return QueueState.RUNNING
        if self.current is None and progress.left == progress.unreadable:
            return QueueState.FINISHED
        return QueueState.PAUSED

    @property
    def current(self) -> QueueEntry | None:
        """The entry that is being worked on."""
        return self._standing.current

    @property
    def progress(self) -> QueueProgress:
        """How far the queue is."""
        return self._standing.progress

    @property
    def upcoming(self) -> tuple[QueueEntry, ...]:
        """The next few entries that can be called."""
        return self._standing.upcoming

    async def begin(self) -> None:
        """Find out how the queue stands, and what became of calls that were open at the last end."""
        await self.refresh()
        for entry in await self._store.open_calls():
            self._followed[entry.call_id] = entry.id
            self._known[entry.id] = entry
            if (call := await self._call_of(entry)) is not None:
                self.note_call(call)

    async def refresh(self) -> None:
        """Find out how the queue stands: another Toque may work on it, too."""
        self._take(await self._store.stand())

    # --- worked through -------------------------------------------------------------------------------

    async def resume(self) -> QueueEntry | None:
        """Begin or go on; return the entry to work on, None where there is none left."""
        async with self._moving:
            self._is_running = True
            self._take(await self._store.move_on() if self.current is None else self._standing)
            return self.current

    async def next(self, remark: str = "") -> QueueEntry | None:
        """Leave the current entry, called or, where no call was placed for it, skipped; return the next.

        Nothing happens, and the current one is returned, unless the queue is running.
        """
        async with self._moving:
            if self.state is QueueState.RUNNING:
                self._take(await self._store.move_on(remark))
            return self.current

    async def skip(self, reason: str = "") -> QueueEntry | None:
        """Leave the current entry with a reason; return the next. As `next`."""
        return await self.next(reason)

    async def back(self) -> QueueEntry | None:
        """Take the entry before the current one again, if there is one; the queue runs then."""
        async with self._moving:
            standing = await self._store.move_back()
            self._is_running = standing.current is not None
            self._take(standing)
            return self.current

    async def pause(self) -> None:
        """Let the current entry rest. Calls are no longer taken for it."""
        self._is_running = False
        self._turn = self._last_turn = None
        self._on_change()

    async def clear(self) -> None:
        """Remove every entry."""
        async with self._moving:
            await self._store.clear()
            self._followed.clear()
            self._known.clear()
            self._take(QueueStanding())

    def _take(self, standing: QueueStanding) -> None:
        """Show how the queue stands now; the operator's turn on another entry begins."""
        current = standing.current
        if current is not None:
            standing = replace(standing, current=self._latest(current))
        self._standing = standing
        self._is_running = self._is_running and current is not None
        shown = current if self._is_running else None
        if (shown.id if shown else "") != (self._turn.entry.id if self._turn else ""):
            self._last_turn = self._turn
            self._turn = _Turn(shown, self._now()) if shown else None
        self._on_change()

    # --- what became of it ----------------------------------------------------------------------------

    def note_call(self, call: Call) -> None:
        """Hear of a step of any call. One placed for the current entry, while running, is kept with it."""
        if call.id in self._followed:
            self._follow(call, self._known[self._followed[call.id]])
            return
        turns = (turn for turn in (self._turn, self._last_turn) if turn and turn.is_meant_by(call))
        if (turn := next(turns, None)) is not None:
            self._followed[call.id] = turn.entry.id
            self._follow(call, self._latest(turn.entry))

    def _follow(self, call: Call, before: QueueEntry) -> None:
        """Keep what is new about a call of an entry; a newer call of the same entry goes before it."""
        if before.call_id != call.id and before.called_at is not None and before.called_at > call.created_at:
            return
        earlier = self._calls.get(call.id, call)
        is_new = call.id not in self._calls
        self._calls[call.id] = call
        has_words = bool(call.note or call.tag or earlier.note or earlier.tag)  # or they were taken away
        after = replace(
            before,
            call_id=call.id,
            outcome=call.outcome,
            called_at=call.created_at,
            remark=call.note if has_words else before.remark,
            tag=call.tag if has_words else before.tag,
        )
        if is_new and not has_words and (before.remark or before.tag):
            self._tasks.start(self._hand_on(call, before.remark, before.tag), "words on a call to come")
        if after == before:
            return
        self._known[after.id] = after
        if (current := self.current) is not None:
            self._standing = replace(self._standing, current=self._latest(current))
        self._tasks.start(self._keep(before, after), "what became of an entry")
        self._on_change()

    def _latest(self, entry: QueueEntry) -> QueueEntry:
        """Return `entry` with what is known of its calls by now, written or not."""
        known = self._known.get(entry.id)
        if known is None:
            return entry
        return replace(
            entry,
            call_id=known.call_id,
            outcome=known.outcome,
            called_at=known.called_at,
            remark=known.remark,
            tag=known.tag,
        )

    async def _hand_on(self, call: Call, remark: str, tag: str) -> None:
        """Give a call the words that were written about its entry before it was placed."""
        try:
            await self._annotate_call(call, remark, tag)
        except NotRecorded as error:
            self._on_trouble(str(error))

    async def _keep(self, before: QueueEntry, after: QueueEntry) -> None:
        try:
            if (before.call_id, before.outcome) != (after.call_id, after.outcome) and after.called_at:
                await self._store.note_call(after.id, after.call_id, after.outcome, after.called_at)
            if (before.remark, before.tag) != (after.remark, after.tag):
                await self._store.annotate(after.id, after.remark, after.tag)
            await self.refresh()
        except NotSaved as error:
            self._on_trouble(str(error))

    async def annotate(self, entry: QueueEntry, remark: str, tag: str) -> None:
        """Keep the operator's words about an entry, and about its call. Raises NotRecorded, too."""
        await self._store.annotate(entry.id, remark, tag)
        latest = self._latest(entry)
        self._known[entry.id] = replace(latest, remark=remark, tag=tag)
        try:
            if latest.call_id and (call := self._calls.get(latest.call_id) or await self._call_of(latest)):
                await self._annotate_call(call, remark, tag)
        finally:
            await self.refresh()

    async def _call_of(self, entry: QueueEntry) -> Call | None:
        """Return the entry's call as history has it."""
        try:
            calls = await self._history.page(limit=_LOOK_BACK, which=HistoryFilter(person=entry.person))
        except NotRecorded:
            log.info("What became of entry %s cannot be looked up", entry.place)
            return None
        return next((call for call in calls if call.id == entry.call_id), None)

    # --- looked at and mended -------------------------------------------------------------------------

    async def page(self, after: int = 0, limit: int = 200) -> list[QueueEntry]:
        """Return up to `limit` entries behind place `after`, in order."""
        return await self._store.page(after, limit)

    async def export_file(self, path: Path) -> int:
        """Write every entry, and what became of it, as CSV, whole or not at all; return how many."""
        return await self._store.export_file(path)

    async def correct(self, entry: QueueEntry, written: str) -> bool:
        """Give a waiting entry another number, kept also where it cannot be read; False if it waits no more.

        Name and note stay.
        """
        line = await asyncio.to_thread(read_number, written, self._region(), entry.line.name, entry.line.note)
        was_waiting = entry.state is EntryState.WAITING and await self._store.correct(entry.id, line)
        await self.refresh()
        return was_waiting

    async def close(self) -> None:
        """Keep what is still to be kept. Call it when every call has its end."""
        await self._tasks.close(_CLOSING_GRACE_S)
