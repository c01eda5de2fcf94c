"""RyzeAPI's endpoints: what each documented path does."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute

from app.practice.bodies import read_body
from app.practice.connection import NoReply
from app.practice.contract import (
    Refused,
    audio_order,
    envelope,
    invalid_token,
    live_config,
    new_call_id,
    rate_limited,
    ring_order,
)
from app.practice.entrance import Entrance, give_up
from app.practice.received import PlacedCall, SoundRecord
from app.practice.scenarios import TALK_S, Effect, scenario_for, timeline

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection, Request
    from starlette.responses import Response
    from starlette.types import Scope
    from starlette.websockets import WebSocket

    from app.practice.calls import Calls
    from app.practice.contract import CallOrder
    from app.practice.faults import Faults
    from app.practice.instances import Instance, Instances
    from app.practice.live import Live
    from app.practice.received import PlacedCalls, Sounds
    from app.practice.reception import Reception


class Endpoints:
    """Answers as RyzeAPI's contract says, and as a number's scenario says.

    A request is checked in this order: path and method, token, instance, body, state of the line.
    """

    def __init__(
        self,
        instances: Instances,
        reception: Reception,
        faults: Faults,
        live: Live,
        calls: Calls,
        placed: PlacedCalls,
        sounds: Sounds,
    ) -> None:
        self._instances = instances
        self._reception = reception
        self._faults = faults
        self._live = live
        self._calls = calls
        self._placed = placed
        self._sounds = sounds

    def entrance(self) -> Entrance:
        """Return the way in: for every path, if no other provider claims it."""
        return Entrance(("/",), self._build(), _token_in, _over_limit)

    def _build(self) -> Starlette:
        app = Starlette(
            routes=[
                Route("/api/call/fake/{instance:path}", self._ring, methods=["POST"]),
                Route("/api/call/audio/{instance:path}", self._audio, methods=["POST"]),
                Route("/api/instance/list", self._list, methods=["GET"]),
                Route("/api/events/getWebsocket/{instance:path}", self._live_config, methods=["GET"]),
                Route("/api/events/websocket/{instance:path}", self._configure_live, methods=["POST"]),
                WebSocketRoute("/ws/{instance:path}", self._listen),
                WebSocketRoute("/{anything:path}", _no_such_path),
            ],
            exception_handlers={Refused: _refuse, HTTPException: _refuse_path, ClientDisconnect: give_up},
        )
        app.router.redirect_slashes = False
        return app

    async def _ring(self, request: Request) -> Response:
        instance = self._allowed(request)
        return await self._place(request, instance, ring_order(*await read_body(request)))

    async def _audio(self, request: Request) -> Response:
        instance = self._allowed(request)
        order = await asyncio.to_thread(audio_order, *await read_body(request))
        return await self._place(request, instance, order)

    async def _place(self, request: Request, instance: Instance, order: CallOrder) -> Response:
        instance.require_connected()
        scenario = scenario_for(order.digits)
        refusals = {
            Effect.FAILS: Refused(500, "practice: the call could not be set up"),
            Effect.LIMITED: rate_limited(),
            Effect.REFUSED: invalid_token(),
        }
        self._reception.admit(scenario, _token(request), refusals)
        if not await self._reception.replies(scenario):
            return NoReply()
        call_id = new_call_id()
        if order.media is not None:
            self._sounds.add(SoundRecord(call_id, order.digits, instance.name, order.media, order.sound_s))
        talk_s = TALK_S if order.sound_s is None else order.sound_s
        self._placed.add(PlacedCall("ryzeapi", call_id, order.digits))
        self._calls.begin(instance, call_id, timeline(scenario, order.ring_s, talk_s))
        return JSONResponse(order.placed(call_id))

    async def _list(self, request: Request) -> Response:
        names = [name for name in request.query_params.get("instanceName", "").split(",") if name]
        instances = self._instances.listed(_token(request), names)
        return JSONResponse(
            {
                "success": True,
                "message": "Instances retrieved successfully",
                "instances": [instance.as_json() for instance in instances],
            }
        )

    async def _live_config(self, request: Request) -> Response:
        instance = self._allowed(request)
        if instance.live is None:
            raise Refused(404, "WebSocket not configured for this instance")
        return JSONResponse({"success": True, "websocket": instance.live.as_json()})

    async def _configure_live(self, request: Request) -> Response:
        instance = self._allowed(request)
        instance.live = live_config(*await read_body(request))
        return JSONResponse(
            {
                "success": True,
                "message": "WebSocket configured successfully",
                "websocket": instance.live.as_json(),
            }
        )

    async def _listen(self, websocket: WebSocket) -> None:
        instance = self._allowed(websocket)
        if self._faults.live_refusal is not None:
            raise self._faults.live_refusal
        instance.require_live()
        await self._live.serve(websocket, instance)

    def _allowed(self, request: HTTPConnection) -> Instance:
        return self._instances.allowed(_token(request), request.path_params["instance"])


def _token(request: HTTPConnection) -> str:
    return request.headers.get("token", "")


def _token_in(scope: Scope) -> str:
    return Headers(scope=scope).get("token", "")


def _over_limit() -> Response:
    refused = rate_limited()
    return JSONResponse(envelope(refused.message), refused.status)


async def _no_such_path(_websocket: WebSocket) -> None:
    raise HTTPException(404)


async def _refuse(_request: HTTPConnection, error: Exception) -> Response:
    refused = cast("Refused", error)
    return JSONResponse(envelope(refused.message), refused.status)


async def _refuse_path(_request: HTTPConnection, error: Exception) -> Response:
    refused = cast("HTTPException", error)
    message = {404: "no such path", 405: "method not allowed"}.get(refused.status_code, refused.detail)
    return JSONResponse(envelope(message), refused.status_code, refused.headers)
