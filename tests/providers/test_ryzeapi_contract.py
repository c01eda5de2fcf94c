"""RyzeAPI in the contract suite."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from provider_contract import ProviderContract
from sounds import LINK, prepared
from subjects import MARKER, NUMBER, DocumentedError, Subject

from app.domain.account import Secret
from app.domain.call import CallKind, CallRequest
from app.domain.provider import (
    AccountNotFound,
    AuthenticationFailed,
    InvalidAccount,
    InvalidRequest,
    ProviderError,
    ProviderFailed,
    RateLimited,
)
from app.providers.ryzeapi import RyzeApi

if TYPE_CHECKING:
    from collections.abc import Mapping


def error_saying(words: str) -> bytes:
    return json.dumps({"success": False, "error": {"message": words}}).encode()


def documented(status: int, words: str, kind: type[ProviderError]) -> DocumentedError:
    return DocumentedError(status, error_saying(words), kind, words)


RING = Subject(
    provider=RyzeApi,
    fields={"instance": "support"},
    secrets={"token": Secret(MARKER)},
    request=CallRequest("account-1", NUMBER, ring_seconds=8),
    placed=b'{"success": true, "message": "Call placed successfully", "callId": "3EB0C0FFEE",'
    b' "number": "5511999999999", "duration": 8, "novelty": {"of": ["2027"]}}',
    provider_call_id="3EB0C0FFEE",
    naming=frozenset({"callId"}),
    connected=b'{"success": true, "message": "ok", "instances": [{"name": "support",'
    b' "connection": {"state": "connected"}, "novelty": 1}]}',
    error_saying=error_saying,
    errors={
        "no instance": documented(400, "Instance name is required", InvalidAccount),
        "invalid body": documented(400, "Invalid request body: unexpected EOF", InvalidRequest),
        "no number": documented(400, "Number is required", InvalidRequest),
        "duration": documented(400, "Duration must be between 1 and 60 seconds", InvalidRequest),
        "two sounds": documented(400, "Provide exactly one of mediaUrl or mediaBase64", InvalidRequest),
        "token": documented(401, "Invalid token", AuthenticationFailed),
        "instance": documented(404, "instance not found", AccountNotFound),
        "rate limit": documented(429, "Rate limit exceeded. Try again later.", RateLimited),
        "failure": documented(500, "failed to place call: usync query timed out", ProviderFailed),
    },
)
FILE = replace(
    RING,
    request=CallRequest("account-1", NUMBER, CallKind.AUDIO, audio=prepared()),
    placed=b'{"success": true, "message": "Audio call placed", "callId": "3EB0C0FFEE",'
    b' "number": "5511999999999", "novelty": {"of": ["2027"]}}',
)
BY_LINK = replace(FILE, request=replace(FILE.request, audio=LINK))


class TestContract(ProviderContract):
    subjects: ClassVar[Mapping[str, Subject]] = {"ring": RING, "file": FILE, "link": BY_LINK}
