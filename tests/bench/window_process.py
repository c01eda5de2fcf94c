"""Opens one window in a process of its own: `window_process.py bare|toque|practice FOLDER [--stay]`.

Prints a line of JSON once the window is painted: what of the monotonic clock (which all processes share)
it was at each step, and the CPU time spent. With `--stay` it stays open, and prints `idle` when nothing
is left to be done.
"""

# ruff: noqa: E402 - the first thing to do is to look at the clock
from __future__ import annotations

import time

STAMPS = {"python": time.monotonic()}

import json
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.window import MainWindow


class FirstPaint(QObject):
    """Calls `painted` once, right after the window was exposed and so painted."""

    def __init__(self, window: QMainWindow, painted: Callable[[], None]) -> None:
        super().__init__(window)
        self._painted = painted
        window.winId()  # makes the handle that is exposed
        self._handle = window.windowHandle()
        self._handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        if event.type() is QEvent.Type.Expose and self._handle.isExposed():
            self._handle.removeEventFilter(self)
            after = QEvent(QEvent.Type.User)
            QCoreApplication.postEvent(self, after, Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.User:
            self._painted()
        return super().event(event)


def report() -> None:
    STAMPS["painted"] = time.monotonic()
    STAMPS["cpu"] = time.process_time()
    print(json.dumps(STAMPS), flush=True)


def open_bare(*, stay: bool) -> None:
    STAMPS["imported"] = time.monotonic()
    app = QApplication(["bare"])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Ring a phone"))
    window.resize(1040, 700)

    def painted() -> None:
        report()
        if stay:
            print("idle", flush=True)
        else:
            app.quit()

    FirstPaint(window, painted)
    window.show()
    app.exec()


def open_toque(folder: str, *, practice: bool, stay: bool) -> None:
    from app import cli, main  # noqa: F401 - cli loads main late: here it counts as an import
    from app.ui.window import MainWindow

    STAMPS["imported"] = time.monotonic()

    def show(window: MainWindow) -> None:
        def painted() -> None:
            report()
            if stay:
                _say_when_idle(window, live=practice)
            else:
                window.close()

        FirstPaint(window, painted)
        window.setVisible(True)

    MainWindow.show = show  # type: ignore[assignment, method-assign]
    cli.main(["--profile", folder, *(["--practice"] if practice else [])])


def _say_when_idle(window: MainWindow, *, live: bool) -> None:
    timer = QTimer(window)

    def look() -> None:
        if not live or "live status on" in window.top_bar.known_words():
            timer.stop()
            print("idle", flush=True)

    timer.timeout.connect(look)
    timer.start(100)


if __name__ == "__main__":
    kind, folder, *more = sys.argv[1:]
    if kind == "bare":
        open_bare(stay=bool(more))
    else:
        open_toque(folder, practice=kind == "practice", stay=bool(more))
