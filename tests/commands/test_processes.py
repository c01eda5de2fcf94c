"""The command as a process: profiles, signals, what it leaves behind, and that Qt is never loaded."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest
from command_harness import PACE, TIMEOUT_S, Said, Toque, at_once, call_posts, press_ctrl_c, wait_until

from app import __version__
from app.domain.call import KnownBy, Outcome
from app.domain.reason import Reason
from app.practice.server import PracticeServer
from app.program import Program
from app.storage.memory_secrets import MemorySecrets
from app.storage.profile import Profile
from app.storage.settings_file import SettingsFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from secret_service import SecretService

    from app.domain.call import Call

NUMBER = "5511999990004"
MARKER = "marker-token-0815"


# --- Ctrl+C and worse ---------------------------------------------------------------------------------


WAYS = {"SIGINT": press_ctrl_c, "SIGTERM": subprocess.Popen.terminate}
if sys.platform == "win32":  # where that kills
    del WAYS["SIGTERM"]
both_ways = pytest.mark.parametrize("interrupt", WAYS.values(), ids=WAYS)
silenced = pytest.mark.skipif(sys.platform != "linux", reason="nobody can stop the keyring")


def read_until(process: subprocess.Popen[str], state: str) -> None:
    """Read the lines of a call up to that state."""
    assert process.stdout is not None
    for line in process.stdout:
        if json.loads(line)["state"] == state:
            return
    raise AssertionError(f"it ended before it was {state}")


def interrupted(
    process: subprocess.Popen[str], interrupt: Callable[[subprocess.Popen[str]], None] = press_ctrl_c
) -> Said:
    """Press Ctrl+C, or ask it to end in another way, and return what was said since."""
    interrupt(process)
    out, err = process.communicate(timeout=TIMEOUT_S)
    return Said(process.returncode, out, err)


@both_ways
def test_ctrl_c_while_ringing_leaves_what_was_placed(
    ready: Toque, server: PracticeServer, interrupt: Callable[[subprocess.Popen[str]], None]
) -> None:
    with ready.start("call", NUMBER, "--json", "--ring", "60") as process:
        read_until(process, "ringing")
        said = interrupted(process, interrupt)
    assert (said.code, said.err) == (0, "")
    assert (said.end["outcome"], said.end["known_by"]) == ("unknown", "local")
    assert said.end["detail"] == "Toque stopped following it, so it is not known whether it was answered."
    [call] = ready.history()
    assert call.last.reason is Reason.CLOSED_WHILE_RINGING
    assert len(call_posts(server)) == 1


def test_ctrl_c_while_in_progress_keeps_the_answer(toque: Toque) -> None:
    with PracticeServer(live=True, pace=0.5) as server:
        toque.add_account(server)
        with toque.start("call", "5511999990001", "--json") as process:
            read_until(process, "in_progress")
            said = interrupted(process)
    assert (said.code, said.end["outcome"]) == (0, "answered")
    [call] = toque.history()
    assert call.last.reason is Reason.END_NOT_SEEN


def test_ctrl_c_before_the_reply_waits_for_it_a_moment(toque: Toque) -> None:
    with PracticeServer(pace=0.05) as server:  # 0009 replies after a second
        toque.add_account(server)
        with toque.start("call", "5511999990009", "--json") as process:
            read_until(process, "sending")
            wait_until(lambda: call_posts(server))
            said = interrupted(process)
    assert said.code == 0
    assert said.states == ["placed", "ended"]


@both_ways
def test_ctrl_c_before_a_reply_that_does_not_come_is_unknown(
    toque: Toque, interrupt: Callable[[subprocess.Popen[str]], None]
) -> None:
    with PracticeServer() as server:
        toque.add_account(server)
        with toque.start("call", "5511999990009", "--json") as process:
            read_until(process, "sending")
            wait_until(lambda: call_posts(server))
            said = interrupted(process, interrupt)
        assert len(call_posts(server)) == 1
    assert (said.code, said.end["outcome"]) == (4, "unknown")
    assert said.end["detail"].startswith("Toque was closed before the reply came.")


TOLD_OF_CLOSING = """
import sys
from app.program import Program
close = Program.close
def told(program):
    print("closing", file=sys.stderr, flush=True)
    return close(program)
