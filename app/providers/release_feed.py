"""Fetches the release feed and its signature, and believes nothing else.

Nothing is told of whoever asks but the program's name and version, as in every request.
"""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import httpx

from app.domain.detail import Detail
from app.domain.provider import InvalidAccount, InvalidRequest, ProviderUnavailable, UnexpectedReply
from app.domain.reason import QT_TRANSLATE_NOOP
from app.domain.release import is_https
from app.providers.download import Manner, fetch
from app.providers.http import why_unreachable
from app.providers.release_format import read_release
from app.providers.release_signature import is_signed
from app.services.updates import UpdateUnknown

if TYPE_CHECKING:
    from app.domain.release import FeedAddress, Release

LIMIT = 256 * 1024
"""Bytes. Notes in three languages and a dozen files take a tenth of it."""
SIGNATURE_LIMIT = 1024
DEADLINE_S = 20.0
"""For each of the two: somebody is looking on."""


async def read_feed(feed: FeedAddress) -> Release:
    """Return what `feed` announces, once its signature was found right. Raises UpdateUnknown."""
    data = await _fetched(feed.url, Manner(False, LIMIT, DEADLINE_S), _NO_FEED)
    manner = Manner(False, SIGNATURE_LIMIT, DEADLINE_S)
    signature = await _fetched(f"{feed.url}.sig", manner, _NO_SIGNATURE)
    if not is_signed(data, signature, feed.key):
        raise UpdateUnknown(_NOT_OURS)
    return read_release(data)


async def _fetched(url: str, manner: Manner, missing: str) -> bytes:
    if not is_https(url):
        raise UpdateUnknown(_IN_CLEAR)
    try:
        return (await fetch(url, manner)).data
    except InvalidRequest as error:
        raise UpdateUnknown(missing) from error
    except InvalidAccount as error:  # what administrators have everything trust is no certificate
        raise UpdateUnknown(error.detail) from error
    except UnexpectedReply as error:
        raise UpdateUnknown(Detail(_NOT_USABLE, detail=error.detail)) from error
    except ProviderUnavailable as error:
        raise UpdateUnknown(Detail(_NOT_REACHED, why=_why(error.__cause__))) from error


def _why(cause: BaseException | None) -> str:
    if isinstance(cause, TimeoutError):
        return _TOO_SLOW
    if isinstance(cause, httpx.ReadError | httpx.RemoteProtocolError):
        return _BROKE
    if _is_distrust(cause):
        return _NOT_TRUSTED
    return why_unreachable(cause) if cause is not None else ""


def _is_distrust(cause: BaseException | None) -> bool:
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


_IN_CLEAR = QT_TRANSLATE_NOOP(
    "Detail", "The release feed's address must begin with https://. Tell your administrator."
)
_NOT_REACHED = QT_TRANSLATE_NOOP(
    "Detail", "The release feed could not be read. {why} Check the network, and try again."
)
_NO_FEED = QT_TRANSLATE_NOOP("Detail", "There is no release feed at its address. Try again later.")
_NO_SIGNATURE = QT_TRANSLATE_NOOP(
    "Detail", "The release feed has no signature, so nothing of it is believed. Try again later."
)
_NOT_OURS = QT_TRANSLATE_NOOP(
    "Detail",
    "The release feed is not signed with the key that is known here, so nothing of it is believed. Try "
    "again later; if it stays so, tell your administrator.",
)
_NOT_USABLE = QT_TRANSLATE_NOOP("Detail", "The release feed cannot be used: {detail}. Try again later.")
_TOO_SLOW = QT_TRANSLATE_NOOP("Detail", "It took too long.")
_NOT_TRUSTED = QT_TRANSLATE_NOOP(
    "Detail",
    "Its certificate is not trusted. If your office inspects connections, your administrator can have its CA "
    "file trusted.",
)
_BROKE = QT_TRANSLATE_NOOP("Detail", "The connection broke before all of it had come.")
