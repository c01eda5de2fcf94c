"""The do-not-call list from files and into files: what the buttons below the list open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QFileDialog

from app.services.table import Cancelled
from app.ui.notice import Severity
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

    from app.services.do_not_call import DoNotCallList
    from app.services.tasks import Tasks
    from app.ui.do_not_call_import import DoNotCallImport
    from app.ui.notice_board import NoticeBoard
    from app.ui.working_bar import WorkingBar

TROUBLE = "trouble"
_DONE = "done"


class DoNotCallFiles(QObject):
    """Opens what belongs to `dialog`; how an export goes is shown on its bar and its board."""

    imported = Signal()
    _exported = Signal(object)

    def __init__(
        self,
        numbers: DoNotCallList,
        tasks: Tasks,
        region: Callable[[], str | None],
        bar: WorkingBar,
        board: NoticeBoard,
        dialog: QDialog,
    ) -> None:
        super().__init__(dialog)
        self._numbers = numbers
        self._tasks = tasks
        self._region = region
        self._bar = bar
        self._board = board
        self._dialog = dialog
        self._chooser: QFileDialog | None = None
        self._import: DoNotCallImport | None = None
        self.is_exporting = False
        self._exported.connect(self._on_exported)

    def choose_import(self) -> None:
        """Have a file chosen, and show what importing it would do."""
        filters = (self.tr("CSV files") + " (*.csv *.tsv *.txt)", self.tr("All files") + " (*)")
        chooser = self._choose(self.tr("Import numbers not to be called"), filters)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(self.open_import)
        chooser.open()

    def open_import(self, path: str) -> DoNotCallImport:
        """Show what importing that file would do."""
        from app.ui.do_not_call_import import DoNotCallImport

        if self._import is None:
            self._import = DoNotCallImport(self._numbers, self._tasks, self._region, self._dialog)
            self._import.imported.connect(self.imported)
        self._import.show_file(Path(path))
        self._import.open()
        return self._import

    def choose_export(self) -> None:
        """Have a place chosen, and write the list there."""
        filters = (self.tr("CSV, for spreadsheets") + " (*.csv)",)
        chooser = self._choose(self.tr("Export the do-not-call list"), filters)
        chooser.setFileMode(QFileDialog.FileMode.AnyFile)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("csv")
        chooser.selectFile(self.tr("Do-not-call list") + ".csv")
        chooser.fileSelected.connect(self.export)
        chooser.open()

    def export(self, path: str) -> None:
        """Write the list to that file."""
        if self.is_exporting:
            return
        self.is_exporting = True
        self._board.take_down(_DONE)
        self._bar.begin(self.tr("Exporting {file}").format(file=Path(path).name))
        work = self._numbers.export_file(
            Path(path), progress=self._bar.progress, is_cancelled=self._bar.is_cancelled
        )
        self._tasks.start(work, "export of the do-not-call list", self._exported.emit)

    def _on_exported(self, result: object) -> None:
        self.is_exporting = False
        self._bar.end()
        if isinstance(result, int):
            words = self.tr("{count} exported.").format(count=QLocale().toString(result))
            self._board.show_notice(_DONE, Severity.INFO, words)
        elif isinstance(result, Cancelled):
            words = self.tr("The export was cancelled: no file was written.")
            self._board.show_notice(_DONE, Severity.INFO, words)
        else:
            self._board.show_notice(TROUBLE, Severity.ERROR, detail_words(str(result)))

    def _choose(self, title: str, filters: tuple[str, ...]) -> QFileDialog:
        if self._chooser is not None:
            self._chooser.deleteLater()
        self._chooser = QFileDialog(self._dialog, title)
        self._chooser.setNameFilters(filters)
        return self._chooser
