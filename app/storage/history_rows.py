"""Calls and steps as rows of the history's tables, and back."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from app.domain.audio import FileRecord, LinkRecord
from app.domain.call import Call, CallKind, CallRequest, CallState, CallStep, KnownBy, Outcome
from app.domain.phone_number import NumberKind, PhoneNumber
from app.domain.reason import Reason
from app.storage.agent_records import ReportRecord, TaskRecord
from app.storage.guard_records import DespiteRecord

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from app.domain.agent import CallReport
    from app.domain.audio import AudioRecord

E = TypeVar("E", bound=StrEnum)
R = TypeVar("R", bound=msgspec.Struct)

_log = logging.getLogger(__name__)


def write(db: sqlite3.Connection, call: Call, run: str) -> None:
    """Write the newest step of `call` and the earlier ones that are missing; `run` follows it from now on.

    A step that stands already in the newest one's place, from a writing that nobody waited for, is
    replaced. Raises ValueError where a later one stands already: a call has one course.
    """
    known = db.execute(
        "SELECT row, (SELECT max(n) FROM steps WHERE call = row) AS n FROM calls WHERE id = ?", (call.id,)
    ).fetchone()
    row = _insert(db, call, run) if known is None else known["row"]
    highest = -1 if known is None or known["n"] is None else known["n"]
    newest = len(call.steps) - 1
    if highest > newest:
        raise ValueError(f"history knows more steps of call {call.id} than the call has")
    for n in range(min(highest + 1, newest), newest + 1):
        db.execute(
            """
            INSERT OR REPLACE INTO steps (call, n, state, outcome, known_by, at, reason, detail)
            VALUES (:call, :n, :state, :outcome, :known_by, :at, :reason, :detail)
            """,
            {"call": row, "n": n} | _step_values(call.steps[n]),
        )
    db.execute(
        "UPDATE calls SET run = ?, state = ?, outcome = ?, provider_call_id = ?, report = ? WHERE row = ?",
        (run, call.state, call.outcome, _clean(call.provider_call_id), _report_json(call.report), row),
    )


def annotate(db: sqlite3.Connection, call_id: str, note: str, tag: str) -> None:
    """Write the operator's words about a call."""
    db.execute("UPDATE calls SET note = ?, tag = ? WHERE id = ?", (_clean(note), _clean(tag), call_id))


def unwrite(db: sqlite3.Connection, call: Call) -> None:
    """Take back the newest step of `call`, which `write` wrote."""
    known = db.execute("SELECT row FROM calls WHERE id = ?", (call.id,)).fetchone()
    if known is None:
        return
    db.execute("DELETE FROM steps WHERE call = ? AND n >= ?", (known["row"], len(call.steps) - 1))
    if len(call.steps) == 1:
        db.execute("DELETE FROM calls WHERE row = ?", (known["row"],))
    else:
        before = call.steps[-2]
        db.execute(
            "UPDATE calls SET state = ?, outcome = ?, report = NULL WHERE row = ?",
            (before.state, before.outcome, known["row"]),
        )


def read(db: sqlite3.Connection, rows: Sequence[sqlite3.Row]) -> list[Call]:
    """Return the calls of these rows of `calls`, in their order, with one query for all their steps.

    A call that makes no sense (written by another version, or damaged) is left out and stays on disk.
    """
    steps: dict[int, list[sqlite3.Row]] = {row["row"]: [] for row in rows}
    found = db.execute(
        "SELECT * FROM steps WHERE call IN (SELECT value FROM json_each(?)) ORDER BY call, n",
        (json.dumps(list(steps)),),
    )
    for step in found:
        steps[step["call"]].append(step)
    return [call for row in rows if (call := _call(row, steps[row["row"]])) is not None]


def _insert(db: sqlite3.Connection, call: Call, run: str) -> int:
    request, number = call.request, call.request.number
    cursor = db.execute(
        """
        INSERT INTO calls (
            id, run, account_id, account_name, provider, kind, ring_seconds, person, e164, country,
            number_kind, formatted, assumed, in_use, provider_call_id, state, outcome, created_at,
            audio_path, audio_duration_s, audio_size, audio_sha256, audio_link, audio_link_is_whole, agent,
            despite, note, tag
        ) VALUES (
            :id, :run, :account_id, :account_name, :provider, :kind, :ring_seconds, :person, :e164, :country,
            :number_kind, :formatted, :assumed, :in_use, :provider_call_id, :state, :outcome, :created_at,
            :audio_path, :audio_duration_s, :audio_size, :audio_sha256, :audio_link, :audio_link_is_whole,
            :agent, :despite, :note, :tag
        )
        """,
        {
            "id": call.id,
            "run": run,
            "account_id": request.account_id,
            "account_name": _clean(call.account_name),
            "provider": call.provider,
            "kind": request.kind,
            "ring_seconds": request.ring_seconds,
            "person": number.person,
            "e164": number.e164,
            "country": number.country,
            "number_kind": number.kind,
            "formatted": _clean(number.formatted),
            "assumed": number.assumed,
            "in_use": number.in_use,
            "provider_call_id": _clean(call.provider_call_id),
            "state": call.state,
            "outcome": call.outcome,
            "created_at": time_text(call.created_at),
            "agent": _json(TaskRecord.of(request.agent)) if request.agent else None,
            "despite": _json(DespiteRecord.of(request.despite)) if request.despite else None,
            "note": _clean(call.note),
            "tag": _clean(call.tag),
        }
        | _audio_values(request.audio_record),
    )
    row = cursor.lastrowid
    assert row is not None  # noqa: S101 - an INSERT that returned has one
    return row


