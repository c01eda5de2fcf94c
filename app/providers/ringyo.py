"""Ringyo: an AI agent makes a phone call. Endpoints and errors as its public documentation has them.

A POST with an idempotency key is processed once, so an interrupted one may be sent again with the same key.
What becomes of a call is asked for, again and again.

Three parts: facts, pure functions between plain data, and the class that sends.
"""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar
from urllib.parse import quote, urlencode, urlsplit

import msgspec

from app.domain import provider
from app.domain.agent import CallReport, Speaker, Utterance
from app.domain.call import CallKind, CallState, Outcome
from app.domain.provider import (
    AccountField,
    AuthenticationFailed,
    Budget,
    CallEvent,
    CallProvider,
    CallStatus,
    Capabilities,
    Choice,
    Connection,
    InsufficientCredit,
    InvalidRequest,
    Line,
    Placed,
    ProviderError,
    ProviderFailed,
    RateLimited,
    Recording,
    SecondsRange,
    StatusSource,
    UnexpectedReply,
)
from app.domain.reason import QT_TRANSLATE_NOOP, Reason
from app.providers.replies import decoded, decoded_or_none, is_refusal, read_budget, retry_at, undocumented
from app.providers.request_check import check_request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.account import Secret
    from app.domain.call import CallRequest
    from app.providers.http import Reply

# --- facts --------------------------------------------------------------------------------------------

POST_DEADLINE_S = 10.0
"""An interrupted POST is sent again, which is worth more than to wait longer for the reply to the first."""
_MOST_PAGES = 50
"""A list that goes on for longer is a mistake of the server's."""

_STATUSES: Mapping[str, tuple[CallState | None, Outcome | None]] = {
    "queued": (None, None),
    "initiated": (None, None),
    "ringing": (CallState.RINGING, None),
    "answered": (CallState.IN_PROGRESS, None),
    "in_progress": (CallState.IN_PROGRESS, None),
    "transferred": (CallState.IN_PROGRESS, None),
    "completed": (CallState.ENDED, Outcome.ANSWERED),
    "failed": (CallState.ENDED, Outcome.FAILED),
    "no_answer": (CallState.ENDED, Outcome.NO_ANSWER),
    "busy": (CallState.ENDED, Outcome.BUSY),
}
"""The documented values of `status`."""

_SPEAKERS = {"agent": Speaker.AGENT, "user": Speaker.CALLEE}
"""The documented values of `role`."""

_ENDINGS = {
    "audio/mpeg": "mp3",
    "audio/mp3": "mp3",
    "audio/wav": "wav",
    "audio/wave": "wav",
    "audio/x-wav": "wav",
    "audio/vnd.wave": "wav",
    "audio/ogg": "ogg",
    "audio/opus": "ogg",
    "audio/mp4": "m4a",
    "audio/x-m4a": "m4a",
    "audio/m4a": "m4a",
    "audio/aac": "aac",
    "audio/flac": "flac",
    "audio/webm": "webm",
}
"""Of the file that a recording of that type becomes; the type is not documented."""
_UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream"})
"""Types that say nothing: then the ending of the address counts."""

_REFUSALS: Mapping[str, Reason] = {
    "invalid_phone_number": Reason.NUMBER_REFUSED,
    "invalid_from_number": Reason.OWN_NUMBER_REFUSED,
    "agent_not_found": Reason.AGENT_NOT_FOUND,
    "call_not_found": Reason.CALL_NOT_FOUND,
}
"""The documented codes of errors for which something in the request must be changed."""

_NO_TIME_S = 7 * 24 * 3600
"""Longer than any call."""

_T = TypeVar("_T")

# --- pure: request out, reply in ----------------------------------------------------------------------


class _Wrapped(msgspec.Struct, Generic[_T]):
    data: _T


class _Words(msgspec.Struct):
    code: str | None = None
    message: str | None = None


class _Failure(msgspec.Struct):
    error: _Words


class _CallReply(msgspec.Struct):
    id: str


class _StatusReply(msgspec.Struct):
    """Of what comes beside the status nothing may keep the end of a call from being told."""

    status: str
    duration: object = None
    transcript: object = None
    recording_url: object = None


class _AgentReply(msgspec.Struct):
    id: str
    name: str | None = None
    language: str | None = None


class _NumberReply(msgspec.Struct):
    phone_number: str
    friendly_name: str | None = None
    country: str | None = None


class _Page(msgspec.Struct, Generic[_T]):
    data: list[_T]
    has_more: bool = False
    next_cursor: str | None = None


def call_body(request: CallRequest) -> bytes:
    """Return the body of `POST /v1/calls`. Raises InvalidRequest for a request without an agent."""
    task = request.agent
    if task is None:
        raise InvalidRequest(_NO_AGENT, reason=Reason.NOT_POSSIBLE)
    body: dict[str, object] = {
        "phone_number": request.number.e164,
        "agent_id": task.agent_id,
        "record": task.record,
        "max_duration": task.longest_s,
    }
    if task.from_number:
        body["from_number"] = task.from_number
    if task.metadata:
        body["metadata"] = dict(task.metadata)
    return msgspec.json.encode(body)


