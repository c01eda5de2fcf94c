"""Contacts to keep."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from app.domain.contact import Contact, ContactNumber
from app.domain.phone_number import PhoneNumber


def number(text: str, label: str = "") -> ContactNumber:
    """One as it is kept: what was assumed when it was read is settled."""
    return ContactNumber(replace(PhoneNumber.parse(text, "BR"), assumed=False), label)


def contact(name: str, *numbers: str | ContactNumber, note: str = "", contact_id: str = "") -> Contact:
    own = tuple(number(each) if isinstance(each, str) else each for each in numbers)
    return Contact(contact_id or uuid4().hex, name, own, note)


def plain(each: Contact) -> tuple[object, ...]:
    """What an export keeps of a contact."""
    return (each.name, tuple((own.number.e164, own.label) for own in each.numbers), each.note)
