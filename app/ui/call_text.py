"""One call as plain text, to be pasted into a ticket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.audio import length_words
from app.ui import wording
from app.ui.call_facts import timeline_words
from app.ui.guard_words import despite_words
from app.ui.history_words import day_words

if TYPE_CHECKING:
    from app.domain.call import Call

translate = QCoreApplication.translate


def call_text(call: Call, name: str = "") -> str:
    """Return all that is known of the call, a line for each thing, ending without a line break."""
    blocks = [_head(call, name), [timeline_words(call)], _own_words(call), _transcript(call)]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _head(call: Call, name: str) -> list[str]:
    request, number = call.request, call.request.number
    day = day_words(call.created_at.astimezone().date())
    lines = [
        f"{number.formatted} – {name}" if name else number.formatted,
        f"{day} {wording.clock_time(call.created_at)}",
        wording.state_words(call).text,
        wording.explanation(call),
        wording.request_words(request),
        wording.sound_words(request),
        " · ".join(filter(None, (call.account_name, call.provider))),
    ]
    if call.report is not None and call.report.duration_s is not None:
        duration = length_words(call.report.duration_s)
        lines.append(translate("CallText", "Duration: {duration}").format(duration=duration))
    if call.provider_call_id:
        lines.append(translate("CallText", "Call ID: {id}").format(id=call.provider_call_id))
    if request.despite is not None:
        lines.append(despite_words(request.despite))
    return [line for line in lines if line]


def _own_words(call: Call) -> list[str]:
    lines = []
    if call.tag:
        lines.append(translate("CallText", "Outcome noted: {tag}").format(tag=call.tag))
    if call.note:
        lines.append(translate("CallText", "Note: {note}").format(note=call.note))
    return lines


def _transcript(call: Call) -> list[str]:
    if call.report is None:
        return []
    return [
        f"{wording.spoken_by(line.speaker, call.request)}: {line.words}" for line in call.report.transcript
    ]
