"""The top bar: account, live status, request budget, contacts, queue, settings."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.services.live_service import LiveState
from app.ui.account_selector import AccountSelector
from app.ui.elided_label import ElidedLabel
from app.ui.icons import BEFORE_TEXT, Icon, IconButton, icon
from app.ui.theme import restyle, tabular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.services.account_status import AccountStatus
    from app.services.live_service import LiveStatus
    from app.ui.account_selector import AccountItem

_KNOWN_FROM = 560
"""In a narrower bar the account has the room; what is known of it is in its description."""
_MARGINS = (16, 6, 12, 6)
_NARROW_MARGINS = (8, 6, 4, 6)


class TopBar(QFrame):
    """Shows the chosen account and what is known of it."""

    account_chosen = Signal(str)
    add_account_pressed = Signal()
    contacts_pressed = Signal()
    queue_pressed = Signal()
    compact_pressed = Signal()
    settings_pressed = Signal()

    def __init__(self, *, can_add_accounts: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._can_add_accounts = can_add_accounts
        self._selector = AccountSelector()
        self._selector.account_chosen.connect(self.account_chosen)
        self._add = QPushButton(icon(Icon.USER_PLUS), self.tr("Add account"))
        self._add.setIconSize(BEFORE_TEXT)
        self._add.setAccessibleName("Add account")
        self._add.clicked.connect(self.add_account_pressed)
        self._status: AccountStatus | None = None
        self._live: LiveStatus | None = None
        self._stale = QTimer(self)
        self._stale.setSingleShot(True)
        self._stale.timeout.connect(self._show_again)
        self._known = ElidedLabel(most=1)
        self._known.setProperty("tone", "muted")
        self._known.setFont(tabular(self.font()))
        policy = self._known.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._known.setSizePolicy(policy)
        self.last_stop = IconButton(Icon.SETTINGS, "Settings", tip=self.tr("Settings"))
        self.last_stop.clicked.connect(self.settings_pressed)
        self._contacts = IconButton(Icon.CONTACTS, "Contacts", tip=self._tip(self.tr("Contacts"), "Ctrl+B"))
        self._contacts.clicked.connect(self.contacts_pressed)
        self._queue = IconButton(Icon.QUEUE, "Queue", tip=self._tip(self.tr("Queue"), "Ctrl+L"))
        self._queue.clicked.connect(self.queue_pressed)
        self._compact = IconButton(
            Icon.COMPACT, "Compact window", tip=self._tip(self.tr("Compact window"), "Ctrl+Shift+M")
        )
        self._compact.clicked.connect(self.compact_pressed)
        self._row = row = QHBoxLayout(self)
        self._is_narrow = False
        row.setContentsMargins(*_MARGINS)
        row.setSpacing(12)
        row.addWidget(self._selector)
        row.addWidget(self._add)
        row.addWidget(self._known, 1, Qt.AlignmentFlag.AlignVCenter)
        doors = QHBoxLayout()
        doors.setSpacing(0)
        self._doors = (self._contacts, self._queue, self._compact, self.last_stop)
        for door in self._doors:
            doors.addWidget(door)
        row.addLayout(doors)

    @staticmethod
    def _tip(text: str, keys: str) -> str:
        return f"{text} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})"

    def show_accounts(self, items: Sequence[AccountItem], chosen: str | None) -> None:
        """Offer these accounts, with the one of that id chosen."""
        self._selector.show_accounts(items, chosen)
        self._add.setVisible(not items and self._can_add_accounts)

    def show_status(self, status: AccountStatus | None, live: LiveStatus | None) -> None:
        """Say what is known of the chosen account: the request budget, and whether news comes live."""
        self._status, self._live = status, live
        parts = []
        if status and status.budget and status.budget.resets_at > datetime.now(UTC):
            parts.append(
                self.tr("{remaining} of {limit} requests left this minute").format(
                    remaining=status.budget.remaining, limit=status.budget.limit
                )
            )
            left = status.budget.resets_at - datetime.now(UTC)
            self._stale.start(max(0, round(left.total_seconds() * 1000)) + 1)
        if live and live.state is LiveState.LIVE:
            parts.append(self.tr("live status on"))
        elif live and live.state is LiveState.CONNECTING:
            parts.append(self.tr("live status connecting"))
        self._known.setText(" · ".join(parts))

    def _show_again(self) -> None:
        """Take back a budget whose minute is over."""
        self.show_status(self._status, self._live)

    def known_words(self) -> str:
        """Return what is said of the chosen account."""
        return self._known.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < _KNOWN_FROM
        self._known.setVisible(not is_narrow)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._row.setContentsMargins(*(_NARROW_MARGINS if is_narrow else _MARGINS))
            self._row.setSpacing(2 if is_narrow else 12)
            for door in self._doors:
                restyle(door, slim=is_narrow)
