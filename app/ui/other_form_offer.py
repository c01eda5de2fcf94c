"""After a call that nobody took: the other written form of the number is offered. It only fills in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.call import Outcome
from app.domain.reason import Reason
from app.ui.notice import NoticeAction, Severity
from app.ui.wording import state_words

if TYPE_CHECKING:
    from app.domain.call import Call
    from app.ui.notice_board import NoticeBoard

_SUBJECT, _FILL_IN = "other form", "fill in"
_NOT_TAKEN = frozenset({Outcome.NO_ANSWER, Outcome.REJECTED})
_NOT_REACHED = frozenset({Reason.NUMBER_REFUSED})
"""Why a call failed, where the provider may not know the person under that number."""


class OtherFormOffer(QObject):
    """Watches the calls that are placed here. One offer stands at a time, on `board`."""

    wanted = Signal(str)
    """The form that is to be filled in."""

    def __init__(self, board: NoticeBoard) -> None:
        super().__init__(board)
        self._board = board
        self._under_way: set[str] = set()
        self._in_vain: set[str] = set()
        """The forms called in vain: none of them is offered."""
        self._offered = ""
        board.action_triggered.connect(self._on_action)

    def show_call(self, call: Call) -> None:
        """Follow a call: offer after its end, until the next call is placed."""
        if not call.is_over:
            if call.id not in self._under_way:
                self._forget()
            self._under_way.add(call.id)
        elif call.id in self._under_way:  # not one of an earlier run, which was only looked up
            self._under_way.discard(call.id)
            self._offer_after(call)

    def _offer_after(self, call: Call) -> None:
        number = call.request.number
        if not _is_in_vain(call):
            self._in_vain.discard(number.e164)
            return
        self._in_vain.add(number.e164)
        other = number.other_form
        if other is None or other.e164 in self._in_vain:
            return
        self._offered = other.formatted
        words = self.tr("{number}: {state}. WhatsApp may know this person as {other}.").format(
            number=number.formatted, state=state_words(call).text, other=other.formatted
        )
        actions = [NoticeAction(_FILL_IN, self.tr("Fill in other form"))]
        self._board.take_down(_SUBJECT)
        self._board.show_notice(_SUBJECT, Severity.INFO, words, actions)

    def _forget(self) -> None:
        self._board.take_down(_SUBJECT)

    def _on_action(self, subject: str, _key: str) -> None:
        if subject == _SUBJECT:
            self._forget()
            self.wanted.emit(self._offered)


def _is_in_vain(call: Call) -> bool:
    return call.outcome in _NOT_TAKEN or (call.outcome is Outcome.FAILED and call.last.reason in _NOT_REACHED)
