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
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
