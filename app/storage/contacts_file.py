"""The contacts on disk: one SQLite file of their own, so that no import makes a call wait."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.settings import NotSaved
from app.storage import contacts_changes, contacts_queries, folder
from app.storage.contacts_schema import SCHEMA
from app.storage.database import Database
from app.storage.database_file import BUSY_TIMEOUT_S, DatabaseFile
from app.storage.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    from app.domain.contact import Contact
    from app.services.contact_import import ContactFormat, ImportMapping, ImportPreview, ImportReport
    from app.storage.aside import KeptAside

log = logging.getLogger(__name__)

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

FILE_DEADLINE_S = 6 * 3600.0
"""For an import of hundreds of megabytes. Whoever waits for it sees its progress, and may cancel."""
_CLOSING = QT_TRANSLATE_NOOP("Detail", "Toque is closing.")


class ContactsFile(DatabaseFile):
    """A ContactStore in the file at `path`, used by any number of Toques at once."""

    def __init__(
        self,
        path: Path,
        *,
        on_kept_aside: Callable[[KeptAside], None] | None = None,
        busy_timeout_s: float = BUSY_TIMEOUT_S,
    ) -> None:
        super().__init__(path, SCHEMA, NotSaved, on_kept_aside=on_kept_aside, busy_timeout_s=busy_timeout_s)
        self._busy_timeout_s = busy_timeout_s
        self._files = Worker(f"{path.stem} files")

    # --- asked ----------------------------------------------------------------------------------------

    async def names(self, people: Collection[str] | None = None) -> dict[str, str]:
        return await self._ask(contacts_queries.names, people)

    async def favourites(self) -> list[Contact]:
        return await self._ask(contacts_queries.favourites)

    async def find(self, text: str, limit: int) -> list[Contact]:
        return await self._ask(contacts_queries.find, text, limit)

    async def page(self, text: str, after: Contact | None, limit: int) -> list[Contact]:
        return await self._ask(contacts_queries.page, text, after, limit)

    async def count(self, text: str) -> int:
        return await self._ask(contacts_queries.count, text)

    async def people_named(self, text: str, limit: int) -> tuple[str, ...]:
        return await self._ask(contacts_queries.people_named, text, limit)

    async def contact_of(self, person: str) -> Contact | None:
        return await self._ask(contacts_queries.contact_of, person)

    async def duplicates(self, limit: int) -> list[tuple[Contact, ...]]:
        return await self._ask(contacts_queries.duplicates, limit)

    # --- changed --------------------------------------------------------------------------------------

    async def save(self, contact: Contact) -> frozenset[str]:
        return await self._change(contacts_changes.save, contact)

    async def remove(self, ids: Sequence[str]) -> frozenset[str]:
        return await self._change(contacts_changes.remove, ids)

    async def set_favourite(self, contact_id: str, place: int | None) -> frozenset[str]:
        return await self._change(contacts_changes.set_favourite, contact_id, place)

    async def merge(self, keep: Contact, others: Sequence[str]) -> frozenset[str]:
        return await self._change(contacts_changes.merge, keep, others)

    # --- files ----------------------------------------------------------------------------------------

    async def preview_import(
        self, path: Path, region: str | None, mapping: ImportMapping | None
    ) -> ImportPreview:
        return await self._run_aside(_preview, path, region, mapping)

    async def import_file(
        self,
        path: Path,
        region: str | None,
        mapping: ImportMapping,
        *,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> ImportReport:
        await self._run(self._open)  # and keep aside what is no database any more
        return await self._run_aside(self._import, path, region, mapping, progress, is_cancelled)

    async def export_file(
        self,
        path: Path,
        format_: ContactFormat,
        *,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> int:
        return await self._run_aside(self._export, path, format_, progress, is_cancelled)

    async def close(self) -> None:
        self._files.close()
        await super().close()

    async def _ask(self, query: Callable[[sqlite3.Connection, *Ts], T], *args: *Ts) -> T:
        return await self._run(partial(self._asked, query, *args))

    async def _change(self, change: Callable[[sqlite3.Connection, *Ts], T], *args: *Ts) -> T:
        return await self._run(partial(self._changed, change, *args))

    async def _run_aside(self, function: Callable[[*Ts], T], *args: *Ts) -> T:
        """Return what `function` returns in the thread for files, which nothing else waits for."""
        if self._is_closed:
            raise NotSaved(Detail(_CLOSING))
        try:
            return await self._files.run(partial(self._told, function, *args), deadline_s=FILE_DEADLINE_S)
        except TimeoutError as error:
            raise NotSaved(folder.silent(self._path.parent, FILE_DEADLINE_S)) from error

    # --- in the threads -------------------------------------------------------------------------------

    def _asked(self, query: Callable[[sqlite3.Connection, *Ts], T], *args: *Ts) -> T:
        with self._database.reading() as db:
            return query(db, *args)

    def _changed(self, change: Callable[[sqlite3.Connection, *Ts], T], *args: *Ts) -> T:
        with self._database.writing(durable=True) as db:
            return change(db, *args)

    def _told(self, function: Callable[[*Ts], T], *args: *Ts) -> T:
        try:
            return function(*args)
        except (sqlite3.Error, OSError) as error:
            log.warning("%s: %s: %s", self._path.name, type(error).__name__, error)
            raise NotSaved(self._sentence(error)) from error

    def _import(
        self,
        path: Path,
        region: str | None,
        mapping: ImportMapping,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> ImportReport:
        from app.storage import contacts_reading
        from app.storage.contacts_import import READING_PART, ContactsImport

        with self._second_connection() as database:
            contacts = contacts_reading.read_contacts(
                path,
                region,
                mapping,
                progress=lambda part: progress(READING_PART * part),
                is_cancelled=is_cancelled,
            )
            return ContactsImport(database, progress=progress, is_cancelled=is_cancelled).run(contacts)

    def _export(
        self,
        path: Path,
        format_: ContactFormat,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> int:
        from app.storage.contacts_export import export

        with self._second_connection() as database, database.reading() as db:
            try:
                return export(db, path, format_, progress=progress, is_cancelled=is_cancelled)
            except OSError as error:
                raise NotSaved(folder.not_written(error, path)) from error

    @contextmanager
    def _second_connection(self) -> Iterator[Database]:
        database = Database(self._path, SCHEMA, busy_timeout_s=self._busy_timeout_s)
        try:
            yield database
        finally:
            database.drop()


def _preview(path: Path, region: str | None, mapping: ImportMapping | None) -> ImportPreview:
    """Load what reads files, for which no start has a use, with the first of them."""
    from app.storage.contacts_reading import preview

    return preview(path, region, mapping)
