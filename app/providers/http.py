"""The HTTP client that every adapter sends through: deadlines, limits, and what an httpx error means.

httpx stands behind this module alone. Its errors' texts hold URLs, so they are never shown or logged.
"""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import ssl
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

import anyio
import certifi
import httpx
from socksio import SOCKSError

from app import __version__
from app.domain.detail import Detail
from app.domain.provider import (
    InvalidAccount,
    OutcomeUnknown,
    ProviderUnavailable,
    UnexpectedReply,
)
from app.domain.reason import QT_TRANSLATE_NOOP, Reason
from app.providers.network import WAY_OUT, is_loopback

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping, Sequence

# Their lines hold full URLs, and one provider keeps its token in the path; a level could be lowered.
for _name in ("httpx", *(f"httpcore.{part}" for part in ("connection", "http11", "http2", "proxy", "socks"))):
    logging.getLogger(_name).disabled = True

DEADLINE_S = 30.0
"""For a whole exchange: httpx's own timeouts are per inactivity, and a trickling reply would never end."""
SLOWEST_UPLOAD = 32 * 1024
"""Bytes a second: a larger body has so much longer."""
CONNECT_DEADLINE_S = 10.0
"""A server that has not taken the connection by then will not; giving up here is certain: nothing left."""
REPLY_LIMIT = 1024 * 1024
"""Bytes. No documented reply comes near; a larger one is a mistake or an attack."""
KEEPALIVE_S = 50.0
"""How long an idle connection is kept for the next call: under the 60 s after which common servers drop it,
since a request that crosses their closing could not be told from one that was carried out."""

SHORTEST_HIDDEN = 8
"""Signs. A token as short as less is none, and could be a word of any reply."""

USER_AGENT = f"Toque/{__version__}"


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP reply, read whole. Header names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Upload:
    """A large body in parts. `on_progress` gets how many of its bytes were written, and of how many."""

    def __init__(self, parts: Sequence[bytes], on_progress: Callable[[int, int], None] | None = None) -> None:
        self.size = sum(map(len, parts))
        self._parts = parts
        self._on_progress = on_progress

    async def leaving(self, on_last: Callable[[], None]) -> AsyncIterator[bytes]:
        """Yield the parts, each when the one before was written; call `on_last` before the last one."""
        written = 0
        for n, part in enumerate(self._parts, start=1):
            if n == len(self._parts):
                on_last()
            yield part
            written += len(part)
            if self._on_progress is not None:
                self._on_progress(written, self.size)


