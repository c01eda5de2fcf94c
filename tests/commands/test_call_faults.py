"""`toque call` when something is wrong: the provider, its reply, the disk, the keyring."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import pytest
from command_harness import (
    AS_ANYBODY,
    PACE,
    Said,
    Toque,
    at_once,
    call_posts,
    clean_environment,
    needs_modes,
)

from app.practice import faults
from app.practice.server import PracticeServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from secret_service import SecretService

NUMBER = "5511999990004"


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that is wrong, and what must come of it: a POST or none, an exit code, an end."""

    posts: int
    code: int
    outcome: str
    detail: str
    arrange: Callable[[PracticeServer], None] = lambda _server: None
    account: dict[str, str] = field(default_factory=dict)
    prelude: str = ""
    environment: dict[str, str] = field(default_factory=dict)


def stop(server: PracticeServer) -> None:
    server.stop()


def inject(fault: faults.Fault) -> Callable[[PracticeServer], None]:
    return lambda server: server.inject(fault)


SHORT_DEADLINE = """
from app.providers.http import HttpClient
HttpClient.send.__kwdefaults__["deadline_s"] = 0.5
"""
FULL_DISK = """
import atexit, resource
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, most))  # Python ignores SIGXFSZ: writes fail
atexit.register(resource.setrlimit, resource.RLIMIT_FSIZE, (most, most))  # the coverage may be written
"""
NOT_UNDERSTOOD = "RyzeAPI sent a reply that could not be understood: "
NO_KEYRING = "There is no keyring" if sys.platform == "linux" else ""
CASES = {
    "wrong token": Case(
        1, 3, "failed", "RyzeAPI refused the token: it is wrong or was revoked.", account={"token": "wrong"}
    ),
    "unknown instance": Case(
        1, 3, "failed", "RyzeAPI does not know this instance", account={"instance": "nowhere"}
    ),
    "instance disconnected": Case(
        1, 3, "failed", "RyzeAPI says that it failed: instance is not connected",
        lambda server: server.push_line_state("disconnected"),
    ),
    "provider not running": Case(
        0, 3, "failed", "RyzeAPI could not be reached, so nothing was sent.", stop
    ),
    "name not found": Case(
        0, 3, "failed", "RyzeAPI could not be reached, so nothing was sent.",
        account={"base_url": "https://nowhere.invalid"},
    ),
    "rate limited": Case(
        0, 3, "failed", "Too many requests with this token: nothing is sent until",
        lambda server: server.block_token(server.token, 60),
    ),
    "HTML instead of JSON": Case(1, 4, "unknown", NOT_UNDERSTOOD, inject(faults.HTML_REPLY)),
    "not a success": Case(
        1, 3, "failed", "RyzeAPI says that it failed: the line is busy elsewhere", inject(faults.NOT_SUCCESS)
    ),
    "no call id": Case(1, 4, "unknown", NOT_UNDERSTOOD, inject(faults.NO_CALL_ID)),
    "a huge reply": Case(1, 4, "unknown", NOT_UNDERSTOOD, inject(faults.OVERSIZED)),
    "a redirect": Case(1, 4, "unknown", NOT_UNDERSTOOD, inject(faults.REDIRECT)),
    "reset before the body": Case(
        1, 4, "unknown", "The connection broke before the reply.", inject(faults.RESET_BEFORE_BODY)
    ),
    "reset before the reply": Case(
        1, 4, "unknown", "The connection broke before the reply.", inject(faults.RESET_BEFORE_REPLY)
    ),
    "reset during the reply": Case(
        1, 4, "unknown", "The connection broke before the reply.", inject(faults.RESET_DURING_REPLY)
    ),
    "a reply after the deadline": Case(
        1, 4, "unknown", "No reply came within 0.5 s.", inject(faults.late(3)), prelude=SHORT_DEADLINE
    ),
    "a full disk": Case(
        0, 3, "failed", "The call could not be written to history, so it was not sent.", prelude=FULL_DISK
    ),
    "no keyring": Case(
        0, 3, "failed", "The system's keyring cannot be used, so nothing was sent. " + NO_KEYRING,
        environment={"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"},
    ),
    "keyring switched off": Case(
        0, 3, "failed", "The system's keyring cannot be used, so nothing was sent. The keyring is switched",
        environment={"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"},
    ),
    "no D-Bus": Case(
        0, 3, "failed", "The system's keyring cannot be used, so nothing was sent.",
        environment={"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"},
    ),
}  # fmt: skip
if sys.platform == "win32":  # where no limit can be set to a file's size, and the keyring is not on D-Bus
    del CASES["a full disk"], CASES["no D-Bus"]


@dataclass(frozen=True, slots=True)
class Course:
    said: Said
    toque: Toque
    server: PracticeServer


