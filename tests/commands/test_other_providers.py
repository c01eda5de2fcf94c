"""The command line with Z-API and Ringyo: accounts, what a call takes there, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from command_harness import JSON_KEYS, Said, Toque, clean_environment

from app.domain.agent import AgentTask
from app.domain.call import CallKind, CallState, Outcome
from app.practice.server import PracticeServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from secret_service import SecretService

NUMBER = "5511999990001"
AGENT = ("--agent", "agent_0002")


@pytest.fixture
def zapi(toque: Toque, server: PracticeServer) -> Toque:
    """The command with an account at the practice Z-API."""
    toque.add_account(server, provider="zapi")
    return toque


@pytest.fixture
def ringyo(toque: Toque, server: PracticeServer) -> Toque:
    """The command with an account at the practice Ringyo."""
    toque.add_account(server, provider="ringyo")
    return toque


# --- accounts -----------------------------------------------------------------------------------------


def add_zapi(server: PracticeServer) -> tuple[str, ...]:
    fields = (f"instance={server.zapi.instance}", f"base_url={server.base_url}")
    return ("account", "add", "Z", "--provider", "zapi", "--field", fields[0], "--field", fields[1])


def test_a_zapi_account_is_added_tested_and_called_through(
    toque: Toque, server: PracticeServer, secret_service: SecretService
) -> None:
    kept_before = set(secret_service.items())
    secrets = f"{server.zapi.token}\n{server.zapi.client_token}\n"
    added = toque.run(*add_zapi(server), stdin=secrets)
    assert (added.code, added.out, added.err) == (0, "Added Z.\n", "")
    kept = {secret_service.items()[item] for item in set(secret_service.items()) - kept_before}
    assert kept == {server.zapi.token, server.zapi.client_token}
    tested, called, removed = toque.run_each(
        [("account", "test", "Z"), ("call", NUMBER, "--no-follow"), ("account", "remove", "Z")]
    )
    assert (tested.code, called.code, removed.code) == (0, 0, 0)
    assert set(secret_service.items()) == kept_before
    assert server.zapi.token not in toque.everything_written()


def test_an_empty_line_is_no_client_token(
    toque: Toque, server: PracticeServer, secret_service: SecretService
) -> None:
    kept_before = set(secret_service.items())
    added = toque.run(*add_zapi(server), stdin=f"{server.zapi.token}\n\n")
    assert added.code == 0
    kept = {secret_service.items()[item] for item in set(secret_service.items()) - kept_before}
    assert kept == {server.zapi.token}
    asked = toque.run("account", "test", "Z")
    assert (asked.code, "enter the Client-Token" in asked.out) == (3, True)
    server.zapi.needs_client_token = False
    assert toque.run("account", "test", "Z").code == 0


def test_a_switch_is_on_or_off(toque: Toque, server: PracticeServer) -> None:
    refused, added = toque.run_each(
        [
            (*add_zapi(server), "--field", "check_first=maybe"),
            (*add_zapi(server), "--field", "check_first=on"),
        ],
        answers=f"{server.zapi.token}\n",
    )
    assert (refused.code, refused.err) == (
        2,
        "toque: --field check_first=maybe: give check_first=on, or leave it out.\n",
    )
    assert added.code == 0


def test_a_ringyo_account_is_added_and_its_agents_listed(toque: Toque, server: PracticeServer) -> None:
    words = ("account", "add", "R", "--provider", "ringyo", "--field", f"base_url={server.base_url}")
    assert toque.run(*words, stdin=f"{server.ringyo.api_key}\n").code == 0
    tested, listed = toque.run_each([("account", "test", "R"), ("account", "agents", "r")])
    assert (tested.code, tested.out) == (0, "R: test key: no real calls\n")
    assert listed.code == 0
    lines = listed.out.splitlines()
    assert (lines[0], len(lines)) == ("agent_0001  Ana, appointments", 6)


def test_agents_that_cannot_be_listed(toque: Toque, server: PracticeServer) -> None:
    toque.add_account(server, "Bell", "zapi")
    toque.add_account(server, "Wrong", "ringyo", api_key="rg_test_wrong")
    bell, wrong = toque.run_each([("account", "agents", "Bell"), ("account", "agents", "Wrong")])
    assert (bell.code, bell.err) == (2, "toque: Z-API has no agents.\n")
    assert (wrong.code, "Ringyo refused the token" in wrong.out) == (3, True)


# --- what is refused ----------------------------------------------------------------------------------

REFUSED = {
    ("Bell", "--ring", "16"): "--ring 16: give whole seconds from 1 to 15. Z-API rings no longer than 15 s.",
    ("Bell", "--ring", "0"): "--ring 0: give whole seconds from 1 to 15.",
    ("Bell", "--audio", "hello.wav"): "Z-API cannot play a file in a call.",
    ("Bell", *AGENT): "Z-API has no agents.",
    ("Bell", "--no-record"): "Z-API has no agents.",
    ("Bell", "--meta", "a=b"): "Z-API has no agents.",
    ("Voice",): "Ringyo calls with an agent: give --agent ID. “toque account agents NAME” lists them.",
    ("Voice", "--no-record"): "Ringyo calls with an agent: give --agent ID.",
    ("Voice", "--agent", " "): "Ringyo calls with an agent: give --agent ID.",
    ("Voice", "--ring", "8"): "Ringyo does not ring for a time that can be chosen: leave out --ring.",
    ("Voice", "--audio-url", "https://a.example/b.mp3"): "Ringyo cannot play a link in a call.",
    ("Voice", "--ring", "8", "--no-record"): "Give either --ring, --audio or --audio-url, or",
    ("Voice", *AGENT, "--ring", "8"): "argument --ring: not allowed with argument --agent",
    ("Voice", *AGENT, "--max-duration", "0"): "--max-duration 0: give whole seconds from 1 to 3600.",
    ("Voice", *AGENT, "--max-duration", "3601"): "--max-duration 3601: give whole seconds from 1 to 3600.",
    ("Voice", *AGENT, "--max-duration", "1m"): "--max-duration 1m: give whole seconds from 1 to 3600.",
    ("Voice", *AGENT, "--meta", "ticket"): "--meta ticket: give KEY=VALUE.",
    ("Voice", *AGENT, "--meta", "=7"): "--meta =7: give KEY=VALUE.",
    ("Voice", *AGENT, "--from", "hello"): "There is a letter in the number (“h”). Remove it.",
}


@pytest.fixture(scope="module")
def refusals(
    secret_service: SecretService, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[dict[tuple[str, ...], Said], PracticeServer, Toque]]:
    folder: Path = tmp_path_factory.mktemp("other input")
    toque = Toque(folder / "profile", clean_environment(folder, secret_service.address))
    with PracticeServer() as server:
        toque.add_account(server, "Bell", "zapi")
        toque.add_account(server, "Voice", "ringyo")
        said = toque.run_each([("call", NUMBER, "--account", *words) for words in REFUSED])
        yield dict(zip(REFUSED, said, strict=True)), server, toque


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
def test_what_the_account_cannot_do_is_refused_with_the_reason(
    refusals: tuple[dict[tuple[str, ...], Said], PracticeServer, Toque], words: tuple[str, ...]
) -> None:
    said = refusals[0][words]
    assert (said.code, said.out) == (2, "")
    assert REFUSED[words] in said.err
    assert "Traceback" not in said.err


def test_nothing_was_sent_and_nothing_recorded(
    refusals: tuple[dict[tuple[str, ...], Said], PracticeServer, Toque],
) -> None:
    _, server, toque = refusals
    assert server.requests == []
    assert toque.history() == []


# --- calls --------------------------------------------------------------------------------------------


def test_zapi_rings_its_own_default_and_then_nothing_is_known(zapi: Toque) -> None:
    said = zapi.call(NUMBER)
    assert said.code == 0
    assert said.known == [
        ("queued", "local"), ("sending", "local"), ("placed", "provider"), ("ringing", "clock"),
        ("ended", "clock"),
    ]  # fmt: skip
    assert said.end["outcome"] == "unknown"
    assert "this provider does not say whether it was answered" in said.end["detail"]
    (call,) = zapi.history()
    assert (call.request.kind, call.request.ring_seconds) == (CallKind.RING, 5)


def test_zapi_plays_a_link_for_a_time(zapi: Toque) -> None:
    said = zapi.call(NUMBER, "--audio-url", "https://files.example/hello.mp3", "--no-follow")
    assert said.code == 0
    (call,) = zapi.history()
    assert (call.request.kind, call.request.ring_seconds) == (CallKind.AUDIO, 5)


def test_an_agent_calls_and_the_report_is_kept(ringyo: Toque, server: PracticeServer) -> None:
    said = ringyo.call(
        NUMBER, *AGENT, "--from", "+12025550142", "--meta", "ticket=7=8", "--meta", "who=", "--no-record",
        "--max-duration", "3",
    )  # fmt: skip
    assert (said.code, said.err) == (0, "")
    seen = [state for state in said.states if state != "ringing"]  # which may pass between two polls
    assert seen == ["queued", "sending", "placed", "in_progress", "ended"]
    assert (said.end["outcome"], said.end["known_by"], said.end["duration_s"]) == ("answered", "provider", 3)
    assert all(list(step) == JSON_KEYS for step in said.steps[:-1])
    task = AgentTask(
        "agent_0002", "", "+12025550142", record=False, longest_s=3, metadata=(("ticket", "7=8"), ("who", ""))
    )
    (call,) = ringyo.history()
    assert (call.request.kind, call.request.agent) == (CallKind.AGENT, task)
    assert call.report is not None
    assert (call.report.duration_s, call.report.has_recording) == (3.0, False)
    assert call.report.transcript
    assert len(server.calls_placed) == 1


def test_the_last_line_says_how_long_it_lasted(ringyo: Toque) -> None:
    said = ringyo.run("call", NUMBER, *AGENT)
    assert said.out.splitlines()[-1].endswith("● Ended, answered, lasted 0:05")


def test_what_is_remembered_counts_where_no_agent_is_named(ringyo: Toque) -> None:
    task = AgentTask("agent_0003", "Carmen", record=False, longest_s=60, metadata=(("a", "1"), ("b", "2")))
    ringyo.remember_task(task)
    ringyo.run_each(
        [
            ("call", NUMBER, "--no-follow"),
            ("call", NUMBER, "--no-follow", "--meta", "b=3", "--max-duration", "9"),
            ("call", NUMBER, "--no-follow", *AGENT),
        ]
    )
    named, changed, remembered = [call.request.agent for call in ringyo.history()]
    assert remembered == task
    assert changed == AgentTask("agent_0003", "Carmen", "", False, 9, (("a", "1"), ("b", "3")))
    assert named == AgentTask("agent_0002")


def test_a_broken_request_ends_known(ringyo: Toque, server: PracticeServer) -> None:
    said = ringyo.call("5511999990006", *AGENT, "--no-follow")
    assert (said.code, said.states[-1]) == (0, "placed")
    assert server.calls_received == 2
    assert len(server.calls_placed) == 1


@pytest.mark.parametrize(
    ("number", "code", "outcome"),
    [("5511999990004", 0, "busy"), ("5511999990005", 3, "failed"), ("5511999990008", 3, "failed")],
)
def test_magic_numbers_of_ringyo(ringyo: Toque, number: str, code: int, outcome: str) -> None:
    said = ringyo.call(number, *AGENT)
    assert (said.code, said.end["outcome"]) == (code, outcome)


def test_an_agent_that_does_not_exist_is_named(ringyo: Toque) -> None:
    said = ringyo.run("call", NUMBER, "--agent", "agent_9999")
    assert said.code == 3
    assert "does not know this agent any more" in said.out


def test_a_call_that_was_not_followed_is_asked_for_by_the_next_command(ringyo: Toque) -> None:
    ringyo.call("5511999990004", *AGENT, "--no-follow")
    (left,) = ringyo.history()
    assert left.state is CallState.PLACED
    ringyo.call(NUMBER, *AGENT)
    _, followed = ringyo.history()
    assert (followed.id, followed.outcome) == (left.id, Outcome.BUSY)


def test_each_call_goes_through_the_account_that_is_named(toque: Toque, server: PracticeServer) -> None:
    for name, provider in (("Ryze", "ryzeapi"), ("Bell", "zapi"), ("Voice", "ringyo")):
        toque.add_account(server, name, provider)
    for name, words in (("Voice", AGENT), ("Bell", ()), ("Ryze", ())):
        assert toque.call(NUMBER, "--account", name, "--no-follow", *words).code == 0
    assert [placed.provider for placed in server.calls_placed] == ["ringyo", "zapi", "ryzeapi"]
