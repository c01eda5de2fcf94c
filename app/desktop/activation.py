"""Bringing a window to the front, as far as the desktop lets a program do that by itself."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_TIME_IN_STARTUP_ID = re.compile(r"_TIME(\d{1,10})$")
_LONGEST_TIME = 2**32


def bring_to_front(window: QWidget, token: str = "") -> None:
    """Show `window`, whatever became of it, in front and with the focus.

    `token` is what the desktop gave to whoever asks: without it some let the window only draw attention to
    itself, which it then does.
    """
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    match QGuiApplication.platformName():
        case "wayland" if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it from there, and out of it
        case "xcb" if (time := _time_in(token)) is not None:
            _ask_window_manager(int(window.winId()), time)
    window.activateWindow()
    if not window.isActiveWindow():
        QApplication.alert(window)


def _time_in(startup_id: str) -> int | None:
    """Return the time of the operator's own click that is in a startup id of X11."""
    found = _TIME_IN_STARTUP_ID.search(startup_id)
    time = int(found[1]) if found else 0
    return time if 0 < time < _LONGEST_TIME else None


def _ask_window_manager(window_id: int, time: int) -> None:
    """Ask for the focus with the time of that click: Qt knows only the last one into its own window."""
    from Xlib import X, error
    from Xlib.display import Display
    from Xlib.protocol.event import ClientMessage

    with suppress(error.DisplayError, error.XError, error.ConnectionClosedError, OSError):
        display = Display()
        try:
            root = display.screen().root
            window = display.create_resource_object("window", window_id)
            window.change_property(
                display.intern_atom("_NET_WM_USER_TIME"), display.intern_atom("CARDINAL"), 32, [time]
            )
            message = ClientMessage(
                window=window,
                client_type=display.intern_atom("_NET_ACTIVE_WINDOW"),
                data=(32, [1, time, 0, 0, 0]),  # 1: asked by an application
            )
            mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
            root.send_event(message, event_mask=mask)
            display.sync()
        finally:
            display.close()
