"""The strip above the window's halves or the number: the queue's current entry, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.domain.queue import QueueState
from app.ui import queue_words
from app.ui.elided_label import ElidedLabel
from app.ui.icons import Icon, IconButton, Tint
from app.ui.queue_note import QueueNote
from app.ui.remark import Remark
from app.ui.theme import restyle, tabular

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.queue import QueueEntry, QueueProgress

NEXT_KEYS, SKIP_KEYS, PAUSE_KEYS, NOTE_KEYS = "Ctrl+Shift+N", "Ctrl+Shift+S", "Ctrl+Shift+P", "Ctrl+Shift+O"
LIST_KEYS = "Ctrl+L"
_WIDE_BUTTON = 88


class QueueStrip(QFrame):
    """Shows a queue; it is not there while there is none. It decides nothing."""

    next_pressed = Signal()
    skip_pressed = Signal()
    back_pressed = Signal()
    pause_pressed = Signal()
    resume_pressed = Signal()
    list_pressed = Signal()
    put_back_pressed = Signal()

    def __init__(self, name_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("Queue"))
        self._title = ElidedLabel(lines=1, most=1)
        self._title.setFont(tabular(self.font()))
        restyle(self._title, strong=True)
        self._about = ElidedLabel(lines=1, most=1)
        restyle(self._about, tone="muted")
        self._earlier = Remark(Icon.ALERT, Tint.AMBER)
        self._problem = Remark(Icon.ALERT, Tint.RED)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the queue"))
        self._back = self._icon_button(Icon.PREVIOUS, self.tr("Previous entry again"))
        self._pause = self._icon_button(Icon.PAUSE, self.tr("Pause the queue"), PAUSE_KEYS)
        self._list = self._icon_button(Icon.QUEUE, self.tr("Open the queue"), LIST_KEYS)
        self.note = QueueNote()
        self._skip = self._button(self.tr("Skip"), "Skip", SKIP_KEYS)
        self._next = self._button(self.tr("Next"), "Next in queue", NEXT_KEYS)
        self._resume = self._button(self.tr("Resume"), "Resume queue", PAUSE_KEYS)
        self._put_back = self._button("", self.tr("Put back what was typed"))
        self._put_back.setFlat(True)
        self._heading = ""
        self._is_tight = False
        self._is_wide = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._lay_out()
        self._connect()
        self.hide()

    def _icon_button(self, sign: Icon, name: str, keys: str = "") -> IconButton:
        return IconButton(sign, name, tip=_tip(name, keys))

    def _button(self, text: str, name: str, keys: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        if keys:
            button.setToolTip(_tip(text, keys))
        return button

    def _lay_out(self) -> None:
        actions = QHBoxLayout()
        actions.setSpacing(8)
        for button in (self._resume, self._next, self._skip):
            actions.addWidget(button, stretch=1)
        doors = QHBoxLayout()
        doors.setSpacing(0)
        for door in (self._back, self._pause, self._list):
            doors.addWidget(door)
        actions.addLayout(doors)
        words = QVBoxLayout()
        words.setSpacing(4)
        for part in (self._title, self._about, self._earlier, self._bar):
            words.addWidget(part)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.addLayout(words, stretch=2)
        self._parts.addWidget(self.note, stretch=3)
        self._parts.addLayout(actions)
        self._below = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._below.addWidget(self._problem, 1, Qt.AlignmentFlag.AlignVCenter)
        self._below.addWidget(self._put_back)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._column.addLayout(self._parts)
        self._column.addLayout(self._below)
        self._arrange()

    def set_wide(self, is_wide: bool) -> None:
        """Put the parts beside each other, or above."""
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._arrange()

    def _arrange(self) -> None:
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for parts in (self._parts, self._below):
            parts.setDirection(beside if self._is_wide else below)
        self._column.setContentsMargins(*((16, 8, 12, 8) if self._is_wide else (12, 8, 12, 8)))
        self._parts.setSpacing(16 if self._is_wide else 8)
        for button in (self._resume, self._next, self._skip):
            button.setMinimumWidth(_WIDE_BUTTON if self._is_wide else 0)
        restyle(self, card=not self._is_wide, strip=self._is_wide)

    def _connect(self) -> None:
        self._next.clicked.connect(self._on_next)
        self._skip.clicked.connect(self._on_skip)
        self._back.clicked.connect(self.back_pressed)
        self._pause.clicked.connect(self.pause_pressed)
        self._resume.clicked.connect(self.resume_pressed)
        self._list.clicked.connect(self.list_pressed)
        self._put_back.clicked.connect(self.put_back_pressed)
        self.note.submitted.connect(self.focus_next)

    # --- shown ----------------------------------------------------------------------------------------

    def show_queue(self, state: QueueState, entry: QueueEntry | None, progress: QueueProgress) -> None:
        """Show how the queue stands."""
        is_running = state is QueueState.RUNNING and entry is not None
        shown = entry if is_running else None
        self._heading = self._title_words(state, entry, progress)
        self._about.setText(shown.line.note if shown else "")
        self._earlier.say(queue_words.earlier_words(shown) if shown else "")
        self._show_words()
        self._bar.setRange(0, max(1, progress.total))
        self._bar.setValue(progress.done + progress.skipped)
        self._bar.setAccessibleDescription(
            self.tr("{done} called, {skipped} skipped, {left} left").format(
                done=progress.done, skipped=progress.skipped, left=progress.left
            )
        )
        for button in (self._next, self._skip, self._pause):
            button.setVisible(is_running)
        self._back.setVisible(is_running or state is QueueState.FINISHED)
        self._back.setEnabled(progress.done + progress.skipped > 0)
        self._skip.setEnabled(shown is not None and not shown.was_called)
        self._resume.setText(self.tr("Resume") if entry is not None else self.tr("Start"))
        self._resume.setVisible(state is QueueState.PAUSED)
        if shown is None or shown.was_called:
            self.note.setVisible(is_running)
        self.setVisible(state is not QueueState.EMPTY)

    def _title_words(self, state: QueueState, entry: QueueEntry | None, progress: QueueProgress) -> str:
        if state is QueueState.RUNNING and entry is not None:
            return f"{queue_words.place_words(entry, progress)} · {queue_words.who(entry, self._name_of)}"
        return queue_words.rest_words(state, entry, progress)

    def set_tight(self, is_tight: bool) -> None:
        """Leave out, where there is little room, what the tool tip can say."""
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            self._show_words()

    def _show_words(self) -> None:
        words = (self._heading, self._about.text(), self._earlier.words())
        in_title = words[:2] if self._is_tight else words[:1]
        self._title.setText(" · ".join(filter(None, in_title)))
        self.setToolTip("\n".join(filter(None, words)) if self._is_tight else "")
        self._about.setVisible(bool(self._about.text()) and not self._is_tight)
        self._bar.setVisible(not self._is_tight)
        self._earlier.setVisible(bool(self._earlier.words()) and not self._is_tight)

    def spoken(self) -> str:
        """Return what a screen reader says of the entry."""
        return ". ".join(filter(None, (self._heading, self._about.text())))

    def show_note(self, entry: QueueEntry) -> None:
        """Begin with another entry: show what is noted about it, a line to write only once it was called."""
        self.note.replace(entry.remark, entry.tag)
        self.note.setVisible(entry.was_called or bool(entry.remark))

    def write(self) -> None:
        """Go to the note."""
        if self._next.isVisibleTo(self):
            self.note.show()
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next(self) -> None:
        """Go to Next: Enter then fills in the next number."""
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain(self, sentence: str) -> None:
        """Say what could not be done; nothing with ""."""
        self._problem.say(sentence)

    def offer_back(self, typed: str) -> None:
        """Offer what was typed before the next number came in its place; nothing with ""."""
        self._put_back.setText(self.tr("Put back {number}").format(number=typed) if typed else "")
        self._put_back.setVisible(bool(typed))

    # --- pressed --------------------------------------------------------------------------------------

    def _on_next(self) -> None:
        if not self._is_second_click():
            self.next_pressed.emit()

    def _on_skip(self) -> None:
        if not self._is_second_click():
            self.skip_pressed.emit()

    def _is_second_click(self) -> bool:
        """Whether this is the second half of a double click: it would leave an entry nobody saw."""
        if self._settling.isActive():
            return True
        self._settling.start(QGuiApplication.styleHints().mouseDoubleClickInterval())
        return False


def _tip(text: str, keys: str) -> str:
    return f"{text} ({native(keys)})" if keys else text


def native(keys: str) -> str:
    """Return keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
