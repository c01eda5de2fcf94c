from __future__ import annotations

import asyncio
import json
import re
import sys
from contextlib import closing, suppress
from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st
from storage_programs import (
    AS_ANYBODY,
    for_its_user_alone,
    needs_full_disk,
    needs_modes,
    read_only,
    run_python,
    unreadable,
)

from app.domain.account import Account
from app.domain.agent import AgentTask
from app.domain.audio import AudioWishes
from app.domain.guard import GuardRules
from app.services.settings import NotSaved, Settings
from app.storage import settings_file
from app.storage.settings_file import SettingsFile
from app.storage.settings_format import DamagedSettings, decode, encode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FULL = Settings(
    region="BR",
    language="pt_BR",
    accounts=(
        Account("1", "Suporte – São Paulo", "ryzeapi", {"instance": "a", "base_url": "https://a.example"}),
        Account("2", "Other", "zapi"),
    ),
    chosen_account="2",
    ring_seconds=12,
    audio_wishes=AudioWishes(level=False),
    recent_audio=("/home/ana/olá “1”.wav", "C:\\Users\\Ana\\hello.mp3"),
    check_links=True,
    agent_tasks={
        "3": AgentTask("a-1", "Ana", "+5511988880000", record=False, longest_s=60, metadata=(("k", "v"),)),
        "4": AgentTask("a-2"),
    },
    guards=GuardRules(timedelta(hours=1), True, time(20, 30), time(9)),
    keep_history_days=90,
    watch_clipboard=True,
    selection_keys="Ctrl+Alt+C",
    keep_on_top=True,
    notify=False,
    window={"geometry": "AdnQywADAAA=", "split": "3,4"},
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def store(path: Path) -> Iterator[SettingsFile]:
    with closing(SettingsFile(path)) as store:
        yield store


def read(path: Path) -> Settings:
    with closing(SettingsFile(path)) as store:
        assert store.problem is None
        assert store.kept_aside is None
        return store.current


def put(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def get(path: Path) -> bytes:
    return path.read_bytes()


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


# --- what was set is there --------------------------------------------------------------------------------


def test_nothing_set_is_the_defaults_and_writes_nothing(store: SettingsFile, tmp_path: Path) -> None:
    assert store.current == Settings()
    assert names(tmp_path) == []


async def test_settings_come_back(store: SettingsFile, path: Path) -> None:
    assert await store.update(lambda _: FULL) == FULL
    assert store.current == FULL
    assert read(path) == FULL


@pytest.mark.parametrize(
    "data",
    [
        b'{"keep_history_days": 0}',
        b'{"keep_history_days": 99999999}',
        b'{"guards": {"quiet_from": "25:00", "quiet_until": "noon"}}',
    ],
)
def test_days_and_hours_that_are_none_are_the_usual_ones(data: bytes) -> None:
    assert decode(data) == Settings()


def test_a_person_is_asked_about_for_a_year_at_the_most() -> None:
    assert decode(b'{"guards": {"again_within_s": 99999999999999}}').guards.again_within == timedelta(
        days=366
    )
    assert decode(b'{"guards": {"again_within_s": -5}}').guards.again_within == timedelta()


@for_its_user_alone
async def test_a_file_for_its_user_alone_and_nothing_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "profile"
    with closing(SettingsFile(folder / "settings.json")) as store:
        await store.update(lambda _: FULL)
    assert names(folder) == ["settings.json", "settings.json.lock"]
    assert [oct(p.stat().st_mode & 0o777) for p in (folder, folder / "settings.json")] == ["0o700", "0o600"]


def _settings() -> st.SearchStrategy[Settings]:
    text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
    texts = st.dictionaries(text, text, max_size=3)
    pairs = texts.map(lambda pairs: tuple(pairs.items()))
    tasks = st.builds(AgentTask, text, text, text, st.booleans(), st.integers(1, 3600), pairs)
    return st.builds(
        Settings,
        region=st.none() | text,
        language=st.none() | text,
        accounts=st.lists(
            st.builds(Account, text, text, text, texts), max_size=3, unique_by=lambda each: each.id
        ).map(tuple),
        chosen_account=st.none() | text,
        ring_seconds=st.none() | st.integers(-(2**63), 2**63 - 1),
        audio_wishes=st.builds(AudioWishes, st.booleans(), st.booleans()),
        recent_audio=st.lists(text, max_size=3).map(tuple),
        check_links=st.booleans(),
        agent_tasks=st.dictionaries(text, tasks, max_size=3),
        window=texts,
    )


@given(_settings(), _settings())
def test_any_settings_come_back_equal(earlier: Settings, later: Settings) -> None:
    data = encode(earlier, over=None)
    assert decode(data) == earlier
    assert decode(encode(later, over=data)) == later


@given(st.binary())
def test_any_bytes_are_settings_or_damaged(data: bytes) -> None:
    with suppress(DamagedSettings):
        decode(data)


@pytest.mark.parametrize(
    ("wishes", "keys"),
    [
        (AudioWishes(level=False), {"level_volume": False, "trim_silence": True}),
        (AudioWishes(trim=False), {"level_volume": True, "trim_silence": False}),
    ],
)
def test_what_is_done_to_a_sound_is_written_in_words(wishes: AudioWishes, keys: dict[str, bool]) -> None:
    written = json.loads(encode(Settings(audio_wishes=wishes), over=None))
    assert {key: written[key] for key in keys} == keys


def test_settings_from_before_there_were_sounds_have_the_usual_ones(path: Path) -> None:
    put(path, b'{"region": "BR", "ring_seconds": 12, "accounts": []}')
    settings = read(path)
    assert (settings.region, settings.ring_seconds) == ("BR", 12)
    assert (settings.audio_wishes, settings.recent_audio, settings.check_links) == (AudioWishes(), (), False)


@pytest.mark.parametrize(
    "data",
    [
        b'{"recent_audio": "a.wav"}',
        b'{"recent_audio": [1]}',
        b'{"level_volume": "yes"}',
        b'{"check_links": 1}',
    ],
)
def test_settings_about_sounds_that_are_none_are_damaged(data: bytes) -> None:
    with pytest.raises(DamagedSettings):
        decode(data)


# --- other Toques -----------------------------------------------------------------------------------------


async def test_what_another_toque_wrote_is_changed_not_overwritten(path: Path) -> None:
    with closing(SettingsFile(path)) as one, closing(SettingsFile(path)) as two:
        await one.update(lambda settings: replace(settings, region="BR"))
        await two.update(lambda settings: replace(settings, ring_seconds=9))
        assert two.current == Settings(region="BR", ring_seconds=9)
        assert one.current == Settings(region="BR")


async def test_toques_that_write_at_once_lose_nothing(path: Path) -> None:
    script = """
import asyncio
from dataclasses import replace
from pathlib import Path
from app.domain.account import Account
from app.storage.settings_file import SettingsFile
async def main():
    store = SettingsFile(Path(sys.argv[1]))
    for n in range(20):
        account = Account(f"{sys.argv[2]}-{n}", "", "")
        await store.update(lambda settings: replace(settings, accounts=(*settings.accounts, account)))
asyncio.run(main())
"""
    await asyncio.gather(*(asyncio.to_thread(run_python, script, path, n) for n in range(3)))
    assert {each.id for each in read(path).accounts} == {f"{p}-{n}" for p in range(3) for n in range(20)}


async def test_a_lock_that_another_toque_keeps_is_told(
    store: SettingsFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_file, "LOCK_TIMEOUT_S", 0.05)
    with FileLock(f"{path}.lock"), pytest.raises(NotSaved, match="Another Toque holds the settings"):
        await store.update(lambda _: FULL)
    assert store.current == Settings()
    assert await store.update(lambda _: FULL) == FULL


async def test_what_a_newer_version_wrote_stays(path: Path) -> None:
    account = {"id": "1", "name": "A", "provider": "p", "colour": "red"}
    put(path, json.dumps({"region": "BR", "theme": {"dark": True}, "accounts": [account]}).encode())

    def change(settings: Settings) -> Settings:
        assert settings == Settings(region="BR", accounts=(Account("1", "A", "p"),))
        accounts = (replace(settings.accounts[0], name="B"), Account("2", "C", "p"))
        return replace(settings, region=None, accounts=accounts)

    with closing(SettingsFile(path)) as store:
        await store.update(change)
    written = json.loads(get(path))
    assert written["theme"] == {"dark": True}
    assert written["region"] is None
    assert [(each["name"], each.get("colour")) for each in written["accounts"]] == [("B", "red"), ("C", None)]


async def test_what_a_newer_version_wrote_of_an_agents_task_stays(path: Path) -> None:
    put(path, b'{"agent_tasks": {"1": {"agent_id": "a", "mood": "gay"}, "2": {"agent_id": "b"}}}')
    with closing(SettingsFile(path)) as store:
        await store.update(lambda old: replace(old, agent_tasks={"1": AgentTask("c")}))
    (written,) = json.loads(get(path))["agent_tasks"].values()
    assert (written["agent_id"], written["mood"]) == ("c", "gay")


# --- damage -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"region": 7}',
        b'{"accounts": [{"id": "1"}]}',
        b'{"x":' * 5000,
        b"\0" * 100,
    ],
)
async def test_a_damaged_file_is_kept_aside(path: Path, data: bytes) -> None:
    put(path, data)
    with closing(SettingsFile(path)) as store:
        assert store.current == Settings()
        assert store.kept_aside is not None
        assert re.fullmatch(r"settings \d{4}-\d\d-\d\d \d{4} damaged\.json", store.kept_aside.name)
        assert get(store.kept_aside) == data
        await store.update(lambda _: FULL)
    assert read(path) == FULL


