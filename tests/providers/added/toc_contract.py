"""Toc in the contract suite. This file is what the README calls `tests/providers/test_toc_contract.py`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, ClassVar

from app.providers.toc import Toc
from provider_contract import ProviderContract
from subjects import MARKER, NUMBER, DocumentedError, Subject

from app.domain.account import Secret
from app.domain.call import CallRequest
from app.domain.provider import AuthenticationFailed, InvalidRequest, ProviderFailed

if TYPE_CHECKING:
    from collections.abc import Mapping


def error_saying(words: str) -> bytes:
    return json.dumps({"problem": words}).encode()


RING = Subject(
    provider=Toc,
    fields={},
    secrets={"password": Secret(MARKER)},
    request=CallRequest("account-1", NUMBER, ring_seconds=10),
    placed=b'{"call": "c1", "novelty": 1}',
    provider_call_id="c1",
    naming=frozenset({"call"}),
    connected=b'{"online": true}',
    error_saying=error_saying,
    errors={
        "password": DocumentedError(401, error_saying("who?"), AuthenticationFailed, "who?"),
        "number": DocumentedError(400, error_saying("no number"), InvalidRequest, "no number"),
        "failure": DocumentedError(500, error_saying("no line"), ProviderFailed, "no line"),
    },
    tells_budget=False,
)


class TestContract(ProviderContract):
    subjects: ClassVar[Mapping[str, Subject]] = {"ring": RING}
