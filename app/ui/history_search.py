"""The line above the history: what is looked for, the way to the filters, and to the export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from app.ui.icons import Icon, icon
from app.ui.search_look import look_like_search

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent as Event
    from PySide6.QtGui import QKeyEvent, QResizeEvent

_WORDS_FROM = 440
"""In a narrower line the two buttons are their icons alone."""
_DOWN = frozenset({Qt.Key.Key_Down, Qt.Key.Key_PageDown})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SearchLine(QLineEdit):
    """Esc clears it, then leaves it; Down goes on to what was found; Enter searches at once."""

    left = Signal()
    went_down = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look_like_search(self)
        self.setAccessibleName("Search history")
        self.setPlaceholderText(self.tr("Search number, name, note…"))
        self.setToolTip(
            self.tr("Finds numbers in any form, names, notes, what providers said, ids, transcripts (Ctrl+F)")
        )
        self.setMaxLength(500)

    def event(self, event: Event, /) -> bool:
        """Keep Esc from the window: there it means something else."""
        is_ours = event.type() is QEvent.Type.ShortcutOverride and _key(event) is Qt.Key.Key_Escape
        if is_ours:
            event.accept()
        return is_ours or super().event(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() in _DOWN:
            self.went_down.emit()
        elif event.key() in _ENTER:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)


class SearchRow(QWidget):
    """The line with its two buttons."""

    filters_toggled = Signal(bool)
    export_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = SearchLine()
        self.filters = QPushButton(icon(Icon.FILTER), "")
        self.filters.setProperty("choice", True)
        self.filters.setCheckable(True)
        self.filters.setAccessibleName("Filters")
        self.filters.toggled.connect(self.filters_toggled)
        self.export = QPushButton(icon(Icon.EXPORT), "")
        self.export.setAccessibleName("Export history")
        self.export.setToolTip(self.tr("Save the calls that are shown as a file (Ctrl+E)"))
        self.export.clicked.connect(self.export_pressed)
        self._count = 0
        self._has_words = True
        for button in (self.filters, self.export):
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.line, stretch=1)
        row.addWidget(self.filters)
        row.addWidget(self.export)
        self._show_words()

    def show_count(self, count: int) -> None:
        """Say how many filters are set."""
        self._count = count
        self._show_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_words = event.size().width() >= _WORDS_FROM
        if has_words != self._has_words:
            self._has_words = has_words
            self._show_words()

    def _show_words(self) -> None:
        count = str(self._count) if self._count else ""
        words = self.tr("Filters") if self._has_words else ""
        self.filters.setText(" · ".join(filter(None, (words, count))))
        self.filters.setAccessibleDescription(
            self.tr("{count} set").format(count=self._count) if self._count else self.tr("None set")
        )
        self.filters.setToolTip(self.tr("Show only calls of some outcome, account, kind or day"))
        self.export.setText(self.tr("Export") if self._has_words else "")
        for button in (self.filters, self.export):
            button.setIconSize(QSize(24 if button.text() else 20, 20))  # room before the words


def _key(event: Event) -> Qt.Key | None:
    return Qt.Key(event.key()) if hasattr(event, "key") else None
