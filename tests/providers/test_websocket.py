from __future__ import annotations

import logging
import ssl
from typing import TYPE_CHECKING

import pytest
from loopback import CLOSE, PING, Line, answers, closed_port, serving, soon, stays_silent

from app.domain.provider import InvalidAccount, ProviderError, ProviderUnavailable
from app.providers.http import USER_AGENT
from app.providers.websocket import OPEN_DEADLINE_S, PING_INTERVAL_S, text_frames

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    import trustme

    from app.providers.http import Reply

MARKER = "marker-token-5e1f"


class Refused(ProviderError):
    """Keeps the reply that an upgrade was refused with."""

    def __init__(self, reply: Reply) -> None:
        super().__init__()
        self.reply = reply


def frames_of(base_url: str, ca_file: str = "") -> AbstractAsyncContextManager:
    return text_frames(f"{base_url}/ws/support", {"token": MARKER}, ca_file, refused=Refused)


async def sends_two(line: Line) -> None:
    await line.upgrade()
    await line.send_frame(b'{"frame": "\xc3\xa9"}')
    await line.send_frame(b"x" * 100_000)
    await line.send_frame(b"\x03\xe8", kind=CLOSE)
    await line.frame_kind()
    line.close()


async def listen(base_url: str, ca_file: str = "") -> list[str]:
    async with frames_of(base_url, ca_file) as frames:
        return [frame async for frame in frames]


async def test_text_frames_come_until_the_server_closes() -> None:
    async with serving(sends_two) as server:
        assert await soon(listen(server.base_url)) == ['{"frame": "é"}', "x" * 100_000]


async def test_the_secret_travels_in_the_header() -> None:
    async with serving(sends_two) as server:
        await soon(listen(server.base_url))
    assert server.requests[0].headers["token"] == MARKER


async def test_the_secret_is_not_in_the_address() -> None:
    async with serving(sends_two) as server:
        await soon(listen(server.base_url))
    assert server.requests[0].target == "/ws/support"


async def test_the_upgrade_says_who_asks() -> None:
    async with serving(sends_two) as server:
        await soon(listen(server.base_url))
    assert server.requests[0].headers["user-agent"] == USER_AGENT


async def test_binary_frames_are_passed_over() -> None:
    async def sends_binary_first(line: Line) -> None:
        await line.upgrade()
        await line.send_frame(b"\x00\xff", kind=0x82)
        await sends_the_rest(line)

    async def sends_the_rest(line: Line) -> None:
        await line.send_frame(b"text")
        line.close()

    async with serving(sends_binary_first) as server:
        assert await soon(listen(server.base_url)) == ["text"]


async def test_a_frame_with_someone_elses_media_is_received() -> None:
    async def sends_media(line: Line) -> None:
        await line.upgrade()
        await line.send_frame(b"x" * 3 * 1024 * 1024)
        line.close()

    async with serving(sends_media) as server:
        (frame,) = await soon(listen(server.base_url))
    assert len(frame) == 3 * 1024 * 1024


async def drops(line: Line) -> None:
    line.reset()


async def ends(line: Line) -> None:
    line.close()


async def sends_no_utf8(line: Line) -> None:
    await line.send_frame(b"\xff\xfe")
    await line.frame_kind()
    line.close()


async def sends_no_frame(line: Line) -> None:
    await line.send(b"HTTP/1.1 200 OK\r\n\r\n" * 10)
    await line.frame_kind()
    line.close()


@pytest.mark.parametrize("breaks", [drops, ends, sends_no_utf8, sends_no_frame])
async def test_the_frames_end_when_the_connection_breaks(breaks: Callable[[Line], object]) -> None:
    async def breaks_after_a_frame(line: Line) -> None:
        await line.upgrade()
        await line.send_frame(b"first")
        await line.reader.read(0)
        await breaks(line)

    async with serving(breaks_after_a_frame) as server:
        assert set(await soon(listen(server.base_url))) <= {"first"}


async def test_a_quiet_line_is_pinged(skip: Callable[[float], None]) -> None:
    async def expects_a_ping(line: Line) -> None:
        await line.upgrade()
        await line.send_frame(b"first")
        assert await line.frame_kind() == PING
        await line.send_frame(b"pinged")
        await line.frame_kind()
        line.close()

    async with serving(expects_a_ping) as server, frames_of(server.base_url) as frames:
        await soon(anext(frames))
        skip(PING_INTERVAL_S)
        assert await anext(frames) == "pinged"


async def test_a_line_that_answers_no_ping_is_given_up(skip: Callable[[float], None]) -> None:
    async def answers_no_ping(line: Line) -> None:
        await line.upgrade()
        await line.send_frame(b"first")
        await line.frame_kind()
        skip(PING_INTERVAL_S + 1)
        await line.frame_kind()
        line.close()

    async with serving(answers_no_ping) as server, frames_of(server.base_url) as frames:
        await soon(anext(frames))
        skip(PING_INTERVAL_S)
        assert [frame async for frame in frames] == []


async def test_leaving_closes_the_connection() -> None:
    ended = []

    async def notices_the_end(line: Line) -> None:
        await line.upgrade()
        ended.append(await line.frame_kind())
        line.close()

    async with serving(notices_the_end) as server, frames_of(server.base_url):
        pass
    assert ended == [CLOSE]


# --- when there is no connection ----------------------------------------------------------------------


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
async def test_a_refused_upgrade_is_told_with_its_reply(status: int) -> None:
    async with serving(answers(b'{"error": {}}', status=status, headers={"X-One": "1"})) as server:
        with pytest.raises(Refused) as refused:
            await soon(listen(server.base_url))
    reply = refused.value.reply
    assert (reply.status, reply.body, reply.headers["x-one"]) == (status, b'{"error": {}}', "1")


