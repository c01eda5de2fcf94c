"""Which news of a call are worth a notification, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.call import CallState, Outcome
from app.ui.wording import step_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.call import Call


def news_of(call: Call, name_of: Callable[[str], str]) -> tuple[str, str] | None:
    """Return who it is about and what happened; None for what the operator need not know elsewhere.

    That somebody answered, declined, or that it ended: nothing else of the call, for a locked screen may
    show it. A call that was cancelled was so by the operator.
    """
    if call.state not in {CallState.IN_PROGRESS, CallState.ENDED} or call.outcome is Outcome.CANCELLED:
        return None
    number = call.request.number
    return name_of(number.person) or number.formatted, step_words(call, call.last)
