"""`toque call`: places exactly one call without a window, and prints each step."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.account import find
from app.commands.exit_code import BadInput, ExitCode
from app.commands.guarding import allowed
from app.commands.number import read_number
from app.domain.agent import AgentTask
from app.domain.audio import LONG_S, AudioLink, AudioRefused, PreparedAudio, length_words
from app.domain.call import CallKind, CallRequest, CallState, KnownBy, Outcome
from app.domain.provider import AudioOrigin
from app.domain.reason import sentence
from app.services.history import NotRecorded

if TYPE_CHECKING:
    from app.domain.account import Account
    from app.domain.audio import AudioSource
    from app.domain.call import Call
    from app.domain.provider import CallProvider, SecondsRange
    from app.program import Program

LIVE_DEADLINE_S = 5.0
"""How long the live connection is waited for before the call: news that comes before it would be missed."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for, as it was typed: ring seconds, a file to play, a link to one, or an agent."""

    ring: str | None = None
    audio: str | None = None
    audio_url: str | None = None
    agent: str | None = None
    from_number: str | None = None
    metadata: tuple[str, ...] = ()
    record: bool = True
    max_duration: str | None = None

    @property
    def is_for_agent(self) -> bool:
        """Whether anything was given that only a call of an agent has."""
        given = (self.agent, self.from_number, self.max_duration)
        return any(each is not None for each in given) or bool(self.metadata) or not self.record

    @property
    def is_for_audio(self) -> bool:
        """Whether a sound was given."""
        return self.audio is not None or self.audio_url is not None


async def place(
    program: Program,
    text: str,
    *,
    account_name: str | None,
    wish: Wish,
    region: str | None,
    follow: bool,
    printed: Printer,
    anyway: str | None = None,
) -> None:
    """Place one call and stay to the reply, or with `follow` to its end.

    `anyway` is the reason for which it is placed although something speaks against it.

    Raises BadInput, and then nothing was sent.
    """
    account = find(program.accounts, account_name)
    kind = program.accounts.kind_of(account)
    if kind is None:
        raise BadInput(f"This version of Toque does not know the provider “{account.provider}”.")
    request = await _request(program, account, kind, text, wish, region)
    with suppress(NotRecorded):  # then this call cannot be recorded either, and says so
        await program.calls.recover()
    if follow:
        program.live.connect(account.id)
        await program.live.settled(account.id, LIVE_DEADLINE_S)
    request = allowed(await program.dialling.question(request), request, anyway)  # last: it may change
    printed.call_id = program.calls.place(request)
    await (program.calls.finished(printed.call_id) if follow else printed.replied.wait())


def exit_code(call: Call | None) -> ExitCode:
    """Return what a call came to: whether the provider accepted it."""
    if call is None:
        return ExitCode.NOT_PLACED
    if call.was_placed:
        return ExitCode.DONE
    sent = call.state is CallState.SENDING or call.outcome is Outcome.UNKNOWN
    return ExitCode.UNKNOWN if sent else ExitCode.NOT_PLACED


async def _request(
    program: Program, account: Account, kind: type[CallProvider], text: str, wish: Wish, region: str | None
) -> CallRequest:
    number = read_number(text, region)
    what = _kind_of_call(kind, wish)
    if what is CallKind.AGENT:
        remembered = program.settings.current.agent_tasks.get(account.id)
        return CallRequest(account.id, number, what, agent=agent_task(kind, wish, remembered, region))
    if what is CallKind.RING:
        return CallRequest(account.id, number, what, _ring_seconds(kind, wish.ring))
    try:
        sound = await _sound(program, kind, wish)
    except AudioRefused as refused:
        raise BadInput(str(refused)) from refused
    return CallRequest(account.id, number, what, audio=sound)


def _kind_of_call(kind: type[CallProvider], wish: Wish) -> CallKind:
    """Return what kind of call is meant: what was given says it, or else what the account can do."""
    can = kind.capabilities.kinds
    if wish.is_for_agent and (wish.is_for_audio or wish.ring is not None):
        raise BadInput("Give either --ring, --audio or --audio-url, or what an agent's call is to be.")
    if wish.is_for_audio:
        return CallKind.AUDIO  # where it cannot play one, `_sound` says which
    if wish.is_for_agent and CallKind.AGENT not in can:
        raise BadInput(f"{kind.name} has no agents.")
    if wish.ring is not None and CallKind.RING not in can:
        raise BadInput(f"{kind.name} does not ring for a time that can be chosen: leave out --ring.")
    if wish.is_for_agent:
        return CallKind.AGENT
    return next(each for each in CallKind if each in can)


def agent_task(
    kind: type[CallProvider], wish: Wish, remembered: AgentTask | None, region: str | None
) -> AgentTask:
    """Return what an agent's call is to be; one that is named begins anew, else what is remembered counts.

    Raises BadInput.
    """
    longest = kind.capabilities.agent
    if wish.agent is not None:
        remembered = AgentTask(wish.agent.strip())
    elif remembered is None:
        remembered = AgentTask("")
    if longest is None or not remembered.agent_id:
        raise BadInput(
            f"{kind.name} calls with an agent: give --agent ID. “toque account agents NAME” lists them."
        )
    if wish.max_duration is not None:
        seconds = _whole_seconds("--max-duration", wish.max_duration, longest)
    else:
        seconds = longest.default if wish.agent is not None else longest.clamp(remembered.longest_s)
    return replace(
        remembered,
        from_number=remembered.from_number
        if wish.from_number is None
        else read_number(wish.from_number, region).e164,
        record=remembered.record and wish.record,
        longest_s=seconds,
        metadata=tuple((dict(remembered.metadata) | dict(map(_pair, wish.metadata))).items()),
    )


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        raise BadInput(f"--meta {text}: give KEY=VALUE.")
    return key.strip(), value


