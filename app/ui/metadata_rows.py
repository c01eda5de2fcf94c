"""What goes along with a call: a small table of keys and values."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.icons import Icon, IconButton, Tint
from app.ui.remark import Remark

if TYPE_CHECKING:
    from collections.abc import Sequence

translate = QCoreApplication.translate

Pairs = tuple[tuple[str, str], ...]


class MetadataRows(QWidget):
    """Shows a row for each pair, and buttons to add one and to remove each."""

    edited = Signal()
    submitted = Signal()
    """Enter was pressed in a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        title = QLabel(self.tr("Metadata"))
        title.setToolTip(self.tr("Goes along with the call, key by key."))
        self.add_button = QPushButton(self.tr("Add"))
        self.add_button.setFlat(True)
        self.add_button.setAutoDefault(False)
        self.add_button.setAccessibleName(self.tr("Add metadata"))
        self.add_button.clicked.connect(self._on_add)
        head = QHBoxLayout()
        head.addWidget(title, stretch=1)
        head.addWidget(self.add_button)
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._doubt = Remark(Icon.ALERT, Tint.AMBER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._grid)
        column.addWidget(self._doubt)

    @property
    def pairs(self) -> Pairs:
        """What is to go along: each row that has a key."""
        return tuple(
            (row.key.text().strip(), row.value.text()) for row in self._rows if row.key.text().strip()
        )

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these in place of what is there."""
        for row in self._rows:
            row.remove()
        self._rows = []
        for key, value in pairs:
            self._add(key, value)
        self._settle()

    def _add(self, key: str = "", value: str = "") -> _Row:
        row = _Row(key, value, self)
        row.remove_button.clicked.connect(self._on_remove)
        for line in (row.key, row.value):
            line.textEdited.connect(self._on_edited)
            line.returnPressed.connect(self.submitted)
        self._rows.append(row)
        return row

    def _settle(self) -> None:
        """Lay the rows out, name them by their place, and have Tab go through them from top to bottom."""
        stops: list[QWidget] = [self.add_button]
        for number, row in enumerate(self._rows, 1):
            row.key.setAccessibleName(self.tr("Metadata key {number}").format(number=number))
            row.value.setAccessibleName(self.tr("Metadata value {number}").format(number=number))
            name = self.tr("Remove metadata {number}").format(number=number)
            row.remove_button.setAccessibleName(name)
            row.remove_button.setToolTip(name)
            for place, widget in enumerate(row.stops):
                self._grid.addWidget(widget, number, place)
                widget.show()  # at once: the focus may go there
            stops += row.stops
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self._show_doubt()

    def _show_doubt(self) -> None:
        keys = Counter(key for key, _ in self.pairs)
        twice = next((key for key, times in keys.items() if times > 1), None)
        is_lost = any(row.value.text() and not row.key.text().strip() for row in self._rows)
        if twice is not None:
            self._doubt.say(self.tr("“{key}” is there twice: the last one counts.").format(key=twice))
        else:
            self._doubt.say(self.tr("A value without a key is left out.") if is_lost else "")

    def _on_edited(self) -> None:
        self._show_doubt()
        self.edited.emit()

    def _on_add(self) -> None:
        row = self._add()
        self._settle()
        row.key.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _on_remove(self) -> None:
        index = next(i for i, row in enumerate(self._rows) if row.remove_button is self.sender())
        self._rows.pop(index).remove()
        self._settle()
        left = self._rows[min(index, len(self._rows) - 1)].remove_button if self._rows else self.add_button
        left.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()


class _Row:
    def __init__(self, key: str, value: str, parent: QWidget) -> None:
        self.key = QLineEdit(key, parent)
        self.value = QLineEdit(value, parent)
        self.remove_button = IconButton(Icon.TRASH, "", parent=parent)
        self.key.setPlaceholderText(translate("MetadataRows", "Key"))
        self.value.setPlaceholderText(translate("MetadataRows", "Value"))
        for line in (self.key, self.value):
            line.setMinimumWidth(60)
            line.setAcceptDrops(False)  # what is dropped here is not meant for the metadata

    @property
    def stops(self) -> list[QWidget]:
        return [self.key, self.value, self.remove_button]

    def remove(self) -> None:
        for widget in self.stops:
            widget.hide()
            widget.deleteLater()
