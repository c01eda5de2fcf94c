"""Practice mode's settings: its profile's, with the accounts that the practice provider gives it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.account import Account
    from app.services.settings import Settings, SettingsStore


class PracticeSettings:
    """A SettingsStore whose only accounts are `accounts`: never written, for they change with each start.

    Which of them was chosen is kept: their ids stay the same.
    """

    def __init__(self, kept: SettingsStore) -> None:
        self._kept = kept
        self.accounts: tuple[Account, ...] = ()

    @property
    def current(self) -> Settings:
        return self._with_accounts(self._kept.current)

    async def update(self, change: Callable[[Settings], Settings]) -> Settings:
        def without_accounts(settings: Settings) -> Settings:
            return replace(change(self._with_accounts(settings)), accounts=())

        return self._with_accounts(await self._kept.update(without_accounts))

    def _with_accounts(self, settings: Settings) -> Settings:
        return replace(settings, accounts=self.accounts)
