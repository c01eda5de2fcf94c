"""The line below the number: where it leads, what kind it is, the time there, or what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from app.domain.phone_number import (
    NUMBER_PROBLEMS,
    InvalidPhoneNumber,
    NumberKind,
    NumberProblem,
    PhoneNumber,
)
from app.ui.countries import country_name

if TYPE_CHECKING:
    from datetime import datetime

translate = QCoreApplication.translate

_WIDEST_RANGE = timedelta(hours=3)
_LONGEST_COUNTRY_CODE = 3
_LONGEST_NAME = 40


class Tone(StrEnum):
    """How an explanation is meant; the value is the `tone` of the style sheet."""

    PLAIN = "muted"
    DOUBT = "amber"
    WRONG = "red"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to say about a number, in the operator's language and at most two short lines."""

    text: str
    tone: Tone = Tone.PLAIN

    @property
    def spoken(self) -> str:
        """The same in one line, for a screen reader."""
        return self.text.replace("\n", " · ")

    def of(self, name: str) -> Explanation:
        """Return the same with the name of the one whose number it is, if there is a name.

        A long one is cut off: it must leave the time there its room.
        """
        if len(name) > _LONGEST_NAME:
            name = name[: _LONGEST_NAME - 1].rstrip() + "…"
        return replace(self, text=f"{name} · {self.text}") if name else self


def explain_number(number: PhoneNumber, now: datetime) -> Explanation:
    """Say what `number` is. `now` is aware and used for the time where the number is."""
    parts = [country_name(number.country) or translate("NumberExplanation", "International")]
    if number.in_use:
        parts += filter(None, (_kind(number.kind), _time_there(number, now)))
    else:
        parts.append(translate("NumberExplanation", "no such numbers are known there, check the digits"))
    text = " · ".join(parts)
    if number.assumed:
        reading = translate("NumberExplanation", "Read as {number}").format(number=number.formatted)
        text = f"{reading}\n{text}"
    return Explanation(text, Tone.PLAIN if number.in_use else Tone.DOUBT)


def explain_problem(problem: InvalidPhoneNumber) -> Explanation:
    """Say what is wrong."""
    template = translate("Number", NUMBER_PROBLEMS[problem.problem])
    return Explanation(template.format(found=problem.found), Tone.WRONG)


def explain_incomplete(problem: InvalidPhoneNumber, region: str | None) -> Explanation:
    """Say what is still missing, to somebody who is still typing."""
    if region is None and problem.problem in {NumberProblem.EMPTY, NumberProblem.NO_COUNTRY}:
        return Explanation(translate("NumberExplanation", "Begin with + and the country code."))
    if problem.problem is NumberProblem.EMPTY:
        return Explanation(
            translate("NumberExplanation", "A number without + is read as one of {country}.").format(
                country=country_name(region or "")
            )
        )
    return Explanation(translate("NumberExplanation", "More digits to come."))


def is_incomplete(problem: InvalidPhoneNumber) -> bool:
    """Whether more typing may put it right."""
    if problem.problem is NumberProblem.UNKNOWN_COUNTRY:
        return len(problem.found) <= _LONGEST_COUNTRY_CODE
    return problem.problem in {
        NumberProblem.EMPTY,
        NumberProblem.TOO_SHORT,
        NumberProblem.NO_AREA_CODE,
        NumberProblem.NO_COUNTRY,
        NumberProblem.NO_NUMBER,
    }


def _kind(kind: NumberKind) -> str:
    match kind:
        case NumberKind.MOBILE:
            return translate("NumberExplanation", "mobile")
        case NumberKind.FIXED:
            return translate("NumberExplanation", "landline")
        case NumberKind.FIXED_OR_MOBILE:
            return translate("NumberExplanation", "landline or mobile")
        case NumberKind.OTHER:
            return translate("NumberExplanation", "special number")
        case NumberKind.UNKNOWN:
            return ""


def _time_there(number: PhoneNumber, now: datetime) -> str:
    """Return the local time, a range where the number may be in several zones, "" where that says nothing."""
    import phonenumbers
    from phonenumbers import timezone

    times = set()
    for name in timezone.time_zones_for_number(phonenumbers.parse(number.e164)):
        try:
            times.add(now.astimezone(ZoneInfo(name)).replace(tzinfo=None))
        except ZoneInfoNotFoundError:
            continue
    if not times or max(times) - min(times) > _WIDEST_RANGE:
        return ""
    first, last = (_clock(moment) for moment in (min(times), max(times)))
    return translate("NumberExplanation", "{time} there").format(
        time=first if first == last else f"{first}–{last}"
    )


def _clock(moment: datetime) -> str:
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
