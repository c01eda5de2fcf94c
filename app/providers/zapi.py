"""Z-API: WhatsApp calls that draw attention. Endpoints and errors as its public documentation has them.

The instance's token stands in the path of every URL: no URL is ever shown or logged. Whether a call was
answered is told only to a public web server, which a desktop program is not: its outcome stays unknown.

Three parts: facts, pure functions between plain data, and the class that sends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar
from urllib.parse import quote

import msgspec

from app.domain.audio import AudioLink
from app.domain.call import CallKind
from app.domain.provider import (
    AccountField,
    AudioOrigin,
    AuthenticationFailed,
    CallProvider,
    Capabilities,
    Connection,
    InvalidRequest,
    Line,
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
    retry_at,
    undocumented,
)
from app.providers.request_check import check_request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.account import Secret
    from app.domain.call import CallRequest
    from app.domain.phone_number import PhoneNumber
    from app.providers.http import Reply

# --- facts --------------------------------------------------------------------------------------------

_NO_CLIENT_TOKEN = "null not allowed"  # noqa: S105 - an error's text
"""Documented for a request without the account's security token, once that protection is on."""
_RING = SecondsRange(
    shortest=1,
    longest=15,
    default=5,
    why=QT_TRANSLATE_NOOP("Capabilities", "Z-API rings no longer than 15 s."),
)

_Shape = TypeVar("_Shape")

# --- pure: request out, reply in ----------------------------------------------------------------------


class _Failure(msgspec.Struct):
    error: object = None
    message: object = None

    @property
    def words(self) -> str:
        """What is wrong, in the provider's words."""
        return ": ".join(part for part in (self.error, self.message) if isinstance(part, str) and part)


class _PlacedReply(msgspec.Struct, rename="camel"):
    message_id: str | None = None
    id: str | None = None

    @property
    def call_id(self) -> str:
        """Its id, which is documented to be in both."""
        return self.message_id or self.id or ""


class _StatusReply(_Failure, rename="camel", kw_only=True):
    connected: bool
    smartphone_connected: object = None


class _ExistsReply(msgspec.Struct):
    exists: bool


def call_body(request: CallRequest) -> bytes:
    """Return the body of `POST …/send-call`. The duration always goes explicitly.

    Raises InvalidRequest for an audio call without a link.
    """
    seconds = _RING.default if request.ring_seconds is None else request.ring_seconds
    body: dict[str, object] = {"phone": request.number.digits, "callDuration": seconds}
    if request.kind is CallKind.AUDIO:
        if not isinstance(request.audio, AudioLink):
            raise InvalidRequest(_NO_LINK, reason=Reason.NOT_POSSIBLE)
        body["callAudioUrl"] = request.audio.url
    return msgspec.json.encode(body)


def read_placed(reply: Reply) -> Placed:
    """Return what a 200 to a call says. Raises the error that any other reply stands for."""
    if _says_both(reply):
        raise UnexpectedReply(_CALL_AND_ERROR)
    placed = _decoded(reply, _PlacedReply)
    if not placed.call_id:
        raise UnexpectedReply(_NO_CALL)
    return Placed(placed.call_id)


def read_connection(reply: Reply) -> Connection:
    """Return what `GET …/status` says of the line; its `error` is part of a good reply, too."""
    status = decoded_or_none(reply.body, _StatusReply) if reply.status == 200 else None
    if status is None:
        status = _decoded(reply, _StatusReply)
    if not status.connected:
        return Connection(Line.DISCONNECTED, status.words)
    return Connection(Line.CONNECTED, _PHONE_OFFLINE if status.smartphone_connected is False else "")


def read_exists(reply: Reply) -> bool:
    """Return what `GET …/phone-exists/{phone}` says: whether the number has WhatsApp."""
    return _decoded(reply, _ExistsReply).exists


def _says_both(reply: Reply) -> bool:
    """Whether it names a call and an error: then neither can be relied on."""
    placed, failure = decoded_or_none(reply.body, _PlacedReply), decoded_or_none(reply.body, _Failure)
    return reply.status == 200 and bool(placed and placed.call_id and failure and failure.words)


def _decoded(reply: Reply, shape: type[_Shape]) -> _Shape:
    """Return the body of a good reply. Raises what the status and the error stand for."""
    failure = decoded_or_none(reply.body, _Failure)
    words = failure.words if failure else ""
    if reply.status != 200 or words:
        raise _error(reply, words)
    return decoded(reply, shape)


