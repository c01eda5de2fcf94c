"""Accounts: add, edit, test, remove, choose; one open provider for each, and what is known of its state."""

from __future__ import annotations

import asyncio
import uuid
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.account import Account, Secret
from app.domain.provider import (
    InvalidAccount,
    InvalidRequest,
    OutcomeUnknown,
    ProviderError,
    ProviderFailed,
    ProviderUnavailable,
    UnexpectedReply,
)
from app.domain.reason import Reason
from app.services.account_draft import FIELD_MISSING, NAME_TAKEN, NO_NAME, NO_PROVIDER, AccountRefused
from app.services.account_status import AccountStatus
from app.services.secret_store import SecretNotKept, SecretsSilent, SecretsUnavailable
from app.services.settings import NotSaved
from app.services.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.provider import CallProvider, Choice, Connection
    from app.services.account_draft import AccountDraft
    from app.services.secret_store import SecretStore
    from app.services.settings import Settings, SettingsStore

WARM_FOR_S = 25.0
"""After that long without an exchange the connection is renewed while a number is being entered: half of
what adapters keep an idle connection for."""


class AccountService:
    """The accounts of this profile.

    `secrets` is the keyring; `run_secrets` keeps what the operator wants kept for this run only.
    `on_change` is called with an account's id when something about it, or the choice, changed.
    """

    def __init__(
        self,
        *,
        settings: SettingsStore,
        secrets: SecretStore,
        run_secrets: SecretStore,
        providers: tuple[type[CallProvider], ...],
        on_change: Callable[[str], None],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._settings = settings
        self._secrets = secrets
        self._run_secrets = run_secrets
        self._kinds = {provider.key: provider for provider in providers}
        self._on_change = on_change
        self._now = now
        self._open: dict[str, CallProvider] = {}
        self._retired: list[CallProvider] = []
        self._opening: dict[str, asyncio.Lock] = {}
        self._status: dict[str, AccountStatus] = {}
        self._exchanged_at: dict[str, float] = {}
        self._warming: set[str] = set()
        self._tasks = Tasks()

    # --- which there are ------------------------------------------------------------------------------

    @property
    def providers(self) -> tuple[type[CallProvider], ...]:
        """The kinds of provider an account can be at."""
        return tuple(self._kinds.values())

    @property
    def accounts(self) -> tuple[Account, ...]:
        """All accounts, in the order in which they were added."""
        return self._settings.current.accounts

    @property
    def chosen(self) -> Account | None:
        """The account that calls go through: the one last chosen, or else the first."""
        chosen = self.account(self._settings.current.chosen_account or "")
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

    # --- changing them --------------------------------------------------------------------------------

    async def save(self, draft: AccountDraft, *, for_this_run: bool = False) -> Account:
        """Add the account, or put it in place of the one with its id; return it as saved.

        `for_this_run` keeps its secrets in memory only. Raises AccountRefused, NotSaved, and what a
        SecretStore raises; then nothing has changed.
        """
        account = await self._checked(draft)
        store = self._run_secrets if for_this_run else self._secrets
        secrets = self._all_secrets(draft) if for_this_run and draft.id is None else draft.secrets
        earlier = {key: await store.get(account.id, key) if draft.id else None for key in secrets}
        try:
            for key, secret in secrets.items():
                await store.set(account.id, key, secret)
            await self._settings.update(lambda settings: _with_account(settings, account))
        except (NotSaved, SecretNotKept):
            await _put_back(store, account.id, earlier)
            raise
        for key in secrets if store is self._secrets else ():
            await self._run_secrets.delete(account.id, key)
        await self._retire(account.id)
        self._on_change(account.id)
        return account

    def _all_secrets(self, draft: AccountDraft) -> dict[str, Secret]:
        """Return what was entered, and nothing for the rest: then no keyring is asked for any."""
        fields = self._kinds[draft.provider].account_fields
        return {f.key: draft.secrets.get(f.key, Secret("")) for f in fields if f.secret}

    async def remove(self, account_id: str) -> None:
        """Remove the account and its secrets. Raises NotSaved and what a SecretStore raises."""
        if (account := self.account(account_id)) is not None:
            await self._forget_secrets(account)
        await self._settings.update(lambda settings: _without_account(settings, account_id))
        await self._retire(account_id)
        self._on_change(account_id)

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

    async def choose(self, account_id: str) -> None:
        """Make calls go through that account, now and at the next start. Raises NotSaved."""
        await self._settings.update(lambda settings: replace(settings, chosen_account=account_id))
        self._on_change(account_id)

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
            await _made(kind, fields, secrets)
        except InvalidAccount as error:
            raise AccountRefused(error.detail) from error
        return Account(draft.id or uuid.uuid4().hex, name, draft.provider, fields)

    # --- asking the provider --------------------------------------------------------------------------

    async def test(self, draft: AccountDraft) -> Connection:
        """Return the state of the line as the provider tells it for what was entered; nothing is kept.

        Raises AccountRefused, ProviderError, and what a SecretStore raises.
        """
        await self._checked(draft)
        provider = await self._temporary(draft)
        try:
            return await provider.connection()
        finally:
            await provider.close()

    async def choices(self, draft: AccountDraft, key: str) -> list[Choice]:
        """List the values that the field `key` can take, given what else was entered. Raises as `test`."""
        provider = await self._temporary(draft)
        try:
            return await provider.choices(key)
        finally:
            await provider.close()

    async def _temporary(self, draft: AccountDraft) -> CallProvider:
        kind = self._kinds[draft.provider]
        secrets = dict(draft.secrets)
        for spec in kind.account_fields:
            if spec.secret and spec.key not in secrets:
                secrets[spec.key] = await self._secret(draft.id, spec.key) if draft.id else Secret("")
            if spec.secret and spec.required and not secrets[spec.key]:
                raise AccountRefused(FIELD_MISSING, spec.key)
        return await _made(kind, draft.plain_fields(kind), secrets)

    async def provider(self, account_id: str) -> CallProvider:
        """Return the account's open provider.

        Raises InvalidAccount (also for an account that is gone or has no token) and what a SecretStore
        raises.
        """
        async with self._opening.setdefault(account_id, asyncio.Lock()):
            if account_id not in self._open:
                account = self.account(account_id)
                kind = self.kind_of(account) if account else None
                if account is None or kind is None:
                    raise InvalidAccount(reason=Reason.NO_ACCOUNT)
                secrets = {
                    f.key: await self._secret(account_id, f.key) for f in kind.account_fields if f.secret
                }
                if not all(secrets[f.key] for f in kind.account_fields if f.secret and f.required):
                    raise InvalidAccount(reason=Reason.NO_TOKEN)
                self._open[account_id] = await _made(kind, account.fields, secrets)
            return self._open[account_id]

    async def _secret(self, account_id: str, key: str) -> Secret:
        kept = await self._run_secrets.get(account_id, key)
        if kept is None:
            kept = await self._secrets.get(account_id, key)
        return kept or Secret("")

    # --- what is known of it --------------------------------------------------------------------------

    def status(self, account_id: str) -> AccountStatus:
        """Return what is known of the account at the moment."""
        status = self._status.get(account_id, AccountStatus())
        if status.retry_at is not None and status.retry_at <= self._now():
            return replace(status, retry_at=None)
        return status

    def limited_for_s(self, account_id: str) -> float:
        """Return for how long the rate limit lets nothing be sent; 0.0 where there is none."""
        retry_at = self.status(account_id).retry_at
        return (retry_at - self._now()).total_seconds() if retry_at else 0.0

    def keep_warm(self, account_id: str) -> None:
        """Open the connection that a call will use, or renew it if it has been idle, unless rate limited."""
        loop = asyncio.get_running_loop()
        idle_s = loop.time() - self._exchanged_at.get(account_id, -WARM_FOR_S)
        if idle_s < WARM_FOR_S or account_id in self._warming or self.status(account_id).retry_at:
            return
        self._warming.add(account_id)
        self._tasks.start(self._warm(account_id), f"refresh account {account_id}")

    async def _warm(self, account_id: str) -> None:
        """Refresh with nobody waiting: what went wrong with the secrets is in the account's status."""
        try:
            await self.refresh(account_id)
        except (SecretsUnavailable, SecretsSilent):
            pass
        finally:
            self._warming.discard(account_id)

    async def refresh(self, account_id: str) -> AccountStatus:
        """Ask for the state of the line and return what is known now. Raises what a SecretStore raises."""
        provider = None
        try:
            provider = await self.provider(account_id)
            connection = await provider.connection()
        except ProviderError as error:
            if provider is self._open.get(account_id):  # else the account was changed meanwhile
                self._note(account_id, _asked_in_vain(self.status(account_id), error))
        except SecretsUnavailable as error:
            self._note(account_id, self.status(account_id).with_problem(Reason.SECRETS_MISSING, str(error)))
            raise
        except SecretsSilent:
            self._note(account_id, self.status(account_id).with_problem(Reason.SECRETS_SILENT))
            raise
        else:
            if provider is self._open.get(account_id):
                self.note_connection(account_id, connection)
        return self.status(account_id)

    def note_connection(self, account_id: str, connection: Connection) -> None:
        """Take in the state of the line, from a reply or a live event."""
        self._note(account_id, self.status(account_id).with_connection(connection))

    def note_error(self, account_id: str, error: ProviderError) -> None:
        """Take in what an error says about the account; one that is about a call alone says nothing."""
        if not isinstance(error, OutcomeUnknown):
            self._note(account_id, self.status(account_id).with_error(error))

    def note_exchange(self, account_id: str) -> None:
        """Take in that a reply came: the connection is warm, and the budget may have changed."""
        self._note(account_id, self.status(account_id))

    def _note(self, account_id: str, status: AccountStatus) -> None:
        provider = self._open.get(account_id)
        self._exchanged_at[account_id] = asyncio.get_running_loop().time()
        self._status[account_id] = replace(status, budget=provider.budget if provider else None)
        self._on_change(account_id)

    # --- the end --------------------------------------------------------------------------------------

    async def _retire(self, account_id: str) -> None:
        """Open the account anew at its next use. A call under way goes on with what it began with."""
        async with self._opening.setdefault(account_id, asyncio.Lock()):  # or the old one would be opened yet
            if (provider := self._open.pop(account_id, None)) is not None:
                self._retired.append(provider)
        self._status.pop(account_id, None)
        self._exchanged_at.pop(account_id, None)

    async def close(self) -> None:
        """Close every connection."""
        await self._tasks.close()
        for provider in (*self._open.values(), *self._retired):
            await provider.close()
        self._open.clear()
        self._retired.clear()


def _asked_in_vain(status: AccountStatus, error: ProviderError) -> AccountStatus:
    """Return what a question that got no good answer says of the account."""
    if isinstance(error, OutcomeUnknown):
        return status.with_error(ProviderUnavailable())  # nothing to know: it only asked
    if isinstance(error, ProviderFailed | UnexpectedReply | InvalidRequest):
        return status.with_problem(error.reason, error.detail)
    return status.with_error(error)


async def _put_back(store: SecretStore, account_id: str, secrets: Mapping[str, Secret | None]) -> None:
    """Let the store hold what it held before, as far as it can."""
    with suppress(SecretsUnavailable, SecretsSilent, SecretNotKept):
        for key, secret in secrets.items():
            await (store.delete(account_id, key) if secret is None else store.set(account_id, key, secret))


async def _made(
    kind: type[CallProvider], fields: Mapping[str, str], secrets: Mapping[str, Secret]
) -> CallProvider:
    """Make a provider in a thread: the first of its kind loads what it sends with. Raises InvalidAccount."""
    return await asyncio.to_thread(kind, fields, secrets)


def _with_account(settings: Settings, account: Account) -> Settings:
    known = any(a.id == account.id for a in settings.accounts)
    accounts = (
        tuple(account if a.id == account.id else a for a in settings.accounts)
        if known
        else (*settings.accounts, account)
    )
    return replace(settings, accounts=accounts, chosen_account=settings.chosen_account or accounts[0].id)


def _without_account(settings: Settings, account_id: str) -> Settings:
    accounts = tuple(a for a in settings.accounts if a.id != account_id)
    chosen = None if settings.chosen_account == account_id else settings.chosen_account
    return replace(settings, accounts=accounts, chosen_account=chosen)
