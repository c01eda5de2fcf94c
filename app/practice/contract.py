"""RyzeAPI's contract as the practice provider keeps it: pure functions from a request's body to its meaning.

Source: the RyzeAPI part of docs/providers.md. What is undocumented is refused in the documented envelope.
"""

from __future__ import annotations

import binascii
import re
import secrets
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

from app.practice import bodies

EVENTS = (
    "message.exchange",
    "message.status",
    "call.update",
    "group.flow",
    "instance.state",
    "label.update",
)

SHORTEST_RING_S = 1
LONGEST_RING_S = 60
DEFAULT_RING_S = 8
AUDIO_RING_S = 30
"""How long an audio call rings. Not documented; such calls have no `duration`."""


class Refused(Exception):
    """A request that gets an error reply: its HTTP status and its message."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


def invalid_token() -> Refused:
    """The token is missing, wrong or revoked."""
    return Refused(401, "Invalid token")


def instance_not_found() -> Refused:
    """No such instance, or not this token's."""
    return Refused(404, "instance not found")


def rate_limited() -> Refused:
    """Over the limit; nothing was placed."""
    return Refused(429, "Rate limit exceeded. Try again later.")


def envelope(message: str) -> dict[str, object]:
    """Return the body of every error reply."""
    return {"success": False, "error": {"message": message}}


@dataclass(frozen=True, slots=True)
class CallOrder:
    """A call that keeps the contract.

    `duration` is None for audio calls. `media` is the file they play, or the link to it; `sound_s` is how
    long the file plays.
    """

    digits: str
    duration: int | None = None
    media: bytes | str | None = None
    sound_s: float | None = None

    @property
    def ring_s(self) -> int:
        """How long it rings."""
        return AUDIO_RING_S if self.duration is None else self.duration

    def placed(self, call_id: str) -> dict[str, object]:
        """Return the body of the reply to a call that was accepted."""
        if self.duration is None:
            return {
                "success": True,
                "message": "Audio call placed",
                "callId": call_id,
                "number": self.digits,
            }
        return {
            "success": True,
            "message": "Call placed successfully",
            "callId": call_id,
            "number": self.digits,
            "duration": self.duration,
        }


@dataclass(frozen=True, slots=True)
class LiveConfig:
    """An instance's WebSocket configuration. No `events` means all."""

    enabled: bool
    events: tuple[str, ...] = ()
    media_base64: bool = False

    def wants(self, event: str) -> bool:
        """Whether `event` is pushed."""
        return self.enabled and (not self.events or event in self.events)

    def as_json(self) -> dict[str, object]:
        """Return it as the replies show it."""
        return {"enabled": self.enabled, "events": list(self.events), "mediaBase64": self.media_base64}


def new_call_id() -> str:
    """Return an id of the kind that WhatsApp gives its calls."""
    return "3EB0" + secrets.token_hex(9).upper()


def ring_order(content_type: str, body: bytes | bytearray) -> CallOrder:
    """Read the body of `POST /api/call/fake/{instance}`. Raises Refused."""
    fields = _fields(content_type, body)
    return CallOrder(_number(fields), duration=_duration(fields))


def audio_order(content_type: str, body: bytes | bytearray) -> CallOrder:
    """Read the body of `POST /api/call/audio/{instance}`. Raises Refused.

    It decodes the sound, all of it: not for the thread of a loop.
    """
    fields = _fields(content_type, body)
    number = _number(fields)
    url = _optional(fields, "mediaUrl", str, "")
    file = _optional(fields, "mediaBase64", str, "")
    if bool(url) == bool(file):
        raise Refused(400, "Provide exactly one of mediaUrl or mediaBase64")
    media = _media_of_url(url) if url else _decoded("mediaBase64", file)
    if isinstance(media, str):
        return CallOrder(number, media=media)
    return CallOrder(number, media=media, sound_s=_duration_of("mediaUrl" if url else "mediaBase64", media))


def live_config(content_type: str, body: bytes | bytearray) -> LiveConfig:
    """Read the body of `POST /api/events/websocket/{instance}`. Raises Refused."""
    fields = _fields(content_type, body)
    if "enabled" not in fields:
        raise _invalid_body("enabled is required")
    events = _optional(fields, "events", list, [])
    for event in events:
        if event not in EVENTS:
            raise _invalid_body("events may hold " + ", ".join(EVENTS))
    return LiveConfig(
        enabled=_optional(fields, "enabled", bool, False),
        events=tuple(dict.fromkeys(events)),
        media_base64=_optional(fields, "mediaBase64", bool, False),
    )


# --- fields -------------------------------------------------------------------------------------------

_T = TypeVar("_T")
_NUMBER = re.compile(r"([0-9]+)(?:@s\.whatsapp\.net)?")


def _invalid_body(detail: str) -> Refused:
    return Refused(400, f"Invalid request body: {detail}")


def _fields(content_type: str, body: bytes | bytearray) -> dict[str, object]:
    if not bodies.is_json(content_type):
        raise _invalid_body("Content-Type must be application/json")
    try:
        return bodies.fields_of(body)
    except bodies.BadBody as error:
        raise _invalid_body(str(error)) from error


def _optional(fields: dict[str, object], key: str, kind: type[_T], default: _T) -> _T:
    try:
        return bodies.optional(fields, key, kind, default)
    except bodies.BadBody as error:
        raise _invalid_body(str(error)) from error


def _number(fields: dict[str, object]) -> str:
    """Return the digits of `number`."""
    if fields.get("number") is None:
        raise Refused(400, "Number is required")
    number = _optional(fields, "number", str, "")
    if not number:
        raise Refused(400, "Number is required")
    if number.endswith("@g.us"):
        raise _invalid_body("groups cannot be called")
    if not (private := _NUMBER.fullmatch(number)):
        raise _invalid_body("number must be digits or a private JID")
    return private[1]


def _duration(fields: dict[str, object]) -> int:
    duration = _optional(fields, "duration", int, 0) or DEFAULT_RING_S
    if not SHORTEST_RING_S <= duration <= LONGEST_RING_S:
        raise Refused(400, "Duration must be between 1 and 60 seconds")
    return duration


def _media_of_url(url: str) -> bytes | str:
    """Return a link as it is; the field takes base64 and `data:` URIs too, and these are decoded."""
    if url.lower().startswith(("http://", "https://")):
        try:
            host = urlsplit(url).hostname
        except ValueError as error:
            raise _invalid_body(f"mediaUrl: {error}") from error
        if not host:
            raise _invalid_body("mediaUrl has no host")
        return url
    if url.lower().startswith("data:"):
        head, comma, url = url.partition(",")
        if not comma or not head.lower().endswith(";base64"):
            raise _invalid_body("mediaUrl is a data: URI without base64")
    return _decoded("mediaUrl", url)


def _decoded(key: str, text: str) -> bytes:
    try:
        media = binascii.a2b_base64(text, strict_mode=True)  # unlike base64.b64decode it copies nothing
    except (binascii.Error, ValueError) as error:
        raise _invalid_body(f"{key} is not valid base64") from error
    if not media:
        raise _invalid_body(f"{key} is empty")
    return media


def _duration_of(key: str, media: bytes) -> float:
    from app.practice.sound import NotPlayable, duration_of

    try:
        return duration_of(media)
    except NotPlayable as error:
        raise _invalid_body(f"{key}: the file {error}") from error
