"""Following a placed call: the provider's word first, then the clock's, and never a false statement."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from service_fakes import call_in, now, playing, ring, sound

from app.domain.audio import FileRecord, LinkRecord
from app.domain.call import Call, CallState, CallStep, KnownBy, Outcome
from app.domain.provider import CallEvent
from app.domain.reason import Reason
from app.services.follow import Patience, follow
from app.services.live_service import Subscription

if TYPE_CHECKING:
    from app.domain.audio import AudioRecord
    from app.domain.call import CallRequest

RINGING, IN_PROGRESS, ENDED = CallState.RINGING, CallState.IN_PROGRESS, CallState.ENDED
PATIENCE = Patience()

OFFER = CallEvent(frozenset({"P1"}), "offer", RINGING)
ACCEPTED = CallEvent(frozenset({"P1"}), "accepted", IN_PROGRESS)
REJECTED = CallEvent(frozenset({"P1"}), "rejected", ENDED, Outcome.REJECTED)
TERMINATED = CallEvent(frozenset({"P1"}), "terminated", ENDED)
LATENCY = CallEvent(frozenset({"P1"}), "latency")
STRANGE = CallEvent(frozenset({"P1"}), "transmogrified", understood=False)
OF_ANOTHER = CallEvent(frozenset({"P2"}), "accepted", IN_PROGRESS)

LIVE, LOST = True, False

Told = tuple[float, CallState, KnownBy, Outcome | None, Reason | None]


async def followed(
    *script: tuple[float, CallEvent | bool],
    is_live: bool = LIVE,
    seconds: int | None = 8,
    plays: AudioRecord | None = None,
) -> list[Told]:
    """Follow a call placed now; each entry of `script` is news, or the connection's state, at its second."""
    news = Subscription(is_live=is_live)
    loop = asyncio.get_running_loop()
    began = loop.time()
    for at, what in script:
        if isinstance(what, bool):
            loop.call_at(began + at, lambda live=what: news.set_live(is_live=live))
        elif at == 0:
            news.put(what)
        else:
            loop.call_at(began + at, news.put, what)
    return [
        (round(loop.time() - began, 3), step.state, step.known_by, step.outcome, step.reason)
        async for step in follow(
            placed(playing(plays) if plays else ring(seconds=seconds)), news, patience=PATIENCE, now=now
        )
    ]


def placed(request: CallRequest) -> Call:
    call = call_in(CallState.QUEUED)
    call = Call(call.id, request, "Support", "Fake", call.steps)
    for state in (CallState.SENDING, CallState.PLACED):
        call = call.advance(CallStep(state, now(), KnownBy.PROVIDER), provider_call_id="P1")
    return call


def by_provider(at: float, state: CallState, outcome: Outcome | None = None) -> Told:
    return at, state, KnownBy.PROVIDER, outcome, None


def missed(at: float) -> Told:
    """The end that may hide an answer."""
    return at, ENDED, KnownBy.PROVIDER, Outcome.UNKNOWN, Reason.EVENTS_MISSED


def rang_out_unseen(at: float) -> Told:
    """The end by the clock, of a call whose news were interrupted."""
    return at, ENDED, KnownBy.CLOCK, Outcome.UNKNOWN, Reason.EVENTS_MISSED


def rang_out(at: float) -> Told:
    return at, ENDED, KnownBy.CLOCK, Outcome.UNKNOWN, Reason.RING_TIME_OVER


def should_ring(at: float) -> Told:
    return at, RINGING, KnownBy.CLOCK, None, None


# --- what the provider tells --------------------------------------------------------------------------


async def test_answered() -> None:
    assert await followed((0.1, OFFER), (2, ACCEPTED), (7, TERMINATED)) == [
        by_provider(0.1, RINGING),
        by_provider(2, IN_PROGRESS),
        by_provider(7, ENDED, Outcome.ANSWERED),
    ]


