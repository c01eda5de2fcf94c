"""What 100,000 contacts take, beside the bare minimum for the same work; and a table of 300 MB."""

from __future__ import annotations

import asyncio
import csv
import gc
import random
import sqlite3
import time
import tracemalloc
from itertools import islice
from statistics import median, quantiles
from typing import TYPE_CHECKING, TypeVar

from app.domain.phone_number import PhoneNumber
from app.services.contact_book import ContactBook
from app.services.contact_import import ContactFormat
from app.storage import csv_table
from app.storage.contacts_file import ContactsFile

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from app.services.contact_import import ImportReport

T = TypeVar("T")

PEOPLE = 100_000
FIRST = (
    *("Ana", "João", "Maria", "José", "Carlos", "Paulo", "Lucas", "Márcia", "Fernanda", "Gabriel", "Sofía"),
    *("Miguel", "Rafael", "Camila", "Beatriz", "Pedro", "Luís", "André", "Júlia", "Antônia"),
)
LAST = (
    *("Silva", "Santos", "Oliveira", "Souza", "Lima", "Pereira", "Ferreira", "Costa", "Rodrigues", "Almeida"),
    *("Nascimento", "Gómez", "Fernández", "Núñez", "Araújo", "Ribeiro", "Carvalho", "Rocha", "Dias"),
    "Monteiro",
)
AREAS = (11, 13, 19, 21, 27, 31, 41, 47, 51, 61, 62, 71, 81, 85, 91, 92)
TYPED = ("maria souza", "João Pereira 12", "silva", "(11) 98765-4321", "4321", "monteiro ana 99", "zzz")
"""Looked for letter by letter."""
TABLE_MB = 300


def test_contacts(tmp_path: Path) -> None:
    asyncio.run(_contacts(tmp_path))


async def _contacts(folder: Path) -> None:
    table = folder / "people.csv"
    numbers = _write_people(table)
    file = ContactsFile(folder / "contacts.sqlite3")
    book = ContactBook(file, region=lambda: "BR", on_change=_nothing, on_trouble=print)
    await book.begin()
    await _imports(book, table, numbers)
    await _exports(book, folder)
    await _begin(file, folder / "contacts.sqlite3")
    await _find(book)
    await _other_requests(book)
    await file.close()


async def _imports(book: ContactBook, table: Path, numbers: list[str]) -> None:
    mapping = (await book.preview_import(table)).mapping

    async def take_in() -> ImportReport:
        return await book.import_file(table, mapping, progress=_ignore, is_cancelled=_never)

    first, report = await _timed(take_in)
    again, repeated = await _timed(take_in)
    assert (report.imported, repeated.skipped) == (PEOPLE, PEOPLE)
    bare = _seconds(lambda: _read_bare(table))
    parsed = _seconds(lambda: [PhoneNumber.parse(number, "BR") for number in numbers])
    _print(
        f"Import of {PEOPLE:,} contacts with a number each (seconds, contacts a second)",
        {
            "import": (first, PEOPLE / first),
            "the same once more: nothing new": (again, PEOPLE / again),
            "yardstick: libphonenumber reads the numbers": (parsed, PEOPLE / parsed),
            "yardstick: csv.reader reads the file": (bare, PEOPLE / bare),
        },
    )


async def _exports(book: ContactBook, folder: Path) -> None:
    rows = {}
    for format_ in ContactFormat:
        target = folder / f"out.{format_}"
        seconds, count = await _timed(
            lambda format_=format_, target=target: book.export_file(
                target, format_, progress=_ignore, is_cancelled=_never
            )
        )
        rows[f"{format_}, {target.stat().st_size / 1e6:.1f} MB"] = (seconds, count / seconds)
    _print(f"Export of {PEOPLE:,} contacts (seconds, contacts a second)", rows)


async def _begin(file: ContactsFile, path: Path) -> None:
    gc.collect()
    tracemalloc.start()
    book = ContactBook(file, region=lambda: "BR", on_change=_nothing, on_trouble=print)
    await book.begin()
    size = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    begins = [(await _timed(book.begin))[0] for _ in range(5)]
    bare = [_seconds(lambda: _select_bare(path)) for _ in range(5)]
    _print(
        "Names of all in memory (ms median, ms worst)",
        {
            f"begin: {size:.1f} MiB are kept": (1000 * median(begins), 1000 * max(begins)),
            "yardstick: the same rows by sqlite3 alone": (1000 * median(bare), 1000 * max(bare)),
        },
    )
    looked_up = _seconds(lambda: [book.name_of("551198765432") for _ in range(PEOPLE)])
    print(f"name_of: {1e9 * looked_up / PEOPLE:.0f} ns")


