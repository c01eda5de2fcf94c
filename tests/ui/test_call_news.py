"""Which news of a call are told outside of the window, and how little they say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.call import Call, CallRequest, CallState, CallStep, KnownBy, Outcome
from app.domain.phone_number import PhoneNumber
from app.ui.call_news import news_of

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
NUMBER = "+55 11 99999-0001"


def called(*states: CallState | Outcome, known_by: KnownBy = KnownBy.PROVIDER) -> Call:
    """A call that went through these states."""
    queued = CallStep(CallState.QUEUED, NOON, KnownBy.LOCAL)
    call = Call("id", CallRequest("account", PhoneNumber.parse(NUMBER)), "Support", "Fake", (queued,))
    for n, state in enumerate(states, 1):
        is_end = isinstance(state, Outcome)
        step = CallStep(
            CallState.ENDED if is_end else CallState(state),
            NOON + timedelta(seconds=n),
            known_by,
            Outcome(state) if is_end else None,
        )
        call = call.advance(step)
    return call.annotated("the customer's secret", "vip")


SENT = (CallState.SENDING, CallState.PLACED, CallState.RINGING)


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ((*SENT, CallState.IN_PROGRESS), "Answered"),
        ((*SENT, CallState.IN_PROGRESS, Outcome.ANSWERED), "Ended"),
        ((*SENT, Outcome.REJECTED), "Declined"),
        ((*SENT, Outcome.NO_ANSWER), "Not answered"),
        ((*SENT, Outcome.BUSY), "Busy"),
        ((CallState.SENDING, Outcome.UNKNOWN), "May have been placed"),
        ((CallState.SENDING, Outcome.FAILED), "Not placed"),
    ],
)
def test_what_ended_or_was_answered_is_told(states: tuple[CallState | Outcome, ...], words: str) -> None:
    assert news_of(called(*states), lambda _: "") == (NUMBER, words)
    assert news_of(called(*states), lambda _: "Ana") == ("Ana", words)


@pytest.mark.parametrize("states", [(), SENT[:1], SENT[:2], SENT, (Outcome.CANCELLED,)])
def test_what_the_operator_did_and_what_goes_on_is_not(states: tuple[CallState | Outcome, ...]) -> None:
    assert news_of(called(*states), lambda _: "Ana") is None
