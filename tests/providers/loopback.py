"""Servers on loopback that do to each connection exactly what a test says, on the test's own loop."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import socket
import struct
import sys
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

_T = TypeVar("_T")

_RESET_ON_CLOSE = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
_WEBSOCKET_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
CLOSE, PING = 0x88, 0x89


async def soon(awaitable: Awaitable[_T]) -> _T:
    """Wait for what must happen without delay; a test that would hang fails instead."""
    return await asyncio.wait_for(awaitable, 10)


def is_whole_request(data: bytes) -> bool:
    """Whether a server that got `data` has a request that it could act on."""
    head, end, body = data.partition(b"\r\n\r\n")
    if not end:
        return False
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return not lengths or len(body) >= int(lengths[0].partition(b":")[2])


@dataclass(frozen=True)
class Request:
    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


class Line:
    """One TCP connection, from the server's side."""

    def __init__(self, server: Loopback, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._server = server
        self.reader = reader
        self.writer = writer

    async def request(self) -> Request:
        """Read one request whole. Raises EOFError where the client closed instead."""
        head = await self.reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("ascii").split("\r\n")[:-2]
        method, target, _ = first.split(" ")
        headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
        body = await self.reader.readexactly(int(headers.get("content-length", 0)))
        request = Request(method, target, headers, body)
        self._server.requests.append(request)
        return request

    async def head(self) -> int:
        """Read the head of a request, and return how long the body is that it announces."""
        head = await self.reader.readuntil(b"\r\n\r\n")
        lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        return int(lengths[0].partition(b":")[2]) if lengths else 0

    async def reply(
        self,
        status: int = 200,
        body: bytes = b"",
        *,
        headers: Mapping[str, str] | None = None,
        length: int | None = None,
    ) -> None:
        """Send a reply; `length` promises another length than the body's."""
        promised = len(body) if length is None else length
        lines = {"Content-Length": str(promised), "Content-Type": "application/json", **(headers or {})}
        await self.send(
            f"HTTP/1.1 {status} Practice\r\n".encode()
            + b"".join(f"{name}: {value}\r\n".encode() for name, value in lines.items())
            + b"\r\n"
            + body
        )

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    def close(self) -> None:
        self.writer.close()

    def reset(self) -> None:
        """Break the connection: the peer gets a TCP reset."""
        connection = self.writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        self.writer.transport.abort()

    async def upgrade(self) -> Request:
        """Accept a WebSocket."""
        request = await self.request()
        key = request.headers["sec-websocket-key"].encode()
        accept = base64.b64encode(hashlib.sha1(key + _WEBSOCKET_GUID, usedforsecurity=False).digest())
        await self.send(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n"
        )
        return request

    async def send_frame(self, payload: bytes, *, kind: int = 0x81) -> None:
        size = len(payload)
        head = bytes([kind, size]) if size < 126 else bytes([kind, 127]) + size.to_bytes(8, "big")
        await self.send(head + payload)

    async def frame_kind(self) -> int:
        """Read one short frame of the client's and return its first byte."""
        kind, size = await self.reader.readexactly(2)
        await self.reader.readexactly(4 + (size & 0x7F))
        return kind

    async def tunnel(self, port: int) -> None:
        """Pass everything on to `port`, both ways, until the client closes."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        back = asyncio.create_task(_copy(reader, self.writer))
        try:
            await _copy(self.reader, writer)
        finally:
            back.cancel()
            writer.close()  # first: this task may be cancelled while it waits
            await asyncio.wait({back})


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()


class Loopback:
    """What a server on loopback saw. `lines` are its TCP connections, oldest first."""

    def __init__(self, *, secure: bool) -> None:
        self.lines: list[Line] = []
        self.requests: list[Request] = []
        self.port = 0
        self._scheme = "https" if secure else "http"

    @property
    def base_url(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self.port}"

    @property
    def posts(self) -> int:
        return sum(request.method == "POST" for request in self.requests)


@asynccontextmanager
async def serving(
    behave: Callable[[Line], Awaitable[None]], *, tls: ssl.SSLContext | None = None
) -> AsyncIterator[Loopback]:
    """Serve each connection with `behave`; a client that goes away ends it.

    Any other error fails the test.
    """
    loopback = Loopback(secure=tls is not None)
    tasks: list[asyncio.Task[None]] = []

    async def serve(line: Line) -> None:
        with suppress(EOFError, ConnectionError):
            await behave(line)

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = Line(loopback, reader, writer)
        loopback.lines.append(line)
        tasks.append(asyncio.create_task(serve(line), name="a connection of a loopback server"))

    server = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=tls)
    loopback.port = server.sockets[0].getsockname()[1]
    try:
        yield loopback
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        for line in loopback.lines:
            line.writer.transport.abort()
            with suppress(OSError):
                await line.writer.wait_closed()
        for end in ends:
            if isinstance(end, BaseException) and not isinstance(end, asyncio.CancelledError):
                raise end


def closed_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


# --- ways to behave -----------------------------------------------------------------------------------


def answers(
    body: bytes, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> Callable[[Line], Awaitable[None]]:
    """Answer every request with the same reply."""

    async def behave(line: Line) -> None:
        while True:
            await line.request()
            await line.reply(status, body, headers=headers)

    return behave


async def stays_silent(line: Line) -> None:
    """Take every byte and never answer."""
    while await line.reader.read(65536):
        pass


class Holding:
    """Reads one request and keeps it: `arrived` is set once it is there."""

    def __init__(self) -> None:
        self.arrived = asyncio.Event()

    async def __call__(self, line: Line) -> None:
        await line.request()
        self.arrived.set()
        await stays_silent(line)


class SilentFromTheStart:
    """Reads what comes and never answers: `arrived` is set at the first byte."""

    def __init__(self) -> None:
        self.arrived = asyncio.Event()

    async def __call__(self, line: Line) -> None:
        await line.reader.read(1)
        self.arrived.set()
        await stays_silent(line)
