"""Z-API's documented requests and replies, row by row: pure functions, nothing is sent."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sounds import LINK, prepared
from subjects import NUMBER

from app.domain.call import CallKind, CallRequest
from app.domain.provider import (
    AudioOrigin,
    AuthenticationFailed,
    Connection,
    InvalidRequest,
    Line,
    Placed,
    ProviderError,
    ProviderFailed,
    RateLimited,
    UnexpectedReply,
)
from app.domain.reason import Reason
from app.providers.http import Reply
from app.providers.zapi import ZApi, call_body, read_connection, read_exists, read_placed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.audio import AudioSource

HTML = b"<!doctype html><html><title>502 Bad Gateway</title></html>"


def reply(body: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
    return Reply(status, headers or {}, body if isinstance(body, bytes) else json.dumps(body).encode())


def error_of(answer: Reply, read: Callable[[Reply], object] = read_placed) -> ProviderError:
    with pytest.raises(ProviderError) as failed:
        read(answer)
    return failed.value


# --- the table: call, auth, body ----------------------------------------------------------------------


def test_the_default_base_url_is_the_documented_one() -> None:
    (base_url,) = (field for field in ZApi.account_fields if field.key == "base_url")
    assert base_url.default == "https://api.z-api.io"


def test_both_tokens_are_secret_and_the_security_token_may_be_left_out() -> None:
    secret = {field.key: field.required for field in ZApi.account_fields if field.secret}
    assert secret == {"token": True, "client_token": False}


def test_it_rings_up_to_15_s_and_5_if_nothing_else_is_said() -> None:
    ring = ZApi.capabilities.ring
    assert ring is not None
    assert (ring.shortest, ring.longest, ring.default) == (1, 15, 5)
    assert "15 s" in ring.why


def test_it_plays_links_alone_and_says_what_that_needs() -> None:
    assert ZApi.capabilities.audio_origins == {AudioOrigin.LINK}
    assert "calls feature" in ZApi.capabilities.audio_note
    assert "16k" in ZApi.capabilities.audio_note


@pytest.mark.parametrize("seconds", [1, 5, 15])
def test_phone_goes_as_digits_and_call_duration_explicitly(seconds: int) -> None:
    request = CallRequest("account-1", NUMBER, ring_seconds=seconds)
    assert json.loads(call_body(request)) == {"phone": "5511999999999", "callDuration": seconds}


@pytest.mark.parametrize(("given", "sent"), [(None, 5), (12, 12)])
def test_call_audio_url_goes_as_it_is_with_a_duration(given: int | None, sent: int) -> None:
    request = CallRequest("account-1", NUMBER, CallKind.AUDIO, ring_seconds=given, audio=LINK)
    assert json.loads(call_body(request)) == {
        "phone": "5511999999999",
        "callDuration": sent,
        "callAudioUrl": LINK.url,
    }


@pytest.mark.parametrize("audio", [None, prepared()], ids=["none", "file"])
def test_without_a_link_there_is_no_audio_call(audio: AudioSource | None) -> None:
    with pytest.raises(InvalidRequest, match="There is no link to a sound"):
        call_body(CallRequest("account-1", NUMBER, CallKind.AUDIO, audio=audio))


# --- the table: 200 -----------------------------------------------------------------------------------

PLACED = {"zaapId": "3999984263738042930CD6ECDE9VDWSA", "messageId": "3EB0C0FFEE", "id": "3EB0C0FFEE"}


def test_a_placed_call_has_the_id_of_its_message() -> None:
    assert read_placed(reply(PLACED)) == Placed("3EB0C0FFEE")


@pytest.mark.parametrize("missing", ["zaapId", "messageId", "id"])
def test_a_placed_call_is_named_by_what_is_left(missing: str) -> None:
    body = {name: value for name, value in PLACED.items() if name != missing}
    assert read_placed(reply(body)).provider_call_id == "3EB0C0FFEE"


NO_CALL = {
    "neither messageId nor id": {"zaapId": "Z1"},
    "empty ids": {**PLACED, "messageId": "", "id": ""},
    "null ids": {**PLACED, "messageId": None, "id": None},
    "a number as id": {**PLACED, "messageId": 42},
    "a list": [PLACED],
    "null": None,
    "HTML": HTML,
    "nothing": b"",
    "cut-off JSON": b'{"messageId": "3EB',
}


@pytest.mark.parametrize("body", NO_CALL.values(), ids=NO_CALL)
def test_a_200_that_names_no_call_is_unexpected(body: object) -> None:
    assert type(error_of(reply(body))) is UnexpectedReply


def test_a_200_with_an_error_is_the_providers_failure() -> None:
    error = error_of(reply({"error": "the instance is not connected"}))
    assert (type(error), error.detail) == (ProviderFailed, "the instance is not connected")


def test_a_200_that_names_a_call_and_an_error_leaves_the_outcome_open() -> None:
    assert type(error_of(reply({**PLACED, "error": "odd"}))) is UnexpectedReply


def test_an_empty_error_beside_a_call_is_none() -> None:
    assert read_placed(reply({**PLACED, "error": None, "message": ""})).provider_call_id == "3EB0C0FFEE"


# --- the table: errors --------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [200, 400, 401, 403, 500])
def test_null_not_allowed_asks_for_the_client_token_whatever_its_status(status: int) -> None:
    error = error_of(reply({"error": "null not allowed"}, status))
    assert (type(error), error.reason) == (AuthenticationFailed, Reason.SECOND_TOKEN_NEEDED)


ERRORS = [
    (405, {"error": "Method Not Allowed"}, InvalidRequest, "Method Not Allowed"),
    (415, {"error": "Unsupported Media Type"}, InvalidRequest, "Unsupported Media Type"),
    (400, {"error": "phone is invalid"}, InvalidRequest, "phone is invalid"),
    (400, {"error": "Bad Request", "message": "no phone"}, InvalidRequest, "Bad Request: no phone"),
    (400, {"error": 17, "message": "no phone"}, InvalidRequest, "no phone"),
    (404, {"error": "Instance not found"}, InvalidRequest, "Instance not found"),
    (401, {"error": "Unauthorized"}, AuthenticationFailed, "Unauthorized"),
    (403, {"error": "Forbidden"}, InvalidRequest, "Forbidden"),
    (429, {"error": "Too many"}, RateLimited, "Too many"),
    (500, {"error": "no session"}, ProviderFailed, "no session"),
]


@pytest.mark.parametrize("read", [read_placed, read_connection, read_exists])
@pytest.mark.parametrize(("status", "body", "kind", "words"), ERRORS)
def test_an_error_is_told_in_the_providers_words(
    status: int, body: object, kind: type[ProviderError], words: str, read: Callable[[Reply], object]
) -> None:
    error = error_of(reply(body, status), read)
    assert (type(error), error.detail) == (kind, words)


@pytest.mark.parametrize("status", [400, 404, 405, 413, 415, 422])
def test_a_refusal_without_words_names_its_status(status: int) -> None:
    error = error_of(reply(HTML, status))
    assert (type(error), error.detail) == (InvalidRequest, f"an undocumented HTTP {status}")


@pytest.mark.parametrize("body", [{}, [], {"error": {}}, {"error": 7}, HTML, b""])
@pytest.mark.parametrize("status", [500, 502, 503, 504, 408, 409, 201, 302])
def test_a_page_that_says_nothing_of_the_call_leaves_its_outcome_open(body: object, status: int) -> None:
    assert type(error_of(reply(body, status))) is UnexpectedReply


@pytest.mark.parametrize("status", [502, 503, 504, 408, 201, 302])
def test_a_gateway_that_speaks_json_leaves_the_outcome_open(status: int) -> None:
    error = error_of(reply({"error": "upstream timed out"}, status))
    assert (type(error), error.detail) == (UnexpectedReply, f"an undocumented HTTP {status}")


def test_a_rate_limit_is_taken_for_a_minute() -> None:
    error = error_of(reply({"error": "Too many"}, 429))
    assert isinstance(error, RateLimited)
    assert 30 < (error.retry_at - datetime.now(UTC)).total_seconds() <= 60


# --- GET …/status -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "connection"),
    [
        ({"connected": True, "error": None, "smartphoneConnected": True}, Connection(Line.CONNECTED)),
        ({"connected": True}, Connection(Line.CONNECTED)),
        ({"connected": True, "error": "You are already connected."}, Connection(Line.CONNECTED)),
        ({"connected": True, "smartphoneConnected": None}, Connection(Line.CONNECTED)),
        ({"connected": True, "smartphoneConnected": False}, Connection(Line.CONNECTED, "phone offline")),
        (
            {"connected": False, "error": "You are not connected.", "smartphoneConnected": False},
            Connection(Line.DISCONNECTED, "You are not connected."),
        ),
        ({"connected": False}, Connection(Line.DISCONNECTED)),
        ({"connected": False, "error": {"odd": 1}, "novelty": 1}, Connection(Line.DISCONNECTED)),
    ],
)
def test_the_status_tells_of_the_line(body: object, connection: Connection) -> None:
    assert read_connection(reply(body)) == connection


@pytest.mark.parametrize("body", [{}, {"connected": None}, {"connected": "yes"}, [], HTML, b""])
def test_a_status_that_is_none_is_unexpected(body: object) -> None:
    assert type(error_of(reply(body), read_connection)) is UnexpectedReply


def test_an_error_in_place_of_the_status_is_told() -> None:
    error = error_of(reply({"error": "null not allowed"}), read_connection)
    assert error.reason is Reason.SECOND_TOKEN_NEEDED


# --- GET …/phone-exists/{phone} -----------------------------------------------------------------------


@pytest.mark.parametrize("exists", [True, False])
def test_whether_a_number_has_whatsapp_is_told(exists: bool) -> None:
    assert read_exists(reply({"exists": exists, "phone": "5511999999999", "lid": None})) is exists


@pytest.mark.parametrize("body", [{}, {"exists": None}, {"exists": "true"}, [{"exists": True}], HTML, b""])
def test_an_answer_that_is_none_is_unexpected(body: object) -> None:
    assert type(error_of(reply(body), read_exists)) is UnexpectedReply
