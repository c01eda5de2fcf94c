"""A contact while it is being typed: text as it stands, also where it is no number yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.contact import Contact

NEW = ""
"""The id of a contact that was never saved."""


@dataclass(frozen=True, slots=True)
class NumberDraft:
    """One line of numbers."""

    text: str = ""
    label: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.text.strip() and not self.label.strip()


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """What stands in the form. Lines of numbers without anything in them do not count."""

    id: str = NEW
    name: str = ""
    numbers: tuple[NumberDraft, ...] = ()
    note: str = ""
    is_favourite: bool = False

    @classmethod
    def of(cls, contact: Contact) -> ContactDraft:
        """Return a saved contact as the form shows it."""
        return cls(
            contact.id,
            contact.name,
            tuple(NumberDraft(own.number.formatted, own.label) for own in contact.numbers),
            contact.note,
            contact.favourite is not None,
        )


EMPTY = ContactDraft()
