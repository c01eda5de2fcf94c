"""What an import would do, and what it did, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.contact_words import contacts_words, numbers_words, rows_words
from app.ui.countries import country_name

if TYPE_CHECKING:
    from app.services.contact_import import ImportPreview, ImportReport

translate = QCoreApplication.translate


def country_words(region: str | None) -> str:
    """Say how numbers without a country code are read; `region` is the default country."""
    if region is None:
        return translate(
            "Import",
            "Numbers without + and a country code are refused: the settings have no default country.",
        )
    return translate(
        "Import", "Numbers without + are read as those of {country}, the default country in the settings."
    ).format(country=country_name(region))


def preview_words(preview: ImportPreview) -> str:
    """Say how much of the file can be read."""
    if preview.is_everything:
        words = translate("Import", "In the whole file: {readable}. Not readable: {refused}.")
    else:
        words = translate(
            "Import",
            "In the first rows: {readable}. Not readable: {refused}. The rest is read by the import.",
        )
    return words.format(readable=contacts_words(preview.readable), refused=rows_words(preview.refused))


def report_words(report: ImportReport) -> str:
    """Say what became of an import."""
    words = [translate("Import", "New: {contacts}.").format(contacts=contacts_words(report.imported))]
    if report.completed:
        text = translate("Import", "With further numbers: {count}.")
        words.append(text.format(count=contacts_words(report.completed)))
    if report.skipped:
        text = translate("Import", "There already: {count}.")
        words.append(text.format(count=contacts_words(report.skipped)))
    if report.refused:
        text = translate("Import", "Left out: {count}.")
        words.append(text.format(count=rows_words(report.refused)))
    if report.numbers_refused:
        text = translate("Import", "Left out of the others: {count}.")
        words.append(text.format(count=numbers_words(report.numbers_refused)))
    return " ".join(words)
