"""Sounds that come from outside the window: files and links that are dropped on it or pasted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LINK_SCHEMES = frozenset({"http", "https"})
_COPIED_FILES = "x-special/gnome-copied-files"
"""What some file managers put on the clipboard: the word `copy`, then one URL a line."""


def files_in(data: QMimeData) -> list[str]:
    """Return the paths of the files in `data`, given as URLs or as a plain list of lines."""
    urls = data.urls() if data.hasUrls() else [QUrl(line) for line in _lines(data)]
    return [url.toLocalFile() for url in urls if url.isLocalFile()]


def link_in(data: QMimeData) -> str:
    """Return the first web link in `data`; empty for none. Text that merely holds one does not count."""
    urls = data.urls() if data.hasUrls() else []
    return next((url.toString() for url in urls if url.scheme().lower() in _LINK_SCHEMES), "")


def has_sound(data: QMimeData) -> bool:
    """Whether `data` brings a file or a web link."""
    return bool(files_in(data) or link_in(data))


def _lines(data: QMimeData) -> list[str]:
    copied = bytes(data.data(_COPIED_FILES).data()).decode(errors="replace").splitlines()[1:]
    if copied or not data.hasText():
        return copied
    lines = [line.strip() for line in data.text().splitlines() if line.strip()]
    return [QUrl.fromLocalFile(line).toString() if Path(line).is_absolute() else line for line in lines]


class SoundDrops(QObject):
    """Lets files and links be dropped anywhere on `target`, whatever its children do with other drops."""

    files_dropped = Signal(list)
    link_dropped = Signal(str)
    hovered = Signal(bool)
    """Whether something that can be dropped is above the target."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, _target: QObject, event: QEvent) -> bool:
        match event:
            case QDragEnterEvent() | QDragMoveEvent() if has_sound(event.mimeData()):
                event.setDropAction(Qt.DropAction.CopyAction)  # the file stays where it is
                event.accept()
                self.hovered.emit(True)
            case QDragLeaveEvent():
                self.hovered.emit(False)
            case QDropEvent() if not isinstance(event, QDragMoveEvent) and has_sound(event.mimeData()):
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self.hovered.emit(False)
                self._take(event.mimeData())
            case _:
                return False
        return True

    def _take(self, data: QMimeData) -> None:
        if files := files_in(data):
            self.files_dropped.emit(files)
        else:
            self.link_dropped.emit(link_in(data))
