"""The way back from the services: one Qt signal for each kind of news."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class News(QObject):
    """Emitted by the services' callbacks; widgets and models connect to it."""

    call_changed = Signal(object)
    """A Call whose newest step is on disk."""
    account_changed = Signal(str)
    """The id of an account about which, or about the choice of which, something changed."""
    audio_changed = Signal()
    """The choice of a sound, or what is known about it, changed."""
    agent_changed = Signal()
    """The choice of an agent, or what is known of the agents there are, changed."""
    queue_changed = Signal()
    """The queue by hand, or what became of an entry in it, changed."""
    contacts_changed = Signal()
    """A name, a contact or the favourites may be others than before."""
    history_changed = Signal()
    """Old calls were deleted, as the settings have it: what is shown of the history may be there no more."""
    question_asked = Signal(object)
    """A dialling Question that must be answered before a call is placed."""
    trouble_heard = Signal(object)
    """A sentence about something that could not be saved: `object`, for Qt's own text would lose a Detail."""
