"""Stand-ins for what the services use, by kind, and the services built on them."""

from __future__ import annotations

import asyncio
import selectors
from collections import Counter, defaultdict
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, TypeVar

from app.domain.account import Account, Secret
from app.domain.agent import AgentTask
from app.domain.audio import AudioFormat, PreparedAudio
from app.domain.call import Call, CallKind, CallRequest, CallState, CallStep, KnownBy, Outcome
from app.domain.phone_number import PhoneNumber
from app.domain.provider import (
    AccountField,
    Budget,
    CallEvent,
    CallStatus,
    Capabilities,
    Choice,
    Connection,
    InvalidAccount,
    Line,
    LineEvent,
    LiveSetting,
    Placed,
    Recording,
    SecondsRange,
    StatusSource,
)
from app.services.account_draft import AccountDraft
from app.services.account_service import AccountService
from app.services.call_service import CallService
from app.services.dialling import Dialling
from app.services.history import EVERY_CALL, NotRecorded
from app.services.live_service import LiveService
from app.services.settings import NotSaved, Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping, Sequence
    from pathlib import Path

    from app.domain.audio import AudioRecord, AudioSource
    from app.domain.provider import CallProvider
    from app.services.history import HistoryFilter
    from app.services.history_export import ExportForm
    from app.services.question import Question
    from app.services.secret_store import SecretStore

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
NUMBER = PhoneNumber.parse("+55 11 99999-0001")
OTHER = PhoneNumber.parse("+55 11 98888-0002")
ACCOUNT = Account("a1", "Support", "fake", {"instance": "one", "place": "here"})
TOKEN = Secret("a token")
TASK = AgentTask("agent-1", "Ana", "+5511988880000", longest_s=60, metadata=(("ticket", "7"),))
POLLED = Capabilities(
    kinds=frozenset({CallKind.AGENT}),
    status_source=StatusSource.POLL,
    agent=SecondsRange(1, 3600, 3600),
    repeatable_post=True,
)
"""Of a provider whose agents call, and who is asked for what becomes of a call."""

_T = TypeVar("_T")


# --- time ---------------------------------------------------------------------------------------------


class _HurriedSelector(selectors.DefaultSelector):  # type: ignore[misc, valid-type]  # differs by system
    def __init__(self) -> None:
        super().__init__()
        self.skipped_s = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready: list[tuple[selectors.SelectorKey, int]] = super().select(0)
        if not ready and timeout is None:
            raise AssertionError("everything waits for something that nobody will do")
        if not ready and timeout:
            self.skipped_s += timeout
        return ready


class HurriedLoop(asyncio.SelectorEventLoop):
    """A loop on which nothing waits: where all is quiet, its clock jumps to what is due next."""

    def __init__(self) -> None:
        self._hurried = _HurriedSelector()
        super().__init__(self._hurried)
        self._clock_resolution = 1e-6  # what is less is lost in rounding when months are skipped

    def time(self) -> float:
        return self._hurried.skipped_s

    def run_in_executor(  # type: ignore[override]  # done at once: no clock may jump while a thread works
        self, _executor: object, work: Callable[..., _T], *args: object
    ) -> asyncio.Future[_T]:
        future: asyncio.Future[_T] = self.create_future()
        try:
            future.set_result(work(*args))
        except Exception as error:  # noqa: BLE001 - whoever waits gets it
            future.set_exception(error)
        return future


def now() -> datetime:
    """The time of day that goes with the loop's clock: noon when the loop began."""
    return NOON + timedelta(seconds=asyncio.get_running_loop().time())


async def settle() -> None:
    """Let everything run that can run without time passing."""
    for _ in range(50):
        await asyncio.sleep(0)


class Gate:
    """Lets through, or holds back until it is opened; `reached` counts who came."""

    def __init__(self) -> None:
        self._opened = asyncio.Event()
        self._opened.set()
        self.reached = 0

    def hold(self) -> None:
        self._opened.clear()

    def open(self) -> None:
        self._opened.set()

    async def passed(self) -> None:
        self.reached += 1
        await self._opened.wait()


