"""What becomes of a Ringyo call by the clock, and what the magic numbers do there."""

from __future__ import annotations

import asyncio
import io
import time
import wave

import httpx
import pytest

from app.practice.ringyo_calls import OVER, QUEUED_S, RING_S, RingyoCalls, RingyoOrder, course_of
from app.practice.scenarios import REACTION_S, TALK_S, scenario_for

PACE = 0.05
DEADLINE_S = 10.0
ASKED = {"include": "transcript,recording"}


@pytest.fixture
def call(ringyo):
    async def call(ending, key="", **fields):
        headers = {"Idempotency-Key": key} if key else {}
        body = {"phone_number": f"+551199999{ending}", "agent_id": "agent_0001", **fields}
        return await ringyo.post("/v1/calls", json=body, headers=headers)

    return call


@pytest.fixture
def watch(server, ringyo):
    """Ask for a call each time its status has changed, until it is over; return the statuses and the end."""

    async def watch(call_id):
        calls = server.ringyo.calls
        seen = []
        async with asyncio.timeout(DEADLINE_S):
            while not seen or seen[-1]["status"] not in OVER:
                while seen and calls.get(call_id).status(calls.now)[1] == seen[-1]["status"]:
                    await asyncio.to_thread(calls.all)
                seen.append((await ringyo.get(f"/v1/calls/{call_id}", params=ASKED)).json())
        return [shown["status"] for shown in seen], seen[-1]

    return watch


def in_order(seen, expected):
    """Whether `seen` ends as expected and passes over nothing but what a busy computer missed."""
    return seen[-1] == expected[-1] and seen == [status for status in expected if status in seen]


@pytest.mark.parametrize(
    ("digits", "course"),
    [
        ("0001", ((0, "queued"), (1, "ringing"), (3, "in_progress"), (8, "completed"))),
        ("0002", ((0, "queued"), (1, "ringing"), (3, "no_answer"))),
        ("0003", ((0, "queued"), (1, "ringing"), (16, "no_answer"))),
        ("0004", ((0, "queued"), (2, "busy"))),
        ("0009", ((0, "queued"), (21, "ringing"), (36, "no_answer"))),
        ("4321", ((0, "queued"), (1, "ringing"), (16, "no_answer"))),
    ],
)
def test_course_of_a_number(digits, course):
    assert course_of(scenario_for(digits), TALK_S) == course


def test_the_clock_moves_a_call():
    clock = iter((100.0, 100.0, 101.9, 102.0, 105.9, 106.0, 115.9, 116.0, 999.0))
    calls = RingyoCalls(2.0, lambda: next(clock))
    order = RingyoOrder("+5511999990001", "agent_0001", "", {}, True, 3600)
    call = calls.place(order, scenario_for("0001"), "")
    seen = [call.status(calls.now)[1] for _ in range(8)]
    assert seen == ["queued"] * 2 + ["ringing"] * 2 + ["in_progress"] * 2 + ["completed"] * 2


async def test_0001_is_answered_and_has_a_report(ringyo, call, watch):
    placed_at = time.monotonic()
    placed = (await call("0001")).json()
    statuses, shown = await watch(placed["id"])
    assert in_order(statuses, ["queued", "ringing", "in_progress", "completed"])
    assert time.monotonic() - placed_at >= (QUEUED_S + REACTION_S + TALK_S) * PACE
    assert shown["duration"] == 5
    assert shown["ended_at"] > shown["created_at"]
    assert [said["role"] for said in shown["transcript"]] == ["agent", "user", "agent", "user"]
    assert all(set(said) == {"role", "content", "timestamp"} for said in shown["transcript"])

    del ringyo.headers["Authorization"]
    recording = await ringyo.get(shown["recording_url"])
    assert (recording.status_code, recording.headers["Content-Type"]) == (200, "audio/wav")
    with wave.open(io.BytesIO(recording.content)) as sound:
        assert sound.getnframes() / sound.getframerate() == 5
    assert len(recording.content) < 200_000


async def test_the_report_comes_only_when_it_is_asked_for(ringyo, call, watch):
    placed = (await call("0001")).json()
    await watch(placed["id"])
    bare = (await ringyo.get(f"/v1/calls/{placed['id']}")).json()
    assert not {"transcript", "recording_url"} & set(bare)
    one = (await ringyo.get(f"/v1/calls/{placed['id']}", params={"include": "recording"})).json()
    assert "transcript" not in one
    other = await ringyo.get(f"/v1/calls/{placed['id']}", params={"include": "everything"})
    assert other.status_code == 400


async def test_before_its_end_a_call_has_no_report(ringyo, call):
    placed = (await call("0003")).json()
    shown = (await ringyo.get(f"/v1/calls/{placed['id']}", params=ASKED)).json()
    assert (shown["transcript"], shown["recording_url"]) == ([], None)
    assert not {"duration", "ended_at"} & set(shown)


