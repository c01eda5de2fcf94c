"""Importing numbers not to be called: how a file is read is put right before anything is kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.guard import LONGEST_REASON
from app.services.do_not_call import ImportPlan, ImportReport, ListColumns
from app.services.table import Cancelled
from app.ui.do_not_call_rows import DoNotCallRows
from app.ui.icons import Icon, icon
from app.ui.notice import Severity
from app.ui.notice_board import NoticeBoard
from app.ui.wording import detail_words
from app.ui.working_bar import WorkingBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from app.services.do_not_call import DoNotCallList
    from app.services.tasks import Tasks

_SIZE = (560, 600)
_SMALLEST = (340, 480)
_SUBJECT = "import"
_COLUMN_SHOWN = 24
_LABEL_HEIGHT = 36
"""As high as the field beside it."""


class DoNotCallImport(QDialog):
    """Goes from a preview, over progress, to a report. Nothing is kept where it fails or is cancelled."""

    imported = Signal()
    _previewed = Signal(int, object)
    _progressed = Signal(float)
    _ended = Signal(object)

    def __init__(
        self,
        numbers: DoNotCallList,
        tasks: Tasks,
        region: Callable[[], str | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._numbers = numbers
        self._tasks = tasks
        self._region = region
        self._path: Path | None = None
        self._plan: ImportPlan | None = None
        self._asked = 0
        self._is_importing = False
        self.setWindowTitle(self.tr("Import numbers not to be called"))
        self.setAccessibleName("Import numbers not to be called")
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self._title = QLabel()
        self._title.setProperty("strong", True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._number = _combo(self.tr("Column of the numbers"))
        self._reason = _combo(self.tr("Column of the reasons"))
        self._added = _combo(self.tr("Column of the days"))
        self._default = QLineEdit()
        self._default.setAccessibleName(self.tr("Reason where none is given"))
        self._default.setMaxLength(LONGEST_REASON)
        self._rows = DoNotCallRows()
        self._bar = WorkingBar()
        self._import = QPushButton(icon(Icon.IMPORT), self.tr("Import"))
        self._close = QPushButton(self.tr("Close"))
        self._choices = QWidget()
        self.board = NoticeBoard(self._rows)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        form = QFormLayout(self._choices)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        for words, field in (
            (self.tr("Numbers"), self._number),
            (self.tr("Reasons"), self._reason),
            (self.tr("Days"), self._added),
            (self.tr("Reason where none is given"), self._default),
        ):
            label = QLabel(words)
            label.setMinimumHeight(_LABEL_HEIGHT)
            label.setBuddy(field)
            form.addRow(label, field)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self._import, self._close):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for part in (self._title, self._choices):
            column.addWidget(part)
        column.addWidget(self._rows, stretch=1)
        for part in (self._bar, self.board):
            column.addWidget(part)
        column.addLayout(buttons)

    def _connect(self) -> None:
        for combo in (self._number, self._reason, self._added):
            combo.activated.connect(self._show_reading)
        self._default.textChanged.connect(self._show_reading)
        self._import.clicked.connect(self.begin)
        self._close.clicked.connect(self.reject)
        self._previewed.connect(self._on_previewed)
        self._progressed.connect(self._bar.progress)
        self._ended.connect(self._on_ended)

    # --- preview --------------------------------------------------------------------------------------

    def show_file(self, path: Path) -> None:
        """Show what importing that file would do."""
        if self._is_importing:
            return
        self._path, self._plan = path, None
        self._title.setText(path.name)
        self.board.take_down(_SUBJECT)
        self._rows.clear_rows()
        self._import.setEnabled(False)
        self._import.show()
        self._choices.hide()
        self._asked += 1
        work = self._numbers.preview_import(path, self._region())
        self._tasks.start(work, "preview of an import", partial(self._previewed.emit, self._asked))

    def _on_previewed(self, asked: int, result: object) -> None:
        if asked != self._asked:
            return
        if not isinstance(result, ImportPlan):
            self.board.show_notice(_SUBJECT, Severity.ERROR, detail_words(str(result)))
            return
        self._plan = result
        titles = self._titles(result)
        for combo, chosen, can_be_none in (
            (self._number, result.columns.number, False),
            (self._reason, result.columns.reason, True),
            (self._added, result.columns.added, True),
        ):
            combo.clear()
            if can_be_none:
                combo.addItem(self.tr("None"), None)
            for place, title in enumerate(titles):
                combo.addItem(title, place)
            combo.setCurrentIndex(max(0, combo.findData(chosen)))
        self._choices.show()
        self._import.setEnabled(True)
        self._number.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_reading()

    def _titles(self, plan: ImportPlan) -> list[str]:
        header = plan.preview.header or ()
        first = plan.preview.rows[0] if plan.preview.rows else ()
        titles = []
        for place in range(plan.preview.width):
            name = header[place] if place < len(header) else ""
            sample = first[place][:_COLUMN_SHOWN] if place < len(first) else ""
            numbered = self.tr("Column {number}").format(number=place + 1)
            titles.append(name or (f"{numbered} ({sample})" if sample else numbered))
        return titles

    def _show_reading(self) -> None:
        """Show the first rows as they would be read."""
        if (plan := self._chosen()) is not None:
            self._rows.show_plan(plan)

    def _chosen(self) -> ImportPlan | None:
        if self._plan is None:
            return None
        columns = ListColumns(
            self._number.currentData() or 0, self._reason.currentData(), self._added.currentData()
        )
        return replace(self._plan, columns=columns, default_reason=self._default.text())

    # --- import ---------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Import the file as it is shown."""
        plan = self._chosen()
        if self._path is None or plan is None or self._is_importing:
            return
        self._is_importing = True
        self.board.take_down(_SUBJECT)
        self._show_working()
        self._bar.begin(self.tr("Importing {file}").format(file=self._path.name))
        work = self._numbers.import_file(
            self._path, plan, progress=self._progressed.emit, is_cancelled=self._bar.is_cancelled
        )
        self._tasks.start(work, "import of numbers not to be called", self._ended.emit)

    def _show_working(self) -> None:
        self._import.setEnabled(not self._is_importing)
        self._choices.setEnabled(not self._is_importing)

    def _on_ended(self, result: object) -> None:
        self._is_importing = False
        self._bar.end()
        self._show_working()
        if isinstance(result, ImportReport):
            self._show_report(result)
        elif isinstance(result, Cancelled):
            words = self.tr("The import was cancelled: nobody was added.")
            self.board.show_notice(_SUBJECT, Severity.INFO, words)
        else:
            self.board.show_notice(_SUBJECT, Severity.ERROR, detail_words(str(result)))

    def _show_report(self, report: ImportReport) -> None:
        words = [self.tr("New on the list: {count}.").format(count=_written(report.added))]
        if report.known:
            words.append(self.tr("On it already: {count}.").format(count=_written(report.known)))
        if report.refused_count:
            words.append(self.tr("Rows left out: {count}.").format(count=_written(report.refused_count)))
        severity = Severity.WARNING if report.refused_count else Severity.INFO
        self.board.show_notice(_SUBJECT, severity, " ".join(words), dismissible=False)
        self._choices.hide()
        self._import.hide()
        self._rows.show_refused(report.refused)
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        self.imported.emit()

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


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setMinimumContentsLength(8)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo


def _written(count: int) -> str:
    return QLocale().toString(count)
