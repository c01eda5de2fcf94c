"""Fetching a file from an address that a provider gave."""

from __future__ import annotations

import logging
import ssl
from typing import TYPE_CHECKING

import pytest
from loopback import Line, answers, closed_port, serving, soon, stays_silent

from app.domain.provider import InvalidRequest, ProviderError, ProviderUnavailable, UnexpectedReply
from app.domain.reason import Reason
from app.providers import download as module
from app.providers.download import DEADLINE_S, MOST_REDIRECTS, Download, download
from app.providers.http import USER_AGENT

if TYPE_CHECKING:
    from collections.abc import Callable

    import trustme

KEY = "marker-key-27d8"
SOUND = bytes(range(256)) * 40


async def error_of(url: str, *, here: bool = True) -> ProviderError:
    with pytest.raises(ProviderError) as failed:
        await soon(download(url, here=here))
    return failed.value


async def test_a_file_is_fetched_with_what_it_is_said_to_be() -> None:
    async with serving(answers(SOUND, headers={"Content-Type": "Audio/MPEG; x=1"})) as server:
        file = await soon(download(f"{server.base_url}/a.mp3?key={KEY}", here=True))
    assert file == Download("audio/mpeg", SOUND)


async def test_the_address_is_told_who_asks_and_no_more() -> None:
    async with serving(answers(SOUND)) as server:
        await soon(download(f"{server.base_url}/a.mp3?key={KEY}", here=True))
    (request,) = server.requests
    assert (request.method, request.target) == ("GET", f"/a.mp3?key={KEY}")
    assert request.headers["user-agent"] == USER_AGENT
    assert request.headers.keys() <= {"host", "accept", "accept-encoding", "connection", "user-agent"}


# --- where it may be ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "http://files.example/a.mp3",
        "ftp://files.example/a.mp3",
        "file:///etc/passwd",
        "//files.example/a.mp3",
        "/a.mp3",
        "a.mp3",
        "",
        "https://",
        "https://[::1/a.mp3",
        "https://files.example:port/a.mp3",
        "https://files.example/\x00",
    ],
)
@pytest.mark.parametrize("here", [True, False])
async def test_what_is_no_https_address_is_not_asked(url: str, here: bool) -> None:
    error = await error_of(url, here=here)
    assert (type(error), error.detail) == (UnexpectedReply, "it names no https address")


async def test_this_computer_is_asked_by_http_only_where_that_is_where_the_provider_is() -> None:
    async with serving(answers(SOUND)) as server:
        assert type(await error_of(server.base_url, here=False)) is UnexpectedReply
    assert server.lines == []


# --- redirects ----------------------------------------------------------------------------------------


def redirects_to(where: str, status: int = 302) -> Callable[[Line], object]:
    return answers(b"", status=status, headers={"Location": where})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_followed(status: int) -> None:
    async with (
        serving(answers(SOUND)) as other,
        serving(redirects_to(f"{other.base_url}/b.mp3", status)) as server,
    ):
        assert (await soon(download(server.base_url, here=True))).data == SOUND


async def test_a_redirect_may_name_a_path_alone() -> None:
    async def moves(line: Line) -> None:
        while True:
            request = await line.request()
            found = request.target == "/new"
            await line.reply(200 if found else 302, b"here" if found else b"", headers={"Location": "new"})

    async with serving(moves) as server:
        assert (await soon(download(f"{server.base_url}/old", here=True))).data == b"here"


@pytest.mark.parametrize("where", ["http://files.example/a.mp3", "ftp://files.example", ""])
async def test_no_redirect_leads_to_http_elsewhere(where: str) -> None:
    async with serving(redirects_to(where)) as server:
        assert type(await error_of(server.base_url)) is UnexpectedReply


