"""Importing contacts: what the file is understood to be is shown and put right before anything is kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.services.contact_import import ImportPreview, ImportReport
from app.services.table import Cancelled
from app.ui.icons import Icon, icon
from app.ui.import_columns import ROW_HEIGHT, ImportColumns
from app.ui.import_rows import ImportRows
from app.ui.import_words import country_words, preview_words, report_words
from app.ui.notice import NoticeAction, Severity
from app.ui.notice_board import NoticeBoard
from app.ui.wording import detail_words
from app.ui.working_bar import WorkingBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from app.services.contact_book import ContactBook
    from app.services.contact_import import ImportMapping
    from app.services.tasks import Tasks

_SIZE = (620, 640)
_SMALLEST = (340, 480)
_SUBJECT, _OTHER = "import", "other"
_COLUMNS_HEIGHT = 160
"""Four columns are seen at least; more are scrolled."""


class ContactsImport(QDialog):
    """Goes from a preview, over progress, to a report. Nothing is imported before Import is pressed."""

    other_wanted = Signal()
    """Another file is to be chosen."""
    _ended = Signal(object)

    def __init__(
        self,
        book: ContactBook,
        tasks: Tasks,
        region: Callable[[], str | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._tasks = tasks
        self._region = region
        self._path: Path | None = None
        self._mapping: ImportMapping | None = None
        self._asked = 0
        """Counts the previews asked for: an older one is passed over."""
        self._is_importing = False
        self.setWindowTitle(self.tr("Import contacts"))
        self.setAccessibleName("Import contacts")
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self._title = _words(strong=True)
        self._country = _words(tone="muted")
        self._columns_title = _words(strong=True)
        self._columns_title.setText(self.tr("What the columns are"))
        self._columns = ImportColumns()
        self._columns_area = QScrollArea()
        self._rows_title = _words(strong=True)
        self._rows = ImportRows(self.tr("First rows"))
        self._summary = _words(tone="muted")
        self._bar = WorkingBar()
        self._import = QPushButton(icon(Icon.IMPORT), self.tr("Import"))
        self._close = QPushButton(self.tr("Close"))
        self.board = NoticeBoard(self._rows)
        self._lay_out()
        self._columns.changed.connect(self._on_columns_changed)
        self._import.clicked.connect(self.begin)
        self._close.clicked.connect(self.reject)
        self.board.action_triggered.connect(self._on_action)
        self._ended.connect(self._on_ended)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("plain", True)
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 4, 0)
        within.addWidget(self._columns)
        within.addStretch(1)
        self._columns_area.setWidgetResizable(True)
        self._columns_area.setFrameShape(QFrame.Shape.NoFrame)
        self._columns_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._columns_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._columns_area.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self._import, self._close):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for part in (self._title, self._country):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(self._columns_title)
        column.addWidget(self._columns_area)
        column.addSpacing(4)
        column.addWidget(self._rows_title)
        column.addWidget(self._rows, stretch=1)
        column.addWidget(self._summary)
        column.addWidget(self._bar)
        column.addWidget(self.board)
        column.addLayout(buttons)

    # --- preview --------------------------------------------------------------------------------------

    def show_file(self, path: Path) -> None:
        """Show what importing that file would do."""
        if self._is_importing:
            return
        self._path, self._mapping = path, None
        self.board.take_down(_SUBJECT)
        self._title.setText(path.name)
        for part in (self._country, self._rows_title, self._rows):
            part.show()
        self._country.setText(country_words(self._region()))
        self._rows_title.setText(self.tr("The first rows, as they would be read"))
        self._show_columns(is_shown=False)
        self._rows.show_contacts([])
        self._summarize(self.tr("Reading the file…"))
        self._import.setVisible(True)
        self._import.setEnabled(False)
        self._look()

    def _look(self) -> None:
        """Read the first rows; the newest question counts."""
        if self._path is not None:
            self._asked += 1
            work = self._book.preview_import(self._path, self._mapping)
            self._tasks.start(work, "preview of an import", partial(self._on_previewed, self._asked))

    def _on_previewed(self, asked: int, result: ImportPreview | Exception) -> None:
        if asked != self._asked:
            return
        if isinstance(result, Exception):
            self._summarize("")
            self._say_trouble(result)
            return
        self._mapping = result.mapping
        self._show_columns(is_shown=bool(result.mapping.columns))
        self._columns.show_columns(result.mapping.columns, result.samples)
        height = len(result.mapping.columns) * ROW_HEIGHT
        self._columns_area.setMaximumHeight(height)
        self._columns_area.setMinimumHeight(min(height, _COLUMNS_HEIGHT))
        self._rows.show_contacts(result.contacts)
        self._summarize(preview_words(result))
        self._import.setEnabled(bool(result.readable) or not result.is_everything)
        if self._asked == 1 or self._rows.hasFocus():
            self._columns.focus_first()

    def _summarize(self, words: str) -> None:
        self._summary.setText(words)
        self._summary.setVisible(bool(words))

    def _show_columns(self, *, is_shown: bool) -> None:
        self._columns_title.setVisible(is_shown)
        self._columns_area.setVisible(is_shown)

    def _on_columns_changed(self) -> None:
        if self._mapping is not None:
            self._mapping = replace(self._mapping, columns=self._columns.columns)
            self._look()

    # --- import ---------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Import the file as it is shown."""
        if self._path is None or self._mapping is None or self._is_importing:
            return
        self._is_importing = True
        self.board.take_down(_SUBJECT)
        self._show_working()
        self._bar.begin(self.tr("Importing {file}").format(file=self._path.name))
        self._bar.focus_cancel()
        work = self._book.import_file(
            self._path, self._mapping, progress=self._bar.progress, is_cancelled=self._bar.is_cancelled
        )
        self._tasks.start(work, "import of contacts", self._ended.emit)

    def _show_working(self) -> None:
        self._import.setEnabled(not self._is_importing)
        self._columns_area.setEnabled(not self._is_importing)

    def _on_ended(self, result: object) -> None:
        self._is_importing = False
        self._show_working()
        self._import.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bar.end()
        if isinstance(result, ImportReport):
            self._show_report(result)
        elif isinstance(result, Cancelled):
            words = self.tr("The import was cancelled: no contact was added.")
            self.board.show_notice(_SUBJECT, Severity.INFO, words)
        else:
            self._say_trouble(result)

    def _show_report(self, report: ImportReport) -> None:
        is_whole = not report.remarks
        self.board.show_notice(
            _SUBJECT, Severity.INFO if is_whole else Severity.WARNING, report_words(report), dismissible=False
        )
        self._show_columns(is_shown=False)
        self._import.setVisible(False)
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
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what goes wrong, and keys --------------------------------------------------------------------

    def _say_trouble(self, result: object) -> None:
        other = [NoticeAction(_OTHER, self.tr("Choose another file"))]
        self.board.show_notice(_SUBJECT, Severity.ERROR, detail_words(str(result)), other)

    def _on_action(self, _subject: str, _key: str) -> None:
        self.other_wanted.emit()

    def reject(self) -> None:
        """Give up the import that is under way, or else close."""
        if self._is_importing:
            self._bar.cancel()
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have Enter press the button that has the focus; none is pressed unasked."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(focus := self.focusWidget(), QAbstractButton) and not event.isAutoRepeat():
            focus.click()


def _words(*, tone: str = "", strong: bool = False) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("tone", tone)
    label.setProperty("strong", strong)
    return label
