"""News told outside of the window: over D-Bus where there is one, else by the tray icon."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.desktop.dbus_notifications import DbusNotifications
    from app.services.tasks import Tasks

log = logging.getLogger(__name__)


class Notifications(QObject):
    """`tray_message` shows a title and a text at the tray icon, if there is one."""

    chosen = Signal(str, str)
    """The key of a notification that was clicked, and the token that lets a window come to the front."""

    def __init__(
        self, tasks: Tasks, tray_message: Callable[[str, str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._tray_message = tray_message
        self._dbus: DbusNotifications | None = None
        self._in_order = asyncio.Lock()
        self._newest = ""

    def tell(self, key: str, title: str, body: str) -> None:
        """Show a notification, in place of an earlier one of that key. Who cannot be told is not."""
        self._tasks.start(self._tell(key, title, body), "notification")

    def on_tray_clicked(self) -> None:
        """Take a click on what the tray showed: that is the newest."""
        if self._newest:
            self.chosen.emit(self._newest, "")

    def close(self) -> None:
        """Hear of no more clicks."""
        if self._dbus is not None:
            self._dbus.close()

    async def _tell(self, key: str, title: str, body: str) -> None:
        async with self._in_order:
            if sys.platform != "linux" or not await self._tell_bus(key, title, body):
                self._newest = key
                self._tray_message(title, body)

    async def _tell_bus(self, key: str, title: str, body: str) -> bool:
        from app.desktop.dbus_notifications import DbusNotifications, NotTold

        if self._dbus is None:
            self._dbus = DbusNotifications(self._tasks, self.chosen.emit)
        try:
            await self._dbus.tell(key, title, body)
        except NotTold as error:
            log.info("No notification over D-Bus: %r", error.__cause__)
            return False
        return True
