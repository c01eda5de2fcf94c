"""A small daemon that shows notifications on a private session bus, and can click on them."""

from __future__ import annotations

import os
import subprocess
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.threading import DBusRouter, Proxy, ReceiveStopped, open_dbus_connection

if TYPE_CHECKING:
    from pathlib import Path

    from jeepney import Message

INTERFACE = "org.freedesktop.Notifications"
_ADDRESS = DBusAddress("/org/freedesktop/Notifications", bus_name=None, interface=INTERFACE)


class Bus:
    """A session bus."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - the bus
            [  # noqa: S607 - as the session starts it
                "dbus-daemon",
                "--session",
                "--nofork",
                "--print-address=1",
                f"--address=unix:path={folder}/bus",
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=os.environ | {"XDG_DATA_DIRS": str(folder), "XDG_DATA_HOME": str(folder)},  # starts nobody
        )
        assert self._process.stdout is not None
        self.address = self._process.stdout.readline().strip()

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


class NotificationDaemon:
    """Keeps what it is asked to show in `shown`, a dictionary each."""

    def __init__(
        self, bus: Bus, *, capabilities: tuple[str, ...] = ("actions", "body", "body-markup")
    ) -> None:
        self.shown: list[dict[str, Any]] = []
        self.is_silent = False
        self.refuses = False
        self._capabilities = list(capabilities)
        self._connection = open_dbus_connection(bus.address)
        self._next = 1
        with DBusRouter(self._connection) as router:
            Proxy(message_bus, router, timeout=10).RequestName(INTERFACE)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def click(self, shown: int, token: str = "") -> None:
        """Click on a notification, as the operator does."""
        if token:
            self._send(new_signal(_ADDRESS, "ActivationToken", "us", (shown, token)))
        self._send(new_signal(_ADDRESS, "ActionInvoked", "us", (shown, "default")))
        self._send(new_signal(_ADDRESS, "NotificationClosed", "uu", (shown, 2)))

    def close(self) -> None:
        """End it."""
        self._connection.interrupt()
        self._thread.join()
        self._connection.close()

    def _serve(self) -> None:
        with suppress(ReceiveStopped, OSError, EOFError):
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call and not self.is_silent:
                    self._send(self._reply(message))

    def _reply(self, message: Message) -> Message:
        if self.refuses:
            return new_error(message, "org.freedesktop.DBus.Error.LimitsExceeded", "s", ("Too many",))
        match message.header.fields.get(HeaderFields.member):
            case "GetCapabilities":
                return new_method_return(message, "as", (self._capabilities,))
            case "Notify":
                names = ("app", "replaces", "icon", "title", "body", "actions", "hints", "timeout")
                told = dict(zip(names, message.body, strict=True))
                told["id"] = told["replaces"] or self._next
                self._next += not told["replaces"]
                self.shown.append(told)
                return new_method_return(message, "u", (told["id"],))
        return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")

    def _send(self, message: Message) -> None:
        self._connection.send(message)
