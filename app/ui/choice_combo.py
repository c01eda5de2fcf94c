"""Choosing one of many by name: a list that opens, and a line that finds by any part of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QWheelEvent

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ChoiceCombo(QComboBox):
    """Shows names, and has the value of the one that is chosen; what is typed counts once it is a name."""

    chosen = Signal()
    """Another value, or none, is chosen now."""
    submitted = Signal()
    """Enter was pressed, and not to choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: str | None = None
        self._is_typing = False
        self._offered: list[tuple[str, str, str]] = []
        self.line = QLineEdit()
        self.setLineEdit(self.line)  # it can be edited with that
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        self.setMaxVisibleItems(12)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.line.textEdited.connect(self._on_typed)
        self.line.editingFinished.connect(self._on_finished)
        self.activated.connect(self._on_activated)

    def show_choices(self, choices: Sequence[tuple[str, str, str]], value: str, name: str = "") -> None:
        """Offer these (value, name, tip), with `value` chosen; `name` is shown where it is not among them.

        What is being typed stays.
        """
        typed = self.line.text() if self._is_typing else None
        is_same = list(choices) == self._offered
        if is_same and (typed is not None or value == self._value):
            return  # a list that is open stays as it is
        self._offered = list(choices)
        with QSignalBlocker(self):
            self.clear()
            for row, (each, text, tip) in enumerate(choices):
                self.addItem(text, each)
                self.setItemData(row, tip, Qt.ItemDataRole.ToolTipRole)
            if typed is None:
                self.choose(value, name)
            else:
                self.setEditText(typed)
                self._value = self._value_of(typed)

    def choose(self, value: str, name: str = "") -> None:
        """Choose `value`, also one that is not offered: then `name` is shown for it."""
        self._value, self._is_typing = value, False
        index = self.findData(value)
        self.setCurrentIndex(index)
        if index < 0:
            self.setEditText(name)
        self.line.setCursorPosition(0)

    @property
    def is_typing(self) -> bool:
        """Whether a name is being typed that was not chosen with Enter or from the list."""
        return self._is_typing

    @property
    def value(self) -> str | None:
        """What is chosen; None while what is typed is nobody's name."""
        return self._value

    @property
    def is_offered(self) -> bool:
        """Whether what is chosen is one of the choices."""
        return self._value is not None and self.findData(self._value) >= 0

    def name(self) -> str:
        """Return the name of what is chosen; what stands in the line where it is not offered."""
        index = self.findData(self._value) if self._value is not None else -1
        return self.itemText(index) if index >= 0 else self.text()

    def text(self) -> str:
        """Return what stands in the line."""
        return self.line.text().strip()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        is_settled = not self._is_typing
        super().keyPressEvent(event)
        if event.key() in _ENTER and is_settled and not event.isAutoRepeat():
            self.submitted.emit()

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()  # a wheel that passes by must not choose somebody else

    def _on_activated(self, index: int) -> None:
        self._is_typing = False
        self._take(self.itemData(index))

    def _on_finished(self) -> None:
        """Show the whole name of the one that was found."""
        if self._is_typing and self._value is not None:
            self.choose(self._value)
            self.chosen.emit()

    def _on_typed(self, text: str) -> None:
        self._is_typing = True
        self._take(self._value_of(text))

    def _value_of(self, text: str) -> str | None:
        """Return the value of the one choice of that name, or else the one with that in its name."""
        wanted = text.strip().casefold()
        names = [self.itemText(row).casefold() for row in range(self.count())]
        same = [row for row, name in enumerate(names) if name == wanted]
        found = same or [row for row, name in enumerate(names) if wanted and wanted in name]
        return self.itemData(found[0]) if len(found) == 1 else None

    def _take(self, value: str | None) -> None:
        if value != self._value:
            self._value = value
            self.chosen.emit()