def _error(reply: Reply, words: str) -> ProviderError:
    """Return the error for a reply that is not the good one, with the provider's `words` for it.

    Which status comes with which words is not documented: so a status means what HTTP says, and what a
    gateway says in the provider's place, also in JSON, says nothing about the call.
    """
    status = reply.status
    if words == _NO_CLIENT_TOKEN:
        return AuthenticationFailed(words, reason=Reason.SECOND_TOKEN_NEEDED)
    if status == 401:
        return AuthenticationFailed(words)
    if status == 429:
        return RateLimited(words, retry_at(reply.headers))
    if is_refusal(status):
        return InvalidRequest(words or undocumented(status))
    if words and status in {200, 500}:
        return ProviderFailed(words)
    return UnexpectedReply(undocumented(status))


_PHONE_OFFLINE = QT_TRANSLATE_NOOP("Detail", "phone offline")
_NO_LINK = QT_TRANSLATE_NOOP("Detail", "There is no link to a sound.")
_NO_CALL = QT_TRANSLATE_NOOP("Detail", "it names no call")
_CALL_AND_ERROR = QT_TRANSLATE_NOOP("Detail", "it names a call and an error")

# --- the class that sends -----------------------------------------------------------------------------


class ZApi(CallProvider):
    """One Z-API instance."""

    key: ClassVar[str] = "zapi"
    name: ClassVar[str] = "Z-API"
    capabilities: ClassVar[Capabilities] = Capabilities(
        kinds=frozenset({CallKind.RING, CallKind.AUDIO}),
        status_source=StatusSource.NONE,
        ring=_RING,
        audio_origins=frozenset({AudioOrigin.LINK}),
        audio_note=QT_TRANSLATE_NOOP(
            "Capabilities",
            "The Z-API account needs its calls feature for this, and the sound a bitrate of 16k.",
        ),
        checks_numbers=True,
    )
    account_fields: ClassVar[tuple[AccountField, ...]] = (
        AccountField(
            "instance",
            QT_TRANSLATE_NOOP("AccountField", "Instance ID"),
            hint=QT_TRANSLATE_NOOP("AccountField", "As Z-API shows it"),
        ),
        AccountField("token", QT_TRANSLATE_NOOP("AccountField", "Instance token"), secret=True),
        AccountField(
            "client_token",
            QT_TRANSLATE_NOOP("AccountField", "Client-Token"),
            secret=True,
            required=False,
            hint=QT_TRANSLATE_NOOP("AccountField", "The account security token, if that is switched on"),
        ),
        AccountField(
            "check_first",
            QT_TRANSLATE_NOOP("AccountField", "Check for WhatsApp before each call"),
            required=False,
            is_switch=True,
        ),
        AccountField(
            "base_url", QT_TRANSLATE_NOOP("AccountField", "Base URL"), default="https://api.z-api.io"
        ),
    )

    def __init__(self, fields: Mapping[str, str], secrets: Mapping[str, Secret]) -> None:
        from app.providers.http import HttpClient, secret_header

        given = secrets.get("client_token")
        client_token = secret_header(given.reveal()) if given else ""
        token = secret_header(secrets["token"].reveal())  # in a path, but made of the same signs
        instance = fields.get("instance", "").strip()
        self._root = f"/instances/{quote(instance, safe='')}/token/{quote(token, safe='')}"
        self._http = HttpClient(
            fields.get("base_url", ""),
            headers={"Client-Token": client_token} if client_token else {},
            secrets=(token, client_token),
        )

    async def place(
        self,
        request: CallRequest,
        on_leaving: Callable[[], None],
        on_upload: Callable[[int, int], None] | None = None,
        key: str = "",
    ) -> Placed:
        check_request(request, self.capabilities)
        body = call_body(request)
        reply = await self._http.send("POST", f"{self._root}/send-call", body=body, on_leaving=on_leaving)
        with link_hidden(request):
            return read_placed(reply)

    async def connection(self) -> Connection:
        return read_connection(await self._http.send("GET", f"{self._root}/status"))

    async def reaches(self, number: PhoneNumber) -> bool:
        return read_exists(await self._http.send("GET", f"{self._root}/phone-exists/{number.digits}"))

    async def close(self) -> None:
        await self._http.close()
