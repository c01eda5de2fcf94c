"""Numbers from outside: a link, several copied, the offer of a copied one, and the other written form."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from window_harness import Desk

    Picture = Callable[[str, QWidget], None]

COMPACT = (360, 600)


async def links(desk: Desk, picture: Picture) -> None:
    """What a link, the clipboard and a call in vain bring."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    from app.ui.origin import Origin

    await desk.open()
    await desk.add_accounts("zapi")
    window, edit = desk.window, desk.window.dialler.number_field.edit
    desk.type("2133334")
    window.open_text("toque:+551133334444;ext=123?ring=90&account=Deliveries", Origin.LINK)
    edit.deselect()
    await asyncio.sleep(0.3)
    picture("link", window)
    window.resize(*COMPACT)
    await asyncio.sleep(0.3)
    picture("link-compact", window)
    window.resize(1040, 700)
    window.open_text("javascript:alert(1)", Origin.LINK)
    await asyncio.sleep(0.3)
    picture("link-refused", window)
    desk.named("Call").setFocus()
    window.dialler.number_field.clear()
    window.numbers.watch.set_on(True)
    QGuiApplication.clipboard().setText("Tel.: (11) 99999-0001 – ask for the manager")
    await asyncio.sleep(0.3)
    picture("copied", window)
    desk.click("Fill in")
    window.open_text("Ana 11 99999-0001, Rui 11 99999-0002, Eva +55 21 98888-0003", Origin.CLIPBOARD)
    await asyncio.sleep(0.3)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    picture("several", menu)
    menu.close()
    window.numbers.watch.set_on(False)
    window.accounts.choose_for_now("account")
    window.fill_in_number("+55 11 98888-0002")
    window.dialler.press_call()
    await desk.until(lambda: desk.sees("Fill in other form"))
    edit.deselect()
    await asyncio.sleep(0.3)
    picture("other-form", window)
