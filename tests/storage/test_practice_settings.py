from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.domain.account import Account
from app.services.settings import NotSaved
from app.storage.practice_settings import PracticeSettings
from app.storage.settings_file import SettingsFile

if TYPE_CHECKING:
    from pathlib import Path

ACCOUNT = Account("practice", "Practice", "ryzeapi", {"base_url": "http://127.0.0.1:1"})


async def test_the_practice_account_is_there_and_never_written(tmp_path: Path) -> None:
    kept = SettingsFile(tmp_path / "settings.json")
    settings = PracticeSettings(kept)
    settings.account = ACCOUNT
    await settings.update(lambda old: replace(old, region="BR"))
    assert settings.current.accounts == (ACCOUNT,)
    assert settings.current.region == "BR"
    assert kept.current.accounts == ()
    kept.close()


async def test_practice_works_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    kept = SettingsFile(tmp_path / "settings.json")
    settings = PracticeSettings(kept)
    settings.account = ACCOUNT
    with pytest.raises(NotSaved):
        await settings.update(lambda old: replace(old, region="BR"))
    assert settings.current.accounts == (ACCOUNT,)
    kept.close()
