"""Calls to keep in a history."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from app.domain.agent import AgentTask, CallReport, Speaker, Utterance
from app.domain.audio import AudioRecord, FileRecord, LinkRecord
from app.domain.call import Call, CallKind, CallRequest, CallState, CallStep, KnownBy, Outcome
from app.domain.phone_number import NumberKind, PhoneNumber
from app.domain.reason import Reason

NOON = datetime(2026, 11, 20, 12, 0, 0, 123456, tzinfo=UTC)
BRAZILIAN = PhoneNumber("+5511999990001", "BR", NumberKind.MOBILE, "+55 11 99999-0001", assumed=True)
OTHER = PhoneNumber("+14155550123", "US", NumberKind.FIXED_OR_MOBILE, "+1 415-555-0123", in_use=False)

FILE = FileRecord("/home/ana/São Paulo/olá “1”.wav", 24.25, 98_304, "ab" * 32)
LINK = LinkRecord("https://files.example/ol%C3%A1.mp3", is_whole=False)

TASK = AgentTask(
    "agent-1",
    "Ana – São Paulo",
    "+5511988880000",
    record=False,
    longest_s=900,
    metadata=(("b", "“2”"), ("a", "")),
)
REPORT = CallReport(
    42.5,
    (Utterance(Speaker.AGENT, "Olá — “Ana”?", 0.5), Utterance(Speaker.CALLEE, "Sim.")),
    has_recording=True,
)

STEPS = (
    CallStep(CallState.SENDING, NOON + timedelta(seconds=1), KnownBy.LOCAL),
    CallStep(CallState.PLACED, NOON + timedelta(seconds=2), KnownBy.PROVIDER, detail="call queued — “ok”"),
    CallStep(CallState.RINGING, NOON + timedelta(seconds=3), KnownBy.CLOCK),
    CallStep(
        CallState.ENDED,
        NOON + timedelta(seconds=11),
        KnownBy.CLOCK,
        Outcome.UNKNOWN,
        Reason.RING_TIME_OVER,
        "nobody says",
    ),
)


def new_call(number: PhoneNumber = BRAZILIAN, *, call_id: str | None = None, after_s: float = 0) -> Call:
    """A call as it is when the button is pressed."""
    return Call(
        id=call_id or uuid4().hex,
        request=CallRequest("account-1", number, CallKind.RING, 8),
        account_name="Support – São Paulo",
        provider="ryzeapi",
        steps=(CallStep(CallState.QUEUED, NOON + timedelta(seconds=after_s), KnownBy.LOCAL),),
    )


def course(call: Call, steps: int = len(STEPS)) -> list[Call]:
    """The call at its press, and after each of that many further steps."""
    calls = [call]
    for step in STEPS[:steps]:
        placed = step.state is CallState.PLACED
        calls.append(calls[-1].advance(step, provider_call_id="ryze-1" if placed else None))
    return calls


def with_sound(record: AudioRecord) -> Call:
    """A call that plays that, as it is when the button is pressed."""
    return replace(new_call(), request=CallRequest("account-1", BRAZILIAN, CallKind.AUDIO, audio=record))


def talk() -> list[Call]:
    """An agent's call at its press, and after each step, the last with the report."""
    call = new_call()
    call = replace(call, request=CallRequest("account-1", BRAZILIAN, CallKind.AGENT, agent=TASK))
    calls = course(call, 2)
    calls.append(calls[-1].advance(CallStep(CallState.IN_PROGRESS, NOON, KnownBy.PROVIDER)))
    end = CallStep(CallState.ENDED, NOON, KnownBy.PROVIDER, Outcome.ANSWERED, detail="completed")
    return [*calls, calls[-1].advance(end, report=REPORT)]
