"""What the operator should know of the chosen account: a problem with its way out, and the live offer."""

from __future__ import annotations

import json
from enum import StrEnum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.provider import ProviderError
from app.domain.reason import Reason
from app.services.secret_store import SecretsSilent, SecretsUnavailable
from app.ui import wording
from app.ui.notice import NoticeAction, Severity

if TYPE_CHECKING:
    from app.domain.account import Account
    from app.services.account_service import AccountService
    from app.services.live_service import LiveService
    from app.services.tasks import Tasks
    from app.ui.notice_board import NoticeBoard

PROBLEM, LIVE, FAILURE = "account problem", "live status", "failure"


class _Do(StrEnum):
    SETTINGS = auto()
    RETRY = auto()
    EXPLAIN = auto()
    WRITE = auto()
    DECLINE = auto()


class AccountNotices(QObject):
    """Keeps the notices on `board` true to the chosen account."""

    settings_wanted = Signal(str)
    """The id of the account whose settings the operator wants to see."""
    _ended = Signal(str, object)

    def __init__(self, board: NoticeBoard, accounts: AccountService, live: LiveService, tasks: Tasks) -> None:
        super().__init__(board)
        self._board = board
        self._accounts = accounts
        self._live = live
        self._tasks = tasks
        self._declined: set[str] = set()
        self._is_explained = False
        self._account: Account | None = None
        board.action_triggered.connect(self._on_action)
        self._ended.connect(self._show_ended)

    def show_account(self, account: Account | None) -> None:
        """Bring both notices up to date for that account."""
        if account != self._account:
            self._is_explained = False
        self._account = account
        self._show_problem()
        self._show_live_offer()

    def _show_problem(self) -> None:
        status = self._accounts.open.status(self._account.id) if self._account else None
        if self._account is None or status is None or status.reason is None:
            self._board.take_down(PROBLEM)
            return
        kind = self._accounts.kind_of(self._account)
        self._board.show_notice(
            PROBLEM,
            Severity.WARNING,
            wording.reason_words(status.reason, provider=kind.name if kind else "", detail=status.detail),
            [
                NoticeAction(_Do.SETTINGS, self.tr("Open account settings")),
                NoticeAction(_Do.RETRY, self.tr("Try again")),
            ],
        )

    def _show_live_offer(self) -> None:
        account = self._account
        status = self._live.status(account.id) if account else None
        if account is None or status is None or status.setting is None or account.id in self._declined:
            self._board.take_down(LIVE)
            return
        if not self._is_explained:
            text = self.tr(
                "Live status is switched off for this instance: Toque goes by the clock, "
                "and cannot say whether a call was answered."
            )
            actions = [
                NoticeAction(_Do.EXPLAIN, self.tr("Turn on live status")),
                NoticeAction(_Do.DECLINE, self.tr("Not now")),
            ]
        else:
            text = self.tr(
                "This changes a setting of the instance at the provider, which other programs may be "
                "using; what they need is kept.\nWill be written: {setting}"
            ).format(setting=json.dumps(status.setting.will_write))
            actions = [
                NoticeAction(_Do.WRITE, self.tr("Write it")),
                NoticeAction(_Do.DECLINE, self.tr("Leave it as it is")),
            ]
        self._board.show_notice(LIVE, Severity.INFO, text, actions, dismissible=False)

    def _on_action(self, _subject: str, key: str) -> None:
        account = self._account
        if account is None:
            return
        match key:
            case _Do.SETTINGS:
                self.settings_wanted.emit(account.id)
            case _Do.RETRY:
                self._live.connect(account.id)
                work = self._accounts.open.refresh(account.id)
                self._tasks.start(work, "retry of an account", partial(self._ended.emit, account.id))
            case _Do.EXPLAIN:
                self._is_explained = True
                self._show_live_offer()
            case _Do.WRITE:
                enabling = self._live.enable(account.id)
                self._tasks.start(enabling, "turning on live status", partial(self._ended.emit, account.id))
            case _Do.DECLINE:
                self._declined.add(account.id)
                self._show_live_offer()

    def _show_ended(self, account_id: str, result: object) -> None:
        """Show why a question or a change came to nothing; what a question found is in the status."""
        account = self._accounts.account(account_id)
        kind = self._accounts.kind_of(account) if account else None
        match result:
            case ProviderError():
                name = kind.name if kind else ""
                sentence = wording.reason_words(result.reason, provider=name, detail=result.detail)
            case SecretsSilent():
                sentence = wording.reason_words(Reason.SECRETS_SILENT, provider="")
            case SecretsUnavailable():
                sentence = wording.detail_words(str(result))
            case _:
                sentence = ""
        if sentence:
            self._board.show_notice(FAILURE, Severity.ERROR, sentence)
        else:
            self._board.take_down(FAILURE)
        self.show_account(self._account)
