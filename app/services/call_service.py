"""Places calls, follows each to its end, and records every step before anyone sees it.

One call a press, one task a call. Nothing here sends a call a second time, except with a key by which the
provider carries it out once.
"""

from __future__ import annotations

import asyncio
import logging
import uuid
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from app.domain.call import Call, CallKind, CallState, CallStep, KnownBy, Outcome
from app.domain.detail import Detail
from app.domain.provider import OutcomeUnknown, ProviderError, StatusSource, UnexpectedReply
from app.domain.reason import QT_TRANSLATE_NOOP, Reason
from app.services.follow import Patience, follow
from app.services.history import NotRecorded
from app.services.open_accounts import asked
from app.services.poll import Asking, CallSource, poll
from app.services.repeat import place_surely
from app.services.secret_store import SecretsSilent, SecretsUnavailable
from app.services.tasks import Tasks, uninterrupted

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.agent import CallReport
    from app.domain.call import CallRequest
    from app.domain.provider import CallProvider, Placed, Recording
    from app.services.account_service import AccountService
    from app.services.history import History
    from app.services.live_service import LiveService

log = logging.getLogger(__name__)

_T = TypeVar("_T")

_NOT_THERE = QT_TRANSLATE_NOOP("Detail", "This call is not in the history any more.")

CLOSING_GRACE_S = 2.0
"""How long a closing program waits for replies under way; with all else it leaves within 5 s."""


@dataclass(frozen=True, slots=True)
class Uploaded:
    """How much of a sound has left: `sent` of `total` bytes."""

    sent: int
    total: int


class _UnderWay:
    """A call that has no end yet, and the task that carries it (None for one of a program that is gone).

    `request` is what is sent: the call itself keeps of a sound only its record.
    """

    def __init__(self, call: Call, request: CallRequest | None = None) -> None:
        self.call = call
        self.request = request or call.request
        self.uploaded: Uploaded | None = None
        self.task: asyncio.Task[None] | None = None
        self.provider: CallProvider | None = None
        self.has_left = False
        self.cancel_reason = Reason.CLOSED_BEFORE_SENDING
        self.replied = asyncio.Event()
        self.over = asyncio.Event()
        self._has_begun = False
        self._is_stopped = False

    @property
    def known_not_to_have_left(self) -> bool:
        return self.task is not None and not self.has_left

    def begin(self) -> None:
        """Hear the first step of the task: one cancelled before it would never give the call its end."""
        self._has_begun = True
        if self._is_stopped:
            raise asyncio.CancelledError

    def leave(self) -> None:
        self.has_left = True

    def upload(self, sent: int, total: int) -> None:
        self.uploaded = Uploaded(sent, total)

    def stop(self) -> None:
        """Cancel the task, unless that was done or the end has come: neither ending is to be disturbed."""
        if not self._is_stopped and not self.call.is_over and self.task:
            self._is_stopped = True
            if self._has_begun:
                self.task.cancel()


