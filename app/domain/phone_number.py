"""A phone number: parsed once from whatever was typed or pasted, valid ever after."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import unquote

from app.domain.reason import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping


class NumberProblem(StrEnum):
    """Why a text cannot be called."""

    EMPTY = "empty"
    LETTERS = "letters"
    SIGNS = "signs"
    GROUP = "group"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NO_AREA_CODE = "no_area_code"
    NO_COUNTRY = "no_country"
    UNKNOWN_COUNTRY = "unknown_country"


NUMBER_PROBLEMS: Mapping[NumberProblem, str] = {
    NumberProblem.EMPTY: QT_TRANSLATE_NOOP("Number", "Enter a number."),
    NumberProblem.LETTERS: QT_TRANSLATE_NOOP(
        "Number", "There is a letter in the number (“{found}”). Remove it."
    ),
    NumberProblem.SIGNS: QT_TRANSLATE_NOOP("Number", "“{found}” cannot be part of a number. Remove it."),
    NumberProblem.GROUP: QT_TRANSLATE_NOOP(
        "Number", "This is a WhatsApp group. Only one person can be called."
    ),
    NumberProblem.TOO_SHORT: QT_TRANSLATE_NOOP("Number", "The number is too short. Digits are missing."),
    NumberProblem.TOO_LONG: QT_TRANSLATE_NOOP("Number", "The number is too long. Check for extra digits."),
    NumberProblem.NO_AREA_CODE: QT_TRANSLATE_NOOP(
        "Number", "The number is too short. The area code is missing."
    ),
    NumberProblem.NO_COUNTRY: QT_TRANSLATE_NOOP(
        "Number", "Begin with + and the country code, or choose a default country in the settings."
    ),
    NumberProblem.UNKNOWN_COUNTRY: QT_TRANSLATE_NOOP(
        "Number", "No country has numbers that begin with {found}."
    ),
}
"""One English sentence a problem; `{found}` is the part of the text it is about."""


class InvalidPhoneNumber(ValueError):
    """A text that cannot be called: `problem` says why, `found` is the part it is about."""

    def __init__(self, problem: NumberProblem, found: str = "") -> None:
        super().__init__(NUMBER_PROBLEMS[problem].format(found=found))
        self.problem = problem
        self.found = found


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
_LINK = re.compile(r"(?:tel|callto):(?://)?", re.IGNORECASE)
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

        Accepts masks, spaces, `+`, `00`, invisible characters, digits of other scripts, `tel:` links and
        private WhatsApp JIDs. `region` (ISO 3166) is the country of numbers written without one.
        Raises InvalidPhoneNumber.
        """
        digits = _digits(text)
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
        for form, short in _FORMS:
            if form.fullmatch(self.digits):
                return form.sub(short, self.digits)
        return self.digits

    def __str__(self) -> str:
        return self.formatted


_FORMS = (
    (re.compile(r"(55\d\d)9([6-9]\d{7})"), r"\1\2"),
    (re.compile(r"(52)1(\d{10})"), r"\1\2"),
    (re.compile(r"(54)9(\d{10})"), r"\1\2"),
)


def _digits(text: str) -> str:
    """Return the ASCII digits of `text`, with a leading `+` if it is written internationally."""
    text = _plain(text)
    if link := _LINK.match(text):
        text = _plain(unquote(text[link.end() :]))
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


def _plain(text: str) -> str:
    """Drop invisible characters and turn full-width, Arabic-Indic and other forms into plain ones."""
    visible = (sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf")
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else " " if sign.isspace() else sign
        for sign in visible
    ).strip()


def _jid_digits(text: str) -> str:
    if private := _PRIVATE_JID.fullmatch(text):
        return "+" + private[1]
    if text.lower().endswith("@g.us"):
        raise InvalidPhoneNumber(NumberProblem.GROUP)
    raise InvalidPhoneNumber(NumberProblem.SIGNS, "@")
