"""How long to ring: a slider and a spin box that are always of one mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.seconds_entry import SecondsEntry

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.provider import SecondsRange


translate = QCoreApplication.translate


class RingDuration(SecondsEntry):
    """Whole seconds within `ring`."""

    def __init__(self, ring: SecondsRange, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("RingDuration", "Ring for"),
            ring,
            box_name="Ring duration in seconds",
            slider_name="Ring duration",
            parent=parent,
        )
