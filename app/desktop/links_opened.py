"""Links that the system opens in the running program, as macOS does: by an event, not by a second start."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class LinksOpened(QObject):
    """Watches `app` for links."""

    opened = Signal(str)
    """A link as it was written."""

    def __init__(self, app: QObject) -> None:
        super().__init__(app)
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Take the links, and leave files and all else to others."""
        if event.type() is not QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return False
        url = event.url()
        if url.isLocalFile() or not url.isValid():
            return False
        self.opened.emit(bytes(url.toEncoded().data()).decode())
        return True
