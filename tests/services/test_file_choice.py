"""FileChoice: the newest file wins, what cannot be taken leaves the choice, what is ready stays as it is."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from audio_fakes import FILE, LINK, REFUSED, URL, A, B, Cancelled, able, sound_of
from service_fakes import sound

from app.domain.audio import AudioFormat, AudioLink, AudioRefused, AudioWishes, FileRecord
from app.domain.detail import Detail
from app.services.file_choice import Preparing

if TYPE_CHECKING:
    from audio_fakes import Desk

    from app.domain.audio import PreparedAudio

pytestmark = pytest.mark.asyncio(loop_factories=["threads"])

CHANGED = replace(sound_of(A), original_sha256="cd" * 32)
MP3 = frozenset({AudioFormat.MP3})


# --- a file -------------------------------------------------------------------------------------------


async def test_nothing_is_chosen_at_first(desk: Desk) -> None:
    assert (desk.choice.source, desk.choice.file.chosen, desk.choice.origin) == (None, None, FILE)


async def test_a_file_that_is_ready_is_what_the_next_call_plays(desk: Desk) -> None:
    await desk.choose(A)
    assert desk.choice.source is desk.choice.file.chosen
    assert desk.choice.file.chosen == sound_of(A)
    assert (desk.choice.problem, desk.choice.file.note) == ("", "")


async def test_a_file_is_prepared_as_wished_and_in_what_the_account_takes(desk: Desk) -> None:
    desk.settings.current = replace(desk.settings.current, audio_wishes=AudioWishes(trim=False))
    desk.choice.allow(able(FILE, formats=MP3))
    await desk.choose(A)
    assert desk.preparer.asked == [(A, AudioWishes(trim=False), MP3)]


async def test_while_a_file_is_prepared_nothing_can_be_sent(desk: Desk) -> None:
    await desk.choose(A)
    await desk.begin(B)
    assert desk.choice.source is None
    assert desk.choice.file.preparing == Preparing("b.wav")


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
    assert desk.choice.file.note == "A call plays one file: a.wav was taken, the others were not."
    assert isinstance(desk.choice.file.note, Detail)


async def test_the_note_goes_with_the_next_choice(desk: Desk) -> None:
    await desk.choose(A, B)
    await desk.choose(B)
    assert desk.choice.file.note == ""


async def test_a_file_that_cannot_be_taken_leaves_the_choice_and_says_why(desk: Desk) -> None:
    await desk.choose(A)
    before = desk.choice.source
    desk.preparer.prepares[B] = REFUSED
    await desk.choose(B)
    assert desk.choice.source is before
    assert desk.choice.problem is REFUSED.args[0]


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
    assert desk.choice.file.chosen == sound_of(A)
    assert desk.choice.problem.startswith("Toque made a mistake with this file.")
    assert "ZeroDivisionError" in caplog.text


# --- the newest choice wins ---------------------------------------------------------------------------


async def test_a_second_file_takes_the_place_of_one_that_is_being_prepared(desk: Desk) -> None:
    await desk.begin(A)
    await desk.choose(B)
    assert desk.choice.file.chosen == sound_of(B)
    await desk.preparer.until(lambda: (A, "cancelled") in desk.preparer.ended)


async def test_a_file_that_is_ready_too_late_is_dropped(desk: Desk) -> None:
    desk.preparer.stubborn.add(A)
    await desk.begin(A)
    await desk.choose(B)
    desk.preparer.release(A)
    await desk.preparer.until(lambda: (A, "done") in desk.preparer.ended)
    await desk.settled()
    assert desk.choice.file.chosen == sound_of(B)
    assert desk.settings.current.recent_audio == (B,)


async def test_progress_of_a_file_that_was_given_up_is_not_shown(desk: Desk) -> None:
    desk.preparer.stubborn.add(A)
    await desk.begin(A)
    await desk.begin(B)
    desk.preparer.release(A)
    await desk.preparer.until(lambda: (A, "done") in desk.preparer.ended)
    await desk.settled()
    assert desk.choice.file.preparing == Preparing("b.wav")


async def test_a_late_report_of_an_earlier_file_does_not_move_the_bar_of_the_next(desk: Desk) -> None:
    """It was sent from the thread before the file was given up, and arrives after."""
    await desk.begin(A)
    desk.preparer.progress[A](0.7)
    await desk.begin(B)
    assert desk.choice.file.preparing == Preparing("b.wav")
    assert desk.fractions == [0.0] * len(desk.fractions)


async def test_a_late_report_does_not_move_the_bar_of_the_same_file_begun_anew(desk: Desk) -> None:
    await desk.begin(A)
    desk.preparer.progress[A](0.7)
    desk.choice.file.prepare_again()
    await desk.settled()
    assert desk.choice.file.preparing == Preparing("a.wav")


async def test_a_late_report_of_a_file_that_was_given_up_shows_no_bar(desk: Desk) -> None:
    await desk.begin(A)
    desk.preparer.progress[A](0.7)
    desk.choice.file.cancel()
    await desk.settled()
    assert desk.choice.file.preparing is None


async def test_a_refusal_that_comes_too_late_is_dropped(desk: Desk) -> None:
    desk.preparer.stubborn.add(A)
    desk.preparer.prepares[A] = REFUSED
    await desk.begin(A)
    await desk.choose(B)
    desk.preparer.release(A)
    await desk.preparer.until(lambda: (A, "done") in desk.preparer.ended)
    await desk.settled()
    assert desk.choice.problem == ""


# --- giving up ----------------------------------------------------------------------------------------


async def test_given_up_the_choice_is_as_before(desk: Desk) -> None:
    await desk.choose(A)
    await desk.begin(B)
    desk.choice.file.cancel()
    await desk.ready()
    assert (desk.choice.source, desk.choice.problem) == (sound_of(A), "")
    await desk.preparer.until(lambda: (B, "cancelled") in desk.preparer.ended)


async def test_giving_up_is_shown_at_once(desk: Desk) -> None:
    await desk.begin(A)
    desk.choice.file.cancel()
    assert desk.seen[-1] == (FILE, "", "")


async def test_giving_up_nothing_is_harmless(desk: Desk) -> None:
    desk.choice.file.cancel()
    await desk.choose(A)
    desk.choice.file.cancel()
    assert desk.choice.source == sound_of(A)


async def test_removed_there_is_no_file(desk: Desk) -> None:
    await desk.choose(A, B)
    desk.choice.file.remove()
    assert (desk.choice.source, desk.choice.file.chosen, desk.choice.file.note) == (None, None, "")


async def test_removed_while_it_is_prepared_it_does_not_come_back(desk: Desk) -> None:
    await desk.begin(A)
    desk.choice.file.remove()
    desk.preparer.release(A)
    await desk.preparer.until(lambda: desk.preparer.ended)
    await desk.settled()
    assert (desk.choice.source, desk.choice.file.preparing) == (None, None)


async def test_closing_gives_up_what_is_prepared(desk: Desk) -> None:
    await desk.begin(A)
    await desk.choice.close()
    assert desk.choice.file.chosen is None
    await desk.preparer.until(lambda: (A, "cancelled") in desk.preparer.ended)


# --- without choosing it ------------------------------------------------------------------------------


async def test_a_file_can_be_prepared_without_choosing_it(desk: Desk) -> None:
    assert await desk.choice.prepared(A) == sound_of(A)
    await desk.settled()
    assert (desk.choice.source, desk.settings.current.recent_audio) == (None, ())


async def test_whoever_prepares_without_choosing_hears_why_not(desk: Desk) -> None:
    desk.preparer.prepares[A] = REFUSED
    with pytest.raises(AudioRefused) as refused:
        await desk.choice.prepared(A)
    assert (refused.value, desk.choice.problem) == (REFUSED, "")


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
    await desk.until(lambda: desk.choice.file.chosen == sound(A, data=b"raw"))
    assert [wishes for _, wishes, _ in desk.preparer.asked] == [AudioWishes(), RAW]


async def test_a_file_that_is_being_prepared_begins_anew_as_wished(desk: Desk) -> None:
    await desk.choose(A)
    await desk.begin(B)
    desk.choice.set_wishes(RAW)
    await desk.preparer.until(lambda: len(desk.preparer.asked) == 3)
    desk.preparer.release(B)
    await desk.ready()
    assert desk.choice.file.chosen == sound_of(B)
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
    assert desk.choice.source == sound_of(A)
    assert desk.choice.problem is REFUSED.args[0]


async def test_a_file_that_changed_meanwhile_stays_as_it_was_prepared(desk: Desk) -> None:
    await desk.choose(A)
    desk.preparer.prepares[A] = CHANGED
    desk.choice.set_wishes(RAW)
    await desk.until(lambda: desk.choice.problem)
    assert desk.choice.source == sound_of(A)
    assert desk.choice.problem == (
        "a.wav has changed since it was chosen, so it stays as it was. Choose it again to have it new."
    )
    assert isinstance(desk.choice.problem, Detail)


async def test_a_file_that_changed_is_had_new_by_choosing_it_again(desk: Desk) -> None:
    await desk.choose(A)
    desk.preparer.prepares[A] = CHANGED
    await desk.choose(A)
    assert (desk.choice.source, desk.choice.problem) == (CHANGED, "")


async def test_a_wish_without_an_account_leaves_the_file_as_it_was_prepared(desk: Desk) -> None:
    await desk.choose(A)
    desk.choice.allow(None)
    desk.choice.set_wishes(RAW)
    await desk.settled()
    assert (desk.choice.wishes, desk.choice.file.chosen, desk.preparer.paths) == (RAW, sound_of(A), [A])


async def test_wishes_that_cannot_be_kept_are_said_and_change_nothing(desk: Desk) -> None:
    await desk.choose(A)
    desk.settings.fails = True
    desk.choice.set_wishes(RAW)
    await desk.settled()
    assert desk.troubles == ["The disk is full."]
    assert (desk.choice.wishes, desk.preparer.paths) == (AudioWishes(), [A])


# --- what the account takes ---------------------------------------------------------------------------


async def test_an_account_that_takes_other_formats_has_the_file_prepared_again(desk: Desk) -> None:
    await desk.choose(A)
    desk.choice.allow(able(FILE, formats=MP3))
    assert desk.choice.source is None
    await desk.ready()
    assert desk.preparer.asked[1][2] == MP3


async def test_an_account_that_takes_other_formats_has_what_is_prepared_begun_anew(desk: Desk) -> None:
    await desk.begin(A)
    desk.choice.allow(able(FILE, formats=MP3))
    await desk.preparer.until(lambda: len(desk.preparer.asked) == 2)
    desk.preparer.release(A)
    await desk.ready()
    assert [asked[::2] for asked in desk.preparer.asked] == [
        (A, frozenset(AudioFormat)),
        (A, MP3),
    ]


async def test_an_account_that_takes_the_format_too_changes_nothing(desk: Desk) -> None:
    await desk.choose(A)
    desk.choice.allow(able(FILE, formats=frozenset({AudioFormat.OGG})))
    assert desk.choice.source == sound_of(A)
    assert desk.preparer.paths == [A]


async def test_the_same_account_again_does_not_begin_anew(desk: Desk) -> None:
    await desk.begin(A)
    desk.choice.allow(able(FILE, LINK))
    desk.choice.allow(able(FILE, LINK))
    await desk.settled()
    assert desk.preparer.paths == [A]


@pytest.mark.parametrize("now", [CHANGED, REFUSED], ids=["changed", "gone"])
async def test_a_file_in_a_format_that_is_not_taken_is_not_sent(
    desk: Desk, now: PreparedAudio | AudioRefused
) -> None:
    await desk.choose(A)
    desk.preparer.prepares[A] = now
    desk.choice.allow(able(FILE, formats=MP3))
    await desk.ready()
    assert (desk.choice.source, desk.choice.file.chosen) == (None, sound_of(A))
    assert desk.choice.problem != ""


async def test_a_file_that_could_not_be_sent_counts_again_where_its_format_is_taken(desk: Desk) -> None:
    await desk.choose(A)
    desk.preparer.prepares[A] = REFUSED
    desk.choice.allow(able(FILE, formats=MP3))
    await desk.ready()
    desk.choice.allow(able(FILE))
    assert desk.choice.source == sound_of(A)


async def test_a_file_that_is_ready_without_an_account_is_prepared_again_for_the_next(desk: Desk) -> None:
    await desk.begin(A)
    desk.choice.allow(None)
    desk.preparer.release(A)
    await desk.ready()
    assert desk.choice.source is None
    desk.choice.allow(able(FILE, formats=MP3))
    await desk.ready()
    assert [formats for _, _, formats in desk.preparer.asked] == [frozenset(AudioFormat), MP3]


# --- once more what an earlier call played ------------------------------------------------------------


RECORD = FileRecord(A, 24.0, 5, "ab" * 32)


async def test_an_unchanged_file_is_chosen_again(desk: Desk) -> None:
    desk.choice.choose_again(RECORD)
    await desk.ready()
    assert desk.choice.source == sound_of(A)
    assert desk.settings.current.recent_audio == (A,)


async def test_until_it_is_there_nothing_else_is_sent(desk: Desk) -> None:
    await desk.choose(B)
    desk.preparer.hold(A)
    desk.choice.choose_again(RECORD)
    assert (desk.choice.file.chosen, desk.choice.source, desk.choice.file.preparing) == (
        None,
        None,
        Preparing("a.wav"),
    )
    desk.choice.file.cancel()
    assert desk.choice.source is None


async def test_the_file_that_is_ready_is_taken_again_at_once(desk: Desk) -> None:
    """What would be sent is what that call sent, whatever became of the file meanwhile."""
    await desk.choose(A, B)
    desk.preparer.prepares[A] = CHANGED
    desk.choice.choose_again(sound_of(A).record)
    assert (desk.choice.source, desk.choice.file.note, desk.preparer.paths) == (sound_of(A), "", [A])


async def test_a_file_that_is_ready_is_not_taken_for_one_that_changed_since(desk: Desk) -> None:
    await desk.choose(A)
    desk.choice.choose_again(replace(sound_of(A).record, sha256="cd" * 32))
    await desk.ready()
    assert desk.choice.source is None
    assert desk.choice.problem.startswith("The content of a.wav has changed since that call.")


async def test_a_file_that_is_gone_is_said_and_nothing_taken(desk: Desk) -> None:
    await desk.choose(B)
    desk.preparer.prepares[A] = REFUSED
    desk.choice.choose_again(RECORD)
    await desk.ready()
    assert desk.choice.problem == f"a.wav is no longer in {Path('/home/ana')}. Choose the sound again."
    assert isinstance(desk.choice.problem, Detail)
    assert desk.choice.source is None


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (24.0, "The content of a.wav has changed since that call. Choose it again if that is meant."),
        (24.4, "The content of a.wav has changed since that call. Choose it again if that is meant."),
        (
            72.0,
            (
                "a.wav has changed since that call: it lasted 0:24 and lasts 1:12 now. "
                "Choose it again if that is meant."
            ),
        ),
    ],
    ids=["as long", "as long in words", "longer"],
)
async def test_a_file_that_changed_is_said_and_nothing_taken(desk: Desk, seconds: float, said: str) -> None:
    desk.preparer.prepares[A] = replace(CHANGED, duration_s=seconds)
    desk.choice.choose_again(RECORD)
    await desk.ready()
    assert desk.choice.problem == said
    assert isinstance(desk.choice.problem, Detail)
    assert (desk.choice.source, desk.settings.current.recent_audio) == (None, ())


async def test_a_file_is_known_by_what_would_be_sent_of_it(desk: Desk) -> None:
    """One look at the file: what is swapped before it is refused, what is swapped after it is not sent."""
    await desk.choose(A)
    desk.preparer.prepares[A] = CHANGED
    desk.choice.choose_again(RECORD)
    await desk.ready()
    assert desk.choice.source is None
    assert desk.preparer.paths == [A, A]


async def test_a_file_that_changed_before_it_is_begun_anew_is_refused(desk: Desk) -> None:
    desk.preparer.hold(A)
    desk.choice.choose_again(RECORD)
    await desk.preparer.until(lambda: desk.preparer.asked)
    desk.preparer.prepares[A] = CHANGED
    desk.choice.set_wishes(RAW)
    await desk.preparer.until(lambda: len(desk.preparer.asked) == 2)
    desk.preparer.release(A)
    await desk.ready()
    assert desk.choice.source is None
    assert desk.choice.problem.startswith("The content of a.wav has changed since that call.")


async def test_a_file_that_changed_into_none_says_so(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "b.wav"
    path.write_bytes(b"no sound")
    desk.preparer.prepares[str(path)] = REFUSED
    desk.choice.choose_again(replace(RECORD, path=str(path)))
    await desk.ready()
    assert (desk.choice.problem, desk.choice.source) == (REFUSED.args[0], None)


async def test_a_file_whose_name_no_disk_can_have_is_gone(desk: Desk) -> None:
    path = "/home/ana/" + "a" * 5000
    desk.preparer.prepares[path] = REFUSED
    desk.choice.choose_again(replace(RECORD, path=path))
    await desk.ready()
    assert desk.choice.problem.endswith(f"is no longer in {Path('/home/ana')}. Choose the sound again.")