# --- the provider -------------------------------------------------------------------------------------


class FakeLive:
    """One live connection. `say` pushes news, `drop` ends it."""

    def __init__(self) -> None:
        self.queue: asyncio.Queue[CallEvent | LineEvent | Exception | None] = asyncio.Queue()
        self.is_open = True

    def say(self, event: CallEvent | LineEvent) -> None:
        self.queue.put_nowait(event)

    def drop(self) -> None:
        self.queue.put_nowait(None)

    def break_with(self, error: Exception) -> None:
        self.queue.put_nowait(error)

    async def events(self) -> AsyncIterator[CallEvent | LineEvent]:
        while (event := await self.queue.get()) is not None:
            if isinstance(event, Exception):
                raise event
            yield event


class FarSide:
    """What stands behind a FakeProvider: how it answers, and what was asked of it."""

    def __init__(self) -> None:
        self.kind: type[FakeProvider] = type("FakeProvider", (FakeProvider,), {"far_side": self})
        self.built: list[tuple[dict[str, str], dict[str, Secret]]] = []
        self.closed = 0
        self.budget: Budget | None = None
        # a call
        self.requests: list[CallRequest] = []
        self.connecting = Gate()
        self.uploads: list[tuple[int, int]] = []
        self.uploading = Gate()
        self.replying = Gate()
        self.reply: Placed | Exception = Placed("P1", "Call placed successfully")
        self.first_replies: list[Placed | Exception] = []
        self.keys: list[str] = []
        self.placed_at: list[float] = []
        self.leaves = True
        # the line
        self.lines_asked = Gate()
        self.line: Connection | Exception = Connection(Line.CONNECTED, "connected")
        self.choices: list[Choice] = []
        self.listed: dict[str, list[Choice] | Exception] = {}
        self.listing = Gate()
        self.checks = Gate()
        self.reaches: bool | Exception = True
        # a call that is asked for
        self.says: list[CallStatus | Exception] = []
        self.asked_at: list[float] = []
        self.asked_for: list[str] = []
        self.recording: Recording | Exception = Recording(b"RIFF", "wav")
        # live status
        self.setting: LiveSetting | Exception = LiveSetting(enabled=True, will_write={"enabled": True})
        self.settings_asked: list[float] = []
        self.written: list[Mapping[str, object]] = []
        self.live_errors: list[Exception] = []
        self.connections: list[FakeLive] = []
        self.connected_at: list[float] = []


