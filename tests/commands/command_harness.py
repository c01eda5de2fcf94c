"""The real program in processes of its own, with a profile, a keyring and a practice provider to use."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from wine_here import WINE

from app.domain.account import Secret
from app.services.account_draft import AccountDraft
from app.storage.history_file import HistoryFile
from app.storage.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from app.domain.agent import AgentTask
    from app.domain.call import Call
    from app.practice.server import PracticeServer

PACE = 1.0 if WINE else 0.05  # there it takes longer to be connected for live status
TIMEOUT_S = 60
ROOT = Path(__file__).parents[2]
JSON_KEYS = ["call_id", "provider_call_id", "number", "state", "outcome", "known_by", "at", "detail"]

needs_modes = pytest.mark.skipif(sys.platform != "linux", reason="there is no setpriv for AS_ANYBODY")

# Root may write anywhere: without these capabilities permission bits hold for it, too.
AS_ANYBODY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all", "--")


@dataclass(frozen=True, slots=True)
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def steps(self) -> list[dict[str, Any]]:
        """The lines that `--json` printed."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def states(self) -> list[str]:
        return [step["state"] for step in self.steps]

    @property
    def known(self) -> list[tuple[str, str]]:
        return [(step["state"], step["known_by"]) for step in self.steps]

    @property
    def end(self) -> dict[str, Any]:
        return self.steps[-1]


class Toque:
    """The command `toque` with a profile folder."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        self.environment = dict(environment)

    def start(
        self,
        *words: str,
        prefix: tuple[str, ...] = (),
        run: tuple[str, ...] = ("-m", "app"),
        environment: Mapping[str, str] | None = None,
        **options: Any,
    ) -> subprocess.Popen[str]:
        """Start a command, with pipes to talk to it."""
        usual = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE) | {"encoding": "utf-8"}
        if sys.platform == "win32":
            usual["creationflags"] = subprocess.CREATE_NO_WINDOW  # a console of its own, for press_ctrl_c
        return subprocess.Popen(  # noqa: S603 - our own program
            [*prefix, sys.executable, *run, *words],
            env=self.environment | {"TOQUE_PROFILE": str(self.folder)} | dict(environment or {}),
            cwd=ROOT,
            **usual | options,
        )

    def run(self, *words: str, stdin: str = "", **options: Any) -> Said:
        """Run a command to its end."""
        with self.start(*words, **options) as process:
            out, err = process.communicate(stdin, timeout=TIMEOUT_S)
        return Said(process.returncode, out, err)

    def call(self, number: str, *words: str, **options: Any) -> Said:
        """Run `toque call NUMBER --json …`."""
        return self.run("call", number, "--json", *words, **options)

    def run_python(self, script: str, *words: str, **options: Any) -> Said:
        """Run a script that prepares what a test cannot wait for, and then the command."""
        script += "\nimport sys\nfrom app.cli import main\nsys.exit(main())"
        return self.run(*words, run=("-c", script), **options)

    def run_each(
        self, commands: Iterable[tuple[str, ...]], answers: str = "", script: str = ""
    ) -> list[Said]:
        """Run commands one after another in one process, without the time that starting one takes.

        `answers` is the standard input of each; `script` prepares what they find.
        """
        said = self.run(run=("-c", script + _EACH), stdin=json.dumps([answers, *commands]))
        assert said.code == 0, said.err
        return [Said(**each) for each in json.loads(said.out)]

    def add_account(
        self, server: PracticeServer, name: str = "Practice", provider: str = "ryzeapi", **changes: str
    ) -> None:
        """Add an account as the command does, without the time that a process takes."""
        fields = server.account_fields(provider) | changes
        secrets = {key: Secret(fields.pop(key, value)) for key, value in server.secrets(provider).items()}
        asyncio.run(_add(self.folder, AccountDraft(name, provider, fields, secrets)))

    def remember_task(self, task: AgentTask) -> None:
        """Let that be what the next agent's call of the only account is to be, as the window keeps it."""
        asyncio.run(_remember(self.folder, task))

    def history(self) -> list[Call]:
        """Every call that is on disk, newest first, as another program reads them."""
        return asyncio.run(_page(Profile.of(self.folder)))

    def everything_written(self) -> str:
        """What is in the profile folder, names and contents."""
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        return "\n".join(f"{path} {path.read_bytes().decode(errors='replace')}" for path in files)


