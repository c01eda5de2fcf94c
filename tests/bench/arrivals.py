"""A provider in a process of its own that answers RyzeAPI's calls at once, and notes when each arrived.

It prints its port. `GET /arrivals` lists the requests so far: connection, method, user agent, and the
moment of the first byte on the monotonic clock, which all processes share.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from itertools import count

ARRIVALS: list[dict[str, object]] = []
CONNECTIONS = count(1)
REPLIES = {
    "/api/call/": {"success": True, "message": "Call placed successfully", "callId": "3EB0"},
    "/api/instance/list": {
        "success": True,
        "instances": [{"name": "bench", "connection": {"state": "connected"}}],
    },
    "/api/events/": {"success": True, "websocket": {"enabled": False, "events": []}},
    "/arrivals": ARRIVALS,
}


class Connection(asyncio.Protocol):
    """One connection; requests come one after another, and none is longer than its first segments."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._number = next(CONNECTIONS)
        self._received = b""
        self._first_byte = 0.0

    def data_received(self, data: bytes) -> None:
        self._first_byte = self._first_byte or time.monotonic()
        self._received += data
        head, _, body = self._received.partition(b"\r\n\r\n")
        lines = head.decode().split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
        if b"\r\n\r\n" not in self._received or len(body) < int(headers.get("content-length", "0")):
            return
        method, path, _ = lines[0].split()
        self._answer(method, path, headers.get("user-agent", ""))
        self._received, self._first_byte = b"", 0.0

    def _answer(self, method: str, path: str, agent: str) -> None:
        found = next((reply for start, reply in REPLIES.items() if path.startswith(start)), None)
        reply = json.dumps(found).encode()
        status = b"400 Bad Request" if found is None else b"200 OK"  # 400: the WebSocket is switched off
        self._transport.write(
            b"HTTP/1.1 %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
            % (status, len(reply), reply)
        )
        ARRIVALS.append(
            {"connection": self._number, "method": method, "agent": agent, "at": self._first_byte}
        )


async def serve() -> None:
    server = await asyncio.get_running_loop().create_server(Connection, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)  # until whoever started it is done
    server.close()


if __name__ == "__main__":
    asyncio.run(serve())
