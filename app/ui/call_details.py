"""All that is known of one call: what was asked for, each step, what was said, and its recording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui import wording
from app.ui.call_facts import facts_of, nothing_words, timeline_html, timeline_words
from app.ui.conversation import Conversation
from app.ui.deletion_bar import DeletionBar
from app.ui.dialog import Dialog
from app.ui.history_action_row import ActionRow
from app.ui.history_actions import Act, CallActions
from app.ui.note_editor import NoteEditor
from app.ui.recording_box import RecordingBox
from app.ui.scrolled import scrolled
from app.ui.theme import number_font, restyle, tabular

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.domain.call import Call
    from app.services.call_service import CallService
    from app.services.history import History
    from app.services.tasks import Tasks
    from app.ui.history_names import Names

_SIZE = (860, 660)
_SIZE_OF_FEW = (520, 660)
"""For a call in which nobody spoke."""
_SMALLEST = (320, 360)
_BESIDE_FROM = 720
"""In a narrower dialog what was said stands below what is known."""
_BUTTONS = (Act.REDIAL, Act.COPY_TEXT)
_HERE = frozenset({Act.DETAILS, Act.NOTE})
"""What the dialog is already."""


class CallDetails(Dialog):
    """Shows one call at a time, as it is now."""

    redial_requested = Signal(object)
    """A Call whose number should be filled in again."""
    wanted = Signal(object, object)
    """An Act to be done elsewhere, and the Call."""
    deleted = Signal(str)
    """The id of a call that is gone."""

    def __init__(
        self,
        *,
        calls: CallService,
        history: History,
        names: Names,
        tasks: Tasks,
        parent: QWidget | None = None,
        omitted: frozenset[Act] = frozenset(),
    ) -> None:
        super().__init__(parent)
        self._call: Call | None = None
        self._names = names
        self._closes_when_saved = False
        self.setWindowTitle(self.tr("Details of a call"))
        self.setAccessibleName(self.tr("Details of a call"))
        self.setMinimumSize(*_SMALLEST)
        self._number = _selectable(QLabel())
        self._number.setFont(number_font(self.font(), 1.5))
        self._name = _selectable(QLabel())
        restyle(self._name, strong=True)
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
        self._editor = NoteEditor(calls, history, tasks)
        self._actions = CallActions(names, self, omitted=omitted | _HERE)
        self._row = ActionRow(self._actions, _BUTTONS)
        self._deletion = DeletionBar(history, tasks)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.finished.connect(self._recording.stop)
        self._actions.wanted.connect(self._on_wanted)
        self._editor.saved.connect(self._on_note_saved)
        self._editor.failed.connect(self._on_note_failed)
        self._deletion.deleted.connect(self._on_deleted)

    def _lay_out(self) -> None:
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(4)
        self._facts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        known = QVBoxLayout()
        known.setSpacing(8)
        for part in (self._number, self._name, self._state, self._explanation):
            known.addWidget(part)
        known.addSpacing(4)
        known.addWidget(self._editor)
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
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._halves.setContentsMargins(16, 16, 16, 16)
        self._halves.setSpacing(24)
        self._halves.addLayout(known, stretch=1)
        self._halves.addWidget(self._conversation, stretch=1)
        area = scrolled(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, stretch=1)
        column.addWidget(self._deletion)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 16, 8)
        row.addWidget(self._row, stretch=1)
        row.addWidget(close)
        self._close = close
        return row

    @property
    def call(self) -> Call | None:
        """The call that is shown."""
        return self._call

    def show_call(self, call: Call) -> None:
        """Show that call."""
        has_words = call.report is not None and bool(call.report.transcript)
        if self._call is None or call.id != self._call.id:
            self._deletion.forget()
        self._call = call
        self._show()
        self._editor.show_call(call)
        self._actions.set_call(call)
        self._conversation.setVisible(has_words)
        if not self.isVisible():
            self.resize(*(_SIZE if has_words else _SIZE_OF_FEW))
            self._close.setFocus()

    def focus_note(self) -> None:
        """Have the focus where the note is written."""
        self._editor.focus()

    def hand_on(self) -> None:
        """Save what has been written and not yet saved."""
        self._editor.save()

    def refresh_name(self) -> None:
        """Show the callee's name anew: the contacts have changed."""
        if self._call is not None:
            self._show_name(self._call)
            self._actions.set_call(self._call)

    def done(self, result: int, /) -> None:
        """Close when the note is saved; where it could not be, stay, and close the next time it is asked."""
        if self._editor.is_saved:
            super().done(result)
        elif self._editor.has_failed:
            self._editor.save()
            super().done(result)
        else:
            self._closes_when_saved = True
            self._editor.save()

    def _on_note_saved(self) -> None:
        if self._closes_when_saved and self._editor.is_saved:
            self._closes_when_saved = False
            super().done(QDialog.DialogCode.Accepted)

    def _on_note_failed(self) -> None:
        self._closes_when_saved = False

    def refresh(self, call: Call) -> None:
        """Show the next step of the call, if it is the one that is shown."""
        if self._call is not None and call.id == self._call.id and self.isVisible():
            self.show_call(call)

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
        self._show_name(call)
        self._state.setText(f"{words.mark} {words.text}")
        restyle(self._state, tone=words.tone.value)
        explanation = wording.explanation(call)
        self._explanation.setText(explanation)
        self._explanation.setVisible(bool(explanation))
        self._timeline.setText(timeline_html(call))
        self._timeline.setAccessibleName(timeline_words(call))
        self._show_facts(call)
        has_recording = call.report is not None and call.report.has_recording
        self._recording_title.setVisible(has_recording)
        self._recording.show_call(call)
        nothing = nothing_words(call)
        self._nothing_said.setText(nothing)
        self._nothing_said.setVisible(bool(nothing))
        self._conversation.show_call(call)

    def _show_name(self, call: Call) -> None:
        name = self._names.name_of(call.request.number.person)
        self._name.setText(name)
        self._name.setVisible(bool(name))

    def _show_facts(self, call: Call) -> None:
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for name, value in facts_of(call):
            label = QLabel(name)
            restyle(label, tone="muted")
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            text = _selectable(QLabel(value))
            text.setAccessibleName(f"{name}: {value}")
            self._facts.addRow(label, text)

    def _on_wanted(self, act: Act, call: Call) -> None:
        if act is Act.DELETE:
            self._deletion.ask_about(call)
            return
        self.accept()
        if act is Act.REDIAL:
            self.redial_requested.emit(call)
        else:
            self.wanted.emit(act, call)

    def _on_deleted(self, call_id: str) -> None:
        self._editor.forget()
        self.accept()
        self.deleted.emit(call_id)


def _title(text: str) -> QLabel:
    title = QLabel(text)
    restyle(title, strong=True)
    return title


def _selectable(label: QLabel) -> QLabel:
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
