"""The small types that adapters and services talk in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.phone_number import PhoneNumber
from app.domain.provider import (
    AccountNotFound,
    AuthenticationFailed,
    CallProvider,
    InsufficientCredit,
    InvalidAccount,
    InvalidRequest,
    LiveSetting,
    LiveStatusOff,
    OutcomeUnknown,
    ProviderError,
    ProviderFailed,
    ProviderUnavailable,
    RateLimited,
    Recording,
    SecondsRange,
    UnexpectedReply,
)
from app.domain.reason import Reason

RING = SecondsRange(shortest=1, longest=60, default=8)
LATER = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "allowed"), [(-1, False), (0, False), (1, True), (8, True), (60, True), (61, False)]
)
def test_a_ring_range_holds_both_its_ends(seconds: int, allowed: bool) -> None:
    assert (seconds in RING) == allowed


@pytest.mark.parametrize(("seconds", "nearest"), [(-1, 1), (0, 1), (1, 1), (30, 30), (60, 60), (61, 60)])
def test_a_ring_outside_the_range_becomes_the_nearest_allowed(seconds: int, nearest: int) -> None:
    assert RING.clamp(seconds) == nearest


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (AuthenticationFailed, Reason.TOKEN_REFUSED),
        (InvalidRequest, Reason.REQUEST_REFUSED),
        (AccountNotFound, Reason.INSTANCE_NOT_FOUND),
        (InvalidAccount, Reason.SETTINGS_WRONG),
        (InsufficientCredit, Reason.NO_CREDIT),
        (ProviderUnavailable, Reason.NOT_REACHED),
        (ProviderFailed, Reason.PROVIDER_FAILED),
        (OutcomeUnknown, Reason.CONNECTION_BROKE),
        (UnexpectedReply, Reason.REPLY_NOT_UNDERSTOOD),
        (LiveStatusOff, Reason.BROKEN_INSIDE),
    ],
)
def test_each_error_carries_the_reason_that_history_keeps(error: type[ProviderError], reason: Reason) -> None:
    assert error().reason is reason


def test_an_error_may_carry_a_closer_reason() -> None:
    assert OutcomeUnknown("30", reason=Reason.NO_REPLY).reason is Reason.NO_REPLY


def test_a_closer_reason_is_that_errors_alone() -> None:
    OutcomeUnknown(reason=Reason.NO_REPLY)
    assert OutcomeUnknown().reason is Reason.CONNECTION_BROKE


def test_an_error_keeps_the_providers_words() -> None:
    assert ProviderFailed("the line is busy").detail == "the line is busy"


def test_a_rate_limit_says_when_to_ask_again() -> None:
    error = RateLimited("Try again later.", LATER)
    assert (error.detail, error.retry_at, error.reason) == ("Try again later.", LATER, Reason.RATE_LIMITED)


def test_a_rate_limit_may_carry_a_closer_reason() -> None:
    assert RateLimited("", LATER, reason=Reason.TOO_MANY_CALLS).reason is Reason.TOO_MANY_CALLS


def test_every_error_is_caught_by_the_root() -> None:
    assert issubclass(RateLimited, ProviderError)


# --- what an adapter may leave out --------------------------------------------------------------------


class RingsOnly(CallProvider):
    """Offers no more than it must."""

    def __init__(self) -> None:
        pass


def test_an_adapter_need_not_tell_a_budget() -> None:
    assert RingsOnly().budget is None


async def test_an_adapter_need_not_list_anything() -> None:
    assert await RingsOnly().choices("agents") == []


def test_an_adapter_without_live_events_promises_none() -> None:
    with pytest.raises(NotImplementedError):
        RingsOnly().live()


async def test_an_adapter_without_more_promises_no_more() -> None:
    provider = RingsOnly()
    setting = LiveSetting(enabled=False, will_write={})
    questions = [
        provider.live_setting(),
        provider.enable_live(setting),
        provider.status("call_1"),
        provider.recording("call_1"),
        provider.reaches(PhoneNumber.parse("+5511999999999")),
    ]
    for question in questions:
        with pytest.raises(NotImplementedError):
            await question


def test_a_recording_shows_no_sound() -> None:
    assert "sound" not in repr(Recording(b"sound", "mp3"))