def read_placed(reply: Reply) -> Placed:
    """Return what a good reply to a call says. Raises the error that any other reply stands for."""
    placed = _unwrapped(reply, _CallReply)
    if not placed.id:
        raise UnexpectedReply(_NO_CALL)
    return Placed(placed.id)


def read_status(reply: Reply, call_id: str) -> CallStatus:
    """Return what `GET /v1/calls/{id}` says of the call, which has that id."""
    status = _unwrapped(reply, _StatusReply)
    known = status.status in _STATUSES
    state, outcome = _STATUSES.get(status.status, (None, None))
    event = CallEvent(frozenset({call_id}), status.status, state, outcome, understood=known)
    return CallStatus(event, _report(status) if state is CallState.ENDED else None)


def read_recording_url(reply: Reply) -> str:
    """Return where the recording of a call is: the address may be a key, and is not to be kept.

    Raises InvalidRequest where there is none.
    """
    url = _unwrapped(reply, _StatusReply).recording_url
    if not isinstance(url, str) or not url:
        raise InvalidRequest(reason=Reason.NO_RECORDING)
    return url


def recording_ending(content_type: str, url: str) -> str:
    """Return the ending of a recording's file. Raises UnexpectedReply for what is no sound."""
    ending = PurePosixPath(urlsplit(url).path).suffix.lower().removeprefix(".")
    if content_type in _UNSAID and ending in _ENDINGS.values():
        return ending
    if content_type not in _ENDINGS:
        raise UnexpectedReply(_NO_SOUND)
    return _ENDINGS[content_type]


def read_agents(reply: Reply) -> tuple[list[Choice], str | None]:
    """Return a page of `GET /v1/agents`, and the cursor of the next one, if there is one."""
    page = _unwrapped(reply, _Page[_AgentReply])
    choices = [Choice(agent.id, agent.name or agent.id, detail=agent.language or "") for agent in page.data]
    return choices, page.next_cursor if page.has_more else None


def read_numbers(reply: Reply) -> tuple[list[Choice], str | None]:
    """Return a page of `GET /v1/phone-numbers`, and the cursor of the next one, if there is one."""
    page = _unwrapped(reply, _Page[_NumberReply])
    choices = [
        Choice(number.phone_number, number.friendly_name or number.phone_number, detail=number.phone_number)
        for number in page.data
    ]
    return choices, page.next_cursor if page.has_more else None


def key_words(api_key: str) -> str:
    """Return which kind of key it is, as its beginning tells; empty for an unknown one."""
    if api_key.startswith("rg_test_"):
        return _TEST_KEY
    return _LIVE_KEY if api_key.startswith(("vb_live_", "rg_live_")) else ""


def _report(status: _StatusReply) -> CallReport:
    said = status.transcript if isinstance(status.transcript, list) else []
    utterances = (_utterance(each) for each in said)
    return CallReport(
        duration_s=_seconds(status.duration),
        transcript=tuple(each for each in utterances if each is not None),
        has_recording=isinstance(status.recording_url, str) and bool(status.recording_url),
    )


def _utterance(said: object) -> Utterance | None:
    """Return what was said; None where it is not known by whom."""
    match said:
        case {"role": "agent" | "user" as role, "content": str(words), **more}:
            return Utterance(_SPEAKERS[role], words, _seconds(more.get("timestamp")))
    return None


