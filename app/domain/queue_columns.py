"""Which columns of a table hold number, name and note."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.phone_number import InvalidPhoneNumber, PhoneNumber

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_TITLES = {
    "number": re.compile(r"phone|mobile|cell|whats|number|numero|telefon|celular|\btel\b|\bfone\b|movil"),
    "name": re.compile(r"name|nome|nombre|client|customer|contact"),
    "note": re.compile(r"note|nota|obs|remark|comment|coment|subject|assunto|asunto|motiv|reason|descri"),
}
"""Words in the titles of columns, in the languages of the window; without accents."""


@dataclass(frozen=True, slots=True)
class QueueColumns:
    """Places of columns, from 0; None for what the table does not have."""

    number: int
    name: int | None = None
    note: int | None = None


def guess_columns(
    header: Sequence[str] | None, rows: Sequence[Sequence[str]], region: str | None
) -> QueueColumns:
    """Return what seems to be where, for the operator to confirm. The table has at least one column."""
    width = max(1, *map(len, [*rows, header or ()]))
    titles = [_plain(header[place]) if header and place < len(header) else "" for place in range(width)]
    callable_in = [sum(_can_be_called(row, place, region) for row in rows) for place in range(width)]
    titled = [place for place in range(width) if _TITLES["number"].search(titles[place])]
    number = max(range(width), key=lambda place: (callable_in[place], place in titled, -place))
    name = _titled("name", titles, {number})
    note = _titled("note", titles, {number, name})
    if header is None:
        others = [place for place in range(width) if place != number]
        name = others[0] if others else None
        note = others[1] if len(others) > 1 else None
    return QueueColumns(number, name, note)


def _titled(what: str, titles: Sequence[str], taken: Collection[int | None]) -> int | None:
    matches = (
        place for place, title in enumerate(titles) if place not in taken and _TITLES[what].search(title)
    )
    return next(matches, None)


def _can_be_called(row: Sequence[str], place: int, region: str | None) -> bool:
    try:
        PhoneNumber.parse(row[place] if place < len(row) else "", region)
    except InvalidPhoneNumber:
        return False
    return True


def _plain(title: str) -> str:
    signs = unicodedata.normalize("NFKD", title.casefold())
    return "".join(sign for sign in signs if not unicodedata.combining(sign))