async def test_declined() -> None:
    assert await followed((0.1, OFFER), (2, REJECTED), (2.1, TERMINATED)) == [
        by_provider(0.1, RINGING),
        by_provider(2, ENDED, Outcome.REJECTED),
    ]


async def test_not_answered_is_said_once_an_overtaken_answer_would_have_come() -> None:
    assert await followed((0.1, OFFER), (8, TERMINATED)) == [
        by_provider(0.1, RINGING),
        by_provider(8 + PATIENCE.late_s, ENDED, Outcome.NO_ANSWER),
    ]


async def test_news_before_the_reply_is_not_lost() -> None:
    assert await followed((0, OFFER), (0, ACCEPTED), (0, TERMINATED)) == [
        by_provider(0, RINGING),
        by_provider(0, IN_PROGRESS),
        by_provider(0, ENDED, Outcome.ANSWERED),
    ]


async def test_news_before_the_reply_counts_also_when_the_connection_is_gone_since() -> None:
    news = await followed((0, OFFER), (0, REJECTED), is_live=LOST)
    assert news == [by_provider(0, RINGING), by_provider(0, ENDED, Outcome.REJECTED)]


async def test_terminated_overtakes_accepted() -> None:
    assert await followed((0.1, OFFER), (2, TERMINATED), (2.5, ACCEPTED)) == [
        by_provider(0.1, RINGING),
        by_provider(2.5, IN_PROGRESS),
        by_provider(2.5, ENDED, Outcome.ANSWERED),
    ]


async def test_terminated_overtakes_rejected() -> None:
    assert (await followed((0.1, OFFER), (2, TERMINATED), (2.5, REJECTED)))[-1] == by_provider(
        2.5, ENDED, Outcome.REJECTED
    )


async def test_terminated_overtakes_everything() -> None:
    assert await followed((0.1, TERMINATED), (0.2, OFFER), (0.3, ACCEPTED)) == [
        by_provider(0.2, RINGING),
        by_provider(0.3, IN_PROGRESS),
        by_provider(0.3, ENDED, Outcome.ANSWERED),
    ]


async def test_answered_without_an_offer() -> None:
    assert await followed((0.5, ACCEPTED), (3, TERMINATED)) == [
        by_provider(0.5, IN_PROGRESS),
        by_provider(3, ENDED, Outcome.ANSWERED),
    ]


async def test_answered_after_the_clock_said_that_it_rings() -> None:
    assert await followed((3, ACCEPTED), (4, TERMINATED)) == [
        should_ring(PATIENCE.offer_s),
        by_provider(3, IN_PROGRESS),
        by_provider(4, ENDED, Outcome.ANSWERED),
    ]


async def test_answered_and_never_terminated() -> None:
    assert await followed((0.1, OFFER), (2, ACCEPTED)) == [
        by_provider(0.1, RINGING),
        by_provider(2, IN_PROGRESS),
        (2 + PATIENCE.talk_s, ENDED, KnownBy.LOCAL, Outcome.ANSWERED, Reason.END_NOT_SEEN),
    ]


async def test_news_that_comes_twice_is_told_once() -> None:
    steps = await followed(
        (0.1, OFFER), (0.2, OFFER), (1, ACCEPTED), (1.1, ACCEPTED), (1.2, OFFER), (2, TERMINATED)
    )
    assert [step[1] for step in steps] == [RINGING, IN_PROGRESS, ENDED]


async def test_a_decline_after_the_answer_is_not_believed() -> None:
    assert (await followed((1, ACCEPTED), (2, REJECTED), (3, TERMINATED)))[-1] == by_provider(
        3, ENDED, Outcome.ANSWERED
    )


async def test_news_of_another_call_is_passed_over() -> None:
    assert await followed((0.1, OFFER), (1, OF_ANOTHER), (8, TERMINATED)) == [
        by_provider(0.1, RINGING),
        by_provider(8 + PATIENCE.late_s, ENDED, Outcome.NO_ANSWER),
    ]


