"""Writing all contacts to a file: its progress, and what became of it, below the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.table import Cancelled
from app.ui.contact_words import contacts_words
from app.ui.notice import NoticeAction, Severity
from app.ui.notice_board import NoticeBoard
from app.ui.wording import detail_words
from app.ui.working_bar import WorkingBar

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.contact_book import ContactBook
    from app.services.contact_import import ContactFormat
    from app.services.tasks import Tasks

_SUBJECT, _AGAIN = "export", "again"


class ContactsExport(QWidget):
    """Takes no room while there is nothing to say."""

    _ended = Signal(object)

    def __init__(self, book: ContactBook, tasks: Tasks, tab_anchor: QWidget) -> None:
        super().__init__()
        self._book = book
        self._tasks = tasks
        self._last: tuple[Path, ContactFormat] | None = None
        self._is_busy = False
        self._bar = WorkingBar()
        self._board = NoticeBoard(tab_anchor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._bar)
        column.addWidget(self._board)
        self._board.action_triggered.connect(self._on_action)
        self._ended.connect(self._on_ended)

    def begin(self, path: Path, format_: ContactFormat) -> None:
        """Write all contacts to that file, one export at a time."""
        if self._is_busy:
            return
        self._last, self._is_busy = (path, format_), True
        self._board.take_down(_SUBJECT)
        self._bar.begin(self.tr("Exporting contacts to {file}").format(file=path.name))
        work = self._book.export_file(
            path, format_, progress=self._bar.progress, is_cancelled=self._bar.is_cancelled
        )
        self._tasks.start(work, "export of contacts", self._ended.emit)

    def _on_ended(self, result: object) -> None:
        self._is_busy = False
        self._bar.end()
        name = self._last[0].name if self._last else ""
        if isinstance(result, int):
            words = self.tr("Saved in {file}: {contacts}.").format(file=name, contacts=contacts_words(result))
            self._board.show_notice(_SUBJECT, Severity.INFO, words)
        elif isinstance(result, Cancelled):
            words = self.tr("The export was cancelled; {file} is as it was.").format(file=name)
            self._board.show_notice(_SUBJECT, Severity.INFO, words)
        else:
            again = [NoticeAction(_AGAIN, self.tr("Try again"))]
            self._board.show_notice(_SUBJECT, Severity.ERROR, detail_words(str(result)), again)

    def _on_action(self, _subject: str, _key: str) -> None:
        if self._last is not None:
            self.begin(*self._last)
