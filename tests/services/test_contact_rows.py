from __future__ import annotations

import pytest

from app.domain.phone_number import InvalidPhoneNumber
from app.services.contact_import import Column, ColumnUse, ReadContact
from app.services.contact_rows import read_contact, read_row
from app.services.table import TableRow


def read(*numbers: str, name: str = "Ana", region: str = "BR") -> ReadContact:
    return read_contact(7, name, [(number, "") for number in numbers], "", region)


def e164(contact: ReadContact) -> list[str]:
    return [own.number.e164 for own in contact.numbers]


@pytest.mark.parametrize(
    "text",
    [
        "(11) 99999-0001 / (11) 99999-0002",
        "(11) 99999-0001 ::: (11) 99999-0002",
        "(11) 99999-0001; (11) 99999-0002",
        "(11) 99999-0001, (11) 99999-0002",
        "11 99999-0001 ou 11 99999-0002",
        "+5511999990001\n+5511999990002",
    ],
)
def test_several_numbers_in_one_cell_are_taken_apart(text: str) -> None:
    assert e164(read(text)) == ["+5511999990001", "+5511999990002"]


@pytest.mark.parametrize("written", ["ramal 12", "ext. 12", "x12", "extension: 12", ";ext=12", "#12"])
def test_an_extension_becomes_part_of_the_label(written: str) -> None:
    contact = read_contact(1, "Ana", [(f"+55 11 3333-4444 {written}", "work")], "", None)
    assert [(own.number.e164, own.label) for own in contact.numbers] == [("+551133334444", "work ext. 12")]


def test_a_number_written_twice_is_one() -> None:
    assert e164(read("+5511999990001", "(11) 99999-0001")) == ["+5511999990001"]


def test_one_bad_number_does_not_cost_the_others() -> None:
    contact = read("123", "+5511999990001")
    assert not contact.is_refused
    assert e164(contact) == ["+5511999990001"]
    (remark,) = contact.remarks
    assert (remark.line, remark.text) == (7, "123")
    assert isinstance(remark.reason, InvalidPhoneNumber)


@pytest.mark.parametrize(
    ("contact", "reason"),
    [
        (read("+5511999990001", name=" "), "no name"),
        (read(), "no number"),
        (read("abc"), "letter"),
        (read("+5511999990001", name="x" * 201), "longer than"),
        (read(*(f"+55119999900{n}" for n in range(10, 61))), "more than 50"),
        (read("5.51199E+12"), "letter"),
    ],
)
def test_what_cannot_be_imported_says_why(contact: ReadContact, reason: str) -> None:
    assert contact.is_refused
    assert reason in str(contact.remarks[0].reason)


@pytest.mark.parametrize(
    "text",
    [" " * 900_000 + "x", "+5511999990001," * 60_000, "9" * 1_000_000, "ext" * 300_000, "\n" * 900_000],
)
def test_a_huge_cell_is_refused_at_once(text: str) -> None:
    contact = read_contact(1, "Ana", [(text, "")], "", "BR")
    assert contact.is_refused
    assert len(contact.remarks[-1].text) <= 80


COLUMNS = (
    Column("Last", ColumnUse.LAST_NAME),
    Column("First", ColumnUse.FIRST_NAME),
    Column("Company", ColumnUse.COMPANY),
    Column("Type", ColumnUse.LABEL),
    Column("Phone", ColumnUse.NUMBER),
    Column("Mobile", ColumnUse.NUMBER, "mobile"),
    Column("Note", ColumnUse.NOTE),
    Column("More", ColumnUse.NOTE),
    Column("Whatever", ColumnUse.IGNORED),
)


def test_a_row_is_put_together() -> None:
    cells = ("Lima", "Ana", "ACME", "Office", "1133334444", "11999990001", "one", "two", "x")
    contact = read_row(TableRow(3, cells), COLUMNS, "BR")
    assert (contact.name, contact.note, contact.line) == ("Ana Lima", "one\ntwo", 3)
    assert [(own.number.e164, own.label) for own in contact.numbers] == [
        ("+551133334444", "Office"),
        ("+5511999990001", "mobile"),
    ]


def test_the_company_stands_in_for_a_name() -> None:
    contact = read_row(TableRow(3, ("", "", "ACME", "", "1133334444", "", "", "", "")), COLUMNS, "BR")
    assert contact.name == "ACME"


def test_a_row_with_broken_quotes_is_read_and_told() -> None:
    cells = ("Lima", "Ana", "", "", "1133334444", "", "", "", "")
    contact = read_row(TableRow(3, cells, is_broken=True), COLUMNS, "BR")
    assert not contact.is_refused
    assert "quotes" in str(contact.remarks[0].reason)
