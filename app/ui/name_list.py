"""The list below the number field: people found by what is typed there, each number on a row of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from app.ui.two_lines import SECOND_LINE, TwoLines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.contact import Contact
    from app.domain.phone_number import PhoneNumber

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROWS_SHOWN = 7


@dataclass(frozen=True, slots=True)
class NamedNumber:
    """One number of somebody."""

    contact: Contact
    number: PhoneNumber
    label: str = ""

    @property
    def name(self) -> str:
        """Whose number it is."""
        return self.contact.name


def named_numbers(contacts: Iterable[Contact]) -> list[NamedNumber]:
    """Return every number of these people; who has none is left out."""
    return [NamedNumber(each, own.number, own.label) for each in contacts for own in each.numbers]


class NameListModel(QAbstractListModel):
    """What is offered."""

    def __init__(self) -> None:
        super().__init__()
        self._offers: tuple[NamedNumber, ...] = ()

    def show_offers(self, offers: Sequence[NamedNumber]) -> None:
        """Offer these in place of the others."""
        self.beginResetModel()
        self._offers = tuple(offers)
        self.endResetModel()

    @property
    def offers(self) -> tuple[NamedNumber, ...]:
        """What is offered now."""
        return self._offers

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._offers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        offer = self._offers[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return offer.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return offer_words(offer)
            case _ if role == SECOND_LINE:
                return " · ".join(filter(None, (offer.number.formatted, offer.label)))
        return None


def offer_words(offer: NamedNumber) -> str:
    """Say an offer in one line, for a screen reader."""
    return ", ".join(filter(None, (offer.name, offer.number.formatted, offer.label)))


class NameList(QListView):
    """Lies over the window, below a widget. It never takes the focus: keys reach it through the field."""

    picked = Signal(object)
    """A NamedNumber that was clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._model = NameListModel()
        self.setModel(self._model)
        self.setItemDelegate(TwoLines(self))
        self.setAccessibleName(self.tr("Contacts found"))
        self.setProperty("overlay", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._on_clicked)
        self.hide()

    def show_offers(self, offers: Sequence[NamedNumber]) -> None:
        """Offer these, with the first one chosen."""
        self._model.show_offers(offers)
        self.choose_row(0)

    def current(self) -> NamedNumber | None:
        """Return the one that is chosen."""
        row = self.currentIndex().row()
        return self._model.offers[row] if 0 <= row < len(self._model.offers) else None

    def step(self, rows: int) -> None:
        """Choose the one that many rows further, round at the ends for a single step."""
        count, row = len(self._model.offers), self.currentIndex().row() + rows
        self.choose_row(row % count if abs(rows) == 1 else max(0, min(count - 1, row)))

    def choose_row(self, row: int) -> None:
        """Choose the one in that row."""
        self.setCurrentIndex(self._model.index(row))

    def open_below(self, widget: QWidget) -> None:
        """Show the list below `widget`, as wide as that, and not beyond the window."""
        place = widget.mapTo(self._window, QPoint(0, widget.height() + 2))
        row = self.sizeHintForRow(0)
        height = min(len(self._model.offers), _ROWS_SHOWN) * row + 2 * self.frameWidth() + 2
        room = self._window.height() - place.y() - 8
        self.setGeometry(place.x(), place.y(), widget.width(), max(row, min(height, room)))
        self.show()
        self.raise_()

    def sizeHint(self) -> QSize:
        return QSize(240, 200)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.picked.emit(self._model.offers[index.row()])
