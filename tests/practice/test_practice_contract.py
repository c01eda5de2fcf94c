"""The documented rows of RyzeAPI's contract, and what is undocumented but must not pass."""

from __future__ import annotations

import pytest

RING = "/api/call/fake/practice"
AUDIO = "/api/call/audio/practice"
NUMBER = "5511999999999"


def error_of(reply):
    """Return the status and the message of an error in the documented envelope."""
    body = reply.json()
    assert reply.headers["Content-Type"] == "application/json"
    assert body == {"success": False, "error": {"message": body["error"]["message"]}}
    return reply.status_code, body["error"]["message"]


# --- ring calls ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "duration"),
    [
        ({"duration": 1}, 1),
        ({"duration": 60}, 60),
        ({"duration": 0}, 8),
        ({}, 8),
        ({"duration": 8, "unknown": [1]}, 8),
    ],
)
async def test_ring_call(client, fields, duration):
    reply = await client.post(RING, json={"number": NUMBER, **fields})
    assert reply.status_code == 200
    body = reply.json()
    assert body.pop("callId").startswith("3EB0")
    assert body == {
        "success": True,
        "message": "Call placed successfully",
        "number": NUMBER,
        "duration": duration,
    }


async def test_private_jid_is_a_number(client):
    reply = await client.post(RING, json={"number": f"{NUMBER}@s.whatsapp.net", "duration": 8})
    assert reply.json()["number"] == NUMBER


async def test_every_call_has_an_id_of_its_own(client):
    replies = [await client.post(RING, json={"number": NUMBER}) for _ in range(3)]
    assert len({reply.json()["callId"] for reply in replies}) == 3


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "Number is required"),
        ({"number": ""}, "Number is required"),
        ({"number": None}, "Number is required"),
        ({"number": NUMBER, "duration": -1}, "Duration must be between 1 and 60 seconds"),
        ({"number": NUMBER, "duration": 61}, "Duration must be between 1 and 60 seconds"),
        ({"number": NUMBER, "duration": 10**30}, "Duration must be between 1 and 60 seconds"),
    ],
)
async def test_documented_refusal_of_a_ring_call(client, fields, message):
    assert error_of(await client.post(RING, json=fields)) == (400, message)


@pytest.mark.parametrize(
    "fields",
    [
        {"number": 5511999999999},
        {"number": "+5511999999999"},
        {"number": "55 11 99999-9999"},
        {"number": "٥٥١١٩٩٩٩٩٩٩٩٩"},
        {"number": "120363000000000000@g.us"},
        {"number": "5511999999999@lid"},
        {"number": "5511999999999\n"},
        {"number": NUMBER, "duration": 8.0},
        {"number": NUMBER, "duration": "8"},
        {"number": NUMBER, "duration": True},
        {"number": NUMBER, "duration": None},
        [],
        "text",
    ],
)
async def test_invalid_body_of_a_ring_call(client, fields):
    status, message = error_of(await client.post(RING, json=fields))
    assert status == 400
    assert message.startswith("Invalid request body: ")
    assert len(message) > len("Invalid request body: ")


@pytest.mark.parametrize("body", [b"", b"{", b"number=1", b'{"number": "\xff"}', b"[" * 100_000])
async def test_body_that_is_not_json(client, body):
    reply = await client.post(RING, content=body, headers={"Content-Type": "application/json"})
    status, message = error_of(reply)
    assert status == 400
    assert message.startswith("Invalid request body: ")


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_content_type_must_be_json(client, content_type):
    reply = await client.post(
        RING, content=b'{"number": "5511999999999"}', headers={"Content-Type": content_type}
    )
    assert error_of(reply) == (400, "Invalid request body: Content-Type must be application/json")


async def test_content_type_may_name_a_charset(client):
    reply = await client.post(
        RING,
        content=b'{"number": "5511999999999"}',
        headers={"Content-Type": "application/json; charset=utf-8"},
    )
    assert reply.status_code == 200


# --- who may do what ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [RING, AUDIO, "/api/events/websocket/practice"])
@pytest.mark.parametrize("token", ["", "wrong"])
async def test_wrong_token_on_a_post(client, path, token):
    reply = await client.post(path, json={"number": NUMBER}, headers={"token": token})
    assert error_of(reply) == (401, "Invalid token")


@pytest.mark.parametrize("path", ["/api/instance/list", "/api/events/getWebsocket/practice"])
async def test_wrong_token_on_a_get(client, path):
    assert error_of(await client.get(path, headers={"token": "wrong"})) == (401, "Invalid token")


async def test_missing_token(client):
    del client.headers["token"]
    assert error_of(await client.get("/api/instance/list")) == (401, "Invalid token")


async def test_token_in_the_query_is_none(server, client):
    del client.headers["token"]
    reply = await client.get("/api/instance/list", params={"token": server.token})
    assert error_of(reply) == (401, "Invalid token")


