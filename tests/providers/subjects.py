"""What the contract suite needs to know of each provider and kind of call.

A new provider adds its own to SUBJECTS: one for each kind of call, and for audio one for each origin.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sounds import LINK, LINK_MARKER, SOUND_MARKER, prepared

from app.domain.account import Secret
from app.domain.call import CallKind, CallRequest
from app.domain.phone_number import PhoneNumber
from app.providers.ryzeapi import RyzeApi

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.provider import CallProvider

MARKER = "marker-token-5e1f"
"""In every secret: what it is found in has leaked."""


def leaked(text: str) -> bool:
    """Whether a secret is in `text`, or anything of a sound, or of a link to one."""
    sound = SOUND_MARKER.decode()
    return any(marker in text for marker in (MARKER, LINK_MARKER, sound, b64encode(SOUND_MARKER).decode()))


@dataclass(frozen=True)
class Subject:
    """One provider and kind of call, with an account that it accepts and its contract's good replies."""

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


_RYZEAPI_RING = Subject(
    provider=RyzeApi,
    fields={"instance": "support"},
    secrets={"token": Secret(MARKER)},
    request=CallRequest("account-1", PhoneNumber.parse("+5511999999999"), ring_seconds=8),
    placed=b'{"success": true, "message": "Call placed successfully", "callId": "3EB0C0FFEE",'
    b' "number": "5511999999999", "duration": 8, "novelty": {"of": ["2027"]}}',
    provider_call_id="3EB0C0FFEE",
    connected=b'{"success": true, "message": "ok", "instances": [{"name": "support",'
    b' "connection": {"state": "connected"}, "novelty": 1}]}',
)
_RYZEAPI_FILE = replace(
    _RYZEAPI_RING,
    request=CallRequest("account-1", _RYZEAPI_RING.request.number, CallKind.AUDIO, audio=prepared()),
    placed=b'{"success": true, "message": "Audio call placed", "callId": "3EB0C0FFEE",'
    b' "number": "5511999999999", "novelty": {"of": ["2027"]}}',
)

SUBJECTS = {
    "ryzeapi-ring": _RYZEAPI_RING,
    "ryzeapi-file": _RYZEAPI_FILE,
    "ryzeapi-link": replace(_RYZEAPI_FILE, request=replace(_RYZEAPI_FILE.request, audio=LINK)),
}
