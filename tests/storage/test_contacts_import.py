from __future__ import annotations

import asyncio
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from contact_makers import contact, number, plain
from hypothesis import given, settings
from hypothesis import strategies as st
from storage_programs import needs_full_disk

from app.domain.names import note_lines, one_line
from app.services.contact_import import ColumnUse, ContactFormat, ImportMapping, ImportReport
from app.services.settings import NotSaved
from app.services.table import Cancelled, NotATable, NotReadable
from app.storage import contacts_import
from app.storage.contacts_file import ContactsFile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

    from app.domain.contact import Contact

ANA = contact("Ana Lima", "+5511999990001")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "people.csv"


@pytest_asyncio.fixture
async def file(tmp_path: Path) -> AsyncIterator[ContactsFile]:
    opened = ContactsFile(tmp_path / "data" / "contacts.sqlite3")
    yield opened
    await opened.close()


def ignore(_part: float) -> None:
    pass


def write(path: Path, content: str | bytes) -> None:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def never() -> bool:
    return False


async def take_in(
    file: ContactsFile, source: Path, *, is_cancelled: Callable[[], bool] = never, region: str | None = "BR"
) -> ImportReport:
    mapping = (await file.preview_import(source, region, None)).mapping
    return await file.import_file(source, region, mapping, progress=ignore, is_cancelled=is_cancelled)


async def every(file: ContactsFile) -> list[Contact]:
    return await file.page("", None, 10_000)


async def test_a_table_is_taken_in(file: ContactsFile, source: Path) -> None:
    write(
        source,
        "Nome;Celular;Telefone Comercial;Obs\n"
        "João;(11) 99999-0001;;primeiro\n"
        "Márcia;+5511999990002;1133334444;\n".encode("utf-16"),
    )
    assert await take_in(file, source) == ImportReport(imported=2)
    assert [plain(each) for each in await every(file)] == [
        ("João", (("+5511999990001", "mobile"),), "primeiro"),
        ("Márcia", (("+5511999990002", "mobile"), ("+551133334444", "work")), ""),
    ]


async def test_the_preview_says_what_would_be_read(file: ContactsFile, source: Path) -> None:
    write(source, "name,phone\nAna,+5511999990001\n,+5511999990002\nBia,123\n")
    preview = await file.preview_import(source, "BR", None)
    assert [column.use for column in preview.mapping.columns] == [ColumnUse.NAME, ColumnUse.NUMBER]
    assert preview.samples == (("Ana", "Bia"), ("+5511999990001", "+5511999990002", "123"))
    assert (preview.readable, preview.refused, preview.is_everything) == (1, 2, True)
    assert [(each.line, each.is_refused) for each in preview.contacts] == [(2, False), (3, True), (4, True)]
    assert await every(file) == []


async def test_the_operator_may_say_what_a_column_is(file: ContactsFile, source: Path) -> None:
    write(source, "name,phone,second\nAna,+5511999990001,+5511999990002\n")
    guess = (await file.preview_import(source, "BR", None)).mapping
    columns = (*guess.columns[:2], type(guess.columns[2])("second", ColumnUse.NUMBER, "spare"))
    mapping = ImportMapping(ContactFormat.CSV, columns, guess.table)
    assert (await file.preview_import(source, "BR", mapping)).mapping == mapping
    await file.import_file(source, "BR", mapping, progress=ignore, is_cancelled=never)
    (ana,) = await every(file)
    assert ana.numbers == (number("+5511999990001"), number("+5511999990002", "spare"))


async def test_what_is_there_already_is_not_doubled(file: ContactsFile, source: Path) -> None:
    await file.save(ANA)
    write(
        source,
        "name,phone,mobile\n"
        "ANA  LÍMA,+551199990001,\n"  # the same person in the form without the ninth digit
        "Ana Lima,+5511999990001,+5511999990009\n"
        "Aninha,+5511999990001,\n"
        "Ana Lima,+5511999990002,\n"
        "Bia,+5511999990003,\n"
        "bia,+5511999990003,\n",
    )
    assert await take_in(file, source) == ImportReport(imported=3, completed=1, skipped=2)
    kept = [plain(each)[:2] for each in await every(file)]
    assert kept == [
        ("Ana Lima", (("+5511999990001", ""), ("+5511999990009", "mobile"))),
        ("Ana Lima", (("+5511999990002", ""),)),
        ("Aninha", (("+5511999990001", ""),)),
        ("Bia", (("+5511999990003", ""),)),
    ]
    assert [len(group) for group in await file.duplicates(10)] == [3]