Program.close = told
from app.cli import main
"""
AS_ON_WINDOWS = """
import asyncio
asyncio.SelectorEventLoop.add_signal_handler = asyncio.AbstractEventLoop.add_signal_handler
"""


@pytest.mark.parametrize("prelude", ["", AS_ON_WINDOWS], ids=["here", "as on Windows"])
def test_a_second_ctrl_c_does_not_change_what_is_known(toque: Toque, prelude: str) -> None:
    run = ("-c", f"{prelude}{TOLD_OF_CLOSING}sys.exit(main())")
    with PracticeServer() as server:
        toque.add_account(server)
        with toque.start("call", "5511999990009", "--json", run=run) as process:
            read_until(process, "sending")
            wait_until(lambda: call_posts(server))
            press_ctrl_c(process)
            assert process.stderr is not None
            assert process.stderr.readline() == "closing\n"
            said = interrupted(process)
    assert (said.code, said.err) == (4, "")
    [call] = toque.history()
    assert call.last.reason is Reason.CLOSED_WHILE_SENDING


@silenced
def test_ctrl_c_before_it_left_cancels(
    ready: Toque, server: PracticeServer, secret_service: SecretService
) -> None:
    with secret_service.silent(), ready.start("call", NUMBER, "--json", "--no-follow") as process:
        read_until(process, "queued")
        said = interrupted(process)
    assert (said.code, said.end["outcome"]) == (3, "cancelled")
    assert server.requests == []
    [call] = ready.history()
    assert call.last.reason is Reason.CLOSED_BEFORE_SENDING


def test_a_call_whose_program_was_killed_is_unknown_at_the_next_start(
    ready: Toque, server: PracticeServer
) -> None:
    with ready.start("call", NUMBER, "--json", "--ring", "60") as process:
        read_until(process, "ringing")
        process.kill()
    assert [call.state for call in ready.history()] == ["ringing"]
    assert asyncio.run(recovered(ready.folder)) == [(Outcome.UNKNOWN, KnownBy.LOCAL)]
    [call] = ready.history()
    assert call.last.reason is Reason.CLOSED_WHILE_RINGING
    assert len(call_posts(server)) == 1


def test_a_call_whose_program_was_killed_gets_its_end_from_the_next_call(ready: Toque) -> None:
    with ready.start("call", NUMBER, "--json", "--ring", "60") as process:
        read_until(process, "ringing")
        process.kill()
    said = ready.call("5511999990005")
    assert (said.code, said.states, said.err) == (3, ["queued", "sending", "ended"], "")
    assert len({step["call_id"] for step in said.steps}) == 1
    assert [call.last.reason for call in ready.history()] == [
        Reason.PROVIDER_FAILED,
        Reason.CLOSED_WHILE_RINGING,
    ]


def test_a_call_of_a_program_that_still_runs_is_left_alone(ready: Toque) -> None:
    with ready.start("call", NUMBER, "--json", "--ring", "60") as process:
        read_until(process, "ringing")
        assert asyncio.run(recovered(ready.folder)) == []
        assert interrupted(process).code == 0


async def recovered(folder: Path) -> list[tuple[Outcome | None, KnownBy]]:
    """Start the program's services as a window does; return the ends that calls got by it."""
    ended: list[Call] = []
    profile = Profile.of(folder)
    program = Program(
        profile,
        SettingsFile(profile.settings_file),
        secrets=MemorySecrets(),
        on_call=ended.append,
        on_account=lambda _account_id: None,
        on_audio=lambda: None,
        on_question=lambda _question: None,
        on_trouble=pytest.fail,
        on_kept_aside=lambda kept: pytest.fail(str(kept)),
    )
    await program.calls.recover()
    await program.close()
    return [(call.outcome, call.last.known_by) for call in ended]


# --- several at once ----------------------------------------------------------------------------------


