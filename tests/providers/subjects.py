"""What the contract suite needs to know of each provider. A new provider adds its own to SUBJECTS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.account import Secret
from app.domain.call import CallRequest
from app.domain.phone_number import PhoneNumber
from app.providers.ryzeapi import RyzeApi

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.provider import CallProvider

MARKER = "marker-token-5e1f"
"""In every secret: what it is found in has leaked."""


@dataclass(frozen=True)
class Subject:
    """One provider, with an account that it accepts and the good replies of its contract."""

    provider: type[CallProvider]
    fields: Mapping[str, str]
    secrets: Mapping[str, Secret]
    request: CallRequest
    placed: bytes
    """The body of the documented reply to a call, with a field that is not documented."""
    provider_call_id: str
    connected: bytes
    """The body of the documented reply to the question for the line's state."""

    def account(self, base_url: str, **fields: str) -> CallProvider:
        return self.provider({**self.fields, "base_url": base_url, **fields}, self.secrets)


SUBJECTS = {
    "ryzeapi": Subject(
        provider=RyzeApi,
        fields={"instance": "support"},
        secrets={"token": Secret(MARKER)},
        request=CallRequest("account-1", PhoneNumber.parse("+5511999999999"), ring_seconds=8),
        placed=b'{"success": true, "message": "Call placed successfully", "callId": "3EB0C0FFEE",'
        b' "number": "5511999999999", "duration": 8, "novelty": {"of": ["2027"]}}',
        provider_call_id="3EB0C0FFEE",
        connected=b'{"success": true, "message": "ok", "instances": [{"name": "support",'
        b' "connection": {"state": "connected"}, "novelty": 1}]}',
    ),
}
