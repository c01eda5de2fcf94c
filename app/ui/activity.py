"""The right half: live calls as cards, and history below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.live_calls import LiveCalls

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.services.call_service import CallService
    from app.ui.history_panel import HistoryPanel


_RING = 2
"""Room for the live calls' focus ring, which lies around their cards."""

_NARROW_BELOW = 420


class Activity(QWidget):
    """What happens, and what has happened."""

    def __init__(self, history: HistoryPanel, calls: CallService) -> None:
        super().__init__()
        self.live_calls = LiveCalls(calls)
        self.live_calls.emptied.connect(self._show_live)
        self._live_title = QLabel(self.tr("Live calls"))
        self._live_title.setProperty("strong", True)
        self._live_title.setProperty("tone", "muted")
        self.history = history
        self.history_view = history.view
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16 - _RING, 12, 16 - _RING, 16)
        column.setSpacing(8)
        self._live_title.setContentsMargins(_RING, 0, _RING, 0)
        column.addWidget(self._live_title)
        column.addWidget(self.live_calls)
        inset = QVBoxLayout()
        inset.setContentsMargins(_RING, 0, _RING, 0)
        inset.addWidget(history)
        column.addLayout(inset, stretch=1)
        self._show_live(is_empty=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window leave the room at the sides to what is shown."""
        super().resizeEvent(event)
        side, top, _, bottom = (8, 8, 8, 8) if event.size().width() < _NARROW_BELOW else (16, 12, 16, 16)
        self._column.setContentsMargins(side - _RING, top, side - _RING, bottom)

    def _show_live(self, is_empty: bool) -> None:
        self._live_title.setVisible(not is_empty)
        self.live_calls.setVisible(not is_empty)
