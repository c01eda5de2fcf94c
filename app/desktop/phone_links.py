"""Making Toque the program that opens phone links, the way of the system it runs on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from app.desktop.own_command import own_command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.desktop import PhoneLinks


def phone_links(options: Sequence[str] = ()) -> PhoneLinks:
    """Return the phone links of this user. Started by one, Toque gets `options` before it."""
    command = (*own_command(), *options)
    if sys.platform == "win32":
        from app.desktop.windows_links import WindowsLinks

        return WindowsLinks(command)
    if sys.platform == "darwin":
        from app.desktop.mac_links import MacLinks

        return MacLinks()
    from app.desktop.xdg_links import XdgLinks

    return XdgLinks(command)
