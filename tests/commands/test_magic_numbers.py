"""`toque call` against the practice provider: every magic number, its steps, its exit code, one POST."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from command_harness import JSON_KEYS, PACE, Said, Toque, at_once, call_posts

from app.practice.server import PracticeServer

if TYPE_CHECKING:
    from pathlib import Path

    from secret_service import SecretService

NUMBERS = ("0001", "0002", "0003", "0005", "0006", "0007", "0008", "0009", "0004")
CLOCK, LOCAL, PROVIDER = "clock", "local", "provider"
SENT = [("queued", LOCAL), ("sending", LOCAL)]
RANG = [*SENT, ("placed", PROVIDER), ("ringing", PROVIDER)]
RANG_BY_CLOCK = [*SENT, ("placed", PROVIDER), ("ringing", CLOCK)]


@dataclass(frozen=True, slots=True)
class Course:
    """How a call went, and what the provider saw of it."""

    said: Said
    posts: list[str]
    history: list[str]

    @property
    def outcome(self) -> str:
        return str(self.said.end["outcome"])


def courses(
    secret_service: SecretService, folder: Path, *, live: bool, words: tuple[str, ...]
) -> dict[str, Course]:
    """Call every number, side by side, each with a profile and a provider of its own."""
    from command_harness import clean_environment

    toques = {n: Toque(folder / n, clean_environment(folder, secret_service.address)) for n in NUMBERS}
    servers = {n: PracticeServer(pace=PACE, live=live) for n in NUMBERS}
    try:
        for number in NUMBERS:
            servers[number].start()
            toques[number].add_account(servers[number])
        said = at_once(*(lambda n=n: toques[n].call(f"551199999{n}", *words) for n in NUMBERS))
        return {
            number: Course(
                each,
                call_posts(servers[number]),
                [call.outcome or call.state for call in toques[number].history()],
            )
            for number, each in zip(NUMBERS, said, strict=True)
        }
    finally:
        for server in servers.values():
            server.stop()


@pytest.fixture(scope="module")
def live(secret_service: SecretService, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Course]:
    return courses(secret_service, tmp_path_factory.mktemp("live"), live=True, words=())


@pytest.fixture(scope="module")
def clock(secret_service: SecretService, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Course]:
    words = ("--ring", "1")
    return courses(secret_service, tmp_path_factory.mktemp("clock"), live=False, words=words)


@pytest.fixture(params=["live", "clock"])
def either(request: pytest.FixtureRequest) -> dict[str, Course]:
    found: dict[str, Course] = request.getfixturevalue(request.param)
    return found


# --- with and without live status ---------------------------------------------------------------------


@pytest.mark.parametrize("number", NUMBERS)
def test_exactly_one_request_is_sent(either: dict[str, Course], number: str) -> None:
    assert len(either[number].posts) == 1


@pytest.mark.parametrize(
    ("number", "code"),
    [("0001", 0), ("0002", 0), ("0003", 0), ("0004", 0), ("0009", 0),
     ("0005", 3), ("0007", 3), ("0008", 3), ("0006", 4)],
)  # fmt: skip
def test_the_exit_code_says_whether_it_was_placed(either: dict[str, Course], number: str, code: int) -> None:
    assert either[number].said.code == code
    assert either[number].said.err == ""


@pytest.mark.parametrize(
    ("number", "outcome", "known_by", "words"),
    [
        ("0005", "failed", PROVIDER, "RyzeAPI says that it failed: practice: the call could not be set up"),
        ("0006", "unknown", LOCAL, "The connection broke before the reply. Check before calling again."),
        ("0007", "failed", PROVIDER, "Too many requests with this token: nothing is sent until"),
        ("0008", "failed", PROVIDER, "RyzeAPI refused the token: it is wrong or was revoked."),
    ],
)
def test_what_was_not_placed_says_why(
    either: dict[str, Course], number: str, outcome: str, known_by: str, words: str
) -> None:
    said = either[number].said
    assert said.known == [*SENT, ("ended", known_by)]
    assert said.end["outcome"] == outcome
    assert said.end["detail"].startswith(words)
    assert said.end["provider_call_id"] is None


@pytest.mark.parametrize("number", NUMBERS)
def test_history_keeps_how_it_ended(either: dict[str, Course], number: str) -> None:
    assert either[number].history == [either[number].outcome]


@pytest.mark.parametrize("number", NUMBERS)
def test_every_line_is_one_object_with_the_same_fields(either: dict[str, Course], number: str) -> None:
    from datetime import datetime, timedelta

    steps = either[number].said.steps
    assert [list(step) for step in steps] == [JSON_KEYS] * len(steps)
    assert len({step["call_id"] for step in steps}) == 1
    assert {step["number"] for step in steps} == {f"+551199999{number}"}
    assert [step["outcome"] is None for step in steps] == [True] * (len(steps) - 1) + [False]
    times = [datetime.fromisoformat(step["at"]) for step in steps]
    assert times == sorted(times)
    assert {time.utcoffset() for time in times} == {timedelta()}


@pytest.mark.parametrize("number", ["0001", "0002", "0003", "0004", "0009"])
def test_the_providers_id_is_there_from_its_reply_on(either: dict[str, Course], number: str) -> None:
    ids = [step["provider_call_id"] for step in either[number].said.steps]
    assert ids[:2] == [None, None]
    assert len(set(ids[2:])) == 1
    assert ids[2].startswith("3EB0")


# --- with live status ---------------------------------------------------------------------------------


def test_0001_is_answered(live: dict[str, Course]) -> None:
    assert live["0001"].said.known == [*RANG, ("in_progress", PROVIDER), ("ended", PROVIDER)]
    assert live["0001"].outcome == "answered"


def test_0002_is_declined(live: dict[str, Course]) -> None:
    assert live["0002"].said.known == [*RANG, ("ended", PROVIDER)]
    assert live["0002"].outcome == "rejected"


@pytest.mark.parametrize("number", ["0003", "0009", "0004"])
def test_0003_0009_and_any_other_are_not_answered(live: dict[str, Course], number: str) -> None:
    assert live[number].said.known == [*RANG, ("ended", PROVIDER)]
    assert live[number].outcome == "no_answer"


# --- without ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["0001", "0002", "0003", "0009", "0004"])
def test_without_live_status_the_end_is_not_known(clock: dict[str, Course], number: str) -> None:
    assert clock[number].said.known == [*RANG_BY_CLOCK, ("ended", CLOCK)]
    assert clock[number].outcome == "unknown"
    assert clock[number].said.end["detail"] == (
        "Ring time over: this provider does not say whether it was answered"
    )
