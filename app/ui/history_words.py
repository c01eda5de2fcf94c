"""How the history's filters and counts are said, in the window's language."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.domain.call import CallKind, Outcome
from app.ui.history_choice import Days

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from app.ui.history_choice import HistoryChoice

translate = QCoreApplication.translate


class Part(StrEnum):
    """One filter of a choice."""

    PERSON = "person"
    OUTCOMES = "outcomes"
    ACCOUNT = "account"
    KIND = "kind"
    DAYS = "days"


def calls_words(count: int) -> str:
    """Return "1 call", "1,204 calls"."""
    if count == 1:
        return translate("History", "1 call")
    return translate("History", "{count} calls").format(count=QLocale().toString(count))


def outcome_words(outcome: Outcome) -> str:
    """Name an outcome, whatever call it is of."""
    return {
        Outcome.ANSWERED: translate("Call", "Answered"),
        Outcome.REJECTED: translate("Call", "Declined"),
        Outcome.NO_ANSWER: translate("Call", "Not answered"),
        Outcome.BUSY: translate("Call", "Busy"),
        Outcome.FAILED: translate("History", "Failed or not placed"),
        Outcome.CANCELLED: translate("Call", "Cancelled"),
        Outcome.UNKNOWN: translate("Call", "Not known"),
    }[outcome]


def outcomes_words(outcomes: Iterable[Outcome]) -> str:
    """Name outcomes, in the order in which they are always offered."""
    wanted = frozenset(outcomes)
    return ", ".join(outcome_words(each) for each in Outcome if each in wanted)


def kind_words(kind: CallKind) -> str:
    """Name a kind of call."""
    return {
        CallKind.RING: translate("CallType", "Ring"),
        CallKind.AUDIO: translate("CallType", "Audio"),
        CallKind.AGENT: translate("CallType", "Agent"),
    }[kind]


def days_words(days: Days, first: date | None = None, last: date | None = None) -> str:
    """Name the days that are meant."""
    match days:
        case Days.ANY:
            return translate("History", "Any day")
        case Days.TODAY:
            return translate("History", "Today")
        case Days.YESTERDAY:
            return translate("History", "Yesterday")
        case Days.LAST_7:
            return translate("History", "Last 7 days")
        case Days.CHOSEN if first is None:
            return translate("History", "Chosen days…")
        case Days.CHOSEN:
            both = sorted({first, last or first})
            return " – ".join(map(day_words, both))


def day_words(day: date) -> str:
    """Write a day as the locale does, in short."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


def choice_words(choice: HistoryChoice) -> dict[Part, str]:
    """Say each filter that is set."""
    words: dict[Part, str] = {}
    if choice.person is not None:
        words[Part.PERSON] = choice.person[1]
    if choice.outcomes:
        words[Part.OUTCOMES] = outcomes_words(choice.outcomes)
    if choice.account is not None:
        words[Part.ACCOUNT] = choice.account[1]
    if choice.kind is not None:
        words[Part.KIND] = kind_words(choice.kind)
    if choice.days is not Days.ANY:
        words[Part.DAYS] = days_words(choice.days, choice.first, choice.last)
    return words


def meant_words(text: str, choice: HistoryChoice) -> str:
    """Say in one line what is looked for and how it is filtered; empty where every call is meant."""
    parts = list(choice_words(choice).values())
    if text.strip():
        parts.insert(0, translate("History", "Search “{text}”").format(text=text.strip()))
    return " · ".join(parts)
