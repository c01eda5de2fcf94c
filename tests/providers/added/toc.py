"""Toc: a made-up provider that rings. This file is what the README calls `app/providers/toc.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import msgspec

from app.domain.call import CallKind
from app.domain.provider import (
    AccountField,
    AuthenticationFailed,
    CallProvider,
    Capabilities,
    Connection,
    InvalidRequest,
    Line,
    Placed,
    ProviderFailed,
    SecondsRange,
    StatusSource,
    UnexpectedReply,
)
from app.domain.reason import QT_TRANSLATE_NOOP
from app.providers.replies import decoded, decoded_or_none, is_refusal, undocumented
from app.providers.request_check import check_request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.account import Secret
    from app.domain.call import CallRequest
    from app.domain.provider import ProviderError
    from app.providers.http import Reply

# --- pure: request out, reply in ----------------------------------------------------------------------


class _PlacedReply(msgspec.Struct):
    call: str


class _OnlineReply(msgspec.Struct):
    online: bool


class _Failure(msgspec.Struct):
    problem: str


def call_body(request: CallRequest) -> bytes:
    """Return the body of `POST /calls`."""
    return msgspec.json.encode({"to": request.number.e164, "seconds": request.ring_seconds})


def read_placed(reply: Reply) -> Placed:
    """Return what a 200 to a call says. Raises the error that any other reply stands for."""
    if reply.status != 200:
        raise _error(reply)
    placed = decoded(reply, _PlacedReply)
    if not placed.call:
        raise UnexpectedReply("it names no call")
    return Placed(placed.call)


def read_connection(reply: Reply) -> Connection:
    """Return what `GET /me` says of the line."""
    if reply.status != 200:
        raise _error(reply)
    return Connection(Line.CONNECTED if decoded(reply, _OnlineReply).online else Line.DISCONNECTED)


def _error(reply: Reply) -> ProviderError:
    failure = decoded_or_none(reply.body, _Failure)
    words = failure.problem if failure else ""
    if reply.status == 401:
        return AuthenticationFailed(words)
    if is_refusal(reply.status):
        return InvalidRequest(words or undocumented(reply.status))
    if reply.status == 500 and words:
        return ProviderFailed(words)
    return UnexpectedReply(undocumented(reply.status))


# --- the class that sends -----------------------------------------------------------------------------


class Toc(CallProvider):
    """One Toc account."""

    key: ClassVar[str] = "toc"
    name: ClassVar[str] = "Toc"
    capabilities: ClassVar[Capabilities] = Capabilities(
        kinds=frozenset({CallKind.RING}),
        status_source=StatusSource.NONE,
        ring=SecondsRange(shortest=2, longest=30, default=10),
    )
    account_fields: ClassVar[tuple[AccountField, ...]] = (
        AccountField("password", QT_TRANSLATE_NOOP("AccountField", "Password"), secret=True),
        AccountField(
            "base_url", QT_TRANSLATE_NOOP("AccountField", "Base URL"), default="https://api.toc.example"
        ),
    )

    def __init__(self, fields: Mapping[str, str], secrets: Mapping[str, Secret]) -> None:
        from app.providers.http import HttpClient, secret_header

        password = secret_header(secrets["password"].reveal())
        self._http = HttpClient(
            fields.get("base_url", ""), headers={"X-Password": password}, secrets=(password,)
        )

    async def place(
        self,
        request: CallRequest,
        on_leaving: Callable[[], None],
        on_upload: Callable[[int, int], None] | None = None,
        key: str = "",
    ) -> Placed:
        check_request(request, self.capabilities)
        return read_placed(
            await self._http.send("POST", "/calls", body=call_body(request), on_leaving=on_leaving)
        )

    async def connection(self) -> Connection:
        return read_connection(await self._http.send("GET", "/me"))

    async def close(self) -> None:
        await self._http.close()
