"""What every adapter keeps, over real HTTP. A provider joins through `subjects.SUBJECTS`."""

from __future__ import annotations

import asyncio
import gzip
import logging
from typing import TYPE_CHECKING

import pytest
from loopback import (
    Holding,
    Line,
    SilentFromTheStart,
    answers,
    closed_port,
    is_whole_request,
    serving,
    soon,
    stays_silent,
)
from sounds import Progress
from subjects import MARKER, SUBJECTS, leaked

from app.domain.account import Secret
from app.domain.audio import AudioLink, PreparedAudio
from app.domain.call import CallKind
from app.domain.provider import (
    AudioOrigin,
    Budget,
    InvalidAccount,
    OutcomeUnknown,
    Placed,
    ProviderError,
    ProviderUnavailable,
    UnexpectedReply,
)
from app.domain.provider import (
    Line as LineState,
)
from app.domain.reason import Reason
from app.providers import PROVIDERS
from app.providers.http import DEADLINE_S, REPLY_LIMIT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from subjects import Subject

    from app.domain.provider import CallProvider


class Leaving:
    """Counts how often a request was said to leave."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


async def place(subject: Subject, base_url: str, leaving: Callable[[], None], **fields: str) -> Placed:
    account = subject.account(base_url, **fields)
    try:
        return await soon(account.place(subject.request, leaving))
    finally:
        await account.close()


# --- class facts --------------------------------------------------------------------------------------


ORIGINS = {PreparedAudio: AudioOrigin.FILE, AudioLink: AudioOrigin.LINK}


def test_every_provider_is_in_the_contract_suite_with_all_that_it_can() -> None:
    tried = {
        (each.provider.key, each.request.kind, ORIGINS.get(type(each.request.audio)))
        for each in SUBJECTS.values()
    }
    can = {
        (provider.key, kind, origin)
        for provider in PROVIDERS
        for kind in provider.capabilities.kinds
        for origin in (provider.capabilities.audio_origins if kind is CallKind.AUDIO else {None})
    }
    assert tried == can


def test_provider_keys_are_unique() -> None:
    assert len({provider.key for provider in PROVIDERS}) == len(PROVIDERS)


def test_a_ring_range_is_stated_exactly_by_providers_that_ring(subject: Subject) -> None:
    can = subject.provider.capabilities
    assert (can.ring is not None) == (CallKind.RING in can.kinds)


def test_where_sound_comes_from_is_stated_exactly_by_providers_that_play_it(subject: Subject) -> None:
    can = subject.provider.capabilities
    assert bool(can.audio_origins) == (CallKind.AUDIO in can.kinds)


def test_formats_are_stated_exactly_by_providers_that_take_files(subject: Subject) -> None:
    can = subject.provider.capabilities
    assert bool(can.audio_formats) == (AudioOrigin.FILE in can.audio_origins)


def test_the_usual_ring_time_is_an_allowed_one(subject: Subject) -> None:
    ring = subject.provider.capabilities.ring
    assert ring is None or ring.default in ring


def test_account_field_keys_are_unique(subject: Subject) -> None:
    keys = [field.key for field in subject.provider.account_fields]
    assert len(keys) == len(set(keys))


def test_every_account_field_has_a_label(subject: Subject) -> None:
    assert all(field.label for field in subject.provider.account_fields)


def test_no_secret_has_a_default(subject: Subject) -> None:
    assert not any(field.default for field in subject.provider.account_fields if field.secret)


def test_the_default_base_url_is_secure(subject: Subject) -> None:
    (base_url,) = (field for field in subject.provider.account_fields if field.key == "base_url")
    assert base_url.default.startswith("https://")


# --- a call -------------------------------------------------------------------------------------------


async def test_a_placed_call_has_the_providers_id(subject: Subject) -> None:
    async with serving(answers(subject.placed)) as server:
        assert (await place(subject, server.base_url, Leaving())).provider_call_id == subject.provider_call_id


async def test_a_placed_call_left_once(subject: Subject) -> None:
    leaving = Leaving()
    async with serving(answers(subject.placed)) as server:
        await place(subject, server.base_url, leaving)
    assert (leaving.times, server.posts) == (1, 1)


async def test_no_whole_request_leaves_before_leaving_was_announced(subject: Subject) -> None:
    class NotRecorded(Exception):
        pass

    def refuse_to_leave() -> None:
        raise NotRecorded

    received = asyncio.get_running_loop().create_future()

    async def note_what_comes(line: Line) -> None:
        received.set_result(await line.reader.read())

    async with serving(note_what_comes) as server:
        with pytest.raises(NotRecorded):
            await place(subject, server.base_url, refuse_to_leave)
        assert not is_whole_request(await soon(received))


async def test_an_upload_tells_of_every_byte_of_its_body(subject: Subject) -> None:
    progress = Progress()
    async with serving(answers(subject.placed)) as server:
        account = subject.account(server.base_url)
        await soon(account.place(subject.request, Leaving(), progress))
        await account.close()
    size = len(server.requests[0].body)
    assert progress.told[-1:] == ([(size, size)] if subject.request.kind is CallKind.AUDIO else [])


async def test_a_base_url_with_slash_and_capitals_reaches_the_same_paths(subject: Subject) -> None:
    async with serving(answers(subject.placed)) as server:
        await place(subject, server.base_url, Leaving())
        await place(subject, " " + server.base_url.replace("http", "HTTP") + "/ ", Leaving())
    assert server.requests[0].target == server.requests[1].target


# --- whatever happens to it ---------------------------------------------------------------------------


async def resets_after_the_request(line: Line) -> None:
    await line.request()
    line.reset()


async def closes_after_the_request(line: Line) -> None:
    await line.request()
    line.close()


async def resets_after_half_the_request(line: Line) -> None:
    await line.reader.readexactly(20)
    line.reset()


async def resets_halfway_through_the_reply(line: Line) -> None:
    await line.request()
    await line.reply(200, b'{"success": true, ', length=200)
    line.reset()


async def closes_halfway_through_the_reply(line: Line) -> None:
    await line.request()
    await line.reply(200, b'{"success": true, ', length=200)
    line.close()


async def speaks_no_http(line: Line) -> None:
    await line.request()
    await line.send(b"220 mail.example ESMTP\r\n\r\n")
    line.close()


async def never_ends_its_headers(line: Line) -> None:
    await line.request()
    await line.send(b"HTTP/1.1 200 OK\r\nX-Much: " + b"x" * 200_000)
    await stays_silent(line)


async def never_ends_its_reply(line: Line) -> None:
    await line.request()
    await line.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        await line.send(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")


HTML = b"<!doctype html><title>Welcome</title><p>It works!"

FAULTS: dict[str, tuple[Callable[[Line], Awaitable[None]], type[ProviderError]]] = {
    "reset after the request": (resets_after_the_request, OutcomeUnknown),
    "closed after the request": (closes_after_the_request, OutcomeUnknown),
    "reset halfway through the reply": (resets_halfway_through_the_reply, OutcomeUnknown),
    "closed halfway through the reply": (closes_halfway_through_the_reply, OutcomeUnknown),
    "no HTTP": (speaks_no_http, OutcomeUnknown),
    "endless headers": (never_ends_its_headers, OutcomeUnknown),
    "an endless reply": (never_ends_its_reply, UnexpectedReply),
    "a reply over the limit": (answers(b"x" * (REPLY_LIMIT + 1)), UnexpectedReply),
    "a small reply that unpacks to one over the limit": (
        answers(gzip.compress(b"x" * (REPLY_LIMIT + 1)), headers={"Content-Encoding": "gzip"}),
        UnexpectedReply,
    ),
    "broken compression": (answers(b"not gzip", headers={"Content-Encoding": "gzip"}), UnexpectedReply),
    "an HTML page": (answers(HTML), UnexpectedReply),
    "a gateway's HTML page": (answers(HTML, status=502), UnexpectedReply),
    "a gateway's HTML page for its own timeout": (answers(HTML, status=504), UnexpectedReply),
    "an empty reply": (answers(b""), UnexpectedReply),
    "an empty object": (answers(b"{}"), UnexpectedReply),
    "another JSON": (answers(b"[[]]"), UnexpectedReply),
    "bytes that are no UTF-8": (answers(b'{"\xff": "\xff"}'), UnexpectedReply),
    "endless nesting": (answers(b"[" * 500_000), UnexpectedReply),
    "endless nesting in an error": (answers(b'{"error": ' + b"[" * 500_000, status=500), UnexpectedReply),
    "a redirect to nowhere": (answers(b"", status=302, headers={"Location": "http://[::"}), OutcomeUnknown),
}


async def resets_on_arrival(line: Line) -> None:
    line.reset()


EARLY_FAULTS = {
    "reset on arrival": resets_on_arrival,
    "reset after half the request": resets_after_half_the_request,
}
"""Whether the request had left by then is a matter of chance."""
ALL_FAULTS = {name: behave for name, (behave, _) in FAULTS.items()} | EARLY_FAULTS


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_after_leaving_is_told_as_what_it_is(subject: Subject, fault: str) -> None:
    behave, error = FAULTS[fault]
    async with serving(behave) as server:
        with pytest.raises(error) as failed:
            await place(subject, server.base_url, Leaving())
    assert failed.type is error


@pytest.mark.parametrize("fault", FAULTS)
async def test_no_fault_sends_a_call_twice(subject: Subject, fault: str) -> None:
    leaving = Leaving()
    async with serving(FAULTS[fault][0]) as server:
        with pytest.raises(ProviderError):
            await place(subject, server.base_url, leaving)
    assert (leaving.times, len(server.lines)) == (1, 1)


@pytest.mark.parametrize("fault", ALL_FAULTS)
async def test_no_fault_shows_a_secret_or_a_sound(subject: Subject, fault: str) -> None:
    async with serving(ALL_FAULTS[fault]) as server:
        with pytest.raises(ProviderError) as failed:
            await place(subject, server.base_url, Leaving())
    assert not leaked(repr(failed.value) + str(failed.value) + failed.value.detail)


@pytest.mark.parametrize("fault", EARLY_FAULTS)
async def test_an_early_fault_is_unknown_exactly_if_the_call_had_left(subject: Subject, fault: str) -> None:
    leaving = Leaving()
    async with serving(EARLY_FAULTS[fault]) as server:
        with pytest.raises((OutcomeUnknown, ProviderUnavailable)) as failed:
            await place(subject, server.base_url, leaving)
    assert (failed.type is OutcomeUnknown) == bool(leaving.times)


@pytest.mark.parametrize("fault", EARLY_FAULTS)
async def test_no_early_fault_sends_a_call_twice(subject: Subject, fault: str) -> None:
    leaving = Leaving()
    async with serving(EARLY_FAULTS[fault]) as server:
        with pytest.raises(ProviderError):
            await place(subject, server.base_url, leaving)
    assert (leaving.times <= 1, len(server.lines)) == (True, 1)


async def test_a_refused_connection_is_unavailable(subject: Subject) -> None:
    with pytest.raises(ProviderUnavailable, match=r"The connection was refused\."):
        await place(subject, f"http://127.0.0.1:{closed_port()}", Leaving())


async def test_nothing_leaves_over_a_refused_connection(subject: Subject) -> None:
    leaving = Leaving()
    with pytest.raises(ProviderUnavailable):
        await place(subject, f"http://127.0.0.1:{closed_port()}", leaving)
    assert leaving.times == 0


async def test_a_reply_after_the_deadline_leaves_the_outcome_unknown(
    subject: Subject, skip: Callable[[float], None]
) -> None:
    async def comes_too_late(line: Line) -> None:
        await line.request()
        skip(DEADLINE_S + 1)
        await stays_silent(line)

    async with serving(comes_too_late) as server:
        account = subject.account(server.base_url)
        with pytest.raises(OutcomeUnknown) as failed:
            await account.place(subject.request, Leaving())
        await account.close()
    assert (failed.value.reason, failed.value.detail) == (Reason.NO_REPLY, "30")


async def test_a_trickling_reply_ends_at_the_deadline(
    subject: Subject, skip: Callable[[float], None]
) -> None:
    async def trickles(line: Line) -> None:
        await line.request()
        await line.reply(200, b"", length=1000)
        while True:
            await line.send(b" ")
            skip(DEADLINE_S / 4)
            await asyncio.sleep(0)

    async with serving(trickles) as server:
        account = subject.account(server.base_url)
        with pytest.raises(OutcomeUnknown) as failed:
            await account.place(subject.request, Leaving())
        await account.close()
    assert failed.value.reason is Reason.NO_REPLY


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_takes_no_secret_to_another_host(subject: Subject, status: int) -> None:
    async with serving(answers(subject.placed)) as other:
        headers = {"Location": f"{other.base_url}/elsewhere"}
        async with serving(answers(b"", status=status, headers=headers)) as server:
            with pytest.raises(UnexpectedReply):
                await place(subject, server.base_url, Leaving())
    assert other.lines == []


# --- cancelling ---------------------------------------------------------------------------------------


async def test_cancelling_before_leaving_sends_nothing(subject: Subject) -> None:
    leaving, server_behaviour = Leaving(), SilentFromTheStart()
    async with serving(server_behaviour) as server:  # it never answers the TLS handshake
        account = subject.account(server.base_url.replace("http", "https"))
        placing = asyncio.create_task(account.place(subject.request, leaving))
        await soon(server_behaviour.arrived.wait())
        placing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await placing
        await account.close()
    assert leaving.times == 0


async def test_cancelling_after_leaving_leaves_one_call_behind(subject: Subject) -> None:
    leaving, holding = Leaving(), Holding()
    async with serving(holding) as server:
        account = subject.account(server.base_url)
        placing = asyncio.create_task(account.place(subject.request, leaving))
        await soon(holding.arrived.wait())
        placing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await placing
        await account.close()
    assert (leaving.times, server.posts) == (1, 1)


async def test_an_account_is_usable_after_a_cancelled_call(subject: Subject) -> None:
    holding = Holding()

    async def holds_the_first(line: Line) -> None:
        await (holding if len(server.lines) == 1 else answers(subject.placed))(line)

    async with serving(holds_the_first) as server:
        account = subject.account(server.base_url)
        placing = asyncio.create_task(account.place(subject.request, Leaving()))
        await soon(holding.arrived.wait())
        placing.cancel()
        await asyncio.wait({placing})
        assert await soon(account.place(subject.request, Leaving()))
        await account.close()


# --- a warm connection --------------------------------------------------------------------------------


def answers_both(subject: Subject) -> Callable[[Line], Awaitable[None]]:
    async def behave(line: Line) -> None:
        while True:
            request = await line.request()
            await line.reply(200, subject.placed if request.method == "POST" else subject.connected)

    return behave


async def test_the_line_is_asked_for_its_state(subject: Subject) -> None:
    async with serving(answers_both(subject)) as server:
        account = subject.account(server.base_url)
        assert (await soon(account.connection())).line is LineState.CONNECTED
        await account.close()


async def test_a_call_takes_the_connection_that_is_warm(subject: Subject) -> None:
    async with serving(answers_both(subject)) as server:
        account = subject.account(server.base_url)
        await soon(account.connection())
        await soon(account.place(subject.request, Leaving()))
        await account.close()
    assert (len(server.requests), len(server.lines)) == (2, 1)


@pytest.mark.parametrize("ending", ["close", "reset"])
async def test_a_warm_connection_that_ended_meanwhile_costs_no_call(subject: Subject, ending: str) -> None:
    leaving = Leaving()
    async with serving(answers_both(subject)) as server:
        account = subject.account(server.base_url)
        await soon(account.connection())
        (line,) = server.lines
        getattr(line, ending)()
        assert await soon(account.place(subject.request, leaving))
        await account.close()
    assert (leaving.times, server.posts, len(server.lines)) == (1, 1, 2)


async def test_an_account_is_usable_after_it_was_closed(subject: Subject) -> None:
    async with serving(answers(subject.placed)) as server:
        account = subject.account(server.base_url)
        await account.close()
        assert await soon(account.place(subject.request, Leaving()))
        await account.close()


# --- the budget ---------------------------------------------------------------------------------------

TOLD = {"X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "42", "X-RateLimit-Reset": "1790000000"}


async def test_no_budget_is_known_before_the_first_reply(subject: Subject) -> None:
    assert subject.account("https://calls.example").budget is None


async def test_the_newest_reply_tells_the_budget(subject: Subject) -> None:
    async with serving(answers(subject.placed, headers=TOLD)) as server:
        account = subject.account(server.base_url)
        await soon(account.place(subject.request, Leaving()))
        await account.close()
    budget = account.budget
    assert isinstance(budget, Budget)
    assert (budget.limit, budget.remaining, budget.resets_at.timestamp()) == (100, 42, 1790000000)


async def test_a_reply_without_a_budget_keeps_the_last_one_told(subject: Subject) -> None:
    replies = iter([TOLD, {}])

    async def tells_once(line: Line) -> None:
        while True:
            await line.request()
            await line.reply(200, subject.placed, headers=next(replies))

    async with serving(tells_once) as server:
        account = subject.account(server.base_url)
        await soon(account.place(subject.request, Leaving()))
        told = account.budget
        await soon(account.place(subject.request, Leaving()))
        await account.close()
    assert account.budget == told


# --- settings that cannot be used ---------------------------------------------------------------------


def test_a_base_url_that_would_send_a_secret_in_clear_is_refused(subject: Subject) -> None:
    with pytest.raises(InvalidAccount, match="in clear"):
        subject.account("http://calls.example")


@pytest.mark.parametrize(
    "secret", ["two words " + MARKER, MARKER + "\nX-Evil: 1", MARKER + "é", MARKER + "\x00"]
)
def test_a_secret_that_no_header_carries_is_refused_unseen(subject: Subject, secret: str) -> None:
    with pytest.raises(InvalidAccount) as refused:
        subject.provider(
            {**subject.fields, "base_url": "https://calls.example"},
            {key: Secret(secret) for key in subject.secrets},
        )
    assert MARKER not in repr(refused.value) + str(refused.value)


# --- secrets ------------------------------------------------------------------------------------------


def log_everything(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        caplog.set_level(logging.DEBUG, logger=name)


async def use_everything(account: CallProvider, subject: Subject) -> str:
    """Return the repr of everything that an account answers."""
    shown = [repr(account), repr(await soon(account.connection()))]
    shown.append(repr(await soon(account.place(subject.request, Leaving()))))
    shown.append(repr(account.budget))
    return "".join(shown)


async def test_no_log_line_shows_a_secret_or_a_sound(
    subject: Subject, caplog: pytest.LogCaptureFixture
) -> None:
    log_everything(caplog)
    async with serving(answers_both(subject)) as server:
        account = subject.account(server.base_url)
        await use_everything(account, subject)
        await account.close()
    assert not leaked(caplog.text)


@pytest.mark.parametrize("fault", ALL_FAULTS)
async def test_no_log_line_shows_a_secret_or_a_sound_after_a_fault(
    subject: Subject, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    log_everything(caplog)
    async with serving(ALL_FAULTS[fault]) as server:
        with pytest.raises(ProviderError):
            await place(subject, server.base_url, Leaving())
    assert not leaked(caplog.text)


async def test_no_answer_shows_a_secret_or_a_sound(subject: Subject) -> None:
    async with serving(answers_both(subject)) as server:
        account = subject.account(server.base_url)
        shown = await use_everything(account, subject)
        await account.close()
    assert not leaked(shown)


async def test_no_request_has_a_secret_or_a_sound_in_its_query(subject: Subject) -> None:
    async with serving(answers_both(subject)) as server:
        account = subject.account(server.base_url)
        await use_everything(account, subject)
        await account.close()
    assert not any(leaked(request.target.partition("?")[2]) for request in server.requests)
