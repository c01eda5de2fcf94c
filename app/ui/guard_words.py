"""What was overridden for a call, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.guard import Guard

if TYPE_CHECKING:
    from app.domain.guard import Despite

translate = QCoreApplication.translate


def guard_words(guard: Guard) -> str:
    """Name what spoke against a call."""
    return {
        Guard.EARLIER: translate("Guard", "called shortly before"),
        Guard.NOT_REACHED: translate("Guard", "the provider does not reach the number"),
        Guard.DO_NOT_CALL: translate("Guard", "on the do-not-call list"),
        Guard.QUIET_HOURS: translate("Guard", "quiet hours there"),
    }[guard]


def despite_words(despite: Despite) -> str:
    """Say what was overridden, and the reason that was given for it."""
    guards = ", ".join(map(guard_words, despite.guards))
    words = translate("Guard", "Called anyway: {guards}.").format(guards=guards)
    if despite.reason:
        words += " " + translate("Guard", "Reason: {reason}").format(reason=despite.reason)
    return words
