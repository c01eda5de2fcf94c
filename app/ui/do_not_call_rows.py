"""The first rows of a table of numbers as they would be read, and afterwards those that were left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.domain.phone_number import InvalidPhoneNumber, PhoneNumber
from app.services.do_not_call import clean_reason
from app.ui.colors import current_colors
from app.ui.number_explanation import explain_problem
from app.ui.theme import tabular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.do_not_call import ImportPlan, RefusedRow

_ROW_HEIGHT = 32
_NUMBER_WIDTH = 168
_LINE_WIDTH = 64


class DoNotCallRows(QTableWidget):
    """One Tab stop, read only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self.setFont(tabular(self.font()))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(4 * _ROW_HEIGHT)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        self.clear_rows()

    def clear_rows(self) -> None:
        """Show nothing yet."""
        self._begin(self.tr("First rows"), (self.tr("Number"), self.tr("Reason")), _NUMBER_WIDTH)

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
                self._add(written, explain_problem(problem).text, current_colors().red)
            else:
                self._add(number.formatted, " · ".join(filter(None, (reason, day))))

    def show_refused(self, refused: Sequence[RefusedRow]) -> None:
        """Show what was left out, and why."""
        self._begin(self.tr("Rows left out"), (self.tr("Line"), self.tr("What is wrong")), _LINE_WIDTH)
        for row in refused:
            words = explain_problem(row.problem).text
            self._add(str(row.line), f"{row.text}: {words}" if row.text else words)

    def _begin(self, name: str, titles: tuple[str, str], width: int) -> None:
        self.setAccessibleName(name)
        self.setRowCount(0)
        self.setHorizontalHeaderLabels(list(titles))
        self.horizontalHeader().resizeSection(0, width)

    def _add(self, first: str, second: str, color: str | None = None) -> None:
        row = self.rowCount()
        self.insertRow(row)
        for column, text in enumerate((first, second)):
            item = QTableWidgetItem(" ".join(text.split()))
            item.setToolTip(text)
            if color and column:
                item.setForeground(QColor(color))
            self.setItem(row, column, item)


def _cell(cells: tuple[str, ...], column: int | None) -> str:
    return cells[column] if column is not None and column < len(cells) else ""
