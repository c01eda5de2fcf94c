"""What administrators' settings say of accounts, of everybody's settings, and of the way into the network."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.account import Account
from app.providers import PROVIDERS
from app.services.policy import CAN_BIND, CAN_SET, NO_POLICY, Fixable, Policy
from app.storage.policy_file import _SettingsRecord, read_policy
from app.ui.language import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "marker-token-2026"
DESK = {"name": "Front desk", "provider": "ryzeapi", "fields": {"instance": "front"}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "policy.json"


def written(path: Path, **settings: object) -> Policy:
    path.write_text(json.dumps(settings), encoding="utf-8")
    return read_policy(path, PROVIDERS)


def account(path: Path, **changes: object) -> Account:
    policy = written(path, accounts=[DESK | changes])
    assert not policy.problem, policy.problem
    return policy.accounts[0]


# --- accounts -----------------------------------------------------------------------------------------


def test_an_account_is_complete_but_for_its_token(path: Path) -> None:
    found = account(path, id="front")
    fields = {"instance": "front", "base_url": "https://ryzeapi.cloud", "ca_file": ""}
    assert found == Account("managed-ryzeapi-front", "Front desk", "ryzeapi", fields, is_managed=True)


def test_its_id_stays_while_provider_and_name_do(path: Path) -> None:
    first = account(path)
    assert account(path, name=" FRONT DESK ", fields={"instance": "other"}).id == first.id
    others = {
        account(path, name="Sales").id,
        account(path, provider="zapi").id,
        account(path, id="x").id,
    }
    assert len(others | {first.id}) == 4


def test_an_explicit_id_outlives_the_name_but_never_takes_a_token_to_another_provider(path: Path) -> None:
    first = account(path, id="7")
    assert account(path, id="7", name="Sales").id == first.id
    assert account(path, id="7", provider="zapi").id != first.id


@pytest.mark.parametrize(("given", "kept"), [(True, "on"), ("on", "on"), (False, ""), ("", "")], ids=repr)
def test_a_switch_is_on_or_off(path: Path, given: object, kept: str) -> None:
    found = account(path, provider="zapi", fields={"instance": "1", "check_first": given})
    assert found.fields["check_first"] == kept


def test_a_file_lies_beside_the_policy(path: Path) -> None:
    found = account(path, fields={"instance": "front", "ca_file": "office.pem"})
    assert found.fields["ca_file"] == str(path.parent / "office.pem")


REFUSED: dict[str, tuple[Any, str]] = {
    "token": (DESK | {"fields": {"instance": "x", "token": SECRET}}, "Front desk: token: it is a secret"),
    "optional secret": (
        DESK | {"provider": "zapi", "fields": {"instance": "x", "client_token": SECRET}},
        "client_token: it is a secret",
    ),
    "token beside": (DESK | {"token": SECRET}, "unknown field `token`"),
    "no field": (DESK | {"fields": {"instance": "x", "color": "red"}}, "color: there is no such field"),
    "incomplete": (DESK | {"fields": {}}, "instance: This field is needed."),
    "emptied": (DESK | {"fields": {"instance": "x", "base_url": " "}}, "base_url: This field is needed."),
    "no name": (DESK | {"name": " "}, "one has no name"),
    "no provider": (DESK | {"provider": "pigeon"}, "there is no provider pigeon"),
    "no text": (DESK | {"fields": {"instance": True}}, "instance: give a text"),
    "no switch": (
        DESK | {"provider": "zapi", "fields": {"instance": "x", "check_first": "yes"}},
        "check_first: give true or false",
    ),
    "number": (DESK | {"fields": {"instance": 7}}, "got `int`"),
    "id": (DESK | {"id": "a b"}, "regex"),
    "id that ends a line": (DESK | {"id": "a\n"}, "regex"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_can_be_no_account_makes_the_policy_unreadable(path: Path, kind: str) -> None:
    given, reason = REFUSED[kind]
    policy = written(path, accounts=[given])
    assert reason in policy.problem
    assert SECRET not in policy.problem
    assert (policy.binding, policy.accounts) == (CAN_BIND, ())


@pytest.mark.parametrize(
    "second",
    [{"name": "front DESK", "id": "x"}, {"name": "Sales", "id": "front"}, {"name": "Sales", "id": "FRONT"}],
    ids=["name", "id", "as Windows' keyring has ids"],
)
def test_nothing_is_there_twice(path: Path, second: dict[str, str]) -> None:
    policy = written(path, accounts=[DESK | {"id": "front"}, DESK | second])
    assert "two have the same name or id" in policy.problem


# --- settings -----------------------------------------------------------------------------------------


def test_everybodys_settings(path: Path) -> None:
    given = {
        "language": "pt_BR",
        "region": "BR",
        "ring_seconds": 20,
        "check_links": True,
        "keep_history_days": 90,
        "watch_clipboard": True,
        "notify": False,
    }
    policy = written(path, settings=given, fixed=["keep_history_days", "notify"])
    assert policy.settings == given
    assert policy.fixed == {Fixable.KEEP_HISTORY_DAYS, Fixable.NOTIFY}
    assert set(given) == CAN_SET == set(_SettingsRecord.__struct_fields__)


def test_what_is_null_is_not_set(path: Path) -> None:
    assert written(path, settings={"region": None, "notify": False}).settings == {"notify": False}


def test_every_language_of_the_window_can_be_set(path: Path) -> None:
    assert [written(path, settings={"language": code}).settings for code in LANGUAGES] == [
        {"language": code} for code in LANGUAGES
    ]


@pytest.mark.parametrize(
    "settings",
    [
        {"settings": {"colour": "red"}},
        {"settings": {"language": "fr"}},
        {"settings": {"region": "br"}},
        {"settings": {"region": "ZZ"}},
        {"settings": {"ring_seconds": 0}},
        {"settings": {"keep_history_days": 0}},
        {"settings": {"notify": "no"}},
        {"fixed": ["ring_seconds"]},
        {"fixed": "notify"},
    ],
    ids=str,
)
def test_a_setting_that_is_none_makes_the_policy_unreadable(path: Path, settings: dict[str, object]) -> None:
    policy = written(path, **settings)
    assert policy.problem
    assert (policy.settings, policy.fixed) == ({}, frozenset())


# --- the network --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("http://proxy.example:3128", "http://proxy.example:3128"),
        ("https://proxy.example:3128/", "https://proxy.example:3128"),
        ("SOCKS5://10.0.0.1:1080", "socks5://10.0.0.1:1080"),
        ("http://[2001:db8::1]:3128", "http://[2001:db8::1]:3128"),
        ("", ""),
    ],
)
def test_a_proxy(path: Path, given: str, used: str) -> None:
    assert written(path, proxy=given).proxy == used


@pytest.mark.parametrize(
    "proxy",
    [
        f"http://anna:{SECRET}@proxy.example:3128",
        f"anna:{SECRET}@proxy.example",
        f"http://anna:{SECRET}",
        "proxy.example:3128",
        "http://proxy.example",
        "http://:3128",
        "http://proxy.example:99999",
        "http://[proxy:3128",
        "ftp://proxy.example:21",
        "http://proxy.example:3128/path",
        "http://proxy.example:3128?x=1",
    ],
)
def test_a_proxy_that_is_none_or_has_a_password_is_refused_and_not_shown(path: Path, proxy: str) -> None:
    policy = written(path, proxy=proxy)
    assert "(proxy: give it " in policy.problem
    assert SECRET not in policy.problem


def test_the_ca_file_lies_beside_the_policy(path: Path) -> None:
    assert written(path, ca_file="office.pem").ca_file == str(path.parent / "office.pem")
    elsewhere = str(path.parent.parent / "ca.pem")
    assert written(path, ca_file=elsewhere).ca_file == elsewhere


# --- what went ----------------------------------------------------------------------------------------


def test_an_account_is_gone_only_where_a_policy_was_read_that_does_not_name_it(path: Path) -> None:
    kept, taken = account(path), account(path, name="Sales")
    policy = written(path, accounts=[DESK])
    assert policy.gone([kept, taken]) == (taken,)
    assert written(path).gone([kept, taken]) == (kept, taken)
    assert written(path, nonsense=1).gone([kept, taken]) == ()
    assert NO_POLICY.gone([kept, taken]) == ()


def test_nothing_heavy_is_loaded_for_it_before_the_window_is_there(path: Path) -> None:
    path.write_text(json.dumps({"accounts": [DESK], "settings": {"language": "es"}, "proxy": "http://x:1"}))
    script = (
        "import pathlib, sys\n"
        "from app.providers import PROVIDERS\n"
        "from app.storage.policy_file import read_policy\n"
        "policy = read_policy(pathlib.Path(sys.argv[1]), PROVIDERS)\n"
        "print(len(policy.accounts), 'phonenumbers' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True)  # noqa: S603
    assert said.stdout.split() == ["1", "False"]
