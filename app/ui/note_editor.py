"""What the operator has to say about a call: an outcome in a word or two, and a note."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.accessibility import announce
from app.ui.icons import Icon, Tint
from app.ui.remark import Remark
from app.ui.tags import usual_tags
from app.ui.theme import restyle
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.domain.call import Call
    from app.services.call_service import CallService
    from app.services.history import History
    from app.services.tasks import Tasks

_PAUSE_MS = 1500
_LONGEST_TAG = 60
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class NoteEditor(QWidget):
    """Saves by itself: after a pause, when the focus leaves, with Ctrl+Enter.

    What could not be saved stays, also while other calls are shown, and can be tried again.
    """

    saved = Signal()
    """Nothing is left to be saved."""
    failed = Signal()
    _ended = Signal(str, object, object)
    _offered = Signal(object)

    def __init__(
        self, calls: CallService, history: History, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._history = history
        self._tasks = tasks
        self._call: Call | None = None
        self._kept: tuple[str, str] = ("", "")
        self._drafts: dict[str, tuple[str, str]] = {}
        self._saving: dict[str, tuple[str, str]] = {}
        self._tag = QComboBox()
        self._tag.setEditable(True)
        self._tag.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._tag.setAccessibleName(self.tr("Outcome noted"))
        self._note = QPlainTextEdit()
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setTabChangesFocus(True)
        self._note.setPlaceholderText(self.tr("What was said, what is to be done…"))
        self._said = QLabel()
        restyle(self._said, tone="muted")
        self._trouble = Remark(Icon.ALERT, Tint.RED)
        self._again = QPushButton(self.tr("Try again"))
        self._again.setAutoDefault(False)
        self._again.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        line = self._tag.lineEdit()
        if line is not None:
            line.setMaxLength(_LONGEST_TAG)
            line.setPlaceholderText(self.tr("How it went"))
            line.returnPressed.connect(self.save)
        self._note.setMinimumHeight(4 * self._note.fontMetrics().lineSpacing() + 16)
        self._note.setMaximumHeight(6 * self._note.fontMetrics().lineSpacing() + 16)
        title = QLabel(self.tr("Your note"))
        restyle(title, strong=True)
        top = QHBoxLayout()
        top.addWidget(title, stretch=1)
        top.addWidget(self._said)
        trouble = QHBoxLayout()
        trouble.setSpacing(8)
        trouble.addWidget(self._trouble, stretch=1)
        trouble.addWidget(self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._tag)
        column.addWidget(self._note)
        column.addLayout(trouble)

    def _connect(self) -> None:
        self._tag.editTextChanged.connect(self._on_edited)
        self._tag.activated.connect(self.save)
        self._note.textChanged.connect(self._on_edited)
        self._pause.timeout.connect(self.save)
        self._again.clicked.connect(self.save)
        self._ended.connect(self._on_ended)
        self._offered.connect(self._on_offered)
        self._note.installEventFilter(self)
        self._tag.installEventFilter(self)
        if (line := self._tag.lineEdit()) is not None:
            line.installEventFilter(self)

    # --- shown ----------------------------------------------------------------------------------------

    def show_call(self, call: Call) -> None:
        """Show what is noted of that call; what is being written about it stays."""
        if self._call is not None and call.id == self._call.id:
            was_untouched = self._text() == self._kept
            self._call, self._kept = call, (call.note, call.tag)
            if was_untouched and self._text() != self._kept:
                self._show(*self._kept)
            return
        self.save()
        self._call, self._kept = call, (call.note, call.tag)
        self._say("")
        self._show(*self._drafts.get(call.id, self._kept))
        if call.id in self._drafts and call.id not in self._saving:
            self._complain(self.tr("It is still as you left it."))
        self._tasks.start(self._history.tags(), "tags in use", self._offered.emit)

    def focus(self) -> None:
        """Have the focus in the note, behind what stands there."""
        cursor = self._note.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self._note.setTextCursor(cursor)
        self._note.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Want nothing more of the call: it is gone, and its note with it."""
        if self._call is not None:
            self._drafts.pop(self._call.id, None)
        self._pause.stop()
        self._call = None

    @property
    def is_saved(self) -> bool:
        """Whether nothing is left to be saved, or being saved, of what is shown."""
        return self._call is None or (self._call.id not in self._saving and self._text() == self._kept)

    @property
    def has_failed(self) -> bool:
        """Whether what is shown could not be saved."""
        return self._again.isVisibleTo(self)

    def _text(self) -> tuple[str, str]:
        return self._note.toPlainText().strip(), self._tag.currentText().strip()

    def _show(self, note: str, tag: str) -> None:
        with QSignalBlocker(self._note), QSignalBlocker(self._tag):
            self._note.setPlainText(note)
            self._tag.setEditText(tag)

    def _on_offered(self, tags: object) -> None:
        """Offer the tags in use, then those that are usual; where they cannot be read, only these."""
        used = tags if isinstance(tags, list) else []
        offered = list(dict.fromkeys((*used, *usual_tags())))
        typed = self._tag.currentText()
        with QSignalBlocker(self._tag):
            self._tag.clear()
            self._tag.addItems(offered)
            self._tag.setEditText(typed)

    # --- saved ----------------------------------------------------------------------------------------

    def save(self) -> None:
        """Save what is shown, if it is not yet."""
        self._pause.stop()
        call, text = self._call, self._text()
        if call is None or text == self._saving.get(call.id, self._kept):
            return
        self._drafts[call.id] = self._saving[call.id] = text
        self._say(self.tr("Saving…"))
        work = self._calls.annotate(call, *text)
        self._tasks.start(work, "note on a call", partial(self._ended.emit, call.id, text))

    def _on_edited(self) -> None:
        self._said.clear()
        self._pause.start()

    def _on_ended(self, call_id: str, text: tuple[str, str], result: object) -> None:
        is_newest = self._saving.get(call_id) == text
        if is_newest:
            del self._saving[call_id]
        is_kept = not isinstance(result, Exception)
        if is_kept and self._drafts.get(call_id) == text:
            del self._drafts[call_id]
        if self._call is None or call_id != self._call.id:
            return
        if is_kept:
            self._kept = text
        if not is_newest:
            return
        if is_kept:
            self._say(self.tr("Saved"))
            self.saved.emit()
        else:
            self._complain(detail_words(str(result)))
            self.failed.emit()

    def _say(self, words: str) -> None:
        self._trouble.say("")
        self._again.hide()
        self._said.setText(words)
        if words:
            announce(self, words)

    def _complain(self, words: str) -> None:
        sentence = self.tr("Not saved. {why}").format(why=words)
        self._said.clear()
        self._trouble.say(sentence)
        self._again.show()
        announce(self, sentence, urgent=True)

    # --- keys -----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.save()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_enter = event.key() in _ENTER
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.save()
                return True
        return super().eventFilter(watched, event)
