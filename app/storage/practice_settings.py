"""Practice mode's settings: its profile's, with the one account that the practice provider gives it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.account import Account
    from app.services.settings import Settings, SettingsStore


class PracticeSettings:
    """A SettingsStore whose only account is `account`: it is never written, and changes with each start."""

    def __init__(self, kept: SettingsStore) -> None:
        self._kept = kept
        self.account: Account | None = None

    @property
    def current(self) -> Settings:
        return self._with_account(self._kept.current)

    async def update(self, change: Callable[[Settings], Settings]) -> Settings:
        def without_account(settings: Settings) -> Settings:
            return replace(change(self._with_account(settings)), accounts=(), chosen_account=None)

        return self._with_account(await self._kept.update(without_account))

    def _with_account(self, settings: Settings) -> Settings:
        accounts = (self.account,) if self.account else ()
        return replace(settings, accounts=accounts, chosen_account=None)
