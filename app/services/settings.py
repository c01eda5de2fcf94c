"""What the operator has set, as the services need it; `app.storage` implements the store."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from app.domain.audio import AudioWishes
from app.domain.guard import GuardRules

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from app.domain.account import Account
    from app.domain.agent import AgentTask


class NotSaved(Exception):
    """Settings could not be written. The message is a sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the operator has set, secrets excepted.

    `region` (ISO 3166) and `language` (en, pt_BR, es) are None to follow the system. `recent_audio` has the
    paths of the files chosen last, newest first. `check_links`: whether links to sounds are tried before
    they are used. `agent_tasks` has, by account id, what the next call of an agent is to be. `guards`: when
    to stop before a call and ask. `keep_history_days`: None for ever. `watch_clipboard`: whether numbers that
    are copied elsewhere are offered. `selection_keys`: the keys, anywhere in the system, that fill in the
    number that is selected there ("" for none). `notify`: whether news of calls are told while the window is
    not in front. `feeds_seen` has the date (aware) of the newest release feed seen, by the key that signed
    it. `check_updates_daily`: whether newer versions are looked for unasked; `updates_checked_at`: when that
    was done last. `window` holds the window's place, size and split by name, as text that only the window
    understands.
    `chosen` names the settings that the operator chose where administrators can set others; `seen_accounts`
    are the administrators' accounts as last read, and those whose secrets are still to be forgotten.
    """

    region: str | None = None
    language: str | None = None
    accounts: tuple[Account, ...] = ()
    chosen_account: str | None = None
    ring_seconds: int | None = None
    audio_wishes: AudioWishes = field(default_factory=AudioWishes)
    recent_audio: tuple[str, ...] = ()
    check_links: bool = False
    agent_tasks: Mapping[str, AgentTask] = field(default_factory=dict)
    guards: GuardRules = field(default_factory=GuardRules)
    keep_history_days: int | None = None
    watch_clipboard: bool = False
    selection_keys: str = ""
    keep_on_top: bool = False
    notify: bool = True
    feeds_seen: Mapping[str, datetime] = field(default_factory=dict)
    check_updates_daily: bool = False
    updates_checked_at: datetime | None = None
    window: Mapping[str, str] = field(default_factory=dict)
    chosen: frozenset[str] = frozenset()
    seen_accounts: tuple[Account, ...] = ()


class SettingsStore(Protocol):
    """Settings on disk, shared with other running Toques of the same profile."""

    @property
    def current(self) -> Settings:
        """The settings as last read or written."""
        ...

    async def update(self, change: Callable[[Settings], Settings]) -> Settings:
        """Read the newest settings, write `change` of them, and return what was written. Raises NotSaved."""
        ...
