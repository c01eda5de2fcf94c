"""What the details of a call say: the facts of what was asked for, and each step with how it is known."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.audio import length_words
from app.domain.call import CallKind
from app.ui import wording
from app.ui.colors import current_colors
from app.ui.guard_words import despite_words

if TYPE_CHECKING:
    from app.domain.call import Call

translate = QCoreApplication.translate


def facts_of(call: Call) -> list[tuple[str, str]]:
    """Return what is known beside the steps, each with its name; without what is empty."""
    request, report = call.request, call.report
    facts = [
        (translate("CallDetails", "Account"), " · ".join(filter(None, (call.account_name, call.provider)))),
        (translate("CallDetails", "Pressed"), wording.day_and_time(call.created_at)),
        (translate("CallDetails", "Call"), wording.request_words(request)),
        (translate("CallDetails", "Sound"), wording.sound_words(request)),
    ]
    if request.kind is not CallKind.RING and request.ring_seconds is not None:
        seconds = translate("CallDetails", "{seconds} s").format(seconds=request.ring_seconds)
        facts.append((translate("CallDetails", "Rings"), seconds))
    facts += _agent_facts(call)
    if report is not None and report.duration_s is not None:
        facts.append((translate("CallDetails", "Duration"), length_words(report.duration_s)))
    if request.despite is not None:
        facts.append((translate("CallDetails", "Guard"), despite_words(request.despite)))
    facts.append((translate("CallDetails", "Call ID"), call.provider_call_id or ""))
    return [(name, value) for name, value in facts if value]


def _agent_facts(call: Call) -> list[tuple[str, str]]:
    task = call.request.agent
    if task is None:
        return []
    primary = translate("CallDetails", "Primary number")
    recorded = translate("CallDetails", "Yes") if task.record else translate("CallDetails", "No")
    return [
        (translate("CallDetails", "Call from"), task.from_number or primary),
        (translate("CallDetails", "Record the call"), recorded),
        (translate("CallDetails", "At most"), length_words(task.longest_s)),
        (translate("CallDetails", "Metadata"), "\n".join(f"{key}: {value}" for key, value in task.metadata)),
    ]


def nothing_words(call: Call) -> str:
    """Say why an agent's call has no transcript to show, if it has none."""
    if call.request.kind is not CallKind.AGENT or not call.was_placed:
        return ""
    if not call.is_over:
        return translate("CallDetails", "What was said can be read here when the call is over.")
    if call.report is not None and call.report.transcript:
        return ""
    words = translate("CallDetails", "{provider} has told nothing of what was said.")
    return words.format(provider=call.provider)


def timeline_html(call: Call) -> str:
    """Return each step in a row of a table, with its mark in colour."""
    muted = current_colors().muted
    rows = "".join(
        f'<tr><td style="color:{wording.step_color(call, step)}">{wording.step_mark(call, step)}&nbsp;</td>'
        f"<td>{escape(wording.clock_time(step.at))}&nbsp;&nbsp;</td>"
        f"<td>{escape(wording.step_words(call, step))} "
        f'<span style="color:{muted}">– {escape(wording.known_by_words(step, call.provider))}</span></td>'
        "</tr>"
        for step in call.steps
    )
    return f'<table cellspacing="0" cellpadding="1">{rows}</table>'


def timeline_words(call: Call) -> str:
    """Return the same for a screen reader and for plain text."""
    return "\n".join(
        f"{wording.clock_time(step.at)} {wording.step_words(call, step)} "
        f"({wording.known_by_words(step, call.provider)})"
        for step in call.steps
    )
