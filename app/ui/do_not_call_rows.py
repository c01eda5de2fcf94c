"""The first rows of a table of numbers as they would be read, and afterwards those that were left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.phone_number import InvalidPhoneNumber, PhoneNumber
from app.services.do_not_call import clean_reason
from app.ui.colors import current_colors
from app.ui.file_rows import FileRows
from app.ui.number_explanation import explain_problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.do_not_call import ImportPlan, RefusedRow

_NUMBER_WIDTH = 168
_LINE_WIDTH = 64


class DoNotCallRows(FileRows):
    """The number and the reason, or what is wrong with the number."""

    def clear_rows(self) -> None:
        """Show nothing yet."""
        self.setAccessibleName(self.tr("First rows"))
        self.begin((self.tr("Number"), self.tr("Reason")), (_NUMBER_WIDTH,))

    def show_plan(self, plan: ImportPlan) -> None:
        """Show the first rows as they would be read; what is wrong with a number stands beside it in red."""
        self.clear_rows()
        for cells in plan.preview.rows:
            written = _cell(cells, plan.columns.number)
            reason = clean_reason(_cell(cells, plan.columns.reason)) or clean_reason(plan.default_reason)
            day = _cell(cells, plan.columns.added)
            try:
                number = PhoneNumber.parse(written, plan.region)
            except InvalidPhoneNumber as problem:
                self.add(written, explain_problem(problem).text, color=current_colors().red)
            else:
                self.add(number.formatted, " · ".join(filter(None, (reason, day))))

    def show_refused(self, refused: Sequence[RefusedRow]) -> None:
        """Show what was left out, and why."""
        self.setAccessibleName(self.tr("Rows left out"))
        self.begin((self.tr("Line"), self.tr("What is wrong")), (_LINE_WIDTH,))
        for row in refused:
            words = explain_problem(row.problem).text
            self.add(str(row.line), f"{row.text}: {words}" if row.text else words)


def _cell(cells: tuple[str, ...], column: int | None) -> str:
    return cells[column] if column is not None and column < len(cells) else ""
