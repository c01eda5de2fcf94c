"""One call, from the press of the button to its end, and the table of what may follow what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.audio import AudioLink, PreparedAudio

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.agent import AgentTask, CallReport
    from app.domain.audio import AudioRecord, AudioSource
    from app.domain.guard import Despite
    from app.domain.phone_number import PhoneNumber
    from app.domain.reason import Reason


class CallState(StrEnum):
    """Where a call is. The values are part of the command line's interface."""

    QUEUED = "queued"
    SENDING = "sending"
    PLACED = "placed"
    RINGING = "ringing"
    IN_PROGRESS = "in_progress"
    ENDED = "ended"


class Outcome(StrEnum):
    """How a call ended. The values are part of the command line's interface."""

    ANSWERED = "answered"
    REJECTED = "rejected"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    FAILED = "failed"
    """Known not to have been placed, or ended in error."""
    CANCELLED = "cancelled"
    """Never sent."""
    UNKNOWN = "unknown"
    """It left us and we cannot know."""


class KnownBy(StrEnum):
    """How a step is known: the provider told us, it follows from the clock, or we did it ourselves."""

    PROVIDER = "provider"
    CLOCK = "clock"
    LOCAL = "local"


class CallKind(StrEnum):
    """What is asked of the provider."""

    RING = "ring"
    AUDIO = "audio"
    AGENT = "agent"


_AFTER_RINGING = frozenset(
    {Outcome.ANSWERED, Outcome.REJECTED, Outcome.NO_ANSWER, Outcome.BUSY, Outcome.FAILED, Outcome.UNKNOWN}
)

TRANSITIONS: Mapping[CallState, frozenset[CallState | Outcome]] = {
    CallState.QUEUED: frozenset({CallState.SENDING, Outcome.CANCELLED, Outcome.FAILED}),
    CallState.SENDING: frozenset({CallState.PLACED, Outcome.CANCELLED, Outcome.FAILED, Outcome.UNKNOWN}),
    CallState.PLACED: frozenset({CallState.RINGING, CallState.IN_PROGRESS}) | _AFTER_RINGING,
    CallState.RINGING: frozenset({CallState.IN_PROGRESS}) | _AFTER_RINGING,
    CallState.IN_PROGRESS: frozenset({Outcome.ANSWERED, Outcome.FAILED}),
    CallState.ENDED: frozenset(),
}
"""What may follow each state: another state, or the end with that outcome."""


class IllegalTransition(Exception):
    """A step that the table does not allow. The call is as it was."""


@dataclass(frozen=True, slots=True)
class CallRequest:
    """What the operator asked for by one press.

    `ring_seconds` is for calls that ring for a time that was chosen, `audio` for those of kind AUDIO, `agent`
    for those of kind AGENT; None for the others. A call keeps only the record of its sound. `despite` is what
    was overridden for it.
    """

    account_id: str
    number: PhoneNumber
    kind: CallKind = CallKind.RING
    ring_seconds: int | None = None
    audio: AudioSource | AudioRecord | None = None
    agent: AgentTask | None = None
    despite: Despite | None = None

    @property
    def audio_record(self) -> AudioRecord | None:
        """What is kept of the sound."""
        return self.audio.record if isinstance(self.audio, PreparedAudio | AudioLink) else self.audio


@dataclass(frozen=True, slots=True)
class CallStep:
    """One thing that became known about a call. `at` is aware UTC; `detail` the provider's own words."""

    state: CallState
    at: datetime
    known_by: KnownBy
    outcome: Outcome | None = None
    reason: Reason | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One press of the button. Immutable: `advance` returns the call one step later.

    Account and provider are kept by name too, so that history reads right after an account is removed.
    `note` and `tag` are the operator's own words about it, changed at any time by `annotated`.
    """

    id: str
    request: CallRequest
    account_name: str
    provider: str
    steps: tuple[CallStep, ...]
    provider_call_id: str | None = None
    report: CallReport | None = None
    note: str = ""
    tag: str = ""

    @property
    def last(self) -> CallStep:
        """The newest step. A call has at least one."""
        return self.steps[-1]

    @property
    def state(self) -> CallState:
        """Where the call is now."""
        return self.last.state

    @property
    def outcome(self) -> Outcome | None:
        """How it ended; None before the end."""
        return self.last.outcome

    @property
    def is_over(self) -> bool:
        """Whether nothing more can become known."""
        return self.state is CallState.ENDED

    @property
    def created_at(self) -> datetime:
        """When the button was pressed."""
        return self.steps[0].at

    @property
    def was_placed(self) -> bool:
        """Whether the provider accepted it."""
        return self.step(CallState.PLACED) is not None

    def step(self, state: CallState) -> CallStep | None:
        """Return the step that reached `state`, or None."""
        return next((step for step in self.steps if step.state is state), None)

    def advance(
        self, step: CallStep, *, provider_call_id: str | None = None, report: CallReport | None = None
    ) -> Call:
        """Return this call with `step` added, and with what became known with it.

        Raises IllegalTransition, and changes nothing, where TRANSITIONS does not allow it, where an end
        has no outcome, or where an outcome comes before the end.
        """
        if (step.state is CallState.ENDED) != (step.outcome is not None):
            raise IllegalTransition(f"{step.state} with outcome {step.outcome}")
        if (step.outcome or step.state) not in TRANSITIONS[self.state]:
            raise IllegalTransition(f"{self.state} to {step.outcome or step.state}")
        return replace(
            self,
            steps=(*self.steps, step),
            provider_call_id=provider_call_id or self.provider_call_id,
            report=report or self.report,
        )

    def annotated(self, note: str, tag: str) -> Call:
        """Return this call with the operator's words about it."""
        return replace(self, note=note, tag=tag)
