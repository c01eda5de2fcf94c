"""The first contacts of a file as they would be read, and what of it would be left out, with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.phone_number import InvalidPhoneNumber
from app.ui.colors import current_colors
from app.ui.file_rows import FileRows
from app.ui.number_explanation import explain_problem
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.contact_import import ImportRemark, ReadContact

_WIDTHS = (52, 150)
_STUCK = "\N{NO-BREAK SPACE}"


class ImportRows(FileRows):
    """Line, name and numbers; what is wrong stands in their place in red, what is doubtful in amber."""

    def show_contacts(self, contacts: Sequence[ReadContact]) -> None:
        """Show rows as they would be read."""
        self.begin((self.tr("Line"), self.tr("Name"), self.tr("Numbers and note")), _WIDTHS)
        for contact in contacts:
            remarks = "; ".join(map(_remark_words, contact.remarks))
            if contact.is_refused:
                words, color = remarks, current_colors().red
            else:
                numbers = [own.number.formatted.replace(" ", _STUCK) for own in contact.numbers]
                words = " · ".join(filter(None, (*numbers, contact.note, remarks)))
                color = current_colors().amber if remarks else ""
            self.add(str(contact.line), contact.name, words, color=color, first=current_colors().muted)

    def show_remarks(self, remarks: Sequence[ImportRemark]) -> None:
        """Show what was not imported."""
        self.begin((self.tr("Line"), self.tr("What stands there"), self.tr("What is wrong")), _WIDTHS)
        for remark in remarks:
            self.add(str(remark.line), remark.text, _reason_words(remark), first=current_colors().muted)


def _remark_words(remark: ImportRemark) -> str:
    """Say what could not be imported, and why."""
    words = _reason_words(remark)
    return f"{remark.text}: {words}" if remark.text.strip() else words


def _reason_words(remark: ImportRemark) -> str:
    if isinstance(remark.reason, InvalidPhoneNumber):
        return explain_problem(remark.reason).text
    return detail_words(remark.reason)
