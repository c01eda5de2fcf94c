"""The services of one profile, composed with plain constructors; no Qt, so that commands run without it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from app.desktop.region import system_region
from app.providers import PROVIDERS
from app.services.account_service import AccountService
from app.services.call_service import CallService
from app.services.dialling import Dialling
from app.services.live_service import LiveService
from app.storage.history_file import HistoryFile
from app.storage.memory_secrets import MemorySecrets

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.call import Call
    from app.services.dialling import Question
    from app.services.secret_store import SecretStore
    from app.storage.aside import KeptAside
    from app.storage.profile import Profile
    from app.storage.settings_file import SettingsFile

log = logging.getLogger(__name__)

CALLS_DEADLINE_S = 3.0
"""More than calls wait for replies when closing; together with the disk's own deadline within 5 s."""


class Program:
    """All services of one profile, with or without a window. Build it inside the running loop."""

    def __init__(
        self,
        profile: Profile,
        settings: SettingsFile,
        *,
        secrets: SecretStore,
        on_call: Callable[[Call], None],
        on_account: Callable[[str], None],
        on_question: Callable[[Question], None],
        on_trouble: Callable[[str], None],
        on_kept_aside: Callable[[KeptAside], None],
    ) -> None:
        self.profile = profile
        self.settings = settings
        self.history = HistoryFile(profile.history_file, profile.runs_folder, on_kept_aside=on_kept_aside)
        self.accounts = AccountService(
            settings=settings,
            secrets=secrets,
            run_secrets=MemorySecrets(),
            providers=PROVIDERS,
            on_change=on_account,
        )
        self.live = LiveService(self.accounts, on_account)
        self.calls = CallService(
            accounts=self.accounts,
            live=self.live,
            history=self.history,
            on_change=on_call,
            on_trouble=on_trouble,
        )
        self.dialling = Dialling(calls=self.calls, history=self.history, on_question=on_question)

    @property
    def region(self) -> str | None:
        """The country of numbers written without one: as set, or else the system's."""
        return self.settings.current.region or system_region()

    async def close(self) -> None:
        """Leave in stages: no new call, an end for every call, then connections, then the disk."""
        await self.dialling.close()
        try:
            await asyncio.wait_for(self.calls.close(), CALLS_DEADLINE_S)
        except TimeoutError:
            log.warning("The calls' ends could not be written in time: the next start gives them one")
        await self.live.close()
        await self.accounts.close()
        await self.history.close()
        self.settings.close()
