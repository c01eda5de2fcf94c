"""What the corpus of real texts does not say: sizes, order, texts that are a number or link themselves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.number_finder import LONGEST_SEARCHED, find_numbers, numbers_in
from app.domain.phone_number import InvalidPhoneNumber, NumberProblem


def found(text: str, region: str | None = "BR") -> list[str]:
    return [each.number.e164 for each in find_numbers(text, region)]


def test_numbers_come_in_the_order_in_which_they_are_written() -> None:
    text = "11 99999-0003, wa.me/5511999990001, 5511999990002@s.whatsapp.net, +55 11 8765-4321"
    assert found(text) == ["+5511999990003", "+5511999990001", "+5511999990002", "+551187654321"]


def test_no_more_are_returned_than_asked_for() -> None:
    text = " ".join(f"+55 11 99999-{place:04}" for place in range(100))
    assert len(find_numbers(text, None)) == 20
    assert len(find_numbers(text, None, limit=3)) == 3


def test_a_number_is_returned_as_it_was_written() -> None:
    [each] = find_numbers("Tel. (11)  99999-0001!", "BR")
    assert each.written == "(11)  99999-0001"
    assert each.number.assumed


def test_a_written_country_is_not_assumed() -> None:
    [each] = find_numbers("Tel. +55 (11) 99999-0001", "US")
    assert not each.number.assumed


@pytest.mark.parametrize("region", [None, "", "XX", "419"])
def test_without_a_region_only_whole_numbers_are_found(region: str | None) -> None:
    assert found("11 99999-0001 or +55 11 99999-0002", region) == ["+5511999990002"]


def test_what_stands_far_behind_is_not_looked_at() -> None:
    assert found(" " * LONGEST_SEARCHED + "+55 11 99999-0001") == []


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "(11) 9",
        "tel:",
        "id ",
        "a@",
        "1.1.",
        "wa.me/1 ",
        "R$ 1",
        "tel:+1 ",
        "5511999990001 ",
        "&amp;",
        "#1",
        "1-",
    ],
)
def test_a_huge_text_is_searched_to_an_end(piece: str) -> None:
    """Nothing in there tries every place with every other: it would still be at it."""
    assert len(find_numbers(piece * (5_000_000 // len(piece)), "BR")) <= 1


@settings(deadline=None)
@given(text=st.text() | st.text(st.sampled_from("+0123456789 -()./:;@#R$%xtelwa.me\n\u200e٥"), max_size=80))
def test_any_text_is_searched(text: str) -> None:
    for each in find_numbers(text, "BR"):
        assert each.number.digits.isdigit()


# --- a text that may be a number or link itself ---------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("11 99999-0001", ["+5511999990001"]),
        ("toque:+5511999990001?ring=8", ["+5511999990001"]),
        ("Ana 11 99999-0001", ["+5511999990001"]),
        ("11 99999-0001\n11 99999-0002", ["+5511999990001", "+5511999990002"]),
        ("Tel: 11 99999-0001, ask for Ana", ["+5511999990001"]),
        ("https://example.com/11999990002 11 99999-0001", ["+5511999990001"]),
        ("tel:+5511999990001 / +5511999990002", ["+5511999990001", "+5511999990002"]),
    ],
)
def test_the_numbers_in_a_text_are_returned(text: str, numbers: list[str]) -> None:
    assert [each.number.e164 for each in numbers_in(text, "BR")] == numbers


def test_the_extension_of_a_link_is_returned() -> None:
    [each] = numbers_in("tel:+551133334444;ext=22", "BR")
    assert each.extension == "22"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Tel.: (11) 99999-9999 – ask for the manager", NumberProblem.NO_COUNTRY),
        ("CPF 123.456.789-09", NumberProblem.NOWHERE),
        ("call me", NumberProblem.NOWHERE),
    ],
)
def test_a_number_that_lacks_its_country_is_not_called_missing(text: str, problem: NumberProblem) -> None:
    with pytest.raises(InvalidPhoneNumber) as refused:
        numbers_in(text, None)
    assert refused.value.problem is problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", NumberProblem.NOWHERE),
        ("call me", NumberProblem.NOWHERE),
        ("R$ 1.234,56", NumberProblem.NOWHERE),
        ("x" * 5_000, NumberProblem.NOWHERE),
        ("99999-0001", NumberProblem.NO_AREA_CODE),
        ("12345", NumberProblem.TOO_SHORT),
        ("javascript:alert(1)", NumberProblem.OTHER_LINK),
        ("javascript:alert('+5511999990001')", NumberProblem.OTHER_LINK),
        ("javascript:alert('+55 11 99999-0001')", NumberProblem.OTHER_LINK),
        ("sip:+5511999990001@example.com;x=+55 11 99999-0001", NumberProblem.INTERNET_CALL),
        ("https://example.com/11999990001", NumberProblem.OTHER_LINK),
        ("tel:+1-800-FLOWERS", NumberProblem.LETTERS),
        ("tel:+5511999990001/+5511999990002", NumberProblem.SEVERAL),
        ("tel:+" + "1" * 300, NumberProblem.TOO_LONG),
        ("tel:" + "1" * 5_000_000, NumberProblem.LINK_TOO_LONG),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_text_without_a_number_is_refused_with_what_is_wrong(text: str, problem: NumberProblem) -> None:
    with pytest.raises(InvalidPhoneNumber) as refused:
        numbers_in(text, "BR")
    assert refused.value.problem is problem
