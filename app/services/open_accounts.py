"""One open provider for each account in use, and what is known of its line."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from app.domain.provider import (
    InvalidAccount,
    InvalidRequest,
    OutcomeUnknown,
    ProviderError,
    ProviderFailed,
    ProviderUnavailable,
    RateLimited,
    UnexpectedReply,
)
from app.domain.reason import Reason
from app.services.account_status import AccountStatus
from app.services.secret_store import SecretsSilent, SecretsUnavailable
from app.services.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from datetime import datetime

    from app.domain.account import Account, Secret
    from app.domain.provider import CallProvider, Choice, Connection

_T = TypeVar("_T")

WARM_FOR_S = 25.0
"""After that long without an exchange the connection is renewed while a number is being entered: half of
what adapters keep an idle connection for."""


class OpenAccounts:
    """Opens accounts at their first use.

    `find` returns an account with the class of its provider, or None; `secret` one of its secrets.
    `on_change` is called with an account's id when its status changed.
    """

    def __init__(
        self,
        *,
        find: Callable[[str], tuple[Account, type[CallProvider]] | None],
        secret: Callable[[str, str], Awaitable[Secret]],
        on_change: Callable[[str], None],
        now: Callable[[], datetime],
    ) -> None:
        self._find = find
        self._secret = secret
        self._on_change = on_change
        self._now = now
        self._open: dict[str, tuple[Account, CallProvider]] = {}
        self._retired: list[CallProvider] = []
        self._opening: dict[str, asyncio.Lock] = {}
        self._status: dict[str, AccountStatus] = {}
        self._exchanged_at: dict[str, float] = {}
        self._asked_at: dict[str, float] = {}
        self._warming: set[str] = set()
        self._tasks = Tasks()

    async def provider(self, account_id: str) -> CallProvider:
        """Return the account's open provider.

        Raises InvalidAccount (also for an account that is gone or has no token) and what a SecretStore
        raises.
        """
        async with self._opening.setdefault(account_id, asyncio.Lock()):
            found = self._find(account_id)
            if found is None:
                raise InvalidAccount(reason=Reason.NO_ACCOUNT)
            account, kind = found
            if (opened := self._open.get(account_id)) is not None:
                if opened[0] == account:
                    return opened[1]
                self._forget(account_id)  # another Toque of this profile has changed it
            secrets = {f.key: await self._secret(account_id, f.key) for f in kind.account_fields if f.secret}
            if not all(secrets[f.key] for f in kind.account_fields if f.secret and f.required):
                raise InvalidAccount(reason=Reason.NO_TOKEN)
            provider = await made(kind, account.fields, secrets)
            self._open[account_id] = account, provider
            return provider

    async def retire(self, account_id: str) -> None:
        """Open the account anew at its next use. A call under way goes on with what it began with."""
        async with self._opening.setdefault(account_id, asyncio.Lock()):  # or the old one would be opened yet
            self._forget(account_id)

    def _forget(self, account_id: str) -> None:
        if (opened := self._open.pop(account_id, None)) is not None:
            self._retired.append(opened[1])
        for known in (self._status, self._exchanged_at, self._asked_at):
            known.pop(account_id, None)

    async def close(self) -> None:
        """Close every connection."""
        await self._tasks.close()
        for provider in (*(provider for _, provider in self._open.values()), *self._retired):
            await provider.close()
        self._open.clear()
        self._retired.clear()

    # --- what is known of an account ------------------------------------------------------------------

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

    def require_unlimited(self, account_id: str) -> None:
        """Raise RateLimited while the rate limit lets nothing be sent."""
        if retry_at := self.status(account_id).retry_at:
            raise RateLimited("", retry_at)

    def keep_warm(self, account_id: str) -> None:
        """Open the connection that a call will use, or renew it if it has been idle, unless rate limited."""
        now = asyncio.get_running_loop().time()
        busy_at = max(at.get(account_id, -WARM_FOR_S) for at in (self._exchanged_at, self._asked_at))
        is_warm = now - busy_at < WARM_FOR_S or account_id in self._warming
        if is_warm or self.status(account_id).retry_at:
            return
        self._warming.add(account_id)
        self._tasks.start(self._warm(account_id), f"refresh account {account_id}")

    async def _warm(self, account_id: str) -> None:
        """Refresh with nobody waiting: what went wrong with the secrets is in the account's status."""
        try:
            with suppress(SecretsUnavailable, SecretsSilent):
                await self.refresh(account_id)
        finally:
            self._warming.discard(account_id)
            self._asked_at[account_id] = asyncio.get_running_loop().time()  # in vain or not: not at every key

    async def refresh(self, account_id: str) -> AccountStatus:
        """Ask for the state of the line, unless rate limited, and return what is known now.

        Raises what a SecretStore raises.
        """
        provider = None
        try:
            self.require_unlimited(account_id)
            provider = await self.provider(account_id)
            connection = await asked(provider.connection())
        except ProviderError as error:
            self._note(account_id, _in_vain(self.status(account_id), error), by=provider)
        except SecretsUnavailable as error:
            self._note(account_id, self.status(account_id).with_problem(Reason.SECRETS_MISSING, str(error)))
            raise
        except SecretsSilent:
            self._note(account_id, self.status(account_id).with_problem(Reason.SECRETS_SILENT))
            raise
        else:
            self._take_exchange(account_id, provider)
            self.note_connection(account_id, connection, provider)
        return self.status(account_id)

    async def choices(self, account_id: str, key: str) -> list[Choice]:
        """List what can be chosen, as `CallProvider.choices` has it.

        Raises ProviderError, RateLimited with nothing asked among them, and what a SecretStore raises.
        """
        self.require_unlimited(account_id)
        provider = await self.provider(account_id)
        try:
            choices = await asked(provider.choices(key))
        except RateLimited as error:
            self.note_error(account_id, error, provider)
            raise
        self.note_exchange(account_id, provider)
        return choices

    def note_connection(self, account_id: str, connection: Connection, by: CallProvider) -> None:
        """Take in the state of the line, from a reply or a live event."""
        self._note(account_id, self.status(account_id).with_connection(connection), by=by)

    def note_error(self, account_id: str, error: ProviderError, by: CallProvider | None = None) -> None:
        """Take in what an error says about the account; one that is about a call alone says nothing."""
        if not isinstance(error, OutcomeUnknown):
            self._note(account_id, self.status(account_id).with_error(error), by=by)

    def note_exchange(self, account_id: str, by: CallProvider) -> None:
        """Take in that a reply came: the connection is warm, and the budget may have changed."""
        self._take_exchange(account_id, by)
        self._note(account_id, self.status(account_id), by=by)

    def _take_exchange(self, account_id: str, by: CallProvider) -> None:
        if self._speaks_for(account_id, by):
            self._exchanged_at[account_id] = asyncio.get_running_loop().time()

    def _note(self, account_id: str, status: AccountStatus, by: CallProvider | None = None) -> None:
        """Keep the status, unless the account was changed or removed since `by` was asked."""
        if self._speaks_for(account_id, by):
            opened = self._open.get(account_id)
            self._status[account_id] = replace(status, budget=opened[1].budget if opened else None)
            self._on_change(account_id)

    def _speaks_for(self, account_id: str, provider: CallProvider | None) -> bool:
        if provider is None:
            return self._find(account_id) is not None
        opened = self._open.get(account_id)
        return opened is not None and opened[1] is provider


async def asked(question: Awaitable[_T]) -> _T:
    """Await a question, which unlike a call leaves nothing behind: no reply is just no reply.

    Raises ProviderUnavailable where the provider's method raises OutcomeUnknown.
    """
    try:
        return await question
    except OutcomeUnknown as error:
        raise ProviderUnavailable(reason=Reason.NO_ANSWER) from error
    except UnexpectedReply as error:
        raise UnexpectedReply(error.detail, reason=Reason.ANSWER_NOT_UNDERSTOOD) from error


async def made(
    kind: type[CallProvider], fields: Mapping[str, str], secrets: Mapping[str, Secret]
) -> CallProvider:
    """Make a provider in a thread: the first of its kind loads what it sends with. Raises InvalidAccount."""
    return await asyncio.to_thread(kind, fields, secrets)


def _in_vain(status: AccountStatus, error: ProviderError) -> AccountStatus:
    """Return what a question that got no good answer says of the account."""
    if isinstance(error, ProviderFailed | UnexpectedReply | InvalidRequest):
        return status.with_problem(error.reason, error.detail)
    return status.with_error(error)
