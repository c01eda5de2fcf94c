"""All contacts in a file for other programs: a table for spreadsheets and CRMs, or vCards for telephones."""

from __future__ import annotations

import csv
from typing import IO, TYPE_CHECKING

from app.services.contact_import import ContactFormat
from app.services.csv_cells import safe_cells
from app.services.table import Cancelled
from app.storage import contacts_rows
from app.storage.whole_file import TABLE_ENCODING, whole_file

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from app.domain.contact import Contact

_REPORT_EVERY = 200
"""Contacts between two looks at progress and cancelling."""


def export(
    db: sqlite3.Connection,
    path: Path,
    format_: ContactFormat,
    *,
    progress: Callable[[float], None],
    is_cancelled: Callable[[], bool],
) -> int:
    """Write all contacts by name; return how many. Raises Cancelled and OSError, and leaves nothing then.

    The table has a mark by which spreadsheets know its encoding, and the columns that Google Contacts has.
    """
    (total,) = db.execute("SELECT count(*) FROM contacts").fetchone()
    contacts = _watched(contacts_rows.every(db), total, progress, is_cancelled)
    if format_ is ContactFormat.VCARD:
        with whole_file(path, "utf-8") as file:
            _write_cards(file, contacts)
    else:
        with whole_file(path, TABLE_ENCODING) as file:
            _write_table(file, contacts, _most_numbers(db))
    return int(total)


def _watched(
    contacts: Iterator[Contact],
    total: int,
    progress: Callable[[float], None],
    is_cancelled: Callable[[], bool],
) -> Iterator[Contact]:
    for done, contact in enumerate(contacts):
        if done % _REPORT_EVERY == 0:
            if is_cancelled():
                raise Cancelled
            progress(done / total)
        yield contact
    if is_cancelled():
        raise Cancelled


def _most_numbers(db: sqlite3.Connection) -> int:
    (most,) = db.execute("SELECT ifnull(max(n) + 1, 1) FROM numbers").fetchone()
    return int(most)


def _write_table(file: IO[str], contacts: Iterable[Contact], most_numbers: int) -> None:
    writer = csv.writer(file)
    places = range(1, most_numbers + 1)
    writer.writerow(
        ["Name", *(f"Phone {n} - {what}" for n in places for what in ("Label", "Value")), "Notes"]
    )
    for contact in contacts:
        numbers = [cell for own in contact.numbers for cell in (own.label, own.number)]
        missing = [""] * (2 * most_numbers - len(numbers))
        writer.writerow(safe_cells(contact.name, *numbers, *missing, contact.note))


def _write_cards(file: IO[str], contacts: Iterable[Contact]) -> None:
    from app.storage.vcard import write_card

    for contact in contacts:
        numbers = [(own.number.e164, own.label) for own in contact.numbers]
        file.write(write_card(contact.name, numbers, contact.note))
