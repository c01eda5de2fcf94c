"""Large bodies sent in parts: what is told meanwhile, and what a break means at each point of it."""

from __future__ import annotations

import asyncio
import ssl
from typing import TYPE_CHECKING

import pytest
from loopback import Holding, Line, answers, is_whole_request, serving, soon, stays_silent
from sounds import Progress

from app.domain.provider import OutcomeUnknown, ProviderUnavailable
from app.domain.reason import Reason
from app.providers import http
from app.providers.http import DEADLINE_S, SLOWEST_UPLOAD, HttpClient, Upload

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    import trustme
    from loopback import Loopback

    from app.providers.http import Reply

LAST = b'"}'
PARTS = [b'{"a": "', b"x" * 60_000, b"y" * 60_000, LAST]
MANY = [b"x" * 65_536] * 512 + [LAST]
"""More than both ends of a connection hold in between: it stands still when the server does not read."""


class Leaving:
    def __init__(self) -> None:
        self.times = 0
        self.happened = asyncio.Event()

    def __call__(self) -> None:
        self.times += 1
        self.happened.set()


class Sent:
    """One upload over a client of its own, and everything that it told."""

    def __init__(self, base_url: str, parts: list[bytes], **more: str) -> None:
        self.client = HttpClient(base_url, headers={"token": "marker-token-5e1f"}, **more)
        self.progress = Progress()
        self.leaving = Leaving()
        self.upload = Upload(parts, self.progress)

    async def reply(self, **options: float) -> Reply:
        try:
            return await self.client.send(
                "POST", "/here", body=self.upload, on_leaving=self.leaving, **options
            )
        finally:
            await self.client.close()


async def upload(base_url: str, parts: list[bytes]) -> tuple[Reply, Sent]:
    sent = Sent(base_url, parts)
    return await soon(sent.reply()), sent


async def stands_still(progress: Progress) -> None:
    """Return once the upload has begun and nothing of it moves any more."""
    still, before = 0, 0
    while still < 50:
        await asyncio.sleep(0)
        still = still + 1 if len(progress.told) == before > 0 else 0
        before = len(progress.told)


async def pass_turns() -> None:
    """Let what is on the wire of this computer arrive."""
    for _ in range(50):
        await asyncio.sleep(0)


class Unread:
    """Reads the head of a request and nothing of its body, until it is told to go on.

    What came until the client was gone is in `received`, head included.
    """

    def __init__(self) -> None:
        self.has_head = asyncio.Event()
        self.goes_on = asyncio.Event()
        self.received = asyncio.get_running_loop().create_future()

    async def __call__(self, line: Line) -> None:
        head = await line.reader.readuntil(b"\r\n\r\n")
        self.has_head.set()
        await self.goes_on.wait()
        rest = bytearray()
        try:
            while data := await line.reader.read(1 << 20):
                rest += data
        finally:
            self.received.set_result(head + rest)


# --- a whole upload -----------------------------------------------------------------------------------


async def test_the_parts_arrive_in_their_order_as_one_body() -> None:
    async with serving(answers(b"ok")) as server:
        reply, _ = await upload(server.base_url, PARTS)
    assert (reply.body, server.requests[0].body) == (b"ok", b"".join(PARTS))


async def test_the_length_is_announced_and_nothing_is_chunked() -> None:
    async with serving(answers(b"")) as server:
        await upload(server.base_url, PARTS)
    headers = server.requests[0].headers
    assert headers["content-length"] == str(sum(map(len, PARTS)))
    assert "transfer-encoding" not in headers


async def test_an_upload_is_json() -> None:
    async with serving(answers(b"")) as server:
        await upload(server.base_url, PARTS)
    assert server.requests[0].headers["content-type"] == "application/json"


@pytest.mark.parametrize("parts", [[LAST], [b"", LAST], [LAST, b""], [b"", b""], []], ids=repr)
async def test_an_upload_may_be_short(parts: list[bytes]) -> None:
    async with serving(answers(b"ok")) as server:
        _, sent = await upload(server.base_url, parts)
    assert (server.requests[0].body, sent.leaving.times) == (b"".join(parts), 1)


async def test_an_upload_needs_nobody_who_listens() -> None:
    async with serving(answers(b"ok")) as server:
        client = HttpClient(server.base_url, headers={})
        await soon(client.send("POST", "/here", body=Upload(PARTS)))
        await client.close()
    assert server.requests[0].body == b"".join(PARTS)


