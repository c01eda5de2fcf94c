"""How this very installation of Toque is started, for what the system is to start later."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def own_command() -> tuple[str, ...]:
    """Return the program and its first arguments.

    A packaged program is itself; an AppImage is the file that the operator has, not where it is mounted; an
    installation by pip has a script beside its Python.
    """
    if getattr(sys, "frozen", False):
        return (os.environ.get("APPIMAGE") or sys.executable,)
    script = Path(sys.executable).with_name("toque-window.exe" if sys.platform == "win32" else "toque-window")
    return (str(script),) if script.is_file() else (sys.executable, "-m", "app")
