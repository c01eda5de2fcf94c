"""The chosen account, wherever the window shows what it is and can do; and choosing another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.services.settings import NotSaved
from app.ui.account_selector import AccountItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.account import Account
    from app.domain.provider import CallProvider
    from app.ui.account_notices import AccountNotices
    from app.ui.dialler import Dialler
    from app.ui.press import Press
    from app.ui.services import Services
    from app.ui.top_bar import TopBar

_KEEP_WARM_MS = 20_000
"""How often the connection is looked after while a number stands in the field."""


class AccountDesk(QObject):
    """Begins with `begin`, when the services are ready; before that nothing is connected."""

    shown = Signal(int)
    """What is known of the accounts is on screen; there are so many."""
    trouble_met = Signal(str)
    settings_wanted = Signal(str)
    _choice_ended = Signal(object)

    def __init__(
        self,
        services: Services,
        *,
        top_bar: TopBar,
        dialler: Dialler,
        press: Press,
        notices: AccountNotices,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._top_bar = top_bar
        self._dialler = dialler
        self._press = press
        self._notices = notices
        self._window = window
        self._connected: str | None = None
        self._has_begun = False
        self._warmth = QTimer(self)
        self._warmth.setInterval(_KEEP_WARM_MS)
        self._warmth.timeout.connect(self._keep_warm)
        top_bar.account_chosen.connect(self.choose)
        dialler.number_changed.connect(self._on_number_changed)
        dialler.agent.settings_wanted.connect(self._on_agent_settings)
        self._choice_ended.connect(self._on_choice_ended)

    def begin(self) -> None:
        """Connect: the services are ready."""
        self._has_begun = True
        self.show()

    def show(self) -> None:
        """Show the chosen account, what can be done with it, and its connection."""
        services = self._services
        account = services.accounts.chosen
        items = [self._item(each) for each in services.accounts.accounts]
        self._top_bar.show_accounts(items, account.id if account else None)
        status = services.accounts.open.status(account.id) if account else None
        self._top_bar.show_status(status, services.live.status(account.id) if account else None)
        kind = services.accounts.kind_of(account) if account else None
        capabilities = kind.capabilities if kind else None
        services.audio.allow(capabilities)
        self._dialler.show_capabilities(capabilities)
        self._show_agents(account, kind)
        self._dialler.wait_until(status.retry_at if status else None)
        self._notices.show_account(account)
        self.shown.emit(len(items))
        if self._has_begun and account is not None and account.id != self._connected:
            self._connected = account.id
            services.live.connect(account.id)
            services.accounts.open.keep_warm(account.id)

    def _show_agents(self, account: Account | None, kind: type[CallProvider] | None) -> None:
        longest = kind.capabilities.agent if kind else None
        has_agents = self._has_begun and account is not None and longest is not None
        self._dialler.agent.show_account(
            account.id if account and has_agents else None, kind.name if kind else "", longest
        )

    def _item(self, account: Account) -> AccountItem:
        kind = self._services.accounts.kind_of(account)
        connection = self._services.accounts.open.status(account.id).connection
        provider = kind.name if kind else account.provider
        return AccountItem(
            account.id, account.name, provider, connection.line, connection.detail, account.is_managed
        )

    # --- another one ----------------------------------------------------------------------------------

    def choose(self, account_id: str) -> None:
        """Call through that account from now on."""
        self.choose_for_now(account_id)
        work = self._services.accounts.remember_choice()
        self._services.tasks.start(work, "choice of an account", self._choice_ended.emit)

    def choose_for_now(self, account_id: str) -> None:
        """Call through that account; a link's wish is not remembered for the next start."""
        self._press.forget()
        self._services.accounts.choose(account_id)

    def choose_place(self, place: int) -> None:
        """Call through the account at that place, from 1; nothing happens where there is none."""
        accounts = self._services.accounts.accounts
        if place <= len(accounts):
            self.choose(accounts[place - 1].id)

    def _on_choice_ended(self, result: object) -> None:
        if isinstance(result, NotSaved):
            self.trouble_met.emit(str(result))

    def _on_agent_settings(self) -> None:
        if (account := self._services.accounts.chosen) is not None:
            self.settings_wanted.emit(account.id)

    # --- its connection -------------------------------------------------------------------------------

    def _on_number_changed(self, number: object) -> None:
        if number is None:
            self._warmth.stop()
        else:
            self._keep_warm()
            self._warmth.start()

    def _keep_warm(self) -> None:
        account = self._services.accounts.chosen
        if account is not None and self._window.isActiveWindow():
            self._services.accounts.open.keep_warm(account.id)
