"""The administrators' settings file and their list of numbers."""

from __future__ import annotations

import json
import os
import sys
from datetime import time, timedelta
from pathlib import Path

import pytest

from app.domain.guard import Guard
from app.domain.phone_number import PhoneNumber
from app.services.do_not_call import DoNotCallList, ListUnavailable
from app.services.policy import CAN_BIND, NO_POLICY, Policy
from app.storage.do_not_call_file import DoNotCallFile
from app.storage.file_owner import owner
from app.storage.policy_file import policy_path, read_policy
from app.storage.policy_numbers import PolicyNumbers

ANA = PhoneNumber.parse("+55 11 99999-0001")
ANA_BEFORE = PhoneNumber.parse("+55 11 9999-0001")
BRUNO = PhoneNumber.parse("+55 11 99999-0002")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "policy.json"


def written(path: Path, **settings: object) -> Policy:
    path.write_text(json.dumps(settings), encoding="utf-8")
    return read_policy(path)


# --- the file -----------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own folder")
def test_it_lies_where_no_environment_leads_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "XDG_CONFIG_DIRS",
        "XDG_CONFIG_HOME",
        "XDG_DATA_DIRS",
        "HOME",
        "ProgramData",
        "TOQUE_PROFILE",
    ):
        monkeypatch.setenv(name, "/elsewhere")
    assert policy_path() == Path("/etc/toque/policy.json")


def test_each_system_has_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.storage.policy_file.sys.platform", "darwin")
    assert policy_path() == Path("/Library/Application Support/Toque/policy.json")
    monkeypatch.setattr("app.storage.policy_file.sys.platform", "win32")
    monkeypatch.setattr("platformdirs.windows.get_win_folder_via_ctypes", {"CSIDL_COMMON_APPDATA": "D:"}.get)
    assert policy_path() == Path("D:", "Toque", "policy.json")


def test_without_a_file_there_is_no_policy(path: Path) -> None:
    assert read_policy(path) is NO_POLICY
    assert read_policy(path / "below" / "nothing") is NO_POLICY


def test_an_empty_policy_sets_nothing(path: Path) -> None:
    assert written(path) == Policy(str(path))


def test_everything_that_can_be_set(path: Path) -> None:
    policy = written(
        path,
        again_within_s=3600,
        quiet_hours={"from": "20:30", "until": "09:00"},
        do_not_call={"file": "list.csv"},
        binding=["quiet_hours", "do_not_call", "earlier"],
    )
    assert policy == Policy(
        path=str(path),
        again_within=timedelta(hours=1),
        quiet_hours=(time(20, 30), time(9)),
        binding=CAN_BIND,
        numbers_file=str(path.parent / "list.csv"),
    )


def test_numbers_can_stand_in_it(path: Path) -> None:
    policy = written(
        path, do_not_call=["+55 11 99999-0001", {"number": "+52 55 1234 5678", "reason": "court"}]
    )
    assert policy.numbers == {"+55 11 99999-0001": "", "+52 55 1234 5678": "court"}


def test_a_mark_at_the_beginning_is_passed_over(path: Path) -> None:
    path.write_bytes(b'\xef\xbb\xbf{"binding": ["earlier"]}')
    assert read_policy(path).binding == {Guard.EARLIER}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "\xff",
        '{"bindng": ["earlier"]}',
        '{"binding": ["everything"]}',
        '{"binding": ["not_reached"]}',
        '{"binding": "earlier"}',
        '{"again_within_s": -1}',
        '{"again_within_s": "1 h"}',
        '{"quiet_hours": {"from": "25:00", "until": "08:00"}}',
        '{"quiet_hours": {"from": "21:00"}}',
        '{"quiet_hours": {"from": "21:00", "until": "21:00"}}',
        '{"quiet_hours": {"from": "21:00+01:00", "until": "08:00"}}',
        '{"do_not_call": {"fil": "x"}}',
        '{"do_not_call": [1]}',
        "[" * 100_000,
    ],
)
def test_what_cannot_be_understood_binds_by_everything(path: Path, text: str) -> None:
    path.write_bytes(text.encode("latin-1"))
    policy = read_policy(path)
    assert policy.binding == CAN_BIND
    assert str(path) in policy.problem
    assert "Tell your administrator." in policy.problem


def test_a_folder_in_its_place_is_no_absence(path: Path) -> None:
    path.mkdir()
    assert read_policy(path).problem


def test_a_file_without_end_is_not_read(path: Path) -> None:
    path.write_bytes(b" " * 16_000_001)
    assert "too large" in read_policy(path).problem


