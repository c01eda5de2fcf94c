"""Phone links on macOS: the bundle says what it can open, and FaceTime's settings have the choice.

Nothing is registered from here: the bundle's Info.plist does that, once it lies in Applications.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from app.desktop.plist import read_plist
from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.desktop import LinkState, LinkWay, NotArranged

BUNDLE_ID = "io.github.toque"
OFFERED = ("tel", "callto", "toque", "whatsapp")
DEADLINE_S = 10.0
_CHOICES = Path("Library/Preferences/com.apple.LaunchServices/com.apple.launchservices.secure.plist")

_NOT_OPENED = QT_TRANSLATE_NOOP("Detail", "FaceTime could not be opened: {why}")


def url_types() -> list[dict[str, Any]]:
    """Return CFBundleURLTypes, for the bundle's Info.plist."""
    return [
        {
            "CFBundleURLName": BUNDLE_ID,
            "CFBundleTypeRole": "Viewer",
            "CFBundleURLSchemes": list(OFFERED),
        }
    ]


def chosen_handler(choices: bytes) -> str:
    """Return the id of the program that the operator chose for tel: links; empty where none was."""
    handlers = read_plist(choices).get("LSHandlers")
    for each in handlers if isinstance(handlers, list) else []:
        if isinstance(each, dict) and each.get("LSHandlerURLScheme") == "tel":
            return str(each.get("LSHandlerRoleAll") or each.get("LSHandlerRoleViewer") or "")
    return ""


class MacLinks:
    """PhoneLinks of this user."""

    way = LinkWay.BY_HAND

    def state(self) -> LinkState:
        """Read what was chosen in FaceTime's settings."""
        try:
            chosen = chosen_handler((Path.home() / _CHOICES).read_bytes())
        except OSError:
            chosen = ""
        return LinkState(chosen.lower() == BUNDLE_ID, "" if chosen.lower() == BUNDLE_ID else chosen)

    def take(self) -> None:
        """Open FaceTime, in whose settings it is chosen."""
        try:
            subprocess.run(
                ["/usr/bin/open", "-a", "FaceTime"], check=True, capture_output=True, timeout=DEADLINE_S
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise NotArranged(Detail(_NOT_OPENED, why=str(error))) from error

    def give_back(self) -> None:
        """Open FaceTime: another program is chosen where this one was."""
        self.take()

    def forget(self) -> None:
        """Do nothing: nothing was written."""
