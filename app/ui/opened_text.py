"""A text that comes from outside, a link or whatever was copied: its number is filled in. It never dials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.domain.call import CallKind
from app.domain.phone_number import InvalidPhoneNumber, NumberProblem
from app.ui import typed_number
from app.ui.copied_numbers import NumberMenu
from app.ui.notice import NoticeAction, Severity
from app.ui.number_explanation import explain_problem
from app.ui.origin import Origin, origin_words

if TYPE_CHECKING:
    from app.domain.number_finder import FoundNumber
    from app.domain.phone_link import PhoneLink
    from app.services.account_service import AccountService
    from app.ui.dialler import Dialler

translate = QCoreApplication.translate

_UNUSABLE, _WISHES = "opened text", "opened wishes"
_BACK = "back"
_NUMBERS_ONLY = frozenset({NumberProblem.TOO_SHORT, NumberProblem.NO_AREA_CODE, NumberProblem.NO_COUNTRY})
"""What is wrong with digits that more typing puts right: they go into the field, which says so."""


class OpenedText(QObject):
    """Reads texts into `dialler`. `account_wanted` asks for the account of that id, which a link named."""

    account_wanted = Signal(str)

    def __init__(self, dialler: Dialler, accounts: AccountService) -> None:
        super().__init__(dialler)
        self._dialler = dialler
        self._field = dialler.number_field
        self._accounts = accounts
        self._origin = Origin.LINK
        self._has_chosen = False
        self._account_before = ""
        self._field.text_changed.connect(self._forget_problems)
        dialler.board.action_triggered.connect(self._on_action)

    def open(self, text: str, origin: Origin) -> bool:
        """Fill in the number in `text`, or offer those there are; return whether there is any.

        Where there is none the field keeps what it has, and a notice says why.
        """
        self._forget_problems()
        self._dialler.board.take_down(_WISHES)
        self._origin = origin
        try:
            found = self._numbers_in(text)
        except InvalidPhoneNumber as problem:
            if problem.problem in _NUMBERS_ONLY and typed_number.formatted(text, self._field.region):
                self._fill_in(text, "")
                return True
            words = f"{origin_words(origin)}: {explain_problem(problem).text}"
            self._say_unusable(words)
            return False
        if len(found) > 1:
            menu = NumberMenu(found, self._field)
            menu.chosen.connect(self._on_chosen)
            menu.open_below(self._field)
            return True
        self._on_chosen(found[0])
        return True

    def can_read(self, text: str) -> bool:
        """Whether there is a number in `text`."""
        try:
            return bool(self._numbers_in(text))
        except InvalidPhoneNumber:
            return False

    def _numbers_in(self, text: str) -> list[FoundNumber]:
        from app.domain.number_finder import numbers_in  # with the first text

        return numbers_in(text, self._field.region)

    def _on_chosen(self, found: FoundNumber) -> None:
        self._fill_in(found.number.formatted, found.extension)
        self._follow(found.link)

    def _fill_in(self, text: str, extension: str) -> None:
        self._field.set_text(text, self._origin, extension)
        self._field.select_all()

    # --- what our own links wish for -------------------------------------------------------------------

    def _follow(self, link: PhoneLink | None) -> None:
        """Do what the link wishes, as far as it can be, and say in one notice what was done and what not."""
        if link is None:
            return
        before = self._accounts.chosen
        left_out = [self._choose_account(link.account)]
        chosen = self._accounts.chosen
        left_out += [self._set_ring(link)]
        words, actions = list(filter(None, left_out)), []
        severity = Severity.WARNING if words else Severity.INFO
        self._has_chosen = chosen is not None and before is not None and chosen.id != before.id
        if self._has_chosen and chosen is not None and before is not None:
            self._account_before = before.id
            words.insert(0, self.tr("The link chose the account {name}.").format(name=chosen.name))
            actions = [NoticeAction(_BACK, self.tr("Back to {name}").format(name=before.name))]
        if words:
            self._dialler.board.show_notice(_WISHES, severity, " ".join(words), actions)

    def _choose_account(self, name: str) -> str:
        """Choose the account of that name; return what is to be said where there is none."""
        if not name:
            return ""
        account = self._accounts.named(name)
        if account is None:
            return self.tr("There is no account “{name}”: the link's wish for it is left out.").format(
                name=name
            )
        if account != self._accounts.chosen:
            self.account_wanted.emit(account.id)
        return ""

    def _set_ring(self, link: PhoneLink) -> str:
        """Set the seconds; return what is to be said where the account does not allow them."""
        if link.refused_ring:
            words = self.tr("“{text}” is no ring time: the link's wish for it is left out.")
            return words.format(text=link.refused_ring)
        if link.ring_seconds is None:
            return ""
        self._dialler.call_type.set_kind(CallKind.RING)
        if self._dialler.call_type.kind() is not CallKind.RING:
            return self.tr(
                "Calls through this account have no ring time: the link's wish for it is left out."
            )
        self._dialler.ring_duration.lend(link.ring_seconds)
        seconds = self._dialler.ring_duration.seconds()
        if seconds == link.ring_seconds:
            return ""
        words = self.tr("The link wishes for {wished} s, of which this account allows {seconds} s.")
        return words.format(wished=link.ring_seconds, seconds=seconds)

    # --- said ------------------------------------------------------------------------------------------

    def _say_unusable(self, words: str) -> None:
        """Say it, and let Enter, which was meant for a number that did not come, not call the one before."""
        self._dialler.board.show_notice(_UNUSABLE, Severity.WARNING, words)
        notice = self._dialler.board.notice(_UNUSABLE)
        if notice is not None and self._origin is not Origin.CLIPBOARD:
            notice.take_focus()

    def _forget_problems(self) -> None:
        """Take down what was said of a text before: another number stands there now.

        That another account is chosen stays said: it still is. The ring time was for that number alone.
        """
        self._dialler.ring_duration.give_back()
        self._dialler.board.take_down(_UNUSABLE)
        if not self._has_chosen:
            self._dialler.board.take_down(_WISHES)

    def _on_action(self, subject: str, _key: str) -> None:
        if subject == _WISHES:
            self._dialler.board.take_down(_WISHES)
            self.account_wanted.emit(self._account_before)
