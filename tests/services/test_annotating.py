"""The operator's words about a call: written first, then told, and never lost to a step."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from service_fakes import World, call_in, ring, settle

from app.domain.call import CallState, Outcome
from app.services.history import NotRecorded

if TYPE_CHECKING:
    from app.domain.call import Call


def words(call: Call) -> tuple[str, str]:
    return call.note, call.tag


async def test_a_note_is_written_and_told(world: World) -> None:
    call = await world.call()
    await world.calls.annotate(call, "asked for Ana", "call back")
    assert words(world.shown[-1]) == ("asked for Ana", "call back")
    assert world.shown[-1].steps == call.steps
    assert world.history.calls[call.id] == world.shown[-1]


@pytest.mark.parametrize("state", [CallState.SENDING, CallState.PLACED, CallState.ENDED])
async def test_a_call_under_way_carries_its_note_on(world: World, state: CallState) -> None:
    """Also where it comes while a step is being written."""
    world.history.gates[state].hold()
    call_id = world.calls.place(ring())
    await asyncio.sleep(20)
    assert world.history.gates[state].reached == 1
    await world.calls.annotate(world.shown[-1], "busy man", "later")
    world.history.gates[state].open()
    await world.calls.finished(call_id)
    after = [call for call in world.shown if call.note]
    assert after[-1].is_over
    assert {words(call) for call in after} == {("busy man", "later")}
    first = world.shown.index(after[0])
    assert world.shown[first:] == after


async def test_a_note_written_while_the_end_comes_is_told_with_the_end(world: World) -> None:
    world.history.annotating.hold()
    call_id = world.calls.place(ring())
    await settle()
    writing = asyncio.ensure_future(world.calls.annotate(world.shown[-1], "a note", ""))
    await world.calls.finished(call_id)
    world.history.annotating.open()
    await writing
    assert world.shown[-1].is_over
    assert world.shown[-1].note == "a note"


async def test_a_stale_call_is_not_told_again(world: World) -> None:
    call = await world.call()
    await world.calls.annotate(world.shown[0], "by the one that was only queued", "")
    assert world.shown[-1].steps == call.steps


async def test_a_note_that_cannot_be_written_changes_nothing(world: World) -> None:
    world.history.gates[CallState.ENDED].hold()
    call_id = world.calls.place(ring())
    await settle()
    told = len(world.shown)
    world.history.annotating_fails = True
    with pytest.raises(NotRecorded, match="full"):
        await world.calls.annotate(world.shown[-1], "lost?", "")
    assert len(world.shown) == told
    world.history.gates[CallState.ENDED].open()
    await world.calls.finished(call_id)
    assert {call.note for call in world.shown} == {""}


async def test_a_call_that_was_deleted_meanwhile_cannot_be_annotated(world: World) -> None:
    with pytest.raises(NotRecorded, match="not in the history any more"):
        await world.calls.annotate(call_in(CallState.ENDED, outcome=Outcome.ANSWERED), "gone", "")
    assert world.shown == []
