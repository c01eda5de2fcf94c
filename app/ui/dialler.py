"""The left half: number, dial pad, what the call needs, and the button that says what it will do."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.domain.audio import PreparedAudio, length_words
from app.domain.call import CallKind
from app.domain.provider import SecondsRange
from app.ui.call_button import CallButton
from app.ui.call_type import CallType
from app.ui.dial_pad import DialPad
from app.ui.notice import Severity
from app.ui.notice_board import NoticeBoard
from app.ui.number_field import NumberField
from app.ui.ring_duration import RingDuration
from app.ui.scrolled import scrolled
from app.ui.sound_drops import SoundDrops
from app.ui.speed_dial import SpeedDial
from app.ui.theme import restyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.domain.agent import AgentTask
    from app.domain.audio import AudioRecord
    from app.domain.phone_number import PhoneNumber
    from app.domain.provider import Capabilities
    from app.ui.agent_form import AgentForm
    from app.ui.audio_zone import AudioZone

translate = QCoreApplication.translate

_NO_ACCOUNT_RING = SecondsRange(shortest=1, longest=60, default=8)
"""What the slider shows before there is an account to say."""
_COUNTDOWN_MS = 250
_NO_SOUND, _NO_AGENT = "no sound", "no agent"
_LAID_OUT_MS = 50
"""By then the sound's place has its size, also where a scroll bar came and made it narrower."""
WIDTH = 340
_HINT_FROM = 560
"""In a lower dialler what is typed and pressed has the room."""