async def test_a_call_that_is_not_recorded(call, watch):
    placed = (await call("0001", record=False)).json()
    _, shown = await watch(placed["id"])
    assert shown["recording_url"] is None
    assert shown["transcript"]


async def test_the_longest_duration_ends_a_call(ringyo, call, watch):
    placed = (await call("0001", max_duration=2)).json()
    _, shown = await watch(placed["id"])
    assert shown["duration"] == 2
    assert len(shown["transcript"]) == 2
    with wave.open(io.BytesIO((await ringyo.get(shown["recording_url"])).content)) as sound:
        assert sound.getnframes() / sound.getframerate() == 2


@pytest.mark.parametrize("key", ["", "?key=wrong"])
async def test_the_recording_is_for_those_who_have_its_link(ringyo, call, watch, key):
    placed = (await call("0001")).json()
    _, shown = await watch(placed["id"])
    url = shown["recording_url"].partition("?")[0]
    assert (await ringyo.get(url + key)).status_code == 404


async def test_the_link_of_a_recording_is_in_no_record(server, ringyo, call, watch):
    placed = (await call("0001")).json()
    _, shown = await watch(placed["id"])
    await ringyo.get(shown["recording_url"])
    assert server.requests[-1].path == f"/recordings/{placed['id']}.wav"


@pytest.mark.parametrize(
    ("ending", "expected", "least_s"),
    [
        ("0002", ["queued", "ringing", "no_answer"], QUEUED_S + REACTION_S),
        ("0003", ["queued", "ringing", "no_answer"], QUEUED_S + RING_S),
        ("0004", ["queued", "busy"], REACTION_S),
        ("4321", ["queued", "ringing", "no_answer"], QUEUED_S + RING_S),
    ],
)
async def test_calls_that_are_not_answered(call, watch, ending, expected, least_s):
    placed_at = time.monotonic()
    placed = (await call(ending)).json()
    statuses, shown = await watch(placed["id"])
    assert in_order(statuses, expected)
    assert time.monotonic() - placed_at >= least_s * PACE
    assert "duration" not in shown
    assert (shown["transcript"], shown["recording_url"]) == ([], None)


@pytest.mark.parametrize("status", ["initiated", "answered", "transferred", "failed", "novelty"])
async def test_a_status_that_a_test_tells(server, ringyo, call, status):
    placed = (await call("0003")).json()
    server.ringyo.calls.tell(placed["id"], status)
    shown = (await ringyo.get(f"/v1/calls/{placed['id']}")).json()
    assert shown["status"] == status
    assert ("ended_at" in shown) is (status == "failed")


async def test_0005_fails_with_a_reason(server, call):
    reply = await call("0005")
    assert (reply.status_code, reply.json()["error"]["code"]) == (500, "internal_error")
    assert reply.json()["error"]["message"]
    assert (server.calls_received, server.calls_placed) == (1, [])


async def test_0006_breaks_and_a_repeated_post_rings_once(server, call):
    with pytest.raises(httpx.RemoteProtocolError):
        await call("0006", "press 1")
    assert server.requests[-1].body_bytes > 0
    assert server.requests[-1].status is None
    reply = await call("0006", "press 1")
    assert reply.status_code == 201
    assert [placed.call_id for placed in server.calls_placed] == [reply.json()["id"]]


async def test_0006_without_a_key_rings_each_time(server, call):
    for _ in range(2):
        with pytest.raises(httpx.RemoteProtocolError):
            await call("0006")
    assert len(server.calls_placed) == 2


async def test_0007_limits_the_key_for_five_seconds(ringyo, call):
    limited_at = time.time()
    reply = await call("0007")
    assert (reply.status_code, reply.json()["error"]["code"]) == (429, "rate_limit_exceeded")
    assert reply.headers["X-RateLimit-Remaining"] == "0"
    assert int(reply.headers["X-RateLimit-Reset"]) >= limited_at + 5 * PACE
    while reply.status_code == 429:
        reply = await ringyo.get("/v1/agents")
    assert time.time() >= limited_at + 5 * PACE


async def test_0008_refuses_the_key(ringyo, call):
    assert (await call("0008")).status_code == 401
    assert (await ringyo.get("/v1/agents")).status_code == 200


async def test_0009_replies_late_and_a_repeated_post_at_once(server, call):
    sent_at = time.monotonic()
    late = asyncio.create_task(call("0009", "press 1"))
    async with asyncio.timeout(DEADLINE_S):
        while not server.calls_placed:
            await asyncio.to_thread(server.requests.copy)
    again = await call("0009", "press 1")
    assert not late.done()
    assert (await late).json() == again.json()
    assert time.monotonic() - sent_at >= 20 * PACE
    assert len(server.calls_placed) == 1


async def test_calls_outlast_a_stop(server, ringyo, call):
    placed = (await call("0003")).json()
    server.stop()
    server.start()
    assert (await ringyo.get(f"/v1/calls/{placed['id']}")).json()["id"] == placed["id"]
