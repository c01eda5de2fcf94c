"""Calls put into a real history, for the tests of the window's history."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.call import Call, CallKind, CallRequest, CallState, CallStep, KnownBy, Outcome
from app.domain.phone_number import PhoneNumber

if TYPE_CHECKING:
    from window_harness import Desk

    from app.domain.guard import Despite
    from app.services.history import History

ONE, OTHER, THIRD = "+55 11 99999-0001", "+55 21 97777-0002", "+1 415-555-2671"


def made(
    call_id: str,
    text: str = ONE,
    *,
    minutes: float = 5,
    at: datetime | None = None,
    account: str = "account",
    kind: CallKind = CallKind.RING,
    despite: Despite | None = None,
) -> Call:
    """Return a call that was pressed `minutes` ago, or `at`."""
    pressed = at or datetime.now(UTC) - timedelta(minutes=minutes)
    request = CallRequest(account, PhoneNumber.parse(text), kind, 8, despite=despite)
    return Call(
        call_id, request, "Support desk", "RyzeAPI", (CallStep(CallState.QUEUED, pressed, KnownBy.LOCAL),)
    )


def ended(call: Call, outcome: Outcome = Outcome.ANSWERED) -> Call:
    """Return the call at its end."""
    at = call.created_at
    if outcome is not Outcome.CANCELLED:
        call = call.advance(CallStep(CallState.SENDING, at, KnownBy.LOCAL))
        call = call.advance(CallStep(CallState.PLACED, at + timedelta(seconds=1), KnownBy.PROVIDER))
    return call.advance(CallStep(CallState.ENDED, at + timedelta(seconds=5), KnownBy.PROVIDER, outcome))


async def record(history: History, *calls: Call) -> None:
    """Write calls with all their steps, notes and tags, in the order in which they were pressed."""
    for call in sorted(calls, key=lambda call: call.created_at):
        await history.record(call)
        if call.note or call.tag:
            await history.annotate(call.id, call.note, call.tag)


async def put(desk: Desk, *calls: Call) -> None:
    """Have the window show these calls, which are on disk then."""
    model = desk.window.history_model
    await record(desk.program.history, *calls)
    model.refresh()
    await desk.until(lambda: model.is_settled and model.rowCount() >= len(calls))


async def settled(desk: Desk) -> None:
    """Wait until what is typed has been looked for and found."""
    panel, model = desk.window.history.panel, desk.window.history_model
    await desk.until(lambda: not panel._typing.isActive() and model.is_settled)


def shown(desk: Desk) -> list[str]:
    """Return the ids of the rows."""
    model = desk.window.history_model
    return [model.call(row).id for row in range(model.rowCount())]
