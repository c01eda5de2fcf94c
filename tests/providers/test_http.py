"""What every adapter sends through: settings, TLS, proxies, deadlines and broken connections."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
from typing import TYPE_CHECKING

import pytest
from loopback import (
    Holding,
    Line,
    Loopback,
    SilentFromTheStart,
    answers,
    closed_port,
    serving,
    soon,
    stays_silent,
)

from app.domain.provider import InvalidAccount, OutcomeUnknown, ProviderUnavailable
from app.domain.reason import Reason
from app.providers.http import (
    CONNECT_DEADLINE_S,
    REPLY_LIMIT,
    USER_AGENT,
    HttpClient,
    checked_base_url,
    secret_header,
    tls_context,
    without,
)
from app.providers.network import is_loopback

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    import trustme

    from app.providers.http import Reply

SECRET = {"token": "marker-token-5e1f"}


class Leaving:
    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


async def get(base_url: str, leaving: Callable[[], None] | None = None, **more: str) -> Reply:
    client = HttpClient(base_url, headers=SECRET, **more)
    try:
        return await soon(client.send("GET", "/here", on_leaving=leaving))
    finally:
        await client.close()


# --- the base URL -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("https://ryzeapi.cloud", "https://ryzeapi.cloud"),
        ("https://ryzeapi.cloud/", "https://ryzeapi.cloud"),
        ("  https://ryzeapi.cloud//\n", "https://ryzeapi.cloud"),
        ("HTTPS://ryzeapi.cloud", "https://ryzeapi.cloud"),
        ("https://calls.example:8443/ryze", "https://calls.example:8443/ryze"),
        ("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443"),
        ("https://ligações.example", "https://ligações.example"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://127.9.9.9", "http://127.9.9.9"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("HTTP://LOCALHOST", "http://LOCALHOST"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_a_base_url_that_can_be_used(given: str, used: str) -> None:
    assert checked_base_url(given) == used


@pytest.mark.parametrize(
    "url",
    [
        "http://ryzeapi.cloud",
        "HTTP://ryzeapi.cloud",
        "http://10.0.0.1",
        "http://192.168.1.2:8080",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "http://127.1",
        "http://0.0.0.0",
        "http://[::2]",
    ],
)
def test_http_to_another_computer_is_refused(url: str) -> None:
    with pytest.raises(InvalidAccount, match="the token would be sent in clear"):
        checked_base_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://user@calls.example",
        "https://user:password@calls.example",
        "https://@calls.example",
        "http://localhost@evil.example",
        "https://calls.example?token=1",
        "https://calls.example/?",
        "https://calls.example#part",
        "https://calls.example#",
    ],
)
def test_a_base_url_with_more_than_a_host_and_path_is_refused(url: str) -> None:
    with pytest.raises(InvalidAccount, match="must not hold a user, a password"):
        checked_base_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "   ",
        "ryzeapi.cloud",
        "//ryzeapi.cloud",
        "ftp://ryzeapi.cloud",
        "file:///etc/passwd",
        "https://",
        "https:///path",
        "https://:8080",
        "https://calls.example:port",
        "https://calls.example:99999",
        "https://[::1",
        "https://calls example",
        "https://calls.exam\nple",
        "\x01https://calls.example",
        "https://calls..example",
        "https://" + "a" * 64 + ".example",
        "https://☃..example",
        "https://xn--a",
    ],
)
def test_what_is_no_base_url_is_refused(url: str) -> None:
    with pytest.raises(InvalidAccount, match="must look like https://host"):
        checked_base_url(url)


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://localhost", True),
        ("https://127.0.0.1:1", True),
        ("http://[::1]", True),
        ("https://example.com", False),
        ("https://8.8.8.8", False),
        ("nonsense", False),
    ],
)
def test_loopback_is_told_apart(url: str, here: bool) -> None:
    assert is_loopback(url) == here


# --- the token ----------------------------------------------------------------------------------------


def test_space_around_a_pasted_token_is_dropped() -> None:
    assert secret_header("  abc-123_~.\n") == "abc-123_~."


@pytest.mark.parametrize(
    "value", ["a b", "a\tb", "a\nb", "a\r\nX-Evil: 1", "a\x00b", "a\x7fb", "é", "a\u200bb"]
)
def test_a_token_that_no_header_carries_is_refused(value: str) -> None:
    with pytest.raises(InvalidAccount, match="holds a space or a sign that no token has"):
        secret_header(value)


# --- a request ----------------------------------------------------------------------------------------


async def test_a_request_carries_its_secret_in_the_header() -> None:
    async with serving(answers(b"")) as server:
        await get(server.base_url)
    assert server.requests[0].headers["token"] == SECRET["token"]


@pytest.mark.parametrize(
    "quoted",
    [
        b"no {T0KEN-of-16/signs} here",
        b"GET /instances/1/token/{T0KEN-of-16%2Fsigns}/status",
        b'{"error": "{T0KEN-of-16\\/signs}"}',
        b"{T0KEN-of-16/signs}{T0KEN-of-16/signs}",
    ],
)
async def test_a_reply_that_quotes_a_secret_is_passed_on_without_it(quoted: bytes) -> None:
    body, left = quoted, quoted
    for form in (b"T0KEN-of-16/signs", b"T0KEN-of-16%2Fsigns", b"T0KEN-of-16\\/signs"):
        body = body.replace(b"{" + form + b"}", form)
        left = left.replace(b"{" + form + b"}", "…".encode())
    async with serving(answers(body)) as server:
        client = HttpClient(server.base_url, headers=SECRET, secrets=("", "T0KEN-of-16/signs"))
        assert (await soon(client.send("GET", "/here"))).body == left
        await client.close()


def test_what_is_too_short_to_be_a_token_is_a_word_like_any_other() -> None:
    assert without(b'{"error": "1234567 12345678"}', ("1234567", "12345678")) == (
        '{"error": "1234567 …"}'.encode()
    )


def test_a_secret_with_signs_that_json_escapes_is_found() -> None:
    assert without(json.dumps('a"b\\c:d/e').encode(), ('a"b\\c:d/e',)) == '"…"'.encode()


async def test_a_request_may_carry_headers_of_its_own() -> None:
    async with serving(answers(b"{}")) as server:
        client = HttpClient(server.base_url, headers=SECRET)
        for headers in ({"Idempotency-Key": "press-1"}, {}):
            await soon(client.send("POST", "/here", body=b"{}", headers=headers))
        await client.close()
    carried = [request.headers.get("idempotency-key") for request in server.requests]
    assert carried == ["press-1", None]


async def test_a_request_says_who_asks() -> None:
    async with serving(answers(b"")) as server:
        await get(server.base_url)
    assert server.requests[0].headers["user-agent"] == USER_AGENT


async def test_a_body_is_sent_as_json() -> None:
    async with serving(answers(b"")) as server:
        client = HttpClient(server.base_url, headers={})
        await soon(client.send("POST", "/here", body=b"{}"))
        await client.close()
    assert (server.requests[0].headers["content-type"], server.requests[0].body) == (
        "application/json",
        b"{}",
    )


async def test_a_request_without_a_body_names_no_content_type() -> None:
    async with serving(answers(b"")) as server:
        await get(server.base_url)
    assert "content-type" not in server.requests[0].headers


async def test_a_path_and_its_query_are_sent_as_they_are_quoted() -> None:
    async with serving(answers(b"")) as server:
        client = HttpClient(server.base_url + "/install", headers={})
        await soon(client.send("GET", "/a%2Fb%20c?name=%26%C3%A9"))
        await client.close()
    assert server.requests[0].target == "/install/a%2Fb%20c?name=%26%C3%A9"


async def test_a_reply_is_read_whole() -> None:
    async with serving(answers(b"x" * REPLY_LIMIT, status=418, headers={"X-One": "1"})) as server:
        reply = await get(server.base_url)
    assert (reply.status, len(reply.body), reply.headers["x-one"]) == (418, REPLY_LIMIT, "1")


async def test_requests_may_be_under_way_together() -> None:
    both_are_there = asyncio.Barrier(2)

    async def answers_when_both_are_there(line: Line) -> None:
        await line.request()
        await both_are_there.wait()
        await line.reply(200, b"")

    async with serving(answers_when_both_are_there) as server:
        client = HttpClient(server.base_url, headers={})
        replies = await soon(asyncio.gather(client.send("GET", "/1"), client.send("GET", "/2")))
        await client.close()
    assert [reply.status for reply in replies] == [200, 200]


async def test_no_byte_of_a_request_leaves_before_that_was_announced() -> None:
    class NotRecorded(Exception):
        pass

    def refuse_to_leave() -> None:
        raise NotRecorded

    received = asyncio.get_running_loop().create_future()

    async def note_what_comes(line: Line) -> None:
        received.set_result(await line.reader.read())

    async with serving(note_what_comes) as server:
        client = HttpClient(server.base_url, headers={})
        with pytest.raises(NotRecorded):
            await soon(client.send("POST", "/", body=b"{}", on_leaving=refuse_to_leave))
        await client.close()
        assert await soon(received) == b""


async def test_a_connection_reset_while_the_request_is_sent_leaves_the_outcome_unknown() -> None:
    async def resets_while_reading(line: Line) -> None:
        await line.reader.readexactly(100)
        line.reset()

    async with serving(resets_while_reading) as server:
        client = HttpClient(server.base_url, headers={})
        with pytest.raises(OutcomeUnknown):
            await soon(client.send("POST", "/", body=b"x" * 32 * 1024 * 1024))
        await client.close()
    assert len(server.lines) == 1


# --- why a server cannot be reached -------------------------------------------------------------------


async def test_a_name_that_is_not_found_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    async def find_nothing(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", find_nothing)
    with pytest.raises(ProviderUnavailable, match="Its name could not be found"):
        await get("https://calls.example")


async def test_a_refusal_from_every_address_of_a_name_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    port = closed_port()

    async def find_two(*_: object, **__: object) -> list[object]:
        return [
            (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", port, 0, 0)),
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port)),
        ]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", find_two)
    with pytest.raises(ProviderUnavailable, match="The connection was refused"):
        await get(f"http://localhost:{port}")


async def test_a_server_that_speaks_no_tls_is_said() -> None:
    async def speaks_in_clear(line: Line) -> None:
        await line.reader.read(1)
        await line.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    async with serving(speaks_in_clear) as server:
        with pytest.raises(ProviderUnavailable, match="It does not speak https as expected"):
            await get(server.base_url.replace("http", "https"))


@pytest.mark.wine_cannot("it shows a reset as an end")
async def test_a_connection_reset_during_the_handshake_sent_nothing() -> None:
    async def resets_the_handshake(line: Line) -> None:
        await line.reader.read(1)
        line.reset()

    leaving = Leaving()
    async with serving(resets_the_handshake) as server:
        with pytest.raises(ProviderUnavailable, match="No connection could be made"):
            await get(server.base_url.replace("http", "https"), leaving)
    assert leaving.times == 0


async def test_a_server_that_does_not_take_the_connection_in_time_got_nothing(
    skip: Callable[[float], None],
) -> None:
    async def never_shakes_hands(line: Line) -> None:
        await line.reader.read(1)
        skip(CONNECT_DEADLINE_S + 1)
        await stays_silent(line)

    leaving = Leaving()
    async with serving(never_shakes_hands) as server:
        client = HttpClient(server.base_url.replace("http", "https"), headers={})
        with pytest.raises(ProviderUnavailable, match="did not take the connection in time"):
            await client.send("GET", "/", on_leaving=leaving)
        await client.close()
    assert leaving.times == 0


async def test_a_deadline_that_passes_before_leaving_means_that_nothing_was_sent(
    skip: Callable[[float], None],
) -> None:
    async def never_shakes_hands(line: Line) -> None:
        await line.reader.read(1)
        skip(6)
        await stays_silent(line)

    async with serving(never_shakes_hands) as server:
        client = HttpClient(server.base_url.replace("http", "https"), headers={})
        with pytest.raises(ProviderUnavailable, match="did not take the connection in time"):
            await client.send("GET", "/", deadline_s=5)
        await client.close()


async def test_a_deadline_that_passes_after_leaving_says_how_long_it_was(
    skip: Callable[[float], None],
) -> None:
    holding = Holding()
    async with serving(holding) as server:
        client = HttpClient(server.base_url, headers={})
        sending = asyncio.create_task(client.send("GET", "/", deadline_s=2.5))
        await soon(holding.arrived.wait())
        skip(3)
        with pytest.raises(OutcomeUnknown) as failed:
            await sending
        await client.close()
    assert (failed.value.detail, failed.value.reason) == ("2.5", Reason.NO_REPLY)


async def test_a_cancelled_handshake_leaves_no_connection_open() -> None:
    gone = asyncio.Event()
    silent = SilentFromTheStart()

    async def notice_the_end(line: Line) -> None:
        await silent(line)
        gone.set()

    async with serving(notice_the_end) as server:
        client = HttpClient(server.base_url.replace("http", "https"), headers={})
        sending = asyncio.create_task(client.send("GET", "/"))
        await soon(silent.arrived.wait())
        sending.cancel()
        await asyncio.wait({sending})
        await soon(gone.wait())
        await client.close()


# --- TLS ----------------------------------------------------------------------------------------------


@pytest.fixture
async def secure_server(authority: trustme.CA) -> AsyncIterator[Loopback]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "calls.example").configure_cert(context)
    async with serving(answers(b"hello"), tls=context) as server:
        yield server


async def test_a_certificate_is_trusted_with_its_ca_file(secure_server: Loopback, ca_file: str) -> None:
    assert (await get(secure_server.base_url, ca_file=ca_file)).body == b"hello"


async def test_a_certificate_of_an_unknown_authority_is_not_trusted(secure_server: Loopback) -> None:
    with pytest.raises(ProviderUnavailable, match="Its certificate is not trusted"):
        await get(secure_server.base_url)


async def test_a_scheme_in_capitals_is_verified_all_the_same(secure_server: Loopback) -> None:
    with pytest.raises(ProviderUnavailable, match="Its certificate is not trusted"):
        await get(secure_server.base_url.replace("https", "HTTPS"))


async def test_nothing_leaves_to_a_server_that_is_not_trusted(secure_server: Loopback) -> None:
    leaving = Leaving()
    with pytest.raises(ProviderUnavailable):
        await get(secure_server.base_url, leaving)
    assert (leaving.times, secure_server.requests) == (0, [])


async def test_a_certificate_for_another_name_is_not_trusted(secure_server: Loopback, ca_file: str) -> None:
    with pytest.raises(ProviderUnavailable, match="Its certificate is not trusted"):
        await get(secure_server.base_url.replace("127.0.0.1", "localhost"), ca_file=ca_file)


async def test_an_extra_ca_file_is_trusted_beside_the_usual_ones(ca_file: str) -> None:
    usual, extended = await tls_context(""), await tls_context(ca_file)
    assert extended.cert_store_stats()["x509_ca"] == usual.cert_store_stats()["x509_ca"] + 1


async def test_a_ca_file_may_lie_in_the_home_folder(
    ca_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert await tls_context("~/office ca.pem")


def unusable_ca_files(folder: Path) -> dict[str, str]:
    (folder / "empty.pem").write_bytes(b"")
    (folder / "garbage.pem").write_bytes(b"\x00\xff not a certificate")
    (folder / "broken.pem").write_bytes(b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
    return {
        "missing": str(folder / "missing.pem"),
        "a folder": str(folder),
        "empty": str(folder / "empty.pem"),
        "garbage": str(folder / "garbage.pem"),
        "broken": str(folder / "broken.pem"),
        "no path": "a\x00b",
        "of nobody": "~nobody-of-this-name/ca.pem",
    }


@pytest.mark.parametrize(
    "kind", ["missing", "a folder", "empty", "garbage", "broken", "no path", "of nobody"]
)
async def test_a_ca_file_that_cannot_be_used_is_named_as_the_problem(kind: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidAccount, match="The extra CA file cannot be read, or holds no certificate"):
        await get("https://127.0.0.1:1", ca_file=unusable_ca_files(tmp_path)[kind])


# --- proxies ------------------------------------------------------------------------------------------


def use_proxy(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, url)
        monkeypatch.setenv(name.lower(), url)


async def refuses_to_connect(line: Line) -> None:
    await line.request()
    await line.reply(403)


async def test_a_proxy_is_not_asked_for_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(refuses_to_connect) as proxy, serving(answers(b"hello")) as server:
        use_proxy(monkeypatch, proxy.base_url)
        await get(server.base_url)
    assert proxy.lines == []


async def test_a_proxy_is_asked_for_another_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(refuses_to_connect) as proxy:
        use_proxy(monkeypatch, proxy.base_url)
        with pytest.raises(ProviderUnavailable):
            await get("https://calls.example")
    assert [(asked.method, asked.target) for asked in proxy.requests] == [("CONNECT", "calls.example:443")]


async def test_a_proxy_that_refuses_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(refuses_to_connect) as proxy:
        use_proxy(monkeypatch, proxy.base_url)
        with pytest.raises(ProviderUnavailable, match="The proxy refused the connection"):
            await get("https://calls.example")


async def test_asking_a_proxy_is_not_yet_leaving(monkeypatch: pytest.MonkeyPatch) -> None:
    leaving = Leaving()
    async with serving(refuses_to_connect) as proxy:
        use_proxy(monkeypatch, proxy.base_url)
        with pytest.raises(ProviderUnavailable):
            await get("https://calls.example", leaving)
    assert leaving.times == 0


async def test_a_proxy_is_told_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(refuses_to_connect) as proxy:
        use_proxy(monkeypatch, proxy.base_url)
        with pytest.raises(ProviderUnavailable):
            await get("https://calls.example")
    assert SECRET["token"] not in repr(proxy.requests)


async def test_a_request_goes_through_a_proxy(
    monkeypatch: pytest.MonkeyPatch, secure_server: Loopback, ca_file: str
) -> None:
    async def connects(line: Line) -> None:
        await line.request()
        await line.send(b"HTTP/1.1 200 Connected\r\n\r\n")
        await line.tunnel(secure_server.port)

    leaving = Leaving()
    async with serving(connects) as proxy:
        use_proxy(monkeypatch, proxy.base_url)
        reply = await get("https://calls.example", leaving, ca_file=ca_file)
    assert (reply.body, leaving.times) == (b"hello", 1)


@pytest.mark.parametrize("setting", ["nonsense://proxy", "http://proxy:port", "://"])
async def test_a_proxy_setting_that_cannot_be_used_is_said(
    monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    use_proxy(monkeypatch, setting)
    with pytest.raises(ProviderUnavailable, match="proxy setting cannot be used"):
        await get("https://calls.example")


async def test_a_socks_proxy_is_asked_before_anything_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    greetings = []

    async def hangs_up(line: Line) -> None:
        greetings.append(await line.reader.read(1))
        line.close()

    leaving = Leaving()
    async with serving(hangs_up) as proxy:
        use_proxy(monkeypatch, proxy.base_url.replace("http", "socks5"))
        with pytest.raises(ProviderUnavailable, match="The proxy refused the connection"):
            await get("https://calls.example", leaving)
    assert (greetings, leaving.times) == ([b"\x05"], 0)


async def test_a_proxy_on_an_impossible_port_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    use_proxy(monkeypatch, "http://127.0.0.1:99999")
    with pytest.raises(ProviderUnavailable):
        await get("https://calls.example")


async def test_a_proxy_that_does_not_run_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    use_proxy(monkeypatch, f"http://127.0.0.1:{closed_port()}")
    with pytest.raises(ProviderUnavailable, match="The connection was refused"):
        await get("https://calls.example")
