"""Sounds that come from outside the window: files and links that are dropped on it, and copied files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QEvent, QMimeData, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LINK_SCHEMES = frozenset({"http", "https"})
_CHATS = frozenset({"wa.me", "api.whatsapp.com", "web.whatsapp.com"})
"""Their links hold a number, which the number field understands."""
_COPIED_FILES = "x-special/gnome-copied-files"
"""What some file managers put on the clipboard: the word `copy`, then one URL a line."""


def copied_files(data: QMimeData) -> list[str]:
    """Return the paths of the files in `data`, as file managers copy them; no text is taken for a path."""
    urls = data.urls() if data.hasUrls() else [QUrl(line) for line in _gnome_lines(data)]
    return [_path(url) for url in urls if url.isLocalFile()]


def dropped_files(data: QMimeData) -> list[str]:
    """Return the paths of the files in `data`, also where it is a plain list of them, one a line."""
    if (files := copied_files(data)) or data.hasUrls() or not data.hasText():
        return files
    lines = [line.strip() for line in data.text().splitlines() if line.strip()]
    paths = [_path(QUrl(line)) or line for line in lines]
    return paths if all(Path(path).is_absolute() and not path.startswith("//") for path in paths) else []


def _path(url: QUrl) -> str:
    """Return the path as the system writes it: it is shown, and compared with others."""
    return QDir.toNativeSeparators(url.toLocalFile())


def link_in(data: QMimeData) -> str:
    """Return the first web link in `data`, unless it leads to a chat with a number; empty for none."""
    urls = data.urls() if data.hasUrls() else []
    links = (url for url in urls if url.scheme().lower() in _LINK_SCHEMES and url.host() not in _CHATS)
    return next((url.toString(QUrl.ComponentFormattingOption.FullyEncoded) for url in links), "")


def has_sound(data: QMimeData) -> bool:
    """Whether `data` brings a file or a web link."""
    return bool(dropped_files(data) or link_in(data))


def _gnome_lines(data: QMimeData) -> list[str]:
    return bytes(data.data(_COPIED_FILES).data()).decode(errors="replace").splitlines()[1:]


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
        if files := dropped_files(data):
            self.files_dropped.emit(files)
        else:
            self.link_dropped.emit(link_in(data))
