"""What is asked of the contacts' tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.names import folded
from app.storage import contacts_rows
from app.storage.contacts_search import LONGEST_TEXT, OF_WORDS, is_meant, match_words, sought, sought_words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from app.domain.contact import Contact
    from app.storage.contacts_search import Sought

_FEW = 2000
"""Contacts that are sorted faster than all are walked through in their order."""

_NAMED = """
    SELECT numbers.person, contacts.name
    FROM contacts JOIN numbers ON numbers.contact = contacts.row
    WHERE NOT contacts.is_number
"""


def names(db: sqlite3.Connection, people: Collection[str] | None) -> dict[str, str]:
    """Return the name of each of the people, or of all: of a favourite, else the oldest contact's."""
    if people is None:
        found = db.execute(f"{_NAMED} ORDER BY contacts.favourite IS NULL DESC, contacts.row DESC")
        return dict(found.fetchall())
    named = {}
    for person in people:
        row = db.execute(
            f"{_NAMED} AND numbers.person = ? ORDER BY contacts.favourite IS NULL, contacts.row LIMIT 1",
            (person,),
        ).fetchone()
        if row:
            named[person] = row[1]
    return named


def favourites(db: sqlite3.Connection) -> list[Contact]:
    """Return the favourites in their order."""
    rows = db.execute("SELECT row FROM contacts WHERE favourite IS NOT NULL ORDER BY favourite, row")
    return contacts_rows.read(db, [row for (row,) in rows])


def contact_of(db: sqlite3.Connection, person: str) -> Contact | None:
    """Return the contact that names this person, or only has the number."""
    rows = db.execute(
        "SELECT contacts.row FROM numbers JOIN contacts ON contacts.row = numbers.contact"
        " WHERE numbers.person = ?"
        " ORDER BY contacts.is_number, contacts.favourite IS NULL, contacts.row LIMIT 1",
        (person,),
    )
    return next(iter(contacts_rows.read(db, [row for (row,) in rows])), None)


def find(db: sqlite3.Connection, text: str, limit: int) -> list[Contact]:
    """Return favourites first, then those whose names begin with the text, then all others that match."""
    chosen = {each.id: each for each in favourites(db) if is_meant(each, text)}
    chosen |= _by_id(db, _beginning_with(db, folded(text[:LONGEST_TEXT]), limit))
    if len(chosen) < limit:
        chosen |= _by_id(db, _rows(db, sought(text), _BEFORE_ALL, limit))
    return list(chosen.values())[:limit]


def page(db: sqlite3.Connection, text: str, after: Contact | None, limit: int) -> list[Contact]:
    """Return those meant by `text` that follow `after`, by name."""
    key = _BEFORE_ALL
    if after is not None:
        key = (folded(after.name), contacts_rows.row_of(db, after.id) or _AFTER_ROWS)
    return contacts_rows.read(db, _rows(db, sought(text), key, limit))


def count(db: sqlite3.Connection, text: str) -> int:
    """Return how many are meant by `text`."""
    meant = sought(text)
    (number,) = db.execute(
        f"SELECT count(*) FROM contacts WHERE {meant.at_once}",  # noqa: S608 - our own words
        meant.values,
    ).fetchone()
    return int(number)


def people_named(db: sqlite3.Connection, text: str, limit: int) -> tuple[str, ...]:
    """Return the persons of those whose names have all the words of `text`."""
    found = db.execute(
        f"SELECT DISTINCT person FROM numbers WHERE contact IN ({OF_WORDS}) LIMIT ?",  # noqa: S608 - our own
        (match_words(sought_words(text)), limit),
    )
    return tuple(person for (person,) in found)


def duplicates(db: sqlite3.Connection, limit: int) -> list[tuple[Contact, ...]]:
    """Return the groups in the order of their oldest contacts."""
    alike = [
        *db.execute(
            "SELECT group_concat(contact) FROM numbers GROUP BY person HAVING min(contact) < max(contact)"
        ),
        *db.execute("SELECT group_concat(row) FROM contacts GROUP BY folded HAVING count(*) > 1"),
    ]
    groups: dict[int, set[int]] = {}
    for (text,) in alike:
        rows = {int(row) for row in text.split(",")}
        joined = rows.union(*(groups[row] for row in rows if row in groups))
        groups.update(dict.fromkeys(joined, joined))
    first = sorted({min(group): group for group in groups.values()}.items())[:limit]
    return [tuple(contacts_rows.read(db, sorted(group))) for _, group in first]


# --- rows in their order ------------------------------------------------------------------------------

_BEFORE_ALL = ("", 0)
_AFTER_ROWS = 1 << 62


def _rows(db: sqlite3.Connection, meant: Sought, after: tuple[str, int], limit: int) -> list[int]:
    """Return the rows of those sought that follow `after`, by name."""
    if not meant.values or meant.is_common or (meant.match and _is_frequent(db, meant.match)):
        condition, order = meant.one_by_one, "folded, row"
    else:
        condition, order = meant.at_once, "+folded, row"  # no walk along the index of names
    found = db.execute(
        f"SELECT row FROM contacts WHERE {condition}"  # noqa: S608 - our own words
        f" AND (folded, row) > (?, ?) ORDER BY {order} LIMIT ?",
        (*meant.values, *after, limit),
    )
    return [row for (row,) in found]


def _is_frequent(db: sqlite3.Connection, match: str) -> bool:
    return db.execute(f"{OF_WORDS} LIMIT 1 OFFSET ?", (match, _FEW)).fetchone() is not None


def _by_id(db: sqlite3.Connection, rows: list[int]) -> dict[str, Contact]:
    return {contact.id: contact for contact in contacts_rows.read(db, rows)}


def _beginning_with(db: sqlite3.Connection, text: str, limit: int) -> list[int]:
    found = db.execute(
        "SELECT row FROM contacts WHERE folded >= ? AND folded < ? AND NOT is_number"
        " ORDER BY folded, row LIMIT ?",
        (text, text + "\U0010ffff", limit),
    )
    return [row for (row,) in found]
