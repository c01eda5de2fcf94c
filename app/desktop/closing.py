"""Asking the Toque that runs to end, for an installer that is about to replace it."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from app.desktop.meeting_place import MeetingPlace

if TYPE_CHECKING:
    from pathlib import Path

DEADLINE_S = 15.0
"""Longer than the window takes to give every call its end and to save what is being saved."""
_LOOK_AGAIN_S = 0.1
_SYNCHRONIZE = 0x00100000
"""The right to wait for a process."""


def close_running(settings_file: Path) -> bool:
    """Ask the Toque of that profile to end, and wait for it; return whether none runs any more.

    It ends as if the operator had chosen Quit. One that only starts is asked as soon as it listens. Qt is
    loaded only where one runs. Raises OSError where it cannot be told whether one does.
    """
    place = MeetingPlace.of(settings_file)
    give_up_at = time.monotonic() + DEADLINE_S
    process: int | None = None
    while (hold := place.hold()) is None:
        if time.monotonic() > give_up_at:
            return False
        process = process or _ask(place)
        time.sleep(_LOOK_AGAIN_S)
    hold.let_go()
    return process is None or _ends(process, give_up_at)


def _ends(process: int, give_up_at: float) -> bool:
    """Wait for the process, which has let go of its profile: Windows replaces no file that is open."""
    if sys.platform == "win32":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(_SYNCHRONIZE, False, process)
        if handle:
            left_ms = max(0, round((give_up_at - time.monotonic()) * 1000))
            timed_out: bool = ctypes.windll.kernel32.WaitForSingleObject(handle, left_ms) != 0
            ctypes.windll.kernel32.CloseHandle(handle)
            return not timed_out
    return True


def _ask(place: MeetingPlace) -> int | None:
    from app.desktop.single_instance import ask_to_close

    return ask_to_close(place)