class Dialler(QFrame):
    """What the operator types and presses. It decides nothing: `call_pressed` says that Call was pressed."""

    call_pressed = Signal()
    number_changed = Signal(object)
    wish_changed = Signal()
    """Another kind of call, sound, ring time or agent would be asked for."""
    recent_requested = Signal(int)

    def __init__(self, audio: AudioZone, agent: AgentForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._retry_at: datetime | None = None
        self.number_field = NumberField()
        self.call_type = CallType(frozenset({CallKind.RING}), self)
        self.ring_duration = RingDuration(_NO_ACCOUNT_RING)
        self.audio = audio
        self.agent = agent
        self._drops = SoundDrops(self)
        self.speed_dial = SpeedDial()
        self._pad = DialPad()
        self.board = NoticeBoard(self.agent.last_stop)
        self._call = CallButton()
        self._hint = QLabel(self.tr("Enter to call · Esc to clear"))
        self._hint.setProperty("tone", "muted")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._countdown = QTimer(self)
        self._countdown.setInterval(_COUNTDOWN_MS)
        self._lay_out()
        self._connect()
        self._show_kind()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.number_field)
        self._column = column
        column.addWidget(self.speed_dial)
        self._scrolled = self._scroll_area()
        column.addWidget(self._scrolled, stretch=1)
        column.addWidget(self.board)
        column.addWidget(self._call)
        column.addWidget(self._hint)

    def _scroll_area(self) -> QScrollArea:
        """Return the part between number and Call: it scrolls where a message leaves it too little room."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._pad)
        column.addWidget(self.call_type)
        column.addWidget(self.ring_duration)
        column.addWidget(self.audio)
        column.addWidget(self.agent)
        column.addStretch(1)
        area = scrolled(inside)
        area.setMinimumHeight(1)  # number and Call are needed more than the keys
        return area

    def _connect(self) -> None:
        self._pad.digit_pressed.connect(self.number_field.type_digit)
        self._pad.delete_pressed.connect(self.number_field.delete_digit)
        self.number_field.number_changed.connect(self._on_number_changed)
        self.number_field.submitted.connect(self.press_call)
        self.number_field.recent_requested.connect(self.recent_requested)
        self.ring_duration.seconds_changed.connect(self._on_wish_changed)
        self.call_type.kind_changed.connect(self._show_kind)
        self.audio.submitted.connect(self.press_call)
        self.audio.changed.connect(self._on_audio_changed)
        self.agent.submitted.connect(self.press_call)
        self.agent.changed.connect(self._on_wish_changed)
        self._drops.hovered.connect(self.audio.set_hovered)
        self._drops.hovered.connect(self._on_hovered)
        self._drops.files_dropped.connect(self.take_files)
        self._drops.link_dropped.connect(self.take_link)
        self._call.clicked.connect(self.call_pressed)
        self.board.dismissed.connect(self._on_dismissed)
        self._countdown.timeout.connect(self._say_what_call_does)

    def put_above(self, part: QWidget) -> None:
        """Have `part` stand above the number."""
        self._column.insertWidget(0, part)

    def show_capabilities(self, capabilities: Capabilities | None) -> None:
        """Offer what the chosen account can do."""
        self.board.take_down(_NO_SOUND)
        self.board.take_down(_NO_AGENT)
        self.call_type.set_kinds(capabilities.kinds if capabilities else frozenset({CallKind.RING}))
        if capabilities and capabilities.ring:
            self.ring_duration.set_range(capabilities.ring)
        note = capabilities.audio_note if capabilities else ""
        self.audio.show_advice(translate("Capabilities", note) if note else "")
        self._say_what_call_does()

    def take_files(self, paths: Sequence[str]) -> None:
        """Play the first of these files in the next call."""
        self.window().activateWindow()  # what is typed next is meant for it
        if self._can_play():
            self.audio.take_files(paths)

    def take_link(self, url: str) -> None:
        """Play what this link leads to in the next call."""
        if self._can_play():
            self.audio.take_link(url)

    def play_again(self, record: AudioRecord) -> None:
        """Play what an earlier call played in the next one."""
        if self._can_play():
            self.audio.choose_again(record)

    def _can_play(self) -> bool:
        """Choose an audio call; where the account cannot place one, say so and return False."""
        self.call_type.set_kind(CallKind.AUDIO)
        can_play = self.call_type.kind() is CallKind.AUDIO
        if not can_play:
            words = self.tr("Calls through this account cannot play a sound. Choose another account.")
            self.board.show_notice(_NO_SOUND, Severity.WARNING, words)
        return can_play

    def give_up(self) -> bool:
        """Take back what is being typed or made ready for this kind of call; return whether there was any."""
        return self.audio.give_up() or self.agent.give_up()

    def ask_again(self, task: AgentTask) -> None:
        """Have an agent do in the next call what it did in an earlier one."""
        self.call_type.set_kind(CallKind.AGENT)
        if self.call_type.kind() is CallKind.AGENT:
            self.agent.take(task)
        else:
            words = self.tr("Calls through this account have no agents. Choose another account.")
            self.board.show_notice(_NO_AGENT, Severity.WARNING, words)

    def _show_kind(self) -> None:
        """Show what the chosen kind of call needs."""
        kind = self.call_type.kind()
        is_audio = kind is CallKind.AUDIO
        parts = {CallKind.RING: self.ring_duration, CallKind.AUDIO: self.audio, CallKind.AGENT: self.agent}
        focus = self.focusWidget()
        if focus is not None and any(parts[k].isAncestorOf(focus) for k in parts if k is not kind):
            self.number_field.setFocus(Qt.FocusReason.OtherFocusReason)  # or Qt would go on to Call
        for each, part in parts.items():
            part.setVisible(each is kind)
        self._show_hint()
        if not is_audio:
            self.audio.stop()
        self._on_audio_changed()
        if kind is CallKind.AGENT:
            QTimer.singleShot(_LAID_OUT_MS, self, self._scroll_to_agent)

    def _show_hint(self) -> None:
        """Show which keys there are, where nothing else needs the room."""
        self._hint.setVisible(self.call_type.kind() is CallKind.RING and self.height() >= _HINT_FROM)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        is_low = event.size().height() < _HINT_FROM
        self._column.setContentsMargins(16, 12 if is_low else 16, 16, 12)
        self._show_hint()

    def _on_audio_changed(self) -> None:
        self._on_wish_changed()
        if self.audio.isVisible():
            QTimer.singleShot(_LAID_OUT_MS, self, self._scroll_to_audio)

    def _on_wish_changed(self) -> None:
        self._say_what_call_does()
        self.wish_changed.emit()

    def _scroll_to_audio(self) -> None:
        self._scrolled.ensureWidgetVisible(self.audio, 0, 0)

    def _scroll_to_agent(self) -> None:
        self._scrolled.ensureWidgetVisible(self.agent.most_used, 0, 0)

    def _on_dismissed(self, _subject: str) -> None:
        self.number_field.select_all()  # or the focus would go on to Call

    def _on_hovered(self, hovered: bool) -> None:
        restyle(self, hovered=hovered)

    def wait_until(self, retry_at: datetime | None) -> None:
        """Take no press before that time (aware UTC), and count down to it."""
        self._retry_at = retry_at
        if retry_at is None:
            self._countdown.stop()
        else:
            self._countdown.start()
        self._say_what_call_does()

    def press_call(self) -> None:
        """Press Call, unless it is waiting."""
        if self._call.isEnabled():
            self.call_pressed.emit()

    def _on_number_changed(self, number: PhoneNumber | None) -> None:
        self._say_what_call_does()
        self.number_changed.emit(number)

    def _say_what_call_does(self) -> None:
        wait_s = self._seconds_to_wait()
        if self._retry_at is not None and not wait_s:
            self._retry_at = None
            self._countdown.stop()
        self._call.setEnabled(not wait_s)
        self._call.say(self._sentence(wait_s))

    def _seconds_to_wait(self) -> int:
        if self._retry_at is None:
            return 0
        return max(0, -int(-(self._retry_at - datetime.now(UTC)).total_seconds() // 1))

    def _sentence(self, wait_s: int) -> str:
        if wait_s:
            return self.tr("Too many requests: wait {seconds} s").format(seconds=wait_s)
        number = self.number_field.number()
        if self.call_type.kind() is CallKind.AUDIO:
            return self._audio_sentence(number)
        if self.call_type.kind() is CallKind.AGENT:
            return self._agent_sentence(number)
        if number is None:
            return self.tr("Ring")
        return self.tr("Ring {number} for {seconds} s").format(
            number=number.formatted, seconds=self.ring_duration.seconds()
        )

    def _audio_sentence(self, number: PhoneNumber | None) -> str:
        source = self.audio.source
        if number is None or source is None:
            return self.tr("Call and play a sound")
        if isinstance(source, PreparedAudio):
            length = length_words(source.duration_s)
            return self.tr("Call {number} and play {length}").format(number=number.formatted, length=length)
        return self.tr("Call {number} and play the link").format(number=number.formatted)

    def _agent_sentence(self, number: PhoneNumber | None) -> str:
        task = self.agent.task()
        if number is None or task is None:
            return self.tr("Have an agent call")
        agent = task.agent_name or self.tr("the agent")
        return self.tr("Have {agent} call {number}").format(agent=agent, number=number.formatted)
