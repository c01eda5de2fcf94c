"""Contacts out of what a row of a table or a card says: names put together, numbers taken apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.domain.contact import ContactNumber
from app.domain.detail import Detail
from app.domain.names import note_lines, one_line
from app.domain.phone_number import InvalidPhoneNumber, PhoneNumber
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.contact_import import ColumnUse, ImportRemark, ReadContact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.services.contact_import import Column
    from app.services.table import TableRow

LONGEST_NAME = 200
"""Characters."""
LONGEST_LABEL = 60
MOST_NUMBERS = 50
_LONGEST_CELL = 40 * MOST_NUMBERS
"""Characters of text with numbers in it; a longer one has too many of them, or is something else."""
_SHOWN = 80
"""Characters of a remark's text."""

_NO_NAME = QT_TRANSLATE_NOOP("Detail", "There is no name.")
_LONG_NAME = QT_TRANSLATE_NOOP("Detail", "The name is longer than {most} characters.")
_NO_NUMBER = QT_TRANSLATE_NOOP("Detail", "There is no number.")
_MANY_NUMBERS = QT_TRANSLATE_NOOP("Detail", "There are more than {most} numbers.")
_BROKEN = QT_TRANSLATE_NOOP("Detail", "Its quotes are broken: it may have been read wrongly.")

_SPACES = re.compile(r"[^\S\r\n]+")
_BETWEEN = re.compile(r"\s*(?:::+|[,|\n\r]|;(?!ext=)|\s/\s|\s(?:ou|or|o|e|and|y)\s)\s*", re.IGNORECASE)
"""What stands between several numbers in one cell."""
_EXTENSION = re.compile(
    r"[\s,;]*(?:\bext(?:ension|ensão|ensión)?\.?|\bramal|\binterno|\bx|;ext=|#)[\s:.=]*(\d{1,8})\s*$",
    re.IGNORECASE,
)


def read_row(row: TableRow, columns: Sequence[Column], region: str | None) -> ReadContact:
    """Return the contact in a row of a table."""
    parts: dict[ColumnUse, list[str]] = {use: [] for use in ColumnUse}
    numbers: list[tuple[str, str]] = []
    label = ""
    for column, cell in zip(columns, row.cells, strict=False):
        if column.use is ColumnUse.LABEL:
            label = cell
        elif column.use is ColumnUse.NUMBER:
            numbers.append((cell, label or column.label))
            label = ""
        elif cell:
            parts[column.use].append(cell)
    name = " ".join(parts[ColumnUse.NAME] or parts[ColumnUse.FIRST_NAME] + parts[ColumnUse.LAST_NAME])
    return read_contact(
        row.line,
        name or " ".join(parts[ColumnUse.COMPANY]),
        numbers,
        "\n".join(parts[ColumnUse.NOTE]),
        region,
        is_broken=row.is_broken,
    )


def read_contact(
    line: int,
    name: str,
    numbers: Iterable[tuple[str, str]],
    note: str,
    region: str | None,
    *,
    is_broken: bool = False,
) -> ReadContact:
    """Return the contact with these `numbers`: texts, perhaps several numbers in one, with their labels."""
    name = one_line(name)
    remarks: list[ImportRemark] = []
    read: dict[str, ContactNumber] = {}
    written = ""
    for text, label in numbers:
        written = written or text
        for number, extension in _apart(text):
            try:
                parsed = PhoneNumber.parse(number, region)
            except InvalidPhoneNumber as problem:
                remarks.append(ImportRemark(line, _shown(number), problem))
            else:
                words = one_line(f"{label} {extension}")
                read.setdefault(parsed.e164, ContactNumber(parsed, words[:LONGEST_LABEL].strip()))
    if is_broken:
        remarks.append(ImportRemark(line, _shown(name), Detail(_BROKEN)))
    refusal = _refusal(name, len(read), has_remarks=bool(remarks))
    if refusal:
        remarks.insert(0, ImportRemark(line, _shown(name or written), refusal))
    is_refused = refusal is not None or not read
    return ReadContact(line, name, tuple(read.values()), note_lines(note), tuple(remarks), is_refused)


def _refusal(name: str, numbers: int, *, has_remarks: bool) -> Detail | None:
    if not name:
        return Detail(_NO_NAME)
    if len(name) > LONGEST_NAME:
        return Detail(_LONG_NAME, most=LONGEST_NAME)
    if not numbers and not has_remarks:
        return Detail(_NO_NUMBER)
    return Detail(_MANY_NUMBERS, most=MOST_NUMBERS) if numbers > MOST_NUMBERS else None


def _apart(text: str) -> list[tuple[str, str]]:
    """Return the numbers in `text`, each with its extension in words; one that is too long stays whole."""
    if len(text) > _LONGEST_CELL:
        return [(text, "")]
    found = []
    for part in _BETWEEN.split(_SPACES.sub(" ", text)):
        extension = _EXTENSION.search(part)
        number = part[: extension.start()] if extension else part
        if number.strip():
            found.append((number, f"ext. {extension[1]}" if extension else ""))
    return found


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
