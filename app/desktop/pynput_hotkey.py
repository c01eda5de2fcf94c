"""A combination of keys heard anywhere on Windows and macOS."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.desktop import NotArranged

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeySequence

_NOT_ALLOWED = QT_TRANSLATE_NOOP(
    "Detail",
    "macOS does not let Toque hear keys yet. Allow it in System Settings, Privacy & Security, "
    "Accessibility, then start Toque again.",
)
_NO_SUCH_KEY = QT_TRANSLATE_NOOP(
    "Detail", "These keys cannot be used. Choose a letter, a digit or F1 to F20."
)
_BROKEN = QT_TRANSLATE_NOOP("Detail", "The keys cannot be heard: {why}")

_MODIFIERS = (
    (Qt.KeyboardModifier.ShiftModifier, "<shift>", "<shift>"),
    (Qt.KeyboardModifier.ControlModifier, "<ctrl>", "<cmd>"),
    (Qt.KeyboardModifier.AltModifier, "<alt>", "<alt>"),
    (Qt.KeyboardModifier.MetaModifier, "<cmd>", "<ctrl>"),
)
"""Each with pynput's name for it on Windows and on macOS, where Qt's Control is the Command key."""


def combination(sequence: QKeySequence, *, is_mac: bool) -> str:
    """Return the keys as pynput has them: "<ctrl>+<alt>+c". Raises NotArranged."""
    pressed = sequence[0]  # type: ignore[index]  # PySide6's stubs leave it out
    key, modifiers = pressed.key(), pressed.keyboardModifiers()
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F20:
        last = f"<f{key - Qt.Key.Key_F1 + 1}>"
    elif 0x20 < key < 0x7F:
        last = chr(key).lower()
    else:
        raise NotArranged(_NO_SUCH_KEY)
    names = [mac if is_mac else other for modifier, other, mac in _MODIFIERS if modifiers & modifier]
    return "+".join([*names, last])


class PynputHotkey:
    """Calls `pressed` in a thread of the library's own. Raises NotArranged, or ImportError without it."""

    def __init__(self, sequence: QKeySequence, pressed: Callable[[], None]) -> None:
        from pynput import keyboard

        keys = combination(sequence, is_mac=sys.platform == "darwin")
        if sys.platform == "darwin" and not _is_trusted():
            raise NotArranged(_NOT_ALLOWED)
        try:
            self._listener: Any = keyboard.GlobalHotKeys({keys: pressed})
            self._listener.start()
        except (OSError, RuntimeError, ValueError) as error:
            raise NotArranged(Detail(_BROKEN, why=str(error))) from error

    def stop(self) -> None:
        """Listen no more. Its thread ends by itself."""
        self._listener.stop()


def _is_trusted() -> bool:
    """Whether macOS lets this program hear keys: it asks for that once, in a window of its own."""
    import ctypes
    import ctypes.util

    library = ctypes.util.find_library("ApplicationServices")
    return bool(library) and bool(ctypes.cdll.LoadLibrary(str(library)).AXIsProcessTrusted())
