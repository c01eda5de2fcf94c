"""How a call, its steps and its end are said to the operator, in the window's language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from app.domain.agent import Speaker
from app.domain.audio import FileRecord, LinkRecord, length_words
from app.domain.call import CallKind, CallState, KnownBy, Outcome
from app.domain.detail import Detail
from app.domain.reason import SENTENCES
from app.ui.colors import current_colors
from app.ui.icons import Tint

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.call import Call, CallRequest, CallStep
    from app.domain.reason import Reason

translate = QCoreApplication.translate

_MINUTES = re.compile(r"(\W?)mm")
"""With the separator before them, which then also stands before the seconds."""


@dataclass(frozen=True, slots=True)
class Words:
    """A state in words, with the mark and the tone that go with them."""

    text: str
    mark: str
    tone: Tint


def state_words(call: Call) -> Words:
    """Say where the call is, or how it ended."""
    step = call.last
    if step.outcome is not None:
        return outcome_words(step.outcome, was_placed=call.was_placed)
    match step.state:
        case CallState.QUEUED:
            return Words(translate("Call", "Waiting"), "…", Tint.MUTED)
        case CallState.SENDING:
            return Words(translate("Call", "Sending"), "…", Tint.MUTED)
        case CallState.PLACED:
            text = translate("Call", "Accepted by {provider}").format(provider=call.provider)
            return Words(text, "●", Tint.ACCENT)
        case CallState.RINGING if step.known_by is KnownBy.CLOCK:
            return Words(translate("Call", "Should be ringing"), "○", Tint.ACCENT)
        case CallState.RINGING:
            return Words(translate("Call", "Ringing"), "●", Tint.ACCENT)
        case CallState.IN_PROGRESS if call.request.kind is CallKind.AGENT:
            return Words(translate("Call", "In progress"), "●", Tint.GREEN)
        case _:
            return Words(translate("Call", "Answered"), "●", Tint.GREEN)


def outcome_words(outcome: Outcome, *, was_placed: bool = True) -> Words:
    """Say how a call ended; `was_placed`: the provider is known to have taken it."""
    match outcome:
        case Outcome.ANSWERED:
            return Words(translate("Call", "Answered"), "●", Tint.GREEN)
        case Outcome.REJECTED:
            return Words(translate("Call", "Declined"), "✕", Tint.RED)
        case Outcome.NO_ANSWER:
            return Words(translate("Call", "Not answered"), "●", Tint.MUTED)
        case Outcome.BUSY:
            return Words(translate("Call", "Busy"), "✕", Tint.AMBER)
        case Outcome.FAILED if was_placed:
            return Words(translate("Call", "Failed"), "✕", Tint.RED)
        case Outcome.FAILED:
            return Words(translate("Call", "Not placed"), "✕", Tint.RED)
        case Outcome.CANCELLED:
            return Words(translate("Call", "Cancelled"), "✕", Tint.MUTED)
        case Outcome.UNKNOWN if was_placed:
            return Words(translate("Call", "Not known"), "?", Tint.AMBER)
        case _:
            return Words(translate("Call", "May have been placed"), "?", Tint.AMBER)


def step_words(call: Call, step: CallStep) -> str:
    """Name one step of the timeline."""
    match step.state:
        case CallState.QUEUED:
            return translate("Call", "Pressed")
        case CallState.SENDING if call.state is CallState.SENDING:
            return translate("Call", "Sending")
        case CallState.SENDING:
            return translate("Call", "Sent")
        case CallState.PLACED:
            return translate("Call", "Accepted by {provider}").format(provider=call.provider)
        case CallState.RINGING if step.known_by is KnownBy.CLOCK:
            return translate("Call", "Ringing, by the clock")
        case CallState.RINGING:
            return translate("Call", "Ringing")
        case CallState.IN_PROGRESS:
            return translate("Call", "Answered")
        case CallState.ENDED:
            return _end_words(call)


def _end_words(call: Call) -> str:
    outcome = call.outcome
    if outcome is Outcome.ANSWERED and call.last.known_by is KnownBy.PROVIDER:
        return translate("Call", "Ended")
    if outcome is Outcome.ANSWERED:
        return translate("Call", "End not seen")
    return state_words(call).text if outcome else ""


def shown_steps(call: Call) -> tuple[CallStep, ...]:
    """Leave out the press itself once there is more, and `sent` for what never left."""
    last = call.last
    never_left = last.outcome is Outcome.CANCELLED or (
        last.outcome is Outcome.FAILED and last.known_by is KnownBy.LOCAL
    )
    steps = [step for step in call.steps if step.state is not CallState.QUEUED]
    return tuple(s for s in steps if not (never_left and s.state is CallState.SENDING)) or call.steps


def step_mark(call: Call, step: CallStep) -> str:
    """Return the mark of a step: filled where the provider told it, hollow where it is by the clock."""
    if step.state is CallState.ENDED:
        return state_words(call).mark
    return "○" if step.known_by is KnownBy.CLOCK else "●"


def step_color(call: Call, step: CallStep) -> str:
    """Return the colour of a step's mark."""
    colors = current_colors()
    return str(getattr(colors, state_words(call).tone)) if step.state is CallState.ENDED else colors.accent


