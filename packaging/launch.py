"""Where the frozen program begins: its surroundings are put right, then it is `toque`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PLACES = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH")
"""Where PyInstaller has the program find its own libraries. What it starts must not load them: a browser, the
desktop's programs, all of which have their own."""


def _leave_others_alone() -> None:
    """Let the programs that this one starts find the system's libraries, as if it had not been frozen."""
    own: str = getattr(sys, "_MEIPASS", sys.prefix)
    for name in _PLACES:
        if (before := os.environ.pop(f"{name}_ORIG", None)) is not None:
            os.environ[name] = before
        elif os.environ.get(name, "").startswith(own):
            del os.environ[name]


def _speak_to_nobody() -> None:
    """Let what a program without a console prints go nowhere: there it has no streams to print to."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - to the end


if __name__ == "__main__":
    _leave_others_alone()
    _speak_to_nobody()

    from app.cli import main

    sys.exit(main())
