"""What history keeps, as the services need it; `app.storage` implements it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.domain.call import Call


class NotRecorded(Exception):
    """A step could not be written. The message is for the operator, such as "The disk is full."."""


class History(Protocol):
    """Every step of every call, on disk."""

    async def record(self, call: Call) -> None:
        """Write the newest step of `call` (and the call itself, with its first step).

        The step SENDING is on the disk, not only handed to the system, when this returns.
        Raises NotRecorded, after which nothing of the step was kept.
        """
        ...

    async def page(self, *, before: str | None = None, limit: int = 100) -> list[Call]:
        """Return up to `limit` calls, newest first, those older than the call with id `before`."""
        ...

    async def latest_sent_to(self, person: str) -> Call | None:
        """Return the newest call to that person (`PhoneNumber.person`), or None.

        Those that are known never to have been placed do not count. Raises NotRecorded.
        """
        ...

    async def unfinished(self) -> list[Call]:
        """Return the calls without an end whose program is no longer running, oldest first."""
        ...