@pytest.mark.parametrize("instance", ["unknown", "Practice", "practice/more", "practice-offline"])
async def test_unknown_instance_or_not_of_this_token(client, instance):
    reply = await client.post(f"/api/call/fake/{instance}", json={"number": NUMBER})
    assert error_of(reply) == (404, "instance not found")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/call/fake/"),
        ("POST", "/api/call/audio/"),
        ("GET", "/api/events/getWebsocket/"),
        ("POST", "/api/events/websocket/"),
    ],
)
async def test_instance_name_is_required(client, method, path):
    assert error_of(await client.request(method, path)) == (400, "Instance name is required")


@pytest.mark.parametrize("instance", ["practice-offline", "practice-loggedout"])
async def test_line_that_is_not_connected(account, instance):
    async with account() as client:
        reply = await client.post(f"/api/call/fake/{instance}", json={"number": NUMBER})
    assert error_of(reply) == (500, "instance is not connected")


async def test_account_token_may_call_too(account):
    async with account() as client:
        assert (await client.post(RING, json={"number": NUMBER})).status_code == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("POST", "/api/call/fake"),
        ("POST", "/api/call/video/practice"),
        ("GET", "/api/instance/list/"),
        ("GET", "/ws/practice"),
    ],
)
async def test_unknown_path(client, method, path):
    assert error_of(await client.request(method, path)) == (404, "no such path")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", RING),
        ("PUT", AUDIO),
        ("POST", "/api/instance/list"),
        ("POST", "/api/events/getWebsocket/practice"),
        ("GET", "/api/events/websocket/practice"),
    ],
)
async def test_wrong_method(client, method, path):
    reply = await client.request(method, path)
    assert error_of(reply) == (405, "method not allowed")
    assert reply.headers["Allow"]


# --- instances ----------------------------------------------------------------------------------------


async def test_account_token_lists_every_instance(account):
    async with account() as client:
        body = (await client.get("/api/instance/list")).json()
    assert body["success"] is True
    assert body["message"]
    assert {each["name"]: each["connection"]["state"] for each in body["instances"]} == {
        "practice": "connected",
        "practice-offline": "disconnected",
        "practice-loggedout": "loggedout",
    }
    assert set(body["instances"][0]) == {"name", "connection", "profile", "webhook", "websocket"}
    assert set(body["instances"][0]["connection"]) == {
        "state",
        "numberJid",
        "presenceStatus",
        "displayStatus",
    }
    assert set(body["instances"][0]["profile"]) == {"name", "pictureUrl", "isBusiness", "businessName"}
    assert body["instances"][0]["websocket"] == {"enabled": True, "events": [], "mediaBase64": False}


@pytest.mark.parametrize(
    ("names", "listed"),
    [
        ("practice", ["practice"]),
        ("practice,practice-offline", ["practice", "practice-offline"]),
        ("practice,unknown", ["practice"]),
        ("unknown,other", []),
        ("", ["practice", "practice-offline", "practice-loggedout"]),
    ],
)
async def test_account_token_filters_the_list(account, names, listed):
    async with account() as client:
        body = (await client.get("/api/instance/list", params={"instanceName": names})).json()
    assert [each["name"] for each in body["instances"]] == listed


async def test_single_unknown_name_is_not_found(account):
    async with account() as client:
        reply = await client.get("/api/instance/list", params={"instanceName": "unknown"})
    assert error_of(reply) == (404, "instance not found")


@pytest.mark.parametrize("names", ["", "practice-offline", "unknown", "a,b"])
async def test_instance_token_always_gets_its_own(client, names):
    body = (await client.get("/api/instance/list", params={"instanceName": names})).json()
    assert [each["name"] for each in body["instances"]] == ["practice"]


async def test_no_reply_holds_a_token(server, account):
    async with account() as client:
        text = (await client.get("/api/instance/list")).text
    assert server.token not in text
    assert server.account_token not in text


# --- the WebSocket's configuration --------------------------------------------------------------------

CONFIG = "/api/events/websocket/practice"


async def test_configuration_is_overwritten(client):
    for config in (
        {"enabled": True, "events": ["call.update", "message.status"], "mediaBase64": True},
        {"enabled": False, "events": [], "mediaBase64": False},
    ):
        reply = await client.post(CONFIG, json=config)
        assert reply.status_code == 200
        assert reply.json()["success"] is True
        shown = await client.get("/api/events/getWebsocket/practice")
        assert shown.json() == {"success": True, "websocket": config}


async def test_never_configured_is_not_the_same_as_disabled(account):
    async with account() as client:
        reply = await client.get("/api/events/getWebsocket/practice-offline")
    assert error_of(reply) == (404, "WebSocket not configured for this instance")


@pytest.mark.parametrize(
    "config",
    [
        {},
        {"enabled": "true"},
        {"enabled": 1},
        {"enabled": True, "events": "call.update"},
        {"enabled": True, "events": ["call.updated"]},
        {"enabled": True, "events": [1]},
        {"enabled": True, "events": [["call.update"]]},
        {"enabled": True, "mediaBase64": 0},
    ],
)
async def test_invalid_configuration_changes_nothing(client, config):
    status, message = error_of(await client.post(CONFIG, json=config))
    assert status == 400
    assert message.startswith("Invalid request body: ")
    shown = await client.get("/api/events/getWebsocket/practice")
    assert shown.json()["websocket"] == {"enabled": True, "events": [], "mediaBase64": False}
