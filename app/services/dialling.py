"""What one press of Call does: asks first where the call could be a surprise, else places one call."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.call import Outcome
from app.domain.provider import ProviderError, RateLimited
from app.services.history import NotRecorded
from app.services.open_accounts import asked
from app.services.secret_store import SecretsSilent, SecretsUnavailable
from app.services.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.call import Call, CallRequest
    from app.services.account_service import AccountService
    from app.services.call_service import CallService
    from app.services.history import History

log = logging.getLogger(__name__)

AGAIN_WITHIN = timedelta(seconds=30)
"""Calling the same person again that soon is more often a slip than meant."""
ONE_PRESS = timedelta(seconds=1)
"""A double click, a held key, or Enter and a click together are one press."""


CHECK_FIRST = "check_first"
"""The field of an account that says, with "on", that numbers are checked before each call."""
CHECK_DEADLINE_S = 5.0
"""A check that takes longer is given up: it is a service, and the operator waits for the call."""


@dataclass(frozen=True, slots=True)
class Question:
    """Whether to call all the same.

    There is an `earlier` call to the same person, or the provider says that it does not reach the number
    (`is_reached` False), or both.
    """

    request: CallRequest
    earlier: Call | None = None
    is_reached: bool = True


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
        accounts: AccountService,
        calls: CallService,
        history: History,
        on_question: Callable[[Question], None],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._accounts = accounts
        self._calls = calls
        self._history = history
        self._on_question = on_question
        self._now = now
        self._last: _Press | None = None
        self._pending: asyncio.Task[None] | None = None
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
            self._pending = self._tasks.start(self._ask_or_place(request), "press of Call")
        return True

    def take_back(self) -> bool:
        """Drop the newest press if it is still being looked up; return whether it was."""
        return self._pending is not None and self._pending.cancel()

    async def _ask_or_place(self, request: CallRequest) -> None:
        person = request.number.person
        is_reached = await self._is_reached(request)
        try:
            kept = await self._history.latest_sent_to(person)
        except NotRecorded:
            kept = None  # placing will say what is wrong with history, and send nothing
        earlier = self._under_way_to(person) or kept  # last: another press may have placed one meanwhile
        if earlier is not None and not self._is_doubtful(earlier):
            earlier = None
        if earlier is None and is_reached:
            self._calls.place(request)
        else:
            self._on_question(Question(request, earlier, is_reached))

    async def _is_reached(self, request: CallRequest) -> bool:
        """Ask the provider, where the account has it so; where the check itself fails, the call goes on."""
        account = self._accounts.account(request.account_id)
        kind = self._accounts.kind_of(account) if account else None
        if account is None or kind is None or not kind.capabilities.checks_numbers:
            return True
        if account.fields.get(CHECK_FIRST) != "on" or self._accounts.open.limited_for_s(account.id) > 0:
            return True
        try:
            async with asyncio.timeout(CHECK_DEADLINE_S):
                provider = await self._accounts.open.provider(account.id)
                is_reached = await asked(provider.reaches(request.number))
        except RateLimited as limited:  # then the call itself says so, and nothing is sent
            self._accounts.open.note_error(account.id, limited)
            return True
        except (ProviderError, SecretsSilent, SecretsUnavailable, TimeoutError) as error:
            log.info("A number could not be checked: %s", type(error).__name__)
            return True
        self._accounts.open.note_exchange(account.id, provider)
        return is_reached

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