@pytest.mark.parametrize("of_others", ["policy.json", "."])
def test_what_somebody_else_may_have_written_is_not_believed(
    path: Path, of_others: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = path.parent / of_others
    path.write_text("{}", encoding="utf-8")
    monkeypatch.setattr("app.storage.policy_file.is_administrators", lambda asked: asked != others)
    assert not read_policy(path).problem
    monkeypatch.setattr("app.storage.policy_file._place", lambda: path)
    assert "it or its folder belongs to somebody who is no administrator" in read_policy(path).problem


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere the folder itself is the administrators'")
def test_windows_tells_whose_a_file_is(tmp_path: Path) -> None:
    assert owner(tmp_path).startswith("S-1-5-")
    with pytest.raises(OSError, match="2"):
        owner(tmp_path / "nothing")


# --- its numbers --------------------------------------------------------------------------------------


async def test_numbers_are_found_in_any_written_form(path: Path) -> None:
    numbers = PolicyNumbers(written(path, do_not_call=[{"number": "+55 11 99999-0001", "reason": "court"}]))
    found = await numbers.entry_for(ANA_BEFORE.person)
    assert found is not None
    assert (found.number, found.reason, found.added_at, found.is_fixed) == (ANA, "court", None, True)
    assert await numbers.entry_for(BRUNO.person) is None
    numbers.close()


async def test_numbers_come_from_a_table_which_is_read_again_once_it_changed(path: Path) -> None:
    table = path.parent / "list.csv"
    table.write_text("number,reason,date\n+55 11 99999-0001,court,2026-11-03\n")
    numbers = PolicyNumbers(written(path, do_not_call={"file": "list.csv"}))
    found = await numbers.entry_for(ANA.person)
    assert found is not None
    assert found.added_at is not None
    assert (found.reason, found.source) == ("court", str(table))
    table.write_text("number\n+55 11 99999-0002\n")
    os.utime(table, ns=(1, 1))
    assert await numbers.entry_for(ANA.person) is None
    assert await numbers.entry_for(BRUNO.person) is not None
    numbers.close()


@pytest.mark.parametrize(
    ("listed", "dialled"),
    [
        ("+44 (0)20 7946 0958", "+44 20 7946 0958"),
        ("+55 (011) 99999-0001", "+55 11 9999-0001"),
        ("+54 11 15 5555-1234", "+54 9 11 5555-1234"),
    ],
)
async def test_a_number_in_a_table_is_the_one_that_would_be_dialled(
    path: Path, listed: str, dialled: str
) -> None:
    (path.parent / "list.csv").write_text(f"number\n{listed}\n")
    numbers = PolicyNumbers(written(path, do_not_call={"file": "list.csv"}))
    assert await numbers.entry_for(PhoneNumber.parse(dialled).person) is not None
    numbers.close()


@pytest.mark.parametrize(
    "content", [None, b"number\n+55 11 99999-0001\nabc\n", b"PK\x03\x04", b"number\n11999990001\n"]
)
async def test_a_table_that_cannot_be_read_whole_is_not_read(path: Path, content: bytes | None) -> None:
    if content is not None:
        (path.parent / "list.csv").write_bytes(content)
    numbers = PolicyNumbers(written(path, do_not_call={"file": "list.csv"}))
    with pytest.raises(
        ListUnavailable, match=r"Your administrator's do-not-call list in .*list\.csv cannot be"
    ):
        await numbers.entry_for(ANA.person)
    numbers.close()


async def test_a_listed_number_that_is_none_makes_the_list_unreadable(path: Path) -> None:
    numbers = PolicyNumbers(written(path, do_not_call=["+55 11 99999-0001", "12"]))
    with pytest.raises(ListUnavailable, match="“12” is not a number"):
        await numbers.entry_for(ANA.person)
    numbers.close()


async def test_both_lists_count(path: Path, tmp_path: Path) -> None:
    store = DoNotCallFile(tmp_path / "own.sqlite3")
    fixed = PolicyNumbers(written(path, do_not_call=["+55 11 99999-0001"]))
    both = DoNotCallList(store, fixed=fixed)
    await both.add(BRUNO, "asked")
    await both.add(ANA, "own")
    found = await both.entry_for(ANA.person)
    assert found is not None
    assert found.is_fixed
    assert await both.entry_for(BRUNO.person) is not None
    await store.close()
    fixed.close()


async def test_where_one_list_cannot_be_read_the_other_still_counts(path: Path, tmp_path: Path) -> None:
    store = DoNotCallFile(tmp_path / "own.sqlite3")
    fixed = PolicyNumbers(written(path, do_not_call={"file": "nothing.csv"}))
    both = DoNotCallList(store, fixed=fixed)
    await both.add(BRUNO, "asked")
    assert await both.entry_for(BRUNO.person) is not None
    with pytest.raises(ListUnavailable):
        await both.entry_for(ANA.person)
    await store.close()
    fixed.close()
