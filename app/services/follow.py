"""Follows one placed call to its end: what the provider says goes before what the clock says."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.audio import FileRecord
from app.domain.call import CallKind, CallState, CallStep, KnownBy, Outcome
from app.domain.reason import Reason

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from datetime import datetime

    from app.domain.call import Call
    from app.domain.provider import CallEvent
    from app.services.live_service import Subscription


@dataclass(frozen=True, slots=True)
class Patience:
    """How long, in seconds, the provider's word is waited for before the clock's is taken."""

    offer_s: float = 1.5
    """For news that it rings, once it is accepted."""
    end_s: float = 5.0
    """For news of the end, once the ring time is over."""
    late_s: float = 1.5
    """For an `accepted` that was overtaken by the `terminated` which followed it."""
    talk_s: float = 120.0
    """For news of the end, once it was answered and its sound, if any, is over: nobody stays on the line."""
    ring_s: float = 60.0
    """A ring whose length nobody chose lasts no longer."""
    sound_s: float = 600.0
    """A sound of which only the link is known is over by then."""


async def follow(
    call: Call, news: Subscription, *, patience: Patience, now: Callable[[], datetime]
) -> AsyncIterator[CallStep]:
    """Yield the steps of a call that has just been placed, as each becomes known, up to its end."""
    loop = asyncio.get_running_loop()
    watch = _Watch(call, patience, loop.time(), now)
    while watch.state is not CallState.ENDED:
        event = await news.next(until=watch.deadline(news))
        if event is not None and not watch.understands(event):
            news.passed_over += 1
        steps = watch.heard(event) if event else watch.waited(loop.time(), news)
        for step in steps:
            yield step


class _Watch:
    """What is known of the call so far. Times are the loop's."""

    def __init__(self, call: Call, patience: Patience, placed_at: float, now: Callable[[], datetime]) -> None:
        self.state = CallState.PLACED
        self._call_id = call.provider_call_id
        self._patience = patience
        self._now = now
        self._placed_at = placed_at
        self._has_ring_time = call.request.kind is CallKind.RING or call.request.ring_seconds is not None
        self._ring_over_at = placed_at + (call.request.ring_seconds or patience.ring_s)
        self._talk_s = patience.talk_s + _sound_s(call, patience)
        self._answered_at = 0.0
        self._terminated_at: float | None = None
        self._heard_the_unknown = False

    def deadline(self, news: Subscription) -> float:
        """Return when the clock says something, if the provider does not say it before."""
        if self._terminated_at is not None:
            return self._terminated_at + self._patience.late_s
        if self.state is CallState.PLACED and self._has_ring_time:
            return self._placed_at + (self._patience.offer_s if news.is_live else 0)
        if self.state in {CallState.PLACED, CallState.RINGING}:
            return self._ring_over_at + (self._patience.end_s if news.is_live else 0)
        return self._answered_at + self._talk_s

    def understands(self, event: CallEvent) -> bool:
        """Whether the news is of this call, and of a kind that the contract knows."""
        return self._call_id in event.call_ids and event.understood

    def heard(self, event: CallEvent) -> list[CallStep]:
        """Return the steps that follow from news; none where it is of another call, or says nothing new."""
        if self._call_id not in event.call_ids:
            return []
        self._heard_the_unknown = self._heard_the_unknown or not event.understood
        match event.state, event.outcome:
            case CallState.RINGING, _ if self.state is CallState.PLACED:
                return [self._step(CallState.RINGING, KnownBy.PROVIDER, detail=event.kind)]
            case CallState.IN_PROGRESS, _ if self.state is not CallState.IN_PROGRESS:
                return self._answered(event.kind)
            case CallState.ENDED, Outcome() as outcome if self.state is not CallState.IN_PROGRESS:
                return [self._end(outcome, KnownBy.PROVIDER, detail=event.kind)]
            case CallState.ENDED, None if self.state is CallState.IN_PROGRESS:
                return [self._end(Outcome.ANSWERED, KnownBy.PROVIDER, detail=event.kind)]
            case CallState.ENDED, None:
                self._terminated_at = asyncio.get_running_loop().time()
        return []

    def waited(self, time: float, news: Subscription) -> list[CallStep]:
        """Return the steps that follow from the clock alone; none before the deadline."""
        if time < self.deadline(news):
            return []
        if self._terminated_at is not None:
            return [self._terminated_unanswered(news)]
        if self.state is CallState.PLACED and self._has_ring_time:
            return [self._step(CallState.RINGING, KnownBy.CLOCK)]
        if self.state is CallState.IN_PROGRESS:
            return [self._end(Outcome.ANSWERED, KnownBy.LOCAL, Reason.END_NOT_SEEN)]
        was_interrupted = news.was_live and not news.unbroken
        silent = Reason.RING_TIME_OVER if self._has_ring_time else Reason.NOT_TOLD
        reason = Reason.EVENTS_MISSED if was_interrupted else silent
        return [self._end(Outcome.UNKNOWN, KnownBy.CLOCK, reason)]

    def _answered(self, kind: str) -> list[CallStep]:
        self._answered_at = asyncio.get_running_loop().time()
        steps = [self._step(CallState.IN_PROGRESS, KnownBy.PROVIDER, detail=kind)]
        if self._terminated_at is not None:
            self._terminated_at = None
            steps.append(self._end(Outcome.ANSWERED, KnownBy.PROVIDER))
        return steps

    def _terminated_unanswered(self, news: Subscription) -> CallStep:
        """Take an end without an answer for "not answered" only if nothing can have been missed."""
        if news.unbroken and not self._heard_the_unknown:
            return self._end(Outcome.NO_ANSWER, KnownBy.PROVIDER, detail="terminated")
        return self._end(Outcome.UNKNOWN, KnownBy.PROVIDER, Reason.EVENTS_MISSED, detail="terminated")

    def _end(
        self, outcome: Outcome, known_by: KnownBy, reason: Reason | None = None, detail: str = ""
    ) -> CallStep:
        return self._step(CallState.ENDED, known_by, outcome, reason, detail)

    def _step(
        self,
        state: CallState,
        known_by: KnownBy,
        outcome: Outcome | None = None,
        reason: Reason | None = None,
        detail: str = "",
    ) -> CallStep:
        self.state = state
        return CallStep(state, self._now(), known_by, outcome, reason, detail)


def _sound_s(call: Call, patience: Patience) -> float:
    """Return how long the sound of the call lasts at most."""
    if call.request.kind is not CallKind.AUDIO:
        return 0.0
    sound = call.request.audio_record
    return sound.duration_s if isinstance(sound, FileRecord) else patience.sound_s
