"""The whole queue in a window of its own: filled, looked through, mended, started, exported, cleared."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.queue import QueueEntry, QueueState
from app.services.queue_filling import AddReport
from app.services.table import Cancelled
from app.ui import queue_words
from app.ui.dialog import Dialog
from app.ui.elided_label import ElidedLabel
from app.ui.flow_layout import FlowLayout
from app.ui.icons import BEFORE_TEXT, Icon, Tint, icon
from app.ui.notice import NoticeAction, Severity
from app.ui.notice_board import NoticeBoard
from app.ui.queue_files import QueueFiles
from app.ui.queue_model import QueueModel
from app.ui.queue_paste import QueuePaste
from app.ui.queue_strip import NEXT_KEYS, NOTE_KEYS, PAUSE_KEYS, SKIP_KEYS, native
from app.ui.queue_table import QueueTable, framed
from app.ui.remark import Remark
from app.ui.theme import restyle, tabular
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from app.services.call_queue import CallQueue
    from app.services.tasks import Tasks

_SIZE = (860, 620)
_SMALLEST = (340, 520)
_CLEAR, _KEEP = "clear", "keep"
_QUESTION, _NEWS = "clearing", "news"


class QueueDialog(Dialog):
    """Stands beside the window and stays open while calls are made. Nothing in it calls."""

    run_pressed = Signal()
    """The queue should start, go on, or rest."""
    _added = Signal(object)
    _cleared = Signal(object)

    def __init__(
        self, queue: CallQueue, tasks: Tasks, name_of: Callable[[str], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._stopped = threading.Event()
        self._queue = queue
        self._tasks = tasks
        self.setWindowTitle(self.tr("Queue"))
        self.setAccessibleName(self.tr("Queue"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self._title = ElidedLabel(lines=1, most=2)
        self._title.setFont(tabular(self.font()))
        restyle(self._title, strong=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the queue"))
        self._run = self._button(Icon.PLAY, self.tr("Start"), "Start or pause")
        self._import = self._button(Icon.IMPORT, self.tr("Import file…"), "Import file")
        self._export = self._button(Icon.EXPORT, self.tr("Export…"), "Export queue")
        self._clear = self._button(Icon.TRASH, self.tr("Clear"), "Clear queue")
        self._board = NoticeBoard(self._clear)
        self.model = QueueModel(queue, tasks, name_of)
        self._table = QueueTable(self.model)
        self.files = QueueFiles(queue, tasks, self)
        self._keys = ElidedLabel(self._keys_words(), lines=1, most=2)
        restyle(self._keys, tone="muted")
        self._framed = framed(self._table)
        self._about = Remark(Icon.ALERT, Tint.AMBER)
        self._hint = QLabel(
            self.tr("There is nothing in the queue yet. Paste numbers below, or import a file.")
        )
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        restyle(self._hint, tone="muted")
        self._paste = QueuePaste()
        self._lay_out()
        self._connect()

    def _button(self, sign: Icon, text: str, name: str) -> QPushButton:
        button = QPushButton(icon(sign), text)
        button.setIconSize(BEFORE_TEXT)
        button.setAccessibleName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        for button in (self._run, self._import, self._export, self._clear):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._bar)
        column.addLayout(buttons)
        column.addWidget(self._board)
        column.addWidget(self._hint, stretch=1)
        column.addWidget(self._framed, stretch=1)
        column.addWidget(self._about)
        column.addWidget(self._keys)
        column.addWidget(self._paste)

    def _connect(self) -> None:
        self._run.clicked.connect(self.run_pressed)
        self._import.clicked.connect(self.files.ask_to_import)
        self._export.clicked.connect(self.files.ask_to_export)
        self.files.imported.connect(self._show_report)
        self.files.exported.connect(self._on_exported)
        self.files.failed.connect(self._complain)
        self._clear.clicked.connect(self._on_clear)
        self._board.action_triggered.connect(self._on_answer)
        self._paste.add_pressed.connect(self._on_add)
        self._paste.stop_pressed.connect(self._stopped.set)
        self._table.entry_chosen.connect(self._show_entry)
        self.model.corrected.connect(self._on_corrected)
        self.model.unreadable.connect(self._complain)
        self._added.connect(self._on_added)
        self._cleared.connect(self._on_cleared)

    def _keys_words(self) -> str:
        """Name the keys with which a queue is worked through at the window."""
        return self.tr(
            "At the window: Enter calls · {note} note · {next} next · {skip} skip · {pause} pause"
        ).format(
            note=native(NOTE_KEYS), next=native(NEXT_KEYS), skip=native(SKIP_KEYS), pause=native(PAUSE_KEYS)
        )

    # --- shown ----------------------------------------------------------------------------------------

    def open_queue(self) -> None:
        """Show the queue as it stands, at its current entry."""
        self._tasks.start(self._queue.refresh(), "look at the queue", self._on_refreshed)
        self.refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        if (entry := self._queue.current) is not None:
            self._table.show_place(entry.place)
        (self._table if self._queue.progress.total else self._paste).setFocus()

    def refresh(self) -> None:
        """Show how the queue stands."""
        state, progress, entry = self._queue.state, self._queue.progress, self._queue.current
        is_running = state is QueueState.RUNNING
        self._title.setText(self._title_words())
        self._bar.setRange(0, max(1, progress.total))
        self._bar.setValue(progress.done + progress.skipped)
        self._bar.setVisible(bool(progress.total))
        self._run.setText(
            self.tr("Pause") if is_running else self.tr("Resume") if entry else self.tr("Start")
        )
        self._run.setIcon(icon(Icon.PAUSE if is_running else Icon.PLAY))
        self._run.setEnabled(state in {QueueState.RUNNING, QueueState.PAUSED})
        for each in (self._export, self._clear):
            each.setEnabled(bool(progress.total))
        self._hint.setVisible(not progress.total)
        self._keys.setVisible(bool(progress.total))
        self._framed.setVisible(bool(progress.total))
        self.model.refresh()
        if entry is not None and not self._table.is_used:
            self._table.show_place(entry.place)

    def _title_words(self) -> str:
        state, progress, entry = self._queue.state, self._queue.progress, self._queue.current
        if state is QueueState.EMPTY:
            return self.tr("Queue")
        if state is QueueState.RUNNING and entry is not None:
            words = f"{queue_words.place_words(entry, progress)} · {queue_words.who(entry, self._name_of)}"
        else:
            words = queue_words.rest_words(state, entry, progress)
        if state is QueueState.FINISHED:
            return words
        return " · ".join(filter(None, (words, queue_words.unreadable_words(progress.unreadable))))

    def _show_entry(self, entry: QueueEntry | None) -> None:
        """Say what is wrong with the entry in the current row, and how to mend it."""
        words = queue_words.problem_words(entry.line) if entry else ""
        if words:
            words = f"{words} " + self.tr("Press Enter in the list to mend the number.")
        elif entry is not None:
            words = queue_words.earlier_words(entry)
        self._about.say(words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _tell(self, words: str) -> None:
        self._board.show_notice(_NEWS, Severity.INFO, words)

    def _complain(self, words: object) -> None:
        self._board.take_down(_NEWS)
        self._board.show_notice(_NEWS, Severity.ERROR, detail_words(str(words)))

    def _on_refreshed(self, result: object) -> None:
        if isinstance(result, Exception):
            self._complain(result)

    # --- filled ---------------------------------------------------------------------------------------

    def _on_add(self) -> None:
        if text := self._paste.text():
            self._stopped.clear()
            self._paste.set_busy(True)
            work = self._queue.filling.add_text(text, is_cancelled=self._stopped.is_set)
            self._tasks.start(work, "adding to the queue", self._added.emit)

    def _on_added(self, result: object) -> None:
        self._paste.set_busy(False)
        if isinstance(result, AddReport):
            if result.added:
                self._paste.clear()
            self._show_report(result)
        elif not isinstance(result, Cancelled):
            self._complain(result)

    def _show_report(self, report: object) -> None:
        assert isinstance(report, AddReport)  # noqa: S101 - what the filling returns
        self._tell(queue_words.report_words(report))

    # --- mended, cleared --------------------------------------------------------------------

    def _on_corrected(self, entry: QueueEntry, written: str) -> None:
        self._tasks.start(self._correct(entry, written), "mending of a number", self._on_mended)

    async def _correct(self, entry: QueueEntry, written: str) -> None:
        await self._queue.correct(entry, written)
        self.model.keep_draft(entry, "")

    def _on_mended(self, result: object) -> None:
        if isinstance(result, Exception):
            self._complain(result)

    def _on_exported(self, path: str) -> None:
        self._tell(self.tr("Saved as {path}").format(path=path))

    def _on_clear(self) -> None:
        progress = self._queue.progress
        sentence = self.tr("Remove all {total} entries, {left} of them not called yet?").format(
            total=queue_words.count(progress.total), left=queue_words.count(progress.left)
        )
        actions = [
            NoticeAction(_CLEAR, self.tr("Clear the queue")),
            NoticeAction(_KEEP, self.tr("Keep it")),
        ]
        self._board.show_notice(_QUESTION, Severity.WARNING, sentence, actions, dismissible=False)

    def _on_answer(self, _subject: str, key: str) -> None:
        self._board.take_down(_QUESTION)
        if key == _CLEAR:
            self._tasks.start(self._queue.clear(), "clearing of the queue", self._cleared.emit)
        self._clear.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cleared(self, result: object) -> None:
        if isinstance(result, Exception):
            self._complain(result)
        else:
            self._board.take_down(_NEWS)
            self._paste.setFocus(Qt.FocusReason.OtherFocusReason)
