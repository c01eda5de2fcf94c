"""What is typed to find calls, as a question to the index."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from app.storage.history_index import LOOKED_UP
from app.storage.history_words import Mark, is_number, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from app.services.history import HistoryFilter

MOST_SIGNS = 500
"""Of a text to search for: a whole letter pasted by mistake need not be looked for."""


_FEW_DIGITS = 4
"""So many, with the sign in front, the index looks up at once. More of them are looked for anywhere."""
_LEAST_DIGITS = 3
"""Behind a zero that may be no part of the number: fewer of them are in every number."""


def question(which: HistoryFilter, few_words: Callable[[str], Sequence[str]]) -> str:
    """Return what FTS5 is to find; "" where the index has nothing to say about what is meant.

    `few_words` returns the words of the index that begin with that, or none where there are many.
    """
    needed = [
        _text(which, few_words),
        _any(Mark.OUTCOME.word(outcome) for outcome in sorted(which.outcomes)),
        _any([] if which.account_id is None else [Mark.ACCOUNT.word(which.account_id)]),
        _any([] if which.kind is None else [Mark.KIND.word(which.kind)]),
        _any([] if which.person is None else [Mark.PERSON.word(which.person)]),
    ]
    return _all(needed)


def _text(which: HistoryFilter, few_words: Callable[[str], Sequence[str]]) -> str:
    """Return the text's words, all of them, or else the persons of that name."""
    typed = which.text[:MOST_SIGNS]
    is_open = not typed[-1:].isspace()
    groups = [(number, list(group)) for number, group in groupby(typed.split(), is_number)]
    terms = []
    for n, (number, group) in enumerate(groups):
        is_last = is_open and n == len(groups) - 1
        found = [word for part in group for word in words(part)]
        if number:
            terms.append(_number(found, is_last=is_last, is_whole=group[0].startswith("+")))
        else:
            terms.append(_words(found, partial(_open, few_words=few_words) if is_last else _quoted))
    return _either(_all(terms), _any(Mark.PERSON.word(person) for person in which.people))


def _words(found: list[str], last: Callable[[str], str]) -> str:
    """Return that all these words are there, the last as `last` has it."""
    return _all([*map(_quoted, found[:-1]), *map(last, found[-1:])])


def _open(word: str, *, few_words: Callable[[str], Sequence[str]]) -> str:
    """Return that a word is there which begins with that.

    What is longer than the index looks up at once is looked for word by word: FTS5 would first collect all
    calls that have one of them.
    """
    begun = few_words(word) if len(word) > LOOKED_UP else ()
    return _any(begun) or _begun(word)


def _number(found: list[str], *, is_last: bool, is_whole: bool) -> str:
    """Return that these digits are a part of the number, or that they are words elsewhere.

    `is_whole`: they surely begin with the country code.
    """
    digits = "".join(found)
    plain = digits.lstrip("0")
    if is_whole:
        parts = _from_country_code(plain)
    elif plain == digits or len(plain) < _LEAST_DIGITS:
        parts = _part(digits)
    else:  # behind 0 an area code, behind 00 a country code
        other = _from_country_code(plain) if digits.startswith("00") else _part(plain)
        parts = _either(_part(digits), other)
    alone = _words(found, _begun if is_last else _quoted) if len(found) > 1 else ""
    return _either(parts, alone)


def _part(digits: str) -> str:
    return _begun(digits) if digits else ""


def _from_country_code(digits: str) -> str:
    return _all([_part(Mark.WHOLE.word(digits[:_FEW_DIGITS])), _part(digits)]) if digits else ""


def _any(several: Iterable[str]) -> str:
    return _joined(" OR ", map(_quoted, several))


def _either(one: str, other: str) -> str:
    return _joined(" OR ", (one, other))


def _all(parts: Iterable[str]) -> str:
    return _joined(" AND ", parts)


def _joined(by: str, parts: Iterable[str]) -> str:
    some = [part for part in parts if part]
    return f"({by.join(some)})" if len(some) > 1 else "".join(some)


def _begun(word: str) -> str:
    return _quoted(word) + "*"


def _quoted(word: str) -> str:
    return f'"{word}"'
