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

ACCOUNTS = tuple(
    Account(f"practice-{key}", f"Practice {key}", key, {"base_url": "http://127.0.0.1:1"})
    for key in ("ryzeapi", "zapi", "ringyo")
)


async def test_the_practice_accounts_are_there_and_never_written(tmp_path: Path) -> None:
    kept = SettingsFile(tmp_path / "settings.json")
    settings = PracticeSettings(kept)
    settings.accounts = ACCOUNTS
    await settings.update(lambda old: replace(old, region="BR"))
    assert settings.current.accounts == ACCOUNTS
    assert settings.current.region == "BR"
    assert kept.current.accounts == ()
    kept.close()


async def test_the_choice_among_them_outlasts_the_program(tmp_path: Path) -> None:
    kept = SettingsFile(tmp_path / "settings.json")
    settings = PracticeSettings(kept)
    settings.accounts = ACCOUNTS
    await settings.update(lambda old: replace(old, chosen_account="practice-zapi"))
    assert settings.current.chosen_account == "practice-zapi"
    kept.close()

    kept = SettingsFile(tmp_path / "settings.json")
    again = PracticeSettings(kept)
    assert (again.current.accounts, again.current.chosen_account) == ((), "practice-zapi")
    again.accounts = ACCOUNTS
    await again.update(lambda old: replace(old, region="BR"))
    assert again.current.chosen_account == "practice-zapi"
    kept.close()


async def test_practice_works_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    kept = SettingsFile(tmp_path / "settings.json")
    settings = PracticeSettings(kept)
    settings.accounts = ACCOUNTS
    with pytest.raises(NotSaved):
        await settings.update(lambda old: replace(old, region="BR"))
    assert settings.current.accounts == ACCOUNTS
    kept.close()
