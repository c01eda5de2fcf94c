"""Trying a link: what it says of itself, and why it cannot be used, without fetching the sound."""

from __future__ import annotations

import asyncio
import logging
import socket
from typing import TYPE_CHECKING

import pytest
from loopback import Line, answers, closed_port, serving, soon, stays_silent
from sounds import LINK_MARKER

from app.domain.audio import AudioLink
from app.domain.detail import Detail
from app.domain.provider import InvalidRequest, ProviderError, ProviderUnavailable
from app.providers.http import USER_AGENT
from app.providers.link_check import DEADLINE_S, MOST_REDIRECTS, check_link
from app.services.link_choice import LinkAnswer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from loopback import Loopback

PATH = f"/hello.mp3?key={LINK_MARKER}"


def tells(
    kind: str, status: int = 200, headers: Mapping[str, str] | None = None
) -> Callable[[Line], Awaitable[None]]:
    return answers(b"ID3", status=status, headers={"Content-Type": kind, **(headers or {})})


async def check(server: Loopback, path: str = PATH) -> LinkAnswer:
    return await soon(check_link(AudioLink.parse(server.base_url + path)))


# --- what a link says of itself -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "path", "is_audio"),
    [
        ("audio/mpeg", "/a", True),
        ("audio/ogg; codecs=opus", "/a", True),
        ("Audio/X-Wav", "/a", True),
        ("application/ogg", "/a", True),
        ("video/mp4", "/a", True),
        ("video/ogg", "/a", True),
        ("video/webm", "/a", True),
        ("video/x-msvideo", "/a.mp3", False),
        ("text/html; charset=utf-8", "/a.mp3", False),
        ("application/json", "/a.mp3", False),
        ("image/png", "/a.mp3", False),
        ("application/octet-stream", "/a.mp3", True),
        ("application/octet-stream", "/A.OPUS", True),
        ("binary/octet-stream", "/a.m4a?key=1", True),
        ("", "/a.wav", True),
        ("", "/a.ogg", True),
        ("application/octet-stream", "/a.exe", False),
        ("application/octet-stream", "/a?name=a.mp3", False),
        ("", "/", False),
    ],
)
async def test_whether_it_is_audio_is_told(kind: str, path: str, is_audio: bool) -> None:
    async with serving(tells(kind)) as server:
        assert (await check(server, path)).is_audio == is_audio


async def test_a_server_that_names_no_kind_is_judged_by_the_ending() -> None:
    async def names_nothing(line: Line) -> None:
        await line.request()
        await line.send(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nID3")

    async with serving(names_nothing) as server:
        assert await check(server, "/a.oga") == LinkAnswer("", 3, is_audio=True)


async def test_the_kind_and_the_size_are_told() -> None:
    async with serving(tells("audio/mpeg; x=1")) as server:
        assert await check(server) == LinkAnswer("audio/mpeg", 3, is_audio=True)


async def test_a_size_that_is_not_told_is_not_known() -> None:
    async def in_chunks(line: Line) -> None:
        await line.request()
        await line.send(b"HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\nTransfer-Encoding: chunked\r\n\r\n")
        await stays_silent(line)

    async with serving(in_chunks) as server:
        assert (await check(server)).size is None


# --- redirects ----------------------------------------------------------------------------------------


def redirects(times: int, *, first_path: str = "/a") -> Callable[[Line], Awaitable[None]]:
    """Lead from `first_path` to another place that many times, then to a sound."""

    async def behave(line: Line) -> None:
        while True:
            request = await line.request()
            n = 0 if request.target == first_path else int(request.target.partition("-")[2].partition(".")[0])
            if n < times:
                await line.reply(302, headers={"Location": f"/to-{n + 1}.mp3"})
            else:
                await line.reply(200, b"ID3", headers={"Content-Type": "application/octet-stream"})

    return behave


@pytest.mark.parametrize("times", [1, MOST_REDIRECTS])
async def test_a_redirect_is_followed_and_the_last_ending_counts(times: int) -> None:
    async with serving(redirects(times)) as server:
        assert (await check(server, "/a")).is_audio


async def test_too_many_redirects_are_no_answer() -> None:
    async with serving(redirects(MOST_REDIRECTS + 1)) as server:
        with pytest.raises(ProviderUnavailable, match="The link does not answer"):
            await check(server, "/a")


@pytest.mark.parametrize("to", ["ftp://127.0.0.1/a.mp3", "file:///etc/passwd", "http://[::", "http://"])
async def test_a_redirect_to_where_nothing_can_be_fetched_is_no_answer(to: str) -> None:
    async with serving(answers(b"", status=302, headers={"Location": to})) as server:
        with pytest.raises(ProviderUnavailable, match="The link does not answer"):
            await check(server)


async def test_a_redirect_to_nowhere_is_refused() -> None:
    async with serving(answers(b"", status=302)) as server:
        with pytest.raises(InvalidRequest, match="HTTP 302"):
            await check(server)


# --- refusals and silence -----------------------------------------------------------------------------


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 500, 503])
async def test_a_status_that_refuses_is_named(status: int) -> None:
    async with serving(tells("audio/mpeg", status)) as server:
        with pytest.raises(InvalidRequest, match=f"answers with HTTP {status}:"):
            await check(server)


