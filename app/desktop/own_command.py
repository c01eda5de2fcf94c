"""How this very installation of Toque is started, for what the system is to start later."""

from __future__ import annotations

import os
import sys
from pathlib import Path

WINDOWS_PROGRAM = "Toque.exe"
"""The one of the two packaged programs that has no console; both are in one folder."""


def own_command() -> tuple[str, ...]:
    """Return the program and its first arguments.

    A packaged program is itself, on Windows the one without a console; an AppImage is the file that the
    operator has, not where it is mounted; an installation by pip has a script beside its Python.
    """
    if getattr(sys, "frozen", False) and sys.platform == "win32":
        return (str(Path(sys.executable).with_name(WINDOWS_PROGRAM)),)
    if getattr(sys, "frozen", False):
        return (_own_appimage() or sys.executable,)
    script = Path(sys.executable).with_name("toque-window.exe" if sys.platform == "win32" else "toque-window")
    return (str(script),) if script.is_file() else (sys.executable, "-m", "app")


def _own_appimage() -> str:
    """Return the AppImage that this program came in: another one that opened a link left its name, too."""
    unpacked = os.environ.get("APPDIR")
    is_ours = unpacked and Path(sys.executable).resolve().is_relative_to(Path(unpacked).resolve())
    return os.environ.get("APPIMAGE", "") if is_ours else ""
