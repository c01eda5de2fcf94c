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


def international(digits: str) -> PhoneNumber:
    """Read `+` and digits. Raises InvalidPhoneNumber."""
    return _from_parsed(_parse_international(digits), assumed=False)


def national(digits: str, region: str | None) -> PhoneNumber:
    """Read digits without `+`, as a number of `region` first. Raises InvalidPhoneNumber."""
    return _from_parsed(_parse_national(digits, region), assumed=True)


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
            number = _parse_international("+" + digits)
        except InvalidPhoneNumber as error:
            if error.problem is NumberProblem.TOO_LONG:
                raise
            raise InvalidPhoneNumber(NumberProblem.NO_COUNTRY) from error
        if not phonenumbers.is_valid_number(_without_mexican_1(number)):
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
