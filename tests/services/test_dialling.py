"""One press, one call; and a question first where a call could be a surprise."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from service_fakes import ACCOUNT, NOON, NUMBER, OTHER, World, call_in, now, ring, settle

from app.domain.call import CallState, Outcome
from app.domain.phone_number import PhoneNumber
from app.domain.provider import OutcomeUnknown, ProviderUnavailable, RateLimited, UnexpectedReply
from app.services.dialling import AGAIN_WITHIN, ONE_PRESS
from app.services.number_check import CHECK_DEADLINE_S
from app.services.question import Question
from app.services.secret_store import SecretsSilent
from app.services.settings import Settings

if TYPE_CHECKING:
    from app.domain.call import Call

WITHOUT_NINTH_DIGIT = PhoneNumber.parse("+55 11 9999-0001")


def keep(world: World, call: Call) -> Call:
    world.history.calls[call.id] = call
    return call


async def later(seconds: float) -> None:
    await asyncio.sleep(seconds)


async def test_a_number_never_called_is_called(world: World) -> None:
    world.dialling.press(ring())
    await settle()
    assert len(world.far.requests) == 1
    assert world.questions == []


@pytest.mark.parametrize("outcome", [Outcome.ANSWERED, Outcome.REJECTED, Outcome.NO_ANSWER, Outcome.BUSY])
async def test_the_same_person_within_half_a_minute_is_a_question(world: World, outcome: Outcome) -> None:
    earlier = keep(world, call_in(CallState.ENDED, outcome=outcome))
    await later(29)
    world.dialling.press(ring())
    await settle()
    assert [(q.request, q.earlier) for q in world.questions] == [(ring(), earlier)]
    assert world.far.requests == []


@pytest.mark.parametrize("outcome", [Outcome.ANSWERED, Outcome.REJECTED, Outcome.NO_ANSWER, Outcome.BUSY])
async def test_the_same_person_after_half_a_minute_is_called(world: World, outcome: Outcome) -> None:
    keep(world, call_in(CallState.ENDED, outcome=outcome))
    await later(AGAIN_WITHIN.total_seconds())
    world.dialling.press(ring())
    await settle()
    assert world.questions == []
    assert len(world.far.requests) == 1


async def test_an_unknown_outcome_is_a_question_however_long_ago(world: World) -> None:
    keep(world, call_in(CallState.ENDED, outcome=Outcome.UNKNOWN))
    await later(timedelta(days=300).total_seconds())
    world.dialling.press(ring())
    await settle()
    assert len(world.questions) == 1


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.CANCELLED])
async def test_a_call_that_was_never_placed_is_no_reason_to_ask(world: World, outcome: Outcome) -> None:
    keep(world, replace(call_in(CallState.ENDED, outcome=outcome), provider_call_id=None))
    world.dialling.press(ring())
    await settle()
    assert world.questions == []
    assert len(world.far.requests) == 1


@pytest.mark.parametrize(("first", "second"), [(NUMBER, WITHOUT_NINTH_DIGIT), (WITHOUT_NINTH_DIGIT, NUMBER)])
async def test_another_written_form_is_the_same_person(
    world: World, first: PhoneNumber, second: PhoneNumber
) -> None:
    keep(world, call_in(CallState.ENDED, number=first, outcome=Outcome.ANSWERED))
    world.dialling.press(ring(second))
    await settle()
    assert [question.request.number for question in world.questions] == [second]


async def test_another_person_is_called_without_a_question(world: World) -> None:
    keep(world, call_in(CallState.ENDED, outcome=Outcome.UNKNOWN))
    world.dialling.press(ring(OTHER))
    await settle()
    assert [request.number for request in world.far.requests] == [OTHER]


async def test_a_call_under_way_is_a_question_however_long_it_lasts(world: World) -> None:
    live = await world.go_live()
    world.dialling.press(ring(seconds=60))
    await later(59)
    assert live.is_open
    world.dialling.press(ring(WITHOUT_NINTH_DIGIT))
    await settle()
    assert [q.earlier and q.earlier.state for q in world.questions] == [CallState.RINGING]
    assert len(world.far.requests) == 1


async def test_called_anyway(world: World) -> None:
    keep(world, call_in(CallState.ENDED, outcome=Outcome.UNKNOWN))
    world.dialling.press(ring())
    await later(ONE_PRESS.total_seconds())
    world.dialling.press(world.questions[0].request, anyway=True)
    await settle()
    assert len(world.far.requests) == 1
    assert len(world.questions) == 1


@pytest.mark.parametrize("anyway", [False, True])
async def test_two_presses_within_a_second_are_one_call(world: World, anyway: bool) -> None:
    world.dialling.press(ring(), anyway=anyway)
    world.dialling.press(ring(), anyway=anyway)
    await later(ONE_PRESS.total_seconds() * 0.9)
    world.dialling.press(ring(), anyway=anyway)
    await settle()
    assert len(world.far.requests) == 1
    assert world.questions == []


async def test_a_question_can_be_answered_at_once(world: World) -> None:
    keep(world, call_in(CallState.ENDED, outcome=Outcome.UNKNOWN))
    world.dialling.press(ring())
    await settle()
    world.dialling.press(ring(), anyway=True)
    await settle()
    assert len(world.far.requests) == 1


async def test_presses_for_two_people_within_a_second_are_two_calls(world: World) -> None:
    world.dialling.press(ring())
    world.dialling.press(ring(OTHER))
    await settle()
    assert [request.number for request in world.far.requests] == [NUMBER, OTHER]


async def test_a_call_never_placed_does_not_hide_the_one_before(world: World) -> None:
    keep(world, call_in(CallState.ENDED, outcome=Outcome.UNKNOWN))
    keep(
        world, replace(call_in(CallState.ENDED, outcome=Outcome.CANCELLED), id="later", provider_call_id=None)
    )
    world.dialling.press(ring())
    await settle()
    assert len(world.questions) == 1


async def test_a_clock_that_was_set_back_does_not_swallow_a_press(world: World) -> None:
    world.dialling._now = lambda: NOON + timedelta(hours=1)
    world.dialling.press(ring())
    await settle()
    world.dialling._now = now
    world.dialling.press(ring(OTHER))
    await settle()
    assert len(world.far.requests) == 2


async def test_presses_during_a_slow_lookup_place_one_call(world: World) -> None:
    world.history.lookup.hold()
    world.dialling.press(ring())
    await later(2)
    world.dialling.press(ring())
    await settle()
    world.history.lookup.open()
    await settle()
    assert len(world.far.requests) == 1
    assert len(world.questions) == 1


async def test_an_unreadable_history_does_not_ask(world: World) -> None:
    world.history.lookup_fails = True
    world.dialling.press(ring())
    await settle()
    assert world.questions == []
    assert len(world.far.requests) == 1


async def test_closing_drops_a_press_that_is_being_looked_up(world: World) -> None:
    world.history.lookup.hold()
    world.dialling.press(ring())
    await settle()
    await world.dialling.close()
    world.history.lookup.open()
    await settle()
    assert world.far.requests == []
    assert world.calls.under_way == ()


# --- numbers that are checked first -------------------------------------------------------------------


@pytest.fixture
def checked(world: World) -> World:
    """The world with a provider that checks numbers, and an account that has it so."""
    world.far.kind.capabilities = replace(world.far.kind.capabilities, checks_numbers=True)
    account = replace(ACCOUNT, fields={**ACCOUNT.fields, "check_first": "on"})
    world.settings.current = Settings(accounts=(account,))
    return world


async def test_a_number_that_is_reached_is_called(checked: World) -> None:
    checked.dialling.press(ring())
    await settle()
    assert checked.far.checks.reached == 1
    assert len(checked.far.requests) == 1
    assert checked.questions == []


async def test_a_number_that_is_not_reached_is_a_question(checked: World) -> None:
    checked.far.reaches = False
    checked.dialling.press(ring())
    await settle()
    assert checked.questions == [Question(ring(), is_reached=False)]
    assert checked.far.requests == []
    checked.dialling.press(checked.questions[0].request, anyway=True)
    await settle()
    assert (len(checked.far.requests), checked.far.checks.reached) == (1, 1)


async def test_both_reasons_are_one_question(checked: World) -> None:
    earlier = keep(checked, call_in(CallState.ENDED, outcome=Outcome.UNKNOWN))
    checked.far.reaches = False
    checked.dialling.press(ring())
    await settle()
    assert checked.questions == [Question(ring(), earlier, is_reached=False)]


async def test_an_earlier_call_that_is_no_reason_to_ask_is_not_in_the_question(checked: World) -> None:
    keep(checked, call_in(CallState.ENDED, outcome=Outcome.ANSWERED))
    await later(60)
    checked.far.reaches = False
    checked.dialling.press(ring())
    await settle()
    assert checked.questions == [Question(ring(), is_reached=False)]


@pytest.mark.parametrize(
    "error", [ProviderUnavailable(), OutcomeUnknown(), UnexpectedReply(), RateLimited("", NOON)]
)
async def test_a_check_that_fails_lets_the_call_go_on(checked: World, error: Exception) -> None:
    checked.far.reaches = error
    checked.dialling.press(ring())
    await settle()
    assert checked.questions == []
    assert len(checked.far.requests) == 1


async def test_a_keyring_that_is_silent_is_told_by_the_call(checked: World) -> None:
    checked.secrets.error = SecretsSilent()
    checked.dialling.press(ring())
    await settle()
    assert checked.shown[-1].outcome is Outcome.FAILED


async def test_a_check_has_a_deadline(checked: World) -> None:
    checked.far.checks.hold()
    checked.dialling.press(ring())
    await later(CHECK_DEADLINE_S - 0.1)
    assert checked.far.requests == []
    await later(0.2)
    assert len(checked.far.requests) == 1


async def test_a_check_is_no_request_too_many(checked: World) -> None:
    checked.accounts.open.note_error(ACCOUNT.id, RateLimited("", NOON + timedelta(seconds=60)))
    checked.dialling.press(ring())
    await settle()
    assert checked.far.checks.reached == 0


@pytest.mark.parametrize("value", ["", "off"])
async def test_nothing_is_checked_unless_the_account_has_it_so(checked: World, value: str) -> None:
    account = replace(ACCOUNT, fields={**ACCOUNT.fields, "check_first": value})
    checked.settings.current = Settings(accounts=(account,))
    checked.dialling.press(ring())
    await settle()
    assert (checked.far.checks.reached, len(checked.far.requests)) == (0, 1)


async def test_nothing_is_checked_where_the_provider_cannot(checked: World) -> None:
    checked.far.kind.capabilities = replace(checked.far.kind.capabilities, checks_numbers=False)
    checked.dialling.press(ring())
    await settle()
    assert (checked.far.checks.reached, len(checked.far.requests)) == (0, 1)


async def test_presses_during_a_slow_check_place_one_call(checked: World) -> None:
    checked.far.checks.hold()
    checked.dialling.press(ring())
    await later(2)
    checked.dialling.press(ring())
    await settle()
    checked.far.checks.open()
    await settle()
    assert (len(checked.far.requests), len(checked.questions)) == (1, 1)
