"""Pictures of what administrators have set for everybody: an account without its token, fixed settings."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from window_harness import Desk

    Picture = Callable[[str, QWidget], None]


async def managed(unmanaged: Desk, picture: Picture) -> None:
    """Everybody's account beside an own one, its form, and what cannot be chosen."""
    from PySide6.QtWidgets import QVBoxLayout
    from window_harness import Desk

    from app.domain.account import Account
    from app.services.desktop import DesktopServices
    from app.services.policy import Fixable, Policy
    from app.ui.desktop_page import DesktopPage
    from app.ui.dialog import Dialog

    fields = {"instance": "front-desk", "base_url": "https://calls.example", "ca_file": ""}
    front = Account("managed-ryzeapi-front", "Front desk", "ryzeapi", fields, is_managed=True)
    policy = Policy(
        "/etc/toque/policy.json",
        accounts=(front,),
        settings={"region": "BR", "keep_history_days": 90},
        fixed=frozenset(Fixable),
    )
    folder = unmanaged.profile.settings_file.parent / "managed"
    desk = Desk(folder, unmanaged.theme, None, policy=policy)
    try:
        await desk.open()
        desk.server = unmanaged.server
        await desk.until(lambda: desk.sees("Open account settings"))
        await asyncio.sleep(0.2)
        picture("managed-window", desk.window)
        await desk.add_accounts("zapi")
        dialog = desk.window.settings.dialog()
        tabs = dialog._tabs
        dialog.open()
        await asyncio.sleep(0.2)
        picture("managed-accounts", dialog)
        desk.click("Enter token", dialog)
        await asyncio.sleep(0.2)
        picture("managed-account", dialog)
        for title, name in (("General", "managed-general"), ("History", "managed-history")):
            tabs.setCurrentIndex([tabs.tabText(n) for n in range(tabs.count())].index(title))
            await asyncio.sleep(0.2)
            picture(name, dialog)
        dialog.hide()
        services = DesktopServices(
            phone_links=None, autostart=None, selection_trouble=str, has_tray=lambda: True
        )
        around = Dialog(desk.window)
        around.resize(640, 640)
        QVBoxLayout(around).addWidget(DesktopPage(services, desk.settings, desk.tasks, policy))
        around.show()
        await asyncio.sleep(0.2)
        picture("managed-desktop", around)
        around.hide()
    finally:
        await desk.close()
