"""What may speak against a call, and what was said for placing it all the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum

LONGEST_REASON = 200
"""Characters of a reason: it is a line, not a letter."""


class Guard(StrEnum):
    """What stops a call and asks. The values are kept in history."""

    EARLIER = "earlier"
    """The person was called lately, or it is not known what became of an earlier call."""
    NOT_REACHED = "not_reached"
    """The provider says that it does not reach the number."""
    DO_NOT_CALL = "do_not_call"
    QUIET_HOURS = "quiet_hours"


@dataclass(frozen=True, slots=True)
class Despite:
    """A call placed although `guards` spoke against it, and the operator's reason ("" for none)."""

    guards: tuple[Guard, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GuardRules:
    """When to stop and ask. Quiet hours are by the callee's clock and may run over midnight."""

    again_within: timedelta = timedelta(seconds=30)
    quiet_hours: bool = False
    quiet_from: time = time(21, 0)
    quiet_until: time = time(8, 0)
