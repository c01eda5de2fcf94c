"""Files of the queue: one to import from, with its columns confirmed first, and one to export to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.queue_import import QueueImport

if TYPE_CHECKING:
    from app.services.call_queue import CallQueue
    from app.services.tasks import Tasks


class QueueFiles(QObject):
    """Asks for files above `window`, and reads and writes them."""

    imported = Signal(object)
    """The AddReport."""
    exported = Signal(str)
    """The path."""
    failed = Signal(object)
    """A sentence, as `News.trouble_heard`."""
    _written = Signal(object)

    def __init__(self, queue: CallQueue, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._queue = queue
        self._tasks = tasks
        self._window = window
        self._written_path = Path()
        self._open_dialog: QFileDialog | None = None
        self._save_dialog: QFileDialog | None = None
        self.importing: QueueImport | None = None
        self._written.connect(self._on_written)

    def ask_to_import(self) -> None:
        """Ask for a file to import."""
        if self._open_dialog is None:
            self._open_dialog = QFileDialog(self._window, self.tr("Import into the queue"))
            self._open_dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            self._open_dialog.setNameFilters(
                [self.tr("Tables") + " (*.csv *.tsv *.txt)", self.tr("All files") + " (*)"]
            )
            self._open_dialog.setDirectory(_documents())
            self._open_dialog.fileSelected.connect(self.import_file)
        self._open_dialog.open()

    def import_file(self, path: str) -> None:
        """Show what is in that file, to be imported."""
        if self.importing is None:
            self.importing = QueueImport(self._queue, self._tasks, self._window)
            self.importing.imported.connect(self.imported)
        self.importing.show_file(Path(path))
        self.importing.open()

    def ask_to_export(self) -> None:
        """Ask where to write what became of the queue."""
        if self._save_dialog is None:
            self._save_dialog = QFileDialog(self._window, self.tr("Export the queue"))
            self._save_dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            self._save_dialog.setFileMode(QFileDialog.FileMode.AnyFile)
            self._save_dialog.setNameFilters([self.tr("Tables") + " (*.csv)"])
            self._save_dialog.setDefaultSuffix("csv")
            self._save_dialog.setDirectory(_documents())
            self._save_dialog.fileSelected.connect(self.export)
        self._save_dialog.selectFile("queue.csv")
        self._save_dialog.open()

    def export(self, path: str) -> None:
        """Write what became of every entry into that file."""
        self._written_path = Path(path)
        work = self._queue.export_file(self._written_path)
        self._tasks.start(work, "export of the queue", self._written.emit)

    def _on_written(self, result: object) -> None:
        if isinstance(result, Exception):
            self.failed.emit(str(result))
        else:
            self.exported.emit(str(self._written_path))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
