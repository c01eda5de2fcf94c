"""Accounts: add, edit, test, remove, choose."""

from __future__ import annotations

import uuid
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from app.domain.account import Account, Secret
from app.domain.provider import InvalidAccount
from app.services.account_draft import (
    FIELD_MISSING,
    MANAGED,
    NAME_TAKEN,
    NO_NAME,
    NO_PROVIDER,
    AccountRefused,
)
from app.services.open_accounts import OpenAccounts, asked, made
from app.services.secret_store import SecretNotKept, SecretsSilent, SecretsUnavailable
from app.services.settings import NotSaved
from app.services.tasks import uninterrupted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from app.domain.provider import CallProvider, Choice, Connection
    from app.services.account_draft import AccountDraft
    from app.services.secret_store import SecretStore
    from app.services.settings import Settings, SettingsStore


class AccountService:
    """The accounts of this profile.

    `secrets` is the keyring; `run_secrets` keeps what the operator wants kept for this run only.
    `on_change` is called with an account's id when something about it, or the choice, changed;
    `on_replaced` when it was saved or removed, and what stands on it must be made anew.
    """

    def __init__(
        self,
        *,
        settings: SettingsStore,
        secrets: SecretStore,
        run_secrets: SecretStore,
        providers: tuple[type[CallProvider], ...],
        on_change: Callable[[str], None],
        on_replaced: Callable[[str], None],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._settings = settings
        self._secrets = secrets
        self._run_secrets = run_secrets
        self._kinds = {provider.key: provider for provider in providers}
        self._on_change = on_change
        self._on_replaced = on_replaced
        self._chosen = settings.current.chosen_account
        self.open = OpenAccounts(find=self._found, secret=self._secret, on_change=on_change, now=now)

    # --- which there are ------------------------------------------------------------------------------

    @property
    def providers(self) -> tuple[type[CallProvider], ...]:
        """The kinds of provider an account can be at."""
        return tuple(self._kinds.values())

    @property
    def accounts(self) -> tuple[Account, ...]:
        """All accounts: the administrators', then the operator's in the order in which they were added."""
        return self._settings.current.accounts

    @property
    def chosen(self) -> Account | None:
        """The account that calls go through: the one last chosen in this program, or else the first."""
        chosen = self.account(self._chosen or "")
        return chosen or next(iter(self.accounts), None)

    def account(self, account_id: str) -> Account | None:
        """Return the account, or None if it is not, or no longer, there."""
        return next((account for account in self.accounts if account.id == account_id), None)

    def named(self, name: str) -> Account | None:
        """Return the account of that name, upper and lower case alike."""
        return next((a for a in self.accounts if a.name.casefold() == name.strip().casefold()), None)

    def kind_of(self, account: Account) -> type[CallProvider] | None:
        """Return the class of the account's provider; None if this version does not know it."""
        return self._kinds.get(account.provider)

    def _found(self, account_id: str) -> tuple[Account, type[CallProvider]] | None:
        account = self.account(account_id)
        kind = self.kind_of(account) if account else None
        return (account, kind) if account and kind else None

    # --- changing them --------------------------------------------------------------------------------

    async def save(self, draft: AccountDraft, *, for_this_run: bool = False) -> Account:
        """Add the account, or put it in place of the one with its id; return it as saved.

        Of an account that administrators have set only the secrets are taken. `for_this_run` keeps them in
        memory only. Raises AccountRefused, NotSaved, and what a SecretStore raises; then nothing has changed.
        """
        draft = self._as_managed(draft)
        account = await self._checked(draft)
        if account.is_managed:
            await self._require_secrets(draft)
        await uninterrupted(self._save(draft, account, for_this_run=for_this_run))
        await self._replaced(account.id)
        return account

    async def _save(self, draft: AccountDraft, account: Account, *, for_this_run: bool) -> None:
        store = self._run_secrets if for_this_run else self._secrets
        is_new = draft.id is None or account.is_managed
        secrets = self._all_secrets(draft) if for_this_run and is_new else draft.secrets
        earlier = {key: await store.get(account.id, key) if draft.id else None for key in secrets}
        try:
            for key, secret in secrets.items():
                await store.set(account.id, key, secret)
            await self._settings.update(lambda settings: _with_account(settings, account))
        except (AccountRefused, NotSaved, SecretNotKept, SecretsSilent, SecretsUnavailable):
            await _put_back(store, account.id, earlier)
            raise
        for key in secrets if store is self._secrets else ():
            await self._run_secrets.delete(account.id, key)

    def _all_secrets(self, draft: AccountDraft) -> dict[str, Secret]:
        """Return what was entered, and nothing for the rest: then no keyring is asked for any."""
        fields = self._kinds[draft.provider].account_fields
        return {f.key: draft.secrets.get(f.key, Secret("")) for f in fields if f.secret}

    def _as_managed(self, draft: AccountDraft) -> AccountDraft:
        """Return the draft with nothing of the operator's but secrets where administrators set the rest."""
        account = self.account(draft.id or "")
        if account is None or not account.is_managed:
            return draft
        return replace(draft, name=account.name, provider=account.provider, fields=account.fields)

    async def _require_secrets(self, draft: AccountDraft) -> None:
        """Raise AccountRefused for one that is needed, was not entered and is not kept."""
        for spec in self._kinds[draft.provider].account_fields:
            is_asked = spec.secret and spec.required and spec.key not in draft.secrets
            if is_asked and not await self._secret(draft.id or "", spec.key):
                raise AccountRefused(FIELD_MISSING, spec.key)

    async def remove(self, account_id: str) -> None:
        """Remove the account and its secrets.

        Raises AccountRefused for one that administrators have set, NotSaved and what a SecretStore raises.
        """
        account = self.account(account_id)
        if account is not None and account.is_managed:
            raise AccountRefused(MANAGED)
        await uninterrupted(self._remove(account_id))
        await self._replaced(account_id)

    async def forget(self, gone: Collection[Account]) -> None:
        """Forget the secrets of accounts that administrators have taken away, and what else is kept of them.

        Raises NotSaved and what a SecretStore raises; what is left is for the next time.
        """
        for account in gone:
            if self.kind_of(account) is not None:  # or this version does not know which secrets it had
                await self._forget_secrets(account)
                await self._settings.update(partial(_without_seen, account_id=account.id))

    async def _remove(self, account_id: str) -> None:
        if (account := self.account(account_id)) is not None:
            await self._forget_secrets(account)
        await self._settings.update(lambda settings: _without_account(settings, account_id))

    async def _replaced(self, account_id: str) -> None:
        await self.open.retire(account_id)
        self._on_change(account_id)
        self._on_replaced(account_id)

    async def _forget_secrets(self, account: Account) -> None:
        kind = self.kind_of(account)
        for key in [f.key for f in kind.account_fields if f.secret] if kind else ():
            only_for_this_run = await self._run_secrets.get(account.id, key) is not None
            await self._run_secrets.delete(account.id, key)
            try:
                await self._secrets.delete(account.id, key)
            except SecretsUnavailable:
                if not only_for_this_run:
                    raise

    def choose(self, account_id: str) -> None:
        """Make calls go through that account from now on, in this program."""
        self._chosen = account_id
        self._on_change(account_id)

    async def remember_choice(self) -> None:
        """Keep the choice for the next start. Raises NotSaved."""
        chosen = self._chosen
        await self._settings.update(lambda settings: replace(settings, chosen_account=chosen))

    async def _checked(self, draft: AccountDraft) -> Account:
        name = draft.name.strip()
        if not name:
            raise AccountRefused(NO_NAME, "name")
        namesake = self.named(name)
        if namesake and namesake.id != draft.id:
            raise AccountRefused(NAME_TAKEN, "name")
        kind = self._kinds.get(draft.provider)
        if kind is None:
            raise AccountRefused(NO_PROVIDER)
        draft.require_complete(kind)
        fields = draft.plain_fields(kind)
        secrets = {f.key: Secret("kept") for f in kind.account_fields if f.secret} | dict(draft.secrets)
        try:
            await made(kind, fields, secrets)
        except InvalidAccount as error:
            raise AccountRefused(error.detail) from error
        earlier = self.account(draft.id or "")
        is_managed = earlier is not None and earlier.is_managed
        return Account(draft.id or uuid.uuid4().hex, name, draft.provider, fields, is_managed=is_managed)

    # --- asking the provider --------------------------------------------------------------------------

    async def test(self, draft: AccountDraft) -> Connection:
        """Return the state of the line as the provider tells it for what was entered; nothing is kept.

        Raises AccountRefused, ProviderError, and what a SecretStore raises.
        """
        draft = self._as_managed(draft)
        await self._checked(draft)
        provider = await self._temporary(draft)
        try:
            return await asked(provider.connection())
        finally:
            await provider.close()

    async def choices(self, draft: AccountDraft, key: str) -> list[Choice]:
        """List the values that the field `key` can take, given what else was entered. Raises as `test`."""
        provider = await self._temporary(draft)
        try:
            return await asked(provider.choices(key))
        finally:
            await provider.close()

    async def _temporary(self, draft: AccountDraft) -> CallProvider:
        if draft.id is not None:
            self.open.require_unlimited(draft.id)
        kind = self._kinds[draft.provider]
        secrets = dict(draft.secrets)
        for spec in kind.account_fields:
            if spec.secret and spec.key not in secrets:
                secrets[spec.key] = await self._secret(draft.id, spec.key) if draft.id else Secret("")
            if spec.secret and spec.required and not secrets[spec.key]:
                raise AccountRefused(FIELD_MISSING, spec.key)
        return await made(kind, draft.plain_fields(kind), secrets)

    async def _secret(self, account_id: str, key: str) -> Secret:
        kept = await self._run_secrets.get(account_id, key)
        if kept is None:
            kept = await self._secrets.get(account_id, key)
        return kept or Secret("")

    async def close(self) -> None:
        """Close every connection."""
        await self.open.close()


async def _put_back(store: SecretStore, account_id: str, secrets: Mapping[str, Secret | None]) -> None:
    """Let the store hold what it held before, as far as it can."""
    with suppress(SecretsUnavailable, SecretsSilent, SecretNotKept):
        for key, secret in secrets.items():
            await (store.delete(account_id, key) if secret is None else store.set(account_id, key, secret))


def _with_account(settings: Settings, account: Account) -> Settings:
    others = (a.name.casefold() for a in settings.accounts if a.id != account.id)
    if account.name.casefold() in others and not account.is_managed:
        raise AccountRefused(NAME_TAKEN, "name")  # by another Toque, or a second press
    known = any(a.id == account.id for a in settings.accounts)
    accounts = (
        tuple(account if a.id == account.id else a for a in settings.accounts)
        if known
        else (*settings.accounts, account)
    )
    return replace(settings, accounts=accounts, chosen_account=settings.chosen_account or accounts[0].id)


def _without_seen(settings: Settings, *, account_id: str) -> Settings:
    seen = tuple(a for a in settings.seen_accounts if a.id != account_id)
    return replace(_without_account(settings, account_id), seen_accounts=seen)


def _without_account(settings: Settings, account_id: str) -> Settings:
    accounts = tuple(a for a in settings.accounts if a.id != account_id)
    chosen = None if settings.chosen_account == account_id else settings.chosen_account
    tasks = {id_: task for id_, task in settings.agent_tasks.items() if id_ != account_id}
    return replace(settings, accounts=accounts, chosen_account=chosen, agent_tasks=tasks)
