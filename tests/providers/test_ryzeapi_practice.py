"""The RyzeAPI adapter against a server that keeps RyzeAPI's contract strictly."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import pytest
from loopback import Line, answers, serving, soon
from sounds import LINK, Progress, prepared, real_wav

from app.domain.account import Secret
from app.domain.call import CallKind, CallRequest, CallState, Outcome
from app.domain.phone_number import PhoneNumber
from app.domain.provider import (
    AccountNotFound,
    AuthenticationFailed,
    CallEvent,
    Connection,
    InvalidRequest,
    LineEvent,
    LiveStatusOff,
    OutcomeUnknown,
    ProviderError,
    ProviderFailed,
    ProviderUnavailable,
    RateLimited,
    UnexpectedReply,
)
from app.domain.provider import (
    Line as LineState,
)
from app.practice.faults import (
    HTML_REPLY,
    NO_CALL_ID,
    NOT_SUCCESS,
    OVERSIZED,
    REDIRECT,
    RESET_BEFORE_BODY,
    RESET_BEFORE_REPLY,
    RESET_DURING_REPLY,
    Fault,
)
from app.providers.http import HttpClient
from app.providers.ryzeapi import RyzeApi

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from app.domain.audio import AudioSource
    from app.practice.server import PracticeServer

ADDED = ["call.update", "instance.state"]


def account_at(
    server: PracticeServer, *, instance: str = "practice", token: str | None = None, base_url: str = ""
) -> RyzeApi:
    fields = {"instance": instance, "base_url": base_url or server.base_url}
    return RyzeApi(fields, {"token": Secret(token or server.token)})


@pytest.fixture
async def account(practice: PracticeServer) -> AsyncIterator[RyzeApi]:
    account = account_at(practice)
    yield account
    await account.close()


@pytest.fixture
async def live_account(live_practice: PracticeServer) -> AsyncIterator[RyzeApi]:
    account = account_at(live_practice)
    yield account
    await account.close()


def ring(last_digits: str = "0003", seconds: int = 8) -> CallRequest:
    return CallRequest("account-1", PhoneNumber.parse(f"+55 11 99999-{last_digits}"), ring_seconds=seconds)


def playing(audio: AudioSource, last_digits: str = "0003") -> CallRequest:
    return CallRequest("account-1", ring(last_digits).number, CallKind.AUDIO, audio=audio)


def leave() -> None:
    """Take note of nothing."""


# --- placing ------------------------------------------------------------------------------------------


async def test_a_call_is_placed(account: RyzeApi) -> None:
    placed = await soon(account.place(ring(), leave))
    assert (placed.provider_call_id[:4], placed.message) == ("3EB0", "Call placed successfully")


async def test_a_call_is_one_post_to_the_documented_path(account: RyzeApi, practice: PracticeServer) -> None:
    await soon(account.place(ring(), leave))
    assert [str(request) for request in practice.requests] == ["POST /api/call/fake/practice 200"]


@pytest.mark.parametrize("seconds", [1, 60])
async def test_the_ends_of_the_ring_range_are_accepted(account: RyzeApi, seconds: int) -> None:
    assert seconds in account.capabilities.ring
    assert await soon(account.place(ring(seconds=seconds), leave))


@pytest.mark.parametrize("seconds", [-1, 0, 61])
async def test_what_the_ring_range_does_not_hold_is_not_sent(
    account: RyzeApi, practice: PracticeServer, seconds: int
) -> None:
    assert seconds not in account.capabilities.ring
    with pytest.raises(InvalidRequest, match="from 1 to 60 seconds"):
        await soon(account.place(ring(seconds=seconds), leave))
    assert list(practice.requests) == []


@pytest.mark.parametrize(
    ("last_digits", "error"),
    [
        ("0005", ProviderFailed),
        ("0006", OutcomeUnknown),
        ("0007", RateLimited),
        ("0008", AuthenticationFailed),
    ],
)
async def test_a_number_that_fails_is_told_as_what_happened(
    account: RyzeApi, last_digits: str, error: type[ProviderError]
) -> None:
    with pytest.raises(error):
        await soon(account.place(ring(last_digits), leave))


@pytest.mark.parametrize(
    "last_digits", ["0001", "0002", "0003", "0005", "0006", "0007", "0008", "0009", "1234"]
)
async def test_every_number_gets_exactly_one_post(
    account: RyzeApi, practice: PracticeServer, last_digits: str
) -> None:
    await asyncio.gather(account.place(ring(last_digits), leave), return_exceptions=True)
    assert practice.calls_received == 1


async def test_a_reply_that_takes_its_time_is_waited_for(account: RyzeApi) -> None:
    assert await soon(account.place(ring("0009"), leave))


# --- with a sound -------------------------------------------------------------------------------------


@pytest.mark.parametrize("audio", [prepared(real_wav()), LINK], ids=["file", "link"])
async def test_an_audio_call_is_one_post_to_the_documented_path(
    account: RyzeApi, practice: PracticeServer, audio: AudioSource
) -> None:
    placed = await soon(account.place(playing(audio), leave))
    assert (placed.provider_call_id[:4], placed.message) == ("3EB0", "Audio call placed")
    assert [str(request) for request in practice.requests] == ["POST /api/call/audio/practice 200"]


async def test_the_provider_has_the_sound_byte_by_byte(account: RyzeApi, practice: PracticeServer) -> None:
    wav = real_wav()
    placed = await soon(account.place(playing(prepared(wav)), leave))
    (sound,) = practice.sounds
    assert (sound.call_id, sound.digits, sound.media) == (placed.provider_call_id, "5511999990003", wav)


async def test_the_provider_has_the_whole_link(account: RyzeApi, practice: PracticeServer) -> None:
    await soon(account.place(playing(LINK), leave))
    (sound,) = practice.sounds
    assert sound.media == LINK.url


async def test_a_large_sound_arrives_whole(account: RyzeApi, practice: PracticeServer) -> None:
    wav, progress = real_wav(120), Progress()
    await soon(account.place(playing(prepared(wav)), leave, progress))
    assert practice.sounds[0].media == wav
    assert progress.only_grows
    assert progress.told[-1][0] == progress.told[-1][1] == practice.requests[0].body_bytes


async def test_what_is_no_sound_is_refused_by_the_provider(
    account: RyzeApi, practice: PracticeServer
) -> None:
    with pytest.raises(InvalidRequest, match="mediaBase64: the file cannot be decoded"):
        await soon(account.place(playing(prepared(b"no sound" * 100)), leave))
    assert practice.sounds == []


@pytest.mark.parametrize(
    ("last_digits", "error"),
    [
        ("0005", ProviderFailed),
        ("0006", OutcomeUnknown),
        ("0007", RateLimited),
        ("0008", AuthenticationFailed),
    ],
)
async def test_an_audio_call_that_fails_is_told_as_what_happened(
    account: RyzeApi, practice: PracticeServer, last_digits: str, error: type[ProviderError]
) -> None:
    with pytest.raises(error):
        await soon(account.place(playing(prepared(real_wav()), last_digits), leave))
    assert (practice.calls_received, practice.sounds) == (1, [])


# --- faults -------------------------------------------------------------------------------------------


FAULTS: dict[str, tuple[Fault, type[ProviderError]]] = {
    "HTML instead of JSON": (HTML_REPLY, UnexpectedReply),
    "success: false with 200": (NOT_SUCCESS, ProviderFailed),
    "no callId": (NO_CALL_ID, UnexpectedReply),
    "over 1 MiB": (OVERSIZED, UnexpectedReply),
    "redirect": (REDIRECT, UnexpectedReply),
    "reset before the body": (RESET_BEFORE_BODY, OutcomeUnknown),
    "reset before the reply": (RESET_BEFORE_REPLY, OutcomeUnknown),
    "reset during the reply": (RESET_DURING_REPLY, OutcomeUnknown),
    "500 without a word": (Fault(b"", status=500), UnexpectedReply),
    "a gateway's JSON": (Fault(b'{"error": {"message": "timed out"}}', status=504), UnexpectedReply),
}


@pytest.mark.parametrize("name", FAULTS)
async def test_a_fault_is_told_as_what_happened(
    account: RyzeApi, practice: PracticeServer, name: str
) -> None:
    fault, error = FAULTS[name]
    practice.inject(fault)
    with pytest.raises(error):
        await soon(account.place(ring(), leave))


@pytest.mark.parametrize("name", FAULTS)
async def test_a_fault_gets_exactly_one_post(account: RyzeApi, practice: PracticeServer, name: str) -> None:
    practice.inject(FAULTS[name][0])
    with pytest.raises(ProviderError):
        await soon(account.place(ring(), leave))
    assert practice.calls_received == 1


async def test_a_wrong_token_is_refused(practice: PracticeServer) -> None:
    account = account_at(practice, token="not-the-token")
    with pytest.raises(AuthenticationFailed, match="Invalid token"):
        await soon(account.place(ring(), leave))
    await account.close()


async def test_an_unknown_instance_is_not_found(practice: PracticeServer) -> None:
    account = account_at(practice, instance="nobody")
    with pytest.raises(AccountNotFound):
        await soon(account.place(ring(), leave))
    await account.close()


async def test_an_instance_that_is_not_connected_fails_with_its_reason(practice: PracticeServer) -> None:
    account = account_at(practice, instance="practice-offline", token=practice.account_token)
    with pytest.raises(ProviderFailed, match="instance is not connected"):
        await soon(account.place(ring(), leave))
    await account.close()


async def test_a_stopped_server_is_unavailable(account: RyzeApi, practice: PracticeServer) -> None:
    await soon(account.connection())
    await asyncio.to_thread(practice.stop)
    with pytest.raises(ProviderUnavailable):
        await soon(account.place(ring(), leave))


async def test_an_instance_of_any_name_is_one_part_of_the_path() -> None:
    body = b'{"callId": "3EB0"}'
    async with serving(answers(body)) as server:
        account = RyzeApi({"instance": "a/b ?#%é", "base_url": server.base_url}, {"token": Secret("t")})
        await soon(account.place(ring(), leave))
        await account.close()
    assert server.requests[0].target == "/api/call/fake/a%2Fb%20%3F%23%25%C3%A9"


# --- instances ----------------------------------------------------------------------------------------


async def test_the_line_is_connected(account: RyzeApi) -> None:
    assert await soon(account.connection()) == Connection(LineState.CONNECTED, "connected")


@pytest.mark.parametrize(
    ("instance", "state"), [("practice-offline", "disconnected"), ("practice-loggedout", "loggedout")]
)
async def test_a_line_that_is_not_connected_says_so(
    practice: PracticeServer, instance: str, state: str
) -> None:
    account = account_at(practice, instance=instance, token=practice.token_of(instance))
    assert await soon(account.connection()) == Connection(LineState.DISCONNECTED, state)
    await account.close()


async def test_the_account_token_asks_for_its_instance_alone(practice: PracticeServer) -> None:
    account = account_at(practice, instance="practice-offline", token=practice.account_token)
    assert (await soon(account.connection())).line is LineState.DISCONNECTED
    await account.close()


@pytest.mark.parametrize("owner", ["token", "account_token"])
async def test_an_instance_that_the_token_does_not_see_is_not_found(
    practice: PracticeServer, owner: str
) -> None:
    account = account_at(practice, instance="nobody", token=getattr(practice, owner))
    with pytest.raises(AccountNotFound):
        await soon(account.connection())
    await account.close()


async def test_the_account_token_lists_every_instance(practice: PracticeServer) -> None:
    account = account_at(practice, instance="", token=practice.account_token)
    choices = await soon(account.choices("instance"))
    assert [choice.value for choice in choices] == ["practice", "practice-offline", "practice-loggedout"]
    await account.close()


async def test_an_instances_token_lists_its_own(account: RyzeApi) -> None:
    assert [choice.value for choice in await soon(account.choices("instance"))] == ["practice"]


async def test_fields_without_choices_have_none(account: RyzeApi, practice: PracticeServer) -> None:
    assert await account.choices("base_url") == []
    assert practice.requests == []


async def test_only_fields_that_say_so_have_choices(account: RyzeApi) -> None:
    assert [field.key for field in account.account_fields if field.find_label] == ["instance"]


# --- the budget ---------------------------------------------------------------------------------------


async def test_each_request_takes_from_the_budget(account: RyzeApi) -> None:
    await soon(account.connection())
    await soon(account.place(ring(), leave))
    assert account.budget is not None
    assert (account.budget.limit, account.budget.remaining) == (100, 98)


async def test_a_rate_limit_lifts_when_the_budget_does(account: RyzeApi, practice: PracticeServer) -> None:
    practice.block_token(practice.token, 5)
    with pytest.raises(RateLimited) as limited:
        await soon(account.place(ring(), leave))
    assert account.budget is not None
    assert (limited.value.retry_at, account.budget.remaining) == (account.budget.resets_at, 0)


# --- the live setting ---------------------------------------------------------------------------------


async def configure_elsewhere(server: PracticeServer, body: bytes) -> None:
    """Write the instance's setting as another program does."""
    client = HttpClient(server.base_url, headers={"token": server.token})
    await soon(client.send("POST", "/api/events/websocket/practice", body=body))
    await client.close()


