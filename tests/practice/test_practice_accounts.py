"""What an account of each provider needs, and the three side by side on one port."""

from __future__ import annotations

import pytest

from app.domain.account import Secret
from app.domain.agent import AgentTask
from app.domain.call import CallKind, CallRequest
from app.domain.phone_number import PhoneNumber
from app.domain.provider import AGENTS, OWN_NUMBERS, Line
from app.practice.server import PracticeServer
from app.providers import PROVIDERS

NUMBER = PhoneNumber.parse("+5511999990003")
REQUESTS = {
    "ryzeapi": CallRequest("1", NUMBER, ring_seconds=8),
    "zapi": CallRequest("2", NUMBER, ring_seconds=5),
    "ringyo": CallRequest("3", NUMBER, CallKind.AGENT, agent=AgentTask("agent_0001")),
}
OURS = [kind for kind in PROVIDERS if kind.key in REQUESTS]


def provider_of(server, kind):
    secrets = {key: Secret(value) for key, value in server.secrets(kind.key).items()}
    return kind(server.account_fields(kind.key), secrets)


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.key)
def test_fields_and_secrets_of_an_account(server, kind):
    needed = {field.key: field.secret for field in kind.account_fields if field.required}
    assert {key for key, secret in needed.items() if not secret} <= set(server.account_fields(kind.key))
    assert {key for key, secret in needed.items() if secret} <= set(server.secrets(kind.key))
    assert server.account_fields(kind.key)["base_url"] == server.base_url


def test_every_provider_is_offered(server):
    assert server.providers == tuple(kind.key for kind in OURS)


def test_no_account_of_another_provider(server):
    with pytest.raises(KeyError):
        server.account_fields("other")
    with pytest.raises(KeyError):
        server.secrets("other")


def test_secrets_are_known_before_the_start_and_fields_are_not():
    server = PracticeServer()
    assert server.secrets("zapi")
    with pytest.raises(RuntimeError):
        server.account_fields("zapi")


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.key)
async def test_an_adapter_with_such_an_account_is_connected_and_calls(server, kind):
    provider = provider_of(server, kind)
    try:
        assert (await provider.connection()).line is Line.CONNECTED
        placed = await provider.place(REQUESTS[kind.key], lambda: None)
    finally:
        await provider.close()
    (call,) = server.calls_placed
    assert (call.provider, call.call_id, call.digits) == (kind.key, placed.provider_call_id, NUMBER.digits)


async def test_calls_of_all_three_are_counted(server):
    for kind in OURS:
        provider = provider_of(server, kind)
        await provider.connection()
        await provider.place(REQUESTS[kind.key], lambda: None)
        await provider.close()
    assert server.calls_received == 3
    assert [call.provider for call in server.calls_placed] == ["ryzeapi", "zapi", "ringyo"]


async def test_the_adapter_finds_agents_on_every_page_and_numbers(server):
    provider = provider_of(server, next(kind for kind in OURS if kind.key == "ringyo"))
    try:
        assert len(await provider.choices(AGENTS)) == 6
        assert len(await provider.choices(OWN_NUMBERS)) == 2
    finally:
        await provider.close()


async def test_a_token_of_one_provider_opens_no_other(server, client, ringyo):
    wrong = {"token": server.zapi.token, "Authorization": f"Bearer {server.token}"}
    for path in ("/api/instance/list", "/v1/agents"):
        assert (await client.get(path, headers=wrong)).status_code == 401
