"""A call in which an AI agent speaks: what is asked of it, and what is known of it when it is over."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class AgentTask:
    """What is asked for. `agent_name` is for people; `from_number` is E.164, or empty for the primary one.

    `metadata` goes along with the call as the operator wrote it, key by key.
    """

    agent_id: str
    agent_name: str = ""
    from_number: str = ""
    record: bool = True
    longest_s: int = 3600
    metadata: tuple[tuple[str, str], ...] = ()


class Speaker(StrEnum):
    """Who said something. The values are kept in history."""

    AGENT = "agent"
    CALLEE = "callee"


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing that was said, `at_s` seconds after the call was answered, if that is known."""

    speaker: Speaker
    words: str
    at_s: float | None = None


@dataclass(frozen=True, slots=True)
class CallReport:
    """What the provider tells of a call that is over. `has_recording`: it can be fetched."""

    duration_s: float | None = None
    transcript: tuple[Utterance, ...] = ()
    has_recording: bool = False
