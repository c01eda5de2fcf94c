"""People and their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.phone_number import PhoneNumber


@dataclass(frozen=True, slots=True)
class ContactNumber:
    """One number of a contact; `label` is free text, such as "work"."""

    number: PhoneNumber
    label: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody with a name. `favourite` is the place among the favourites, from 1; None for the others."""

    id: str
    name: str
    numbers: tuple[ContactNumber, ...] = ()
    note: str = ""
    favourite: int | None = None
