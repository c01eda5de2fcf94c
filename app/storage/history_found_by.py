"""What the tables have of a call by which it can be found, and the words that are."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from app.storage.agent_records import ReportRecord
from app.storage.guard_records import DespiteRecord
from app.storage.history_words import Mark, number_words, words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

_COLUMNS = """
SELECT
    row, account_id, account_name, provider, kind, person, e164, provider_call_id, outcome, created_at,
    report, despite, note, tag
FROM calls
"""
_BY_ID = f"{_COLUMNS} WHERE id = ?"
_BY_ROWS = f"{_COLUMNS} WHERE row IN (SELECT value FROM json_each(?)) ORDER BY row"  # noqa: S608 - ours


class FoundBy:
    """What is kept of one call; equal where nothing by which it is found has changed."""

    __hash__ = None  # type: ignore[assignment]  # it is compared, and no more

    def __init__(self, call: sqlite3.Row, details: Sequence[str]) -> None:
        self._call = call
        self._details = details
        self.row = int(call["row"])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FoundBy) and (self._call, self._details) == (other._call, other._details)

    @property
    def day(self) -> str:
        """The day (UTC) on which it was placed."""
        return str(self._call["created_at"])[:10]

    @property
    def words(self) -> str:
        """All its words, each once."""
        call = self._call
        own = (call["account_name"], call["provider"], call["provider_call_id"], call["note"], call["tag"])
        texts = (*own, *self._details, *_said(call["report"], call["despite"]))
        found = {word for text in texts if text for word in words(str(text))}
        found |= number_words(str(call["person"]), str(call["e164"]).lstrip("+"))
        found.add(Mark.PERSON.word(call["person"]))
        found.add(Mark.ACCOUNT.word(call["account_id"]))
        found.add(Mark.KIND.word(call["kind"]))
        if call["outcome"]:
            found.add(Mark.OUTCOME.word(call["outcome"]))
        return " ".join(found)


def of_call(db: sqlite3.Connection, call_id: str) -> FoundBy | None:
    """Return what is kept of the call with that id, or None."""
    call = db.execute(_BY_ID, (call_id,)).fetchone()
    if call is None:
        return None
    details = db.execute(
        "SELECT detail FROM steps WHERE call = ? AND detail <> '' ORDER BY n", (call["row"],)
    )
    return FoundBy(call, [detail for (detail,) in details])


def of_rows(db: sqlite3.Connection, rows: Sequence[int]) -> list[FoundBy]:
    """Return what is kept of the calls in these rows, in their order."""
    those = json.dumps(rows)
    details: dict[int, list[str]] = {}
    for row, detail in db.execute(
        "SELECT call, detail FROM steps WHERE call IN (SELECT value FROM json_each(?)) AND detail <> ''",
        (those,),
    ):
        details.setdefault(row, []).append(detail)
    return [FoundBy(call, details.get(call["row"], [])) for call in db.execute(_BY_ROWS, (those,))]


def _said(report: str | None, despite: str | None) -> Iterator[str]:
    """Return the texts in what is kept as JSON; none where it makes no sense, which reading it says."""
    with suppress(msgspec.MsgspecError, UnicodeError, RecursionError):
        if report:
            yield from (each.words for each in msgspec.json.decode(report, type=ReportRecord).transcript)
        if despite:
            yield msgspec.json.decode(despite, type=DespiteRecord).reason
