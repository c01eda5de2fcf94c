"""All that is known of one call: what was asked for, each step, what was said, and its recording."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.audio import length_words
from app.domain.call import CallKind
from app.ui import wording
from app.ui.colors import current_colors
from app.ui.conversation import Conversation
from app.ui.icons import Icon, icon
from app.ui.recording_box import RecordingBox
from app.ui.theme import number_font, restyle, tabular

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.domain.call import Call
    from app.services.call_service import CallService
    from app.services.tasks import Tasks

_SIZE = (860, 580)
_SIZE_OF_FEW = (480, 520)
"""For a call in which nobody spoke."""
_SMALLEST = (320, 360)
_BESIDE_FROM = 720
"""In a narrower dialog what was said stands below what is known."""


class CallDetails(QDialog):
    """Shows one call at a time, as it is now."""

    redial_requested = Signal(object)

    def __init__(self, calls: CallService, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._call: Call | None = None
        self.setWindowTitle(self.tr("Details of a call"))
        self.setAccessibleName(self.tr("Details of a call"))
        self.setMinimumSize(*_SMALLEST)
        self._number = _selectable(QLabel())
        self._number.setFont(number_font(self.font(), 1.5))
        self._state = _selectable(QLabel())
        restyle(self._state, strong=True)
        self._explanation = _selectable(QLabel())
        restyle(self._explanation, tone="muted")
        self._timeline = QLabel()
        self._timeline.setTextFormat(Qt.TextFormat.RichText)
        self._timeline.setWordWrap(True)
        self._timeline.setFont(tabular(self.font()))
        self._facts = QFormLayout()
        self._recording_title = _title(self.tr("Recording"))
        self._recording = RecordingBox(calls, tasks)
        self._nothing_said = QLabel()
        self._nothing_said.setWordWrap(True)
        restyle(self._nothing_said, tone="muted")
        self._conversation = Conversation()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.finished.connect(self._recording.stop)

    def _lay_out(self) -> None:
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(4)
        self._facts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        known = QVBoxLayout()
        known.setSpacing(8)
        for part in (self._number, self._state, self._explanation):
            known.addWidget(part)
        known.addSpacing(4)
        known.addWidget(_title(self.tr("What happened")))
        known.addWidget(self._timeline)
        known.addSpacing(4)
        known.addWidget(_title(self.tr("The call")))
        known.addLayout(self._facts)
        known.addSpacing(4)
        known.addWidget(self._recording_title)
        known.addWidget(self._recording)
        known.addWidget(self._nothing_said)
        known.addStretch(1)
        inside = QWidget()
        inside.setProperty("plain", True)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._halves.setContentsMargins(16, 16, 16, 16)
        self._halves.setSpacing(24)
        self._halves.addLayout(known, stretch=1)
        self._halves.addWidget(self._conversation, stretch=1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, stretch=1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        redial = QPushButton(icon(Icon.REDIAL), self.tr("Redial"))
        redial.setToolTip(self.tr("Fill the number in again; nothing is dialled"))
        redial.clicked.connect(self._on_redial)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 16)
        row.addWidget(redial)
        row.addStretch(1)
        row.addWidget(close)
        for button in (redial, close):
            button.setAutoDefault(False)
        self._close = close
        return row

    @property
    def call(self) -> Call | None:
        """The call that is shown."""
        return self._call

    def show_call(self, call: Call) -> None:
        """Show that call."""
        has_words = call.report is not None and bool(call.report.transcript)
        self._call = call
        self._show()
        self._conversation.setVisible(has_words)
        if not self.isVisible():
            self.resize(*(_SIZE if has_words else _SIZE_OF_FEW))
            self._close.setFocus()

    def refresh(self, call: Call) -> None:
        """Show the next step of the call, if it is the one that is shown."""
        if self._call is not None and call.id == self._call.id and self.isVisible():
            self.show_call(call)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have Enter press the button that has the focus; none is pressed unasked."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(focus := self.focusWidget(), QAbstractButton) and not event.isAutoRepeat():
            focus.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= _BESIDE_FROM
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(beside if is_wide else below)

    def _show(self) -> None:
        call = self._call
        if call is None:
            return
        words = wording.state_words(call)
        self._number.setText(call.request.number.formatted)
        self._state.setText(f"{words.mark} {words.text}")
        restyle(self._state, tone=words.tone.value)
        explanation = wording.explanation(call)
        self._explanation.setText(explanation)
        self._explanation.setVisible(bool(explanation))
        self._timeline.setText(self._timeline_html(call))
        self._timeline.setAccessibleName(_timeline_words(call))
        self._show_facts(call)
        has_recording = call.report is not None and call.report.has_recording
        self._recording_title.setVisible(has_recording)
        self._recording.show_call(call)
        nothing = self._nothing_words(call)
        self._nothing_said.setText(nothing)
        self._nothing_said.setVisible(bool(nothing))
        self._conversation.show_call(call)

    def _show_facts(self, call: Call) -> None:
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for name, value in self._facts_of(call):
            label = QLabel(name)
            restyle(label, tone="muted")
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            text = _selectable(QLabel(value))
            text.setAccessibleName(f"{name}: {value}")
            self._facts.addRow(label, text)

    def _facts_of(self, call: Call) -> list[tuple[str, str]]:
        request, report = call.request, call.report
        facts = [
            (self.tr("Account"), " · ".join(filter(None, (call.account_name, call.provider)))),
            (self.tr("Pressed"), wording.day_and_time(call.created_at)),
            (self.tr("Call"), wording.request_words(request)),
            (self.tr("Sound"), wording.sound_words(request)),
        ]
        if request.kind is not CallKind.RING and request.ring_seconds is not None:
            facts.append((self.tr("Rings"), self.tr("{seconds} s").format(seconds=request.ring_seconds)))
        if (task := request.agent) is not None:
            facts += [
                (self.tr("Call from"), task.from_number or self.tr("Primary number")),
                (self.tr("Record the call"), self.tr("Yes") if task.record else self.tr("No")),
                (self.tr("At most"), length_words(task.longest_s)),
                (self.tr("Metadata"), "\n".join(f"{key}: {value}" for key, value in task.metadata)),
            ]
        if report is not None and report.duration_s is not None:
            facts.append((self.tr("Duration"), length_words(report.duration_s)))
        facts.append((self.tr("Call ID"), call.provider_call_id or ""))
        return [(name, value) for name, value in facts if value]

    def _nothing_words(self, call: Call) -> str:
        """Say why an agent's call has no transcript to show, if it has none."""
        if call.request.kind is not CallKind.AGENT or not call.was_placed:
            return ""
        if not call.is_over:
            return self.tr("What was said can be read here when the call is over.")
        if call.report is not None and call.report.transcript:
            return ""
        return self.tr("{provider} has told nothing of what was said.").format(provider=call.provider)

    @staticmethod
    def _timeline_html(call: Call) -> str:
        muted = current_colors().muted
        return "<br>".join(
            f'<span style="color:{wording.step_color(call, step)}">{wording.step_mark(call, step)}</span>'
            f"&nbsp;{escape(wording.clock_time(step.at))}&nbsp; {escape(wording.step_words(call, step))}"
            f' <span style="color:{muted}">– {escape(wording.known_by_words(step, call.provider))}</span>'
            for step in call.steps
        )

    def _on_redial(self) -> None:
        call = self._call
        self.accept()
        if call is not None:
            self.redial_requested.emit(call)


def _timeline_words(call: Call) -> str:
    return "\n".join(
        f"{wording.clock_time(step.at)} {wording.step_words(call, step)} "
        f"({wording.known_by_words(step, call.provider)})"
        for step in call.steps
    )


def _title(text: str) -> QLabel:
    title = QLabel(text)
    restyle(title, strong=True)
    return title


def _selectable(label: QLabel) -> QLabel:
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
