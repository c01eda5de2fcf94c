"""AudioChoice: exactly one of a file and a link counts, as the operator and the account have it."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from audio_fakes import DEADLINE_S, FILE, LINK, OTHER_URL, REFUSED, URL, A, B, able, sound_of

from app.domain.audio import AudioLink, FileRecord, LinkRecord
from app.domain.detail import Detail
from app.services import audio_choice
from app.services.audio_choice import RECENT, RecentFile
from app.services.file_choice import Preparing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audio_fakes import Desk

    from app.domain.audio import AudioRecord
    from app.domain.provider import AudioOrigin

pytestmark = pytest.mark.asyncio(loop_factories=["threads"])

C = "/home/ana/c.wav"
RECORD = FileRecord(A, 24.0, 5, "ab" * 32)


# --- a file and a link beside each other --------------------------------------------------------------


async def test_file_and_link_are_kept_beside_each_other(desk: Desk) -> None:
    await desk.choose(A)
    desk.choice.use_link(URL)
    assert desk.choice.source == AudioLink(URL)
    desk.choice.use_file()
    assert desk.choice.source == sound_of(A)


async def test_a_problem_of_the_link_is_none_of_the_file(desk: Desk) -> None:
    desk.choice.use_link("nonsense")
    desk.choice.use_file()
    assert desk.choice.problem == ""


async def test_a_file_dropped_while_the_link_counts_is_waited_for_and_counts(desk: Desk) -> None:
    desk.choice.use_link(URL)
    await desk.begin(A)
    assert (desk.choice.origin, desk.choice.source) == (FILE, None)
    desk.preparer.release(A)
    await desk.ready()
    assert (desk.choice.origin, desk.choice.source) == (FILE, sound_of(A))


@pytest.mark.parametrize("earlier", [[], [B]], ids=["no file", "another file"])
async def test_where_a_dropped_file_cannot_be_taken_the_link_counts_again(
    desk: Desk, earlier: list[str]
) -> None:
    for path in earlier:
        await desk.choose(path)
    desk.choice.use_link(URL)
    desk.preparer.prepares[A] = REFUSED
    await desk.choose(A)
    assert (desk.choice.origin, desk.choice.source) == (LINK, AudioLink(URL))
    assert desk.choice.problem is REFUSED.args[0]


@pytest.mark.parametrize("earlier", [[], [B]], ids=["no file", "another file"])
async def test_where_a_dropped_file_is_given_up_the_link_counts_again(desk: Desk, earlier: list[str]) -> None:
    for path in earlier:
        await desk.choose(path)
    desk.choice.use_link(URL)
    await desk.begin(A)
    desk.choice.file.cancel()
    assert (desk.choice.origin, desk.choice.source) == (LINK, AudioLink(URL))


async def test_where_a_dropped_file_is_removed_the_link_counts_again(desk: Desk) -> None:
    desk.choice.use_link(URL)
    await desk.begin(A)
    desk.choice.file.remove()
    assert (desk.choice.origin, desk.choice.source) == (LINK, AudioLink(URL))


async def test_where_the_second_of_two_dropped_files_cannot_be_taken_the_link_counts_again(
    desk: Desk,
) -> None:
    desk.choice.use_link(URL)
    await desk.begin(A)
    desk.preparer.prepares[B] = REFUSED
    await desk.choose(B)
    assert (desk.choice.origin, desk.choice.source) == (LINK, AudioLink(URL))


async def test_once_a_dropped_file_counts_it_goes_on_counting(desk: Desk) -> None:
    desk.choice.use_link(URL)
    await desk.choose(A)
    desk.preparer.prepares[B] = REFUSED
    await desk.choose(B)
    assert (desk.choice.origin, desk.choice.source) == (FILE, sound_of(A))


async def test_the_file_counts_where_the_operator_says_so_also_if_none_can_be_taken(desk: Desk) -> None:
    desk.choice.use_link(URL)
    await desk.begin(A)
    desk.choice.use_file()
    desk.choice.file.cancel()
    assert (desk.choice.origin, desk.choice.source) == (FILE, None)


async def test_a_link_let_count_while_a_file_is_prepared_counts_and_stays(desk: Desk) -> None:
    await desk.begin(A)
    desk.choice.use_link(URL)
    assert desk.choice.source == AudioLink(URL)
    desk.preparer.release(A)
    await desk.ready()
    assert (desk.choice.origin, desk.choice.source) == (LINK, AudioLink(URL))
    assert desk.choice.file.chosen == sound_of(A)


async def test_a_link_let_count_again_while_a_dropped_file_is_prepared_stays(desk: Desk) -> None:
    desk.choice.use_link(URL)
    await desk.begin(A)
    desk.choice.use_link()
    desk.preparer.release(A)
    await desk.ready()
    assert (desk.choice.origin, desk.choice.source) == (LINK, AudioLink(URL))


async def test_back_from_the_link_the_file_is_waited_for(desk: Desk) -> None:
    await desk.choose(A)
    await desk.begin(B)
    desk.choice.use_link(URL)
    desk.choice.use_file()
    assert desk.choice.source is None
    desk.preparer.release(B)
    await desk.ready()
    assert desk.choice.source == sound_of(B)


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
    assert desk.choice.file.chosen == sound_of(A)


async def test_without_an_account_nothing_is_sent(desk: Desk) -> None:
    await desk.choose(A)
    desk.choice.allow(None)
    assert desk.choice.source is None
    desk.choice.allow(able(FILE, LINK))
    assert desk.choice.source == sound_of(A)


async def test_a_file_is_not_taken_for_an_account_that_plays_links_only(desk: Desk) -> None:
    desk.choice.allow(able(LINK))
    desk.choice.choose_files([A])
    assert (desk.preparer.paths, desk.choice.file.preparing) == ([], None)
    assert "a link only" in desk.choice.problem


async def test_a_link_is_not_taken_for_an_account_that_plays_files_only(desk: Desk) -> None:
    desk.choice.allow(able(FILE))
    desk.choice.use_link(URL)
    assert (desk.choice.origin, desk.choice.source) == (FILE, None)
    assert "play files only" in desk.choice.problem


async def test_a_link_does_not_count_again_where_the_account_plays_files_only(desk: Desk) -> None:
    desk.choice.use_link(URL)
    await desk.begin(A)
    desk.choice.allow(able(FILE))
    desk.choice.file.cancel()
    assert desk.choice.origin is FILE


async def test_an_account_that_plays_links_only_lets_the_link_count_while_a_file_is_prepared(
    desk: Desk,
) -> None:
    desk.choice.use_link(URL)
    await desk.begin(A)
    desk.choice.allow(able(LINK, formats=frozenset()))
    desk.preparer.release(A)
    await desk.ready()
    assert (desk.choice.origin, desk.choice.source) == (LINK, AudioLink(URL))


@pytest.mark.parametrize("give", ["a file", "a link"])
async def test_an_account_that_plays_nothing_says_so(desk: Desk, give: str) -> None:
    desk.choice.allow(None)
    if give == "a file":
        desk.choice.choose_files([A])
    else:
        desk.choice.use_link(URL)
    assert desk.choice.problem == "Calls through this account cannot play a sound. Choose another account."
    assert (desk.choice.source, desk.preparer.paths) == (None, [])


# --- once more what an earlier call played ------------------------------------------------------------


async def test_an_unchanged_file_counts_at_once_in_place_of_a_link(desk: Desk) -> None:
    desk.choice.use_link(URL)
    desk.choice.choose_again(RECORD)
    assert (desk.choice.origin, desk.choice.source) == (FILE, None)
    await desk.ready()
    assert desk.choice.source == sound_of(A)


@pytest.mark.parametrize("end", ["refused", "given up"])
async def test_no_link_takes_the_place_of_a_file_that_is_not_the_same(desk: Desk, end: str) -> None:
    """Another sound must not go to this number by mistake."""
    desk.choice.use_link(URL)
    await desk.begin(B)
    desk.preparer.prepares[A] = REFUSED
    desk.choice.choose_again(RECORD)
    if end == "given up":
        desk.choice.file.cancel()
    await desk.ready()
    assert (desk.choice.origin, desk.choice.source) == (FILE, None)


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


async def test_what_the_account_cannot_play_is_not_replaced_by_a_file_that_was_being_prepared(
    desk: Desk,
) -> None:
    """Another sound must not go to this number by mistake."""
    desk.choice.allow(able(FILE))
    desk.preparer.stubborn.add(B)
    await desk.begin(B)
    desk.choice.choose_again(LinkRecord(URL))
    desk.preparer.release(B)
    await desk.preparer.until(lambda: desk.preparer.ended)
    await desk.settled()
    assert (desk.choice.source, desk.choice.file.preparing) == (None, None)
    assert "play files only" in desk.choice.problem


async def test_what_was_wrong_with_a_file_is_no_problem_of_the_link_of_a_call(desk: Desk) -> None:
    desk.preparer.prepares[A] = REFUSED
    await desk.choose(A)
    desk.choice.choose_again(LinkRecord(URL))
    assert (desk.choice.source, desk.choice.problem) == (AudioLink(URL), "")


async def test_the_file_that_is_ready_counts_at_once_in_place_of_a_link(desk: Desk) -> None:
    await desk.choose(A)
    desk.choice.use_link(URL)
    desk.choice.choose_again(sound_of(A).record)
    assert (desk.choice.origin, desk.choice.source) == (FILE, sound_of(A))


@pytest.mark.parametrize("record", [RECORD, LinkRecord(URL)], ids=["file", "link"])
async def test_an_account_that_plays_nothing_ends_it_in_a_sentence(desk: Desk, record: AudioRecord) -> None:
    await desk.choose(B)
    desk.choice.allow(None)
    desk.choice.choose_again(record)
    assert desk.choice.problem == "Calls through this account cannot play a sound. Choose another account."
    assert isinstance(desk.choice.problem, Detail)
    assert (desk.choice.file.preparing, desk.choice.file.chosen, desk.choice.link.link) == (None, None, None)


async def test_an_account_that_plays_nothing_any_more_sends_nothing_and_hangs_nothing(desk: Desk) -> None:
    desk.preparer.hold(A)
    desk.choice.choose_again(RECORD)
    await desk.preparer.until(lambda: desk.preparer.asked)
    desk.choice.allow(None)
    assert desk.choice.file.preparing == Preparing("a.wav")
    desk.preparer.release(A)
    await desk.ready()
    assert desk.choice.source is None


@pytest.mark.logs("Task preparing a sound failed")
async def test_an_account_that_plays_nothing_before_the_work_begins_ends_it_in_a_sentence(desk: Desk) -> None:
    desk.choice.choose_again(RECORD)
    desk.choice.allow(None)
    await desk.ready()
    assert (desk.choice.source, desk.choice.file.preparing) == (None, None)
    assert desk.choice.problem.startswith("Toque made a mistake with this file.")


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


async def test_the_folders_of_recent_files_are_known_without_a_look_at_the_disk(desk: Desk) -> None:
    desk.settings.current = replace(desk.settings.current, recent_audio=(A, "/mnt/share/b.wav"))
    assert desk.choice.recent_folders == [str(Path("/home/ana")), str(Path("/mnt/share"))]


async def test_where_none_was_chosen_none_is_recent(desk: Desk) -> None:
    assert await desk.choice.recent() == []


@pytest.fixture
def silent_share(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """B lies on a share that answers once the event is set; everything else is there."""
    answers = threading.Event()

    def is_there(path: str) -> bool:
        return path != B or answers.wait(DEADLINE_S)

    monkeypatch.setattr(audio_choice, "_is_there", is_there)
    yield answers
    answers.set()


async def test_a_recent_file_that_does_not_answer_is_waited_for_half_a_second(
    desk: Desk, silent_share: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop = asyncio.get_running_loop()
    began, skipped_s, true_time = loop.time(), 0.0, loop.time
    desk.settings.current = replace(desk.settings.current, recent_audio=(B,))
    looking = asyncio.ensure_future(desk.choice.recent())
    monkeypatch.setattr(loop, "time", lambda: began + skipped_s)
    await desk.settled()
    skipped_s = 0.4
    await desk.settled()
    assert not looking.done()
    skipped_s = 0.6
    await desk.settled()
    assert looking.done()
    monkeypatch.setattr(loop, "time", true_time)
    assert await looking == [RecentFile(B, is_there=False)]


async def test_a_recent_file_that_does_not_answer_hides_no_other(
    desk: Desk, silent_share: threading.Event
) -> None:
    desk.settings.current = replace(desk.settings.current, recent_audio=(A, B, C))
    assert await desk.choice.recent() == [
        RecentFile(A, is_there=True),
        RecentFile(B, is_there=False),
        RecentFile(C, is_there=True),
    ]


async def test_no_look_at_a_recent_file_is_left_behind(desk: Desk, silent_share: threading.Event) -> None:
    desk.settings.current = replace(desk.settings.current, recent_audio=(A, B))
    before = asyncio.all_tasks()
    await desk.choice.recent()
    await desk.settled()
    assert asyncio.all_tasks() == before


async def test_a_full_disk_is_told_and_the_file_is_chosen_all_the_same(desk: Desk) -> None:
    desk.settings.fails = True
    await desk.choose(A)
    assert desk.choice.source == sound_of(A)
    assert desk.troubles == ["The disk is full."]