async def test_what_cannot_be_read_is_told_with_its_line(file: ContactsFile, source: Path) -> None:
    write(source, 'name,phone\nAna,+5511999990001 / 12\n\n"Bia\n,+5511999990002\nCéu,"+5511999990003\n')
    report = await take_in(file, source)
    assert (report.imported, report.refused, report.numbers_refused) == (2, 2, 1)
    assert [(remark.line, remark.text) for remark in report.remarks] == [
        (2, "12"),
        (4, "Bia"),
        (5, "+5511999990002"),
        (6, "Céu"),
    ]


async def test_remarks_are_bounded_and_counted(file: ContactsFile, source: Path) -> None:
    write(source, "name,phone\nAna,+5511999990001\n" + "Bia,12\n" * 3000)
    report = await take_in(file, source)
    assert report.refused == 3000
    assert len(report.remarks) == 1000


async def test_numbers_without_a_country_are_of_the_region(file: ContactsFile, source: Path) -> None:
    write(source, "name,phone\nAna,11999990001\n")
    report = await take_in(file, source, region=None)
    assert report.refused == 1
    await take_in(file, source, region="BR")
    assert (await every(file))[0].numbers == (number("+5511999990001", ""),)


async def test_vcards_are_taken_in(file: ContactsFile, tmp_path: Path) -> None:
    source = tmp_path / "people.vcf"
    write(
        source,
        "BEGIN:VCARD\r\nVERSION:2.1\r\n"
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jo=C3=A3o\r\nTEL;CELL:+5511999990001\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Márcia\r\nTEL;TYPE=WORK:1133334444\r\nTEL:x\r\nNOTE:a\\nb\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Nobody\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nFN;CHARSET=X;ENCODING=QUOTED-PRINTABLE:=41\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Zé\r\nTEL;VALUE=uri:tel:+5511999990003\r\n".encode("cp1252"),
    )
    preview = await file.preview_import(source, "BR", None)
    assert preview.mapping == ImportMapping(ContactFormat.VCARD)
    report = await take_in(file, source)
    assert (report.imported, report.refused, report.numbers_refused) == (3, 2, 1)
    assert [remark.line for remark in report.remarks] == [6, 13, 17, 20]
    assert [plain(each) for each in await every(file)] == [
        ("João", (("+5511999990001", "mobile"),), ""),
        ("Márcia", (("+551133334444", "work"),), "a\nb"),
        ("Zé", (("+5511999990003", ""),), ""),
    ]


@pytest.mark.parametrize(
    ("data", "error"), [(b"PK\x03\x04", NotATable), (b"", NotATable), (b"name,phone\n", NotReadable)]
)
async def test_a_file_without_contacts_is_refused(
    file: ContactsFile, source: Path, data: bytes, error: type[Exception]
) -> None:
    write(source, data)
    with pytest.raises(error):
        await file.preview_import(source, "BR", None)


async def test_a_contact_named_like_a_number_is_imported(file: ContactsFile, source: Path) -> None:
    write(source, "name,phone\n'+55 11 99999-0001,+14155550123\n")
    assert (await take_in(file, source)).imported == 1
    assert (await every(file))[0].name == "+55 11 99999-0001"
    assert await file.names() == {}


# --- all or nothing -----------------------------------------------------------------------------------


def write_many(source: Path, count: int) -> None:
    rows = (f"Person {n},+55119{80_000_000 + n}\n" for n in range(count))
    write(source, "name,phone\n" + "".join(rows))


@pytest.mark.parametrize("looks", [1, 4, 8, 12])
async def test_an_import_given_up_leaves_contacts_as_they_were(
    file: ContactsFile, source: Path, looks: int
) -> None:
    await file.save(ANA)
    write_many(source, 3000)
    left = iter(range(looks))
    with pytest.raises(Cancelled):
        await take_in(file, source, is_cancelled=lambda: next(left, None) is None)
    assert await every(file) == [ANA]
    assert (await take_in(file, source)).imported == 3000


@pytest.mark.logs("IntegrityError: broken")
async def test_an_import_that_fails_half_way_leaves_contacts_as_they_were(
    file: ContactsFile, source: Path, tmp_path: Path
) -> None:
    await file.save(ANA)
    write_many(source, 2000)
    with sqlite3.connect(tmp_path / "data" / "contacts.sqlite3") as db:
        db.execute(
            "CREATE TRIGGER fail BEFORE INSERT ON contacts WHEN (SELECT count(*) FROM contacts) > 1000"
            " BEGIN SELECT RAISE(FAIL, 'broken'); END"
        )
    db.close()
    with pytest.raises(NotSaved):
        await take_in(file, source)
    assert await every(file) == [ANA]


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """As on a full disk, no file grows beyond `size` bytes."""
    import resource  # Windows has none

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@needs_full_disk
@pytest.mark.logs("disk I/O error|disk is full")
async def test_an_import_on_a_full_disk_leaves_contacts_as_they_were(
    file: ContactsFile, source: Path
) -> None:
    await file.save(ANA)
    write_many(source, 20_000)
    mapping = (await file.preview_import(source, "BR", None)).mapping
    with files_up_to(700_000), pytest.raises(NotSaved):
        await file.import_file(source, "BR", mapping, progress=ignore, is_cancelled=never)
    assert await every(file) == [ANA]


