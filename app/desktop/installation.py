"""How this Toque came onto the computer, and what computer it is, for whoever looks for a newer one."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from app.domain.release import System

MARKER = "managed"
"""The name of the file that an installer for administrators leaves beside the program."""
_SYSTEMS = {"win32": "windows", "darwin": "macos", "linux": "linux"}
_ARCHES = {"amd64": "x86_64", "x86_64": "x86_64", "arm64": "arm64", "aarch64": "arm64"}


def is_managed() -> bool:
    """Whether administrators installed this Toque, and see to newer versions themselves."""
    return bool(getattr(sys, "frozen", False)) and Path(sys.executable).resolve().with_name(MARKER).is_file()


def this_system() -> System:
    """Return what this program runs on; the architecture is the program's own where one is emulated."""
    return System(_SYSTEMS.get(sys.platform, sys.platform), _arch(), _version())


def _arch() -> str:
    """Return the architecture: `platform.machine()` asks Windows in ways that can hang or fail."""
    if sys.platform == "win32":
        import sysconfig

        name = sysconfig.get_platform().removeprefix("win-")
    else:
        name = os.uname().machine
    return _ARCHES.get(name.lower(), name)


def _version() -> str:
    if sys.platform == "win32":
        windows = sys.getwindowsversion()
        return f"{windows.major}.{windows.minor}.{windows.build}"
    if sys.platform == "darwin":
        import platform

        return platform.mac_ver()[0]
    with suppress(ValueError, OSError):  # another C library
        return (os.confstr("CS_GNU_LIBC_VERSION") or "").removeprefix("glibc ")
    return ""
