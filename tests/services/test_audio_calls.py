"""Calls with a sound: what is sent and what is kept, the upload, and what cancelling means during it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from service_fakes import ACCOUNT, NOON, OTHER, World, call_in, playing, settle, sound

from app.domain.audio import AudioLink, FileRecord, LinkRecord, PreparedAudio
from app.domain.call import CallKind, CallState, KnownBy, Outcome
from app.domain.provider import (
    CallEvent,
    Connection,
    Line,
    OutcomeUnknown,
    Placed,
    ProviderFailed,
    ProviderUnavailable,
)
from app.domain.reason import Reason
from app.services.call_service import Uploaded

if TYPE_CHECKING:
    from app.domain.audio import AudioRecord, AudioSource

QUEUED, SENDING, PLACED, ENDED = CallState.QUEUED, CallState.SENDING, CallState.PLACED, CallState.ENDED
MARKER = "marker-sound-91c4"
FILE = sound(data=MARKER.encode())
LINK = AudioLink(f"https://files.example/hello.mp3?key={MARKER}")
HALF = [(30, 100), (50, 100)]


# --- what is sent, and what is kept -------------------------------------------------------------------


@pytest.mark.parametrize("audio", [FILE, LINK], ids=["file", "link"])
async def test_the_provider_gets_the_sound(world: World, audio: AudioSource) -> None:
    await world.call(playing(audio))
    assert [request.audio for request in world.far.requests] == [audio]


@pytest.mark.parametrize(
    ("audio", "record"),
    [
        (FILE, FileRecord("/home/ana/hello.wav", 24.0, len(MARKER), "ab" * 32)),
        (LINK, LinkRecord("https://files.example/hello.mp3", is_whole=False)),
    ],
    ids=["file", "link"],
)
async def test_a_call_keeps_the_record_of_its_sound_alone(
    world: World, audio: AudioSource, record: AudioRecord
) -> None:
    await world.call(playing(audio))
    kept = [*world.shown, *world.history.calls.values()]
    assert [call.request.audio for call in kept] == [record] * len(kept)
    assert {call.request.kind for call in kept} == {CallKind.AUDIO}


async def test_a_call_that_waits_shows_the_record_too(world: World) -> None:
    world.secrets.asked.hold()
    world.calls.place(playing(FILE))
    (call,) = world.calls.under_way
    assert call.request.audio == FILE.record


@pytest.mark.parametrize("audio", [FILE, LINK], ids=["file", "link"])
async def test_no_call_shows_its_sound(world: World, audio: AudioSource) -> None:
    await world.call(playing(audio))
    assert MARKER not in repr(world.shown) + str(world.log)


async def test_an_audio_call_without_live_status_is_never_said_to_ring(world: World) -> None:
    await world.call(playing(FILE))
    assert world.states == [QUEUED, SENDING, PLACED, ENDED]
    assert world.end == (Outcome.UNKNOWN, KnownBy.CLOCK, Reason.NOT_TOLD)


async def test_an_answered_audio_call_is_followed_to_its_end(world: World) -> None:
    live = await world.go_live()
    call_id = world.calls.place(playing(FILE))
    await settle()
    live.say(CallEvent(frozenset({"P1"}), "accepted", CallState.IN_PROGRESS))
    live.say(CallEvent(frozenset({"P1"}), "terminated", ENDED))
    await world.calls.finished(call_id)
    assert world.end == (Outcome.ANSWERED, KnownBy.PROVIDER, None)


# --- the upload ---------------------------------------------------------------------------------------


async def uploading(world: World) -> str:
    """Place an audio call that stands still at half of its sound."""
    world.far.uploads = HALF
    world.far.uploading.hold()
    call_id = world.calls.place(playing(FILE))
    await settle()
    return call_id


async def test_it_is_known_how_much_of_the_sound_has_left(world: World) -> None:
    call_id = await uploading(world)
    assert world.states == [QUEUED, SENDING]
    assert world.calls.uploaded(call_id) == Uploaded(50, 100)


async def test_the_upload_is_forgotten_once_the_call_is_placed(world: World) -> None:
    live = await world.go_live()
    call_id = await uploading(world)
    world.far.uploading.open()
    await settle()
    assert live.is_open
    assert (world.states[-1], world.calls.uploaded(call_id)) == (PLACED, None)


async def test_the_upload_is_forgotten_once_the_call_is_over(world: World) -> None:
    call_id = await uploading(world)
    world.far.uploading.open()
    await world.calls.finished(call_id)
    assert world.calls.uploaded(call_id) is None


async def test_nothing_of_a_call_that_waits_has_left(world: World) -> None:
    world.far.connecting.hold()
    call_id = world.calls.place(playing(FILE))
    await settle()
    assert (world.states, world.calls.uploaded(call_id)) == ([QUEUED, SENDING], None)


async def test_nothing_of_an_unknown_call_has_left(world: World) -> None:
    assert world.calls.uploaded("never heard of") is None


async def test_two_uploads_are_told_apart(world: World) -> None:
    first = await uploading(world)
    world.far.uploads = [(7, 9)]
    second = world.calls.place(playing(FILE, OTHER))
    await settle()
    assert (world.calls.uploaded(first), world.calls.uploaded(second)) == (Uploaded(50, 100), Uploaded(7, 9))


# --- cancelling and closing during it -----------------------------------------------------------------


async def test_cancelled_halfway_it_was_never_sent(world: World) -> None:
    call_id = await uploading(world)
    assert world.calls.can_cancel(call_id)
    assert world.calls.cancel(call_id)
    await world.calls.finished(call_id)
    assert world.end == (Outcome.CANCELLED, KnownBy.LOCAL, Reason.CANCELLED)
    assert world.history.calls[call_id].outcome is Outcome.CANCELLED


async def test_cancelling_is_refused_once_the_last_byte_left(world: World) -> None:
    world.far.uploads = [*HALF, (100, 100)]
    world.far.replying.hold()
    call_id = world.calls.place(playing(FILE))
    await settle()
    assert not world.calls.can_cancel(call_id)
    assert not world.calls.cancel(call_id)
    world.far.replying.open()
    await world.calls.finished(call_id)
    assert PLACED in world.states


async def test_closed_halfway_it_was_never_sent(world: World) -> None:
    call_id = await uploading(world)
    await world.calls.close()
    assert world.end == (Outcome.CANCELLED, KnownBy.LOCAL, Reason.CLOSED_BEFORE_SENDING)
    assert world.history.calls[call_id] == world.shown[-1]


async def test_closed_after_the_last_byte_left_the_outcome_is_not_known(world: World) -> None:
    world.far.replying.hold()
    world.calls.place(playing(FILE))
    await settle()
    await world.calls.close()
    assert world.end == (Outcome.UNKNOWN, KnownBy.LOCAL, Reason.CLOSED_WHILE_SENDING)


async def test_an_upload_that_a_program_which_is_gone_left_is_not_known(world: World) -> None:
    world.history.abandoned = [call_in(SENDING)]
    await world.calls.recover()
    assert world.end == (Outcome.UNKNOWN, KnownBy.LOCAL, Reason.CLOSED_WHILE_SENDING)


# --- a break ------------------------------------------------------------------------------------------


async def test_a_break_halfway_is_a_failure(world: World) -> None:
    world.far.leaves = False
    world.far.reply = ProviderUnavailable(reason=Reason.UPLOAD_BROKE)
    await world.call(playing(FILE))
    assert world.end == (Outcome.FAILED, KnownBy.LOCAL, Reason.UPLOAD_BROKE)


async def test_a_break_after_the_last_byte_is_not_known(world: World) -> None:
    world.far.reply = OutcomeUnknown()
    await world.call(playing(FILE))
    assert world.end == (Outcome.UNKNOWN, KnownBy.LOCAL, Reason.CONNECTION_BROKE)


async def test_a_break_halfway_says_nothing_of_the_account(world: World) -> None:
    await world.accounts.open.refresh(ACCOUNT.id)
    world.far.leaves = False
    world.far.reply = ProviderUnavailable(reason=Reason.UPLOAD_BROKE)
    await world.call(playing(FILE))
    status = world.accounts.open.status(ACCOUNT.id)
    assert (status.connection, status.reason) == (Connection(Line.CONNECTED, "connected"), None)


# --- a press ------------------------------------------------------------------------------------------


async def test_a_press_sends_the_sound(world: World) -> None:
    world.dialling.press(playing(FILE))
    await settle()
    assert [request.audio for request in world.far.requests] == [FILE]


@pytest.mark.parametrize("audio", [FILE, LINK], ids=["file", "link"])
async def test_a_question_keeps_the_sound_and_its_answer_sends_it(world: World, audio: AudioSource) -> None:
    earlier = call_in(ENDED, outcome=Outcome.UNKNOWN)
    world.history.calls[earlier.id] = earlier
    world.dialling.press(playing(audio))
    await settle()
    (question,) = world.questions
    assert (question.request.audio, world.far.requests) == (audio, [])
    world.dialling.press(question.request, anyway=True)
    await settle()
    assert [request.audio for request in world.far.requests] == [audio]


async def test_the_call_that_a_question_names_holds_only_the_record(world: World) -> None:
    await world.call(playing(FILE))
    world.dialling.press(playing(FILE))
    await settle()
    (question,) = world.questions
    assert (question.earlier.request.audio, question.earlier.created_at) == (FILE.record, NOON)


# --- a sound that left --------------------------------------------------------------------------------


def in_memory(marker: str) -> int:
    """How many prepared files with that sound are still held by anybody."""
    gc.collect()
    found = (thing for thing in gc.get_objects() if type(thing) is PreparedAudio)
    return sum(thing.data == marker.encode() for thing in found)


async def test_a_call_holds_its_sound_until_it_is_placed_and_no_longer(world: World) -> None:
    await world.go_live()
    world.far.replying.hold()
    world.calls.place(playing(sound(data=b"held-until-placed")))
    await settle()
    world.far.requests.clear()
    assert (world.states[-1], in_memory("held-until-placed")) == (SENDING, 1)
    world.far.replying.open()
    await settle()
    assert (world.states[-1], in_memory("held-until-placed")) == (PLACED, 0)


async def test_a_pressed_call_that_is_placed_holds_no_sound(world: World) -> None:
    await world.go_live()
    world.dialling.press(playing(sound(data=b"pressed-and-placed")))
    await settle()
    world.far.requests.clear()
    assert (world.states[-1], in_memory("pressed-and-placed")) == (PLACED, 0)


async def test_a_call_that_failed_holds_no_sound(world: World) -> None:
    world.far.reply = ProviderFailed("it is ill")
    await world.call(playing(sound(data=b"failed-and-over")))
    world.far.requests.clear()
    world.far.reply = Placed("P2")  # the error that was raised knows where, and with what
    await settle()
    assert (world.states[-1], in_memory("failed-and-over")) == (ENDED, 0)
