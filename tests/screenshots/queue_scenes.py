"""The queue by hand: running at the window after a call, its list with lines to be mended, and an import."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from window_harness import Desk

    Picture = Callable[[str, QWidget], None]

COMPACT = (360, 600)

_LIST = """\
Oficina Sul; (11) 99999-0001; ask about the invoice of October
José Pereira; 11 98888-0002; delivery on Friday
Taller Ruiz; +52 55 1234 0001; call after lunch
Pharmacy North; 11 9777; prescription
Ana Costa; 21 97777-0001; new contract
Oficina Sul; +55 11 9999-0001; parts have arrived
Maria Silva; 31 96666-0003; survey
"""
_FILE = "Nome;Telefone;Observação\n" + "".join(
    f"Cliente {n};(11) 9{n:04}-{n:04};pedido {4700 + n}\n" for n in range(1, 41)
)


async def queue(desk: Desk, picture: Picture) -> None:
    """Start, call, note, go on; then the list, and a file before it is imported."""
    await desk.open()
    window, service = desk.window, desk.program.queue
    await service.filling.add_text(_LIST)
    await asyncio.sleep(0.2)
    window.queue.pause_or_resume()
    await desk.until(lambda: service.current)
    await _call(desk)
    window.queue.strip.note.replace("", "")
    window.queue.strip.write()
    desk.type("wants a copy by e-mail")
    await asyncio.sleep(0.2)
    picture("queue", window)
    window.queue.strip.note._tag.setEditText("Call back")
    window.queue.next()
    await desk.until(lambda: service.current and service.current.place == 2)
    await _call(desk)
    window.queue.next()
    await desk.until(lambda: service.current and service.current.place == 3)
    window.resize(*COMPACT)
    await asyncio.sleep(0.2)
    window._halves.show_half(0)
    await asyncio.sleep(0.2)
    picture("queue-compact", window)
    window.queue.open_list()
    dialog = window.queue._dialog
    assert dialog is not None
    dialog._table.show_place(4)
    await asyncio.sleep(0.4)
    picture("queue-list", dialog)
    file = desk.profile.settings_file.parent / "november.csv"
    file.write_text(_FILE, encoding="utf-8")
    dialog.files.import_file(str(file))
    importing = dialog.files.importing
    assert importing is not None
    await desk.until(importing._import.isEnabled)
    await asyncio.sleep(0.3)
    picture("queue-import", importing)
    importing.reject()


async def _call(desk: Desk) -> None:
    desk.window.dialler.press_call()
    await desk.until(lambda: desk.program.queue.current and desk.program.queue.current.outcome)
    await asyncio.sleep(0.2)
