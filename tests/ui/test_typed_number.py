from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.typed_number import caret_after, digits_before, formatted


@pytest.mark.parametrize(
    ("text", "region", "shown"),
    [
        ("", "BR", ""),
        ("+", "BR", "+"),
        ("+5511999990001", None, "+55 11 99999-0001"),
        ("+55 (11) 99999.0001", "BR", "+55 11 99999-0001"),
        ("11999990001", "BR", "11 99999-0001"),
        ("11999990001", None, "11999990001"),
        ("00", "BR", "00"),
        ("005511999990001", "BR", "00 55 11 99999-0001"),
        ("+５５１１９", "BR", "+55 11 9"),
        ("٥٥١١", None, "5511"),
        ("\u202a+55\u00a011\u202c", "BR", "+55 11"),
    ],
)
def test_digits_are_grouped_as_the_country_writes_them(text: str, region: str | None, shown: str) -> None:
    assert formatted(text, region) == shown


@pytest.mark.parametrize("text", ["11 9x", "1+1", "11#", "11,9", "5511999990001@s.whatsapp.net", "9" * 60])
def test_what_is_no_number_stays_as_typed(text: str) -> None:
    assert formatted(text, "BR") is None


@given(st.text("0123456789+ -()", max_size=20), st.integers(0, 20))
def test_the_caret_stays_behind_the_same_digit(text: str, caret: int) -> None:
    shown = formatted(text, "BR")
    if shown is not None:
        digits = digits_before(text, caret)
        assert digits_before(shown, caret_after(shown, digits)) == digits


@given(st.text("0123456789", min_size=1, max_size=20), st.sampled_from(["BR", "US", "MX", "GB", None]))
def test_formatting_loses_no_digit(digits: str, region: str | None) -> None:
    shown = formatted(digits, region)
    assert shown is not None
    assert "".join(filter(str.isdigit, shown)) == digits
