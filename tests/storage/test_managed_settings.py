"""The operator's settings under those of the administrators."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.account import Account
from app.services.policy import NO_POLICY, Fixable, Policy
from app.services.settings import NotSaved, Settings
from app.storage.managed_settings import ManagedSettings
from app.storage.settings_file import SettingsFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OWN = Account("own", "Own", "ryzeapi", {"instance": "own"})
FRONT = Account("managed-ryzeapi-1", "Front desk", "ryzeapi", {"instance": "front"}, is_managed=True)
SALES = Account("managed-ryzeapi-2", "Sales", "ryzeapi", {"instance": "sales"}, is_managed=True)
UNREAD = Policy.unreadable("policy.json", "cannot be read")


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[SettingsFile]:
    file = SettingsFile(tmp_path / "settings.json")
    yield file
    file.close()


def under(kept: SettingsFile, **policy: Any) -> ManagedSettings:
    return ManagedSettings(kept, Policy("policy.json", **policy))


async def choose(settings: ManagedSettings, **changes: Any) -> Settings:
    return await settings.update(lambda old: replace(old, **changes))


# --- settings -----------------------------------------------------------------------------------------


async def test_without_a_policy_they_are_the_operators(kept: SettingsFile) -> None:
    settings = ManagedSettings(kept, NO_POLICY)
    assert settings.current == Settings()
    await choose(settings, region="BR", accounts=(OWN,))
    assert settings.current == Settings(region="BR", accounts=(OWN,), chosen=frozenset({"region"}))


async def test_what_is_set_counts_until_the_operator_chooses(kept: SettingsFile) -> None:
    settings = under(kept, settings={"notify": False, "ring_seconds": 20})
    assert (settings.current.notify, settings.current.ring_seconds) == (False, 20)
    chosen = await choose(settings, notify=True)
    assert (chosen.notify, chosen.ring_seconds) == (True, 20)
    again = under(kept, settings={"notify": False, "ring_seconds": 30})
    assert (again.current.notify, again.current.ring_seconds) == (True, 30)


async def test_as_the_system_is_a_choice_too(kept: SettingsFile) -> None:
    settings = under(kept, settings={"region": "BR"})
    assert (await choose(settings, region=None)).region is None
    assert under(kept, settings={"region": "MX"}).current.region is None


async def test_a_choice_from_before_there_was_a_policy_counts(kept: SettingsFile) -> None:
    await kept.update(lambda old: replace(old, keep_history_days=30))
    assert under(kept, settings={"keep_history_days": 90}).current.keep_history_days == 30


async def test_what_is_not_chosen_is_never_written(kept: SettingsFile, tmp_path: Path) -> None:
    settings = under(kept, settings={"language": "es", "notify": False}, fixed=frozenset({Fixable.LANGUAGE}))
    await choose(settings, window={"a": "b"}, language="en")
    written = json.loads((tmp_path / "settings.json").read_text())
    assert (written["language"], written["notify"], written["chosen"]) == (None, True, [])
    assert ManagedSettings(kept, NO_POLICY).current == Settings(window={"a": "b"})


async def test_what_is_fixed_cannot_be_chosen_and_hides_an_earlier_choice(kept: SettingsFile) -> None:
    await kept.update(lambda old: replace(old, watch_clipboard=True, keep_history_days=30))
    fixed = frozenset({Fixable.WATCH_CLIPBOARD, Fixable.KEEP_HISTORY_DAYS})
    settings = under(kept, settings={"keep_history_days": 90}, fixed=fixed)
    shown = await choose(settings, watch_clipboard=True, keep_history_days=None)
    assert (shown.watch_clipboard, shown.keep_history_days) == (False, 90)
    own = under(kept).current
    assert (own.watch_clipboard, own.keep_history_days) == (True, 30)


async def test_where_nothing_can_be_written_all_stays(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    kept = SettingsFile(tmp_path / "settings.json")
    settings = under(kept, settings={"notify": False}, accounts=(FRONT,))
    with pytest.raises(NotSaved):
        await choose(settings, notify=True)
    assert (settings.current.notify, settings.current.accounts) == (False, (FRONT,))
    kept.close()


# --- accounts -----------------------------------------------------------------------------------------


async def test_managed_accounts_stand_before_the_operators_and_are_not_written_among_them(
    kept: SettingsFile,
) -> None:
    settings = under(kept, accounts=(FRONT, SALES))
    shown = await choose(settings, accounts=(*settings.current.accounts, OWN), chosen_account=SALES.id)
    assert shown.accounts == (FRONT, SALES, OWN)
    assert kept.current.accounts == (OWN,)
    assert shown.chosen_account == SALES.id


async def test_nobody_but_administrators_changes_or_removes_them(kept: SettingsFile) -> None:
    settings = under(kept, accounts=(FRONT,))
    shown = await choose(settings, accounts=(replace(FRONT, fields={"instance": "mine"}), OWN))
    assert shown.accounts == (FRONT, OWN)
    assert (await choose(settings, accounts=())).accounts == (FRONT,)


async def test_they_stay_where_the_policy_cannot_be_read_any_more(kept: SettingsFile) -> None:
    await choose(under(kept, accounts=(FRONT,)), region="BR")
    unread = ManagedSettings(kept, UNREAD)
    assert unread.current.accounts == (FRONT,)
    assert (await choose(unread, region="MX")).accounts == (FRONT,)
    assert kept.current.seen_accounts == (FRONT,)


async def test_they_go_with_the_policy_but_are_remembered_for_their_secrets(kept: SettingsFile) -> None:
    await choose(under(kept, accounts=(FRONT, SALES)), region="BR")
    without = ManagedSettings(kept, NO_POLICY)
    assert (await choose(without, region="MX")).accounts == ()
    assert kept.current.seen_accounts == (FRONT, SALES)
    changed = replace(FRONT, fields={"instance": "new"})
    shown = await choose(under(kept, accounts=(changed,)), region="BR")
    assert shown.accounts == (changed,)
    assert shown.seen_accounts == (changed, SALES)
