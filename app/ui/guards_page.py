"""The settings of what is asked before a call: calling again soon, quiet hours, the do-not-call list."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from app.ui.accessibility import announce
from app.ui.icons import Icon, Tint
from app.ui.question_words import breakable
from app.ui.remark import Remark
from app.ui.scrolled import scrolled
from app.ui.set_by_administrator import set_by_administrator
from app.ui.switch_row import SwitchRow
from app.ui.theme import restyle, tabular
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWheelEvent

    from app.domain.guard import GuardRules
    from app.services.policy import Policy
    from app.services.settings import Settings, SettingsStore
    from app.services.tasks import Tasks

translate = QCoreApplication.translate

_USUAL = (timedelta(seconds=30), timedelta(minutes=5), timedelta(hours=1), timedelta(days=1))


class GuardsPage(QWidget):
    """A tab of the settings. What administrators have set is shown and cannot be changed."""

    list_requested = Signal()
    """The do-not-call list is to be opened."""
    _saved = Signal(object)

    def __init__(self, settings: SettingsStore, policy: Policy, tasks: Tasks) -> None:
        super().__init__()
        self._settings = settings
        self._policy = policy
        self._tasks = tasks
        self._again = QComboBox()
        self._again.setAccessibleName(self.tr("Ask before calling somebody again within"))
        self._quiet = SwitchRow(
            self.tr("Quiet hours"),
            self.tr(
                "By the clock where the number is. Where it may be in several time zones, it is quiet as "
                "soon as it is quiet in one of them; where none is known, nothing is asked."
            ),
        )
        self._from = _HourEdit(self.tr("Quiet from"))
        self._until = _HourEdit(self.tr("Quiet until"))
        self._list = QPushButton(self.tr("Do-not-call list…"))
        self._list.setAutoDefault(False)
        self._trouble = Remark(Icon.ALERT, Tint.RED)
        self._lay_out()
        self._fill_in()
        self._connect()

    def _lay_out(self) -> None:
        hours = QHBoxLayout()
        hours.setContentsMargins(30, 0, 0, 0)
        hours.setSpacing(8)
        hours.addWidget(self._from)
        hours.addWidget(QLabel(self.tr("until")))
        hours.addWidget(self._until)
        hours.addStretch(1)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("Ask before calling somebody again within"), self._again)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        if self._policy.problem:
            problem = Remark(Icon.ALERT, Tint.RED)
            problem.say(breakable(detail_words(self._policy.problem)))
            column.addWidget(problem)
            column.addSpacing(8)
        column.addLayout(form)
        column.addWidget(_hint(self.tr("Every written form of a number is the same person.")))
        self._say_set(column, is_set=self._policy.fixes_again_within)
        column.addSpacing(16)
        column.addWidget(self._quiet)
        column.addLayout(hours)
        self._say_set(column, is_set=self._policy.fixes_quiet_hours)
        column.addSpacing(16)
        column.addWidget(self._list, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(_hint(self.tr("People who are called only with a reason, if at all.")))
        self._say_set(column, is_set=bool(self._policy.numbers or self._policy.numbers_file))
        column.addSpacing(8)
        column.addWidget(self._trouble)
        column.addStretch(1)
        area = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _say_set(self, column: QVBoxLayout, *, is_set: bool) -> None:
        """Say where it comes from that something cannot be changed, or that the list has more people."""
        column.addWidget(set_by_administrator(self._policy, self, is_set=is_set))

    def _fill_in(self) -> None:
        rules = self._policy.rules(self._settings.current.guards)
        spans = sorted({*_USUAL, rules.again_within})
        for span in spans:
            self._again.addItem(span_words(span), int(span.total_seconds()))
        self._again.setCurrentIndex(spans.index(rules.again_within))
        self._again.setEnabled(not self._policy.fixes_again_within)
        self._quiet.set_on(rules.quiet_hours)
        self._from.setTime(QTime(rules.quiet_from.hour, rules.quiet_from.minute))
        self._until.setTime(QTime(rules.quiet_until.hour, rules.quiet_until.minute))
        self._quiet.setEnabled(not self._policy.fixes_quiet_hours)
        self._show_hours()

    def _show_hours(self) -> None:
        for edit in (self._from, self._until):
            edit.setEnabled(self._quiet.is_on and not self._policy.fixes_quiet_hours)

    def _connect(self) -> None:
        self._again.activated.connect(self._on_again)
        self._quiet.switched.connect(self._on_quiet)
        self._from.timeChanged.connect(self._on_hours)
        self._until.timeChanged.connect(self._on_hours)
        self._list.clicked.connect(self.list_requested)
        self._saved.connect(self._on_saved)

    # --- changed --------------------------------------------------------------------------------------

    def _on_again(self) -> None:
        again_within = timedelta(seconds=self._again.currentData())

        def change(rules: GuardRules) -> GuardRules:
            return replace(rules, again_within=again_within)

        self._save(change)

    def _on_quiet(self) -> None:
        self._show_hours()
        is_on = self._quiet.is_on

        def change(rules: GuardRules) -> GuardRules:
            return replace(rules, quiet_hours=is_on)

        self._save(change)

    def _on_hours(self) -> None:
        begins, ends = self._from.hour(), self._until.hour()
        if begins == ends:
            self._trouble.say(self.tr("Quiet hours that end when they begin are none. Choose another time."))
            return
        self._trouble.say("")

        def change(rules: GuardRules) -> GuardRules:
            return replace(rules, quiet_from=begins, quiet_until=ends)

        self._save(change)

    def _save(self, change: Callable[[GuardRules], GuardRules]) -> None:
        def changed(settings: Settings) -> Settings:
            return replace(settings, guards=change(settings.guards))

        self._tasks.start(self._settings.update(changed), "what is asked before a call", self._saved.emit)

    def _on_saved(self, result: object) -> None:
        words = detail_words(str(result)) if isinstance(result, Exception) else ""
        self._trouble.say(words)
        if words:
            announce(self, words, urgent=True)


class _HourEdit(QTimeEdit):
    """A time of day. The wheel changes it only once it has the focus."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(tabular(self.font()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        self.setMinimumWidth(96)
        self.lineEdit().setTextMargins(10, 0, 10, 0)  # a style sheet's padding is not kept

    def hour(self) -> time:
        return time(self.time().hour(), self.time().minute())

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def span_words(span: timedelta) -> str:
    """Return a length of time as one chooses it: 30 seconds, 5 minutes, 1 hour, 1 day."""
    seconds = int(span.total_seconds())
    for unit, one, many in (
        (86_400, translate("GuardsPage", "1 day"), translate("GuardsPage", "{count} days")),
        (3_600, translate("GuardsPage", "1 hour"), translate("GuardsPage", "{count} hours")),
        (60, translate("GuardsPage", "1 minute"), translate("GuardsPage", "{count} minutes")),
    ):
        if seconds and seconds % unit == 0:
            count = seconds // unit
            return one if count == 1 else many.format(count=count)
    return translate("GuardsPage", "{count} seconds").format(count=seconds)


def _hint(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    restyle(label, tone="muted")
    return label
