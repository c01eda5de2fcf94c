"""Calls as a file for spreadsheets (CSV) or programs (JSON): what one call looks like in each."""

from __future__ import annotations

import csv
import io
import json
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from app.domain.audio import FileRecord, LinkRecord
from app.domain.call import CallState, KnownBy
from app.domain.reason import sentence
from app.services.csv_cells import safe_cells

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from app.domain.audio import AudioRecord
    from app.domain.call import Call, CallStep
    from app.services.history import History, HistoryFilter

LONGEST_CELL = 32_000
"""Characters. Excel takes 32,767 in a cell, and what is more would become another row."""
_MOST_DIGITS = 11
"""Excel shows numbers with more as 5.51E+12, and loses what comes after the fifteenth digit."""
_LINE_END = re.compile(r"\r\n?")
_NOT_WRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class ExportFormat(StrEnum):
    """The forms. The values are the files' endings, and part of the command line's interface."""

    CSV = "csv"
    JSON = "json"


class ExportForm(Protocol):
    """How calls are written: `head`, then each call with `between` between two, then `tail`."""

    head: str
    between: str
    tail: str

    def call(self, call: Call, name: str) -> str:
        """Return one call; `name` is the person's, "" where it is not known."""
        ...


async def export(
    history: History,
    which: HistoryFilter,
    path: Path,
    format: ExportFormat,  # noqa: A002 - the trade's word
    *,
    name_of: Callable[[str], str],
    progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
    delimiter: str = ";",
) -> int:
    """Write the calls that are meant into the file `path`, newest first; return how many.

    The file is written whole or not at all; one that is there is replaced. `progress` gets how many of how
    many are written. `delimiter` is that of CSV, see `delimiter_for`. Raises NotRecorded, and Cancelled when
    `is_cancelled` says so.
    """
    form: ExportForm = JsonForm() if format is ExportFormat.JSON else CsvForm(delimiter)
    return await history.export(
        which, path, form, name_of=name_of, progress=progress, is_cancelled=is_cancelled
    )


def delimiter_for(decimal_sign: str) -> str:
    """Return what Excel expects between two cells where numbers are written with `decimal_sign`."""
    return ";" if decimal_sign == "," else ","


class CsvForm:
    """RFC 4180 with a byte order mark, by which Excel knows UTF-8; one row a call.

    Times are local, with their distance from UTC in a column of its own. What a spreadsheet would compute
    gets an apostrophe in front (as OWASP has it). Numbers need none: with a space behind the country code
    they cannot be computed, nor shown as 5.51E+12.
    """

    COLUMNS = (
        "Time", "Zone", "Name", "Number", "Country", "Account", "Provider", "Kind", "State", "Outcome",
        "Known by", "What happened", "Seconds", "Tag", "Note", "Called despite", "Reason given",
        "Provider's id", "Steps", "Transcript", "Call id",
    )  # fmt: skip
    between = ""
    tail = ""

    def __init__(self, delimiter: str = ";") -> None:
        self._buffer = io.StringIO()
        self._writer = csv.writer(self._buffer, delimiter=delimiter)
        self.head = "\ufeff" + self._row(self.COLUMNS)

    def call(self, call: Call, name: str) -> str:
        """Return the call's row."""
        request, report, despite = call.request, call.report, call.request.despite
        pressed = call.created_at.astimezone()
        seconds = report.duration_s if report else None
        texts = (
            call.account_name,
            call.provider,
            request.kind,
            call.state,
            call.outcome or "",
            call.last.known_by,
            _what_happened(call),
            "" if seconds is None else f"{seconds:.0f}",
            call.tag,
            call.note,
            ", ".join(despite.guards) if despite else "",
            despite.reason if despite else "",
            _id(call.provider_call_id or ""),
            "\n".join(map(_step_words, call.steps)),
            "\n".join(f"{each.speaker}: {each.words}" for each in report.transcript) if report else "",
            call.id,
        )
        when = (f"{pressed:%Y-%m-%d %H:%M:%S}", _zone(pressed))
        who = (_cell(name), request.number, request.number.country)
        return self._row(safe_cells(*when, *who, *map(_cell, texts)))

    def _row(self, cells: tuple[str, ...]) -> str:
        self._buffer.seek(0)
        self._buffer.truncate()
        self._writer.writerow(cells)
        return self._buffer.getvalue()


