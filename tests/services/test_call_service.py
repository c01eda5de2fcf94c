"""CallService: one call a press, every step on disk before it is shown, and an end for every call."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from service_fakes import ACCOUNT, NOON, World, call_in, now, ring, settle

from app.domain.call import CallState, KnownBy, Outcome
from app.domain.provider import (
    AccountNotFound,
    AuthenticationFailed,
    CallEvent,
    InsufficientCredit,
    InvalidAccount,
    InvalidRequest,
    LiveStatusOff,
    OutcomeUnknown,
    ProviderError,
    ProviderFailed,
    ProviderUnavailable,
    RateLimited,
    UnexpectedReply,
)
from app.domain.reason import Reason
from app.services.secret_store import SecretsSilent, SecretsUnavailable

if TYPE_CHECKING:
    from app.domain.call import Call

QUEUED, SENDING, PLACED = CallState.QUEUED, CallState.SENDING, CallState.PLACED
RINGING, IN_PROGRESS, ENDED = CallState.RINGING, CallState.IN_PROGRESS, CallState.ENDED

OFFER = CallEvent(frozenset({"P1"}), "offer", RINGING)
ACCEPTED = CallEvent(frozenset({"P1"}), "accepted", IN_PROGRESS)
TERMINATED = CallEvent(frozenset({"P1"}), "terminated", ENDED)


# --- placing ------------------------------------------------------------------------------------------


async def test_a_call_without_live_status_goes_by_the_clock_to_unknown(world: World) -> None:
    call = await world.call()
    assert world.states == [QUEUED, SENDING, PLACED, RINGING, ENDED]
    assert [step.known_by for step in call.steps] == [
        KnownBy.LOCAL, KnownBy.LOCAL, KnownBy.PROVIDER, KnownBy.CLOCK, KnownBy.CLOCK,
    ]  # fmt: skip
    assert world.end == (Outcome.UNKNOWN, KnownBy.CLOCK, Reason.RING_TIME_OVER)
    assert now() == NOON + timedelta(seconds=8)


async def test_what_the_provider_said_is_kept(world: World) -> None:
    call = await world.call()
    placed = call.step(PLACED)
    assert call.provider_call_id == "P1"
    assert placed is not None
    assert placed.detail == "Call placed successfully"
    assert (call.account_name, call.provider) == ("Support", "Fake")


async def test_place_returns_at_once_and_the_provider_is_asked_exactly_once(world: World) -> None:
    request = ring()
    call_id = world.calls.place(request)
    assert world.far.requests == []
    assert [call.id for call in world.calls.under_way] == [call_id]
    await world.calls.finished(call_id)
    assert world.far.requests == [request]
    assert world.calls.under_way == ()


async def test_every_press_is_a_call_of_its_own(world: World) -> None:
    ids = [world.calls.place(ring()), world.calls.place(ring())]
    for call_id in ids:
        await world.calls.finished(call_id)
    assert len(world.far.requests) == 2
    assert {call.id for call in world.shown} == set(ids)


async def test_every_step_is_recorded_before_it_is_shown(world: World) -> None:
    await world.call()
    expected = [(what, state) for state in (QUEUED, SENDING, PLACED, RINGING, ENDED)
                for what in ("recorded", "shown")]  # fmt: skip
    assert world.log == expected


async def test_nothing_leaves_before_sending_is_on_disk(world: World) -> None:
    world.history.gates[SENDING].hold()
    call_id = world.calls.place(ring())
    await settle()
    assert world.history.gates[SENDING].reached == 1
    assert world.far.requests == []
    world.history.gates[SENDING].open()
    await world.calls.finished(call_id)
    assert len(world.far.requests) == 1


async def test_finished_returns_at_once_for_a_call_that_is_over_or_unknown(world: World) -> None:
    call = await world.call()
    await world.calls.finished(call.id)
    await world.calls.finished("never heard of")


# --- history that cannot be written -------------------------------------------------------------------


@pytest.mark.parametrize("state", [QUEUED, SENDING])
async def test_a_call_that_cannot_be_recorded_is_not_sent(world: World, state: CallState) -> None:
    world.history.fails = {state}
    call = await world.call()
    assert world.far.requests == []
    assert world.end == (Outcome.FAILED, KnownBy.LOCAL, Reason.NOT_RECORDED)
    assert call.last.detail == "The disk is full."
    assert call.step(SENDING) is None
    assert SENDING not in world.states


async def test_a_full_disk_at_every_step_is_told_and_nothing_is_sent(world: World) -> None:
    world.history.fails = set(CallState)
    await world.call()
    assert world.far.requests == []
    assert world.states == [ENDED]
    assert ("trouble", "The disk is full.") in world.log


@pytest.mark.parametrize("state", [PLACED, RINGING, ENDED])
async def test_a_later_step_that_cannot_be_recorded_is_shown_all_the_same(
    world: World, state: CallState
) -> None:
    world.history.fails = {state}
    await world.call()
    assert world.states == [QUEUED, SENDING, PLACED, RINGING, ENDED]
    trouble = world.log.index(("trouble", "The disk is full."))
    assert world.log[trouble + 1] == ("shown", state)
    assert world.end == (Outcome.UNKNOWN, KnownBy.CLOCK, Reason.RING_TIME_OVER)


# --- what the provider answers ------------------------------------------------------------------------

REFUSED = [
    (AuthenticationFailed("no"), Outcome.FAILED, KnownBy.PROVIDER),
    (InvalidRequest("no"), Outcome.FAILED, KnownBy.PROVIDER),
    (AccountNotFound("no"), Outcome.FAILED, KnownBy.PROVIDER),
    (InvalidAccount("no"), Outcome.FAILED, KnownBy.PROVIDER),
    (InsufficientCredit("no"), Outcome.FAILED, KnownBy.PROVIDER),
    (RateLimited("no", NOON + timedelta(seconds=5)), Outcome.FAILED, KnownBy.PROVIDER),
    (ProviderFailed("no"), Outcome.FAILED, KnownBy.PROVIDER),
    (OutcomeUnknown("no"), Outcome.UNKNOWN, KnownBy.LOCAL),
    (OutcomeUnknown("30", reason=Reason.NO_REPLY), Outcome.UNKNOWN, KnownBy.LOCAL),
    (UnexpectedReply("no"), Outcome.UNKNOWN, KnownBy.LOCAL),
]


@pytest.mark.parametrize(
    ("error", "outcome", "known_by"), REFUSED, ids=lambda value: getattr(value, "reason", "")
)
async def test_an_error_after_leaving_ends_the_call(
    world: World, error: ProviderError, outcome: Outcome, known_by: KnownBy
) -> None:
    world.far.reply = error
    call = await world.call()
    assert world.end == (outcome, known_by, error.reason)
    assert call.last.detail == error.detail
    assert world.states == [QUEUED, SENDING, ENDED]
    assert len(world.far.requests) == 1


@pytest.mark.parametrize(
    "error", [ProviderUnavailable("no"), InvalidAccount("no"), OutcomeUnknown(), UnexpectedReply()]
)
async def test_an_error_before_leaving_is_always_a_failure(world: World, error: ProviderError) -> None:
    world.far.leaves = False
    world.far.reply = error
    await world.call()
    assert world.end == (Outcome.FAILED, KnownBy.LOCAL, error.reason)


async def test_every_provider_error_was_tried() -> None:
    leaves = {type(error) for error, *_ in REFUSED} | {ProviderUnavailable}
    ours = {kind for kind in ProviderError.__subclasses__() if kind.__module__ == ProviderError.__module__}
    assert leaves == ours - {LiveStatusOff}


@pytest.mark.parametrize(
    ("leaves", "outcome", "reason"),
    [
        (False, Outcome.FAILED, Reason.BROKEN_INSIDE),
        (True, Outcome.UNKNOWN, Reason.CONNECTION_BROKE),
    ],
)
@pytest.mark.logs("Call .* broke")
async def test_a_mistake_in_the_adapter_ends_the_call_and_is_logged(
    world: World, caplog: pytest.LogCaptureFixture, leaves: bool, outcome: Outcome, reason: Reason
) -> None:
    world.far.leaves = leaves
    world.far.reply = ZeroDivisionError()
    await world.call()
    assert world.end == (outcome, KnownBy.LOCAL, reason)
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.logs("Whoever was told of a call failed")
async def test_a_mistake_of_the_listener_changes_nothing_about_the_call(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    def show(call: Call) -> None:
        world.shown.append(call)
        raise ZeroDivisionError

    world.calls._on_change = show
    await world.call()
    assert world.states == [QUEUED, SENDING, PLACED, RINGING, ENDED]
    assert world.end == (Outcome.UNKNOWN, KnownBy.CLOCK, Reason.RING_TIME_OVER)
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.logs("Call .* broke")
async def test_a_mistake_while_following_an_answered_call_keeps_the_answer(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    live = await world.go_live()
    call_id = world.calls.place(ring())
    await settle()
    live.say(ACCEPTED)
    await settle()
    live.say(CallEvent(None, "of no call at all"))  # type: ignore[arg-type]
    await world.calls.finished(call_id)
    assert world.end == (Outcome.ANSWERED, KnownBy.LOCAL, Reason.END_NOT_SEEN)
    assert "broke" in caplog.text


async def test_a_reply_that_came_is_noted_on_the_account(world: World) -> None:
    await world.call()
    assert world.changed_accounts == [ACCOUNT.id]


async def test_a_refused_token_is_noted_on_the_account(world: World) -> None:
    world.far.reply = AuthenticationFailed("Invalid token")
    await world.call()
    assert world.accounts.open.status(ACCOUNT.id).reason is Reason.TOKEN_REFUSED


# --- secrets and accounts -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "reason", "detail"),
    [
        (SecretsUnavailable("Install one."), Reason.SECRETS_MISSING, "Install one."),
        (SecretsSilent("It slept."), Reason.SECRETS_SILENT, ""),
    ],
)
async def test_without_the_secret_nothing_is_sent(
    world: World, error: Exception, reason: Reason, detail: str
) -> None:
    world.secrets.error = error
    call = await world.call()
    assert world.end == (Outcome.FAILED, KnownBy.LOCAL, reason)
    assert call.last.detail == detail
    assert world.far.requests == []


async def test_an_account_without_a_token_sends_nothing(world: World) -> None:
    world.secrets.kept.clear()
    await world.call()
    assert world.end == (Outcome.FAILED, KnownBy.LOCAL, Reason.NO_TOKEN)


async def test_an_account_that_is_gone_sends_nothing(world: World) -> None:
    call = await world.call(ring(account_id="gone"))
    assert world.end == (Outcome.FAILED, KnownBy.LOCAL, Reason.NO_ACCOUNT)
    assert (call.account_name, call.provider) == ("", "")


# --- the rate limit -----------------------------------------------------------------------------------


async def test_nothing_is_sent_until_the_rate_limit_is_lifted(world: World) -> None:
    world.far.reply = RateLimited("Rate limit exceeded.", NOON + timedelta(seconds=5))
    await world.call()
    for _ in range(3):
        await world.call()
        assert world.end == (Outcome.FAILED, KnownBy.LOCAL, Reason.RATE_LIMITED)
        assert world.states[-2:] == [QUEUED, ENDED]
    assert len(world.far.requests) == 1


async def test_after_the_rate_limit_calls_are_sent_again(world: World) -> None:
    world.far.reply = RateLimited("Rate limit exceeded.", NOON + timedelta(seconds=5))
    await world.call()
    await asyncio.sleep(5)
    await world.call()
    assert len(world.far.requests) == 2


async def test_a_call_that_the_limit_held_back_does_not_count_as_an_exchange(world: World) -> None:
    world.accounts.open.note_error(ACCOUNT.id, RateLimited("", NOON + timedelta(seconds=60)))
    await asyncio.sleep(59)
    await world.call()
    await asyncio.sleep(1)
    world.accounts.open.keep_warm(ACCOUNT.id)
    await settle()
    assert world.far.lines_asked.reached == 1


# --- cancelling ---------------------------------------------------------------------------------------


async def test_cancelled_in_the_same_breath_as_placed(world: World) -> None:
    call_id = world.calls.place(ring())
    assert world.calls.cancel(call_id)
    await world.calls.finished(call_id)
    assert world.end == (Outcome.CANCELLED, KnownBy.LOCAL, Reason.CANCELLED)
    assert world.history.calls[call_id].outcome is Outcome.CANCELLED
    assert world.far.requests == []


async def test_cancelled_while_the_secret_is_awaited(world: World) -> None:
    world.secrets.asked.hold()
    call_id = world.calls.place(ring())
    await settle()
    assert world.calls.can_cancel(call_id)
    assert world.calls.cancel(call_id)
    await world.calls.finished(call_id)
    assert world.end == (Outcome.CANCELLED, KnownBy.LOCAL, Reason.CANCELLED)
    assert world.far.requests == []
    assert world.history.calls[call_id].outcome is Outcome.CANCELLED


async def test_cancelled_while_connecting(world: World) -> None:
    world.far.connecting.hold()
    call_id = world.calls.place(ring())
    await settle()
    assert world.states == [QUEUED, SENDING]
    assert world.calls.cancel(call_id)
    await world.calls.finished(call_id)
    assert world.end == (Outcome.CANCELLED, KnownBy.LOCAL, Reason.CANCELLED)


async def test_cancelling_is_refused_once_it_has_left(world: World) -> None:
    world.far.replying.hold()
    call_id = world.calls.place(ring())
    await settle()
    assert not world.calls.can_cancel(call_id)
    assert not world.calls.cancel(call_id)
    world.far.replying.open()
    await world.calls.finished(call_id)
    assert PLACED in world.states


async def test_cancelling_is_refused_for_a_call_that_is_over_or_unknown(world: World) -> None:
    call = await world.call()
    assert not world.calls.cancel(call.id)
    assert not world.calls.can_cancel("never heard of")
    assert not world.calls.cancel("never heard of")


async def test_cancelling_is_refused_while_the_end_is_being_written(world: World) -> None:
    world.secrets.error = SecretsSilent()
    world.history.gates[ENDED].hold()
    call_id = world.calls.place(ring())
    await settle()
    assert not world.calls.cancel(call_id)
    world.history.gates[ENDED].open()
    await world.calls.finished(call_id)
    assert world.end == (Outcome.FAILED, KnownBy.LOCAL, Reason.SECRETS_SILENT)


async def test_cancelling_twice_is_cancelling_once(world: World) -> None:
    world.far.connecting.hold()
    world.history.gates[ENDED].hold()
    call_id = world.calls.place(ring())
    await settle()
    world.calls.cancel(call_id)
    await settle()
    world.calls.cancel(call_id)
    await settle()
    world.history.gates[ENDED].open()
    await world.calls.finished(call_id)
    assert world.states == [QUEUED, SENDING, ENDED]


@pytest.mark.parametrize("state", [QUEUED, SENDING])
async def test_cancelled_while_a_record_is_being_written_waits_for_the_disk(
    world: World, state: CallState
) -> None:
    gate = world.history.gates[state]
    gate.hold()
    call_id = world.calls.place(ring())
    await settle()
    assert world.calls.cancel(call_id)
    await settle()
    assert world.log == [] if state is QUEUED else world.log == [("recorded", QUEUED), ("shown", QUEUED)]
    gate.open()
    await world.calls.finished(call_id)
    assert world.log[-3:] == [("recorded", state), ("recorded", ENDED), ("shown", ENDED)]
    assert world.end == (Outcome.CANCELLED, KnownBy.LOCAL, Reason.CANCELLED)
    assert world.far.requests == []


async def test_cancelled_while_sending_is_written_to_a_full_disk_is_cancelled(world: World) -> None:
    gate = world.history.gates[SENDING]
    gate.hold()
    call_id = world.calls.place(ring())
    await settle()
    world.history.fails = {SENDING}
    world.calls.cancel(call_id)
    gate.open()
    await world.calls.finished(call_id)
    assert world.end == (Outcome.CANCELLED, KnownBy.LOCAL, Reason.CANCELLED)
    assert world.shown[-1].step(SENDING) is None


# --- closing ------------------------------------------------------------------------------------------


async def close_at(world: World, *steps: CallState) -> Call:
    """Close once these were shown, within five seconds; return the call as history has it."""
    call_id = world.calls.place(ring())
    await settle()
    assert tuple(world.states) == steps
    before = asyncio.get_running_loop().time()
    await world.calls.close()
    assert asyncio.get_running_loop().time() - before < 5
    assert world.calls.under_way == ()
    assert world.history.calls[call_id] == world.shown[-1]
    return world.shown[-1]


async def test_closed_in_the_same_breath_as_placed(world: World) -> None:
    call_id = world.calls.place(ring())
    await world.calls.close()
    assert world.history.calls[call_id].last.reason is Reason.CLOSED_BEFORE_SENDING
    assert world.far.requests == []


async def test_closed_while_queued(world: World) -> None:
    world.secrets.asked.hold()
    await close_at(world, QUEUED)
    assert world.end == (Outcome.CANCELLED, KnownBy.LOCAL, Reason.CLOSED_BEFORE_SENDING)


async def test_closed_while_connecting(world: World) -> None:
    world.far.connecting.hold()
    await close_at(world, QUEUED, SENDING)
    assert world.end == (Outcome.CANCELLED, KnownBy.LOCAL, Reason.CLOSED_BEFORE_SENDING)


async def test_closed_while_no_reply_comes(world: World) -> None:
    world.far.replying.hold()
    await close_at(world, QUEUED, SENDING)
    assert world.end == (Outcome.UNKNOWN, KnownBy.LOCAL, Reason.CLOSED_WHILE_SENDING)


async def test_closed_just_before_the_reply_comes(world: World) -> None:
    world.far.replying.hold()
    asyncio.get_running_loop().call_later(1.0, world.far.replying.open)
    call = await close_at(world, QUEUED, SENDING)
    assert call.was_placed
    assert world.end == (Outcome.UNKNOWN, KnownBy.LOCAL, Reason.CLOSED_WHILE_RINGING)


async def test_closed_while_placed(world: World) -> None:
    await world.go_live()
    await close_at(world, QUEUED, SENDING, PLACED)
    assert world.end == (Outcome.UNKNOWN, KnownBy.LOCAL, Reason.CLOSED_WHILE_RINGING)


async def test_closed_while_ringing(world: World) -> None:
    await close_at(world, QUEUED, SENDING, PLACED, RINGING)
    assert world.end == (Outcome.UNKNOWN, KnownBy.LOCAL, Reason.CLOSED_WHILE_RINGING)


async def test_closed_while_in_progress(world: World) -> None:
    live = await world.go_live()
    world.calls.place(ring())
    await settle()
    live.say(ACCEPTED)
    await settle()
    await world.calls.close()
    assert world.end == (Outcome.ANSWERED, KnownBy.LOCAL, Reason.END_NOT_SEEN)


async def test_closed_while_the_end_is_being_written(world: World) -> None:
    world.far.reply = ProviderFailed("no")
    world.history.gates[ENDED].hold()
    call_id = world.calls.place(ring())
    await settle()
    asyncio.get_running_loop().call_later(1.0, world.history.gates[ENDED].open)
    await world.calls.close()
    assert world.end == (Outcome.FAILED, KnownBy.PROVIDER, Reason.PROVIDER_FAILED)
    assert world.history.calls[call_id] == world.shown[-1]


async def test_closing_after_cancelling_still_shows_the_end(world: World) -> None:
    world.far.connecting.hold()
    world.history.gates[ENDED].hold()
    call_id = world.calls.place(ring())
    await settle()
    world.calls.cancel(call_id)
    await settle()
    asyncio.get_running_loop().call_later(1.0, world.history.gates[ENDED].open)
    await world.calls.close()
    assert world.end == (Outcome.CANCELLED, KnownBy.LOCAL, Reason.CANCELLED)


async def test_closing_ends_every_call_and_can_be_done_twice(world: World) -> None:
    world.far.replying.hold()
    world.calls.place(ring())
    world.calls.place(ring())
    await settle()
    await world.calls.close()
    await world.calls.close()
    assert [call.outcome for call in world.history.calls.values()] == [Outcome.UNKNOWN] * 2


# --- what a program that is gone left behind ----------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "outcome", "reason"),
    [
        (QUEUED, Outcome.CANCELLED, Reason.CLOSED_BEFORE_SENDING),
        (SENDING, Outcome.UNKNOWN, Reason.CLOSED_WHILE_SENDING),
        (PLACED, Outcome.UNKNOWN, Reason.CLOSED_WHILE_RINGING),
        (RINGING, Outcome.UNKNOWN, Reason.CLOSED_WHILE_RINGING),
        (IN_PROGRESS, Outcome.ANSWERED, Reason.END_NOT_SEEN),
    ],
)
async def test_an_abandoned_call_gets_its_end(
    world: World, state: CallState, outcome: Outcome, reason: Reason
) -> None:
    world.history.abandoned = [call_in(state)]
    await world.calls.recover()
    assert world.end == (outcome, KnownBy.LOCAL, reason)
    assert world.log == [("recorded", ENDED), ("shown", ENDED)]
    assert world.far.requests == []


async def test_a_call_that_is_over_is_left_alone(world: World) -> None:
    world.history.abandoned = [call_in(ENDED, outcome=Outcome.ANSWERED)]
    await world.calls.recover()
    assert world.log == []
