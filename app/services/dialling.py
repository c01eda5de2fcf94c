"""What one press of Call does: asks first where something speaks against the call, else places one call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.guard import GuardRules
from app.services.guards import Guards
from app.services.policy import NO_POLICY
from app.services.question import Question
from app.services.tasks import Tasks

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from app.domain.call import CallRequest
    from app.services.account_service import AccountService
    from app.services.call_service import CallService
    from app.services.do_not_call import FixedList
    from app.services.history import History
    from app.services.policy import Policy

AGAIN_WITHIN = GuardRules().again_within
"""Calling the same person again that soon is more often a slip than meant; the operator may choose longer."""
ONE_PRESS = timedelta(seconds=1)
"""A double click, a held key, or Enter and a click together are one press."""


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
    """Takes presses. `on_question` gets what must be answered first, by pressing again with `anyway`.

    `do_not_call` is asked for everybody who is to be called; `own_rules` are the operator's, before which
    the administrators' `policy` goes.
    """

    def __init__(
        self,
        *,
        accounts: AccountService,
        calls: CallService,
        history: History,
        on_question: Callable[[Question], None],
        do_not_call: FixedList | None = None,
        own_rules: Callable[[], GuardRules] = GuardRules,
        policy: Policy = NO_POLICY,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._calls = calls
        self._guards = Guards(
            accounts=accounts,
            calls=calls,
            history=history,
            do_not_call=do_not_call,
            own_rules=own_rules,
            policy=policy,
            now=self._time,
        )
        self._on_question = on_question
        self._now = now
        self._asked: Question | None = None
        self._last: _Press | None = None
        self._pending: asyncio.Task[None] | None = None
        self._tasks = Tasks()

    def press(self, request: CallRequest, *, anyway: bool = False, reason: str = "") -> bool:
        """Place one call, or ask first; `anyway`, with the reason, answers the question that was asked.

        A second press for the same person within a second is part of the first: then return False.
        """
        press = _Press(request.number.person, anyway, self._now())
        if self._last is not None and press.repeats(self._last):
            return False
        self._last = press
        work = self._answer(request, reason) if anyway else self._ask_or_place(request)
        self._pending = self._tasks.start(work, "press of Call")
        return True

    def take_back(self) -> bool:
        """Drop the newest press if it is still being looked up; return whether it was."""
        return self._pending is not None and self._pending.cancel()

    async def question(self, request: CallRequest) -> Question | None:
        """Return what speaks against that call, None for nothing; nothing is placed and nobody asked."""
        return await self._guards.question(request)

    async def _ask_or_place(self, request: CallRequest) -> None:
        question = await self._guards.question(request)
        if question is None:
            self._place(request)
        else:
            self._ask(question)

    async def _answer(self, request: CallRequest, reason: str) -> None:
        """Place the call that was asked about, unless there is by now something else to ask.

        The provider is not asked once more.
        """
        asked = self._asked
        if asked is None or asked.request != request:
            asked = Question(request)
        again = await self._guards.question(request, is_reached_known=asked.is_reached)
        if again is None:
            self._place(asked.overruled(reason) if asked.guards else request)
        elif again.is_binding or not asked.covers(again) or (again.needs_reason and not reason.strip()):
            self._ask(again)
        else:
            self._place(asked.overruled(reason))

    def _ask(self, question: Question) -> None:
        self._asked = question
        self._on_question(question)

    def _place(self, request: CallRequest) -> None:
        self._asked = None
        self._calls.place(request)

    def _time(self) -> datetime:
        return self._now()

    async def close(self) -> None:
        """Drop a press that is still being looked up: nothing of it has left."""
        await self._tasks.close()
