"""Looks up what speaks against a call: earlier calls, the do-not-call list, the hour there, the provider."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.call import Outcome
from app.domain.guard import Guard, GuardRules
from app.domain.quiet_hours import quiet_in, zones_of
from app.services.do_not_call import ListUnavailable
from app.services.history import NotRecorded
from app.services.number_check import is_reached
from app.services.policy import NO_POLICY
from app.services.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.call import Call, CallRequest
    from app.domain.phone_number import PhoneNumber
    from app.domain.quiet_hours import Quiet
    from app.services.account_service import AccountService
    from app.services.call_service import CallService
    from app.services.do_not_call import DoNotCallEntry, FixedList
    from app.services.history import History
    from app.services.policy import Policy

log = logging.getLogger(__name__)


class Guards:
    """Asks everybody who may object. `own_rules` are the operator's as they are now, `policy` goes before."""

    def __init__(
        self,
        *,
        accounts: AccountService,
        calls: CallService,
        history: History,
        do_not_call: FixedList | None = None,
        own_rules: Callable[[], GuardRules] = GuardRules,
        policy: Policy = NO_POLICY,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._accounts = accounts
        self._calls = calls
        self._history = history
        self._do_not_call = do_not_call
        self._own_rules = own_rules
        self._policy = policy
        self._now = now

    async def question(
        self, request: CallRequest, *, is_reached_known: bool | None = None
    ) -> Question | None:
        """Return what speaks against that call, None for nothing.

        No other task runs between the last look and the return: who places at once places what was looked
        at. `is_reached_known` is what the provider said already, None to ask it.
        """
        person = request.number.person
        reached = await self._reached(request, is_reached_known)  # first: it may take seconds
        (entry, unchecked), kept = await asyncio.gather(self._entry_for(person), self._latest_sent_to(person))
        earlier = self._under_way_to(person) or kept  # last: another press may have placed one meanwhile
        rules = self._policy.rules(self._own_rules())
        question = Question(
            request,
            earlier if earlier is not None and self._is_doubtful(earlier, rules) else None,
            reached,
            entry,
            unchecked,
            self._quiet(request.number, rules),
        )
        return self._bound(question) if question.guards else None

    def _bound(self, question: Question) -> Question:
        """Return the question with what administrators say to it."""
        bound = self._policy.bound(question.guards)
        if self._policy.problem and question.do_not_call is None:
            bound -= {Guard.DO_NOT_CALL}  # of anybody that could be said, and nobody called any more
        return replace(question, bound=bound, set_in=self._policy.path)

    async def _entry_for(self, person: str) -> tuple[DoNotCallEntry | None, str]:
        """Return who is on the list, or why that cannot be known."""
        try:
            entry = await self._do_not_call.entry_for(person) if self._do_not_call is not None else None
        except ListUnavailable as error:
            return None, str(error)
        return entry, "" if entry is not None else self._policy.problem

    async def _latest_sent_to(self, person: str) -> Call | None:
        try:
            return await self._history.latest_sent_to(person)
        except NotRecorded:
            return None  # placing will say what is wrong with history, and send nothing

    async def _reached(self, request: CallRequest, known: bool | None) -> bool:
        return known if known is not None else await is_reached(self._accounts, request)

    def _quiet(self, number: PhoneNumber, rules: GuardRules) -> Quiet | None:
        if not rules.quiet_hours:
            return None
        zones = zones_of(number)
        if zones.missing:
            log.warning("Quiet hours are not kept: no time zone data for %s", ", ".join(zones.missing))
        return quiet_in(zones.known, self._now(), rules.quiet_from, rules.quiet_until)

    def _under_way_to(self, person: str) -> Call | None:
        """Return the newest call under way to that person, in any written form of the number."""
        calls = (call for call in reversed(self._calls.under_way) if call.request.number.person == person)
        return next(calls, None)

    def _is_doubtful(self, earlier: Call, rules: GuardRules) -> bool:
        is_recent = self._now() - earlier.created_at < rules.again_within
        return earlier.outcome is Outcome.UNKNOWN or not earlier.is_over or is_recent
