"""What the filters of the history mean, and how that is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from history_calls import ONE, OTHER, ended, made

from app.domain.call import CallKind, Outcome
from app.domain.guard import Despite, Guard
from app.services.history import EVERY_CALL, HistoryFilter
from app.ui.call_text import call_text
from app.ui.history_choice import Days, HistoryChoice, lets_through, midnight
from app.ui.history_rows import HistoryRows
from app.ui.history_words import Part, calls_words, choice_words, meant_words

TODAY = date(2026, 11, 20)


def test_nothing_set_means_every_call() -> None:
    assert HistoryChoice().which("  ", TODAY) == EVERY_CALL
    assert HistoryChoice().count == 0
    assert meant_words("", HistoryChoice()) == ""


@pytest.mark.parametrize(
    ("days", "since", "until"),
    [
        (Days.TODAY, TODAY, None),
        (Days.YESTERDAY, date(2026, 11, 19), TODAY),
        (Days.LAST_7, date(2026, 11, 14), None),
    ],
)
def test_days_begin_and_end_at_midnight_here(days: Days, since: date, until: date | None) -> None:
    which = HistoryChoice(days=days).which("", TODAY)
    assert which.since == midnight(since)
    assert which.until == (midnight(until) if until else None)
    assert which.since.astimezone().hour == 0


def test_chosen_days_are_both_meant_whichever_comes_first() -> None:
    one = HistoryChoice(days=Days.CHOSEN, first=date(2026, 11, 3), last=date(2026, 11, 1))
    which = one.which("", TODAY)
    assert (which.since, which.until) == (midnight(date(2026, 11, 1)), midnight(date(2026, 11, 4)))
    single = HistoryChoice(days=Days.CHOSEN, first=TODAY).which("", TODAY)
    assert (single.since, single.until) == (midnight(TODAY), midnight(date(2026, 11, 21)))


def test_unknown_only_is_an_outcome_like_others() -> None:
    choice = HistoryChoice().unknown_only(is_wanted=True)
    assert choice.outcomes == {Outcome.UNKNOWN}
    assert choice.is_unknown_only
    assert not choice.unknown_only(is_wanted=False).outcomes


def test_filters_are_said_in_words() -> None:
    choice = HistoryChoice(
        outcomes=frozenset({Outcome.REJECTED, Outcome.ANSWERED}),
        account=("account", "Support desk"),
        kind=CallKind.AGENT,
        days=Days.CHOSEN,
        first=date(2026, 11, 1),
        last=date(2026, 11, 3),
        person=("551199990001", "Oficina Sul"),
    )
    assert choice_words(choice) == {
        Part.PERSON: "Oficina Sul",
        Part.OUTCOMES: "Answered, Declined",
        Part.ACCOUNT: "Support desk",
        Part.KIND: "Agent",
        Part.DAYS: "01/11/2026 – 03/11/2026",
    }
    assert choice.count == 5
    assert meant_words(" ana ", HistoryChoice(days=Days.LAST_7)) == "Search “ana” · Last 7 days"
    assert (calls_words(1), calls_words(1204)) == ("1 call", "1,204 calls")


def test_each_filter_lets_through_what_it_means() -> None:
    call = ended(made("a"), Outcome.BUSY)
    at = call.created_at
    person = call.request.number.person
    through = (
        EVERY_CALL,
        HistoryFilter(outcomes=frozenset({Outcome.BUSY})),
        HistoryFilter(account_id="account", kind=CallKind.RING, person=person),
        HistoryFilter(since=at, until=at + timedelta(seconds=1)),
    )
    kept_out = (
        HistoryFilter(outcomes=frozenset({Outcome.ANSWERED})),
        HistoryFilter(account_id="another"),
        HistoryFilter(kind=CallKind.AUDIO),
        HistoryFilter(person="5511"),
        HistoryFilter(since=at + timedelta(seconds=1)),
        HistoryFilter(until=at),
    )
    assert all(lets_through(which, call) for which in through)
    assert not any(lets_through(which, call) for which in kept_out)
    assert not lets_through(HistoryFilter(outcomes=frozenset({Outcome.BUSY})), made("b"))


def test_rows_find_a_call_wherever_it_stands() -> None:
    calls = [made(str(n), minutes=n) for n in range(1, 8)]
    rows = HistoryRows(calls[1:4])
    rows.insert(0, calls[0])
    rows.extend(calls[4:])
    assert [rows.row_of(str(n)) for n in range(1, 8)] == list(range(7))
    rows.remove(2, 3)
    assert rows.ids == ["1", "2", "5", "6", "7"]
    assert rows.row_of("3") is None
    assert rows.row_of("6") == 3
    assert rows.row_for(calls[2].created_at) == 2
    rows.insert(2, calls[2])
    assert [rows.row_of(call_id) for call_id in rows.ids] == list(range(6))


def test_a_call_as_text_has_all_that_is_known() -> None:
    at = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
    despite = Despite((Guard.EARLIER, Guard.QUIET_HOURS), "she asked for it")
    call = replace(ended(made("a", at=at, despite=despite)), note="Two\nlines", tag="Reached")
    text = call_text(call, "Oficina Sul")
    assert text.splitlines()[0] == "+55 11 99999-0001 – Oficina Sul"
    for words in (
        "Answered",
        "Ring 8 s",
        "Support desk · RyzeAPI",
        "Called anyway: called shortly before, quiet hours there. Reason: she asked for it",
        "Accepted by RyzeAPI (RyzeAPI told us)",
        "Outcome noted: Reached",
        "Note: Two\nlines",
    ):
        assert words in text
    assert call_text(ended(made("b", OTHER))).splitlines()[0] == OTHER
    assert ONE not in call_text(ended(made("b", OTHER)))
