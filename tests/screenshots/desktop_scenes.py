"""What is around the window: its settings, and the window made compact."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from app.services.desktop import DesktopServices, LinkState, LinkWay

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from window_harness import Desk

    Picture = Callable[[str, QWidget], None]


class Links:
    """Phone links that another program opens, until Toque takes them."""

    way = LinkWay.REGISTERS
    is_ours = False

    def state(self) -> LinkState:
        return LinkState(self.is_ours, "" if self.is_ours else "softphone.desktop")

    def take(self) -> None:
        self.is_ours = True

    def give_back(self) -> None:
        self.is_ours = False


class Autostart:
    """Starting at login, switched on."""

    def is_on(self) -> bool:
        return True

    def turn(self, _on: bool) -> None:
        """Leave it as it is."""


def _no_trouble() -> str:
    return ""


def _yes() -> bool:
    return True


async def desktop(desk: Desk, picture: Picture) -> None:
    """The page of the settings, also at its narrowest; and the compact window with a call."""
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QTabWidget

    links = Links()
    window = desk.window
    window.settings._surroundings = replace(
        window.settings._surroundings, desktop=DesktopServices(links, Autostart(), _no_trouble, _yes)
    )
    await desk.open()
    await desk.settings.update(lambda old: replace(old, selection_keys="Ctrl+Alt+C", watch_clipboard=True))
    dialog = window.settings.dialog()
    dialog.open()
    dialog.findChild(QTabWidget).setCurrentWidget(dialog.desktop_page)
    await desk.until(lambda: any("softphone" in each for each in _texts(dialog)))
    await asyncio.sleep(0.2)
    picture("desktop", dialog)
    desk.click("Make Toque the program for phone links", dialog)
    await desk.until(lambda: any("open Toque" in each for each in _texts(dialog)))
    dialog.resize(360, 600)
    await asyncio.sleep(0.2)
    picture("desktop-compact", dialog)
    dialog.hide()
    window.fill_in_number("+55 11 98888-0003")
    window.dialler.press_call()
    await desk.until(lambda: desk.reads("Ringing"))
    desk.click("Compact window")
    await desk.until(lambda: window.size() == QSize(360, 600))
    window._halves.show_half(0)
    window.fill_in_number("+55 11 99999-0001")
    await asyncio.sleep(0.3)
    picture("compact-dial", window)
    window._halves.show_half(1)
    await asyncio.sleep(0.3)
    picture("compact-calls", window)


def _texts(widget: QWidget) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in widget.findChildren(QLabel)]
