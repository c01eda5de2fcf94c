"""Contacts as rows of their tables, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.contact import Contact, ContactNumber
from app.domain.names import folded, is_number_form
from app.domain.phone_number import NumberKind, PhoneNumber

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

_PORTION = 500
"""Rows asked for at once: SQLite limits the values of one statement."""


def insert(db: sqlite3.Connection, contact: Contact) -> int:
    """Add the contact, in no place among the favourites; return its row."""
    text = folded(contact.name)
    is_number = is_number_form(contact.name)
    row = db.execute(
        "INSERT INTO contacts (id, name, folded, is_number, note) VALUES (?, ?, ?, ?, ?)",
        (contact.id, contact.name, text, is_number, contact.note),
    ).lastrowid
    assert row is not None  # noqa: S101 - it has just been inserted
    _write_parts(db, row, contact, "" if is_number else text)
    return row


def update(db: sqlite3.Connection, row: int, contact: Contact) -> None:
    """Write the contact over the one in that row, which keeps its place among the favourites."""
    text = folded(contact.name)
    is_number = is_number_form(contact.name)
    db.execute(
        "UPDATE contacts SET name = ?, folded = ?, is_number = ?, note = ? WHERE row = ?",
        (contact.name, text, is_number, contact.note, row),
    )
    _delete_parts(db, row)
    _write_parts(db, row, contact, "" if is_number else text)


def delete(db: sqlite3.Connection, row: int) -> None:
    """Remove the contact in that row."""
    _delete_parts(db, row)
    db.execute("DELETE FROM contacts WHERE row = ?", (row,))


def add_numbers(db: sqlite3.Connection, row: int, numbers: Iterable[ContactNumber]) -> None:
    """Add numbers behind those that the contact has."""
    (first,) = db.execute("SELECT ifnull(max(n) + 1, 0) FROM numbers WHERE contact = ?", (row,)).fetchone()
    db.executemany(
        "INSERT INTO numbers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((row, n, *_number_values(own)) for n, own in enumerate(numbers, first)),
    )


def row_of(db: sqlite3.Connection, contact_id: str) -> int | None:
    """Return the row of the contact with that id, or None."""
    found = db.execute("SELECT row FROM contacts WHERE id = ?", (contact_id,)).fetchone()
    return found[0] if found else None


def people(db: sqlite3.Connection, row: int) -> set[str]:
    """Return the persons whose numbers the contact in that row has."""
    return {person for (person,) in db.execute("SELECT person FROM numbers WHERE contact = ?", (row,))}


def read(db: sqlite3.Connection, rows: Iterable[int]) -> list[Contact]:
    """Return the contacts in these rows, in the order given."""
    wanted = list(rows)
    found: dict[int, Contact] = {}
    for start in range(0, len(wanted), _PORTION):
        found.update(_read_portion(db, wanted[start : start + _PORTION]))
    return [found[row] for row in wanted if row in found]


def every(db: sqlite3.Connection) -> Iterator[Contact]:
    """Yield all contacts by name, in portions."""
    rows = db.execute("SELECT row FROM contacts ORDER BY folded, row")
    while portion := [row for (row,) in rows.fetchmany(_PORTION)]:
        yield from read(db, portion)


def _read_portion(db: sqlite3.Connection, rows: list[int]) -> dict[int, Contact]:
    marks = ", ".join("?" * len(rows))
    numbers: dict[int, list[ContactNumber]] = {}
    for row, e164, country, kind, formatted, in_use, label in db.execute(
        "SELECT contact, e164, country, number_kind, formatted, in_use, label FROM numbers"  # noqa: S608
        f" WHERE contact IN ({marks}) ORDER BY contact, n",
        rows,
    ):
        number = PhoneNumber(e164, country, _kind(kind), formatted, in_use=bool(in_use))
        numbers.setdefault(row, []).append(ContactNumber(number, label))
    return {
        row: Contact(contact_id, name, tuple(numbers.get(row, ())), note, favourite)
        for row, contact_id, name, note, favourite in db.execute(
            f"SELECT row, id, name, note, favourite FROM contacts WHERE row IN ({marks})",  # noqa: S608
            rows,
        )
    }


def _kind(text: str) -> NumberKind:
    try:
        return NumberKind(text)
    except ValueError:
        return NumberKind.UNKNOWN


def _number_values(own: ContactNumber) -> tuple[str | bool, ...]:
    number = own.number
    return (
        number.e164,
        number.country,
        number.kind,
        number.formatted,
        number.in_use,
        own.label,
        number.person,
    )


def _write_parts(db: sqlite3.Connection, row: int, contact: Contact, words: str) -> None:
    add_numbers(db, row, contact.numbers)
    if words:
        db.execute("INSERT INTO words (rowid, folded) VALUES (?, ?)", (row, words))


def _delete_parts(db: sqlite3.Connection, row: int) -> None:
    db.execute("DELETE FROM numbers WHERE contact = ?", (row,))
    db.execute("DELETE FROM words WHERE rowid = ?", (row,))
