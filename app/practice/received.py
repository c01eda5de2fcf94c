"""The sounds of the calls that were placed, kept so that a test can compare them."""

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