def _seconds(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 <= value < _NO_TIME_S else None


def _unwrapped(reply: Reply, shape: type[_T]) -> _T:
    """Return the body of a good reply, in the envelope `data` or without: both are documented."""
    if reply.status not in {200, 201}:
        raise _error(reply)
    wrapped = decoded_or_none(reply.body, _Wrapped[shape])  # type: ignore[valid-type] # made at run time
    return wrapped.data if wrapped is not None else decoded(reply, shape)


def _error(reply: Reply) -> ProviderError:
    """Return the error for a reply that is not the good one.

    What a gateway says in the provider's place, also in JSON, says nothing about the call, unless its
    status says that the request was refused.
    """
    status = reply.status
    failure = decoded_or_none(reply.body, _Failure)
    code = (failure.error.code or "") if failure else ""
    words = (failure.error.message or code) if failure else ""
    if not is_refusal(status) and not (status == 500 and words):
        return UnexpectedReply(undocumented(status))
    if code == "rate_limit_exceeded" and not _is_spent(reply):
        return RateLimited(words, retry_at(reply.headers), reason=Reason.TOO_MANY_CALLS)
    if code == "insufficient_credits":
        return InsufficientCredit(words)
    if code in _REFUSALS:
        return InvalidRequest(words, reason=_REFUSALS[code])
    if status == 401:
        return AuthenticationFailed(words)
    if status == 429 or code == "rate_limit_exceeded":
        return RateLimited(words, retry_at(reply.headers))
    return InvalidRequest(words or undocumented(status)) if is_refusal(status) else ProviderFailed(words)


def _is_spent(reply: Reply) -> bool:
    """Whether no request is left, as the headers tell: then it is requests, not calls, that are too many."""
    budget = read_budget(reply.headers)
    return budget is not None and budget.remaining == 0


_NO_AGENT = QT_TRANSLATE_NOOP("Detail", "There is no agent to call with.")
_NO_CALL = QT_TRANSLATE_NOOP("Detail", "it names no call")
_NO_SOUND = QT_TRANSLATE_NOOP("Detail", "the recording is no sound")
_TEST_KEY = QT_TRANSLATE_NOOP("Detail", "test key: no real calls")
_LIVE_KEY = QT_TRANSLATE_NOOP("Detail", "live key: real calls")

# --- the class that sends -----------------------------------------------------------------------------


class Ringyo(CallProvider):
    """One Ringyo account."""

    key: ClassVar[str] = "ringyo"
    name: ClassVar[str] = "Ringyo"
    capabilities: ClassVar[Capabilities] = Capabilities(
        kinds=frozenset({CallKind.AGENT}),
        status_source=StatusSource.POLL,
        agent=SecondsRange(shortest=1, longest=3600, default=3600),
        repeatable_post=True,
    )
    account_fields: ClassVar[tuple[AccountField, ...]] = (
        AccountField(
            "api_key",
            QT_TRANSLATE_NOOP("AccountField", "API key"),
            secret=True,
            hint=QT_TRANSLATE_NOOP("AccountField", "rg_live_… calls, rg_test_… only pretends"),
        ),
        AccountField(
            "base_url", QT_TRANSLATE_NOOP("AccountField", "Base URL"), default="https://api.ringyo.ai"
        ),
    )

    def __init__(self, fields: Mapping[str, str], secrets: Mapping[str, Secret]) -> None:
        from app.providers.download import download
        from app.providers.http import HttpClient, secret_header
        from app.providers.network import is_loopback

        api_key = secret_header(secrets["api_key"].reveal())
        base_url = fields.get("base_url", "")
        self._key_words = key_words(api_key)
        self._http = HttpClient(base_url, headers={"Authorization": f"Bearer {api_key}"}, secrets=(api_key,))
        self._download = partial(download, here=is_loopback(base_url.strip()))
        self._budget: Budget | None = None

    @property
    def budget(self) -> Budget | None:
        return self._budget

    async def place(
        self,
        request: CallRequest,
        on_leaving: Callable[[], None],
        on_upload: Callable[[int, int], None] | None = None,
        key: str = "",
    ) -> Placed:
        check_request(request, self.capabilities)
        reply = await self._http.send(
            "POST",
            "/v1/calls",
            body=call_body(request),
            on_leaving=on_leaving,
            headers={"Idempotency-Key": key} if key else {},
            deadline_s=POST_DEADLINE_S,
        )
        return read_placed(self._counted(reply))

    async def status(self, provider_call_id: str) -> CallStatus:
        return read_status(await self._ask_for(provider_call_id), provider_call_id)

    async def recording(self, provider_call_id: str) -> Recording:
        url = read_recording_url(await self._ask_for(provider_call_id))
        file = await self._download(url)
        return Recording(file.data, recording_ending(file.content_type, url))

    async def connection(self) -> Connection:
        """Ask for one agent: it shows that the key is good. Nothing is documented that tells of a line."""
        read_agents(await self._get("/v1/agents?limit=1&status=active"))
        return Connection(Line.CONNECTED, self._key_words)

    async def choices(self, key: str) -> list[Choice]:
        match key:
            case provider.AGENTS:
                return await self._all("/v1/agents", read_agents)
            case provider.OWN_NUMBERS:
                return await self._all("/v1/phone-numbers", read_numbers)
        return []

    async def close(self) -> None:
        await self._http.close()

    async def _all(self, path: str, read: Callable[[Reply], tuple[list[Choice], str | None]]) -> list[Choice]:
        choices: list[Choice] = []
        query = {"status": "active"}
        for _ in range(_MOST_PAGES):
            page, cursor = read(await self._get(f"{path}?{urlencode(query)}"))
            choices += page
            if not cursor or cursor == query.get("cursor"):
                break
            query["cursor"] = cursor
        return choices

    async def _ask_for(self, call_id: str) -> Reply:
        return await self._get(f"/v1/calls/{quote(call_id, safe='')}?include=transcript,recording")

    async def _get(self, path: str) -> Reply:
        return self._counted(await self._http.send("GET", path))

    def _counted(self, reply: Reply) -> Reply:
        self._budget = read_budget(reply.headers) or self._budget
        return reply
