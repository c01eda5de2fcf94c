"""Which column of a table of people is what: by its header in the languages of CRMs, or by what is in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.names import words
from app.domain.phone_number import InvalidPhoneNumber, PhoneNumber
from app.services.contact_import import Column, ColumnUse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from app.services.table import TablePreview

_PHONE = r"(?:tele)?phone|mobile|cell\w*|celular\w*|tele(?:fone|fono)s?|tel|fone|movil|whats\w*|msisdn"
_USES = (
    (rf"(?:{_PHONE}).* (?:label|type|tipo|rotulo|etiqueta)", ColumnUse.LABEL),
    (
        (
            r"e mail|email|correo|mail|address|endereco|direccion|street|city|cidade|ciudad|zip|cep|owner"
            r"|proprietario|propietario|responsavel|phonetic|yomi|prefix|suffix|nickname|apelido|file as"
            r"|salutation|birthday|id|date|data|fecha|url|website|site|fax|pager|labels?|photo|stage|status"
            r"|username|user|do not call|opt out|country|pais|title|cargo|department|type|tipo"
        ),
        None,
    ),
    (_PHONE, ColumnUse.NUMBER),
    (
        (
            r"company|organi[sz]ation|empresa|organizacao|organizacion|compania|account(?: name)?"
            r"|razao social|nome fantasia"
        ),
        ColumnUse.COMPANY,
    ),
    (r"last name|family name|surname|sobrenome|ultimo nome|apellidos?", ColumnUse.LAST_NAME),
    (
        (
            r"first name|given name|forename|middle name|additional name|primeiro nome|segundo nome"
            r"|nome do meio|primer nombre|segundo nombre|nombre de pila"
        ),
        ColumnUse.FIRST_NAME,
    ),
    (
        r"name|nome|nombre|contact|contato|contacto|customer|client|cliente|person|pessoa|persona",
        ColumnUse.NAME,
    ),
    (
        (
            r"notes?|notas?|anotac\w*|observac\w*|obs|comments?|coment\w*|descri\w*|remarks?|details?|detalhes"
            r"|detalles"
        ),
        ColumnUse.NOTE,
    ),
)
_RULES = tuple((re.compile(rf"(?:^| )(?:{pattern})(?: |$)"), use) for pattern, use in _USES)
"""The first that is found decides; None: known to be nothing of use."""

_LABELS = (
    (re.compile(r"whats"), "WhatsApp"),
    (re.compile(r"mobile|cell|celular|movil"), "mobile"),
    (re.compile(r"business|work|office|company|comercial|trabajo|trabalho|escritorio|empresa"), "work"),
    (re.compile(r"home|residencia|casa|particular"), "home"),
    (re.compile(r"primary|main|principal"), "main"),
    (re.compile(r"other|outro|otro"), "other"),
)
_FEWEST_DIGITS = 6
_MOST = 0.6
"""The part of a column's cells that must be of a kind for the column to be."""


def guess_columns(table: TablePreview, region: str | None) -> tuple[Column, ...]:
    """Return what every column seems to be, for the operator to confirm."""
    headers = table.header or ("",) * max([table.width, *map(len, table.rows)])
    guesses = [_by_header(header) for header in headers]
    columns = [
        guess or Column(header, ColumnUse.IGNORED) for guess, header in zip(guesses, headers, strict=True)
    ]
    unknown = [place for place, guess in enumerate(guesses) if guess is None]
    if not _has(columns, ColumnUse.NUMBER):
        for place in unknown:
            if _share(_column(table, place), lambda cell: _is_number(cell, region)) >= _MOST:
                columns[place] = replace(columns[place], use=ColumnUse.NUMBER)
    if not _has(columns, ColumnUse.NAME, ColumnUse.FIRST_NAME, ColumnUse.LAST_NAME):
        _take_first_text(columns, unknown, table)
    return tuple(_one_name(columns))


def _by_header(header: str) -> Column | None:
    """Return what the header says; None where it says nothing."""
    text = " ".join(words(header))
    for rule, use in _RULES:
        if rule.search(text):
            label = _label(text) if use is ColumnUse.NUMBER else ""
            return Column(header, use or ColumnUse.IGNORED, label)
    return None


def _label(text: str) -> str:
    return next((label for rule, label in _LABELS if rule.search(text)), "")


def _has(columns: Iterable[Column], *uses: ColumnUse) -> bool:
    return any(column.use in uses for column in columns)


def _take_first_text(columns: list[Column], unknown: Sequence[int], table: TablePreview) -> None:
    """Let the first column without a meaning that is text be the name."""
    for place in unknown:
        if columns[place].use is ColumnUse.IGNORED and _share(_column(table, place), _is_text) >= _MOST:
            columns[place] = replace(columns[place], use=ColumnUse.NAME)
            return


def _one_name(columns: list[Column]) -> Iterable[Column]:
    """Let one column be the name; beside a last name it is the first name."""
    has_last_alone = _has(columns, ColumnUse.LAST_NAME) and not _has(columns, ColumnUse.FIRST_NAME)
    is_taken = False
    for column in columns:
        if column.use is not ColumnUse.NAME:
            yield column
        elif is_taken:
            yield replace(column, use=ColumnUse.IGNORED)
        else:
            is_taken = True
            yield replace(column, use=ColumnUse.FIRST_NAME) if has_last_alone else column


def _column(table: TablePreview, place: int) -> list[str]:
    return [row[place] for row in table.rows if place < len(row) and row[place]]


def _share(cells: Sequence[str], is_kind: Callable[[str], bool]) -> float:
    return sum(map(is_kind, cells)) / len(cells) if cells else 0.0


def _is_number(cell: str, region: str | None) -> bool:
    if sum(sign.isdigit() for sign in cell) < _FEWEST_DIGITS:
        return False
    try:
        PhoneNumber.parse(cell, region)
    except InvalidPhoneNumber:
        return False
    return True


def _is_text(cell: str) -> bool:
    return "@" not in cell and "://" not in cell and any(sign.isalpha() for sign in cell)
