"""Where the number in the field came from, when nobody typed it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Origin(StrEnum):
    """What brought a number, or any text that may hold one, into the window."""

    LINK = "link"
    COMMAND_LINE = "command_line"
    CLIPBOARD = "clipboard"
    SELECTION = "selection"
    CONTACT = "contact"
    QUEUE = "queue"
    HISTORY = "history"


def origin_words(origin: Origin) -> str:
    """Say it, for the line below the number."""
    match origin:
        case Origin.LINK:
            return translate("Origin", "From a phone link")
        case Origin.COMMAND_LINE:
            return translate("Origin", "From the command line")
        case Origin.CLIPBOARD:
            return translate("Origin", "From the clipboard")
        case Origin.SELECTION:
            return translate("Origin", "From what was selected")
        case Origin.CONTACT:
            return translate("Origin", "From the contacts")
        case Origin.QUEUE:
            return translate("Origin", "From the queue")
        case Origin.HISTORY:
            return translate("Origin", "From the history")
