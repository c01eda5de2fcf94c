"""What the contacts do in the window: names, the speed dial, finding by name, and their own dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from app.domain.contact import Contact
from app.ui.name_completer import NameCompleter
from app.ui.speed_dial import WITH_KEYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.phone_number import PhoneNumber
    from app.services.contact_book import ContactBook
    from app.services.tasks import Tasks
    from app.ui.contacts_dialog import ContactsDialog
    from app.ui.contacts_files import ContactsFiles
    from app.ui.dialler import Dialler
    from app.ui.name_list import NamedNumber


class ContactDesk(QObject):
    """Brings the contacts and `dialler` together. Nothing here dials: numbers are filled in."""

    number_chosen = Signal(object)
    """The PhoneNumber that is to be filled in."""
    calls_wanted = Signal(object)
    """The Contact all of whose calls should be shown."""
    trouble_met = Signal(object)
    """A sentence about something that could not be saved or read."""
    _contact_found = Signal(object)
    _change_ended = Signal(object)

    def __init__(
        self,
        book: ContactBook,
        tasks: Tasks,
        dialler: Dialler,
        region: Callable[[], str | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._book = book
        self._tasks = tasks
        self._dialler = dialler
        self._region = region
        self._window = window
        self._dialog: ContactsDialog | None = None
        self._files: ContactsFiles | None = None
        self._asked: PhoneNumber | None = None
        field, strip = dialler.number_field, dialler.speed_dial
        field.set_names(book.name_of)
        field.contact_wanted.connect(self.show_number)
        self._completer = NameCompleter(field, book.find, tasks)
        self._completer.chosen.connect(self._on_named_number)
        strip.chosen.connect(self.take)
        strip.number_chosen.connect(self.number_chosen)
        strip.moved.connect(self._on_moved)
        strip.removed.connect(self._on_removed)
        self._contact_found.connect(self._on_contact_found)
        self._change_ended.connect(self._on_change_ended)
        self._add_keys(window)
        self.refresh()

    def _add_keys(self, window: QWidget) -> None:
        keys = QActionGroup(self)
        keys.triggered.connect(self._on_key)
        for place in range(1, WITH_KEYS + 1):
            action = QAction(keys)
            action.setShortcut(QKeySequence(f"Alt+{place}"))
            action.setData(place)
            window.addAction(action)

    def refresh(self) -> None:
        """Show what became of the contacts."""
        self._dialler.speed_dial.show_favourites(self._book.favourites)
        self._dialler.number_field.refresh_name()
        if self._dialog is not None:
            self._dialog.refresh()

    # --- what the operator does -----------------------------------------------------------------------

    def open(self) -> None:
        """Open the contacts."""
        self._contacts_dialog().open_beside()

    def show_number(self, number: PhoneNumber) -> None:
        """Show the contact with that number, or begin a new one with it."""
        self._asked = number
        work = self._book.contact_of(number.person)
        self._tasks.start(work, "contact of a number", self._contact_found.emit)

    def take_favourite(self, place: int) -> None:
        """Fill in the number of the favourite at that place, from 1, if there is one."""
        if (contact := self._dialler.speed_dial.favourite(place)) is not None:
            self.take(contact)

    def take(self, contact: Contact) -> None:
        """Fill in the contact's first number; where it has none, show the contact."""
        if contact.numbers:
            self.number_chosen.emit(contact.numbers[0].number)
        else:
            self._contacts_dialog().open_beside()
            self._contacts_dialog().show_contact(contact)

    def _on_contact_found(self, result: object) -> None:
        number, self._asked = self._asked, None
        if isinstance(result, Exception):
            self.trouble_met.emit(str(result))
        elif isinstance(result, Contact):
            self._contacts_dialog().open_beside()
            self._contacts_dialog().show_contact(result)
        elif number is not None:
            self._contacts_dialog().open_beside()
            self._contacts_dialog().begin_with(number.formatted)

    def _on_key(self, action: QAction) -> None:
        self.take_favourite(action.data())

    def _on_named_number(self, offer: NamedNumber) -> None:
        self._dialler.number_field.clear()  # nobody wants the letters back
        self.number_chosen.emit(offer.number)

    def _on_moved(self, contact_id: str, place: int) -> None:
        work = self._book.set_favourite(contact_id, place)
        self._tasks.start(work, "moving a favourite", self._change_ended.emit)

    def _on_removed(self, contact_id: str) -> None:
        work = self._book.set_favourite(contact_id, None)
        self._tasks.start(work, "removing a favourite", self._change_ended.emit)

    def _on_change_ended(self, result: object) -> None:
        if isinstance(result, Exception):
            self.trouble_met.emit(str(result))

    # --- the dialogs ----------------------------------------------------------------------------------

    def _contacts_dialog(self) -> ContactsDialog:
        """Return the dialog, made at its first use."""
        from app.ui.contacts_dialog import ContactsDialog
        from app.ui.contacts_files import ContactsFiles

        if self._dialog is None:
            self._dialog = ContactsDialog(self._book, self._tasks, self._window)
            self._dialog.call_pressed.connect(self._on_call_pressed)
            self._dialog.calls_wanted.connect(self._on_calls_wanted)
            self._files = ContactsFiles(self._book, self._tasks, self._dialog, self._region)
        self._dialog.set_region(self._region())
        return self._dialog

    def _on_call_pressed(self, number: PhoneNumber) -> None:
        self._leave_dialog()
        self.number_chosen.emit(number)

    def _on_calls_wanted(self, contact: Contact) -> None:
        self._leave_dialog()
        self.calls_wanted.emit(contact)

    def _leave_dialog(self) -> None:
        """Go back to the window; what is typed in the dialog stays there."""
        if self._dialog is not None:
            self._dialog.hide()
        self._window.activateWindow()