async def test_a_refused_connection_is_said() -> None:
    with pytest.raises(ProviderUnavailable, match=r"does not answer\. The connection was refused\."):
        await soon(check_link(AudioLink(f"http://127.0.0.1:{closed_port()}/a.mp3")))


async def test_a_name_that_is_not_found_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    async def find_nothing(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", find_nothing)
    with pytest.raises(ProviderUnavailable, match="Its name could not be found"):
        await soon(check_link(AudioLink("https://files.example/a.mp3")))


async def test_a_name_that_no_resolver_takes_is_no_answer() -> None:
    with pytest.raises(ProviderUnavailable, match="does not answer"):
        await soon(check_link(AudioLink("https://xn--a/a.mp3")))


@pytest.mark.parametrize("setting", ["nonsense://proxy", "http://proxy:port", "://"])
async def test_a_proxy_setting_that_cannot_be_used_is_no_answer(
    monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", setting)
    with pytest.raises(ProviderUnavailable, match="does not answer"):
        await soon(check_link(AudioLink("https://files.example/a.mp3")))


async def test_a_socks_proxy_that_hangs_up_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    async def hangs_up(line: Line) -> None:
        await line.reader.read(1)
        line.close()

    async with serving(hangs_up) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.base_url.replace("http", "socks5"))
        with pytest.raises(ProviderUnavailable, match="does not answer"):
            await soon(check_link(AudioLink("https://files.example/a.mp3")))


async def test_a_server_that_stays_silent_is_no_answer(skip: Callable[[float], None]) -> None:
    async def says_nothing(line: Line) -> None:
        await line.request()
        skip(DEADLINE_S + 1)
        await stays_silent(line)

    async with serving(says_nothing) as server:
        with pytest.raises(ProviderUnavailable, match="does not answer"):
            await check_link(AudioLink.parse(server.base_url + PATH))


async def test_a_server_that_trickles_its_headers_ends_at_the_deadline(skip: Callable[[float], None]) -> None:
    async def trickles(line: Line) -> None:
        await line.request()
        await line.send(b"HTTP/1.1 200 OK\r\n")
        while True:
            await line.send(b"X-More: 1\r\n")
            skip(DEADLINE_S / 8)
            await asyncio.sleep(0)

    async with serving(trickles) as server:
        with pytest.raises(ProviderUnavailable, match="does not answer"):
            await check_link(AudioLink.parse(server.base_url + PATH))


@pytest.mark.parametrize("noise", [b"", b"220 mail.example ESMTP\r\n\r\n", b"\x00" * 100])
async def test_a_server_that_speaks_no_http_is_no_answer(noise: bytes) -> None:
    async def speaks_otherwise(line: Line) -> None:
        await line.request()
        await line.send(noise)
        line.close()

    async with serving(speaks_otherwise) as server:
        with pytest.raises(ProviderUnavailable, match="does not answer"):
            await check(server)


async def test_why_it_is_refused_can_be_said_in_another_language() -> None:
    async with serving(tells("audio/mpeg", 404)) as server:
        with pytest.raises(ProviderError) as failed:
            await check(server)
    assert isinstance(failed.value.detail, Detail)


async def test_why_it_does_not_answer_can_be_said_in_another_language() -> None:
    with pytest.raises(ProviderError) as failed:
        await soon(check_link(AudioLink(f"http://127.0.0.1:{closed_port()}/a.mp3")))
    assert isinstance(failed.value.detail, Detail)


# --- what is left behind ------------------------------------------------------------------------------


async def test_it_asks_once_as_a_provider_would() -> None:
    async with serving(tells("audio/mpeg")) as server:
        await check(server)
    (request,) = server.requests
    assert (request.method, request.target) == ("GET", PATH)
    assert request.headers["user-agent"] == USER_AGENT
    assert "token" not in request.headers


async def test_no_cookie_is_kept() -> None:
    async with serving(tells("audio/mpeg", headers={"Set-Cookie": "a=b"})) as server:
        await check(server)
        await check(server)
    assert [request.headers.get("cookie") for request in server.requests] == [None, None]


async def test_the_sound_itself_is_not_fetched() -> None:
    gone = asyncio.Event()
    sent = 0

    async def sends_for_ever(line: Line) -> None:
        nonlocal sent
        await line.request()
        try:
            await line.send(
                b"HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\nContent-Length: 9999999999\r\n\r\n"
            )
            while sent < 64_000_000:
                await line.send(b"x" * 65_536)
                sent += 65_536
        finally:
            gone.set()

    async with serving(sends_for_ever) as server:
        assert (await check(server)).size == 9_999_999_999
        await soon(gone.wait())
    assert sent < 64_000_000


@pytest.mark.parametrize("status", [200, 302, 404])
async def test_no_log_line_and_no_error_shows_the_link(status: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    shown = []
    async with serving(tells("audio/mpeg", status, {"Location": PATH})) as server:
        try:
            shown.append(repr(await check(server)))
        except ProviderError as error:
            shown.append(repr(error) + error.detail)
    assert LINK_MARKER not in caplog.text + shown[0]