async def test_more_contacts_than_fit_are_refused(
    file: ContactsFile, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contacts_import, "MOST_CONTACTS", 10)
    await file.save(ANA)
    write_many(source, 10)
    with pytest.raises(NotSaved, match="more than 10 contacts"):
        await take_in(file, source)
    assert await every(file) == [ANA]
    write_many(source, 9)
    assert (await take_in(file, source)).imported == 9


async def test_contacts_are_found_while_others_are_imported(file: ContactsFile, source: Path) -> None:
    await file.save(ANA)
    write_many(source, 3000)
    asked: list[int] = []
    loop = asyncio.get_running_loop()

    def ask(part: float) -> None:
        if part > contacts_import.READING_PART:
            count = asyncio.run_coroutine_threadsafe(file.count(""), loop).result(5)
            asked.append(count)

    mapping = (await file.preview_import(source, "BR", None)).mapping
    await file.import_file(source, "BR", mapping, progress=ask, is_cancelled=never)
    assert asked
    assert set(asked) == {1}
    assert await file.count("") == 3001


def content_of(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


# --- exports ------------------------------------------------------------------------------------------


async def give_out(file: ContactsFile, target: Path, is_cancelled: Callable[[], bool] = never) -> int:
    format_ = ContactFormat(target.suffix[1:])
    return await file.export_file(target, format_, progress=ignore, is_cancelled=is_cancelled)


async def test_a_table_opens_in_spreadsheets(file: ContactsFile, tmp_path: Path) -> None:
    await file.save(contact("=cmd|x", number("+5511999990001", "@home"), note="-1\nb"))
    await file.save(contact("José", number("+12025550100"), number("+551133334444", "work")))
    assert await give_out(file, tmp_path / "out.csv") == 2
    assert (
        content_of(tmp_path)["out.csv"]
        == (
            "\ufeffName,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Notes\r\n"
            "'=cmd|x,'@home,+55 11 99999-0001,,,\"'-1\nb\"\r\n"
            "José,,+1 202-555-0100,work,+55 11 3333-4444,\r\n"
        ).encode()
    )


@pytest.mark.parametrize("name", ["out.csv", "out.vcf"])
async def test_an_export_given_up_leaves_the_file_as_it_was(
    file: ContactsFile, tmp_path: Path, name: str
) -> None:
    await file.save(ANA)
    target = tmp_path / name
    write(target, "before")
    with pytest.raises(Cancelled):
        await give_out(file, target, lambda: True)
    assert content_of(tmp_path) == {name: b"before"}


@needs_full_disk
async def test_an_export_to_a_full_disk_says_so(file: ContactsFile, source: Path, tmp_path: Path) -> None:
    write_many(source, 3000)
    await take_in(file, source)
    target = tmp_path / "out.csv"
    with files_up_to(50_000), pytest.raises(NotSaved, match="full"):
        await give_out(file, target)
    assert content_of(tmp_path).keys() == {source.name}


async def test_an_export_to_a_folder_that_is_gone_says_so(file: ContactsFile, tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="gone"):
        await give_out(file, tmp_path / "gone" / "out.csv")


NAMES = st.text(min_size=1, max_size=40).map(one_line).filter(bool)
LABELS = st.one_of(st.sampled_from(["", "mobile", "work"]), NAMES)
NUMBERS = st.lists(
    st.builds(
        number,
        st.sampled_from(["+5511999990001", "+12025550100", "+5215512345678", "+4930123456", "+390612345678"]),
        LABELS,
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda own: own.number.e164,
)
CONTACTS = st.builds(
    lambda name, numbers, note: contact(name, *numbers, note=note), NAMES, NUMBERS, st.text().map(note_lines)
)


@settings(max_examples=25)
@given(
    st.lists(CONTACTS, min_size=1, max_size=4, unique_by=lambda each: each.name),
    st.sampled_from(["csv", "vcf"]),
)
def test_what_is_exported_comes_back(
    tmp_path_factory: pytest.TempPathFactory, contacts: list[Contact], kind: str
) -> None:
    folder = tmp_path_factory.mktemp("round")

    async def round_trip() -> tuple[list[Contact], list[Contact]]:
        first, second = ContactsFile(folder / "1.sqlite3"), ContactsFile(folder / "2.sqlite3")
        for each in contacts:
            await first.save(each)
        await give_out(first, folder / f"out.{kind}")
        await take_in(second, folder / f"out.{kind}")
        result = await every(first), await every(second)
        await first.close()
        await second.close()
        return result

    before, after = asyncio.run(round_trip())
    assert sorted(map(plain, after)) == sorted(map(plain, before))
