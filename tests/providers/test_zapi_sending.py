"""What the Z-API adapter sends where."""

from __future__ import annotations

import html
import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from loopback import Loopback, answers, serving, soon
from sounds import LINK
from subjects import NUMBER
from test_zapi_contract import BY_LINK, RING

from app.domain.account import Secret
from app.domain.audio import AudioLink
from app.domain.call import CallKind, CallRequest
from app.domain.provider import Connection, Line, ProviderError
from app.providers.zapi import ZApi

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SECRETS = {"token": Secret("T0KEN/1"), "client_token": Secret("F00")}


@asynccontextmanager
async def account(
    body: bytes, status: int = 200, instance: str = "3B0", **secrets: Secret
) -> AsyncIterator[tuple[ZApi, Loopback]]:
    async with serving(answers(body, status=status)) as server:
        zapi = ZApi({"instance": instance, "base_url": server.base_url}, {**SECRETS, **secrets})
        yield zapi, server
        await zapi.close()


def leave() -> None:
    """Take note of nothing."""


@pytest.mark.parametrize("subject", [RING, BY_LINK], ids=["ring", "link"])
async def test_a_call_is_one_post_of_json_to_send_call(subject: type[RING]) -> None:
    async with account(RING.placed) as (zapi, server):
        await soon(zapi.place(subject.request, leave))
    (request,) = server.requests
    assert (request.method, request.target) == ("POST", "/instances/3B0/token/T0KEN%2F1/send-call")
    assert request.headers["content-type"] == "application/json"
    assert json.loads(request.body)["phone"] == "5511999999999"


async def test_the_security_token_goes_as_client_token() -> None:
    async with account(RING.placed) as (zapi, server):
        await soon(zapi.place(RING.request, leave))
    assert server.requests[0].headers["client-token"] == "F00"


async def test_without_a_security_token_there_is_no_such_header() -> None:
    async with account(RING.placed, client_token=Secret("")) as (zapi, server):
        await soon(zapi.place(RING.request, leave))
    assert "client-token" not in server.requests[0].headers


async def test_an_instance_with_odd_signs_is_quoted() -> None:
    async with account(RING.placed, instance=" a/b?c ") as (zapi, server):
        await soon(zapi.place(RING.request, leave))
    assert server.requests[0].target == "/instances/a%2Fb%3Fc/token/T0KEN%2F1/send-call"


async def test_the_line_is_asked_for_at_status() -> None:
    async with account(b'{"connected": true, "smartphoneConnected": false}') as (zapi, server):
        assert await soon(zapi.connection()) == Connection(Line.CONNECTED, "phone offline")
    (request,) = server.requests
    assert (request.method, request.target) == ("GET", "/instances/3B0/token/T0KEN%2F1/status")
    assert request.headers["client-token"] == "F00"


@pytest.mark.parametrize("exists", [True, False])
async def test_a_number_is_asked_for_at_phone_exists(exists: bool) -> None:
    async with account(json.dumps({"exists": exists}).encode()) as (zapi, server):
        assert await soon(zapi.reaches(NUMBER)) is exists
    (request,) = server.requests
    assert request.method == "GET"
    assert request.target == "/instances/3B0/token/T0KEN%2F1/phone-exists/5511999999999"


async def test_an_audio_call_without_a_ring_time_has_the_usual_one() -> None:
    async with account(RING.placed) as (zapi, server):
        await soon(zapi.place(CallRequest("account-1", NUMBER, CallKind.AUDIO, audio=LINK), leave))
    assert json.loads(server.requests[0].body)["callDuration"] == 5


KEY, PLACE = "marker-key-27d8", "marker-place-33b1"
URL = f"https://files.example/ol%C3%A1.mp3?user=ana%20b&key={KEY}#{PLACE}"
QUOTED = {"as it is": URL, "in words": f"cannot get {URL}", "decoded": unquote(URL), "HTML": html.escape(URL)}


@pytest.mark.parametrize("quoted", QUOTED.values(), ids=QUOTED)
@pytest.mark.parametrize("status", [200, 400, 500])
async def test_an_error_shows_no_key_of_the_link(status: int, quoted: str) -> None:
    request = CallRequest("account-1", NUMBER, CallKind.AUDIO, audio=AudioLink(URL))
    async with account(json.dumps({"error": quoted}).encode(), status) as (zapi, _):
        with pytest.raises(ProviderError) as failed:
            await soon(zapi.place(request, leave))
    error = failed.value
    shown = error.detail + str(error) + repr(error)
    assert "files.example" in shown
    assert KEY not in shown
    assert PLACE not in shown


async def test_the_token_is_in_no_connection_shown() -> None:
    token = "T0KEN-OF-16-SIGNS"
    said = json.dumps({"connected": False, "error": f"no /instances/3B0/token/{token}"}).encode()
    async with account(said, token=Secret(token)) as (zapi, _):
        assert await soon(zapi.connection()) == Connection(Line.DISCONNECTED, "no /instances/3B0/token/…")
