"""What is done to the contacts' tables, each in the transaction of its caller.

Everything returns the persons whose name may be another afterwards.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.storage import contacts_rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from app.domain.contact import Contact, ContactNumber


def save(db: sqlite3.Connection, contact: Contact) -> frozenset[str]:
    """Write the contact over the one with its id, or add it; a new one in its place as a favourite."""
    row = contacts_rows.row_of(db, contact.id)
    people = {own.number.person for own in contact.numbers}
    if row is None:
        row = contacts_rows.insert(db, contact)
        if contact.favourite is not None:
            _place(db, row, contact.favourite)
        return frozenset(people)
    people |= contacts_rows.people(db, row)
    contacts_rows.update(db, row, contact)
    return frozenset(people)


def remove(db: sqlite3.Connection, ids: Iterable[str]) -> frozenset[str]:
    """Remove the contacts with these ids."""
    people: set[str] = set()
    for contact_id in ids:
        row = contacts_rows.row_of(db, contact_id)
        if row is not None:
            people |= contacts_rows.people(db, row)
            contacts_rows.delete(db, row)
    _close_ranks(db, _favourite_rows(db))
    return frozenset(people)


def set_favourite(db: sqlite3.Connection, contact_id: str, place: int | None) -> frozenset[str]:
    """Give the contact that place from 1, the last where it is beyond; None takes it out."""
    row = contacts_rows.row_of(db, contact_id)
    if row is None:
        return frozenset()
    _place(db, row, place)
    return frozenset(contacts_rows.people(db, row))


def merge(db: sqlite3.Connection, keep: Contact, others: Sequence[str]) -> frozenset[str]:
    """Write `keep` with what the others have and it has not, in the best of their places; remove them."""
    rows = [row for each in others if each != keep.id and (row := contacts_rows.row_of(db, each)) is not None]
    merged = contacts_rows.read(db, rows)
    own = contacts_rows.row_of(db, keep.id)
    standing = contacts_rows.read(db, [own]) if own is not None else []
    places = [each.favourite for each in (*standing, *merged) if each.favourite is not None]
    notes = dict.fromkeys(note for each in (keep, *merged) if (note := each.note.strip()))
    numbers = _without_repeats(number for each in (keep, *merged) for number in each.numbers)
    people = remove(db, [each.id for each in merged])
    people |= save(db, replace(keep, numbers=numbers, note="\n".join(notes)))
    row = contacts_rows.row_of(db, keep.id)
    if row is not None and places:
        _place(db, row, min(places))
    return people


def _without_repeats(numbers: Iterable[ContactNumber]) -> tuple[ContactNumber, ...]:
    """Return the numbers, each once; written forms of one person are all kept."""
    first: dict[str, ContactNumber] = {}
    for own in numbers:
        first.setdefault(own.number.e164, own)
    return tuple(first.values())


def _place(db: sqlite3.Connection, row: int, place: int | None) -> None:
    order = [other for other in _favourite_rows(db) if other != row]
    db.execute("UPDATE contacts SET favourite = NULL WHERE row = ?", (row,))
    if place is not None:
        order.insert(max(place, 1) - 1, row)
    _close_ranks(db, order)


def _favourite_rows(db: sqlite3.Connection) -> list[int]:
    found = db.execute("SELECT row FROM contacts WHERE favourite IS NOT NULL ORDER BY favourite, row")
    return [row for (row,) in found]


def _close_ranks(db: sqlite3.Connection, order: Sequence[int]) -> None:
    db.executemany(
        "UPDATE contacts SET favourite = ? WHERE row = ? AND favourite IS NOT ?",
        ((place, row, place) for place, row in enumerate(order, 1)),
    )
