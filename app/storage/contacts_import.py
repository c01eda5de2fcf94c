"""Taking in a file of contacts: read into a table aside first, then all of it in one transaction."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from uuid import uuid4

from app.domain.contact import Contact, ContactNumber
from app.domain.detail import Detail
from app.domain.names import folded
from app.domain.phone_number import InvalidPhoneNumber, NumberKind, PhoneNumber
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.contact_import import MOST_REMARKS, ImportReport
from app.services.settings import NotSaved
from app.services.table import Cancelled
from app.storage import contacts_rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from app.services.contact_import import ImportRemark, ReadContact
    from app.storage.database import Database

MOST_CONTACTS = 500_000
"""Their names are all in memory."""
READING_PART = 0.7
"""Of the time an import takes, reading the file."""
_PORTION = 500
"""Contacts between two looks at progress and cancelling."""

_TOO_MANY = QT_TRANSLATE_NOOP(
    "Detail", "There would be more than {most} contacts. Nothing was imported: import a part of the file."
)


class ContactsImport:
    """One import into `database`, a connection of its own: while the file is read, others may write.

    Raises what reading raises, NotSaved, Cancelled, sqlite3.Error and OSError; then nothing was imported.
    """

    def __init__(
        self, database: Database, *, progress: Callable[[float], None], is_cancelled: Callable[[], bool]
    ) -> None:
        self._database = database
        self._progress = progress
        self._is_cancelled = is_cancelled
        self._remarks: list[ImportRemark] = []
        self._refused = self._numbers_refused = 0
        self._imported = self._completed = self._skipped = 0

    def run(self, contacts: Iterable[ReadContact]) -> ImportReport:
        """Take in what is read; return what became of it."""
        staged = self._stage(contacts)
        with self._database.writing(durable=True) as db:
            for done, (name, numbers, note) in enumerate(_staged(db)):
                if done % _PORTION == 0:
                    self._progress(READING_PART + (1 - READING_PART) * done / staged)
                    self._look_up()
                self._take(db, name, numbers, note)
            self._look_up()
        return ImportReport(
            self._imported,
            self._completed,
            self._skipped,
            self._refused,
            self._numbers_refused,
            tuple(self._remarks),
        )

    def _stage(self, contacts: Iterable[ReadContact]) -> int:
        """Keep the contacts that can be imported in a temporary table; return how many."""
        db = self._database.open()
        (room,) = db.execute("SELECT ? - count(*) FROM contacts", (MOST_CONTACTS,)).fetchone()
        db.execute("CREATE TEMP TABLE staged (n INTEGER PRIMARY KEY, name TEXT, numbers TEXT, note TEXT)")
        db.execute("BEGIN")  # of the temporary table alone: it holds up nobody
        count = 0
        for read in contacts:
            self._note(read)
            if not read.is_refused:
                count += 1
                values = (count, read.name, _packed(read.numbers), read.note)
                db.execute("INSERT INTO staged VALUES (?, ?, ?, ?)", values)
            if count > 2 * MOST_CONTACTS:  # whoever is there already does not count, but this is too much
                break
        db.execute("COMMIT")
        self._room = room
        return count

    def _note(self, read: ReadContact) -> None:
        self._refused += read.is_refused
        if not read.is_refused:
            self._numbers_refused += sum(
                isinstance(remark.reason, InvalidPhoneNumber) for remark in read.remarks
            )
        self._remarks += read.remarks[: MOST_REMARKS - len(self._remarks)]

    def _take(self, db: sqlite3.Connection, name: str, numbers: tuple[ContactNumber, ...], note: str) -> None:
        """Add the contact, or what is new of it to the one who has the same name and one of the numbers."""
        row = _same(db, name, numbers)
        if row is None:
            contacts_rows.insert(db, Contact(str(uuid4()), name, numbers, note))
            self._imported += 1
            if self._imported > self._room:
                raise NotSaved(Detail(_TOO_MANY, most=MOST_CONTACTS))
            return
        known = contacts_rows.people(db, row)
        added = [own for own in numbers if own.number.person not in known]
        contacts_rows.add_numbers(db, row, added)
        self._completed += bool(added)
        self._skipped += not added

    def _look_up(self) -> None:
        if self._is_cancelled():
            raise Cancelled


def _same(db: sqlite3.Connection, name: str, numbers: Iterable[ContactNumber]) -> int | None:
    """Return the row of the contact with that name, however written, and one of these persons."""
    text = folded(name)
    for own in numbers:
        found = db.execute(
            "SELECT row FROM numbers CROSS JOIN contacts ON row = contact WHERE person = ? AND folded = ?",
            (own.number.person, text),
        ).fetchone()
        if found:
            return int(found[0])
    return None


def _packed(numbers: Iterable[ContactNumber]) -> str:
    return json.dumps(
        [
            (
                own.number.e164,
                own.number.country,
                own.number.kind,
                own.number.formatted,
                own.number.in_use,
                own.label,
            )
            for own in numbers
        ]
    )


def _staged(db: sqlite3.Connection) -> Iterator[tuple[str, tuple[ContactNumber, ...], str]]:
    for name, packed, note in db.execute("SELECT name, numbers, note FROM staged ORDER BY n"):
        yield name, tuple(_unpacked(packed)), note


def _unpacked(packed: str) -> Iterator[ContactNumber]:
    for e164, country, kind, formatted, in_use, label in json.loads(packed):
        number = PhoneNumber(e164, country, NumberKind(kind), formatted, in_use=in_use)
        yield ContactNumber(number, label)
