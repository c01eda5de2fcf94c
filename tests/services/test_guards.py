"""Everything that may speak against a call, in one question, and what answers it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from service_fakes import ACCOUNT, NOON, NUMBER, OTHER, World, call_in, ring, settle

from app.domain.call import CallState, Outcome
from app.domain.guard import LONGEST_REASON, Despite, Guard, GuardRules
from app.domain.phone_number import PhoneNumber
from app.services.dialling import ONE_PRESS, Dialling
from app.services.do_not_call import DoNotCallEntry, ListUnavailable
from app.services.policy import NO_POLICY, Policy
from app.services.question import Question
from app.services.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.call import Call

WITHOUT_NINTH_DIGIT = PhoneNumber.parse("+55 11 9999-0001")
NIGHT = GuardRules(quiet_hours=True)
ENTRY = DoNotCallEntry(NUMBER, "Asked not to be called", datetime(2026, 11, 3, tzinfo=UTC))
REASON = "She asked to be called back"


class KnownList:
    """A do-not-call list in memory; `problem` makes it unreadable."""

    def __init__(self) -> None:
        self.entries: dict[str, DoNotCallEntry] = {}
        self.problem = ""

    async def entry_for(self, person: str) -> DoNotCallEntry | None:
        await asyncio.sleep(0)
        if self.problem:
            raise ListUnavailable(self.problem)
        return self.entries.get(person)


class GuardedWorld:
    """The services with every guard; `hour` is the time of day in São Paulo on the clock of the tests."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.far = world.far
        self.questions = world.questions
        self.list = KnownList()
        self.rules = GuardRules()
        self.now = NOON
        self.use(NO_POLICY)

    def use(self, policy: Policy) -> None:
        self.dialling = Dialling(
            accounts=self.world.accounts,
            calls=self.world.calls,
            history=self.world.history,
            on_question=self.questions.append,
            do_not_call=self.list,
            own_rules=lambda: self.rules,
            policy=policy,
            now=lambda: self.now,
        )

    def at(self, hour: int, minute: int = 0, *, day: int = 20) -> None:
        self.now = datetime(2026, 11, day, hour, minute, tzinfo=UTC) + timedelta(hours=3)

    async def press(self, number: PhoneNumber = NUMBER) -> list[tuple[Guard, ...]]:
        """Press Call a while later; return what speaks against it, of each question."""
        before = len(self.questions)
        self.dialling.press(ring(number))
        await settle()
        return [question.guards for question in self.questions[before:]]

    async def answer(self, reason: str = "") -> bool:
        """Answer the newest question; return whether a call was placed."""
        before = len(self.far.requests)
        self.dialling.press(self.questions[-1].request, anyway=True, reason=reason)
        await settle()
        return len(self.far.requests) > before

    @property
    def despite(self) -> Despite | None:
        """What is kept with the newest call of what was overruled."""
        return self.world.shown[-1].request.despite

    def keep(self, call: Call) -> Call:
        self.world.history.calls[call.id] = call
        return call


@pytest.fixture
def guarded(world: World) -> Iterator[GuardedWorld]:
    return GuardedWorld(world)


# --- recently called ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("ago_s", "asks"), [(299, True), (300, False)])
async def test_how_long_ago_is_recent_can_be_chosen(guarded: GuardedWorld, ago_s: int, asks: bool) -> None:
    guarded.rules = GuardRules(again_within=timedelta(minutes=5))
    guarded.keep(call_in(CallState.ENDED, number=WITHOUT_NINTH_DIGIT, outcome=Outcome.ANSWERED))
    guarded.now = NOON + timedelta(seconds=ago_s)
    assert bool(await guarded.press()) is asks


async def test_an_earlier_call_needs_no_reason_but_keeps_one(guarded: GuardedWorld) -> None:
    guarded.keep(call_in(CallState.ENDED, outcome=Outcome.ANSWERED))
    assert await guarded.press() == [(Guard.EARLIER,)]
    assert not guarded.questions[0].needs_reason
    assert await guarded.answer(f"  {REASON}\n ")
    assert guarded.despite == Despite((Guard.EARLIER,), REASON)


