"""What was overridden for a call, as history keeps it: JSON."""

from __future__ import annotations

import msgspec

from app.domain.guard import Despite, Guard


class DespiteRecord(msgspec.Struct):
    """A Despite."""

    guards: list[str] = []
    reason: str = ""

    @classmethod
    def of(cls, despite: Despite) -> DespiteRecord:
        """Return what is kept of `despite`."""
        return cls([guard.value for guard in despite.guards], despite.reason)

    def despite(self) -> Despite:
        """Return what was kept; guards that only another version knows are left out."""
        known = {guard.value: guard for guard in Guard}
        return Despite(tuple(known[guard] for guard in self.guards if guard in known), self.reason)
