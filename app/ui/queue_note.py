"""The line below the queue's current entry in which the operator says how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from app.ui.tags import usual_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

_LONGEST_NOTE = 20_000
_LONGEST_TAG = 60
_TAG_WIDTH = 112
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class QueueNote(QWidget):
    """A note and a tag. `edited` comes when the operator is done with one of them.

    Enter in either is `submitted`, Esc `left`; neither presses Call.
    """

    edited = Signal()
    submitted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = QLineEdit()
        self._note.setMaxLength(_LONGEST_NOTE)
        self._note.setAccessibleName("Note")
        self._note.setPlaceholderText(self.tr("Note"))
        self._tag = QComboBox()
        self._tag.setEditable(True)
        self._tag.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._tag.setAccessibleName("Tag")
        self._tag.setFixedWidth(_TAG_WIDTH)
        self._tag.view().setMinimumWidth(2 * _TAG_WIDTH)
        self._shown = ("", "")
        self._lay_out()
        self.offer([])

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._note, stretch=1)
        row.addWidget(self._tag)
        self.setFocusProxy(self._note)
        self._note.editingFinished.connect(self.edited)
        self._note.installEventFilter(self)
        self._tag.activated.connect(self.edited)
        self._tag.installEventFilter(self)
        if (line := self._tag.lineEdit()) is not None:
            line.setMaxLength(_LONGEST_TAG)
            line.setPlaceholderText(self.tr("Tag"))
            line.editingFinished.connect(self.edited)
            line.installEventFilter(self)

    def offer(self, tags: Sequence[str]) -> None:
        """Offer these tags, then the usual ones. What is typed stays."""
        typed = self._tag.currentText()
        with QSignalBlocker(self._tag):
            self._tag.clear()
            self._tag.addItems(list(dict.fromkeys((*tags, *usual_tags()))))
            self._tag.setEditText(typed)

    def show_words(self, note: str, tag: str) -> None:
        """Show what is kept, unless something else is being typed."""
        if self.is_changed:
            self._shown = (_one_line(note), tag)
        else:
            self.replace(note, tag)

    def replace(self, note: str, tag: str) -> None:
        """Show what is kept, whatever is typed. A note of several lines cannot be changed in this one."""
        self._shown = (_one_line(note), tag)
        self._note.setReadOnly("\n" in note)
        if self.words() != self._shown:
            with QSignalBlocker(self._note), QSignalBlocker(self._tag):
                self._note.setText(self._shown[0])
                self._tag.setEditText(tag)

    @property
    def is_changed(self) -> bool:
        """Whether something else stands there than is kept."""
        return self.words() != self._shown

    def words(self) -> tuple[str, str]:
        """Return note and tag as they stand."""
        return self._note.text().strip(), self._tag.currentText().strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel and watched is self._tag:
            event.ignore()  # turning the wheel above it must not tag a call
            return True
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()  # or the window would take back the number
            return True
        if event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        is_enter = event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.type() is QEvent.Type.KeyPress and is_enter:
            if not event.isAutoRepeat():
                self.edited.emit()
                self.submitted.emit()
            return True
        return super().eventFilter(watched, event)


def _one_line(note: str) -> str:
    return " ".join(note.split("\n")).strip()
