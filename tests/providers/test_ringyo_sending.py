"""What the Ringyo adapter sends where, and how it comes to lists and recordings."""

from __future__ import annotations

import json
import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from loopback import Line, Loopback, answers, serving, soon, stays_silent
from test_ringyo_contract import AGENT

from app.domain.account import Secret
from app.domain.call import CallState, Outcome
from app.domain.provider import (
    AGENTS,
    OWN_NUMBERS,
    Budget,
    Choice,
    Connection,
    InvalidRequest,
    OutcomeUnknown,
    ProviderError,
    RateLimited,
    Recording,
    UnexpectedReply,
)
from app.domain.provider import (
    Line as LineState,
)
from app.domain.reason import Reason
from app.providers import ringyo as module
from app.providers.ringyo import POST_DEADLINE_S, Ringyo

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

API_KEY = "rg_test_marker-key-27d8"
LINK_KEY = "marker-link-33b1"
TOLD = {"X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "7", "X-RateLimit-Reset": "1790000000"}


@asynccontextmanager
async def account_at(
    behave: Callable[[Line], Awaitable[None]], api_key: str = API_KEY
) -> AsyncIterator[tuple[Ringyo, Loopback]]:
    async with serving(behave) as server:
        account = Ringyo({"base_url": server.base_url}, {"api_key": Secret(api_key)})
        yield account, server
        await account.close()


def leave() -> None:
    """Take note of nothing."""


# --- POST /v1/calls -----------------------------------------------------------------------------------


async def test_a_call_is_one_post_with_the_key_as_bearer() -> None:
    async with account_at(answers(AGENT.placed, status=201)) as (account, server):
        placed = await soon(account.place(AGENT.request, leave))
    (request,) = server.requests
    assert placed.provider_call_id == "call_c0ffee"
    assert (request.method, request.target) == ("POST", "/v1/calls")
    assert request.headers["authorization"] == f"Bearer {API_KEY}"
    assert json.loads(request.body)["phone_number"] == "+5511999999999"


async def test_a_press_has_its_idempotency_key() -> None:
    async with account_at(answers(AGENT.placed)) as (account, server):
        await soon(account.place(AGENT.request, leave, key="press-1"))
    assert server.requests[0].headers["idempotency-key"] == "press-1"


async def test_without_a_key_there_is_no_such_header() -> None:
    async with account_at(answers(AGENT.placed)) as (account, server):
        await soon(account.place(AGENT.request, leave))
    assert "idempotency-key" not in server.requests[0].headers


async def test_an_interrupted_call_can_be_sent_again_with_the_same_key() -> None:
    async def breaks_once(line: Line) -> None:
        await line.request()
        if len(server.lines) == 1:
            line.reset()
        else:
            await line.reply(201, AGENT.placed)

    async with account_at(breaks_once) as (account, server):
        with pytest.raises(OutcomeUnknown):
            await soon(account.place(AGENT.request, leave, key="press-1"))
        assert await soon(account.place(AGENT.request, leave, key="press-1"))
    assert [request.headers["idempotency-key"] for request in server.requests] == ["press-1"] * 2
    assert server.requests[0].body == server.requests[1].body


async def test_a_call_is_given_up_soon_so_that_it_can_be_sent_again(skip: Callable[[float], None]) -> None:
    async def never_answers(line: Line) -> None:
        await line.request()
        skip(POST_DEADLINE_S + 1)
        await stays_silent(line)

    async with account_at(never_answers) as (account, _):
        with pytest.raises(OutcomeUnknown) as failed:
            await account.place(AGENT.request, leave, key="press-1")
    assert (POST_DEADLINE_S, failed.value.reason, failed.value.detail) == (10, Reason.NO_REPLY, "10")


# --- GET /v1/calls/{id} -------------------------------------------------------------------------------


async def test_a_call_is_asked_for_with_transcript_and_recording() -> None:
    async with account_at(answers(b'{"status": "no_answer"}', headers=TOLD)) as (account, server):
        status = await soon(account.status("call_1"))
    assert (status.event.state, status.event.outcome) == (CallState.ENDED, Outcome.NO_ANSWER)
    (request,) = server.requests
    assert (request.method, request.target) == ("GET", "/v1/calls/call_1?include=transcript,recording")
    assert isinstance(account.budget, Budget)
    assert account.budget.remaining == 7


async def test_an_odd_id_is_quoted() -> None:
    async with account_at(answers(b'{"status": "queued"}')) as (account, server):
        await soon(account.status("call/1?x"))
    assert server.requests[0].target == "/v1/calls/call%2F1%3Fx?include=transcript,recording"


async def test_a_call_that_is_not_known_any_more_is_said() -> None:
    body = b'{"error": {"code": "call_not_found", "message": "No such call"}, "meta": {}}'
    async with account_at(answers(body, status=404)) as (account, _):
        with pytest.raises(InvalidRequest) as failed:
            await soon(account.status("call_1"))
    assert failed.value.reason is Reason.CALL_NOT_FOUND


async def test_a_refusal_tells_the_budget_too() -> None:
    async with account_at(answers(b"{}", status=429, headers=TOLD)) as (account, _):
        with pytest.raises(RateLimited):
            await soon(account.status("call_1"))
    assert account.budget is not None


# --- lists --------------------------------------------------------------------------------------------

AGENT_PAGES = {
    None: {"data": [{"id": "a1", "name": "Ana"}], "has_more": True, "next_cursor": "c 1", "total": 3},
    "c 1": {"data": [{"id": "a2", "name": "Bia"}], "has_more": True, "next_cursor": "c2", "total": 3},
    "c2": {"data": [{"id": "a3", "name": "Caio"}], "has_more": False, "next_cursor": None, "total": 3},
}


async def turns_pages(line: Line) -> None:
    while True:
        request = await line.request()
        cursor = parse_qs(urlsplit(request.target).query).get("cursor", [None])[0]
        await line.reply(200, json.dumps(AGENT_PAGES[cursor]).encode())


async def test_agents_are_listed_page_by_page() -> None:
    async with account_at(turns_pages) as (account, server):
        agents = await soon(account.choices(AGENTS))
    assert [agent.label for agent in agents] == ["Ana", "Bia", "Caio"]
    assert [request.target for request in server.requests] == [
        "/v1/agents?status=active",
        "/v1/agents?status=active&cursor=c+1",
        "/v1/agents?status=active&cursor=c2",
    ]


async def test_own_numbers_are_listed() -> None:
    body = b'{"data": [{"id": "pn_1", "phone_number": "+551130000000", "friendly_name": "Desk"}]}'
    async with account_at(answers(body)) as (account, server):
        numbers = await soon(account.choices(OWN_NUMBERS))
    assert numbers == [Choice("+551130000000", "Desk", detail="+551130000000")]
    assert [request.target for request in server.requests] == ["/v1/phone-numbers?status=active"]


async def test_nothing_else_is_listed() -> None:
    async with account_at(answers(b"")) as (account, server):
        assert await account.choices("instance") == []
    assert server.requests == []


async def test_a_cursor_that_comes_again_ends_the_list() -> None:
    body = b'{"data": [{"id": "a1"}], "has_more": true, "next_cursor": "c1"}'
    async with account_at(answers(body)) as (account, server):
        await soon(account.choices(AGENTS))
    assert len(server.requests) == 2


async def test_a_list_without_an_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    async def never_ends(line: Line) -> None:
        while True:
            await line.request()
            page = {"data": [], "has_more": True, "next_cursor": f"c{len(server.requests)}"}
            await line.reply(200, json.dumps(page).encode())

    monkeypatch.setattr(module, "_MOST_PAGES", 5)
    async with account_at(never_ends) as (account, server):
        assert await soon(account.choices(AGENTS)) == []
    assert len(server.requests) == 5


# --- the line -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("api_key", "words"),
    [("rg_live_x", "live key: real calls"), (API_KEY, "test key: no real calls"), ("other", "")],
)
async def test_a_good_key_is_a_good_line_and_says_which_kind_it_is(api_key: str, words: str) -> None:
    async with account_at(answers(AGENT.connected), api_key) as (account, server):
        assert await soon(account.connection()) == Connection(LineState.CONNECTED, words)
    assert [request.target for request in server.requests] == ["/v1/agents?limit=1&status=active"]


