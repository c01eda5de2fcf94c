"""The Ringyo adapter against a server that keeps Ringyo's contract strictly."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from loopback import soon

from app.domain.account import Secret
from app.domain.agent import AgentTask
from app.domain.call import CallKind, CallRequest, CallState, Outcome
from app.domain.phone_number import PhoneNumber
from app.domain.provider import (
    AGENTS,
    OWN_NUMBERS,
    AuthenticationFailed,
    Connection,
    InsufficientCredit,
    InvalidRequest,
    Line,
    Placed,
)
from app.domain.reason import Reason
from app.providers.ringyo import Ringyo

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from app.domain.provider import CallStatus
    from app.practice.server import PracticeServer


def account_at(server: PracticeServer, api_key: str = "") -> Ringyo:
    return Ringyo({"base_url": server.base_url}, {"api_key": Secret(api_key or server.ringyo.api_key)})


@pytest.fixture(params=[False, True], ids=["bare", "wrapped"])
async def account(practice: PracticeServer, request: pytest.FixtureRequest) -> AsyncIterator[Ringyo]:
    practice.ringyo.wrapped = request.param
    account = account_at(practice)
    yield account
    await account.close()


async def call_to(account: Ringyo, last_digits: str, **more: str) -> CallRequest:
    agents = await soon(account.choices(AGENTS))
    task = AgentTask(more.pop("agent_id", agents[0].value), metadata=(("order", "17"),), **more)
    number = PhoneNumber.parse(f"+55 11 99999-{last_digits}")
    return CallRequest("account-1", number, CallKind.AGENT, agent=task)


async def end_of(account: Ringyo, placed: Placed) -> CallStatus:
    while True:
        status = await account.status(placed.provider_call_id)
        if status.event.state is CallState.ENDED:
            return status
        await asyncio.sleep(0.02)  # nothing tells of its end but asking


def leave() -> None:
    """Take note of nothing."""


@pytest.mark.parametrize(
    ("last_digits", "outcome"),
    [("0001", Outcome.ANSWERED), ("0003", Outcome.NO_ANSWER), ("0004", Outcome.BUSY)],
)
async def test_a_call_is_placed_and_followed_to_its_end(
    account: Ringyo, last_digits: str, outcome: Outcome
) -> None:
    placed = await soon(account.place(await call_to(account, last_digits), leave, key="press-1"))
    status = await soon(end_of(account, placed))
    assert status.event.outcome is outcome
    assert status.report is not None


async def test_a_call_that_was_answered_has_a_transcript_and_a_recording(account: Ringyo) -> None:
    placed = await soon(account.place(await call_to(account, "0001"), leave, key="press-1"))
    report = (await soon(end_of(account, placed))).report
    assert report is not None
    assert report.transcript
    assert report.has_recording
    recording = await soon(account.recording(placed.provider_call_id))
    assert (recording.data[:4], recording.ending) == (b"RIFF", "wav")


async def test_the_same_press_twice_is_one_call(account: Ringyo, practice: PracticeServer) -> None:
    request = await call_to(account, "0003")
    first = await soon(account.place(request, leave, key="press-1"))
    assert await soon(account.place(request, leave, key="press-1")) == first
    assert len(practice.calls_placed) == 1


async def test_agents_and_numbers_are_listed_whole(account: Ringyo, practice: PracticeServer) -> None:
    agents = await soon(account.choices(AGENTS))
    assert len({agent.value for agent in agents}) == len(agents) > 1
    assert len([line for line in practice.requests if "/v1/agents" in str(line)]) > 1
    numbers = await soon(account.choices(OWN_NUMBERS))
    assert all(number.value.startswith("+") for number in numbers)


async def test_the_line_is_good_and_the_key_a_test_key(account: Ringyo) -> None:
    assert await soon(account.connection()) == Connection(Line.CONNECTED, "test key: no real calls")


async def test_without_credit_there_is_no_call(account: Ringyo, practice: PracticeServer) -> None:
    practice.ringyo.has_credit = False
    with pytest.raises(InsufficientCredit):
        await soon(account.place(await call_to(account, "0003"), leave))


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"agent_id": "agent_gone"}, Reason.AGENT_NOT_FOUND),
        ({"from_number": "+551199990000"}, Reason.OWN_NUMBER_REFUSED),
    ],
)
async def test_what_is_not_theirs_is_refused(account: Ringyo, wrong: dict[str, str], reason: Reason) -> None:
    with pytest.raises(InvalidRequest) as failed:
        await soon(account.place(await call_to(account, "0003", **wrong), leave))
    assert failed.value.reason is reason


async def test_a_call_that_nobody_placed_is_not_found(account: Ringyo) -> None:
    with pytest.raises(InvalidRequest) as failed:
        await soon(account.status("call_none"))
    assert failed.value.reason is Reason.CALL_NOT_FOUND


async def test_a_wrong_key_is_refused(practice: PracticeServer) -> None:
    account = account_at(practice, "rg_test_other-key")
    with pytest.raises(AuthenticationFailed):
        await soon(account.connection())
    await account.close()
