"""What may follow what. The tests read like the table in app.domain.call."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.call import (
    TRANSITIONS,
    Call,
    CallRequest,
    CallState,
    CallStep,
    IllegalTransition,
    KnownBy,
    Outcome,
)
from app.domain.phone_number import PhoneNumber

QUEUED, SENDING, PLACED, RINGING, IN_PROGRESS, ENDED = CallState
ANSWERED, REJECTED, NO_ANSWER, BUSY, FAILED, CANCELLED, UNKNOWN = Outcome

LEGAL: dict[CallState, tuple[CallState | Outcome, ...]] = {
    QUEUED: (SENDING, CANCELLED, FAILED),
    SENDING: (PLACED, CANCELLED, FAILED, UNKNOWN),
    PLACED: (RINGING, IN_PROGRESS, ANSWERED, REJECTED, NO_ANSWER, BUSY, FAILED, UNKNOWN),
    RINGING: (IN_PROGRESS, ANSWERED, REJECTED, NO_ANSWER, BUSY, FAILED, UNKNOWN),
    IN_PROGRESS: (ANSWERED, FAILED),
    ENDED: (),
}
"""Written out a second time, so that a change of the table is a decision."""

STEPS: tuple[CallState | Outcome, ...] = (QUEUED, SENDING, PLACED, RINGING, IN_PROGRESS, *Outcome)
PAIRS = [(state, to) for state in CallState for to in STEPS]

PRESSED_AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def step(to: CallState | Outcome, *, at: datetime = PRESSED_AT) -> CallStep:
    if isinstance(to, Outcome):
        return CallStep(ENDED, at, KnownBy.LOCAL, outcome=to)
    return CallStep(to, at, KnownBy.LOCAL)


def call(*path: CallState | Outcome, provider_call_id: str | None = None) -> Call:
    return Call(
        id="call-1",
        request=CallRequest("account-1", PhoneNumber.parse("+5511999999999"), ring_seconds=8),
        account_name="Support",
        provider="ryzeapi",
        steps=tuple(
            step(to, at=PRESSED_AT + timedelta(seconds=number)) for number, to in enumerate((QUEUED, *path))
        ),
        provider_call_id=provider_call_id,
    )


def call_in(state: CallState) -> Call:
    return call(FAILED) if state is ENDED else call() if state is QUEUED else call(state)


def named(pair: tuple[CallState, CallState | Outcome]) -> str:
    return f"{pair[0]}-{pair[1]}"


def test_the_table_is_the_agreed_one() -> None:
    assert {state: frozenset(to) for state, to in LEGAL.items()} == dict(TRANSITIONS)


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair[1] in LEGAL[pair[0]]], ids=named)
def test_a_legal_step_is_added(pair: tuple[CallState, CallState | Outcome]) -> None:
    state, to = pair
    advanced = call_in(state).advance(step(to))
    assert (advanced.outcome or advanced.state) == to


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair[1] not in LEGAL[pair[0]]], ids=named)
def test_an_illegal_step_is_refused(pair: tuple[CallState, CallState | Outcome]) -> None:
    state, to = pair
    with pytest.raises(IllegalTransition, match=f"{state} to {to}"):
        call_in(state).advance(step(to))


def test_no_state_but_the_end_is_final() -> None:
    assert [state for state, to in TRANSITIONS.items() if not to] == [ENDED]


def test_every_call_that_left_can_end() -> None:
    assert all(
        any(isinstance(to, Outcome) for to in TRANSITIONS[state]) for state in set(CallState) - {ENDED}
    )


@pytest.mark.parametrize("state", [PLACED, RINGING, IN_PROGRESS])
def test_a_call_that_left_is_never_cancelled(state: CallState) -> None:
    with pytest.raises(IllegalTransition):
        call_in(state).advance(step(CANCELLED))


def test_an_end_without_an_outcome_is_refused() -> None:
    with pytest.raises(IllegalTransition, match="ended with outcome None"):
        call(PLACED).advance(CallStep(ENDED, PRESSED_AT, KnownBy.CLOCK))


@pytest.mark.parametrize("outcome", list(Outcome))
def test_an_outcome_before_the_end_is_refused(outcome: Outcome) -> None:
    with pytest.raises(IllegalTransition, match=f"ringing with outcome {outcome}"):
        call(PLACED).advance(CallStep(RINGING, PRESSED_AT, KnownBy.PROVIDER, outcome=outcome))


@settings(deadline=None)
@given(
    path=st.lists(st.sampled_from(STEPS), max_size=8),
    state=st.sampled_from(CallState),
    outcome=st.none() | st.sampled_from(Outcome),
)
def test_an_illegal_advance_changes_nothing(
    path: list[CallState | Outcome], state: CallState, outcome: Outcome | None
) -> None:
    before = call()
    for to in path:
        if to in LEGAL[before.state]:
            before = before.advance(step(to))
    steps, provider_call_id = before.steps, before.provider_call_id
    try:
        before.advance(CallStep(state, PRESSED_AT, KnownBy.LOCAL, outcome=outcome), provider_call_id="3EB0")
    except IllegalTransition:
        assert (outcome or state) not in LEGAL[before.state] or (state is ENDED) != (outcome is not None)
    else:
        assert (outcome or state) in LEGAL[before.state]
    assert (before.steps, before.provider_call_id) == (steps, provider_call_id)


def test_advancing_leaves_the_earlier_call_as_it_was() -> None:
    before = call(SENDING)
    before.advance(step(PLACED), provider_call_id="3EB0")
    assert before == call(SENDING)


def test_the_earlier_steps_are_kept() -> None:
    assert call(SENDING).advance(step(PLACED)).steps[:2] == call(SENDING).steps


def test_the_provider_call_id_comes_with_the_step_that_tells_it() -> None:
    assert call(SENDING).advance(step(PLACED), provider_call_id="3EB0").provider_call_id == "3EB0"


def test_the_provider_call_id_stays_with_later_steps() -> None:
    assert call(SENDING, PLACED, provider_call_id="3EB0").advance(step(RINGING)).provider_call_id == "3EB0"


def test_created_at_is_the_moment_of_the_press() -> None:
    assert call(SENDING, PLACED).created_at == PRESSED_AT


def test_the_last_step_tells_state_and_outcome() -> None:
    ended = call(SENDING, PLACED, RINGING, REJECTED)
    assert (ended.state, ended.outcome) == (ENDED, REJECTED)


def test_a_call_has_no_outcome_before_its_end() -> None:
    assert call(SENDING, PLACED).outcome is None


@pytest.mark.parametrize("state", list(CallState))
def test_only_an_ended_call_is_over(state: CallState) -> None:
    assert call_in(state).is_over == (state is ENDED)


@pytest.mark.parametrize(
    ("path", "was_placed"),
    [((), False), ((SENDING,), False), ((SENDING, FAILED), False), ((SENDING, PLACED, UNKNOWN), True)],
)
def test_a_call_was_placed_once_the_provider_accepted_it(
    path: tuple[CallState | Outcome, ...], was_placed: bool
) -> None:
    assert call(*path).was_placed == was_placed


def test_a_state_that_was_reached_has_its_step() -> None:
    reached = call(SENDING, PLACED)
    assert reached.step(SENDING) is reached.steps[1]


def test_a_state_that_was_skipped_has_no_step() -> None:
    assert call(SENDING, PLACED).step(RINGING) is None
