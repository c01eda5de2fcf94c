"""The history's filters: outcome, account, kind and day, in as many lines as the width asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QPushButton, QWidget

from app.domain.call import CallKind, Outcome
from app.ui.check_menu import CheckMenu
from app.ui.flow_layout import FlowLayout
from app.ui.history_choice import Days, HistoryChoice
from app.ui.history_words import days_words, kind_words, outcome_words, outcomes_words
from app.ui.icons import Icon, Tint, icon
from app.ui.theme import tabular

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QAction, QWheelEvent

_LONGEST_WORDS = 28


class HistoryFilters(QWidget):
    """Shows a HistoryChoice and lets it be changed."""

    changed = Signal(object)
    """The HistoryChoice as it is now."""
    left = Signal()
    """Esc was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = HistoryChoice()
        self._outcomes = QPushButton()
        self._outcomes.setAutoDefault(False)
        self._outcomes.setAccessibleName(self.tr("Outcome"))
        self._outcomes.setIcon(icon(Icon.CHEVRON_DOWN, Tint.MUTED))
        self._outcomes.setIconSize(QSize(24, 16))  # wider than the icon: room after the words
        self._outcomes.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the icon behind the words
        self._menu = CheckMenu(self)
        self._actions = {outcome: self._action(outcome) for outcome in Outcome}
        self._account = _Combo(self.tr("Account"))
        self._kind = _Combo(self.tr("Kind of call"))
        self._days = _Combo(self.tr("Day"))
        self._first = _day_edit(self.tr("From day"))
        self._dash = QLabel("–")
        self._last = _day_edit(self.tr("To day"))
        self._unknown = QPushButton(self.tr("Unknown only"))
        self._unknown.setProperty("choice", True)
        self._unknown.setCheckable(True)
        self._unknown.setAutoDefault(False)
        self._unknown.setToolTip(self.tr("Calls of which nobody knows what became of them"))
        self._fill()
        self._lay_out()
        self._connect()
        self.show_accounts(())
        self.show_choice(self._choice)

    def _action(self, outcome: Outcome) -> QAction:
        action = self._menu.addAction(outcome_words(outcome))
        action.setCheckable(True)
        action.triggered.connect(self._on_changed)
        return action

    def _fill(self) -> None:
        self._kind.addItem(self.tr("Any kind"), None)
        for kind in CallKind:
            self._kind.addItem(kind_words(kind), kind)
        for days in Days:
            self._days.addItem(days_words(days), days)

    def _lay_out(self) -> None:
        flow = FlowLayout()
        flow.setContentsMargins(8, 0, 8, 8)
        self.setLayout(flow)
        for widget in (
            self._outcomes,
            self._unknown,
            self._account,
            self._kind,
            self._days,
            self._first,
            self._dash,
            self._last,
        ):
            flow.addWidget(widget)
        self._dash.setMinimumHeight(36)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _connect(self) -> None:
        self._outcomes.clicked.connect(self._on_outcomes)
        for combo in (self._account, self._kind, self._days):
            combo.activated.connect(self._on_changed)
        for edit in (self._first, self._last):
            edit.dateChanged.connect(self._on_changed)
        self._unknown.clicked.connect(self._on_unknown)

    def show_accounts(self, accounts: Sequence[tuple[str, str]]) -> None:
        """Offer these accounts, each an id and a name; where there is no choice, none."""
        self._account.clear()
        self._account.addItem(self.tr("Any account"), None)
        for account_id, name in accounts:
            self._account.addItem(name, account_id)
        self._account.setVisible(len(accounts) > 1)
        self.show_choice(self._choice)

    def show_choice(self, choice: HistoryChoice) -> None:
        """Show what is set."""
        self._choice = choice
        for outcome, action in self._actions.items():
            action.setChecked(outcome in choice.outcomes)
        words = outcomes_words(choice.outcomes) or self.tr("Any outcome")
        if len(words) > _LONGEST_WORDS:
            words = self.tr("{count} outcomes").format(count=len(choice.outcomes))
        self._outcomes.setText(words)
        self._outcomes.setAccessibleDescription(outcomes_words(choice.outcomes) or words)
        self._unknown.setChecked(choice.is_unknown_only)
        self._account.show_value(choice.account[0] if choice.account else None)
        self._kind.show_value(choice.kind)
        self._days.show_value(choice.days)
        self._show_days(choice)
        self.updateGeometry()

    def event(self, event: QEvent, /) -> bool:
        """Keep Esc from the window: there it means something else."""
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """Have the focus on the first filter."""
        self._outcomes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_days(self, choice: HistoryChoice) -> None:
        for widget in (self._first, self._dash, self._last):
            widget.setVisible(choice.days is Days.CHOSEN)
        today = QDate.currentDate()
        for edit, day in ((self._first, choice.first), (self._last, choice.last or choice.first)):
            with QSignalBlocker(edit):
                edit.setDate(QDate(day.year, day.month, day.day) if day else today)

    def _on_outcomes(self) -> None:
        self._menu.popup(self._outcomes.mapToGlobal(QPoint(0, self._outcomes.height())))

    def _on_unknown(self, is_wanted: bool) -> None:
        self._take(self._choice.unknown_only(is_wanted))

    def _on_changed(self) -> None:
        outcomes = frozenset(outcome for outcome, action in self._actions.items() if action.isChecked())
        account = self._account.currentData()
        days = Days(self._days.currentData())
        is_chosen = days is Days.CHOSEN
        self._take(
            replace(
                self._choice,
                outcomes=frozenset() if len(outcomes) == len(Outcome) else outcomes,
                account=(account, self._account.currentText()) if account else None,
                kind=CallKind(self._kind.currentData()) if self._kind.currentData() else None,
                days=days,
                first=_day(self._first) if is_chosen else None,
                last=_day(self._last) if is_chosen else None,
            )
        )

    def _take(self, choice: HistoryChoice) -> None:
        self.show_choice(choice)
        self.changed.emit(choice)


class _Combo(QComboBox):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def show_value(self, value: object) -> None:
        self.setCurrentIndex(max(0, self.findData(value)))

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()  # a wheel that passes by must not filter


def _day_edit(name: str) -> QDateEdit:
    edit = QDateEdit()
    edit.setAccessibleName(name)
    edit.setCalendarPopup(True)
    edit.setFont(tabular(edit.font()))
    return edit


def _day(edit: QDateEdit) -> date:
    day = edit.date()
    return day.toPython()  # type: ignore[return-value]  # a date: the stubs say object
