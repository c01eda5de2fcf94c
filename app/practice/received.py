"""The calls that were placed and their sounds, kept so that a test can compare them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from threading import Lock

KEPT = 20
KEPT_BYTES = 30_000_000


@dataclass(frozen=True, slots=True)
class SoundRecord:
    """The sound of one call. `media`: the bytes of the file, or the link with `duration_s` None."""

    call_id: str
    digits: str
    instance: str
    media: bytes | str = field(repr=False)
    duration_s: float | None


@dataclass(frozen=True, slots=True)
class PlacedCall:
    """One call that was placed. `provider` is the provider's key."""

    provider: str
    call_id: str
    digits: str


class PlacedCalls:
    """Keeps a record of every call that was placed. For any thread."""

    def __init__(self) -> None:
        self._records: list[PlacedCall] = []
        self._lock = Lock()

    def add(self, record: PlacedCall) -> None:
        """Keep `record`."""
        with self._lock:
            self._records.append(record)

    def records(self) -> list[PlacedCall]:
        """Return all, oldest first."""
        with self._lock:
            return list(self._records)


class Sounds:
    """Keeps the newest records: KEPT of them, and of these what is within KEPT_BYTES. For any thread."""

    def __init__(self) -> None:
        self._records: deque[SoundRecord] = deque(maxlen=KEPT)
        self._lock = Lock()

    def add(self, record: SoundRecord) -> None:
        """Keep `record`, and forget what is too old or too much."""
        with self._lock:
            self._records.append(record)
            while sum(len(kept.media) for kept in self._records) > KEPT_BYTES:
                self._records.popleft()

    def records(self) -> list[SoundRecord]:
        """Return what is kept, oldest first."""
        with self._lock:
            return list(self._records)
