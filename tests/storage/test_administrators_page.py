"""The administrators' page says what the program does: keys, fields, examples and places."""

from __future__ import annotations

import json
import ntpath
import re
from pathlib import Path

import msgspec
import platformdirs
import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from platformdirs.windows import Windows

from app import resources
from app.providers import PROVIDERS
from app.services.policy import CAN_BIND, CAN_SET, Fixable
from app.storage.keyring_secrets import _service
from app.storage.policy_file import _PolicyRecord, policy_path, read_policy
from app.storage.profile import Profile

PAGE = resources.path("help", "administrators.md").read_text(encoding="utf-8")
KEYS = {field.encode_name for field in msgspec.structs.fields(_PolicyRecord)}
EXAMPLES = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)


def rows(heading: str) -> dict[str, list[str]]:
    """Return the rows of the table with that first heading: the other cells by the first."""
    lines = iter(PAGE.splitlines())
    next(line for line in lines if line.startswith(f"| {heading} |"))
    next(lines)
    table = {}
    for line in lines:
        if not line.startswith("|"):
            break
        first, *others = (cell.strip() for cell in line.strip("|").split("|"))
        table[first] = others
    return table


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


# --- the settings file --------------------------------------------------------------------------------


def test_every_key_is_explained_and_no_other() -> None:
    assert {code(key)[0] for key in rows("Key")} == KEYS


def test_the_whole_example_has_every_key() -> None:
    assert EXAMPLES
    assert set(json.loads(EXAMPLES[0])) == KEYS


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_understood(example: str, tmp_path: Path) -> None:
    (tmp_path / "policy.json").write_text(example, encoding="utf-8")
    policy = read_policy(tmp_path / "policy.json", PROVIDERS)
    assert not policy.problem, policy.problem
    assert policy.accounts


def test_every_setting_is_named_where_it_can_be_set_and_where_it_can_be_fixed() -> None:
    (settings,), (fixed,), (binding,) = (rows("Key")[f"`{key}`"] for key in ("settings", "fixed", "binding"))
    assert set(code(settings)) & CAN_SET == CAN_SET
    assert set(code(fixed)) - {"settings"} == {each.value for each in Fixable}
    assert set(code(binding)) == {guard.value for guard in CAN_BIND}


def test_the_fields_of_each_provider_are_named() -> None:
    for kind in PROVIDERS:
        listed = re.search(rf"`{kind.key}`:([^;.]+)[;.]", PAGE)
        assert listed, kind.key
        assert code(listed[1]) == [field.key for field in kind.account_fields if not field.secret]
        assert not {field.key for field in kind.account_fields if field.secret} & set(code(listed[1]))


# --- places -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("system", ["Windows", "macOS", "Linux"])
def test_the_file_lies_there(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name = {"Windows": "win32", "macOS": "darwin", "Linux": "linux"}[system]
    monkeypatch.setattr("app.storage.policy_file.sys.platform", name)
    folders = {"CSIDL_COMMON_APPDATA": "C:\\ProgramData"}
    monkeypatch.setattr("platformdirs.windows.get_win_folder_via_ctypes", folders.get)
    assert _as_there(str(policy_path()), system) == code(rows("System")[system][0])[0]


@pytest.mark.parametrize(
    ("column", "system", "kind"),
    [(0, "Windows", Windows), (1, "macOS", MacOS), (2, "Linux", Unix)],
    ids=["Windows", "macOS", "Linux"],
)
def test_what_is_kept_lies_there(
    column: int, system: str, kind: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("platformdirs.windows.get_win_folder", lambda _folder: "%LOCALAPPDATA%")
    monkeypatch.setattr(platformdirs, "PlatformDirs", kind)
    profile = Profile.of(None)
    lines = {line.partition(" ")[0].strip(","): cells for line, cells in rows("Kept").items()}
    for line, path in (("Settings", profile.settings_file), ("Log", profile.log_file)):
        assert code(lines[line][column]) == [_as_there(str(path), system)]
    for path in (
        profile.history_file,
        profile.contacts_file,
        profile.do_not_call_file,
        profile.queue_file,
    ):
        everything = path.with_name(f"*{path.suffix}")
        assert code(lines["History"][column]) == [_as_there(str(everything), system)]


def _as_there(path: str, system: str) -> str:
    """Return a path as one writes it on that system."""
    if system == "Windows":
        return ntpath.normpath(path)
    return path.replace("\\", "/").replace(Path.home().as_posix(), "~", 1)


def test_a_keyring_entry_is_called_that() -> None:
    (name,) = re.findall(r"as in `(Toque [^`]+)`", PAGE)
    example = json.loads(EXAMPLES[0])["accounts"][1]
    assert name == _service(f"managed-{example['provider']}-{example['id']}", "token")
