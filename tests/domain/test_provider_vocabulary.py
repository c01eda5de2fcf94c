"""The small types that adapters and services talk in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.provider import (
    AccountNotFound,
    AuthenticationFailed,
    InsufficientCredit,
    InvalidAccount,
    InvalidRequest,
    LiveStatusOff,
    OutcomeUnknown,
    ProviderError,
    ProviderFailed,
    ProviderUnavailable,
    RateLimited,
    RingRange,
    UnexpectedReply,
)
from app.domain.reason import Reason

RING = RingRange(shortest=1, longest=60, default=8)
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


def test_every_error_is_caught_by_the_root() -> None:
    assert issubclass(RateLimited, ProviderError)
