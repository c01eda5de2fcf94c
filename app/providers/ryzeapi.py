"""RyzeAPI: WhatsApp voice calls. Base URL, endpoints and errors as its public documentation has them.

Three parts: facts, pure functions between plain data, and the class that sends.
"""

from __future__ import annotations

import asyncio
from base64 import b64encode
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar
from urllib.parse import quote

import msgspec

from app.domain.audio import AudioFormat, AudioLink, PreparedAudio
from app.domain.call import CallKind, CallState, Outcome
from app.domain.detail import Detail
from app.domain.provider import (
    AccountField,
    AccountNotFound,
    AudioOrigin,
    AuthenticationFailed,
    Budget,
    CallEvent,
    CallProvider,
    Capabilities,
    Choice,
    Connection,
    InvalidAccount,
    InvalidRequest,
    Line,
    LineEvent,
    LiveSetting,
    LiveStatusOff,
    Placed,
    ProviderError,
    ProviderFailed,
    RateLimited,
    SecondsRange,
    StatusSource,
    UnexpectedReply,
)
from app.domain.reason import QT_TRANSLATE_NOOP, Reason
from app.providers.replies import (
    decoded,
    decoded_or_none,
    is_refusal,
    link_hidden,
    read_budget,
    retry_at,
    undocumented,
)
from app.providers.request_check import check_request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping

    from app.domain.account import Secret
    from app.domain.call import CallRequest
    from app.providers.http import Reply, Upload

# --- facts --------------------------------------------------------------------------------------------

CALL_EVENT = "call.update"
LINE_EVENT = "instance.state"
ALL_EVENTS: tuple[str, ...] = ()
"""The setting's `events` when all six are wanted: documented as an empty list."""

_NEVER_CONFIGURED = "WebSocket not configured for this instance"
_LIST_PATH = "/api/instance/list"
_LINES = {
    "connected": Line.CONNECTED,
    "keepalive_restored": Line.CONNECTED,
    "connecting": Line.CONNECTING,
}
"""Words of `connection.state` and `instance.state`; any other means not connected."""

_CALL_NEWS: Mapping[str, tuple[CallState | None, Outcome | None]] = {
    "offer": (CallState.RINGING, None),
    "accepted": (CallState.IN_PROGRESS, None),
    "rejected": (CallState.ENDED, Outcome.REJECTED),
    "terminated": (CallState.ENDED, None),
    "notification": (None, None),
    "latency": (None, None),
}
"""The documented kinds of `call.update`."""

_ID_KEYS = ("callId", "callID", "call_id", "id")
_KIND_KEYS = ("type", "status", "state", "event", "action")
_LINE_KEYS = ("state", "status", "type", "event", "action")

_AUDIO_PART = 48 * 1024
"""Bytes of a sound that become one part of the body; a multiple of 3, as base64 wants it."""

_Shape = TypeVar("_Shape")

# --- pure: request out, reply in ----------------------------------------------------------------------


class _Envelope(msgspec.Struct):
    success: object = None
    error: object = None

    @property
    def words(self) -> str:
        """The error's message; also where `error` is the message itself."""
        words = self.error.get("message") if isinstance(self.error, dict) else self.error
        return words if isinstance(words, str) else ""


class _PlacedReply(msgspec.Struct, rename="camel"):
    call_id: str
    message: str | None = None


class _ConnectionReply(msgspec.Struct, rename="camel"):
    state: str | None = None
    number_jid: str | None = None


class _ProfileReply(msgspec.Struct):
    name: str | None = None


class _InstanceReply(msgspec.Struct):
    name: str
    connection: _ConnectionReply | None = None
    profile: _ProfileReply | None = None


class _InstancesReply(msgspec.Struct):
    instances: list[_InstanceReply]


class _WebSocketSetting(msgspec.Struct, rename="camel"):
    enabled: bool = False
    events: list[str] | None = None
    media_base64: bool = False


class _WebSocketReply(msgspec.Struct):
    websocket: _WebSocketSetting


