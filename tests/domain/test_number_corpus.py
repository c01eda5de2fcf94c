"""Every line of the corpus is read as was agreed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.domain.number_finder import find_numbers
from app.domain.phone_link import read_link
from app.domain.phone_number import InvalidPhoneNumber, PhoneNumber

_ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\[tn\\]")
_SIGNS = {"\\t": "\t", "\\n": "\n", "\\\\": "\\"}
FILE = Path(__file__).with_name("number_corpus.tsv")


def lines() -> list[tuple[int, str, str | None, str, str]]:
    """Return each line's place, heading, region, text and expectation."""
    heading, found = "", []
    for place, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("## "):
            heading = line[3:]
        elif line and not line.startswith("# "):
            region, text, expected = line.split("\t")
            found.append(
                (place, heading, None if region == "-" else region, _unescaped(text), _unescaped(expected))
            )
    return found


def _unescaped(text: str) -> str:
    """Return `text` with \\uXXXX, \\t, \\n and \\\\ as the signs they stand for."""
    return _ESCAPE.sub(_sign, text)


def _sign(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else _SIGNS[escape[0]]


CORPUS = lines()
ALONE = [line for line in CORPUS if not line[1].startswith("In text")]
IN_TEXT = [line for line in CORPUS if line[1].startswith("In text")]


def reading(text: str, region: str | None) -> str:
    try:
        link = read_link(text)
        number = PhoneNumber.parse(text, region)
    except InvalidPhoneNumber as refused:
        return f"!{refused.problem} {refused.found}".rstrip(" ")
    words = [number.e164]
    if link is not None:
        words += [f"ext={link.extension}"] if link.extension else []
        words += [f"ring={link.ring_seconds}"] if link.ring_seconds is not None else []
        words += [f"refused={link.refused_ring}"] if link.refused_ring else []
        words += [f"account={link.account}"] if link.account else []
    return " ".join(words)


def found_in(text: str, region: str | None) -> str:
    words = []
    for found in find_numbers(text, region):
        words += [found.number.e164] + ([f"ext={found.extension}"] if found.extension else [])
    return " ".join(words) or "none"


@pytest.mark.parametrize(("place", "heading", "region", "text", "expected"), ALONE)
def test_a_link_or_number_is_read_as_agreed(
    place: int, heading: str, region: str | None, text: str, expected: str
) -> None:
    assert reading(text, region) == expected, f"line {place}, {heading}"


@pytest.mark.parametrize(("place", "heading", "region", "text", "expected"), IN_TEXT)
def test_the_numbers_in_a_text_are_found_as_agreed(
    place: int, heading: str, region: str | None, text: str, expected: str
) -> None:
    assert found_in(text, region) == expected, f"line {place}, {heading}"


def test_there_are_enough_of_them_and_none_twice() -> None:
    assert len({line[1:4] for line in CORPUS}) == len(CORPUS) >= 320