async def test_a_refusal_without_a_body_is_told() -> None:
    async with serving(answers(b"", status=400)) as server:
        with pytest.raises(Refused) as refused:
            await soon(listen(server.base_url))
    assert refused.value.reply.body == b""


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_takes_no_secret_to_another_host(status: int) -> None:
    async with serving(sends_two) as other:
        headers = {"Location": other.base_url.replace("http", "ws") + "/ws/support"}
        async with serving(answers(b"", status=status, headers=headers)) as server:
            with pytest.raises(Refused):
                await soon(listen(server.base_url))
    assert other.lines == []


async def closes_at_once(line: Line) -> None:
    await line.request()
    line.close()


async def resets_at_once(line: Line) -> None:
    await line.request()
    line.reset()


async def speaks_no_http(line: Line) -> None:
    await line.request()
    await line.send(b"220 mail.example ESMTP\r\n\r\n")
    line.close()


async def upgrades_wrongly(line: Line) -> None:
    await line.request()
    await line.send(
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: wrong\r\n\r\n"
    )


@pytest.mark.parametrize("breaks", [closes_at_once, resets_at_once, speaks_no_http, upgrades_wrongly])
async def test_a_broken_upgrade_is_unavailable(breaks: Callable[[Line], object]) -> None:
    async with serving(breaks) as server:
        with pytest.raises(ProviderUnavailable):
            await soon(listen(server.base_url))


async def test_a_refused_connection_is_unavailable() -> None:
    with pytest.raises(ProviderUnavailable):
        await soon(listen(f"http://127.0.0.1:{closed_port()}"))


async def test_an_upgrade_that_takes_too_long_is_unavailable(skip: Callable[[float], None]) -> None:
    async def never_answers(line: Line) -> None:
        await line.request()
        skip(OPEN_DEADLINE_S + 1)
        await stays_silent(line)

    async with serving(never_answers) as server:
        with pytest.raises(ProviderUnavailable):
            await listen(server.base_url)


# --- TLS and proxies ----------------------------------------------------------------------------------


@pytest.fixture
def server_tls(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


async def test_a_certificate_is_trusted_with_its_ca_file(server_tls: ssl.SSLContext, ca_file: str) -> None:
    async with serving(sends_two, tls=server_tls) as server:
        assert len(await soon(listen(server.base_url, ca_file))) == 2


async def test_a_certificate_of_an_unknown_authority_is_not_trusted(server_tls: ssl.SSLContext) -> None:
    async with serving(sends_two, tls=server_tls) as server:
        with pytest.raises(ProviderUnavailable):
            await soon(listen(server.base_url))
    assert server.requests == []


async def test_a_ca_file_that_cannot_be_used_is_named_as_the_problem() -> None:
    with pytest.raises(InvalidAccount, match="CA file"):
        await soon(listen("https://127.0.0.1:1", "/no/such/file.pem"))


def use_proxy(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    for name in ("http_proxy", "https_proxy", "ws_proxy", "wss_proxy"):
        monkeypatch.setenv(name, url)


async def test_a_proxy_is_not_asked_for_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(answers(b"", status=403)) as proxy, serving(sends_two) as server:
        use_proxy(monkeypatch, proxy.base_url)
        await soon(listen(server.base_url))
    assert proxy.lines == []


async def test_a_proxy_is_asked_for_another_computer_and_told_no_secret(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with serving(answers(b"", status=403)) as proxy:
        use_proxy(monkeypatch, proxy.base_url)
        with pytest.raises(ProviderUnavailable):
            await soon(listen("https://calls.example"))
    (asked,) = proxy.requests
    assert (asked.method, asked.target) == ("CONNECT", "calls.example:443")
    assert MARKER not in repr(asked)


async def test_a_socks_proxy_is_asked_for_another_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    greetings = []

    async def hangs_up(line: Line) -> None:
        greetings.append(await line.reader.read(1))
        line.close()

    async with serving(hangs_up) as proxy:
        use_proxy(monkeypatch, proxy.base_url.replace("http", "socks5"))
        with pytest.raises(ProviderUnavailable):
            await soon(listen("https://calls.example"))
    assert greetings == [b"\x05"]


@pytest.mark.parametrize("setting", ["nonsense://proxy", "http://proxy:port"])
async def test_a_proxy_setting_that_cannot_be_used_is_unavailable(
    monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    use_proxy(monkeypatch, setting)
    with pytest.raises(ProviderUnavailable):
        await soon(listen("https://calls.example"))


# --- secrets ------------------------------------------------------------------------------------------


async def test_no_log_line_shows_a_frame_or_a_secret(caplog: pytest.LogCaptureFixture) -> None:
    async def sends_its_token(line: Line) -> None:
        await line.upgrade()
        await line.send_frame(b'{"instanceData": {"token": "' + MARKER.encode() + b'"}}')
        line.close()

    caplog.set_level(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        caplog.set_level(logging.DEBUG, logger=name)
    async with serving(sends_its_token) as server:
        assert MARKER in "".join(await soon(listen(server.base_url)))
    assert MARKER not in caplog.text


async def test_no_error_shows_a_secret() -> None:
    async with serving(answers(b"", status=401)) as server:
        with pytest.raises(Refused) as refused:
            await soon(listen(server.base_url))
    assert MARKER not in repr(refused.value) + repr(refused.value.reply)
