"""The one proxy and the CA file that administrators have everything at this computer use."""

from __future__ import annotations

import ssl
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
import trustme
from loopback import Request, answers, closed_port, serving, soon

from app.domain.audio import AudioLink
from app.domain.provider import InvalidAccount, ProviderUnavailable
from app.providers.download import download
from app.providers.http import HttpClient, tls_context
from app.providers.link_check import check_link
from app.providers.network import WAY_OUT
from app.providers.websocket import text_frames

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
    from pathlib import Path

    from loopback import Line, Loopback

    from app.domain.provider import ProviderError
    from app.providers.http import Reply

ELSEWHERE = "https://calls.example"
TOKEN = "marker-token-2026"


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    yield
    WAY_OUT.use("", "")


# --- who asks, and whom -------------------------------------------------------------------------------


async def by_http(url: str) -> object:
    client = HttpClient(url, headers={"token": TOKEN}, secrets=(TOKEN,))
    try:
        return (await client.send("GET", "/sound.mp3")).body
    finally:
        await client.close()


async def by_websocket(url: str) -> object:
    async with text_frames(url, {"token": TOKEN}, "", refused=_refused) as frames:
        return await anext(frames)


async def by_download(url: str) -> object:
    return (await download(f"{url}/sound.mp3", here=True)).data


async def by_link_check(url: str) -> object:
    return (await check_link(AudioLink.parse(f"{url}/sound.mp3"))).size


def _refused(_reply: Reply) -> ProviderError:
    raise AssertionError


async def greets(line: Line) -> None:
    await line.upgrade()
    await line.send_frame(b"hello")
    await line.reader.read()


@dataclass(frozen=True)
class Way:
    ask: Callable[[str], Awaitable[object]]
    behave: Callable[[Line], Awaitable[None]]
    answer: object


HELLO = answers(b"hello", headers={"Content-Type": "audio/mpeg"})
WAYS = {
    "http": Way(by_http, HELLO, b"hello"),
    "websocket": Way(by_websocket, greets, "hello"),
    "download": Way(by_download, HELLO, b"hello"),
    "link check": Way(by_link_check, HELLO, 5),
}


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> Way:
    return WAYS[request.param]


@pytest.fixture
def tls(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "calls.example").configure_cert(context)
    return context


# --- proxies ------------------------------------------------------------------------------------------


@asynccontextmanager
async def proxying(kind: str, port: int, tls: ssl.SSLContext) -> AsyncIterator[Loopback]:
    """Serve as a proxy that leads to `port`, wherever somebody wants to go, and notes where that is."""

    async def connects(line: Line) -> None:
        await line.request()
        await line.send(b"HTTP/1.1 200 Connected\r\n\r\n")
        await line.tunnel(port)

    async def socks(line: Line) -> None:
        _version, methods = await line.reader.readexactly(2)
        await line.reader.readexactly(methods)
        await line.send(b"\x05\x00")
        *_, of_name, size = await line.reader.readexactly(5)
        assert of_name == 3, "the proxy finds the address"
        name = await line.reader.readexactly(size + 2)
        proxy.requests.append(
            Request("CONNECT", f"{name[:-2].decode()}:{int.from_bytes(name[-2:])}", {}, b"")
        )
        await line.send(b"\x05\x00\x00\x01" + bytes(6))
        await line.tunnel(port)

    behave = socks if kind == "socks5" else connects
    async with serving(behave, tls=tls if kind == "https" else None) as proxy:
        yield proxy


@pytest.mark.parametrize("kind", ["http", "https", "socks5"])
async def test_everything_goes_through_the_proxy(
    way: Way, kind: str, tls: ssl.SSLContext, ca_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "*")  # of the operator, who has no say in it
    async with serving(way.behave, tls=tls) as server, proxying(kind, server.port, tls) as proxy:
        WAY_OUT.use(f"{kind}://127.0.0.1:{proxy.port}", ca_file)
        assert await soon(way.ask(ELSEWHERE)) == way.answer
    assert [(each.method, each.target) for each in proxy.requests] == [("CONNECT", "calls.example:443")]
    assert TOKEN not in repr(proxy.requests)


async def test_it_goes_before_the_one_of_the_environment(
    way: Way, tls: ssl.SSLContext, ca_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(way.behave, tls=tls) as server, proxying("http", server.port, tls) as proxy:
        for name in ("HTTPS_PROXY", "ALL_PROXY", "https_proxy", "wss_proxy", "socks_proxy"):
            monkeypatch.setenv(name, "http://127.0.0.1:1")
        WAY_OUT.use(proxy.base_url, ca_file)
        assert await soon(way.ask(ELSEWHERE)) == way.answer


async def test_this_computer_itself_is_reached_without_it(
    way: Way, tls: ssl.SSLContext, ca_file: str
) -> None:
    async with serving(way.behave, tls=tls) as server, proxying("http", server.port, tls) as proxy:
        WAY_OUT.use(proxy.base_url, ca_file)
        assert await soon(way.ask(server.base_url)) == way.answer
    assert proxy.lines == []


async def test_a_proxy_that_is_not_there_is_no_way_around_it(way: Way) -> None:
    WAY_OUT.use(f"http://127.0.0.1:{closed_port()}", "")
    with pytest.raises(ProviderUnavailable):
        await soon(way.ask(ELSEWHERE))


# --- the CA file --------------------------------------------------------------------------------------


async def test_its_certificates_are_trusted_by_everything(
    way: Way, tls: ssl.SSLContext, ca_file: str
) -> None:
    async with serving(way.behave, tls=tls) as server:
        with pytest.raises(ProviderUnavailable):
            await soon(way.ask(server.base_url))
        WAY_OUT.use("", ca_file)
        assert await soon(way.ask(server.base_url)) == way.answer


async def test_it_is_trusted_beside_the_account_s_own(ca_file: str, tmp_path: Path) -> None:
    trustme.CA().cert_pem.write_to_path(str(tmp_path / "own.pem"))
    usual = await tls_context("")
    WAY_OUT.use("", ca_file)
    both = await tls_context(str(tmp_path / "own.pem"))
    assert both.cert_store_stats()["x509_ca"] == usual.cert_store_stats()["x509_ca"] + 2


async def test_one_that_cannot_be_read_is_said_and_nothing_is_asked(
    way: Way, tls: ssl.SSLContext, tmp_path: Path
) -> None:
    WAY_OUT.use("", str(tmp_path / "gone.pem"))
    async with serving(way.behave, tls=tls) as server:
        with pytest.raises(InvalidAccount, match=r"Your administrator's CA file .*gone\.pem cannot be read"):
            await soon(way.ask(server.base_url))
    assert server.lines == []