def ring_body(request: CallRequest) -> bytes:
    """Return the body of `POST /api/call/fake/{instance}`. The duration always goes explicitly."""
    return msgspec.json.encode({"number": request.number.digits, "duration": request.ring_seconds})


def audio_body(request: CallRequest) -> list[bytes]:
    """Return the parts of the body of `POST /api/call/audio/{instance}`, which has no duration.

    A file goes as `mediaBase64`, a link as `mediaUrl`. It takes its time: call it in a thread. Raises
    InvalidRequest for a request without a sound.
    """
    match request.audio:
        case AudioLink(url=url):
            return [msgspec.json.encode({"number": request.number.digits, "mediaUrl": url})]
        case PreparedAudio(data=data):
            head = msgspec.json.encode({"number": request.number.digits, "mediaBase64": ""})
            chunks = (data[start : start + _AUDIO_PART] for start in range(0, len(data), _AUDIO_PART))
            return [head[:-2], *map(b64encode, chunks), head[-2:]]
    raise InvalidRequest(_NO_SOUND)


def read_placed(reply: Reply) -> Placed:
    """Return what a 200 to a call says. Raises the error that any other reply stands for."""
    placed = _decoded(reply, _PlacedReply)
    if not placed.call_id:
        raise UnexpectedReply(_NO_CALL)
    return Placed(placed.call_id, placed.message or "")


def read_instances(reply: Reply) -> list[Choice]:
    """Return the instances that `GET /api/instance/list` names."""
    return [
        Choice(value=instance.name, label=_instance_label(instance), connection=_connection(instance))
        for instance in _decoded(reply, _InstancesReply).instances
    ]


def read_live_setting(reply: Reply) -> LiveSetting:
    """Return what `GET /api/events/getWebsocket/{instance}` says, and the union that we would write."""
    try:
        setting = _decoded(reply, _WebSocketReply).websocket
    except InvalidRequest as error:
        if error.detail != _NEVER_CONFIGURED:
            raise
        setting = _WebSocketSetting(events=[CALL_EVENT, LINE_EVENT])
    events = list(setting.events or ALL_EVENTS)
    missing = [event for event in (CALL_EVENT, LINE_EVENT) if events and event not in events]
    return LiveSetting(
        enabled=setting.enabled and not missing,
        will_write={"enabled": True, "events": events + missing, "mediaBase64": setting.media_base64},
    )


def read_event(frame: str) -> CallEvent | LineEvent | None:
    """Return what a text frame of the WebSocket says, or None for what does not concern calls.

    The inner shape of `call.update` is not published, and live ones differ from the catalogue: so the
    call's id and the kind are looked for under several names, in two places. Never log a frame: it
    carries the instance's token.
    """
    message = decoded_or_none(frame, dict[str, Any])
    if message is None:
        return None
    match message.get("event"), message.get("data"):
        case "call.update", dict(data):
            return _call_event(data)
        case "instance.state", data:
            return _line_event(data)
    return None


def _call_event(data: dict[str, Any]) -> CallEvent | None:
    ids = frozenset(_texts(data, _ID_KEYS))
    kinds = list(_texts(data, _KIND_KEYS))
    if not ids:
        return None
    for kind in kinds:
        if kind in _CALL_NEWS:
            state, outcome = _CALL_NEWS[kind]
            return CallEvent(ids, kind, state, outcome)
    return CallEvent(ids, kinds[0] if kinds else "", understood=False)


def _line_event(data: object) -> LineEvent | None:
    words = (
        [data] if isinstance(data, str) else list(_texts(data, _LINE_KEYS)) if isinstance(data, dict) else []
    )
    return LineEvent(_line(words[0])) if words else None


def _texts(data: dict[str, Any], keys: tuple[str, ...]) -> Iterator[str]:
    inner = data.get("call")
    for place in (data, inner if isinstance(inner, dict) else {}):
        for key in keys:
            if isinstance(value := place.get(key), str):
                yield value


