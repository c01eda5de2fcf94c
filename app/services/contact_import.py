"""What an import of contacts is asked, shows before it begins, and tells at its end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.contact import ContactNumber
    from app.domain.detail import Detail
    from app.domain.phone_number import InvalidPhoneNumber
    from app.services.table import TablePreview

MOST_REMARKS = 1000
"""How many remarks a report keeps; it counts all."""


class ContactFormat(StrEnum):
    """Files that contacts come from and go to."""

    CSV = "csv"
    VCARD = "vcf"


class ColumnUse(StrEnum):
    """What a column of a table is for."""

    IGNORED = "ignored"
    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    COMPANY = "company"
    """Stands in for the name of those who have none."""
    NUMBER = "number"
    LABEL = "label"
    """What kind of number the next NUMBER column to the right has."""
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header ("" for none), what it is for, and the label of the numbers in it."""

    header: str
    use: ColumnUse
    label: str = ""


@dataclass(frozen=True, slots=True)
class ImportMapping:
    """How a file is read, as the operator confirmed it. A vCard file has neither columns nor table."""

    format: ContactFormat
    columns: tuple[Column, ...] = ()
    table: TablePreview | None = None


@dataclass(frozen=True, slots=True)
class ImportRemark:
    """Something that could not be imported: line `line` of the file, in which `text` stands, and why."""

    line: int
    text: str
    reason: Detail | InvalidPhoneNumber


@dataclass(frozen=True, slots=True)
class ReadContact:
    """A row or card as it is read. `remarks` say what is wrong with it, the first why it `is_refused`."""

    line: int
    name: str
    numbers: tuple[ContactNumber, ...] = ()
    note: str = ""
    remarks: tuple[ImportRemark, ...] = ()
    is_refused: bool = False


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do, by its first rows.

    `mapping` is what was guessed, or given; `samples` has the first cells of each of its columns; `contacts`
    the first rows as they would be read. `readable` and `refused` count the rows looked at; where
    `is_everything` they are all.
    """

    mapping: ImportMapping
    samples: tuple[tuple[str, ...], ...]
    contacts: tuple[ReadContact, ...]
    readable: int
    refused: int
    is_everything: bool


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of an import: contacts that are new, that got further numbers, that were there already.

    `refused` rows were not imported, `numbers_refused` of the imported ones were left out. `remarks` has the
    first of all these, in the file's order.
    """

    imported: int = 0
    completed: int = 0
    skipped: int = 0
    refused: int = 0
    numbers_refused: int = 0
    remarks: tuple[ImportRemark, ...] = ()
