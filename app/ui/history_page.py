"""The settings of the history: how long calls are kept, and deleting old ones now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.policy import NO_POLICY
from app.ui.history_deletion import HistoryDeletion
from app.ui.history_keep import HistoryKeep

if TYPE_CHECKING:
    from app.services.history import History
    from app.services.policy import Policy
    from app.services.settings import SettingsStore
    from app.services.tasks import Tasks


class HistoryPage(QWidget):
    """A tab of the settings."""

    deleted = Signal(object)
    """The datetime before which everything has been deleted."""

    def __init__(
        self, settings: SettingsStore, history: History, tasks: Tasks, policy: Policy = NO_POLICY
    ) -> None:
        super().__init__()
        deletion = HistoryDeletion(history, tasks)
        deletion.deleted.connect(self.deleted)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(24)
        column.addWidget(HistoryKeep(settings, history, tasks, policy))
        column.addWidget(deletion)
        column.addStretch(1)
