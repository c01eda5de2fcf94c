"""Why a text, or a link, cannot be called: one sentence for each reason."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

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
    NOWHERE = "nowhere"
    # Of links
    NO_NUMBER = "no_number"
    ONLY_EXTENSION = "only_extension"
    SEVERAL = "several"
    LINK_TOO_LONG = "link_too_long"
    OTHER_LINK = "other_link"
    INTERNET_CALL = "internet_call"
    UNKNOWN_DEMAND = "unknown_demand"


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
    NumberProblem.NOWHERE: QT_TRANSLATE_NOOP("Number", "There is no phone number in this text."),
    NumberProblem.NO_NUMBER: QT_TRANSLATE_NOOP(
        "Number", "There is no number in this link. Ask for the number and type it."
    ),
    NumberProblem.ONLY_EXTENSION: QT_TRANSLATE_NOOP(
        "Number", "There is only an extension ({found}) in this link. Ask for the whole number."
    ),
    NumberProblem.SEVERAL: QT_TRANSLATE_NOOP(
        "Number", "There is more than one number in this link. Copy the one to call."
    ),
    NumberProblem.LINK_TOO_LONG: QT_TRANSLATE_NOOP(
        "Number", "This link is far too long to be one to a phone number. Copy only the number."
    ),
    NumberProblem.OTHER_LINK: QT_TRANSLATE_NOOP(
        "Number", "“{found}” is not a link to a phone number. Copy the number itself."
    ),
    NumberProblem.INTERNET_CALL: QT_TRANSLATE_NOOP(
        "Number",
        "“{found}” leads to an internet phone, which cannot be called from here. Copy a phone number.",
    ),
    NumberProblem.UNKNOWN_DEMAND: QT_TRANSLATE_NOOP(
        "Number", "The link demands “{found}”, which Toque does not know. Copy only the number."
    ),
}
"""One English sentence a problem; `{found}` is the part of the text it is about."""


class InvalidPhoneNumber(ValueError):
    """A text that cannot be called: `problem` says why, `found` is the part it is about."""

    def __init__(self, problem: NumberProblem, found: str = "") -> None:
        super().__init__(NUMBER_PROBLEMS[problem].format(found=found))
        self.problem = problem
        self.found = found
