"""Ringyo's endpoints: what each documented path does, and the one that the recordings are at."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.practice.bodies import read_body
from app.practice.connection import NoReply
from app.practice.entrance import Entrance, give_up
from app.practice.received import PlacedCall
from app.practice.recording import recording
from app.practice.ringyo_contract import (
    RingyoRefused,
    agents_page,
    call_not_found,
    call_order,
    failed,
    included,
    no_credit,
    numbers_page,
    rate_limited,
    unauthorized,
)
from app.practice.scenarios import Effect, scenario_for

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection, Request
    from starlette.types import Scope

    from app.practice.received import PlacedCalls
    from app.practice.reception import Reception
    from app.practice.ringyo_calls import RingyoCall, RingyoCalls, RingyoOrder

_OK, _CREATED = 200, 201


@dataclass(slots=True)
class RingyoAccount:
    """The one account, its calls, and what a test may change of it, from any thread.

    `wrapped`: replies come in `{"data": …, "meta": …}`, as one page of the documentation says.
    """

    calls: RingyoCalls
    api_key: str = field(default_factory=lambda: f"rg_test_{secrets.token_hex(16)}", repr=False)
    wrapped: bool = False
    has_credit: bool = True


class RingyoEndpoints:
    """Answers as Ringyo's contract says, and as a number's scenario says.

    A request is checked in this order: path and method, key, body, credit.
    """

    def __init__(
        self, account: RingyoAccount, base_url: str, reception: Reception, placed: PlacedCalls
    ) -> None:
        self._account = account
        self._base_url = base_url
        self._reception = reception
        self._placed = placed

    def entrances(self) -> tuple[Entrance, ...]:
        """Return the ways in: to the API, and to the recordings, which have no limit."""
        app = Starlette(
            routes=[
                Route("/v1/calls", self._call, methods=["POST"]),
                Route("/v1/calls/{call_id}", self._status, methods=["GET"]),
                Route("/v1/agents", self._agents, methods=["GET"]),
                Route("/v1/phone-numbers", self._numbers, methods=["GET"]),
                Route("/recordings/{call_id}.wav", self._recording, methods=["GET"]),
            ],
            exception_handlers={
                RingyoRefused: _refuse,
                HTTPException: _refuse_path,
                ClientDisconnect: give_up,
            },
        )
        app.router.redirect_slashes = False
        return (
            Entrance(("/v1/",), app, _key_in, _over_limit),
            Entrance(("/recordings/",), app, _nobody, _over_limit, is_counted=False),
        )

    async def _call(self, request: Request) -> Response:
        self._require_key(request)
        order = call_order(*await read_body(request))
        if not self._account.has_credit:
            raise no_credit()
        scenario = scenario_for(order.phone_number)
        refusals = {
            Effect.FAILS: failed(),
            Effect.LIMITED: rate_limited(),
            Effect.REFUSED: unauthorized(),
        }
        self._reception.admit(scenario, self._account.api_key, refusals)
        key = request.headers.get("idempotency-key", "")
        call = self._placed_before(key, order)
        if call is None:
            call = self._account.calls.place(order, scenario, key)
            self._placed.add(PlacedCall("ringyo", call.id, order.phone_number.removeprefix("+")))
            if not await self._reception.replies(scenario):
                return NoReply()
        return self._reply(call.as_created(), _CREATED)

    def _placed_before(self, key: str, order: RingyoOrder) -> RingyoCall | None:
        """Return the call of that idempotency key. A key that comes with another call is a mistake."""
        call = self._account.calls.of_key(key)
        if call is not None and call.order != order:
            raise RingyoRefused(400, "invalid_request", "This Idempotency-Key belongs to another call")
        return call

    async def _status(self, request: Request) -> Response:
        self._require_key(request)
        wanted = included(request.query_params)
        call = self._account.calls.get(request.path_params["call_id"])
        if call is None:
            raise call_not_found()
        now = self._account.calls.now
        shown = call.as_json(now)
        if "transcript" in wanted:
            shown["transcript"] = call.transcript(now)
        if "recording" in wanted:
            shown["recording_url"] = self._recording_url(call) if call.has_recording(now) else None
        return self._reply(shown)

    def _recording_url(self, call: RingyoCall) -> str:
        return f"{self._base_url}/recordings/{call.id}.wav?key={call.recording_key}"

    async def _agents(self, request: Request) -> Response:
        self._require_key(request)
        return self._reply_page(agents_page(request.query_params))

    async def _numbers(self, request: Request) -> Response:
        self._require_key(request)
        return self._reply_page(numbers_page(request.query_params))

    async def _recording(self, request: Request) -> Response:
        call = self._account.calls.get(request.path_params["call_id"])
        if call is None or request.query_params.get("key") != call.recording_key:
            raise HTTPException(404)
        if not call.has_recording(self._account.calls.now):
            raise HTTPException(404)
        return Response(recording(call.talk_s), media_type="audio/wav")

    def _require_key(self, request: Request) -> None:
        if _key_in(request.scope) != self._account.api_key:
            raise unauthorized()

    def _reply(self, content: dict[str, object], status: int = _OK) -> Response:
        return JSONResponse({"data": content, "meta": _meta()} if self._account.wrapped else content, status)

    def _reply_page(self, page: dict[str, object]) -> Response:
        """A list is in `data` anyway."""
        return JSONResponse(page | {"meta": _meta()} if self._account.wrapped else page)


def _key_in(scope: Scope) -> str:
    headers = dict(scope["headers"])  # names in lower case
    scheme, _, key = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
    return key if scheme.lower() == "bearer" else ""


def _nobody(_scope: Scope) -> str:
    return ""


def _meta() -> dict[str, str]:
    return {"request_id": f"req_{secrets.token_hex(8)}"}


def _refusal(refused: RingyoRefused) -> Response:
    return JSONResponse({"error": refused.as_json(), "meta": _meta()}, refused.status)


def _over_limit() -> Response:
    return _refusal(rate_limited())


async def _refuse(_request: HTTPConnection, error: Exception) -> Response:
    return _refusal(cast("RingyoRefused", error))


async def _refuse_path(_request: HTTPConnection, error: Exception) -> Response:
    refused = cast("HTTPException", error)
    code = {404: "not_found", 405: "method_not_allowed"}.get(refused.status_code, "invalid_request")
    reply = _refusal(RingyoRefused(refused.status_code, code, code.replace("_", " ")))
    reply.headers.update(refused.headers or {})
    return reply
