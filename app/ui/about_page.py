"""In the settings: what this program is, what it is made of, its help, and whether there is a newer one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import __version__, resources
from app.ui.icons import Icon, IconLabel, Tint
from app.ui.reading_dialog import ReadingDialog, plain_text
from app.ui.scrolled import scrolled
from app.ui.update_box import UpdateBox

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.settings import SettingsStore
    from app.services.tasks import Tasks
    from app.services.updates import Updates


class AboutPage(QWidget):
    """`licences` is the file with the licences of what is built in: only what is built for others has one."""

    help_wanted = Signal()

    def __init__(
        self,
        updates: Updates,
        settings: SettingsStore,
        tasks: Tasks,
        language: str,
        licences: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._licences = licences or resources.path("licenses.txt")
        self.updates = UpdateBox(updates, settings, tasks, language)
        help_button = QPushButton(self.tr("Help (F1)"))
        help_button.clicked.connect(self.help_wanted)
        licences_button = QPushButton(self.tr("Third-party licences"))
        licences_button.clicked.connect(self._on_licences)
        licences_button.setVisible(self._licences.is_file())
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (help_button, licences_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addLayout(buttons)
        column.addWidget(_hairline())
        column.addWidget(self.updates)
        column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scrolled(inside))

    def _head(self) -> QHBoxLayout:
        name = QLabel(self.tr("Toque {version}").format(version=__version__))
        name.setProperty("strong", True)
        licence = QLabel(self.tr("Free software under the MIT licence: use it, change it, pass it on."))
        licence.setProperty("tone", "muted")
        licence.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(name)
        words.addWidget(licence)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconLabel(Icon.PHONE, Tint.ACCENT, side=32))
        head.addLayout(words, stretch=1)
        return head

    def _on_licences(self) -> None:
        ReadingDialog(
            self.tr("Third-party licences"),
            plain_text(self._licences.read_text(encoding="utf-8", errors="replace")),
            self,
        ).open()


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("line", True)
    line.setFixedHeight(1)
    return line
