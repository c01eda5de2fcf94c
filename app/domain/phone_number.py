"""A phone number: parsed once from whatever was typed or pasted, valid ever after."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from app.domain.number_problem import NUMBER_PROBLEMS, InvalidPhoneNumber, NumberProblem
from app.domain.phone_link import read_link
from app.domain.plain_text import plain, unquoted

__all__ = ["NUMBER_PROBLEMS", "InvalidPhoneNumber", "NumberKind", "NumberProblem", "PhoneNumber"]

LONGEST_TEXT = 1_000
"""Characters of a text, no link, that may be a number, with every mask and mark there is."""


class NumberKind(StrEnum):
    """What kind of number it is, as far as its digits tell."""

    MOBILE = "mobile"
    FIXED = "fixed"
    FIXED_OR_MOBILE = "fixed or mobile"
    OTHER = "other"
    UNKNOWN = "unknown"


_PUNCTUATION = frozenset(" -.()/−")
"""What may stand between digits. A comma may not: it is a dial pause, and what follows it another number."""
_DASHES = frozenset({"Pd", "Pc"})
_PRIVATE_JID = re.compile(r"(\d+)(?::\d+)?@s\.whatsapp\.net", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """An international number that can be called.

    `e164` is `+` and digits; `country` the ISO 3166 code, or "" for numbers of no country (satellite and
    the like); `assumed` says that the country was not written and how the digits were understood should
    be shown before the call.
    """

    e164: str
    country: str
    kind: NumberKind
    formatted: str
    assumed: bool = False
    in_use: bool = True
    """Whether the numbering plan knows such numbers. False does not mean that nobody answers."""

    @classmethod
    def parse(cls, text: str, region: str | None = None) -> PhoneNumber:
        """Read a number out of `text`.

        Accepts masks, spaces, `+`, `00`, invisible characters, digits of other scripts, links (see
        `phone_link`; an extension is left out) and private WhatsApp JIDs. `region` (ISO 3166) is the
        country of numbers written without one. Raises InvalidPhoneNumber.
        """
        link = read_link(text)
        digits = _digits(text if link is None else link.number)
        from app.domain import numbering_plan  # libphonenumber, which nobody needs before the first digit

        if digits.startswith("+"):
            return numbering_plan.international(digits)
        return numbering_plan.national(digits, region)

    @property
    def digits(self) -> str:
        """The number without `+`, as WhatsApp providers want it."""
        return self.e164[1:]

    @property
    def person(self) -> str:
        """A key that is the same for every written form under which WhatsApp may know one person.

        Brazil with and without the ninth digit, Mexico with and without 1, Argentina with and without 9.
        """
        for long, short_form, _, _ in _FORMS:
            if long.fullmatch(self.digits):
                return long.sub(short_form, self.digits)
        return self.digits

    @property
    def other_form(self) -> PhoneNumber | None:
        """The other written form under which WhatsApp may know this person; None where there is none."""
        from app.domain import numbering_plan

        if self.kind is NumberKind.OTHER:  # nobody's: free of charge, premium
            return None
        for long, short_form, short, long_form in _FORMS:
            for form, other in ((long, short_form), (short, long_form)):
                if form.fullmatch(self.digits):
                    number = numbering_plan.international("+" + form.sub(other, self.digits))
                    return number if number.in_use else None
        return None

    def __str__(self) -> str:
        return self.formatted


_FORMS = (
    (re.compile(r"(55\d\d)9([6-9]\d{7})"), r"\1\2", re.compile(r"(55\d\d)([6-9]\d{7})"), r"\g<1>9\2"),
    (re.compile(r"(52)1(\d{10})"), r"\1\2", re.compile(r"(52)(\d{10})"), r"\g<1>1\2"),
    (re.compile(r"(54)9(\d{10})"), r"\1\2", re.compile(r"(54)(\d{10})"), r"\g<1>9\2"),
)
"""The longer form and what makes the shorter one of it, and the other way round."""


def _digits(text: str) -> str:
    """Return the ASCII digits of `text`, with a leading `+` if it is written internationally."""
    if len(text) > LONGEST_TEXT:
        raise InvalidPhoneNumber(NumberProblem.TOO_LONG)
    text = unquoted(plain(text))
    if "@" in text:
        return _jid_digits(text)
    written = []
    for sign in text:
        if sign.isascii() and (sign.isdigit() or sign == "+"):
            written.append(sign)
        elif sign.isalpha():
            raise InvalidPhoneNumber(NumberProblem.LETTERS, sign)
        elif sign not in _PUNCTUATION and unicodedata.category(sign) not in _DASHES:
            raise InvalidPhoneNumber(NumberProblem.SIGNS, sign)
    digits = "".join(written)
    if "+" in digits[1:]:
        raise InvalidPhoneNumber(NumberProblem.SIGNS, "+")
    if not digits.strip("+"):
        raise InvalidPhoneNumber(NumberProblem.EMPTY)
    return "+" + digits[2:] if digits.startswith("00") else digits


def _jid_digits(text: str) -> str:
    if private := _PRIVATE_JID.fullmatch(text):
        return "+" + private[1]
    if text.lower().endswith("@g.us"):
        raise InvalidPhoneNumber(NumberProblem.GROUP)
    raise InvalidPhoneNumber(NumberProblem.SIGNS, "@")
