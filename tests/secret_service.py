"""A real Secret Service of our own: gnome-keyring on a private D-Bus, in a folder of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from jeepney import DBusAddress, MatchRule, Properties, message_bus, new_method_call
from jeepney.io.blocking import Proxy, open_dbus_connection
from keyring.backends.SecretService import Keyring as SecretServiceKeyring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jeepney.io.blocking import DBusConnection
    from keyring.backend import KeyringBackend

PASSWORD = "opens the keyring"
START_TIMEOUT_S = 20


class SecretService:
    """A D-Bus daemon and a gnome-keyring daemon; `environment` is for programs that are to use them."""

    def __init__(self, folder: Path) -> None:
        self._bus = _start(
            "dbus-daemon", "--session", "--nofork", "--print-address=1", f"--address=unix:path={folder}/bus"
        )
        assert self._bus.stdout is not None
        self.address = self._bus.stdout.readline().strip()
        own = {"HOME": folder, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_RUNTIME_DIR": folder}
        self.environment = os.environ | {name: str(value) for name, value in own.items()}
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.address
        self.environment.pop("DISPLAY", None)  # nobody can be asked for the password
        self._daemon = self._started(unlocked=True)

    @staticmethod
    def backend() -> KeyringBackend:
        return SecretServiceKeyring()

    def lock(self) -> None:
        """Start it again without the password: everything in it is locked, and no prompt can be shown."""
        self._end(self._daemon)
        self._daemon = self._started(unlocked=False)

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Keep it from answering anything, as one that waits for a person does."""
        self._daemon.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._daemon.send_signal(signal.SIGCONT)

    def items(self) -> dict[tuple[str, str], str]:
        """Return everything that is kept: secrets by service name and user name."""
        import secretstorage

        connection = secretstorage.dbus_init()
        try:
            found = {}
            for item in secretstorage.get_default_collection(connection).get_all_items():
                attributes = item.get_attributes()
                found[attributes["service"], attributes["username"]] = item.get_secret().decode()
            return found
        finally:
            connection.close()

    def close(self) -> None:
        self._end(self._daemon)
        self._end(self._bus)

    def _started(self, *, unlocked: bool) -> subprocess.Popen[str]:
        with open_dbus_connection(self.address) as connection:
            bus = Proxy(message_bus, connection, timeout=START_TIMEOUT_S)
            rule = MatchRule(
                type="signal", sender=message_bus.bus_name, interface=message_bus.interface,
                member="NameOwnerChanged", path=message_bus.object_path,
            )  # fmt: skip
            rule.add_arg_condition(0, "org.freedesktop.secrets")
            bus.AddMatch(rule)
            with connection.filter(rule) as owners:
                daemon = _start(
                    "gnome-keyring-daemon",
                    "--foreground",
                    "--components=secrets",
                    *(["--unlock"] if unlocked else []),
                    environment=self.environment,
                )
                assert daemon.stdin is not None
                daemon.stdin.write(PASSWORD if unlocked else "")
                daemon.stdin.close()
                while not connection.recv_until_filtered(owners, timeout=START_TIMEOUT_S).body[2]:
                    pass  # the earlier daemon leaving
            if unlocked:
                deadline = time.monotonic() + START_TIMEOUT_S
                while not _is_open(connection):  # it takes its name before it has unlocked anything
                    assert time.monotonic() < deadline, "the keyring stays locked"
        return daemon

    @staticmethod
    def _end(process: subprocess.Popen[str]) -> None:
        process.kill()
        process.wait()
        for pipe in filter(None, (process.stdin, process.stdout)):
            pipe.close()


def _is_open(connection: DBusConnection) -> bool:
    service = DBusAddress(
        "/org/freedesktop/secrets",
        bus_name="org.freedesktop.secrets",
        interface="org.freedesktop.Secret.Service",
    )
    alias = connection.send_and_get_reply(new_method_call(service, "ReadAlias", "s", ("default",)))
    (path,) = alias.body
    if path == "/":
        return False
    collection = DBusAddress(
        path, bus_name="org.freedesktop.secrets", interface="org.freedesktop.Secret.Collection"
    )
    locked = connection.send_and_get_reply(Properties(collection).get("Locked"))
    return bool(locked.body[0] == ("b", False))


def _start(*command: str, environment: dict[str, str] | None = None) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - the two programs above
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    )
