from __future__ import annotations

import sqlite3
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from contact_makers import contact, number
from hypothesis import given
from hypothesis import strategies as st
from storage_programs import for_its_user_alone

from app.domain.names import is_number_form, words
from app.services.settings import NotSaved
from app.storage import contacts_queries, contacts_rows
from app.storage.contacts_file import ContactsFile
from app.storage.contacts_schema import SCHEMA

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from app.domain.contact import Contact

ANA = contact("Ána Lúcia Souza", number("+5511999990001", "mobile"), note="VIP\nasks for Bia")
BIA = contact("Bia Almeida", "+551133334444", "+14155550123")
CEU = contact("Maria do Céu", "+5521988887777")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "contacts.sqlite3"


@pytest_asyncio.fixture
async def file(path: Path) -> AsyncIterator[ContactsFile]:
    opened = ContactsFile(path)
    yield opened
    await opened.close()


@pytest_asyncio.fixture
async def filled(file: ContactsFile) -> ContactsFile:
    for each in (ANA, BIA, CEU):
        await file.save(each)
    return file


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def found(file: ContactsFile, text: str) -> list[str]:
    return [each.name for each in await file.find(text, 8)]


async def every(file: ContactsFile) -> list[Contact]:
    return await file.page("", None, 1000)


# --- kept ---------------------------------------------------------------------------------------------


async def test_contacts_are_kept_over_a_restart(filled: ContactsFile, path: Path) -> None:
    await filled.close()
    again = ContactsFile(path)
    assert await every(again) == [ANA, BIA, CEU]
    await again.close()


@for_its_user_alone
async def test_the_file_is_for_its_user_alone(filled: ContactsFile, path: Path) -> None:
    assert mode(path) == 0o600


async def test_saving_again_changes_the_contact(filled: ContactsFile) -> None:
    changed = replace(BIA, name="Beatriz", numbers=(number("+5511977776666", "work"),), note="new")
    people = await filled.save(changed)
    assert people == {"551133334444", "14155550123", "551177776666"}
    assert await every(filled) == [ANA, changed, CEU]
    assert await found(filled, "bia") == []
    assert await found(filled, "33334444") == []
    assert await found(filled, "beat") == ["Beatriz"]


async def test_removing_leaves_nothing_behind(filled: ContactsFile, path: Path) -> None:
    assert await filled.remove([ANA.id, "nobody", BIA.id]) == {"551199990001", "551133334444", "14155550123"}
    assert await every(filled) == [CEU]
    assert await filled.names() == {"552188887777": CEU.name}
    await filled.close()
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM numbers").fetchone() == (1,)
        assert db.execute("SELECT count(*) FROM words").fetchone() == (1,)
    db.close()


async def test_a_damaged_file_is_kept_aside(path: Path) -> None:
    file = ContactsFile(write(path, b"no database" * 1000))
    kept = await file.open()
    assert kept is not None
    await file.save(ANA)
    assert await every(file) == [ANA]
    await file.close()


@pytest.mark.logs("FileExistsError")
async def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    file = ContactsFile(write(tmp_path / "file", b"") / "contacts.sqlite3")
    with pytest.raises(NotSaved):
        await file.save(ANA)
    await file.close()


# --- names --------------------------------------------------------------------------------------------


async def test_every_written_form_of_a_number_has_the_name(filled: ContactsFile) -> None:
    names = await filled.names()
    assert names[number("+551199990001").number.person] == ANA.name
    assert await filled.contact_of(number("+551199990001").number.person) == ANA
    assert await filled.contact_of("1") is None


async def test_of_several_names_a_favourite_goes_first_then_the_oldest(filled: ContactsFile) -> None:
    twin = contact("Aninha", "+5511999990001")
    await filled.save(twin)
    person = ANA.numbers[0].number.person
    assert (await filled.names())[person] == ANA.name
    assert (await filled.names([person]))[person] == ANA.name
    await filled.set_favourite(twin.id, 1)
    assert (await filled.names())[person] == "Aninha"
    assert (await filled.names([person, "1"])) == {person: "Aninha"}
    assert await filled.contact_of(person) == replace(twin, favourite=1)


async def test_a_contact_named_like_a_number_names_nobody(file: ContactsFile) -> None:
    odd = contact("+55 11 99999-0001", "+14155550123")
    await file.save(odd)
    assert await file.names() == {}
    assert await file.names(["14155550123"]) == {}
    assert await found(file, "+55 11 99999-0001") == []
    assert await found(file, "+55 11") == []
    assert await found(file, "+1 415") == [odd.name]
    assert await every(file) == [odd]
    assert await file.contact_of("14155550123") == odd


# --- found --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["ana", "ÁNA", "lúc", "souza ana", "a s l", "an lu so", "ana 9999", "Lúcia,", " ana  lucia "]
)
async def test_names_are_found_by_the_beginnings_of_words(filled: ContactsFile, text: str) -> None:
    assert await found(filled, text) == [ANA.name]


@pytest.mark.parametrize(
    "text",
    [
        "+5511999990001",
        "(11) 99999-0001",
        "11 9999-0001",
        "0001",
        "99999",
        "011 99999-0001",
        "+55 11 9999 0001",
    ],
)
async def test_numbers_are_found_in_any_form_and_part(filled: ContactsFile, text: str) -> None:
    assert await found(filled, text) == [ANA.name]


@pytest.mark.parametrize(
    "text",
    ["zuza", "ana almeida", "ouza", "ana 7777", "5", '"', "*", "a AND", "%", "_", "NEAR(a b)", "—", "٣"],
)
async def test_what_does_not_match_is_not_found(filled: ContactsFile, text: str) -> None:
    assert await found(filled, text) == []