async def test_news_that_changes_nothing_is_passed_over() -> None:
    assert (await followed((0.1, OFFER), (1, LATENCY), (8, TERMINATED)))[-1][3] is Outcome.NO_ANSWER


async def test_after_news_that_was_not_understood_an_unanswered_end_is_not_known() -> None:
    assert await followed((0.1, OFFER), (2, STRANGE), (8, TERMINATED)) == [
        by_provider(0.1, RINGING),
        missed(8 + PATIENCE.late_s),
    ]


async def test_news_that_was_not_understood_does_not_shadow_an_answer() -> None:
    steps = await followed((0.1, STRANGE), (1, ACCEPTED), (2, TERMINATED))
    assert steps[-1] == by_provider(2, ENDED, Outcome.ANSWERED)


# --- what only the clock tells ------------------------------------------------------------------------


async def test_without_live_status_the_clock_speaks_at_once() -> None:
    assert await followed(is_live=LOST) == [should_ring(0), rang_out(8)]


async def test_with_live_status_the_clock_gives_the_provider_time() -> None:
    assert await followed() == [should_ring(PATIENCE.offer_s), rang_out(8 + PATIENCE.end_s)]


async def test_a_ring_whose_length_nobody_chose_has_the_longest() -> None:
    assert (await followed(is_live=LOST, seconds=None))[-1] == rang_out(PATIENCE.ring_s)


async def test_an_offer_after_the_clock_had_to_speak_adds_nothing() -> None:
    assert await followed((2, OFFER), (8, TERMINATED)) == [
        should_ring(PATIENCE.offer_s),
        by_provider(8 + PATIENCE.late_s, ENDED, Outcome.NO_ANSWER),
    ]


# --- a connection that comes and goes -----------------------------------------------------------------


async def test_the_connection_is_lost_and_stays_away() -> None:
    assert await followed((0.1, OFFER), (3, LOST)) == [by_provider(0.1, RINGING), rang_out_unseen(8)]


async def test_the_connection_was_away_for_a_while() -> None:
    assert await followed((0.1, OFFER), (3, LOST), (5, LIVE), (8, TERMINATED)) == [
        by_provider(0.1, RINGING),
        missed(8 + PATIENCE.late_s),
    ]


async def test_an_answer_after_the_connection_came_back_is_an_answer() -> None:
    steps = await followed((0.1, OFFER), (3, LOST), (4, LIVE), (5, ACCEPTED), (6, TERMINATED))
    assert steps[-1] == by_provider(6, ENDED, Outcome.ANSWERED)


async def test_the_connection_is_lost_before_it_rings() -> None:
    assert await followed((0.5, LOST)) == [should_ring(0.5), rang_out_unseen(8)]


async def test_the_connection_is_lost_after_the_answer() -> None:
    assert (await followed((1, ACCEPTED), (2, LOST)))[-1] == (
        1 + PATIENCE.talk_s, ENDED, KnownBy.LOCAL, Outcome.ANSWERED, Reason.END_NOT_SEEN,
    )  # fmt: skip


async def test_a_connection_that_came_up_during_the_call_may_have_missed_the_answer() -> None:
    assert await followed((4, LIVE), (6, TERMINATED), is_live=LOST) == [
        should_ring(0),
        missed(6 + PATIENCE.late_s),
    ]


# --- with a sound -------------------------------------------------------------------------------------

FILE = FileRecord("/home/ana/hello.wav", 24.0, 5, "ab" * 32)
LONG_FILE = FileRecord("/home/ana/story.wav", 1800.0, 5, "ab" * 32)
A_LINK = LinkRecord("https://files.example/hello.mp3")


def never_told(at: float) -> Told:
    return at, ENDED, KnownBy.CLOCK, Outcome.UNKNOWN, Reason.NOT_TOLD


