"""What keeps contacts, as the services need it; `app.storage` implements it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from app.domain.contact import Contact
    from app.services.contact_import import ContactFormat, ImportMapping, ImportPreview, ImportReport


class ContactStore(Protocol):
    """Contacts on disk. Everything raises NotSaved where the disk does not do as asked."""

    async def names(self, people: Collection[str] | None = None) -> dict[str, str]:
        """Return the name of each person who has one, of these or of all: a favourite's, or the oldest."""
        ...

    async def favourites(self) -> list[Contact]:
        """Return the favourites in their order."""
        ...

    async def find(self, text: str, limit: int) -> list[Contact]:
        """Return those meant by what is typed so far, the likeliest first."""
        ...

    async def page(self, text: str, after: Contact | None, limit: int) -> list[Contact]:
        """Return up to `limit` of those meant by `text` ("" for all), by name, that follow `after`."""
        ...

    async def count(self, text: str) -> int:
        """Return how many contacts are meant by `text`."""
        ...

    async def people_named(self, text: str, limit: int) -> tuple[str, ...]:
        """Return the persons whose contacts' names match `text`."""
        ...

    async def contact_of(self, person: str) -> Contact | None:
        """Return the contact that names this person, or has the number."""
        ...

    async def save(self, contact: Contact) -> frozenset[str]:
        """Write the contact as it is, but for its place among the favourites if it is there already.

        Return the persons whose name may be another now; so do the following.
        """
        ...

    async def remove(self, ids: Sequence[str]) -> frozenset[str]:
        """Remove these contacts; those that are not there do not matter."""
        ...

    async def set_favourite(self, contact_id: str, place: int | None) -> frozenset[str]:
        """Give the contact that place among the favourites, from 1; the others move. None takes it out."""
        ...

    async def duplicates(self, limit: int) -> list[tuple[Contact, ...]]:
        """Return up to `limit` groups of contacts with a person or a folded name in common."""
        ...

    async def merge(self, keep: Contact, others: Sequence[str]) -> frozenset[str]:
        """Write `keep` with the numbers and notes of the others as well, and remove these."""
        ...

    async def preview_import(
        self, path: Path, region: str | None, mapping: ImportMapping | None
    ) -> ImportPreview:
        """Return what importing the file would do. Raises NotReadable."""
        ...

    async def import_file(
        self,
        path: Path,
        region: str | None,
        mapping: ImportMapping,
        *,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> ImportReport:
        """Import the file, all of it or nothing. Raises NotReadable and Cancelled.

        Both functions are called in another thread.
        """
        ...

    async def export_file(
        self,
        path: Path,
        format_: ContactFormat,
        *,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> int:
        """Write all contacts to the file, or leave what is there as it is; return how many. See above."""
        ...
