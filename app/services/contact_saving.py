"""Saving a contact as it stands in a form: what it is, and whether it is a favourite, in one go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.contact import Contact
    from app.services.contact_book import ContactBook


async def save_contact(book: ContactBook, contact: Contact, *, is_favourite: bool) -> Contact:
    """Save the contact, a new favourite as the last of them; return it as it is then. Raises NotSaved."""
    await book.save(replace(contact, favourite=None))
    has_been = any(each.id == contact.id for each in book.favourites)
    if is_favourite != has_been:
        await book.set_favourite(contact.id, len(book.favourites) + 1 if is_favourite else None)
    place = next((each.favourite for each in book.favourites if each.id == contact.id), None)
    return replace(contact, favourite=place)
