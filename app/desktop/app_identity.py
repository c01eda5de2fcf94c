"""As whom Windows knows the program: one entry in the taskbar for its windows and its shortcuts.

https://learn.microsoft.com/windows/win32/shell/appids
"""

from __future__ import annotations

import sys

from app.desktop.mac_links import BUNDLE_ID

APP_USER_MODEL_ID = BUNDLE_ID
"""The installers give it to the shortcuts, too."""


def identify() -> None:
    """Tell Windows, before there is a window; elsewhere the desktop file or the bundle says it."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_USER_MODEL_ID)
