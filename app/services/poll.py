"""Follows one placed call by asking for it again and again, up to its end."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.call import CallState, CallStep, KnownBy, Outcome
from app.domain.provider import (
    AccountNotFound,
    AuthenticationFailed,
    InvalidAccount,
    InvalidRequest,
    ProviderError,
    ProviderUnavailable,
    RateLimited,
)
from app.domain.reason import Reason
from app.services.open_accounts import asked
from app.services.secret_store import SecretsSilent, SecretsUnavailable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from datetime import datetime

    from app.domain.agent import CallReport
    from app.domain.call import Call
    from app.domain.provider import Budget, CallProvider, CallStatus
    from app.services.open_accounts import OpenAccounts

_ORDER = (CallState.PLACED, CallState.RINGING, CallState.IN_PROGRESS, CallState.ENDED)
_CANNOT_HAVE_TALKED = {Outcome.REJECTED, Outcome.NO_ANSWER, Outcome.BUSY}
_REFUSED = (AccountNotFound, AuthenticationFailed, InvalidAccount, InvalidRequest)
"""Errors that asking again does not cure."""
_LOOK_AT_CLOCK_S = 1.0
"""A wait is cut into such parts: where the clock went further, the computer has slept."""
_SLEPT = timedelta(seconds=3)


@dataclass(frozen=True, slots=True)
class Asking:
    """How often, in seconds, and for how long a call is asked for."""

    first_s: float = 1.0
    growth: float = 1.4
    longest_s: float = 5.0
    low_budget_s: float = 15.0
    """While less than a fifth of the requests is left: others use the same token."""
    transcript_s: float = 1.5
    transcript_tries: int = 4
    """A transcript may be ready only a moment after the end."""
    refusals: int = 5
    """So many in a row end it: one may come from something in between, or too early."""
    give_up_s: float = 600.0
    """After the longest that the call may last, without news of its end."""


class CallSource:
    """Where a call of an account is asked for; `provider` is the one that placed it, in this run."""

    def __init__(self, accounts: OpenAccounts, call: Call, provider: CallProvider | None = None) -> None:
        self._accounts = accounts
        self._account_id = call.request.account_id
        self._call_id = call.provider_call_id or ""
        self._provider = provider
        self._unknown: set[str] = set()

    @property
    def passed_over(self) -> int:
        """How many of the provider's words could not be used, each counted once."""
        return len(self._unknown)

    @property
    def budget(self) -> Budget | None:
        """Requests left, if known."""
        return self._provider.budget if self._provider else None

    @property
    def limited_for_s(self) -> float:
        """For how long nothing may be asked; 0.0 where there is no limit."""
        return self._accounts.limited_for_s(self._account_id)

    async def ask(self) -> CallStatus:
        """Ask once. Raises ProviderError; ProviderUnavailable also where the secret cannot be had."""
        try:
            self._provider = self._provider or await self._accounts.provider(self._account_id)
            status = await asked(self._provider.status(self._call_id))
        except (SecretsSilent, SecretsUnavailable) as error:
            raise ProviderUnavailable(reason=Reason.NOT_TOLD) from error
        except (AuthenticationFailed, RateLimited) as error:
            self._accounts.note_error(self._account_id, error, self._provider)
            raise
        self._accounts.note_exchange(self._account_id, self._provider)
        if not status.event.understood:
            self._unknown.add(status.event.kind)
        return status


async def poll(
    call: Call, source: CallSource, *, asking: Asking, now: Callable[[], datetime]
) -> AsyncIterator[tuple[CallStep, CallReport | None]]:
    """Yield the steps of a placed call as each becomes known, the last one with the provider's report."""
    loop = asyncio.get_running_loop()
    longest_s = call.request.agent.longest_s if call.request.agent else 0
    give_up_at = loop.time() + longest_s + asking.give_up_s
    state, wait_s, refusals = call.state, asking.first_s, 0
    while state is not CallState.ENDED:
        if loop.time() >= give_up_at:
            yield _lost(state, now()), None
            return
        slept = await _wait(_patience(wait_s, source.budget, asking, now()), now)
        while (limited_for_s := source.limited_for_s) > 0:
            await _wait(limited_for_s, now)
        goes_on = wait_s > 0 and not slept
        wait_s = min(wait_s * asking.growth, asking.longest_s) if goes_on else asking.first_s
        try:
            status = await source.ask()
        except _REFUSED as error:
            refusals += 1
            if refusals < asking.refusals:
                continue
            yield _lost(state, now(), error), None
            return
        except RateLimited as limited:
            await _wait((limited.retry_at - now()).total_seconds(), now)
            wait_s = 0.0
            continue
        except ProviderError:
            continue  # a question leaves nothing behind: it is asked again
        refusals = 0
        for step in _steps(state, status, now()):
            state = step.state
            is_end = state is CallState.ENDED
            yield step, await _whole_report(call, status, source, asking, now) if is_end else None


