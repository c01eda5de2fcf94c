"""The window made small beside another program, and large again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

COMPACT = QSize(360, 600)
_MAXIMIZED = "maximized"


class CompactWindow(QObject):
    """Makes `window` compact and back. Narrower than `below` it is compact, whatever made it so."""

    def __init__(self, window: QWidget, usual: QSize, below: int) -> None:
        super().__init__(window)
        self._window = window
        self._below = below
        self._wide = usual
        self._was_maximized = False

    @property
    def is_compact(self) -> bool:
        """Whether the window is compact now."""
        return self._window.width() < self._below

    def toggle(self) -> None:
        """Make the window compact, or as large as it was before that."""
        if self.is_compact:
            self._widen()
        else:
            self._narrow()

    def remembered(self) -> str:
        """Return the size to go back to, as text for `restore`."""
        if not self.is_compact:
            return ""
        size = f"{self._wide.width()}x{self._wide.height()}"
        return f"{size} {_MAXIMIZED}" if self._was_maximized else size

    def restore(self, text: str) -> None:
        """Take what `remembered` returned; any other text changes nothing."""
        size, _, state = text.partition(" ")
        width, _, height = size.partition("x")
        if width.isdecimal() and height.isdecimal() and len(size) < 12:
            self._wide = QSize(int(width), int(height)).expandedTo(QSize(self._below, COMPACT.height()))
            self._was_maximized = state == _MAXIMIZED

    def _narrow(self) -> None:
        window = self._window
        self._was_maximized = window.isMaximized()
        if self._was_maximized:
            self._wide = window.normalGeometry().size()
            window.showNormal()
        else:
            self._wide = window.size()
        self._wide = self._wide.expandedTo(QSize(self._below, 0))
        window.resize(COMPACT)

    def _widen(self) -> None:
        window = self._window
        window.resize(self._wide)
        if self._was_maximized:
            window.showMaximized()
            return
        room = window.screen().availableGeometry()
        frame = window.frameGeometry()
        wanted = QRect(frame.topLeft(), window.size() + (frame.size() - window.geometry().size()))
        if wanted.right() > room.right():  # grown beyond the screen: as far to the left as need be
            window.move(max(room.left(), room.right() - wanted.width() + 1), frame.top())