def test_commands_side_by_side_share_a_profile(ready_live: Toque, live_server: PracticeServer) -> None:
    numbers = ("5511999990001", "5511999990002", "5511999990003")
    said = at_once(*(lambda n=n: ready_live.call(n) for n in numbers))
    assert [each.end["outcome"] for each in said] == ["answered", "rejected", "no_answer"]
    assert {call.request.number.digits: call.outcome for call in ready_live.history()} == dict(
        zip(numbers, ("answered", "rejected", "no_answer"), strict=True)
    )
    assert len(call_posts(live_server)) == 3


def test_live_status_that_breaks_during_a_call_never_makes_it_unanswered(toque: Toque) -> None:
    with PracticeServer(live=True, pace=max(0.2, PACE)) as server:
        toque.add_account(server)
        with toque.start("call", NUMBER, "--json", "--ring", "3") as process:
            read_until(process, "ringing")
            server.refuse_live()
            server.drop_live()
            out, _ = process.communicate(timeout=TIMEOUT_S)
    end = json.loads(out.splitlines()[-1])
    assert (process.returncode, end["outcome"], end["known_by"]) == (0, "unknown", "clock")
    assert len(call_posts(server)) == 1


# --- secrets ------------------------------------------------------------------------------------------


def test_the_token_is_nowhere_but_in_the_keyring(
    toque: Toque, live_server: PracticeServer, secret_service: SecretService
) -> None:
    token = live_server.token
    fields = ("--field", "instance=practice", "--field", f"base_url={live_server.base_url}")
    said = [
        toque.run("account", "add", "Right", "--provider", "ryzeapi", *fields, stdin=f"{token}\n"),
        toque.run("account", "add", "Wrong", "--provider", "ryzeapi", *fields, stdin=f"{MARKER}\n"),
    ]
    with toque.start("call", "5511999990009", "--account", "Right") as process:
        wait_until(lambda: call_posts(live_server))
        running = psutil.Process(process.pid)
        assert token not in f"{running.cmdline()} {running.environ()}"
        out, err = process.communicate(timeout=TIMEOUT_S)
    said.append(Said(process.returncode, out, err))
    numbers = [f"551199999{ending}" for ending in ("0001", "0005", "0006", "0008")]
    said += toque.run_each(
        [
            *(("call", number, "--json", "--account", "Right") for number in numbers),
            ("call", NUMBER, "--account", "Wrong"),
            ("account", "list"),
            ("account", "test", "Right"),
            ("account", "test", "Wrong"),
        ]
    )
    home = Toque(Path(toque.environment["HOME"]), {}).everything_written()
    written = "\n".join(each.out + each.err for each in said) + toque.everything_written() + home
    assert "Traceback" not in written
    for secret in (token, MARKER):
        assert secret not in written
        assert secret in secret_service.items().values()


# --- profiles -----------------------------------------------------------------------------------------


def accounts_in(said: Said) -> list[str]:
    return [line[2:].split("  ")[0] for line in said.out.splitlines()]


def test_the_profile_is_where_the_option_or_the_variable_says(
    toque: Toque, server: PracticeServer, tmp_path: Path
) -> None:
    folders = {name: tmp_path / name for name in ("profile", "before", "after")}
    for name, folder in folders.items():
        Toque(folder, toque.environment).add_account(server, name)
    before, after = str(folders["before"]), str(folders["after"])
    said = toque.run_each(
        [
            ("account", "list"),
            ("--profile", before, "account", "list"),
            (f"--profile={before}", "account", "list"),
            ("account", "list", "--profile", after),
            ("--profile", before, "account", "list", "--profile", after),
        ]
    )
    assert [accounts_in(each) for each in said] == [
        ["profile"], ["before"], ["before"], ["after"], ["after"],
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="the environment does not tell where profiles are")
def test_an_empty_variable_is_no_profile(toque: Toque, server: PracticeServer) -> None:
    config = Path(toque.environment["HOME"]) / "config"
    toque.environment["XDG_CONFIG_HOME"] = str(config)
    Toque(config / "Toque", toque.environment).add_account(server, "Usual")
    said = toque.run("account", "list", environment={"TOQUE_PROFILE": ""})
    assert accounts_in(said) == ["Usual"]


