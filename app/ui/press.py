"""One press of Call: from what stands in the dialler to a request, and the guard's question in between."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.domain.call import CallKind, CallRequest
from app.domain.guard import LONGEST_REASON
from app.ui.notice import NoticeAction, NoticeEntry, Severity
from app.ui.question_words import question_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.account import Account
    from app.domain.call import Call
    from app.domain.phone_number import PhoneNumber
    from app.services.account_service import AccountService
    from app.services.dialling import Dialling
    from app.services.question import Question
    from app.ui.dialler import Dialler
    from app.ui.notice import NoticeLine

_SUBJECT = "question"
_NO_ACCOUNT = "no account"
_ANYWAY, _DO_NOT, _ADD, _LIST = "anyway", "do not", "add account", "list"


class Press(QObject):
    """Answers the dialler's Call button."""

    add_account_wanted = Signal()
    list_wanted = Signal()
    """The do-not-call list is to be seen: it cannot be asked."""
    asking_changed = Signal(bool)
    """Whether a question waits for its answer now."""

    def __init__(
        self,
        dialler: Dialler,
        accounts: AccountService,
        dialling: Dialling,
        name_of: Callable[[str], str],
    ) -> None:
        super().__init__(dialler)
        self._dialler = dialler
        self._accounts = accounts
        self._dialling = dialling
        self._name_of = name_of
        self._question: Question | None = None
        self._reason = "", ""
        """Whom the reason was written about last, and the reason."""
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
        """Ask, inline, whether to call although something speaks against it; or say that nobody may."""
        self._keep_reason()
        is_new = self._question is None
        self._question = question
        self.asking_changed.emit(True)
        actions = [NoticeAction(_DO_NOT, self.tr("Do not call"))]
        if not question.is_binding:
            actions.insert(0, NoticeAction(_ANYWAY, self.tr("Call anyway")))
        if question.unchecked:
            actions.append(NoticeAction(_LIST, self.tr("Open the list")))
        self._dialler.board.show_notice(
            _SUBJECT,
            Severity.WARNING,
            question_words(question, self._name_of(question.request.number.person)),
            actions,
            entry=None if question.is_binding else self._entry(question),
            dismissible=False,
            after=self._dialler.number_field.edit,  # one Tab away: the number keeps the focus
        )
        if (line := self._line) is not None:
            self._bring_back_reason(line, question)
            if is_new and question.needs_reason and self._waits_for(question):
                line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _waits_for(self, question: Question) -> bool:
        """Whether the operator is not typing the next number already."""
        field = self._dialler.number_field
        return field.hasFocus() and field.number() == question.request.number

    def _entry(self, question: Question) -> NoticeEntry:
        words = self.tr("Reason (required)") if question.needs_reason else self.tr("Reason (optional)")
        return NoticeEntry(_ANYWAY, "Reason", words, LONGEST_REASON)

    @property
    def _line(self) -> NoticeLine | None:
        notice = self._dialler.board.notice(_SUBJECT)
        return notice.entry if notice is not None else None

    def _keep_reason(self) -> None:
        """Remember what was written about a person: asking again, or later, must not lose it."""
        if self._question is not None and (line := self._line) is not None:
            self._reason = self._question.request.number.person, line.text()

    def _bring_back_reason(self, line: NoticeLine, question: Question) -> None:
        person, reason = self._reason
        if person == question.request.number.person and not line.text():
            line.setText(reason)

    def refresh(self, call: Call) -> None:
        """Keep the question true to what has become known of the call it is about."""
        if call.request.despite is not None and call.request.number.person == self._reason[0]:
            self._reason = "", ""  # it was given
        earlier = self._question.earlier if self._question is not None else None
        if self._question is not None and earlier is not None and earlier.id == call.id:
            self.ask(replace(self._question, earlier=call))

    def forget(self) -> None:
        """Take the question back: what would be done changed, or Esc was pressed."""
        self._keep_reason()
        line = self._line
        if line is not None and line.hasFocus():
            self._dialler.number_field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._question = None
        self.asking_changed.emit(False)
        self._dialler.board.take_down(_SUBJECT)
        self._dialler.board.take_down(_NO_ACCOUNT)

    @property
    def is_asking(self) -> bool:
        """Whether a question waits for its answer."""
        return self._question is not None

    def _on_action(self, subject: str, key: str) -> None:
        if subject == _NO_ACCOUNT:
            self._dialler.board.take_down(_NO_ACCOUNT)
            self.add_account_wanted.emit()
        elif subject == _SUBJECT and key == _ANYWAY:
            self._call_anyway()
        elif subject == _SUBJECT and key == _LIST:
            self.list_wanted.emit()
        elif subject == _SUBJECT:
            self.forget()
            self._dialler.number_field.select_all()

    def _call_anyway(self) -> None:
        """Answer the question: what it asks about is called, though the dialler may be ahead."""
        question, line, notice = self._question, self._line, self._dialler.board.notice(_SUBJECT)
        if question is None or line is None or notice is None:
            return
        if question.needs_reason and not line.text().strip():
            notice.complain(self.tr("Say why you call anyway."))
            return
        if self._dialling.press(question.request, anyway=True, reason=line.text()):
            self.forget()
            self._dialler.number_field.select_all()
