"""Makes a sound ready in a process of its own: `audio_process.py bare FILE` or `window FILE FOLDER URL`.

Bare is PyAV alone, which decodes and resamples. The other is the window, its profile in FOLDER and an
account at URL, on which the file is dropped. Prints a line of JSON: the seconds until it is ready, and the
peak memory beyond what was there before, both with the libraries that are loaded for it; and of the window
how long its event loop stood still.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from desk_sounds import drop, files_data
from memory import Memory
from processes import Provider
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from window_harness import Desk, run_on_qt

from app.desktop.daemon_executor import DaemonExecutor
from app.desktop.garbage import GarbageCollector
from app.domain.provider import Line
from app.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

IDLE_S = 2.0
"""About as long as the work takes: the longer one looks, the longer is the longest stall."""
SHOWN_S = 0.25
"""Within that it is on the screen, after it is ready."""
DEADLINE_S = 60.0


class Watch(QObject):
    """Ticks every millisecond in the window's loop: how late a tick came, and how often it was painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.stall_s = 0.0
        self.repaints = 0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)
        window.installEventFilter(self)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.stall_s, self._last = max(self.stall_s, now - self._last - 0.001), now

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        self.repaints += event.type() is QEvent.Type.UpdateRequest
        return False


def bare(file: str) -> dict[str, float]:
    memory, began = Memory(), time.perf_counter()
    import av

    pcm = bytearray()
    with av.open(file) as container:
        resampler = av.AudioResampler("s16", "mono", 16_000)
        for frame in container.decode(audio=0):
            for each in resampler.resample(frame):
                pcm += memoryview(each.planes[0])[: 2 * each.samples]
    return {"seconds": time.perf_counter() - began, "memory_mib": memory.more_mib}


def window(file: str, folder: str, base_url: str) -> dict[str, float]:
    app = QApplication(["bench"])
    desk = Desk(Path(folder), Theme(app), Provider(base_url))  # type: ignore[arg-type]
    return run_on_qt(app, at_desk(desk, Path(file)))


async def at_desk(desk: Desk, file: Path) -> dict[str, float]:
    """Open the window, with threads and garbage as the program has them; leave it alone, then use it."""
    asyncio.get_running_loop().set_default_executor(DaemonExecutor())
    garbage = GarbageCollector(desk.window)
    try:
        await desk.open()
        await desk.until(
            lambda: desk.program.accounts.open.status("account").connection.line is Line.CONNECTED
        )
        return {"idle_stall_ms": await left_alone(desk)} | await dropped(desk, file)
    finally:
        await desk.close()
        garbage.stop()


async def left_alone(desk: Desk) -> float:
    await asyncio.sleep(1.0)  # until it has painted all that it has to say of the account
    watch = Watch(desk.window)
    await asyncio.sleep(IDLE_S)
    watch.deleteLater()
    return 1000 * watch.stall_s


async def dropped(desk: Desk, file: Path) -> dict[str, float]:
    ready = asyncio.get_running_loop().create_future()

    def look() -> None:
        if (audio := desk.program.audio.source) is not None and not ready.done():
            ready.set_result((time.perf_counter(), audio))

    desk.news.audio_changed.connect(look)
    memory, watch, began = Memory(), Watch(desk.window), time.perf_counter()
    assert drop(desk.window.dialler, files_data(file))
    async with asyncio.timeout(DEADLINE_S):
        ended, audio = await ready
    memory_mib = memory.more_mib
    await asyncio.sleep(SHOWN_S)
    return {
        "seconds": ended - began,
        "memory_mib": memory_mib,
        "stall_ms": 1000 * watch.stall_s,
        "repaints": watch.repaints,
        "size": audio.size,
    }


if __name__ == "__main__":
    kind, *arguments = sys.argv[1:]
    print(json.dumps({"bare": bare, "window": window}[kind](*arguments)))
