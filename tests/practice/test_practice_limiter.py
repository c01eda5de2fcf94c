from __future__ import annotations

import time

import pytest

from app.practice.limiter import LIMIT, WINDOW_S, Limiter


class Clock:
    def __init__(self) -> None:
        self.now = 1000.5

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def limiter(clock):
    return Limiter(clock)


def remaining(limiter, token):
    return int(limiter.headers(token)["X-RateLimit-Remaining"])


def reset(limiter, token):
    return int(limiter.headers(token)["X-RateLimit-Reset"])


def test_a_hundred_requests_pass_and_no_more(limiter):
    assert all(limiter.take("a") for _ in range(LIMIT))
    assert not limiter.take("a")
    assert remaining(limiter, "a") == 0


def test_tokens_are_counted_apart(limiter):
    limiter.take("a")
    assert remaining(limiter, "a") == LIMIT - 1
    assert remaining(limiter, "b") == LIMIT


def test_at_the_reset_time_all_is_well_again(limiter, clock):
    for _ in range(LIMIT):
        limiter.take("a")
    told = reset(limiter, "a")
    assert clock.now + WINDOW_S <= told < clock.now + WINDOW_S + 1
    clock.now = told - 0.1
    assert not limiter.take("a")
    clock.now = told
    assert limiter.take("a")
    assert remaining(limiter, "a") == LIMIT - 1


def test_a_blocked_token_is_served_again_at_the_reset_time(limiter, clock):
    limiter.take("a")
    limiter.block("a", 5)
    assert not limiter.take("a")
    assert limiter.take("b")
    assert remaining(limiter, "a") == 0
    told = reset(limiter, "a")
    assert clock.now + 5 <= told < clock.now + 6
    clock.now = told
    assert limiter.take("a")
    assert remaining(limiter, "a") == LIMIT - 2


def test_the_reset_time_is_never_past(limiter, clock):
    limiter.take("a")
    clock.now += 2 * WINDOW_S
    assert reset(limiter, "a") > clock.now


async def test_the_server_counts_every_request_of_a_token(server, client):
    before = time.time()
    replies = [await client.get("/api/instance/list") for _ in range(LIMIT)]
    assert {reply.status_code for reply in replies} == {200}
    assert [int(reply.headers["X-RateLimit-Remaining"]) for reply in replies] == list(
        range(LIMIT - 1, -1, -1)
    )
    assert {reply.headers["X-RateLimit-Limit"] for reply in replies} == {"100"}
    reset_at = {int(reply.headers["X-RateLimit-Reset"]) for reply in replies}
    assert len(reset_at) == 1
    assert before + WINDOW_S <= reset_at.pop() <= time.time() + WINDOW_S + 1

    over = await client.post("/api/call/fake/practice", json={"number": "5511999999999"})
    assert over.status_code == 429
    assert over.json() == {
        "success": False,
        "error": {"message": "Rate limit exceeded. Try again later."},
    }
    assert over.headers["X-RateLimit-Remaining"] == "0"

    other = await client.get("/api/instance/list", headers={"token": server.account_token})
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/nowhere"),
        ("PUT", "/api/instance/list"),
        ("GET", "/api/events/getWebsocket/other"),
        ("POST", "/api/call/fake/practice"),
    ],
)
async def test_error_replies_carry_the_headers_too(client, method, path):
    reply = await client.request(method, path)
    assert reply.is_error
    assert reply.headers["X-RateLimit-Limit"] == "100"
    assert reply.headers["X-RateLimit-Remaining"] == "99"
    assert int(reply.headers["X-RateLimit-Reset"]) > time.time()
