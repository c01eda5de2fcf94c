"""What the settings show and change of the desktop around the window; `app.desktop` implements it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class NotArranged(Exception):
    """The desktop could not be asked, or does not do it. The message is a sentence for the operator."""


class LinkWay(Enum):
    """How Toque becomes the program for phone links here."""

    REGISTERS = auto()
    """It says so to the system, and that is all."""
    SYSTEM_PAGE = auto()
    """It makes itself known, and opens the system's page, where the operator chooses it."""
    BY_HAND = auto()
    """Only the operator can, in another program's settings, which is opened."""


@dataclass(frozen=True, slots=True)
class LinkState:
    """Who opens phone links now. `other` names another program, as the system calls it; empty for none."""

    is_ours: bool
    other: str = ""


class PhoneLinks(Protocol):
    """Who opens the links to phone numbers. All of it may block, and raises NotArranged."""

    @property
    def way(self) -> LinkWay:
        """How it goes on this system. Does not block."""
        ...

    def state(self) -> LinkState:
        """Ask the system."""
        ...

    def take(self) -> None:
        """Make Toque the program for phone links, as far as `way` goes."""
        ...

    def give_back(self) -> None:
        """Undo what `take` did."""
        ...

    def forget(self) -> None:
        """Remove what `take` wrote, for a program that goes away: no page is opened."""
        ...


class Autostart(Protocol):
    """Whether Toque starts when the operator logs in. All of it may block, and raises NotArranged."""

    def is_on(self) -> bool:
        """Ask the system: it may have been changed there."""
        ...

    def turn(self, on: bool) -> None:
        """Switch it."""
        ...


@dataclass(frozen=True, slots=True)
class DesktopServices:
    """What the settings show and change of the desktop.

    `phone_links` and `autostart` are None where they are not this program's to change (practice mode).
    `selection_trouble` returns why the keys of a selection are not listened to, or "".
    """

    phone_links: PhoneLinks | None
    autostart: Autostart | None
    selection_trouble: Callable[[], str]
    has_tray: Callable[[], bool]
