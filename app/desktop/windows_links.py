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
_REGISTERED = r"Software\RegisteredApplications"
_CHOICE = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\tel\UserChoice"

_REFUSED = QT_TRANSLATE_NOOP("Detail", "Windows refused: {why}")


@dataclass(frozen=True, slots=True)
class RegistryText:
    """One text below HKEY_CURRENT_USER; its `name` is empty for a key's own value."""

    key: str
    name: str
    text: str


def entries(command: Sequence[str]) -> tuple[RegistryText, ...]:
    """Return what makes Toque known. The installers write the same."""
    opens = f'{subprocess.list2cmdline(command)} -- "%1"'  # a link with a quote in it brings no options
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
        """Read the choice that the operator made on the system's page."""
        chosen = _read(_CHOICE, "ProgId")
        return LinkState(chosen == PROG_ID, "" if chosen == PROG_ID else chosen)

    def take(self) -> None:
        """Make Toque known, and open the system's page."""
        if sys.platform == "win32":
            import winreg

            try:
                for each in entries(self._command):
                    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, each.key) as key:
                        winreg.SetValueEx(key, each.name, 0, winreg.REG_SZ, each.text)
                _tell_shell()
                os.startfile(PAGE)  # noqa: S606 - a constant
            except OSError as error:
                raise NotArranged(Detail(_REFUSED, why=error.strerror or str(error))) from error

    def give_back(self) -> None:
        """Remove what made Toque known: Windows then asks who is to open a link."""
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


def _read(key: str, name: str) -> str:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
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
