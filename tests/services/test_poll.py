"""Calls that are asked for: every step as the provider tells it, at a pace it can bear, up to the end."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from service_fakes import ACCOUNT, NOON, POLLED, TASK, World, call_in, now, settle, talking

from app.domain.agent import CallReport, Speaker, Utterance
from app.domain.call import CallState, KnownBy, Outcome
from app.domain.provider import (
    AccountNotFound,
    AuthenticationFailed,
    Budget,
    CallEvent,
    CallStatus,
    InvalidRequest,
    OutcomeUnknown,
    ProviderError,
    ProviderFailed,
    ProviderUnavailable,
    RateLimited,
    Recording,
    UnexpectedReply,
)
from app.domain.reason import Reason
from app.services.call_service import CallService
from app.services.poll import Asking
from app.services.secret_store import SecretsSilent, SecretsUnavailable

if TYPE_CHECKING:
    from app.domain.call import Call

QUEUED, SENDING, PLACED = CallState.QUEUED, CallState.SENDING, CallState.PLACED
RINGING, IN_PROGRESS, ENDED = CallState.RINGING, CallState.IN_PROGRESS, CallState.ENDED
ASKING = Asking()

REPORT = CallReport(42.0, (Utterance(Speaker.AGENT, "Hello", 0.5),), has_recording=True)
MUTE = CallReport(42.0)


def says(
    kind: str,
    state: CallState | None = None,
    outcome: Outcome | None = None,
    report: CallReport | None = None,
    *,
    understood: bool = True,
) -> CallStatus:
    return CallStatus(CallEvent(frozenset({"P1"}), kind, state, outcome, understood), report)


WAITS = says("queued")
RINGS = says("ringing", RINGING)
TALKS = says("in_progress", IN_PROGRESS)
COMPLETED = says("completed", ENDED, Outcome.ANSWERED, REPORT)
COMPLETED_MUTE = says("completed", ENDED, Outcome.ANSWERED, MUTE)


@pytest.fixture
def polled(world: World) -> World:
    """The world with a provider that is asked."""
    world.far.kind.capabilities = POLLED
    return world


async def talk(world: World, *told: CallStatus | Exception) -> Call:
    """Place a call of which that is told, the last of it for ever; return it with its end."""
    world.far.says = list(told)
    return await world.call(talking())


def intervals(world: World) -> list[float]:
    """How long was waited before each question."""
    at = [world.far.placed_at[-1], *world.far.asked_at]
    return [round(later - earlier, 3) for earlier, later in pairwise(at)]


# --- steps --------------------------------------------------------------------------------------------


async def test_every_status_is_a_step(polled: World) -> None:
    call = await talk(polled, WAITS, RINGS, TALKS, COMPLETED)
    assert polled.states == [QUEUED, SENDING, PLACED, RINGING, IN_PROGRESS, ENDED]
    assert {step.known_by for step in call.steps[2:]} == {KnownBy.PROVIDER}
    assert [step.detail for step in call.steps[3:]] == ["ringing", "in_progress", "completed"]
    assert polled.end == (Outcome.ANSWERED, KnownBy.PROVIDER, None)
    assert set(polled.far.asked_for) == {"P1"}


async def test_the_report_comes_with_the_last_step(polled: World) -> None:
    call = await talk(polled, RINGS, COMPLETED)
    assert [each.report for each in polled.shown[:-1]] == [None] * (len(polled.shown) - 1)
    assert call.report == REPORT
    assert polled.history.calls[call.id] == call


async def test_a_jump_to_the_end_is_an_answer_and_an_end(polled: World) -> None:
    await talk(polled, WAITS, COMPLETED)
    assert polled.states == [QUEUED, SENDING, PLACED, IN_PROGRESS, ENDED]


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (Outcome.NO_ANSWER, None),
        (Outcome.BUSY, None),
        (Outcome.REJECTED, None),
        (Outcome.FAILED, Reason.CALL_FAILED),
    ],
)
@pytest.mark.parametrize("before", [WAITS, RINGS])
async def test_an_end_without_an_answer(
    polled: World, before: CallStatus, outcome: Outcome, reason: Reason | None
) -> None:
    await talk(polled, before, says(outcome, ENDED, outcome, CallReport()))
    assert IN_PROGRESS not in polled.states
    assert polled.end == (outcome, KnownBy.PROVIDER, reason)


@pytest.mark.parametrize("outcome", [Outcome.NO_ANSWER, Outcome.BUSY, Outcome.REJECTED])
async def test_what_was_answered_stays_answered(polled: World, outcome: Outcome) -> None:
    await talk(polled, TALKS, says("odd", ENDED, outcome, MUTE))
    assert polled.end == (Outcome.ANSWERED, KnownBy.PROVIDER, None)


async def test_a_status_that_goes_back_is_nothing_new(polled: World) -> None:
    await talk(polled, TALKS, RINGS, WAITS, TALKS, COMPLETED)
    assert polled.states == [QUEUED, SENDING, PLACED, IN_PROGRESS, ENDED]


async def test_a_status_that_is_not_known_is_passed_over_and_counted_once(polled: World) -> None:
    odd, other = says("dreaming", understood=False), says("snoring", understood=False)
    await talk(polled, odd, odd, RINGS, odd, other, COMPLETED)
    assert polled.states == [QUEUED, SENDING, PLACED, RINGING, IN_PROGRESS, ENDED]
    assert polled.live.passed_over == 2


# --- the transcript -----------------------------------------------------------------------------------


async def test_a_transcript_that_comes_late_is_waited_for(polled: World) -> None:
    call = await talk(polled, TALKS, COMPLETED_MUTE, ProviderUnavailable(), COMPLETED)
    assert call.report == REPORT
    assert intervals(polled)[-2:] == [ASKING.transcript_s] * 2


async def test_a_transcript_that_never_comes_is_waited_for_briefly(polled: World) -> None:
    call = await talk(polled, TALKS, COMPLETED_MUTE)
    assert call.report == MUTE
    assert len(polled.far.asked_at) == 2 + ASKING.transcript_tries


async def test_no_transcript_is_waited_for_where_nobody_talked(polled: World) -> None:
    await talk(polled, says("busy", ENDED, Outcome.BUSY, CallReport()))
    assert len(polled.far.asked_at) == 1


async def test_a_rate_limit_ends_the_wait_for_a_transcript(polled: World) -> None:
    limited = RateLimited("", NOON + timedelta(seconds=60))
    call = await talk(polled, COMPLETED_MUTE, limited)
    assert call.report == MUTE
    assert len(polled.far.asked_at) == 2


# --- pace ---------------------------------------------------------------------------------------------


async def test_questions_come_slower_up_to_the_longest_wait(polled: World) -> None:
    await talk(polled, *[WAITS] * 8, COMPLETED)
    assert intervals(polled) == [1.0, 1.4, 1.96, 2.744, 3.842, 5.0, 5.0, 5.0, 5.0]


async def test_a_low_budget_is_spared(polled: World) -> None:
    polled.far.budget = Budget(60, 11, NOON + timedelta(seconds=40))
    await talk(polled, *[WAITS] * 3, COMPLETED)
    assert intervals(polled) == [15.0, 15.0, 15.0, 2.744]


async def test_a_budget_that_is_used_up_is_waited_for(polled: World) -> None:
    polled.far.budget = Budget(60, 0, NOON + timedelta(seconds=40))
    await talk(polled, COMPLETED)
    assert intervals(polled) == [40.0]


async def test_nothing_is_asked_while_rate_limited(polled: World) -> None:
    await talk(polled, RateLimited("", NOON + timedelta(seconds=31)), COMPLETED)
    assert [round(at, 3) for at in polled.far.asked_at] == [1.0, 31.0]
    assert polled.states == [QUEUED, SENDING, PLACED, IN_PROGRESS, ENDED]


async def test_a_computer_that_comes_back_from_sleep_asks_at_once(world: World) -> None:
    slept = timedelta()
    world.far.kind.capabilities = POLLED
    world.calls._now = lambda: now() + slept
    world.far.says = [WAITS]
    call_id = world.calls.place(talking())
    await asyncio.sleep(20.5)
    before = len(world.far.asked_at)
    slept = timedelta(hours=1)
    await asyncio.sleep(1.1)
    assert len(world.far.asked_at) == before + 1
    world.far.says = [COMPLETED]
    await asyncio.sleep(1.1)  # and soon once more
    await world.calls.finished(call_id)
    assert len(world.far.asked_at) == before + 2


# --- errors -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "error", [ProviderUnavailable(), OutcomeUnknown(), UnexpectedReply("odd"), ProviderFailed("no")]
)
async def test_an_error_while_asking_is_asked_again(polled: World, error: ProviderError) -> None:
    await talk(polled, error, RINGS, error, error, COMPLETED)
    assert polled.states == [QUEUED, SENDING, PLACED, RINGING, IN_PROGRESS, ENDED]
    assert polled.accounts.open.status(ACCOUNT.id).reason is None


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (InvalidRequest("gone", reason=Reason.CALL_NOT_FOUND), Reason.CALL_NOT_FOUND),
        (InvalidRequest("no"), Reason.STATUS_REFUSED),
        (AccountNotFound("no"), Reason.STATUS_REFUSED),
        (AuthenticationFailed("no"), Reason.STATUS_REFUSED),
    ],
)
async def test_a_refusal_ends_it_as_unknown(polled: World, error: ProviderError, reason: Reason) -> None:
    call = await talk(polled, RINGS, error)
    assert polled.end == (Outcome.UNKNOWN, KnownBy.LOCAL, reason)
    assert call.last.detail == error.detail


async def test_a_refusal_of_an_answered_call_leaves_the_answer(polled: World) -> None:
    await talk(polled, TALKS, InvalidRequest("gone", reason=Reason.CALL_NOT_FOUND))
    assert polled.end == (Outcome.ANSWERED, KnownBy.LOCAL, Reason.CALL_NOT_FOUND)


async def test_a_refused_token_is_noted_on_the_account(polled: World) -> None:
    await talk(polled, AuthenticationFailed("no"))
    assert polled.accounts.open.status(ACCOUNT.id).reason is Reason.TOKEN_REFUSED


@pytest.mark.parametrize("told", [WAITS, ProviderUnavailable()])
async def test_a_call_that_never_ends_is_given_up(polled: World, told: CallStatus | Exception) -> None:
    await talk(polled, told)
    assert polled.end == (Outcome.UNKNOWN, KnownBy.LOCAL, Reason.NOT_TOLD)
    assert TASK.longest_s + ASKING.give_up_s <= (now() - NOON).total_seconds() < TASK.longest_s + 610


async def test_an_answered_call_that_never_ends_stays_answered(polled: World) -> None:
    await talk(polled, TALKS)
    assert polled.end == (Outcome.ANSWERED, KnownBy.LOCAL, Reason.END_NOT_SEEN)


# --- leaving and coming back --------------------------------------------------------------------------


def another_start(world: World) -> CallService:
    """The same profile, in a program that was started later."""
    return CallService(
        accounts=world.accounts,
        live=world.live,
        history=world.history,
        on_change=world._show,
        on_trouble=lambda sentence: world.log.append(("trouble", sentence)),
        now=now,
    )


@pytest.mark.parametrize(("told", "state"), [(WAITS, PLACED), (RINGS, RINGING), (TALKS, IN_PROGRESS)])
async def test_closed_on_the_next_start_asks_on(polled: World, told: CallStatus, state: CallState) -> None:
    polled.far.says = [told]
    call_id = polled.calls.place(talking())
    await asyncio.sleep(1.1)
    await polled.calls.close()
    left = polled.history.calls[call_id]
    assert left.state is state
    assert polled.calls.under_way == ()

    later = another_start(polled)
    polled.history.abandoned = [left]
    polled.far.says = [COMPLETED]
    await later.recover()
    assert later.under_way == (left,)
    assert not later.can_cancel(call_id)
    await later.finished(call_id)
    assert polled.end == (Outcome.ANSWERED, KnownBy.PROVIDER, None)
    assert polled.history.calls[call_id].report == REPORT
    assert len(polled.far.requests) == 1


def abandoned(state: CallState) -> Call:
    call = call_in(state)
    return replace(call, request=talking())


async def test_closed_before_the_reply_it_is_unknown(polled: World) -> None:
    polled.far.replying.hold()
    polled.calls.place(talking())
    await settle()
    await polled.calls.close()
    assert polled.end == (Outcome.UNKNOWN, KnownBy.LOCAL, Reason.CLOSED_WHILE_SENDING)


@pytest.mark.parametrize(
    ("state", "outcome", "reason"),
    [
        (QUEUED, Outcome.CANCELLED, Reason.CLOSED_BEFORE_SENDING),
        (SENDING, Outcome.UNKNOWN, Reason.CLOSED_WHILE_SENDING),
    ],
)
async def test_an_abandoned_call_without_an_id_cannot_be_asked_for(
    polled: World, state: CallState, outcome: Outcome, reason: Reason
) -> None:
    polled.history.abandoned = [abandoned(state)]
    await polled.calls.recover()
    assert polled.end == (outcome, KnownBy.LOCAL, reason)
    assert polled.far.asked_at == []


async def test_an_abandoned_call_of_an_account_that_is_gone_cannot_be_asked_for(polled: World) -> None:
    call = abandoned(RINGING)
    polled.history.abandoned = [replace(call, request=talking(account_id="gone"))]
    await polled.calls.recover()
    assert polled.end == (Outcome.UNKNOWN, KnownBy.LOCAL, Reason.CLOSED_WHILE_RINGING)


@pytest.mark.parametrize("error", [SecretsSilent(), SecretsUnavailable("Install one.")])
async def test_a_keyring_that_is_locked_at_the_start_is_tried_again(polled: World, error: Exception) -> None:
    polled.history.abandoned = [abandoned(RINGING)]
    polled.secrets.error = error
    polled.far.says = [COMPLETED]
    await polled.calls.recover()
    await asyncio.sleep(20)
    assert [call.state for call in polled.calls.under_way] == [RINGING]
    polled.secrets.error = None
    await asyncio.sleep(6)
    assert polled.end == (Outcome.ANSWERED, KnownBy.PROVIDER, None)


async def test_a_call_goes_on_when_its_account_is_removed(polled: World) -> None:
    polled.far.says = [RINGS]
    call_id = polled.calls.place(talking())
    await asyncio.sleep(2)
    await polled.accounts.remove(ACCOUNT.id)
    polled.far.says = [COMPLETED]
    await polled.calls.finished(call_id)
    assert polled.end == (Outcome.ANSWERED, KnownBy.PROVIDER, None)


# --- the recording ------------------------------------------------------------------------------------


async def test_the_recording_is_fetched_for_the_call(polled: World) -> None:
    call = await talk(polled, COMPLETED)
    assert await polled.calls.recording(call) == Recording(b"RIFF", "wav")
    assert polled.far.asked_for[-1] == "P1"


async def test_a_recording_that_does_not_come_speaks_of_no_call(polled: World) -> None:
    call = await talk(polled, COMPLETED)
    polled.far.recording = OutcomeUnknown("no")
    with pytest.raises(ProviderUnavailable) as caught:
        await polled.calls.recording(call)
    assert caught.value.reason is Reason.NO_ANSWER
