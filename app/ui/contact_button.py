"""The small button beside a number that leads to its contact, or begins one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal

from app.ui.icons import Icon, IconButton, Tint, icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.phone_number import PhoneNumber


class ContactButton(IconButton):
    """Is there while there is a number, once `offer` said that there are contacts."""

    pressed_number = Signal(object)
    """The PhoneNumber beside which it was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Icon.USER_PLUS, "", parent=parent)
        self._is_offered = False
        self._number: PhoneNumber | None = None
        self.setProperty("small", True)
        self.setIconSize(QSize(16, 16))
        self.clicked.connect(self._on_clicked)
        self.hide()

    def offer(self) -> None:
        """Be there from now on."""
        self._is_offered = True

    def show_number(self, number: PhoneNumber | None, name_of: Callable[[str], str]) -> None:
        """Stand beside that number, None for none."""
        self._number = number
        self.setVisible(self._is_offered and number is not None)
        if number is None:
            return
        name = name_of(number.person)
        words = self.tr("Show the contact {name}").format(name=name) if name else self.tr("Add to contacts")
        if words != self.accessibleName():
            self.setAccessibleName(words)
            self.setToolTip(words)
            self.setIcon(icon(Icon.CONTACTS if name else Icon.USER_PLUS, Tint.MUTED))

    def _on_clicked(self) -> None:
        if self._number is not None:
            self.pressed_number.emit(self._number)
