"""The calls that ring or talk at the moment, and the waits that the server's end cuts short."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.practice.instances import Instance
    from app.practice.live import Live
    from app.practice.scenarios import CallNews


class Waits:
    """Waits of a server's loop that end early when it stops. `pace` scales those that belong to calls."""

    def __init__(self, pace: float) -> None:
        self.pace = pace
        self._stopping = asyncio.Event()
        self._release = asyncio.Event()

    async def paced(self, seconds: float) -> bool:
        """Wait `seconds` of a call's time. False: the server stops, do no more."""
        return await self.exactly(seconds * self.pace)

    async def exactly(self, seconds: float) -> bool:
        """Wait `seconds` whatever the pace. False: the server stops, do no more."""
        if seconds <= 0:
            return not self._stopping.is_set()
        try:
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        except TimeoutError:
            return True
        return False

    async def released(self) -> bool:
        """Wait for `release`. False: the server stops, do no more."""
        if not self._stopping.is_set():
            await self._release.wait()
        return not self._stopping.is_set()

    def release(self) -> None:
        """End the waits for it that are under way."""
        self._release.set()
        self._release.clear()

    def stop(self) -> None:
        """End every wait."""
        self._stopping.set()
        self.release()


class Calls:
    """Pushes the news of each placed call when it is due. Lives on the server's loop."""

    def __init__(self, live: Live, waits: Waits) -> None:
        self._live = live
        self._waits = waits
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, instance: Instance, call_id: str, timeline: Sequence[tuple[float, CallNews]]) -> None:
        """Follow `timeline` from now on."""
        task = asyncio.create_task(self._follow(instance, call_id, timeline), name=f"call {call_id}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def finish(self) -> None:
        """Return when no call is followed any more; soon, once the waits are stopped."""
        await asyncio.gather(*self._tasks)

    async def _follow(
        self, instance: Instance, call_id: str, timeline: Sequence[tuple[float, CallNews]]
    ) -> None:
        now_s = 0.0
        for due_s, news in timeline:
            if not await self._waits.paced(due_s - now_s):
                return
            now_s = due_s
            self._live.push(instance, "call.update", {"callId": call_id, "type": news.value})
