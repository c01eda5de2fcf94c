"""Importing contacts: what the file is understood to be is shown and put right before anything is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.import_columns import ROW_HEIGHT, ImportColumns
from app.ui.import_dialog import ImportDialog, words_label
from app.ui.import_rows import ImportRows
from app.ui.import_words import country_words, preview_words, report_words
from app.ui.notice import NoticeAction
from app.ui.scrolled import scrolled

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence
    from pathlib import Path
    from typing import Any

    from app.services.contact_book import ContactBook
    from app.services.contact_import import ImportMapping, ImportPreview, ImportReport
    from app.services.tasks import Tasks

_SIZE = (620, 640)
_OTHER = "other"
_COLUMNS_HEIGHT = 220
"""Five columns are seen at least; more are scrolled."""


class ContactsImport(ImportDialog):
    """Asks what each column is for, of which there may be many."""

    other_wanted = Signal()
    """Another file is to be chosen."""
    _rows: ImportRows

    def __init__(
        self,
        book: ContactBook,
        tasks: Tasks,
        region: Callable[[], str | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, ImportRows(), parent)
        self._book = book
        self._region = region
        self._mapping: ImportMapping | None = None
        self.setWindowTitle(self.tr("Import contacts"))
        self.setAccessibleName("Import contacts")
        self.resize(*_SIZE)
        self._country = words_label(tone="muted")
        self._columns_title = words_label(strong=True)
        self._columns_title.setText(self.tr("What the columns are"))
        self._columns = ImportColumns()
        self._rows_title = words_label(strong=True)
        self._rows.setAccessibleName(self.tr("First rows"))
        self._summary = words_label(tone="muted")
        for title in (self._columns_title, self._rows_title):
            title.setContentsMargins(0, 4, 0, 0)
        inside = QWidget()
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 4, 0)
        within.addWidget(self._columns)
        within.addStretch(1)
        area = scrolled(inside)
        self._lay_out(
            area, self._country, self._columns_title, area, self._rows_title, self._rows, self._summary
        )
        self._columns.changed.connect(self._on_columns_changed)
        self.board.action_triggered.connect(self._on_action)

    # --- preview --------------------------------------------------------------------------------------

    def _preview(self, path: Path) -> Coroutine[Any, Any, ImportPreview]:
        return self._book.preview_import(path, self._mapping)

    def _clear(self) -> None:
        self._mapping = None
        for part in (self._country, self._rows_title, self._rows):
            part.show()
        self._country.setText(country_words(self._region()))
        self._rows_title.setText(self.tr("The first rows, as they would be read"))
        self._columns_title.hide()
        self._rows.show_contacts([])
        self._summarize(self.tr("Reading the file…"))

    def _show_preview(self, preview: ImportPreview) -> None:
        is_first = self._mapping is None
        self._mapping = preview.mapping
        columns = preview.mapping.columns
        self._columns_title.setVisible(bool(columns))
        self._choices.setVisible(bool(columns))
        self._columns.show_columns(columns, preview.samples)
        height = len(columns) * ROW_HEIGHT
        self._choices.setMaximumHeight(height)
        self._choices.setMinimumHeight(min(height, _COLUMNS_HEIGHT))
        self._rows.show_contacts(preview.contacts)
        self._summarize(preview_words(preview))
        self._import.setEnabled(bool(preview.readable) or not preview.is_everything)
        if is_first and columns:
            self._columns.focus_first()
        elif is_first:
            self._import.setFocus(Qt.FocusReason.OtherFocusReason)

    def _summarize(self, words: str) -> None:
        self._summary.setText(words)
        self._summary.setVisible(bool(words))

    def _on_columns_changed(self) -> None:
        if self._mapping is not None:
            self._mapping = replace(self._mapping, columns=self._columns.columns)
            self._look()

    # --- import ---------------------------------------------------------------------------------------

    def _work(self, path: Path) -> Coroutine[Any, Any, ImportReport] | None:
        if self._mapping is None:
            return None
        return self._book.import_file(
            path, self._mapping, progress=self._bar.progress, is_cancelled=self._bar.is_cancelled
        )

    def _show_report(self, report: ImportReport) -> None:
        is_whole = not report.remarks
        self._report(report_words(report), is_whole=is_whole)
        self._columns_title.hide()
        self._country.hide()
        self._rows_title.setText(self.tr("What was left out"))
        self._rows_title.setHidden(is_whole)
        self._rows.setHidden(is_whole)
        self._rows.show_remarks(report.remarks)
        left = report.refused + report.numbers_refused
        is_cut = len(report.remarks) < left
        more = self.tr("The first {count} of them are shown.").format(
            count=self.locale().toString(len(report.remarks))
        )
        self._summarize(more if is_cut else "")

    def _show_cancelled(self) -> None:
        self._say(self.tr("The import was cancelled: no contact was added."))

    def _say_trouble(self, error: Exception, actions: Sequence[NoticeAction] = ()) -> None:
        self._summarize("")
        super()._say_trouble(error, actions or [NoticeAction(_OTHER, self.tr("Choose another file"))])

    def _on_action(self, _subject: str, _key: str) -> None:
        self.other_wanted.emit()