async def test_a_setting_that_was_never_made_is_off(account: RyzeApi) -> None:
    assert not (await soon(account.live_setting())).enabled


async def test_live_status_is_switched_on_as_agreed(account: RyzeApi) -> None:
    agreed = await soon(account.live_setting())
    assert await soon(account.enable_live(agreed)) is None
    assert (await soon(account.live_setting())).enabled


async def test_another_programs_setting_is_kept(account: RyzeApi, practice: PracticeServer) -> None:
    await configure_elsewhere(
        practice, b'{"enabled": true, "events": ["message.status"], "mediaBase64": true}'
    )
    await soon(account.enable_live(await soon(account.live_setting())))
    assert (await soon(account.live_setting())).will_write == {
        "enabled": True,
        "events": ["message.status", *ADDED],
        "mediaBase64": True,
    }


async def test_a_setting_that_changed_since_it_was_shown_is_shown_again(
    account: RyzeApi, practice: PracticeServer
) -> None:
    agreed = await soon(account.live_setting())
    await configure_elsewhere(practice, b'{"enabled": true, "events": ["message.status"]}')
    now = await soon(account.enable_live(agreed))
    assert now is not None
    assert now.will_write["events"] == ["message.status", *ADDED]


async def test_a_setting_that_changed_since_it_was_shown_is_not_overwritten(
    account: RyzeApi, practice: PracticeServer
) -> None:
    agreed = await soon(account.live_setting())
    await configure_elsewhere(practice, b'{"enabled": false, "events": ["message.status"]}')
    await soon(account.enable_live(agreed))
    assert not (await soon(account.live_setting())).enabled


