"""The number inside a link: its parameters (RFC 3966), and what would be dialled once somebody answers."""

from __future__ import annotations

import re

from app.domain.number_problem import InvalidPhoneNumber, NumberProblem

_LONGEST_SHOWN = 40
_LONGEST_NUMBER = 200
"""Characters; no number with all its extensions is longer, and libphonenumber need not look at it."""
_FEWEST_DIGITS = 8
"""Two groups of that many digits are two numbers, and not one with an extension."""
_LONGEST_INTERNAL = 6

_NAMES = "extension|extn|ext|ramal|rml|anexo|interno|int|local|poste|durchwahl|доб"
_WORDS = rf"(?:{_NAMES})(?![a-z])\.?|#|x|(?<=\d)\s*\*"
_AFTER = re.compile(rf"(?:{_WORDS})\s*[:.=]?|(?P<wait>[,pw]+)", re.IGNORECASE)
"""What parts a number from what is dialled after it: a word, pauses, or waiting for a tone."""
_EXTENSION = re.compile(rf"\s*[(,;-]?\s*(?:{_WORDS})\s*[:.=]?\s*(\d{{1,8}})\b", re.IGNORECASE)
_DIALLED_AFTER = re.compile(r"[\d\s*#.,;()pwx-]+", re.IGNORECASE)
_NO_SEPARATORS = str.maketrans("", "", " -.()")
_SKYPE_EXTRAS = re.compile(r"\+[a-z]+=[^+]*$", re.IGNORECASE)
_BETWEEN_NUMBERS = re.compile(r"[/|&]|\s(?:or|ou|o|e|y|and|und)\s", re.IGNORECASE)


def read_number(text: str) -> tuple[str, str]:
    """Return the number in `text`, decoded and plain, and the extension ("" for none).

    Raises InvalidPhoneNumber for no number, an extension alone, several numbers, or a parameter that must
    be understood and is not.
    """
    subscriber, *parameters = text.strip("/ ").split(";")
    number, extension = _parted(_without_extras(subscriber.strip("/ ")))
    context = ""
    for parameter in parameters:
        name, has_value, value = parameter.strip().partition("=")
        match name.strip().lower():
            case "ext" | "postd" if not extension:
                extension = value.strip()
            case "phone-context" if not context:
                context = value.strip()
            case mandatory if mandatory.startswith("m-"):  # RFC 3966, 5.4
                raise InvalidPhoneNumber(NumberProblem.UNKNOWN_DEMAND, mandatory[:_LONGEST_SHOWN])
            case flag if not has_value:
                _require_no_second(flag)
                extension = extension or (flag if _is_dialled(flag) else "")
    extension = extension.translate(_NO_SEPARATORS)[:_LONGEST_SHOWN]
    return _checked(number, extension, context), extension


def extension_after(rest: str) -> str:
    """Return the extension that `rest`, what stands behind a number in a text, begins with; "" for none."""
    match = _EXTENSION.match(rest)
    return match[1] if match else ""


def _without_extras(subscriber: str) -> str:
    """Drop `+type=phone` and the like, which NetMeeting and Skype put behind."""
    while extras := _SKYPE_EXTRAS.search(subscriber[-_LONGEST_NUMBER:]):
        subscriber = subscriber[: -len(extras[0])]
    return subscriber


def _parted(subscriber: str) -> tuple[str, str]:
    """Return number and extension, where what follows can be dialled."""
    after = _AFTER.search(subscriber) if "@" not in subscriber else None
    if after is None:
        return subscriber, ""
    rest = subscriber[after.end() :].strip()
    if after["wait"]:
        _require_no_second(rest)
    if not _is_dialled(rest):
        return subscriber, ""
    return subscriber[: after.start()].strip(" (;-"), rest.strip(" ()")


def _is_dialled(text: str) -> bool:
    return _DIALLED_AFTER.fullmatch(text) is not None and any(sign.isdigit() for sign in text)


def _require_no_second(rest: str) -> None:
    if rest.startswith("+"):
        raise InvalidPhoneNumber(NumberProblem.SEVERAL)


def _checked(number: str, extension: str, context: str) -> str:
    """Return the number with its context, if there is one that can be called."""
    if not any(map(str.isdigit, number)) and (not number or any(map(str.isalpha, number))):
        if extension and not number:
            raise InvalidPhoneNumber(NumberProblem.ONLY_EXTENSION, extension)
        raise InvalidPhoneNumber(NumberProblem.NO_NUMBER)
    if len(number) > _LONGEST_NUMBER:
        raise InvalidPhoneNumber(NumberProblem.TOO_LONG)
    if _is_several(number):
        raise InvalidPhoneNumber(NumberProblem.SEVERAL)
    if number.startswith("+") or not context:
        return number
    if context.startswith("+"):  # no promise that this makes a number (RFC 3966, 5.1.5): it is checked as any
        return f"{context} {number}"
    if sum(map(str.isdigit, number)) <= _LONGEST_INTERNAL:  # a number inside a company
        raise InvalidPhoneNumber(NumberProblem.ONLY_EXTENSION, number)
    return number


def _is_several(number: str) -> bool:
    groups = _BETWEEN_NUMBERS.split(number)
    long = [group for group in groups if sum(map(str.isdigit, group)) >= _FEWEST_DIGITS]
    return len(long) > 1 or re.search(r"\d[^+]*\+\s*\d", number) is not None
