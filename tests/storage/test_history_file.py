from __future__ import annotations

import asyncio
import sqlite3
import sys
import tempfile
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storage_calls import (
    BRAZILIAN,
    FILE,
    LINK,
    NOON,
    OTHER,
    REPORT,
    STEPS,
    course,
    new_call,
    talk,
    with_sound,
)
from storage_programs import for_its_user_alone

from app.domain.agent import AgentTask, CallReport, Speaker, Utterance
from app.domain.audio import AudioLink, FileRecord, LinkRecord
from app.domain.call import TRANSITIONS, Call, CallKind, CallRequest, CallState, CallStep, KnownBy, Outcome
from app.domain.phone_number import NumberKind, PhoneNumber
from app.domain.reason import Reason
from app.services.history import NotRecorded
from app.storage.history_file import HistoryFile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from app.domain.audio import AudioRecord


@asynccontextmanager
async def open_history(folder: Path) -> AsyncIterator[HistoryFile]:
    history = HistoryFile(folder / "history.sqlite3", folder / "runs", busy_timeout_s=0.05)
    try:
        yield history
    finally:
        await history.close()


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def modes_in(folder: Path) -> dict[str, int]:
    return {file.name: file.stat().st_mode & 0o777 for file in (folder.parent, folder, *folder.iterdir())}


@pytest.fixture
async def history(tmp_path: Path) -> AsyncIterator[HistoryFile]:
    async with open_history(tmp_path) as history:
        yield history


# --- what was recorded is returned ------------------------------------------------------------------------


async def test_a_call_comes_back_as_it_is_after_each_step(history: HistoryFile) -> None:
    for call in course(new_call()):
        await history.record(call)
        assert await history.page() == [call]


async def test_a_call_comes_back_after_the_program_ended(tmp_path: Path) -> None:
    call = course(new_call(OTHER))[-1]
    async with open_history(tmp_path) as history:
        await history.record(call)
    lock = [] if sys.platform == "win32" else ["history.sqlite3.lock"]  # which can be removed there
    assert names(tmp_path) == ["history.sqlite3", *lock, "runs"]
    async with open_history(tmp_path) as history:
        assert await history.page() == [call]


@pytest.mark.parametrize("record", [FILE, LINK, LinkRecord(LINK.url)])
async def test_the_record_of_a_sound_comes_back(tmp_path: Path, record: AudioRecord) -> None:
    call = course(with_sound(record))[-1]
    async with open_history(tmp_path) as history:
        await history.record(call)
    async with open_history(tmp_path) as history:
        assert await history.page() == [call]


async def test_of_a_link_nothing_is_written_that_may_be_a_key(tmp_path: Path) -> None:
    link = AudioLink("https://files.example/hello.mp3?key=marker-link-27d8")
    async with open_history(tmp_path) as history:
        await history.record(with_sound(link))  # type: ignore[arg-type]  # more than should be given
        written = everything_in(tmp_path)
        (found,) = await history.page()
    assert b"marker-link-27d8" not in written
    assert found.request.audio == link.record


async def test_a_path_that_is_no_text_is_written_readably(history: HistoryFile) -> None:
    await history.record(with_sound(replace(FILE, path="/home/ana/a\udcff.wav")))
    (found,) = await history.page()
    assert found.request.audio == replace(FILE, path="/home/ana/a?.wav")


async def test_an_agents_call_comes_back_as_it_is_after_each_step(history: HistoryFile) -> None:
    for call in talk():
        await history.record(call)
        assert await history.page() == [call]


async def test_the_report_is_written_with_the_step_that_brings_it(tmp_path: Path) -> None:
    *before, ended = talk()
    async with open_history(tmp_path) as history:
        for call in before:
            await history.record(call)
        assert b"Sim." not in everything_in(tmp_path)
        await history.record(ended)
    async with open_history(tmp_path) as history:
        assert await history.page() == [ended]


async def test_what_was_said_in_letters_that_no_file_can_hold_is_written_readably(
    history: HistoryFile,
) -> None:
    *_, call = talk()
    said = CallReport(transcript=(Utterance(Speaker.AGENT, "a\udcffb"),))
    await history.record(replace(call, report=said))
    (found,) = await history.page()
    assert found.report == CallReport(transcript=(Utterance(Speaker.AGENT, "a?b"),))


