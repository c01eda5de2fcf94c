"""Servers that break the connection, or answer what no provider does; and what a call must end with then."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from loopback import Line, answers, stays_silent

from app.domain.provider import OutcomeUnknown, ProviderError, UnexpectedReply
from app.providers.http import REPLY_LIMIT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


async def resets_after_the_request(line: Line) -> None:
    await line.request()
    line.reset()


async def closes_after_the_request(line: Line) -> None:
    await line.request()
    line.close()


async def resets_after_half_the_request(line: Line) -> None:
    await line.reader.readexactly(20)
    line.reset()


async def resets_halfway_through_the_reply(line: Line) -> None:
    await line.request()
    await line.reply(200, b'{"success": true, ', length=200)
    line.reset()


async def closes_halfway_through_the_reply(line: Line) -> None:
    await line.request()
    await line.reply(200, b'{"success": true, ', length=200)
    line.close()


async def speaks_no_http(line: Line) -> None:
    await line.request()
    await line.send(b"220 mail.example ESMTP\r\n\r\n")
    line.close()


async def never_ends_its_headers(line: Line) -> None:
    await line.request()
    await line.send(b"HTTP/1.1 200 OK\r\nX-Much: " + b"x" * 200_000)
    await stays_silent(line)


async def never_ends_its_reply(line: Line) -> None:
    await line.request()
    await line.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        await line.send(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")


HTML = b"<!doctype html><title>Welcome</title><p>It works!"

FAULTS: dict[str, tuple[Callable[[Line], Awaitable[None]], type[ProviderError]]] = {
    "reset after the request": (resets_after_the_request, OutcomeUnknown),
    "closed after the request": (closes_after_the_request, OutcomeUnknown),
    "reset halfway through the reply": (resets_halfway_through_the_reply, OutcomeUnknown),
    "closed halfway through the reply": (closes_halfway_through_the_reply, OutcomeUnknown),
    "no HTTP": (speaks_no_http, OutcomeUnknown),
    "endless headers": (never_ends_its_headers, OutcomeUnknown),
    "an endless reply": (never_ends_its_reply, UnexpectedReply),
    "a reply over the limit": (answers(b"x" * (REPLY_LIMIT + 1)), UnexpectedReply),
    "a small reply that unpacks to one over the limit": (
        answers(gzip.compress(b"x" * (REPLY_LIMIT + 1)), headers={"Content-Encoding": "gzip"}),
        UnexpectedReply,
    ),
    "broken compression": (answers(b"not gzip", headers={"Content-Encoding": "gzip"}), UnexpectedReply),
    "an HTML page": (answers(HTML), UnexpectedReply),
    "a gateway's HTML page": (answers(HTML, status=502), UnexpectedReply),
    "a gateway's HTML page for its own timeout": (answers(HTML, status=504), UnexpectedReply),
    "an empty reply": (answers(b""), UnexpectedReply),
    "an empty object": (answers(b"{}"), UnexpectedReply),
    "another JSON": (answers(b"[[]]"), UnexpectedReply),
    "bytes that are no UTF-8": (answers(b'{"\xff": "\xff"}'), UnexpectedReply),
    "endless nesting": (answers(b"[" * 500_000), UnexpectedReply),
    "endless nesting in an error": (answers(b'{"error": ' + b"[" * 500_000, status=500), UnexpectedReply),
    "a redirect to nowhere": (answers(b"", status=302, headers={"Location": "http://[::"}), OutcomeUnknown),
}


async def resets_on_arrival(line: Line) -> None:
    line.reset()


EARLY_FAULTS = {
    "reset on arrival": resets_on_arrival,
    "reset after half the request": resets_after_half_the_request,
}
"""Whether the request had left by then is a matter of chance."""
ALL_FAULTS = {name: behave for name, (behave, _) in FAULTS.items()} | EARLY_FAULTS
