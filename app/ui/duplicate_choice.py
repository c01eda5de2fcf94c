"""One group of duplicates: whose name stays, and what the one contact will have in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import restyle, tabular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.contact import Contact


class DuplicateChoice(QScrollArea):
    """Offers the contacts of a group; the first is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group: tuple[Contact, ...] = ()
        self._buttons = QButtonGroup(self)
        self._numbers = QLabel()
        self._inside = QWidget()
        self._inside.setProperty("plain", True)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(4)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inside)

    def show_group(self, group: Sequence[Contact]) -> None:
        """Offer these contacts."""
        self._clear()
        self._group = tuple(group)
        if not group:
            return
        self._column.addWidget(_words(self.tr("Which name stays?"), strong=True))
        for contact in group:
            self._add(contact)
        self._column.addSpacing(8)
        self._column.addWidget(_words(self.tr("It will have these numbers"), strong=True))
        self._numbers = _words("", is_tabular=True)
        self._show_numbers()
        self._column.addWidget(self._numbers)
        notes = dict.fromkeys(each.note for each in group if each.note)
        if notes:
            self._column.addSpacing(8)
            self._column.addWidget(_words(self.tr("And these notes"), strong=True))
            self._column.addWidget(_words("\n".join(notes)))
        self._column.addStretch(1)

    def _show_numbers(self) -> None:
        """Show what is kept: every number once, beginning with those of whose name stays."""
        keep = self.chosen()
        numbers: dict[str, str] = {}
        for each in (keep, *(other for other in self._group if other.id != keep.id)):
            for own in each.numbers:
                numbers.setdefault(own.number.e164, own.number.formatted)
        self._numbers.setText("\n".join(numbers.values()) or self.tr("None"))

    def chosen(self) -> Contact:
        """Return the contact whose name stays."""
        return self._group[max(0, self._buttons.checkedId())]

    def focus_first(self) -> None:
        """Begin at the choice."""
        if (button := self._buttons.checkedButton()) is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, contact: Contact) -> None:
        place = len(self._buttons.buttons())
        button = QRadioButton(contact.name.replace("&", "&&"))
        button.setAccessibleName(contact.name)
        words = " · ".join(own.number.formatted for own in contact.numbers) or self.tr("no number")
        button.setAccessibleDescription(words)
        button.setChecked(place == 0)
        self._buttons.addButton(button, place)
        button.toggled.connect(self._show_numbers)
        numbers = _words(words, tone="muted", is_tabular=True)
        numbers.setContentsMargins(28, 0, 0, 4)
        self._column.addWidget(button)
        self._column.addWidget(numbers)

    def _clear(self) -> None:
        for button in self._buttons.buttons():
            self._buttons.removeButton(button)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _words(text: str, *, tone: str = "", strong: bool = False, is_tabular: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if is_tabular:
        label.setFont(tabular(label.font()))
    restyle(label, tone=tone, strong=strong)
    return label
