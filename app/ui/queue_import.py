"""Importing a file into the queue: its first rows, and which column is what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from app.domain.queue_columns import QueueColumns
from app.ui.column_choices import ColumnChoices
from app.ui.file_rows import FileRows
from app.ui.import_dialog import ImportDialog

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from app.services.call_queue import CallQueue
    from app.services.queue_filling import AddReport, FilePreview
    from app.services.tasks import Tasks

_SIZE = (640, 560)
_SHOWN_ROWS = 8
_MOST_SHOWN = 200
"""Signs in a cell."""
_WIDEST = 200


class QueueImport(ImportDialog):
    """Asks which columns are what; is gone when it is done, or cancelled."""

    imported = Signal(object)
    """The AddReport."""

    def __init__(self, queue: CallQueue, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(tasks, FileRows(), parent)
        self._queue = queue
        self._file: FilePreview | None = None
        self.setWindowTitle(self.tr("Import into the queue"))
        self.setAccessibleName(self.tr("Import into the queue"))
        self.resize(*_SIZE)
        self._columns = ColumnChoices()
        self._columns.ask(self.tr("Number"), "Column of the numbers")
        self._columns.ask(self.tr("Name"), "Column of the names")
        self._columns.ask(self.tr("Note"), "Column of the notes")
        self._rows.setAccessibleName(self.tr("First rows of the file"))
        self._rows.setWordWrap(False)
        self._rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._lay_out(self._columns, self._columns, self._rows)

    def _preview(self, path: Path) -> Coroutine[Any, Any, FilePreview]:
        return self._queue.filling.preview_file(path)

    def _clear(self) -> None:
        self._file = None
        self._rows.begin((), ())

    def _show_preview(self, preview: FilePreview) -> None:
        self._file = preview
        self._columns.show()
        columns = preview.columns
        self._columns.offer(preview.table, columns.number, columns.name, columns.note)
        self._rows.begin(self._columns.titles(preview.table), ())
        for row in preview.table.rows[:_SHOWN_ROWS]:
            self._rows.add(*(cell[:_MOST_SHOWN] for cell in row))
        self._rows.resizeColumnsToContents()
        for column in range(self._rows.columnCount()):
            self._rows.setColumnWidth(column, min(_WIDEST, self._rows.columnWidth(column) + 16))
        self._import.setEnabled(True)

    def _work(self, path: Path) -> Coroutine[Any, Any, AddReport] | None:
        if self._file is None:
            return None
        number, name, note = self._columns.chosen
        return self._queue.filling.import_file(
            path,
            self._file.table,
            QueueColumns(number or 0, name, note),
            progress=self._bar.progress,
            is_cancelled=self._bar.is_cancelled,
        )

    def _show_report(self, report: AddReport) -> None:
        self.imported.emit(report)
        self.accept()

    def _show_cancelled(self) -> None:
        self.reject()
