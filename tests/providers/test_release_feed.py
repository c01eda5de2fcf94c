"""The release feed over real https: what is believed of it, and what is said where nothing is."""

from __future__ import annotations

import gzip
import json
import logging
import ssl
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from loopback import Line, answers, closed_port, serving, soon, stays_silent
from release_feeds import DOWNLOAD, FEED, PUBLISHED, Publisher, feed_bytes

from app.domain.release import FeedAddress, ReleaseFile, Version
from app.providers.http import USER_AGENT
from app.providers.network import WAY_OUT
from app.providers.release_feed import DEADLINE_S, LIMIT, SIGNATURE_LIMIT, read_feed
from app.providers.release_format import read_release
from app.services.updates import UpdateUnknown

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import trustme
    from loopback import Loopback

    Behaviour = Callable[[Line], Awaitable[None]]

NOT_SIGNED = "The release feed is not signed with the key that is known here, so nothing of it is believed."
NOT_USABLE = "The release feed cannot be used: "
NOT_READ = "The release feed could not be read. "


@pytest.fixture(scope="module")
def publisher() -> Publisher:
    return Publisher()


@pytest.fixture
def tls(authority: trustme.CA, ca_file: str, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A server's certificate, by an authority that the administrators have trusted here."""
    monkeypatch.setattr(WAY_OUT, "ca_file", ca_file)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


def hands_out(**files: bytes) -> Behaviour:
    """Answer /feed.json with `feed` and /feed.json.sig with `signature`, and anything else with 404."""
    found = {"/feed.json": files.get("feed"), "/feed.json.sig": files.get("signature")}

    async def behave(line: Line) -> None:
        while True:
            body = found.get((await line.request()).target)
            await line.reply(404 if body is None else 200, body or b"")

    return behave


def signed(publisher: Publisher, data: bytes) -> Behaviour:
    return hands_out(feed=data, signature=publisher.signature(data))


def address(server: Loopback, publisher: Publisher) -> FeedAddress:
    return FeedAddress(f"{server.base_url}/feed.json", publisher.key)


async def refusal(behave: Behaviour, publisher: Publisher, tls: ssl.SSLContext | None) -> str:
    async with serving(behave, tls=tls) as server:
        with pytest.raises(UpdateUnknown) as failed:
            await soon(read_feed(address(server, publisher)))
    return str(failed.value)


# --- believed -----------------------------------------------------------------------------------------


async def test_what_the_publisher_signed_is_believed(publisher: Publisher, tls: ssl.SSLContext) -> None:
    async with serving(signed(publisher, feed_bytes()), tls=tls) as server:
        release = await soon(read_feed(address(server, publisher)))
    assert release.version == Version(1, 2, 3)
    assert release.published_at == PUBLISHED
    assert release.expires_at == PUBLISHED + timedelta(days=3650)
    assert release.notes == FEED["notes"]
    file = ReleaseFile("linux", "x86_64", str(DOWNLOAD["url"]), 42, "ab" * 32, "2.34")
    assert release.files == (file,)


async def test_nothing_is_told_but_the_program_and_its_version(
    publisher: Publisher, tls: ssl.SSLContext
) -> None:
    async with serving(signed(publisher, feed_bytes()), tls=tls) as server:
        await soon(read_feed(address(server, publisher)))
    assert [(each.method, each.target) for each in server.requests] == [
        ("GET", "/feed.json"),
        ("GET", "/feed.json.sig"),
    ]
    for request in server.requests:
        assert request.headers["user-agent"] == USER_AGENT
        assert request.headers.keys() <= {"host", "accept", "accept-encoding", "connection", "user-agent"}
        assert request.body == b""


async def test_no_cookie_is_given_back(publisher: Publisher, tls: ssl.SSLContext) -> None:
    data = feed_bytes()

    async def bakes(line: Line) -> None:
        while True:
            is_signature = (await line.request()).target.endswith(".sig")
            body = publisher.signature(data) if is_signature else data
            await line.reply(200, body, headers={"Set-Cookie": "who=you"})

    async with serving(bakes, tls=tls) as server:
        await soon(read_feed(address(server, publisher)))
    assert all("cookie" not in each.headers for each in server.requests)


async def test_a_redirect_to_https_is_followed(publisher: Publisher, tls: ssl.SSLContext) -> None:
    async with serving(signed(publisher, feed_bytes()), tls=tls) as other:

        async def moves(line: Line) -> None:
            while True:
                target = (await line.request()).target
                await line.reply(302, headers={"Location": other.base_url + target})

        async with serving(moves, tls=tls) as server:
            release = await soon(read_feed(address(server, publisher)))
    assert release.version == Version(1, 2, 3)


@pytest.mark.parametrize("size", [LIMIT, SIGNATURE_LIMIT])
async def test_as_much_as_is_allowed_is_read(size: int, publisher: Publisher, tls: ssl.SSLContext) -> None:
    data = feed_bytes() + b" " * (size - len(feed_bytes()))
    async with serving(signed(publisher, data), tls=tls) as server:
        await soon(read_feed(address(server, publisher)))


# --- not signed ---------------------------------------------------------------------------------------


async def test_another_key_is_not_believed(publisher: Publisher, tls: ssl.SSLContext) -> None:
    said = await refusal(signed(Publisher(), feed_bytes()), publisher, tls)
    assert said.startswith(NOT_SIGNED)


async def test_a_byte_changed_is_not_believed(publisher: Publisher, tls: ssl.SSLContext) -> None:
    data = feed_bytes()
    changed = data.replace(b"1.2.3", b"1.2.4", 1)
    said = await refusal(hands_out(feed=changed, signature=publisher.signature(data)), publisher, tls)
    assert said.startswith(NOT_SIGNED)


@pytest.mark.parametrize(
    "signature", [b"", b"\n", b"AAAA", b"no base64!", b"\xff" * 64, b"A" * 88, b"<html>"]
)
async def test_what_is_no_signature_is_not_believed(
    signature: bytes, publisher: Publisher, tls: ssl.SSLContext
) -> None:
    said = await refusal(hands_out(feed=feed_bytes(), signature=signature), publisher, tls)
    assert said.startswith(NOT_SIGNED)


@pytest.mark.parametrize("key", ["", "AAAA", "ключ"])
async def test_a_key_that_is_none_believes_nobody(
    key: str, publisher: Publisher, tls: ssl.SSLContext
) -> None:
    async with serving(signed(publisher, feed_bytes()), tls=tls) as server:
        with pytest.raises(UpdateUnknown, match="is not signed"):
            await soon(read_feed(FeedAddress(f"{server.base_url}/feed.json", key)))


async def test_a_missing_signature_is_said(publisher: Publisher, tls: ssl.SSLContext) -> None:
    said = await refusal(hands_out(feed=feed_bytes()), publisher, tls)
    assert said.startswith("The release feed has no signature, so nothing of it is believed.")


async def test_nothing_is_read_before_the_signature_is_right(
    publisher: Publisher, tls: ssl.SSLContext
) -> None:
    said = await refusal(hands_out(feed=b"[" * 9999, signature=b"A" * 88), publisher, tls)
    assert said.startswith(NOT_SIGNED)


# --- the way there ------------------------------------------------------------------------------------


async def test_a_feed_by_http_is_not_asked(publisher: Publisher) -> None:
    async with serving(signed(publisher, feed_bytes())) as server:
        with pytest.raises(UpdateUnknown, match=r"must begin with https://"):
            await soon(read_feed(address(server, publisher)))
    assert server.lines == []


async def test_no_redirect_leads_to_http(publisher: Publisher, tls: ssl.SSLContext) -> None:
    async with serving(signed(publisher, feed_bytes())) as other:
        moves = answers(b"", status=302, headers={"Location": f"{other.base_url}/feed.json"})
        said = await refusal(moves, publisher, tls)
    assert said == f"{NOT_USABLE}it names no https address. Try again later."
    assert other.lines == []


async def test_a_server_that_is_not_trusted_is_not_asked(
    publisher: Publisher, tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WAY_OUT, "ca_file", "")
    said = await refusal(signed(publisher, feed_bytes()), publisher, tls)
    assert said.startswith(
        f"{NOT_READ}Its certificate is not trusted. If your office inspects connections, your"
    )


async def test_administrators_certificates_that_are_none_are_said(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WAY_OUT, "ca_file", "/nowhere/office.pem")
    with pytest.raises(UpdateUnknown, match="Tell your administrator"):
        await soon(read_feed(FeedAddress("https://127.0.0.1/feed.json", publisher.key)))


async def test_nobody_there_is_said(publisher: Publisher, tls: ssl.SSLContext) -> None:
    feed = FeedAddress(f"https://127.0.0.1:{closed_port()}/feed.json", publisher.key)
    with pytest.raises(UpdateUnknown, match=r"could not be read\. The connection was refused\. Check the"):
        await soon(read_feed(feed))


async def test_no_feed_there_is_said(publisher: Publisher, tls: ssl.SSLContext) -> None:
    said = await refusal(answers(b"", status=404), publisher, tls)
    assert said == "There is no release feed at its address. Try again later."


@pytest.mark.parametrize("status", [204, 500, 503])
async def test_another_status_is_said(status: int, publisher: Publisher, tls: ssl.SSLContext) -> None:
    said = await refusal(answers(b"", status=status), publisher, tls)
    assert said == f"{NOT_USABLE}an undocumented HTTP {status}. Try again later."


@pytest.mark.parametrize("which", ["feed", "signature"])
@pytest.mark.parametrize("packed", [False, True])
async def test_more_than_is_allowed_is_not_read(
    which: str, packed: bool, publisher: Publisher, tls: ssl.SSLContext
) -> None:
    much = b" " * ((LIMIT if which == "feed" else SIGNATURE_LIMIT) + 1)
    files = {"feed": feed_bytes(), which: gzip.compress(much) if packed else much}

    async def behave(line: Line) -> None:
        while True:
            is_signature = (await line.request()).target.endswith(".sig")
            name = "signature" if is_signature else "feed"
            headers = {"Content-Encoding": "gzip"} if packed and name == which else {}
            await line.reply(200, files.get(name, b""), headers=headers)

    size = "256 KiB" if which == "feed" else "1 KiB"
    assert await refusal(behave, publisher, tls) == f"{NOT_USABLE}it is larger than {size}. Try again later."


async def test_half_a_reply_is_said(publisher: Publisher, tls: ssl.SSLContext) -> None:
    async def ends_halfway(line: Line) -> None:
        await line.request()
        await line.reply(200, feed_bytes()[:50], length=500)
        line.close()

    said = await refusal(ends_halfway, publisher, tls)
    assert said.startswith(f"{NOT_READ}The connection broke before all of it had come.")


@pytest.mark.parametrize("begins", [False, True])
async def test_what_trickles_is_given_up(
    begins: bool, publisher: Publisher, tls: ssl.SSLContext, skip: Callable[[float], None]
) -> None:
    async def trickles(line: Line) -> None:
        await line.request()
        if begins:
            await line.reply(200, b"{", length=500)
        skip(DEADLINE_S + 1)
        await stays_silent(line)

    async with serving(trickles, tls=tls) as server:
        with pytest.raises(UpdateUnknown, match="It took too long"):
            await read_feed(address(server, publisher))


async def test_no_log_line_has_the_address(
    publisher: Publisher, tls: ssl.SSLContext, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await refusal(answers(b"", status=500), publisher, tls)
    assert "feed.json" not in caplog.text


# --- signed, and yet --------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [2, 99])
async def test_a_newer_form_is_said(number: int, publisher: Publisher, tls: ssl.SSLContext) -> None:
    data = json.dumps({"format": number, "version": {"new": "form"}}).encode()
    said = await refusal(signed(publisher, data), publisher, tls)
    assert said.startswith("The release feed has a newer form, which this Toque does not understand")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>",
        b"\xff",
        b"[]",
        b"[" * 100_000,
        b'{"format": 1}',
        feed_bytes(format="1"),
        feed_bytes(format=0),
        feed_bytes(format=-1),
        feed_bytes(version="1.2"),
        feed_bytes(version=3),
        feed_bytes(date="2026-11-20T14:00:00"),
        feed_bytes(date="yesterday"),
        feed_bytes(expires="0001-01-01T00:00:00+14:00"),
        feed_bytes(notes="text"),
        feed_bytes(downloads=[DOWNLOAD | {"url": "http://x.example/a.exe"}]),
        feed_bytes(downloads=[DOWNLOAD | {"url": "file:///etc/passwd"}]),
        feed_bytes(downloads=[DOWNLOAD | {"sha256": "ab"}]),
        feed_bytes(downloads=[DOWNLOAD | {"sha256": "AB" * 32 + "\n"}]),
        feed_bytes(downloads=[DOWNLOAD | {"size": 0}]),
        feed_bytes(downloads=[DOWNLOAD | {"size": 10**400}]),
        feed_bytes(downloads=[DOWNLOAD | {"url": "https://x.example/"}]),
        feed_bytes(downloads=[DOWNLOAD | {"url": "https://x.example/a.exe&calc"}]),
        feed_bytes(downloads=[DOWNLOAD | {"url": "https://x.example/$(id)"}]),
        feed_bytes(downloads=[DOWNLOAD | {"url": "https://x.example/-rf"}]),
        feed_bytes(date="0001-01-01T00:00:00Z"),
        feed_bytes(date="9999-12-31T23:59:59Z"),
        feed_bytes(notes={"en": "**a*" * 8001}),
    ],
)
def test_what_is_no_feed_is_said(data: bytes) -> None:
    with pytest.raises(UpdateUnknown, match="signed by the publisher and yet cannot be understood"):
        read_release(data)


def test_what_is_not_known_is_passed_over() -> None:
    more = feed_bytes(channel="stable", downloads=[DOWNLOAD | {"mirror": "https://y.example"}])
    assert read_release(more) == read_release(feed_bytes())


def test_a_file_may_need_no_system_in_particular() -> None:
    plain = {key: value for key, value in DOWNLOAD.items() if key != "minimum_system"}
    assert read_release(feed_bytes(downloads=[plain])).files[0].least_system == ""
