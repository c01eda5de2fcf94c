"""What a call provider can do, how it is asked, and the errors it may answer with.

A new provider keeps this contract in one file under `app/providers`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, ClassVar, Protocol

from app.domain.reason import Reason

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from contextlib import AbstractAsyncContextManager
    from datetime import datetime

    from app.domain.account import Secret
    from app.domain.agent import CallReport
    from app.domain.audio import AudioFormat
    from app.domain.call import CallKind, CallRequest, CallState, Outcome
    from app.domain.phone_number import PhoneNumber


# --- what it can do -----------------------------------------------------------------------------------


class StatusSource(Enum):
    """How the fate of a placed call can be learnt."""

    PUSH = auto()
    POLL = auto()
    NONE = auto()


class AudioOrigin(Enum):
    """Where the sound of an audio call may come from."""

    FILE = auto()
    LINK = auto()


@dataclass(frozen=True, slots=True)
class SecondsRange:
    """Whole seconds that something may last, ends included. `why` says whose limit it is, if not obvious."""

    shortest: int
    longest: int
    default: int
    why: str = ""

    def __contains__(self, seconds: int) -> bool:
        return self.shortest <= seconds <= self.longest

    def clamp(self, seconds: int) -> int:
        """Return the nearest allowed value."""
        return max(self.shortest, min(self.longest, seconds))


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a provider can do; the window and the command line draw themselves from it."""

    kinds: frozenset[CallKind]
    status_source: StatusSource
    ring: SecondsRange | None = None
    audio_origins: frozenset[AudioOrigin] = frozenset()
    audio_formats: frozenset[AudioFormat] = frozenset()
    """Of the files it accepts."""
    audio_note: str = ""
    """What the operator should know before an audio call."""
    agent: SecondsRange | None = None
    """How long a call of an agent may be let last; None where there are no agents."""
    repeatable_post: bool = False
    """Whether an interrupted POST may be sent again with the same idempotency key."""
    checks_numbers: bool = False
    """Whether it can tell, before a call, that a number is not one that it reaches."""


@dataclass(frozen=True, slots=True)
class AccountField:
    """One field of an account. `key` is part of the command line's interface."""

    key: str
    label: str
    secret: bool = False
    required: bool = True
    default: str = ""
    hint: str = ""
    find_label: str = ""
    """What to press for a list of its values, for fields whose values `CallProvider.choices` can list."""
    is_file: bool = False
    """Whether the value is a path of a file on this computer."""
    is_switch: bool = False
    """Whether it is either on (the value is "on") or off (empty)."""


# --- what it answers ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Placed:
    """The provider accepted a call. `message` is its own words."""

    provider_call_id: str
    message: str = ""


class Line(Enum):
    """Whether the account can call at the moment."""

    CONNECTED = "connected"
    CONNECTING = "connecting"
    DISCONNECTED = "disconnected"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Connection:
    """The state of an account's line. `detail` is the provider's own word for it."""

    line: Line
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that can be chosen, as the provider lists it. `connection` where it is a line."""

    value: str
    label: str
    connection: Connection | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Budget:
    """Requests left until `resets_at` (aware UTC), shared by everyone who uses the token."""

    limit: int
    remaining: int
    resets_at: datetime


@dataclass(frozen=True, slots=True)
class CallEvent:
    """Live news of one call: the one whose provider id is among `call_ids`.

    `state` None: it changes nothing that we show. ENDED with `outcome` None: the provider says that it
    is over, not how. `understood` False: news of a kind that the contract does not know. `kind` is the
    provider's own word.
    """

    call_ids: frozenset[str]
    kind: str
    state: CallState | None = None
    outcome: Outcome | None = None
    understood: bool = True


@dataclass(frozen=True, slots=True)
class CallStatus:
    """What a provider that is asked says of a call; `report` once it is over."""

    event: CallEvent
    report: CallReport | None = None


@dataclass(frozen=True, slots=True)
class Recording:
    """The sound of a call that is over, as a file with that ending, such as "mp3"."""

    data: bytes = field(repr=False)
    ending: str


@dataclass(frozen=True, slots=True)
class LineEvent:
    """Live news of the account's line."""

    connection: Connection


@dataclass(frozen=True, slots=True)
class LiveSetting:
    """The provider-side setting that live events need.

    `enabled`: on, and covering the events we need. `will_write` is exactly what `enable_live` would store,
    for the operator to see before agreeing.
    """

    enabled: bool
    will_write: Mapping[str, object]


# --- how it is asked ----------------------------------------------------------------------------------


