"""What was copied, made plain: without invisible signs, and in ordinary digits and letters."""

from __future__ import annotations

import unicodedata

_QUOTES = "<>\"'“”‘’"
_LINE_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


def plain(text: str) -> str:
    """Drop invisible characters and turn full-width, Arabic-Indic and other forms into plain ones.

    Space of every kind, line breaks too, becomes a space, and none is left at the ends.
    """
    return "".join(" " if sign.isspace() else sign for sign in _plain_signs(text)).strip()


def unquoted(text: str) -> str:
    """Return plain text without the quotes around it, or the one that spreadsheets put before digits."""
    return text.strip(_QUOTES).strip()


def plain_lines(text: str) -> str:
    """Do the same, but keep line breaks (tabs count as one: they part the cells of a table)."""
    breaks = _LINE_BREAKS | {"\t"}
    return "".join(
        "\n" if sign in breaks else " " if sign.isspace() else sign for sign in _plain_signs(text)
    ).strip()


def _plain_signs(text: str) -> list[str]:
    return [
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
        for sign in unicodedata.normalize("NFKC", text)
        if unicodedata.category(sign) != "Cf"
    ]
