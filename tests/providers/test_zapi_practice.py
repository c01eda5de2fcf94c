"""The Z-API adapter against a server that keeps Z-API's contract strictly."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from loopback import soon
from sounds import LINK

from app.domain.account import Secret
from app.domain.call import CallKind, CallRequest
from app.domain.phone_number import PhoneNumber
from app.domain.provider import AuthenticationFailed, Connection, InvalidRequest, Line, ProviderError
from app.domain.reason import Reason
from app.providers.zapi import ZApi

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from app.practice.server import PracticeServer

RING = CallRequest("account-1", PhoneNumber.parse("+55 11 99999-0003"), ring_seconds=15)
PLAY = replace(RING, kind=CallKind.AUDIO, ring_seconds=None, audio=LINK)


def account_at(server: PracticeServer, instance: str = "", **secrets: str) -> ZApi:
    zapi = server.zapi
    known = {"token": zapi.token, "client_token": zapi.client_token, **secrets}
    return ZApi(
        {"instance": instance or zapi.instance, "base_url": server.base_url},
        {key: Secret(value) for key, value in known.items()},
    )


@pytest.fixture
async def account(practice: PracticeServer) -> AsyncIterator[ZApi]:
    account = account_at(practice)
    yield account
    await account.close()


def leave() -> None:
    """Take note of nothing."""


@pytest.mark.parametrize("request_", [RING, replace(RING, ring_seconds=1), PLAY], ids=["15 s", "1 s", "link"])
async def test_a_call_is_placed(account: ZApi, practice: PracticeServer, request_: CallRequest) -> None:
    placed = await soon(account.place(request_, leave))
    (call,) = practice.calls_placed
    assert (call.provider, call.call_id) == ("zapi", placed.provider_call_id)


async def test_the_line_is_told(account: ZApi, practice: PracticeServer) -> None:
    assert await soon(account.connection()) == Connection(Line.CONNECTED)
    practice.zapi.phone_online = False
    assert await soon(account.connection()) == Connection(Line.CONNECTED, "phone offline")
    practice.zapi.connected, practice.zapi.error = False, "You need to connect."
    assert await soon(account.connection()) == Connection(Line.DISCONNECTED, "You need to connect.")


async def test_a_number_with_whatsapp_is_reached(account: ZApi) -> None:
    assert await soon(account.reaches(RING.number)) is True


@pytest.mark.parametrize(
    ("wrong", "kind", "reason"),
    [
        ({"client_token": ""}, AuthenticationFailed, Reason.SECOND_TOKEN_NEEDED),
        ({"instance": "other"}, InvalidRequest, Reason.REQUEST_REFUSED),
    ],
    ids=["no Client-Token", "instance"],
)
async def test_a_wrong_account_is_refused(
    practice: PracticeServer, wrong: dict[str, str], kind: type[ProviderError], reason: Reason
) -> None:
    account = account_at(practice, **wrong)
    for question in (account.place(RING, leave), account.connection(), account.reaches(RING.number)):
        with pytest.raises(kind) as failed:
            await soon(question)
        assert failed.value.reason is reason
    await account.close()
    assert list(practice.calls_placed) == []
