"""Live status: one connection to the provider's events for each account in use, kept up by itself."""

from __future__ import annotations

import asyncio
import random
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from app.domain.provider import (
    AccountNotFound,
    AuthenticationFailed,
    CallEvent,
    InvalidAccount,
    LiveStatusOff,
    ProviderError,
    ProviderUnavailable,
    RateLimited,
    StatusSource,
)
from app.services.open_accounts import asked
from app.services.secret_store import SecretsSilent, SecretsUnavailable
from app.services.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from app.domain.provider import CallProvider, LineEvent, LiveSetting
    from app.services.account_service import AccountService

FIRST_RETRY_S = 1.0
LONGEST_RETRY_S = 30.0
"""Between attempts to connect: doubling, with jitter so that an office does not come back all at once."""


class LiveState(Enum):
    """Whether news of calls comes by itself."""

    NONE = auto()
    """The provider has no live events, or nobody asked for them."""
    OFF = auto()
    """Switched off at the provider; it can be switched on."""
    CONNECTING = auto()
    LIVE = auto()


@dataclass(frozen=True, slots=True)
class LiveStatus:
    """`setting` is there when live status is OFF: what switching it on would write."""

    state: LiveState = LiveState.NONE
    setting: LiveSetting | None = None


class Subscription:
    """The news of an account's calls from the moment of subscribing.

    `unbroken` says that the connection has been up all the time, so that nothing can have been missed.
    `was_live` says that it was up at some time. `passed_over` counts news that whoever follows could not use.
    """

    def __init__(self, *, is_live: bool) -> None:
        self.is_live = is_live
        self.was_live = is_live
        self.unbroken = is_live
        self.passed_over = 0
        self._news: asyncio.Queue[CallEvent | None] = asyncio.Queue()

    async def next(self, until: float) -> CallEvent | None:
        """Return the next news; None when the connection came or went, or at loop time `until`."""
        try:
            async with asyncio.timeout_at(until):
                return await self._news.get()
        except TimeoutError:
            return None

    def put(self, event: CallEvent) -> None:
        """Take in news."""
        self._news.put_nowait(event)

    def set_live(self, *, is_live: bool) -> None:
        """Take in that the connection came or went."""
        self.is_live = is_live
        self.was_live = self.was_live or is_live
        self.unbroken = self.unbroken and is_live
        self._news.put_nowait(None)


