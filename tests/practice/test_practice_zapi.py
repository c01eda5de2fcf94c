"""Z-API's contract, and what the magic numbers do there."""

from __future__ import annotations

import time

import httpx
import pytest

from app.practice.server import PracticeServer

PHONE = "5511999999999"
PACE = 0.05
LINK = "https://example.com/a.mp3"


def path_of(server, instance=None, token=None, rest="send-call"):
    instance, token = instance or server.zapi.instance, token or server.zapi.token
    return f"{server.base_url}/instances/{instance}/token/{token}/{rest}"


def error_of(reply):
    """Return the status and the words of an error in one of the two documented shapes."""
    assert reply.headers["Content-Type"] == "application/json"
    body = reply.json()
    assert set(body) in ({"error"}, {"error", "message"})
    return reply.status_code, body.get("message", body["error"])


@pytest.fixture
def call(zapi):
    async def call(ending="9999", **fields):
        return await zapi.post("/send-call", json={"phone": f"551199999{ending}", **fields})

    return call


# --- calls --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"callDuration": 1},
        {"callDuration": 15},
        {"callAudioUrl": LINK},
        {"callDuration": 5, "callAudioUrl": "http://example.com/a", "unknown": [1]},
    ],
)
async def test_call(server, call, fields):
    reply = await call(**fields)
    assert reply.status_code == 200
    body = reply.json()
    assert set(body) == {"zaapId", "messageId", "id"}
    assert body["id"] == body["messageId"] != body["zaapId"]
    (placed,) = server.calls_placed
    assert (placed.provider, placed.call_id, placed.digits) == ("zapi", body["id"], PHONE)


async def test_the_link_of_an_audio_call_is_kept(server, call):
    reply = await call(callAudioUrl=LINK)
    (sound,) = server.sounds
    assert (sound.call_id, sound.media, sound.duration_s) == (reply.json()["id"], LINK, None)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"phone": ""},
        {"phone": 5511999999999},
        {"phone": "+5511999999999"},
        {"phone": "55 11 99999-9999"},
        {"phone": f"{PHONE}@s.whatsapp.net"},
        {"phone": None},
        {"phone": PHONE, "callDuration": 0},
        {"phone": PHONE, "callDuration": 16},
        {"phone": PHONE, "callDuration": 5.0},
        {"phone": PHONE, "callDuration": "5"},
        {"phone": PHONE, "callDuration": True},
        {"phone": PHONE, "callDuration": None},
        {"phone": PHONE, "callAudioUrl": ""},
        {"phone": PHONE, "callAudioUrl": "ftp://example.com/a.mp3"},
        {"phone": PHONE, "callAudioUrl": "https://[broken"},
        {"phone": PHONE, "callAudioUrl": "data:audio/mpeg;base64,YWJj"},
        {"phone": PHONE, "callAudioUrl": None},
        [],
    ],
)
async def test_invalid_body(server, zapi, fields):
    status, words = error_of(await zapi.post("/send-call", json=fields))
    assert status == 400
    assert words
    assert not server.calls_placed


async def test_body_that_is_not_json(zapi):
    reply = await zapi.post("/send-call", content=b"{", headers={"Content-Type": "application/json"})
    assert error_of(reply)[0] == 400


@pytest.mark.parametrize("headers", [{}, {"Content-Type": "text/plain"}])
async def test_415_without_the_content_type(zapi, headers):
    reply = await zapi.post("/send-call", content=b'{"phone": "5511999999999"}', headers=headers)
    assert error_of(reply)[0] == 415


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/send-call"), ("POST", "/status"), ("POST", f"/phone-exists/{PHONE}")]
)
async def test_405_for_another_method(zapi, method, path):
    reply = await zapi.request(method, path)
    assert error_of(reply)[0] == 405
    assert reply.headers["Allow"]


@pytest.mark.parametrize("path", ["/send-calls", "/status/", "/phone-exists/", ""])
async def test_unknown_path(zapi, path):
    assert error_of(await zapi.get(path))[0] == 404