def _line(word: str) -> Connection:
    return Connection(_LINES.get(word, Line.DISCONNECTED if word else Line.UNKNOWN), word)


def _connection(instance: _InstanceReply) -> Connection:
    return _line((instance.connection.state or "") if instance.connection else "")


def _instance_label(instance: _InstanceReply) -> str:
    jid = (instance.connection.number_jid or "") if instance.connection else ""
    number = jid.partition("@")[0].partition(":")[0]  # a JID may name the device after a colon
    profile = (instance.profile.name or "") if instance.profile else ""
    return " · ".join(part for part in (instance.name, profile, f"+{number}" if number else "") if part)


def _decoded(reply: Reply, shape: type[_Shape]) -> _Shape:
    """Return the body of a good reply. Raises what the status and the error envelope stand for."""
    envelope = decoded_or_none(reply.body, _Envelope)
    if reply.status != 200 or (envelope and envelope.success is False):
        raise _error(reply, envelope)
    return decoded(reply, shape)


def _error(reply: Reply, envelope: _Envelope | None) -> ProviderError:
    """Return the error for a reply that is not the good one.

    Where the provider speaks for itself it is believed; what a gateway says in its place, also in JSON, says
    nothing about the call, unless its status says that the request was refused.
    """
    status = reply.status
    message = envelope.words if envelope else ""
    if status == 401:
        return AuthenticationFailed(message)
    if status == 429:
        return RateLimited(message, retry_at(reply.headers))
    if not is_refusal(status) and not _is_documented_failure(status, envelope):
        return UnexpectedReply(undocumented(status))
    if message == "instance not found":
        return AccountNotFound(message)
    if message == "Instance name is required":
        return InvalidAccount(message)
    if status == 413:  # of whatever stands before the provider: it is not documented
        return InvalidRequest(message, reason=Reason.TOO_LARGE)
    if is_refusal(status):
        return InvalidRequest(message or undocumented(status))
    return ProviderFailed(message or Detail(_NO_REASON))


def _is_documented_failure(status: int, envelope: _Envelope | None) -> bool:
    """Whether it is a 500 with its reason, or a 200 that is no success: those are the provider's own."""
    if envelope is None:
        return False
    return bool(envelope.words) if status == 500 else status == 200 and envelope.success is False


_NO_SOUND = QT_TRANSLATE_NOOP("Detail", "There is no sound to play.")
_NO_CALL = QT_TRANSLATE_NOOP("Detail", "it names no call")
_NO_REASON = QT_TRANSLATE_NOOP("Detail", "it gives no reason")


# --- the class that sends -----------------------------------------------------------------------------


