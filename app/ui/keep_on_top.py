"""The window above all others, as long as that is wished."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.settings import Settings, SettingsStore
    from app.services.tasks import Tasks

_HINT = Qt.WindowType.WindowStaysOnTopHint


class KeepOnTop(QObject):
    """Keeps `window` on top as the settings say."""

    saved = Signal(object)
    """The settings, or NotSaved, after `toggle`."""

    def __init__(self, window: QWidget, settings: SettingsStore, tasks: Tasks) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._tasks = tasks

    def apply(self) -> None:
        """Do as the settings say. A window that is shown keeps its place and its focus."""
        on = self._settings.current.keep_on_top
        flags = self._window.windowFlags()
        if bool(flags & _HINT) == on:
            return
        if not self._window.internalWinId():  # never shown yet
            self._window.setWindowFlag(_HINT, on)
            return
        # A widget's own setWindowFlag would hide the window and make another: in another place, without
        # the focus.
        self._window.overrideWindowFlags(flags | _HINT if on else flags & ~_HINT)
        self._window.windowHandle().setFlag(_HINT, on)

    def toggle(self) -> None:
        """Change it, and keep that."""
        on = not self._settings.current.keep_on_top

        def change(settings: Settings) -> Settings:
            return replace(settings, keep_on_top=on)

        self._tasks.start(self._settings.update(change), "keep on top", self._on_saved)

    def _on_saved(self, result: object) -> None:
        self.apply()
        self.saved.emit(result)


def can_keep_on_top() -> bool:
    """Whether the desktop lets a window say that of itself: Wayland does not."""
    return QGuiApplication.platformName() != "wayland"
