"""Starting, stopping, and what is remembered."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
import time

import httpx
import pytest
from websockets.asyncio.client import connect

from app.practice import faults
from app.practice.server import PracticeServer

DEADLINE_S = 10.0
RING = "/api/call/fake/practice"


def threads():
    return [thread for thread in threading.enumerate() if thread.name == "practice provider"]


def ask(server, path="/api/instance/list", **headers):
    return httpx.get(server.base_url + path, headers={"token": server.token, **headers}, trust_env=False)


def test_accepts_once_started_and_no_more_once_stopped():
    server = PracticeServer()
    server.start()
    assert ask(server).status_code == 200
    server.stop()
    with pytest.raises(httpx.ConnectError):
        ask(server)
    assert not threads()


def test_stopping_twice_or_before_the_start_is_harmless():
    server = PracticeServer()
    server.stop()
    with server:
        pass
    server.stop()


def test_starting_twice_is_a_mistake(server):
    with pytest.raises(RuntimeError):
        server.start()


def test_taken_port_is_said_clearly():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=f"cannot listen on port {port}"):
            PracticeServer(port=port).start()
    assert not threads()


def test_chosen_port_is_used(server):
    port = int(server.base_url.rpartition(":")[2])
    server.stop()
    with PracticeServer(port=port) as other:
        assert other.base_url == f"http://127.0.0.1:{port}"


def test_has_no_base_url_before_the_start():
    with pytest.raises(RuntimeError):
        _ = PracticeServer().base_url


def test_cannot_be_acted_upon_when_it_does_not_run():
    with pytest.raises(RuntimeError):
        PracticeServer().drop_live()


def test_started_again_it_is_the_same_provider(server):
    before = (server.base_url, server.token, ask(server).status_code)
    server.stop()
    server.start()
    assert (server.base_url, server.token, ask(server).status_code) == before
    assert len(server.requests) == 2


def test_tokens_are_new_for_each_provider():
    one, two = PracticeServer(), PracticeServer()
    tokens = [server.token_of(name) for server in (one, two) for name in ("practice", "practice-offline")]
    tokens += [one.account_token, two.account_token]
    assert len(set(tokens)) == 6
    assert all(len(token) == 32 and int(token, 16) >= 0 for token in tokens)


def test_live_is_never_configured_unless_asked_for():
    with PracticeServer() as server:
        assert ask(server, "/api/events/getWebsocket/practice").status_code == 404


async def test_stops_under_waiting_requests_open_sockets_and_ringing_calls(server, client, ring):
    url = f"ws{server.base_url.removeprefix('http')}/ws/practice"
    async with connect(url, additional_headers={"token": server.token}, proxy=None) as live:
        await ring("0003", 60)
        late = asyncio.create_task(ring("0009"))
        server.inject(faults.late(60), method="GET")
        very_late = asyncio.create_task(client.get("/api/instance/list"))
        async with asyncio.timeout(DEADLINE_S):
            while len(server.requests) < 4:
                await asyncio.to_thread(server.requests.copy)
        stopped_at = time.monotonic()
        server.stop()
        assert time.monotonic() - stopped_at < DEADLINE_S  # though one reply would take a minute
        async with asyncio.timeout(DEADLINE_S):
            await live.wait_closed()
        assert live.close_code == 1012
        for request in (late, very_late):
            with pytest.raises(httpx.RemoteProtocolError):
                await request
    assert not threads()


async def test_stops_under_a_request_whose_body_never_comes(server):
    host, _, port = server.base_url.removeprefix("http://").partition(":")
    _reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(
        f"POST {RING} HTTP/1.1\r\nHost: x\r\ntoken: {server.token}\r\n"
        "Content-Type: application/json\r\nContent-Length: 50\r\n\r\n{".encode()
    )
    async with asyncio.timeout(DEADLINE_S):
        while not server.requests:
            await asyncio.to_thread(server.requests.copy)
    server.stop()
    writer.close()
    with pytest.raises((ConnectionError, TimeoutError)):
        await asyncio.open_connection(host, int(port))


async def test_a_client_that_leaves_in_the_middle_of_its_body_is_no_error(server, caplog):
    host, _, port = server.base_url.removeprefix("http://").partition(":")
    _reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(
        f"POST {RING} HTTP/1.1\r\nHost: x\r\ntoken: {server.token}\r\n"
        "Content-Type: application/json\r\nContent-Length: 50\r\n\r\n{".encode()
    )
    async with asyncio.timeout(DEADLINE_S):
        while not server.requests:
            await asyncio.to_thread(server.requests.copy)
    writer.close()
    await writer.wait_closed()
    server.stop()
    assert server.requests[-1].status is None
    assert not caplog.records


async def test_each_request_is_recorded_and_told_once():
    lines: list[str] = []
    with PracticeServer(pace=0.01, on_request=lines.append) as server:
        async with httpx.AsyncClient(
            base_url=server.base_url, headers={"token": server.token}, trust_env=False
        ) as client:
            await client.get("/api/instance/list", params={"instanceName": "secret"})
            await client.post(RING, json={"number": "5511999990003"})
            await client.post(RING, json={"number": "5511999990005"})
            with pytest.raises(httpx.RemoteProtocolError):
                await client.post(RING, json={"number": "5511999990006"})
    assert lines == [
        "GET /api/instance/list 200",
        f"POST {RING} 200",
        f"POST {RING} 500",
        f"POST {RING} no reply",
    ]
    assert [str(record) for record in server.requests] == lines
    assert [record.body_bytes for record in server.requests] == [0, 26, 26, 26]
    assert server.calls_received == 3


async def test_records_are_there_before_the_reply(server, ring):
    await ring("0003")
    assert server.requests[-1].status == 200


async def test_it_logs_nothing_and_no_token(server, client, ring, listen, caplog):
    for name in ("uvicorn", "starlette", "websockets.server"):
        caplog.set_level(logging.DEBUG, logger=name)
    caplog.set_level(logging.DEBUG)
    async with listen(query=f"?token={server.token}"):
        await ring("0003")
        server.drop_live()
    with pytest.raises(httpx.RemoteProtocolError):
        await ring("0006")
    server.refuse_live(503)
    with pytest.raises(Exception, match="503"):
        await listen()
    server.stop()
    assert not [record for record in caplog.records if record.name.startswith(("uvicorn", "starlette"))]
    ours = [record.getMessage() for record in caplog.records if record.threadName == "practice provider"]
    assert not any(server.token in line for line in ours)
