"""A phone number: parsed once from whatever was typed or pasted, valid ever after."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import unquote

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType, ValidationResult

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


_KINDS = {
    PhoneNumberType.MOBILE: NumberKind.MOBILE,
    PhoneNumberType.FIXED_LINE: NumberKind.FIXED,
    PhoneNumberType.FIXED_LINE_OR_MOBILE: NumberKind.FIXED_OR_MOBILE,
    PhoneNumberType.UNKNOWN: NumberKind.UNKNOWN,
}

_PUNCTUATION = frozenset(" -.()/,−")
_DASHES = frozenset({"Pd", "Pc"})
_LINK = re.compile(r"(?:tel|callto):(?://)?", re.IGNORECASE)
_PRIVATE_JID = re.compile(r"(\d+)(?::\d+)?@s\.whatsapp\.net", re.IGNORECASE)
_SHORTEST_E164 = 7
_LONGEST_E164 = 15


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
        if digits.startswith("+"):
            return _from_parsed(_parse_international(digits), assumed=False)
        return _from_parsed(_parse_national(digits, region), assumed=True)

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


def _parse_international(digits: str) -> phonenumbers.PhoneNumber:
    try:
        number = phonenumbers.parse(digits)
    except NumberParseException as error:
        raise _problem(error, digits) from error
    _require_possible(_without_mexican_1(number))
    return number


def _parse_national(digits: str, region: str | None) -> phonenumbers.PhoneNumber:
    """Read digits without `+` as a number of `region`, or else as one whose country code is written."""
    if region not in phonenumbers.SUPPORTED_REGIONS:
        if len(digits) < _SHORTEST_E164:
            raise InvalidPhoneNumber(NumberProblem.TOO_SHORT)
        try:
            return _parse_international("+" + digits)
        except InvalidPhoneNumber as error:
            if error.problem is NumberProblem.TOO_LONG:
                raise
            raise InvalidPhoneNumber(NumberProblem.NO_COUNTRY) from error
    try:
        number = phonenumbers.parse(digits, region)
        _require_possible(number)
    except NumberParseException as error:
        raise _problem(error, digits) from error
    except InvalidPhoneNumber as error:
        return _with_country_code_written(digits, error)
    return number


def _with_country_code_written(digits: str, error: InvalidPhoneNumber) -> phonenumbers.PhoneNumber:
    """Return `+digits` where that is a number in use; else raise `error`, what was wrong with it at home."""
    if error.problem is NumberProblem.TOO_LONG and len(digits) <= _LONGEST_E164:
        try:
            number = _parse_international("+" + digits)
        except InvalidPhoneNumber:
            raise error from None
        if phonenumbers.is_valid_number(_without_mexican_1(number)):
            return number
    raise error


def _problem(error: NumberParseException, digits: str) -> InvalidPhoneNumber:
    if error.error_type == NumberParseException.INVALID_COUNTRY_CODE:
        if digits.startswith("+"):
            return InvalidPhoneNumber(NumberProblem.UNKNOWN_COUNTRY, digits[:4])
        return InvalidPhoneNumber(NumberProblem.NO_COUNTRY)
    if error.error_type == NumberParseException.TOO_LONG:
        return InvalidPhoneNumber(NumberProblem.TOO_LONG)
    return InvalidPhoneNumber(NumberProblem.TOO_SHORT)


def _require_possible(number: phonenumbers.PhoneNumber) -> None:
    match phonenumbers.is_possible_number_with_reason(number):
        case ValidationResult.IS_POSSIBLE:
            if _lacks_area_code(number):
                raise InvalidPhoneNumber(NumberProblem.NO_AREA_CODE)
        case ValidationResult.TOO_LONG:
            raise InvalidPhoneNumber(NumberProblem.TOO_LONG)
        case ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
            raise InvalidPhoneNumber(NumberProblem.NO_AREA_CODE)
        case _:
            raise InvalidPhoneNumber(NumberProblem.TOO_SHORT)


def _lacks_area_code(number: phonenumbers.PhoneNumber) -> bool:
    """Whether it is as long as some service number, is none, and is too short for a telephone.

    A Brazilian mobile without its area code is.
    """
    reason = phonenumbers.is_possible_number_for_type_with_reason(
        number, PhoneNumberType.FIXED_LINE_OR_MOBILE
    )
    return reason == ValidationResult.IS_POSSIBLE_LOCAL_ONLY and not phonenumbers.is_valid_number(number)


def _without_mexican_1(number: phonenumbers.PhoneNumber) -> phonenumbers.PhoneNumber:
    """Return `number` as the numbering plan has it since Mexican mobiles lost the 1 after 52.

    WhatsApp keeps accounts under the old form, so it stays callable.
    """
    national = str(number.national_number)
    if number.country_code == 52 and len(national) == 11 and national.startswith("1"):
        return phonenumbers.PhoneNumber(country_code=52, national_number=int(national[1:]))
    return number


def _from_parsed(number: phonenumbers.PhoneNumber, *, assumed: bool) -> PhoneNumber:
    known = _without_mexican_1(number)
    region = phonenumbers.region_code_for_number(known) or phonenumbers.region_code_for_country_code(
        known.country_code or 0
    )
    formatted = phonenumbers.format_number(known, PhoneNumberFormat.INTERNATIONAL)
    return PhoneNumber(
        e164=phonenumbers.format_number(number, PhoneNumberFormat.E164),
        country="" if region == "001" else region,
        kind=_KINDS.get(phonenumbers.number_type(known), NumberKind.OTHER),
        formatted=formatted if known is number else formatted.replace("+52 ", "+52 1 "),
        assumed=assumed,
        in_use=phonenumbers.is_valid_number(known),
    )