# --- do not call --------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", [NUMBER, WITHOUT_NINTH_DIGIT])
async def test_whoever_is_on_the_list_is_a_question(guarded: GuardedWorld, written: PhoneNumber) -> None:
    guarded.list.entries[NUMBER.person] = ENTRY
    assert await guarded.press(written) == [(Guard.DO_NOT_CALL,)]
    assert guarded.questions[0].do_not_call == ENTRY
    assert guarded.questions[0].needs_reason
    assert not guarded.questions[0].is_binding
    assert guarded.far.requests == []


async def test_whoever_comes_on_the_list_while_the_provider_is_asked_is_a_question(
    guarded: GuardedWorld,
) -> None:
    kind = guarded.far.kind
    kind.capabilities = replace(kind.capabilities, checks_numbers=True)
    account = replace(ACCOUNT, fields={**ACCOUNT.fields, "check_first": "on"})
    guarded.world.settings.current = Settings(accounts=(account,))
    guarded.far.checks.hold()
    assert await guarded.press() == []
    guarded.list.entries[NUMBER.person] = ENTRY
    guarded.far.checks.open()
    await settle()
    assert [question.guards for question in guarded.questions] == [(Guard.DO_NOT_CALL,)]
    assert guarded.far.requests == []


async def test_others_are_called(guarded: GuardedWorld) -> None:
    guarded.list.entries[NUMBER.person] = ENTRY
    assert await guarded.press(OTHER) == []
    assert len(guarded.far.requests) == 1
    assert guarded.despite is None


@pytest.mark.parametrize("reason", ["", " \n\t"])
async def test_without_a_reason_nobody_on_the_list_is_called(guarded: GuardedWorld, reason: str) -> None:
    guarded.list.entries[NUMBER.person] = ENTRY
    await guarded.press()
    assert not await guarded.answer(reason)
    guarded.now += ONE_PRESS
    assert await guarded.answer(REASON)
    assert guarded.despite == Despite((Guard.DO_NOT_CALL,), REASON)


async def test_a_reason_is_a_line(guarded: GuardedWorld) -> None:
    guarded.list.entries[NUMBER.person] = ENTRY
    await guarded.press()
    assert await guarded.answer("a\nb\t" + "c" * 999)
    assert guarded.despite is not None
    assert guarded.despite.reason == ("a b " + "c" * 999)[:LONGEST_REASON]


async def test_a_list_that_cannot_be_read_is_a_question(guarded: GuardedWorld) -> None:
    guarded.list.problem = "The disk failed."
    assert await guarded.press() == [(Guard.DO_NOT_CALL,)]
    assert guarded.questions[0].unchecked == "The disk failed."
    assert guarded.questions[0].needs_reason
    assert not await guarded.answer()
    guarded.now += ONE_PRESS
    assert await guarded.answer(REASON)


# --- quiet hours --------------------------------------------------------------------------------------


async def test_quiet_hours_are_off_unless_they_are_on(guarded: GuardedWorld) -> None:
    guarded.at(23)
    assert await guarded.press() == []


@pytest.mark.parametrize(("hour", "asks"), [(20, False), (21, True), (7, True), (8, False)])
async def test_quiet_hours_are_by_the_callees_clock(guarded: GuardedWorld, hour: int, asks: bool) -> None:
    guarded.rules = NIGHT
    guarded.at(hour)
    assert bool(await guarded.press()) is asks
    if asks:
        quiet = guarded.questions[0].quiet
        assert quiet is not None
        assert (quiet.earliest.hour, quiet.until and quiet.until.hour) == (hour, 8)
        assert guarded.questions[0].needs_reason
        assert await guarded.answer(REASON)
        assert guarded.despite == Despite((Guard.QUIET_HOURS,), REASON)


async def test_where_the_zone_is_not_known_nobody_is_stopped(guarded: GuardedWorld) -> None:
    guarded.rules = GuardRules(quiet_hours=True, quiet_from=time(0), quiet_until=time(23, 59))
    assert await guarded.press(PhoneNumber.parse("+80012345678")) == []