async def test_reading_the_setting_writes_nothing(account: RyzeApi, practice: PracticeServer) -> None:
    await soon(account.live_setting())
    assert [request.method for request in practice.requests] == ["GET"]


async def test_a_setting_that_the_provider_does_not_take_is_an_error(
    account: RyzeApi, practice: PracticeServer
) -> None:
    agreed = await soon(account.live_setting())
    practice.inject(NOT_SUCCESS)
    with pytest.raises(ProviderFailed):
        await soon(account.enable_live(agreed))


# --- live events --------------------------------------------------------------------------------------


async def test_a_placed_call_is_followed_to_its_end(live_account: RyzeApi) -> None:
    async with live_account.live() as events:
        placed = await soon(live_account.place(ring("0001"), leave))
        news = [await soon(anext(events)) for _ in range(3)]
    assert news == [
        CallEvent(frozenset({placed.provider_call_id}), "offer", CallState.RINGING),
        CallEvent(frozenset({placed.provider_call_id}), "accepted", CallState.IN_PROGRESS),
        CallEvent(frozenset({placed.provider_call_id}), "terminated", CallState.ENDED),
    ]


async def test_a_declined_call_is_told(live_account: RyzeApi) -> None:
    async with live_account.live() as events:
        await soon(live_account.place(ring("0002"), leave))
        await soon(anext(events))
        declined = await soon(anext(events))
    assert isinstance(declined, CallEvent)
    assert declined.outcome is Outcome.REJECTED


