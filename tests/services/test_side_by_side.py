"""Several accounts of several providers at once: no call knows of another's provider."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from service_fakes import (
    ACCOUNT,
    NOON,
    OTHER,
    POLLED,
    TOKEN,
    FarSide,
    World,
    provider_with,
    ring,
    settle,
    talking,
)

from app.domain.account import Account
from app.domain.audio import AudioLink
from app.domain.call import CallKind, CallRequest, CallState, Outcome
from app.domain.provider import (
    CallEvent,
    CallStatus,
    Capabilities,
    Placed,
    RateLimited,
    SecondsRange,
    StatusSource,
)
from app.domain.reason import Reason
from app.services.settings import Settings

if TYPE_CHECKING:
    from app.domain.call import Call

SILENT = Capabilities(
    kinds=frozenset({CallKind.RING}), status_source=StatusSource.NONE, ring=SecondsRange(1, 15, 5)
)
SPEAKER = Account("a2", "Agents", "polled", {"instance": "two"})
BELL = Account("a3", "Bell", "silent", {"instance": "three"})


class Three(World):
    """The services with an account at each of three providers: told by push, asked, and silent."""

    def __init__(self) -> None:
        super().__init__()
        self.speaker, self.bell = FarSide(), FarSide()
        self.speaker.reply = self.bell.reply = Placed("P1")  # the same id as the first one gives
        polled = provider_with(self.speaker, key="polled", name="Polled", capabilities=POLLED)
        silent = provider_with(self.bell, key="silent", name="Silent", capabilities=SILENT)
        self.accounts._kinds |= {"polled": polled, "silent": silent}
        self.settings.current = Settings(accounts=(ACCOUNT, SPEAKER, BELL))
        self.secrets.kept |= {(account.id, "token"): TOKEN for account in (SPEAKER, BELL)}

    def newest(self, call_id: str) -> Call:
        return [call for call in self.shown if call.id == call_id][-1]


@pytest.fixture
async def three() -> Three:
    return Three()


async def test_calls_of_all_accounts_live_side_by_side(three: Three) -> None:
    live = await three.go_live()
    three.speaker.says = [CallStatus(CallEvent(frozenset({"P1"}), "busy", CallState.ENDED, Outcome.BUSY))]
    pushed = three.calls.place(ring(seconds=8))
    asked = three.calls.place(talking(account_id=SPEAKER.id, number=OTHER))
    silent = three.calls.place(ring(seconds=5, account_id=BELL.id))
    await settle()
    assert len(three.calls.under_way) == 3
    live.say(CallEvent(frozenset({"P1"}), "rejected", CallState.ENDED, Outcome.REJECTED))
    for call_id in (pushed, asked, silent):
        await three.calls.finished(call_id)
    assert three.newest(pushed).outcome is Outcome.REJECTED
    assert three.newest(asked).outcome is Outcome.BUSY
    assert (three.newest(silent).outcome, three.newest(silent).last.reason) == (
        Outcome.UNKNOWN,
        Reason.RING_TIME_OVER,
    )
    assert [three.newest(each).provider for each in (pushed, asked, silent)] == ["Fake", "Polled", "Silent"]
    await three.close()


async def test_the_rate_limit_of_one_account_holds_back_no_other(three: Three) -> None:
    three.far.reply = RateLimited("", NOON + timedelta(seconds=60))
    three.speaker.says = [CallStatus(CallEvent(frozenset({"P1"}), "busy", CallState.ENDED, Outcome.BUSY))]
    await three.call()
    await three.call(talking(account_id=SPEAKER.id))
    assert three.shown[-1].outcome is Outcome.BUSY
    await three.close()


async def test_closing_ends_each_as_its_provider_allows(three: Three) -> None:
    three.speaker.says = [CallStatus(CallEvent(frozenset({"P1"}), "ringing", CallState.RINGING))]
    asked = three.calls.place(talking(account_id=SPEAKER.id))
    silent = three.calls.place(ring(seconds=15, account_id=BELL.id))
    await asyncio.sleep(3)
    await three.calls.close()
    assert three.history.calls[asked].state is CallState.RINGING
    assert three.history.calls[silent].outcome is Outcome.UNKNOWN
    await three.close()


async def test_a_sound_rings_for_the_usual_time_where_nobody_tells_of_its_end(three: Three) -> None:
    request = CallRequest(BELL.id, OTHER, CallKind.AUDIO, audio=AudioLink("https://files.example/a.mp3"))
    call = await three.call(request)
    assert call.request.ring_seconds == three.bell.requests[0].ring_seconds == 5
    assert call.last.reason is Reason.RING_TIME_OVER
    pushed = three.calls.place(replace(request, account_id=ACCOUNT.id))
    await settle()
    assert three.far.requests[0].ring_seconds is None
    await three.calls.finished(pushed)
    await three.close()
