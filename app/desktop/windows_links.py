r"""Phone links on Windows: Toque is made known in this user's registry, and chosen on the system's page.

No program can make itself the default there. The page is opened on what is registered as Toque.
https://learn.microsoft.com/windows/win32/shell/default-programs
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.desktop import LinkState, LinkWay, NotArranged

if TYPE_CHECKING:
    from collections.abc import Sequence

PROG_ID = "Toque.Url"
OFFERED = ("tel", "callto", "toque", "whatsapp")
PAGE = "ms-settings:defaultapps?registeredAppUser=Toque"
_CLASSES = r"Software\Classes"
_OWN = r"Software\Toque"
_CAPABILITIES = rf"{_OWN}\Capabilities"
_COMMAND = rf"{_CLASSES}\{PROG_ID}\shell\open\command"
_REGISTERED = r"Software\RegisteredApplications"
_CHOICE = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\tel\UserChoice"

_REFUSED = QT_TRANSLATE_NOOP("Detail", "Windows refused: {why}")


@dataclass(frozen=True, slots=True)
class RegistryText:
    """One text below HKEY_CURRENT_USER, or below HKEY_LOCAL_MACHINE for all users.

    Its `name` is empty for a key's own value.
    """

    key: str
    name: str
    text: str


def entries(command: Sequence[str]) -> tuple[RegistryText, ...]:
    """Return what makes Toque known. The installers write the same."""
    opens = opening(command)
    icon = f"{command[0]},0"
    return (
        *_url_class(PROG_ID, opens, icon),
        *_url_class("toque", opens, icon),  # our own kind of link needs nobody's choice
        RegistryText(_CAPABILITIES, "ApplicationName", "Toque"),
        RegistryText(_CAPABILITIES, "ApplicationDescription", "Places calls by hand"),
        RegistryText(_CAPABILITIES, "ApplicationIcon", icon),
        *(RegistryText(rf"{_CAPABILITIES}\UrlAssociations", scheme, PROG_ID) for scheme in OFFERED),
        RegistryText(_REGISTERED, "Toque", _CAPABILITIES),
    )


def opening(command: Sequence[str]) -> str:
    """Return what Windows is to run for a link.

    The program is always quoted, or Windows would try every part of a path with spaces; a link with a quote
    in it brings no options.
    """
    program, *options = command
    words = " ".join((f'"{program}"', subprocess.list2cmdline(options))).rstrip()
    return f'{words} -- "%1"'


def _url_class(name: str, opens: str, icon: str) -> tuple[RegistryText, ...]:
    key = rf"{_CLASSES}\{name}"
    return (
        RegistryText(key, "", "URL:Toque"),
        RegistryText(key, "URL Protocol", ""),
        RegistryText(rf"{key}\DefaultIcon", "", icon),
        RegistryText(rf"{key}\shell\open\command", "", opens),
    )


def own_keys() -> tuple[str, ...]:
    """Return the keys that are Toque's alone; they go with all below them."""
    return (rf"{_CLASSES}\{PROG_ID}", rf"{_CLASSES}\toque", _OWN)


class WindowsLinks:
    """PhoneLinks of this user. `command` starts Toque; the link is put behind it."""

    way = LinkWay.SYSTEM_PAGE

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command

    def state(self) -> LinkState:
        """Read the choice that the operator made on the system's page.

        Windows keeps the choice of a program that is no longer known to it, and asks who is to open a link.
        """
        chosen = _read(_CHOICE, "ProgId")
        if chosen == PROG_ID:
            return LinkState(bool(_opens_now() or _opens_for_all()))
        return LinkState(False, chosen)

    def take(self) -> None:
        """Make Toque known, unless its installer has done so for all users, and open the system's page."""
        if sys.platform == "win32":
            import winreg

            try:
                known = _opens_for_all() == opening(self._command)
                for each in () if known else entries(self._command):
                    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, each.key) as key:
                        winreg.SetValueEx(key, each.name, 0, winreg.REG_SZ, each.text)
                _tell_shell()
                os.startfile(PAGE)  # noqa: S606 - a constant
            except OSError as error:
                raise NotArranged(Detail(_REFUSED, why=error.strerror or str(error))) from error

    def give_back(self) -> None:
        """Remove what made Toque known: Windows then asks who is to open a link.

        Where it is known to all users, which is the administrator's, the system's page is opened instead.
        """
        self.forget()
        if sys.platform == "win32" and _opens_for_all():
            try:
                os.startfile(PAGE)  # noqa: S606 - a constant
            except OSError as error:
                raise NotArranged(Detail(_REFUSED, why=error.strerror or str(error))) from error

    def forget(self) -> None:
        """Remove what made Toque known to this user."""
        if sys.platform == "win32":
            import winreg

            try:
                for key in own_keys():
                    _remove(key)
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _REGISTERED) as key:
                    winreg.DeleteValue(key, "Toque")
            except FileNotFoundError:
                pass
            except OSError as error:
                raise NotArranged(Detail(_REFUSED, why=error.strerror or str(error))) from error
            _tell_shell()


def _opens_now() -> str:
    """Return what this user's own registration runs; empty if there is none."""
    return _read(_COMMAND, "")


def _opens_for_all() -> str:
    """Return what an installation for all users runs; empty if there is none."""
    return _read(_COMMAND, "", for_all=True)


def _read(key: str, name: str, *, for_all: bool = False) -> str:
    if sys.platform == "win32":
        import winreg

        root = winreg.HKEY_LOCAL_MACHINE if for_all else winreg.HKEY_CURRENT_USER
        try:
            with winreg.OpenKey(root, key) as opened:
                return str(winreg.QueryValueEx(opened, name)[0])
        except OSError:
            return ""
    return ""


def _remove(key: str) -> None:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                below = [winreg.EnumKey(opened, n) for n in range(winreg.QueryInfoKey(opened)[0])]
        except FileNotFoundError:
            return
        for name in below:
            _remove(rf"{key}\{name}")
        winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)


def _tell_shell() -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SHChangeNotify(0x08000000, 0, None, None)  # SHCNE_ASSOCCHANGED