_EACH = """
import contextlib, io, json, sys
from app.cli import main
said = []
answers, *commands = json.load(sys.stdin)
for words in commands:
    sys.stdin = io.StringIO(answers)
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        try:
            code = main(words)
        except SystemExit as exit:
            code = exit.code
    said.append({"code": int(code or 0), "out": out.getvalue(), "err": err.getvalue()})
print(json.dumps(said))
"""


async def _add(folder: Path, draft: AccountDraft) -> None:
    from app.providers import PROVIDERS
    from app.services.account_service import AccountService
    from app.storage.keyring_secrets import KeyringSecrets
    from app.storage.memory_secrets import MemorySecrets
    from app.storage.settings_file import SettingsFile

    settings, secrets = SettingsFile(Profile.of(folder).settings_file), KeyringSecrets()
    accounts = AccountService(
        settings=settings,
        secrets=secrets,
        run_secrets=MemorySecrets(),
        providers=PROVIDERS,
        on_change=lambda _account_id: None,
        on_replaced=lambda _account_id: None,
    )
    await accounts.save(draft)
    await accounts.close()
    settings.close()
    secrets.close()


async def _remember(folder: Path, task: AgentTask) -> None:
    from app.storage.settings_file import SettingsFile

    settings = SettingsFile(Profile.of(folder).settings_file)
    (account,) = settings.current.accounts
    await settings.update(lambda old: replace(old, agent_tasks={account.id: task}))
    settings.close()


async def _page(profile: Profile) -> list[Call]:
    history = HistoryFile(profile.history_file, profile.runs_folder)
    try:
        return await history.page()
    finally:
        await history.close()


def press_ctrl_c(process: subprocess.Popen[str]) -> None:
    """Do what the keys do at the terminal of a command."""
    if sys.platform == "win32":  # where it is an event for everybody on a console
        on_console = [sys.executable, "-c", _CTRL_C, str(process.pid)]
        subprocess.run(on_console, check=True, creationflags=subprocess.CREATE_NO_WINDOW)  # noqa: S603
    else:
        process.send_signal(signal.SIGINT)


_CTRL_C = """
import ctypes, sys
windows = ctypes.WinDLL("kernel32", use_last_error=True)
def ask(answer):
    if not answer:
        raise ctypes.WinError(ctypes.get_last_error())
windows.FreeConsole()
ask(windows.AttachConsole(int(sys.argv[1])))
ask(windows.SetConsoleCtrlHandler(None, 1))  # not for this one
ask(windows.GenerateConsoleCtrlEvent(0, 0))
"""


def at_once(*commands: Callable[[], Said]) -> list[Said]:
    """Run commands side by side; return what each said, in their order."""
    with ThreadPoolExecutor(max_workers=4) as pool:
        return [future.result() for future in [pool.submit(command) for command in commands]]


def wait_until(condition: Callable[[], object], deadline_s: float = 20) -> None:
    """Return once another process has done something that cannot be awaited."""
    deadline = time.monotonic() + deadline_s
    while not condition():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.01)


def call_posts(server: PracticeServer) -> list[str]:
    """The requests to place a call that the provider received, as its log shows them."""
    return [str(record) for record in server.requests if is_call(record.method, record.path)]


def is_call(method: str, path: str) -> bool:
    return method == "POST" and path.startswith("/api/call/")


def clean_environment(home: Path, dbus_address: str) -> dict[str, str]:
    """The environment of somebody without locale, with an own home and an own keyring."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_REMOVED)}
    own = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    return kept | dict.fromkeys(own, str(home)) | {
        "DBUS_SESSION_BUS_ADDRESS": dbus_address,
        "LANG": "C.UTF-8",
    }  # fmt: skip


_REMOVED: tuple[str, ...] = ("LC_", "LANG", "TOQUE_", "PYTHON_KEYRING", "DISPLAY", "WAYLAND")
