"""The open WebSockets, and what is pushed on them."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from starlette.websockets import WebSocketDisconnect, WebSocketDisconnected

from app.practice.connection import reset, transport_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.websockets import WebSocket

    from app.practice.instances import Instance


@dataclass(eq=False, slots=True)
class _Link:
    """One open WebSocket and the frames that wait for it: nobody waits for a slow reader."""

    instance: str
    transport: asyncio.Transport
    frames: asyncio.Queue[str] = field(default_factory=asyncio.Queue)


class Live:
    """Who listens to which instance. Lives on the server's loop."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self._links: set[_Link] = set()

    @property
    def count(self) -> int:
        """How many WebSockets are open."""
        return len(self._links)

    def push(self, instance: Instance, event: str, data: Mapping[str, object]) -> None:
        """Push an event to everyone who listens to `instance`, if its configuration wants that event."""
        if instance.live is None or not instance.live.wants(event):
            return
        about = {"baseUrl": self._base_url, "instance": instance.name, "token": instance.token}
        self.push_text(instance.name, json.dumps({"event": event, "data": data, "instanceData": about}))

    def push_text(self, instance: str, frame: str) -> None:
        """Push a frame as it is."""
        for link in self._links:
            if link.instance == instance:
                link.frames.put_nowait(frame)

    def drop(self) -> None:
        """Break every WebSocket."""
        for link in self._links:
            reset(link.transport)

    async def serve(self, websocket: WebSocket, instance: Instance) -> None:
        """Accept `websocket` and push to it until it is gone. What it sends is ignored."""
        link = _Link(instance.name, transport_of(websocket.scope))
        self._links.add(link)  # before the client can know that it is connected: it misses nothing
        try:
            await websocket.accept()
            await self._serve(websocket, link)
        finally:
            self._links.discard(link)

    async def _serve(self, websocket: WebSocket, link: _Link) -> None:
        sender = asyncio.create_task(_send_frames(websocket, link), name=f"push to {link.instance}")
        try:
            while (await websocket.receive())["type"] != "websocket.disconnect":
                pass
        finally:
            sender.cancel()
            await asyncio.wait({sender})


async def _send_frames(websocket: WebSocket, link: _Link) -> None:
    with suppress(WebSocketDisconnect, WebSocketDisconnected):
        while True:
            await websocket.send_text(await link.frames.get())
