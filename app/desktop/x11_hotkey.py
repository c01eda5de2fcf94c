"""A combination of keys that X gives to this program alone, wherever it is pressed."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Qt
from Xlib import XK, X, error
from Xlib.display import Display

from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.desktop import NotArranged

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeySequence

_TAKEN = QT_TRANSLATE_NOOP("Detail", "Another program has these keys already. Choose others.")
_NO_SUCH_KEY = QT_TRANSLATE_NOOP("Detail", "This keyboard has no such key. Choose another.")
_NO_DISPLAY = QT_TRANSLATE_NOOP("Detail", "The screen could not be asked for these keys.")

_MASKS = {
    Qt.KeyboardModifier.ShiftModifier: X.ShiftMask,
    Qt.KeyboardModifier.ControlModifier: X.ControlMask,
    Qt.KeyboardModifier.AltModifier: X.Mod1Mask,
    Qt.KeyboardModifier.MetaModifier: X.Mod4Mask,
}
_LOCKS = (X.LockMask, X.Mod2Mask)
"""Caps Lock and Num Lock: the keys are the same with them."""
_NAMES = {
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Insert: "Insert",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_Home: "Home",
    Qt.Key.Key_End: "End",
    Qt.Key.Key_PageUp: "Prior",
    Qt.Key.Key_PageDown: "Next",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Pause: "Pause",
    Qt.Key.Key_Print: "Print",
}


class X11Hotkey(QObject):
    """Calls `pressed` whenever the keys are pressed, in Qt's own thread. Raises NotArranged."""

    def __init__(self, sequence: QKeySequence, pressed: Callable[[], None]) -> None:
        super().__init__()
        self._pressed = pressed
        combination = sequence[0]  # type: ignore[index]  # PySide6's stubs leave it out
        try:
            self._display = Display()
        except (error.DisplayError, error.XError, error.ConnectionClosedError, OSError) as problem:
            raise NotArranged(_NO_DISPLAY) from problem
        try:
            self._grab(combination.key(), combination.keyboardModifiers())
        except NotArranged:
            self._display.close()
            raise
        self._notifier = QSocketNotifier(self._display.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_news)

    def stop(self) -> None:
        """Leave the keys to others."""
        self._notifier.setEnabled(False)
        self._notifier.activated.disconnect(self._on_news)
        self._display.close()
        self.deleteLater()

    def _grab(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        code = self._display.keysym_to_keycode(_keysym(key))
        if not code:
            raise NotArranged(_NO_SUCH_KEY)
        mask = sum(bit for modifier, bit in _MASKS.items() if modifiers & modifier)
        taken = error.CatchError(error.BadAccess)
        root = self._display.screen().root
        for count in range(len(_LOCKS) + 1):
            for locks in combinations(_LOCKS, count):
                root.grab_key(code, mask | sum(locks), False, X.GrabModeAsync, X.GrabModeAsync, onerror=taken)
        self._display.sync()
        if taken.get_error() is not None:
            raise NotArranged(_TAKEN)

    def _on_news(self) -> None:
        try:
            while self._display.pending_events():
                if self._display.next_event().type == X.KeyPress:
                    self._pressed()
        except (error.ConnectionClosedError, OSError):
            self._notifier.setEnabled(False)  # the screen is gone, and soon the window


def _keysym(key: Qt.Key) -> int:
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35:
        return int(XK.string_to_keysym(f"F{key - Qt.Key.Key_F1 + 1}"))
    if name := _NAMES.get(key):
        return int(XK.string_to_keysym(name))
    return ord(chr(key).lower()) if 0x20 < key < 0x100 else 0  # Latin 1 is its own keysym
