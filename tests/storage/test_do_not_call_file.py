"""The do-not-call list on disk, and the tables it takes in and gives out."""

# ruff: noqa: ASYNC240 - nothing else waits for this loop

from __future__ import annotations

import asyncio
import csv
import sqlite3
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.domain.phone_number import PhoneNumber
from app.services.do_not_call import (
    DoNotCallEntry,
    DoNotCallList,
    ImportPlan,
    ListColumns,
    ListLost,
    ListUnavailable,
)
from app.services.table import Cancelled, NotATable
from app.storage import csv_table, do_not_call_table
from app.storage.do_not_call_file import DoNotCallFile
from app.storage.schema import Schema

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from app.services.do_not_call import ImportReport
    from app.storage.aside import KeptAside

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
ANA = PhoneNumber.parse("+55 11 99999-0001")
ANA_BEFORE = PhoneNumber.parse("+55 11 9999-0001")
BRUNO = PhoneNumber.parse("+52 1 55 1234 5678")
CLARA = PhoneNumber.parse("+54 11 2345-6789")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "do-not-call.sqlite3"


@pytest.fixture
async def numbers(path: Path) -> AsyncIterator[DoNotCallList]:
    store = DoNotCallFile(path)
    yield DoNotCallList(store, now=lambda: NOON)
    await store.close()


def entry(number: PhoneNumber, reason: str = "asked", source: str = "") -> DoNotCallEntry:
    return DoNotCallEntry(number, reason, NOON, source)


async def take_in(
    numbers: DoNotCallList,
    path: Path,
    *,
    columns: ListColumns | None = None,
    default_reason: str = "",
    progress: Callable[[float], None] = lambda _part: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> ImportReport:
    preview = csv_table.preview(path)
    columns = columns or do_not_call_table.guess_columns(preview, "BR")
    plan = ImportPlan(preview, columns, default_reason, "BR")
    return await numbers.import_file(path, plan, progress=progress, is_cancelled=is_cancelled)


async def shown(numbers: DoNotCallList, text: str = "") -> list[str]:
    return [each.number.e164 for each in await numbers.page(text)]


# --- the list -----------------------------------------------------------------------------------------


async def test_whoever_is_added_is_found_by_any_written_form(numbers: DoNotCallList) -> None:
    assert await numbers.entry_for(ANA.person) is None
    await numbers.add(ANA, "  asked \n not to be called ")
    found = await numbers.entry_for(ANA_BEFORE.person)
    assert found == DoNotCallEntry(ANA, "asked not to be called", NOON)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+55 11 99999-0001", "+55 11 9999-0001"),
        ("+52 1 55 1234 5678", "+52 55 1234 5678"),
        ("+54 9 11 2345-6789", "+54 11 2345-6789"),
    ],
)
async def test_written_forms_are_one_person(numbers: DoNotCallList, one: str, other: str) -> None:
    await numbers.add(PhoneNumber.parse(one), "")
    await numbers.add(PhoneNumber.parse(other), "again")
    assert await numbers.count() == 1
    await numbers.remove(PhoneNumber.parse(one).person)
    assert await numbers.count() == 0


async def test_what_is_kept_is_there_after_a_restart(numbers: DoNotCallList, path: Path) -> None:
    await numbers.add(BRUNO, "“não ligar”")
    other = DoNotCallFile(path)
    assert await other.entry_for(BRUNO.person) == DoNotCallEntry(BRUNO, "“não ligar”", NOON)
    await other.close()


async def test_removing_nobody_is_fine(numbers: DoNotCallList) -> None:
    await numbers.remove(ANA.person)


async def test_changes_are_told(path: Path) -> None:
    told = []
    store = DoNotCallFile(path)
    numbers = DoNotCallList(store, on_change=lambda: told.append(1), now=lambda: NOON)
    await numbers.add(ANA, "")
    await numbers.remove(ANA.person)
    await store.close()
    assert len(told) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [CLARA, BRUNO, ANA]),
        ("99999", [ANA]),
        ("11 9999-0001", [ANA]),
        ("+55 (11) 99999", [ANA]),
        ("LEGAL dep", [BRUNO]),
        ("dep legal", [BRUNO]),
        ("SÃO", [CLARA]),
        ("100%_", []),
        ("zz", []),
    ],
)
async def test_search_finds_by_number_and_reason(
    numbers: DoNotCallList, text: str, found: list[PhoneNumber]
) -> None:
    await numbers.add(ANA, "asked")
    await numbers.add(BRUNO, "Legal department")
    await numbers.add(CLARA, "são Paulo")
    assert await shown(numbers, text) == [number.e164 for number in found]
    assert await numbers.count(text) == len(found)


