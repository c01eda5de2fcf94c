"""What a row of the history says in each column, on the screen and to a screen reader."""

from __future__ import annotations

import re
from datetime import datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt
from PySide6.QtGui import QColor

from app.ui import wording
from app.ui.colors import current_colors

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.call import Call
    from app.ui.history_names import Names

translate = QCoreApplication.translate

_MARKS = "●○✕?… "
_HALF = re.compile(r"\s*[Aa][Pp]?\s*")
"""Of the day, in a format of times."""
_YEAR = re.compile(r"^y+\W*|\W*y+\W*$")
"""With what stands between it and the rest of a day."""


class Column(IntEnum):
    """What a row shows, left to right."""

    TIME = 0
    NUMBER = 1
    NAME = 2
    KIND = 3
    ACCOUNT = 4
    OUTCOME = 5
    DETAIL = 6


class Role(IntEnum):
    """What a row has beside Qt's own roles, in every column."""

    CALL = Qt.ItemDataRole.UserRole
    NAME = Qt.ItemDataRole.UserRole + 1
    HAS_NOTE = Qt.ItemDataRole.UserRole + 2
    SHORT_TIME = Qt.ItemDataRole.UserRole + 3


class RowWords:
    """`names_accounts`: whether there is more than one account, so that it matters which."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.names_accounts = False
        self.has_names = False

    def note_names(self, calls: Iterable[Call]) -> None:
        """Find out whether somebody among these has a name."""
        self.has_names = self.has_names or any(map(self.name, calls))

    def name(self, call: Call) -> str:
        """Return the callee's name, "" where it is not known."""
        return self._names.name_of(call.request.number.person)

    def data(self, call: Call, column: Column, role: int) -> Any:
        """Return what a model has for the cell in that role."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(call, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(call, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self.tip(call, column) or None
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(self.color(call, column))
            case Role.CALL:
                return call
            case Role.NAME:
                return self.name(call)
            case Role.HAS_NOTE:
                return bool(call.note or call.tag)
            case Role.SHORT_TIME:
                return short_time(call.created_at)
        return None

    def text(self, call: Call, column: Column) -> str:
        """Return what stands in the cell."""
        match column:
            case Column.TIME:
                return day_and_time(call.created_at)
            case Column.NUMBER:
                return call.request.number.formatted
            case Column.NAME:
                return self.name(call)
            case Column.KIND:
                return wording.request_words(call.request)
            case Column.ACCOUNT:
                return call.account_name
            case Column.OUTCOME:
                words = wording.state_words(call)
                return f"{words.mark} {words.text}"
            case Column.DETAIL:
                return noted(call) or wording.explanation(call)

    def spoken(self, call: Call, column: Column) -> str:
        """Return the same for a screen reader; the number brings the name, the outcome tag and note."""
        match column:
            case Column.NUMBER:
                return ", ".join(filter(None, (self.text(call, column), self.name(call))))
            case Column.OUTCOME:
                return ", ".join(filter(None, (self.text(call, column).lstrip(_MARKS), noted(call))))
            case _:
                return self.text(call, column).lstrip(_MARKS)

    def tip(self, call: Call, column: Column) -> str:
        """Return the tool tip: what the cell may have no room for."""
        account = call.account_name if self.names_accounts else ""
        words = [call.tag, call.note, wording.explanation(call), account]
        match column:
            case Column.TIME:
                words = [wording.day_and_time(call.created_at), *words]
            case Column.OUTCOME | Column.NUMBER:
                words = [self.text(call, column), *words]
            case Column.KIND:
                words = [wording.sound_words(call.request), account]
        if column is Column.NUMBER:
            words.insert(1, self.name(call))
        return "\n".join(filter(None, words))

    @staticmethod
    def color(call: Call, column: Column) -> str:
        """Return the colour of the text."""
        colors = current_colors()
        match column:
            case Column.NUMBER | Column.NAME:
                return colors.text
            case Column.OUTCOME:
                return str(getattr(colors, wording.state_words(call).tone))
            case Column.DETAIL if call.note or call.tag:
                return colors.text
            case _:
                return colors.muted


def column_title(column: Column) -> str:
    """Return what stands above a column."""
    return {
        Column.TIME: translate("HistoryModel", "Time"),
        Column.NUMBER: translate("HistoryModel", "Number"),
        Column.NAME: translate("HistoryModel", "Name"),
        Column.KIND: translate("HistoryModel", "Call"),
        Column.ACCOUNT: translate("HistoryModel", "Account"),
        Column.OUTCOME: translate("HistoryModel", "Outcome"),
        Column.DETAIL: translate("HistoryModel", "Note"),
    }[column]


def day_and_time(at: datetime) -> str:
    """Return the time today, day and time this year, and the whole day before."""
    day, today = at.astimezone().date(), datetime.now().astimezone().date()
    if day == today:
        return wording.clock_time(at, seconds=False)
    short = short_time(at)
    return f"{short} {wording.clock_time(at, seconds=False)}" if day.year == today.year else short


def short_time(at: datetime) -> str:
    """Return the time today, the day this year, and before it the day with its year."""
    day, today = at.astimezone().date(), datetime.now().astimezone().date()
    if day == today:
        return short_clock(at)
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    if day.year == today.year:
        form = _YEAR.sub("", form)
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def short_clock(at: datetime) -> str:
    """Return the time on the clock of 24 hours, in every locale: "a.m." would take the number's room."""
    form = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    if _HALF.search(form):
        form = _HALF.sub("", form).replace("h", "H")
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(at.timestamp())).time(), form)


def noted(call: Call) -> str:
    """Return tag and note in one line."""
    return " · ".join(filter(None, (call.tag, " ".join(call.note.split()))))
