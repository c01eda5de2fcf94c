"""Working through the queue at the window: a press, and the next number stands in the field. Never a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from app.domain.queue import QueueState
from app.ui import accessibility
from app.ui.origin import Origin
from app.ui.queue_strip import LIST_KEYS, NEXT_KEYS, NOTE_KEYS, PAUSE_KEYS, SKIP_KEYS, QueueStrip
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.phone_number import PhoneNumber
    from app.domain.queue import QueueEntry
    from app.services.call_queue import CallQueue
    from app.services.history import History
    from app.services.tasks import Tasks
    from app.ui.news import News
    from app.ui.number_field import NumberField
    from app.ui.queue_dialog import QueueDialog

_TIGHT_BELOW = 640
"""In a window less high, the number and Call have the room."""


class QueueWork(QObject):
    """Connects the queue with the strip, its keys, the number field and the dialog.

    `fill_in` puts a number into the field and the focus with it; `name_of` has the names of contacts.
    """

    _moved = Signal(object)
    _noted = Signal(object)
    _looked = Signal(object)
    _tags_found = Signal(object)

    def __init__(
        self,
        window: QWidget,
        queue: CallQueue,
        history: History,
        tasks: Tasks,
        news: News,
        number_field: NumberField,
        fill_in: Callable[[str, Origin], None],
        name_of: Callable[[str], str],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._queue = queue
        self._history = history
        self._tasks = tasks
        self._news = news
        self._field = number_field
        self._fill_in = fill_in
        self._filled = self._filled_person = ""
        self._typed = ""
        self._shown = ""
        self._is_moving = False
        self._has_begun = False
        self._dialog: QueueDialog | None = None
        self._name_of = name_of
        self.strip = QueueStrip(name_of)
        window.installEventFilter(self)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self._news.queue_changed.connect(self.refresh)
        self._news.contacts_changed.connect(self.refresh)
        self._moved.connect(self._on_moved)
        self._noted.connect(self._on_noted)
        self._looked.connect(self._on_looked)
        self._tags_found.connect(self._on_tags)
        self.strip.next_pressed.connect(self.next)
        self.strip.skip_pressed.connect(self.skip)
        self.strip.back_pressed.connect(self.back)
        self.strip.pause_pressed.connect(self.pause_or_resume)
        self.strip.resume_pressed.connect(self.pause_or_resume)
        self.strip.list_pressed.connect(self.open_list)
        self.strip.put_back_pressed.connect(self._on_put_back)
        self.strip.note.edited.connect(self.save_note)
        self.strip.note.left.connect(self._field.select_all)
        for keys, slot in (
            (NEXT_KEYS, self.next),
            (SKIP_KEYS, self.skip),
            (PAUSE_KEYS, self.pause_or_resume),
            (NOTE_KEYS, self.strip.write),
            (LIST_KEYS, self.open_list),
        ):
            shortcut = QShortcut(QKeySequence(keys), self._window)
            shortcut.setAutoRepeat(False)  # a held key is one press
            shortcut.activated.connect(slot)

    def begin(self) -> None:
        """From now on look, whenever the window comes to the front, what another Toque did."""
        self._has_begun = True

    def refresh(self) -> None:
        """Show how the queue stands."""
        entry = self._queue.current
        self.strip.show_queue(self._queue.state, entry, self._queue.progress)
        if entry is None or self._queue.state is not QueueState.RUNNING:
            self._shown = ""
        elif entry.id == self._shown:
            self.strip.note.show_words(entry.remark, entry.tag)
        else:
            self._shown = entry.id
            self.strip.show_note(entry)
        if self._dialog is not None:
            self._dialog.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._window:
            self.strip.set_tight(self._window.height() < _TIGHT_BELOW)
        elif event.type() is QEvent.Type.WindowActivate and watched is self._window and self._has_begun:
            self._tasks.start(self._queue.refresh(), "look at the queue", self._looked.emit)
        return super().eventFilter(watched, event)

    # --- pressed --------------------------------------------------------------------------------------

    def next(self) -> None:
        """Leave the entry and fill in the next number."""
        if self._queue.state is QueueState.RUNNING:
            self._move(self._queue.next)

    def skip(self) -> None:
        """Leave an entry that was not called, with what is noted, and fill in the next number."""
        entry = self._queue.current
        if self._queue.state is QueueState.RUNNING and entry is not None and not entry.was_called:
            self._move(self._queue.skip)

    def back(self) -> None:
        """Fill in the entry before again."""
        self._move(self._queue.back)

    def pause_or_resume(self) -> None:
        """Let the queue rest, or begin and go on."""
        if self._queue.state is QueueState.RUNNING:
            self.save_note()
            self._tasks.start(self._queue.pause(), "pause of the queue")
        elif self._queue.state is QueueState.PAUSED:
            self._tasks.start(self._history.tags(), "tags in use", self._tags_found.emit)
            self._move(self._queue.resume)

    def _on_run(self) -> None:
        """Start or pause from the list: what is done next is done at the window, which the list covers."""
        if self._queue.state is QueueState.PAUSED:
            if self._dialog is not None:
                self._dialog.hide()
            self._window.activateWindow()
        self.pause_or_resume()

    def open_list(self) -> None:
        """Show the whole queue."""
        from app.ui.queue_dialog import QueueDialog

        if self._dialog is None:
            self._dialog = QueueDialog(self._queue, self._tasks, self._name_of, self._window)
            self._dialog.run_pressed.connect(self._on_run)
        self._dialog.open_queue()

    def _move(self, step: Callable[[], Awaitable[QueueEntry | None]]) -> None:
        if self._is_moving:
            return
        self._is_moving = True
        self.strip.complain("")
        self._tasks.start(self._noted_first(step), "step of the queue", self._moved.emit)

    async def _noted_first(self, step: Callable[[], Awaitable[QueueEntry | None]]) -> QueueEntry | None:
        """Keep the note, then take the step; where the note cannot be kept, nothing moves."""
        if (entry := self._unsaved()) is not None:
            await self._queue.annotate(entry, *self.strip.note.words())
        return await step()

    def _on_moved(self, result: object) -> None:
        self._is_moving = False
        if isinstance(result, Exception):
            self._complain(result)
        elif (entry := self._queue.current) is not None and entry.number is not None:
            self._fill(entry, entry.number)
        elif self._queue.state is QueueState.PAUSED:
            self._say(self.tr("Another Toque works on what is left of the queue."))
        else:
            accessibility.announce(self.strip, self.strip.spoken())

    def _fill(self, entry: QueueEntry, number: PhoneNumber) -> None:
        """Put the number into the field. What somebody was typing there is offered back."""
        typed = self._field.text()
        reading = self._field.number()
        is_own = typed in {"", self._filled} or (
            reading is not None and reading.person in {self._filled_person, entry.person}
        )
        self._typed = "" if is_own else typed
        self.strip.offer_back(self._typed)
        self._fill_in(number.formatted, Origin.QUEUE)
        self._filled, self._filled_person = self._field.text(), entry.person
        accessibility.announce(self.strip, self.strip.spoken())

    def _on_put_back(self) -> None:
        self.strip.offer_back("")
        self._field.set_text(self._typed)
        self._field.select_all()

    # --- noted ----------------------------------------------------------------------------------------

    def save_note(self) -> None:
        """Keep what is noted about the entry, if it is not yet."""
        if not self._is_moving and (entry := self._unsaved()) is not None:
            work = self._queue.annotate(entry, *self.strip.note.words())
            self._tasks.start(work, "note on an entry", self._noted.emit)

    def hand_on(self) -> None:
        """Keep what is noted: the window is about to close."""
        self.save_note()

    def _unsaved(self) -> QueueEntry | None:
        """Return the entry that is shown, where something else is written about it than is kept."""
        entry = self._queue.current
        if entry is None or entry.id != self._shown:
            return None
        return entry if self.strip.note.is_changed else None

    def _on_noted(self, result: object) -> None:
        if isinstance(result, Exception):
            self._complain(result)
        else:
            self.strip.complain("")

    def _on_looked(self, result: object) -> None:
        if isinstance(result, Exception):
            self._complain(result)

    def _complain(self, error: Exception) -> None:
        self._say(detail_words(str(error)))

    def _say(self, words: str) -> None:
        self.strip.complain(words)
        accessibility.announce(self.strip, words, urgent=True)

    def _on_tags(self, tags: object) -> None:
        self.strip.note.offer(tags if isinstance(tags, list) else [])
