"""The queue by hand on its real store, through restarts and beside another Toque."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from service_fakes import NOON, FakeHistory, call_in

from app.domain.call import CallState, Outcome
from app.domain.phone_number import NumberProblem, PhoneNumber
from app.domain.queue import EntryState, QueueProgress, QueueState
from app.domain.queue_columns import QueueColumns
from app.services.call_queue import CallQueue
from app.services.queue_filling import QueueFilling
from app.services.settings import NotSaved
from app.services.table import Cancelled
from app.storage import csv_table
from app.storage.queue_file import QueueFile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from app.domain.call import Call
    from app.domain.queue import QueueEntry

pytestmark = pytest.mark.asyncio(loop_factories=["threads"])

THREE = "Maria; 11 99999-0001; invoice\n11 99999-0002; José\n11 99999-0003"
MARIA = PhoneNumber.parse("+55 11 99999-0001")
MARIA_SHORT = PhoneNumber.parse("+55 11 9999-0001")
JOSE = PhoneNumber.parse("+55 11 99999-0002")


class Toque:
    """One running program at the queue of a profile."""

    def __init__(self, folder: Path, history: FakeHistory) -> None:
        self.history = history
        self.changes = 0
        self.trouble: list[str] = []
        self.clock = NOON
        self.file = QueueFile(folder / "queue.sqlite3", folder / "runs")
        self.queue = CallQueue(
            self.file,
            history=history,
            annotate_call=self._annotate,
            tables=csv_table,
            region=lambda: "BR",
            on_change=self._count,
            on_trouble=self.trouble.append,
            now=lambda: self.clock,
        )

    def _count(self) -> None:
        self.changes += 1

    async def _annotate(self, call: Call, note: str, tag: str) -> None:
        kept = await self.history.annotate(call.id, note, tag)
        assert kept is not None
        self.queue.note_call(kept)

    def place(self, number: PhoneNumber, outcome: Outcome | None = None, *, after_s: float = 1) -> Call:
        """Tell of a call placed that long after the last thing that happened."""
        self.clock += timedelta(seconds=after_s)
        call = call_in(CallState.QUEUED, number=number)
        call = replace(call, id=uuid4().hex, steps=(replace(call.steps[0], at=self.clock),))
        self.tell(call)
        return self.end(call, outcome) if outcome else call

    def end(self, call: Call, outcome: Outcome) -> Call:
        ended = call_in(CallState.ENDED, number=call.request.number, outcome=outcome)
        call = replace(call, steps=(call.steps[0], *ended.steps[1:]))
        self.tell(call)
        return call

    def tell(self, call: Call) -> None:
        self.history.calls[call.id] = call
        self.queue.note_call(call)

    async def entries(self) -> list[QueueEntry]:
        """What stands on the disk, when all that was to be kept is."""
        await self.queue._tasks.close(10)
        return await self.queue.page()

    async def close(self) -> None:
        await self.queue.close()
        await self.file.close()


@pytest.fixture
def history() -> FakeHistory:
    return FakeHistory([])


@pytest.fixture
async def toque(tmp_path: Path, history: FakeHistory) -> AsyncIterator[Toque]:
    async with running(tmp_path, history) as toque:
        yield toque


@asynccontextmanager
async def running(folder: Path, history: FakeHistory) -> AsyncIterator[Toque]:
    toque = Toque(folder, history)
    await toque.queue.begin()
    try:
        yield toque
    finally:
        await toque.close()


async def states(toque: Toque) -> list[str]:
    return [entry.state.value for entry in await toque.entries()]


# --- filled -------------------------------------------------------------------------------------------


async def test_a_profile_without_a_queue_has_no_file(toque: Toque, tmp_path: Path) -> None:
    assert toque.queue.state is QueueState.EMPTY
    assert not (tmp_path / "queue.sqlite3").exists()


async def test_pasted_lines_become_entries_in_their_order(toque: Toque) -> None:
    report = await toque.queue.filling.add_text(THREE)
    assert (report.added, report.unreadable, report.repeated) == (3, 0, 0)
    assert toque.queue.state is QueueState.PAUSED
    assert toque.queue.progress == QueueProgress(total=3)
    first, second, _ = await toque.entries()
    assert (first.place, first.person, first.line.name, first.line.note) == (
        1,
        MARIA.person,
        "Maria",
        "invoice",
    )
    assert (second.place, second.line.name, second.line.written) == (2, "José", "11 99999-0002")
    assert [entry.place for entry in toque.queue.upcoming] == [1, 2, 3]


async def test_what_cannot_be_read_is_kept_with_its_problem_and_passed_over(toque: Toque) -> None:
    report = await toque.queue.filling.add_text("12345\n11 99999-0001\nno number here \ud800")
    assert (report.added, report.unreadable) == (3, 2)
    assert (await toque.queue.resume()).place == 2
    assert await toque.queue.next() is None
    assert toque.queue.state is QueueState.FINISHED
    assert toque.queue.progress == QueueProgress(skipped=1, total=3, unreadable=2)
    first, _, third = await toque.entries()
    assert (first.line.written, first.line.problem) == ("12345", NumberProblem.TOO_SHORT)
    assert third.line.name == "no number here ?"


async def test_a_number_that_is_mended_comes_next(toque: Toque) -> None:
    await toque.queue.filling.add_text("Maria; 12345; ask\n11 99999-0002")
    (broken, _) = await toque.entries()
    assert await toque.queue.correct(broken, "still wrong")
    (broken, _) = await toque.entries()
    assert (broken.line.written, broken.line.problem) == ("still wrong", NumberProblem.LETTERS)
    assert await toque.queue.correct(broken, "11 99999-0001")
    current = await toque.queue.resume()
    assert (current.person, current.line.name, current.line.note) == (MARIA.person, "Maria", "ask")
    assert not await toque.queue.correct(current, "11 99999-0009")


async def test_a_person_who_comes_again_in_any_form_is_told(toque: Toque) -> None:
    report = await toque.queue.filling.add_text("11 99999-0001\n11 99999-0002\n+55 11 9999-0001")
    assert report.repeated == 1
    assert [entry.earlier_place for entry in await toque.entries()] == [None, None, 1]


async def test_more_than_a_queue_holds_is_refused_whole(toque: Toque) -> None:
    filling = QueueFilling(
        toque.file, tables=csv_table, region=lambda: "BR", on_added=toque.queue.refresh, limit=4
    )
    await filling.add_text(THREE)
    for text in (THREE, THREE + THREE):
        with pytest.raises(NotSaved, match="A queue holds up to 4 numbers"):
            await filling.add_text(text)
    assert toque.queue.progress.total == 3


async def test_a_file_is_imported_by_the_columns_that_were_confirmed(toque: Toque, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Nome;Telefone;Obs\nMaria;11 99999-0001;fatura\n;;\nAna;12;x\n", encoding="utf-16")
    preview = await toque.queue.filling.preview_file(file)
    assert preview.columns == QueueColumns(1, 0, 2)
    parts: list[float] = []
    report = await toque.queue.filling.import_file(
        file, preview.table, preview.columns, progress=parts.append
    )
    assert (report.added, report.unreadable) == (2, 1)
    assert parts[-1] == 1.0
    maria, ana = await toque.entries()
    assert (maria.line.name, maria.line.note) == ("Maria", "fatura")
    assert (ana.line.written, ana.line.name) == ("12", "Ana")


@pytest.mark.parametrize("looks", [1, 3, 12, 13, 14])
async def test_an_import_that_is_cancelled_leaves_nothing(toque: Toque, tmp_path: Path, looks: int) -> None:
    file = tmp_path / "list.csv"
    file.write_text("".join(f"11 9{n:04}-0001\n" for n in range(1200)), encoding="utf-8")
    await toque.queue.filling.add_text(THREE)
    preview = await toque.queue.filling.preview_file(file)
    looked: list[None] = []

    def is_cancelled() -> bool:
        looked.append(None)
        return len(looked) >= looks

    with pytest.raises(Cancelled):
        await toque.queue.filling.import_file(file, preview.table, QueueColumns(0), is_cancelled=is_cancelled)
    assert toque.queue.progress.total == len(await toque.entries()) == 3


# --- worked through -----------------------------------------------------------------------------------


async def test_next_leaves_an_entry_called_or_skipped(toque: Toque) -> None:
    await toque.queue.filling.add_text(THREE)
    assert (await toque.queue.resume()).place == 1
    assert toque.queue.state is QueueState.RUNNING
    toque.place(MARIA, Outcome.ANSWERED)
    assert toque.queue.current.outcome is Outcome.ANSWERED
    assert (await toque.queue.next()).place == 2
    assert (await toque.queue.skip("on holiday")).place == 3
    assert await toque.queue.next() is None
    assert toque.queue.state is QueueState.FINISHED
    assert toque.queue.progress == QueueProgress(done=1, skipped=2, total=3)
    assert [(entry.state, entry.remark) for entry in await toque.entries()] == [
        (EntryState.CALLED, ""),
        (EntryState.SKIPPED, "on holiday"),
        (EntryState.SKIPPED, ""),
    ]


async def test_nothing_moves_while_the_queue_rests(toque: Toque) -> None:
    await toque.queue.filling.add_text(THREE)
    assert await toque.queue.next() is None
    await toque.queue.resume()
    await toque.queue.pause()
    assert toque.queue.state is QueueState.PAUSED
    assert (await toque.queue.next()).place == 1
    toque.place(MARIA, Outcome.ANSWERED)
    assert not toque.queue.current.was_called
    assert (await toque.queue.resume()).place == 1


async def test_back_takes_the_entry_before_again(toque: Toque) -> None:
    await toque.queue.filling.add_text(THREE)
    await toque.queue.resume()
    assert (await toque.queue.back()).place == 1
    await toque.queue.next()
    await toque.queue.next()
    assert (await toque.queue.back()).place == 2
    assert await states(toque) == ["skipped", "current", "waiting"]
    assert (await toque.queue.back()).place == 1
    toque.place(MARIA, Outcome.BUSY)
    for place in (2, 3, None):
        entry = await toque.queue.next()
        assert (entry and entry.place) == place
    assert (await toque.queue.back()).place == 3


async def test_clearing_leaves_nothing(toque: Toque) -> None:
    await toque.queue.filling.add_text(THREE)
    await toque.queue.resume()
    await toque.queue.clear()
    assert toque.queue.state is QueueState.EMPTY
    assert toque.queue.current is None
    await toque.queue.filling.add_text("11 99999-0002")
    assert (await toque.queue.resume()).place == 1


# --- what became of it --------------------------------------------------------------------------------


async def test_a_call_in_another_form_of_the_number_counts(toque: Toque) -> None:
    await toque.queue.filling.add_text(THREE)
    await toque.queue.resume()
    call = toque.place(MARIA_SHORT)
    assert (toque.queue.current.call_id, toque.queue.current.outcome) == (call.id, None)


async def test_calls_to_others_and_from_before_do_not_count(toque: Toque) -> None:
    await toque.queue.filling.add_text(THREE)
    before = toque.place(MARIA)
    toque.clock += timedelta(seconds=1)
    await toque.queue.resume()
    toque.end(before, Outcome.ANSWERED)
    toque.place(JOSE, Outcome.ANSWERED)
    assert not toque.queue.current.was_called


async def test_an_end_that_comes_after_the_entry_was_left_is_kept(toque: Toque) -> None:
    await toque.queue.filling.add_text(THREE)
    await toque.queue.resume()
    call = toque.place(MARIA)
    await toque.queue.next()
    toque.end(call, Outcome.NO_ANSWER)
    first, *_ = await toque.entries()
    assert (first.state, first.outcome) == (EntryState.CALLED, Outcome.NO_ANSWER)
    assert first.called_at == call.created_at


async def test_a_call_that_was_only_placed_after_the_entry_was_left_is_kept(toque: Toque) -> None:
    await toque.queue.filling.add_text(THREE)
    await toque.queue.resume()
    await toque.queue.next()
    toque.place(MARIA, Outcome.ANSWERED)
    first, second, _ = await toque.entries()
    assert (first.state, first.outcome) == (EntryState.CALLED, Outcome.ANSWERED)
    assert second.state is EntryState.CURRENT


async def test_a_call_that_was_cancelled_before_it_left_is_none(toque: Toque) -> None:
    await toque.queue.filling.add_text(THREE)
    await toque.queue.resume()
    toque.place(MARIA, Outcome.CANCELLED)
    assert (await toque.queue.next()).place == 2
    call = toque.place(JOSE)
    await toque.queue.next()
    assert await states(toque) == ["skipped", "called", "current"]
    toque.end(call, Outcome.CANCELLED)
    assert await states(toque) == ["skipped", "skipped", "current"]


async def test_the_newest_call_of_an_entry_counts(toque: Toque) -> None:
    await toque.queue.filling.add_text(THREE)
    await toque.queue.resume()
    first = toque.place(MARIA)
    second = toque.place(MARIA, Outcome.ANSWERED)
    toque.end(first, Outcome.UNKNOWN)
    entry, *_ = await toque.entries()
    assert (entry.call_id, entry.outcome) == (second.id, Outcome.ANSWERED)


async def test_note_and_tag_are_kept_with_the_entry_and_with_the_call(toque: Toque) -> None:
    await toque.queue.filling.add_text(THREE)
    await toque.queue.resume()
    call = toque.place(MARIA, Outcome.ANSWERED)
    await toque.queue.annotate(toque.queue.current, "wants a discount", "sale")
    assert (toque.queue.current.remark, toque.queue.current.tag) == ("wants a discount", "sale")
    kept = toque.history.calls[call.id]
    assert (kept.note, kept.tag) == ("wants a discount", "sale")
    toque.tell(kept.annotated("wants two", "sale"))
    entry, *_ = await toque.entries()
    assert (entry.remark, entry.line.note) == ("wants two", "invoice")
    toque.tell(kept.annotated("", ""))
    entry, *_ = await toque.entries()
    assert (entry.remark, entry.tag) == ("", "")


async def test_words_written_before_the_call_come_to_it(toque: Toque) -> None:
    await toque.queue.filling.add_text(THREE)
    await toque.queue.resume()
    await toque.queue.annotate(toque.queue.current, "ask for the manager", "sale")
    call = toque.place(MARIA, Outcome.ANSWERED)
    entry, *_ = await toque.entries()
    assert (entry.remark, entry.tag) == ("ask for the manager", "sale")
    kept = toque.history.calls[call.id]
    assert (kept.note, kept.tag) == ("ask for the manager", "sale")


async def test_what_cannot_be_kept_is_said(toque: Toque, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(*_: object) -> None:
        raise NotSaved("The disk is full.")

    await toque.queue.filling.add_text(THREE)
    await toque.queue.resume()
    monkeypatch.setattr(toque.file, "note_call", full)
    toque.place(MARIA)
    await toque.entries()
    assert toque.trouble == ["The disk is full."]


# --- restarts and other programs ----------------------------------------------------------------------


async def test_a_restart_finds_the_queue_paused_where_it_was(tmp_path: Path, history: FakeHistory) -> None:
    async with running(tmp_path, history) as first:
        await first.queue.filling.add_text(THREE)
        await first.queue.resume()
        first.place(MARIA, Outcome.ANSWERED)
        await first.queue.next()
    async with running(tmp_path, history) as second:
        assert second.queue.state is QueueState.PAUSED
        assert second.queue.current.place == 2
        assert second.queue.progress == QueueProgress(done=1, total=3)
        assert (await second.queue.resume()).place == 2
        assert (await second.entries())[0].outcome is Outcome.ANSWERED


async def test_a_restart_looks_up_what_became_of_a_call(tmp_path: Path, history: FakeHistory) -> None:
    async with running(tmp_path, history) as first:
        await first.queue.filling.add_text(THREE)
        await first.queue.resume()
        call = first.place(MARIA)
    ended = call_in(CallState.ENDED, number=MARIA, outcome=Outcome.UNKNOWN)
    history.calls[call.id] = replace(call, steps=(call.steps[0], *ended.steps[1:]))
    async with running(tmp_path, history) as second:
        assert second.queue.current.outcome is Outcome.UNKNOWN
        await second.queue.annotate(second.queue.current, "ask again", "")
        assert history.calls[call.id].note == "ask again"


async def test_a_call_that_goes_on_after_a_restart_is_followed(tmp_path: Path, history: FakeHistory) -> None:
    async with running(tmp_path, history) as first:
        await first.queue.filling.add_text(THREE)
        await first.queue.resume()
        call = first.place(MARIA)
    async with running(tmp_path, history) as second:
        assert second.queue.current.outcome is None
        second.end(call, Outcome.BUSY)
        assert (await second.entries())[0].outcome is Outcome.BUSY


async def test_two_toques_never_work_on_the_same_entry(tmp_path: Path, history: FakeHistory) -> None:
    async with running(tmp_path, history) as first, running(tmp_path, history) as second:
        await first.queue.filling.add_text(THREE)
        await second.queue.refresh()
        assert second.queue.progress.total == 3
        assert (await first.queue.resume()).place == 1
        assert (await second.queue.resume()).place == 2
        assert (await first.queue.next()).place == 3
        assert await second.queue.next() is None
        assert second.queue.state is QueueState.PAUSED  # the other one's is still to be called
        assert (await second.queue.back()).place == 2


async def test_what_a_toque_that_is_gone_worked_on_is_taken_over_once(
    tmp_path: Path, history: FakeHistory
) -> None:
    async with running(tmp_path, history) as first, running(tmp_path, history) as second:
        await first.queue.filling.add_text(THREE)
        await first.queue.resume()
        await second.queue.resume()
        await first.close()
        await second.queue.refresh()
        assert second.queue.current.place == 2
        assert (await second.queue.next()).place == 1
    async with running(tmp_path, history) as third, running(tmp_path, history) as fourth:
        assert third.queue.current.place == 1
        assert fourth.queue.current is None


async def test_a_queue_cleared_elsewhere_stops_here(tmp_path: Path, history: FakeHistory) -> None:
    async with running(tmp_path, history) as first, running(tmp_path, history) as second:
        await first.queue.filling.add_text(THREE)
        await first.queue.resume()
        await second.queue.clear()
        assert await first.queue.next() is None
        assert first.queue.state is QueueState.EMPTY


async def test_a_hundred_thousand_entries_are_kept_and_found(toque: Toque, tmp_path: Path) -> None:
    from app.domain.queue import LONGEST_QUEUE, QueueLine

    lines = [QueueLine(str(n), replace(MARIA, e164=f"+55119{n:08}")) for n in range(LONGEST_QUEUE)]
    assert await toque.file.add(lines, limit=LONGEST_QUEUE)
    assert (await toque.queue.resume()).place == 1
    assert (await toque.queue.next()).place == 2
    assert toque.queue.progress == QueueProgress(skipped=1, total=LONGEST_QUEUE)
    assert [entry.place for entry in await toque.queue.page(99_998)] == [99_999, 100_000]
