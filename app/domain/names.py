"""Names as they are compared and searched for: without accents, case and punctuation."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})
"""Letters that Unicode does not take apart into one of the alphabet and an accent."""
_WORD = re.compile(r"[^\W_]+")
_UNKEPT = frozenset({"Cc", "Cs"})
"""Control characters, and halves of a pair, which no file can hold."""
_FEWEST_DIGITS = 5
"""Of a name that is merely a number; fewer are a name, such as "24/7"."""


def folded(name: str) -> str:
    """Return what is the same for every way of writing `name`: the order of names, and which are equal."""
    if name.isascii():
        return " ".join(name.lower().split())
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(bare.translate(_LETTERS).split())


def words(text: str) -> list[str]:
    """Return the words of `text`, folded, in their order."""
    return _WORD.findall(folded(text))


def is_number_form(name: str) -> bool:
    """Whether `name` is no name but a number, as an address book has it for somebody it does not know."""
    digits = sum(sign.isdigit() for sign in name)
    return digits >= _FEWEST_DIGITS and not any(sign.isalpha() for sign in name)


def one_line(text: str) -> str:
    """Return `text` as a name or label is kept: in one line, with single spaces and no control characters."""
    return " ".join(_without_controls(text, "").split())


def note_lines(text: str) -> str:
    """Return `text` as a note is kept: with plain line ends and no other control characters."""
    return _without_controls(text.replace("\r\n", "\n").replace("\r", "\n"), "\n\t").strip()


def _without_controls(text: str, kept: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        sign if sign in kept else " " if sign.isspace() else sign
        for sign in text
        if sign in kept or sign.isspace() or unicodedata.category(sign) not in _UNKEPT
    )
