"""Files of contacts, read one contact after another: tables and vCards."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.contact_columns import guess_columns
from app.services.contact_import import (
    ContactFormat,
    ImportMapping,
    ImportPreview,
    ImportRemark,
    ReadContact,
)
from app.services.contact_rows import read_contact, read_row
from app.services.table import Cancelled, NotReadable
from app.storage import csv_table
from app.storage.csv_text import encoding_of, has_cards, lines, not_opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.services.table import TablePreview

PREVIEWED = 200
"""Rows or cards that a preview reads."""
_SAMPLES = 5
_REPORT_EVERY = 100
"""Cards between two looks at progress and cancelling."""

_BROKEN_CARD = QT_TRANSLATE_NOOP("Detail", "The card is damaged.")
_NOT_CLOSED = QT_TRANSLATE_NOOP("Detail", "The card has no end: it may have been cut off.")
_NO_CARDS = QT_TRANSLATE_NOOP("Detail", "There are no contacts in {name}. Export them again as vCard or CSV.")


def preview(path: Path, region: str | None, mapping: ImportMapping | None) -> ImportPreview:
    """Return what importing the file would do, by its first rows. Raises NotReadable."""
    mapping = _completed(path, region, mapping)
    found = read_contacts(path, region, mapping, progress=_ignore, is_cancelled=_never)
    contacts = tuple(islice(found, PREVIEWED + 1))
    if not contacts:
        raise NotReadable(Detail(_NO_CARDS, name=path.name))
    shown = contacts[:PREVIEWED]
    refused = sum(contact.is_refused for contact in shown)
    return ImportPreview(
        mapping,
        _samples(mapping.table, len(mapping.columns)),
        shown,
        len(shown) - refused,
        refused,
        is_everything=len(contacts) <= PREVIEWED,
    )


def read_contacts(
    path: Path,
    region: str | None,
    mapping: ImportMapping,
    *,
    progress: Callable[[float], None],
    is_cancelled: Callable[[], bool],
) -> Iterator[ReadContact]:
    """Yield every row or card of the file. Raises NotReadable and Cancelled; the rest as csv_table has it."""
    if mapping.format is ContactFormat.VCARD or mapping.table is None:
        yield from _cards(path, region, progress, is_cancelled)
        return
    for row in csv_table.numbered_rows(path, mapping.table, progress=progress, is_cancelled=is_cancelled):
        yield read_row(row, mapping.columns, region)


def _completed(path: Path, region: str | None, mapping: ImportMapping | None) -> ImportMapping:
    """Return the mapping with what it leaves open guessed."""
    if mapping is None:
        mapping = ImportMapping(ContactFormat.VCARD if has_cards(path) else ContactFormat.CSV)
    if mapping.format is ContactFormat.VCARD:
        return mapping
    table = mapping.table or csv_table.preview(path, PREVIEWED)
    return replace(mapping, table=table, columns=mapping.columns or guess_columns(table, region))


def _samples(table: TablePreview | None, columns: int) -> tuple[tuple[str, ...], ...]:
    """Return the first cells of each column that have anything in them."""
    if table is None:
        return ()
    filled = (
        (row[place] for row in table.rows if place < len(row) and row[place]) for place in range(columns)
    )
    return tuple(tuple(islice(cells, _SAMPLES)) for cells in filled)


def _cards(
    path: Path, region: str | None, progress: Callable[[float], None], is_cancelled: Callable[[], bool]
) -> Iterator[ReadContact]:
    from app.storage.vcard import read_cards

    encoding = encoding_of(path, of_cards=True)
    try:
        size = max(1, path.stat().st_size)
        with path.open("rb") as file:
            for count, card in enumerate(read_cards(line for line, _ in lines(file, encoding))):
                if count % _REPORT_EVERY == 0:
                    if is_cancelled():
                        raise Cancelled
                    progress(min(1.0, file.tell() / size))
                if card.is_broken:
                    remark = ImportRemark(card.line, "", Detail(_BROKEN_CARD))
                    yield ReadContact(card.line, "", remarks=(remark,), is_refused=True)
                else:
                    read = read_contact(card.line, card.name, card.numbers, card.note, region)
                    yield read if card.is_closed else _with_doubt(read)
    except OSError as error:
        raise not_opened(path, error) from error
    if is_cancelled():
        raise Cancelled


def _with_doubt(read: ReadContact) -> ReadContact:
    """Return the contact of a card that has no end, with a word about it."""
    remark = ImportRemark(read.line, read.name, Detail(_NOT_CLOSED))
    return replace(read, remarks=(*read.remarks, remark))


def _ignore(_part: float) -> None:
    pass


def _never() -> bool:
    return False
