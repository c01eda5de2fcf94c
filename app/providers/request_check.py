"""Checks, before anything is sent, that a call is one that its provider can place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.audio import AudioLink, PreparedAudio
from app.domain.call import CallKind
from app.domain.detail import Detail
from app.domain.provider import AudioOrigin, InvalidRequest
from app.domain.reason import QT_TRANSLATE_NOOP, Reason

if TYPE_CHECKING:
    from app.domain.call import CallRequest
    from app.domain.provider import Capabilities, SecondsRange

_ORIGINS = {PreparedAudio: AudioOrigin.FILE, AudioLink: AudioOrigin.LINK}


def check_request(request: CallRequest, can: Capabilities) -> None:
    """Raise InvalidRequest for a call of another kind, length or sound than the provider offers."""
    if request.kind not in can.kinds:
        raise _not_possible(_NO_SUCH_CALL)
    if request.kind is CallKind.RING or request.ring_seconds is not None:
        _check_seconds(request.ring_seconds, can.ring)
    if request.kind is CallKind.AUDIO and _ORIGINS.get(type(request.audio)) not in can.audio_origins:
        raise _not_possible(_NO_SOUND)
    if request.kind is CallKind.AGENT:
        if request.agent is None or not request.agent.agent_id:
            raise _not_possible(_NO_AGENT)
        _check_seconds(request.agent.longest_s, can.agent)


def _check_seconds(seconds: int | None, allowed: SecondsRange | None) -> None:
    if allowed is not None and (seconds is None or seconds not in allowed):
        raise _not_possible(Detail(_WRONG_SECONDS, shortest=allowed.shortest, longest=allowed.longest))


def _not_possible(detail: str) -> InvalidRequest:
    return InvalidRequest(detail, reason=Reason.NOT_POSSIBLE)


_NO_SUCH_CALL = QT_TRANSLATE_NOOP("Detail", "It places no calls of this kind.")
_NO_SOUND = QT_TRANSLATE_NOOP("Detail", "There is no sound that it could play.")
_NO_AGENT = QT_TRANSLATE_NOOP("Detail", "There is no agent to call with.")
_WRONG_SECONDS = QT_TRANSLATE_NOOP("Detail", "The time must be from {shortest} to {longest} seconds.")
