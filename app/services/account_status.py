"""What is known of an account at the moment, and what an error adds to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.domain.provider import (
    AccountNotFound,
    AuthenticationFailed,
    Connection,
    InvalidAccount,
    Line,
    ProviderError,
    ProviderUnavailable,
    RateLimited,
)
from app.domain.reason import Reason

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.provider import Budget


@dataclass(frozen=True, slots=True)
class AccountStatus:
    """What is known of an account at the moment.

    `reason` and `detail` say why the line is not known, if it is not. Until `retry_at` (aware UTC)
    nothing is sent: the provider said that there were too many requests.
    """

    connection: Connection = field(default_factory=lambda: Connection(Line.UNKNOWN))
    reason: Reason | None = None
    detail: str = ""
    budget: Budget | None = None
    retry_at: datetime | None = None

    def with_connection(self, connection: Connection) -> AccountStatus:
        """Return this status with the line as a reply or a live event tells it."""
        return replace(self, connection=connection, reason=None, detail="")

    def with_problem(self, reason: Reason, detail: str = "") -> AccountStatus:
        """Return this status with the reason why the state of the line is not known."""
        return replace(self, connection=Connection(Line.UNKNOWN), reason=reason, detail=detail)

    def with_error(self, error: ProviderError) -> AccountStatus:
        """Return this status with what `error` says of the account; unchanged if it is about a call alone."""
        match error:
            case RateLimited(reason=Reason.TOO_MANY_CALLS):
                return self
            case RateLimited():
                return replace(self, retry_at=error.retry_at)
            case ProviderUnavailable(reason=Reason.UPLOAD_BROKE):
                return self
            case AuthenticationFailed() | AccountNotFound() | InvalidAccount() | ProviderUnavailable():
                return self.with_problem(error.reason, error.detail)
            case _:
                return self
