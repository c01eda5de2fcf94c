"""A lock on a file that ends with the process, however that ends."""

from __future__ import annotations

import sys
from typing import BinaryIO


def lock(file: BinaryIO) -> None:
    """Lock `file` until it is closed or the process is gone.

    Raises BlockingIOError or PermissionError where another process holds it, any other OSError where it
    cannot be locked at all. The library filelock stays with the storage; this needs neither its waiting nor
    its fallbacks.
    """
    if sys.platform == "win32":
        import ctypes
        import msvcrt

        # Not msvcrt.locking, which does not everywhere say why it failed: wine's never does.
        windows = ctypes.WinDLL("kernel32", use_last_error=True)
        if not windows.LockFile(ctypes.c_void_p(msvcrt.get_osfhandle(file.fileno())), 0, 0, 1, 0):
            raise ctypes.WinError(ctypes.get_last_error())  # ERROR_LOCK_VIOLATION is a PermissionError
    else:
        import fcntl

        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
