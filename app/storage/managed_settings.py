"""The operator's settings, with what administrators have set for everybody at this computer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.services.policy import CAN_SET
from app.services.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.policy import Policy
    from app.services.settings import SettingsStore

_USUAL = Settings()


class ManagedSettings:
    """A SettingsStore on top of the operator's own, which `policy` goes before.

    What is kept stays the operator's: a setting of the administrators is never written among them, and
    counts no longer once they take it back. Whatever differs after a change was chosen by the operator, or
    from before there was anything to choose against.
    """

    def __init__(self, kept: SettingsStore, policy: Policy) -> None:
        self._kept = kept
        self._policy = policy

    @property
    def current(self) -> Settings:
        return self._managed(self._kept.current)

    async def update(self, change: Callable[[Settings], Settings]) -> Settings:
        def change_own(own: Settings) -> Settings:
            return self._own(change, own)

        return self._managed(await self._kept.update(change_own))

    def _managed(self, own: Settings) -> Settings:
        return replace(
            own,
            accounts=(*self._policy.everybodys(own.seen_accounts), *own.accounts),
            **{name: self._value(name, own) for name in CAN_SET},
        )

    def _value(self, name: str, own: Settings) -> Any:
        usual, chosen = getattr(_USUAL, name), getattr(own, name)
        if name in self._policy.fixed:
            return self._policy.settings.get(name, usual)
        if name in own.chosen or chosen != usual:
            return chosen
        return self._policy.settings.get(name, usual)

    def _own(self, change: Callable[[Settings], Settings], own: Settings) -> Settings:
        """Return what is kept when `change` is made to what the operator sees."""
        before = self._managed(own)
        after = change(before)
        differing = {name for name in CAN_SET if getattr(after, name) != getattr(before, name)}
        chosen = differing - self._policy.fixed
        ids = {account.id for account in self._policy.accounts}
        others = (account for account in after.seen_accounts if account.id not in ids)
        return replace(
            after,
            accounts=tuple(account for account in after.accounts if not account.is_managed),
            chosen=own.chosen | chosen,
            seen_accounts=(*self._policy.accounts, *others),
            **{name: getattr(own, name) for name in CAN_SET - chosen},
        )
