"""What one press of Call does: asks first where the call could be a surprise, else places one call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.call import Outcome
from app.services.history import NotRecorded
from app.services.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.call import Call, CallRequest
    from app.services.call_service import CallService
    from app.services.history import History

AGAIN_WITHIN = timedelta(seconds=30)
"""Calling the same person again that soon is more often a slip than meant."""
ONE_PRESS = timedelta(seconds=1)
"""A double click, a held key, or Enter and a click together are one press."""


@dataclass(frozen=True, slots=True)
class Question:
    """Whether to call although there is an `earlier` call to the same person."""

    request: CallRequest
    earlier: Call


@dataclass(frozen=True, slots=True)
class _Press:
    person: str
    is_answer: bool
    at: datetime

    def repeats(self, last: _Press) -> bool:
        """Whether this is the same press once more; an answer to the question that `last` raised is not."""
        is_soon = timedelta() <= self.at - last.at < ONE_PRESS
        return is_soon and self.person == last.person and self.is_answer <= last.is_answer


class Dialling:
    """Takes presses. `on_question` gets what must be answered first, by pressing again with `anyway`."""

    def __init__(
        self,
        *,
        calls: CallService,
        history: History,
        on_question: Callable[[Question], None],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._calls = calls
        self._history = history
        self._on_question = on_question
        self._now = now
        self._last: _Press | None = None
        self._tasks = Tasks()

    def press(self, request: CallRequest, *, anyway: bool = False) -> bool:
        """Place one call, or ask first; `anyway` answers the question.

        A second press for the same person within a second is part of the first: then return False.
        """
        press = _Press(request.number.person, anyway, self._now())
        if self._last is not None and press.repeats(self._last):
            return False
        self._last = press
        if anyway:
            self._calls.place(request)
        else:
            self._tasks.start(self._ask_or_place(request), "press of Call")
        return True

    async def _ask_or_place(self, request: CallRequest) -> None:
        person = request.number.person
        try:
            kept = await self._history.latest_sent_to(person)
        except NotRecorded:
            kept = None  # placing will say what is wrong with history, and send nothing
        earlier = self._under_way_to(person) or kept  # last: another press may have placed one meanwhile
        if earlier is not None and self._is_doubtful(earlier):
            self._on_question(Question(request, earlier))
        else:
            self._calls.place(request)

    def _under_way_to(self, person: str) -> Call | None:
        """Return the newest call under way to that person, in any written form of the number."""
        calls = (call for call in reversed(self._calls.under_way) if call.request.number.person == person)
        return next(calls, None)

    def _is_doubtful(self, earlier: Call) -> bool:
        is_recent = self._now() - earlier.created_at < AGAIN_WITHIN
        return earlier.outcome is Outcome.UNKNOWN or not earlier.is_over or is_recent

    async def close(self) -> None:
        """Drop a press that is still being looked up: nothing of it has left."""
        await self._tasks.close()
