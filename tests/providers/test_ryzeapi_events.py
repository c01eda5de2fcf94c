"""What the frames of RyzeAPI's WebSocket say."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.call import CallState, Outcome
from app.domain.provider import CallEvent, Connection, Line, LineEvent
from app.providers.ryzeapi import read_event

MARKER = "marker-token-5e1f"


def frame(event: object, data: object) -> str:
    about = {"baseUrl": "https://ryzeapi.cloud", "instance": "support", "token": MARKER}
    return json.dumps({"event": event, "data": data, "instanceData": about})


def call_news(data: object) -> CallEvent:
    event = read_event(frame("call.update", data))
    assert isinstance(event, CallEvent)
    return event


def line_news(data: object) -> Connection:
    event = read_event(frame("instance.state", data))
    assert isinstance(event, LineEvent)
    return event.connection


# --- call.update --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "state", "outcome"),
    [
        ("offer", CallState.RINGING, None),
        ("accepted", CallState.IN_PROGRESS, None),
        ("rejected", CallState.ENDED, Outcome.REJECTED),
        ("terminated", CallState.ENDED, None),
        ("notification", None, None),
        ("latency", None, None),
    ],
)
def test_each_documented_kind_means_its_state(
    kind: str, state: CallState | None, outcome: Outcome | None
) -> None:
    assert call_news({"callId": "3EB0", "type": kind}) == CallEvent(frozenset({"3EB0"}), kind, state, outcome)


@pytest.mark.parametrize("key", ["callId", "callID", "call_id", "id"])
@pytest.mark.parametrize("place", ["top", "under call"])
def test_the_calls_id_is_found_under_every_name_in_both_places(key: str, place: str) -> None:
    ids = {key: "3EB0"} if place == "top" else {"call": {key: "3EB0"}}
    assert call_news({"type": "accepted", **ids}).call_ids == {"3EB0"}


@pytest.mark.parametrize("key", ["type", "status", "state", "event", "action"])
@pytest.mark.parametrize("place", ["top", "under call"])
def test_the_kind_is_found_under_every_name_in_both_places(key: str, place: str) -> None:
    kinds = {key: "accepted"} if place == "top" else {"call": {key: "accepted"}}
    assert call_news({"callId": "3EB0", **kinds}).state is CallState.IN_PROGRESS


def test_every_id_that_is_named_is_kept() -> None:
    data = {"id": "event-1", "callId": "3EB0", "call": {"id": "3EB1"}, "type": "offer"}
    assert call_news(data).call_ids == {"event-1", "3EB0", "3EB1"}


def test_an_id_is_kept_exactly() -> None:
    assert call_news({"callId": " 3eb0 ", "type": "offer"}).call_ids == {" 3eb0 "}


def test_a_known_kind_is_found_among_unknown_words() -> None:
    data = {"callId": "3EB0", "type": "call", "status": "ok", "call": {"state": "rejected"}}
    assert call_news(data).outcome is Outcome.REJECTED


def test_an_unknown_kind_changes_nothing_and_is_marked() -> None:
    assert call_news({"callId": "3EB0", "type": "teleported"}) == CallEvent(
        frozenset({"3EB0"}), "teleported", understood=False
    )


def test_news_without_a_kind_is_marked() -> None:
    assert call_news({"callId": "3EB0"}) == CallEvent(frozenset({"3EB0"}), "", understood=False)


@pytest.mark.parametrize("kind", [None, 7, True, ["accepted"], {"accepted": True}])
def test_a_kind_that_is_no_text_is_passed_over(kind: object) -> None:
    assert not call_news({"callId": "3EB0", "type": kind}).understood


@pytest.mark.parametrize("call", [None, "3EB0", 7, ["3EB0"]])
def test_a_call_that_is_no_object_is_passed_over(call: object) -> None:
    assert call_news({"callId": "3EB0", "type": "accepted", "call": call}).call_ids == {"3EB0"}


@pytest.mark.parametrize("ids", [{}, {"callId": None}, {"callId": 42}, {"callId": ["3EB0"]}, {"call": {}}])
def test_news_of_no_call_is_ignored(ids: dict[str, object]) -> None:
    assert read_event(frame("call.update", {"type": "accepted", **ids})) is None


def test_an_id_two_levels_down_is_not_guessed() -> None:
    data = {"type": "accepted", "call": {"call": {"id": "3EB0"}}}
    assert read_event(frame("call.update", data)) is None


# --- instance.state -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("connected", Line.CONNECTED),
        ("keepalive_restored", Line.CONNECTED),
        ("connecting", Line.CONNECTING),
        ("disconnected", Line.DISCONNECTED),
        ("logged_out", Line.DISCONNECTED),
        ("temp_banned", Line.DISCONNECTED),
        ("qr_ready", Line.DISCONNECTED),
        ("connect_failure", Line.DISCONNECTED),
        ("stream_replaced", Line.DISCONNECTED),
        ("keepalive_timeout", Line.DISCONNECTED),
        ("abducted", Line.DISCONNECTED),
    ],
)
def test_each_state_of_the_line_is_told_with_the_providers_word(word: str, line: Line) -> None:
    assert line_news({"state": word}) == Connection(line, word)


@pytest.mark.parametrize("key", ["state", "status", "type", "event", "action"])
def test_the_state_of_the_line_is_found_under_every_name(key: str) -> None:
    assert line_news({key: "connected"}).line is Line.CONNECTED


def test_the_state_of_the_line_goes_before_other_words() -> None:
    assert line_news({"type": "update", "state": "connected"}).line is Line.CONNECTED


def test_the_state_of_the_line_may_be_the_data_itself() -> None:
    assert line_news("logged_out") == Connection(Line.DISCONNECTED, "logged_out")


@pytest.mark.parametrize("data", [{}, [], None, 7, ["connected"], {"state": None}, {"state": 7}])
def test_news_of_no_state_is_ignored(data: object) -> None:
    assert read_event(frame("instance.state", data)) is None


# --- everything else ----------------------------------------------------------------------------------

IGNORED = {
    "a message": frame("message.exchange", {"id": "3EB0", "type": "accepted"}),
    "a message's status": frame("message.status", {"id": "3EB0", "status": "accepted"}),
    "group.flow": frame("group.flow", {"id": "3EB0"}),
    "label.update": frame("label.update", {"id": "3EB0"}),
    "an unknown event": frame("call.update.v2", {"callId": "3EB0", "type": "accepted"}),
    "an event without a name": frame(None, {"callId": "3EB0"}),
    "a list as event": frame(["call.update"], {"callId": "3EB0"}),
    "data that is a list": frame("call.update", [{"callId": "3EB0", "type": "accepted"}]),
    "data that is a text": frame("call.update", "accepted"),
    "no data": '{"event": "call.update"}',
    "an array": '[{"event": "call.update", "data": {"callId": "3EB0"}}]',
    "a number": "7",
    "null": "null",
    "nothing": "",
    "no JSON": "ping",
    "cut-off JSON": frame("call.update", {"callId": "3EB0"})[:-5],
    "HTML": "<!doctype html>",
    "half of a pair": '"\ud800"',
    "endless nesting": "[" * 200_000,
    "closed endless nesting": '{"event":' + "[" * 200_000 + "]" * 200_000 + "}",
    "endless nesting beside a call": frame("call.update", {"callId": "3EB0"})[:-1] + ',"x":' + "[" * 200_000,
}


@pytest.mark.parametrize("text", IGNORED.values(), ids=IGNORED)
def test_a_frame_that_does_not_concern_calls_is_ignored(text: str) -> None:
    assert read_event(text) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(["callId", "id", "call", "type", "state"]), inside, max_size=4)
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(event=st.sampled_from(["call.update", "instance.state", "message.status", ""]), data=JSON)
def test_any_data_is_read_or_ignored(event: str, data: object) -> None:
    assert isinstance(read_event(frame(event, data)), CallEvent | LineEvent | None)


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read_or_ignored(text: str) -> None:
    assert isinstance(read_event(text), CallEvent | LineEvent | None)


@pytest.mark.parametrize(
    ("event", "data"),
    [("call.update", {"callId": "3EB0", "type": "accepted"}), ("instance.state", {"state": "connected"})],
)
def test_the_token_that_a_frame_carries_is_not_in_what_it_says(event: str, data: object) -> None:
    assert MARKER not in repr(read_event(frame(event, data)))
