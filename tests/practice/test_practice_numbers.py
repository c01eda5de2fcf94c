"""What each magic number does, over HTTP and WebSocket."""

from __future__ import annotations

import asyncio
import time

import httpx
import pytest

from app.practice.server import PracticeServer

PACE = 0.05
DEADLINE_S = 10.0


@pytest.mark.parametrize(
    ("ending", "duration", "kinds"),
    [
        ("0001", 8, ["offer", "accepted", "terminated"]),
        ("0001", 1, ["offer", "terminated"]),
        ("0002", 8, ["offer", "rejected", "terminated"]),
        ("0003", 8, ["offer", "terminated"]),
        ("4321", 8, ["offer", "terminated"]),
    ],
)
async def test_events_of_a_call(listen, ring, news, ending, duration, kinds):
    async with listen() as socket:
        reply = await ring(ending, duration)
        assert await news(socket, reply.json()["callId"]) == kinds


async def test_the_ring_lasts_its_duration_at_the_servers_pace(listen, ring, news):
    async with listen() as socket:
        placed_at = time.monotonic()
        reply = await ring("0003", 10)
        await news(socket, reply.json()["callId"])
    assert time.monotonic() - placed_at >= 10 * PACE


async def test_events_of_calls_at_once_keep_apart(listen, ring):
    async with listen() as socket:
        ids = {(await ring("0001")).json()["callId"] for _ in range(3)}
        seen: dict[str, list[str]] = {call_id: [] for call_id in ids}
        async with asyncio.timeout(DEADLINE_S):
            while any("terminated" not in kinds for kinds in seen.values()):
                data = httpx.Response(200, text=await socket.recv()).json()["data"]
                seen[data["callId"]].append(data["type"])
    assert set(map(tuple, seen.values())) == {("offer", "accepted", "terminated")}


async def test_audio_calls_follow_the_number_too(listen, client, news):
    async with listen() as socket:
        body = {"number": "5511999990001", "mediaUrl": "https://example.com/a.mp3"}
        reply = await client.post("/api/call/audio/practice", json=body)
        assert await news(socket, reply.json()["callId"]) == ["offer", "accepted", "terminated"]


async def test_0005_fails_with_a_reason(ring):
    reply = await ring("0005")
    assert reply.status_code == 500
    assert reply.json()["success"] is False
    assert reply.json()["error"]["message"]


async def test_0006_breaks_after_the_request_was_read(server, ring):
    with pytest.raises(httpx.RemoteProtocolError):
        await ring("0006")
    record = server.requests[-1]
    assert record.body_bytes > 0
    assert record.status is None
    assert server.calls_received == 1
    assert (await ring("0003")).status_code == 200


async def test_0007_limits_the_token_for_five_seconds(server, client, ring):
    limited_at = time.time()
    reply = await ring("0007")
    assert reply.status_code == 429
    assert reply.json()["error"]["message"] == "Rate limit exceeded. Try again later."
    assert reply.headers["X-RateLimit-Remaining"] == "0"
    assert limited_at + 5 * PACE <= int(reply.headers["X-RateLimit-Reset"]) <= limited_at + 5 * PACE + 2

    reply = await client.get("/api/instance/list")
    assert reply.status_code == 429
    assert reply.headers["X-RateLimit-Remaining"] == "0"
    other = await client.get("/api/instance/list", headers={"token": server.account_token})
    assert other.status_code == 200

    async with asyncio.timeout(DEADLINE_S):
        while reply.status_code == 429:
            reply = await client.get("/api/instance/list")
    assert time.time() >= limited_at + 5 * PACE
    assert reply.status_code == 200
    assert int(reply.headers["X-RateLimit-Remaining"]) > 90


def test_0007_resets_five_seconds_ahead_in_true_time():
    with PracticeServer() as server, httpx.Client(trust_env=False, timeout=DEADLINE_S) as client:
        before = time.time()
        reply = client.post(
            f"{server.base_url}/api/call/fake/practice",
            json={"number": "5511999990007"},
            headers={"token": server.token},
        )
        assert before + 5 <= int(reply.headers["X-RateLimit-Reset"]) <= time.time() + 6


async def test_0008_refuses_the_token(ring, client):
    reply = await ring("0008")
    assert reply.status_code == 401
    assert reply.json() == {"success": False, "error": {"message": "Invalid token"}}
    assert (await client.get("/api/instance/list")).status_code == 200


async def test_0009_replies_late_and_then_rings(listen, ring, news):
    async with listen() as socket:
        sent_at = time.monotonic()
        reply = await ring("0009", 1)
        assert time.monotonic() - sent_at >= 20 * PACE
        assert reply.status_code == 200
        assert await news(socket, reply.json()["callId"]) == ["offer", "terminated"]


async def test_a_jid_chooses_by_its_digits(client):
    body = {"number": "5511999990005@s.whatsapp.net", "duration": 8}
    assert (await client.post("/api/call/fake/practice", json=body)).status_code == 500
