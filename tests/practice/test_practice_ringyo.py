"""Ringyo's contract: calls, agents, numbers, and its errors."""

from __future__ import annotations

import pytest

from app.practice import faults
from app.practice.ringyo_contract import PAGE

NUMBER = "+5511999999999"
AGENT = "agent_0001"
CALL = {"phone_number": NUMBER, "agent_id": AGENT}


def error_of(reply):
    """Return the status and the code of an error in the documented envelope."""
    body = reply.json()
    assert set(body) == {"error", "meta"}
    assert set(body["error"]) == {"code", "message", "details"}
    assert body["error"]["message"]
    assert body["meta"]["request_id"].startswith("req_")
    return reply.status_code, body["error"]["code"]


# --- calls --------------------------------------------------------------------------------------------


async def test_call_with_the_defaults(server, ringyo):
    reply = await ringyo.post("/v1/calls", json=CALL)
    assert reply.status_code == 201
    body = reply.json()
    (placed,) = server.calls_placed
    assert body.pop("id") == placed.call_id
    assert placed.call_id.startswith("call_")
    assert (placed.provider, placed.digits) == ("ringyo", "5511999999999")
    assert body.pop("created_at").endswith("Z")
    assert body == {
        "status": "queued",
        "phone_number": NUMBER,
        "from_number": "+551130030001",
        "agent_id": AGENT,
        "metadata": {},
        "record": True,
    }


async def test_call_with_everything(ringyo):
    fields = {
        "agent_id": "agent_0002",
        "from_number": "+12025550142",
        "metadata": {"order": "17"},
        "record": False,
        "max_duration": 60,
        "webhook_url": "https://example.com/hook",
        "unknown": [1],
    }
    body = (await ringyo.post("/v1/calls", json=CALL | fields)).json()
    assert {key: body[key] for key in ("agent_id", "from_number", "metadata", "record")} == {
        "agent_id": "agent_0002",
        "from_number": "+12025550142",
        "metadata": {"order": "17"},
        "record": False,
    }


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"phone_number": None}, 400, "invalid_phone_number"),
        ({"phone_number": ""}, 400, "invalid_phone_number"),
        ({"phone_number": "5511999999999"}, 400, "invalid_phone_number"),
        ({"phone_number": "+55 11 99999-9999"}, 400, "invalid_phone_number"),
        ({"phone_number": "+0511999999999"}, 400, "invalid_phone_number"),
        ({"phone_number": 5511999999999}, 400, "invalid_phone_number"),
        ({"agent_id": ""}, 400, "invalid_request"),
        ({"agent_id": 1}, 400, "invalid_request"),
        ({"agent_id": "agent_none"}, 404, "agent_not_found"),
        ({"agent_id": "agent_0007"}, 404, "agent_not_found"),
        ({"from_number": "+5511988887777"}, 400, "invalid_from_number"),
        ({"from_number": "+34910000001"}, 400, "invalid_from_number"),
        ({"from_number": ""}, 400, "invalid_from_number"),
        ({"metadata": {"order": 17}}, 400, "invalid_request"),
        ({"metadata": "order"}, 400, "invalid_request"),
        ({"record": "yes"}, 400, "invalid_request"),
        ({"max_duration": 0}, 400, "invalid_request"),
        ({"max_duration": 3601}, 400, "invalid_request"),
        ({"max_duration": 60.0}, 400, "invalid_request"),
        ({"webhook_url": "http://example.com/hook"}, 400, "invalid_request"),
        ({"webhook_url": "https://[broken"}, 400, "invalid_request"),
    ],
)
async def test_refused_call(server, ringyo, fields, status, code):
    assert error_of(await ringyo.post("/v1/calls", json=CALL | fields)) == (status, code)
    assert not server.calls_placed


async def test_the_number_is_phone_number_and_not_to(ringyo):
    reply = await ringyo.post("/v1/calls", json={"to": NUMBER, "agent_id": AGENT})
    assert error_of(reply) == (400, "invalid_phone_number")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"[" * 100_000])
async def test_body_that_is_no_json_object(ringyo, body):
    reply = await ringyo.post("/v1/calls", content=body, headers={"Content-Type": "application/json"})
    assert error_of(reply) == (400, "invalid_request")


async def test_content_type_must_be_json(ringyo):
    reply = await ringyo.post("/v1/calls", content=b"{}", headers={"Content-Type": "text/plain"})
    assert error_of(reply) == (400, "invalid_request")


async def test_credit_that_is_used_up(server, ringyo):
    server.ringyo.has_credit = False
    assert error_of(await ringyo.post("/v1/calls", json=CALL)) == (403, "insufficient_credits")
    assert not server.calls_placed


# --- the idempotency key ------------------------------------------------------------------------------


async def test_the_same_key_is_the_same_call(server, ringyo):
    replies = [
        await ringyo.post("/v1/calls", json=CALL, headers={"Idempotency-Key": "press 1"}) for _ in range(3)
    ]
    assert replies[0].json() == replies[1].json() == replies[2].json()
    assert (len(server.calls_placed), server.calls_received) == (1, 3)


async def test_another_key_and_none_are_other_calls(server, ringyo):
    for headers in ({"Idempotency-Key": "1"}, {"Idempotency-Key": "2"}, {}, {}):
        await ringyo.post("/v1/calls", json=CALL, headers=headers)
    assert len({call.call_id for call in server.calls_placed}) == 4


async def test_a_key_that_comes_with_another_call_is_refused(server, ringyo):
    headers = {"Idempotency-Key": "press 1"}
    await ringyo.post("/v1/calls", json=CALL, headers=headers)
    reply = await ringyo.post("/v1/calls", json=CALL | {"record": False}, headers=headers)
    assert error_of(reply) == (400, "invalid_request")
    assert len(server.calls_placed) == 1


