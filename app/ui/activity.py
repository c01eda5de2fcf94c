"""The right half: live calls as cards, and history below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.history_view import HistoryView
from app.ui.icons import Icon, icon
from app.ui.live_calls import LiveCalls

if TYPE_CHECKING:
    from app.services.call_service import CallService
    from app.ui.history_model import HistoryModel


_RING = 2
"""Room for the live calls' focus ring, which lies around their cards."""


class Activity(QWidget):
    """What happens, and what has happened."""

    def __init__(self, model: HistoryModel, calls: CallService) -> None:
        super().__init__()
        self.live_calls = LiveCalls(calls)
        self.live_calls.emptied.connect(self._show_live)
        self._live_title = QLabel(self.tr("Live calls"))
        self._live_title.setProperty("strong", True)
        self._live_title.setProperty("tone", "muted")
        self.history_view = HistoryView(model)
        self._nothing = QLabel(self.tr("No calls yet. What you call will stand here."))
        self._nothing.setProperty("tone", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(16, 16, 16, 16)
        self._model = model
        model.rowsInserted.connect(self._show_history)
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self._nothing, stretch=1)
        inside.addWidget(self.history_view, stretch=1)
        inside.addWidget(self._history_actions())
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(16 - _RING, 12, 16 - _RING, 16)
        column.setSpacing(8)
        self._live_title.setContentsMargins(_RING, 0, _RING, 0)
        column.addWidget(self._live_title)
        column.addWidget(self.live_calls)
        inset = QVBoxLayout()
        inset.setContentsMargins(_RING, 0, _RING, 0)
        inset.addWidget(card)
        column.addLayout(inset, stretch=1)
        self._show_live(is_empty=True)
        self._show_history()

    def _history_actions(self) -> QWidget:
        """Return what can be done with the selected call; it is there while one is selected."""
        details = QPushButton(icon(Icon.INFO), self.tr("Details"))
        details.setToolTip(self.tr("All that is known of this call (Alt+Enter)"))
        details.clicked.connect(self.history_view.show_details)
        redial = QPushButton(icon(Icon.REDIAL), self.tr("Redial"))
        redial.setAccessibleName("Redial")
        redial.setToolTip(self.tr("Fill the number in again; nothing is dialled (Enter)"))
        redial.clicked.connect(self.history_view.redial)
        actions = QWidget()
        row = QHBoxLayout(actions)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(redial)
        row.addWidget(details)
        row.addStretch(1)
        actions.hide()
        self.history_view.selection_changed.connect(actions.setVisible)
        return actions

    def _show_live(self, is_empty: bool) -> None:
        self._live_title.setVisible(not is_empty)
        self.live_calls.setVisible(not is_empty)

    def _show_history(self) -> None:
        is_empty = self._model.rowCount() == 0
        self._nothing.setVisible(is_empty)
        self.history_view.setVisible(not is_empty)
