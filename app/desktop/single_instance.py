"""One running program for each profile: a second start hands over what it was given, and ends."""

from __future__ import annotations

import logging
import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.desktop.messages import (
    SIZE_LIMIT,
    Answer,
    CloseRequest,
    Nonsense,
    OpenRequest,
    OtherVersion,
    answer_line,
    read_answer,
    read_process,
    read_request,
)

if TYPE_CHECKING:
    from app.desktop.meeting_place import Hold, MeetingPlace

log = logging.getLogger(__name__)

DEADLINE_MS = 1000
"""For a message to come whole, and for its answer: a program that is well answers within milliseconds."""
STARTING_DEADLINE_S = 10.0
"""For one that holds the place and does not listen there yet, or no more: it starts, or is about to end."""
_LOOK_AGAIN_S = 0.02


def hand_over(place: MeetingPlace, text: str) -> Hold | bool:
    """Give `text` to the program that holds `place`; needs no event loop.

    Returns True when it was taken, False when the program does not answer, or not in words known here.
    Where the program went away meanwhile, the place is held from now on, and that is returned.
    """
    give_up_at = time.monotonic() + STARTING_DEADLINE_S
    socket = QLocalSocket()
    while True:
        socket.connectToServer(place.socket)
        if socket.waitForConnected(DEADLINE_MS):
            _let_come_to_front()
            return _is_taken(_ask(socket, OpenRequest(text, _activation_token())))
        if (hold := place.hold()) is not None:
            return hold
        if time.monotonic() > give_up_at:
            return False
        time.sleep(_LOOK_AGAIN_S)


def ask_to_close(place: MeetingPlace) -> int | None:
    """Ask the program that holds `place` to end; return its process id if it means to.

    Needs no event loop.
    """
    socket = QLocalSocket()
    socket.connectToServer(place.socket)
    if not socket.waitForConnected(DEADLINE_MS):
        return None
    answer = _ask(socket, CloseRequest())
    return read_process(answer) if _is_taken(answer) else None


def _ask(socket: QLocalSocket, request: OpenRequest | CloseRequest) -> bytes:
    """Return what is answered, or nothing."""
    deadline = QDeadlineTimer(DEADLINE_MS)
    socket.write(request.line())
    while not socket.canReadLine():
        if socket.bytesAvailable() > SIZE_LIMIT or not socket.waitForReadyRead(deadline.remainingTime()):
            return b""
    return bytes(socket.readLine(SIZE_LIMIT).data())


def _is_taken(answer: bytes) -> bool:
    try:
        return read_answer(answer) is Answer.TAKEN
    except Nonsense:
        return False


def _activation_token() -> str:
    """Return what the desktop gave this start so that a window may take the focus."""
    return os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID") or ""


def _let_come_to_front() -> None:
    """Pass on the right to come to the front, which Windows gives to the program that was started."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # ASFW_ANY: whichever process asks next


class Reception(QObject):
    """Listens for later starts, for as long as it lives. Nobody but this user can connect."""

    asked = Signal(object)
    """An OpenRequest or a CloseRequest, which was answered already."""

    def __init__(self, hold: Hold, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not self._server.listen(hold.place.socket):
            log.warning("Later starts cannot be heard: %s", self._server.errorString())

    def close(self) -> None:
        """Hear nobody any more."""
        self._server.close()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            visitor = _Visitor(socket, self)
            visitor.asked.connect(self.asked)


class _Visitor(QObject):
    """One connection: a line in, a line out, and all that within the deadline."""

    asked = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.setReadBufferSize(SIZE_LIMIT)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(DEADLINE_MS)
        self._patience.timeout.connect(self._on_timeout)
        socket.readyRead.connect(self._on_data)
        socket.disconnected.connect(self.deleteLater)
        self._patience.start()
        if socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
            self.deleteLater()  # gone before anybody looked
        self._on_data()

    def _on_data(self) -> None:
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() >= SIZE_LIMIT:
                self._drop("too much")
            return
        self._socket.readyRead.disconnect(self._on_data)  # one line is all that is listened to
        try:
            request = read_request(bytes(self._socket.readLine(SIZE_LIMIT).data()))
        except OtherVersion:
            self._answer(Answer.NOT_UNDERSTOOD)
        except Nonsense:
            self._drop("nonsense")
        else:
            self._answer(Answer.TAKEN, os.getpid() if isinstance(request, CloseRequest) else None)
            self.asked.emit(request)

    def _answer(self, answer: Answer, process: int | None = None) -> None:
        self._socket.write(answer_line(answer, process))
        self._socket.disconnectFromServer()  # once it is written; the deadline goes on

    def _on_timeout(self) -> None:
        self._drop("nothing whole in time")

    def _drop(self, why: str) -> None:
        """Hang up. What was said stays out of the log: it may be anything."""
        log.warning("A visitor on the channel was dropped: %s", why)
        self._patience.stop()
        self._socket.abort()
        self.deleteLater()
