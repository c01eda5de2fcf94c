from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.names import folded, is_number_form, note_lines, one_line, words


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("JOSÉ da Silva", "jose da silva"),
        ("Søren  Łukasz", "soren lukasz"),
        ("Straße", "STRASSE"),
        ("Núñez", "Nun\u0303ez"),
        ("Ｊｏａｏ™", "joãotm"),
    ],
)
def test_ways_of_writing_one_name_are_folded_alike(name: str, same: str) -> None:
    assert folded(name) == folded(same)


def test_words_are_what_is_between_punctuation() -> None:
    assert words("O'Brien-López, Ana_María (24h)") == ["o", "brien", "lopez", "ana", "maria", "24h"]


@pytest.mark.parametrize("name", ["+55 11 99999-0001", "(11) 3333-4444", "5511999990001", "00 351 21 123"])
def test_a_number_is_no_name(name: str) -> None:
    assert is_number_form(name)


@pytest.mark.parametrize("name", ["Ana", "24/7", "Loja 5511999990001", "", "190", "A1234567"])
def test_a_name_with_digits_is_a_name(name: str) -> None:
    assert not is_number_form(name)


def test_control_characters_are_not_kept() -> None:
    assert one_line("Ana\x00\tLima\n\x07 ") == "Ana Lima"
    assert note_lines("one\r\ntwo\rthree\x00\n") == "one\ntwo\nthree"
    assert note_lines("a\ud800b") == "ab"


@given(st.text())
def test_what_is_kept_stays_as_it_is(text: str) -> None:
    assert one_line(one_line(text)) == one_line(text)
    assert note_lines(note_lines(text)) == note_lines(text)
    assert folded(folded(text)) == folded(text)
