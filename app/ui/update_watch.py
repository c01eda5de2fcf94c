"""Telling of a newer version unasked, once a day at most, where the operator has switched that on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.services.updates import Newer
from app.ui.notice import NoticeAction, Severity

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.tasks import Tasks
    from app.services.updates import Updates
    from app.ui.notice_board import NoticeBoard

_FIRST_MS = 60_000
"""Not before the window has settled, and the first calls may have been placed."""
_EVERY_MS = 3_600_000
"""How often it is looked whether a day has passed: a computer that sleeps does not count it."""
_SUBJECT = "newer version"


class UpdateWatch(QObject):
    """Begins with `begin`. `found_wanted` brings what was found when the operator wants to see it."""

    found_wanted = Signal(object)
    _told = Signal(object)

    def __init__(self, updates: Updates, tasks: Tasks, board: NoticeBoard, window: QWidget) -> None:
        super().__init__(window)
        self._updates = updates
        self._tasks = tasks
        self._board = board
        self._found: Newer | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._told.connect(self._show)
        board.action_triggered.connect(self._on_action)

    def begin(self) -> None:
        """Look soon, and again every hour."""
        self._timer.start(_FIRST_MS)

    def look(self) -> None:
        """Check, if it is time."""
        self._timer.start(_EVERY_MS)
        self._tasks.start(self._updates.check_daily(), "daily check for updates", self._told.emit)

    def _show(self, result: object) -> None:
        if isinstance(result, Newer):
            self._found = result
            self._board.show_notice(
                _SUBJECT,
                Severity.INFO,
                self.tr("Toque {version} is available.").format(version=result.release.version),
                [NoticeAction("show", self.tr("What is new"))],
            )

    def _on_action(self, subject: str, _key: str) -> None:
        if subject == _SUBJECT and self._found is not None:
            self._board.take_down(_SUBJECT)
            self.found_wanted.emit(self._found)