# --- the recording ------------------------------------------------------------------------------------


def completed(url: str) -> bytes:
    return json.dumps({"status": "completed", "recording_url": url}).encode()


async def test_a_recording_is_fetched_from_the_address_of_the_moment() -> None:
    async with (
        serving(answers(b"sound", headers={"Content-Type": "audio/mpeg"})) as files,
        account_at(answers(completed(f"{files.base_url}/r?key={LINK_KEY}"))) as (account, server),
    ):
        assert await soon(account.recording("call_1")) == Recording(b"sound", "mp3")
        assert await soon(account.recording("call_1")) == Recording(b"sound", "mp3")
    assert [request.target for request in files.requests] == [f"/r?key={LINK_KEY}"] * 2
    assert len(server.requests) == 2


async def test_whoever_keeps_the_recording_is_not_told_the_key() -> None:
    async with (
        serving(answers(b"sound", headers={"Content-Type": "audio/mpeg"})) as files,
        account_at(answers(completed(f"{files.base_url}/r"))) as (account, _),
    ):
        await soon(account.recording("call_1"))
    (request,) = files.requests
    assert "authorization" not in request.headers
    assert API_KEY not in request.target + repr(request.headers)


async def test_a_recording_that_is_a_page_is_none() -> None:
    async with (
        serving(answers(b"<html>", headers={"Content-Type": "text/html"})) as files,
        account_at(answers(completed(f"{files.base_url}/r"))) as (account, _),
    ):
        with pytest.raises(UnexpectedReply, match="no sound"):
            await soon(account.recording("call_1"))


async def test_an_account_elsewhere_fetches_nothing_by_http(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(answers(b"sound", headers={"Content-Type": "audio/mpeg"})) as files:
        account = Ringyo({"base_url": "https://api.ringyo.ai"}, {"api_key": Secret(API_KEY)})
        with pytest.raises(UnexpectedReply):
            await account._download(f"{files.base_url}/r")
    assert files.lines == []


@pytest.mark.parametrize("status", [200, 403, 500])
async def test_the_recordings_address_is_in_no_log_line_and_no_answer(
    status: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        caplog.set_level(logging.DEBUG, logger=name)
    shown = ""
    async with (
        serving(answers(b"sound", status=status, headers={"Content-Type": "audio/mpeg"})) as files,
        account_at(answers(completed(f"{files.base_url}/r?key={LINK_KEY}"))) as (account, _),
    ):
        shown += repr(await soon(account.status("call_1")))
        try:
            shown += repr(await soon(account.recording("call_1")))
        except ProviderError as error:
            logging.getLogger("the caller").info("Failed %r", error, exc_info=True)
    assert LINK_KEY not in shown + caplog.text
