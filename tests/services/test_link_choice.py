"""LinkChoice: what is typed as a link, and what it answers where that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from audio_fakes import FILE, LINK, OTHER_URL, URL, A

from app.domain.audio import AudioLink, LinkRecord
from app.domain.detail import Detail
from app.domain.provider import InvalidRequest, ProviderUnavailable
from app.services.link_choice import LinkAnswer

if TYPE_CHECKING:
    from audio_fakes import Desk

pytestmark = pytest.mark.asyncio(loop_factories=["threads"])

AUDIO = LinkAnswer("audio/mpeg", 1000, is_audio=True)
SILENT = ProviderUnavailable("It does not answer.")


# --- what is typed ------------------------------------------------------------------------------------


async def test_a_link_is_what_the_next_call_plays(desk: Desk) -> None:
    desk.choice.use_link(f"  {URL}\n")
    assert (desk.choice.origin, desk.choice.source, desk.choice.problem) == (LINK, AudioLink(URL), "")


@pytest.mark.parametrize("text", ["hello", "ftp://files.example/a.mp3", "https://ana:pw@files.example/a.mp3"])
async def test_what_is_no_link_is_a_problem_and_nothing_can_be_sent(desk: Desk, text: str) -> None:
    desk.choice.use_link(URL)
    desk.choice.type_link(text)
    assert (desk.choice.source, desk.choice.link.text) == (None, text)
    assert isinstance(desk.choice.problem, Detail)


@pytest.mark.parametrize("text", ["", "  "])
async def test_no_link_at_all_is_no_problem(desk: Desk, text: str) -> None:
    desk.choice.use_link("nonsense")
    desk.choice.type_link(text)
    assert (desk.choice.source, desk.choice.problem) == (None, "")


async def test_what_was_typed_as_link_is_there_again(desk: Desk) -> None:
    desk.choice.use_link(URL)
    desk.choice.use_file()
    assert desk.choice.source is None
    desk.choice.use_link()
    assert (desk.choice.link.text, desk.choice.source) == (URL, AudioLink(URL))


async def test_every_change_of_a_link_is_told(desk: Desk) -> None:
    desk.seen.clear()
    desk.choice.use_link(URL)
    desk.choice.use_file()
    assert [origin for origin, _, _ in desk.seen] == [LINK, LINK, FILE]


# --- once more what an earlier call played ------------------------------------------------------------


async def test_a_whole_link_is_taken_again(desk: Desk) -> None:
    await desk.choose(A)
    desk.choice.choose_again(LinkRecord(URL))
    assert (desk.choice.origin, desk.choice.link.text, desk.choice.source) == (LINK, URL, AudioLink(URL))


async def test_a_link_of_which_only_a_part_is_kept_must_be_pasted(desk: Desk) -> None:
    desk.choice.choose_again(LinkRecord(URL, is_whole=False))
    assert (desk.choice.source, desk.choice.link.text) == (None, URL)
    assert desk.choice.problem.startswith("What followed the ? in the link is not kept in history.")


async def test_the_whole_link_that_is_pasted_is_taken(desk: Desk) -> None:
    desk.choice.choose_again(LinkRecord(URL, is_whole=False))
    desk.choice.type_link(URL + "?key=1")
    assert (desk.choice.source, desk.choice.problem) == (AudioLink(URL + "?key=1"), "")


async def test_a_part_of_a_link_is_taken_if_another_call_played_just_that(desk: Desk) -> None:
    desk.choice.choose_again(LinkRecord(URL, is_whole=False))
    desk.choice.choose_again(LinkRecord(URL))
    assert desk.choice.source == AudioLink(URL)


# --- trying it ----------------------------------------------------------------------------------------


async def test_links_are_not_tried_unless_that_is_wished(desk: Desk) -> None:
    desk.choice.use_link(URL)
    desk.choice.check_link()
    await desk.settled()
    assert (desk.choice.checks_links, desk.links.asked, desk.choice.link.answer) == (False, [], None)


async def test_a_link_that_is_tried_tells_what_it_answers(desk: Desk) -> None:
    await desk.link_tried()
    assert (desk.links.asked, desk.choice.link.answer) == ([URL], AUDIO)


@pytest.mark.parametrize("text", ["", "nonsense"])
async def test_what_is_no_link_is_not_tried(desk: Desk, text: str) -> None:
    await desk.link_tried(text)
    assert desk.links.asked == []


@pytest.mark.parametrize("error", [ProviderUnavailable("It does not answer."), InvalidRequest("HTTP 404.")])
async def test_a_link_that_fails_is_a_problem_and_stays_the_choice(desk: Desk, error: Exception) -> None:
    desk.links.answers[URL] = error
    await desk.link_tried()
    assert (desk.choice.problem, desk.choice.link.answer) == (error.args[0], None)
    assert desk.choice.source == AudioLink(URL)


async def test_a_link_that_goes_well_the_second_time_is_no_problem_any_more(desk: Desk) -> None:
    desk.links.answers[URL] = SILENT
    await desk.link_tried()
    del desk.links.answers[URL]
    desk.choice.check_link()
    await desk.settled()
    assert (desk.choice.problem, desk.choice.link.answer) == ("", AUDIO)


@pytest.mark.parametrize("answer", [AUDIO, SILENT])
@pytest.mark.parametrize("meanwhile", ["another link", "no link", "not wished any more"])
async def test_an_answer_that_comes_too_late_is_dropped(
    desk: Desk, answer: LinkAnswer | Exception, meanwhile: str
) -> None:
    desk.links.answers[URL] = answer
    desk.links.gate.hold()
    await desk.link_tried()
    if meanwhile == "another link":
        desk.choice.type_link(OTHER_URL)
    elif meanwhile == "no link":
        desk.choice.type_link("")
    else:
        desk.choice.set_checks_links(False)
        await desk.settled()
    desk.links.gate.open()
    await desk.settled()
    assert (desk.choice.problem, desk.choice.link.answer, desk.links.cancelled) == ("", None, [URL])


async def test_a_second_check_takes_the_place_of_the_first(desk: Desk) -> None:
    desk.links.gate.hold()
    await desk.link_tried()
    desk.choice.check_link()
    desk.links.gate.open()
    await desk.settled()
    assert (desk.links.cancelled, desk.links.asked) == ([URL], [URL, URL])
    assert desk.choice.link.answer == AUDIO


async def test_an_answer_goes_with_its_link(desk: Desk) -> None:
    await desk.link_tried()
    desk.choice.type_link(OTHER_URL)
    assert desk.choice.link.answer is None


async def test_a_link_that_failed_is_no_problem_of_a_file(desk: Desk) -> None:
    desk.links.answers[URL] = SILENT
    await desk.link_tried()
    await desk.choose(A)
    assert desk.choice.problem == ""


async def test_a_link_that_fails_late_is_no_problem_of_a_file(desk: Desk) -> None:
    desk.links.answers[URL] = SILENT
    desk.links.gate.hold()
    await desk.link_tried()
    await desk.choose(A)
    desk.links.gate.open()
    await desk.settled()
    assert desk.choice.problem == ""


async def test_a_link_that_failed_is_no_problem_while_the_file_counts_and_one_again_after(desk: Desk) -> None:
    desk.links.answers[URL] = SILENT
    await desk.link_tried()
    desk.choice.use_file()
    assert desk.choice.problem == ""
    desk.choice.use_link()
    assert desk.choice.problem == SILENT.detail


async def test_wishing_for_it_tries_the_link_that_is_there(desk: Desk) -> None:
    desk.choice.use_link(URL)
    desk.choice.set_checks_links(True)
    await desk.settled()
    assert (desk.choice.checks_links, desk.choice.link.answer) == (True, AUDIO)


async def test_not_wishing_for_it_any_more_forgets_what_was_answered(desk: Desk) -> None:
    desk.links.answers[URL] = SILENT
    await desk.link_tried()
    desk.choice.set_checks_links(False)
    await desk.settled()
    assert (desk.choice.checks_links, desk.choice.problem, desk.choice.link.answer) == (False, "", None)


async def test_not_wishing_for_it_any_more_keeps_what_is_wrong_with_the_text(desk: Desk) -> None:
    await desk.link_tried("nonsense")
    problem = desk.choice.problem
    desk.choice.set_checks_links(False)
    await desk.settled()
    assert desk.choice.problem == problem != ""


async def test_a_wish_that_cannot_be_kept_is_said(desk: Desk) -> None:
    desk.settings.fails = True
    desk.choice.set_checks_links(True)
    await desk.settled()
    assert (desk.troubles, desk.choice.checks_links) == (["The disk is full."], False)


async def test_a_link_that_does_not_count_is_not_tried(desk: Desk) -> None:
    desk.choice.set_checks_links(True)
    desk.choice.type_link(URL)
    await desk.settled()
    desk.choice.check_link()
    await desk.settled()
    assert (desk.choice.checks_links, desk.choice.origin, desk.links.asked) == (True, FILE, [])


@pytest.mark.logs("Task check of a link failed")
async def test_a_mistake_while_trying_is_said_and_logged(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.links.answers[URL] = ZeroDivisionError()
    await desk.link_tried()
    assert desk.choice.problem.startswith("Toque made a mistake")
    assert "ZeroDivisionError" in caplog.text


async def test_closing_gives_up_a_check(desk: Desk) -> None:
    desk.links.gate.hold()
    await desk.link_tried()
    await desk.choice.close()
    assert desk.links.cancelled == [URL]
