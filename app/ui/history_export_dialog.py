"""Saving the calls that are looked for as a file: how many, in which form, and how far it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.services.history_export import ExportFormat, delimiter_for, export
from app.services.table import Cancelled
from app.ui.accessibility import announce
from app.ui.dialog import Dialog
from app.ui.elided_label import ElidedLabel
from app.ui.history_words import calls_words, meant_words
from app.ui.icons import Icon, Tint
from app.ui.remark import Remark
from app.ui.theme import restyle
from app.ui.wording import detail_words
from app.ui.working_bar import WorkingBar

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.services.history import History, HistoryFilter
    from app.services.tasks import Tasks
    from app.ui.history_choice import HistoryChoice
    from app.ui.history_names import Names

_SIZE = (460, 240)
_SMALLEST = (320, 260)


class HistoryExportDialog(Dialog):
    """Beside the window, not before it. One export at a time; cancelled, it leaves no file."""

    _counted = Signal(object)
    _progressed = Signal(int, int)
    _ended = Signal(object)

    def __init__(self, history: History, names: Names, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._names = names
        self._tasks = tasks
        self._which: HistoryFilter | None = None
        self._meant = ""
        self._path: Path | None = None
        self._is_running = False
        self._file_dialog: QFileDialog | None = None
        self.setWindowTitle(self.tr("Export history"))
        self.setAccessibleName(self.tr("Export of the history"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self._what = QLabel()
        self._filters = ElidedLabel(lines=1, most=4)
        self._csv = QRadioButton(self.tr("CSV, for spreadsheets"))
        self._json = QRadioButton(self.tr("JSON, for other programs"))
        self._forms = QButtonGroup(self)
        self._bar = WorkingBar()
        self._cancelled = QLabel(self.tr("Cancelled: no file was written."))
        self._done = Remark(Icon.CHECK, Tint.GREEN)
        self._trouble = Remark(Icon.ALERT, Tint.RED)
        self._folder = QPushButton(self.tr("Open folder"))
        self._again = QPushButton(self.tr("Try again"))
        self._save = QPushButton(self.tr("Save as…"))
        self._close = QPushButton(self.tr("Close"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        restyle(self._what, strong=True)
        restyle(self._filters, tone="muted")
        restyle(self._cancelled, tone="muted")
        self._csv.setChecked(True)
        self._save.setProperty("primary", True)
        for form in (self._csv, self._json):
            self._forms.addButton(form)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._folder, self._again):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self._close, self._save):
            buttons.addWidget(button)
        for button in (self._folder, self._again, self._save, self._close):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        above: tuple[QWidget, ...] = (self._what, self._filters, self._csv, self._json)
        below: tuple[QWidget, ...] = (self._bar, self._cancelled, self._done, self._trouble)
        for part in above:
            column.addWidget(part)
        column.addSpacing(8)
        for part in below:
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._counted.connect(self._on_counted)
        self._progressed.connect(self._on_progress)
        self._ended.connect(self._on_ended)
        self._save.clicked.connect(self._on_save)
        self._again.clicked.connect(self._start)
        self._bar.cancelled.connect(self._on_cancel)
        self._close.clicked.connect(self.reject)
        self._folder.clicked.connect(self._on_folder)

    def begin(self, text: str, choice: HistoryChoice, which: HistoryFilter) -> None:
        """Offer to export the calls meant by `which`, which `text` and `choice` say in words."""
        if not self._is_running:
            self._which, self._meant = which, meant_words(text, choice)
            self._what.setText(self.tr("Counting the calls…"))
            self._filters.setText(self._meant or self.tr("Every call of the history"))
            self._save.setEnabled(False)
            self._show_nothing()
            self._show_running()
            self._tasks.start(self._count(which), "count for the export", self._counted.emit)
        self.show()
        self.raise_()
        self.activateWindow()
        if self._is_running:
            self._bar.focus_cancel()
        else:
            self._csv.setFocus(Qt.FocusReason.OtherFocusReason)

    async def _count(self, which: HistoryFilter) -> tuple[HistoryFilter, int]:
        if which.text:
            which = replace(which, people=await self._names.people_named(which.text))
        return which, await self._history.count(which)

    def _on_counted(self, answer: object) -> None:
        if isinstance(answer, tuple):
            self._which, count = answer
            self._what.setText(calls_words(count))
            self._save.setEnabled(count > 0)
            announce(self, f"{calls_words(count)} {self._meant}".strip())
        elif isinstance(answer, Exception):
            self._what.setText("")
            self._complain(detail_words(str(answer)))

    # --- saved ----------------------------------------------------------------------------------------

    def _format(self) -> ExportFormat:
        return ExportFormat.CSV if self._csv.isChecked() else ExportFormat.JSON

    def _on_save(self) -> None:
        if self._file_dialog is None:
            dialog = self._file_dialog = QFileDialog(self, self.tr("Export history"))
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setFileMode(QFileDialog.FileMode.AnyFile)
            documents = QStandardPaths.StandardLocation.DocumentsLocation
            dialog.setDirectory(QStandardPaths.writableLocation(documents))
            dialog.fileSelected.connect(self._on_path)
        ending = self._format().value
        self._file_dialog.setDefaultSuffix(ending)
        self._file_dialog.setNameFilter(f"{ending.upper()} (*.{ending})")
        day = datetime.now().astimezone().strftime("%Y-%m-%d")
        self._file_dialog.selectFile(self.tr("Calls {day}").format(day=day) + f".{ending}")
        self._file_dialog.open()

    def _on_path(self, path: str) -> None:
        self._path = Path(path)
        self._start()

    def _start(self) -> None:
        if self._which is None or self._path is None or self._is_running:
            return
        self._is_running = True
        self._show_nothing()
        self._bar.begin(self.tr("Progress of the export"))
        self._show_running()
        self._bar.focus_cancel()
        work = export(
            self._history,
            self._which,
            self._path,
            self._format(),
            name_of=self._names.name_of,
            progress=self._progressed.emit,
            is_cancelled=self._bar.is_cancelled,
            delimiter=delimiter_for(QLocale().decimalPoint()),
        )
        self._tasks.start(work, "export of the history", self._ended.emit)

    def _on_cancel(self) -> None:
        self._bar.say(self.tr("Cancelling…"))

    def _on_progress(self, done: int, total: int) -> None:
        if self._is_running and not self._bar.is_cancelled():
            self._bar.progress(done / max(1, total))
            words = self.tr("{done} of {total}")
            self._bar.say(words.format(done=self.locale().toString(done), total=calls_words(total)))

    def _on_ended(self, result: object) -> None:
        self._is_running = False
        self._bar.end()
        path = str(self._path)
        if isinstance(result, int):
            words = self.tr("{calls} saved as {path}").format(calls=calls_words(result), path=path)
            self._done.say(words)
            announce(self, words)
        elif isinstance(result, Cancelled):
            self._cancelled.show()
            announce(self, self._cancelled.text())
        else:
            self._complain(
                self.tr("{path} could not be written. {why}").format(path=path, why=detail_words(str(result)))
            )
        self._show_running(has_failed=not isinstance(result, int | Cancelled))
        (self._folder if self._folder.isVisible() else self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    def _complain(self, words: str) -> None:
        self._trouble.say(words)
        announce(self, words, urgent=True)

    def _show_nothing(self) -> None:
        """Say no more what became of the export before."""
        self._cancelled.hide()
        self._done.say("")
        self._trouble.say("")

    def _show_running(self, *, has_failed: bool = False) -> None:
        is_done = self._done.isVisibleTo(self)
        self._close.setVisible(not self._is_running)
        self._save.setVisible(not self._is_running)
        self._folder.setVisible(is_done and not self._is_running)
        self._again.setVisible(has_failed)
        for form in (self._csv, self._json):
            form.setEnabled(not self._is_running)

    def _on_folder(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have Esc cancel what runs."""
        if event.key() == Qt.Key.Key_Escape and self._is_running:
            self._bar.cancel()
        else:
            super().keyPressEvent(event)
