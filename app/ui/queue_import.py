"""Importing a file into the queue: its first rows, which column is what, and progress."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.domain.queue_columns import QueueColumns
from app.services.table import Cancelled
from app.ui.accessibility import announce
from app.ui.elided_label import ElidedLabel
from app.ui.history_view import ROW_HEIGHT
from app.ui.icons import Icon, Tint
from app.ui.queue_table import framed
from app.ui.remark import Remark
from app.ui.theme import restyle
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.services.call_queue import CallQueue
    from app.services.queue_filling import FilePreview
    from app.services.tasks import Tasks

_SIZE = (640, 460)
_SMALLEST = (340, 400)
_LOOK_MS = 100
_STEPS = 1000
_SHOWN_ROWS = 8


class QueueImport(QDialog):
    """Asks which columns are what and imports; nothing is added where it fails or is cancelled."""

    imported = Signal(object)
    """The AddReport."""
    _ended = Signal(object)

    def __init__(
        self, queue: CallQueue, tasks: Tasks, path: Path, preview: FilePreview, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._tasks = tasks
        self._path = path
        self._preview = preview
        self._cancelled = threading.Event()
        self._part = 0.0
        self._is_running = False
        self.setWindowTitle(self.tr("Import into the queue"))
        self.setAccessibleName(self.tr("Import into the queue"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self._number = self._columns_combo("Column of the numbers")
        self._name = self._columns_combo("Column of the names", can_be_none=True)
        self._note = self._columns_combo("Column of the notes", can_be_none=True)
        self._table = self._preview_table()
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the import"))
        self._problem = Remark(Icon.ALERT, Tint.RED)
        self._import = QPushButton(self.tr("Import"))
        self._import.setDefault(True)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._lay_out()
        self._connect()
        self._show_choice()

    def _columns_combo(self, name: str, *, can_be_none: bool = False) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setMinimumContentsLength(8)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if can_be_none:
            combo.addItem(self.tr("None"), None)
        for place, title in enumerate(self._titles()):
            combo.addItem(title, place)
        return combo

    def _titles(self) -> list[str]:
        """Return the columns' titles, or what stands first in them."""
        table = self._preview.table
        width = max(1, table.width, *map(len, [*table.rows, table.header or ()]))
        first = table.header or (table.rows[0] if table.rows else ())
        numbered = [self.tr("Column {number}").format(number=place + 1) for place in range(width)]
        if table.header is not None:
            return [first[n] if n < len(first) and first[n] else numbered[n] for n in range(width)]
        return [
            f"{numbered[n]} ({first[n][:24]})" if n < len(first) and first[n] else numbered[n]
            for n in range(width)
        ]

    def _preview_table(self) -> QTableView:
        rows = self._preview.table.rows[:_SHOWN_ROWS]
        model = QStandardItemModel(len(rows), self._number.count(), self)
        model.setHorizontalHeaderLabels(self._titles())
        for n, row in enumerate(rows):
            for place, cell in enumerate(row):
                model.setItem(n, place, QStandardItem(cell[:200]))
        table = QTableView()
        table.setModel(model)
        table.setAccessibleName(self.tr("First rows of the file"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        table.resizeColumnsToContents()
        for place in range(self._number.count()):
            table.setColumnWidth(place, min(200, table.columnWidth(place) + 16))
        return table

    def _lay_out(self) -> None:
        title = ElidedLabel(self._path.name, lines=1, most=2)
        restyle(title, strong=True)
        choices = QGridLayout()
        choices.setSpacing(8)
        for place, (words, combo) in enumerate(
            (
                (self.tr("Number"), self._number),
                (self.tr("Name"), self._name),
                (self.tr("Note"), self._note),
            )
        ):
            label = QLabel(words)
            label.setBuddy(combo)
            choices.addWidget(label, 0, place)
            choices.addWidget(combo, 1, place)
            choices.setColumnStretch(place, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._import)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addLayout(choices)
        column.addWidget(framed(self._table), stretch=1)
        column.addWidget(self._bar)
        column.addWidget(self._problem)
        column.addLayout(buttons)
        self._bar.hide()

    def _connect(self) -> None:
        self._import.clicked.connect(self._on_import)
        self._cancel.clicked.connect(self.reject)
        self._looking.timeout.connect(self._show_progress)
        self._ended.connect(self._on_ended)

    def _show_choice(self) -> None:
        columns = self._preview.columns
        for combo, place in (
            (self._number, columns.number),
            (self._name, columns.name),
            (self._note, columns.note),
        ):
            combo.setCurrentIndex(max(0, combo.findData(place)) if place is not None else 0)

    def _controls(self) -> Sequence[QWidget]:
        return (self._number, self._name, self._note, self._import)

    # --- imported -------------------------------------------------------------------------------------

    def _on_import(self) -> None:
        if self._is_running:
            return
        self._is_running = True
        self._cancelled.clear()
        self._part = 0.0
        self._problem.say("")
        self._show_progress()
        self._bar.show()
        self._looking.start()
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        for each in self._controls():
            each.setEnabled(False)
        columns = QueueColumns(self._number.currentData(), self._name.currentData(), self._note.currentData())
        work = self._queue.filling.import_file(
            self._path,
            self._preview.table,
            columns,
            progress=self._keep_part,
            is_cancelled=self._cancelled.is_set,
        )
        self._tasks.start(work, "import into the queue", self._ended.emit)

    def _keep_part(self, part: float) -> None:
        """Keep how much was read: this is called in another thread."""
        self._part = part

    def _show_progress(self) -> None:
        self._bar.setValue(round(self._part * _STEPS))

    def _on_ended(self, result: object) -> None:
        self._is_running = False
        self._looking.stop()
        self._bar.hide()
        for each in self._controls():
            each.setEnabled(True)
        if isinstance(result, Cancelled):
            super().reject()
        elif isinstance(result, Exception):
            self._problem.say(detail_words(str(result)))
            announce(self, detail_words(str(result)), urgent=True)
        else:
            self.imported.emit(result)
            self.accept()

    def reject(self) -> None:
        """Close; an import that is under way is given up first, and nothing of it is kept."""
        if self._is_running:
            self._cancelled.set()
        else:
            super().reject()
