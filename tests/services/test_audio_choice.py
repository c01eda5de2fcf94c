"""AudioChoice: one sound at a time, the newest choice wins, and what cannot be taken leaves the choice."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from audio_fakes import Cancelled, Desk, able
from service_fakes import sound

from app.domain.audio import AudioFormat, AudioLink, AudioRefused, AudioWishes, FileRecord, LinkRecord
from app.domain.detail import Detail
from app.domain.provider import AudioOrigin, InvalidRequest, ProviderUnavailable
from app.services.audio_choice import RECENT, LinkAnswer, Preparing, RecentFile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

pytestmark = pytest.mark.asyncio(loop_factories=["threads"])

FILE, LINK = AudioOrigin.FILE, AudioOrigin.LINK
A, B = "/home/ana/a.wav", "/home/ana/b.wav"
URL, OTHER_URL = "https://files.example/hello.mp3", "https://files.example/other.mp3"
REFUSED = AudioRefused(Detail("{name} holds no sound.", name="b.wav"))


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    desk = Desk()
    yield desk
    await desk.close()


# --- a file -------------------------------------------------------------------------------------------


async def test_nothing_is_chosen_at_first(desk: Desk) -> None:
    assert (desk.choice.source, desk.choice.file, desk.choice.origin) == (None, None, FILE)


async def test_a_file_that_is_ready_is_what_the_next_call_plays(desk: Desk) -> None:
    await desk.choose(A)
    assert desk.choice.source is desk.choice.file
    assert desk.choice.file == sound(A, data=A.encode())
    assert (desk.choice.problem, desk.choice.note) == ("", "")


async def test_a_file_is_prepared_as_wished_and_in_what_the_account_takes(desk: Desk) -> None:
    desk.settings.current = replace(desk.settings.current, audio_wishes=AudioWishes(trim=False))
    desk.choice.allow(able(FILE, formats=frozenset({AudioFormat.MP3})))
    await desk.choose(A)
    assert desk.preparer.asked == [(A, AudioWishes(trim=False), frozenset({AudioFormat.MP3}))]


async def test_while_a_file_is_prepared_nothing_can_be_sent(desk: Desk) -> None:
    await desk.choose(A)
    await desk.begin(B)
    assert desk.choice.source is None
    assert desk.choice.preparing == Preparing("b.wav")


async def test_preparing_tells_how_far_it_is(desk: Desk) -> None:
    desk.preparer.fractions[A] = [0.0, 0.25, 0.255, 0.5, 0.99]
    await desk.choose(A)
    shown = sorted(set(desk.fractions))
    assert shown == [0.0, 0.25, 0.5, 0.99, 1.0]
    assert desk.fractions == sorted(desk.fractions)


async def test_every_change_is_told(desk: Desk) -> None:
    desk.seen.clear()
    await desk.choose(A)
    assert desk.seen[0] == (FILE, "a.wav", "")
    assert desk.seen[-1] == (FILE, "", "")


async def test_of_several_files_the_first_is_taken_and_that_is_said(desk: Desk) -> None:
    await desk.choose(A, B)
    assert desk.preparer.paths == [A]
    assert desk.choice.note == "A call plays one file: a.wav was taken, the others were not."
    assert isinstance(desk.choice.note, Detail)


async def test_the_note_goes_with_the_next_choice(desk: Desk) -> None:
    await desk.choose(A, B)
    await desk.choose(B)
    assert desk.choice.note == ""


async def test_a_file_that_cannot_be_taken_leaves_the_choice_and_says_why(desk: Desk) -> None:
    await desk.choose(A)
    before = desk.choice.source
    desk.preparer.prepares[B] = REFUSED
    await desk.choose(B)
    assert desk.choice.source is before
    assert desk.choice.problem is REFUSED.args[0]


async def test_a_file_that_cannot_be_taken_leaves_the_link(desk: Desk) -> None:
    desk.choice.use_link(URL)
    desk.preparer.prepares[B] = REFUSED
    await desk.choose(B)
    assert (desk.choice.source, desk.choice.origin) == (AudioLink(URL), LINK)


async def test_the_problem_goes_with_the_next_choice(desk: Desk) -> None:
    desk.preparer.prepares[B] = REFUSED
    await desk.choose(B)
    await desk.choose(A)
    assert desk.choice.problem == ""


@pytest.mark.logs("Task preparing a sound failed")
async def test_a_mistake_while_preparing_is_said_and_logged(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    await desk.choose(A)
    desk.preparer.prepares[B] = ZeroDivisionError()
    await desk.choose(B)
    assert desk.choice.file == sound(A, data=A.encode())
    assert desk.choice.problem.startswith("Toque made a mistake with this file.")
    assert "ZeroDivisionError" in caplog.text


async def test_a_file_is_not_taken_for_an_account_that_plays_links_only(desk: Desk) -> None:
    desk.choice.allow(able(LINK))
    desk.choice.choose_files([A])
    assert (desk.preparer.paths, desk.choice.preparing) == ([], None)
    assert "a link only" in desk.choice.problem


# --- the newest choice wins ---------------------------------------------------------------------------


async def test_a_second_file_takes_the_place_of_one_that_is_being_prepared(desk: Desk) -> None:
    await desk.begin(A)
    await desk.choose(B)
    assert desk.choice.file == sound(B, data=B.encode())
    await desk.preparer.until(lambda: (A, "cancelled") in desk.preparer.ended)


async def test_a_file_that_is_ready_too_late_is_dropped(desk: Desk) -> None:
    desk.preparer.stubborn.add(A)
    await desk.begin(A)
    await desk.choose(B)
    desk.preparer.release(A)
    await desk.preparer.until(lambda: (A, "done") in desk.preparer.ended)
    await desk.settled()
    assert desk.choice.file == sound(B, data=B.encode())
    assert desk.settings.current.recent_audio == (B,)


async def test_progress_of_a_file_that_was_given_up_is_not_shown(desk: Desk) -> None:
    desk.preparer.stubborn.add(A)
    await desk.begin(A)
    await desk.begin(B)
    desk.preparer.release(A)
    await desk.preparer.until(lambda: (A, "done") in desk.preparer.ended)
    await desk.settled()
    assert desk.choice.preparing == Preparing("b.wav")


async def test_a_refusal_that_comes_too_late_is_dropped(desk: Desk) -> None:
    desk.preparer.stubborn.add(A)
    desk.preparer.prepares[A] = REFUSED
    await desk.begin(A)
    await desk.choose(B)
    desk.preparer.release(A)
    await desk.preparer.until(lambda: (A, "done") in desk.preparer.ended)
    await desk.settled()
    assert desk.choice.problem == ""


async def test_a_file_chosen_while_a_link_counts_counts_once_it_is_ready(desk: Desk) -> None:
    desk.choice.use_link(URL)
    await desk.begin(A)
    assert (desk.choice.origin, desk.choice.source) == (LINK, None)
    desk.preparer.release(A)
    await desk.ready()
    assert (desk.choice.origin, desk.choice.source) == (FILE, sound(A, data=A.encode()))


async def test_a_link_chosen_while_a_file_is_prepared_counts_and_stays(desk: Desk) -> None:
    await desk.begin(A)
    desk.choice.use_link(URL)
    assert desk.choice.source == AudioLink(URL)
    desk.preparer.release(A)
    await desk.ready()
    assert (desk.choice.origin, desk.choice.source) == (LINK, AudioLink(URL))
    assert desk.choice.file == sound(A, data=A.encode())


async def test_back_from_the_link_the_file_is_waited_for(desk: Desk) -> None:
    await desk.choose(A)
    await desk.begin(B)
    desk.choice.use_link(URL)
    desk.choice.use_file()
    assert desk.choice.source is None
    desk.preparer.release(B)
    await desk.ready()
    assert desk.choice.source == sound(B, data=B.encode())


# --- giving up ----------------------------------------------------------------------------------------


async def test_given_up_the_choice_is_as_before(desk: Desk) -> None:
    await desk.choose(A)
    await desk.begin(B)
    desk.choice.cancel()
    await desk.ready()
    assert (desk.choice.source, desk.choice.problem) == (sound(A, data=A.encode()), "")
    await desk.preparer.until(lambda: (B, "cancelled") in desk.preparer.ended)


async def test_giving_up_is_shown_at_once(desk: Desk) -> None:
    await desk.begin(A)
    desk.choice.cancel()
    assert desk.seen[-1] == (FILE, "", "")


async def test_giving_up_nothing_is_harmless(desk: Desk) -> None:
    desk.choice.cancel()
    await desk.choose(A)
    desk.choice.cancel()
    assert desk.choice.source == sound(A, data=A.encode())


async def test_removed_there_is_no_file(desk: Desk) -> None:
    await desk.choose(A, B)
    desk.choice.remove()
    assert (desk.choice.source, desk.choice.file, desk.choice.note) == (None, None, "")


async def test_removed_while_it_is_prepared_it_does_not_come_back(desk: Desk) -> None:
    await desk.begin(A)
    desk.choice.remove()
    desk.preparer.release(A)
    await desk.preparer.until(lambda: desk.preparer.ended)
    await desk.settled()
    assert (desk.choice.source, desk.choice.preparing) == (None, None)


async def test_closing_gives_up_what_is_prepared(desk: Desk) -> None:
    await desk.begin(A)
    await desk.choice.close()
    assert desk.choice.file is None
    await desk.preparer.until(lambda: (A, "cancelled") in desk.preparer.ended)


async def test_closing_gives_up_a_check(desk: Desk) -> None:
    await checking(desk)
    desk.links.gate.hold()
    desk.choice.check_link()
    await desk.settled()
    await desk.choice.close()
    assert desk.links.cancelled == [URL]


# --- without choosing it ------------------------------------------------------------------------------


async def test_a_file_can_be_prepared_without_choosing_it(desk: Desk) -> None:
    assert await desk.choice.prepared(A) == sound(A, data=A.encode())
    await desk.settled()
    assert (desk.choice.source, desk.settings.current.recent_audio) == (None, ())


async def test_whoever_prepares_without_choosing_hears_why_not(desk: Desk) -> None:
    desk.preparer.prepares[A] = REFUSED
    with pytest.raises(AudioRefused) as refused:
        await desk.choice.prepared(A)
    assert (refused.value, desk.choice.problem) == (REFUSED, "")


# --- what is done to a file ---------------------------------------------------------------------------

RAW = AudioWishes(level=False, trim=False)


async def test_wishes_are_kept(desk: Desk) -> None:
    desk.choice.set_wishes(RAW)
    await desk.settled()
    assert (desk.choice.wishes, desk.settings.current.audio_wishes) == (RAW, RAW)
    assert desk.preparer.paths == []


async def test_the_chosen_file_is_prepared_again_as_wished(desk: Desk) -> None:
    await desk.choose(A)
    desk.preparer.prepares[A] = sound(A, data=b"raw")
    desk.choice.set_wishes(RAW)
    await desk.until(lambda: desk.choice.file == sound(A, data=b"raw"))
    assert [wishes for _, wishes, _ in desk.preparer.asked] == [AudioWishes(), RAW]


async def test_a_file_that_is_being_prepared_begins_anew_as_wished(desk: Desk) -> None:
    await desk.choose(A)
    await desk.begin(B)
    desk.choice.set_wishes(RAW)
    await desk.preparer.until(lambda: len(desk.preparer.asked) == 3)
    desk.preparer.release(B)
    await desk.ready()
    assert desk.choice.file == sound(B, data=B.encode())
    assert [asked[:2] for asked in desk.preparer.asked] == [(A, AudioWishes()), (B, AudioWishes()), (B, RAW)]


async def test_preparing_again_does_not_let_the_file_count(desk: Desk) -> None:
    await desk.choose(A)
    desk.choice.use_link(URL)
    desk.preparer.hold(A)
    desk.choice.set_wishes(RAW)
    await desk.preparer.until(lambda: len(desk.preparer.asked) == 2)
    assert desk.choice.source == AudioLink(URL)
    desk.preparer.release(A)
    await desk.ready()
    assert (desk.choice.origin, desk.choice.source) == (LINK, AudioLink(URL))


async def test_a_file_that_is_gone_meanwhile_stays_as_it_was_prepared(desk: Desk) -> None:
    await desk.choose(A)
    desk.preparer.prepares[A] = REFUSED
    desk.choice.set_wishes(RAW)
    await desk.until(lambda: desk.choice.problem)
    await desk.ready()
    assert desk.choice.source == sound(A, data=A.encode())


async def test_wishes_that_cannot_be_kept_are_said_and_change_nothing(desk: Desk) -> None:
    await desk.choose(A)
    desk.settings.fails = True
    desk.choice.set_wishes(RAW)
    await desk.settled()
    assert desk.troubles == ["The disk is full."]
    assert (desk.choice.wishes, desk.preparer.paths) == (AudioWishes(), [A])


# --- the account --------------------------------------------------------------------------------------


@pytest.mark.parametrize("only", [FILE, LINK])
async def test_what_the_account_does_not_take_does_not_count(desk: Desk, only: AudioOrigin) -> None:
    desk.choice.use_link(URL)
    if only is LINK:
        desk.choice.use_file()
    desk.choice.allow(able(only))
    assert (desk.choice.origin, desk.choice.origins) == (only, frozenset({only}))


@pytest.mark.parametrize("origin", [FILE, LINK])
async def test_what_the_account_takes_goes_on_counting(desk: Desk, origin: AudioOrigin) -> None:
    if origin is LINK:
        desk.choice.use_link(URL)
    desk.choice.allow(able(FILE, LINK))
    assert desk.choice.origin is origin


async def test_without_an_account_nothing_is_offered_and_the_choice_stays(desk: Desk) -> None:
    await desk.choose(A)
    desk.choice.allow(None)
    assert (desk.choice.origins, desk.choice.origin) == (frozenset(), FILE)
    assert desk.choice.file == sound(A, data=A.encode())


async def test_an_account_that_takes_other_formats_has_the_file_prepared_again(desk: Desk) -> None:
    await desk.choose(A)
    desk.choice.allow(able(FILE, formats=frozenset({AudioFormat.MP3})))
    assert desk.choice.source is None
    await desk.ready()
    assert desk.preparer.asked[1][2] == frozenset({AudioFormat.MP3})


async def test_an_account_that_takes_other_formats_has_what_is_prepared_begun_anew(desk: Desk) -> None:
    await desk.begin(A)
    desk.choice.allow(able(FILE, formats=frozenset({AudioFormat.MP3})))
    await desk.preparer.until(lambda: len(desk.preparer.asked) == 2)
    desk.preparer.release(A)
    await desk.ready()
    assert [asked[::2] for asked in desk.preparer.asked] == [
        (A, frozenset(AudioFormat)),
        (A, frozenset({AudioFormat.MP3})),
    ]


async def test_an_account_that_takes_the_format_too_changes_nothing(desk: Desk) -> None:
    await desk.choose(A)
    desk.choice.allow(able(FILE, formats=frozenset({AudioFormat.OGG})))
    assert desk.choice.source == sound(A, data=A.encode())
    assert desk.preparer.paths == [A]


async def test_the_same_account_again_does_not_begin_anew(desk: Desk) -> None:
    await desk.begin(A)
    desk.choice.allow(able(FILE, LINK))
    desk.choice.allow(able(FILE, LINK))
    await desk.settled()
    assert desk.preparer.paths == [A]


# --- recent files -------------------------------------------------------------------------------------


async def test_chosen_files_are_remembered_newest_first(desk: Desk) -> None:
    await desk.choose(A)
    await desk.choose(B)
    assert desk.settings.current.recent_audio == (B, A)


async def test_a_file_chosen_again_is_remembered_once(desk: Desk) -> None:
    for path in (A, B, A):
        await desk.choose(path)
    assert desk.settings.current.recent_audio == (A, B)


async def test_only_the_newest_files_are_remembered(desk: Desk) -> None:
    for n in range(RECENT + 3):
        await desk.choose(f"/home/ana/{n}.wav")
    newest = tuple(f"/home/ana/{n}.wav" for n in reversed(range(3, RECENT + 3)))
    assert desk.settings.current.recent_audio == newest


async def test_a_file_that_cannot_be_taken_is_not_remembered(desk: Desk) -> None:
    desk.preparer.prepares[B] = REFUSED
    await desk.choose(B)
    assert desk.settings.current.recent_audio == ()


async def test_recent_files_that_are_missing_are_marked(desk: Desk, tmp_path: Path) -> None:
    there, folder = tmp_path / "there.wav", tmp_path / "folder.wav"
    there.write_bytes(b"")
    folder.mkdir()
    paths = (str(there), str(tmp_path / "gone.wav"), str(folder), "a\x00b.wav", "x" * 5000)
    desk.settings.current = replace(desk.settings.current, recent_audio=paths)
    assert await desk.choice.recent() == [RecentFile(path, is_there=path == str(there)) for path in paths]


async def test_a_full_disk_is_told_and_the_file_is_chosen_all_the_same(desk: Desk) -> None:
    desk.settings.fails = True
    await desk.choose(A)
    assert desk.choice.source == sound(A, data=A.encode())
    assert desk.troubles == ["The disk is full."]


# --- once more what an earlier call played ------------------------------------------------------------

RECORD = FileRecord(A, 24.0, 5, "ab" * 32)


async def test_an_unchanged_file_is_chosen_again(desk: Desk) -> None:
    desk.choice.choose_again(RECORD)
    await desk.ready()
    assert desk.choice.source == sound(A, data=A.encode())
    assert desk.settings.current.recent_audio == (A,)


async def test_until_it_is_there_nothing_else_is_sent(desk: Desk) -> None:
    await desk.choose(B)
    desk.preparer.hold(A)
    desk.choice.choose_again(RECORD)
    assert (desk.choice.file, desk.choice.source, desk.choice.preparing) == (None, None, Preparing("a.wav"))
    desk.choice.cancel()
    assert desk.choice.source is None


async def test_an_unchanged_file_counts_at_once_in_place_of_a_link(desk: Desk) -> None:
    desk.choice.use_link(URL)
    desk.choice.choose_again(RECORD)
    assert (desk.choice.origin, desk.choice.source) == (FILE, None)
    await desk.ready()
    assert desk.choice.source == sound(A, data=A.encode())


async def test_a_file_that_is_gone_is_said_and_nothing_taken(desk: Desk) -> None:
    await desk.choose(B)
    desk.preparer.hashes[A] = FileNotFoundError(2, "No such file")
    desk.choice.choose_again(RECORD)
    await desk.ready()
    assert desk.choice.problem == "a.wav is no longer in /home/ana. Choose the sound again."
    assert isinstance(desk.choice.problem, Detail)
    assert (desk.choice.source, desk.preparer.paths) == (None, [B])


async def test_a_file_that_changed_is_said_and_nothing_taken(desk: Desk) -> None:
    desk.preparer.hashes[A] = "cd" * 32
    desk.preparer.prepares[A] = sound(A, seconds=72)
    desk.choice.choose_again(RECORD)
    await desk.ready()
    assert desk.choice.problem == (
        "a.wav has changed since that call: it lasted 0:24 and lasts 1:12 now. "
        "Choose it again if that is meant."
    )
    assert (desk.choice.source, desk.settings.current.recent_audio) == (None, ())


async def test_a_file_that_changed_into_none_says_so(desk: Desk) -> None:
    desk.preparer.hashes[A] = "cd" * 32
    desk.preparer.prepares[A] = REFUSED
    desk.choice.choose_again(RECORD)
    await desk.ready()
    assert (desk.choice.problem, desk.choice.source) == (REFUSED.args[0], None)


async def test_a_whole_link_is_taken_again(desk: Desk) -> None:
    await desk.choose(A)
    desk.choice.choose_again(LinkRecord(URL))
    assert (desk.choice.origin, desk.choice.link_text, desk.choice.source) == (LINK, URL, AudioLink(URL))


async def test_a_link_of_which_only_a_part_is_kept_must_be_pasted(desk: Desk) -> None:
    desk.choice.choose_again(LinkRecord(URL, is_whole=False))
    assert (desk.choice.source, desk.choice.link_text) == (None, URL)
    assert desk.choice.problem.startswith("What followed the ? in the link is not kept in history.")


async def test_the_whole_link_that_is_pasted_is_taken(desk: Desk) -> None:
    desk.choice.choose_again(LinkRecord(URL, is_whole=False))
    desk.choice.set_link(URL + "?key=1")
    assert (desk.choice.source, desk.choice.problem) == (AudioLink(URL + "?key=1"), "")


async def test_a_part_of_a_link_is_taken_if_another_call_played_just_that(desk: Desk) -> None:
    desk.choice.choose_again(LinkRecord(URL, is_whole=False))
    desk.choice.choose_again(LinkRecord(URL))
    assert desk.choice.source == AudioLink(URL)


async def test_a_link_takes_the_place_of_a_file_that_is_being_prepared(desk: Desk) -> None:
    await desk.begin(A)
    desk.choice.choose_again(LinkRecord(URL))
    desk.preparer.release(A)
    await desk.ready()
    assert desk.choice.source == AudioLink(URL)


@pytest.mark.parametrize(
    ("record", "only", "said"),
    [(RECORD, LINK, "a link only"), (LinkRecord(URL), FILE, "play files only")],
)
async def test_what_the_account_cannot_play_is_said_and_nothing_is_taken(
    desk: Desk, record: FileRecord | LinkRecord, only: AudioOrigin, said: str
) -> None:
    await desk.choose(B)
    desk.choice.use_link(OTHER_URL)
    desk.choice.allow(able(only))
    desk.choice.choose_again(record)
    assert desk.choice.source is None
    assert said in desk.choice.problem


# --- a link -------------------------------------------------------------------------------------------


async def test_a_link_is_what_the_next_call_plays(desk: Desk) -> None:
    desk.choice.use_link(f"  {URL}\n")
    assert (desk.choice.origin, desk.choice.source, desk.choice.problem) == (LINK, AudioLink(URL), "")


@pytest.mark.parametrize("text", ["hello", "ftp://files.example/a.mp3", "https://ana:pw@files.example/a.mp3"])
async def test_what_is_no_link_is_a_problem_and_nothing_can_be_sent(desk: Desk, text: str) -> None:
    desk.choice.use_link(URL)
    desk.choice.set_link(text)
    assert (desk.choice.source, desk.choice.link_text) == (None, text)
    assert isinstance(desk.choice.problem, Detail)


@pytest.mark.parametrize("text", ["", "  "])
async def test_no_link_at_all_is_no_problem(desk: Desk, text: str) -> None:
    desk.choice.use_link("nonsense")
    desk.choice.set_link(text)
    assert (desk.choice.source, desk.choice.problem) == (None, "")


async def test_what_was_typed_as_link_is_there_again(desk: Desk) -> None:
    desk.choice.use_link(URL)
    desk.choice.use_file()
    assert desk.choice.source is None
    desk.choice.use_link()
    assert (desk.choice.link_text, desk.choice.source) == (URL, AudioLink(URL))


async def test_file_and_link_are_kept_beside_each_other(desk: Desk) -> None:
    await desk.choose(A)
    desk.choice.use_link(URL)
    assert desk.choice.source == AudioLink(URL)
    desk.choice.use_file()
    assert desk.choice.source == sound(A, data=A.encode())


async def test_a_problem_of_the_link_is_none_of_the_file(desk: Desk) -> None:
    desk.choice.use_link("nonsense")
    desk.choice.use_file()
    assert desk.choice.problem == ""


async def test_a_link_is_not_taken_for_an_account_that_plays_files_only(desk: Desk) -> None:
    desk.choice.allow(able(FILE))
    desk.choice.use_link(URL)
    assert (desk.choice.origin, desk.choice.source) == (FILE, None)
    assert "play files only" in desk.choice.problem


# --- trying a link ------------------------------------------------------------------------------------

AUDIO = LinkAnswer("audio/mpeg", 1000, is_audio=True)


async def checking(desk: Desk, url: str = URL) -> None:
    """Wish links to be tried, and give one."""
    desk.settings.current = replace(desk.settings.current, check_links=True)
    desk.choice.use_link(url)


async def test_links_are_not_tried_unless_that_is_wished(desk: Desk) -> None:
    desk.choice.use_link(URL)
    desk.choice.check_link()
    await desk.settled()
    assert (desk.choice.checks_links, desk.links.asked, desk.choice.link_answer) == (False, [], None)


async def test_a_link_that_is_tried_tells_what_it_answers(desk: Desk) -> None:
    await checking(desk)
    desk.choice.check_link()
    await desk.settled()
    assert (desk.links.asked, desk.choice.link_answer) == ([URL], AUDIO)


@pytest.mark.parametrize("text", ["", "nonsense"])
async def test_what_is_no_link_is_not_tried(desk: Desk, text: str) -> None:
    await checking(desk, text)
    desk.choice.check_link()
    await desk.settled()
    assert desk.links.asked == []


@pytest.mark.parametrize("error", [ProviderUnavailable("It does not answer."), InvalidRequest("HTTP 404.")])
async def test_a_link_that_fails_is_a_problem_and_stays_the_choice(desk: Desk, error: Exception) -> None:
    desk.links.answers[URL] = error
    await checking(desk)
    desk.choice.check_link()
    await desk.settled()
    assert (desk.choice.problem, desk.choice.link_answer) == (error.args[0], None)
    assert desk.choice.source == AudioLink(URL)


async def test_a_link_that_goes_well_the_second_time_is_no_problem_any_more(desk: Desk) -> None:
    desk.links.answers[URL] = ProviderUnavailable("It does not answer.")
    await checking(desk)
    desk.choice.check_link()
    await desk.settled()
    del desk.links.answers[URL]
    desk.choice.check_link()
    await desk.settled()
    assert (desk.choice.problem, desk.choice.link_answer) == ("", AUDIO)


@pytest.mark.parametrize("answer", [AUDIO, ProviderUnavailable("It does not answer.")])
@pytest.mark.parametrize("meanwhile", ["another link", "no link", "the file", "another check"])
async def test_an_answer_that_comes_too_late_is_dropped(
    desk: Desk, answer: LinkAnswer | Exception, meanwhile: str
) -> None:
    desk.links.answers[URL] = answer
    desk.links.gate.hold()
    await checking(desk)
    desk.choice.check_link()
    await desk.settled()
    if meanwhile == "another link":
        desk.choice.set_link(OTHER_URL)
    elif meanwhile == "no link":
        desk.choice.set_link("")
    elif meanwhile == "the file":
        desk.choice.use_file()
    else:
        desk.settings.current = replace(desk.settings.current, check_links=False)
        desk.choice.check_link()
    desk.links.gate.open()
    await desk.settled()
    assert (desk.choice.problem, desk.choice.link_answer, desk.links.cancelled) == ("", None, [URL])


async def test_an_answer_goes_with_its_link(desk: Desk) -> None:
    await checking(desk)
    desk.choice.check_link()
    await desk.settled()
    desk.choice.set_link(OTHER_URL)
    assert desk.choice.link_answer is None


async def test_an_answer_that_comes_after_a_file_was_chosen_is_dropped(desk: Desk) -> None:
    desk.links.answers[URL] = ProviderUnavailable("It does not answer.")
    desk.links.gate.hold()
    await checking(desk)
    desk.choice.check_link()
    await desk.choose(A)
    desk.links.gate.open()
    await desk.settled()
    assert (desk.choice.origin, desk.choice.problem) == (FILE, "")


async def test_wishing_for_it_tries_the_link_that_is_there(desk: Desk) -> None:
    desk.choice.use_link(URL)
    desk.choice.set_checks_links(True)
    await desk.settled()
    assert (desk.choice.checks_links, desk.choice.link_answer) == (True, AUDIO)


async def test_not_wishing_for_it_any_more_forgets_what_was_answered(desk: Desk) -> None:
    desk.links.answers[URL] = ProviderUnavailable("It does not answer.")
    await checking(desk)
    desk.choice.check_link()
    await desk.settled()
    desk.choice.set_checks_links(False)
    await desk.settled()
    assert (desk.choice.checks_links, desk.choice.problem, desk.choice.link_answer) == (False, "", None)


async def test_a_wish_that_cannot_be_kept_is_said(desk: Desk) -> None:
    desk.settings.fails = True
    desk.choice.set_checks_links(True)
    await desk.settled()
    assert (desk.troubles, desk.choice.checks_links) == (["The disk is full."], False)


async def test_a_link_that_does_not_count_is_not_tried(desk: Desk) -> None:
    await checking(desk)
    desk.choice.use_file()
    desk.choice.check_link()
    await desk.settled()
    assert desk.links.asked == []


@pytest.mark.logs("Task check of a link failed")
async def test_a_mistake_while_trying_is_said_and_logged(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.links.answers[URL] = ZeroDivisionError()
    await checking(desk)
    desk.choice.check_link()
    await desk.settled()
    assert desk.choice.problem.startswith("Toque made a mistake")
    assert "ZeroDivisionError" in caplog.text


async def test_every_change_of_a_link_is_told(desk: Desk) -> None:
    desk.seen.clear()
    desk.choice.use_link(URL)
    desk.choice.use_file()
    assert desk.seen == [(LINK, "", ""), (FILE, "", "")]


async def test_cancelling_a_preparation_from_outside_is_no_mistake(desk: Desk) -> None:
    """What a thread raises once it was told to stop is nobody's problem."""
    preparing = asyncio.ensure_future(desk.choice.prepared(A))
    desk.preparer.hold(A)
    desk.preparer.prepares[A] = Cancelled()
    await desk.preparer.until(lambda: desk.preparer.asked)
    preparing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await preparing
    await desk.preparer.until(lambda: (A, "cancelled") in desk.preparer.ended)
