"""Z-API as the practice provider keeps it: its contract and its endpoints.

Source: the Z-API part of docs/providers.md. Of errors it documents two statuses (405, 415), one sentence
(`null not allowed`) and two shapes; the other statuses and sentences here are ours. No limit is documented:
replies tell of one only while a token is blocked.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse
from starlette.routing import Route

from app.practice.bodies import BadBody, fields_of, is_json, optional, read_body
from app.practice.connection import NoReply
from app.practice.contract import Refused, new_call_id
from app.practice.entrance import Entrance, give_up
from app.practice.received import PlacedCall, SoundRecord
from app.practice.scenarios import Effect, scenario_for

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection, Request
    from starlette.responses import Response
    from starlette.types import Scope

    from app.practice.received import PlacedCalls, Sounds
    from app.practice.reception import Reception

SHORTEST_RING_S = 1
LONGEST_RING_S = 15
DEFAULT_RING_S = 5

_ROOT = "/instances/{instance}/token/{token}"
_TOKEN_PART = 4
"""Where the token stands in a path that is split at its slashes."""
_DIGITS = re.compile("[0-9]+")


@dataclass(slots=True)
class ZapiAccount:
    """The one account, and what a test may change of it, from any thread.

    `needs_client_token`: the account's security token is asked for. `connected` and `phone_online` are the
    state of the line, `error` what it says of it.
    """

    instance: str = "practice"
    token: str = field(default_factory=lambda: secrets.token_hex(16), repr=False)
    client_token: str = field(default_factory=lambda: secrets.token_hex(16), repr=False)
    needs_client_token: bool = True
    connected: bool = True
    phone_online: bool = True
    error: str = ""

    def require(self, request: Request) -> None:
        """Raise Refused unless the request is from this account."""
        if request.path_params["instance"] != self.instance:
            raise Refused(404, "Instance not found")
        if request.path_params["token"] != self.token:
            raise _invalid_token()
        given = request.headers.get("client-token")
        if self.needs_client_token and given is None:
            raise Refused(400, "null not allowed")
        if self.needs_client_token and given != self.client_token:
            raise Refused(403, "Client-Token not allowed")

    def require_connected(self) -> None:
        """Raise Refused if it cannot call."""
        if not self.connected:
            raise Refused(500, self.error or "You are not connected.")


@dataclass(frozen=True, slots=True)
class ZapiOrder:
    """A call that keeps the contract. `audio_url` None: it only rings."""

    digits: str
    ring_s: int = DEFAULT_RING_S
    audio_url: str | None = None


def call_order(content_type: str, body: bytes | bytearray) -> ZapiOrder:
    """Read the body of `POST …/send-call`. Raises Refused."""
    if not is_json(content_type):
        raise Refused(415, "Content-Type must be application/json")
    try:
        fields = fields_of(body)
        return ZapiOrder(_phone(fields), _ring_s(fields), _audio_url(fields))
    except BadBody as error:
        raise Refused(400, str(error)) from error


def _phone(fields: dict[str, object]) -> str:
    phone = optional(fields, "phone", str, "")
    if not phone:
        raise BadBody("phone is required")
    if not _DIGITS.fullmatch(phone):
        raise BadBody("phone must be digits, with the country code")
    return phone


def _ring_s(fields: dict[str, object]) -> int:
    ring_s = optional(fields, "callDuration", int, DEFAULT_RING_S)
    if not SHORTEST_RING_S <= ring_s <= LONGEST_RING_S:
        raise BadBody(f"callDuration must be between {SHORTEST_RING_S} and {LONGEST_RING_S}")
    return ring_s


def _audio_url(fields: dict[str, object]) -> str | None:
    if "callAudioUrl" not in fields:
        return None
    url = optional(fields, "callAudioUrl", str, "")
    try:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https"} and parts.hostname:
            return url
    except ValueError:
        pass
    raise BadBody("callAudioUrl must be a link")


class ZapiEndpoints:
    """Answers as Z-API's contract says, and as a number's scenario says.

    A request is checked in this order: path and method, instance and tokens, body, state of the line.
    """

    def __init__(
        self, account: ZapiAccount, reception: Reception, placed: PlacedCalls, sounds: Sounds
    ) -> None:
        self._account = account
        self._reception = reception
        self._placed = placed
        self._sounds = sounds

    def entrance(self) -> Entrance:
        """Return the way in."""
        app = Starlette(
            routes=[
                Route(f"{_ROOT}/send-call", self._call, methods=["POST"]),
                Route(f"{_ROOT}/status", self._status, methods=["GET"]),
                Route(f"{_ROOT}/phone-exists/{{phone}}", self._phone_exists, methods=["GET"]),
            ],
            exception_handlers={Refused: _refuse, HTTPException: _refuse_path, ClientDisconnect: give_up},
        )
        app.router.redirect_slashes = False
        return Entrance(("/instances/",), app, _token_in, _over_limit, is_counted=False)

    async def _call(self, request: Request) -> Response:
        self._account.require(request)
        order = call_order(*await read_body(request))
        self._account.require_connected()
        scenario = scenario_for(order.digits)
        refusals = {
            Effect.FAILS: Refused(500, "practice: the call could not be set up"),
            Effect.LIMITED: _limited(),
            Effect.REFUSED: _invalid_token(),
        }
        self._reception.admit(scenario, self._account.token, refusals)
        if not await self._reception.replies(scenario):
            return NoReply()
        call_id = new_call_id()
        self._placed.add(PlacedCall("zapi", call_id, order.digits))
        if order.audio_url is not None:
            sound = SoundRecord(call_id, order.digits, self._account.instance, order.audio_url, None)
            self._sounds.add(sound)
        return JSONResponse({"zaapId": secrets.token_hex(16).upper(), "messageId": call_id, "id": call_id})

    async def _status(self, request: Request) -> Response:
        self._account.require(request)
        return JSONResponse(
            {
                "connected": self._account.connected,
                "error": self._account.error,
                "smartphoneConnected": self._account.connected and self._account.phone_online,
            }
        )

    async def _phone_exists(self, request: Request) -> Response:
        self._account.require(request)
        phone = request.path_params["phone"]
        if not _DIGITS.fullmatch(phone):
            raise Refused(400, "phone must be digits, with the country code")
        return JSONResponse({"exists": scenario_for(phone).has_whatsapp, "phone": phone})


def _token_in(scope: Scope) -> str:
    """Return the token in a path, also in one that is no endpoint's."""
    parts = scope["path"].split("/")
    return parts[_TOKEN_PART] if len(parts) > _TOKEN_PART else ""


def _invalid_token() -> Refused:
    return Refused(401, "Invalid token")


def _limited() -> Refused:
    return Refused(429, "Too many requests")


def _over_limit() -> Response:
    refused = _limited()
    return JSONResponse({"error": refused.message}, refused.status)


async def _refuse(_request: HTTPConnection, error: Exception) -> Response:
    refused = cast("Refused", error)
    body = {"error": refused.message}
    if refused.status == 400 and refused.message != "null not allowed":
        body = {"error": "Bad Request", "message": refused.message}  # the other shape that is documented
    return JSONResponse(body, refused.status)


async def _refuse_path(_request: HTTPConnection, error: Exception) -> Response:
    refused = cast("HTTPException", error)
    words = {404: "Not found", 405: "Method not allowed"}.get(refused.status_code, refused.detail)
    return JSONResponse({"error": words}, refused.status_code, refused.headers)
