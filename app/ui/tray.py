"""The tray icon, where there is a tray: what goes on, and a menu with the recent numbers."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from app.ui.icons import Icon, Tint, icon

if TYPE_CHECKING:
    from collections.abc import Iterable

_RECENT = 5


class TrayState(Enum):
    """What the icon says."""

    IDLE = auto()
    CALL = auto()
    """A call is under way."""
    LOST = auto()
    """The chosen account has no connection."""


class Tray(QObject):
    """`name` is what the icon is called. It is shown where there is a tray, or when one comes."""

    open_wanted = Signal()
    number_chosen = Signal(str)
    quit_wanted = Signal()
    message_clicked = Signal()

    def __init__(self, name: str, window: QWidget) -> None:
        super().__init__(window)
        self._name = name
        self._menu = QMenu(window)
        self._icon = QSystemTrayIcon(self)
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self.message_clicked)
        self._icon.setContextMenu(self._menu)
        self.show_state(TrayState.IDLE)
        self.show_recent(())
        self._icon.show()

    @property
    def is_there(self) -> bool:
        """Whether there is a tray, so that a hidden window can be found again."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def words(self) -> str:
        """What the icon says when it is pointed at."""
        return self._icon.toolTip()

    @property
    def menu(self) -> QMenu:
        """The menu of the icon."""
        return self._menu

    def show_state(self, state: TrayState) -> None:
        """Say what goes on, in a picture and in words."""
        match state:
            case TrayState.IDLE:
                picture, words = icon(Icon.PHONE, Tint.ACCENT), self._name
            case TrayState.CALL:
                picture = icon(Icon.PHONE_CALL, Tint.GREEN)
                words = self.tr("{name}: call under way").format(name=self._name)
            case TrayState.LOST:
                picture = icon(Icon.PHONE_OFF, Tint.RED)
                words = self.tr("{name}: no connection").format(name=self._name)
        self._icon.setIcon(picture)
        self._icon.setToolTip(words)

    def show_recent(self, numbers: Iterable[tuple[str, str]]) -> None:
        """Offer these numbers, each with a name or "": choosing one fills it in and never dials."""
        self._menu.clear()
        open_ = self._menu.addAction(self.tr("Open {name}").format(name=self._name))
        open_.triggered.connect(self.open_wanted)
        self._menu.setDefaultAction(open_)
        self._menu.addSeparator()
        for number, name in list(numbers)[:_RECENT]:
            action = _NumberAction(number, f"{name}  {number}" if name else number, self._menu)
            action.chosen.connect(self.number_chosen)
            self._menu.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Quit")).triggered.connect(self.quit_wanted)

    def tell(self, title: str, body: str) -> None:
        """Show a message at the icon; without a tray there is none."""
        if self._icon.isVisible() and self.is_there:
            self._icon.showMessage(title, body, icon(Icon.PHONE, Tint.ACCENT))

    def hide(self) -> None:
        """Take the icon away: some desktops keep that of a program that is gone."""
        self._icon.hide()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.open_wanted.emit()


class _NumberAction(QAction):
    chosen = Signal(str)

    def __init__(self, number: str, text: str, parent: QObject) -> None:
        super().__init__(icon(Icon.RECENT, Tint.MUTED), text.replace("&", "&&"), parent)
        self._number = number
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self) -> None:
        self.chosen.emit(self._number)