async def test_a_refused_request_does_not_use_its_key_up(server, ringyo):
    headers = {"Idempotency-Key": "press 1"}
    server.ringyo.has_credit = False
    await ringyo.post("/v1/calls", json=CALL, headers=headers)
    server.ringyo.has_credit = True
    assert (await ringyo.post("/v1/calls", json=CALL, headers=headers)).status_code == 201


@pytest.mark.parametrize("fault", [faults.RESET_BEFORE_REPLY, faults.RESET_DURING_REPLY])
async def test_an_interrupted_post_may_be_sent_again(server, ringyo, fault):
    headers = {"Idempotency-Key": "press 1"}
    server.inject(fault)
    with pytest.raises(Exception):  # noqa: B017, PT011 - whichever way a connection breaks
        await ringyo.post("/v1/calls", json=CALL, headers=headers)
    reply = await ringyo.post("/v1/calls", json=CALL, headers=headers)
    assert [call.call_id for call in server.calls_placed] == [reply.json()["id"]]


# --- who may do what ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/calls"),
        ("GET", "/v1/calls/call_1"),
        ("GET", "/v1/agents"),
        ("GET", "/v1/phone-numbers"),
    ],
)
@pytest.mark.parametrize("value", [None, "", "Bearer wrong", "Basic {key}", "{key}"])
async def test_key_that_is_missing_or_wrong(server, ringyo, method, path, value):
    del ringyo.headers["Authorization"]
    headers = {} if value is None else {"Authorization": value.format(key=server.ringyo.api_key)}
    assert error_of(await ringyo.request(method, path, headers=headers)) == (401, "unauthorized")


def test_the_key_is_one_for_tests(server):
    assert server.ringyo.api_key.startswith("rg_test_")
    assert server.ringyo.api_key not in repr(server.ringyo)


async def test_every_reply_tells_the_budget(server, ringyo):
    left = [
        (await ringyo.get("/v1/agents")).headers["X-RateLimit-Remaining"],
        (await ringyo.get("/v1/calls/none")).headers["X-RateLimit-Remaining"],
    ]
    assert left == ["99", "98"]


async def test_over_the_limit(server, ringyo):
    server.block_token(server.ringyo.api_key, 60)
    reply = await ringyo.get("/v1/agents")
    assert error_of(reply) == (429, "rate_limit_exceeded")
    assert reply.headers["X-RateLimit-Remaining"] == "0"


@pytest.mark.parametrize("path", ["/v1/", "/v1/call", "/v1/calls/a/b", "/v1/agents/"])
async def test_unknown_path(ringyo, path):
    assert error_of(await ringyo.get(path)) == (404, "not_found")


async def test_wrong_method(ringyo):
    reply = await ringyo.get("/v1/calls")
    assert error_of(reply) == (405, "method_not_allowed")
    assert reply.headers["Allow"] == "POST"


async def test_call_that_is_none(ringyo):
    assert error_of(await ringyo.get("/v1/calls/call_none")) == (404, "call_not_found")


# --- agents and numbers -------------------------------------------------------------------------------


async def test_agents_come_in_pages(ringyo):
    first = (await ringyo.get("/v1/agents", params={"limit": 100, "status": "active"})).json()
    assert (len(first["data"]), first["has_more"], first["total"]) == (PAGE, True, PAGE + 1)
    assert set(first["data"][0]) == {"id", "name", "language", "status"}
    query = {"limit": 100, "status": "active", "cursor": first["next_cursor"]}
    second = (await ringyo.get("/v1/agents", params=query)).json()
    assert (len(second["data"]), second["has_more"], second["next_cursor"]) == (1, False, None)
    assert len({agent["id"] for agent in first["data"] + second["data"]}) == PAGE + 1


async def test_a_page_may_be_smaller(ringyo):
    page = (await ringyo.get("/v1/agents", params={"limit": 1})).json()
    assert (len(page["data"]), page["has_more"]) == (1, True)


async def test_agents_of_a_status(ringyo):
    page = (await ringyo.get("/v1/agents", params={"status": "inactive"})).json()
    assert [agent["status"] for agent in page["data"]] == ["inactive"]


@pytest.mark.parametrize(
    "query", [{"limit": "0"}, {"limit": "-1"}, {"limit": "many"}, {"cursor": "5"}, {"cursor": "YWZ0ZXIgOTk="}]
)
async def test_page_that_is_none(ringyo, query):
    assert error_of(await ringyo.get("/v1/agents", params=query)) == (400, "invalid_request")


async def test_numbers(ringyo):
    page = (await ringyo.get("/v1/phone-numbers", params={"status": "active"})).json()
    assert [number["phone_number"] for number in page["data"]] == ["+551130030001", "+12025550142"]
    assert {"id", "phone_number", "friendly_name", "country", "default_agent_id"} <= set(page["data"][0])


# --- both shapes --------------------------------------------------------------------------------------


async def test_wrapped_replies(server, ringyo):
    server.ringyo.wrapped = True
    placed = (await ringyo.post("/v1/calls", json=CALL)).json()
    shown = (await ringyo.get(f"/v1/calls/{placed['data']['id']}")).json()
    agents = (await ringyo.get("/v1/agents")).json()
    numbers = (await ringyo.get("/v1/phone-numbers")).json()
    assert set(placed) == set(shown) == set(numbers) == {"data", "meta"}
    assert set(agents) == {"data", "has_more", "next_cursor", "total", "meta"}
    assert len({reply["meta"]["request_id"] for reply in (placed, shown, agents, numbers)}) == 4
