"""The favourites as a strip of chips above the dial pad: a press fills the number in, and never dials.

One Tab stop, as the dial pad is: the arrow keys move from chip to chip. What has no room stands in the menu
at the end of the strip, with the keys it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from app.ui.colors import current_colors
from app.ui.icons import Icon, IconButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from app.domain.contact import Contact

WITH_KEYS = 9
"""Favourites that have a key: Alt and a digit."""
_HEIGHT = 36
_GAP = 8
_PADDING = 8
_BEFORE_NAME = 5
_NARROWEST, _SHORT, _WIDEST = 64, 80, 140
"""Chips: at least, when room is short, and at most."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: +1}


class SpeedDial(QWidget):
    """Shows contacts in the order given; not there at all while there are none."""

    chosen = Signal(object)
    """The Contact whose number is to be filled in."""
    number_chosen = Signal(object)
    """Another PhoneNumber of a favourite, that is to be filled in."""
    moved = Signal(str, int)
    """The id of a contact and its new place among the favourites, from 1."""
    removed = Signal(str)
    """The id of a contact that is to be no favourite any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contacts: tuple[Contact, ...] = ()
        self._chips: list[_Chip] = []
        self._shown = 0
        self._asked: Contact | None = None
        self._refocus: str | None = None
        self.setAccessibleName("Speed dial")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rest = QMenu(self)
        self._more = IconButton(Icon.MORE, self.tr("More favourites"), parent=self)
        self._more.clicked.connect(self._open_rest)
        self._menu = QMenu(self)
        self.hide()

    def show_favourites(self, contacts: Sequence[Contact]) -> None:
        """Show these, in this order."""
        if tuple(contacts) == self._contacts:
            return
        focus = next((chip.contact.id for chip in self._chips if chip.hasFocus()), None) or self._refocus
        self._refocus = None
        self._contacts = tuple(contacts)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(place, contact) for place, contact in enumerate(contacts, 1)]
        self.setVisible(bool(contacts))
        self._rove_to(self._chips[0] if self._chips else None)
        self._arrange()
        for chip in self._chips:
            if chip.contact.id == focus:
                chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def favourite(self, place: int) -> Contact | None:
        """Return the contact at that place, from 1."""
        return self._contacts[place - 1] if 0 < place <= len(self._contacts) else None

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    # --- the strip ------------------------------------------------------------------------------------

    def _chip(self, place: int, contact: Contact) -> _Chip:
        chip = _Chip(place, contact, self)
        chip.clicked.connect(self._on_clicked)
        chip.arrow_pressed.connect(self._on_arrow)
        chip.menu_wanted.connect(self._open_menu)
        chip.focused.connect(self._rove_to)
        QWidget.setTabOrder(chip, self._more)
        return chip

    def _arrange(self) -> None:
        """Place as many chips as there is room for, each as wide as its name if that is left."""
        wished = [chip.wished_width() for chip in self._chips]
        least = [min(_SHORT, width) for width in wished]
        room = self.width()
        self._shown = self._fitting(least, room)
        if self._shown < len(wished):
            room -= _GAP + _HEIGHT
            self._shown = max(1, self._fitting(least, room))
        widths = least[: self._shown]
        left = room - sum(widths) - _GAP * (self._shown - 1)
        for place, width in enumerate(widths):
            more = max(0, min(wished[place] - width, left))
            widths[place] += more
            left -= more
        x = 0
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < self._shown)
            if place < self._shown:
                chip.setGeometry(x, 0, widths[place], _HEIGHT)
                x += widths[place] + _GAP
        self._more.setVisible(self._shown < len(self._chips))
        self._more.setGeometry(self.width() - _HEIGHT, 0, _HEIGHT, _HEIGHT)
        self._fill_rest()

    @staticmethod
    def _fitting(widths: Sequence[int], room: int) -> int:
        """Return how many of these fit beside each other."""
        taken = 0
        for count, width in enumerate(widths):
            taken += width + (_GAP if count else 0)
            if taken > room:
                return count
        return len(widths)

    def _fill_rest(self) -> None:
        self._rest.clear()
        for place in range(self._shown + 1, len(self._contacts) + 1):
            contact = self._contacts[place - 1]
            action = self._rest.addAction(contact.name.replace("&", "&&"), self._on_rest)
            action.setData(place)
            if place <= WITH_KEYS:  # shown only: the window has the keys
                action.setText(f"{action.text()}\t{key_words(place)}")

    def _rove_to(self, current: _Chip | None) -> None:
        """Make `current` the one that Tab stops at."""
        for chip in self._chips:
            is_stop = chip is current
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)

    # --- what the operator does -----------------------------------------------------------------------

    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, _Chip):
            self.chosen.emit(chip.contact)

    def _on_arrow(self, chip: _Chip, step: int) -> None:
        target = self._chips.index(chip) + step
        if 0 <= target < self._shown:
            self._chips[target].setFocus(Qt.FocusReason.TabFocusReason)
        elif target == self._shown < len(self._chips):
            self._more.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_rest(self) -> None:
        self._rest.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _on_rest(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and (contact := self.favourite(action.data())) is not None:
            self.chosen.emit(contact)

    def _open_menu(self, chip: _Chip, position: QPoint) -> None:
        self._asked = chip.contact
        place = self._contacts.index(chip.contact)
        self._menu.clear()
        if len(chip.contact.numbers) > 1:
            for own in chip.contact.numbers:
                words = " · ".join(filter(None, (own.number.formatted, own.label)))
                action = self._menu.addAction(words.replace("&", "&&"), self._on_number)
                action.setData(own.number)
            self._menu.addSeparator()
        self._menu.addAction(self.tr("Move left"), self._on_left).setEnabled(place > 0)
        is_last = place == len(self._contacts) - 1
        self._menu.addAction(self.tr("Move right"), self._on_right).setEnabled(not is_last)
        self._menu.addAction(self.tr("Remove from favourites"), self._on_removed)
        self._menu.popup(position)

    def _on_number(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.number_chosen.emit(action.data())

    def _on_left(self) -> None:
        self._move(-1)

    def _on_right(self) -> None:
        self._move(+1)

    def _move(self, step: int) -> None:
        if self._asked in self._contacts:
            self._refocus = self._asked.id
            self.moved.emit(self._asked.id, self._contacts.index(self._asked) + 1 + step)

    def _on_removed(self) -> None:
        if self._asked is not None:
            self.removed.emit(self._asked.id)


def key_words(place: int) -> str:
    """Name the keys of the favourite at that place, as this system writes them."""
    return QKeySequence(f"Alt+{place}").toString(QKeySequence.SequenceFormat.NativeText)


class _Chip(QPushButton):
    """One favourite: the digit of its key, pale, and the name, cut off where it is too long."""

    arrow_pressed = Signal(object, int)
    menu_wanted = Signal(object, QPoint)
    focused = Signal(object)

    def __init__(self, place: int, contact: Contact, parent: QWidget) -> None:
        super().__init__(parent)
        self.contact = contact
        self._digit = str(place) if place <= WITH_KEYS else ""
        number = contact.numbers[0].number.formatted if contact.numbers else ""
        self.setAccessibleName(contact.name)
        keys = key_words(place) if self._digit else ""
        self.setAccessibleDescription(", ".join(filter(None, (number, keys))))
        self.setToolTip("\n".join(filter(None, (contact.name, number, keys))))
        self.setAutoDefault(False)

    def wished_width(self) -> int:
        """Return the width that shows the whole name, within limits."""
        wished = 2 * _PADDING + self._before_name() + self.fontMetrics().horizontalAdvance(self.contact.name)
        return max(_NARROWEST, min(_WIDEST, wished + 2))

    def _before_name(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._digit) + _BEFORE_NAME if self._digit else 0

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        inside = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        painter.setPen(current_colors().muted)
        self._write(painter, inside, self._digit)
        painter.setPen(current_colors().text)
        inside.setLeft(inside.left() + self._before_name())
        self._write(painter, inside, self.contact.name)
        painter.end()

    def _write(self, painter: QPainter, place: QRect, text: str) -> None:
        elided = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.arrow_pressed.emit(self, step)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        self.menu_wanted.emit(self, event.globalPos())

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.focused.emit(self)
