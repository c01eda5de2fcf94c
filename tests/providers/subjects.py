"""What the contract suite needs to know of a provider and a kind of call."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sounds import LINK, LINK_MARKER, SOUND_MARKER, prepared

from app.domain.agent import AgentTask
from app.domain.audio import AudioLink, PreparedAudio
from app.domain.call import CallKind
from app.domain.phone_number import PhoneNumber
from app.domain.provider import AudioOrigin
from app.providers.http import DEADLINE_S

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.account import Secret
    from app.domain.call import CallRequest
    from app.domain.provider import CallProvider, ProviderError
    from app.domain.reason import Reason

NUMBER = PhoneNumber.parse("+55 11 99999-9999")
MARKER = "marker-token-5e1f"
"""In every secret: what it is found in has leaked."""
ORIGINS = {PreparedAudio: AudioOrigin.FILE, AudioLink: AudioOrigin.LINK}


def leaked(text: str) -> bool:
    """Whether a secret is in `text`, or anything of a sound, or of a link to one."""
    sound = SOUND_MARKER.decode()
    return any(marker in text for marker in (MARKER, LINK_MARKER, sound, b64encode(SOUND_MARKER).decode()))


@dataclass(frozen=True)
class DocumentedError:
    """A reply to a call that is documented as an error, and what it must be told as."""

    status: int
    body: bytes
    kind: type[ProviderError]
    words: str
    reason: Reason | None = None
    """If not the one that is usual for errors of that kind."""


@dataclass(frozen=True)
class Subject:
    """One provider and kind of call, with an account that it accepts and its contract's replies."""

    provider: type[CallProvider]
    fields: Mapping[str, str]
    secrets: Mapping[str, Secret]
    """All that there can be, each with MARKER in it."""
    request: CallRequest
    placed: bytes
    """The body of the documented reply to a call, with a field that is not documented."""
    provider_call_id: str
    naming: frozenset[str]
    """The fields of `placed` of which one is needed, since it names the call."""
    connected: bytes
    """The body of the documented reply to the question for the line's state."""
    error_saying: Callable[[str], bytes]
    """The body of an error with those words."""
    errors: Mapping[str, DocumentedError]
    """Every row of the documented errors that a call can be answered with, by what they are told apart."""
    tells_budget: bool = True
    """Whether the `X-RateLimit-*` headers are documented."""
    deadline_s: float = field(default=DEADLINE_S)
    """How long a call waits for its reply."""

    def account(self, base_url: str, **fields: str) -> CallProvider:
        return self.provider({**self.fields, "base_url": base_url, **fields}, self.secrets)


def without_fields(body: bytes, *names: str) -> bytes:
    """Return the JSON object in `body` without those fields."""
    return json.dumps({name: value for name, value in json.loads(body).items() if name not in names}).encode()


def bad_requests(subject: Subject) -> Mapping[str, CallRequest]:
    """Return requests that the provider cannot carry out, each by what is wrong with it."""
    can, good = subject.provider.capabilities, subject.request
    bad = {f"kind {kind}": replace(good, kind=kind) for kind in set(CallKind) - can.kinds}
    if good.kind is CallKind.RING and can.ring is not None:
        for seconds in (None, -1, can.ring.shortest - 1, can.ring.longest + 1):
            bad[f"ring for {seconds} s"] = replace(good, ring_seconds=seconds)
    if good.kind is CallKind.AUDIO:
        sounds = [None, LINK.record, prepared(), LINK]
        for sound in sounds:
            if ORIGINS.get(type(sound)) not in can.audio_origins:
                bad[f"a {type(sound).__name__} as sound"] = replace(good, audio=sound)
    if good.kind is CallKind.AGENT and can.agent is not None:
        bad["no agent"] = replace(good, agent=None)
        bad["an agent without an id"] = replace(good, agent=AgentTask(""))
        for seconds in (can.agent.shortest - 1, can.agent.longest + 1):
            bad[f"talk for {seconds} s"] = replace(good, agent=AgentTask("agent-1", longest_s=seconds))
    return bad
