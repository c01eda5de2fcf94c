"""Settings as JSON. What a newer version added is kept when an older one writes."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import msgspec

from app.domain.account import Account
from app.domain.audio import AudioWishes
from app.domain.guard import GuardRules
from app.services.settings import Settings
from app.storage.agent_records import TaskRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.domain.agent import AgentTask


_LONGEST_AGAIN_S = 366 * 24 * 3600
_LONGEST_KEPT_DAYS = 36_500
_Date = Annotated[datetime, msgspec.Meta(tz=True)]


class DamagedSettings(Exception):
    """The bytes are no settings."""


def decode(data: bytes) -> Settings:
    """Return the settings in `data`; whatever is not known is passed over. Raises DamagedSettings."""
    try:
        record = msgspec.json.decode(data, type=_SettingsRecord)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise DamagedSettings from error
    return Settings(
        region=record.region,
        language=record.language,
        accounts=tuple(Account(each.id, each.name, each.provider, each.fields) for each in record.accounts),
        chosen_account=record.chosen_account,
        ring_seconds=record.ring_seconds,
        audio_wishes=AudioWishes(level=record.level_volume, trim=record.trim_silence),
        recent_audio=tuple(record.recent_audio),
        check_links=record.check_links,
        agent_tasks=dict(_tasks(record.agent_tasks)),
        guards=_guards(record.guards),
        keep_history_days=_days(record.keep_history_days),
        watch_clipboard=record.watch_clipboard,
        selection_keys=record.selection_keys,
        keep_on_top=record.keep_on_top,
        notify=record.notify,
        feeds_seen=dict(_dates(record.feeds_seen)),
        check_updates_daily=record.check_updates_daily,
        updates_checked_at=dict(_dates({"at": record.updates_checked_at})).get("at"),
        window=record.window,
        chosen=frozenset(record.chosen),
        seen_accounts=tuple(
            Account(each.id, each.name, each.provider, each.fields, is_managed=True)
            for each in record.seen_accounts
        ),
    )


def encode(settings: Settings, *, over: bytes | None) -> bytes:
    """Return `settings` as JSON for people.

    Keys of `over`, the valid settings that are replaced, stay if they are not known, also within accounts
    and their agents' tasks.
    Raises UnicodeEncodeError for text that is none (lone surrogates).
    """
    earlier: dict[str, Any] = msgspec.json.decode(over) if over else {}
    accounts = {each["id"]: each for each in earlier.get("accounts", [])}
    new = msgspec.to_builtins(_record(settings))
    new["accounts"] = [accounts.get(each["id"], {}) | each for each in new["accounts"]]
    tasks = earlier.get("agent_tasks", {})
    new["agent_tasks"] = {key: tasks.get(key, {}) | each for key, each in new["agent_tasks"].items()}
    return msgspec.json.format(msgspec.json.encode(earlier | new), indent=2) + b"\n"


def _tasks(kept: dict[str, Any]) -> Iterator[tuple[str, AgentTask]]:
    """Give what can be read of the agents' tasks: accounts must not be lost for one of them."""
    for account_id, each in kept.items():
        with suppress(msgspec.ValidationError):
            yield account_id, msgspec.convert(each, TaskRecord).task()


def _dates(kept: dict[str, Any]) -> Iterator[tuple[str, datetime]]:
    """Give what can be read of the dates: accounts must not be lost for one of them."""
    for key, each in kept.items():
        with suppress(msgspec.ValidationError):
            yield key, msgspec.convert(each, _Date)


class _AccountRecord(msgspec.Struct):
    id: str
    name: str
    provider: str
    fields: dict[str, str] = {}


class _GuardRecord(msgspec.Struct):
    again_within_s: int = 30
    quiet_hours: bool = False
    quiet_from: str = "21:00"
    quiet_until: str = "08:00"


def _guards(record: _GuardRecord) -> GuardRules:
    """Return the rules; hours that are none are the usual ones."""
    usual = GuardRules()
    return GuardRules(
        timedelta(seconds=max(0, min(record.again_within_s, _LONGEST_AGAIN_S))),
        record.quiet_hours,
        _hour(record.quiet_from, usual.quiet_from),
        _hour(record.quiet_until, usual.quiet_until),
    )


def _days(days: int | None) -> int | None:
    """Return the days, None where no calendar goes back that far: accounts must not be lost for it."""
    return days if days is not None and 1 <= days <= _LONGEST_KEPT_DAYS else None


def _hour(text: str, usual: time) -> time:
    try:
        return time.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return usual


def _guard_record(rules: GuardRules) -> _GuardRecord:
    return _GuardRecord(
        int(rules.again_within.total_seconds()),
        rules.quiet_hours,
        rules.quiet_from.isoformat("minutes"),
        rules.quiet_until.isoformat("minutes"),
    )


class _SettingsRecord(msgspec.Struct):
    region: str | None = None
    language: str | None = None
    accounts: list[_AccountRecord] = []
    chosen_account: str | None = None
    ring_seconds: int | None = None
    level_volume: bool = True
    trim_silence: bool = True
    recent_audio: list[str] = []
    check_links: bool = False
    agent_tasks: dict[str, Any] = {}
    guards: _GuardRecord = msgspec.field(default_factory=_GuardRecord)
    keep_history_days: int | None = None
    watch_clipboard: bool = False
    selection_keys: str = ""
    keep_on_top: bool = False
    notify: bool = True
    feeds_seen: dict[str, Any] = {}
    check_updates_daily: bool = False
    updates_checked_at: Any = None
    window: dict[str, str] = {}
    chosen: list[str] = []
    seen_accounts: list[_AccountRecord] = []


def _record(settings: Settings) -> _SettingsRecord:
    return _SettingsRecord(
        region=settings.region,
        language=settings.language,
        accounts=_account_records(settings.accounts),
        chosen_account=settings.chosen_account,
        ring_seconds=settings.ring_seconds,
        level_volume=settings.audio_wishes.level,
        trim_silence=settings.audio_wishes.trim,
        recent_audio=list(settings.recent_audio),
        check_links=settings.check_links,
        agent_tasks={key: TaskRecord.of(task) for key, task in settings.agent_tasks.items()},
        guards=_guard_record(settings.guards),
        keep_history_days=settings.keep_history_days,
        watch_clipboard=settings.watch_clipboard,
        selection_keys=settings.selection_keys,
        keep_on_top=settings.keep_on_top,
        notify=settings.notify,
        feeds_seen={key: date.isoformat() for key, date in settings.feeds_seen.items()},
        check_updates_daily=settings.check_updates_daily,
        updates_checked_at=settings.updates_checked_at and settings.updates_checked_at.isoformat(),
        window=dict(settings.window),
        chosen=sorted(settings.chosen),
        seen_accounts=_account_records(settings.seen_accounts),
    )


def _account_records(accounts: Iterable[Account]) -> list[_AccountRecord]:
    return [_AccountRecord(each.id, each.name, each.provider, dict(each.fields)) for each in accounts]