async def test_a_warm_connection_takes_the_next_upload() -> None:
    async with serving(answers(b"ok")) as server:
        client = HttpClient(server.base_url, headers={})
        await soon(client.send("POST", "/1", body=Upload(PARTS)))
        await soon(client.send("POST", "/2", body=Upload(PARTS)))
        await client.close()
    assert (len(server.requests), len(server.lines)) == (2, 1)


# --- what is told meanwhile ---------------------------------------------------------------------------


async def test_progress_only_grows_and_ends_at_the_whole() -> None:
    async def reads_slowly(line: Line) -> None:
        left = await line.head()
        while left:
            left -= len(await line.reader.read(10_000))
            await asyncio.sleep(0)
        await line.reply(200, b"ok")

    async with serving(reads_slowly) as server:
        _, sent = await upload(server.base_url, MANY)
    total = sum(map(len, MANY))
    assert sent.progress.only_grows
    assert {each[1] for each in sent.progress.told} == {total}
    assert sent.progress.told[-1] == (total, total)


async def test_progress_waits_for_a_server_that_does_not_read() -> None:
    unread = Unread()
    async with serving(unread) as server:
        sent = Sent(server.base_url, MANY)
        sending = asyncio.create_task(sent.reply())
        await soon(stands_still(sent.progress))
        assert 0 < sent.progress.told[-1][0] < sent.upload.size
        assert not sending.done()
        sending.cancel()
        await asyncio.wait({sending})


async def test_it_leaves_just_before_its_last_part() -> None:
    sent_by_then: list[int] = []
    async with serving(answers(b"ok")) as server:
        sent = Sent(server.base_url, PARTS)
        sent.leaving = lambda: sent_by_then.append(sent.progress.told[-1][0])  # type: ignore[assignment]
        await soon(sent.reply())
    assert sent_by_then == [sum(map(len, PARTS[:-1]))]


async def test_what_may_not_leave_keeps_its_last_part() -> None:
    class NotRecorded(Exception):
        pass

    def refuse_to_leave() -> None:
        raise NotRecorded

    unread = Unread()
    unread.goes_on.set()
    async with serving(unread) as server:
        sent = Sent(server.base_url, PARTS)
        sent.leaving = refuse_to_leave  # type: ignore[assignment]
        with pytest.raises(NotRecorded):
            await soon(sent.reply())
        received = await soon(unread.received)
    assert received.endswith(PARTS[-2])


# --- cancelling ---------------------------------------------------------------------------------------


@pytest.fixture(params=["in clear", "over TLS"])
async def unread_server(
    request: pytest.FixtureRequest, authority: trustme.CA
) -> AsyncIterator[tuple[Unread, Loopback]]:
    """A server that does not read the body, without and with TLS."""
    unread, context = Unread(), None
    if request.param == "over TLS":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(context)
    async with serving(unread, tls=context) as server:
        yield unread, server


async def cancelled_halfway(server: Loopback, ca_file: str) -> Sent:
    sent = Sent(server.base_url, MANY, ca_file=ca_file)
    sending = asyncio.create_task(sent.reply())
    await soon(stands_still(sent.progress))
    sending.cancel()
    await soon(asyncio.wait({sending}))
    assert sending.cancelled()
    return sent


async def test_cancelled_halfway_it_has_not_left(
    unread_server: tuple[Unread, Loopback], ca_file: str
) -> None:
    sent = await cancelled_halfway(unread_server[1], ca_file)
    assert sent.leaving.times == 0


async def test_cancelled_halfway_the_server_never_has_a_whole_request(
    unread_server: tuple[Unread, Loopback], ca_file: str
) -> None:
    unread, server = unread_server
    await cancelled_halfway(server, ca_file)
    unread.goes_on.set()
    assert not is_whole_request(await soon(unread.received))


async def test_cancelled_halfway_on_a_warm_connection_closes_that_too() -> None:
    unread = Unread()

    async def answers_once(line: Line) -> None:
        await line.request()
        await line.reply(200, b"warm")
        await unread(line)

    async with serving(answers_once) as server:
        client, progress, leaving = HttpClient(server.base_url, headers={}), Progress(), Leaving()
        await soon(client.send("GET", "/warm"))
        sending = asyncio.create_task(
            client.send("POST", "/here", body=Upload(MANY, progress), on_leaving=leaving)
        )
        await soon(unread.has_head.wait())
        await soon(stands_still(progress))
        sending.cancel()
        await soon(asyncio.wait({sending}))
        unread.goes_on.set()
        received = await soon(unread.received)
        await client.close()
    assert (is_whole_request(received), leaving.times, len(server.lines)) == (False, 0, 1)


