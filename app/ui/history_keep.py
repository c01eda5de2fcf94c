"""How long calls are kept: chosen, and asked again where calls are there that would go."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QSpinBox

from app.services.history import HistoryFilter
from app.services.policy import NO_POLICY, Fixable
from app.ui.history_setting import HistorySetting
from app.ui.history_words import calls_words
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from app.services.history import History
    from app.services.policy import Policy
    from app.services.settings import Settings, SettingsStore
    from app.services.tasks import Tasks

_USUAL_DAYS = (30, 90, 365)
_CHOSEN = -1
_FOR_EVER = 0
_MOST_DAYS = 36_500


class HistoryKeep(HistorySetting):
    """Sets `keep_history_days`. What would delete calls is set only after that was said."""

    _counted = Signal(int, object)
    _saved = Signal(object)

    def __init__(
        self, settings: SettingsStore, history: History, tasks: Tasks, policy: Policy = NO_POLICY
    ) -> None:
        super().__init__()
        self._settings = settings
        self._history = history
        self._tasks = tasks
        self._wanted: int | None = None
        self._keep = _Combo()
        self._keep.setAccessibleName(self.tr("Keep calls for"))
        self._days = QSpinBox()
        self._days.setAccessibleName(self.tr("Days that calls are kept"))
        self._days.setRange(1, _MOST_DAYS)
        self._days.setKeyboardTracking(False)
        self._days.setSuffix(" " + self.tr("days"))
        self._days.lineEdit().setTextMargins(10, 0, 0, 0)
        self._days.setMinimumWidth(112)
        self._lay_out(
            self.tr("Keep calls for"),
            self._keep,
            self._days,
            self.tr("Older calls are deleted by themselves, with their notes, within an hour."),
        )
        self._fill_in()
        is_fixed = Fixable.KEEP_HISTORY_DAYS in policy.fixed
        self._keep.setDisabled(is_fixed)
        self._days.setDisabled(is_fixed)
        self._say_set(policy, is_set=is_fixed)
        self._keep.activated.connect(self._on_chosen)
        self._days.valueChanged.connect(self._on_chosen)
        self._question.answered.connect(self._on_answered)
        self._counted.connect(self._on_counted)
        self._saved.connect(self._on_saved)

    def _fill_in(self) -> None:
        self._keep.addItem(self.tr("Ever"), _FOR_EVER)
        for days in _USUAL_DAYS:
            self._keep.addItem(self._period_words(days), days)
        self._keep.addItem(self.tr("A number of days"), _CHOSEN)
        self._days.setValue(180)
        self._show_kept()

    def _period_words(self, days: int) -> str:
        return self.tr("1 year") if days == 365 else self.tr("{days} days").format(days=days)

    def _show_kept(self) -> None:
        kept = self._settings.current.keep_history_days
        index = self._keep.findData(kept or _FOR_EVER)
        self._keep.setCurrentIndex(index if index >= 0 else self._keep.findData(_CHOSEN))
        if index < 0:
            with QSignalBlocker(self._days):
                self._days.setValue(kept or 1)
        self._days.setVisible(index < 0)

    def _on_chosen(self) -> None:
        """Find out what would go, before anything is set."""
        chosen = self._keep.currentData()
        self._days.setVisible(chosen == _CHOSEN)
        self._wanted = self._days.value() if chosen == _CHOSEN else chosen or None
        self._question.withdraw()
        if self._wanted is None:
            self._save()
            return
        which = HistoryFilter(until=datetime.now(UTC) - timedelta(days=self._wanted))
        self._tasks.start(
            self._history.count(which), "count of old calls", partial(self._counted.emit, self._wanted)
        )

    def _on_counted(self, days: int, count: object) -> None:
        if days != self._wanted:
            return
        if count == 0:
            self._save()
        elif isinstance(count, int):
            words = self.tr("Older than {period}: {calls}. They will be deleted, with their notes.")
            self._question.ask(
                words.format(period=self._period_words(days), calls=calls_words(count)),
                self.tr("Keep no older calls"),
                self.tr("Leave it as it was"),
            )
        else:
            self._on_saved(count)
            self._show_kept()

    def _on_answered(self, is_wanted: bool) -> None:
        self._keep.setFocus()
        if is_wanted:
            self._save()
        else:
            self._show_kept()

    def _save(self) -> None:
        days = self._wanted

        def kept_for(settings: Settings) -> Settings:
            return replace(settings, keep_history_days=days)

        self._tasks.start(self._settings.update(kept_for), "how long calls are kept", self._saved.emit)

    def _on_saved(self, result: object) -> None:
        self._complain(detail_words(str(result)) if isinstance(result, Exception) else "")


class _Combo(QComboBox):
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()  # a wheel that passes by must not set anything