class HttpClient:
    """Warm connections to one base URL. `headers` (which may hold a secret) go with every request.

    A reply that quotes one of `secrets` is passed on without it. Raises InvalidAccount for a base URL that
    would send them in clear or is none.
    """

    def __init__(
        self, base_url: str, *, headers: Mapping[str, str], secrets: Sequence[str] = (), ca_file: str = ""
    ) -> None:
        self._base_url = checked_base_url(base_url)
        self._secrets = secrets
        self._headers = {**headers, "User-Agent": USER_AGENT}
        self._ca_file = ca_file
        self._client: httpx.AsyncClient | None = None
        self._opening = asyncio.Lock()

    async def send(
        self,
        method: str,
        path: str,
        *,
        body: bytes | Upload | None = None,
        on_leaving: Callable[[], None] | None = None,
        headers: Mapping[str, str] | None = None,
        deadline_s: float = DEADLINE_S,
    ) -> Reply:
        """Send one request, once, and read the reply. `path` is already quoted, with its query; `headers` go
        with this request besides the client's.

        `on_leaving` is called before the first byte of the request is written, or before the last part of
        an upload is. `deadline_s` is for the whole exchange; an upload has longer, by its size, until its
        last part leaves. Raises ProviderUnavailable where nothing was sent on which the server could act,
        OutcomeUnknown if no reply came after, UnexpectedReply for one too large.
        """
        upload_s = body.size / SLOWEST_UPLOAD if isinstance(body, Upload) else 0.0
        departure = _Departure(on_leaving, is_upload=isinstance(body, Upload))
        try:
            async with asyncio.timeout(deadline_s + upload_s) as limit:
                if isinstance(body, Upload):
                    departure.on_begin = partial(_expire_in, limit, deadline_s)
                client = await self._opened()
                return await self._exchange(client, method, path, body, headers or {}, departure)
        except TimeoutError as error:
            if departure.began:
                raise OutcomeUnknown(f"{deadline_s:g}", reason=Reason.NO_REPLY) from error
            raise departure.unavailable(_TOO_SLOW) from error
        except (httpx.TransportError, SOCKSError, ExceptionGroup) as error:
            if departure.began:
                raise OutcomeUnknown from error
            raise departure.unavailable(why_unreachable(error)) from error
        finally:
            await departure.abandon()

    async def _exchange(
        self,
        client: httpx.AsyncClient,
        method: str,
        path: str,
        body: bytes | Upload | None,
        more: Mapping[str, str],
        departure: _Departure,
    ) -> Reply:
        headers = {"Content-Type": "application/json", **more} if body is not None else dict(more)
        if isinstance(body, Upload):
            headers["Content-Length"] = str(body.size)
        async with client.stream(
            method,
            self._base_url + path,
            content=body.leaving(departure.begin) if isinstance(body, Upload) else body,
            headers=headers,
            extensions={"trace": departure.trace},
        ) as response:
            departure.begin()  # it may reply before it has read the whole of an upload
            received = bytearray()
            try:
                async for chunk in response.aiter_bytes():
                    received += chunk
                    if len(received) > REPLY_LIMIT:
                        raise UnexpectedReply(_TOO_LARGE)
            except httpx.DecodingError as error:
                raise UnexpectedReply(_BROKEN) from error
            return Reply(response.status_code, response.headers, without(bytes(received), self._secrets))

    async def _opened(self) -> httpx.AsyncClient:
        async with self._opening:
            if self._client is None:
                self._client = await self._open()
            return self._client

    async def _open(self) -> httpx.AsyncClient:
        secure = self._base_url.startswith("https")
        verify = await tls_context(self._ca_file) if secure else False
        try:
            return await asyncio.to_thread(self._client_with, verify)
        except (ValueError, ImportError, httpx.InvalidURL) as error:
            raise ProviderUnavailable(_PROXY_SETTING) from error

    def _client_with(self, verify: ssl.SSLContext | bool) -> httpx.AsyncClient:
        """Make the client; in a thread, since httpx loads its transport as late as now."""
        _load_backend()
        return httpx.AsyncClient(
            headers=self._headers,
            # The rest is `send`'s deadline, which is long for an upload: one that stands still ends sooner.
            timeout=httpx.Timeout(None, connect=CONNECT_DEADLINE_S, write=DEADLINE_S),
            limits=httpx.Limits(
                max_connections=10, max_keepalive_connections=5, keepalive_expiry=KEEPALIVE_S
            ),
            follow_redirects=False,
            **WAY_OUT.for_httpx(self._base_url, verify),
        )

    async def close(self) -> None:
        """Close every connection; the client can be used again after."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()


def _expire_in(limit: asyncio.Timeout, seconds: float) -> None:
    limit.reschedule(asyncio.get_running_loop().time() + seconds)


@cache
def _load_backend() -> None:
    """Let anyio load what it would load at the first connection, when the window would wait for it."""
    anyio.run(anyio.sleep, 0)


class _Departure:
    """Notices when so much of the request leaves that the server may act on it.

    That is its first byte (a proxy's CONNECT before it does not count), but of an upload the last part: the
    server can do nothing with less than the announced length.
    """

    def __init__(self, on_leaving: Callable[[], None] | None, *, is_upload: bool) -> None:
        self.began = False
        self.on_begin: Callable[[], None] = lambda: None
        self._on_leaving = on_leaving
        self._is_upload = is_upload
        self._has_headers_out = False
        self._stream: Any = None

    async def trace(self, event: str, info: Mapping[str, Any]) -> None:
        if event.endswith(".connect_tcp.complete"):
            self._stream = info["return_value"]
        elif event.endswith(".send_request_headers.started"):
            self._note(info["request"].method)

    def begin(self) -> None:
        """Take it from now on that the server may act."""
        if not self.began:
            self.began = True
            self.on_begin()
            if self._on_leaving is not None:
                self._on_leaving()

    def unavailable(self, why: str) -> ProviderUnavailable:
        """Return the error for a request that the server cannot have acted on."""
        if self._has_headers_out:
            return ProviderUnavailable(reason=Reason.UPLOAD_BROKE)
        return ProviderUnavailable(why)

    async def abandon(self) -> None:
        """Close a connection that was opened for a request which never left: httpcore may forget it."""
        if not self.began and self._stream is not None:
            await self._stream.aclose()

    def _note(self, method: bytes) -> None:
        if method == b"CONNECT":
            return
        self._has_headers_out = True
        if not self._is_upload:
            self.begin()


def checked_base_url(url: str) -> str:
    """Return `url` with its scheme in lower case and without a trailing slash.

    Raises InvalidAccount where there is no host to reach, or tokens would travel in clear.
    """
    url = url.strip().rstrip("/")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
        host.encode("idna")  # what the resolver does: labels may be empty or too long
        httpx.URL(url).host  # noqa: B018 - reads it
    except (ValueError, httpx.InvalidURL) as error:
        raise InvalidAccount(_NO_URL) from error
    if parts.scheme not in {"http", "https"} or not host or any(c.isspace() for c in url):
        raise InvalidAccount(_NO_URL)
    if "?" in url or "#" in url or "@" in parts.netloc:
        raise InvalidAccount(_URL_WITH_MORE)
    if parts.scheme == "http" and not is_loopback(url):
        raise InvalidAccount(_URL_IN_CLEAR)
    return parts.scheme + url[len(parts.scheme) :]


async def tls_context(ca_file: str) -> ssl.SSLContext:
    """Return a context that trusts the system's certificates, certifi's, and those in `ca_file` (PEM path).

    And those that administrators have everything trust here. Raises InvalidAccount if a file cannot be used.
    """
    return await asyncio.to_thread(_tls_context, ca_file)


def _tls_context(ca_file: str) -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    _trust(context, WAY_OUT.ca_file, Detail(_NO_OFFICE_CA_FILE, path=WAY_OUT.ca_file))
    _trust(context, ca_file, _NO_CA_FILE)
    return context


def _trust(context: ssl.SSLContext, ca_file: str, refusal: str) -> None:
    if ca_file:
        try:
            context.load_verify_locations(Path(ca_file).expanduser())
        except (OSError, ValueError, RuntimeError) as error:  # unreadable, no path at all, no such ~user
            raise InvalidAccount(refusal) from error


def secret_header(value: str) -> str:
    """Return `value` as it goes into a header. Raises InvalidAccount for one that no header can carry."""
    value = value.strip()
    if not value.isascii() or not value.isprintable() or " " in value:
        raise InvalidAccount(_NO_TOKEN_SIGNS)
    return value


def without(body: bytes, secrets: Sequence[str]) -> bytes:
    """Return `body` with "…" for each of `secrets`, also as it stands in a URL or in JSON."""
    for secret in secrets:
        if len(secret) >= SHORTEST_HIDDEN:
            for form in (
                secret,
                quote(secret, safe=""),
                json.dumps(secret)[1:-1],
                secret.replace("/", "\\/"),
            ):
                body = body.replace(form.encode(), "…".encode())
    return body


def why_unreachable(error: BaseException) -> str:
    """Say in words why a connection failed; never the error's own text."""
    causes = list(_causes(error))
    for kind, words in (
        (httpx.TimeoutException, _TOO_SLOW),  # first: a handshake's want of data is an SSLError too
        (ssl.SSLCertVerificationError, _NOT_TRUSTED),
        (ssl.SSLError, _NO_TLS),
        (socket.gaierror, _NO_NAME),
        (ConnectionRefusedError, _REFUSED),
        (httpx.ProxyError, _NO_PROXY),
        (SOCKSError, _NO_PROXY),
    ):
        if any(isinstance(cause, kind) for cause in causes):
            return words
    return _NO_CONNECTION


def _causes(error: BaseException | None) -> list[BaseException]:
    if error is None:
        return []
    group = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    further = [cause for member in group for cause in _causes(member)]
    return [error, *further, *_causes(error.__cause__ or error.__context__)]


_TOO_LARGE = QT_TRANSLATE_NOOP("Detail", "it is larger than 1 MiB")
_BROKEN = QT_TRANSLATE_NOOP("Detail", "its compression is broken")
_NO_URL = QT_TRANSLATE_NOOP("Detail", "The base URL must look like https://host.")
_URL_WITH_MORE = QT_TRANSLATE_NOOP("Detail", "The base URL must not hold a user, a password, a ? or a #.")
_URL_IN_CLEAR = QT_TRANSLATE_NOOP(
    "Detail", "The base URL must begin with https://, or the token would be sent in clear."
)
_NO_CA_FILE = QT_TRANSLATE_NOOP(
    "Detail", "The extra CA file cannot be read, or holds no certificate in PEM form."
)
_NO_OFFICE_CA_FILE = QT_TRANSLATE_NOOP(
    "Detail",
    "Your administrator's CA file {path} cannot be read, or holds no certificate in PEM form. "
    "Tell your administrator.",
)
_NO_TOKEN_SIGNS = QT_TRANSLATE_NOOP(
    "Detail", "The token holds a space or a sign that no token has. Copy it again."
)
_TOO_SLOW = QT_TRANSLATE_NOOP("Detail", "The server did not take the connection in time.")
_NOT_TRUSTED = QT_TRANSLATE_NOOP(
    "Detail", "Its certificate is not trusted. If your office inspects connections, give its CA file."
)
_NO_TLS = QT_TRANSLATE_NOOP("Detail", "It does not speak https as expected.")
_NO_NAME = QT_TRANSLATE_NOOP("Detail", "Its name could not be found.")
_REFUSED = QT_TRANSLATE_NOOP("Detail", "The connection was refused.")
_NO_PROXY = QT_TRANSLATE_NOOP("Detail", "The proxy refused the connection.")
_PROXY_SETTING = QT_TRANSLATE_NOOP("Detail", "This computer's proxy setting cannot be used.")
_NO_CONNECTION = QT_TRANSLATE_NOOP("Detail", "No connection could be made.")
