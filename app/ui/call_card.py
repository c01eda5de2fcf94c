"""One call as a card: number, state in words, ring progress, timeline, and what can be done about it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.audio import FileRecord, length_words
from app.domain.call import CallKind, CallState
from app.domain.reason import Reason
from app.ui import wording
from app.ui.accessibility import announce
from app.ui.colors import current_colors
from app.ui.elided_label import ElidedLabel
from app.ui.icons import Icon, IconButton
from app.ui.theme import restyle, tabular

if TYPE_CHECKING:
    from app.domain.call import Call, CallStep
    from app.services.call_service import Uploaded

_PROGRESS_STEPS = 1000

_BESIDE = 16 + 12 + 8 + 8 + 24 + 8 + 24
"""What stands beside number and state: margins, gaps, and the buttons for details and to dismiss."""

_NAME_WIDTH = 120
"""What a name should have at least beside its number."""

_ACCOUNT_REASONS = frozenset(
    {
        Reason.TOKEN_REFUSED,
        Reason.INSTANCE_NOT_FOUND,
        Reason.SETTINGS_WRONG,
        Reason.NO_TOKEN,
        Reason.NO_ACCOUNT,
    }
)
"""Reasons whose way out is in the account's settings."""


class CallCard(QFrame):
    """Shows one call as it is now; `show_call` brings the next step."""

    cancel_pressed = Signal(str)
    """The operator wants this call (its id) not to be sent."""
    details_pressed = Signal(object)
    """The Call whose details should be shown."""
    dismissed = Signal(str)
    settings_pressed = Signal(str)
    """The id of the account whose settings should be looked at."""

    def __init__(self, call: Call, *, names_account: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names_account = names_account
        self.setProperty("card", True)
        self._call = call
        self._can_cancel = False
        self._number = QLabel()
        self._number.setProperty("strong", True)
        self._number.setFont(tabular(self.font()))
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._name = ElidedLabel(most=1)
        self._name.hide()
        self._state = QLabel()
        self._state.setProperty("strong", True)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._about = ElidedLabel()
        self._about.setProperty("tone", "muted")
        self._elapsed = QLabel()
        self._elapsed.setProperty("tone", "muted")
        self._elapsed.setFont(tabular(self.font()))
        self._until = QLabel()
        self._until.setProperty("tone", "muted")
        self._until.setFont(tabular(self.font()))
        self._ringing = QWidget()
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setRange(0, _PROGRESS_STEPS)
        self._explanation = QLabel()
        self._explanation.setWordWrap(True)
        self._explanation.setProperty("tone", "muted")
        self._explanation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._timeline = QLabel()
        self._timeline.setWordWrap(True)
        self._timeline.setTextFormat(Qt.TextFormat.RichText)
        self._timeline.setFont(tabular(self.font()))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self._on_cancel)
        self._settings = QPushButton(self.tr("Open account settings"))
        self._settings.clicked.connect(self._on_settings)
        self._details = IconButton(Icon.INFO, self.tr("Details"))
        self._details.clicked.connect(self._on_details)
        self._dismiss = IconButton(Icon.CLOSE, self.tr("Dismiss"))
        for button in (self._details, self._dismiss):
            button.setProperty("small", True)
            button.setIconSize(QSize(16, 16))
        self._dismiss.clicked.connect(self._on_dismiss)
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        self._head.setSpacing(8)
        whom = QHBoxLayout()
        whom.setSpacing(12)
        whom.addWidget(self._number)
        whom.addWidget(self._name, 1, Qt.AlignmentFlag.AlignVCenter)
        self._head.addLayout(whom, stretch=1)
        self._head.addWidget(self._state)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(self._head, stretch=1)
        top.addWidget(self._details, alignment=Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._dismiss, alignment=Qt.AlignmentFlag.AlignTop)
        about = QHBoxLayout()
        about.setSpacing(8)
        about.addWidget(self._about, stretch=1)
        about.addWidget(self._elapsed)
        ringing = QHBoxLayout(self._ringing)
        ringing.setContentsMargins(0, 0, 0, 0)
        ringing.setSpacing(12)
        ringing.addWidget(self._progress, stretch=1)
        ringing.addWidget(self._until)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self._cancel)
        actions.addWidget(self._settings)
        actions.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(about)
        column.addWidget(self._ringing)
        column.addWidget(self._explanation)
        column.addWidget(self._timeline)
        column.addLayout(actions)

    def arrange_for(self, width: int) -> None:
        """Put the state below the number where both do not fit beside each other."""
        margins = self.contentsMargins()
        needed = self._number.sizeHint().width() + self._state.sizeHint().width()
        if self._name.text():
            needed += min(_NAME_WIDTH, self._name.sizeHint().width()) + 12
        room = width - margins.left() - margins.right() - _BESIDE
        is_narrow = needed > room
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head.setDirection(below if is_narrow else beside)
        self._head.setSpacing(2 if is_narrow else 8)

    @property
    def call(self) -> Call:
        """The call as last shown."""
        return self._call

    def show_call(self, call: Call, *, can_cancel: bool) -> None:
        """Show the next step of the call, and have a screen reader say it."""
        said = wording.state_words(self._call).text
        self._call, self._can_cancel = call, can_cancel
        self._show()
        words = wording.state_words(call).text
        if words != said:
            whom = ", ".join(filter(None, (self._name.text(), call.request.number.formatted)))
            announce(self, f"{whom}: {words}")

    def tick(self, now: datetime, *, can_cancel: bool, uploaded: Uploaded | None = None) -> None:
        """Move the progress on, and take Cancel away the moment the call leaves."""
        self._can_cancel = can_cancel
        self._cancel.setVisible(can_cancel)
        self._show_upload(uploaded)
        self._show_elapsed(now)
        total = self._call.request.ring_seconds or 0
        left = self.seconds_left(now)
        if left is not None and total:
            done = 1 - left / total
            self._progress.setValue(round(max(0.0, min(1.0, done)) * _PROGRESS_STEPS))

    def _show_upload(self, uploaded: Uploaded | None) -> None:
        if uploaded is None or self._call.state is not CallState.SENDING:
            return
        self._progress.setValue(round(_PROGRESS_STEPS * uploaded.sent / uploaded.total))
        sent, total = wording.size_words(uploaded.sent), wording.size_words(uploaded.total)
        words = self.tr("{sent} of {total}").format(sent=sent, total=total)
        self._until.setText(words if uploaded.sent < uploaded.total else self.tr("waiting for the reply"))

    def show_name(self, name: str) -> None:
        """Say whose number it is; "" where that is not known."""
        self._name.setText(name)
        self._name.setVisible(bool(name))

    def name_account(self, names_account: bool) -> None:
        """Say, or do not say, which account the call went through."""
        if names_account != self._names_account:
            self._names_account = names_account
            self._show()

    def _about_words(self) -> str:
        """Name the agent that calls and, where there are several, the account."""
        call, parts = self._call, []
        if call.request.agent is not None and call.request.agent.agent_name:
            parts.append(self.tr("Agent {name}").format(name=call.request.agent.agent_name))
        if self._names_account:
            parts += filter(None, (call.account_name, call.provider))
        return " · ".join(parts)

    def elapsed_words(self, now: datetime) -> str:
        """Say how long an agent has been speaking, or how long it spoke; empty where that is not known."""
        call = self._call
        if call.report is not None and call.report.duration_s is not None:
            return length_words(call.report.duration_s)
        answered = call.step(CallState.IN_PROGRESS)
        if call.request.kind is not CallKind.AGENT or call.is_over or answered is None:
            return ""
        return length_words(max(0, int((now - answered.at).total_seconds())))

    def _show_elapsed(self, now: datetime) -> None:
        words = self.elapsed_words(now)
        if words != self._elapsed.text():
            self._elapsed.setText(words)

    def seconds_left(self, now: datetime) -> float | None:
        """Return how long it should still ring; None when it does not."""
        until = self._rings_until()
        return None if until is None else max(0.0, (until - now).total_seconds())

    def accessible_details(self) -> str:
        """Return the name, the explanation and the timeline, each step with how it is known."""
        about = (self._name.text(), self._about_words(), wording.explanation(self._call))
        return "\n".join(filter(None, (*about, self._timeline_words())))

    def accessible_words(self, now: datetime) -> str:
        """Return number, state in words, and seconds left."""
        parts = [self._call.request.number.formatted, wording.state_words(self._call).text]
        if (left := self.seconds_left(now)) is not None:
            parts.append(self.tr("{seconds} s left").format(seconds=round(left)))
        if elapsed := self.elapsed_words(now):
            parts.append(elapsed)
        return ", ".join(parts)

    def _rings_until(self) -> datetime | None:
        if self._call.state not in {CallState.PLACED, CallState.RINGING}:
            return None
        placed = self._call.step(CallState.PLACED)
        seconds = self._call.request.ring_seconds
        return placed.at + timedelta(seconds=seconds) if placed and seconds else None

    def _show(self) -> None:
        call = self._call
        words = wording.state_words(call)
        self._number.setText(call.request.number.formatted)
        self._state.setText(words.text)
        restyle(self._state, tone=words.tone.value)
        about = self._about_words()
        self._about.setText(about)
        is_agents = call.request.kind is CallKind.AGENT
        self._about.setVisible(bool(about) or is_agents)
        self._elapsed.setVisible(is_agents)
        until = self._rings_until()
        is_uploading = call.state is CallState.SENDING and isinstance(call.request.audio, FileRecord)
        self._ringing.setVisible(until is not None or is_uploading)
        self._progress.setAccessibleName(self.tr("Upload") if is_uploading else self.tr("Ring progress"))
        if until is not None:
            self._until.setText(self.tr("until {time}").format(time=wording.clock_time(until)))
        sentence = wording.explanation(call)
        self._explanation.setVisible(bool(sentence))
        self._explanation.setText(sentence)
        self._timeline.setText(self._timeline_html())
        self._timeline.setToolTip(self._timeline_words())
        self._timeline.setAccessibleName(self._timeline_words())
        self._cancel.setVisible(self._can_cancel)
        self._settings.setVisible(call.last.reason in _ACCOUNT_REASONS)
        self._dismiss.setVisible(call.is_over)
        self._details.setVisible(call.is_over)
        self.tick(datetime.now(UTC), can_cancel=self._can_cancel)
        self.setAccessibleName(self.accessible_words(datetime.now(UTC)))

    def refresh_colors(self) -> None:
        """Draw the timeline's marks in the colours of a new theme."""
        self._timeline.setText(self._timeline_html())

    def _timeline_html(self) -> str:
        colors = current_colors()
        return "&nbsp;&nbsp; ".join(
            f'<span style="white-space:nowrap"><span style="color:{wording.step_color(self._call, step)}">'
            f'{wording.step_mark(self._call, step)}</span>&nbsp;<span style="color:{colors.muted}">'
            f"{escape(self._step_text(step)).replace(' ', '&nbsp;')}</span></span>"
            for step in wording.shown_steps(self._call)
        )

    def _timeline_words(self) -> str:
        return "\n".join(
            f"{self._step_text(step)} ({wording.known_by_words(step, self._call.provider)})"
            for step in wording.shown_steps(self._call)
        )

    def _step_text(self, step: CallStep) -> str:
        return f"{wording.step_words(self._call, step)} {wording.clock_time(step.at)}"

    def _on_cancel(self) -> None:
        self.cancel_pressed.emit(self._call.id)

    def _on_details(self) -> None:
        self.details_pressed.emit(self._call)

    def _on_dismiss(self) -> None:
        self.dismissed.emit(self._call.id)

    def _on_settings(self) -> None:
        self.settings_pressed.emit(self._call.request.account_id)
