"""Commands under administrators' settings: accounts whose token alone is entered, proxy, CA file, country."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from app.program import Program
from app.providers import PROVIDERS
from app.storage.keyring_secrets import KeyringSecrets
from app.storage.managed_settings import ManagedSettings
from app.storage.policy_file import read_policy
from app.storage.profile import Profile
from app.storage.settings_file import SettingsFile

if TYPE_CHECKING:
    from pathlib import Path

    from command_harness import Said, Toque
    from secret_service import SecretService

    from app.practice.server import PracticeServer

NUMBER = "5511999990004"


class Office:
    """The command at a computer whose administrators' file is `path`."""

    def __init__(self, toque: Toque, path: Path) -> None:
        self.toque = toque
        self.path = path

    def write(self, **policy: Any) -> None:
        self.path.write_text(json.dumps(policy), encoding="utf-8")

    def run(self, *words: str, stdin: str = "") -> Said:
        return self.run_each(words, stdin=stdin)[0]

    def run_each(self, *commands: tuple[str, ...], stdin: str = "") -> list[Said]:
        script = (
            "import pathlib, app.storage.policy_file as file\n"
            f"file.policy_path = lambda: pathlib.Path({str(self.path)!r})\n"
        )
        return self.toque.run_each(commands, answers=stdin, script=script)

    async def start_window(self) -> None:
        """Do what a start of the window does about accounts that are gone."""
        profile, policy = Profile.of(self.toque.folder), read_policy(self.path, PROVIDERS)
        settings, secrets = SettingsFile(profile.settings_file), KeyringSecrets()
        program = Program(
            profile,
            ManagedSettings(settings, policy),
            secrets=secrets,
            policy=policy,
            **dict.fromkeys(("on_call", "on_account", "on_question", "on_trouble", "on_kept_aside"), print),
            on_audio=lambda: None,
        )
        await program.forget_gone_accounts()
        await program.close()
        settings.close()
        secrets.close()


@pytest.fixture
def office(toque: Toque, tmp_path: Path) -> Office:
    return Office(toque, tmp_path / "policy.json")


def front(server: PracticeServer, **changes: object) -> dict[str, object]:
    fields = {"instance": server.instance, "base_url": server.base_url}
    return {"name": "Front desk", "provider": "ryzeapi", "fields": fields} | changes


def kept(secret_service: SecretService) -> list[str]:
    return sorted(secret_service.items().values())


def test_the_token_is_entered_and_the_rest_is_there(
    office: Office, server: PracticeServer, secret_service: SecretService
) -> None:
    before = kept(secret_service)
    office.write(accounts=[front(server, id="entered")])
    listed, missing, entered, tested, called = office.run_each(
        ("account", "list"),
        ("account", "test", "front desk"),
        ("account", "token", "front DESK"),
        ("account", "test", "Front desk"),
        ("call", NUMBER, "--no-follow"),
        stdin=f"{server.token}\n",
    )
    assert listed.out == (
        f"* Front desk  RyzeAPI  instance=practice base_url={server.base_url} (set by your administrator)\n"
    )
    assert missing.code == 3
    assert "token" in missing.out
    assert (entered.code, entered.out, entered.err) == (0, "Kept the token of Front desk.\n", "")
    assert kept(secret_service) == sorted([*before, server.token])
    assert tested.out == "Front desk: connected\n"
    assert called.code == 0
    assert server.token not in office.toque.everything_written()


def test_it_cannot_be_removed(office: Office, server: PracticeServer) -> None:
    office.write(accounts=[front(server)])
    said = office.run("account", "remove", "Front desk")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("toque: Your administrator has set up this account.")


def test_an_own_account_s_token_is_replaced_the_same_way(
    office: Office, server: PracticeServer, secret_service: SecretService
) -> None:
    office.toque.add_account(server, "Sales", token="wrong")
    entered, tested = office.run_each(
        ("account", "token", "Sales"), ("account", "test", "Sales"), stdin=f"{server.token}\n"
    )
    assert (entered.code, tested.out) == (0, "Sales: connected\n")
    assert "wrong" not in kept(secret_service)


