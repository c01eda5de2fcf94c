"""The first rows of a file as they would be read, and what of it would be left out, with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.domain.phone_number import InvalidPhoneNumber
from app.ui.colors import current_colors
from app.ui.number_explanation import explain_problem
from app.ui.theme import tabular
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.services.contact_import import ImportRemark, ReadContact

_LINE_WIDTH = 52
_NAME_WIDTH = 150
_ROW_HEIGHT = 32
_AROUND = 6
_STUCK = "\N{NO-BREAK SPACE}"


def remark_words(remark: ImportRemark) -> str:
    """Say what could not be imported, and why."""
    if isinstance(remark.reason, InvalidPhoneNumber):
        words = explain_problem(remark.reason).text
    else:
        words = detail_words(remark.reason)
    return f"{remark.text}: {words}" if remark.text.strip() else words


class ImportRows(QTableWidget):
    """Line, name, and numbers; what is wrong stands in their place in red, what is doubtful below in amber.

    One Tab stop, read only.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels([self.tr("Line"), self.tr("Name"), self.tr("Numbers and note")])
        self.setFont(tabular(self.font()))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(5 * _ROW_HEIGHT)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        header.resizeSection(0, _LINE_WIDTH)
        header.resizeSection(1, _NAME_WIDTH)

    def show_contacts(self, contacts: Sequence[ReadContact]) -> None:
        """Show rows as they would be read."""
        self.setRowCount(0)
        for contact in contacts:
            remarks = "; ".join(map(remark_words, contact.remarks))
            if contact.is_refused:
                self._add(contact.line, contact.name, remarks, current_colors().red)
            else:
                numbers = [own.number.formatted.replace(" ", _STUCK) for own in contact.numbers]
                words = " · ".join(filter(None, (*numbers, contact.note, remarks)))
                self._add(contact.line, contact.name, words, current_colors().amber if remarks else None)
        self._fit_rows()

    def show_remarks(self, remarks: Sequence[ImportRemark]) -> None:
        """Show what was not imported."""
        self.setHorizontalHeaderLabels(
            [self.tr("Line"), self.tr("What stands there"), self.tr("What is wrong")]
        )
        self.setRowCount(0)
        for remark in remarks:
            if isinstance(remark.reason, InvalidPhoneNumber):
                words = explain_problem(remark.reason).text
            else:
                words = detail_words(remark.reason)
            self._add(remark.line, remark.text, words, None)
        self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            width = event.size().width()
            self.horizontalHeader().resizeSection(1, max(_NAME_WIDTH // 2, min(_NAME_WIDTH, width // 3)))
            self._fit_rows()

    def _fit_rows(self) -> None:
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(_ROW_HEIGHT, self.rowHeight(row) + _AROUND))

    def _add(self, line: int, name: str, words: str, color: str | None) -> None:
        row = self.rowCount()
        self.insertRow(row)
        for column, text in enumerate((str(line), name, words)):
            item = QTableWidgetItem(text.replace("\n", " "))
            item.setToolTip(text if column else "")
            if color and column == 2:
                item.setForeground(QColor(color))
            elif column == 0:
                item.setForeground(QColor(current_colors().muted))
            self.setItem(row, column, item)