async def test_who_only_another_version_knows_is_left_out_of_the_transcript(
    history: HistoryFile, tmp_path: Path
) -> None:
    *_, call = talk()
    await history.record(call)
    change(tmp_path, "UPDATE calls SET report = replace(report, 'callee', 'supervisor')")
    (found,) = await history.page()
    assert found.report == replace(REPORT, transcript=REPORT.transcript[:1])


@pytest.mark.logs("What is kept beside a call makes no sense")
async def test_a_report_that_makes_no_sense_does_not_hide_the_call(
    history: HistoryFile, tmp_path: Path
) -> None:
    *_, call = talk()
    await history.record(call)
    change(tmp_path, "UPDATE calls SET report = '{', agent = '[]'")
    (found,) = await history.page()
    assert found == replace(call, report=None, request=replace(call.request, agent=None))


async def test_nothing_was_recorded_yet(history: HistoryFile) -> None:
    assert await history.open() is None
    assert await history.page() == []
    assert await history.latest_sent_to("551199990001") is None
    assert await history.unfinished() == []


async def test_pages_go_from_newest_to_oldest(history: HistoryFile) -> None:
    calls = [new_call(after_s=n) for n in range(25)]
    for call in calls:
        await history.record(call)
    found: list[Call] = []
    while page := await history.page(before=found[-1].id if found else None, limit=10):
        found += page
    assert found == calls[::-1]


async def test_a_call_recorded_while_paging_shifts_nothing(history: HistoryFile) -> None:
    calls = [new_call(after_s=n) for n in range(4)]
    for call in calls:
        await history.record(call)
    first = await history.page(limit=2)
    await history.record(new_call(after_s=9))
    assert first + await history.page(before=first[-1].id, limit=2) == calls[::-1]


async def test_nothing_is_older_than_an_unknown_call(history: HistoryFile) -> None:
    await history.record(new_call())
    assert await history.page(before="nobody") == []


async def test_the_latest_to_a_person_in_any_written_form(history: HistoryFile) -> None:
    without_ninth = PhoneNumber("+551199990001", "BR", NumberKind.MOBILE, "+55 11 9999-0001")
    for number in (BRAZILIAN, without_ninth, OTHER):
        await history.record(new_call(number))
    latest = await history.latest_sent_to(BRAZILIAN.person)
    assert latest is not None
    assert latest.request.number == without_ninth


async def test_a_call_never_placed_does_not_hide_an_earlier_one(history: HistoryFile) -> None:
    sent = course(new_call())[-1]
    never_sent = new_call().advance(
        CallStep(CallState.ENDED, sent.last.at, KnownBy.LOCAL, Outcome.CANCELLED, Reason.CANCELLED)
    )
    for call in (sent, never_sent):
        await history.record(call)
    assert await history.latest_sent_to(BRAZILIAN.person) == sent


async def test_steps_that_could_not_be_written_in_time_are_written_later(history: HistoryFile) -> None:
    call = course(new_call())[-1]
    await history.record(call)
    assert await history.page() == [call]


async def test_a_step_takes_the_place_of_one_that_nobody_waited_for(history: HistoryFile) -> None:
    queued, sending = course(new_call(), 1)
    await history.record(queued)
    await history.record(sending)
    end = CallStep(CallState.ENDED, NOON, KnownBy.LOCAL, Outcome.CANCELLED, Reason.CANCELLED)
    cancelled = queued.advance(end)
    await history.record(cancelled)
    assert await history.page() == [cancelled]


async def test_history_never_loses_a_step_to_an_earlier_one(history: HistoryFile) -> None:
    calls = course(new_call())
    await history.record(calls[-1])
    with pytest.raises(ValueError, match="more steps"):
        await history.record(calls[1])
    assert await history.page() == [calls[-1]]


