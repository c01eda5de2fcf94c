"""Keys anywhere in the system that hand over the text that is selected there; off unless they are set.

The keys are heard through a library that is loaded only when they are set: python-xlib, which asks X for
these keys alone, and pynput on Windows and macOS.
"""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence

from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.desktop import NotArranged

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

LONGEST = 4096
"""Characters of a selection that are looked at: a number stands at its beginning, or nobody meant it."""

_WAYLAND = QT_TRANSLATE_NOOP(
    "Detail",
    "Not on Wayland: it lets no program hear keys that are pressed in another. "
    "Set a key in the desktop's settings that runs: {command}",
)
_MISSING = QT_TRANSLATE_NOOP("Detail", "A part of Toque is missing: {library}. Install Toque anew.")
_NO_KEYS = QT_TRANSLATE_NOOP("Detail", "Choose a key together with Ctrl, Alt or the system's own key.")
_NO_SCREEN = QT_TRANSLATE_NOOP("Detail", "This works on a screen only.")


class Hotkey(Protocol):
    """Keys that are listened to."""

    def stop(self) -> None:
        """Listen no more."""
        ...


class SelectionKeys(QObject):
    """Listens to one combination of keys at a time."""

    selected = Signal(str)
    """The text that was selected when the keys were pressed."""
    _pressed = Signal()
    """Emitted in whichever thread hears the keys; Qt takes it into its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hotkey: Hotkey | None = None
        self._is_copying = False
        self._pressed.connect(self._on_pressed)

    @property
    def is_listening(self) -> bool:
        """Whether the keys that were set are listened to."""
        return self._hotkey is not None

    def listen(self, keys: str) -> None:
        """Listen to `keys` (as QKeySequence has them, portable) and to no others; "" for none.

        Raises NotArranged where that cannot be; then none are listened to.
        """
        self.stop()
        if keys:
            self._hotkey = _hotkey(QKeySequence(keys), self._pressed.emit)

    def stop(self) -> None:
        """Listen to no keys."""
        if self._hotkey is not None:
            self._hotkey.stop()
            self._hotkey = None

    def _on_pressed(self) -> None:
        if QGuiApplication.platformName() == "xcb":
            clipboard = QGuiApplication.clipboard()
            self._hand_on(clipboard.text(clipboard.Mode.Selection))
        elif not self._is_copying:  # or the clipboard would be put back as the first copying left it
            from app.desktop.copied_selection import CopiedSelection

            self._is_copying = True
            CopiedSelection(self._on_copied, self)

    def _on_copied(self, text: str) -> None:
        self._is_copying = False
        self._hand_on(text)

    def _hand_on(self, text: str) -> None:
        if text.strip():
            self.selected.emit(text[:LONGEST])


def trouble_here() -> str:
    """Return why no keys can be listened to on this desktop; empty where they can."""
    platform = QGuiApplication.platformName()
    if platform == "wayland" or (platform == "xcb" and os.environ.get("XDG_SESSION_TYPE") == "wayland"):
        return Detail(_WAYLAND, command='toque "$(wl-paste --primary)"')
    return "" if platform in {"xcb", "windows", "cocoa"} else _NO_SCREEN


def _hotkey(sequence: QKeySequence, pressed: Callable[[], None]) -> Hotkey:
    if why := trouble_here():
        raise NotArranged(why)
    if not _has_modifier(sequence):
        raise NotArranged(_NO_KEYS)
    try:
        if QGuiApplication.platformName() == "xcb":
            from app.desktop.x11_hotkey import X11Hotkey

            return X11Hotkey(sequence, pressed)
        from app.desktop.pynput_hotkey import PynputHotkey

        return PynputHotkey(sequence, pressed)
    except ImportError as error:
        raise NotArranged(Detail(_MISSING, library=error.name or str(error))) from error


def _has_modifier(sequence: QKeySequence) -> bool:
    """Whether the keys are one combination that types nothing: Shift alone makes a capital."""
    if sequence.count() != 1:
        return False
    modifiers = sequence[0].keyboardModifiers()  # type: ignore[index]  # PySide6's stubs leave it out
    return bool(modifiers.value & ~Qt.KeyboardModifier.ShiftModifier.value)
