"""Ringyo in the contract suite."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from provider_contract import ProviderContract
from subjects import MARKER, NUMBER, DocumentedError, Subject

from app.domain.account import Secret
from app.domain.agent import AgentTask
from app.domain.call import CallKind, CallRequest
from app.domain.provider import (
    AuthenticationFailed,
    InsufficientCredit,
    InvalidRequest,
    ProviderError,
    ProviderFailed,
    RateLimited,
)
from app.domain.reason import Reason
from app.providers.ringyo import POST_DEADLINE_S, Ringyo

if TYPE_CHECKING:
    from collections.abc import Mapping


def error_body(code: str, words: str) -> bytes:
    return json.dumps(
        {"error": {"code": code, "message": words, "details": {}}, "meta": {"request_id": "req_1"}}
    ).encode()


def documented(
    status: int, code: str, kind: type[ProviderError], reason: Reason | None = None
) -> DocumentedError:
    words = f"Words for {code}."
    return DocumentedError(status, error_body(code, words), kind, words, reason)


CALL = (
    '{"id": "call_c0ffee", "status": "queued", "phone_number": "+5511999999999",'
    ' "from_number": "+551130000000", "agent_id": "agent_1", "metadata": {}, "record": true,'
    ' "created_at": "2026-01-01T00:00:00Z",'
    ' "novelty": {"of": ["2027"]}}'
)
AGENT = Subject(
    provider=Ringyo,
    fields={},
    secrets={"api_key": Secret(f"rg_test_{MARKER}")},
    request=CallRequest("account-1", NUMBER, CallKind.AGENT, agent=AgentTask("agent_1", "Ana")),
    placed=CALL.encode(),
    provider_call_id="call_c0ffee",
    naming=frozenset({"id"}),
    connected=b'{"data": [{"id": "agent_1", "name": "Ana", "language": "pt", "status": "active"}],'
    b' "has_more": true, "next_cursor": "c1", "total": 2, "novelty": 1}',
    error_saying=lambda words: error_body("internal_error", words),
    errors={
        "invalid_phone_number": documented(
            400, "invalid_phone_number", InvalidRequest, Reason.NUMBER_REFUSED
        ),
        "invalid_from_number": documented(
            400, "invalid_from_number", InvalidRequest, Reason.OWN_NUMBER_REFUSED
        ),
        "agent_not_found": documented(404, "agent_not_found", InvalidRequest, Reason.AGENT_NOT_FOUND),
        "insufficient_credits": documented(403, "insufficient_credits", InsufficientCredit),
        "rate_limit_exceeded": documented(429, "rate_limit_exceeded", RateLimited, Reason.TOO_MANY_CALLS),
        "HTTP 400": documented(400, "", InvalidRequest),
        "HTTP 401": documented(401, "", AuthenticationFailed),
        "HTTP 403": documented(403, "", InvalidRequest),
        "HTTP 404": documented(404, "", InvalidRequest),
        "HTTP 429": documented(429, "", RateLimited),
        "HTTP 500": documented(500, "", ProviderFailed),
    },
    deadline_s=POST_DEADLINE_S,
)
WRAPPED = replace(
    AGENT,
    placed=f'{{"data": {CALL}, "meta": {{"request_id": "req_1"}}}}'.encode(),
    naming=frozenset({"data"}),
)
"""As their introduction says that every reply is."""


class TestContract(ProviderContract):
    subjects: ClassVar[Mapping[str, Subject]] = {"agent": AGENT, "wrapped": WRAPPED}
