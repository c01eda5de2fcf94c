"""What a history of a million calls costs, beside one of a thousand and beside bare SQLite."""

from __future__ import annotations

import asyncio
import faulthandler
import sqlite3
import sys
import time
from contextlib import closing
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

from many_calls import NEWEST, write_many, write_notes
from processes import figures_of

from app.domain.call import CallKind, CallState, Outcome
from app.services.history import EVERY_CALL, HistoryFilter
from app.storage.history_file import HistoryFile

sys.path.append(str(Path(__file__).parents[1] / "storage"))

from storage_calls import course, new_call

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

SIZES = (1_000, 1_000_000)
RUNS = 20
RECORDED = 200
PAGE = 100
TYPED = (
    "support",
    "conceição",
    "boleto atrasado",
    "55119 8",
    "(11) 98",
    "99999-9999",
    "3EB0A1",
    "vendas 4711",
    "xyz",
)
"""Typed letter by letter: words that half of the calls have, some, or none; numbers; an id."""
FILTERS = {
    "busy: 3 calls": HistoryFilter(outcomes=frozenset({Outcome.BUSY})),
    "unknown only": HistoryFilter(outcomes=frozenset({Outcome.UNKNOWN})),
    "busy, of one account": HistoryFilter(outcomes=frozenset({Outcome.BUSY}), account_id="c" * 32),
    "agent, unknown, “joão”": HistoryFilter(
        "joão", outcomes=frozenset({Outcome.UNKNOWN}), kind=CallKind.AGENT
    ),
    "a day half a year ago": HistoryFilter(
        since=NEWEST - timedelta(days=181), until=NEWEST - timedelta(days=180)
    ),
    "“joão” until then": HistoryFilter("joão", until=NEWEST - timedelta(days=180)),
    "two accounts at once: none": HistoryFilter("vendas cobrança"),
}

Samples = dict[str, list[float]]


def test_history_size(tmp_path: Path) -> None:
    faulthandler.cancel_dump_traceback_later()  # making a million calls takes longer than a test may hang
    figures = {size: asyncio.run(_measured(tmp_path / f"{size}", size)) for size in SIZES}
    _print("ms", figures)
    whole = {size: figures_of("history_process.py", tmp_path / f"{size}", deadline_s=900) for size in SIZES}
    for size, one in whole.items():
        print(
            f"Export of {size:,} calls to CSV: {one['seconds']:.1f} s, "
            f"{one['calls'] / one['seconds']:,.0f} calls/s, {one['size_mib']:.0f} MiB, "
            f"peak memory {one['memory_mib']:.0f} MiB beyond that of before"
        )


async def _measured(folder: Path, size: int) -> Samples:
    file = folder / "history.sqlite3"
    write_many(file, size)
    before = file.stat().st_size
    began = time.perf_counter()
    history = HistoryFile(file, folder / "runs")
    await history.open()
    await history.page()
    from_older = time.perf_counter() - began
    with closing(sqlite3.connect(file)) as db, db:
        write_notes(db)
    portions = await _prepare(history)
    await history.close()
    print(
        f"\n{size:,} calls from a version without an index: open and first page "
        f"{1000 * from_older:.0f} ms, index in {sum(portions) / 1000:.1f} s behind it "
        f"(longest portion {max(portions):.0f} ms); "
        f"{before / 2**20:.0f} MiB become {file.stat().st_size / 2**20:.0f} MiB"
    )
    samples: Samples = {"bare SQLite: newest rows": await _timed(lambda: asyncio.to_thread(_bare, file))}
    samples["start: open and first page"] = [await _start(folder) for _ in range(RUNS)]
    history = HistoryFile(file, folder / "runs")
    try:
        await _ask(history, samples)
        await _write(history, samples)
    finally:
        await history.close()
    return samples


async def _prepare(history: HistoryFile) -> list[float]:
    ends = [time.perf_counter()]
    await history.prepare(lambda _: ends.append(time.perf_counter()))
    return [1000 * (after - before) for before, after in pairwise(ends)]


def _bare(file: Path) -> None:
    """Read as many rows and steps as a page has, and make nothing of them."""
    with closing(sqlite3.connect(file)) as db:
        rows = db.execute("SELECT * FROM calls ORDER BY row DESC LIMIT ?", (PAGE,)).fetchall()
        for row in rows:
            db.execute("SELECT * FROM steps WHERE call = ? ORDER BY n", row[:1]).fetchall()


