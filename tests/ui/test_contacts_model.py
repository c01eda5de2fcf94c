"""The list of contacts as Qt sees it, on a real database."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from window_harness import run_on_qt

from app.domain.contact import Contact, ContactNumber
from app.domain.phone_number import PhoneNumber
from app.services.contact_book import ContactBook
from app.services.tasks import Tasks
from app.storage.contacts_file import ContactsFile
from app.ui.contacts_model import PAGE, ContactsModel
from app.ui.two_lines import SECOND_LINE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.modeltest import ModelTester


@pytest.fixture
def on_qt(qapp: QApplication) -> Callable[[Coroutine[object, object, None]], None]:
    return lambda work: run_on_qt(qapp, work)


def person(place: int, *more: str) -> Contact:
    numbers = (f"+55119{place:08}", *more)
    own = tuple(ContactNumber(PhoneNumber.parse(number)) for number in numbers)
    return Contact(str(place), f"Person {place:05}", own)


@asynccontextmanager
async def a_model(folder: Path, count: int) -> AsyncIterator[tuple[ContactsModel, ContactBook]]:
    file, tasks = ContactsFile(folder / "contacts.sqlite3"), Tasks()
    book = ContactBook(file, region=lambda: "BR", on_change=lambda: None, on_trouble=lambda _sentence: None)
    for place in range(count):
        await book.save(person(place))
    try:
        yield ContactsModel(book, tasks), book
    finally:
        await tasks.close()
        await file.close()


async def settled(model: ContactsModel) -> None:
    async with asyncio.timeout(20):
        while not model.is_settled:  # noqa: ASYNC110 - the model has no event to wait for
            await asyncio.sleep(0.002)


def names(model: ContactsModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_pages_are_fetched_as_one_scrolls(
    on_qt: Callable[..., None], tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    async def script() -> None:
        async with a_model(tmp_path, PAGE + 30) as (model, _):
            model.search("")
            await settled(model)
            assert model.rowCount() == PAGE
            assert model.canFetchMore(QModelIndex())
            model.fetchMore(QModelIndex())
            await settled(model)
            assert names(model) == [f"Person {place:05}" for place in range(PAGE + 30)]
            assert not model.canFetchMore(QModelIndex())
            qtmodeltester.check(model)

    on_qt(script())


def test_what_is_typed_last_counts(on_qt: Callable[..., None], tmp_path: Path) -> None:
    async def script() -> None:
        async with a_model(tmp_path, 12) as (model, _):
            counts: list[int] = []
            model.counted.connect(counts.append)
            model.search("")
            model.search("0000")
            model.search("00011")
            await settled(model)
            assert names(model) == ["Person 00011"]
            async with asyncio.timeout(20):
                while not counts:  # noqa: ASYNC110 - a signal is the condition
                    await asyncio.sleep(0.002)
            assert counts[-1] == 1

    on_qt(script())


def test_change_is_shown_without_losing_the_rows_scrolled_through(
    on_qt: Callable[..., None], tmp_path: Path
) -> None:
    async def script() -> None:
        async with a_model(tmp_path, PAGE + 30) as (model, book):
            model.search("")
            await settled(model)
            model.fetchMore(QModelIndex())
            await settled(model)
            await book.remove(["0"])
            model.refresh()
            await settled(model)
            assert model.rowCount() == PAGE + 29
            assert model.row_of("1") == 0
            assert model.row_of("0") == -1

    on_qt(script())


def test_row_tells_numbers_favourite_and_what_is_not_saved(
    on_qt: Callable[..., None], tmp_path: Path
) -> None:
    async def script() -> None:
        async with a_model(tmp_path, 0) as (model, book):
            await book.save(person(1, "+552133334444"))
            await book.set_favourite("1", 1)
            model.search("")
            await settled(model)
            row = model.index(0)
            assert row.data(SECOND_LINE) == "+55 11 90000-0001 · and 1 more"
            assert row.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Person 00001, favourite, +55")
            model.show_unsaved(frozenset({"1"}))
            assert row.data(SECOND_LINE).startswith("Not saved · ")

    on_qt(script())
