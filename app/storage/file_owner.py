"""Whose a file is, on Windows: anybody may make a folder where programs keep their data, and owns it then."""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ADMINISTRATORS = frozenset(
    {
        "S-1-5-18",  # the system itself
        "S-1-5-32-544",  # the group of administrators, who own what any of them makes
        "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",  # Windows's own installer
    }
)
"""Security identifiers (https://learn.microsoft.com/windows/win32/secauthz/well-known-sids)."""
_A_FILE, _ITS_OWNER = 1, 1  # SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION


def is_administrators(path: Path) -> bool:
    """Whether administrators, or Windows itself, own the file or folder; elsewhere than on Windows, always.

    Raises OSError where Windows does not tell.
    """
    return sys.platform != "win32" or owner(path) in ADMINISTRATORS


def owner(path: Path) -> str:
    """Return the security identifier of whoever owns the file or folder, on Windows. Raises OSError."""
    if sys.platform == "win32":
        advapi32 = ctypes.WinDLL("advapi32", use_last_error=True)
        sid, descriptor, text = ctypes.c_void_p(), ctypes.c_void_p(), ctypes.c_wchar_p()
        found = (ctypes.byref(sid), None, None, None, ctypes.byref(descriptor))
        error = advapi32.GetNamedSecurityInfoW(ctypes.c_wchar_p(str(path)), _A_FILE, _ITS_OWNER, *found)
        if error:
            raise ctypes.WinError(error)
        try:
            if not advapi32.ConvertSidToStringSidW(sid, ctypes.byref(text)):
                raise ctypes.WinError(ctypes.get_last_error())
            return text.value or ""
        finally:
            for pointer in (descriptor, text):
                ctypes.WinDLL("kernel32").LocalFree(ctypes.cast(pointer, ctypes.c_void_p))
    raise OSError("only Windows has security identifiers")
