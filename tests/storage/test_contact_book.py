from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from contact_makers import contact, number

from app.services.contact_book import ContactBook
from app.services.contact_import import ContactFormat
from app.services.settings import NotSaved
from app.services.table import Cancelled
from app.storage.contacts_file import ContactsFile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

ANA = contact("Ana Lima", "+5511999990001")
BIA = contact("Bia", "+5511999990002", "+551133334444")


@dataclass
class Desk:
    """A book with what it says."""

    file: ContactsFile
    changes: int = 0
    troubles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.book = ContactBook(
            self.file, region=lambda: "BR", on_change=self._count, on_trouble=self.troubles.append
        )

    def _count(self) -> None:
        self.changes += 1

    def name_of(self, text: str) -> str:
        return self.book.name_of(number(text).number.person)


@pytest_asyncio.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    file = ContactsFile(tmp_path / "contacts.sqlite3")
    yield Desk(file)
    await file.close()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text("name,phone\n" + "".join(f"P{n},+55119{80_000_000 + n}\n" for n in range(2000)))
    return path


async def test_names_are_known_from_the_start(desk: Desk) -> None:
    await desk.book.save(ANA)
    await desk.book.set_favourite(ANA.id, 1)
    again = Desk(desk.file)
    assert again.name_of("+5511999990001") == ""
    await again.book.begin()
    assert again.name_of("+551199990001") == "Ana Lima"
    assert again.name_of("+5511999990002") == ""
    assert again.book.favourites == (replace(ANA, favourite=1),)
    assert again.changes == 1


async def test_names_follow_every_change_and_it_is_told(desk: Desk) -> None:
    await desk.book.save(ANA)
    assert desk.name_of("+5511999990001") == "Ana Lima"
    await desk.book.save(replace(ANA, name="Ana", numbers=(number("+5511999990009"),)))
    assert (desk.name_of("+5511999990001"), desk.name_of("+5511999990009")) == ("", "Ana")
    await desk.book.save(BIA)
    await desk.book.merge(replace(BIA, name="Both"), [ANA.id])
    assert {desk.name_of(text) for text in ("+5511999990009", "+5511999990002")} == {"Both"}
    await desk.book.remove([BIA.id])
    assert desk.name_of("+5511999990009") == ""
    assert desk.changes == 5


async def test_when_a_namesake_goes_the_other_contact_names_the_number(desk: Desk) -> None:
    other = contact("Aninha", "+5511999990001")
    await desk.book.save(ANA)
    await desk.book.save(other)
    assert desk.name_of("+5511999990001") == "Ana Lima"
    await desk.book.set_favourite(other.id, 1)
    assert desk.name_of("+5511999990001") == "Aninha"
    await desk.book.remove([other.id])
    assert desk.name_of("+5511999990001") == "Ana Lima"
    assert desk.book.favourites == ()


@pytest.mark.parametrize("name", ["", " \t", "x" * 201])
async def test_a_contact_has_a_name_of_some_length(desk: Desk, name: str) -> None:
    with pytest.raises(NotSaved):
        await desk.book.save(contact(name, "+5511999990001"))
    assert await desk.book.count() == 0


async def test_what_is_saved_is_tidied(desk: Desk) -> None:
    await desk.book.save(contact(" Ana \n Lima", number("+5511999990001", " work\t1"), note="a\r\nb\n"))
    (kept,) = await desk.book.page()
    assert (kept.name, kept.numbers[0].label, kept.note) == ("Ana Lima", "work 1", "a\nb")


async def test_without_a_text_nobody_is_found_and_everybody_is_listed(desk: Desk) -> None:
    await desk.book.save(ANA)
    assert await desk.book.find("  ") == []
    assert await desk.book.people_named(" - ") == ()
    assert await desk.book.page("") == [ANA]
    assert await desk.book.find("l a") == [ANA]


@pytest.mark.parametrize("text", ["x" * 5_000_000, "1" * 5_000_000, "z " * 100_000])
async def test_a_huge_text_finds_nobody(desk: Desk, text: str) -> None:
    await desk.book.save(ANA)
    assert await desk.book.find(text) == []


@pytest.mark.logs("FileExistsError|NotADirectory")
async def test_contacts_that_cannot_be_read_are_told_once(tmp_path: Path, source: Path) -> None:
    desk = Desk(ContactsFile(source / "contacts.sqlite3"))
    await desk.book.begin()
    assert len(desk.troubles) <= 1
    assert desk.name_of("+5511999990001") == ""
    with pytest.raises(NotSaved):
        await desk.book.save(ANA)
    await desk.file.close()


# --- files --------------------------------------------------------------------------------------------


async def test_an_import_tells_its_progress_on_the_loop_and_knows_the_names_after(
    desk: Desk, source: Path
) -> None:
    told: list[tuple[float, bool]] = []
    mapping = (await desk.book.preview_import(source)).mapping
    report = await desk.book.import_file(
        source,
        mapping,
        progress=lambda part: told.append((part, threading.current_thread() is threading.main_thread())),
        is_cancelled=lambda: False,
    )
    assert report.imported == 2000
    assert desk.name_of("+5511980000007") == "P7"
    assert told[-1] == (1.0, True)
    assert all(on_loop for _, on_loop in told)
    assert [part for part, _ in told] == sorted(part for part, _ in told)


async def test_while_contacts_are_imported_others_cannot_be_changed(desk: Desk, source: Path) -> None:
    mapping = (await desk.book.preview_import(source)).mapping
    began, may_go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def is_cancelled() -> bool:
        loop.call_soon_threadsafe(began.set)
        may_go_on.wait(10)
        return False

    importing = asyncio.ensure_future(
        desk.book.import_file(source, mapping, progress=lambda _: None, is_cancelled=is_cancelled)
    )
    await began.wait()
    with pytest.raises(NotSaved, match="being imported"):
        await desk.book.save(ANA)
    assert await desk.book.count() == 0
    may_go_on.set()
    await importing
    await desk.book.save(ANA)
    assert await desk.book.count() == 2001


async def test_giving_an_import_up_leaves_everything_as_it_was(desk: Desk, source: Path) -> None:
    await desk.book.save(ANA)
    mapping = (await desk.book.preview_import(source)).mapping
    with pytest.raises(Cancelled):
        await desk.book.import_file(source, mapping, progress=lambda _: None, is_cancelled=lambda: True)
    assert await desk.book.page() == [ANA]
    assert desk.name_of("+5511980000007") == ""
    await desk.book.save(BIA)


async def test_cancelling_the_task_gives_the_import_up(desk: Desk, source: Path) -> None:
    mapping = (await desk.book.preview_import(source)).mapping
    asked, began = threading.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def is_cancelled() -> bool:
        loop.call_soon_threadsafe(began.set)
        asked.wait(10)
        return False

    importing = asyncio.ensure_future(
        desk.book.import_file(source, mapping, progress=lambda _: None, is_cancelled=is_cancelled)
    )
    await began.wait()
    importing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await importing
    asked.set()
    await desk.book.preview_import(source)  # the thread for files is at it when the import is over
    assert await desk.book.count() == 0


async def test_an_export_is_counted(desk: Desk, source: Path) -> None:
    await desk.book.save(ANA)
    told: list[float] = []
    count = await desk.book.export_file(
        source.with_name("out.vcf"), ContactFormat.VCARD, progress=told.append, is_cancelled=lambda: False
    )
    assert count == 1
    assert told[-1] == 1.0