@pytest.fixture(scope="module")
def courses(
    secret_service: SecretService, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Course]]:
    """Every case, side by side, each with a profile and a provider of its own."""
    home = tmp_path_factory.mktemp("faults")
    servers = {name: PracticeServer(pace=PACE) for name in CASES}
    toques = {name: Toque(home / name, clean_environment(home, secret_service.address)) for name in CASES}
    try:
        for server in servers.values():
            server.start()
        for name, case in CASES.items():  # not before all have a port: one that is stopped gives its own away
            toques[name].add_account(servers[name], **case.account)
            case.arrange(servers[name])
        said = _said(toques)
        yield {name: Course(said[name], toques[name], servers[name]) for name in CASES}
    finally:
        for server in servers.values():
            server.stop()


def _said(toques: dict[str, Toque]) -> dict[str, Said]:
    """Call in every case: in a process of its own where the case needs one, else one after another in one."""
    apart = {name: case for name, case in CASES.items() if case.prelude or case.environment}
    together = [name for name in CASES if name not in apart]
    words = ("call", NUMBER, "--json", "--ring", "1")
    said = at_once(*(partial(_call, toques[name], case, words) for name, case in apart.items()))
    others = toques[together[0]].run_each(
        [("--profile", str(toques[name].folder), *words) for name in together]
    )
    return dict(zip(apart, said, strict=True)) | dict(zip(together, others, strict=True))


def _call(toque: Toque, case: Case, words: tuple[str, ...]) -> Said:
    if case.prelude:
        return toque.run_python(case.prelude, *words)
    return toque.run(*words, environment=case.environment)


@pytest.fixture(params=CASES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_end_and_the_exit_code_tell_the_truth(courses: dict[str, Course], name: str) -> None:
    said, case = courses[name].said, CASES[name]
    assert (said.code, said.end["state"], said.end["outcome"]) == (case.code, "ended", case.outcome)
    assert said.end["detail"].startswith(case.detail)
    assert "placed" not in said.states


def test_at_most_one_request_is_sent(courses: dict[str, Course], name: str) -> None:
    posts = [post for post in call_posts(courses[name].server) if not post.endswith("429")]
    assert len(posts) == CASES[name].posts


def test_there_is_no_traceback_and_no_token(courses: dict[str, Course], name: str) -> None:
    course = courses[name]
    written = course.said.out + course.said.err + course.toque.everything_written()
    assert "Traceback" not in written
    assert course.server.token not in written


@pytest.mark.parametrize("name", [name for name in CASES if name != "a full disk"])
def test_history_keeps_it(courses: dict[str, Course], name: str) -> None:
    [call] = courses[name].toque.history()
    assert call.outcome == CASES[name].outcome


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit to a file's size")
def test_a_full_disk_is_told_and_the_step_sending_is_never_shown(courses: dict[str, Course]) -> None:
    said = courses["a full disk"].said
    assert said.states == ["ended"]
    assert "toque: " in said.err
    assert call_posts(courses["a full disk"].server) == []


# --- one at a time ------------------------------------------------------------------------------------


@needs_modes
def test_a_profile_that_cannot_be_written_keeps_the_call_from_leaving(
    ready: Toque, server: PracticeServer
) -> None:
    ready.folder.chmod(0o500)
    try:
        said = ready.call(NUMBER, prefix=AS_ANYBODY)
    finally:
        ready.folder.chmod(0o700)
    assert said.code == 3
    assert said.states == ["ended"]
    assert "cannot be written to. Check its permissions, or choose another profile" in said.end["detail"]
    assert call_posts(server) == []


def test_a_profile_folder_that_is_a_file_is_told(toque: Toque, server: PracticeServer) -> None:
    toque.folder.write_text("in the way")
    said = toque.call(NUMBER)
    assert said.code == 2
    assert "Traceback" not in said.err


@pytest.mark.skipif(sys.platform != "linux", reason="nobody can stop the keyring")
def test_a_keyring_that_never_answers_keeps_the_call_from_leaving(
    ready: Toque, server: PracticeServer, secret_service: SecretService
) -> None:
    prelude = """
from app.storage.keyring_secrets import KeyringSecrets
KeyringSecrets.__init__.__kwdefaults__["deadline_s"] = 0.5
"""
    with secret_service.silent():
        said = ready.run_python(prelude, "call", NUMBER, "--json", "--no-follow")
    assert said.code == 3
    assert said.end["detail"].startswith("The system's keyring did not answer, so nothing was sent.")
    assert server.requests == []


def test_the_request_budget_is_shared_with_whoever_else_has_the_token(
    ready: Toque, server: PracticeServer
) -> None:
    said = ready.call("5511999990007", "--ring", "1")
    assert said.code == 3
    server.block_token(server.token, 60)
    again = ready.call(NUMBER, "--ring", "1")
    assert (again.code, again.end["outcome"]) == (3, "failed")
    assert [post[-3:] for post in call_posts(server)] == ["429"]