@pytest.mark.logs("Quiet hours are not kept: no time zone data for Mars/Olympus")
async def test_missing_time_zone_data_stops_nobody_and_is_logged(
    guarded: GuardedWorld, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("app.domain.numbering_plan.time_zones", lambda _number: ("Mars/Olympus",))
    guarded.rules = NIGHT
    guarded.at(23)
    assert await guarded.press() == []
    assert "Mars/Olympus" in caplog.text


# --- everything at once -------------------------------------------------------------------------------


async def test_all_that_applies_is_one_question(guarded: GuardedWorld) -> None:
    guarded.rules = GuardRules(timedelta(days=1), quiet_hours=True)
    guarded.list.entries[NUMBER.person] = ENTRY
    guarded.far.kind.capabilities = replace(guarded.far.kind.capabilities, checks_numbers=True)
    account = guarded.world.settings.current.accounts[0]
    guarded.world.settings.current = replace(
        guarded.world.settings.current,
        accounts=(replace(account, fields={**account.fields, "check_first": "on"}),),
    )
    guarded.far.reaches = False
    guarded.keep(call_in(CallState.ENDED, outcome=Outcome.ANSWERED))
    guarded.at(23)
    all_four = (Guard.DO_NOT_CALL, Guard.QUIET_HOURS, Guard.NOT_REACHED, Guard.EARLIER)
    assert await guarded.press() == [all_four]
    assert await guarded.answer(REASON)
    assert guarded.despite == Despite(all_four, REASON)
    assert guarded.far.checks.reached == 1


# --- meanwhile ----------------------------------------------------------------------------------------


async def test_what_came_up_since_the_question_is_asked(guarded: GuardedWorld) -> None:
    guarded.rules = NIGHT
    guarded.keep(call_in(CallState.ENDED, outcome=Outcome.UNKNOWN))
    guarded.at(20, 59)
    assert await guarded.press() == [(Guard.EARLIER,)]
    guarded.at(21)
    assert not await guarded.answer(REASON)
    assert guarded.questions[-1].guards == (Guard.QUIET_HOURS, Guard.EARLIER)
    guarded.at(21, 1)
    assert await guarded.answer(REASON)


async def test_what_was_overruled_is_kept_though_it_is_over_by_then(guarded: GuardedWorld) -> None:
    guarded.rules = NIGHT
    guarded.at(7, 59)
    await guarded.press()
    guarded.at(8)
    assert await guarded.answer(REASON)
    assert guarded.despite == Despite((Guard.QUIET_HOURS,), REASON)


async def test_another_call_since_the_question_is_asked_about(guarded: GuardedWorld) -> None:
    guarded.keep(call_in(CallState.ENDED, outcome=Outcome.UNKNOWN))
    await guarded.press()
    guarded.keep(replace(call_in(CallState.ENDED, outcome=Outcome.UNKNOWN), id="somebody else's"))
    assert not await guarded.answer()
    assert guarded.questions[-1].earlier is not None
    assert guarded.questions[-1].earlier.id == "somebody else's"


async def test_answers_during_a_slow_lookup_place_one_call(guarded: GuardedWorld) -> None:
    guarded.list.entries[NUMBER.person] = ENTRY
    await guarded.press()
    guarded.world.history.lookup.hold()
    await guarded.answer(REASON)
    guarded.now += timedelta(seconds=2)
    await guarded.answer(REASON)
    guarded.world.history.lookup.open()
    await settle()
    assert len(guarded.far.requests) == 1


async def test_an_answer_that_is_being_looked_up_can_be_taken_back(guarded: GuardedWorld) -> None:
    guarded.list.entries[NUMBER.person] = ENTRY
    await guarded.press()
    guarded.world.history.lookup.hold()
    await guarded.answer(REASON)
    assert guarded.dialling.take_back()
    guarded.world.history.lookup.open()
    await settle()
    assert guarded.far.requests == []


async def test_anyway_without_a_question_is_asked_all_the_same(guarded: GuardedWorld) -> None:
    guarded.list.entries[NUMBER.person] = ENTRY
    guarded.dialling.press(ring(), anyway=True, reason=REASON)
    await settle()
    assert guarded.far.requests == []
    assert [question.guards for question in guarded.questions] == [(Guard.DO_NOT_CALL,)]


# --- administrators -----------------------------------------------------------------------------------


@pytest.mark.parametrize("guard", [Guard.DO_NOT_CALL, Guard.QUIET_HOURS, Guard.EARLIER])
async def test_what_is_binding_cannot_be_overruled(guarded: GuardedWorld, guard: Guard) -> None:
    guarded.use(Policy("/etc/toque/policy.json", binding=frozenset({guard})))
    guarded.list.entries[NUMBER.person] = ENTRY
    guarded.rules = NIGHT
    guarded.at(23)
    guarded.keep(call_in(CallState.ENDED, outcome=Outcome.UNKNOWN))
    await guarded.press()
    question = guarded.questions[-1]
    assert question.is_binding
    assert question.bound == {guard}
    assert question.set_in == "/etc/toque/policy.json"
    assert not await guarded.answer(REASON)


async def test_what_does_not_apply_does_not_bind(guarded: GuardedWorld) -> None:
    guarded.use(Policy("/etc/toque/policy.json", binding=frozenset({Guard.DO_NOT_CALL})))
    guarded.keep(call_in(CallState.ENDED, outcome=Outcome.UNKNOWN))
    await guarded.press()
    assert not guarded.questions[-1].is_binding
    assert await guarded.answer()


async def test_the_hour_that_strikes_before_the_answer_binds(guarded: GuardedWorld) -> None:
    guarded.use(Policy("p", quiet_hours=(time(21), time(8)), binding=frozenset({Guard.QUIET_HOURS})))
    guarded.keep(call_in(CallState.ENDED, outcome=Outcome.UNKNOWN))
    guarded.at(20, 59)
    await guarded.press()
    guarded.at(21)
    assert not await guarded.answer(REASON)
    assert guarded.questions[-1].is_binding


async def test_binding_quiet_hours_are_kept_though_the_operator_has_none(guarded: GuardedWorld) -> None:
    guarded.use(Policy("p", binding=frozenset({Guard.QUIET_HOURS})))
    guarded.at(23)
    assert await guarded.press() == [(Guard.QUIET_HOURS,)]


async def test_a_list_that_binds_and_cannot_be_read_stops_everybody(guarded: GuardedWorld) -> None:
    guarded.use(Policy("p", binding=frozenset({Guard.DO_NOT_CALL})))
    guarded.list.problem = "The disk failed."
    await guarded.press()
    assert guarded.questions[-1].is_binding


async def test_an_unreadable_policy_asks_about_every_call(guarded: GuardedWorld) -> None:
    guarded.use(Policy.unreadable("p", "It cannot be read."))
    assert await guarded.press() == [(Guard.DO_NOT_CALL,)]
    assert guarded.questions[-1].unchecked == "It cannot be read."
    assert not guarded.questions[-1].is_binding
    assert not await guarded.answer()
    guarded.now += ONE_PRESS
    assert await guarded.answer(REASON)


async def test_an_unreadable_policy_binds_by_what_can_be_seen(guarded: GuardedWorld) -> None:
    guarded.use(Policy.unreadable("p", "It cannot be read."))
    guarded.list.entries[NUMBER.person] = ENTRY
    await guarded.press()
    assert guarded.questions[-1].is_binding
    guarded.at(23)
    await guarded.press(OTHER)
    assert guarded.questions[-1].guards == (Guard.DO_NOT_CALL, Guard.QUIET_HOURS)
    assert guarded.questions[-1].bound == {Guard.QUIET_HOURS}


def test_the_rules_of_a_policy_go_before_the_operators() -> None:
    own = GuardRules(timedelta(seconds=1), quiet_hours=False)
    assert NO_POLICY.rules(own) == own
    assert not NO_POLICY.fixes_again_within
    assert not NO_POLICY.fixes_quiet_hours
    policy = Policy("p", again_within=timedelta(hours=1), quiet_hours=(time(20), time(9)))
    assert policy.rules(own) == GuardRules(timedelta(hours=1), True, time(20), time(9))
    binding = Policy("p", binding=frozenset({Guard.EARLIER, Guard.QUIET_HOURS}))
    assert binding.rules(own) == GuardRules(quiet_hours=True)
    assert binding.fixes_again_within
    assert binding.fixes_quiet_hours


def test_a_question_about_nothing_has_no_guards() -> None:
    question = Question(ring())
    assert (question.guards, question.needs_reason, question.is_binding) == ((), False, False)