class FakeProvider:
    """A CallProvider whose far side is in the test's hands."""

    key: ClassVar[str] = "fake"
    name: ClassVar[str] = "Fake"
    capabilities: ClassVar[Capabilities] = Capabilities(
        kinds=frozenset({CallKind.RING}), status_source=StatusSource.PUSH, ring=SecondsRange(1, 60, 8)
    )
    account_fields: ClassVar[tuple[AccountField, ...]] = (
        AccountField("token", "Token", secret=True),
        AccountField("pin", "Pin", secret=True, required=False),
        AccountField("instance", "Instance", find_label="Find instances"),
        AccountField("place", "Place", required=False),
    )
    far_side: ClassVar[FarSide]

    def __init__(self, fields: Mapping[str, str], secrets: Mapping[str, Secret]) -> None:
        if fields.get("place") == "nowhere":
            raise InvalidAccount("There is no such place.")
        self.far_side.built.append((dict(fields), dict(secrets)))

    @property
    def budget(self) -> Budget | None:
        return self.far_side.budget

    async def place(
        self,
        request: CallRequest,
        on_leaving: Callable[[], None],
        on_upload: Callable[[int, int], None] | None = None,
        key: str = "",
    ) -> Placed:
        far = self.far_side
        far.requests.append(request)
        far.keys.append(key)
        far.placed_at.append(asyncio.get_running_loop().time())
        await far.connecting.passed()
        for sent, total in far.uploads:
            if on_upload:
                on_upload(sent, total)
        await far.uploading.passed()
        if far.leaves:
            on_leaving()
        await far.replying.passed()
        return _answer(far.first_replies.pop(0) if far.first_replies else far.reply)

    async def status(self, provider_call_id: str) -> CallStatus:
        far = self.far_side
        far.asked_at.append(asyncio.get_running_loop().time())
        far.asked_for.append(provider_call_id)
        return _answer(far.says.pop(0) if len(far.says) > 1 else far.says[0])

    async def recording(self, provider_call_id: str) -> Recording:
        self.far_side.asked_for.append(provider_call_id)
        return _answer(self.far_side.recording)

    async def reaches(self, number: PhoneNumber) -> bool:
        await self.far_side.checks.passed()
        return _answer(self.far_side.reaches)

    async def connection(self) -> Connection:
        await self.far_side.lines_asked.passed()
        return _answer(self.far_side.line)

    async def choices(self, key: str) -> list[Choice]:
        if key == "instance":
            return self.far_side.choices
        await self.far_side.listing.passed()
        return _answer(self.far_side.listed.get(key, []))

    @asynccontextmanager
    async def live(self) -> AsyncIterator[AsyncIterator[CallEvent | LineEvent]]:
        far = self.far_side
        far.connected_at.append(asyncio.get_running_loop().time())
        if far.live_errors:
            raise far.live_errors.pop(0)
        connection = FakeLive()
        far.connections.append(connection)
        try:
            yield connection.events()
        finally:
            connection.is_open = False

    async def live_setting(self) -> LiveSetting:
        self.far_side.settings_asked.append(asyncio.get_running_loop().time())
        return _answer(self.far_side.setting)

    async def enable_live(self, agreed: LiveSetting) -> LiveSetting | None:
        setting = await self.live_setting()
        if setting.will_write != agreed.will_write:
            return setting
        self.far_side.written.append(agreed.will_write)
        self.far_side.setting = replace(setting, enabled=True)
        return None

    async def close(self) -> None:
        self.far_side.closed += 1


def _answer(answer: _T | Exception) -> _T:
    if isinstance(answer, Exception):
        raise answer
    return answer


def provider_with(far: FarSide, **facts: object) -> type[CallProvider]:
    """The provider of that far side, with some class facts changed."""
    return type("FakeProvider", (far.kind,), facts)


# --- storage ------------------------------------------------------------------------------------------


