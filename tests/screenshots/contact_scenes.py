"""The pictures of contacts: the list, a name being typed, the speed dial, an import, duplicates."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from window_harness import Desk

    Picture = Callable[[str, QWidget], None]

PEOPLE = (
    ("Ana Beatriz Cardoso", ("+55 11 98888-0002",), ""),
    ("Auto Peças São Jorge", ("+55 11 3333-4455", "+55 11 97777-1020"), "Parts for the Fiat"),
    ("Farmácia Central", ("+55 21 97777-0006",), ""),
    ("João Pedro Nunes", ("+55 31 96666-1234",), ""),
    ("Maria Aparecida da Silva Santos", ("+55 11 99999-0001", "+55 11 4002-8922"), "Ask for her son Tiago."),
    ("Maria Clara", ("+55 11 98888-0003",), ""),
    ("Mariana Rocha", ("+55 48 99123-4567",), ""),
    ("Oficina Sul", ("+55 51 98123-4567",), ""),
    ("Taller Ruiz", ("+52 55 1234 0001",), ""),
    ("maria clara", ("+55 11 4004-1000",), ""),
)
FAVOURITES = (1, 4, 8, 7, 2)
FILE = """Nome;Sobrenome;Telefone;Celular;Observações
Maria;Silva;(11) 3456-7890;(11) 99999-9999;Prefers mornings
João;Souza;;11 98888-7777;
Pizzaria;do Bairro;011 2345-6789;;Orders
Carlos;Lima;abc-defg;;
;;;(21) 97777-6666;
Beatriz;Ramos;;+351 912 345 678;Lisbon
"""


async def contacts(desk: Desk, picture: Picture) -> None:
    """The list with one contact beside it, also narrow."""
    from app.domain.contact import Contact, ContactNumber
    from app.domain.phone_number import PhoneNumber

    await desk.open()
    book = desk.program.contacts
    labels = ("Mobile", "Work")
    for place, (name, numbers, note) in enumerate(PEOPLE):
        own = tuple(
            ContactNumber(PhoneNumber.parse(number), label)
            for number, label in zip(numbers, labels, strict=False)
        )
        await book.save(Contact(str(place), name, own, note))
    for place, index in enumerate(FAVOURITES, 1):
        await book.set_favourite(str(index), place)
    window = desk.window
    window.fill_in_number("+55 11 98888-0003")
    window.dialler.press_call()
    await asyncio.sleep(1.5)
    window.contacts.take_favourite(2)
    window.dialler.number_field.edit.deselect()
    await asyncio.sleep(0.2)
    picture("speed-dial", window)
    window.dialler.number_field.select_all()
    desk.type("mar")
    await desk.until(lambda: window.contacts._completer.is_open)
    await asyncio.sleep(0.2)
    picture("name-typed", window)
    window.resize(360, 600)
    await asyncio.sleep(0.3)
    window.contacts.take_favourite(2)
    window.dialler.number_field.edit.deselect()
    await asyncio.sleep(0.2)
    picture("speed-dial-compact", window)
    window.dialler.number_field.select_all()
    desk.type("mari")
    await desk.until(lambda: window.contacts._completer.is_open)
    await asyncio.sleep(0.2)
    picture("name-typed-compact", window)
    window.resize(1040, 700)
    window.contacts.open()
    dialog = window.contacts._contacts_dialog()
    await desk.until(dialog.list.model.rowCount)
    dialog.list.view.setCurrentIndex(dialog.list.model.index(5))
    await asyncio.sleep(0.2)
    picture("contacts", dialog)
    dialog.resize(360, 600)
    await asyncio.sleep(0.3)
    picture("contacts-compact", dialog)
    dialog.resize(880, 600)
    dialog.list.duplicates_pressed.emit()
    duplicates = window.contacts._files._duplicates
    await desk.until(lambda: duplicates._groups)
    await asyncio.sleep(0.2)
    picture("contacts-duplicates", duplicates)
    duplicates.hide()
    path = desk.profile.settings_file.parent / "customers.csv"
    path.write_text(FILE, encoding="utf-8")
    window.contacts._files.open_import(str(path))
    importing = window.contacts._files._import
    await desk.until(importing._import.isEnabled)
    await asyncio.sleep(0.2)
    picture("contacts-import", importing)
    importing.resize(360, 600)
    await asyncio.sleep(0.2)
    picture("contacts-import-compact", importing)
    importing.resize(620, 640)
    importing.begin()
    await desk.until(lambda: importing.board.shows("import"))
    await asyncio.sleep(0.2)
    picture("contacts-imported", importing)
    importing.hide()
