"""Whether this start of Toque is the first of its profile; a later one hands over what it was given."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from app.desktop.meeting_place import Hold, MeetingPlace

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)


class HandedOver(Exception):
    """Another Toque of this profile runs, and has taken the text: there is nothing left to do."""


def first_start(settings_file: Path, text: str) -> Hold | None:
    """Return the right to be the one program of that profile. Raises HandedOver.

    None: one runs and does not answer, or nobody can tell. Then Toque starts beside it, so that nothing is
    lost. Qt is loaded only where another one runs.
    """
    try:
        place = MeetingPlace.of(settings_file)
        if (hold := place.hold()) is not None:
            return hold
    except OSError as error:
        log.warning("It cannot be told whether Toque runs already: %s", error.strerror or error)
        return None
    from app.desktop.single_instance import hand_over

    handed = hand_over(place, text)
    if handed is True:
        raise HandedOver
    if handed is False:
        log.warning("Toque runs already and does not answer: this one starts beside it")
        return None
    return handed
