from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.phone_number import NumberProblem
from app.domain.queue_text import LONGEST_LINE, read_line, read_lines, read_number

MARIA = "+5511999990001"
JOSE = "+5511999990002"


@pytest.mark.parametrize(
    ("line", "e164", "name", "note"),
    [
        ("11 99999-0001", MARIA, "", ""),
        ("+55 11 99999-0001", MARIA, "", ""),
        ("tel:+55-11-99999-0001", MARIA, "", ""),
        (
            "Maria Silva; (11) 99999-0001; ask about the invoice",
            MARIA,
            "Maria Silva",
            "ask about the invoice",
        ),
        ("(11) 99999-0001; Maria Silva; ask", MARIA, "Maria Silva", "ask"),
        ("(11) 99999-0001\tMaria Silva\task; today", MARIA, "Maria Silva", "ask; today"),
        ("Maria Silva, 11 99999-0001, ask", MARIA, "Maria Silva", "ask"),
        ("Maria Silva | 11 99999-0001", MARIA, "Maria Silva", ""),
        ("Maria; 11 99999-0001; gold; invoice 17", MARIA, "Maria", "gold · invoice 17"),
        (";;11 99999-0001;;ask", MARIA, "ask", ""),
        ('"Silva, Maria","11 99999-0001","says ""hi"""', MARIA, "Silva, Maria", 'says "hi"'),
        ('"Maria; 11 99999-0001', MARIA, "", ""),
        ("Maria Silva (11) 99999-0001 call after lunch", MARIA, "Maria Silva", "call after lunch"),
        ("11 99999-0001 Maria Silva", MARIA, "Maria Silva", ""),
        ("Maria: 11 99999-0001", MARIA, "Maria", ""),
        ("Maria; 11 99999-0001; 11 99999-0002; ask", MARIA, "Maria", "ask · 11 99999-0002"),
    ],
)
def test_a_line_is_read(line: str, e164: str, name: str, note: str) -> None:
    (read,) = read_line(line, "BR")
    assert read.number is not None
    assert read.number.e164 == e164
    assert read.problem is None
    if not line.startswith('"Maria'):
        assert (read.name, read.note) == (name, note)


def test_a_line_of_numbers_alone_is_as_many_entries() -> None:
    read = read_line("11 99999-0001, 11 99999-0002,", "BR")
    assert [each.number and each.number.e164 for each in read] == [MARIA, JOSE]


@pytest.mark.parametrize(
    ("line", "written", "problem", "name", "note"),
    [
        ("1234", "1234", NumberProblem.TOO_SHORT, "", ""),
        ("Maria; 1234; ask", "1234", NumberProblem.TOO_SHORT, "Maria", "ask"),
        ("Maria Silva", "", NumberProblem.EMPTY, "Maria Silva", ""),
        ("name;phone;note", "", NumberProblem.EMPTY, "name", "phone · note"),
        (";;;", "", NumberProblem.EMPTY, ";;;", ""),
    ],
)
def test_what_cannot_be_read_keeps_its_text_and_its_problem(
    line: str, written: str, problem: NumberProblem, name: str, note: str
) -> None:
    (read,) = read_line(line, "BR")
    assert read.number is None
    assert (read.written, read.problem, read.name, read.note) == (written, problem, name, note)


def test_a_line_that_is_far_too_long_is_cut() -> None:
    (read,) = read_line("1" * 5_000_000, "BR")
    assert read.problem is NumberProblem.TOO_LONG
    assert len(read.written) == LONGEST_LINE


def test_lines_without_text_are_left_out() -> None:
    text = "11 99999-0001\r\n\r\n   \n11 99999-0002\n"
    assert [each.written for each in read_lines(text, "BR")] == ["11 99999-0001", "11 99999-0002"]


def test_a_number_of_a_table_keeps_its_words() -> None:
    read = read_number(" 12 ", "BR", "Maria", "ask")
    assert (read.written, read.number, read.name, read.note) == ("12", None, "Maria", "ask")
    assert read.problem is NumberProblem.TOO_SHORT
    assert read_number("11 99999-0001", "BR").number is not None


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    for line in read_lines(text, "BR"):
        assert (line.number is None) == (line.problem is not None)
