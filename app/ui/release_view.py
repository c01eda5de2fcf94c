"""A newer version of Toque: what is new in it, and the way to its installer, which the operator opens."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.accessibility import announce
from app.ui.icons import BEFORE_TEXT, Icon, IconButton, Tint, icon
from app.ui.markdown_view import MarkdownView
from app.ui.remark import Remark
from app.ui.wording import detail_words, size_words

if TYPE_CHECKING:
    from app.services.updates import Newer

_NOTES_HEIGHT = 144
_COMMANDS = {"windows": "certutil -hashfile {} SHA256", "macos": "shasum -a 256 {}"}
"""What every computer of that system has to tell a file's SHA-256."""


class ReleaseView(QWidget):
    """Is there while there is a newer version to show. It opens an address in the browser, and no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url = ""
        self._notes = MarkdownView()
        self._notes.setAccessibleName(self.tr("What is new"))
        self._notes.setMinimumHeight(_NOTES_HEIGHT)
        self._download = QPushButton(self.tr("Download"))
        self._download.setProperty("primary", True)
        self._copy_address = IconButton(Icon.LINK, self.tr("Copy the installer's address"))
        self._copy_address.clicked.connect(self._on_copy_address)
        self._origin = QLabel()
        self._origin.setProperty("tone", "muted")
        self._origin.setWordWrap(True)
        self._opened = Remark(Icon.INFO, Tint.MUTED)
        self._trouble = Remark(Icon.ALERT, Tint.RED)
        self._sum_words = QLabel()
        self._sum_words.setWordWrap(True)
        self._sum_words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sum = QLineEdit()
        self._sum.setReadOnly(True)
        self._sum.setAccessibleName(self.tr("SHA-256 of the installer"))
        self._copy = QPushButton(icon(Icon.COPY), self.tr("Copy"))
        self._copy.setIconSize(BEFORE_TEXT)
        self._copy.setAccessibleName(self.tr("Copy SHA-256"))
        for button, slot in ((self._download, self._on_download), (self._copy, self._on_copy)):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        self._file = QWidget()
        column = QVBoxLayout(self._file)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        download = QHBoxLayout()
        download.setSpacing(8)
        download.addWidget(self._download)
        download.addWidget(self._copy_address)
        download.addWidget(self._origin, stretch=1)
        column.addLayout(download)
        column.addWidget(self._opened)
        column.addWidget(self._sum_words)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._sum, stretch=1)
        line.addWidget(self._copy)
        column.addLayout(line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self._notes, stretch=1)
        whole.addWidget(self._trouble)
        whole.addWidget(self._file)

    def show_release(self, found: Newer, language: str) -> None:
        """Show what was found, its notes in `language` where there are such."""
        notes = found.release.notes_in(language)
        self._notes.show_markdown(notes)
        self._notes.setVisible(bool(notes))
        self._trouble.say(detail_words(found.trouble))
        self._opened.say("")
        self._file.setVisible(found.file is not None)
        if found.file is not None:
            self._url = found.file.url
            command = _COMMANDS.get(found.file.system, "sha256sum {}").format(found.file.name)
            words = self.tr(
                "SHA-256 of the installer. To check the file before you open it, run this in its folder and "
                "compare:"
            )
            self._sum_words.setText(f"{words}\n{command}")
            self._sum.setText(found.file.sha256)
            self._sum.setCursorPosition(0)
            self._origin.setText(
                self.tr("{size}, from {host}; opens in your browser").format(
                    size=size_words(found.file.size), host=urlsplit(self._url).hostname
                )
            )
        self.show()

    def _on_download(self) -> None:
        if QDesktopServices.openUrl(QUrl(self._url)):
            words = self.tr(
                "Your browser was asked to fetch it; if none opens, copy the address. Close Toque before you "
                "open the installer."
            )
        else:
            QGuiApplication.clipboard().setText(self._url)
            words = self.tr("No browser could be opened. The address is copied: paste it into one.")
        self._opened.say(words)
        announce(self, words)

    def _on_copy_address(self) -> None:
        self._put(self._url)

    def _on_copy(self) -> None:
        self._put(self._sum.text())

    def _put(self, text: str) -> None:
        """Put `text` on the clipboard."""
        QGuiApplication.clipboard().setText(text)
        announce(self, self.tr("Copied"))
