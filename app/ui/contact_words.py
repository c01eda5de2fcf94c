"""Numbers of contacts and rows in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

translate = QCoreApplication.translate


def contacts_words(count: int) -> str:
    """Say how many contacts there are."""
    if count == 1:
        return translate("Contacts", "1 contact")
    return translate("Contacts", "{count} contacts").format(count=QLocale().toString(count))


def rows_words(count: int) -> str:
    """Say how many rows of a file there are."""
    if count == 1:
        return translate("Contacts", "1 row")
    return translate("Contacts", "{count} rows").format(count=QLocale().toString(count))


def numbers_words(count: int) -> str:
    """Say how many numbers there are."""
    if count == 1:
        return translate("Contacts", "1 number")
    return translate("Contacts", "{count} numbers").format(count=QLocale().toString(count))
