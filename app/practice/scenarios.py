"""What the last four digits of a number make happen, and when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from app.domain.reason import QT_TRANSLATE_NOOP


class Effect(Enum):
    """What becomes of the request."""

    RINGS = auto()
    FAILS = auto()
    BREAKS = auto()
    LIMITED = auto()
    REFUSED = auto()


class CallNews(StrEnum):
    """The kinds of `call.update` that are pushed. `notification` and `latency` exist too, and never occur."""

    OFFER = "offer"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    TERMINATED = "terminated"


@dataclass(frozen=True, slots=True)
class Scenario:
    """One row of the table. `digits` is "" for every number that no other row names.

    `reaction` is what the callee does after REACTION_S, if the phone still rings then. `is_busy` and
    `has_whatsapp` are for the providers that tell: the others ring such a number, and nobody answers.
    """

    digits: str
    description: str
    effect: Effect = Effect.RINGS
    reaction: CallNews | None = None
    reply_after_s: float = 0.0
    is_busy: bool = False
    has_whatsapp: bool = True


SCENARIOS = (
    Scenario(
        "0001",
        QT_TRANSLATE_NOOP("Practice", "Answered after 2 s, then talks for 5 s"),
        reaction=CallNews.ACCEPTED,
    ),
    Scenario("0002", QT_TRANSLATE_NOOP("Practice", "Declined after 2 s"), reaction=CallNews.REJECTED),
    Scenario("0003", QT_TRANSLATE_NOOP("Practice", "Rings and is not answered")),
    Scenario("0004", QT_TRANSLATE_NOOP("Practice", "Busy (Ringyo)"), is_busy=True),
    Scenario("0005", QT_TRANSLATE_NOOP("Practice", "The server fails and says why"), effect=Effect.FAILS),
    Scenario(
        "0006",
        QT_TRANSLATE_NOOP("Practice", "The connection breaks after the request was read"),
        effect=Effect.BREAKS,
    ),
    Scenario(
        "0007", QT_TRANSLATE_NOOP("Practice", "The token is rate limited for 5 s"), effect=Effect.LIMITED
    ),
    Scenario("0008", QT_TRANSLATE_NOOP("Practice", "The token is refused"), effect=Effect.REFUSED),
    Scenario(
        "0009",
        QT_TRANSLATE_NOOP("Practice", "The reply comes after 20 s, then it rings and is not answered"),
        reply_after_s=20.0,
    ),
    Scenario("0010", QT_TRANSLATE_NOOP("Practice", "Has no WhatsApp (Z-API)"), has_whatsapp=False),
    Scenario("", QT_TRANSLATE_NOOP("Practice", "Rings, and nobody answers")),
)
"""Every scenario with one English sentence; the last is for all other numbers."""

REACTION_S = 2.0
TALK_S = 5.0
LIMITED_S = 5.0


def scenario_for(digits: str) -> Scenario:
    """Return the scenario that the number `digits` chooses."""
    return next(scenario for scenario in SCENARIOS if digits.endswith(scenario.digits))


def timeline(scenario: Scenario, ring_s: float, talk_s: float = TALK_S) -> tuple[tuple[float, CallNews], ...]:
    """Return what is pushed of a call: seconds since it was placed, and the kind.

    It rings `ring_s`, and is over `talk_s` after it was answered.
    """
    offered = (0.0, CallNews.OFFER)
    if scenario.reaction is None or ring_s < REACTION_S:
        return offered, (ring_s, CallNews.TERMINATED)
    over_s = REACTION_S + talk_s if scenario.reaction is CallNews.ACCEPTED else REACTION_S
    return offered, (REACTION_S, scenario.reaction), (over_s, CallNews.TERMINATED)