async def test_cancelled_after_its_last_byte_it_has_left() -> None:
    holding = Holding()
    async with serving(holding) as server:
        sent = Sent(server.base_url, PARTS)
        sending = asyncio.create_task(sent.reply())
        await soon(holding.arrived.wait())
        sending.cancel()
        await asyncio.wait({sending})
    assert (sent.leaving.times, server.posts) == (1, 1)


async def test_the_next_upload_goes_well_after_a_cancelled_one() -> None:
    unread = Unread()

    async def reads_the_second(line: Line) -> None:
        await (unread if len(server.lines) == 1 else answers(b"ok"))(line)

    async with serving(reads_the_second) as server:
        client, progress = HttpClient(server.base_url, headers={}), Progress()
        sending = asyncio.create_task(client.send("POST", "/1", body=Upload(MANY, progress)))
        await soon(unread.has_head.wait())
        await soon(stands_still(progress))
        sending.cancel()
        await asyncio.wait({sending})
        assert (await soon(client.send("POST", "/2", body=Upload(PARTS)))).body == b"ok"
        await client.close()


# --- a break ------------------------------------------------------------------------------------------


async def resets_halfway(line: Line) -> None:
    await line.head()
    await line.reader.readexactly(1_000_000)
    line.reset()


async def closes_halfway(line: Line) -> None:
    await line.head()
    await line.reader.readexactly(1_000_000)
    line.close()


async def resets_before_the_body(line: Line) -> None:
    await line.head()
    line.reset()


async def speaks_no_http_halfway(line: Line) -> None:
    await line.head()
    await line.reader.readexactly(1_000_000)
    await line.send(b"220 mail.example ESMTP\r\n\r\n")
    line.close()


HALFWAY: list[Callable[[Line], Awaitable[None]]] = [
    resets_halfway,
    closes_halfway,
    resets_before_the_body,
    speaks_no_http_halfway,
]


@pytest.mark.parametrize("behave", HALFWAY)
async def test_a_break_halfway_means_that_no_call_was_placed(
    behave: Callable[[Line], Awaitable[None]],
) -> None:
    async with serving(behave) as server:
        with pytest.raises(ProviderUnavailable) as failed:
            await upload(server.base_url, MANY)
    assert (failed.value.reason, failed.value.detail) == (Reason.UPLOAD_BROKE, "")


@pytest.mark.parametrize("behave", HALFWAY)
async def test_what_breaks_halfway_has_not_left_and_is_not_sent_again(
    behave: Callable[[Line], Awaitable[None]],
) -> None:
    async with serving(behave) as server:
        sent = Sent(server.base_url, MANY)
        with pytest.raises(ProviderUnavailable):
            await soon(sent.reply())
    assert (sent.leaving.times, len(server.lines)) == (0, 1)


@pytest.mark.parametrize("ending", ["reset", "close"])
async def test_a_break_after_the_last_byte_leaves_the_outcome_unknown(ending: str) -> None:
    async def breaks_after_reading(line: Line) -> None:
        await line.request()
        getattr(line, ending)()

    async with serving(breaks_after_reading) as server:
        sent = Sent(server.base_url, MANY)
        with pytest.raises(OutcomeUnknown) as failed:
            await soon(sent.reply())
    assert (failed.value.reason, sent.leaving.times) == (Reason.CONNECTION_BROKE, 1)


# --- a reply before the end ---------------------------------------------------------------------------


def replies_early(status: int, *, reads_on: bool = False) -> Callable[[Line], Awaitable[None]]:
    async def behave(line: Line) -> None:
        length = await line.head()
        await line.reply(status, b"no", headers={"Connection": "close"})
        await pass_turns()
        if reads_on:
            await line.reader.readexactly(length)
        line.close()

    return behave


@pytest.mark.parametrize("status", [401, 413, 429, 500])
async def test_a_reply_that_comes_early_is_read(status: int) -> None:
    async with serving(replies_early(status, reads_on=True)) as server:
        reply, _ = await upload(server.base_url, MANY)
    assert (reply.status, reply.body) == (status, b"no")