async def test_damage_that_came_while_running_is_kept_aside_too(store: SettingsFile, path: Path) -> None:
    await store.update(lambda _: FULL)
    put(path, b"oops")
    await store.update(lambda settings: replace(settings, region="PT"))
    assert store.kept_aside is not None
    assert get(store.kept_aside) == b"oops"
    assert read(path) == Settings(region="PT")


def test_an_empty_file_is_no_settings_yet(path: Path) -> None:
    path.touch()
    assert read(path) == Settings()


# --- what cannot be written -------------------------------------------------------------------------------

FAULTY = """
import asyncio
from dataclasses import replace
from pathlib import Path
from app.services.settings import NotSaved
from app.storage.settings_file import SettingsFile
async def main():
    store = SettingsFile(Path(sys.argv[1]))
    PREPARE
    print(store.problem)
    try:
        await store.update(lambda settings: replace(settings, region="PT", language="x" * 10_000))
    except NotSaved as error:
        print(error)
    print(store.current.region)
asyncio.run(main())
"""


@needs_modes
async def test_a_read_only_folder_is_named(store: SettingsFile, path: Path) -> None:
    await store.update(lambda _: FULL)
    with read_only(path.parent):
        said = await asyncio.to_thread(run_python, FAULTY.replace("PREPARE", ""), path, prefix=AS_ANYBODY)
    sentence = f"{path.parent} cannot be written to. Check its permissions, or choose another profile folder."
    assert said.splitlines() == ["None", sentence, "BR"]
    assert read(path) == FULL