# --- who may call -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("method", "rest"), [("POST", "send-call"), ("GET", "status")])
async def test_wrong_token_or_instance(server, zapi, method, rest):
    assert error_of(await zapi.request(method, path_of(server, token="wrong", rest=rest)))[0] == 401
    assert error_of(await zapi.request(method, path_of(server, instance="other", rest=rest)))[0] == 404


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/send-call"), ("GET", "/status"), ("GET", f"/phone-exists/{PHONE}")]
)
async def test_client_token_is_needed(zapi, method, path):
    del zapi.headers["Client-Token"]
    reply = await zapi.request(method, path, json={"phone": PHONE})
    assert reply.json() == {"error": "null not allowed"}


async def test_wrong_client_token(zapi):
    reply = await zapi.get("/status", headers={"Client-Token": "wrong"})
    assert error_of(reply) == (403, "Client-Token not allowed")


async def test_client_token_is_not_needed_where_that_is_off(server, zapi, call):
    server.zapi.needs_client_token = False
    del zapi.headers["Client-Token"]
    assert (await call()).status_code == 200


async def test_the_token_is_in_no_record(server, zapi, call):
    await call()
    await zapi.get(f"{server.base_url}//instances/practice/token/{server.zapi.token}")
    assert [record.path for record in server.requests] == [
        "/instances/practice/token/***/send-call",
        "//instances/practice/token/***",
    ]
    assert server.calls_received == 1


# --- the line and its numbers -------------------------------------------------------------------------


async def test_status_of_the_line(zapi):
    assert (await zapi.get("/status")).json() == {
        "connected": True,
        "error": "",
        "smartphoneConnected": True,
    }


async def test_status_of_a_phone_that_is_offline(server, zapi):
    server.zapi.phone_online = False
    assert (await zapi.get("/status")).json() == {
        "connected": True,
        "error": "",
        "smartphoneConnected": False,
    }


async def test_a_line_that_is_not_connected_cannot_call(server, zapi, call):
    server.zapi.connected = False
    server.zapi.error = "You need to restore the session."
    assert (await zapi.get("/status")).json() == {
        "connected": False,
        "error": "You need to restore the session.",
        "smartphoneConnected": False,
    }
    assert error_of(await call()) == (500, "You need to restore the session.")
    assert not server.calls_placed


@pytest.mark.parametrize(
    ("phone", "exists"), [(PHONE, True), ("5511999990001", True), ("5511999990010", False)]
)
async def test_whether_a_number_has_whatsapp(zapi, phone, exists):
    assert (await zapi.get(f"/phone-exists/{phone}")).json() == {"exists": exists, "phone": phone}


async def test_only_digits_are_a_number(zapi):
    assert error_of(await zapi.get("/phone-exists/+5511999990001"))[0] == 400


# --- magic numbers ------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["0001", "0002", "0003", "0004", "0010", "4321"])
async def test_numbers_that_ring(call, ending):
    assert (await call(ending)).status_code == 200


async def test_0005_fails_with_a_reason(server, call):
    status, words = error_of(await call("0005"))
    assert (status, bool(words)) == (500, True)
    assert (server.calls_received, server.calls_placed) == (1, [])


async def test_0006_breaks_after_the_request_was_read(server, call):
    with pytest.raises(httpx.RemoteProtocolError):
        await call("0006")
    assert server.requests[-1].body_bytes > 0
    assert server.requests[-1].status is None


async def test_0007_limits_the_token_for_five_seconds(zapi, call):
    assert "X-RateLimit-Limit" not in (await call()).headers
    limited_at = time.time()
    reply = await call("0007")
    assert error_of(reply)[0] == 429
    assert int(reply.headers["X-RateLimit-Reset"]) >= limited_at + 5 * PACE
    while reply.status_code == 429:
        reply = await zapi.get("/status")
    assert time.time() >= limited_at + 5 * PACE
    assert "X-RateLimit-Limit" not in reply.headers


async def test_0008_refuses_the_token(zapi, call):
    assert error_of(await call("0008"))[0] == 401
    assert (await zapi.get("/status")).status_code == 200


async def test_0009_replies_late(call):
    sent_at = time.monotonic()
    assert (await call("0009")).status_code == 200
    assert time.monotonic() - sent_at >= 20 * PACE


async def test_no_limit_is_documented(zapi):
    assert {(await zapi.get("/status")).status_code for _ in range(105)} == {200}


def test_tokens_are_new_for_each_provider():
    one, two = PracticeServer(), PracticeServer()
    secrets = [*one.secrets("zapi").values(), *two.secrets("zapi").values()]
    assert len(set(secrets)) == 4
    assert not any(secret in repr(one.zapi) for secret in secrets)