def _audio_values(record: AudioRecord | None) -> dict[str, Any]:
    file = record if isinstance(record, FileRecord) else None
    link = record if isinstance(record, LinkRecord) else None
    return {
        "audio_path": _clean(file.path) if file else None,
        "audio_duration_s": file.duration_s if file else None,
        "audio_size": file.size if file else None,
        "audio_sha256": file.sha256 if file else None,
        "audio_link": _clean(link.url) if link else None,
        "audio_link_is_whole": link.is_whole if link else None,
    }


def _step_values(step: CallStep) -> dict[str, Any]:
    return {
        "state": step.state,
        "outcome": step.outcome,
        "known_by": step.known_by,
        "at": time_text(step.at),
        "reason": step.reason,
        "detail": _clean(step.detail),
    }


def _call(row: sqlite3.Row, steps: Iterable[sqlite3.Row]) -> Call | None:
    try:
        call = Call(
            id=row["id"],
            request=CallRequest(
                row["account_id"],
                _number(row),
                CallKind(row["kind"]),
                row["ring_seconds"],
                _audio(row),
                task.task() if (task := _record(_later(row, "agent"), TaskRecord)) else None,
                what.despite() if (what := _record(_later(row, "despite"), DespiteRecord)) else None,
            ),
            account_name=row["account_name"],
            provider=row["provider"],
            steps=tuple(_step(step) for step in steps),
            provider_call_id=row["provider_call_id"],
            report=report.report() if (report := _record(_later(row, "report"), ReportRecord)) else None,
            note=_later(row, "note") or "",
            tag=_later(row, "tag") or "",
        )
    except (ValueError, TypeError) as error:
        _log.warning("The call in row %s of the history makes no sense: %s", row["row"], error)
        return None
    if not call.steps:
        _log.warning("The call in row %s of the history has no steps", row["row"])
        return None
    return call


def _number(row: sqlite3.Row) -> PhoneNumber:
    return PhoneNumber(
        e164=row["e164"],
        country=row["country"],
        kind=_known(NumberKind, row["number_kind"]) or NumberKind.UNKNOWN,
        formatted=row["formatted"],
        assumed=bool(row["assumed"]),
        in_use=bool(row["in_use"]),
    )


def _audio(row: sqlite3.Row) -> AudioRecord | None:
    if _later(row, "audio_path") is not None:
        return FileRecord(row["audio_path"], row["audio_duration_s"], row["audio_size"], row["audio_sha256"])
    if _later(row, "audio_link") is not None:
        return LinkRecord(row["audio_link"], bool(row["audio_link_is_whole"]))
    return None


def _report_json(report: CallReport | None) -> str | None:
    return _json(ReportRecord.of(report)) if report else None


def _json(record: msgspec.Struct) -> str:
    """Return `record` as JSON, with "?" for what no file can hold."""
    try:
        return msgspec.json.encode(record).decode()
    except UnicodeEncodeError:
        return _clean(json.dumps(msgspec.to_builtins(record), ensure_ascii=False)) or ""


def _record(text: str | None, shape: type[R]) -> R | None:
    """Return the record that was kept; None for none, and for one that makes no sense."""
    if text is None:
        return None
    try:
        return msgspec.json.decode(text, type=shape)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        _log.warning("What is kept beside a call makes no sense: %s", error)
        return None


def _later(row: sqlite3.Row, column: str) -> Any:
    """Return what is in a column that came with a later version; one may only read what is older."""
    return row[column] if column in row.keys() else None  # noqa: SIM118 - a row is no mapping


def _step(row: sqlite3.Row) -> CallStep:
    return CallStep(
        state=CallState(row["state"]),
        at=datetime.fromisoformat(row["at"]),
        known_by=KnownBy(row["known_by"]),
        outcome=None if row["outcome"] is None else Outcome(row["outcome"]),
        reason=_known(Reason, row["reason"]),
        detail=row["detail"],
    )


def _known(kind: type[E], code: str | None) -> E | None:
    """Return the member with that code; None for none, and for codes that only other versions know."""
    if code is None:
        return None
    try:
        return kind(code)
    except ValueError:
        return None


def time_text(at: datetime) -> str:
    """Return an aware time as it is kept: texts that sort as the times do."""
    return at.astimezone(UTC).isoformat()


def _clean(text: str | None) -> str | None:
    """Return `text` with "?" for lone surrogates, which some replies hold and no file can."""
    return None if text is None else text.encode(errors="replace").decode()
