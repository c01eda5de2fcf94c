from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.names import note_lines, one_line
from app.storage.vcard import Card, read_cards, write_card


def read(text: str) -> list[Card]:
    return list(read_cards(text.splitlines(keepends=True)))


def one(*lines: str, version: str = "3.0") -> Card:
    (card,) = read("\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]))
    return card


def test_version_2_1_in_quoted_printable_with_soft_line_breaks() -> None:
    card = one(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;=D0=86=D0=B3=D0=BE=D1=80=20=D0=97=D0=B0=D0=B3=D0=BE=",
        "=D1=80=D1=81=D0=BA=D1=96;;;",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=86=D0=B3=D0=BE=D1=80=20=D0=97=D0=B0=D0=B3=D0=BE=",
        "=D1=80=D1=81=D0=BA=D1=96",
        "TEL;CELL;PREF:+70000000000",
        "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=utf-8:one =E2=82=",
        "=AC=0D=0Atwo",
        version="2.1",
    )
    assert card.name == "Ігор Загорскі"
    assert card.numbers == (("+70000000000", "mobile"),)
    assert card.note.split() == ["one", "€", "two"]


@pytest.mark.parametrize(
    "line",
    [
        "FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Jo=E3o",
        "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1252:Jo=E3o",
        "FN;QUOTED-PRINTABLE:Jo=E3o",
        "fn;encoding=quoted-printable:Jo=E3o",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jo=E3o",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jo=C3=A3o",
        "FN;CHARSET=UTF-8:João",
        "item1.FN:João",
    ],
)
def test_every_way_of_encoding_a_name(line: str) -> None:
    assert one(line, "TEL:+5511999990001", version="2.1").name == "João"


def test_an_agent_is_another_person() -> None:
    card = one(
        "FN:Ana",
        "AGENT:",
        "BEGIN:VCARD",
        "FN:Secretary",
        "TEL:+551133334444",
        "END:VCARD",
        "TEL:+5511999990001",
        version="2.1",
    )
    assert (card.name, card.numbers) == ("Ana", (("+5511999990001", ""),))
    card = one("AGENT:BEGIN:VCARD", "FN:Secretary", "END:VCARD", "FN:Ana", "TEL:1")
    assert card.name == "Ana"


def test_apple_labels_belong_to_the_number_of_their_group() -> None:
    card = one(
        "FN:Ana",
        "item1.TEL;type=pref:+5511999990001",
        "item1.X-ABLabel:_$!<HomeFAX>!$_",
        "item2.TEL:+5511999990002",
        "item2.X-ABLabel:Casa da praia",
    )
    assert card.numbers == (("+5511999990001", "HomeFAX"), ("+5511999990002", "Casa da praia"))


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("TEL;TYPE=CELL,VOICE:+5511999990001", ("+5511999990001", "mobile")),
        ("TEL;TYPE=work;TYPE=fax:+5511999990001", ("+5511999990001", "fax")),
        ("TEL;WORK;VOICE:+5511999990001", ("+5511999990001", "work")),
        ('TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+55-11-99999-0001', ("+55-11-99999-0001", "home")),
        ("TEL;VALUE=uri:tel:+55-11-3333-4444;ext=5", ("+55-11-3333-4444;ext=5", "")),
        ("TEL;X-CUSTOM(CHARSET=UTF-8):+5511999990001", ("+5511999990001", "")),
        ("TEL;TYPE=pref:(11) 99999-0001", ("(11) 99999-0001", "")),
    ],
)
def test_kinds_of_numbers(line: str, number: tuple[str, str]) -> None:
    assert one("FN:Ana", line, version="4.0").numbers == (number,)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["N:Lima;Ana;Maria;Dra.;"], "Dra. Ana Maria Lima"),
        (["FN:", "N:Lima;Ana"], "Ana Lima"),
        (["ORG:ACME;Vendas"], "ACME"),
        (["N:;;;;", "ORG:ACME"], "ACME"),
        (["NICKNAME:Aninha"], "Aninha"),
        (["FN:Ana\\, Lima\\; x"], "Ana, Lima; x"),
        (["N:Li\\;ma;Ana"], "Ana Li;ma"),
        ([], ""),
    ],
)
def test_names_are_taken_from_where_they_are(lines: list[str], name: str) -> None:
    assert one(*lines, "TEL:1").name == name


def test_folded_lines_are_one() -> None:
    assert one("FN:Ana Ma", " ria Lima", "TEL:+55", "\t11999990001").numbers == (("+5511999990001", ""),)


def test_photographs_are_passed_over() -> None:
    card = one("FN:Ana", "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ", " broken base64", "TEL:+5511999990001")
    assert card == Card(1, "Ana", (("+5511999990001", ""),))


def test_a_broken_card_does_not_cost_the_others() -> None:
    cards = read(
        "BEGIN:VCARD\nFN:Ana\nTEL:1\nEND:VCARD\n"
        "rubbish\n"
        "BEGIN:VCARD\nFN;CHARSET=KLINGON;ENCODING=QUOTED-PRINTABLE:=41\nTEL:2\nEND:VCARD\n"
        "begin:vcard\nFN:Bia\nTEL:3\nend:vcard\n"
    )
    assert cards[0] == Card(1, "Ana", (("1", ""),))
    assert cards[1].is_broken
    assert cards[1].line == 6
    assert cards[2] == Card(10, "Bia", (("3", ""),))


def test_a_card_without_an_end_is_read_and_told() -> None:
    first, second = read("BEGIN:VCARD\nFN:Ana\nTEL:1\nBEGIN:VCARD\nFN:Bia\nTEL:2\n")
    assert (first.name, first.is_closed) == ("Ana", False)
    assert (second.name, second.is_closed) == ("Bia", False)


def test_a_file_without_cards_has_none() -> None:
    assert read("FN:Ana\nEND:VCARD\n\n") == []


def test_a_card_that_never_ends_takes_no_memory() -> None:
    (card,) = read_cards(["BEGIN:VCARD\n", "FN:Ana\n", *["NOTE:x\n"] * 20_000])
    assert card.name == "Ana"


@pytest.mark.parametrize(
    "line",
    [
        "FN:" + "_$!<" * 250_000,
        "TEL;" + "quoted-printable" * 60_000,
        "item1.X-ABLabel:" + "_$!<" * 250_000,
        "TEL:" + "9" * 900_000,
        "NOTE:" + "\\" * 900_000,
        "x" * 900_000,
    ],
)
def test_a_huge_line_does_not_hold_up(line: str) -> None:
    assert one("FN:Ana", "item1.TEL:+5511999990001", line).name == "Ana"


NAMES = st.text(min_size=1, max_size=60).map(one_line).filter(bool)
LABELS = st.one_of(st.sampled_from(["", "mobile", "work", "home", "fax"]), NAMES)


@given(NAMES, st.lists(st.tuples(st.just("+5511999990001"), LABELS), max_size=4), st.text().map(note_lines))
def test_what_is_written_is_read(name: str, numbers: list[tuple[str, str]], note: str) -> None:
    text = write_card(name, numbers, note)
    (card,) = read_cards(line + "\n" for line in text.split("\r\n"))
    assert (card.name, card.numbers, card.note) == (name, tuple(numbers), note)
