"""Notifications over D-Bus: they need no tray, and say by which click a window may come to the front.

https://specifications.freedesktop.org/notification-spec/latest/
Qt's own D-Bus cannot be used: from Python it sends no unsigned numbers, which the protocol is full of.
"""

from __future__ import annotations

import asyncio
import html
import logging
from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from jeepney import (
    DBusAddress,
    DBusErrorResponse,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.asyncio import DBusConnection, open_dbus_connection

from app import resources

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.tasks import Tasks

log = logging.getLogger(__name__)

DEADLINE_S = 3.0
"""A notification daemon may be started by the first message to it; one that hangs is left alone."""
_REMEMBERED = 100
_INTERFACE = "org.freedesktop.Notifications"
_DAEMON = DBusAddress("/org/freedesktop/Notifications", bus_name=_INTERFACE, interface=_INTERFACE)


class NotTold(Exception):
    """There is no daemon that shows notifications, or it does not answer."""


class DbusNotifications:
    """`chosen` is called with the key of a notification that was clicked, and the token that came with it."""

    def __init__(self, tasks: Tasks, chosen: Callable[[str, str], None]) -> None:
        self._tasks = tasks
        self._chosen = chosen
        self._connection: DBusConnection | None = None
        self._listening: asyncio.Task[None] | None = None
        self._connecting = asyncio.Lock()
        self._awaited: dict[int, asyncio.Future[Message]] = {}
        self._ids: OrderedDict[str, int] = OrderedDict()
        self._tokens: dict[int, str] = {}
        self._reads_markup = True

    async def tell(self, key: str, title: str, body: str) -> None:
        """Show a notification, in place of an earlier one of that key. Raises NotTold."""
        try:
            async with asyncio.timeout(DEADLINE_S):
                connection = await self._connected()
                text = html.escape(body, quote=False) if self._reads_markup else body
                (shown,) = await self._ask(connection, self._notify(key, title, text))
        except (EOFError, KeyError, OSError, TimeoutError, ValueError, DBusErrorResponse) as error:
            if not isinstance(error, DBusErrorResponse | TimeoutError):
                self._forget()  # a KeyError: there is no bus
            raise NotTold from error
        self._ids[key] = shown
        while len(self._ids) > _REMEMBERED:
            self._ids.popitem(last=False)

    def close(self) -> None:
        """Hear of no more clicks: whoever waits for the tasks need not wait for that."""
        if self._listening is not None:
            self._listening.cancel()

    def _notify(self, key: str, title: str, body: str) -> Message:
        hints = {"desktop-entry": ("s", "toque"), "urgency": ("y", 1)}
        fields = (
            "Toque",
            self._ids.pop(key, 0),
            str(resources.path("toque.svg")),
            title,
            body,
            ["default", ""],
            hints,
            -1,
        )
        return new_method_call(_DAEMON, "Notify", "susssasa{sv}i", fields)

    async def _connected(self) -> DBusConnection:
        async with self._connecting:
            if self._connection is None:
                connection = await open_dbus_connection()
                self._connection = connection
                self._listening = self._tasks.start(self._listen(connection), "notifications")
                rule = MatchRule(type="signal", interface=_INTERFACE, path=_DAEMON.object_path)
                await self._ask(connection, message_bus.AddMatch(rule))
                (able,) = await self._ask(connection, new_method_call(_DAEMON, "GetCapabilities"))
                self._reads_markup = "body-markup" in able
            return self._connection

    async def _ask(self, connection: DBusConnection, message: Message) -> tuple[Any, ...]:
        serial = next(connection.outgoing_serial)
        answer = self._awaited[serial] = asyncio.get_running_loop().create_future()
        try:
            await connection.send(message, serial=serial)
            reply = await answer
        finally:
            del self._awaited[serial]
        if reply.header.message_type is MessageType.error:
            raise DBusErrorResponse(reply)
        return tuple(reply.body)

    async def _listen(self, connection: DBusConnection) -> None:
        """Hear replies and clicks until the bus is gone; the next notification then connects anew."""
        try:
            while True:
                self._hear(await connection.receive())
        except (OSError, EOFError):
            log.info("The session bus is gone")
        finally:
            if self._connection is connection:
                self._forget()
            for answer in self._awaited.values():
                if not answer.done():
                    answer.set_exception(EOFError())
            with suppress(OSError):
                await connection.close()

    def _forget(self) -> None:
        """Connect anew next time: the numbers of notifications mean nothing then."""
        self._connection = None
        self._ids.clear()
        self._tokens.clear()

    def _hear(self, message: Message) -> None:
        fields = message.header.fields
        if message.header.message_type is not MessageType.signal:
            answer = self._awaited.get(fields.get(HeaderFields.reply_serial, 0))
            if answer is not None and not answer.done():
                answer.set_result(message)
            return
        match fields.get(HeaderFields.member), message.body:
            case "ActivationToken", (int(shown), str(token)):
                self._tokens[shown] = token
            case "ActionInvoked", (int(shown), str()):
                token = self._tokens.pop(shown, "")
                for key in [key for key, known in self._ids.items() if known == shown]:
                    self._chosen(key, token)
            case "NotificationClosed", (int(shown), int()):
                self._tokens.pop(shown, None)