@pytest.mark.xfail(
    strict=True, raises=ProviderUnavailable, reason="asyncio drops what it has not read when a write fails"
)
async def test_a_reply_that_comes_early_is_read_also_if_the_server_closes_at_once() -> None:
    async with serving(replies_early(401)) as server:
        reply, _ = await upload(server.base_url, MANY)
    assert (reply.status, reply.body) == (401, b"no")


async def test_a_reply_that_comes_early_and_is_not_read_is_at_least_no_call() -> None:
    async with serving(replies_early(401)) as server:
        sent = Sent(server.base_url, MANY)
        with pytest.raises(ProviderUnavailable) as failed:
            await soon(sent.reply())
    assert (failed.value.reason, sent.leaving.times) == (Reason.UPLOAD_BROKE, 0)


async def test_a_short_upload_hears_an_early_reply_even_if_the_server_reads_nothing_more() -> None:
    async with serving(replies_early(401)) as server:
        reply, sent = await upload(server.base_url, PARTS)
    assert (reply.status, sent.leaving.times) == (401, 1)


# --- deadlines ----------------------------------------------------------------------------------------


async def test_an_upload_that_stands_still_ends_without_a_call(skip: Callable[[float], None]) -> None:
    unread = Unread()
    async with serving(unread) as server:
        sent = Sent(server.base_url, MANY)
        sending = asyncio.create_task(sent.reply())
        await soon(unread.has_head.wait())
        await stands_still(sent.progress)
        skip(DEADLINE_S + 1)
        with pytest.raises(ProviderUnavailable) as failed:
            await sending
        unread.goes_on.set()
        received = await unread.received
    assert (failed.value.reason, sent.leaving.times) == (Reason.UPLOAD_BROKE, 0)
    assert not is_whole_request(received)


async def test_an_upload_slower_than_the_slowest_ends_without_a_call(
    skip: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def reads_too_slowly(line: Line) -> None:
        await line.head()
        while await line.reader.read(SLOWEST_UPLOAD):
            skip(2)
            await asyncio.sleep(0)

    monkeypatch.setattr(http, "DEADLINE_S", 1e9)  # standing still is allowed, to see the other end
    async with serving(reads_too_slowly) as server:
        sent = Sent(server.base_url, MANY)
        with pytest.raises(ProviderUnavailable) as failed:
            await sent.reply()
    assert (failed.value.reason, sent.leaving.times) == (Reason.UPLOAD_BROKE, 0)


async def test_a_large_upload_has_longer(
    skip: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def reads_fast_enough(line: Line) -> None:
        await line.head()
        while await line.reader.read(SLOWEST_UPLOAD):
            skip(0.5)
            await asyncio.sleep(0)

    monkeypatch.setattr(http, "DEADLINE_S", 1e9)
    async with serving(reads_fast_enough) as server:
        sent = Sent(server.base_url, MANY)
        sending = asyncio.create_task(sent.reply())
        leaving = asyncio.create_task(sent.leaving.happened.wait())
        await asyncio.wait({sending, leaving}, return_when=asyncio.FIRST_COMPLETED)
        assert sent.leaving.times == 1
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending


async def test_the_reply_to_a_large_upload_has_no_longer_than_any(skip: Callable[[float], None]) -> None:
    holding = Holding()
    async with serving(holding) as server:
        sent = Sent(server.base_url, [b"x" * SLOWEST_UPLOAD] * 100)
        sending = asyncio.create_task(sent.reply())
        await soon(holding.arrived.wait())
        skip(DEADLINE_S - 1)
        await pass_turns()
        assert not sending.done()
        skip(2)
        with pytest.raises(OutcomeUnknown) as failed:
            await sending
    assert (failed.value.reason, failed.value.detail) == (Reason.NO_REPLY, "30")


async def test_an_upload_to_nobody_was_not_sent() -> None:
    async def never_shakes_hands(line: Line) -> None:
        await stays_silent(line)

    async with serving(never_shakes_hands) as server:
        sent = Sent(server.base_url.replace("http", "https"), PARTS)
        with pytest.raises(ProviderUnavailable) as failed:
            await soon(sent.reply(deadline_s=-10))
    assert (failed.value.reason, sent.progress.told) == (Reason.NOT_REACHED, [])
