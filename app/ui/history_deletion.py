"""Deleting the calls of before a day, now: how many is said before, and how far it is meanwhile."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QLabel, QProgressBar, QPushButton

from app.services.history import HistoryFilter
from app.ui.accessibility import announce
from app.ui.history_choice import midnight
from app.ui.history_setting import HistorySetting
from app.ui.history_words import calls_words, day_words
from app.ui.theme import restyle, tabular
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from datetime import datetime

    from app.services.history import History
    from app.services.tasks import Tasks

_OFFERED_DAYS = 90


class HistoryDeletion(HistorySetting):
    """Asks, deletes and tells."""

    deleted = Signal(object)
    """The datetime before which everything has been deleted."""
    _counted = Signal(object, object)
    _progressed = Signal(int)
    _ended = Signal(object, object)

    def __init__(self, history: History, tasks: Tasks) -> None:
        super().__init__()
        self._history = history
        self._tasks = tasks
        self._before: datetime | None = None
        self._is_busy = False
        self._day = QDateEdit(QDate.currentDate().addDays(-_OFFERED_DAYS))
        self._day.setAccessibleName(self.tr("Delete calls of before"))
        self._day.setCalendarPopup(True)
        self._day.setFont(tabular(self.font()))
        self._day.setMaximumDate(QDate.currentDate())
        self._delete = QPushButton(self.tr("Delete…"))
        self._delete.setAccessibleName(self.tr("Delete old calls"))
        self._delete.setAutoDefault(False)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress of the deletion"))
        self._progress.hide()
        self._done = QLabel()
        self._done.setWordWrap(True)
        restyle(self._done, tone="muted")
        self._lay_out(
            self.tr("Delete calls of before"),
            self._day,
            self._delete,
            self.tr("That day's own calls stay. Calls that are still under way always do."),
            self._progress,
            self._done,
        )
        self._delete.clicked.connect(self._on_delete)
        self._day.dateChanged.connect(self._question.withdraw)
        self._question.answered.connect(self._on_answered)
        self._counted.connect(self._on_counted)
        self._progressed.connect(self._progress.setValue)
        self._ended.connect(self._on_ended)

    def _on_delete(self) -> None:
        """Ask, with the number of calls that it is about."""
        if self._is_busy:
            return
        self._is_busy = True
        day = self._day.date()
        before = midnight(date(day.year(), day.month(), day.day()))
        self._done.clear()
        self._trouble.say("")
        work = self._history.count(HistoryFilter(until=before))
        self._tasks.start(work, "count of old calls", partial(self._counted.emit, before))

    def _on_counted(self, before: datetime, count: object) -> None:
        self._is_busy = False
        day = day_words(before.astimezone().date())
        if not isinstance(count, int):
            self._complain(detail_words(str(count)))
        elif count == 0:
            self._say(self.tr("There are no calls of before {day}.").format(day=day))
        else:
            self._before = before
            self._progress.setRange(0, count)
            words = self.tr("Delete {calls} of before {day}, with their notes? They cannot be brought back.")
            self._question.ask(
                words.format(calls=calls_words(count), day=day),
                self.tr("Delete them"),
                self.tr("Keep them"),
            )

    def _on_answered(self, is_wanted: bool) -> None:
        self._delete.setFocus(Qt.FocusReason.OtherFocusReason)
        before = self._before
        if not is_wanted or before is None or self._is_busy:
            return
        self._is_busy = True
        self._progress.setValue(0)
        self._progress.show()
        work = self._history.delete_before(before, progress=self._progressed.emit)
        self._tasks.start(work, "deletion of old calls", partial(self._ended.emit, before))

    def _on_ended(self, before: datetime, result: object) -> None:
        self._is_busy = False
        self._progress.hide()
        self.deleted.emit(before)
        if isinstance(result, int):
            self._say(self.tr("{calls} deleted.").format(calls=calls_words(result)))
        else:
            self._complain(detail_words(str(result)))

    def _say(self, words: str) -> None:
        self._done.setText(words)
        announce(self, words)