async def test_pages_follow_each_other(numbers: DoNotCallList) -> None:
    people = [PhoneNumber.parse(f"+55 11 99999-{n:04}") for n in range(7)]
    for number in people:
        await numbers.add(number, "")
    seen: list[DoNotCallEntry] = []
    while page := await numbers.page(after=seen[-1].person if seen else None, limit=3):
        seen += page
    assert [each.number for each in seen] == people[::-1]
    assert await numbers.page(after="nobody") == []


async def test_an_export_is_whole_though_somebody_goes_or_comes_again_meanwhile(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.storage.do_not_call_file._AT_ONCE", 2)
    store = DoNotCallFile(path)
    people = [PhoneNumber.parse(f"+55 11 99999-{n:04}") for n in range(6)]
    for number in people:
        await store.add(entry(number))
    written: list[str] = []
    async for rows in store._portions(lambda _part: None, lambda: False):
        written += [PhoneNumber.parse(row[0]).e164 for row in rows]
        if len(written) == 2:
            await store.remove(people[4].person)  # whose row was the last
        else:
            await store.add(entry(people[2]))
    assert written == [number.e164 for number in reversed(people)]
    await store.close()


# --- what breaks --------------------------------------------------------------------------------------


@pytest.mark.logs("do-not-call.sqlite3 is damaged|do-not-call")
async def test_a_damaged_list_does_not_pass_for_an_empty_one(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database" * 999)
    kept: list[KeptAside] = []
    numbers = DoNotCallFile(path, on_kept_aside=kept.append)
    with pytest.raises(ListLost, match=r"damaged and is kept as do-not-call .* damaged.sqlite3"):
        await numbers.entry_for(ANA.person)
    assert len(kept) == 1
    await numbers.close()
    again = DoNotCallFile(path)
    assert await again.open() is None
    with pytest.raises(ListLost):
        await again.entry_for(ANA.person)
    assert await again.lost() == kept[0].path.name
    await again.add(entry(ANA))
    with pytest.raises(ListLost):
        await again.entry_for(ANA.person)
    await again.accept_loss()
    assert await again.lost() == ""
    assert await again.entry_for(BRUNO.person) is None
    assert await again.entry_for(ANA.person) == entry(ANA)
    await again.close()


@pytest.mark.logs("do-not-call")
async def test_a_damaged_list_is_missed_also_where_the_disk_had_no_room_for_a_new_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database" * 999)
    migrate = Schema.migrate

    def migrate_without_room(schema: Schema, db: sqlite3.Connection) -> None:
        db.execute("PRAGMA max_page_count = 1")
        migrate(schema, db)

    monkeypatch.setattr(Schema, "migrate", migrate_without_room)
    numbers = DoNotCallFile(path)
    with pytest.raises(ListUnavailable):
        await numbers.entry_for(ANA.person)
    monkeypatch.undo()
    for store in (numbers, DoNotCallFile(path)):
        with pytest.raises(ListLost):
            await store.entry_for(ANA.person)
        await store.close()


@pytest.mark.logs("do-not-call")
async def test_a_list_damaged_while_open_is_found_at_the_next_question(path: Path) -> None:
    numbers = DoNotCallFile(path)
    await numbers.add(entry(ANA))
    await numbers.close()
    data = bytearray(path.read_bytes())
    data[4096 * 1 : 4096 * 2] = b"\xff" * 4096
    data[4096 * 2 :] = b"\xff" * len(data[4096 * 2 :])
    path.write_bytes(bytes(data))
    numbers = DoNotCallFile(path)
    assert await numbers.open() is None
    with pytest.raises(ListLost):
        await numbers.entry_for(ANA.person)
    await numbers.close()


@pytest.mark.logs("do-not-call")
async def test_a_list_that_cannot_be_read_says_so(path: Path) -> None:
    path.mkdir(parents=True)
    numbers = DoNotCallFile(path)
    with pytest.raises(ListUnavailable):
        await numbers.entry_for(ANA.person)
    await numbers.close()
    with pytest.raises(ListUnavailable, match="Toque is closing"):
        await numbers.entry_for(ANA.person)


# --- tables in ----------------------------------------------------------------------------------------


async def test_a_table_is_taken_in(numbers: DoNotCallList, tmp_path: Path) -> None:
    table = tmp_path / "lista.csv"
    table.write_text(
        "Nome;Telefone;Motivo;Data\n"
        "Ana;(11) 99999-0001;Pediu;03/11/2026\n"
        "Bruno;+52 55 1234 5678;;2026-10-01\n"
        "Clara;+54 9 11 2345-6789;Legal;someday\n"
        "Ana again;+55 11 9999-0001;Outra vez;\n",
        encoding="utf-8",
    )
    parts: list[float] = []
    report = await take_in(numbers, table, default_reason="Imported", progress=parts.append)
    assert (report.added, report.known, report.refused_count) == (3, 1, 0)
    assert parts[-1] == 1.0
    assert [
        (each.number.e164, each.reason, each.added_at and each.added_at.date().isoformat(), each.source)
        for each in await numbers.page()
    ] == [
        ("+5491123456789", "Legal", "2026-11-20", "lista.csv"),
        ("+525512345678", "Imported", "2026-10-01", "lista.csv"),
        ("+5511999990001", "Pediu", "2026-11-03", "lista.csv"),
    ]


async def test_whoever_was_there_stays_as_he_was(numbers: DoNotCallList, tmp_path: Path) -> None:
    await numbers.add(ANA, "first")
    (tmp_path / "t.csv").write_text("number,reason\n+551199990001,second\n+551199990002,third\n")
    report = await take_in(numbers, tmp_path / "t.csv")
    assert (report.added, report.known) == (1, 1)
    found = await numbers.entry_for(ANA.person)
    assert found is not None
    assert found.reason == "first"


async def test_rows_without_a_number_are_refused_with_their_lines(
    numbers: DoNotCallList, tmp_path: Path
) -> None:
    table = tmp_path / "t.csv"
    table.write_text('phone\n+55 11 99999-0001\n\nabc\n"+55 11 99999-0002"\n12\n=1+1\n')
    report = await take_in(numbers, table)
    assert report.added == 2
    assert report.refused_count == 3
    assert (report.refused[0].text, report.refused[0].problem.found) == ("abc", "a")
    assert [row.line for row in report.refused] == [4, 6, 7]


async def test_the_region_reads_numbers_written_without_a_country(
    numbers: DoNotCallList, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text("11999990001\n11999990002\n")
    assert (await take_in(numbers, tmp_path / "t.csv")).added == 2
    assert await numbers.entry_for(ANA.person) is not None


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("Name,Phone,Reason,Date added\nA,+5511999990001,x,2026-01-01\n", ListColumns(1, 2, 3)),
        ("Número;Motivo\n+5511999990001;x\n", ListColumns(0, 1)),
        ("Ana;+5511999990001\nBruno;+5511999990002\n", ListColumns(1)),
        ("Celular;Observação;Data\n+5511999990001;x;y\n", ListColumns(0, 1, 2)),
        ("+5511999990001\n", ListColumns(0)),
    ],
)
def test_columns_are_guessed(tmp_path: Path, table: str, columns: ListColumns) -> None:
    (tmp_path / "t.csv").write_text(table, encoding="utf-8")
    assert do_not_call_table.guess_columns(csv_table.preview(tmp_path / "t.csv"), "BR") == columns


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-03", "2026-11-03"),
        ("2026-11-03T10:00:00+00:00", "2026-11-03"),
        ("03/11/2026", "2026-11-03"),
        ("03.11.2026", "2026-11-03"),
        ("03/11/2026 10:22", "2026-11-03"),
        ("11/23/2025", "2025-11-23"),
        ("2027-01-01", "2026-11-20"),
        ("0001-01-01", "0001-01-01"),
        ("yesterday", "2026-11-20"),
        ("", "2026-11-20"),
    ],
)
async def test_days_are_read(numbers: DoNotCallList, tmp_path: Path, written: str, day: str) -> None:
    (tmp_path / "t.csv").write_text(f"number,date\n+5511999990001,{written}\n")
    await take_in(numbers, tmp_path / "t.csv", columns=ListColumns(0, None, 1))
    found = await numbers.entry_for(ANA.person)
    assert found is not None
    assert found.added_at is not None
    if written != "0001-01-01":
        assert found.added_at.date().isoformat() == day


