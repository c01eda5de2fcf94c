"""What a text that is being typed asks of the contacts: words of names, and parts of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.names import is_number_form, words

if TYPE_CHECKING:
    from app.domain.contact import Contact

LONGEST_TEXT = 200
_MOST_WORDS = 12
_FEWEST_DIGITS = 2
"""Of a part of a number: a single one is in every number."""
_FEWEST_BEHIND_TRUNK = 6
_RARE_DIGITS = 4
"""Fewer than these are in so many numbers that the first are found by looking at one after another."""
OF_WORDS = "SELECT rowid FROM words WHERE words MATCH ?"


@dataclass(frozen=True, slots=True)
class Sought:
    """The same condition on a row of contacts twice, with its values.

    `at_once` finds all that meet it, and is fast where they are few; `one_by_one` looks at one contact after
    another, and is fast where many meet it and only the first are wanted.
    """

    at_once: str = "1"
    one_by_one: str = "1"
    values: tuple[str, ...] = ()
    match: str = ""
    """What the words table is asked for, where that decides how many there are."""
    is_common: bool = False
    """Whether it is sure to be met by many."""

    def __and__(self, other: Sought) -> Sought:
        """Look for `other` among those who meet this, unless that is the rarer."""
        one_by_one = f"({self.one_by_one} AND {other.one_by_one})"
        values = self.values + other.values
        if other.is_common:
            return Sought(f"({self.at_once} AND {other.one_by_one})", one_by_one, values, self.match)
        return Sought(f"({self.at_once} AND {other.at_once})", one_by_one, values)

    def __or__(self, other: Sought) -> Sought:
        return Sought(
            f"({self.at_once} OR {other.at_once})",
            f"({self.one_by_one} OR {other.one_by_one})",
            self.values + other.values,
            is_common=self.is_common or other.is_common,
        )


_NOBODY = Sought("0", "0")


def sought_words(text: str) -> list[str]:
    """Return the words of a text that is searched for, as many as anybody would type."""
    return words(text[:LONGEST_TEXT])[:_MOST_WORDS]


def sought(text: str) -> Sought:
    """Return the condition that all words of `text` are found: in the name, or digits in a number."""
    parts = sought_words(text)
    if not parts:
        return _NOBODY if text.strip() else Sought()
    if not any(sign.isalpha() for sign in text):
        return _of_digits(parts, "".join(parts))
    names = [part for part in parts if not part.isdecimal()]
    condition = _of_words(names) if names else Sought()
    for digits in set(parts) - set(names):
        condition &= _of_digits([digits], digits)
    return condition


def is_meant(contact: Contact, text: str) -> bool:
    """Whether the contact meets the condition of `sought`."""
    parts = sought_words(text)
    own = [] if is_number_form(contact.name) else words(contact.name)
    named = {part for part in parts if any(word.startswith(part) for word in own)}
    if any(sign.isalpha() for sign in text):
        return all(part in named or _has_digits(contact, part) for part in parts)
    return bool(parts) and (named == set(parts) or _has_digits(contact, "".join(parts)))


def _has_digits(contact: Contact, digits: str) -> bool:
    if not digits.isdecimal() or len(digits) < _FEWEST_DIGITS:
        return False
    parts = _in_numbers(digits)
    return any(
        part in form
        for own in contact.numbers
        for form in (own.number.e164, own.number.person)
        for part in parts
    )


def _of_words(parts: list[str]) -> Sought:
    match = match_words(parts)
    return Sought(f"row IN ({OF_WORDS})", f"+row IN ({OF_WORDS})", (match,), match)


def _of_digits(parts: list[str], digits: str) -> Sought:
    """Return the condition that a number has `digits` in it, or the name all `parts`."""
    in_name = _of_words(parts)
    if len(digits) < _FEWEST_DIGITS or not digits.isdecimal():
        return in_name
    patterns = [f"%{part}%" for part in _in_numbers(digits)]
    like = " OR ".join(["person LIKE ? OR e164 LIKE ?"] * len(patterns))
    return in_name | Sought(
        f"row IN (SELECT contact FROM numbers WHERE {like})",  # noqa: S608 - our own words
        f"EXISTS (SELECT 1 FROM numbers WHERE contact = contacts.row AND ({like}))",  # noqa: S608 - so is this
        tuple(pattern for each in patterns for pattern in (each, each)),
        is_common=len(digits) < _RARE_DIGITS,
    )


def _in_numbers(digits: str) -> list[str]:
    """Return what may be in a number: the digits, and what is behind a trunk 0 or 00, which is in none."""
    digits = "".join(str(int(sign)) for sign in digits)
    bare = digits.lstrip("0")
    return [digits, bare] if digits != bare and len(bare) >= _FEWEST_BEHIND_TRUNK else [digits]


def match_words(parts: list[str]) -> str:
    """Return what finds all these beginnings of words in the words table."""
    return " ".join(f'"{part}"*' for part in parts)