async def test_the_line_going_down_is_told(live_account: RyzeApi, live_practice: PracticeServer) -> None:
    async with live_account.live() as events:
        live_practice.push_line_state("logged_out")
        assert await soon(anext(events)) == LineEvent(Connection(LineState.DISCONNECTED, "logged_out"))


async def test_garbage_between_the_news_is_ignored(
    live_account: RyzeApi, live_practice: PracticeServer
) -> None:
    async with live_account.live() as events:
        for garbage in ("", "{", "[" * 100_000, "null", '{"event": "call.update", "data": []}'):
            live_practice.push_frame(garbage)
        live_practice.push_line_state("connected")
        assert await soon(anext(events)) == LineEvent(Connection(LineState.CONNECTED, "connected"))


async def test_the_news_end_when_the_connection_drops(
    live_account: RyzeApi, live_practice: PracticeServer
) -> None:
    async with live_account.live() as events:
        live_practice.drop_live()
        with pytest.raises(StopAsyncIteration):
            await soon(anext(events))


async def test_live_status_that_was_never_enabled_is_off(account: RyzeApi) -> None:
    with pytest.raises(LiveStatusOff, match="WebSocket is not enabled for this instance"):
        async with account.live():
            pass


async def test_live_status_that_was_switched_off_is_off(
    live_account: RyzeApi, live_practice: PracticeServer
) -> None:
    await configure_elsewhere(live_practice, b'{"enabled": false}')
    with pytest.raises(LiveStatusOff):
        async with live_account.live():
            pass


