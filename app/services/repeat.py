"""Sends a request that was interrupted again, with its key, where the provider carries it out once."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from app.domain.provider import (
    InsufficientCredit,
    InvalidRequest,
    OutcomeUnknown,
    ProviderError,
    UnexpectedReply,
)
from app.domain.reason import Reason

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.provider import Placed

log = logging.getLogger(__name__)

REPEATS = 3
REPEAT_WITHIN_S = 30.0
"""How often a request is sent again, and for how long after it was interrupted."""
REPEAT_AFTER_S = 0.5

_INTERRUPTED = (OutcomeUnknown, UnexpectedReply)
"""After which it is not known what became of the request: no reply, or one of something in between."""


async def place_surely(
    place: Callable[[], Awaitable[Placed]],
    *,
    limited_for_s: Callable[[], float],
    on_error: Callable[[ProviderError], None],
) -> Placed:
    """Place a call, and once more as long as it is not known what became of it; `place` uses one key.

    `limited_for_s` tells for how long nothing may be sent, `on_error` hears why a repetition was in vain.
    Raises as `place` does; what interrupted it first where it is not known in the end either.
    """
    try:
        return await place()
    except _INTERRUPTED:
        with suppress(TimeoutError):
            async with asyncio.timeout(REPEAT_WITHIN_S):
                for repeat in range(REPEATS):
                    await asyncio.sleep(max(REPEAT_AFTER_S * (repeat + 1), limited_for_s()))
                    placed = await _again(place, on_error)
                    if placed is not None:
                        return placed
        raise


async def _again(
    place: Callable[[], Awaitable[Placed]], on_error: Callable[[ProviderError], None]
) -> Placed | None:
    try:
        return await place()
    except ProviderError as error:
        if _speaks_of_the_call(error):
            raise
        log.info("A repetition came to %s", type(error).__name__)
        on_error(error)
        return None


def _speaks_of_the_call(error: ProviderError) -> bool:
    """Whether an error of a repetition says what became of the request.

    After others the first may have got through; also after a bare refusal, by something in between.
    """
    is_bare = error.reason is Reason.REQUEST_REFUSED
    return isinstance(error, InsufficientCredit | InvalidRequest) and not is_bare
