"""Starting Toque when the operator logs in. The truth is what the system has, not what was set here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.desktop.desktop_file import config_home, entry, exec_line, read_entry, write_whole
from app.desktop.own_command import own_command
from app.desktop.plist import read_plist
from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.desktop import NotArranged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.services.desktop import Autostart

BACKGROUND = "--background"
AGENT_NAME = "io.github.toque.start"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

_NOT_WRITTEN = QT_TRANSLATE_NOOP("Detail", "Starting at login could not be changed: {why}")


def autostart(options: Sequence[str] = ()) -> Autostart:
    """Return the autostart of this user. Started by it, Toque gets `options`, and stays in the background."""
    command = (*own_command(), *options, BACKGROUND)
    if sys.platform == "win32":
        return WindowsAutostart(command)
    if sys.platform == "darwin":
        return MacAutostart(command)
    return XdgAutostart(command)


def xdg_values(command: Sequence[str]) -> dict[str, str]:
    """Return the desktop file that starts Toque."""
    return {
        "Type": "Application",
        "Version": "1.0",
        "Name": "Toque",
        "Exec": exec_line(command),
        "Icon": "toque",
        "Terminal": "false",
        "X-GNOME-Autostart-enabled": "true",
    }


def is_started_by(values: Mapping[str, str]) -> bool:
    """Whether the desktop starts what that file says: its own settings switch it off by one of two keys."""
    return (
        bool(values.get("Exec"))
        and values.get("Hidden", "false").lower() != "true"
        and values.get("X-GNOME-Autostart-enabled", "true").lower() != "false"
    )


def agent_plist(command: Sequence[str]) -> bytes:
    """Return the launch agent that starts Toque on macOS."""
    import plistlib

    return plistlib.dumps(
        {
            "Label": AGENT_NAME,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        }
    )


def is_agent_on(plist: bytes) -> bool:
    """Whether macOS starts what that launch agent says."""
    values = read_plist(plist)
    return bool(values.get("RunAtLoad")) and not values.get("Disabled")


def is_approved(data: bytes | None) -> bool:
    """Whether Windows' own list of programs at start has it switched on: an odd first byte says it is not."""
    return not data or data[0] % 2 == 0


class XdgAutostart:
    """A desktop file in the user's autostart folder."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._file = config_home() / "autostart" / "toque.desktop"

    def is_on(self) -> bool:
        """Read the file."""
        try:
            return is_started_by(read_entry(self._file))
        except OSError as error:
            raise _not_written(error) from error

    def turn(self, on: bool) -> None:
        """Write the file, or remove it."""
        try:
            if on:
                write_whole(self._file, entry(xdg_values(self._command)))
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            raise _not_written(error) from error


class MacAutostart:
    """A launch agent of the user. It counts from the next login on."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._file = Path.home() / "Library" / "LaunchAgents" / f"{AGENT_NAME}.plist"

    def is_on(self) -> bool:
        """Read the file."""
        try:
            return is_agent_on(self._file.read_bytes())
        except FileNotFoundError:
            return False
        except OSError as error:
            raise _not_written(error) from error

    def turn(self, on: bool) -> None:
        """Write the file, or remove it."""
        try:
            if on:
                write_whole(self._file, agent_plist(self._command).decode())
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            raise _not_written(error) from error


class WindowsAutostart:
    """A value of the user's Run key."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command

    def is_on(self) -> bool:
        """Read the value, and whether it was switched off in the Task Manager."""
        return bool(_registry_value(_RUN)) and is_approved(_registry_value(_APPROVED))

    def turn(self, on: bool) -> None:
        """Write the value, or remove it; what the Task Manager has noted of it goes."""
        if sys.platform == "win32":
            import winreg

            try:
                _forget_value(_APPROVED)
                if not on:
                    _forget_value(_RUN)
                    return
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                    line = subprocess.list2cmdline(self._command)
                    winreg.SetValueEx(key, "Toque", 0, winreg.REG_SZ, line)
            except OSError as error:
                raise _not_written(error) from error


def _registry_value(key: str) -> bytes | None:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                value = winreg.QueryValueEx(opened, "Toque")[0]
                return value if isinstance(value, bytes) else str(value).encode()
        except OSError:
            return None
    return None


def _forget_value(key: str) -> None:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened:
                winreg.DeleteValue(opened, "Toque")
        except FileNotFoundError:
            return


def _not_written(error: OSError) -> NotArranged:
    return NotArranged(Detail(_NOT_WRITTEN, why=error.strerror or str(error)))