@needs_modes
async def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    with read_only(tmp_path):
        path = tmp_path / "profile" / "settings.json"
        said = await asyncio.to_thread(run_python, FAULTY.replace("PREPARE", ""), path, prefix=AS_ANYBODY)
    assert "cannot be written to" in said


@needs_modes
async def test_a_file_that_cannot_be_read_is_told_and_left_alone(store: SettingsFile, path: Path) -> None:
    await store.update(lambda _: FULL)
    with unreadable(path):
        said = await asyncio.to_thread(run_python, FAULTY.replace("PREPARE", ""), path, prefix=AS_ANYBODY)
    assert said.startswith("The settings could not be read.")
    assert read(path) == FULL


@needs_full_disk
async def test_a_full_disk_leaves_the_file_as_it_was(store: SettingsFile, path: Path) -> None:
    await store.update(lambda _: FULL)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))"
    unlimited = limit.replace("4096", "resource.RLIM_INFINITY")
    script = FAULTY.replace("PREPARE", limit) + unlimited
    said = await asyncio.to_thread(run_python, script, path)
    full = f"The disk with {path.parent} is full. Free some space and try again."
    assert said.splitlines() == ["None", full, "BR"]
    assert read(path) == FULL
    assert names(path.parent) == ["settings.json", "settings.json.lock"]


async def test_a_text_that_is_none_is_refused(store: SettingsFile) -> None:
    with pytest.raises(NotSaved, match="character"):
        await store.update(lambda settings: replace(settings, region="\ud800"))
    assert store.current == Settings()


async def test_what_the_change_raises_is_raised_and_nothing_written(store: SettingsFile, path: Path) -> None:
    await store.update(lambda _: FULL)
    with pytest.raises(ZeroDivisionError):
        await store.update(lambda settings: replace(settings, ring_seconds=1 // 0))
    assert read(path) == store.current == FULL


@pytest.mark.skipif(sys.platform == "win32", reason="Windows wants a right for symlinks")
async def test_a_linked_file_stays_linked(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles.json", tmp_path / "settings.json"
    link.symlink_to(real)
    with closing(SettingsFile(link)) as store:
        await store.update(lambda _: FULL)
    assert read(real) == FULL
    assert json.loads(link.read_text())["region"] == "BR"