@pytest.fixture
def server_tls(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


@pytest.fixture
def _trusted(monkeypatch: pytest.MonkeyPatch, ca_file: str) -> None:
    true_context = module.tls_context
    monkeypatch.setattr(module, "tls_context", lambda _: true_context(ca_file))


@pytest.mark.usefixtures("_trusted")
async def test_no_redirect_leads_from_https_to_http(server_tls: ssl.SSLContext) -> None:
    async with (
        serving(answers(SOUND)) as other,
        serving(redirects_to(f"{other.base_url}/b.mp3"), tls=server_tls) as server,
    ):
        assert type(await error_of(server.base_url, here=False)) is UnexpectedReply
    assert (len(server.requests), other.lines) == (1, [])


@pytest.mark.usefixtures("_trusted")
async def test_a_file_comes_by_https(server_tls: ssl.SSLContext) -> None:
    async with serving(answers(SOUND), tls=server_tls) as server:
        assert (await soon(download(server.base_url))).data == SOUND


async def test_a_server_that_is_not_trusted_is_not_asked(server_tls: ssl.SSLContext) -> None:
    async with serving(answers(SOUND), tls=server_tls) as server:
        assert type(await error_of(server.base_url, here=False)) is ProviderUnavailable
    assert server.requests == []


async def test_redirects_in_a_circle_end() -> None:
    async with serving(redirects_to("/again")) as server:
        assert type(await error_of(server.base_url)) is UnexpectedReply
    assert len(server.requests) == MOST_REDIRECTS + 1


# --- what comes instead of a file ---------------------------------------------------------------------


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
async def test_a_refusal_means_that_there_is_no_recording(status: int) -> None:
    async with serving(answers(b"<Error>", status=status)) as server:
        error = await error_of(server.base_url)
    assert (type(error), error.reason) == (InvalidRequest, Reason.NO_RECORDING)


@pytest.mark.parametrize("status", [201, 206, 304, 500, 502])
async def test_any_other_status_is_unexpected(status: int) -> None:
    async with serving(answers(b"", status=status)) as server:
        error = await error_of(server.base_url)
    assert (type(error), error.detail) == (UnexpectedReply, f"an undocumented HTTP {status}")


@pytest.mark.parametrize("over", [0, 1])
async def test_a_file_over_the_limit_is_given_up(over: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMIT", len(SOUND) - over)
    async with serving(answers(SOUND)) as server:
        if over:
            assert (await error_of(server.base_url)).detail == "it is larger than 9 KiB"
        else:
            assert (await soon(download(server.base_url, here=True))).data == SOUND


async def resets(line: Line) -> None:
    await line.request()
    line.reset()


async def ends_halfway(line: Line) -> None:
    await line.request()
    await line.reply(200, b"half", length=8)
    line.close()


async def speaks_no_http(line: Line) -> None:
    await line.request()
    await line.send(b"220 mail.example ESMTP\r\n\r\n")
    line.close()


@pytest.mark.parametrize("breaks", [resets, ends_halfway, speaks_no_http, redirects_to("http://[::")])
async def test_a_broken_connection_is_no_answer(breaks: Callable[[Line], object]) -> None:
    async with serving(breaks) as server:
        error = await error_of(server.base_url)
    assert (type(error), error.reason) == (ProviderUnavailable, Reason.NO_ANSWER)


async def test_a_refused_connection_is_no_answer() -> None:
    error = await error_of(f"http://127.0.0.1:{closed_port()}")
    assert (type(error), error.reason) == (ProviderUnavailable, Reason.NO_ANSWER)


async def test_what_never_ends_is_given_up(skip: Callable[[float], None]) -> None:
    async def never_answers(line: Line) -> None:
        await line.request()
        skip(DEADLINE_S + 1)
        await stays_silent(line)

    async with serving(never_answers) as server:
        with pytest.raises(ProviderUnavailable):
            await download(server.base_url, here=True)


@pytest.mark.parametrize("status", [200, 302, 404, 500])
async def test_no_log_line_and_no_error_shows_the_address(
    status: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        caplog.set_level(logging.DEBUG, logger=name)
    async with serving(
        answers(b"", status=status, headers={"Location": f"http://x.example/{KEY}"})
    ) as server:
        try:
            await soon(download(f"{server.base_url}/{KEY}", here=True))
        except ProviderError as error:
            logging.getLogger("the caller").info("Failed %r", error, exc_info=True)
    assert KEY not in caplog.text


@pytest.mark.parametrize("url", [f"https://[{KEY}", f"https://x.example:{KEY}", f"https://{KEY}\x00/"])
async def test_no_address_that_is_none_is_shown(url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    error = await error_of(url)
    logging.getLogger("the caller").info("Failed %r", error, exc_info=error)
    assert KEY not in caplog.text
