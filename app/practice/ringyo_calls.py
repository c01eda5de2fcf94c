"""Ringyo's calls: what is asked of one, and what has become of it by the clock."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING

from app.practice.scenarios import REACTION_S, TALK_S, CallNews

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.practice.scenarios import Scenario

QUEUED_S = 1.0
"""How long a call waits before it rings."""
RING_S = 15.0
"""How long it rings before it ends unanswered. Not documented."""

OVER = frozenset({"completed", "failed", "no_answer", "busy"})

CONVERSATION = (
    (0.0, "agent", "Good morning, this is the practice agent. May I confirm your appointment?"),
    (1.5, "user", "Yes, please."),
    (2.5, "agent", "Tomorrow at ten, then. Shall I send a reminder?"),
    (4.0, "user", "No, thank you. Goodbye."),
)
"""What is said in every call that is answered: seconds since then, by whom, and the words."""


@dataclass(frozen=True, slots=True)
class RingyoOrder:
    """A call that keeps the contract."""

    phone_number: str
    agent_id: str
    from_number: str
    metadata: Mapping[str, str]
    record: bool
    max_duration: int


@dataclass(slots=True)
class RingyoCall:
    """One call. `course` is each status with the second from which it holds, at the call's own time.

    `told` is a status that a test has set, in place of the course.
    """

    order: RingyoOrder
    course: tuple[tuple[float, str], ...]
    pace: float
    placed_at: float
    created_at: datetime
    id: str = field(default_factory=lambda: f"call_{secrets.token_hex(8)}")
    recording_key: str = field(default_factory=lambda: secrets.token_hex(8), repr=False)
    told: tuple[float, str] | None = None

    @property
    def talk_s(self) -> int:
        """How long it talks, once it is answered."""
        return min(int(TALK_S), self.order.max_duration)

    def status(self, now: float) -> tuple[float, str]:
        """Return its status and the true second since it was placed from which that holds."""
        if self.told:
            return self.told
        passed = now - self.placed_at
        due = [(after_s * self.pace, status) for after_s, status in self.course]
        return [step for step in due if step[0] <= passed or step is due[0]][-1]

    def has_recording(self, now: float) -> bool:
        """Whether its recording can be fetched."""
        return self.order.record and self.status(now)[1] == "completed"

    def as_created(self) -> dict[str, object]:
        """Return it as the reply to its POST shows it, also to a repeated one."""
        return {
            "id": self.id,
            "status": "queued",
            "phone_number": self.order.phone_number,
            "from_number": self.order.from_number,
            "agent_id": self.order.agent_id,
            "metadata": dict(self.order.metadata),
            "record": self.order.record,
            "created_at": _iso(self.created_at),
        }

    def as_json(self, now: float) -> dict[str, object]:
        """Return it as a GET shows it, without what must be asked for."""
        since, status = self.status(now)
        shown = self.as_created() | {"status": status}
        if status == "completed":
            shown["duration"] = self.talk_s
        if status in OVER:
            shown["ended_at"] = _iso(self.created_at + timedelta(seconds=since))
        return shown

    def transcript(self, now: float) -> list[dict[str, object]]:
        """Return what was said; nothing before it is over."""
        if self.status(now)[1] != "completed":
            return []
        return [
            {"role": role, "content": content, "timestamp": at_s}
            for at_s, role, content in CONVERSATION
            if at_s < self.talk_s
        ]


class RingyoCalls:
    """Every call, and the idempotency key of each. For any thread. `clock` counts true seconds."""

    def __init__(self, pace: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._pace = pace
        self._clock = clock
        self._calls: dict[str, RingyoCall] = {}
        self._by_key: dict[str, RingyoCall] = {}
        self._lock = Lock()

    @property
    def now(self) -> float:
        """The clock's time."""
        return self._clock()

    def place(self, order: RingyoOrder, scenario: Scenario, key: str) -> RingyoCall:
        """Begin a call, and remember it by its idempotency key unless that is empty."""
        course = course_of(scenario, min(int(TALK_S), order.max_duration))
        call = RingyoCall(order, course, self._pace, self.now, datetime.now(UTC))
        with self._lock:
            self._calls[call.id] = call
            if key:
                self._by_key[key] = call
        return call

    def of_key(self, key: str) -> RingyoCall | None:
        """Return the call that was placed with that key."""
        return self._by_key.get(key)

    def get(self, call_id: str) -> RingyoCall | None:
        """Return the call of that id."""
        return self._calls.get(call_id)

    def all(self) -> list[RingyoCall]:
        """Return every call, oldest first."""
        with self._lock:
            return list(self._calls.values())

    def tell(self, call_id: str, status: str) -> None:
        """Let a call have that status from now on, documented or not."""
        call = self._calls[call_id]
        call.told = (self.now - call.placed_at, status)


def course_of(scenario: Scenario, talk_s: float) -> tuple[tuple[float, str], ...]:
    """Return each status of a call and the second from which it holds.

    No status is documented for a callee who declines: that is `no_answer`, only sooner. A line that is busy
    never rings.
    """
    begin_s = scenario.reply_after_s
    queued = (0.0, "queued")
    if scenario.is_busy:
        return queued, (begin_s + REACTION_S, "busy")
    rings_s = begin_s + QUEUED_S
    rings = (rings_s, "ringing")
    match scenario.reaction:
        case CallNews.ACCEPTED:
            talks_s = rings_s + REACTION_S
            return queued, rings, (talks_s, "in_progress"), (talks_s + talk_s, "completed")
        case CallNews.REJECTED:
            return queued, rings, (rings_s + REACTION_S, "no_answer")
    return queued, rings, (rings_s + RING_S, "no_answer")


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
