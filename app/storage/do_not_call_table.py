"""Tables of numbers not to be called, in CSV: which column is what, and what stands in a row."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from app.domain.phone_number import InvalidPhoneNumber, PhoneNumber
from app.services.csv_cells import safe_cells
from app.services.do_not_call import (
    LONGEST_SOURCE,
    DoNotCallEntry,
    ImportPlan,
    ListColumns,
    RefusedRow,
    clean_reason,
)
from app.storage import csv_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.services.table import TablePreview

HEADER = ("Number", "Reason", "Added", "Source")

_NAMES = {
    "number": re.compile(
        r"phone|number|n[uú]mero|telefon|tel\.?$|fone|celular|m[oó]vil|mobile|whatsapp|msisdn", re.IGNORECASE
    ),
    "reason": re.compile(r"reason|motivo|raz[oó]n|note|nota|obs|comment|coment", re.IGNORECASE),
    "added": re.compile(r"\bdate|\bdata|fecha|added|since|desde|created|criado|\bdia\b|day", re.IGNORECASE),
}
_LONGEST_SHOWN = 60
_DAY = re.compile(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{2,4})")
"""Beside ISO 8601."""


def plan(path: Path, region: str | None) -> ImportPlan:
    """Return how the table at `path` seems to be meant. Raises NotATable."""
    table = csv_table.preview(path)
    return ImportPlan(table, guess_columns(table, region), region=region)


def guess_columns(preview: TablePreview, region: str | None) -> ListColumns:
    """Return which columns seem to have what: by their names, the number else by what stands in them."""
    named = {what: _column_named(preview.header or (), pattern) for what, pattern in _NAMES.items()}
    number = named["number"]
    if number is None:
        readable = [
            sum(_reads(row[column], region) for row in preview.rows) for column in range(preview.width)
        ]
        number = readable.index(max(readable)) if readable else 0
    return ListColumns(
        number, *(None if named[each] == number else named[each] for each in _NAMES if each != "number")
    )


def _column_named(header: tuple[str, ...], pattern: re.Pattern[str]) -> int | None:
    return next((column for column, name in enumerate(header) if pattern.search(name)), None)


def _reads(text: str, region: str | None) -> bool:
    try:
        PhoneNumber.parse(text, region)
    except InvalidPhoneNumber:
        return False
    return True


def entries(
    path: Path,
    plan: ImportPlan,
    now: datetime,
    *,
    progress: Callable[[float], None],
    is_cancelled: Callable[[], bool],
    dated: bool = True,
) -> Iterator[DoNotCallEntry | RefusedRow]:
    """Yield what each row of the table is.

    A day that cannot be read, or is to come, is today; with `dated` False it is not known.

    Raises NotATable and Cancelled.
    """
    source = path.name[:LONGEST_SOURCE]
    for row in csv_table.numbered_rows(path, plan.preview, progress=progress, is_cancelled=is_cancelled):
        text = row.cells[plan.columns.number] if plan.columns.number < len(row.cells) else ""
        try:
            number = PhoneNumber.parse(text, plan.region)
        except InvalidPhoneNumber as problem:
            yield RefusedRow(row.line, text[:_LONGEST_SHOWN], problem)
            continue
        reason = clean_reason(_cell(row.cells, plan.columns.reason)) or clean_reason(plan.default_reason)
        added = _day(_cell(row.cells, plan.columns.added), now)
        yield DoNotCallEntry(number, reason, added if added or not dated else now, source)


def row(entry: DoNotCallEntry) -> tuple[str, ...]:
    """Return the cells of an entry, under HEADER."""
    added = entry.added_at.isoformat(timespec="seconds") if entry.added_at else ""
    return safe_cells(entry.number, entry.reason, added, entry.source)


def _cell(cells: tuple[str, ...], column: int | None) -> str:
    return cells[column] if column is not None and column < len(cells) else ""


def _day(text: str, now: datetime) -> datetime | None:
    """Return the moment that `text` names, in local time where it does not say, if it is one before `now`."""
    text = text.strip()
    if not text:
        return None
    moment = _iso(text) or _written_day(text)
    with suppress(OverflowError, OSError, ValueError):
        if moment is not None and (at := moment.astimezone(UTC)) <= now:
            return at
    return None


def _iso(text: str) -> datetime | None:
    with suppress(ValueError):
        return datetime.combine(date.fromisoformat(text), time(12))
    with suppress(ValueError):
        return datetime.fromisoformat(text)
    return None


def _written_day(text: str) -> datetime | None:
    """Return a day written with its month as a number: before it the day, as in most of the world.

    Where that is no day, month and day the other way round.
    """
    if not (found := _DAY.match(text)):
        return None
    first, second, third = map(int, found.groups())
    if len(found[1]) == 4:
        tries = [(first, second, third)]
    else:
        year = third if len(found[3]) == 4 else 2000 + third
        tries = [(year, second, first), (year, first, second)]
    for year, month, day in tries:
        with suppress(ValueError):
            return datetime(year, month, day, 12)  # noqa: DTZ001 - in local time
    return None
