"""The WebSocket: who gets in, what is pushed, and how it breaks."""

from __future__ import annotations

import asyncio
import json

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

DEADLINE_S = 10.0
CONFIG = "/api/events/websocket/practice"


async def refusal(connecting):
    """Return the status, message and headers with which an upgrade is refused."""
    with pytest.raises(InvalidStatus) as caught:
        await connecting
    response = caught.value.response
    return response.status_code, json.loads(response.body)["error"]["message"], response.headers


async def received(socket):
    async with asyncio.timeout(DEADLINE_S):
        return json.loads(await socket.recv())


async def test_frame_is_as_documented(server, listen, ring):
    async with listen() as socket:
        reply = await ring("0003")
        assert await received(socket) == {
            "event": "call.update",
            "data": {"callId": reply.json()["callId"], "type": "offer"},
            "instanceData": {"baseUrl": server.base_url, "instance": "practice", "token": server.token},
        }


async def test_account_token_may_listen_too(server, listen, ring):
    async with listen(token=server.account_token) as socket:
        await ring("0003")
        assert (await received(socket))["instanceData"]["token"] == server.token


@pytest.mark.parametrize("token", ["", "wrong"])
async def test_wrong_token_is_refused(listen, token):
    status, message, headers = await refusal(listen(token=token))
    assert (status, message) == (401, "Invalid token")
    assert headers["X-RateLimit-Limit"] == "100"
    assert headers["Content-Type"] == "application/json"


async def test_token_in_the_query_does_not_count(server, listen):
    status, message, _ = await refusal(listen(token="", query=f"?token={server.token}"))
    assert (status, message) == (401, "Invalid token")
    assert not any(server.token in str(record) for record in server.requests)


async def test_unknown_instance_is_refused(server, listen):
    status, message, _ = await refusal(listen("practice-offline", token=server.token))
    assert (status, message) == (404, "instance not found")


async def test_unknown_path_is_refused(server):
    url = f"ws{server.base_url.removeprefix('http')}/elsewhere"
    status, message, _ = await refusal(connect(url, additional_headers={"token": server.token}, proxy=None))
    assert (status, message) == (404, "no such path")


@pytest.mark.parametrize("disable_first", [False, True])
async def test_refused_until_enabled(server, account, listen, disable_first):
    config = "/api/events/websocket/practice-offline"
    async with account() as client:
        if disable_first:
            await client.post(config, json={"enabled": False})
        status, message, _ = await refusal(listen("practice-offline"))
        assert status == 400
        assert message.startswith("WebSocket is not enabled for this instance. ")
        await client.post(config, json={"enabled": True})
        async with listen("practice-offline"):
            assert server.live_connections == 1


async def test_upgrades_are_counted_for_the_token(server, client, listen):
    async with listen() as socket:
        assert socket.response.headers["X-RateLimit-Remaining"] == "99"
    reply = await client.get("/api/instance/list")
    assert reply.headers["X-RateLimit-Remaining"] == "98"
    server.block_token(server.token, 60)
    status, message, _ = await refusal(listen())
    assert (status, message) == (429, "Rate limit exceeded. Try again later.")


async def test_only_wanted_events_are_pushed(server, client, listen, ring):
    await client.post(CONFIG, json={"enabled": True, "events": ["instance.state"]})
    async with listen() as socket:
        await ring("0003")
        server.push_line_state("disconnected")
        assert (await received(socket))["event"] == "instance.state"


async def test_disabling_silences_open_sockets(server, client, listen):
    async with listen() as socket:
        await client.post(CONFIG, json={"enabled": False})
        server.push_line_state("disconnected")
        server.push_frame("marker")
        async with asyncio.timeout(DEADLINE_S):
            assert await socket.recv() == "marker"


@pytest.mark.parametrize(
    ("event", "listed"),
    [
        ("disconnected", "disconnected"),
        ("logged_out", "loggedout"),
        ("qr_ready", "connecting"),
        ("temp_banned", "disconnected"),
        ("connected", "connected"),
    ],
)
async def test_line_state_is_pushed_and_the_list_follows(server, client, listen, ring, event, listed):
    async with listen() as socket:
        server.push_line_state(event)
        frame = await received(socket)
    assert (frame["event"], frame["data"]) == ("instance.state", {"state": event})
    [instance] = (await client.get("/api/instance/list")).json()["instances"]
    assert instance["connection"]["state"] == listed
    assert (await ring("0003")).status_code == (200 if listed == "connected" else 500)


async def test_every_listener_of_the_instance_gets_the_event_and_no_other(server, account, listen):
    async with account() as client:
        await client.post("/api/events/websocket/practice-offline", json={"enabled": True})
    async with listen() as one, listen() as two, listen("practice-offline") as other:
        server.push_line_state("disconnected")
        server.push_line_state("connected", instance="practice-offline")
        for socket, instance in ((one, "practice"), (two, "practice"), (other, "practice-offline")):
            assert (await received(socket))["instanceData"]["instance"] == instance


async def test_what_the_client_sends_is_ignored(server, listen):
    async with listen() as socket:
        await socket.send("hello")
        await socket.send(b"\x00")
        await (await socket.ping())
        server.push_frame("marker")
        async with asyncio.timeout(DEADLINE_S):
            assert await socket.recv() == "marker"


async def test_raw_frames_are_pushed_as_they_are(server, listen):
    async with listen() as socket:
        for text in ("garbage", "", "{}"):
            server.push_frame(text)
            async with asyncio.timeout(DEADLINE_S):
                assert await socket.recv() == text


async def test_dropped_sockets_can_come_back(server, listen, ring):
    async with listen() as one, listen() as two:
        server.drop_live()
        for socket in (one, two):
            with pytest.raises(ConnectionClosed) as caught:
                await received(socket)
            assert caught.value.rcvd is None
    async with listen() as socket:
        await ring("0003")
        assert (await received(socket))["event"] == "call.update"
    assert (await ring("0003")).status_code == 200


async def test_calls_outlive_a_dropped_socket(server, listen, ring, news):
    async with listen():
        reply = await ring("0001")
        server.drop_live()
    async with listen() as socket:
        assert (await news(socket, reply.json()["callId"]))[-1] == "terminated"


async def test_upgrades_can_be_refused(server, listen):
    server.refuse_live(503)
    assert (await refusal(listen()))[0] == 503
    server.refuse_live(None)
    async with listen():
        assert server.live_connections == 1


async def test_upgrades_are_recorded(server, listen):
    async with listen():
        pass
    await refusal(listen(token="wrong"))
    assert [str(record) for record in server.requests] == ["GET /ws/practice 101", "GET /ws/practice 401"]
