"""One press of Call: from what stands in the dialler to a request, and the guard's question in between."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.call import CallKind, CallRequest, Outcome
from app.ui import wording
from app.ui.notice import NoticeAction, Severity

if TYPE_CHECKING:
    from app.domain.account import Account
    from app.domain.call import Call
    from app.domain.phone_number import PhoneNumber
    from app.services.account_service import AccountService
    from app.services.dialling import Dialling, Question
    from app.ui.dialler import Dialler

_SUBJECT = "question"
_NO_ACCOUNT = "no account"
_ANYWAY, _DO_NOT, _ADD = "anyway", "do not", "add account"


class Press(QObject):
    """Answers the dialler's Call button."""

    add_account_wanted = Signal()

    def __init__(self, dialler: Dialler, accounts: AccountService, dialling: Dialling) -> None:
        super().__init__(dialler)
        self._dialler = dialler
        self._accounts = accounts
        self._dialling = dialling
        self._question: Question | None = None
        dialler.call_pressed.connect(self.press)
        dialler.number_changed.connect(self.forget)
        dialler.wish_changed.connect(self.forget)
        dialler.board.action_triggered.connect(self._on_action)

    def press(self) -> None:
        """Ask for a call to what stands in the dialler, or say what is missing."""
        number = self._dialler.number_field.number()
        account = self._accounts.chosen
        if number is None:
            self._dialler.number_field.show_problem()
        elif self._kind is CallKind.AUDIO and self._dialler.audio.source is None:
            self._dialler.audio.show_problem()
        elif self._kind is CallKind.AGENT and self._dialler.agent.task() is None:
            self._dialler.agent.show_missing()
        elif self._kind is CallKind.RING and self._dialler.ring_duration.is_refused():
            self._dialler.ring_duration.last_stop.setFocus()
        elif account is None:
            self._dialler.board.show_notice(
                _NO_ACCOUNT,
                Severity.WARNING,
                self.tr("There is no account to call through yet."),
                [NoticeAction(_ADD, self.tr("Add account"), "Add account")],
            )
        else:
            if self._dialling.press(self._request(account, number)):
                self.forget()
                self._dialler.number_field.select_all()

    @property
    def _kind(self) -> CallKind:
        return self._dialler.call_type.kind()

    def _request(self, account: Account, number: PhoneNumber) -> CallRequest:
        if self._kind is CallKind.AUDIO:
            return CallRequest(account.id, number, CallKind.AUDIO, audio=self._dialler.audio.source)
        if self._kind is CallKind.AGENT:
            return CallRequest(account.id, number, CallKind.AGENT, agent=self._dialler.agent.task())
        seconds = self._dialler.ring_duration.seconds()
        return CallRequest(account.id, number, CallKind.RING, seconds)

    def ask(self, question: Question) -> None:
        """Ask, inline, whether to call although there is an earlier call, or nobody to be reached."""
        self._question = question
        self._dialler.board.show_notice(
            _SUBJECT,
            Severity.WARNING,
            self._sentence(question),
            [
                NoticeAction(_ANYWAY, self.tr("Call anyway")),
                NoticeAction(_DO_NOT, self.tr("Do not call")),
            ],
            dismissible=False,
        )

    def refresh(self, call: Call) -> None:
        """Keep the question true to what has become known of the call it is about."""
        earlier = self._question.earlier if self._question is not None else None
        if self._question is not None and earlier is not None and earlier.id == call.id:
            self.ask(replace(self._question, earlier=call))

    def forget(self) -> None:
        """Take the question back: what would be done changed, or Esc was pressed."""
        self._question = None
        self._dialler.board.take_down(_SUBJECT)
        self._dialler.board.take_down(_NO_ACCOUNT)

    @property
    def is_asking(self) -> bool:
        """Whether a question waits for its answer."""
        return self._question is not None

    def _sentence(self, question: Question) -> str:
        """Say what speaks against the call, and ask once."""
        earlier = question.earlier
        number = question.request.number.formatted
        if earlier is None:
            return self.tr("{number} seems to have no WhatsApp. Call anyway?").format(number=number)
        if question.is_reached:
            return self._earlier_sentence(earlier)
        unreached = self.tr("{number} seems to have no WhatsApp.").format(number=number)
        return f"{unreached} {self._earlier_sentence(earlier)}"

    def _earlier_sentence(self, earlier: Call) -> str:
        ago_s = round((datetime.now(UTC) - earlier.created_at).total_seconds())
        when = (
            self.tr("{seconds} s ago").format(seconds=ago_s)
            if 0 <= ago_s < 60
            else self.tr("at {time}").format(time=wording.day_and_time(earlier.created_at))
        )
        if earlier.outcome is Outcome.UNKNOWN:
            text = self.tr("{number} was called {when}, and it is not known what became of it. Call again?")
        else:
            text = self.tr("{number} was called {when} ({state}). Call again?")
        return text.format(
            number=earlier.request.number.formatted, when=when, state=wording.state_words(earlier).text
        )

    def _on_action(self, subject: str, key: str) -> None:
        if subject == _NO_ACCOUNT:
            self._dialler.board.take_down(_NO_ACCOUNT)
            self.add_account_wanted.emit()
            return
        question = self._question
        self.forget()
        if key == _ANYWAY and question is not None:  # what it asks about, though the dialler may be ahead
            self._dialling.press(question.request, anyway=True)
        self._dialler.number_field.select_all()