async def test_live_status_works_once_it_was_switched_on(account: RyzeApi, practice: PracticeServer) -> None:
    await soon(account.enable_live(await soon(account.live_setting())))
    async with account.live() as events:
        practice.push_line_state("connected")
        assert isinstance(await soon(anext(events)), LineEvent)


@pytest.mark.parametrize(
    ("status", "error"),
    [(400, LiveStatusOff), (401, AuthenticationFailed), (429, RateLimited), (500, ProviderFailed)],
)
async def test_a_refused_upgrade_is_told_as_what_it_means(
    live_account: RyzeApi, live_practice: PracticeServer, status: int, error: type[ProviderError]
) -> None:
    live_practice.refuse_live(status)
    with pytest.raises(error, match="refused for practice"):
        async with live_account.live():
            pass


async def test_a_gateway_that_refuses_an_upgrade_is_told_by_its_status(
    live_account: RyzeApi, live_practice: PracticeServer
) -> None:
    live_practice.refuse_live(503)
    with pytest.raises(UnexpectedReply, match="an undocumented HTTP 503"):
        async with live_account.live():
            pass


async def test_a_wrong_token_gets_no_news(live_practice: PracticeServer) -> None:
    with pytest.raises(AuthenticationFailed):
        async with account_at(live_practice, token="not-the-token").live():
            pass


async def test_an_unknown_instance_has_no_news(live_practice: PracticeServer) -> None:
    with pytest.raises(AccountNotFound):
        async with account_at(live_practice, instance="nobody").live():
            pass


async def test_a_redirected_upgrade_is_refused() -> None:
    async with serving(answers(b"", status=302, headers={"Location": "ws://127.0.0.1:1/"})) as server:
        account = RyzeApi({"instance": "a", "base_url": server.base_url}, {"token": Secret("t")})
        with pytest.raises(UnexpectedReply, match="302"):
            async with account.live():
                pass


@pytest.mark.parametrize("written", ["{}/", " {} ", "{}//"])
async def test_live_status_and_calls_share_the_base_url_however_it_is_written(written: str) -> None:
    async def refuses(line: Line) -> None:
        await line.request()
        await line.reply(400)

    async with serving(refuses) as server:
        base_url = written.format(server.base_url)
        account = RyzeApi({"instance": "support", "base_url": base_url}, {"token": Secret("t")})
        with pytest.raises(LiveStatusOff):
            async with account.live():
                pass
    assert server.requests[0].target == "/ws/support"


# --- secrets ------------------------------------------------------------------------------------------


async def test_no_log_line_shows_the_token_that_frames_carry(
    live_account: RyzeApi, live_practice: PracticeServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        if not name.startswith("uvicorn"):  # the provider's side
            caplog.set_level(logging.DEBUG, logger=name)
    async with live_account.live() as events:
        await soon(live_account.place(ring("0002"), leave))
        await soon(anext(events))
    assert live_practice.token not in caplog.text
