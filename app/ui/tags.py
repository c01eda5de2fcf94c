"""The words that calls are tagged with before anybody has chosen others."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def usual_tags() -> list[str]:
    """Return them in the window's language."""
    return [
        translate("Tag", "Reached"),
        translate("Tag", "Left a message"),
        translate("Tag", "Call back"),
        translate("Tag", "Wrong number"),
        translate("Tag", "Not interested"),
    ]
