"""The services of one profile, composed with plain constructors; no Qt, so that commands run without it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from app import __version__
from app.desktop.installation import is_managed, this_system
from app.domain.release import Version
from app.providers import PROVIDERS
from app.providers.network import WAY_OUT
from app.services.account_service import AccountService
from app.services.agent_choice import AgentChoice
from app.services.audio_choice import AudioChoice
from app.services.call_queue import CallQueue
from app.services.call_service import CallService
from app.services.contact_book import ContactBook
from app.services.dialling import Dialling
from app.services.do_not_call import DoNotCallList
from app.services.history_keeping import HistoryKeeping
from app.services.live_service import LiveService
from app.services.policy import NO_POLICY
from app.services.secret_store import SecretsSilent, SecretsUnavailable
from app.services.settings import NotSaved
from app.services.updates import NoUpdates, Updates
from app.storage import csv_table
from app.storage.build_feed import build_feed
from app.storage.contacts_file import ContactsFile
from app.storage.do_not_call_file import DoNotCallFile
from app.storage.history_file import HistoryFile
from app.storage.memory_secrets import MemorySecrets
from app.storage.policy_numbers import PolicyNumbers
from app.storage.queue_file import QueueFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.audio import AudioFormat, AudioLink, AudioWishes, PreparedAudio
    from app.domain.call import Call
    from app.domain.guard import GuardRules
    from app.domain.release import FeedAddress, Release
    from app.services.link_choice import LinkAnswer
    from app.services.policy import Policy
    from app.services.question import Question
    from app.services.secret_store import SecretStore
    from app.services.settings import Settings, SettingsStore
    from app.services.updates import ReadFeed
    from app.storage.aside import KeptAside
    from app.storage.profile import Profile

log = logging.getLogger(__name__)

CLOSE_DEADLINE_S = 3.5
"""For all stages together: the window leaves within 5 s, whatever hangs."""


class Program:
    """All services of one profile, with or without a window. Build it inside the running loop."""

    def __init__(
        self,
        profile: Profile,
        settings: SettingsStore,
        *,
        secrets: SecretStore,
        on_call: Callable[[Call], None],
        on_account: Callable[[str], None],
        on_audio: Callable[[], None],
        on_question: Callable[[Question], None],
        on_trouble: Callable[[str], None],
        on_kept_aside: Callable[[KeptAside], None],
        on_agent: Callable[[], None] = lambda: None,
        on_queue: Callable[[], None] = lambda: None,
        on_contacts: Callable[[], None] = lambda: None,
        on_history: Callable[[], None] = lambda: None,
        region: str | None = None,
        policy: Policy = NO_POLICY,
        is_practice: bool = False,
    ) -> None:
        WAY_OUT.use(policy.proxy, policy.ca_file)
        self.settings = settings
        self._on_call = on_call
        self._system_region = region
        self.history = HistoryFile(profile.history_file, profile.runs_folder, on_kept_aside=on_kept_aside)
        self.keeping = HistoryKeeping(
            history=self.history, settings=settings, on_deleted=on_history, on_trouble=on_trouble
        )
        self.accounts = AccountService(
            settings=settings,
            secrets=secrets,
            run_secrets=MemorySecrets(),
            providers=PROVIDERS,
            on_change=on_account,
            on_replaced=self._renew,
        )
        self.live = LiveService(self.accounts, on_account)
        self.calls = CallService(
            accounts=self.accounts,
            live=self.live,
            history=self.history,
            on_change=self._show_call,
            on_trouble=on_trouble,
        )
        self.audio = AudioChoice(
            settings=settings,
            prepare=_prepare,
            check_link=_check_link,
            on_change=on_audio,
            on_trouble=on_trouble,
        )
        self.agent = AgentChoice(
            accounts=self.accounts, settings=settings, on_change=on_agent, on_trouble=on_trouble
        )
        self._contacts_file = ContactsFile(profile.contacts_file, on_kept_aside=on_kept_aside)
        self.contacts = ContactBook(
            self._contacts_file, region=self.region, on_change=on_contacts, on_trouble=on_trouble
        )
        self.policy = policy
        self._is_practice = is_practice
        self.updates = Updates(
            feed=self._feed,
            off=self._why_no_updates,
            read=_read_feed,
            settings=settings,
            installed=Version.parse(__version__),
            system=this_system,
        )
        self._do_not_call_file = DoNotCallFile(profile.do_not_call_file, on_kept_aside=on_kept_aside)
        self._policy_numbers = PolicyNumbers(policy)
        self.do_not_call = DoNotCallList(self._do_not_call_file, fixed=self._policy_numbers)
        self.dialling = Dialling(
            accounts=self.accounts,
            calls=self.calls,
            history=self.history,
            on_question=on_question,
            do_not_call=self.do_not_call,
            own_rules=self._own_rules,
            policy=policy,
        )
        self._queue_file = QueueFile(profile.queue_file, profile.runs_folder, on_kept_aside=on_kept_aside)
        self.queue = CallQueue(
            self._queue_file,
            history=self.history,
            annotate_call=self.calls.annotate,
            tables=csv_table,
            region=self.region,
            on_change=on_queue,
            on_trouble=on_trouble,
        )

    def region(self) -> str | None:
        """Return the country (ISO 3166) of numbers written without one: as is set, or else the system's."""
        return self.settings.current.region or self._system_region

    async def forget_gone_accounts(self) -> None:
        """Forget the secrets of accounts that administrators have taken away, or let another start do so."""
        try:
            await self.accounts.forget(self.policy.gone(self.settings.current.seen_accounts))
        except (NotSaved, SecretsSilent, SecretsUnavailable) as error:
            log.info("Secrets of accounts that are gone could not be forgotten yet: %s", type(error).__name__)

    def _own_rules(self) -> GuardRules:
        return self.settings.current.guards

    def _feed(self) -> FeedAddress | None:
        return self.policy.updates or build_feed()

    def _why_no_updates(self) -> NoUpdates | None:
        if self._is_practice:
            return NoUpdates.PRACTICE
        if is_managed():
            return NoUpdates.MANAGED
        return NoUpdates.FORBIDDEN if self.policy.forbids_updates else None

    def _show_call(self, call: Call) -> None:
        self.queue.note_call(call)
        self._on_call(call)

    def _renew(self, account_id: str) -> None:
        """Let nothing go on with what the account was before it was saved or removed."""
        self.live.renew(account_id)
        self.agent.renew(account_id)
        self.accounts.open.keep_warm(account_id)

    async def close(self, last_settings: Callable[[Settings], Settings] | None = None) -> None:
        """Leave in stages: no new call, an end for every call, then connections, then the disk.

        `last_settings` is the change of settings to leave with, if any.
        """
        try:
            async with asyncio.timeout(CLOSE_DEADLINE_S):
                await self.keeping.close()
                await self.audio.close()
                await self.agent.close()
                await self.dialling.close()
                await self.calls.close()
                await self.live.close()
                await self.accounts.close()
                await self.queue.close()
                await self._queue_file.close()
                await self._do_not_call_file.close()
                self._policy_numbers.close()
                await self.history.close()
                await self._contacts_file.close()
                if last_settings is not None:
                    await self.settings.update(last_settings)
        except TimeoutError:
            log.warning("Closing took too long: the next start gives an end to what has none")
        except NotSaved:
            log.info("The last settings could not be saved")


def _prepare(
    path: str,
    wishes: AudioWishes,
    formats: frozenset[AudioFormat],
    *,
    progress: Callable[[float], None],
    is_cancelled: Callable[[], bool],
) -> PreparedAudio:
    """Load the audio package with the first file, in its thread: PyAV is heavy."""
    from app.audio.prepare import prepare

    return prepare(path, wishes, formats, progress=progress, is_cancelled=is_cancelled)


async def _read_feed(feed: FeedAddress) -> Release:
    """Load httpx when somebody asks for a newer version; in a thread, for it takes a quarter of a second."""
    read_feed = await asyncio.to_thread(_feed_reader)
    return await read_feed(feed)


def _feed_reader() -> ReadFeed:
    from app.providers.release_feed import read_feed

    return read_feed


async def _check_link(link: AudioLink) -> LinkAnswer:
    """Load httpx, which a window without an account has no use for, with the first link that is tried."""
    from app.providers.link_check import check_link

    return await check_link(link)
