"""Ringyo's documented requests and replies, row by row: pure functions, nothing is sent."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from subjects import NUMBER

from app.domain.agent import AgentTask, CallReport, Speaker, Utterance
from app.domain.call import CallKind, CallRequest, CallState, Outcome
from app.domain.provider import (
    AuthenticationFailed,
    CallEvent,
    CallStatus,
    Choice,
    InsufficientCredit,
    InvalidRequest,
    Placed,
    ProviderError,
    ProviderFailed,
    RateLimited,
    UnexpectedReply,
)
from app.domain.reason import Reason
from app.providers.http import Reply
from app.providers.ringyo import (
    Ringyo,
    call_body,
    key_words,
    read_agents,
    read_numbers,
    read_placed,
    read_recording_url,
    read_status,
    recording_ending,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HTML = b"<!doctype html><html><title>502 Bad Gateway</title></html>"


def reply(body: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
    return Reply(status, headers or {}, body if isinstance(body, bytes) else json.dumps(body).encode())


def failure(code: str, words: str = "words", status: int = 400, **headers: str) -> Reply:
    error = {"code": code, "message": words, "details": {"field": "x"}}
    return reply({"error": error, "meta": {"request_id": "req_1"}}, status, headers)


def error_of(answer: Reply, read: Callable[[Reply], object] = read_placed) -> ProviderError:
    with pytest.raises(ProviderError) as failed:
        read(answer)
    return failed.value


# --- the table: base URL, keys ------------------------------------------------------------------------


def test_the_default_base_url_is_the_documented_one() -> None:
    (base_url,) = (field for field in Ringyo.account_fields if field.key == "base_url")
    assert base_url.default == "https://api.ringyo.ai"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("vb_live_1", "live key: real calls"),
        ("rg_live_1", "live key: real calls"),
        ("rg_test_1", "test key: no real calls"),
        ("vb_test_1", ""),
        ("1", ""),
        ("", ""),
    ],
)
def test_a_key_tells_which_kind_it_is(key: str, words: str) -> None:
    assert key_words(key) == words


# --- POST /v1/calls -----------------------------------------------------------------------------------


def agent_call(task: AgentTask | None) -> CallRequest:
    return CallRequest("account-1", NUMBER, CallKind.AGENT, agent=task)


def test_phone_number_goes_as_e164_with_the_agent_and_the_documented_defaults() -> None:
    assert json.loads(call_body(agent_call(AgentTask("agent_1", "Ana")))) == {
        "phone_number": "+5511999999999",
        "agent_id": "agent_1",
        "record": True,
        "max_duration": 3600,
    }


def test_from_number_metadata_record_and_max_duration_go_as_they_were_chosen() -> None:
    task = AgentTask("a", "", "+551130000000", False, 60, (("order", "17"), ("naïve “key”", "")))
    assert json.loads(call_body(agent_call(task))) == {
        "phone_number": "+5511999999999",
        "agent_id": "a",
        "from_number": "+551130000000",
        "record": False,
        "max_duration": 60,
        "metadata": {"order": "17", "naïve “key”": ""},
    }


def test_without_an_agent_there_is_no_call() -> None:
    with pytest.raises(InvalidRequest, match="There is no agent"):
        call_body(agent_call(None))


def test_max_duration_may_be_1_to_3600_s() -> None:
    agent = Ringyo.capabilities.agent
    assert agent is not None
    assert (agent.shortest, agent.longest, agent.default) == (1, 3600, 3600)


CALL = {
    "id": "call_1",
    "status": "queued",
    "phone_number": "+5511999999999",
    "from_number": "+551130000000",
    "agent_id": "agent_1",
    "metadata": {},
    "record": True,
    "created_at": "2026-01-01T00:00:00Z",
}


@pytest.mark.parametrize("status", [200, 201])
@pytest.mark.parametrize("body", [CALL, {"data": CALL, "meta": {"request_id": "r"}}], ids=["bare", "wrapped"])
def test_a_placed_call_has_its_id(body: object, status: int) -> None:
    assert read_placed(reply(body, status)) == Placed("call_1")


NO_CALL = {
    "no id": {"status": "queued"},
    "an empty id": {**CALL, "id": ""},
    "a null id": {**CALL, "id": None},
    "a number as id": {"data": {**CALL, "id": 7}},
    "nothing wrapped": {"data": {}, "meta": {}},
    "null wrapped": {"data": None},
    "a list": [CALL],
    "HTML": HTML,
    "nothing": b"",
}


@pytest.mark.parametrize("body", NO_CALL.values(), ids=NO_CALL)
def test_a_good_reply_that_names_no_call_is_unexpected(body: object) -> None:
    assert type(error_of(reply(body, 201))) is UnexpectedReply


# --- errors -------------------------------------------------------------------------------------------

CODES = [
    ("invalid_phone_number", 400, InvalidRequest, Reason.NUMBER_REFUSED),
    ("agent_not_found", 404, InvalidRequest, Reason.AGENT_NOT_FOUND),
    ("insufficient_credits", 402, InsufficientCredit, Reason.NO_CREDIT),
    ("insufficient_credits", 403, InsufficientCredit, Reason.NO_CREDIT),
    ("rate_limit_exceeded", 429, RateLimited, Reason.TOO_MANY_CALLS),
    ("invalid_from_number", 400, InvalidRequest, Reason.OWN_NUMBER_REFUSED),
    ("call_not_found", 404, InvalidRequest, Reason.CALL_NOT_FOUND),
    ("a_code_of_2027", 400, InvalidRequest, Reason.REQUEST_REFUSED),
    ("a_code_of_2027", 401, AuthenticationFailed, Reason.TOKEN_REFUSED),
    ("a_code_of_2027", 403, InvalidRequest, Reason.REQUEST_REFUSED),
    ("a_code_of_2027", 404, InvalidRequest, Reason.REQUEST_REFUSED),
    ("a_code_of_2027", 429, RateLimited, Reason.RATE_LIMITED),
    ("a_code_of_2027", 500, ProviderFailed, Reason.PROVIDER_FAILED),
]
READERS: list[Callable[[Reply], object]] = [
    read_placed,
    read_agents,
    read_numbers,
    read_recording_url,
    lambda answer: read_status(answer, "call_1"),
]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(("code", "status", "kind", "reason"), CODES)
def test_a_documented_code_or_status_is_translated(
    code: str, status: int, kind: type[ProviderError], reason: Reason, read: Callable[[Reply], object]
) -> None:
    error = error_of(failure(code, "the words", status), read)
    assert (type(error), error.reason, error.detail) == (kind, reason, "the words")


@pytest.mark.parametrize("message", [{}, {"message": None}, {"message": ""}])
def test_where_there_are_no_words_the_code_is_told(message: dict[str, object]) -> None:
    error = error_of(reply({"error": {"code": "insufficient_credits", **message}}, 400))
    assert (type(error), error.detail) == (InsufficientCredit, "insufficient_credits")


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, InvalidRequest), (401, AuthenticationFailed), (404, InvalidRequest), (429, RateLimited)],
)
@pytest.mark.parametrize("body", [HTML, b"", {}, {"error": "text"}, {"error": {"code": 7}}])
def test_a_status_that_refuses_is_believed_without_words(
    status: int, kind: type[ProviderError], body: object
) -> None:
    assert type(error_of(reply(body, status))) is kind


@pytest.mark.parametrize("body", [HTML, b"", {}, {"error": {}}, {"error": None}])
@pytest.mark.parametrize("status", [500, 502, 503, 504, 408, 409, 202, 204, 302])
def test_a_page_that_says_nothing_of_the_call_leaves_its_outcome_open(status: int, body: object) -> None:
    assert type(error_of(reply(body, status))) is UnexpectedReply


@pytest.mark.parametrize("code", ["insufficient_credits", "rate_limit_exceeded", "agent_not_found", "odd"])
@pytest.mark.parametrize("status", [502, 503, 504, 408, 409, 202])
def test_a_gateway_that_speaks_json_leaves_the_outcome_open(code: str, status: int) -> None:
    error = error_of(failure(code, "upstream timed out", status))
    assert (type(error), error.detail) == (UnexpectedReply, f"an undocumented HTTP {status}")


@pytest.mark.parametrize(("remaining", "reason"), [("0", Reason.RATE_LIMITED), ("7", Reason.TOO_MANY_CALLS)])
@pytest.mark.parametrize("status", [403, 429])
def test_too_many_calls_are_told_from_too_many_requests(remaining: str, reason: Reason, status: int) -> None:
    told = {"x-ratelimit-limit": "60", "x-ratelimit-remaining": remaining, "x-ratelimit-reset": "1790000000"}
    error = error_of(failure("rate_limit_exceeded", "wait", status, **told))
    assert (type(error), error.reason) == (RateLimited, reason)


@pytest.mark.parametrize("code", ["rate_limit_exceeded", "odd"])
def test_a_rate_limit_lifts_at_its_reset_time(code: str) -> None:
    told = {"x-ratelimit-limit": "60", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1790000000"}
    error = error_of(failure(code, "wait", 429, **told))
    assert isinstance(error, RateLimited)
    assert error.retry_at == datetime.fromtimestamp(1790000000, UTC)


# --- GET /v1/calls/{id}?include=transcript,recording --------------------------------------------------

STATUSES = [
    ("queued", None, None),
    ("initiated", None, None),
    ("ringing", CallState.RINGING, None),
    ("answered", CallState.IN_PROGRESS, None),
    ("in_progress", CallState.IN_PROGRESS, None),
    ("transferred", CallState.IN_PROGRESS, None),
    ("completed", CallState.ENDED, Outcome.ANSWERED),
    ("failed", CallState.ENDED, Outcome.FAILED),
    ("no_answer", CallState.ENDED, Outcome.NO_ANSWER),
    ("busy", CallState.ENDED, Outcome.BUSY),
]


def wrapped(body: object) -> object:
    return {"data": body, "meta": {"request_id": "req_1"}}


@pytest.mark.parametrize("shape", [lambda body: body, wrapped], ids=["bare", "wrapped"])
@pytest.mark.parametrize(("status", "state", "outcome"), STATUSES)
def test_each_status_of_a_call_is_told(
    status: str, state: CallState | None, outcome: Outcome | None, shape: Callable[[object], object]
) -> None:
    told = read_status(reply(shape({"id": "call_1", "status": status})), "call_1")
    assert told.event == CallEvent(frozenset({"call_1"}), status, state, outcome)
    assert (told.report is not None) == (state is CallState.ENDED)


def test_an_unknown_status_changes_nothing_and_is_kept() -> None:
    assert read_status(reply({"status": "on_hold"}), "call_1") == CallStatus(
        CallEvent(frozenset({"call_1"}), "on_hold", understood=False)
    )


def report_of(**more: object) -> CallReport | None:
    return read_status(reply({"status": "completed", **more}), "call_1").report


def test_a_completed_call_has_its_duration_transcript_and_recording() -> None:
    assert report_of(
        duration=42,
        transcript=[
            {"role": "agent", "content": "Olá!", "timestamp": 0.5},
            {"role": "user", "content": "Hi", "timestamp": 3},
        ],
        recording_url="https://files.example/r.mp3?key=1",
        created_at="2026-01-01T00:00:00Z",
        ended_at="2026-01-01T00:01:00Z",
    ) == CallReport(
        42.0,
        (Utterance(Speaker.AGENT, "Olá!", 0.5), Utterance(Speaker.CALLEE, "Hi", 3.0)),
        has_recording=True,
    )


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"duration": None, "transcript": None, "recording_url": None},
        {"duration": "42", "transcript": {"odd": 1}, "recording_url": ""},
        {"duration": -1, "transcript": "text", "recording_url": 7},
        {"duration": True, "transcript": [], "recording_url": {}},
        {
            "duration": 1e300,
            "transcript": [None, "x", {}, {"role": "agent"}, {"role": "tool", "content": "x"}],
        },
        {"transcript": [{"role": "user", "content": None}, {"role": 7, "content": "x"}]},
    ],
)
def test_what_is_missing_or_odd_is_not_known_and_the_end_is_told(more: dict[str, object]) -> None:
    assert report_of(**more) == CallReport()


@pytest.mark.parametrize("timestamp", [{}, {"timestamp": None}, {"timestamp": "0:05"}])
def test_words_without_a_time_are_kept(timestamp: dict[str, object]) -> None:
    report = report_of(transcript=[{"role": "user", "content": "Hi", "confidence": 0.9, **timestamp}])
    assert report == CallReport(transcript=(Utterance(Speaker.CALLEE, "Hi"),))


@pytest.mark.parametrize("body", [{}, {"status": None}, {"status": 7}, {"data": {}}, [], HTML, b""])
def test_a_status_that_is_none_is_unexpected(body: object) -> None:
    assert type(error_of(reply(body), lambda answer: read_status(answer, "call_1"))) is UnexpectedReply


# --- the recording ------------------------------------------------------------------------------------


def test_the_recordings_address_is_read() -> None:
    assert read_recording_url(reply({"status": "completed", "recording_url": "https://x/r"})) == "https://x/r"


@pytest.mark.parametrize("url", [{}, {"recording_url": None}, {"recording_url": ""}, {"recording_url": 7}])
def test_where_there_is_no_recording_that_is_said(url: dict[str, object]) -> None:
    error = error_of(reply({"status": "completed", **url}), read_recording_url)
    assert (type(error), error.reason) == (InvalidRequest, Reason.NO_RECORDING)


@pytest.mark.parametrize(
    ("content_type", "url", "ending"),
    [
        ("audio/mpeg", "https://x/r", "mp3"),
        ("audio/wav", "https://x/r.mp3", "wav"),
        ("audio/x-wav", "https://x/r", "wav"),
        ("audio/ogg", "https://x/r", "ogg"),
        ("audio/mp4", "https://x/r", "m4a"),
        ("", "https://x/r.MP3?key=.html", "mp3"),
        ("application/octet-stream", "https://x/r.wav", "wav"),
        ("binary/octet-stream", "https://x/r.ogg", "ogg"),
    ],
)
def test_a_recording_has_the_ending_of_what_it_is(content_type: str, url: str, ending: str) -> None:
    assert recording_ending(content_type, url) == ending


@pytest.mark.parametrize(
    ("content_type", "url"),
    [
        ("text/html", "https://x/r.mp3"),
        ("", "https://x/r"),
        ("", "https://x/r.exe"),
        ("video/mp4", "https://x"),
    ],
)
def test_what_is_no_sound_is_no_recording(content_type: str, url: str) -> None:
    with pytest.raises(UnexpectedReply, match="no sound"):
        recording_ending(content_type, url)


# --- GET /v1/agents, GET /v1/phone-numbers ------------------------------------------------------------


def page(*items: object, **more: object) -> Reply:
    return reply({"data": list(items), "total": len(items), **more})


def test_an_agent_is_a_choice_by_its_name_with_its_language() -> None:
    ana = {"id": "agent_1", "name": "Ana", "language": "pt-BR", "status": "active", "novelty": 1}
    assert read_agents(page(ana, has_more=False)) == ([Choice("agent_1", "Ana", detail="pt-BR")], None)


@pytest.mark.parametrize("name", [{}, {"name": None}, {"name": ""}])
def test_an_agent_without_a_name_has_its_id(name: dict[str, object]) -> None:
    assert read_agents(page({"id": "agent_1", **name}))[0] == [Choice("agent_1", "agent_1")]


def test_a_number_is_a_choice_by_its_friendly_name() -> None:
    number = {
        "id": "pn_1",
        "phone_number": "+551130000000",
        "friendly_name": "Desk",
        "country": "BR",
        "default_agent_id": "agent_1",
    }
    assert read_numbers(page(number)) == ([Choice("+551130000000", "Desk", detail="+551130000000")], None)


def test_a_number_without_a_name_is_its_own() -> None:
    (choice,), _ = read_numbers(page({"phone_number": "+551130000000", "friendly_name": None}))
    assert choice.label == "+551130000000"


@pytest.mark.parametrize("read", [read_agents, read_numbers])
@pytest.mark.parametrize(
    ("more", "cursor"),
    [
        ({"has_more": True, "next_cursor": "c1"}, "c1"),
        ({"has_more": False, "next_cursor": "c1"}, None),
        ({"has_more": True, "next_cursor": None}, None),
        ({"next_cursor": "c1"}, None),
        ({}, None),
    ],
)
def test_a_page_names_the_next_one(
    more: dict[str, object], cursor: str | None, read: Callable[[Reply], tuple[list[Choice], str | None]]
) -> None:
    assert read(page(**more)) == ([], cursor)


def test_a_page_may_be_wrapped_as_a_whole() -> None:
    body = wrapped({"data": [{"id": "agent_1"}], "has_more": True, "next_cursor": "c1"})
    assert read_agents(reply(body)) == ([Choice("agent_1", "agent_1")], "c1")


@pytest.mark.parametrize("read", [read_agents, read_numbers])
@pytest.mark.parametrize("body", [{}, {"data": None}, {"data": [{}]}, {"data": ["x"]}, [], HTML, b""])
def test_a_list_that_is_none_is_unexpected(read: Callable[[Reply], object], body: object) -> None:
    assert type(error_of(reply(body), read)) is UnexpectedReply
