"""Texts and numbers as the words by which history finds calls.

A word is letters and digits without case and accents; a number is found by any part of any of its written
forms, for it is kept as all its endings. What else is looked for (persons, outcomes …) are words with a sign
in front that no text has.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

LONGEST_WORD = 64
"""Signs of a word that count; nobody types more of one."""

_SHORT = 100
"""Signs of a text that may come again."""

_WORD = re.compile(r"[^\W_]+")
_NUMBER_SIGNS = re.compile(r"[\d\s+()./‐-―−-]+")
_NO_LETTERS_OR_DIGITS = re.compile(r"[^0-9A-Za-z]")
_LONGER_FORMS = (
    (re.compile(r"(55\d\d)([6-9]\d{7})"), r"\g<1>9\2"),
    (re.compile(r"(52)(\d{10})"), r"\g<1>1\2"),
    (re.compile(r"(54)(\d{10})"), r"\g<1>9\2"),
)


class Mark(StrEnum):
    """The signs in front of what is no text."""

    PERSON = "\ue000"
    OUTCOME = "\ue001"
    ACCOUNT = "\ue002"
    KIND = "\ue003"
    WHOLE = "\ue004"
    """In front of a number from its country code on."""

    def word(self, value: str) -> str:
        """Return `value` as one word, different from that of every other value."""
        return self + _NO_LETTERS_OR_DIGITS.sub(lambda sign: f"\ue00f{ord(sign[0]):x}", value)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, in their order."""
    return _short_words(text) if len(text) <= _SHORT else _words(text)


@lru_cache(maxsize=1024)
def number_words(person: str, digits: str) -> frozenset[str]:
    """Return the words of a number: all endings of what was dialled, and of the person's other forms."""
    forms = {
        person,
        digits,
        *(form.sub(longer, person) for form, longer in _LONGER_FORMS if form.fullmatch(person)),
    }
    endings = (form[start:] for form in forms for start in range(len(form)))
    return frozenset([*endings, *map(Mark.WHOLE.word, forms)])


def is_number(word: str) -> bool:
    """Return whether what was typed between two spaces can be a part of a number."""
    return _NUMBER_SIGNS.fullmatch(word) is not None and any(sign.isdecimal() for sign in word)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word[:LONGEST_WORD] for word in _WORD.findall(_folded(text)))


_short_words = lru_cache(maxsize=4096)(_words)
"""Accounts and what providers say come again and again; transcripts do not."""


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
        for sign in plain
        if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf"
    ).casefold()
