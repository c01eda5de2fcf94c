"""What each column of a file is for: a line for each, with the first things that stand in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.services.contact_import import ColumnUse
from app.ui.elided_label import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent

    from app.services.contact_import import Column

translate = QCoreApplication.translate

ROW_HEIGHT = 44
_SAMPLES = 3


def use_words(use: ColumnUse) -> str:
    """Name what a column may be for."""
    match use:
        case ColumnUse.NAME:
            return translate("ImportColumns", "Name")
        case ColumnUse.FIRST_NAME:
            return translate("ImportColumns", "First name")
        case ColumnUse.LAST_NAME:
            return translate("ImportColumns", "Last name")
        case ColumnUse.COMPANY:
            return translate("ImportColumns", "Company")
        case ColumnUse.NUMBER:
            return translate("ImportColumns", "Number")
        case ColumnUse.LABEL:
            return translate("ImportColumns", "Label of the next number")
        case ColumnUse.NOTE:
            return translate("ImportColumns", "Note")
        case ColumnUse.IGNORED:
            return translate("ImportColumns", "Leave out")


class ImportColumns(QWidget):
    """Shows columns, and lets what each is for be chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._combos: list[_UseCombo] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns as they are chosen now."""
        return tuple(
            replace(column, use=ColumnUse(combo.currentData()))  # Qt gives plain text back
            for column, combo in zip(self._columns, self._combos, strict=True)
        )

    def show_columns(self, columns: Sequence[Column], samples: Sequence[Sequence[str]]) -> None:
        """Show these; the same columns keep their controls, and the focus."""
        headers = [column.header for column in columns]
        if headers == [column.header for column in self._columns]:
            for column, combo in zip(columns, self._combos, strict=True):
                combo.choose(column.use)
            return
        self._clear()
        self._columns = tuple(columns)
        for place, column in enumerate(columns):
            self._add(place, column, samples[place] if place < len(samples) else ())

    def focus_first(self) -> None:
        """Begin at the first column."""
        if self._combos:
            self._combos[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._combos = []

    def _add(self, place: int, column: Column, samples: Sequence[str]) -> None:
        name = column.header or self.tr("Column {place}").format(place=place + 1)
        header = ElidedLabel(name)
        header.setProperty("strong", True)
        both = QWidget()
        lines = QVBoxLayout(both)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        words = " · ".join([text for text in samples if text.strip()][:_SAMPLES])
        sample = ElidedLabel(words)
        sample.setProperty("tone", "muted")
        combo = _UseCombo()
        combo.choose(column.use)
        combo.setAccessibleName(self.tr("What {column} is for").format(column=name))
        combo.setAccessibleDescription(words)
        combo.activated.connect(self._on_activated)
        self._combos.append(combo)
        lines.addWidget(header)
        lines.addWidget(sample)
        self._grid.setRowMinimumHeight(place, ROW_HEIGHT - self._grid.verticalSpacing())
        self._grid.addWidget(both, place, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(combo, place, 1)

    def _on_activated(self) -> None:
        self.changed.emit()


class _UseCombo(QComboBox):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedWidth(150)
        for use in (
            ColumnUse.NAME,
            ColumnUse.FIRST_NAME,
            ColumnUse.LAST_NAME,
            ColumnUse.COMPANY,
            ColumnUse.NUMBER,
            ColumnUse.LABEL,
            ColumnUse.NOTE,
            ColumnUse.IGNORED,
        ):
            self.addItem(use_words(use), use)

    def choose(self, use: ColumnUse) -> None:
        with QSignalBlocker(self):
            uses = [self.itemData(row) for row in range(self.count())]
            self.setCurrentIndex(uses.index(use))

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()  # a wheel that passes by must not choose