async def test_texts_that_no_file_can_hold_are_written_readably(history: HistoryFile) -> None:
    placed = course(new_call(), 1)[-1].advance(
        CallStep(CallState.PLACED, NOON, KnownBy.PROVIDER, detail="a\ud800b\0c")
    )
    await history.record(placed)
    (found,) = await history.page()
    assert found.last.detail == "a?b\0c"


@for_its_user_alone
async def test_only_its_user_can_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "profile"
    async with open_history(folder) as history:
        await history.record(new_call())
        modes = modes_in(folder)
    assert {"history.sqlite3", "history.sqlite3-wal", "history.sqlite3-shm", "runs", "profile"} < modes.keys()
    assert {name: mode for name, mode in modes.items() if mode & 0o077 and not name.endswith(".lock")} == {}


def _legal_calls() -> st.SearchStrategy[list[Call]]:
    text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
    times = st.datetimes(timezones=st.just(UTC))
    seconds = st.none() | st.floats(0, 1e6)
    pairs = st.dictionaries(text, text, max_size=3).map(lambda pairs: tuple(pairs.items()))
    tasks = st.builds(AgentTask, text, text, text, st.booleans(), st.integers(1, 3600), pairs)
    said = st.lists(st.builds(Utterance, st.sampled_from(Speaker), text, seconds), max_size=3).map(tuple)
    reports = st.builds(CallReport, seconds, said, st.booleans())

    @st.composite
    def calls(draw: st.DrawFn) -> list[Call]:
        number = PhoneNumber(
            "+" + draw(st.from_regex(r"[1-9]\d{6,14}", fullmatch=True)),
            draw(st.sampled_from(["BR", "US", ""])),
            draw(st.sampled_from(NumberKind)),
            draw(text),
            assumed=draw(st.booleans()),
            in_use=draw(st.booleans()),
        )
        file = st.builds(FileRecord, text, st.floats(0, 1e6), st.integers(0, 2**40), text)
        request = CallRequest(
            draw(text),
            number,
            draw(st.sampled_from(CallKind)),
            draw(st.none() | st.integers(1, 60)),
            draw(st.none() | file | st.builds(LinkRecord, text, st.booleans())),
            draw(st.none() | tasks),
        )
        queued = CallStep(CallState.QUEUED, draw(times), KnownBy.LOCAL, detail=draw(text))
        course = [Call(draw(st.uuids()).hex, request, draw(text), draw(text), (queued,))]
        while (after := TRANSITIONS[course[-1].state]) and draw(st.booleans()):
            chosen = draw(st.sampled_from(sorted(after, key=repr)))
            outcome = chosen if isinstance(chosen, Outcome) else None
            step = CallStep(
                chosen if isinstance(chosen, CallState) else CallState.ENDED,
                draw(times),
                draw(st.sampled_from(KnownBy)),
                outcome,
                draw(st.none() | st.sampled_from(Reason)),
                draw(text),
            )
            report = draw(st.none() | reports)
            course.append(course[-1].advance(step, provider_call_id=draw(st.none() | text), report=report))
        return course

    return calls()


@given(st.lists(_legal_calls(), max_size=4, unique_by=lambda calls: calls[0].id))
@settings(max_examples=50, deadline=None)
def test_every_legal_course_comes_back_equal(courses: list[list[Call]]) -> None:
    async def record_and_read(folder: Path) -> list[Call]:
        async with open_history(folder) as history:
            for calls in courses:
                for call in calls:
                    await history.record(call)
        async with open_history(folder) as history:
            return await history.page()

    with tempfile.TemporaryDirectory() as folder:
        assert asyncio.run(record_and_read(Path(folder))) == [calls[-1] for calls in courses][::-1]


# --- what other versions wrote ----------------------------------------------------------------------------


def change(folder: Path, *statements: str) -> None:
    """What another program does to the file."""
    with closing(sqlite3.connect(folder / "history.sqlite3")) as db, db:
        for statement in statements:
            db.execute(statement)


async def test_a_reason_of_another_version_is_passed_over(history: HistoryFile, tmp_path: Path) -> None:
    call = course(new_call())[-1]
    await history.record(call)
    change(tmp_path, "UPDATE steps SET reason = 'of_next_year' WHERE n = 4")
    (found,) = await history.page()
    assert found.last == CallStep(
        CallState.ENDED, STEPS[-1].at, KnownBy.CLOCK, Outcome.UNKNOWN, None, "nobody says"
    )


