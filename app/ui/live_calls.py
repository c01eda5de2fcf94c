"""The list of live calls: each under way, and each that ended a moment ago or needs to be looked at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from app.domain.call import Outcome
from app.ui.call_card import CallCard
from app.ui.tab_order import insert_after
from app.ui.theme import prefers_reduced_motion

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from app.domain.call import Call
    from app.services.call_service import CallService

STAYS = timedelta(seconds=15)
"""How long a call that ended plainly stays to be read; history has it after."""
_TICK_MS = 100
_CALM_TICK_MS = 1000
_GAP = 8


class LiveCalls(QListWidget):
    """One card a call. `calls` tells how much of a sound has left, and whether a call can be cancelled."""

    cancel_pressed = Signal(str)
    details_pressed = Signal(object)
    settings_pressed = Signal(str)
    emptied = Signal(bool)
    """Whether no card is left, when that changes."""

    def __init__(self, calls: CallService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._names_accounts = False
        self._name_of: Callable[[str], str] = _nobody
        self._cards: dict[str, tuple[QListWidgetItem, CallCard]] = {}
        self.setAccessibleName("Live calls")
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSpacing(0)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._ticking = QTimer(self)
        self._ticking.setInterval(_CALM_TICK_MS if prefers_reduced_motion() else _TICK_MS)
        self._ticking.timeout.connect(self._tick)

    def show_call(self, call: Call) -> None:
        """Show a call's newest step, on a new card at the top or on the one it has."""
        if call.id not in self._cards:
            if call.is_over and datetime.now(UTC) - call.last.at > STAYS:
                return  # an earlier one, which somebody wrote a note about
            self._add(call)
        _, card = self._cards[call.id]
        card.show_call(call, can_cancel=self._calls.can_cancel(call.id))
        self._fit(call.id)
        self._tick()
        self._ticking.start()

    def name_accounts(self, names_accounts: bool) -> None:
        """Have each card say which account it went through, or not."""
        self._names_accounts = names_accounts
        for call_id, (_, card) in self._cards.items():
            card.name_account(names_accounts)
            self._fit(call_id)

    def set_names(self, name_of: Callable[[str], str]) -> None:
        """Name whom each call is to: `name_of` gives a person's name, "" for nobody known."""
        self._name_of = name_of
        self.refresh_names()

    def refresh_names(self) -> None:
        """Name everybody anew: the contacts have changed."""
        for call_id, (_, card) in self._cards.items():
            card.show_name(self._name_of(card.call.request.number.person))
            self._fit(call_id)

    def dismiss(self, call_id: str) -> None:
        """Take the card away."""
        item, _ = self._cards.pop(call_id)
        self.takeItem(self.row(item))
        self.updateGeometry()
        if not self._cards:
            self._ticking.stop()
            self.emptied.emit(True)

    def choose(self, call_id: str) -> bool:
        """Go to the card of that call; return whether it has one."""
        if call_id not in self._cards:
            return False
        item, _ = self._cards[call_id]
        self.setCurrentItem(item)
        self.scrollToItem(item)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def refresh_colors(self) -> None:
        """Follow a change of theme."""
        for _, card in self._cards.values():
            card.refresh_colors()

    def _add(self, call: Call) -> None:
        for earlier in [card.call for _, card in self._cards.values()]:
            if earlier.is_over and earlier.request.number.person == call.request.number.person:
                self.dismiss(earlier.id)
        card = CallCard(call, names_account=self._names_accounts)
        card.show_name(self._name_of(call.request.number.person))
        card.cancel_pressed.connect(self.cancel_pressed)
        card.details_pressed.connect(self.details_pressed)
        card.settings_pressed.connect(self.settings_pressed)
        card.dismissed.connect(self.dismiss)
        item = QListWidgetItem()
        self.insertItem(0, item)
        self.setItemWidget(item, _Spaced(card))
        self._cards[call.id] = item, card
        insert_after(self, card)
        if len(self._cards) == 1:
            self.emptied.emit(False)

    def _fit(self, call_id: str) -> None:
        item, card = self._cards[call_id]
        width = self.viewport().width()
        card.arrange_for(width)
        height = card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()
        item.setSizeHint(QSize(width, height + _GAP))
        self.updateGeometry()

    def _tick(self) -> None:
        now = datetime.now(UTC)
        for call_id, (item, card) in list(self._cards.items()):
            card.tick(now, can_cancel=self._calls.can_cancel(call_id), uploaded=self._calls.uploaded(call_id))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, card.accessible_words(now))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, card.accessible_details())
            if self._has_been_read(card.call, now):
                self.dismiss(call_id)
        if all(_needs_a_look(card.call) for _, card in self._cards.values()):
            self._ticking.stop()

    @staticmethod
    def _has_been_read(call: Call, now: datetime) -> bool:
        return call.is_over and not _needs_a_look(call) and now - call.last.at > STAYS

    def sizeHint(self) -> QSize:
        height = sum(item.sizeHint().height() for item, _ in self._cards.values())
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth() + 4)

    def minimumSizeHint(self) -> QSize:
        first = next((item.sizeHint().height() for item, _ in self._cards.values()), 0)
        return QSize(0, min(first + 4, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for call_id in self._cards:
            self._fit(call_id)


def _nobody(_person: str) -> str:
    return ""


def _needs_a_look(call: Call) -> bool:
    """Whether the card stays until it is dismissed: not placed, or nobody knows whether it was."""
    return call.outcome is Outcome.FAILED or (call.outcome is Outcome.UNKNOWN and not call.was_placed)


class _Spaced(QWidget):
    """A card with the gap below it."""

    def __init__(self, card: CallCard) -> None:
        super().__init__()
        self._card = card
        card.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._card.setGeometry(0, 0, self.width(), self.height() - _GAP)
