"""What the replies of several providers have in common: JSON, a request budget, and HTTP's own words."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.domain.audio import AudioLink
from app.domain.detail import Detail
from app.domain.provider import Budget, ProviderError, UnexpectedReply
from app.domain.reason import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from app.domain.call import CallRequest
    from app.providers.http import Reply

REQUEST_LEFT_WAIT = timedelta(minutes=1)
"""The usual window of a rate limit; assumed where a 429 does not say when it ends."""

_UNREADABLE = (msgspec.DecodeError, UnicodeError, RecursionError)
"""What msgspec raises for text that is not JSON, for bytes that are not UTF-8, and for endless nesting."""
_REFUSED_OR_NOT = frozenset({408, 409, 425, 499})
"""4xx that a gateway may send after the request went through."""

_Shape = TypeVar("_Shape")


def decoded(reply: Reply, shape: type[_Shape]) -> _Shape:
    """Return the body as `shape`; fields that it does not name are passed over. Raises UnexpectedReply."""
    try:
        return msgspec.json.decode(reply.body, type=shape)
    except _UNREADABLE as error:
        raise UnexpectedReply(_NOT_DOCUMENTED) from error


def decoded_or_none(text: bytes | str, shape: type[_Shape]) -> _Shape | None:
    """Return `text` as `shape`; None where it is not of that shape."""
    try:
        return msgspec.json.decode(text, type=shape)
    except _UNREADABLE:
        return None


@contextmanager
def link_hidden(request: CallRequest) -> Iterator[Callable[[str], str]]:
    """Let no error that is raised inside quote the key in the request's link; yield what hides it in a text.

    A provider that cannot fetch a link may quote it.
    """
    hidden = request.audio.hidden_in if isinstance(request.audio, AudioLink) else str
    try:
        yield hidden
    except ProviderError as error:
        error.detail = hidden(error.detail)
        error.args = (error.detail,)
        raise


def is_refusal(status: int) -> bool:
    """Whether that status says by itself that nothing was done: a 4xx that no gateway sends afterwards."""
    return 400 <= status < 500 and status not in _REFUSED_OR_NOT


def undocumented(status: int) -> Detail:
    """Return the words for a status that the documentation does not know."""
    return Detail(_UNDOCUMENTED, status=str(status))


def read_budget(headers: Mapping[str, str]) -> Budget | None:
    """Return the request budget that the `X-RateLimit-*` headers tell, or None."""
    try:
        return Budget(
            limit=int(headers["x-ratelimit-limit"]),
            remaining=int(headers["x-ratelimit-remaining"]),
            resets_at=datetime.fromtimestamp(int(headers["x-ratelimit-reset"]), UTC),
        )
    except (KeyError, ValueError, OverflowError, OSError):
        return None


def retry_at(headers: Mapping[str, str]) -> datetime:
    """Return when a rate limit ends, as the headers tell, or as is usual."""
    budget = read_budget(headers)
    return budget.resets_at if budget else datetime.now(UTC) + REQUEST_LEFT_WAIT


_NOT_DOCUMENTED = QT_TRANSLATE_NOOP("Detail", "it is not the JSON that is documented")
_UNDOCUMENTED = QT_TRANSLATE_NOOP("Detail", "an undocumented HTTP {status}")