async def _find(book: ContactBook) -> None:
    rows = {}
    every: list[float] = []
    for text in TYPED:
        letters = [text[: end + 1] for end in range(len(text))]
        times = [1000 * (await _timed(lambda each=each: book.find(each)))[0] for each in letters * 5]
        every += times
        rows[f"find {text!r}, letter by letter"] = _spread(times)
    rows["find, all of these"] = _spread(every)
    yardstick = [1000 * (await _timed(lambda: book.contact_of("0")))[0] for _ in range(200)]
    rows["yardstick: one row by its key, the same way"] = _spread(yardstick)
    _print("Finding as one types (ms: p50, p95, worst)", rows)


async def _other_requests(book: ContactBook) -> None:
    page = await book.page()
    kept = page[50]

    async def scroll() -> None:
        await book.page(after=page[-1])

    requests: dict[str, Callable[[], Awaitable[object]]] = {
        "first page of 100": book.page,
        "next page": scroll,
        "page of 'a'": lambda: book.page("a"),
        "page of '99'": lambda: book.page("99"),
        "page of '4321'": lambda: book.page("4321"),
        "how many are 'silva'": lambda: book.count("silva"),
        "people named 'silva'": lambda: book.people_named("silva"),
        "save one, on the disk": lambda: book.save(kept),
        "make one a favourite": lambda: book.set_favourite(kept.id, 1),
        "duplicates": book.duplicates,
    }
    rows = {}
    for name, request in requests.items():
        rows[name] = _spread([1000 * (await _timed(request))[0] for _ in range(20)])
    _print("Other requests (ms: p50, p95, worst)", rows)


def test_large_table(tmp_path: Path) -> None:
    """300 MB are streamed, quotes and all."""
    table = tmp_path / "large.csv"
    line = '"Ana ""Aninha"" Souza {0}","+55 11 9{0:08d}","a note that says some more about {0}"\n'
    with table.open("w") as file:
        file.write("name,phone,note\n")
        while file.tell() < TABLE_MB * 1e6:
            file.writelines(line.format(random.randrange(10**8)) for _ in range(10_000))  # noqa: S311
    rows = {}
    preview = csv_table.preview(table)
    tracemalloc.start()
    rows_read = csv_table.read_rows(table, preview, progress=_ignore, is_cancelled=_never)
    assert sum(1 for _ in islice(rows_read, 50_000)) == 50_000
    size = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    rows["preview"] = (seconds := _seconds(lambda: csv_table.preview(table)), TABLE_MB / seconds)
    rows[f"read_rows, within {size:.1f} MiB"] = (
        seconds := _seconds(
            lambda: sum(1 for _ in csv_table.read_rows(table, preview, progress=_ignore, is_cancelled=_never))
        ),
        TABLE_MB / seconds,
    )
    rows["yardstick: csv.reader"] = (seconds := _seconds(lambda: _read_bare(table)), TABLE_MB / seconds)
    _print(f"A table of {TABLE_MB} MB (seconds, MB a second)", rows)


def _write_people(table: Path) -> list[str]:
    """Write the people; return their numbers."""
    chance = random.Random(1)  # noqa: S311
    numbers = [f"({chance.choice(AREAS)}) 9{chance.randint(70_000_000, 99_999_999)}" for _ in range(PEOPLE)]
    with table.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Nome", "Telefone", "Observações"])
        for n, number in enumerate(numbers):
            name = f"{chance.choice(FIRST)} {chance.choice(LAST)} {chance.choice(LAST)} {n % 997}"
            writer.writerow([name, number, f"note {n}"])
    return numbers


def _read_bare(table: Path) -> int:
    with table.open(newline="") as file:
        return sum(1 for _ in csv.reader(file))


def _select_bare(path: Path) -> int:
    db = sqlite3.connect(path)
    rows = db.execute("SELECT person, name FROM numbers JOIN contacts ON row = contact").fetchall()
    db.close()
    return len(rows)


async def _timed(work: Callable[[], Awaitable[T]]) -> tuple[float, T]:
    began = time.perf_counter()
    result = await work()
    return time.perf_counter() - began, result


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _spread(times: list[float]) -> tuple[float, float, float]:
    return median(times), quantiles(times, n=20)[-1], max(times)


def _print(title: str, rows: dict[str, tuple[float, ...]]) -> None:
    width = max(map(len, rows))
    print(f"\n\n{title}")
    for name, figures in rows.items():
        print(f"{name:{width}}  " + "".join(f"{figure:12,.2f}" for figure in figures))


def _ignore(_part: float) -> None:
    pass


def _never() -> bool:
    return False


def _nothing() -> None:
    pass
