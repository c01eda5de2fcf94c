"""Faults that a test injects, as a client sees them."""

from __future__ import annotations

import asyncio
import time

import httpx
import pytest

from app.practice import faults

DEADLINE_S = 10.0

as_reset = pytest.mark.wine_cannot("it shows a reset as an end")


async def test_html_instead_of_json(server, ring):
    server.inject(faults.HTML_REPLY)
    reply = await ring("0003")
    assert (reply.status_code, reply.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert reply.text.startswith("<!doctype html>")
    assert reply.headers["X-RateLimit-Remaining"] == "99"


async def test_not_success_with_200(server, ring):
    server.inject(faults.NOT_SUCCESS)
    reply = await ring("0003")
    assert reply.status_code == 200
    assert reply.json()["success"] is False


async def test_200_without_call_id(server, ring):
    server.inject(faults.NO_CALL_ID)
    reply = await ring("0003")
    assert reply.status_code == 200
    assert reply.json()["success"] is True
    assert "callId" not in reply.json()


async def test_oversized_body(server, ring):
    server.inject(faults.OVERSIZED)
    reply = await ring("0003")
    assert reply.json()["callId"]
    assert len(reply.content) > 1024 * 1024


async def test_redirect(server, ring):
    server.inject(faults.REDIRECT)
    reply = await ring("0003")
    assert reply.status_code == 302
    assert reply.headers["Location"] == "/redirected"


async def test_late_reply_is_the_true_one(server, listen, ring):
    server.inject(faults.late(0.2))
    async with listen() as socket:
        sent_at = time.monotonic()
        placing = asyncio.create_task(ring("0003"))
        async with asyncio.timeout(DEADLINE_S):
            await socket.recv()
        assert not placing.done()
        reply = await placing
    assert time.monotonic() - sent_at >= 0.2
    assert reply.json()["callId"].startswith("3EB0")


@as_reset
async def test_reset_before_the_body_was_read(server, client, listen):
    server.inject(faults.RESET_BEFORE_BODY)
    with pytest.raises((httpx.ReadError, httpx.WriteError)):
        await client.post("/api/call/fake/practice", content=b"x" * 10_000_000)
    record = server.requests[-1]
    assert (record.status, server.calls_received) == (None, 1)
    assert record.body_bytes < 10_000_000


@as_reset
async def test_reset_before_the_reply(server, listen, ring):
    server.inject(faults.RESET_BEFORE_REPLY)
    async with listen() as socket:
        with pytest.raises(httpx.ReadError):
            await ring("0003")
        async with asyncio.timeout(DEADLINE_S):
            assert '"offer"' in await socket.recv()  # it was placed


@as_reset
async def test_reset_halfway_through_the_reply(server, client):
    server.inject(faults.RESET_DURING_REPLY)
    body = {"number": "5511999990003", "duration": 8}
    async with client.stream("POST", "/api/call/fake/practice", json=body) as reply:
        assert reply.status_code == 200
        with pytest.raises(httpx.ReadError):
            await reply.aread()


async def test_a_fault_strikes_once_and_only_its_method(server, client, ring):
    server.inject(faults.NO_CALL_ID)
    server.inject(faults.HTML_REPLY)
    assert (await client.get("/api/instance/list")).json()["success"] is True
    assert "callId" not in (await ring("0003")).json()
    assert (await ring("0003")).text.startswith("<!doctype")
    assert (await ring("0003")).json()["callId"]


async def test_a_fault_can_strike_a_get(server, client):
    server.inject(faults.HTML_REPLY, method="GET")
    assert (await client.get("/api/instance/list")).text.startswith("<!doctype")


async def test_a_fault_of_ones_own(server, ring):
    server.inject(faults.Fault(b'{"success": true, "callId": 7}', status=201))
    reply = await ring("0003")
    assert (reply.status_code, reply.json()["callId"]) == (201, 7)


async def test_a_fault_on_a_number_that_breaks_anyway(server, ring):
    server.inject(faults.HTML_REPLY)
    with pytest.raises(httpx.RemoteProtocolError):
        await ring("0006")


async def test_dropped_connections_are_replaced_by_new_ones(server, client, listen):
    await client.get("/api/instance/list")
    async with listen() as socket:
        server.drop_connections()
        async with asyncio.timeout(DEADLINE_S):
            await socket.wait_closed()
    assert (await client.get("/api/instance/list")).status_code == 200


async def test_blocked_token(server, client):
    server.block_token(server.token, 60)
    assert (await client.get("/api/instance/list")).status_code == 429
