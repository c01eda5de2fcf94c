"""What speaks against a call, on the command line: it is refused unless that is overruled with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commands.exit_code import BadInput
from app.domain.guard import Guard

if TYPE_CHECKING:
    from app.domain.call import CallRequest
    from app.services.question import Question

_PASSED_OVER = frozenset({Guard.EARLIER})
"""Whoever writes a command means each call; the question is for slips of the hand."""


def allowed(question: Question | None, request: CallRequest, anyway: str | None) -> CallRequest:
    """Return the request as it may be placed: `anyway` is the reason for which it is placed all the same.

    Raises BadInput, with all that speaks against it.
    """
    if question is None:
        return request
    if question.is_binding:
        raise BadInput(f"{_against(question)} {_decided(question)}")
    if anyway is not None:
        if question.needs_reason and not anyway.strip():
            raise BadInput(f"{_against(question)} Say why it is to be called anyway: --anyway REASON.")
        return question.overruled(anyway)
    if set(question.guards) <= _PASSED_OVER:
        return request
    raise BadInput(f"{_against(question)} Nothing was sent. To call anyway, say why: --anyway REASON.")


def _decided(question: Question) -> str:
    return f"Your administrator lets nobody call all the same ({question.set_in}). Nothing was sent."


def _against(question: Question) -> str:
    number = question.request.number.formatted
    sentences = []
    if (entry := question.do_not_call) is not None:
        since = f" since {entry.added_at.astimezone():%Y-%m-%d}" if entry.added_at else ""
        whose = "your administrator's do-not-call list" if entry.is_fixed else "the do-not-call list"
        why = f": {entry.reason.rstrip('.')}" if entry.reason else ""
        sentences.append(f"{number} is on {whose}{since}{why}.")
    elif question.unchecked:
        sentences.append(question.unchecked)
    if (quiet := question.quiet) is not None:
        first, last = f"{quiet.earliest:%H:%M}", f"{quiet.latest:%H:%M}"
        clock = first if first == last else f"between {first} and {last}"
        until = f" until {quiet.until:%H:%M} there" if quiet.until else ""
        sentences.append(f"It is {clock} there: quiet hours{until}.")
    if not question.is_reached:
        sentences.append(f"{number} seems to have no WhatsApp.")
    if (earlier := question.earlier) is not None:
        when = f"{earlier.created_at.astimezone():%Y-%m-%d %H:%M:%S}"
        sentences.append(f"{earlier.request.number.formatted} was called at {when}.")
    return " ".join(sentences)
