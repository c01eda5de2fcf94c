"""Reading a request's body as a fault wants it: slowly, with a halt, or only a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.practice.connection import wait_until_lost

if TYPE_CHECKING:
    from starlette.types import Message, Receive

    from app.practice.calls import Waits


def slowed(receive: Receive, waits: Waits, bytes_per_s: float, hold_after: int | None) -> Receive:
    """Return a `receive` that waits after each piece of the body, and once for its release.

    That is after the piece with which `hold_after` bytes were read. Whoever still waits when the server
    stops gets no more of the body.
    """
    read = 0

    async def receive_slowly() -> Message:
        nonlocal read, hold_after
        message = await receive()
        size = len(message.get("body", b""))
        read += size
        goes_on = await waits.exactly(size / bytes_per_s)
        if hold_after is not None and read >= hold_after:
            hold_after = None
            goes_on = await waits.released()
        if goes_on:
            return message
        await wait_until_lost(receive)
        return {"type": "http.disconnect"}

    return receive_slowly


async def read_part(receive: Receive, size: int) -> None:
    """Read the body until `size` bytes of it were read or no more will come."""
    more = True
    while more and size > 0:
        message = await receive()
        size -= len(message.get("body", b""))
        more = message.get("more_body", False)