def test_the_profile_is_for_its_user_alone(ready: Toque) -> None:
    assert ready.call(NUMBER, "--no-follow").code == 0
    if sys.platform != "win32":  # where the folder is in one that is the user's alone
        assert ready.folder.stat().st_mode & 0o077 == 0
    assert {path.name for path in ready.folder.iterdir()} >= {"settings.json", "history.sqlite3", "toque.log"}
    assert "5511999990004" not in (ready.folder / "toque.log").read_text()


# --- the practice provider as a command ---------------------------------------------------------------


@contextmanager
def practice(toque: Toque, *words: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, str]]]:
    with toque.start("practice", *words) as process:
        try:
            assert process.stdout is not None
            lines = [process.stdout.readline() for _ in range(3)]
            yield process, {key: value.strip() for key, value in (line.split(":", 1) for line in lines)}
        finally:
            process.kill()


def test_call_against_practice_as_two_processes(toque: Toque) -> None:
    with practice(toque, "--live") as (process, shown):
        assert list(shown) == ["Base URL", "Instance", "Token"]
        fields = ("--field", f"instance={shown['Instance']}", "--field", f"base_url={shown['Base URL']}")
        added = toque.run("account", "add", "P", "--provider", "ryzeapi", *fields, stdin=shown["Token"])
        assert added.code == 0
        said = toque.call("5511999990002")
        assert (said.code, said.end["outcome"], said.end["known_by"]) == (0, "rejected", "provider")
        press_ctrl_c(process)
        log, err = process.communicate(timeout=TIMEOUT_S)
    assert (process.returncode, err) == (0, "")
    assert log.splitlines() == [
        "GET /api/events/getWebsocket/practice 200",
        "GET /ws/practice 101",
        "POST /api/call/fake/practice 200",
    ]


def test_practice_takes_the_port_it_is_given_and_ends_when_asked(toque: Toque) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with practice(toque, "--port", str(port)) as (process, shown):
        assert shown["Base URL"] == f"http://127.0.0.1:{port}"
        taken = toque.run("practice", "--port", str(port))
        list(WAYS.values())[-1](process)
        assert process.wait(TIMEOUT_S) == 0
    assert (taken.code, taken.out) == (2, "")
    assert f"toque: Port {port} cannot be used" in taken.err


def test_a_port_that_is_none_is_refused(toque: Toque) -> None:
    said = toque.run_each([("practice", "--port", "99999"), ("practice", "--port", "many")])
    assert [each.code for each in said] == [2, 2]
    assert "give one from 0 to 65535" in said[0].err


# --- what is loaded -----------------------------------------------------------------------------------


def test_qt_is_never_loaded(ready: Toque) -> None:
    script = f"""
import io, sys
from app.cli import main
for words in (
    ["number", "5511999990001"],
    ["account", "list"],
    ["account", "test", "Practice"],
    ["call", "5511999990001", "--ring", "1"],
    ["account", "remove", "Practice"],
    ["account", "add", "Practice", "--provider", "ryzeapi", "--field", "instance=one"],
):
    sys.stdin = io.StringIO("{MARKER}")
    assert main(words) == 0, words
loaded = [module for module in sys.modules if module.startswith(("PySide6", "shiboken6", "qasync"))]
assert not loaded, loaded
"""
    said = ready.run(run=("-c", script))
    assert (said.code, said.err) == (0, "")


def test_qt_is_not_loaded_by_the_practice_provider(toque: Toque) -> None:
    script = """
import sys, threading
def report():
    sys.stderr.write(str([name for name in sys.modules if name.startswith(("PySide6", "qasync"))]))
import atexit
atexit.register(report)
from app.cli import main
sys.exit(main())
"""
    with toque.start("practice", run=("-c", script)) as process:
        assert process.stdout is not None
        process.stdout.readline()
        list(WAYS.values())[-1](process)
        _, err = process.communicate(timeout=TIMEOUT_S)
    assert (process.returncode, err) == (0, "[]")


def test_version_and_help_need_nothing(toque: Toque) -> None:
    version, help_, call_help = toque.run_each([("--version",), ("--help",), ("call", "--help")])
    assert version.out == f"Toque {__version__}\n"
    assert "account add|token|list|test|agents|remove" in help_.out
    assert "--no-follow" in call_help.out
    assert not toque.folder.exists()
