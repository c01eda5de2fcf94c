"""Ringyo's contract as the practice provider keeps it: pure functions from a request to its meaning.

Source: the Ringyo part of docs/providers.md. It names a code for the errors of a call; the codes that begin
another error here, `invalid_request` and what belongs to 401, 404, 405 and 500, are ours.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.practice.bodies import BadBody, fields_of, is_json, optional
from app.practice.contract import Refused
from app.practice.ringyo_calls import RingyoOrder

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

PAGE = 5
"""The most that one page of a list holds, whatever `limit` asks for. Not documented."""
LONGEST_CALL_S = 3600

AGENTS: Sequence[Mapping[str, object]] = tuple(
    {"id": f"agent_{number:04}", "name": name, "language": language, "status": status}
    for number, (name, language, status) in enumerate(
        (
            ("Ana, appointments", "pt-BR", "active"),
            ("Bruno, order status", "pt-BR", "active"),
            ("Carmen, reminders", "es", "active"),
            ("Diego, surveys", "es", "active"),
            ("Emma, reception", "en", "active"),
            ("Frank, support", "en", "active"),
            ("Grace, retired", "en", "inactive"),
        ),
        start=1,
    )
)
"""One more that is active than a page holds, and one that is not."""

NUMBERS: Sequence[Mapping[str, object]] = tuple(
    {
        "id": f"number_{number:04}",
        "phone_number": phone_number,
        "friendly_name": name,
        "country": country,
        "default_agent_id": "agent_0001",
        "status": status,
    }
    for number, (phone_number, name, country, status) in enumerate(
        (
            ("+551130030001", "São Paulo desk", "BR", "active"),
            ("+12025550142", "Washington desk", "US", "active"),
            ("+34910000001", "Madrid desk, given up", "ES", "inactive"),
        ),
        start=1,
    )
)
"""The first is the primary one."""

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_LIMIT = re.compile("[1-9][0-9]{0,5}")
_CURSOR = re.compile(r"after ([0-9]{1,6})")


class RingyoRefused(Refused):
    """A request that gets an error reply, with its code."""

    def __init__(self, status: int, code: str, message: str, **details: str) -> None:
        super().__init__(status, message)
        self.code = code
        self.details = details

    def as_json(self) -> dict[str, object]:
        """Return the `error` of the reply."""
        return {"code": self.code, "message": self.message, "details": self.details}


def unauthorized() -> RingyoRefused:
    """The key is missing, wrong or revoked."""
    return RingyoRefused(401, "unauthorized", "Invalid API key")


def rate_limited() -> RingyoRefused:
    """Over the limit; nothing was placed."""
    return RingyoRefused(429, "rate_limit_exceeded", "Rate limit exceeded")


def no_credit() -> RingyoRefused:
    """The account must be topped up."""
    return RingyoRefused(403, "insufficient_credits", "Not enough credits to place a call")


def call_not_found() -> RingyoRefused:
    """No call has that id."""
    return RingyoRefused(404, "call_not_found", "No such call")


def failed() -> RingyoRefused:
    """The server fails, and says why."""
    return RingyoRefused(500, "internal_error", "practice: the call could not be set up")


def _invalid(message: str, field: str = "") -> RingyoRefused:
    return RingyoRefused(400, "invalid_request", message, **({"field": field} if field else {}))


# --- calls --------------------------------------------------------------------------------------------


def call_order(content_type: str, body: bytes | bytearray) -> RingyoOrder:
    """Read the body of `POST /v1/calls`. Raises RingyoRefused."""
    if not is_json(content_type):
        raise _invalid("Content-Type must be application/json")
    try:
        fields = fields_of(body)
        _check_webhook(fields)
        return RingyoOrder(
            phone_number=_phone_number(fields),
            agent_id=_agent_id(fields),
            from_number=_from_number(fields),
            metadata=_metadata(fields),
            record=optional(fields, "record", bool, True),
            max_duration=_max_duration(fields),
        )
    except BadBody as error:
        raise _invalid(str(error)) from error


def _phone_number(fields: Mapping[str, object]) -> str:
    number = fields.get("phone_number")
    if not isinstance(number, str) or not _E164.fullmatch(number):
        message = "phone_number must be in E.164 format" if number else "phone_number is required"
        raise RingyoRefused(400, "invalid_phone_number", message, field="phone_number")
    return number


def _agent_id(fields: Mapping[str, object]) -> str:
    agent_id = optional(fields, "agent_id", str, "")
    if not agent_id:
        raise _invalid("agent_id is required", "agent_id")
    if agent_id not in _active(AGENTS, "id"):
        raise RingyoRefused(404, "agent_not_found", "No such agent", agent_id=agent_id)
    return agent_id


def _from_number(fields: Mapping[str, object]) -> str:
    own = _active(NUMBERS, "phone_number")
    number = optional(fields, "from_number", str, own[0])
    if number not in own:
        raise RingyoRefused(
            400, "invalid_from_number", "from_number is not one of yours", field="from_number"
        )
    return number


def _metadata(fields: Mapping[str, object]) -> dict[str, str]:
    metadata = optional(fields, "metadata", dict, {})
    if not all(isinstance(value, str) for value in metadata.values()):
        raise _invalid("metadata must hold strings", "metadata")
    return metadata


def _max_duration(fields: Mapping[str, object]) -> int:
    seconds = optional(fields, "max_duration", int, LONGEST_CALL_S)
    if not 1 <= seconds <= LONGEST_CALL_S:
        raise _invalid(f"max_duration must be between 1 and {LONGEST_CALL_S}", "max_duration")
    return seconds


def _check_webhook(fields: Mapping[str, object]) -> None:
    """Refuse a webhook that is no link. None is ever called: this server asks nobody."""
    if "webhook_url" not in fields:
        return
    try:
        parts = urlsplit(optional(fields, "webhook_url", str, ""))
    except ValueError as error:
        raise _invalid("webhook_url is not a link", "webhook_url") from error
    if parts.scheme != "https" or not parts.hostname:
        raise _invalid("webhook_url must be an https link", "webhook_url")


def _active(rows: Sequence[Mapping[str, object]], key: str) -> list[str]:
    return [str(row[key]) for row in rows if row["status"] == "active"]


# --- queries ------------------------------------------------------------------------------------------


def included(query: Mapping[str, str]) -> Collection[str]:
    """Return what `include` asks for. Raises RingyoRefused."""
    wanted = {name for name in query.get("include", "").split(",") if name}
    if unknown := wanted - {"transcript", "recording"}:
        raise _invalid(f"include knows transcript and recording, not {', '.join(sorted(unknown))}", "include")
    return wanted


def agents_page(query: Mapping[str, str]) -> dict[str, object]:
    """Return the page of `GET /v1/agents` that is asked for. Raises RingyoRefused."""
    rows = _of_status(AGENTS, query)
    begin = _begin(query.get("cursor"), len(rows))
    end = begin + _limit(query.get("limit"))
    has_more = end < len(rows)
    return {
        "data": rows[begin:end],
        "has_more": has_more,
        "next_cursor": _cursor(end) if has_more else None,
        "total": len(rows),
    }


def numbers_page(query: Mapping[str, str]) -> dict[str, object]:
    """Return what `GET /v1/phone-numbers` lists: all at once, no pages are documented."""
    return {"data": _of_status(NUMBERS, query)}


def _of_status(rows: Sequence[Mapping[str, object]], query: Mapping[str, str]) -> list[Mapping[str, object]]:
    status = query.get("status")
    return [row for row in rows if status in {None, row["status"]}]


def _limit(asked: str | None) -> int:
    if asked is None:
        return PAGE
    if not _LIMIT.fullmatch(asked):
        raise _invalid("limit must be a number from 1 on", "limit")
    return min(int(asked), PAGE)


def _cursor(begin: int) -> str:
    return base64.urlsafe_b64encode(f"after {begin}".encode()).decode()


def _begin(cursor: str | None, count: int) -> int:
    if cursor is None:
        return 0
    try:
        known = _CURSOR.fullmatch(base64.urlsafe_b64decode(cursor).decode())
    except ValueError:
        known = None
    if known is None or int(known[1]) >= count:
        raise _invalid("cursor is not one of ours", "cursor")
    return int(known[1])
