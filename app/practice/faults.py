"""Faults beyond the magic numbers: what a test may do to the next request and its reply."""

from __future__ import annotations

import asyncio
import json
import math
from collections import deque
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from starlette.responses import Response

from app.practice.connection import NoReply, reset, transport_of, wait_until_lost
from app.practice.contract import envelope
from app.practice.uploads import read_part, slowed

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from app.practice.calls import Waits
    from app.practice.contract import Refused


class Midway(Enum):
    """What happens once a part of the request's body was read."""

    HOLD = auto()
    """Nothing more is read until `PracticeServer.release_uploads`; then all goes on."""
    RESET = auto()
    """The connection is reset; the request is not carried out."""
    REPLY = auto()
    """The fault's reply is sent and the connection closed; the request is not carried out.

    Whoever is still sending may lose the reply, because what is not read makes the close a reset. A refusal
    by the server itself, as of a wrong token, comes early too, but it reads on."""


class Cut(Enum):
    """Where the connection is reset."""

    BEFORE_REPLY = auto()
    """The request was carried out."""
    DURING_REPLY = auto()
    """The request was carried out, and half of the reply's body is sent."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is done to one request. Unless `midway` ends it, it is carried out and its events come.

    `body` None keeps the true reply. `wait_s` is true time, whatever the server's pace.

    The request's body is read at `bytes_per_s`, in pieces of up to 320 KB, and `midway` happens once
    `after_bytes` of it were read. The client is ahead of that: its system takes some 4 MB which nobody reads
    yet, whatever the server sets. Only a larger body comes to a halt.
    """

    body: bytes | None = None
    status: int = 200
    content_type: str = "application/json"
    location: str | None = None
    wait_s: float = 0.0
    cut: Cut | None = None
    bytes_per_s: float = math.inf
    midway: Midway | None = None
    after_bytes: int = 0


HTML_REPLY = Fault(b"<!doctype html><title>Welcome</title><p>It works!", content_type="text/html")
NOT_SUCCESS = Fault(b'{"success": false, "error": {"message": "the line is busy elsewhere"}}')
NO_CALL_ID = Fault(b'{"success": true, "message": "Call placed successfully"}')
OVERSIZED = Fault(
    b'{"success": true, "message": "Call placed successfully", "callId": "3EB0", "padding": "'
    + b"x" * 1024 * 1024
    + b'"}'
)
REDIRECT = Fault(b"", status=302, location="/redirected")
RESET_BEFORE_BODY = Fault(midway=Midway.RESET)
RESET_BEFORE_REPLY = Fault(cut=Cut.BEFORE_REPLY)
RESET_DURING_REPLY = Fault(cut=Cut.DURING_REPLY)


def late(seconds: float) -> Fault:
    """Return the fault of a true reply that comes `seconds` late."""
    return Fault(wait_s=seconds)


def slow_reading(bytes_per_s: float) -> Fault:
    """Return the fault of a body that is read that slowly, in true time."""
    return Fault(bytes_per_s=bytes_per_s)


def held_after(size: int) -> Fault:
    """Return the fault of a body of which no more is read, after `size` bytes, until it is released."""
    return Fault(midway=Midway.HOLD, after_bytes=size)


def reset_after(size: int) -> Fault:
    """Return the fault of a connection that breaks when `size` bytes of the body were read."""
    return Fault(midway=Midway.RESET, after_bytes=size)


def refused_after(size: int, status: int, message: str) -> Fault:
    """Return the fault of an error reply that comes, and ends the connection, after `size` bytes."""
    return Fault(json.dumps(envelope(message)).encode(), status, midway=Midway.REPLY, after_bytes=size)


class Faults:
    """The faults that wait for their request. May be filled from any thread.

    `live_refusal`, while set, is what every WebSocket upgrade gets.
    """

    def __init__(self) -> None:
        self.live_refusal: Refused | None = None
        self._waiting: dict[str, deque[Fault]] = {}

    def add(self, fault: Fault, method: str) -> None:
        """Queue `fault` for the next request of that method that has none yet."""
        self._waiting.setdefault(method, deque()).append(fault)

    def take(self, method: str) -> Fault | None:
        """Return the fault for a request that has come."""
        waiting = self._waiting.get(method)
        return waiting.popleft() if waiting else None


class FaultyReplies:
    """Lets an application answer, and does to the reply what its fault says."""

    def __init__(self, app: ASGIApp, faults: Faults, waits: Waits) -> None:
        self._app = app
        self._faults = faults
        self._waits = waits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        fault = self._faults.take(scope["method"]) if scope["type"] == "http" else None
        if fault is None:
            await self._app(scope, receive, send)
        elif fault.midway in {Midway.RESET, Midway.REPLY}:
            await read_part(receive, fault.after_bytes)
            await _break_in(fault, scope, receive, send)
        else:
            await self._answer(fault, scope, receive, send)

    async def _answer(self, fault: Fault, scope: Scope, receive: Receive, send: Send) -> None:
        true_reply: list[Message] = []

        async def keep(message: Message) -> None:
            true_reply.append(message)

        hold_after = fault.after_bytes if fault.midway is Midway.HOLD else None
        await self._app(scope, slowed(receive, self._waits, fault.bytes_per_s, hold_after), keep)
        if not true_reply:
            return  # the connection is broken already
        if not await self._waits.exactly(fault.wait_s):
            await NoReply()(scope, receive, send)
            return
        if fault.cut is Cut.BEFORE_REPLY:
            reset(transport_of(scope))
            await wait_until_lost(receive)
        elif fault.cut is Cut.DURING_REPLY:
            await _break_off(true_reply, scope, receive, send)
        elif fault.body is None:
            for message in true_reply:
                await send(message)
        else:
            await _replacement(fault, fault.body)(scope, receive, send)


def _replacement(fault: Fault, body: bytes) -> Response:
    headers = {"Location": fault.location} if fault.location else None
    return Response(body, fault.status, headers, media_type=fault.content_type)


async def _break_in(fault: Fault, scope: Scope, receive: Receive, send: Send) -> None:
    if fault.midway is Midway.RESET:
        reset(transport_of(scope))
    else:
        reply = _replacement(fault, fault.body or b"")
        reply.headers["Connection"] = "close"
        await reply(scope, receive, send)
    await wait_until_lost(receive)


async def _break_off(reply: list[Message], scope: Scope, receive: Receive, send: Send) -> None:
    start, *rest = reply
    body = b"".join(message.get("body", b"") for message in rest)
    await send(start)
    await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
    await asyncio.sleep(0)
    reset(transport_of(scope))
    await wait_until_lost(receive)