class JsonForm:
    """One array, one object a call, with all that is kept of it. Times are ISO 8601 in UTC."""

    head = "[\n"
    between = ",\n"
    tail = "\n]\n"

    def call(self, call: Call, name: str) -> str:
        """Return the call as an object in one line."""
        request, number = call.request, call.request.number
        return json.dumps(
            {
                "id": call.id,
                "at": call.created_at.isoformat(),
                "number": number.e164,
                "formatted": number.formatted,
                "country": number.country,
                "person": number.person,
                "name": name,
                "account_id": request.account_id,
                "account": call.account_name,
                "provider": call.provider,
                "provider_call_id": call.provider_call_id,
                "kind": request.kind,
                "ring_seconds": request.ring_seconds,
                "audio": _audio(request.audio_record),
                "agent": _agent(call),
                "state": call.state,
                "outcome": call.outcome,
                "note": call.note,
                "tag": call.tag,
                "despite": _despite(call),
                "steps": [_step(step) for step in call.steps],
                "report": _report(call),
            },
            ensure_ascii=False,
        )


def _cell(text: str) -> str:
    text = _NOT_WRITABLE.sub("", _LINE_END.sub("\n", text))
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


def _id(text: str) -> str:
    """Return an id that a spreadsheet would take for a number, and spoil, as text."""
    return f"'{text}" if text.isdecimal() and (len(text) > _MOST_DIGITS or text[0] == "0") else text


def _zone(at: datetime) -> str:
    return f"UTC{at:%z}"[:6] + ":" + f"{at:%z}"[3:5]


def _what_happened(call: Call) -> str:
    step = call.last
    return sentence(step.reason, provider=call.provider, detail=step.detail) if step.reason else step.detail


def _step_words(step: CallStep) -> str:
    at = step.at.astimezone()
    by = {KnownBy.PROVIDER: "", KnownBy.CLOCK: " (by the clock)", KnownBy.LOCAL: ""}[step.known_by]
    state = step.outcome if step.state is CallState.ENDED else step.state
    return f"{at:%H:%M:%S} {state}{by}" + (f": {step.detail}" if step.detail else "")


def _step(step: CallStep) -> dict[str, Any]:
    return {
        "state": step.state,
        "at": step.at.isoformat(),
        "known_by": step.known_by,
        "outcome": step.outcome,
        "reason": step.reason,
        "detail": step.detail,
    }


def _audio(record: AudioRecord | None) -> dict[str, Any] | None:
    match record:
        case FileRecord():
            sizes = {"duration_s": record.duration_s, "size": record.size, "sha256": record.sha256}
            return {"path": record.path} | sizes
        case LinkRecord():
            return {"url": record.url, "is_whole": record.is_whole}
        case _:
            return None


def _agent(call: Call) -> dict[str, Any] | None:
    task = call.request.agent
    if task is None:
        return None
    return {
        "id": task.agent_id,
        "name": task.agent_name,
        "from_number": task.from_number,
        "record": task.record,
        "longest_s": task.longest_s,
        "metadata": dict(task.metadata),
    }


def _despite(call: Call) -> dict[str, Any] | None:
    despite = call.request.despite
    return None if despite is None else {"guards": list(despite.guards), "reason": despite.reason}


def _report(call: Call) -> dict[str, Any] | None:
    report = call.report
    if report is None:
        return None
    said = [{"speaker": each.speaker, "words": each.words, "at_s": each.at_s} for each in report.transcript]
    return {"duration_s": report.duration_s, "has_recording": report.has_recording, "transcript": said}
