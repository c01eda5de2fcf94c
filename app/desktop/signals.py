"""SIGINT and SIGTERM close the window as its own button does: calls get their end first."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject


def close_on_signals(owner: QObject, close: Callable[[], object]) -> None:
    """Call `close` in the event loop when the process is asked to end."""
    reading, writing = socket.socketpair()
    writing.setblocking(False)
    # Python only marks a signal as pending; the byte it writes here wakes Qt's loop to run Python at all.
    signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read, owner)

    def let_go() -> None:
        signal.set_wakeup_fd(-1)
        reading.close()
        writing.close()

    notifier.activated.connect(lambda: reading.recv(64))
    owner.destroyed.connect(let_go)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: close())