class RyzeApi(CallProvider):
    """One RyzeAPI instance."""

    key: ClassVar[str] = "ryzeapi"
    name: ClassVar[str] = "RyzeAPI"
    capabilities: ClassVar[Capabilities] = Capabilities(
        kinds=frozenset({CallKind.RING, CallKind.AUDIO}),
        status_source=StatusSource.PUSH,
        ring=SecondsRange(shortest=1, longest=60, default=8),
        audio_origins=frozenset(AudioOrigin),
        audio_formats=frozenset(AudioFormat),
    )
    account_fields: ClassVar[tuple[AccountField, ...]] = (
        AccountField(
            "token",
            QT_TRANSLATE_NOOP("AccountField", "Token"),
            secret=True,
            hint=QT_TRANSLATE_NOOP("AccountField", "Of the instance, or of the whole account"),
        ),
        AccountField(
            "instance",
            QT_TRANSLATE_NOOP("AccountField", "Instance"),
            find_label=QT_TRANSLATE_NOOP("AccountField", "Find instances"),
            hint=QT_TRANSLATE_NOOP("AccountField", "Its name at RyzeAPI"),
        ),
        AccountField(
            "base_url", QT_TRANSLATE_NOOP("AccountField", "Base URL"), default="https://ryzeapi.cloud"
        ),
        AccountField(
            "ca_file",
            QT_TRANSLATE_NOOP("AccountField", "Extra CA file"),
            required=False,
            is_file=True,
            hint=QT_TRANSLATE_NOOP("AccountField", "Only where the office inspects connections"),
        ),
    )

    def __init__(self, fields: Mapping[str, str], secrets: Mapping[str, Secret]) -> None:
        # They bring httpx and websockets, which a window without an account has no use for.
        from app.providers.http import HttpClient, Upload, checked_base_url, secret_header
        from app.providers.websocket import text_frames

        self._instance = fields.get("instance", "")
        self._base_url = checked_base_url(fields.get("base_url", ""))
        self._ca_file = fields.get("ca_file", "")
        token = secret_header(secrets["token"].reveal())
        self._token_header = {"token": token}
        self._http = HttpClient(
            self._base_url, headers=self._token_header, secrets=(token,), ca_file=self._ca_file
        )
        self._upload = Upload
        self._text_frames = text_frames
        self._budget: Budget | None = None

    @property
    def budget(self) -> Budget | None:
        return self._budget

    async def place(
        self,
        request: CallRequest,
        on_leaving: Callable[[], None],
        on_upload: Callable[[int, int], None] | None = None,
        key: str = "",
    ) -> Placed:
        check_request(request, self.capabilities)
        body: bytes | Upload
        if request.kind is CallKind.AUDIO:
            path = f"/api/call/audio/{self._quoted_instance}"
            body = self._upload(await asyncio.to_thread(audio_body, request), on_upload)
        else:
            path = f"/api/call/fake/{self._quoted_instance}"
            body = ring_body(request)
        reply = await self._send("POST", path, body=body, on_leaving=on_leaving)
        with link_hidden(request) as hidden:
            placed = read_placed(reply)
            return replace(placed, message=hidden(placed.message))

    async def connection(self) -> Connection:
        path = f"{_LIST_PATH}?instanceName={self._quoted_instance}"
        for choice in read_instances(await self._send("GET", path)):
            if choice.value == self._instance:
                return choice.connection or _line("")
        raise AccountNotFound

    async def choices(self, key: str) -> list[Choice]:
        if key != "instance":
            return []
        return read_instances(await self._send("GET", _LIST_PATH))

    @asynccontextmanager
    async def live(self) -> AsyncIterator[AsyncIterator[CallEvent | LineEvent]]:
        path = f"/ws/{self._quoted_instance}"
        frames = self._text_frames(
            self._base_url + path, self._token_header, self._ca_file, refused=_live_refused
        )
        async with frames as texts:
            yield _events(texts)

    async def live_setting(self) -> LiveSetting:
        path = f"/api/events/getWebsocket/{self._quoted_instance}"
        return read_live_setting(await self._send("GET", path))

    async def enable_live(self, agreed: LiveSetting) -> LiveSetting | None:
        now = await self.live_setting()
        if now.will_write != agreed.will_write:
            return now
        path = f"/api/events/websocket/{self._quoted_instance}"
        _decoded(await self._send("POST", path, body=msgspec.json.encode(agreed.will_write)), _Envelope)
        return None

    async def close(self) -> None:
        await self._http.close()

    @property
    def _quoted_instance(self) -> str:
        return quote(self._instance, safe="")

    async def _send(
        self,
        method: str,
        path: str,
        *,
        body: bytes | Upload | None = None,
        on_leaving: Callable[[], None] | None = None,
    ) -> Reply:
        reply = await self._http.send(method, path, body=body, on_leaving=on_leaving)
        self._budget = read_budget(reply.headers) or self._budget
        return reply


async def _events(frames: AsyncIterator[str]) -> AsyncIterator[CallEvent | LineEvent]:
    async for frame in frames:
        if (event := read_event(frame)) is not None:
            yield event


def _live_refused(reply: Reply) -> ProviderError:
    """Return the error for a refused upgrade; 400 is documented for a WebSocket that is not enabled."""
    error = _error(reply, decoded_or_none(reply.body, _Envelope))
    return LiveStatusOff(error.detail) if reply.status == 400 else error
