"""What was asked of the practice provider, in the order it came. No tokens, no queries, no bodies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """One request. `body_bytes` counts what was read of its body; `status` None: no reply (yet).

    A WebSocket that was opened has status 101.
    """

    method: str
    path: str
    body_bytes: int = 0
    status: int | None = None

    def __str__(self) -> str:
        return f"{self.method} {self.path} {self.status or 'no reply'}"


class Journal:
    """Keeps the records; may be read from any thread.

    `on_request` gets one line for each request once its reply is known, on the server's thread.
    """

    def __init__(self, on_request: Callable[[str], None] | None) -> None:
        self._on_request = on_request
        self._records: list[RequestRecord] = []
        self._lock = Lock()

    def records(self) -> list[RequestRecord]:
        """Return the records so far, oldest first."""
        with self._lock:
            return list(self._records)

    def received(self, method: str, path: str) -> Entry:
        """Record a request whose headers have come."""
        with self._lock:
            self._records.append(RequestRecord(method, path))
            return Entry(self, len(self._records) - 1)

    def update(self, index: int, *, more_bytes: int = 0, status: int | None = None) -> None:
        """Add to a record what has become known since."""
        with self._lock:
            record = self._records[index]
            self._records[index] = replace(
                record, body_bytes=record.body_bytes + more_bytes, status=status or record.status
            )

    def tell(self, index: int) -> None:
        """Give the record's line to `on_request`."""
        with self._lock:
            line = str(self._records[index])
        if self._on_request:
            self._on_request(line)


class Entry:
    """One request's place in the journal."""

    def __init__(self, journal: Journal, index: int) -> None:
        self._journal = journal
        self._index = index
        self._told = False

    def read(self, size: int) -> None:
        """Note that `size` more bytes of the body were read."""
        self._journal.update(self._index, more_bytes=size)

    def replied(self, status: int) -> None:
        """Note the reply's status."""
        self._journal.update(self._index, status=status)
        self.closed()

    def closed(self) -> None:
        """Note that no more will be known."""
        if not self._told:
            self._told = True
            self._journal.tell(self._index)