class FakeHistory:
    """A History in memory. `fails` names the states whose record fails; `gates` hold a state's record."""

    def __init__(self, log: list[tuple[str, object]]) -> None:
        self._log = log
        self.calls: dict[str, Call] = {}
        self.fails: set[CallState] = set()
        self.gates: dict[CallState, Gate] = defaultdict(Gate)
        self.abandoned: list[Call] = []
        self.lookup = Gate()
        self.lookup_fails = False
        self.annotating = Gate()
        self.annotating_fails = False
        self.deleting_fails = False

    async def record(self, call: Call) -> None:
        await self.gates[call.state].passed()
        if call.state in self.fails:
            raise NotRecorded("The disk is full.")
        self._log.append(("recorded", call.state))
        kept = self.calls.get(call.id, call)
        self.calls[call.id] = call.annotated(kept.note, kept.tag)

    async def annotate(self, call_id: str, note: str, tag: str) -> Call | None:
        await self.annotating.passed()
        if self.annotating_fails:
            raise NotRecorded("The disk is full.")
        if call_id in self.calls:
            self.calls[call_id] = self.calls[call_id].annotated(note, tag)
        return self.calls.get(call_id)

    async def page(
        self, *, before: str | None = None, limit: int = 100, which: HistoryFilter = EVERY_CALL
    ) -> list[Call]:
        calls = list(reversed(self.calls.values()))
        if before is not None:
            calls = calls[[call.id for call in calls].index(before) + 1 :]
        return calls[:limit]

    async def count(self, which: HistoryFilter) -> int:
        return len(self.calls)

    async def delete(self, call_ids: Sequence[str]) -> int:
        over = [call_id for call_id in call_ids if call_id in self.calls and self.calls[call_id].is_over]
        for call_id in over:
            del self.calls[call_id]
        return len(over)

    async def delete_before(self, before: datetime, *, progress: Callable[[int], None] | None = None) -> int:
        if self.deleting_fails:
            raise NotRecorded("The disk is full.")
        deleted = await self.delete([call.id for call in self.calls.values() if call.created_at < before])
        if progress is not None:
            progress(deleted)
        return deleted

    async def export(
        self,
        which: HistoryFilter,
        path: Path,
        form: ExportForm,
        *,
        name_of: Callable[[str], str],
        progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> int:
        calls = [form.call(call, name_of(call.request.number.person)) for call in await self.page()]
        text = form.head + form.between.join(calls) + form.tail
        path.write_bytes(text.encode())  # noqa: ASYNC240 - nothing waits for a fake
        return len(calls)

    async def prepare(self, progress: Callable[[float], None] | None = None) -> None:
        self._log.append(("prepared", None))

    async def tidy(self) -> None:
        self._log.append(("tidied", None))

    async def tags(self) -> list[str]:
        tags = Counter(call.tag for call in self.calls.values() if call.tag)
        return [tag for tag, _ in tags.most_common()]

    async def latest_sent_to(self, person: str) -> Call | None:
        never_placed = {Outcome.FAILED, Outcome.CANCELLED}
        found = [
            call
            for call in self.calls.values()
            if call.request.number.person == person
            and (call.provider_call_id is not None or call.outcome not in never_placed)
        ]
        await self.lookup.passed()
        if self.lookup_fails:
            raise NotRecorded("The disk failed.")
        return found[-1] if found else None

    async def unfinished(self) -> list[Call]:
        return self.abandoned


class FakeSettings:
    """A SettingsStore in memory; `fails` makes it refuse to save."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.current = settings or Settings()
        self.fails = False

    async def update(self, change: Callable[[Settings], Settings]) -> Settings:
        await asyncio.sleep(0)
        if self.fails:
            raise NotSaved("The disk is full.")
        self.current = change(self.current)
        return self.current


class FakeSecrets:
    """A SecretStore in memory. `error` is raised by everything, `set_errors` by the setting of a key."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Secret] = {}
        self.error: Exception | None = None
        self.set_errors: dict[str, Exception] = {}
        self.asked = Gate()

    async def get(self, account_id: str, key: str) -> Secret | None:
        found = self.kept.get((account_id, key))
        await self._answer()
        return found

    async def set(self, account_id: str, key: str, secret: Secret) -> None:
        await self._answer()
        if key in self.set_errors:
            raise self.set_errors[key]
        self.kept[account_id, key] = secret

    async def delete(self, account_id: str, key: str) -> None:
        await self._answer()
        self.kept.pop((account_id, key), None)

    async def _answer(self) -> None:
        await self.asked.passed()
        if self.error:
            raise self.error


# --- everything together ------------------------------------------------------------------------------


class World:
    """The services on fakes, with one account; `log` tells in order what was recorded, shown and said."""

    def __init__(self) -> None:
        self.log: list[tuple[str, object]] = []
        self.far = FarSide()
        self.history = FakeHistory(self.log)
        self.settings = FakeSettings(Settings(accounts=(ACCOUNT,)))
        self.secrets = FakeSecrets()
        self.secrets.kept[ACCOUNT.id, "token"] = TOKEN
        self.run_secrets: SecretStore = FakeSecrets()
        self.shown: list[Call] = []
        self.questions: list[Question] = []
        self.changed_accounts: list[str] = []
        self.replaced_accounts: list[str] = []
        self.accounts = AccountService(
            settings=self.settings,
            secrets=self.secrets,
            run_secrets=self.run_secrets,
            providers=(self.far.kind,),
            on_change=self.changed_accounts.append,
            on_replaced=self.replaced_accounts.append,
            now=now,
        )
        self.live = LiveService(self.accounts, self._live_changed)
        self.live_changes: list[str] = []
        self.calls = CallService(
            accounts=self.accounts,
            live=self.live,
            history=self.history,
            on_change=self._show,
            on_trouble=lambda sentence: self.log.append(("trouble", sentence)),
            now=now,
        )
        self.dialling = Dialling(
            accounts=self.accounts,
            calls=self.calls,
            history=self.history,
            on_question=self.questions.append,
            now=now,
        )

    def _show(self, call: Call) -> None:
        self.log.append(("shown", call.state))
        self.shown.append(call)

    def _live_changed(self, account_id: str) -> None:
        self.live_changes.append(account_id)

    @property
    def last(self) -> CallStep:
        """The newest step shown."""
        return self.shown[-1].last

    @property
    def end(self) -> tuple[Outcome | None, KnownBy, object]:
        """How the newest call that was shown ended."""
        assert self.last.state is CallState.ENDED
        return self.last.outcome, self.last.known_by, self.last.reason

    @property
    def states(self) -> list[CallState]:
        """The states that were shown, in order."""
        return [call.state for call in self.shown]

    async def call(self, request: CallRequest | None = None) -> Call:
        """Place a call and return it with its end."""
        call_id = self.calls.place(request or ring())
        await self.calls.finished(call_id)
        return self.shown[-1]

    async def go_live(self) -> FakeLive:
        """Connect the account's live status and return its connection."""
        self.live.connect(ACCOUNT.id)
        await self.live.settled(ACCOUNT.id, 5)
        return self.far.connections[-1]

    async def close(self) -> None:
        await self.dialling.close()
        await self.calls.close()
        await self.live.close()
        await self.accounts.close()


def ring(number: PhoneNumber = NUMBER, seconds: int | None = 8, account_id: str = ACCOUNT.id) -> CallRequest:
    return CallRequest(account_id, number, CallKind.RING, seconds)


def talking(
    task: AgentTask = TASK, *, number: PhoneNumber = NUMBER, account_id: str = ACCOUNT.id
) -> CallRequest:
    return CallRequest(account_id, number, CallKind.AGENT, agent=task)


def sound(
    path: str = "/home/ana/hello.wav", *, data: bytes = b"12345", seconds: float = 24.0
) -> PreparedAudio:
    """A file made ready."""
    return PreparedAudio(
        path=path,
        data=data,
        format=AudioFormat.OGG,
        duration_s=seconds,
        original_kind="WAV",
        original_size=80_044,
        original_duration_s=seconds,
        original_sha256="ab" * 32,
    )


def playing(audio: AudioSource | AudioRecord, number: PhoneNumber = NUMBER) -> CallRequest:
    return CallRequest(ACCOUNT.id, number, CallKind.AUDIO, audio=audio)


def draft(**changes: object) -> AccountDraft:
    """A new account as entered, everything right."""
    whole = AccountDraft("Sales", "fake", {"instance": "two"}, {"token": Secret("another token")})
    return replace(whole, **changes)  # type: ignore[arg-type]  # replace is not typed by field


def call_in(state: CallState, *, number: PhoneNumber = NUMBER, outcome: Outcome | None = None) -> Call:
    """A call that got as far as `state`, pressed at noon."""
    way = [CallState.QUEUED, CallState.SENDING, CallState.PLACED, CallState.RINGING, CallState.IN_PROGRESS]
    before = way if state is CallState.ENDED else way[: way.index(state) + 1]
    if outcome in {Outcome.CANCELLED, Outcome.FAILED}:
        before = way[:2]
    elif outcome not in {None, Outcome.ANSWERED}:
        before = way[:4]
    call = Call("c-" + state, ring(number), "Support", "Fake", (CallStep(before[0], NOON, KnownBy.LOCAL),))
    for each in before[1:]:
        call = call.advance(CallStep(each, NOON, KnownBy.PROVIDER), provider_call_id="P1")
    return call.advance(CallStep(state, NOON, KnownBy.PROVIDER, outcome)) if outcome else call