async def _start(folder: Path) -> float:
    history = HistoryFile(folder / "history.sqlite3", folder / "runs")
    began = time.perf_counter()
    await history.open()
    await history.page(limit=PAGE)
    taken = 1000 * (time.perf_counter() - began)
    await history.close()
    return taken


async def _ask(history: HistoryFile, samples: Samples) -> None:
    then = FILTERS["“joão” until then"].until
    half = (await history.page(limit=1, which=HistoryFilter(until=then)))[0].id
    samples["scroll: a page in the middle"] = await _timed(lambda: history.page(before=half, limit=PAGE))
    letters = [text[:n] for text in TYPED for n in range(1, len(text) + 1)]
    samples["search, letter by letter"] = [
        one
        for text in letters
        for one in await _timed(lambda: _found(history, HistoryFilter(text)), 3)  # noqa: B023
    ]
    samples["  words of half of the calls, whole"] = await _timed(
        lambda: _found(history, HistoryFilter("completed"))
    )
    for name, which in FILTERS.items():
        samples[f"filter: {name}"] = await _timed(lambda: _found(history, which))  # noqa: B023
    people = tuple({call.request.number.person for call in await history.page(limit=200)})
    samples["a name, of 100 persons and more"] = await _timed(
        lambda: _found(history, HistoryFilter("zz", people))
    )
    samples["one person's calls"] = await _timed(lambda: _found(history, HistoryFilter(person=people[0])))
    for name, which in (
        ("all", EVERY_CALL),
        ("“vendas”", HistoryFilter("vendas")),
        ("a day", FILTERS["a day half a year ago"]),
    ):
        samples[f"count: {name}"] = await _timed(lambda: history.count(which), 5)  # noqa: B023


async def _found(history: HistoryFile, which: HistoryFilter) -> None:
    await history.page(limit=PAGE, which=which)


async def _write(history: HistoryFile, samples: Samples) -> None:
    taken: dict[CallState, list[float]] = {}
    for _ in range(RECORDED):
        for call in course(new_call()):
            taken.setdefault(call.state, []).extend(await _timed(lambda: history.record(call), 1))  # noqa: B023
    samples |= {f"record: {state}": ms for state, ms in taken.items()}
    calls = await history.page(limit=RUNS)
    notes = iter(calls)
    samples["annotate"] = await _timed(lambda: history.annotate(next(notes).id, "a note", "tag"), RUNS)
    gone = iter(calls)
    samples["delete one"] = await _timed(lambda: history.delete([next(gone).id]), RUNS)
    samples["record while all is counted and searched"] = await _record_beside(history)
    samples["tidy after a deletion"] = await _timed(history.tidy, 1)


async def _record_beside(history: HistoryFile) -> list[float]:
    """Record while questions that read as much as can be are asked one after another."""

    async def ask_on() -> None:
        while True:
            await history.count(HistoryFilter("vendas", since=NEWEST - timedelta(days=3650)))
            await history.page(which=HistoryFilter("completed"))

    asking = asyncio.ensure_future(ask_on())
    taken = [
        one
        for _ in range(RUNS)
        for call in course(new_call())
        for one in await _timed(lambda: history.record(call), 1)  # noqa: B023
    ]
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    return taken


async def _timed(work: Callable[[], Awaitable[object]], runs: int = RUNS) -> list[float]:
    """Return how many ms each of the runs took."""
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        await work()
        taken.append(1000 * (time.perf_counter() - began))
    return taken


def _print(unit: str, figures: dict[int, Samples]) -> None:
    names = list(figures[SIZES[0]])
    width = max(map(len, names))
    print(f"\n{'':{width}}" + "".join(f"{size:>26,} calls, {unit}" for size in figures))
    print(f"{'':{width}}" + f"{'median':>14}{'95 %':>11}{'worst':>11}" * len(figures))
    for name in names:
        print(f"{name:{width}}" + "".join(_figures(samples[name]) for samples in figures.values()))


def _figures(samples: Iterable[float]) -> str:
    ordered = sorted(samples)
    cuts = quantiles(ordered, n=20, method="inclusive") if len(ordered) > 1 else ordered * 19
    return f"{cuts[9]:14.2f}{cuts[18]:11.2f}{ordered[-1]:11.2f}"
