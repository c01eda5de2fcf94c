"""What speaks against a call, in the window's language."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTime

from app.domain.call import Outcome
from app.ui import wording

if TYPE_CHECKING:
    from app.domain.call import Call
    from app.domain.phone_number import PhoneNumber
    from app.domain.quiet_hours import Quiet
    from app.services.do_not_call import DoNotCallEntry
    from app.services.question import Question

translate = QCoreApplication.translate

_LONG_WORD = re.compile(r"\S{20}(?=\S)")


def question_words(question: Question, name: str = "") -> str:
    """Say everything that speaks against the call, and ask once; or say who decided that it is not placed.

    `name` is the callee's, "" where it is not known.
    """
    number = _whom(question.request.number, name)
    sentences = []
    if question.do_not_call is not None:
        sentences.append(listed_words(question.do_not_call, number))
    elif question.unchecked:
        sentences.append(wording.detail_words(question.unchecked))
    if question.quiet is not None:
        sentences.append(quiet_words(question.quiet))
    if not question.is_reached:
        sentences.append(translate("Question", "{number} seems to have no WhatsApp.").format(number=number))
    if question.earlier is not None:
        sentences.append(_earlier_words(question.earlier, name))
    return breakable(" ".join([*sentences, _asked(question)]))


def listed_words(entry: DoNotCallEntry, number: str) -> str:
    """Say that `number` is on the do-not-call list, since when and why."""
    if entry.is_fixed:
        text = translate("Question", "{number} is on your administrator's do-not-call list")
    elif entry.added_at is not None:
        text = translate("Question", "{number} is on the do-not-call list since {day}")
    else:
        text = translate("Question", "{number} is on the do-not-call list")
    day = day_words(entry.added_at) if entry.added_at is not None else ""
    text = text.format(number=number, day=day)
    reason = entry.reason.rstrip(" .")
    return f"{text}: {reason}." if reason else f"{text}."


def breakable(text: str) -> str:
    """Return `text` with places to break long words at, such as addresses: no label grows wider for them."""
    return _LONG_WORD.sub("\\g<0>\u200b", text)


def quiet_words(quiet: Quiet) -> str:
    """Say what time it is there, and until when nobody is called."""
    first, last = clock(quiet.earliest), clock(quiet.latest)
    if quiet.until is None:
        text = translate("Question", "It is between {first} and {last} there: quiet hours.")
    elif first == last:
        text = translate("Question", "It is {first} there: quiet hours until {until} there.")
    else:
        text = translate(
            "Question", "It is between {first} and {last} there: quiet hours until {until} there."
        )
    until = clock(quiet.until) if quiet.until is not None else ""
    return text.format(first=first, last=last, until=until)


def clock(local: datetime) -> str:
    """Return the time of day that `local` shows, in the operator's locale."""
    return QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)


def day_words(at: datetime) -> str:
    """Return the day of `at` where the operator is, with the month by name: 3 Nov 2026."""
    day = QDateTime.fromSecsSinceEpoch(int(at.timestamp())).date()
    return QLocale().toString(day, "d MMM yyyy")


def _whom(number: PhoneNumber, name: str) -> str:
    return f"{name} ({number.formatted})" if name else number.formatted


def _earlier_words(earlier: Call, name: str) -> str:
    ago_s = round((datetime.now(UTC) - earlier.created_at).total_seconds())
    when = (
        translate("Question", "{seconds} s ago").format(seconds=ago_s)
        if 0 <= ago_s < 60
        else translate("Question", "at {time}").format(time=wording.day_and_time(earlier.created_at))
    )
    if earlier.outcome is Outcome.UNKNOWN:
        text = translate("Question", "{number} was called {when}, and it is not known what became of it.")
    else:
        text = translate("Question", "{number} was called {when} ({state}).")
    return text.format(
        number=_whom(earlier.request.number, name), when=when, state=wording.state_words(earlier).text
    )


def _asked(question: Question) -> str:
    if question.is_binding:
        return translate("Question", "Your administrator lets nobody call all the same.")
    if question.earlier is not None:
        return translate("Question", "Call again?")
    return translate("Question", "Call anyway?")