class LiveService:
    """Keeps live connections. `on_change` is called with an account's id when its live status changed."""

    def __init__(
        self,
        accounts: AccountService,
        on_change: Callable[[str], None],
        *,
        first_retry_s: float = FIRST_RETRY_S,
    ) -> None:
        self._accounts = accounts
        self._on_change = on_change
        self._first_retry_s = first_retry_s
        self._status: dict[str, LiveStatus] = {}
        self._connections: dict[str, asyncio.Task[None]] = {}
        self._settled: dict[str, asyncio.Event] = {}
        self._subscriptions: dict[str, set[Subscription]] = {}
        self.passed_over = 0
        """How many news matched no call that was followed, or were not understood: for diagnostics."""
        self._tasks = Tasks()

    def status(self, account_id: str) -> LiveStatus:
        """Return the live status of the account at the moment."""
        return self._status.get(account_id, LiveStatus())

    def connect(self, account_id: str) -> None:
        """Connect, unless connected or trying already; from then on the connection is kept up."""
        account = self._accounts.account(account_id)
        kind = self._accounts.kind_of(account) if account else None
        if kind is None or kind.capabilities.status_source is not StatusSource.PUSH:
            return
        running = self._connections.get(account_id)
        if running is None or running.done():
            self._settled[account_id] = asyncio.Event()
            self._connections[account_id] = self._tasks.start(
                self._keep_connected(account_id), f"live status of account {account_id}"
            )

    def renew(self, account_id: str) -> None:
        """Disconnect, and connect anew if the account is still there: it was changed or removed."""
        self._tasks.start(self._renew(account_id), f"renewal of live status of account {account_id}")

    async def _renew(self, account_id: str) -> None:
        await self.disconnect(account_id)
        self.connect(account_id)

    async def disconnect(self, account_id: str) -> None:
        """Disconnect and stay so."""
        task = self._connections.pop(account_id, None)
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        self._set(account_id, LiveStatus())

    async def settled(self, account_id: str, deadline_s: float) -> LiveStatus:
        """Wait until the first attempt to connect has ended, one way or the other."""
        try:
            async with asyncio.timeout(deadline_s):
                if account_id in self._settled:
                    await self._settled[account_id].wait()
        except TimeoutError:
            pass
        return self.status(account_id)

    @contextmanager
    def subscribed(self, account_id: str) -> Iterator[Subscription]:
        """Give the news of the account's calls for the length of the block."""
        subscription = Subscription(is_live=self.status(account_id).state is LiveState.LIVE)
        subscriptions = self._subscriptions.setdefault(account_id, set())
        subscriptions.add(subscription)
        try:
            yield subscription
        finally:
            subscriptions.discard(subscription)
            self.passed_over += subscription.passed_over

    async def enable(self, account_id: str) -> None:
        """Switch live status on at the provider, as the operator agreed to, and connect.

        If the setting was changed since it was shown, nothing is written and the new one is offered.
        Raises ProviderError and what a SecretStore raises.
        """
        agreed = self.status(account_id).setting
        if agreed is None:
            return
        self._accounts.open.require_unlimited(account_id)
        provider = await self._accounts.open.provider(account_id)
        changed = await asked(provider.enable_live(agreed))
        self._accounts.open.note_exchange(account_id, provider)
        if changed is not None and not changed.enabled:
            self._set(account_id, LiveStatus(LiveState.OFF, changed))
            return
        await self._renew(account_id)

    async def close(self) -> None:
        """Disconnect all."""
        await self._tasks.close()

    # --- one connection -------------------------------------------------------------------------------

    async def _keep_connected(self, account_id: str) -> None:
        """Connect and connect again, until it turns out that trying again by itself cannot help."""
        retry_s = self._first_retry_s
        while True:
            self._set(account_id, LiveStatus(LiveState.CONNECTING))
            await asyncio.sleep(self._accounts.open.limited_for_s(account_id))
            provider = None
            try:
                provider = await self._accounts.open.provider(account_id)
                if await self._receive(account_id, provider):
                    retry_s = self._first_retry_s
                if self.status(account_id).state is LiveState.OFF:
                    return
            except (RateLimited, AuthenticationFailed, AccountNotFound, InvalidAccount) as error:
                self._accounts.open.note_error(account_id, error, provider)
                if not isinstance(error, RateLimited):
                    self._set(account_id, LiveStatus())
                    return
            except (SecretsUnavailable, SecretsSilent):
                self._set(account_id, LiveStatus())
                return
            except ProviderError:
                pass  # the network, or the server, for a while
            except Exception:
                self._set(account_id, LiveStatus())
                raise
            finally:
                self._settled[account_id].set()
            self._set(account_id, LiveStatus(LiveState.CONNECTING))
            await asyncio.sleep(retry_s * random.uniform(0.5, 1.0))  # noqa: S311 - jitter, not a secret
            retry_s = min(2 * retry_s, LONGEST_RETRY_S)

    async def _receive(self, account_id: str, provider: CallProvider) -> bool:
        """Connect and pass news on until the connection ends; return whether it was up for long."""
        setting = await provider.live_setting()
        self._accounts.open.note_exchange(account_id, provider)
        if not setting.enabled:
            self._set(account_id, LiveStatus(LiveState.OFF, setting))
            return False
        try:
            async with provider.live() as events:
                up_since = asyncio.get_running_loop().time()
                self._set(account_id, LiveStatus(LiveState.LIVE))
                self._settled[account_id].set()
                await self._pass_on(account_id, provider, events)
        except LiveStatusOff as error:
            raise ProviderUnavailable from error  # switched off in between: the setting is read anew
        return asyncio.get_running_loop().time() - up_since > LONGEST_RETRY_S

    async def _pass_on(
        self, account_id: str, provider: CallProvider, events: AsyncIterator[CallEvent | LineEvent]
    ) -> None:
        async for event in events:
            if isinstance(event, CallEvent):
                for subscription in self._subscriptions.get(account_id, ()):
                    subscription.put(event)
            else:
                self._accounts.open.note_connection(account_id, event.connection, provider)

    def _set(self, account_id: str, status: LiveStatus) -> None:
        before = self.status(account_id)
        if status == before:
            return
        self._status[account_id] = status
        is_live = status.state is LiveState.LIVE
        if is_live != (before.state is LiveState.LIVE):
            for subscription in self._subscriptions.get(account_id, ()):
                subscription.set_live(is_live=is_live)
        self._on_change(account_id)