async def test_names_that_begin_with_the_text_go_before_others(filled: ContactsFile) -> None:
    await filled.save(contact("Zélia Ana", "+5511966665555"))
    await filled.save(contact("Anabela", "+5511966665556"))
    assert await found(filled, "ana") == ["Ána Lúcia Souza", "Anabela", "Zélia Ana"]
    last = (await filled.find("zelia", 1))[0]
    await filled.set_favourite(last.id, 1)
    assert await found(filled, "ana") == ["Zélia Ana", "Ána Lúcia Souza", "Anabela"]


async def test_a_number_in_a_name_is_found(filled: ContactsFile) -> None:
    await filled.save(contact("Loja 24 horas", "+5511966665555"))
    assert await found(filled, "24") == ["Loja 24 horas"]
    assert await found(filled, "2") == ["Loja 24 horas"]


async def test_people_are_found_by_name_alone(filled: ContactsFile) -> None:
    assert set(await filled.people_named("bia", 10)) == {"551133334444", "14155550123"}
    assert await filled.people_named("bia", 1) in {("551133334444",), ("14155550123",)}
    assert await filled.people_named("3333", 10) == ()


NAMES = st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), min_size=1, max_size=20)


@given(name=NAMES.filter(words), data=st.data())
def test_every_name_is_found_by_any_beginnings_of_its_words(name: str, data: st.DataObject) -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    SCHEMA.migrate(db)
    contacts_rows.insert(db, contact(name))
    parts = data.draw(st.permutations(words(name)))
    text = " ".join(part[: data.draw(st.integers(1, len(part)))] for part in parts)
    is_found = bool(contacts_queries.find(db, text, 8))
    assert is_found == (not is_number_form(name))
    assert is_found == bool(contacts_queries.count(db, text))
    db.close()


# --- pages --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "a", "an", "person", "99", "5511", "person 1", "person 11 99"])
async def test_pages_together_are_everybody_once(file: ContactsFile, text: str) -> None:
    for n in range(30):
        await file.save(contact(f"Person {n % 7} Än {n % 3}", f"+551199999{n:04d}"))
    pages: list[Contact] = []
    while page := await file.page(text, pages[-1] if pages else None, 4):
        pages += page
    assert len({each.id for each in pages}) == len(pages) == await file.count(text)
    assert pages == sorted(pages, key=lambda each: words(each.name))


async def test_a_page_goes_on_after_a_contact_that_was_removed(filled: ContactsFile) -> None:
    await filled.remove([ANA.id])
    assert await filled.page("", ANA, 10) == [BIA, CEU]


# --- favourites ---------------------------------------------------------------------------------------


async def order(file: ContactsFile) -> list[tuple[str, int | None]]:
    return [(each.name.split()[0], each.favourite) for each in await file.favourites()]


async def test_favourites_have_places_without_gaps(filled: ContactsFile) -> None:
    await filled.set_favourite(ANA.id, 1)
    await filled.set_favourite(BIA.id, 1)
    await filled.set_favourite(CEU.id, 99)
    assert await order(filled) == [("Bia", 1), ("Ána", 2), ("Maria", 3)]
    await filled.set_favourite(CEU.id, 2)
    assert await order(filled) == [("Bia", 1), ("Maria", 2), ("Ána", 3)]
    await filled.set_favourite(BIA.id, None)
    assert await order(filled) == [("Maria", 1), ("Ána", 2)]
    await filled.remove([CEU.id])
    assert await order(filled) == [("Ána", 1)]
    assert await filled.set_favourite("nobody", 1) == frozenset()


async def test_saving_leaves_the_place_as_it_is(filled: ContactsFile) -> None:
    await filled.set_favourite(ANA.id, 1)
    await filled.save(replace(ANA, name="Ana", favourite=None))
    assert await order(filled) == [("Ana", 1)]
    await filled.save(contact("Nova", "+5511966665555"))
    await filled.save(replace(contact("Primeira", "+5511966665556"), favourite=1))
    assert await order(filled) == [("Primeira", 1), ("Ana", 2)]


# --- duplicates ---------------------------------------------------------------------------------------


async def test_contacts_with_a_person_or_a_name_in_common_are_duplicates(filled: ContactsFile) -> None:
    same_person = contact("Aninha", "+551199990001")
    same_name = contact("BIA  ALMEIDA", "+5511966665555")
    both = contact("aninha", "+5511966665556")
    for each in (same_person, same_name, both):
        await filled.save(each)
    assert await filled.duplicates(10) == [(ANA, same_person, both), (BIA, same_name)]
    assert await filled.duplicates(1) == [(ANA, same_person, both)]


async def test_merging_loses_no_number_and_no_note(filled: ContactsFile) -> None:
    other = contact(
        "Aninha", number("+551199990001", "old"), number("+5511966665555", "home"), note="likes tea"
    )
    await filled.save(other)
    await filled.set_favourite(other.id, 1)
    people = await filled.merge(replace(ANA, name="Ana"), [other.id, ANA.id, "nobody"])
    assert people >= {"551199990001", "551166665555"}
    merged = replace(
        ANA,
        name="Ana",
        numbers=(*ANA.numbers, number("+551199990001", "old"), number("+5511966665555", "home")),
        note="VIP\nasks for Bia\nlikes tea",
        favourite=1,
    )
    assert await every(filled) == [merged, BIA, CEU]
    assert await filled.duplicates(10) == []