class CallProvider(Protocol):
    """One account at one provider. An adapter inherits from it, and leaves out what it does not offer.

    Constructed with the account's plain fields and its secrets, both by `AccountField.key`. Every method
    raises a ProviderError when the provider does not do as asked.
    """

    key: ClassVar[str]
    name: ClassVar[str]
    capabilities: ClassVar[Capabilities]
    account_fields: ClassVar[tuple[AccountField, ...]]

    def __init__(self, fields: Mapping[str, str], secrets: Mapping[str, Secret]) -> None: ...

    @property
    def budget(self) -> Budget | None:
        """Requests left, as the newest reply told it; None before the first, or if never told."""
        return None

    async def place(
        self,
        request: CallRequest,
        on_leaving: Callable[[], None],
        on_upload: Callable[[int, int], None] | None = None,
        key: str = "",
    ) -> Placed:
        """Place one call; at most one request leaves.

        `on_leaving` is called just before the bytes leave with which the provider may have a whole request:
        until then cancelling this coroutine means that no call can have been placed. `on_upload` gets how
        many bytes of a sound have left, and of how many. `key` is the press's own: where
        `Capabilities.repeatable_post` holds, a request that is sent again with it is carried out once.
        """
        ...

    async def connection(self) -> Connection:
        """Ask for the state of the line. Also opens, or keeps open, the connection that a call will use."""
        ...

    async def choices(self, key: str) -> list[Choice]:
        """List what can be chosen.

        For `key` of an account field with a `find_label` the values it can take; for AGENTS and OWN_NUMBERS
        what an agent's call can be placed with.
        """
        return []

    async def close(self) -> None:
        """Close every connection."""
        ...

    # For status source PUSH

    def live(self) -> AbstractAsyncContextManager[AsyncIterator[CallEvent | LineEvent]]:
        """Connect to the provider's live events.

        Raises LiveStatusOff on entering if the provider-side setting is off. The iterator ends when the
        connection does.
        """
        raise NotImplementedError

    async def live_setting(self) -> LiveSetting:
        """Read the provider-side setting that live events need."""
        raise NotImplementedError

    async def enable_live(self, agreed: LiveSetting) -> LiveSetting | None:
        """Write `agreed.will_write`, which the operator has seen: other programs may be using the setting.

        Return None when written; or, with nothing written, the setting as it is now, if it was changed
        since it was shown.
        """
        raise NotImplementedError

    # For status source POLL

    async def status(self, provider_call_id: str) -> CallStatus:
        """Ask what has become of a call."""
        raise NotImplementedError

    async def recording(self, provider_call_id: str) -> Recording:
        """Fetch the recording of a call whose report says that there is one."""
        raise NotImplementedError

    # Where `Capabilities.checks_numbers` holds

    async def reaches(self, number: PhoneNumber) -> bool:
        """Ask whether the number is one that a call can reach, such as one with WhatsApp."""
        raise NotImplementedError


AGENTS, OWN_NUMBERS = "agents", "own numbers"
"""What `CallProvider.choices` can list for an agent's call."""


# --- errors, named for what the caller does next ------------------------------------------------------


class ProviderError(Exception):
    """The provider did not do as asked. `detail` is its own words, or ours; never a secret."""

    reason = Reason.BROKEN_INSIDE

    def __init__(self, detail: str = "", *, reason: Reason | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        if reason is not None:
            self.reason = reason


class AuthenticationFailed(ProviderError):
    """The token is wrong or revoked: open the account settings."""

    reason = Reason.TOKEN_REFUSED


class InvalidRequest(ProviderError):
    """The request itself was refused: change the number or the settings named in `detail`."""

    reason = Reason.REQUEST_REFUSED


class AccountNotFound(ProviderError):
    """The instance named in the account does not exist for this token."""

    reason = Reason.INSTANCE_NOT_FOUND


class InvalidAccount(ProviderError):
    """The account's own settings cannot be used: `detail` says which and what to do."""

    reason = Reason.SETTINGS_WRONG


class InsufficientCredit(ProviderError):
    """The account must be topped up first."""

    reason = Reason.NO_CREDIT


class RateLimited(ProviderError):
    """Nothing was placed; ask again at `retry_at` (aware UTC)."""

    reason = Reason.RATE_LIMITED

    def __init__(self, detail: str, retry_at: datetime, *, reason: Reason | None = None) -> None:
        super().__init__(detail, reason=reason)
        self.retry_at = retry_at


class ProviderUnavailable(ProviderError):
    """Nothing was sent: the provider could not be reached."""

    reason = Reason.NOT_REACHED


class ProviderFailed(ProviderError):
    """The provider says itself that it failed."""

    reason = Reason.PROVIDER_FAILED


class OutcomeUnknown(ProviderError):
    """The request left and no reply came: it may have been carried out."""

    reason = Reason.CONNECTION_BROKE


class UnexpectedReply(ProviderError):
    """A reply that the contract does not know. `detail` says what, without its content."""

    reason = Reason.REPLY_NOT_UNDERSTOOD


class LiveStatusOff(ProviderError):
    """Live events are switched off at the provider: offer to switch them on."""
