"""The administrators' own do-not-call list: numbers in their settings file, or in a table that it names."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.detail import Detail
from app.domain.phone_number import InvalidPhoneNumber, PhoneNumber
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.do_not_call import DoNotCallEntry, ImportPlan, ListUnavailable, RefusedRow, clean_reason
from app.services.table import NotReadable
from app.storage import csv_table, do_not_call_table, folder
from app.storage.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.policy import Policy

DEADLINE_S = 20.0
"""The table may lie on a share that does not answer. A large one takes some seconds to be read."""

_UNREAD = QT_TRANSLATE_NOOP(
    "Detail",
    "Your administrator's do-not-call list in {path} cannot be read ({error}). Tell your administrator.",
)
_NO_NUMBER = QT_TRANSLATE_NOOP("Detail", "line {line}: “{text}” is not a number that can be called")
_NO_NUMBER_LISTED = QT_TRANSLATE_NOOP("Detail", "“{text}” is not a number that can be called")


class PolicyNumbers:
    """A FixedList of what `policy` names. The table is read at the first question, and again once it changed.

    One number that cannot be read makes the list unreadable: somebody would be called who must not be.
    Numbers are written with + and the country code.
    """

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._worker = Worker("policy")
        self._read: tuple[tuple[int, int], Mapping[str, DoNotCallEntry]] | None = None

    async def entry_for(self, person: str) -> DoNotCallEntry | None:
        """Return who stands there under that `PhoneNumber.person`. Raises ListUnavailable."""
        if not self._policy.numbers and not self._policy.numbers_file:
            return None
        try:
            entries = await self._worker.run(self._entries, deadline_s=DEADLINE_S)
        except TimeoutError as error:
            sentence = folder.silent(Path(self._path).parent, DEADLINE_S)
            raise ListUnavailable(sentence) from error
        return entries.get(person)

    def close(self) -> None:
        """Let the thread end. Does not wait for it."""
        self._worker.close()

    # --- in the worker's thread -----------------------------------------------------------------------

    @property
    def _path(self) -> str:
        return self._policy.numbers_file or self._policy.path

    def _entries(self) -> Mapping[str, DoNotCallEntry]:
        try:
            version = self._version()
            if self._read is None or self._read[0] != version:
                self._read = version, self._from_table() if self._policy.numbers_file else self._listed()
        except OSError as error:
            raise self._unread(error.strerror or type(error).__name__) from error
        except NotReadable as error:
            raise self._unread(str(error)) from error
        return self._read[1]

    def _version(self) -> tuple[int, int]:
        if not self._policy.numbers_file:
            return 0, 0
        found = Path(self._policy.numbers_file).stat()
        return found.st_mtime_ns, found.st_size

    def _from_table(self) -> Mapping[str, DoNotCallEntry]:
        path = Path(self._policy.numbers_file)
        preview = csv_table.preview(path)
        plan = ImportPlan(preview, do_not_call_table.guess_columns(preview, None))
        entries: dict[str, DoNotCallEntry] = {}
        rows = do_not_call_table.entries(
            path, plan, datetime.now(UTC), progress=_ignore, is_cancelled=_never, dated=False
        )
        for row in rows:
            if isinstance(row, RefusedRow):
                raise self._unread(Detail(_NO_NUMBER, line=str(row.line), text=row.text))
            entries.setdefault(row.person, self._binding(row))
        return entries

    def _listed(self) -> Mapping[str, DoNotCallEntry]:
        entries: dict[str, DoNotCallEntry] = {}
        for text, reason in self._policy.numbers.items():
            try:
                entry = DoNotCallEntry(PhoneNumber.parse(text), clean_reason(reason))
            except InvalidPhoneNumber as problem:
                raise self._unread(Detail(_NO_NUMBER_LISTED, text=text)) from problem
            entries.setdefault(entry.person, self._binding(entry))
        return entries

    def _binding(self, entry: DoNotCallEntry) -> DoNotCallEntry:
        return DoNotCallEntry(entry.number, entry.reason, entry.added_at, self._path, is_fixed=True)

    def _unread(self, error: str) -> ListUnavailable:
        return ListUnavailable(Detail(_UNREAD, path=self._path, error=error))


def _ignore(_part: float) -> None:
    """Hear nothing of how far it is."""


def _never() -> bool:
    return False
