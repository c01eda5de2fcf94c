"""What is not asked of a provider at all."""

from __future__ import annotations

import pytest
from sounds import LINK, prepared
from subjects import NUMBER

from app.domain.agent import AgentTask
from app.domain.call import CallKind, CallRequest
from app.domain.provider import AudioOrigin, Capabilities, InvalidRequest, SecondsRange, StatusSource
from app.domain.reason import Reason
from app.providers.request_check import check_request

CAN = Capabilities(
    kinds=frozenset(CallKind),
    status_source=StatusSource.NONE,
    ring=SecondsRange(1, 15, 5),
    audio_origins=frozenset({AudioOrigin.LINK}),
    agent=SecondsRange(1, 3600, 3600),
)
ONLY_RINGS = Capabilities(frozenset({CallKind.RING}), StatusSource.NONE, ring=SecondsRange(1, 60, 8))


def ring(seconds: int | None) -> CallRequest:
    return CallRequest("account-1", NUMBER, ring_seconds=seconds)


def agent(task: AgentTask | None) -> CallRequest:
    return CallRequest("account-1", NUMBER, CallKind.AGENT, agent=task)


def playing(sound: object, seconds: int | None = None) -> CallRequest:
    return CallRequest("account-1", NUMBER, CallKind.AUDIO, seconds, sound)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "request_",
    [
        ring(1),
        ring(15),
        playing(LINK),
        playing(LINK, 15),
        agent(AgentTask("a1", longest_s=1)),
        agent(AgentTask("a1")),
    ],
)
def test_what_the_provider_offers_is_asked(request_: CallRequest) -> None:
    check_request(request_, CAN)


@pytest.mark.parametrize(
    ("request_", "can", "why"),
    [
        (agent(AgentTask("a1")), ONLY_RINGS, "It places no calls of this kind."),
        (playing(LINK), ONLY_RINGS, "It places no calls of this kind."),
        (ring(None), CAN, "The time must be from 1 to 15 seconds."),
        (ring(0), CAN, "The time must be from 1 to 15 seconds."),
        (ring(16), CAN, "The time must be from 1 to 15 seconds."),
        (ring(61), ONLY_RINGS, "The time must be from 1 to 60 seconds."),
        (playing(LINK, 16), CAN, "The time must be from 1 to 15 seconds."),
        (playing(None), CAN, "There is no sound that it could play."),
        (playing(LINK.record), CAN, "There is no sound that it could play."),
        (playing(prepared()), CAN, "There is no sound that it could play."),
        (agent(None), CAN, "There is no agent to call with."),
        (agent(AgentTask("")), CAN, "There is no agent to call with."),
        (agent(AgentTask("a1", longest_s=0)), CAN, "The time must be from 1 to 3,600 seconds."),
        (agent(AgentTask("a1", longest_s=3601)), CAN, "The time must be from 1 to 3,600 seconds."),
    ],
)
def test_what_it_does_not_offer_is_refused_here(request_: CallRequest, can: Capabilities, why: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        check_request(request_, can)
    assert (refused.value.detail, refused.value.reason) == (why, Reason.NOT_POSSIBLE)
