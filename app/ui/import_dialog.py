"""Importing a file: how it is read is shown and put right before anything is kept."""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services.table import Cancelled
from app.ui.dialog import Dialog
from app.ui.notice import NoticeAction, Severity
from app.ui.notice_board import NoticeBoard
from app.ui.wording import detail_words
from app.ui.working_bar import WorkingBar

if TYPE_CHECKING:
    from collections.abc import Coroutine, Sequence
    from pathlib import Path

    from app.services.tasks import Tasks
    from app.ui.file_rows import FileRows

_SMALLEST = (340, 480)
_SUBJECT = "import"


class ImportDialog(Dialog):
    """Goes from a preview, over progress, to a report. Nothing is imported before Import is pressed.

    Who inherits says how to look at a file and how to take it in, and shows what came of it.
    """

    _previewed = Signal(int, object)
    _ended = Signal(object)

    def __init__(self, tasks: Tasks, rows: FileRows, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._path: Path | None = None
        self._asked = 0
        """Counts the previews asked for: an older one is passed over."""
        self._is_importing = False
        self.setMinimumSize(*_SMALLEST)
        self._title = words_label(strong=True)
        self._rows = rows
        self._choices = QWidget()
        self._bar = WorkingBar()
        self._import = QPushButton(self.tr("Import"))
        self._import.setProperty("primary", True)
        self._close = QPushButton(self.tr("Close"))
        self.board = NoticeBoard(rows)
        self._import.clicked.connect(self.begin)
        self._close.clicked.connect(self.reject)
        self._previewed.connect(self._on_previewed)
        self._ended.connect(self._on_ended)

    def _lay_out(self, choices: QWidget, *parts: QWidget) -> None:
        """Have `parts`, with the `choices` and the rows among them, below each other."""
        self._choices = choices
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self._close, self._import):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for part in (self._title, *parts, self._bar, self.board):
            column.addWidget(part, stretch=int(part is self._rows))
        column.addLayout(buttons)

    # --- what an import is ----------------------------------------------------------------------------

    @abstractmethod
    def _preview(self, path: Path) -> Coroutine[Any, Any, object]:
        """Find out how that file is to be read."""

    @abstractmethod
    def _clear(self) -> None:
        """Show that nothing is known of a file yet."""

    @abstractmethod
    def _show_preview(self, preview: Any) -> None:
        """Show what `_preview` found, and let Import be pressed if there is something to import."""

    @abstractmethod
    def _work(self, path: Path) -> Coroutine[Any, Any, object] | None:
        """Import the file as it is shown; None while nothing is."""

    @abstractmethod
    def _show_report(self, report: Any) -> None:
        """Show what became of it."""

    @abstractmethod
    def _show_cancelled(self) -> None:
        """Show that nothing was kept."""

    # --- preview --------------------------------------------------------------------------------------

    def show_file(self, path: Path) -> None:
        """Show what importing that file would do."""
        if self._is_importing:
            return
        self._path = path
        self.board.take_down(_SUBJECT)
        self._title.setText(path.name)
        self._choices.hide()
        self._import.show()
        self._import.setEnabled(False)
        self._clear()
        self._look()

    def _look(self) -> None:
        """Read the first rows; the newest question counts."""
        if self._path is not None:
            self._asked += 1
            work = self._preview(self._path)
            self._tasks.start(work, "preview of an import", partial(self._previewed.emit, self._asked))

    def _on_previewed(self, asked: int, result: object) -> None:
        if asked != self._asked:
            return
        if isinstance(result, Exception):
            self._say_trouble(result)
        else:
            self._show_preview(result)

    # --- import ---------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Import the file as it is shown."""
        if self._path is None or self._is_importing or (work := self._work(self._path)) is None:
            return
        self._is_importing = True
        self.board.take_down(_SUBJECT)
        self._show_working()
        self._bar.begin(self.tr("Importing {file}").format(file=self._path.name))
        self._bar.focus_cancel()
        self._tasks.start(work, "import of a file", self._ended.emit)

    def _show_working(self) -> None:
        self._import.setEnabled(not self._is_importing)
        self._choices.setEnabled(not self._is_importing)

    def _on_ended(self, result: object) -> None:
        self._is_importing = False
        self._show_working()
        self._import.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bar.end()
        if isinstance(result, Cancelled):
            self._show_cancelled()
        elif isinstance(result, Exception):
            self._say_trouble(result)
        else:
            self._show_report(result)

    def _report(self, words: str, *, is_whole: bool) -> None:
        """Say what became of the import: this file is done with."""
        severity = Severity.INFO if is_whole else Severity.WARNING
        self.board.show_notice(_SUBJECT, severity, words, dismissible=False)
        self._choices.hide()
        self._import.hide()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str) -> None:
        self.board.show_notice(_SUBJECT, Severity.INFO, words)

    def _say_trouble(self, error: Exception, actions: Sequence[NoticeAction] = ()) -> None:
        self.board.show_notice(_SUBJECT, Severity.ERROR, detail_words(str(error)), actions)

    def reject(self) -> None:
        """Give up the import that is under way, or else close."""
        if self._is_importing:
            self._bar.cancel()
        else:
            super().reject()


def words_label(*, tone: str = "", strong: bool = False) -> QLabel:
    """Return a label for plain words in as many lines as they need."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("tone", tone)
    label.setProperty("strong", strong)
    return label
