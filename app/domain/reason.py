"""Why a step is as it is, as a code that history keeps; its English sentences stand in one table.

The marker QT_TRANSLATE_NOOP lets Qt's tools find the sentences without this package knowing Qt.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - the name Qt's lupdate looks for
    """Return `text`, marked for translation in `context`."""
    return text


class Reason(StrEnum):
    """Why a call, or a question to a provider, ended as it did."""

    # Known not to have been placed
    TOKEN_REFUSED = "token_refused"  # noqa: S105 - a reason, not a secret
    INSTANCE_NOT_FOUND = "instance_not_found"
    SETTINGS_WRONG = "settings_wrong"
    REQUEST_REFUSED = "request_refused"
    NO_CREDIT = "no_credit"
    RATE_LIMITED = "rate_limited"
    NOT_REACHED = "not_reached"
    UPLOAD_BROKE = "upload_broke"
    TOO_LARGE = "too_large"
    NO_ANSWER = "no_answer"
    ANSWER_NOT_UNDERSTOOD = "answer_not_understood"
    NO_ACCOUNT = "no_account"
    NO_TOKEN = "no_token"  # noqa: S105
    SECRETS_SILENT = "secrets_silent"
    SECRETS_MISSING = "secrets_missing"
    NOT_RECORDED = "not_recorded"
    SECOND_TOKEN_NEEDED = "second_token_needed"  # noqa: S105
    AGENT_NOT_FOUND = "agent_not_found"
    NUMBER_REFUSED = "number_refused"
    OWN_NUMBER_REFUSED = "own_number_refused"
    TOO_MANY_CALLS = "too_many_calls"
    NOT_POSSIBLE = "not_possible"
    NO_RECORDING = "no_recording"
    CANCELLED = "cancelled"
    CLOSED_BEFORE_SENDING = "closed_before_sending"
    BROKEN_INSIDE = "broken_inside"
    # The provider says so itself
    PROVIDER_FAILED = "provider_failed"
    CALL_FAILED = "call_failed"
    # It left us and we cannot know
    CONNECTION_BROKE = "connection_broke"
    NO_REPLY = "no_reply"
    REPLY_NOT_UNDERSTOOD = "reply_not_understood"
    CLOSED_WHILE_SENDING = "closed_while_sending"
    CLOSED_WHILE_RINGING = "closed_while_ringing"
    RING_TIME_OVER = "ring_time_over"
    EVENTS_MISSED = "events_missed"
    NOT_TOLD = "not_told"
    STATUS_REFUSED = "status_refused"
    CALL_NOT_FOUND = "call_not_found"
    # Answered, and no more is known
    END_NOT_SEEN = "end_not_seen"


SENTENCES: Mapping[Reason, str] = {
    Reason.TOKEN_REFUSED: QT_TRANSLATE_NOOP(
        "Reason",
        "{provider} refused the token: it is wrong or was revoked. Check it in the account settings.",
    ),
    Reason.INSTANCE_NOT_FOUND: QT_TRANSLATE_NOOP(
        "Reason",
        "{provider} does not know this instance, or it is not this token's. Check the account settings.",
    ),
    Reason.SETTINGS_WRONG: QT_TRANSLATE_NOOP("Reason", "The account's settings cannot be used. {detail}"),
    Reason.REQUEST_REFUSED: QT_TRANSLATE_NOOP("Reason", "{provider} refused the request: {detail}"),
    Reason.NO_CREDIT: QT_TRANSLATE_NOOP("Reason", "The account has not enough credit: {detail}"),
    Reason.RATE_LIMITED: QT_TRANSLATE_NOOP(
        "Reason", "Too many requests with this token: nothing is sent until the limit is lifted."
    ),
    Reason.NOT_REACHED: QT_TRANSLATE_NOOP(
        "Reason",
        "{provider} could not be reached, so nothing was sent. "
        "Check the network and the account's base URL. {detail}",
    ),
    Reason.UPLOAD_BROKE: QT_TRANSLATE_NOOP(
        "Reason",
        "The connection broke before all of it was sent, so no call was placed. "
        "Check the network and try again.",
    ),
    Reason.TOO_LARGE: QT_TRANSLATE_NOOP(
        "Reason", "The server takes no sound as large as this. Choose a shorter one, or give a link."
    ),
    Reason.NO_ANSWER: QT_TRANSLATE_NOOP(
        "Reason", "{provider} did not answer. Check the network, or try again in a while."
    ),
    Reason.ANSWER_NOT_UNDERSTOOD: QT_TRANSLATE_NOOP(
        "Reason",
        "{provider} answered what could not be understood: {detail}. Check the account's base URL.",
    ),
    Reason.NO_ACCOUNT: QT_TRANSLATE_NOOP("Reason", "The account is no longer there. Choose another."),
    Reason.NO_TOKEN: QT_TRANSLATE_NOOP(
        "Reason", "The account has no token. Enter it in the account settings."
    ),
    Reason.SECRETS_SILENT: QT_TRANSLATE_NOOP(
        "Reason", "The system's keyring did not answer, so nothing was sent. Unlock it and try again."
    ),
    Reason.SECRETS_MISSING: QT_TRANSLATE_NOOP(
        "Reason", "The system's keyring cannot be used, so nothing was sent. {detail}"
    ),
    Reason.NOT_RECORDED: QT_TRANSLATE_NOOP(
        "Reason", "The call could not be written to history, so it was not sent. {detail}"
    ),
    Reason.SECOND_TOKEN_NEEDED: QT_TRANSLATE_NOOP(
        "Reason",
        "{provider} asks for the account security token as well: enter the Client-Token in the account "
        "settings.",
    ),
    Reason.AGENT_NOT_FOUND: QT_TRANSLATE_NOOP(
        "Reason", "{provider} does not know this agent any more. Choose another."
    ),
    Reason.NUMBER_REFUSED: QT_TRANSLATE_NOOP(
        "Reason", "{provider} cannot call this number. Check it. {detail}"
    ),
    Reason.OWN_NUMBER_REFUSED: QT_TRANSLATE_NOOP(
        "Reason", "{provider} does not call from this number of yours. Choose another. {detail}"
    ),
    Reason.TOO_MANY_CALLS: QT_TRANSLATE_NOOP(
        "Reason",
        "{provider} carries no more calls of this account at the same time. Wait until one is over. {detail}",
    ),
    Reason.NOT_POSSIBLE: QT_TRANSLATE_NOOP(
        "Reason", "{provider} cannot do this, so nothing was sent. {detail}"
    ),
    Reason.NO_RECORDING: QT_TRANSLATE_NOOP("Reason", "{provider} has no recording of this call."),
    Reason.CANCELLED: QT_TRANSLATE_NOOP("Reason", "Cancelled before it was sent."),
    Reason.CLOSED_BEFORE_SENDING: QT_TRANSLATE_NOOP("Reason", "Toque was closed before it was sent."),
    Reason.BROKEN_INSIDE: QT_TRANSLATE_NOOP(
        "Reason", "Toque made a mistake and nothing was sent. The log says more."
    ),
    Reason.PROVIDER_FAILED: QT_TRANSLATE_NOOP("Reason", "{provider} says that it failed: {detail}"),
    Reason.CALL_FAILED: QT_TRANSLATE_NOOP("Reason", "{provider} says that the call failed."),
    Reason.CONNECTION_BROKE: QT_TRANSLATE_NOOP(
        "Reason", "The connection broke before the reply. Check before calling again."
    ),
    Reason.NO_REPLY: QT_TRANSLATE_NOOP(
        "Reason", "No reply came within {detail} s. Check before calling again."
    ),
    Reason.REPLY_NOT_UNDERSTOOD: QT_TRANSLATE_NOOP(
        "Reason",
        "{provider} sent a reply that could not be understood: {detail}. Check before calling again.",
    ),
    Reason.CLOSED_WHILE_SENDING: QT_TRANSLATE_NOOP(
        "Reason", "Toque was closed before the reply came. Check before calling again."
    ),
    Reason.CLOSED_WHILE_RINGING: QT_TRANSLATE_NOOP(
        "Reason", "Toque stopped following it, so it is not known whether it was answered."
    ),
    Reason.RING_TIME_OVER: QT_TRANSLATE_NOOP(
        "Reason", "Ring time over: this provider does not say whether it was answered"
    ),
    Reason.EVENTS_MISSED: QT_TRANSLATE_NOOP(
        "Reason", "It is over, but live status was interrupted: it may have been answered meanwhile."
    ),
    Reason.NOT_TOLD: QT_TRANSLATE_NOOP(
        "Reason", "{provider} has not said whether it was answered, and what became of it."
    ),
    Reason.STATUS_REFUSED: QT_TRANSLATE_NOOP(
        "Reason", "{provider} does not tell any more what became of it: {detail}"
    ),
    Reason.CALL_NOT_FOUND: QT_TRANSLATE_NOOP("Reason", "{provider} does not know this call any more."),
    Reason.END_NOT_SEEN: QT_TRANSLATE_NOOP("Reason", "It was answered; its end was not seen."),
}
"""One English sentence a reason; `{provider}` and `{detail}` are filled in by whoever shows it."""


def sentence(reason: Reason, *, provider: str, detail: str = "") -> str:
    """Return the English sentence for `reason`; the window shows the same in the operator's language."""
    return SENTENCES[reason].format(provider=provider, detail=detail).strip()
