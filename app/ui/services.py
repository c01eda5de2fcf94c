"""What the window is given: the services it talks to, and what it cannot know by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.services.account_service import AccountService
    from app.services.agent_choice import AgentChoice
    from app.services.audio_choice import AudioChoice
    from app.services.call_queue import CallQueue
    from app.services.call_service import CallService
    from app.services.contact_book import ContactBook
    from app.services.desktop import DesktopServices
    from app.services.dialling import Dialling
    from app.services.do_not_call import DoNotCallList
    from app.services.history import History
    from app.services.live_service import LiveService
    from app.services.policy import Policy
    from app.services.settings import SettingsStore
    from app.services.tasks import Tasks
    from app.services.updates import Updates


@dataclass(frozen=True, slots=True)
class Services:
    """What the window talks to."""

    settings: SettingsStore
    accounts: AccountService
    live: LiveService
    audio: AudioChoice
    agent: AgentChoice
    calls: CallService
    dialling: Dialling
    do_not_call: DoNotCallList
    policy: Policy
    history: History
    queue: CallQueue
    contacts: ContactBook
    updates: Updates
    tasks: Tasks


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the window cannot know by itself.

    `practice_numbers`: the endings of numbers with what each does, in practice mode only. `region`: of
    the system, for numbers without a country code. `diagnostics` returns the text to be copied. `desktop`:
    what the settings can change of it, None where that is nothing.
    """

    practice_numbers: Sequence[tuple[str, str]]
    region: str | None
    diagnostics: Callable[[], str]
    desktop: DesktopServices | None = None

    @property
    def is_practice(self) -> bool:
        """Whether no real phone rings."""
        return bool(self.practice_numbers)
