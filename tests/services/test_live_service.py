"""Live status: kept up by itself, switched on only as agreed, and honest about its gaps."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from service_fakes import ACCOUNT, NOON, FakeLive, World, provider_with, settle

from app.domain.call import CallState
from app.domain.provider import (
    AccountNotFound,
    AuthenticationFailed,
    CallEvent,
    Capabilities,
    Connection,
    InvalidAccount,
    Line,
    LineEvent,
    LiveSetting,
    LiveStatusOff,
    ProviderError,
    ProviderUnavailable,
    RateLimited,
    StatusSource,
    UnexpectedReply,
)
from app.domain.reason import Reason
from app.services.live_service import LONGEST_RETRY_S, LiveState
from app.services.secret_store import SecretsSilent, SecretsUnavailable

OFF = LiveSetting(enabled=False, will_write={"enabled": True, "events": ["call.update", "mine"]})
OFFER = CallEvent(frozenset({"P1"}), "offer", CallState.RINGING)


async def connected(world: World) -> None:
    world.live.connect(ACCOUNT.id)
    await world.live.settled(ACCOUNT.id, 5)


def state(world: World) -> LiveState:
    return world.live.status(ACCOUNT.id).state


# --- connecting ---------------------------------------------------------------------------------------


async def test_before_connecting_there_is_none(world: World) -> None:
    assert state(world) is LiveState.NONE


async def test_connects(world: World) -> None:
    world.live.connect(ACCOUNT.id)
    await settle()
    assert state(world) is LiveState.LIVE
    assert world.live_changes == [ACCOUNT.id] * 2  # connecting, live


async def test_connecting_twice_is_one_connection(world: World) -> None:
    world.live.connect(ACCOUNT.id)
    world.live.connect(ACCOUNT.id)
    await settle()
    world.live.connect(ACCOUNT.id)
    await settle()
    assert len(world.far.connections) == 1


async def test_an_account_that_is_gone_is_not_connected(world: World) -> None:
    world.live.connect("gone")
    await settle()
    assert world.live.status("gone").state is LiveState.NONE


@pytest.mark.parametrize("source", [StatusSource.NONE, StatusSource.POLL])
async def test_a_provider_without_live_events_is_not_connected(world: World, source: StatusSource) -> None:
    capabilities = Capabilities(frozenset(), source)
    world.accounts._kinds["fake"] = provider_with(world.far, capabilities=capabilities)
    await connected(world)
    assert state(world) is LiveState.NONE
    assert world.far.settings_asked == []


async def test_settled_waits_no_longer_than_told(world: World) -> None:
    world.secrets.asked.hold()
    world.live.connect(ACCOUNT.id)
    status = await world.live.settled(ACCOUNT.id, 5)
    assert asyncio.get_running_loop().time() == 5
    assert status.state is LiveState.CONNECTING


async def test_settled_returns_at_once_for_an_account_that_nobody_connected(world: World) -> None:
    assert (await world.live.settled("gone", 5)).state is LiveState.NONE
    assert asyncio.get_running_loop().time() == 0


async def test_settled_comes_with_the_first_failure(world: World) -> None:
    world.far.live_errors = [ProviderUnavailable()]
    await connected(world)
    assert asyncio.get_running_loop().time() == 0
    assert state(world) is LiveState.CONNECTING


# --- switched off at the provider ---------------------------------------------------------------------


async def test_switched_off_is_an_offer_of_what_would_be_written(world: World) -> None:
    world.far.setting = OFF
    await connected(world)
    status = world.live.status(ACCOUNT.id)
    assert (status.state, status.setting) == (LiveState.OFF, OFF)
    assert world.far.connections == []
    assert world.far.written == []


async def test_nothing_is_tried_while_it_is_off(world: World) -> None:
    world.far.setting = OFF
    await connected(world)
    await asyncio.sleep(600)
    assert len(world.far.settings_asked) == 1


async def test_enabling_writes_only_what_was_shown_and_connects(world: World) -> None:
    world.far.setting = OFF
    await connected(world)
    await world.live.enable(ACCOUNT.id)
    await world.live.settled(ACCOUNT.id, 5)
    assert world.far.written == [OFF.will_write]
    assert state(world) is LiveState.LIVE


async def test_a_setting_that_was_changed_meanwhile_is_offered_anew(world: World) -> None:
    world.far.setting = OFF
    await connected(world)
    changed = replace(OFF, will_write={"enabled": True, "events": ["call.update", "theirs"]})
    world.far.setting = changed
    await world.live.enable(ACCOUNT.id)
    status = world.live.status(ACCOUNT.id)
    assert (status.state, status.setting) == (LiveState.OFF, changed)
    assert world.far.written == []
    await world.live.enable(ACCOUNT.id)
    assert world.far.written == [changed.will_write]


async def test_a_setting_that_was_switched_on_meanwhile_is_used(world: World) -> None:
    world.far.setting = OFF
    await connected(world)
    world.far.setting = LiveSetting(enabled=True, will_write={"enabled": True, "events": []})
    await world.live.enable(ACCOUNT.id)
    await world.live.settled(ACCOUNT.id, 5)
    assert world.far.written == []
    assert state(world) is LiveState.LIVE


async def test_enabling_what_was_not_offered_does_nothing(world: World) -> None:
    await world.live.enable(ACCOUNT.id)
    assert world.far.settings_asked == []


async def test_enabling_that_fails_says_so_and_offers_again(world: World) -> None:
    world.far.setting = OFF
    await connected(world)
    world.far.setting = ProviderUnavailable()
    with pytest.raises(ProviderUnavailable):
        await world.live.enable(ACCOUNT.id)
    assert state(world) is LiveState.OFF


async def test_switched_off_between_reading_and_connecting_is_read_anew(world: World) -> None:
    world.far.live_errors = [LiveStatusOff("off")]
    await connected(world)
    world.far.setting = OFF
    await asyncio.sleep(2)
    assert state(world) is LiveState.OFF


# --- connecting again ---------------------------------------------------------------------------------


async def drop(world: World) -> None:
    world.far.connections[-1].drop()
    await settle()


async def test_a_connection_that_ends_is_made_again(world: World) -> None:
    await connected(world)
    await drop(world)
    assert state(world) is LiveState.CONNECTING
    await asyncio.sleep(1)
    assert state(world) is LiveState.LIVE
    assert len(world.far.connections) == 2


async def test_attempts_become_rarer_up_to_a_limit(world: World) -> None:
    world.far.live_errors = [ProviderUnavailable() for _ in range(20)]
    await connected(world)
    await asyncio.sleep(600)
    at = world.far.connected_at
    gaps = [later - earlier for earlier, later in pairwise(at)]
    for number, gap in enumerate(gaps):
        longest = min(2.0**number, LONGEST_RETRY_S)
        assert longest / 2 <= gap <= longest
    assert len(gaps) > 10


@pytest.mark.parametrize("error", [ProviderUnavailable(), UnexpectedReply("no")])
async def test_a_setting_that_cannot_be_read_is_asked_for_again(world: World, error: ProviderError) -> None:
    world.far.setting = error
    await connected(world)
    world.far.setting = LiveSetting(enabled=True, will_write={})
    await asyncio.sleep(1)
    assert state(world) is LiveState.LIVE


async def test_a_connection_that_was_up_for_long_is_made_again_soon(world: World) -> None:
    world.far.live_errors = [ProviderUnavailable() for _ in range(6)]
    await connected(world)
    await asyncio.sleep(600)
    await drop(world)
    await asyncio.sleep(1)
    assert state(world) is LiveState.LIVE


async def test_a_server_that_takes_and_drops_connections_is_not_stormed(world: World) -> None:
    """Each attempt takes from the request budget that everyone with the token shares."""

    def drop_each() -> None:
        for live in world.far.connections:
            if live.is_open:
                live.drop()
        asyncio.get_running_loop().call_later(0.01, drop_each)

    await connected(world)
    drop_each()
    await asyncio.sleep(600)
    assert len(world.far.connections) < 60


@pytest.mark.parametrize(
    "error", [AuthenticationFailed("no"), AccountNotFound("no"), InvalidAccount(reason=Reason.NO_TOKEN)]
)
async def test_what_trying_again_cannot_help_stops_it(world: World, error: ProviderError) -> None:
    world.far.setting = error
    await connected(world)
    await asyncio.sleep(600)
    assert state(world) is LiveState.NONE
    assert len(world.far.settings_asked) == 1
    assert world.accounts.open.status(ACCOUNT.id).reason is error.reason


@pytest.mark.parametrize("error", [SecretsUnavailable("none"), SecretsSilent()])
async def test_without_the_secret_it_stops(world: World, error: Exception) -> None:
    world.secrets.error = error
    await connected(world)
    await asyncio.sleep(600)
    assert state(world) is LiveState.NONE
    assert world.secrets.asked.reached == 1


async def test_after_stopping_it_can_be_connected_again(world: World) -> None:
    world.far.setting = AuthenticationFailed("no")
    await connected(world)
    world.far.setting = LiveSetting(enabled=True, will_write={})
    await connected(world)
    assert state(world) is LiveState.LIVE


async def test_while_the_rate_limit_holds_nothing_is_sent(world: World) -> None:
    world.far.setting = RateLimited("no", NOON + timedelta(seconds=50))
    await connected(world)
    await asyncio.sleep(49)
    assert len(world.far.settings_asked) == 1
    world.far.setting = LiveSetting(enabled=True, will_write={})
    await asyncio.sleep(5)
    assert state(world) is LiveState.LIVE


async def test_a_rate_limit_that_a_call_met_holds_for_live_status_too(world: World) -> None:
    await connected(world)
    world.accounts.open.note_error(ACCOUNT.id, RateLimited("no", NOON + timedelta(seconds=50)))
    await drop(world)
    await asyncio.sleep(49)
    assert len(world.far.settings_asked) == 1


@pytest.mark.logs("Task .* failed")
async def test_a_mistake_in_the_adapter_does_not_look_live(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await connected(world)
    with world.live.subscribed(ACCOUNT.id) as news:
        world.far.connections[-1].break_with(ZeroDivisionError())
        await settle()
        assert state(world) is LiveState.NONE
        assert not news.unbroken
    assert "ZeroDivisionError" in caplog.text


# --- disconnecting ------------------------------------------------------------------------------------


async def test_disconnected_stays_so(world: World) -> None:
    await connected(world)
    await world.live.disconnect(ACCOUNT.id)
    await asyncio.sleep(600)
    assert state(world) is LiveState.NONE
    assert [live.is_open for live in world.far.connections] == [False]


async def test_disconnected_in_the_same_breath_as_connected(world: World) -> None:
    world.live.connect(ACCOUNT.id)
    await world.live.disconnect(ACCOUNT.id)
    await settle()
    assert state(world) is LiveState.NONE
    assert world.far.settings_asked == []


async def test_disconnecting_what_was_never_connected(world: World) -> None:
    await world.live.disconnect(ACCOUNT.id)
    assert world.live_changes == []


async def test_connected_again_after_disconnecting(world: World) -> None:
    await connected(world)
    await world.live.disconnect(ACCOUNT.id)
    await connected(world)
    assert state(world) is LiveState.LIVE


async def test_closing_disconnects(world: World) -> None:
    await connected(world)
    await world.live.close()
    assert [live.is_open for live in world.far.connections] == [False]


# --- news ---------------------------------------------------------------------------------------------


async def live_connection(world: World) -> FakeLive:
    await connected(world)
    return world.far.connections[-1]


async def test_news_reaches_every_subscription(world: World) -> None:
    live = await live_connection(world)
    with world.live.subscribed(ACCOUNT.id) as one, world.live.subscribed(ACCOUNT.id) as two:
        live.say(OFFER)
        assert await one.next(until=1) == OFFER
        assert await two.next(until=1) == OFFER
        assert one.is_live
        assert one.unbroken


async def test_news_is_kept_until_it_is_asked_for(world: World) -> None:
    live = await live_connection(world)
    with world.live.subscribed(ACCOUNT.id) as news:
        live.say(OFFER)
        await asyncio.sleep(5)
        assert await news.next(until=0) == OFFER


async def test_no_news_until_the_time_is_over(world: World) -> None:
    await connected(world)
    with world.live.subscribed(ACCOUNT.id) as news:
        assert await news.next(until=3) is None
    assert asyncio.get_running_loop().time() == pytest.approx(3)


async def test_a_subscription_ends_with_its_block(world: World) -> None:
    live = await live_connection(world)
    with world.live.subscribed(ACCOUNT.id) as news:
        pass
    live.say(OFFER)
    await settle()
    assert await news.next(until=0) is None


async def test_a_subscription_wakes_when_the_connection_goes_and_knows_of_the_gap(world: World) -> None:
    live = await live_connection(world)
    with world.live.subscribed(ACCOUNT.id) as news:
        live.drop()
        assert await news.next(until=100) is None
        assert (news.is_live, news.unbroken) == (False, False)
        assert await news.next(until=100) is None
        assert (news.is_live, news.unbroken) == (True, False)
    assert asyncio.get_running_loop().time() < 5


async def test_a_subscription_without_live_status_is_never_unbroken(world: World) -> None:
    with world.live.subscribed(ACCOUNT.id) as news:
        assert (news.is_live, news.unbroken) == (False, False)
        await connected(world)
        assert (news.is_live, news.unbroken) == (True, False)


async def test_news_of_the_line_is_noted_on_the_account(world: World) -> None:
    live = await live_connection(world)
    live.say(LineEvent(Connection(Line.DISCONNECTED, "logged_out")))
    await settle()
    assert world.accounts.open.status(ACCOUNT.id).connection == Connection(Line.DISCONNECTED, "logged_out")
