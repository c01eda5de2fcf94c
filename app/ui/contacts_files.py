"""Contacts from files and into files, and duplicates: what the buttons below the list open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from app.services.contact_import import ContactFormat

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.contact_book import ContactBook
    from app.services.tasks import Tasks
    from app.ui.contacts_dialog import ContactsDialog
    from app.ui.contacts_duplicates import ContactsDuplicates
    from app.ui.contacts_import import ContactsImport


class ContactsFiles(QObject):
    """Opens what belongs to `dialog`."""

    def __init__(
        self,
        book: ContactBook,
        tasks: Tasks,
        dialog: ContactsDialog,
        region: Callable[[], str | None],
    ) -> None:
        super().__init__(dialog)
        self._book = book
        self._tasks = tasks
        self._dialog = dialog
        self._region = region
        self._chooser: QFileDialog | None = None
        self._import: ContactsImport | None = None
        self._duplicates: ContactsDuplicates | None = None
        dialog.list.import_pressed.connect(self.choose_import)
        dialog.list.export_pressed.connect(self.choose_export)
        dialog.list.duplicates_pressed.connect(self.open_duplicates)

    # --- import ---------------------------------------------------------------------------------------

    def choose_import(self) -> None:
        """Have a file chosen, and show what importing it would do."""
        filters = (
            self.tr("CSV and vCard files") + " (*.csv *.tsv *.txt *.vcf *.vcard)",
            self.tr("All files") + " (*)",
        )
        self._choose(self.tr("Import contacts"), QFileDialog.FileMode.ExistingFile, filters)
        if self._chooser is not None:
            self._chooser.fileSelected.connect(self.open_import)
            self._chooser.open()

    def open_import(self, path: str) -> None:
        """Show what importing that file would do."""
        from app.ui.contacts_import import ContactsImport

        if self._import is None:
            self._import = ContactsImport(self._book, self._tasks, self._region, self._dialog)
            self._import.other_wanted.connect(self.choose_import)
        self._import.show_file(Path(path))
        self._import.open()

    # --- export ---------------------------------------------------------------------------------------

    def choose_export(self) -> None:
        """Have a place chosen, and write all contacts there."""
        self._choose(self.tr("Export contacts"), QFileDialog.FileMode.AnyFile, self._formats())
        if self._chooser is not None:
            self._chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            self._chooser.selectFile(self.tr("Contacts") + ".csv")
            self._chooser.setDefaultSuffix("csv")
            self._chooser.filterSelected.connect(self._on_filter)
            self._chooser.fileSelected.connect(self.export)
            self._chooser.open()

    def export(self, path: str) -> None:
        """Write all contacts to that file, as vCards where its name says so."""
        is_vcard = Path(path).suffix.lower() in {".vcf", ".vcard"}
        self._dialog.list.export_bar.begin(Path(path), ContactFormat.VCARD if is_vcard else ContactFormat.CSV)

    def _formats(self) -> tuple[str, str]:
        return self.tr("CSV, for spreadsheets") + " (*.csv)", self.tr("vCard, for address books") + " (*.vcf)"

    def _on_filter(self, chosen: str) -> None:
        if self._chooser is not None:
            suffix = "csv" if chosen == self._formats()[0] else "vcf"
            self._chooser.setDefaultSuffix(suffix)
            names = self._chooser.selectedFiles()
            if names and Path(names[0]).suffix.lower() in {".csv", ".vcf"}:
                self._chooser.selectFile(Path(names[0]).with_suffix(f".{suffix}").name)

    def _choose(self, title: str, mode: QFileDialog.FileMode, filters: tuple[str, ...]) -> None:
        if self._chooser is not None:
            self._chooser.deleteLater()
        parent: QDialog = self._dialog
        if self._import is not None and self._import.isVisible():
            parent = self._import
        self._chooser = QFileDialog(parent, title)
        self._chooser.setFileMode(mode)
        self._chooser.setNameFilters(filters)

    # --- duplicates -----------------------------------------------------------------------------------

    def open_duplicates(self) -> None:
        """Show the contacts that seem to be the same person."""
        from app.ui.contacts_duplicates import ContactsDuplicates

        if self._duplicates is None:
            self._duplicates = ContactsDuplicates(self._book, self._tasks, self._dialog)
            self._duplicates.finished.connect(self._dialog.list.look_again)
        self._duplicates.look()
        self._duplicates.open()
