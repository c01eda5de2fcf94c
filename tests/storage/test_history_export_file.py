"""Export: what is meant, as it stood, whole or not at all."""

from __future__ import annotations

import asyncio
import csv
import json
import os
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import IO, TYPE_CHECKING

import pytest
from storage_calls import BRAZILIAN, OTHER, course, new_call

from app.services.history import EVERY_CALL, HistoryFilter, NotRecorded
from app.services.history_export import ExportFormat, export
from app.services.table import Cancelled
from app.storage import history_export_file
from app.storage.history_file import HistoryFile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path


@pytest.fixture
async def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[HistoryFile]:
    """25 calls, exported by tens."""
    monkeypatch.setattr(history_export_file, "PORTION", 10)
    history = HistoryFile(tmp_path / "history.sqlite3", tmp_path / "runs", busy_timeout_s=0.05)
    for n in range(25):
        number = OTHER if n % 5 == 0 else BRAZILIAN
        await history.record(replace(course(new_call(number))[-1], id=f"{n}"))
    yield history
    await history.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    return tmp_path / "documents"


def name_of(person: str) -> str:
    return {OTHER.person: "Ana"}.get(person, "")


def ids(path: Path) -> list[str]:
    if path.suffix == ".json":
        return [call["id"] for call in json.loads(path.read_bytes())]
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [call["Call id"] for call in csv.DictReader(file, delimiter=";")]


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.mark.parametrize("ending", ExportFormat)
async def test_all_and_some_newest_first(history: HistoryFile, folder: Path, ending: ExportFormat) -> None:
    path = folder / f"calls.{ending}"
    told: list[tuple[int, int]] = []
    progress = lambda done, total: told.append((done, total))  # noqa: E731
    assert await export(history, EVERY_CALL, path, ending, name_of=name_of, progress=progress) == 25
    assert ids(path) == [f"{n}" for n in range(24, -1, -1)]
    assert told == [(10, 25), (20, 25), (25, 25)]
    some = HistoryFilter(text="415 5", people=("1",))
    assert await export(history, some, path, ending, name_of=name_of) == 5
    assert ids(path) == ["20", "15", "10", "5", "0"]
    assert "Ana" in path.read_text(encoding="utf-8")
    assert await export(history, HistoryFilter(text="zzz"), path, ending, name_of=name_of) == 0
    assert ids(path) == []
    assert names(folder) == [path.name]


async def test_cancelled_it_leaves_what_was_there(history: HistoryFile, folder: Path) -> None:
    path = folder / "calls.csv"
    path.write_text("what was there")
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        await export(
            history, EVERY_CALL, path, ExportFormat.CSV, name_of=name_of, is_cancelled=lambda: next(asked)
        )
    task = asyncio.ensure_future(export(history, EVERY_CALL, path, ExportFormat.CSV, name_of=name_of))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert path.read_text() == "what was there"
    assert names(folder) == ["calls.csv"]


async def test_a_mistake_in_a_name_leaves_nothing(history: HistoryFile, folder: Path) -> None:
    def broken(_person: str) -> str:
        raise LookupError

    with pytest.raises(LookupError):
        await export(history, EVERY_CALL, folder / "calls.csv", ExportFormat.CSV, name_of=broken)
    assert names(folder) == []


async def test_what_is_deleted_and_recorded_meanwhile_is_as_it_was(
    history: HistoryFile, folder: Path
) -> None:
    """The export is of one moment. It is its progress here that deletes."""
    pending: list[asyncio.Task[object]] = []

    def meanwhile(done: int, _total: int) -> None:
        if done == 10:
            pending.append(asyncio.ensure_future(history.delete(["3", "7", "24"])))
            pending.append(asyncio.ensure_future(history.record(new_call(call_id="new"))))

    path = folder / "calls.json"
    count = await export(history, EVERY_CALL, path, ExportFormat.JSON, name_of=name_of, progress=meanwhile)
    await asyncio.gather(*pending)
    assert count == 25
    assert ids(path) == [f"{n}" for n in range(24, -1, -1)]
    assert await history.count(EVERY_CALL) == 23


async def test_a_folder_that_is_not_there_is_said(history: HistoryFile, folder: Path) -> None:
    with pytest.raises(NotRecorded, match=r"gone cannot be written to .*Choose another folder"):
        await export(history, EVERY_CALL, folder / "gone" / "x.csv", ExportFormat.CSV, name_of=name_of)
    (folder / "taken").mkdir()
    with pytest.raises(NotRecorded, match="Choose another folder"):
        await export(history, EVERY_CALL, folder / "taken", ExportFormat.CSV, name_of=name_of)
    assert names(folder) == ["taken"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device that is always full")  # noqa: PTH110
async def test_a_full_disk_is_said(
    history: HistoryFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def full(_path: Path, encoding: str) -> Iterator[IO[str]]:
        with open("/dev/full", "w", encoding=encoding) as file:  # noqa: PTH123 - a device
            yield file

    monkeypatch.setattr(history_export_file, "whole_file", full)
    with pytest.raises(NotRecorded, match="documents is full"):
        await export(history, EVERY_CALL, folder / "calls.csv", ExportFormat.CSV, name_of=name_of)
    assert names(folder) == []


@pytest.mark.logs("[Hh]istory")
async def test_a_history_that_another_program_holds_is_exported(history: HistoryFile, folder: Path) -> None:
    """Reading waits for nobody."""
    with closing(sqlite3.connect(folder.parent / "history.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        path = folder / "calls.json"
        assert await export(history, EVERY_CALL, path, ExportFormat.JSON, name_of=name_of) == 25
        other.execute("ROLLBACK")


async def test_calls_go_on_while_an_export_runs(history: HistoryFile, folder: Path) -> None:
    path = folder / "calls.csv"
    exporting = asyncio.ensure_future(export(history, EVERY_CALL, path, ExportFormat.CSV, name_of=name_of))
    for call in course(new_call(call_id="meanwhile")):
        await history.record(call)
    assert [call.id for call in await history.page(which=HistoryFilter(text="0001"), limit=1)] == [
        "meanwhile"
    ]
    assert await exporting in {25, 26}
