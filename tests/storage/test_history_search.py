"""Search as one types, and filters: alone, together, and with nothing left of the index."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storage_calls import BRAZILIAN, NOON, OTHER, course, new_call, talk

from app.domain.agent import CallReport, Speaker, Utterance
from app.domain.call import Call, CallKind, CallState, CallStep, KnownBy, Outcome
from app.domain.guard import Despite, Guard
from app.domain.phone_number import PhoneNumber
from app.services.history import HistoryFilter
from app.storage.history_file import HistoryFile
from app.storage.history_filters import meant
from app.storage.history_search import question

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@asynccontextmanager
async def open_history(folder: Path) -> AsyncIterator[HistoryFile]:
    history = HistoryFile(folder / "history.sqlite3", folder / "runs", busy_timeout_s=5)
    try:
        yield history
    finally:
        await history.close()


@pytest.fixture
async def history(tmp_path: Path) -> AsyncIterator[HistoryFile]:
    async with open_history(tmp_path) as history:
        yield history


async def keep(history: HistoryFile, *calls: Call) -> None:
    for call in calls:
        await history.record(call)


async def found(history: HistoryFile, text: str = "", **which: object) -> list[str]:
    meant = HistoryFilter(text=text, **which)  # type: ignore[arg-type]  # checked where it is written
    calls = await history.page(which=meant)
    assert await history.count(meant) == len(calls)
    return [call.id for call in calls]


def called(number: PhoneNumber | str, call_id: str = "it", **changes: object) -> Call:
    """A call that is over."""
    number = PhoneNumber.parse(number) if isinstance(number, str) else number
    return replace(course(new_call(number, call_id=call_id))[-1], **changes)  # type: ignore[arg-type]


def ended(call_id: str, outcome: Outcome, *, account: str = "a", kind: CallKind = CallKind.RING) -> Call:
    call = new_call(call_id=call_id)
    call = replace(call, request=replace(call.request, account_id=account, kind=kind))
    for state in (CallState.SENDING, CallState.PLACED, CallState.RINGING):
        call = call.advance(CallStep(state, NOON, KnownBy.PROVIDER))
    return call.advance(CallStep(CallState.ENDED, NOON, KnownBy.PROVIDER, outcome))


# --- numbers ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "+5511999990001", "+55 11 99999-0001", "+55 (11) 99999-0001", "5511999990001", "(11) 99999",
        "99999-0001", "9 9999-0001", "0001", "001", "55", "5", "+", "011 99999-0001", "0055 11 9999",
        "1199990001", "55 11 9999-0001", "+55 11 9999 0001", "11.99999", "99999\u20110001", "１１ ９９９９９",
        "٩٩٩٩٩", "  99999-0001  ",
    ],
)  # fmt: skip
async def test_a_number_is_found_by_any_part_in_any_form(history: HistoryFile, typed: str) -> None:
    await keep(history, called(BRAZILIAN))
    assert await found(history, typed) == ["it"]


@pytest.mark.parametrize(
    "typed", ["99999-0002", "(21) 99999", "5511 9 0001", "+1", "+11", "0011", "00010", "119999900011"]
)
async def test_another_number_is_not_found(history: HistoryFile, typed: str) -> None:
    await keep(history, called(BRAZILIAN))
    assert await found(history, typed) == []


@pytest.mark.parametrize(
    ("dialled", "typed"),
    [
        ("+55 11 8888-0001", "98888-0001"),
        ("+55 11 98888-0001", "11 8888-0001"),
        ("+52 1 55 1234 5678", "+52 55 1234"),
        ("+52 55 1234 5678", "+52 1 55 1234"),
        ("+54 9 11 2345-6789", "+54 11 2345"),
        ("+54 11 2345-6789", "54 9 11 2345"),
    ],
)
async def test_the_forms_of_one_person_are_found_by_each_other(
    history: HistoryFile, dialled: str, typed: str
) -> None:
    await keep(history, called(dialled))
    assert await found(history, typed) == ["it"]


async def test_digits_are_found_in_texts_too(history: HistoryFile) -> None:
    await keep(history, called(OTHER, note="pedido 4711 / 2026"), called(OTHER, "other"))
    assert await found(history, "4711") == ["it"]
    assert await found(history, "4711 20") == ["it"]
    assert await found(history, "47") == ["it"]
    assert await found(history, "711") == []


async def test_a_number_and_a_word(history: HistoryFile) -> None:
    await keep(history, called(BRAZILIAN, note="gerente"), called(OTHER, "other", note="gerente"))
    assert await found(history, "99999 ger") == ["it"]
    assert await found(history, "gerente 415 555") == ["other"]


# --- words ------------------------------------------------------------------------------------------------

EVERYTHING = replace(
    talk()[-1],
    id="it",
    account_name="Cobrança – São Paulo",
    provider_call_id="3EB0-ab12_CD",
    note="Ligar amanhã; falar com a Conceição (gerente)",
    tag="call back",
    report=CallReport(3, (Utterance(Speaker.CALLEE, "Não, o boleto já foi pago"),)),
    request=replace(talk()[-1].request, despite=Despite((Guard.QUIET_HOURS,), "pediu à noite")),
)


@pytest.mark.parametrize(
    "typed",
    [
        "cobranca", "COBRANÇA são", "sao pau", "3eb0", "3EB0-AB12_cd", "amanha", "AMANHÃ", "ligar  falar",
        "concei", "Conceição", "(gerente)", "gerente)", "call ba", "back", "bole", "boleto pago", "queued",
        "call queued ok", "noite", "ryzeapi", "conceic\u0327a\u0303o", "l",
        "paulo gerente back boleto queued",
    ],
)  # fmt: skip
async def test_every_word_is_found_without_case_and_accents(history: HistoryFile, typed: str) -> None:
    await keep(
        history, EVERYTHING, called(OTHER, "other", account_name="x", provider="y", steps=new_call().steps)
    )
    assert await found(history, typed) == ["it"]


@pytest.mark.parametrize(
    "typed",
    ["cobranca maria", "lig amanha", "ligar ", "anhã", "call backs", "speaker", "callee", "transcript"],
)
async def test_every_word_must_be_there_and_only_the_last_may_go_on(history: HistoryFile, typed: str) -> None:
    await keep(history, EVERYTHING)
    assert await found(history, typed) == (["it"] if typed == "ligar " else [])


@pytest.mark.parametrize("typed", ["---", "(", "* \"'", "+", "AND", "¿", "\0", "😀"])
async def test_signs_alone_ask_for_nothing(history: HistoryFile, typed: str) -> None:
    await keep(history, called(BRAZILIAN))
    assert await found(history, typed) == ([] if typed == "AND" else ["it"])


@pytest.mark.parametrize(
    "typed", ['"', "a OR b", "NEAR(a b)", "words:a", "^a", "a*b", "a-", "{a}", "a AND NOT b", "''"]
)
async def test_signs_that_mean_something_to_fts_mean_nothing(history: HistoryFile, typed: str) -> None:
    await keep(history, called(BRAZILIAN, note=typed))
    assert await found(history, typed) == ["it"]


async def test_names_that_the_contacts_know_count_as_found(history: HistoryFile) -> None:
    ana, bia = called(BRAZILIAN, "ana"), called(OTHER, "bia", note="ana is her sister")
    await keep(history, ana, bia, called("+55 21 98888-7777", "nobody"))
    assert await found(history, "ana", people=(BRAZILIAN.person,)) == ["bia", "ana"]
    assert await found(history, "zzz", people=(BRAZILIAN.person, "1")) == ["ana"]
    assert await found(history, "ana", people=(BRAZILIAN.person,), outcomes=frozenset({Outcome.BUSY})) == []


async def test_a_step_and_a_note_change_what_finds_a_call(history: HistoryFile) -> None:
    queued, sending, placed, *_, over = course(new_call(call_id="it"))
    await keep(history, queued)
    assert await found(history, "0001") == ["it"]
    assert await found(history, "ok") == []
    await keep(history, sending, placed)
    assert await found(history, "ok") == ["it"]
    await history.annotate("it", "first words", "tag")
    assert await found(history, "first") == ["it"]
    await keep(history, over)
    assert await found(history, "first ok nobody") == ["it"]
    assert await found(history, outcomes=frozenset({Outcome.UNKNOWN})) == ["it"]
    await history.annotate("it", "others", "")
    assert await found(history, "first") == []
    assert await found(history, "tag") == []
    assert await found(history, "othe") == ["it"]


async def test_what_is_taken_back_is_not_found(history: HistoryFile) -> None:
    queued, sending, placed, *_ = course(new_call(call_id="it"))
    await keep(history, queued, sending, placed)
    await history._worker.run(history._unrecord, placed, deadline_s=5)
    assert await found(history, "queued ok") == []
    assert await found(history, "0001") == ["it"]
    await history._worker.run(history._unrecord, sending, deadline_s=5)
    await history._worker.run(history._unrecord, queued, deadline_s=5)
    assert await found(history, "0001") == []


@given(st.text(max_size=60) | st.text('"*()+-^:{} ANDORTE9ḉ', max_size=30), st.text(max_size=30))
@settings(max_examples=150, deadline=None)
def test_no_text_is_an_error(typed: str, note: str) -> None:
    asked = question(HistoryFilter(text=typed, people=(note,), account_id=note, person=typed), lambda _: ())
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(
            "CREATE VIRTUAL TABLE found USING fts5(words, detail = none, tokenize = 'ascii', content = '')"
        )
        db.execute("SELECT rowid FROM found WHERE found MATCH ?", (asked,)).fetchall()


@given(st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=30, deadline=None)
def test_a_note_is_found_by_itself_and_by_its_beginning(note: str, other: str) -> None:
    async def look(folder: Path) -> None:
        async with open_history(folder) as history:
            await keep(history, called(BRAZILIAN, note=note.encode(errors="replace").decode()))
            for typed in (note, note[: len(note) // 2]):
                assert await found(history, typed) == ["it"]
            assert await found(history, other) in ([], ["it"])
            await history.annotate("it", other.encode(errors="replace").decode(), "")
            assert await history.delete(["it"]) == 1
            assert await found(history, note, people=(BRAZILIAN.person,)) == []

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(look(Path(folder)))


# --- filters ----------------------------------------------------------------------------------------------


async def test_filters_alone_and_together(history: HistoryFile) -> None:
    await keep(
        history,
        ended("1", Outcome.BUSY),
        ended("2", Outcome.ANSWERED, account="b-2"),
        ended("3", Outcome.UNKNOWN, kind=CallKind.AGENT),
        ended("4", Outcome.ANSWERED, kind=CallKind.AGENT),
        course(new_call(call_id="5"), 2)[-1],
    )
    assert await found(history, outcomes=frozenset({Outcome.BUSY})) == ["1"]
    assert await found(history, outcomes=frozenset({Outcome.BUSY, Outcome.UNKNOWN})) == ["3", "1"]
    assert await found(history, account_id="b-2") == ["2"]
    assert await found(history, account_id="b") == []
    assert await found(history, kind=CallKind.AGENT) == ["4", "3"]
    answered = frozenset({Outcome.ANSWERED})
    assert await found(history, kind=CallKind.AGENT, outcomes=answered, account_id="a") == ["4"]
    assert await found(history, "0001", kind=CallKind.RING, outcomes=answered) == ["2"]
    assert await found(history, person=BRAZILIAN.person, kind=CallKind.AGENT) == ["4", "3"]
    assert await found(history, person=OTHER.person) == []


async def test_days_are_cut_where_they_are_cut(history: HistoryFile) -> None:
    for hours in (0, 11, 13, 30, 100):
        await keep(
            history, called(BRAZILIAN, f"{hours}", steps=course(new_call(after_s=3600 * hours))[0].steps)
        )
    until = NOON + timedelta(hours=30)
    assert await found(history, since=NOON + timedelta(hours=11)) == ["100", "30", "13", "11"]
    assert await found(history, until=until) == ["13", "11", "0"]
    assert await found(history, "0001", since=NOON + timedelta(hours=12), until=until) == ["13"]
    assert await found(history, since=NOON + timedelta(days=30)) == []
    assert await found(history, until=NOON) == []
    assert await found(history, "zzz", until=until) == []


async def test_a_clock_that_was_set_back_hides_no_call(history: HistoryFile) -> None:
    for day in (10, 400, 11, 3, 12):
        await keep(history, called(BRAZILIAN, f"{day}", steps=new_call(after_s=86_400 * day).steps))
    assert await found(history, since=NOON + timedelta(days=11), until=NOON + timedelta(days=13)) == [
        "12",
        "11",
    ]
    assert await found(history, until=NOON + timedelta(days=5)) == ["3"]
    assert await found(history, since=NOON + timedelta(days=100)) == ["400"]


async def test_pages_follow_each_other(history: HistoryFile) -> None:
    await keep(history, *(called(BRAZILIAN if n % 2 else OTHER, f"{n}") for n in range(25)))
    which = HistoryFilter(text="99999")
    pages, before = [], None
    while page := await history.page(before=before, limit=5, which=which):
        pages.append([int(call.id) for call in page])
        before = page[-1].id
    assert pages == [[23, 21, 19, 17, 15], [13, 11, 9, 7, 5], [3, 1]]
    assert await history.page(before="nobody's", which=which) == []


async def test_tags_come_most_used_first(history: HistoryFile) -> None:
    for n, tag in enumerate(["b", "a", "", "c", "a"]):
        await keep(history, called(BRAZILIAN, f"{n}", tag=tag))
    assert await history.tags() == ["a", "b", "c"]


# --- beside the writing -----------------------------------------------------------------------------------


async def test_nobody_waits_for_a_search_that_was_given_up(history: HistoryFile) -> None:
    await keep(history, called(BRAZILIAN))
    assert await found(history, "0001") == ["it"]
    searches = [asyncio.ensure_future(history.page(which=HistoryFilter(text="9" * n))) for n in range(1, 9)]
    await asyncio.sleep(0)
    for search in searches:
        search.cancel()
    assert await found(history, "99999") == ["it"]
    assert all(search.cancelled() for search in searches)
    assert history._reader._stops == set()


async def test_what_two_toques_write_both_find(tmp_path: Path) -> None:
    async with open_history(tmp_path) as one, open_history(tmp_path) as two:
        await keep(one, called(BRAZILIAN, "one", note="first"))
        assert await found(two, "first") == ["one"]
        await keep(two, called(BRAZILIAN, "two", note="first"))
        await two.annotate("one", "second", "")
        assert await found(one, "first") == ["two"]
        assert await one.delete(["two"]) == 1
        assert await found(two, "0001") == ["one"]


async def test_two_toques_search_while_both_write(tmp_path: Path) -> None:
    async def write(history: HistoryFile, name: str) -> None:
        for n in range(30):
            for call in course(new_call(call_id=f"{name}{n}")):
                await history.record(call)
            assert f"{name}{n}" in await found_among(history, "99999 nobody")

    async def found_among(history: HistoryFile, text: str) -> list[str]:
        return [call.id for call in await history.page(which=HistoryFilter(text=text))]

    async with open_history(tmp_path) as one, open_history(tmp_path) as two:
        await asyncio.gather(write(one, "a"), write(two, "b"))
        assert await one.count(HistoryFilter(text="0001")) == 60


# --- questions are answered by the index --------------------------------------------------------------------


@pytest.mark.parametrize(
    "which",
    [
        HistoryFilter("ana 99999"),
        HistoryFilter(outcomes=frozenset({Outcome.BUSY})),
        HistoryFilter("ana", account_id="a", kind=CallKind.RING, person="1", people=("1", "2")),
        HistoryFilter("ana", since=NOON, until=NOON),
        HistoryFilter(since=NOON),
        HistoryFilter(until=NOON),
    ],
)
async def test_no_search_sorts_or_reads_the_whole_history(
    history: HistoryFile, tmp_path: Path, which: HistoryFilter
) -> None:
    await keep(history, called(BRAZILIAN))
    with closing(sqlite3.connect(tmp_path / "history.sqlite3")) as db:
        those = meant(db, which)
        query = (
            f"SELECT calls.* FROM {those.source} WHERE {those.condition} AND {those.row} < 9"  # noqa: S608
            f" ORDER BY {those.row} DESC LIMIT 5"
        )
        steps = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {query}", those.values)]
    assert not any("TEMP B-TREE" in step or step == "SCAN calls" for step in steps), steps


async def test_many_names_and_many_words_can_be_asked_for(history: HistoryFile) -> None:
    await keep(history, called(BRAZILIAN))
    people = (*(f"{n}" for n in range(3000)), BRAZILIAN.person)
    assert await found(history, "zz", people=people) == ["it"]
    assert await found(history, " ".join("abcdefghij" * 100)) == []
    assert await found(history, "1 a " * 1000) == []
