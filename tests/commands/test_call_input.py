"""What `toque call` takes, and what it refuses with nothing sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from command_harness import Said, Toque, call_posts, clean_environment

from app.practice.server import PracticeServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secret_service import SecretService

NUMBER = "5511999990004"

REFUSED = {
    ("",): "Enter a number.",
    ("  ",): "Enter a number.",
    ("hello",): "There is a letter in the number (“h”). Remove it.",
    ("55 11 99999-000A",): "There is a letter in the number (“A”). Remove it.",
    ("120363025246125486@g.us",): "This is a WhatsApp group. Only one person can be called.",
    ("12345",): "The number is too short. Digits are missing.",
    ("-5",): "The number is too short. Digits are missing.",
    ("+49 30 123456,12",): "“,” cannot be part of a number. Remove it.",
    ("+55 11 9999",): "The number is too short.",
    ("5" * 60,): "The number is too long. Check for extra digits.",
    ("+" + "5" * 60,): "The number is too long. Check for extra digits.",
    ("+999 123 4567",): "No country has numbers that begin with +999.",
    (NUMBER, "--ring", "0"): "--ring 0: give whole seconds from 1 to 60.",
    (NUMBER, "--ring", "61"): "--ring 61: give whole seconds from 1 to 60.",
    (NUMBER, "--ring", "-1"): "--ring -1: give whole seconds from 1 to 60.",
    (NUMBER, "--ring=-1"): "--ring -1: give whole seconds from 1 to 60.",
    (NUMBER, "--ring", "abc"): "--ring abc: give whole seconds from 1 to 60.",
    (NUMBER, "--ring", ""): "--ring : give whole seconds from 1 to 60.",
    (NUMBER, "--ring", "8.5"): "--ring 8.5: give whole seconds from 1 to 60.",
    (NUMBER, "--ring", "٨"): "--ring ٨: give whole seconds from 1 to 60.",
    (NUMBER, "--ring", "9" * 5000): "give whole seconds from 1 to 60.",
    (NUMBER, "--ring"): "argument --ring: expected one argument",
    (NUMBER, "--account", "Nobody"): "There is no account “Nobody”. Known: “Practice”.",
    (NUMBER, "--loud"): "unrecognized arguments: --loud",
    (NUMBER, NUMBER): f"unrecognized arguments: {NUMBER}",
    (): "the following arguments are required: NUMBER",
}


@pytest.fixture(scope="module")
def refusals(
    secret_service: SecretService, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[dict[tuple[str, ...], Said], PracticeServer, Toque]]:
    folder = tmp_path_factory.mktemp("input")
    toque = Toque(folder / "profile", clean_environment(folder, secret_service.address))
    with PracticeServer(live=True) as server:
        toque.add_account(server)
        said = toque.run_each([("call", *words) for words in REFUSED])
        yield dict(zip(REFUSED, said, strict=True)), server, toque


@pytest.mark.parametrize("words", REFUSED, ids=lambda words: " ".join(words)[:20])
def test_what_cannot_be_called_is_refused_with_the_reason(
    refusals: tuple[dict[tuple[str, ...], Said], PracticeServer, Toque], words: tuple[str, ...]
) -> None:
    said = refusals[0][words]
    assert said.code == 2
    assert said.out == ""
    assert REFUSED[words] in said.err
    assert "Traceback" not in said.err


def test_nothing_was_sent_and_nothing_recorded(
    refusals: tuple[dict[tuple[str, ...], Said], PracticeServer, Toque],
) -> None:
    _, server, toque = refusals
    assert server.requests == []
    assert toque.history() == []


def test_a_refusal_comes_from_the_real_command_too(ready: Toque, server: PracticeServer) -> None:
    said = ready.run("call", NUMBER, "--ring", "61")
    assert (said.code, said.out) == (2, "")
    assert said.err == "toque: --ring 61: give whole seconds from 1 to 60.\n"
    assert server.requests == []


def test_without_an_account_it_says_how_to_add_one(toque: Toque) -> None:
    said = toque.call(NUMBER)
    assert (said.code, said.out) == (2, "")
    assert "There is no account yet. Add one: toque account add" in said.err


def test_an_account_of_a_newer_version_is_refused(ready: Toque, server: PracticeServer) -> None:
    settings = ready.folder / "settings.json"
    settings.write_text(settings.read_text().replace('"ryzeapi"', '"carrier-pigeon"'))
    said = ready.call(NUMBER)
    assert said.code == 2
    assert "does not know the provider “carrier-pigeon”" in said.err
    assert server.requests == []


def test_a_newer_versions_settings_stay_as_they_are_and_damaged_ones_are_kept(toque: Toque) -> None:
    toque.folder.mkdir()
    (toque.folder / "settings.json").write_text("{ this is no JSON")
    said = toque.call(NUMBER)
    assert said.code == 2
    kept = [path.name for path in toque.folder.glob("settings*damaged.json")]
    assert len(kept) == 1
    assert f"toque: the settings were damaged and are kept as {kept[0]}\n" in said.err


# --- what is understood -------------------------------------------------------------------------------


def test_numbers_come_as_people_paste_them(ready: Toque, server: PracticeServer) -> None:
    """Ten calls in one process; each number means the same."""
    texts = [
        "5511999990004", "+55 (11) 99999-0004", "0055 11 99999 0004", "5511999990004@s.whatsapp.net",
        "tel:+55%2011%2099999-0004", "callto:5511999990004", "+55\u00a011\u200e99999\u20110004",
        "+５５１１９９９９９０００４", "+٥٥١١٩٩٩٩٩٠٠٠٤", "tel://+5511999990004",
    ]  # fmt: skip
    said = ready.run_each([("call", text, "--json", "--no-follow") for text in texts])
    assert [(each.code, each.err) for each in said] == [(0, "")] * len(texts)
    assert {step["number"] for each in said for step in each.steps} == {"+5511999990004"}
    assert len(call_posts(server)) == len(texts)


def test_the_systems_country_goes_for_numbers_without_one(ready: Toque, server: PracticeServer) -> None:
    said = ready.call("(11) 99999-0004", "--no-follow", environment={"LANG": "pt_BR.UTF-8"})
    assert said.code == 0
    assert said.end["number"] == "+5511999990004"


def test_ring_seconds_reach_the_provider_and_are_eight_by_default(toque: Toque) -> None:
    """The clock shows them: with a provider that does not tell, ringing ends when they are over."""
    from datetime import datetime

    with PracticeServer(pace=0.01) as server:
        toque.add_account(server)
        said = toque.call(NUMBER, "--ring", "2")
    times = {step["state"]: datetime.fromisoformat(step["at"]) for step in said.steps}
    assert 2 <= (times["ended"] - times["placed"]).total_seconds() < 8


def test_an_account_is_chosen_by_name_in_either_case(
    ready: Toque, server: PracticeServer, live_server: PracticeServer
) -> None:
    ready.add_account(live_server, "Other Office")
    call = ("call", NUMBER, "--no-follow")
    said = ready.run_each([(*call, "--account", "other office"), (*call, "--account", "Other Office"), call])
    assert [each.code for each in said] == [0, 0, 0]
    assert (len(call_posts(server)), len(call_posts(live_server))) == (1, 2)


# --- what is printed ----------------------------------------------------------------------------------


def test_no_follow_leaves_after_the_reply(ready_live: Toque, live_server: PracticeServer) -> None:
    said = ready_live.call(NUMBER, "--no-follow")
    assert said.code == 0
    assert said.states == ["queued", "sending", "placed"]
    assert [str(record) for record in live_server.requests] == ["POST /api/call/fake/practice 200"]
    [call] = ready_live.history()
    assert (call.outcome, call.last.known_by) == ("unknown", "local")


def test_without_json_each_step_is_a_line_of_words(ready_live: Toque) -> None:
    said = ready_live.run("call", "5511999990001")
    lines = [line.split(" ", 2) for line in said.out.splitlines()]
    assert said.code == 0
    assert [words for _, _, words in lines] == [
        "Queued: +55 11 99999-0001", "Sending", "Accepted by RyzeAPI",
        "Ringing", "Answered", "Ended, answered",
    ]  # fmt: skip
    assert {mark for _, mark, _ in lines} == {"●"}
    assert all(len(at) == len("12:34:56") for at, _, _ in lines)


def test_words_show_what_follows_from_the_clock(ready: Toque) -> None:
    said = ready.run("call", NUMBER, "--ring", "1")
    assert [line.split(" ", 1)[1] for line in said.out.splitlines()][-2:] == [
        "○ Should be ringing",
        "○ Not known: Ring time over: this provider does not say whether it was answered",
    ]


def test_words_never_call_unknown_a_failure(ready: Toque) -> None:
    said = ready.run("call", "5511999990006")
    assert said.code == 4
    assert said.out.splitlines()[-1].endswith(
        "? May have been placed: The connection broke before the reply. Check before calling again."
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_knows_few_signs_changes_nothing_about_the_call(
    ready: Toque, server: PracticeServer, encoding: str
) -> None:
    said = ready.run(
        "call", NUMBER, "--ring", "1", environment={"PYTHONIOENCODING": encoding}, encoding="latin-1"
    )
    assert (said.code, said.err) == (0, "")
    assert "Should be ringing" in said.out
    assert len(call_posts(server)) == 1


@pytest.mark.parametrize("follow", [(), ("--no-follow",)])
def test_a_reader_that_goes_away_changes_nothing_about_the_call(
    ready: Toque, server: PracticeServer, follow: tuple[str, ...]
) -> None:
    with ready.start("call", NUMBER, "--ring", "1", *follow) as process:
        assert process.stdout is not None
        process.stdout.close()
        process.stdout = None  # on Windows, communicate would read it
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "")
    assert len(call_posts(server)) == 1
    [call] = ready.history()
    assert call.was_placed