@pytest.mark.parametrize("plays", [FILE, A_LINK])
async def test_an_audio_call_is_answered_plays_and_ends(plays: AudioRecord) -> None:
    assert await followed((0.1, OFFER), (2, ACCEPTED), (26, TERMINATED), plays=plays) == [
        by_provider(0.1, RINGING),
        by_provider(2, IN_PROGRESS),
        by_provider(26, ENDED, Outcome.ANSWERED),
    ]


async def test_an_audio_call_is_declined() -> None:
    assert (await followed((0.1, OFFER), (2, REJECTED), plays=FILE))[-1] == by_provider(
        2, ENDED, Outcome.REJECTED
    )


async def test_an_audio_call_is_not_answered() -> None:
    assert await followed((0.1, OFFER), (40, TERMINATED), plays=FILE) == [
        by_provider(0.1, RINGING),
        by_provider(40 + PATIENCE.late_s, ENDED, Outcome.NO_ANSWER),
    ]


@pytest.mark.parametrize("plays", [FILE, LONG_FILE, A_LINK])
async def test_no_clock_says_that_an_audio_call_rings(plays: AudioRecord) -> None:
    assert await followed(is_live=LOST, plays=plays) == [never_told(PATIENCE.ring_s)]


async def test_with_live_status_an_audio_call_is_given_time() -> None:
    assert await followed(plays=FILE) == [never_told(PATIENCE.ring_s + PATIENCE.end_s)]


async def test_an_audio_call_that_rings_and_is_not_heard_of_again_is_not_known() -> None:
    assert await followed((0.1, OFFER), plays=FILE) == [
        by_provider(0.1, RINGING),
        never_told(PATIENCE.ring_s + PATIENCE.end_s),
    ]


async def test_news_of_an_audio_call_may_have_been_missed() -> None:
    assert await followed((0.1, OFFER), (3, LOST), plays=FILE) == [
        by_provider(0.1, RINGING),
        rang_out_unseen(PATIENCE.ring_s),
    ]


@pytest.mark.parametrize(
    ("plays", "sound_s"), [(FILE, 24.0), (LONG_FILE, 1800.0), (A_LINK, PATIENCE.sound_s)]
)
async def test_an_answered_audio_call_lasts_as_long_as_its_sound(plays: AudioRecord, sound_s: float) -> None:
    assert await followed((0.1, OFFER), (2, ACCEPTED), plays=plays) == [
        by_provider(0.1, RINGING),
        by_provider(2, IN_PROGRESS),
        (2 + sound_s + PATIENCE.talk_s, ENDED, KnownBy.LOCAL, Outcome.ANSWERED, Reason.END_NOT_SEEN),
    ]


async def test_a_long_sound_may_end_late() -> None:
    steps = await followed((0.1, OFFER), (2, ACCEPTED), (1802, TERMINATED), plays=LONG_FILE)
    assert steps[-1] == by_provider(1802, ENDED, Outcome.ANSWERED)


@pytest.mark.parametrize(
    "script",
    [
        [(0.1, OFFER), (8, TERMINATED)],
        [(0.1, OFFER), (2, REJECTED)],
        [(2, TERMINATED), (2.1, ACCEPTED)],
        [(0.1, STRANGE), (3, LOST), (4, LIVE), (9, TERMINATED)],
        [],
    ],
)
@pytest.mark.parametrize("request_", [ring(), playing(sound().record)], ids=["ring", "audio"])
async def test_every_course_is_one_that_the_table_allows(
    script: list[tuple[float, CallEvent | bool]], request_: CallRequest
) -> None:
    news = Subscription(is_live=True)
    for at, what in script:
        if isinstance(what, bool):
            asyncio.get_running_loop().call_later(at, lambda live=what: news.set_live(is_live=live))
        else:
            asyncio.get_running_loop().call_later(at, news.put, what)
    call = placed(request_)
    async for step in follow(call, news, patience=PATIENCE, now=now):
        call = call.advance(step)
    assert call.is_over
