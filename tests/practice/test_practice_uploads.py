"""Large bodies on their way: slow, held, broken off, refused early, given up."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from typing import TYPE_CHECKING

import httpx
import made_sounds
import pytest

from app.practice import faults

if TYPE_CHECKING:
    from app.practice.server import PracticeServer

AUDIO = "/api/call/audio/practice"
DEADLINE_S = 10.0
PIECE = 320 * 1024
"""Bytes that the server may read more than it was told."""
SOUND = made_sounds.wav(0.1) + bytes(12_000_000)
BODY = json.dumps({"number": "5511999990003", "mediaBase64": base64.b64encode(SOUND).decode()}).encode()


@pytest.fixture
def upload(client):
    """Place an audio call of 16 MB."""

    async def upload() -> httpx.Response:
        return await client.post(AUDIO, content=BODY, headers={"Content-Type": "application/json"})

    return upload


async def until_read(server: PracticeServer, size: int) -> None:
    """Return once the server has read `size` bytes of the newest request's body."""
    async with asyncio.timeout(DEADLINE_S):
        while not server.requests or server.requests[-1].body_bytes < size:
            await asyncio.to_thread(server.requests.copy)


async def headers_sent(server: PracticeServer) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Connect, and send all of an audio call but its body."""
    host, _, port = server.base_url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(
        f"POST {AUDIO} HTTP/1.1\r\nHost: x\r\ntoken: {server.token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(BODY)}\r\n\r\n".encode()
    )
    return reader, writer


async def test_body_that_is_read_slowly(server, upload):
    server.inject(faults.slow_reading(len(BODY) / 0.3))
    sent_at = time.monotonic()
    assert (await upload()).status_code == 200
    assert time.monotonic() - sent_at >= 0.3
    assert server.requests[-1].body_bytes == len(BODY)
    assert server.sounds[0].media == SOUND


async def test_upload_is_held_halfway_and_goes_on(server, upload):
    half = len(BODY) // 2
    server.inject(faults.held_after(half))
    uploading = asyncio.create_task(upload())
    await until_read(server, half)
    assert half <= server.requests[-1].body_bytes < half + PIECE
    assert not uploading.done()
    assert not server.sounds
    server.release_uploads()
    assert (await uploading).status_code == 200
    assert server.sounds[0].media == SOUND


async def test_small_body_is_held_before_it_is_carried_out(server, ring):
    server.inject(faults.held_after(1))
    ringing = asyncio.create_task(ring("0005"))
    await until_read(server, 1)
    assert server.requests[-1].status is None
    server.release_uploads()
    assert (await ringing).status_code == 500


async def test_held_body_of_a_number_that_breaks(server, ring):
    server.inject(faults.held_after(1))
    ringing = asyncio.create_task(ring("0006"))
    await until_read(server, 1)
    server.release_uploads()
    with pytest.raises(httpx.RemoteProtocolError):
        await ringing


async def test_upload_that_is_cancelled_halfway_places_no_call(server, upload, caplog):
    server.inject(faults.held_after(len(BODY) // 2))
    uploading = asyncio.create_task(upload())
    await until_read(server, len(BODY) // 2)
    uploading.cancel()
    await asyncio.wait({uploading})
    server.release_uploads()
    server.stop()
    record = server.requests[-1]
    assert (record.status, server.sounds) == (None, [])
    assert record.body_bytes < len(BODY)
    assert not caplog.records


async def test_client_that_stops_sending_halfway_places_no_call(server, caplog):
    _reader, writer = await headers_sent(server)
    writer.write(BODY[: len(BODY) // 2])
    await until_read(server, len(BODY) // 2)
    writer.close()
    await writer.wait_closed()
    server.stop()
    record = server.requests[-1]
    assert (record.body_bytes, record.status, server.sounds) == (len(BODY) // 2, None, [])
    assert not caplog.records


@pytest.mark.wine_cannot("it shows a reset as an end")
async def test_connection_breaks_halfway(server, upload):
    half = len(BODY) // 2
    server.inject(faults.reset_after(half))
    with pytest.raises((httpx.ReadError, httpx.WriteError)):
        await upload()
    record = server.requests[-1]
    assert (record.status, server.sounds) == (None, [])
    assert half <= record.body_bytes < half + PIECE


async def test_refusal_halfway_ends_the_connection(server):
    server.inject(faults.refused_after(1000, 413, "too large"))
    reader, writer = await headers_sent(server)
    writer.write(BODY[:1000])
    async with asyncio.timeout(DEADLINE_S):
        head, _, body = (await reader.read()).partition(b"\r\n\r\n")
    writer.close()
    assert head.startswith(b"HTTP/1.1 413 ")
    assert json.loads(body) == {"success": False, "error": {"message": "too large"}}
    record = server.requests[-1]
    assert (record.body_bytes, record.status, server.sounds) == (1000, 413, [])


async def test_client_that_still_sends_may_miss_the_refusal(server, upload):
    server.inject(faults.refused_after(1000, 413, "too large"))
    try:
        status = (await upload()).status_code
    except (httpx.ReadError, httpx.WriteError):
        status = 413
    assert status == 413
    assert server.requests[-1].status == 413
    assert not server.sounds


async def test_refusal_by_the_server_itself_reaches_a_client_that_still_sends(client):
    reply = await client.post(AUDIO, content=BODY, headers={"token": "wrong"})
    assert reply.status_code == 401


@pytest.mark.parametrize("fault", [faults.held_after(1), faults.slow_reading(1)], ids=["held", "slow"])
async def test_stops_under_an_upload(server, upload, fault, caplog):
    server.inject(fault)
    uploading = asyncio.create_task(upload())
    await until_read(server, 1)
    server.stop()
    with pytest.raises((httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError)):
        await uploading
    assert not server.sounds
    assert not caplog.records
