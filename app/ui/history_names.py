"""Who is behind a number, as the history needs to know it."""

from __future__ import annotations

from typing import Protocol


class Names(Protocol):
    """What is known of persons (`PhoneNumber.person`); the contacts are it."""

    def name_of(self, person: str) -> str:
        """Return the person's name, "" where it is not known."""
        ...

    async def people_named(self, text: str, limit: int = 500) -> tuple[str, ...]:
        """Return the persons whose names match `text`."""
        ...


class NoNames:
    """Names of nobody, for a window without contacts."""

    def name_of(self, person: str) -> str:  # noqa: ARG002 - it knows none
        """Return ""."""
        return ""

    async def people_named(self, text: str, limit: int = 500) -> tuple[str, ...]:  # noqa: ARG002
        """Return nobody."""
        return ()