def known_by_words(step: CallStep, provider: str) -> str:
    """Say how a step is known, for hovering and for a screen reader."""
    match step.known_by:
        case KnownBy.PROVIDER:
            return translate("Call", "{provider} told us").format(provider=provider)
        case KnownBy.CLOCK:
            return translate("Call", "by the clock: nobody told us")
        case KnownBy.LOCAL:
            return translate("Call", "done here")


def explanation(call: Call) -> str:
    """Say in a sentence why the newest step is as it is; empty where the state says all."""
    step = call.last
    if step.state in {CallState.PLACED, CallState.RINGING} and (sound := sound_words(call.request)):
        return translate("Call", "Plays when answered: {sound}").format(sound=sound)
    if step.reason is None:
        return ""
    return reason_words(step.reason, provider=call.provider, detail=step.detail)


def reason_words(reason: Reason, *, provider: str, detail: str = "") -> str:
    """Return the sentence of `reason`, with the detail."""
    text = translate("Reason", SENTENCES[reason])
    return text.format(provider=provider, detail=detail_words(detail)).strip()


def detail_words(detail: str) -> str:
    """Return a detail that is one of our own sentences in the window's language, and any other as it is."""
    if isinstance(detail, Detail):
        values = {
            key: QLocale().toString(value) if isinstance(value, int) else detail_words(value)
            for key, value in detail.values.items()
        }
        return translate("Detail", detail.template).format(**values)
    return translate("Detail", detail) if detail else ""


def request_words(request: CallRequest) -> str:
    """Name what was asked for, as in the history: "Ring 8 s", "Audio 0:24"."""
    match request.kind:
        case CallKind.RING:
            return translate("Call", "Ring {seconds} s").format(seconds=request.ring_seconds)
        case CallKind.AUDIO if isinstance(record := request.audio_record, FileRecord):
            return translate("Call", "Audio {length}").format(length=length_words(record.duration_s))
        case CallKind.AUDIO:
            return translate("Call", "Audio")
        case CallKind.AGENT if request.agent is not None and request.agent.agent_name:
            return translate("Call", "Agent {name}").format(name=request.agent.agent_name)
        case CallKind.AGENT:
            return translate("Call", "Agent")


def sound_words(request: CallRequest) -> str:
    """Say what an audio call played; empty for any other."""
    match request.audio_record:
        case FileRecord(duration_s=duration_s, size=size) as file:
            return f"{file.name} · {length_words(duration_s)} · {size_words(size)}"
        case LinkRecord(url=url, is_whole=is_whole):
            return url if is_whole else url + "?…"
    return ""


def size_words(size: int) -> str:
    """Return a size in bytes for people: 96 kB, 2.1 MB."""
    digits = 1 if size >= 1_000_000 else 0
    return QLocale().formattedDataSize(size, digits, QLocale.DataSizeFormat.DataSizeSIFormat)


def spoken_by(speaker: Speaker, request: CallRequest) -> str:
    """Name who said something in a call."""
    if speaker is Speaker.CALLEE:
        return translate("Call", "Callee")
    name = request.agent.agent_name if request.agent else ""
    return name or translate("Call", "Agent")


def clock_time(at: datetime, *, seconds: bool = True) -> str:
    """Return the time of day in the operator's zone and locale."""
    local = QDateTime.fromSecsSinceEpoch(int(at.timestamp())).time()
    form = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    if seconds:
        form = _MINUTES.sub(r"\1mm\1ss", form)
    return QLocale().toString(local, form)


def day_and_time(at: datetime) -> str:
    """Return the time, and before today the day too."""
    local = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    if local.date() == QDateTime.currentDateTime().date():
        return clock_time(at, seconds=False)
    day = QLocale().toString(local.date(), QLocale.FormatType.ShortFormat)
    return f"{day} {clock_time(at, seconds=False)}"
