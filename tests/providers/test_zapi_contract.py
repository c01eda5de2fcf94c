"""Z-API in the contract suite."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from provider_contract import ProviderContract
from sounds import LINK
from subjects import MARKER, NUMBER, DocumentedError, Subject

from app.domain.account import Secret
from app.domain.call import CallKind, CallRequest
from app.domain.provider import AuthenticationFailed, InvalidRequest, ProviderFailed
from app.domain.reason import Reason
from app.providers.zapi import ZApi

if TYPE_CHECKING:
    from collections.abc import Mapping


def error_saying(words: str) -> bytes:
    return json.dumps({"error": words}).encode()


RING = Subject(
    provider=ZApi,
    fields={"instance": "3B0C0FFEE"},
    secrets={"token": Secret(f"{MARKER}-in-path"), "client_token": Secret(f"{MARKER}-in-header")},
    request=CallRequest("account-1", NUMBER, ring_seconds=15),
    placed=b'{"zaapId": "Z1", "messageId": "3EB0C0FFEE", "id": "3EB0C0FFEE", "novelty": {"of": ["2027"]}}',
    provider_call_id="3EB0C0FFEE",
    naming=frozenset({"messageId", "id"}),
    connected=b'{"connected": true, "error": null, "smartphoneConnected": true, "novelty": 1}',
    error_saying=error_saying,
    errors={
        "no Client-Token": DocumentedError(
            403,
            error_saying("null not allowed"),
            AuthenticationFailed,
            "null not allowed",
            Reason.SECOND_TOKEN_NEEDED,
        ),
        "wrong method": DocumentedError(
            405, error_saying("Method Not Allowed"), InvalidRequest, "Method Not Allowed"
        ),
        "no content type": DocumentedError(
            415, error_saying("Unsupported Media Type"), InvalidRequest, "Unsupported Media Type"
        ),
        "error": DocumentedError(400, error_saying("invalid phone"), InvalidRequest, "invalid phone"),
        "error with a message": DocumentedError(
            400, b'{"error": "refused", "message": "no calls"}', InvalidRequest, "refused: no calls"
        ),
        "error that is no text": DocumentedError(
            500, b'{"error": true, "message": "no calls"}', ProviderFailed, "no calls"
        ),
    },
    tells_budget=False,
)
BY_LINK = replace(RING, request=CallRequest("account-1", NUMBER, CallKind.AUDIO, audio=LINK))


class TestContract(ProviderContract):
    subjects: ClassVar[Mapping[str, Subject]] = {"ring": RING, "link": BY_LINK}
