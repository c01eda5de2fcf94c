"""A request that was interrupted is sent again with its key, where the provider carries it out once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from service_fakes import NOON, POLLED, World, settle, talking

from app.domain.call import CallState, KnownBy, Outcome
from app.domain.provider import (
    AuthenticationFailed,
    CallEvent,
    CallStatus,
    InsufficientCredit,
    InvalidRequest,
    OutcomeUnknown,
    ProviderError,
    ProviderFailed,
    ProviderUnavailable,
    RateLimited,
    UnexpectedReply,
)
from app.domain.reason import Reason
from app.services.repeat import REPEAT_WITHIN_S, REPEATS

BROKEN = OutcomeUnknown("it broke")
BUSY = CallStatus(CallEvent(frozenset({"P1"}), "busy", CallState.ENDED, Outcome.BUSY))


@pytest.fixture
def polled(world: World) -> World:
    """The world with a provider whose POST can be repeated."""
    world.far.kind.capabilities = POLLED
    world.far.says = [BUSY]
    return world


@pytest.mark.parametrize("interruptions", range(1, REPEATS + 1))
async def test_an_interrupted_request_is_sent_again_with_the_same_key(
    polled: World, interruptions: int
) -> None:
    polled.far.first_replies = [BROKEN] * interruptions
    call = await polled.call(talking())
    assert polled.far.keys == [call.id] * (interruptions + 1)
    assert polled.end == (Outcome.BUSY, KnownBy.PROVIDER, None)
    assert polled.far.placed_at[-1] < REPEAT_WITHIN_S


async def test_every_press_has_a_key_of_its_own(polled: World) -> None:
    await polled.call(talking())
    await polled.call(talking())
    assert len(set(polled.far.keys)) == 2


async def test_after_three_repetitions_it_is_unknown(polled: World) -> None:
    polled.far.reply = BROKEN
    call = await polled.call(talking())
    assert len(polled.far.requests) == 1 + REPEATS
    assert polled.end == (Outcome.UNKNOWN, KnownBy.LOCAL, BROKEN.reason)
    assert call.last.detail == "it broke"


async def test_after_half_a_minute_it_is_unknown(polled: World) -> None:
    polled.far.first_replies = [BROKEN]
    call_id = polled.calls.place(talking())
    await settle()
    polled.far.replying.hold()
    await polled.calls.finished(call_id)
    assert len(polled.far.requests) == 2
    assert polled.end == (Outcome.UNKNOWN, KnownBy.LOCAL, BROKEN.reason)
    assert asyncio.get_running_loop().time() == pytest.approx(REPEAT_WITHIN_S)


@pytest.mark.parametrize(
    "error",
    [
        ProviderUnavailable(),
        UnexpectedReply("odd"),
        AuthenticationFailed("no"),
        ProviderFailed("no"),
        RateLimited("", NOON + timedelta(seconds=10)),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_an_error_of_the_repetition_does_not_make_the_first_one_known(
    polled: World, error: ProviderError
) -> None:
    polled.far.first_replies = [BROKEN]
    polled.far.reply = error
    await polled.call(talking())
    assert polled.end == (Outcome.UNKNOWN, KnownBy.LOCAL, BROKEN.reason)


@pytest.mark.parametrize("error", [UnexpectedReply("a gateway's page"), InvalidRequest("blocked")])
async def test_what_something_in_between_says_leaves_it_unknown(polled: World, error: ProviderError) -> None:
    polled.far.first_replies = [BROKEN]
    polled.far.reply = error
    await polled.call(talking())
    assert len(polled.far.requests) == 4
    assert polled.end == (Outcome.UNKNOWN, KnownBy.LOCAL, BROKEN.reason)


async def test_a_page_of_a_gateway_is_as_good_as_no_reply(polled: World) -> None:
    polled.far.first_replies = [UnexpectedReply("a gateway's page")]
    await polled.call(talking())
    assert len(polled.far.requests) == 2
    assert polled.end[0] is Outcome.BUSY


@pytest.mark.parametrize(
    "error", [InvalidRequest("no", reason=Reason.AGENT_NOT_FOUND), InsufficientCredit("no")]
)
async def test_a_refusal_of_the_repetition_is_one_of_the_call(polled: World, error: ProviderError) -> None:
    polled.far.first_replies = [BROKEN]
    polled.far.reply = error
    await polled.call(talking())
    assert len(polled.far.requests) == 2
    assert polled.end == (Outcome.FAILED, KnownBy.PROVIDER, error.reason)


async def test_a_repetition_waits_for_the_rate_limit(polled: World) -> None:
    polled.far.first_replies = [BROKEN, RateLimited("", NOON + timedelta(seconds=10))]
    await polled.call(talking())
    assert polled.far.placed_at == [0.0, 0.5, pytest.approx(10.0)]
    assert polled.end == (Outcome.BUSY, KnownBy.PROVIDER, None)


async def test_what_never_left_is_not_sent_again(polled: World) -> None:
    polled.far.leaves = False
    polled.far.reply = ProviderUnavailable()
    await polled.call(talking())
    assert len(polled.far.requests) == 1
    assert polled.end == (Outcome.FAILED, KnownBy.LOCAL, Reason.NOT_REACHED)


async def test_without_keys_nothing_is_sent_again(polled: World) -> None:
    polled.far.kind.capabilities = replace(POLLED, repeatable_post=False)
    polled.far.first_replies = [BROKEN]
    await polled.call(talking())
    assert len(polled.far.requests) == 1
    assert polled.end == (Outcome.UNKNOWN, KnownBy.LOCAL, BROKEN.reason)


async def test_closed_between_two_repetitions_it_is_unknown(polled: World) -> None:
    polled.far.reply = BROKEN
    polled.calls.place(talking())
    await settle()
    polled.far.replying.hold()
    await asyncio.sleep(0.6)
    await polled.calls.close()
    assert polled.end == (Outcome.UNKNOWN, KnownBy.LOCAL, Reason.CLOSED_WHILE_SENDING)
