"""A practice provider for each test, twenty times as fast as life, and clients for it."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from websockets.asyncio.client import connect

from app.practice.server import PracticeServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from websockets.asyncio.client import ClientConnection

PACE = 0.05
DEADLINE_S = 10.0


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(pace=PACE, live=True) as server:
        yield server


@pytest.fixture
async def client(server: PracticeServer) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(server) as client:
        yield client


def client_of(server: PracticeServer, token: str | None = None) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        base_url=server.base_url,
        headers={"token": server.token if token is None else token},
        trust_env=False,
        timeout=DEADLINE_S,
    )


@pytest.fixture
def account(server: PracticeServer) -> Callable[[], httpx.AsyncClient]:
    """A client with the account token."""
    return lambda: client_of(server, server.account_token)


@pytest.fixture
def listen(server: PracticeServer) -> Callable[..., connect]:
    """Open a WebSocket: `async with listen() as socket`."""

    def listen(instance: str = "practice", token: str | None = None, query: str = "") -> connect:
        token = server.token_of(instance) if token is None else token
        return connect(
            f"ws{server.base_url.removeprefix('http')}/ws/{instance}{query}",
            additional_headers={"token": token} if token else {},
            proxy=None,
            open_timeout=DEADLINE_S,
        )

    return listen


@pytest.fixture
def ring(client: httpx.AsyncClient) -> Callable[..., Any]:
    async def ring(ending: str, duration: int = 8, **fields: object) -> httpx.Response:
        body = {"number": f"551199999{ending}", "duration": duration, **fields}
        return await client.post("/api/call/fake/practice", json=body)

    return ring


@pytest.fixture
def news() -> Callable[[ClientConnection, str], Any]:
    """Collect the kinds of a call's events until it is terminated."""

    async def news(socket: ClientConnection, call_id: str) -> list[str]:
        kinds: list[str] = []
        async with asyncio.timeout(DEADLINE_S):
            while "terminated" not in kinds:
                data = json.loads(await socket.recv())["data"]
                if data["callId"] == call_id:
                    kinds.append(data["type"])
        return kinds

    return news


@pytest.fixture
async def zapi(server: PracticeServer) -> AsyncIterator[httpx.AsyncClient]:
    """A client with Z-API's tokens, for paths behind the token."""
    root = f"{server.base_url}/instances/{server.zapi.instance}/token/{server.zapi.token}"
    headers = {"Client-Token": server.zapi.client_token}
    async with httpx.AsyncClient(
        base_url=root, headers=headers, trust_env=False, timeout=DEADLINE_S
    ) as client:
        yield client


@pytest.fixture
async def ringyo(server: PracticeServer) -> AsyncIterator[httpx.AsyncClient]:
    """A client with Ringyo's key."""
    headers = {"Authorization": f"Bearer {server.ringyo.api_key}"}
    async with httpx.AsyncClient(
        base_url=server.base_url, headers=headers, trust_env=False, timeout=DEADLINE_S
    ) as client:
        yield client
