"""Text in the cells of a CSV file that spreadsheets open: it must stay text, and come back as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.phone_number import PhoneNumber

_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
"""What a spreadsheet takes for a formula, behind any number of the apostrophes that say it is none."""
_WRITTEN_NUMBER = re.compile(r"\+\d+ [\d ()./-]+")


def safe_cell(text: str) -> str:
    """Return `text` with an apostrophe before it where a spreadsheet would compute it.

    Phone numbers are among them: `+1-202-555-0100` is a subtraction to a spreadsheet. Quoting and delimiters
    are the CSV writer's.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def safe_cells(*cells: str | PhoneNumber) -> tuple[str, ...]:
    """Return a row: texts as `safe_cell` has them, numbers as `number_cell`."""
    return tuple(safe_cell(cell) if isinstance(cell, str) else number_cell(cell) for cell in cells)


def plain_cell(cell: str) -> str:
    """Return the text of which `safe_cell` made `cell`, or which a spreadsheet's user kept from computing."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def number_cell(number: PhoneNumber) -> str:
    """Return an international number as text that a spreadsheet shows as it is, and other programs take.

    Written with a space behind the country code it cannot be computed, so that it needs no apostrophe, which
    would be part of the number elsewhere.
    """
    return number.formatted if _WRITTEN_NUMBER.fullmatch(number.formatted) else safe_cell(number.e164)
