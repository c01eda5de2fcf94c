"""`toque account`: adding with the secret from standard input, listing, testing, removing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from command_harness import TIMEOUT_S, Said, Toque, wait_until

if TYPE_CHECKING:
    from secret_service import SecretService

    from app.practice.server import PracticeServer

MARKER = "marker-token-2026"
NO_KEYRING = {
    "linux": "Install gnome-keyring or KWallet",
    "darwin": "The macOS Keychain cannot be used",
    "win32": "Windows's credential store cannot be used",
}[sys.platform]
ADD = ("account", "add", "Sales", "--provider", "ryzeapi")


def add(toque: Toque, server: PracticeServer, *words: str, stdin: str | None = None) -> Said:
    fields = ("--field", f"instance={server.instance}", "--field", f"base_url={server.base_url}")
    return toque.run(*ADD, *fields, *words, stdin=f"{server.token}\n" if stdin is None else stdin)


def test_add_list_test_call_remove(
    toque: Toque, server: PracticeServer, secret_service: SecretService
) -> None:
    kept_before = set(secret_service.items())
    added = add(toque, server)
    assert (added.code, added.out, added.err) == (0, "Added Sales.\n", "")
    kept = set(secret_service.items()) - kept_before
    assert {secret_service.items()[item] for item in kept} == {server.token}
    listed, tested, called, removed, empty = toque.run_each(
        [
            ("account", "list"),
            ("account", "test", "sales"),
            ("call", "5511999990004", "--no-follow"),
            ("account", "remove", "SALES"),
            ("account", "list"),
        ]
    )
    assert listed.out == f"* Sales  RyzeAPI  instance=practice base_url={server.base_url}\n"
    assert (tested.code, tested.out) == (0, "Sales: connected\n")
    assert called.code == 0
    assert (removed.code, removed.out) == (0, "Removed Sales.\n")
    assert (empty.code, empty.out) == (0, "")
    assert set(secret_service.items()) == kept_before


def test_the_base_url_has_a_default(toque: Toque) -> None:
    commands = [(*ADD, "--field", "instance=one"), ("account", "list")]
    added, listed = toque.run_each(commands, answers=MARKER)
    assert added.code == 0
    assert listed.out == "* Sales  RyzeAPI  instance=one base_url=https://ryzeapi.cloud\n"


def test_the_star_stays_with_the_account_that_calls_go_through(toque: Toque, server: PracticeServer) -> None:
    toque.add_account(server, "First")
    toque.add_account(server, "Second")
    assert [line[:8] for line in toque.run("account", "list").out.splitlines()] == ["* First ", "  Second"]


REFUSED_FIELDS = {
    ("--field", "color=red"): "--field color: give KEY=VALUE with one of instance, base_url, ca_file",
    ("--field", "instance"): "--field instance: give KEY=VALUE",
    ("--field", f"token={MARKER}"): "--field token: give KEY=VALUE",
    (): "instance: This field is needed.",
    ("--field", "instance= "): "instance: This field is needed.",
    ("--field", "instance=one", "--field", "base_url=http://ryzeapi.cloud"): "must begin with https://",
    ("--field", "instance=one", "--field", "base_url=ryzeapi.cloud"): "must look like https://host",
    ("--field", "instance=one", "--field", "base_url="): "base_url: This field is needed.",
}


@pytest.fixture(scope="module")
def refused(
    secret_service: SecretService, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[tuple[str, ...], Said], Toque]:
    from command_harness import clean_environment

    folder = tmp_path_factory.mktemp("refused")
    toque = Toque(folder / "profile", clean_environment(folder, secret_service.address))
    commands = [(*ADD, *words) for words in REFUSED_FIELDS]
    return dict(zip(REFUSED_FIELDS, toque.run_each(commands, answers=f"{MARKER}\n"), strict=True)), toque


@pytest.mark.parametrize("words", REFUSED_FIELDS, ids=" ".join)
def test_what_cannot_be_an_account_is_refused(
    refused: tuple[dict[tuple[str, ...], Said], Toque], words: tuple[str, ...]
) -> None:
    said, toque = refused[0][words], refused[1]
    assert (said.code, said.out) == (2, "")
    assert REFUSED_FIELDS[words] in said.err
    assert MARKER not in said.err
    assert not (toque.folder / "settings.json").exists()


def test_an_empty_token_is_refused(toque: Toque) -> None:
    said = toque.run(*ADD, "--field", "instance=one", stdin="\n")
    assert (said.code, said.err) == (2, "toque: token: This field is needed.\n")


def test_a_name_can_be_given_once(toque: Toque, server: PracticeServer) -> None:
    toque.add_account(server, "sales")
    said = add(toque, server)
    assert said.code == 2
    assert said.err == "toque: name: Another account has this name. Choose a different one.\n"


def test_bad_usage_is_refused(toque: Toque) -> None:
    commands = {
        ("account",): "the following arguments are required: action",
        ("account", "add"): "the following arguments are required: NAME, --provider",
        ("account", "add", "A", "--provider", "pigeon"): "“pigeon”. Known: ryzeapi, zapi, ringyo.",
        ("account", "remove", "Nobody"): "There is no account “Nobody”. Known: none.",
        ("account", "test", "Nobody"): "There is no account “Nobody”. Known: none.",
        ("account", "agents", "Nobody"): "There is no account “Nobody”. Known: none.",
        ("account", "rename", "A"): "invalid choice: 'rename'",
    }  # fmt: skip
    for said, words in zip(toque.run_each(commands), commands, strict=True):
        assert (said.code, said.out) == (2, "")
        assert commands[words] in said.err


def test_a_test_says_what_is_wrong(toque: Toque, server: PracticeServer) -> None:
    toque.add_account(server, "wrong", token=MARKER)
    toque.add_account(server, "elsewhere", instance="nowhere")
    toque.add_account(
        server, "offline", instance="practice-offline", token=server.token_of("practice-offline")
    )
    toque.add_account(server, "closed", base_url="http://127.0.0.1:1")
    names = ("wrong", "elsewhere", "offline", "closed")
    said = toque.run_each([("account", "test", name) for name in names])
    assert [each.code for each in said] == [3] * 4
    words = [
        "RyzeAPI refused the token", "RyzeAPI does not know this instance", "offline: disconnected",
        "RyzeAPI could not be reached",
    ]  # fmt: skip
    for each, beginning in zip(said, words, strict=True):
        assert each.out.startswith(beginning)


@pytest.mark.parametrize(
    ("backend", "words"),
    [("fail", NO_KEYRING), ("null", "The keyring is switched off")],
)
def test_without_a_keyring_an_account_is_not_added(
    toque: Toque, server: PracticeServer, backend: str, words: str
) -> None:
    toque.environment["PYTHON_KEYRING_BACKEND"] = f"keyring.backends.{backend}.Keyring"
    said = add(toque, server)
    assert (said.code, said.out) == (2, "")
    assert words in said.err
    assert not (toque.folder / "settings.json").exists()


def test_an_account_that_cannot_be_saved_leaves_no_secret_behind(
    toque: Toque, server: PracticeServer, secret_service: SecretService
) -> None:
    kept_before = secret_service.items()
    toque.folder.write_text("in the way")
    said = add(toque, server)
    assert (said.code, said.out) == (2, "")
    assert "Traceback" not in said.err
    assert secret_service.items() == kept_before


# --- at a terminal ------------------------------------------------------------------------------------


at_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")


class Terminal:
    """A command at a terminal of its own."""

    def __init__(self, toque: Toque, *words: str) -> None:
        import fcntl
        import pty
        import termios

        self._screen, keyboard = pty.openpty()
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "app", *words],
            stdin=keyboard,
            stdout=keyboard,
            stderr=keyboard,
            env=toque.environment | {"TOQUE_PROFILE": str(toque.folder)},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - it only takes the terminal
        )
        os.close(keyboard)
        os.set_blocking(self._screen, False)
        self.shown = ""

    def wait_for(self, text: str) -> None:
        wait_until(lambda: text in self._look())

    def type(self, text: str) -> None:
        os.write(self._screen, text.encode())

    def end(self) -> int:
        code = self.process.wait(TIMEOUT_S)
        self._look()
        os.close(self._screen)
        return code

    def _look(self) -> str:
        try:
            while new := os.read(self._screen, 4096):
                self.shown += new.decode()
        except OSError:
            pass  # nothing new, or the other end is closed
        return self.shown


@at_a_terminal
def test_at_a_terminal_the_secret_is_asked_for_without_echo(
    toque: Toque, secret_service: SecretService
) -> None:
    terminal = Terminal(toque, *ADD, "--field", "instance=one")
    terminal.wait_for("Token: ")
    terminal.type(f"{MARKER}\n")
    assert terminal.end() == 0
    assert "Added Sales." in terminal.shown
    assert MARKER not in terminal.shown
    assert MARKER in secret_service.items().values()


@at_a_terminal
def test_ctrl_d_in_place_of_the_secret_adds_nothing(toque: Toque) -> None:
    terminal = Terminal(toque, *ADD, "--field", "instance=one")
    terminal.wait_for("Token: ")
    terminal.type("\x04")
    assert terminal.end() == 2
    assert "toque: Token: nothing was entered, so nothing was kept." in terminal.shown
    assert "Traceback" not in terminal.shown
    assert not (toque.folder / "settings.json").exists()


@at_a_terminal
def test_ctrl_c_ends_the_asking_at_once(toque: Toque) -> None:
    terminal = Terminal(toque, *ADD, "--field", "instance=one")
    terminal.wait_for("Token: ")
    terminal.type("\x03")
    assert terminal.end() == 128 + signal.SIGINT
    assert "Traceback" not in terminal.shown
    assert not (toque.folder / "settings.json").exists()
