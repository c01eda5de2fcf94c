"""RyzeAPI's documented requests and replies, row by row: pure functions, nothing is sent."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sounds import LINK, prepared

from app.domain.audio import AudioLink, FileRecord, LinkRecord
from app.domain.call import CallKind, CallRequest
from app.domain.phone_number import PhoneNumber
from app.domain.provider import (
    AccountNotFound,
    AuthenticationFailed,
    Budget,
    Choice,
    Connection,
    InvalidAccount,
    InvalidRequest,
    Line,
    LiveSetting,
    Placed,
    ProviderError,
    ProviderFailed,
    RateLimited,
    UnexpectedReply,
)
from app.domain.reason import Reason
from app.providers.http import Reply
from app.providers.ryzeapi import (
    audio_body,
    read_budget,
    read_instances,
    read_live_setting,
    read_placed,
    ring_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.audio import AudioRecord, AudioSource

HTML = b"<!doctype html><html><title>502 Bad Gateway</title></html>"


def reply(body: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
    return Reply(status, headers or {}, body if isinstance(body, bytes) else json.dumps(body).encode())


def refusal(message: str, status: int, headers: Mapping[str, str] | None = None) -> Reply:
    return reply({"success": False, "error": {"message": message}}, status, headers)


def error_of(answer: Reply) -> ProviderError:
    with pytest.raises(ProviderError) as failed:
        read_placed(answer)
    return failed.value


# --- POST /api/call/fake/{instance} -------------------------------------------------------------------

RING = CallRequest("account-1", PhoneNumber.parse("+55 11 99999-9999"), ring_seconds=12)
PLACED = {
    "success": True,
    "message": "Call placed successfully",
    "callId": "3EB0C0FFEE",
    "number": "5511999999999",
    "duration": 12,
}


def test_the_number_goes_as_digits_and_the_duration_explicitly() -> None:
    assert json.loads(ring_body(RING)) == {"number": "5511999999999", "duration": 12}


def test_a_placed_call_has_its_id_and_the_providers_words() -> None:
    assert read_placed(reply(PLACED)) == Placed("3EB0C0FFEE", "Call placed successfully")


def test_unknown_fields_of_a_placed_call_are_tolerated() -> None:
    assert (
        read_placed(reply({**PLACED, "novelty": [{"deep": None}], "eta": 3})).provider_call_id == "3EB0C0FFEE"
    )


@pytest.mark.parametrize("message", [{}, {"message": None}], ids=["missing", "null"])
def test_a_placed_call_needs_no_message(message: dict[str, object]) -> None:
    assert read_placed(reply({"success": True, "callId": "3EB0", **message})) == Placed("3EB0", "")


def test_a_placed_call_needs_no_success() -> None:
    assert read_placed(reply({"callId": "3EB0"})).provider_call_id == "3EB0"


NO_CALL = {
    "no callId": {"success": True, "message": "Call placed successfully"},
    "an empty callId": {**PLACED, "callId": ""},
    "a null callId": {**PLACED, "callId": None},
    "a number as callId": {**PLACED, "callId": 42},
    "callId in other letters": {"success": True, "callid": "3EB0"},
    "a list": [PLACED],
    "null": None,
    "HTML": HTML,
    "nothing": b"",
    "cut-off JSON": b'{"success": true, "callId": "3EB',
    "no UTF-8": b'{"callId": "\xff"}',
    "endless nesting": b'{"callId": ' + b"[" * 200_000,
}


@pytest.mark.parametrize("body", NO_CALL.values(), ids=NO_CALL)
def test_a_200_that_names_no_call_is_unexpected(body: object) -> None:
    assert type(error_of(reply(body))) is UnexpectedReply


def test_an_unexpected_reply_is_described_without_its_content() -> None:
    assert "3EB0" not in error_of(reply({"callid": "3EB0"})).detail


# --- POST /api/call/audio/{instance} ------------------------------------------------------------------

PART = 48 * 1024


def playing(audio: AudioSource | AudioRecord | None) -> CallRequest:
    return CallRequest("account-1", RING.number, CallKind.AUDIO, audio=audio)


def audio_json(audio: AudioSource) -> dict[str, str]:
    body: dict[str, str] = json.loads(b"".join(audio_body(playing(audio))))
    return body


@pytest.mark.parametrize(
    "size",
    [0, 1, 2, 3, 4, 5, 6, PART - 1, PART, PART + 1, PART + 2, PART + 3, 3 * PART, 3 * PART + 1, 5_000_000],
)
def test_a_file_goes_as_the_base64_of_its_bytes(size: int) -> None:
    data = (bytes(range(256)) * (size // 256 + 1))[:size]
    assert audio_json(prepared(data)) == {
        "number": "5511999999999",
        "mediaBase64": base64.b64encode(data).decode(),
    }


def test_a_large_file_goes_in_parts_and_its_last_part_is_small() -> None:
    sizes = [len(part) for part in audio_body(playing(prepared(b"x" * 1_000_000)))]
    assert len(sizes) > 10
    assert max(sizes) <= 64 * 1024
    assert sizes[-1] < 16


@pytest.mark.parametrize("url", [LINK.url, "https://files.example/olá “1”.mp3", "https://[::1]/a%20b\\c.mp3"])
def test_a_link_goes_as_it_is(url: str) -> None:
    assert audio_json(AudioLink(url)) == {"number": "5511999999999", "mediaUrl": url}


@pytest.mark.parametrize(
    "audio",
    [None, FileRecord("/home/ana/hello.wav", 1.0, 5, "ab"), LinkRecord("https://files.example/hello.mp3")],
    ids=["none", "only the record of a file", "only the record of a link"],
)
def test_without_a_sound_there_is_no_audio_call(audio: AudioRecord | None) -> None:
    with pytest.raises(InvalidRequest, match="There is no sound to play"):
        audio_body(playing(audio))


def test_an_audio_call_is_placed_without_a_duration() -> None:
    body = {"success": True, "message": "Audio call placed", "callId": "3EB0", "number": "5511999999999"}
    assert read_placed(reply(body)) == Placed("3EB0", "Audio call placed")


# --- the table of errors ------------------------------------------------------------------------------

ERRORS = [
    (400, "Instance name is required", InvalidAccount),
    (400, "Invalid request body: json: cannot unmarshal", InvalidRequest),
    (400, "Number is required", InvalidRequest),
    (400, "Duration must be between 1 and 60 seconds", InvalidRequest),
    (400, "Provide exactly one of mediaUrl or mediaBase64", InvalidRequest),
    (401, "Invalid token", AuthenticationFailed),
    (404, "instance not found", AccountNotFound),
    (429, "Rate limit exceeded. Try again later.", RateLimited),
    (500, "failed to place call: usync query timed out", ProviderFailed),
]


@pytest.mark.parametrize(("status", "message", "error"), ERRORS)
def test_a_documented_error_is_translated(status: int, message: str, error: type[ProviderError]) -> None:
    assert type(error_of(refusal(message, status))) is error


@pytest.mark.parametrize(("status", "message", "error"), ERRORS)
def test_a_documented_error_keeps_the_providers_words(
    status: int, message: str, error: type[ProviderError]
) -> None:
    assert error_of(refusal(message, status)).detail == message


def test_a_200_with_success_false_is_the_providers_failure() -> None:
    error = error_of(refusal("the line is busy elsewhere", 200))
    assert (type(error), error.detail) == (ProviderFailed, "the line is busy elsewhere")


def test_success_false_outweighs_a_call_id() -> None:
    body = {**PLACED, "success": False, "error": {"message": "not placed"}}
    assert type(error_of(reply(body))) is ProviderFailed


@pytest.mark.parametrize("body", [{"success": False}, {**PLACED, "success": False, "error": 7}])
def test_success_false_is_the_providers_failure_also_without_words(body: object) -> None:
    error = error_of(reply(body))
    assert (type(error), error.detail) == (ProviderFailed, "it gives no reason")


@pytest.mark.parametrize(
    "body",
    [
        {"success": False, "error": "the phone is off"},
        {"error": {"message": "the phone is off", "code": 17}},
        {"success": False, "message": None, "error": {"message": "the phone is off"}},
    ],
    ids=["as text", "without success", "beside a null"],
)
def test_the_errors_words_are_found_in_variants_of_the_envelope(body: object) -> None:
    error = error_of(reply(body, 500))
    assert (type(error), error.detail) == (ProviderFailed, "the phone is off")


@pytest.mark.parametrize(
    "body",
    [{}, [], None, {"error": None}, {"error": {}}, {"error": {"message": 7}}, {"error": []}, HTML, b""],
)
@pytest.mark.parametrize("status", [500, 502, 503, 504, 408, 409, 425, 499, 201, 204, 302])
def test_a_page_that_says_nothing_of_the_call_leaves_its_outcome_open(body: object, status: int) -> None:
    assert type(error_of(reply(body, status))) is UnexpectedReply


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, AuthenticationFailed),
        (429, RateLimited),
        (400, InvalidRequest),
        (403, InvalidRequest),
        (404, InvalidRequest),
        (405, InvalidRequest),
        (407, InvalidRequest),
        (413, InvalidRequest),
        (415, InvalidRequest),
    ],
)
def test_a_status_that_refuses_is_believed_without_words(status: int, error: type[ProviderError]) -> None:
    assert type(error_of(reply(HTML, status))) is error


@pytest.mark.parametrize("body", [HTML, b"", {"success": False, "error": {"message": "too much"}}])
def test_a_request_that_is_too_large_says_that_and_no_more(body: object) -> None:
    """Whatever stands before the provider says it, in whatever words."""
    error = error_of(reply(body, 413))
    assert (type(error), error.reason) == (InvalidRequest, Reason.TOO_LARGE)


@pytest.mark.parametrize("status", [400, 403, 404, 415])
def test_any_other_refusal_has_the_usual_reason(status: int) -> None:
    assert error_of(reply(HTML, status)).reason is Reason.REQUEST_REFUSED


@pytest.mark.parametrize("message", ["upstream timed out", "instance not found", "Instance name is required"])
@pytest.mark.parametrize("status", [501, 502, 503, 504, 599, 408, 409, 425, 499, 201, 301, 302, 307])
def test_a_gateway_that_speaks_json_leaves_the_outcome_open(message: str, status: int) -> None:
    error = error_of(refusal(message, status))
    assert (type(error), error.detail) == (UnexpectedReply, f"an undocumented HTTP {status}")


def test_an_undocumented_status_is_named() -> None:
    assert error_of(reply(HTML, 502)).detail == "an undocumented HTTP 502"


def test_a_page_in_place_of_a_reply_is_not_shown() -> None:
    assert "html" not in error_of(reply(HTML, 404)).detail


# --- rate limits --------------------------------------------------------------------------------------

TOLD = {"x-ratelimit-limit": "100", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1790000000"}
RESET = datetime.fromtimestamp(1790000000, UTC)


def test_the_budget_is_read_from_its_headers() -> None:
    assert read_budget(TOLD) == Budget(limit=100, remaining=0, resets_at=RESET)


@pytest.mark.parametrize("missing", TOLD)
def test_a_budget_told_in_part_is_none(missing: str) -> None:
    assert read_budget({name: value for name, value in TOLD.items() if name != missing}) is None


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("garbage", ["", "soon", "1.5", "0x10", "9" * 5000])
def test_a_garbled_budget_is_none(name: str, garbage: str) -> None:
    assert read_budget({**TOLD, name: garbage}) is None


@pytest.mark.parametrize("reset", ["99999999999999", "9" * 30, "-" + "9" * 30])
def test_a_budget_until_no_day_of_any_calendar_is_none(reset: str) -> None:
    assert read_budget({**TOLD, "x-ratelimit-reset": reset}) is None


def test_a_rate_limit_lifts_at_its_reset_time() -> None:
    error = error_of(refusal("Rate limit exceeded. Try again later.", 429, TOLD))
    assert isinstance(error, RateLimited)
    assert error.retry_at == RESET


def test_a_rate_limit_that_does_not_say_when_it_lifts_is_taken_for_a_minute() -> None:
    before = datetime.now(UTC)
    error = error_of(refusal("Rate limit exceeded. Try again later.", 429))
    assert isinstance(error, RateLimited)
    assert timedelta(0) <= error.retry_at - before - timedelta(minutes=1) < timedelta(seconds=30)


# --- GET /api/instance/list ---------------------------------------------------------------------------


def instance(name: str = "support", **more: object) -> dict[str, object]:
    return {"name": name, **more}


def only_choice(**more: object) -> Choice:
    (choice,) = read_instances(reply({"success": True, "message": "ok", "instances": [instance(**more)]}))
    return choice


DOCUMENTED_INSTANCE = {
    "connection": {
        "state": "connected",
        "numberJid": "5511999999999@s.whatsapp.net",
        "presenceStatus": "available",
        "displayStatus": "",
    },
    "profile": {"name": "Ana", "pictureUrl": "", "isBusiness": False, "businessName": ""},
    "webhook": None,
    "websocket": {"enabled": True, "events": [], "mediaBase64": False},
}


def test_an_instance_is_a_choice_with_its_connection() -> None:
    assert only_choice(**DOCUMENTED_INSTANCE) == Choice(
        "support", "support · Ana · +5511999999999", Connection(Line.CONNECTED, "connected")
    )


def test_instances_keep_their_order() -> None:
    listed = read_instances(reply({"instances": [instance("b"), instance("a")]}))
    assert [choice.value for choice in listed] == ["b", "a"]


def test_no_instances_are_no_choices() -> None:
    assert read_instances(reply({"success": True, "instances": []})) == []


@pytest.mark.parametrize(
    ("state", "line"),
    [
        ("connected", Line.CONNECTED),
        ("connecting", Line.CONNECTING),
        ("disconnected", Line.DISCONNECTED),
        ("loggedout", Line.DISCONNECTED),
        ("hibernating", Line.DISCONNECTED),
        ("", Line.UNKNOWN),
    ],
)
def test_each_state_of_a_line_is_told_with_the_providers_word(state: str, line: Line) -> None:
    assert only_choice(connection={"state": state}).connection == Connection(line, state)


@pytest.mark.parametrize(
    "connection", [{}, {"connection": None}, {"connection": {}}, {"connection": {"state": None}}]
)
def test_a_line_without_a_state_is_not_known(connection: dict[str, object]) -> None:
    assert only_choice(**connection).connection == Connection(Line.UNKNOWN)


@pytest.mark.parametrize(
    ("more", "label"),
    [
        ({}, "support"),
        ({"profile": None}, "support"),
        ({"profile": {"name": None}}, "support"),
        ({"profile": {"name": "Ana"}}, "support · Ana"),
        ({"connection": {"state": "connected", "numberJid": None}}, "support"),
        ({"connection": {"numberJid": ""}}, "support"),
        ({"connection": {"numberJid": "5511999999999:7@s.whatsapp.net"}}, "support · +5511999999999"),
    ],
)
def test_an_instance_is_labelled_with_what_is_known(more: dict[str, object], label: str) -> None:
    assert only_choice(**more).label == label


@pytest.mark.parametrize(
    "body",
    [{}, {"success": True}, {"instances": None}, {"instances": [{}]}, {"instances": ["support"]}, HTML, b""],
)
def test_a_list_that_is_none_is_unexpected(body: object) -> None:
    with pytest.raises(UnexpectedReply):
        read_instances(reply(body))


@pytest.mark.parametrize(("status", "message", "error"), ERRORS)
def test_the_list_has_the_same_errors(status: int, message: str, error: type[ProviderError]) -> None:
    with pytest.raises(error, match=message):
        read_instances(refusal(message, status))


# --- GET /api/events/getWebsocket/{instance} ----------------------------------------------------------

OURS = ["call.update", "instance.state"]


def setting(**websocket: object) -> LiveSetting:
    return read_live_setting(reply({"success": True, "websocket": websocket}))


def test_a_setting_with_all_we_need_is_on() -> None:
    assert setting(enabled=True, events=OURS, mediaBase64=False).enabled


def test_a_setting_without_events_covers_all_six() -> None:
    assert setting(enabled=True, events=[], mediaBase64=False).enabled


def test_a_disabled_setting_is_off() -> None:
    assert not setting(enabled=False, events=OURS, mediaBase64=False).enabled


@pytest.mark.parametrize("events", [["call.update"], ["instance.state"], ["message.status"]])
def test_a_setting_without_the_events_we_need_is_off(events: list[str]) -> None:
    assert not setting(enabled=True, events=events, mediaBase64=False).enabled


@pytest.mark.parametrize(
    ("websocket", "will_write"),
    [
        (
            {"enabled": True, "events": ["message.exchange", "label.update"], "mediaBase64": True},
            {"enabled": True, "events": ["message.exchange", "label.update", *OURS], "mediaBase64": True},
        ),
        (
            {"enabled": True, "events": ["instance.state", "message.status"], "mediaBase64": False},
            {
                "enabled": True,
                "events": ["instance.state", "message.status", "call.update"],
                "mediaBase64": False,
            },
        ),
        (
            {"enabled": False, "events": [], "mediaBase64": True},
            {"enabled": True, "events": [], "mediaBase64": True},
        ),
        (
            {"enabled": False, "events": None},
            {"enabled": True, "events": [], "mediaBase64": False},
        ),
        (
            {"enabled": True, "events": ["an.event.of.2027"], "mediaBase64": False},
            {"enabled": True, "events": ["an.event.of.2027", *OURS], "mediaBase64": False},
        ),
    ],
    ids=["other program's events and media", "half of ours", "all six stay all six", "null", "unknown event"],
)
def test_what_would_be_written_is_the_union(
    websocket: dict[str, object], will_write: dict[str, object]
) -> None:
    assert setting(**websocket).will_write == will_write


def test_where_it_was_never_configured_only_what_we_need_would_be_written() -> None:
    assert read_live_setting(refusal("WebSocket not configured for this instance", 404)) == LiveSetting(
        enabled=False, will_write={"enabled": True, "events": OURS, "mediaBase64": False}
    )


def test_an_unknown_instance_is_not_taken_for_never_configured() -> None:
    with pytest.raises(AccountNotFound):
        read_live_setting(refusal("instance not found", 404))


@pytest.mark.parametrize("body", [HTML, b"", {}, {"error": {"message": "no such path"}}])
def test_a_gateways_404_is_not_taken_for_never_configured(body: object) -> None:
    with pytest.raises(InvalidRequest):
        read_live_setting(reply(body, 404))


@pytest.mark.parametrize(
    "body",
    [{}, {"success": True}, {"websocket": None}, {"websocket": {"enabled": "yes"}}, {"websocket": []}, HTML],
)
def test_a_setting_that_is_none_is_unexpected(body: object) -> None:
    with pytest.raises(UnexpectedReply):
        read_live_setting(reply(body))


@pytest.mark.parametrize(("status", "message", "error"), ERRORS)
def test_the_setting_has_the_same_errors(status: int, message: str, error: type[ProviderError]) -> None:
    with pytest.raises(error, match=message):
        read_live_setting(refusal(message, status))
