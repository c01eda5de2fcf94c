"""What libphonenumber makes of digits: the only module of the domain that knows it."""

from __future__ import annotations

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType, ValidationResult

from app.domain.phone_number import InvalidPhoneNumber, NumberKind, NumberProblem, PhoneNumber

_KINDS = {
    PhoneNumberType.MOBILE: NumberKind.MOBILE,
    PhoneNumberType.FIXED_LINE: NumberKind.FIXED,
    PhoneNumberType.FIXED_LINE_OR_MOBILE: NumberKind.FIXED_OR_MOBILE,
    PhoneNumberType.UNKNOWN: NumberKind.UNKNOWN,
}

_SHORTEST_E164 = 7
_LONGEST_E164 = 15
_TRIES = 2_000
"""Digit groups in one text that are no number, after which no more are looked for."""


def international(digits: str) -> PhoneNumber:
    """Read `+` and digits. Raises InvalidPhoneNumber."""
    return _from_parsed(_parse_international(digits), assumed=False)


def national(digits: str, region: str | None) -> PhoneNumber:
    """Read digits without `+`, as a number of `region` first. Raises InvalidPhoneNumber."""
    return _from_parsed(_parse_national(digits, region), assumed=True)


def time_zones(number: PhoneNumber) -> tuple[str, ...]:
    """Return the names of the zones in which `number` may be; none where that is not known."""
    from phonenumbers import timezone  # a table of its own, which only some need

    names = timezone.time_zones_for_number(_as_known(phonenumbers.parse(number.e164)))
    return tuple(name for name in names if name != timezone.UNKNOWN_TIMEZONE)


def _parse_international(digits: str) -> phonenumbers.PhoneNumber:
    try:
        number = phonenumbers.parse(digits)
    except NumberParseException as error:
        raise _problem(error, digits) from error
    _require_possible(_as_known(number))
    return number


def _parse_national(digits: str, region: str | None) -> phonenumbers.PhoneNumber:
    """Read digits without `+` as a number of `region`, or else as one whose country code is written."""
    if region not in phonenumbers.SUPPORTED_REGIONS:
        if len(digits) < _SHORTEST_E164:
            raise InvalidPhoneNumber(NumberProblem.TOO_SHORT)
        if len(digits) > _LONGEST_E164:
            raise InvalidPhoneNumber(NumberProblem.TOO_LONG)
        try:
            number = _parse_international("+" + digits)
        except InvalidPhoneNumber as error:
            if error.problem is NumberProblem.TOO_LONG:
                raise
            raise InvalidPhoneNumber(NumberProblem.NO_COUNTRY) from error
        if not phonenumbers.is_valid_number(_as_known(number)):
            raise InvalidPhoneNumber(NumberProblem.NO_COUNTRY)  # more likely a number without its country
        return number
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
        if phonenumbers.is_valid_number(_as_known(number)):
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
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason == ValidationResult.TOO_LONG:
        raise InvalidPhoneNumber(NumberProblem.TOO_LONG)
    if reason == ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        raise InvalidPhoneNumber(NumberProblem.NO_AREA_CODE)
    if reason != ValidationResult.IS_POSSIBLE:
        raise InvalidPhoneNumber(NumberProblem.TOO_SHORT)
    if _lacks_area_code(number):
        raise InvalidPhoneNumber(NumberProblem.NO_AREA_CODE)


def _lacks_area_code(number: phonenumbers.PhoneNumber) -> bool:
    """Whether it is as long as some service number, is none, and is too short for a telephone.

    A Brazilian mobile without its area code is.
    """
    reason = phonenumbers.is_possible_number_for_type_with_reason(
        number, PhoneNumberType.FIXED_LINE_OR_MOBILE
    )
    return reason == ValidationResult.IS_POSSIBLE_LOCAL_ONLY and not phonenumbers.is_valid_number(number)


def _as_known(number: phonenumbers.PhoneNumber) -> phonenumbers.PhoneNumber:
    """Return `number` as the numbering plan has it today.

    Mexican mobiles lost the 1 after 52, Brazilian ones got a ninth digit. WhatsApp keeps accounts under the
    old form, so it stays callable.
    """
    national = str(number.national_number)
    if number.country_code == 52 and len(national) == 11 and national.startswith("1"):
        return phonenumbers.PhoneNumber(country_code=52, national_number=int(national[1:]))
    is_old_mobile = number.country_code == 55 and len(national) == 10 and national[2] in "6789"
    if is_old_mobile and not phonenumbers.is_valid_number(number):
        mobile = int(national[:2] + "9" + national[2:])
        today = phonenumbers.PhoneNumber(country_code=55, national_number=mobile)
        return today if phonenumbers.is_valid_number(today) else number
    return number


def _formatted(number: phonenumbers.PhoneNumber, known: phonenumbers.PhoneNumber) -> str:
    formatted = phonenumbers.format_number(known, PhoneNumberFormat.INTERNATIONAL)
    if known is number:
        return formatted
    if known.country_code == 52:
        return formatted.replace("+52 ", "+52 1 ")
    return formatted[:7] + formatted[8:]  # "+55 11 98765-4321" without its ninth digit


def _from_parsed(number: phonenumbers.PhoneNumber, *, assumed: bool) -> PhoneNumber:
    known = _as_known(number)
    region = phonenumbers.region_code_for_number(known) or phonenumbers.region_code_for_country_code(
        known.country_code or 0
    )
    return PhoneNumber(
        e164=phonenumbers.format_number(number, PhoneNumberFormat.E164),
        country="" if region == "001" else region,
        kind=_KINDS.get(phonenumbers.number_type(known), NumberKind.OTHER),
        formatted=_formatted(number, known),
        assumed=assumed,
        in_use=phonenumbers.is_valid_number(known),
    )


def written_numbers(text: str, region: str | None) -> list[tuple[int, int, PhoneNumber, str]]:
    """Return the numbers in `text` that the plan knows: from where to where, and the extension ("" for none).

    `region` is the country of those without one.
    """
    home = region if region in phonenumbers.SUPPORTED_REGIONS else None
    return [
        (
            match.start,
            match.end,
            _from_parsed(match.number, assumed="+" not in match.raw_string[:2]),
            match.number.extension or "",
        )
        for match in phonenumbers.PhoneNumberMatcher(text, home, max_tries=_TRIES)
    ]
