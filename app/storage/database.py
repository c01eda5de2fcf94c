"""An SQLite file's connection, as one thread uses it: opening, damage, and transactions."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Literal

from app.storage.aside import KeptAside, Why, keep_aside
from app.storage.folder import make_folder
from app.storage.schema import ForeignDatabase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from filelock import FileLock

    from app.storage.schema import Schema

_TAILS = ("-wal", "-shm")
"""What SQLite keeps beside the file while it is open, or after a crash."""

_KEEPS_CONNECTION = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL}
"""Errors after which the connection is as good as before."""

_NOT_WRITABLE = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
}
"""Errors of opening after which the file may still be read as it is."""


class Database:
    """Opens the file when it is first needed, and again after errors that a new connection may cure.

    A file that is damaged, foreign or of a newer version is kept aside, told in `kept_aside`, and a fresh
    one is made. Everything raises sqlite3.Error and OSError (filelock.Timeout among them).
    """

    def __init__(self, path: Path, schema: Schema, *, busy_timeout_s: float) -> None:
        self.kept_aside: list[KeptAside] = []
        self._schema = schema
        self._path = path
        self._busy_timeout_s = busy_timeout_s
        self._db: sqlite3.Connection | None = None
        self._file_id: tuple[int, int] | None = None

    def open(self) -> sqlite3.Connection:
        """Return the connection, in autocommit mode; the file at the path is the one it writes to."""
        if self._db is not None and self._file_id != _file_id(self._path):
            self.drop()  # another Toque kept the file aside, or somebody removed it
        if self._db is None:
            make_folder(self._path.parent)
            with self._opening():
                self._db = self._open_whatever_is_there()
        return self._db

    @contextmanager
    def writing(self, *, durable: bool) -> Iterator[sqlite3.Connection]:
        """Give a transaction that is kept whole or not at all; `durable`: on the disk when this is left."""
        db = self.open()
        db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
        with _transaction(db, "BEGIN IMMEDIATE"):
            yield db

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give one unchanging view of the file, also where nothing can be written."""
        try:
            db = self.open()
        except (OSError, sqlite3.Error) as error:
            if not _forbids_writing(error):
                raise
            with closing(self._open_for_reading_alone()) as db:
                try:
                    yield db
                except sqlite3.DatabaseError:
                    raise error from None  # what is read without locks proves no damage
        else:
            with _transaction(db, "BEGIN"):
                yield db

    def start_fresh(self) -> None:
        """Keep the damaged file aside and open a new one, unless another Toque did so already."""
        damaged = self._file_id
        self.drop()
        with self._opening():
            if damaged is None or damaged == _file_id(self._path):
                self._keep_aside(Why.DAMAGED)
        self.open()

    def after(self, error: Exception) -> None:
        """Let go of the connection where `error` may lie in it."""
        if primary_code(error) not in _KEEPS_CONNECTION:
            self.drop()

    def drop(self) -> None:
        """Close the connection, if there is one; the next use opens it again."""
        db, self._db, self._file_id = self._db, None, None
        if db is not None:
            with suppress(sqlite3.Error):
                db.close()

    def _opening(self) -> FileLock:
        """Return the lock under which files are opened, made and kept aside, one Toque at a time."""
        from filelock import FileLock

        return FileLock(self._path.with_name(self._path.name + ".lock"), timeout=self._busy_timeout_s)

    def _open_whatever_is_there(self) -> sqlite3.Connection:
        if why := self._why_not():
            self._keep_aside(why)
        db = self._connect()
        try:
            db.execute("PRAGMA journal_mode = WAL")
            self._schema.migrate(db)
        except BaseException:
            db.close()
            raise
        return db

    def _why_not(self) -> Why | None:
        """Return why the file that is there cannot be used, or None."""
        wal = self._path.with_name(self._path.name + "-wal")
        if not _size(self._path):
            return Why.DAMAGED if _size(wal) else None
        try:
            db = self._connect()
            try:
                return Why.NEWER if self._schema.version(db) > self._schema.newest else None
            finally:
                db.close()
        except ForeignDatabase:
            return Why.DAMAGED
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                return Why.DAMAGED
            raise

    def _keep_aside(self, why: Why) -> None:
        self.kept_aside.append(keep_aside(self._path, why, tails=_TAILS))

    def _connect(self) -> sqlite3.Connection:
        if not self._path.exists():  # and only then: closing the file drops the locks SQLite has on it
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))  # SQLite would let others read it
        self._file_id = _file_id(self._path)
        db = _prepared(sqlite3.connect(self._path, timeout=self._busy_timeout_s, isolation_level=None))
        db.execute("PRAGMA secure_delete = ON")  # what was deleted or written over stands nowhere any more
        return db

    def _open_for_reading_alone(self) -> sqlite3.Connection:
        """Open the file as it is, or an empty one where there is none."""
        wal = self._path.with_name(self._path.name + "-wal")
        if not _size(self._path) and not _size(wal):  # also one just made, on a disk that took no more
            db = _prepared(sqlite3.connect(":memory:", isolation_level=None))
            self._schema.migrate(db)
            return db
        how = "mode=ro" if _size(wal) else "mode=ro&immutable=1"  # without a WAL one may not be made
        db = sqlite3.connect(
            f"{self._path.absolute().as_uri()}?{how}",
            uri=True,
            timeout=self._busy_timeout_s,
            isolation_level=None,
        )
        return _prepared(db)


def is_damage(error: Exception) -> bool:
    """Return whether `error` says that the file is no database any more."""
    return primary_code(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _forbids_writing(error: Exception) -> bool:
    from filelock import Timeout

    if isinstance(error, sqlite3.Error):
        return primary_code(error) in _NOT_WRITABLE
    return not isinstance(error, Timeout)


def primary_code(error: Exception) -> int | None:
    """Return SQLite's result code without its extension; None for other errors."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


@contextmanager
def _transaction(db: sqlite3.Connection, begin: Literal["BEGIN", "BEGIN IMMEDIATE"]) -> Iterator[None]:
    db.execute(begin)
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            with suppress(sqlite3.Error):
                db.execute("ROLLBACK")
        raise


def _prepared(db: sqlite3.Connection) -> sqlite3.Connection:
    db.row_factory = sqlite3.Row
    db.text_factory = _text
    return db


def _text(data: bytes) -> str:
    return data.decode(errors="replace")


def _size(path: Path) -> int:
    """Return 0 only for nothing and an empty file: Windows says it of a folder in its place, too."""
    if not path.exists():
        return 0
    return path.stat().st_size or int(not path.is_file())


def _file_id(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
