"""Whether the Windows that the tests run on is wine."""

from __future__ import annotations

import ctypes
import sys

WINE = sys.platform == "win32" and hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
