"""What was said in a call: readable, searchable, and copied as a whole."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget

from app.domain.agent import Speaker
from app.domain.audio import length_words
from app.ui.accessibility import announce
from app.ui.colors import current_colors
from app.ui.icons import BEFORE_TEXT, Icon, IconButton, icon
from app.ui.search_look import look_like_search
from app.ui.theme import restyle
from app.ui.wording import spoken_by

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.domain.agent import Utterance
    from app.domain.call import Call


class Conversation(QWidget):
    """Shows the transcript of one call."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._call: Call | None = None
        title = QLabel(self.tr("What was said"))
        restyle(title, strong=True)
        self._copy = QPushButton(icon(Icon.COPY), self.tr("Copy"))
        self._copy.setIconSize(BEFORE_TEXT)
        self._copy.setAccessibleName(self.tr("Copy transcript"))
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(self._on_copy)
        self._find = _FindLine()
        self._find.setAccessibleName(self.tr("Find in the transcript"))
        self._find.setPlaceholderText(self.tr("Find"))
        look_like_search(self._find)
        self._find.textChanged.connect(self._on_find)
        self._find.next_wanted.connect(self._on_step)
        self._found = QLabel()
        restyle(self._found, tone="muted")
        self._previous = IconButton(Icon.PREVIOUS, self.tr("Previous match"))
        self._next = IconButton(Icon.NEXT, self.tr("Next match"))
        self._previous.clicked.connect(self._on_previous)
        self._next.clicked.connect(self._on_next)
        self._text = QTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Transcript"))
        self._text.setMinimumHeight(180)
        self._matches: list[QTextCursor] = []
        self._current = 0
        self._lay_out(title)
        for keys, slot in (
            ("Ctrl+F", self._focus_find),
            ("F3", self._on_next),
            ("Shift+F3", self._on_previous),
        ):
            QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WindowShortcut).activated.connect(
                slot
            )
        self._on_find()

    def _lay_out(self, title: QLabel) -> None:
        head = QHBoxLayout()
        head.addWidget(title, stretch=1)
        head.addWidget(self._copy)
        finding = QHBoxLayout()
        finding.setSpacing(4)
        finding.addWidget(self._find, stretch=1)
        finding.addWidget(self._found)
        finding.addWidget(self._previous)
        finding.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(finding)
        column.addWidget(self._text, stretch=1)

    def show_call(self, call: Call) -> None:
        """Show what was said in that call."""
        is_other = self._call is None or call.id != self._call.id
        self._call = call
        if is_other:
            self._find.clear()
        self._show()

    def plain_text(self) -> str:
        """Return the whole as text: a line for each thing that was said."""
        return "\n".join(": ".join((self._who_and_when(each), each.words)) for each in self._said())

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._call is not None:
            self._show()

    def _said(self) -> tuple[Utterance, ...]:
        return self._call.report.transcript if self._call and self._call.report else ()

    def _who_and_when(self, said: Utterance) -> str:
        who = spoken_by(said.speaker, self._call.request) if self._call else ""
        return who if said.at_s is None else f"{length_words(said.at_s)} {who}"

    def _show(self) -> None:
        html = "".join(self._html(each) for each in self._said())
        place = self._text.verticalScrollBar().value()
        self._text.setHtml(html)
        self._text.verticalScrollBar().setValue(place)
        self._on_find()

    def _html(self, said: Utterance) -> str:
        colors = current_colors()
        who = spoken_by(said.speaker, self._call.request) if self._call else ""
        tone = colors.accent if said.speaker is Speaker.AGENT else colors.text
        at = "" if said.at_s is None else f"&nbsp; {length_words(said.at_s)}"
        words = escape(said.words).replace("\n", "<br>")
        return (
            f'<p style="margin-top:0; margin-bottom:10px">'
            f'<span style="color:{tone}; font-weight:600">{escape(who)}</span>'
            f'<span style="color:{colors.muted}">{at}</span><br>{words}</p>'
        )

    # --- found ----------------------------------------------------------------------------------------

    def _focus_find(self) -> None:
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()

    def _on_find(self) -> None:
        wanted = self._find.text().strip()
        self._matches = self._all_matches(wanted) if wanted else []
        self._current = 0
        self._show_match()

    def _all_matches(self, wanted: str) -> list[QTextCursor]:
        document, found = self._text.document(), []
        cursor = document.find(wanted, 0)
        while not cursor.isNull():
            found.append(cursor)
            cursor = document.find(wanted, cursor)
        return found

    def _on_step(self, step: int) -> None:
        if self._matches:
            self._current = (self._current + step) % len(self._matches)
            self._show_match()
            announce(self._find, self._found.text())

    def _on_next(self) -> None:
        self._on_step(1)

    def _on_previous(self) -> None:
        self._on_step(-1)

    def _show_match(self) -> None:
        colors = current_colors()
        marks = []
        for number, cursor in enumerate(self._matches):
            mark = QTextEdit.ExtraSelection()
            is_current = number == self._current
            mark.format.setBackground(QColor(colors.accent if is_current else colors.accent_soft))
            if is_current:
                mark.format.setForeground(QColor(colors.on_accent))
            mark.cursor = cursor
            marks.append(mark)
        self._text.setExtraSelections(marks)
        if self._matches:
            place = QTextCursor(self._matches[self._current])
            place.clearSelection()
            self._text.setTextCursor(place)
            self._text.ensureCursorVisible()
            words = self.tr("{number} of {all}").format(number=self._current + 1, all=len(self._matches))
        else:
            words = self.tr("Not found") if self._find.text().strip() else ""
        self._found.setText(words)
        self._found.setVisible(bool(words))
        for button in (self._previous, self._next):
            button.setEnabled(len(self._matches) > 1)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.plain_text())
        announce(self, self.tr("Copied"))


class _FindLine(QLineEdit):
    """Enter goes on to the next match, Shift and Enter back."""

    next_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.next_wanted.emit(-1 if is_back else 1)
        else:
            super().keyPressEvent(event)
