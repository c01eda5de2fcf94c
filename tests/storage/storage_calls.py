"""Calls to keep in a history."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from app.domain.audio import FileRecord, LinkRecord
from app.domain.call import Call, CallKind, CallRequest, CallState, CallStep, KnownBy, Outcome
from app.domain.phone_number import NumberKind, PhoneNumber
from app.domain.reason import Reason

NOON = datetime(2026, 11, 20, 12, 0, 0, 123456, tzinfo=UTC)
BRAZILIAN = PhoneNumber("+5511999990001", "BR", NumberKind.MOBILE, "+55 11 99999-0001", assumed=True)
OTHER = PhoneNumber("+14155550123", "US", NumberKind.FIXED_OR_MOBILE, "+1 415-555-0123", in_use=False)

FILE = FileRecord("/home/ana/São Paulo/olá “1”.wav", 24.25, 98_304, "ab" * 32)
LINK = LinkRecord("https://files.example/ol%C3%A1.mp3", is_whole=False)

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