async def test_an_import_that_is_cancelled_keeps_nothing(numbers: DoNotCallList, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("".join(f"+55 11 9{n:04}-{n:04}\n" for n in range(9999)))
    cancelled = threading.Event()

    def progress(part: float) -> None:
        if part > 0.3:
            cancelled.set()

    with pytest.raises(Cancelled):
        await take_in(numbers, table, progress=progress, is_cancelled=cancelled.is_set)
    assert await numbers.count() == 0
    assert list(tmp_path.glob("profile/.import*")) == []


async def test_closing_in_the_middle_of_an_import_keeps_nothing(
    numbers: DoNotCallList, tmp_path: Path
) -> None:
    table = tmp_path / "t.csv"
    table.write_text("".join(f"+55 11 9{n:04}-{n:04}\n" for n in range(9999)))
    begun = asyncio.Event()
    loop = asyncio.get_running_loop()
    work = asyncio.create_task(
        take_in(numbers, table, progress=lambda _part: loop.call_soon_threadsafe(begun.set))
    )
    await begun.wait()
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert await numbers.count() == 0
    assert list(tmp_path.glob("profile/.import*")) == []


async def test_what_is_no_table_is_refused(numbers: DoNotCallList, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(b"PK\x03\x04 a workbook")
    with pytest.raises(NotATable):
        await take_in(numbers, tmp_path / "t.csv")


async def test_the_list_answers_while_a_table_is_read(numbers: DoNotCallList, tmp_path: Path) -> None:
    await numbers.add(ANA, "")
    table = tmp_path / "t.csv"
    table.write_text("".join(f"+55 11 9{n:04}-{n:04}\n" for n in range(2000)))
    held, begun = threading.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def progress(_part: float) -> None:
        loop.call_soon_threadsafe(begun.set)
        held.wait(10)

    work = asyncio.create_task(take_in(numbers, table, progress=progress))
    await begun.wait()
    assert await numbers.entry_for(ANA.person) is not None
    held.set()
    assert (await work).added == 2000


# --- tables out ---------------------------------------------------------------------------------------


async def test_what_is_exported_can_be_taken_in_again(numbers: DoNotCallList, tmp_path: Path) -> None:
    await numbers.add(ANA, '=HYPERLINK("x")')
    await numbers.add(BRUNO, '“não”; "ligar"')
    out = tmp_path / "list.csv"
    parts: list[float] = []
    assert await numbers.export_file(out, progress=parts.append, is_cancelled=lambda: False) == 2
    assert parts[-1] == 1.0
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["Number", "Reason", "Added", "Source"]
    assert rows[2][:2] == [ANA.formatted, '\'=HYPERLINK("x")']
    before = await numbers.page()
    for each in before:
        await numbers.remove(each.person)
    report = await take_in(numbers, out)
    assert (report.added, report.refused_count) == (2, 0)
    after = {each.person: (each.reason, each.added_at) for each in await numbers.page()}
    assert after == {each.person: (each.reason, each.added_at) for each in before}


async def test_an_export_that_is_cancelled_leaves_what_was_there(
    numbers: DoNotCallList, tmp_path: Path
) -> None:
    await numbers.add(ANA, "")
    out = tmp_path / "list.csv"
    out.write_text("earlier")
    with pytest.raises(Cancelled):
        await numbers.export_file(out, progress=lambda _part: None, is_cancelled=lambda: True)
    assert out.read_text() == "earlier"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["list.csv"]


async def test_an_export_into_nowhere_says_so(numbers: DoNotCallList, tmp_path: Path) -> None:
    with pytest.raises(ListUnavailable):
        await numbers.export_file(
            tmp_path / "no" / "list.csv", progress=lambda _part: None, is_cancelled=lambda: False
        )


# --- size ---------------------------------------------------------------------------------------------


async def test_one_of_100000_is_found_by_an_index(numbers: DoNotCallList, path: Path) -> None:
    await numbers.add(ANA, "")
    db = sqlite3.connect(path)
    plan = " ".join(
        str(row[3]) for row in db.execute("EXPLAIN QUERY PLAN SELECT * FROM entries WHERE person = ?", ("1",))
    )
    db.close()
    assert "USING INDEX" in plan


async def test_entries_read_back_what_a_newer_numbering_plan_refuses(
    numbers: DoNotCallList, path: Path
) -> None:
    await numbers.add(ANA, "")
    db = sqlite3.connect(path)
    with db:
        db.execute("UPDATE entries SET e164 = '+1', added_at = 'never'")
    db.close()
    found = await numbers.entry_for(ANA.person)
    assert found is not None
    assert (found.number.e164, found.added_at) == ("+1", None)