class CallService:
    """Places and follows calls.

    `on_change` gets each call when a step became known and is on disk; `on_trouble` a sentence when a
    step could not be written although the call goes on.
    """

    def __init__(
        self,
        *,
        accounts: AccountService,
        live: LiveService,
        history: History,
        on_change: Callable[[Call], None],
        on_trouble: Callable[[str], None],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        patience: Patience | None = None,
        asking: Asking | None = None,
    ) -> None:
        self._accounts = accounts
        self._live = live
        self._history = history
        self._on_change = on_change
        self._on_trouble = on_trouble
        self._now = now
        self._patience = patience or Patience()
        self._asking = asking or Asking()
        self._under_way: dict[str, _UnderWay] = {}
        self._tasks = Tasks()

    @property
    def under_way(self) -> tuple[Call, ...]:
        """The calls that have no end yet, oldest first."""
        return tuple(way.call for way in self._under_way.values())

    def place(self, request: CallRequest) -> str:
        """Place one call and return its id at once. What becomes of it is told through `on_change`."""
        account = self._accounts.account(request.account_id)
        kind = self._accounts.kind_of(account) if account else None
        request = _timed(request, kind)
        call = Call(
            id=uuid.uuid4().hex,
            request=replace(request, audio=request.audio_record),
            account_name=account.name if account else "",
            provider=kind.name if kind else "",
            steps=(CallStep(CallState.QUEUED, self._now(), KnownBy.LOCAL),),
        )
        way = self._under_way[call.id] = _UnderWay(call, request)
        way.task = self._tasks.start(self._carry(way, self._send), f"call {call.id}")
        return call.id

    def can_cancel(self, call_id: str) -> bool:
        """Whether the call has not left yet."""
        way = self._under_way.get(call_id)
        return way is not None and not way.has_left and not way.call.is_over

    def uploaded(self, call_id: str) -> Uploaded | None:
        """Return how much of the call's sound has left, while it is being sent."""
        way = self._under_way.get(call_id)
        return way.uploaded if way is not None and way.call.state is CallState.SENDING else None

    def cancel(self, call_id: str) -> bool:
        """Cancel the call if it has not left yet; return whether it will not be sent."""
        way = self._under_way.get(call_id)
        if way is None or not self.can_cancel(call_id):
            return False
        way.cancel_reason = Reason.CANCELLED
        way.stop()
        return True

    async def annotate(self, call: Call, note: str, tag: str) -> None:
        """Write the operator's words about a call, and tell of the call with them.

        Raises NotRecorded, after which nothing has changed; also where the call is not in history any more.
        """
        way = self._under_way.get(call.id)  # which holds the newest also when the end comes meanwhile
        kept = await self._history.annotate(call.id, note, tag)
        if kept is None:
            raise NotRecorded(Detail(_NOT_THERE))
        if way is not None:
            kept = way.call = way.call.annotated(kept.note, kept.tag)
        self._tell(self._on_change, kept)

    async def recording(self, call: Call) -> Recording:
        """Fetch the recording of a call whose report says that there is one.

        Raises ProviderError, and what a SecretStore raises.
        """
        account_id = call.request.account_id
        self._accounts.open.require_unlimited(account_id)
        provider = await self._accounts.open.provider(account_id)
        try:
            recording = await asked(provider.recording(call.provider_call_id or ""))
        except ProviderError as error:
            self._accounts.open.note_error(account_id, error, provider)
            raise
        self._accounts.open.note_exchange(account_id, provider)
        return recording

    async def finished(self, call_id: str) -> None:
        """Wait until the call has its end; returns at once for one that has."""
        if (way := self._under_way.get(call_id)) is not None:
            await way.over.wait()

    async def recover(self) -> None:
        """Follow up the calls that a program which is gone left without an end, or give them one."""
        for call in await self._history.unfinished():
            way = _UnderWay(call)
            if self._can_be_asked_for(call):
                way.has_left = True
                way.replied.set()
                self._under_way[call.id] = way
                way.task = self._tasks.start(self._carry(way, self._ask_on), f"call {call.id}")
                self._tell(self._on_change, call)
            else:
                await self._end_abandoned(way)

    def _can_be_asked_for(self, call: Call) -> bool:
        account = self._accounts.account(call.request.account_id)
        kind = self._accounts.kind_of(account) if account else None
        is_asked = kind is not None and kind.capabilities.status_source is StatusSource.POLL
        return is_asked and call.was_placed

    async def close(self, grace_s: float = CLOSING_GRACE_S) -> None:
        """Give every call its end and return.

        What has not left is cancelled; a reply under way is waited for up to `grace_s`; what cannot be
        known after that is unknown. Only a call that can be asked for is left without an end: the next
        start asks on.
        """
        ways = list(self._under_way.values())
        for way in ways:
            if not way.has_left:
                way.stop()
        waiting = [way.replied.wait() for way in ways if way.has_left]
        if waiting:
            await asyncio.wait([asyncio.ensure_future(reply) for reply in waiting], timeout=grace_s)
        for way in ways:
            way.stop()
        await asyncio.gather(*(way.over.wait() for way in ways))
        await self._tasks.close()

    # --- one call, start to end -----------------------------------------------------------------------

    async def _carry(self, way: _UnderWay, work: Callable[[_UnderWay], Awaitable[None]]) -> None:
        try:
            way.begin()
            await work(way)
        except asyncio.CancelledError:
            if not self._can_be_asked_for(way.call):  # else the next start asks on
                await self._end_abandoned(way)
        except NotRecorded as error:
            await self._end(way, Outcome.FAILED, Reason.NOT_RECORDED, str(error))
        except SecretsUnavailable as error:
            await self._end(way, Outcome.FAILED, Reason.SECRETS_MISSING, str(error))
        except SecretsSilent:
            await self._end(way, Outcome.FAILED, Reason.SECRETS_SILENT)
        except ProviderError as error:
            self._accounts.open.note_error(way.call.request.account_id, error, way.provider)
            await self._end_refused(way, error)
        except Exception:
            log.exception("Call %s broke", way.call.id)
            await self._end_broken(way)
        finally:
            del self._under_way[way.call.id]
            way.replied.set()
            way.over.set()

    async def _send(self, way: _UnderWay) -> None:
        request = way.call.request
        await self._write(way.call)
        self._tell(self._on_change, way.call)
        if self._accounts.open.status(request.account_id).retry_at:
            await self._end(way, Outcome.FAILED, Reason.RATE_LIMITED)
            return
        provider = way.provider = await self._accounts.open.provider(request.account_id)
        with self._live.subscribed(request.account_id) as news:
            await self._record_before_leaving(way)
            placed = await self._place(way, provider)
            way.request = way.call.request  # a sound is large, and needed no longer
            self._accounts.open.note_exchange(request.account_id, provider)
            await self._advance(
                way,
                CallStep(CallState.PLACED, self._now(), KnownBy.PROVIDER, detail=placed.message),
                provider_call_id=placed.provider_call_id,
            )
            way.replied.set()
            if provider.capabilities.status_source is StatusSource.POLL:
                await self._ask_on(way)
                return
            async for step in follow(way.call, news, patience=self._patience, now=self._now):
                await self._advance(way, step)

    async def _place(self, way: _UnderWay, provider: CallProvider) -> Placed:
        account_id, accounts = way.call.request.account_id, self._accounts.open

        async def place() -> Placed:
            return await provider.place(way.request, way.leave, way.upload, way.call.id)

        if not provider.capabilities.repeatable_post:
            return await place()
        return await place_surely(
            place,
            limited_for_s=lambda: accounts.limited_for_s(account_id),
            on_error=lambda error: accounts.note_error(account_id, error, provider),
        )

    async def _ask_on(self, way: _UnderWay) -> None:
        """Ask for a placed call until it is over."""
        source = CallSource(self._accounts.open, way.call, way.provider)
        try:
            steps = poll(way.call, source, asking=self._asking, now=self._now)
            async for step, report in steps:
                await self._advance(way, step, report=report)
        finally:
            self._live.passed_over += source.passed_over

    async def _record_before_leaving(self, way: _UnderWay) -> None:
        """Write the step SENDING; if it cannot be written, NotRecorded keeps the call from leaving."""
        sending = way.call.advance(CallStep(CallState.SENDING, self._now(), KnownBy.LOCAL))
        await self._write(sending)
        way.call = sending.annotated(way.call.note, way.call.tag)  # which may have come meanwhile
        self._tell(self._on_change, way.call)

    async def _advance(
        self,
        way: _UnderWay,
        step: CallStep,
        *,
        provider_call_id: str | None = None,
        report: CallReport | None = None,
    ) -> None:
        """Take the step, write it, and tell it. The truth is told also where it cannot be written."""
        way.call = way.call.advance(step, provider_call_id=provider_call_id, report=report)
        try:
            await self._write(way.call)
        except NotRecorded as error:
            log.info("A step of call %s could not be written", way.call.id)
            self._tell(self._on_trouble, str(error))
        self._tell(self._on_change, way.call)

    @staticmethod
    def _tell(listener: Callable[[_T], None], news: _T) -> None:
        """Tell a listener. A mistake of its own must not change what becomes of the call."""
        try:
            listener(news)
        except Exception:
            log.exception("Whoever was told of a call failed")

    async def _write(self, call: Call) -> None:
        """Record the newest step. A cancellation waits for the disk, or memory and disk would part."""
        await uninterrupted(self._history.record(call))

    async def _end_refused(self, way: _UnderWay, error: ProviderError) -> None:
        unknown = way.has_left and isinstance(error, OutcomeUnknown | UnexpectedReply)
        outcome = Outcome.UNKNOWN if unknown else Outcome.FAILED
        known_by = KnownBy.PROVIDER if way.has_left and not unknown else KnownBy.LOCAL
        await self._end(way, outcome, error.reason, error.detail, known_by)

    async def _end(
        self,
        way: _UnderWay,
        outcome: Outcome,
        reason: Reason,
        detail: str = "",
        known_by: KnownBy = KnownBy.LOCAL,
    ) -> None:
        step = CallStep(CallState.ENDED, self._now(), known_by, outcome, reason, detail)
        await self._advance(way, step)

    async def _end_broken(self, way: _UnderWay) -> None:
        """End a call that a mistake in the program broke off."""
        if way.call.was_placed:
            await self._end_abandoned(way)
        elif way.has_left:
            await self._end(way, Outcome.UNKNOWN, Reason.CONNECTION_BROKE)
        else:
            await self._end(way, Outcome.FAILED, Reason.BROKEN_INSIDE)

    async def _end_abandoned(self, way: _UnderWay) -> None:
        """End a call that nobody follows any more: cancelled, closed upon, or of a program that is gone."""
        match way.call.state:
            case CallState.QUEUED:
                await self._end(way, Outcome.CANCELLED, way.cancel_reason)
            case CallState.SENDING if way.known_not_to_have_left:
                await self._end(way, Outcome.CANCELLED, way.cancel_reason)
            case CallState.SENDING:
                await self._end(way, Outcome.UNKNOWN, Reason.CLOSED_WHILE_SENDING)
            case CallState.PLACED | CallState.RINGING:
                await self._end(way, Outcome.UNKNOWN, Reason.CLOSED_WHILE_RINGING)
            case CallState.IN_PROGRESS:
                await self._end(way, Outcome.ANSWERED, Reason.END_NOT_SEEN)
            case CallState.ENDED:
                pass


def _timed(request: CallRequest, kind: type[CallProvider] | None) -> CallRequest:
    """Return the request with the ring time that it will have, where nobody tells when it is over.

    RyzeAPI tells of calls with a sound; Z-API lets them ring for its usual time.
    """
    if kind is None or request.kind is not CallKind.AUDIO or request.ring_seconds is not None:
        return request
    can = kind.capabilities
    if can.status_source is not StatusSource.NONE or can.ring is None:
        return request
    return replace(request, ring_seconds=can.ring.default)
