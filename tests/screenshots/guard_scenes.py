"""Pictures of what guards calls: the question with its reason, the settings, the do-not-call list."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from window_harness import Desk

    Picture = Callable[[str, QWidget], None]

_NIGHT = datetime(2026, 11, 21, 1, 14, tzinfo=UTC)
_PEOPLE = (
    ("+55 21 97777-0006", "Complained to the regulator"),
    ("+52 55 1234 0001", "Legal department, case 2026/118"),
    ("+1 415 555 0123", ""),
    ("+55 11 98888-0002", "Wrong number: belongs to somebody else"),
    ("+55 11 99999-0001", "Asked not to be called"),
)


async def guards(desk: Desk, picture: Picture) -> None:
    """A number on the list, the question, an answer without a reason, and what is set where."""
    from dataclasses import replace

    from app.domain.guard import GuardRules
    from app.domain.phone_number import PhoneNumber

    await desk.open()
    window = desk.window
    await desk.settings.update(lambda old: replace(old, guards=GuardRules(quiet_hours=True)))
    for number, reason in _PEOPLE:
        await desk.program.do_not_call.add(PhoneNumber.parse(number), reason)
    desk.program.dialling._now = lambda: _NIGHT
    window.fill_in_number("+55 11 99999-0001")
    await desk.until(window.guards.remark.isVisible)
    window.dialler.number_field.edit.deselect()
    picture("guard-listed", window)
    window.dialler.press_call()
    await desk.until(lambda: window.dialler.board.shows("question"))
    await asyncio.sleep(0.2)
    picture("guard-question", window)
    desk.click("Call anyway")
    await asyncio.sleep(0.2)
    picture("guard-no-reason", window)
    window.resize(360, 600)
    await asyncio.sleep(0.3)
    picture("guard-compact", window)
    window.resize(1040, 700)
    desk.click("Do not call")
    dialog = window.settings.dialog()
    tabs = dialog._tabs
    tabs.setCurrentIndex([tabs.tabText(n) for n in range(tabs.count())].index("Before a call"))
    dialog.open()
    await asyncio.sleep(0.2)
    picture("guard-settings", dialog)
    dialog.hide()
    await _do_not_call(desk, picture)


async def _do_not_call(desk: Desk, picture: Picture) -> None:
    desk.window.guards.open_list()
    numbers = desk.window.guards._dialog
    assert numbers is not None
    await desk.until(lambda: numbers.model.rowCount() == len(_PEOPLE))
    await asyncio.sleep(0.2)
    picture("do-not-call", numbers)
    desk.click("Remove", numbers)
    numbers.resize(360, 600)
    await asyncio.sleep(0.2)
    picture("do-not-call-compact", numbers)
    numbers.reject()
    table = desk.profile.settings_file.parent / "list.csv"
    table.write_text(
        "Cliente;Telefone;Motivo;Data\nAna;(11) 99999-0001;Pediu;03/11/2026\nBruno;sem;Jurídico;\n"
        "Clara;+52 55 1234 0001;;01/10/2026\nDavi;21 97777-0006;Reclamação;\n",
        encoding="utf-8",
    )
    importing = numbers.files.open_import(str(table))
    await desk.until(lambda: importing._rows.rowCount() == 4)
    await asyncio.sleep(0.2)
    picture("do-not-call-import", importing)
    importing.begin()
    await desk.until(lambda: importing.board.shows("import"))
    await asyncio.sleep(0.2)
    picture("do-not-call-imported", importing)


async def bound(desk: Desk, picture: Picture) -> None:
    """What administrators have set: shown, and not to be changed."""
    from datetime import time, timedelta

    from app.domain.guard import Guard
    from app.services.policy import Policy
    from app.ui.guards_page import GuardsPage

    await desk.open()
    policy = Policy(
        "/etc/toque/policy.json",
        again_within=timedelta(hours=1),
        quiet_hours=(time(20), time(9)),
        binding=frozenset({Guard.QUIET_HOURS}),
    )
    page = GuardsPage(desk.settings, policy, desk.tasks)
    page.resize(520, 480)
    page.show()
    await asyncio.sleep(0.2)
    picture("guard-bound", page)
    page.close()