@pytest.mark.parametrize(
    ("name", "stdin", "why"),
    [
        ("Front desk", "\n", "Nothing was entered, so everything stays as it is."),
        ("Front desk", "", "Nothing was entered, so everything stays as it is."),
        ("Nobody", "token\n", "There is no account “Nobody”. Known: “Front desk”."),
    ],
)
def test_a_token_that_is_none_is_refused(
    office: Office, server: PracticeServer, name: str, stdin: str, why: str
) -> None:
    office.write(accounts=[front(server)])
    said = office.run("account", "token", name, stdin=stdin)
    assert (said.code, said.out, said.err) == (2, "", f"toque: {why}\n")


def test_the_token_outlasts_a_file_that_is_missing_or_cannot_be_read_and_goes_with_the_account(
    office: Office, server: PracticeServer, secret_service: SecretService
) -> None:
    before = kept(secret_service)
    office.write(accounts=[front(server, id="front")])
    assert office.run("account", "token", "Front desk", stdin=f"{server.token}\n").code == 0

    office.write(acounts=[])
    asyncio.run(office.start_window())
    assert office.run("account", "list").out.startswith("* Front desk ")
    office.path.unlink()
    asyncio.run(office.start_window())
    assert office.run("account", "list").out == ""
    assert kept(secret_service) == sorted([*before, server.token])

    office.write(accounts=[front(server, id="front", name="Reception")])
    asyncio.run(office.start_window())
    assert office.run("account", "test", "Reception").out == "Reception: connected\n"
    office.write(accounts=[])
    asyncio.run(office.start_window())
    assert kept(secret_service) == before
    assert "Front desk" not in office.toque.everything_written()


def test_removing_all_data_takes_its_token_too(
    office: Office, server: PracticeServer, secret_service: SecretService
) -> None:
    before = kept(secret_service)
    office.write(accounts=[front(server, id="removed")])
    assert office.run("account", "token", "Front desk", stdin=f"{server.token}\n").code == 0
    assert kept(secret_service) != before
    assert office.run("--remove-data").code == 0
    assert kept(secret_service) == before


# --- settings and network -----------------------------------------------------------------------------


def test_the_country_that_is_set_counts_without_a_window_too(office: Office) -> None:
    office.write(settings={"region": "BR"})
    said = office.run("number", "11 99999-0001")
    assert (said.code, "+5511999990001" in said.out) == (0, True)


def test_the_proxy_is_asked(office: Office) -> None:
    asked: list[bytes] = []

    def refuse() -> None:
        with closing(proxy.accept()[0]) as line:
            line.settimeout(20)
            asked.append(line.recv(4096))
            line.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as proxy:
        proxy.settimeout(20)
        thread = threading.Thread(target=refuse)
        thread.start()
        office.write(
            accounts=[
                {
                    "name": "Far",
                    "provider": "ryzeapi",
                    "fields": {"instance": "x", "base_url": "https://calls.example"},
                }
            ],
            proxy=f"http://127.0.0.1:{proxy.getsockname()[1]}",
        )
        _, said = office.run_each(
            ("account", "token", "Far"), ("account", "test", "Far"), stdin="marker-token-2026\n"
        )
        thread.join()
    assert asked[0].startswith(b"CONNECT calls.example:443 ")
    assert b"marker-token" not in asked[0]
    assert (said.code, "The proxy refused the connection." in said.out) == (3, True)


def test_a_ca_file_that_is_not_there_is_said(office: Office, server: PracticeServer) -> None:
    fields = {"instance": "x", "base_url": server.base_url.replace("http", "https")}
    office.write(accounts=[front(server, fields=fields)], ca_file="office.pem")
    _, said = office.run_each(
        ("account", "token", "Front desk"), ("account", "test", "Front desk"), stdin="marker-token-2026\n"
    )
    assert said.code == 3
    assert f"Your administrator's CA file {office.path.parent / 'office.pem'} cannot be read" in said.out
