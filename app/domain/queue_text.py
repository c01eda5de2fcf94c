"""Reading a list that was pasted: one number a line, with a name and a note in any usual form."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.phone_number import InvalidPhoneNumber, NumberProblem, PhoneNumber
from app.domain.queue import QueueLine

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

LONGEST_LINE = 2000
"""Characters. What is longer is no line of a list; it is kept up to there."""
_SEPARATORS = "\t;|,"
"""By the first of these that a line has, it is cut into fields."""
_JOINT = " · "
"""Between fields that become one note."""
_AROUND = " \t-–—:;,|·()"
"""What may stand between a number and the words beside it, and belongs to neither."""


def read_lines(text: str, region: str | None) -> Generator[QueueLine, None, None]:
    """Yield what each line of `text` says; lines without any text are left out.

    `region` (ISO 3166) is the country of numbers written without one.
    """
    for line in text.splitlines():
        if line.strip():
            yield from read_line(line, region)


def read_line(line: str, region: str | None) -> tuple[QueueLine, ...]:
    """Return what `line` says: "Maria Silva; (11) 99999-0001; ask about the invoice", in any order.

    The first field that can be called is the number, the first of the others the name, the rest the note. A
    line without separators may have words before the number (a name) and after it (a note). A line of
    nothing but numbers is as many entries. What cannot be read keeps all of its text.
    """
    line = line.strip()
    if len(line) > LONGEST_LINE:
        return (QueueLine(line[:LONGEST_LINE], problem=NumberProblem.TOO_LONG),)
    fields = _fields(line)
    lines = [read_number(field, region) for field in fields]
    numbers = [place for place, each in enumerate(lines) if each.number is not None]
    if len(numbers) == len(fields):
        return tuple(lines)
    if numbers:
        return (_with_words(lines[numbers[0]], fields, numbers),)
    if (inside := _inside(line, region)) is not None:
        return (inside,)
    return (_unreadable(lines, fields),)


def read_number(written: str, region: str | None, name: str = "", note: str = "") -> QueueLine:
    """Return what a line says whose number is known to be `written`."""
    written = written.strip()[:LONGEST_LINE]
    try:
        return QueueLine(written, PhoneNumber.parse(written, region), name=name, note=note)
    except InvalidPhoneNumber as problem:
        return QueueLine(written, None, problem.problem, problem.found, name, note)


def _fields(line: str) -> list[str]:
    """Return the fields that have any text, the whole line if it has none."""
    separator = next((each for each in _SEPARATORS if each in line), None)
    if separator is None:
        return [line]
    if '"' in line:
        cut = next(csv.reader([line], delimiter=separator, skipinitialspace=True))
    else:
        cut = line.split(separator)
    return [field.strip() for field in cut if field.strip()] or [line]


def _inside(line: str, region: str | None) -> QueueLine | None:
    """Return the line's first number among words, as in "Maria (11) 99999-0001 call after lunch"."""
    from app.domain.number_finder import find_numbers

    found = find_numbers(line, region, limit=1)
    if not found:
        return None
    before, written, after = line.partition(found[0].written)
    words = [before.strip(_AROUND), after.strip(_AROUND)]
    return _with_words(QueueLine(written, found[0].number), words, [])


def _unreadable(lines: Sequence[QueueLine], fields: Sequence[str]) -> QueueLine:
    """Return the line of the field that looks most like a number, with the others as words."""
    place = max(range(len(fields)), key=lambda each: (_digits(fields[each]), -each))
    if not _digits(fields[place]):
        return _with_words(QueueLine("", problem=NumberProblem.EMPTY), fields, [])
    return _with_words(lines[place], fields, [place])


def _with_words(line: QueueLine, fields: Sequence[str], numbers: Sequence[int]) -> QueueLine:
    """Return `line` with the fields beside it as name and note. Further numbers are no names."""
    words = [field for place, field in enumerate(fields) if place not in numbers and field]
    further = [fields[place] for place in numbers[1:]]
    return replace(line, name="".join(words[:1]), note=_JOINT.join(words[1:] + further))


def _digits(field: str) -> int:
    return sum(map(str.isdecimal, field))
