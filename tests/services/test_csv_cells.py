from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.phone_number import NumberKind, PhoneNumber
from app.services.csv_cells import number_cell, plain_cell, safe_cell

FORMULAS = ["=1+1", "+55", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "'=1", "''=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_becomes_text(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Ana", "1+1", "", "'quoted'", "a=b"])
def test_what_is_no_formula_is_left_alone(text: str) -> None:
    assert safe_cell(text) == text
    assert plain_cell(text) == text


@given(st.one_of(st.text(), st.from_regex(r"'{0,3}\s?[=+@-].{0,5}")))
def test_every_text_comes_back(text: str) -> None:
    assert plain_cell(safe_cell(text)) == text


@pytest.mark.parametrize(
    "text", ["+5511999990001", "+12025550100", "+5215512345678", "+870773123456", "+4930123456"]
)
def test_a_number_is_written_as_it_is_shown_and_comes_back(text: str) -> None:
    number = PhoneNumber.parse(text)
    cell = number_cell(number)
    assert " " in cell
    assert not cell.startswith("'")
    assert PhoneNumber.parse(cell).e164 == text


def test_a_number_that_would_be_computed_becomes_text() -> None:
    assert number_cell(PhoneNumber("+12", "US", NumberKind.OTHER, "+1-2")) == "'+12"
