"""The dates of release feeds, in the settings."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from app.storage.settings_file import SettingsFile

if TYPE_CHECKING:
    from pathlib import Path

DATE = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)


async def test_they_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    elsewhere = DATE.astimezone(timezone(timedelta(hours=-3)))
    with closing(SettingsFile(path)) as store:
        await store.update(lambda old: replace(old, feeds_seen={"one": DATE, "other": elsewhere}))
    with closing(SettingsFile(path)) as store:
        assert store.current.feeds_seen == {"one": DATE, "other": DATE}


async def test_so_is_the_daily_check(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    with closing(SettingsFile(path)) as store:
        assert (store.current.check_updates_daily, store.current.updates_checked_at) == (False, None)
        await store.update(lambda old: replace(old, check_updates_daily=True, updates_checked_at=DATE))
    with closing(SettingsFile(path)) as store:
        assert (store.current.check_updates_daily, store.current.updates_checked_at) == (True, DATE)


def test_one_that_is_none_loses_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    seen = {"a": "yesterday", "b": 3, "c": None, "d": "2026-11-20T14:30:00", "e": DATE.isoformat()}
    path.write_text(json.dumps({"region": "BR", "feeds_seen": seen, "updates_checked_at": "soon"}))
    with closing(SettingsFile(path)) as store:
        assert store.current.feeds_seen == {"e": DATE}
        assert (store.current.region, store.current.updates_checked_at) == ("BR", None)
