"""Formats a number while it is being typed, and keeps the caret at its digit."""

from __future__ import annotations

import unicodedata

_PUNCTUATION = frozenset("-.()/")
_LONGEST_FORMATTED = 32
_NO_REGION = "ZZ"


def formatted(text: str, region: str | None) -> str | None:
    """Return the digits of `text` grouped as `region` writes them, or None where it must stay as typed.

    Stays as typed: text with letters or other signs that a number cannot have, a `+` inside the number,
    and anything far too long.
    """
    digits = _digits(text)
    if digits is None or "+" in digits[1:] or len(digits) > _LONGEST_FORMATTED:
        return None
    if digits.startswith("00"):
        return ("00 " + _grouped("+" + digits[2:], region)[1:]).rstrip()
    return _grouped(digits, region)


def is_digit(sign: str) -> bool:
    """Whether the caret counts `sign`: a digit of any script, or the leading plus."""
    return sign.isdecimal() or unicodedata.normalize("NFKC", sign) == "+"


def digits_before(text: str, caret: int) -> int:
    """Return how many digits stand left of `caret`."""
    return sum(map(is_digit, text[:caret]))


def caret_after(text: str, digits: int) -> int:
    """Return the caret's position right after that many digits of `text`."""
    for position, sign in enumerate(text, start=1):
        if digits == 0:
            return position - 1
        digits -= is_digit(sign)
    return len(text)


def _digits(text: str) -> str | None:
    digits = []
    for sign in unicodedata.normalize("NFKC", text):
        if sign.isdecimal():
            digits.append(str(unicodedata.decimal(sign)))
        elif sign == "+":
            digits.append(sign)
        elif not _is_separator(sign):
            return None
    return "".join(digits)


def _is_separator(sign: str) -> bool:
    return sign in _PUNCTUATION or sign.isspace() or unicodedata.category(sign) in {"Cf", "Pd", "Pc"}


def _grouped(digits: str, region: str | None) -> str:
    if not digits:
        return ""
    from phonenumbers import AsYouTypeFormatter  # with the first digit

    formatter = AsYouTypeFormatter(region or _NO_REGION)
    result = ""
    for digit in digits:
        result = formatter.input_digit(digit)
    return result.strip()