async def _sound(program: Program, kind: type[CallProvider], wish: Wish) -> AudioSource:
    origin = AudioOrigin.LINK if wish.audio is None else AudioOrigin.FILE
    if origin not in kind.capabilities.audio_origins:
        raise BadInput(f"{kind.name} cannot play a {origin.name.lower()} in a call.")
    if wish.audio is None:
        return AudioLink.parse(wish.audio_url or "")
    program.audio.allow(kind.capabilities)
    sound = await program.audio.prepared(_whole_path(wish.audio))
    _warn_of(sound)
    return sound


def _whole_path(path: str) -> str:
    """Return the path as history needs it, which is read from elsewhere."""
    return str(Path(path).absolute())


def _warn_of(sound: PreparedAudio) -> None:
    if sound.is_silent:
        _warn(f"{sound.name} is silent: the callee will hear nothing.")
    if sound.duration_s > LONG_S:
        _warn(f"{sound.name} lasts {length_words(sound.duration_s)}: hardly anybody listens that long.")


def _warn(sentence: str) -> None:
    sys.stderr.write(f"toque: {sentence}\n")


def _ring_seconds(kind: type[CallProvider], text: str | None) -> int | None:
    ring = kind.capabilities.ring
    if ring is None:
        return None
    return ring.default if text is None else _whole_seconds("--ring", text, ring)


def _whole_seconds(option: str, text: str, allowed: SecondsRange) -> int:
    sentence = f"{option} {text}: give whole seconds from {allowed.shortest} to {allowed.longest}."
    if not re.fullmatch("[0-9]{1,9}", text) or int(text) not in allowed:
        raise BadInput(f"{sentence} {allowed.why}".strip())
    return int(text)


class Printer:
    """Prints one call's steps as they become known, up to the reply only where nobody follows further."""

    def __init__(self, *, as_json: bool, follow: bool) -> None:
        self._as_json = as_json
        self._follow = follow
        self.call_id = ""
        """The one call; others are those that an earlier Toque left without an end."""
        self.newest: Call | None = None
        self.replied = asyncio.Event()

    def __call__(self, call: Call) -> None:
        """Take in the newest step of a call."""
        if call.id != self.call_id or (self.replied.is_set() and not self._follow):
            return
        self.newest = call
        if call.was_placed or call.is_over:
            self.replied.set()
        _print(_as_json(call) if self._as_json else _as_words(call))


def _print(line: str) -> None:
    """Print at once. Whoever read may have gone: the call goes on all the same."""
    try:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _detail(call: Call) -> str:
    step = call.last
    if step.reason is None:
        return step.detail
    return sentence(step.reason, provider=call.provider, detail=step.detail)


def _as_json(call: Call) -> str:
    step = call.last
    return json.dumps(
        {
            "call_id": call.id,
            "provider_call_id": call.provider_call_id,
            "number": call.request.number.e164,
            "state": step.state,
            "outcome": step.outcome,
            "known_by": step.known_by,
            "at": step.at.isoformat(),
            "detail": _detail(call),
        }
        | ({"duration_s": call.report.duration_s} if call.report else {})
    )


_STATES = {
    CallState.QUEUED: "Queued",
    CallState.SENDING: "Sending",
    CallState.PLACED: "Accepted by {provider}",
    CallState.RINGING: "Ringing",
    CallState.IN_PROGRESS: "Answered",
}
_OUTCOMES = {
    Outcome.ANSWERED: "Ended, answered",
    Outcome.REJECTED: "Declined",
    Outcome.NO_ANSWER: "Not answered",
    Outcome.BUSY: "Busy",
    Outcome.FAILED: "Not placed",
    Outcome.CANCELLED: "Cancelled",
    Outcome.UNKNOWN: "Not known",
}


def _as_words(call: Call) -> str:
    step = call.last
    words = _OUTCOMES[step.outcome] if step.outcome else _STATES[step.state].format(provider=call.provider)
    if step.outcome is Outcome.UNKNOWN and not call.was_placed:
        words = "May have been placed"
    if step.outcome is Outcome.FAILED and call.was_placed:
        words = "Failed"
    if step.known_by is KnownBy.CLOCK and step.state is CallState.RINGING:
        words = "Should be ringing"
    if step.state is CallState.PLACED and call.request.kind is CallKind.AUDIO:
        words += ", plays when answered"
    if step.state is CallState.QUEUED:
        words = f"Queued: {call.request.number.formatted}"  # as it was understood
    if call.report is not None and call.report.duration_s is not None:
        words += f", lasted {length_words(call.report.duration_s)}"
    mark = "○" if step.known_by is KnownBy.CLOCK else "?" if step.outcome is Outcome.UNKNOWN else "●"
    at = step.at.astimezone().strftime("%H:%M:%S")
    return f"{at} {mark} {words}" + (f": {_detail(call)}" if step.reason else "")
