"""The operator's contacts: names for numbers, found as one types, favourites, and files of them."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from app.domain.detail import Detail
from app.domain.names import note_lines, one_line, words
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.contact_rows import LONGEST_NAME
from app.services.settings import NotSaved

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from app.domain.contact import Contact
    from app.services.contact_import import ContactFormat, ImportMapping, ImportPreview, ImportReport
    from app.services.contact_store import ContactStore

_NO_NAME = QT_TRANSLATE_NOOP("Detail", "Give the contact a name.")
_LONG_NAME = QT_TRANSLATE_NOOP("Detail", "The name is too long. Shorten it to {most} characters.")
_IMPORTING = QT_TRANSLATE_NOOP(
    "Detail", "Contacts are being imported. Try again when that is done, or cancel it."
)


class ContactBook:
    """Contacts, with the names of all in memory. Everything that asks the disk may raise NotSaved.

    `region` returns the country of numbers written without one. `on_change` comes whenever a name, a contact
    or the favourites may be others than before; `on_trouble` gets a sentence when the contacts cannot be
    read at the start.
    """

    def __init__(
        self,
        store: ContactStore,
        *,
        region: Callable[[], str | None],
        on_change: Callable[[], None],
        on_trouble: Callable[[str], None],
    ) -> None:
        self._store = store
        self._region = region
        self._on_change = on_change
        self._on_trouble = on_trouble
        self._names: dict[str, str] = {}
        self._favourites: tuple[Contact, ...] = ()
        self._is_importing = False

    async def begin(self) -> None:
        """Read all names and the favourites; until then nobody has a name. Never raises NotSaved."""
        try:
            await self._read_all()
        except NotSaved as error:
            self._on_trouble(str(error))

    # --- asked ----------------------------------------------------------------------------------------

    def name_of(self, person: str) -> str:
        """Return the name of this person (`PhoneNumber.person`), "" if unknown or merely a number."""
        return self._names.get(person, "")

    @property
    def favourites(self) -> tuple[Contact, ...]:
        """The favourites, in their order."""
        return self._favourites

    async def find(self, text: str, limit: int = 8) -> list[Contact]:
        """Return those meant by what is typed so far, the likeliest first; none for no text.

        Words of the name in any order, each as far as it is typed, accents and case do not matter; or any
        part of a number in any of its written forms.
        """
        return await self._store.find(text, limit) if text.strip() else []

    async def page(self, text: str = "", after: Contact | None = None, limit: int = 100) -> list[Contact]:
        """Return up to `limit` of those meant by `text`, all for "", by name, that follow `after`.

        Fewer than `limit` means that there are no more.
        """
        return await self._store.page(text, after, limit)

    async def count(self, text: str = "") -> int:
        """Return how many contacts are meant by `text`, all for ""."""
        return await self._store.count(text)

    async def people_named(self, text: str, limit: int = 500) -> tuple[str, ...]:
        """Return the persons whose names match `text`, for `HistoryFilter.people`; none for no text."""
        return await self._store.people_named(text, limit) if words(text) else ()

    async def contact_of(self, person: str) -> Contact | None:
        """Return the contact that has this person's number, the one `name_of` names first; or None."""
        return await self._store.contact_of(person)

    async def duplicates(self, limit: int = 100) -> list[tuple[Contact, ...]]:
        """Return up to `limit` groups of contacts that have a person or a name in common."""
        return await self._store.duplicates(limit)

    # --- changed --------------------------------------------------------------------------------------

    async def save(self, contact: Contact) -> None:
        """Add the contact, or write it over the one with its id. Its place as a favourite stays as it was.

        Raises NotSaved, also where it has no name.
        """
        contact = _tidied(contact)
        self._require_no_import()
        await self._read_again(await self._store.save(contact))

    async def remove(self, ids: Sequence[str]) -> None:
        """Remove these contacts."""
        self._require_no_import()
        await self._read_again(await self._store.remove(ids))

    async def set_favourite(self, contact_id: str, place: int | None) -> None:
        """Give the contact that place among the favourites, from 1; None takes it out. Others move up."""
        self._require_no_import()
        await self._read_again(await self._store.set_favourite(contact_id, place))

    async def merge(self, keep: Contact, others: Sequence[str]) -> None:
        """Make one contact of several: `keep`, with the numbers and notes of the others added."""
        keep = _tidied(keep)
        self._require_no_import()
        await self._read_again(await self._store.merge(keep, others))

    # --- files ----------------------------------------------------------------------------------------

    async def preview_import(self, path: Path, mapping: ImportMapping | None = None) -> ImportPreview:
        """Return what importing the file would do, by its first rows; `mapping` None: guess the columns.

        Raises NotReadable with what to do about the file.
        """
        return await self._store.preview_import(path, self._region(), mapping)

    async def import_file(
        self,
        path: Path,
        mapping: ImportMapping,
        *,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> ImportReport:
        """Import the file: all of it, or nothing where it raises NotSaved, NotReadable or Cancelled.

        `progress` is called on the loop with the part that is done, 0 to 1. `is_cancelled` is asked in
        another thread. Cancelling the task gives the import up as well.
        """
        self._require_no_import()
        self._is_importing = True
        with _Telling(progress, is_cancelled) as telling:
            try:
                report = await self._store.import_file(
                    path,
                    self._region(),
                    mapping,
                    progress=telling.progress,
                    is_cancelled=telling.is_cancelled,
                )
            finally:
                self._is_importing = False
        await self._read_all()
        return report

    async def export_file(
        self,
        path: Path,
        format_: ContactFormat,
        *,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> int:
        """Write all contacts to `path`; return how many. The file is whole, or what it was before.

        See `import_file`. Raises NotSaved and Cancelled.
        """
        with _Telling(progress, is_cancelled) as telling:
            return await self._store.export_file(
                path, format_, progress=telling.progress, is_cancelled=telling.is_cancelled
            )

    def _require_no_import(self) -> None:
        if self._is_importing:
            raise NotSaved(Detail(_IMPORTING))

    async def _read_all(self) -> None:
        self._names = await self._store.names()
        self._favourites = tuple(await self._store.favourites())
        self._on_change()

    async def _read_again(self, people: Collection[str]) -> None:
        """Know the names of these people as they are now."""
        names = await self._store.names(people)
        favourites = tuple(await self._store.favourites())
        for person in people:
            self._names.pop(person, None)
        self._names.update(names)
        self._favourites = favourites
        self._on_change()


class _Telling:
    """Progress from another thread to the loop, the newest only; and the word to give up, the other way."""

    def __init__(self, progress: Callable[[float], None], is_cancelled: Callable[[], bool]) -> None:
        self._tell = progress
        self._asked = is_cancelled
        self._given_up = False
        self._newest: float | None = None
        self._loop = asyncio.get_running_loop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._given_up = True  # whoever still works, nobody waits for it
        if kind is None:
            self._tell(1.0)

    def progress(self, part: float) -> None:
        """In the thread: tell that so much is done."""
        is_told = self._newest is not None
        self._newest = part
        if not is_told:
            with suppress(RuntimeError):  # the loop is closed
                self._loop.call_soon_threadsafe(self._pass_on)

    def is_cancelled(self) -> bool:
        """In the thread: whether to give up."""
        return self._given_up or self._asked()

    def _pass_on(self) -> None:
        part, self._newest = self._newest, None
        if part is not None and not self._given_up:
            self._tell(part)


def _tidied(contact: Contact) -> Contact:
    """Return the contact as it is kept. Raises NotSaved where it has no name, or too long a one."""
    name = one_line(contact.name)
    if not name:
        raise NotSaved(Detail(_NO_NAME))
    if len(name) > LONGEST_NAME:
        raise NotSaved(Detail(_LONG_NAME, most=LONGEST_NAME))
    numbers = tuple(replace(own, label=one_line(own.label)) for own in contact.numbers)
    return replace(contact, name=name, numbers=numbers, note=note_lines(contact.note))