@pytest.mark.logs("The call in row 2")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE steps SET state = 'teleporting' WHERE call = 2 AND n = 1",
        "UPDATE steps SET at = 'yesterday' WHERE call = 2",
        "UPDATE steps SET at = 7 WHERE call = 2",
        "UPDATE calls SET kind = 'smoke signs' WHERE row = 2",
        "DELETE FROM steps WHERE call = 2",
    ],
)
async def test_a_call_that_makes_no_sense_hides_no_other(
    history: HistoryFile, tmp_path: Path, statement: str, caplog: pytest.LogCaptureFixture
) -> None:
    calls = [course(new_call(), 1)[-1] for _ in range(4)]
    for call in calls:
        await history.record(call)
    change(tmp_path, statement)
    assert await history.page(limit=3) == [calls[3], calls[2], calls[0]]
    assert "row 2" in caplog.text


async def test_text_that_is_none_any_more_is_shown_as_far_as_it_goes(
    history: HistoryFile, tmp_path: Path
) -> None:
    await history.record(new_call())
    change(tmp_path, "UPDATE calls SET account_name = CAST(x'41ff42' AS TEXT)")
    (found,) = await history.page()
    assert found.account_name == "A�B"


# --- questions are answered by an index ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("SELECT * FROM calls WHERE row < 9 ORDER BY row DESC LIMIT 5", "INTEGER PRIMARY KEY (rowid<?)"),
        ("SELECT * FROM calls WHERE person = '1' ORDER BY row DESC LIMIT 1", "calls_by_person (person=?)"),
        ("SELECT DISTINCT run FROM calls WHERE state <> 'ended'", "calls_unfinished"),
        ("SELECT * FROM calls WHERE run = 'r' AND state <> 'ended'", "calls_unfinished (run=?)"),
        (
            "SELECT * FROM steps WHERE call IN (SELECT value FROM json_each('[1]')) ORDER BY call, n",
            "SEARCH steps USING PRIMARY KEY (call=?)",
        ),
    ],
)
async def test_no_question_reads_the_whole_history(
    history: HistoryFile, tmp_path: Path, question: str, plan: str
) -> None:
    await history.open()
    with closing(sqlite3.connect(tmp_path / "history.sqlite3")) as db:
        steps = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {question}")]
    assert any(plan in step for step in steps), steps
    assert not any("TEMP B-TREE" in step or step.startswith("SCAN calls USING INDEX sql") for step in steps)


# --- closing ----------------------------------------------------------------------------------------------


async def test_closing_twice_is_closing_once(history: HistoryFile) -> None:
    await history.record(new_call())
    await history.close()
    await history.close()
    with pytest.raises(NotRecorded, match="closing"):
        await history.record(new_call())


async def test_closing_what_was_never_opened_makes_nothing(tmp_path: Path) -> None:
    async with open_history(tmp_path / "profile"):
        pass
    assert names(tmp_path) == []


async def test_a_cancelled_recording_breaks_nothing(history: HistoryFile) -> None:
    await history.open()
    queued, sending = course(new_call(), 1)
    await history.record(queued)
    recording = asyncio.ensure_future(history.record(sending))
    await asyncio.sleep(0)
    recording.cancel()
    with pytest.raises(asyncio.CancelledError):
        await recording
    end = CallStep(CallState.ENDED, datetime.now(UTC), KnownBy.LOCAL, Outcome.CANCELLED)
    cancelled = queued.advance(end)
    await history.record(cancelled)
    assert await history.page() == [cancelled]


async def test_times_of_any_zone_are_the_same_moment(history: HistoryFile) -> None:
    call = new_call()
    there = NOON.astimezone(ZoneInfo("America/Sao_Paulo")) + timedelta(hours=1)
    await history.record(call.advance(CallStep(CallState.SENDING, there, KnownBy.LOCAL)))
    (found,) = await history.page()
    assert found.last.at == there
    assert found.last.at.tzinfo is UTC
