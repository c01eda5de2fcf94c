"""Importing numbers not to be called: how a file is read is put right before anything is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.guard import LONGEST_REASON
from app.services.do_not_call import ImportPlan, ImportReport, ListColumns
from app.ui.column_choices import ColumnChoices
from app.ui.do_not_call_rows import DoNotCallRows
from app.ui.import_dialog import ImportDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path
    from typing import Any

    from app.services.do_not_call import DoNotCallList
    from app.services.tasks import Tasks

_SIZE = (560, 600)


class DoNotCallImport(ImportDialog):
    """Asks which columns are what, and for a reason where none is given."""

    imported = Signal()
    _rows: DoNotCallRows

    def __init__(
        self,
        numbers: DoNotCallList,
        tasks: Tasks,
        region: Callable[[], str | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, DoNotCallRows(), parent)
        self._numbers = numbers
        self._region = region
        self._plan: ImportPlan | None = None
        self.setWindowTitle(self.tr("Import numbers not to be called"))
        self.setAccessibleName("Import numbers not to be called")
        self.resize(*_SIZE)
        self._columns = ColumnChoices()
        self._number = self._columns.ask(self.tr("Numbers"), self.tr("Column of the numbers"))
        self._reason = self._columns.ask(self.tr("Reasons"), self.tr("Column of the reasons"))
        self._added = self._columns.ask(self.tr("Days"), self.tr("Column of the days"))
        self._default = QLineEdit()
        self._default.setAccessibleName(self.tr("Reason where none is given"))
        self._default.setMaxLength(LONGEST_REASON)
        self._columns.add_line(self.tr("Reason where none is given"), self._default)
        self._lay_out(self._columns, self._columns, self._rows)
        self._columns.changed.connect(self._show_reading)
        self._default.textChanged.connect(self._show_reading)

    def _preview(self, path: Path) -> Coroutine[Any, Any, ImportPlan]:
        return self._numbers.preview_import(path, self._region())

    def _clear(self) -> None:
        self._plan = None
        self._rows.clear_rows()

    def _show_preview(self, preview: ImportPlan) -> None:
        self._plan = preview
        self._columns.show()
        columns = preview.columns
        self._columns.offer(preview.preview, columns.number, columns.reason, columns.added)
        self._import.setEnabled(True)
        self._show_reading()

    def _show_reading(self) -> None:
        """Show the first rows as they would be read."""
        if (plan := self._chosen()) is not None:
            self._rows.show_plan(plan)

    def _chosen(self) -> ImportPlan | None:
        if self._plan is None:
            return None
        number, reason, added = self._columns.chosen
        columns = ListColumns(number or 0, reason, added)
        return replace(self._plan, columns=columns, default_reason=self._default.text())

    def _work(self, path: Path) -> Coroutine[Any, Any, ImportReport] | None:
        if (plan := self._chosen()) is None:
            return None
        return self._numbers.import_file(
            path, plan, progress=self._bar.progress, is_cancelled=self._bar.is_cancelled
        )

    def _show_report(self, report: ImportReport) -> None:
        words = [self.tr("New on the list: {count}.").format(count=_written(report.added))]
        if report.known:
            words.append(self.tr("On it already: {count}.").format(count=_written(report.known)))
        if report.refused_count:
            words.append(self.tr("Rows left out: {count}.").format(count=_written(report.refused_count)))
        self._report(" ".join(words), is_whole=not report.refused_count)
        self._rows.show_refused(report.refused)
        self.imported.emit()

    def _show_cancelled(self) -> None:
        self._say(self.tr("The import was cancelled: nobody was added."))


def _written(count: int) -> str:
    return QLocale().toString(count)