def _patience(wait_s: float, budget: Budget | None, asking: Asking, now: datetime) -> float:
    """Return how long to wait before the next question."""
    if budget is None or budget.resets_at <= now or budget.remaining * 5 >= budget.limit:
        return wait_s
    if budget.remaining == 0:
        return (budget.resets_at - now).total_seconds()
    return max(wait_s, asking.low_budget_s)


async def _wait(seconds: float, now: Callable[[], datetime]) -> bool:
    """Wait, but not on where the computer has slept meanwhile; return whether it has.

    The loop's clock may stand still while the computer sleeps.
    """
    until = asyncio.get_running_loop().time() + seconds
    while (left_s := until - asyncio.get_running_loop().time()) > 0:
        began, part_s = now(), min(left_s, _LOOK_AT_CLOCK_S)
        await asyncio.sleep(part_s)
        if now() - began > timedelta(seconds=part_s) + _SLEPT:
            return True
    return False


def _steps(state: CallState, status: CallStatus, at: datetime) -> list[CallStep]:
    """Return the steps that follow from what was said; none where it is nothing new."""
    event = status.event
    if event.state is None or _ORDER.index(event.state) <= _ORDER.index(state):
        return []
    outcome, steps = event.outcome, []
    if state is CallState.IN_PROGRESS and outcome in _CANNOT_HAVE_TALKED:
        outcome = Outcome.ANSWERED  # it was: the provider said so before
    if outcome is Outcome.ANSWERED and state is not CallState.IN_PROGRESS:
        steps.append(CallStep(CallState.IN_PROGRESS, at, KnownBy.PROVIDER, detail=event.kind))
    reason = Reason.CALL_FAILED if outcome is Outcome.FAILED else None
    steps.append(CallStep(event.state, at, KnownBy.PROVIDER, outcome, reason, event.kind))
    return steps


async def _whole_report(
    call: Call, status: CallStatus, source: CallSource, asking: Asking, now: Callable[[], datetime]
) -> CallReport | None:
    """Return what is told of a call that is over; where something is missing yet, after asking again."""
    report = status.report
    if status.event.outcome is not Outcome.ANSWERED:
        return report
    with suppress(TimeoutError):
        async with asyncio.timeout(asking.transcript_s * (asking.transcript_tries + 1)):
            for _ in range(asking.transcript_tries):
                if _is_whole(report, call) or source.limited_for_s > 0:
                    break
                await _wait(asking.transcript_s, now)
                with suppress(ProviderError):
                    report = (await source.ask()).report or report
    return report


def _is_whole(report: CallReport | None, call: Call) -> bool:
    if report is None or not report.transcript:
        return False
    return report.has_recording or call.request.agent is None or not call.request.agent.record


def _lost(state: CallState, at: datetime, error: ProviderError | None = None) -> CallStep:
    """Return the end of a call of which the provider tells nothing more."""
    was_answered = state is CallState.IN_PROGRESS
    outcome = Outcome.ANSWERED if was_answered else Outcome.UNKNOWN
    reason = Reason.END_NOT_SEEN if was_answered else Reason.NOT_TOLD
    if error is not None:
        reason = error.reason if error.reason is Reason.CALL_NOT_FOUND else Reason.STATUS_REFUSED
    detail = error.detail if error is not None else ""
    return CallStep(CallState.ENDED, at, KnownBy.LOCAL, outcome, reason, detail)
