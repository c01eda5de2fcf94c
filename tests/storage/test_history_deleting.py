"""Deleting: what is meant goes wholly, what is under way stays, and nothing waits long for it."""

from __future__ import annotations

import sqlite3
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from storage_calls import BRAZILIAN, NOON, course, new_call

from app.services.history import HistoryFilter, NotRecorded
from app.storage import history_file
from app.storage.history_file import HistoryFile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from app.domain.call import Call


@asynccontextmanager
async def open_history(folder: Path) -> AsyncIterator[HistoryFile]:
    history = HistoryFile(folder / "history.sqlite3", folder / "runs", busy_timeout_s=0.05)
    try:
        yield history
    finally:
        await history.close()


@pytest.fixture
async def history(tmp_path: Path) -> AsyncIterator[HistoryFile]:
    async with open_history(tmp_path) as history:
        yield history


def over(call_id: str, *, days_ago: float = 0, note: str = "") -> Call:
    queued = new_call(call_id=call_id, after_s=-86_400 * days_ago)
    return replace(course(queued)[-1], note=note)


async def ids(history: HistoryFile, **which: object) -> list[str]:
    return [call.id for call in await history.page(which=HistoryFilter(**which))]  # type: ignore[arg-type]


async def test_one_and_some(history: HistoryFile) -> None:
    for n in range(5):
        await history.record(over(f"{n}"))
    assert await history.delete(["3"]) == 1
    assert await history.delete(["0", "3", "nobody's", "4"]) == 2
    assert await history.delete([]) == 0
    assert await ids(history) == await ids(history, text="0001") == ["2", "1"]
    assert await history.count(HistoryFilter()) == 2
    assert (await history.latest_sent_to(BRAZILIAN.person)) == over("2")


async def test_a_call_under_way_is_never_deleted(history: HistoryFile) -> None:
    calls = course(new_call(call_id="it"))
    for call in calls[:-1]:
        await history.record(call)
        assert await history.delete(["it"]) == 0
        assert await history.delete_before(NOON + timedelta(days=1)) == 0
    assert await history.page() == [calls[-2]]
    await history.record(calls[-1])
    assert await history.delete(["it"]) == 1
    assert await history.page() == []


async def test_what_is_older_goes_in_portions(history: HistoryFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_file, "PORTION", 4)
    under_way = new_call(call_id="under way", after_s=-86_400 * 50)
    await history.record(under_way)
    for n in range(20):
        await history.record(over(f"{n}", days_ago=20 - n))
    told: list[int] = []
    assert await history.delete_before(NOON - timedelta(days=10), progress=told.append) == 10
    assert told == [4, 8, 10]
    assert await ids(history) == [*(f"{n}" for n in range(19, 9, -1)), "under way"]
    assert await history.delete_before(NOON - timedelta(days=10)) == 0
    assert await ids(history, until=NOON - timedelta(days=9)) == ["10", "under way"]


async def test_what_was_written_after_a_deletion_is_newer_than_all(history: HistoryFile) -> None:
    for n in range(3):
        await history.record(over(f"{n}", note="first"))
    await history.delete(["2", "1"])
    await history.record(over("3", note="second"))
    assert await ids(history) == ["3", "0"]
    assert await ids(history, text="first") == ["0"]
    await history.delete(["0", "3"])
    await history.record(over("4"))
    assert await ids(history) == await ids(history, since=NOON - timedelta(days=1)) == ["4"]


async def test_nothing_of_a_deleted_call_stays_in_the_file(tmp_path: Path) -> None:
    secret = "Xylophonkonzert zwitschernd"
    async with open_history(tmp_path) as history:
        for n in range(200):
            await history.record(over(f"{n}", note=secret if n == 77 else f"note {n} of many"))
        assert await ids(history, text="xylophon") == ["77"]
        assert await history.delete(["77"]) == 1
        await history.tidy()
        await history.tidy()
        assert await ids(history, text="xylophon") == []
        kept = (tmp_path / "history.sqlite3").read_bytes() + (tmp_path / "history.sqlite3-wal").read_bytes()
    kept += (tmp_path / "history.sqlite3").read_bytes()
    for word in ("xylophonkonzert", "phonkonzert", "zwitschernd", "schernd"):
        assert word.encode() not in kept.lower()
    with closing(sqlite3.connect(tmp_path / "history.sqlite3")) as db:
        db.execute("INSERT INTO found (found) VALUES ('integrity-check')")
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_nothing_that_was_noted_before_stays_of_a_deleted_call(tmp_path: Path) -> None:
    async with open_history(tmp_path) as history:
        await history.record(over("before all"))
        await history.delete(["before all"])
        for n in range(60):
            await history.record(over(f"{n}"))
        for turn in range(8):
            for n in range(60):
                note = f"Xylophonkonzert {turn} zwitschernd " * ((n * 7 + turn * 3) % 5)
                await history.annotate(f"{n}", note, "Kolibri" if (n + turn) % 2 else "")
        await history.delete([f"{n}" for n in range(60)])
        await history.tidy()
    kept = (tmp_path / "history.sqlite3").read_bytes().lower()
    assert [word for word in (b"xylophon", b"zwitsch", b"kolibri") if word in kept] == []


async def test_there_is_nothing_to_tidy_where_nothing_was_deleted(
    history: HistoryFile, tmp_path: Path
) -> None:
    for n in range(3):
        await history.record(over(f"{n}"))
    await history.delete(["nobody's"])
    await history.delete_before(NOON - timedelta(days=1))
    before = (tmp_path / "history.sqlite3-wal").read_bytes()
    await history.tidy()
    assert (tmp_path / "history.sqlite3-wal").read_bytes() in (before, b"")
    with closing(sqlite3.connect(tmp_path / "history.sqlite3")) as db:
        assert db.execute("SELECT is_untidy FROM indexing").fetchone() == (0,)


async def test_a_note_that_is_gone_is_gone(history: HistoryFile) -> None:
    await history.record(over("it"))
    assert await history.annotate("it", "a note", "a tag") == replace(over("it"), note="a note", tag="a tag")
    assert await history.annotate("nobody's", "a note", "a tag") is None
    assert await history.annotate("it", "\ud800 lone", "") == replace(over("it"), note="? lone", tag="")
    await history.delete(["it"])
    assert await history.annotate("it", "a note", "a tag") is None


async def test_later_steps_leave_note_and_tag(history: HistoryFile) -> None:
    queued, *later = course(new_call(call_id="it"))
    await history.record(queued)
    await history.annotate("it", "a note", "a tag")
    for call in later:
        await history.record(call)
    assert await history.page() == [later[-1].annotated("a note", "a tag")]


@pytest.mark.logs("[Hh]istory")
async def test_what_cannot_be_deleted_is_all_there(history: HistoryFile, tmp_path: Path) -> None:
    for n in range(3):
        await history.record(over(f"{n}", note="a note"))
    with closing(sqlite3.connect(tmp_path / "history.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for refused in (
            history.delete(["0", "1"]),
            history.delete_before(NOON + timedelta(days=1)),
            history.annotate("0", "another note", ""),
        ):
            with pytest.raises(NotRecorded, match="holding"):
                await refused
        other.execute("ROLLBACK")
    assert await ids(history, text="a note") == ["2", "1", "0"]
    assert await ids(history, text="another") == []
