"""The contacts: the list, and beside it, or below it where it is narrow, the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.ui.contact_draft import NEW
from app.ui.contact_panel import ContactPanel
from app.ui.contacts_list import ContactsList
from app.ui.dialog import ENTER, Dialog

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QResizeEvent

    from app.domain.contact import Contact
    from app.services.contact_book import ContactBook
    from app.services.tasks import Tasks

_SIZE = (880, 600)
_SMALLEST = (340, 480)
_BESIDE = [376, _SIZE[0] - 376]
_BELOW = [240, 360]
_BESIDE_FROM = 640


class ContactsDialog(Dialog):
    """Beside the window, not in its way: the window can be used while it is open."""

    call_pressed = Signal(object)
    """The PhoneNumber that is to be filled in in the dialler; nothing is dialled."""
    calls_wanted = Signal(object)
    """The Contact all of whose calls should be shown."""

    def __init__(self, book: ContactBook, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Contacts"))
        self.setAccessibleName("Contacts")
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self.list = ContactsList(book, tasks)
        self.panel = ContactPanel(book, tasks)
        self._wanted: str | None = None
        """The id of the contact to be shown once it is fetched."""
        self._row_left: int | None = None
        """Where the contact stood that was removed: what follows it is shown next."""
        self._enter_waits = False
        """Whether Enter was pressed before what was typed had been found."""
        self._splitter = QSplitter()
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.panel)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.setSizes(_BESIDE)
        self._splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)
        self._connect()

    def _connect(self) -> None:
        self.list.selected.connect(self._on_selected)
        self.list.activated.connect(self.panel.call)
        self.list.new_pressed.connect(self.new)
        self.list.remove_pressed.connect(self.panel.ask_to_remove)
        self.list.line.textEdited.connect(self._on_typed)
        self.list.model.refreshed.connect(self._on_refreshed)
        self.panel.removed.connect(self._on_removed)
        self.panel.call_pressed.connect(self.call_pressed)
        self.panel.calls_wanted.connect(self.calls_wanted)
        self.panel.unsaved_changed.connect(self.list.show_unsaved)
        for keys, slot in (
            ("Ctrl+N", self.new),
            ("Ctrl+S", self.panel.save),
            ("Ctrl+F", self.list.focus_search),
            ("Ctrl+Return", self.panel.call),
            ("Ctrl+Enter", self.panel.call),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    # --- shown ----------------------------------------------------------------------------------------

    def open_beside(self) -> None:
        """Show the dialog, with the newest contacts, and begin at the search."""
        if not self.isVisible():
            self.list.look_again()
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.focus_search()

    def refresh(self) -> None:
        """Show what became of the contacts."""
        if self.isVisible():
            self.list.model.refresh()

    def set_region(self, region: str | None) -> None:
        """Read numbers without a country code as those of `region`."""
        self.panel.form.set_region(region)

    def new(self) -> None:
        """Begin a new contact, or go on with the one that was begun."""
        self.begin_with("")

    def begin_with(self, number: str) -> None:
        """Begin a new contact, or go on with the one that was begun, and add `number` to it."""
        self.list.select(-1)
        self.panel.show_new(number)

    def show_contact(self, contact: Contact) -> None:
        """Show that contact, and the list with it."""
        self._wanted = contact.id
        self.panel.show_contact(contact)
        self.list.look_for(contact.name)

    def _on_refreshed(self, is_search: bool) -> None:
        """Find what is shown in the new list; a search shows the first that it finds, unless one types."""
        model = self.list.model
        wanted, self._wanted = self._wanted, None
        row = model.row_of(wanted or self.panel.shown_id)
        contact = model.contact(row)
        if contact is not None:
            self.panel.refresh(contact)
            self.list.select(row)
        elif self._row_left is not None:
            self._show_row(min(self._row_left, model.rowCount() - 1))
        elif wanted is None and is_search and not self._is_in_use():
            self._show_row(0)
        self._row_left = None
        waits, self._enter_waits = self._enter_waits, False
        if waits:
            self._call_found()

    def _is_in_use(self) -> bool:
        """Whether the form must stay as it is."""
        focus = self.focusWidget()
        is_new = self.panel.shown_id == NEW and focus is not None and self.panel.isAncestorOf(focus)
        return is_new or self.panel.form.is_changed

    def _show_row(self, row: int) -> None:
        if (contact := self.list.model.contact(row)) is not None:
            self.panel.show_contact(contact)
            self.list.select(row)

    # --- done by the operator -------------------------------------------------------------------------

    def _on_selected(self, contact: Contact) -> None:
        if contact.id != self.panel.shown_id:
            self._wanted = None
            self.panel.show_contact(contact)

    def _on_typed(self) -> None:
        self._enter_waits = False

    def _on_enter_in_search(self) -> None:
        if self.list.model.is_settled:
            self._call_found()
        else:
            self._enter_waits = True  # what is shown now is not what was typed

    def _call_found(self) -> None:
        """Fill in the number of the row that is chosen, or else of the first that was found."""
        if self.list.current_row() < 0:
            self._show_row(0)
        if self.list.current_row() >= 0:
            self.panel.call()

    def _on_removed(self, _contact_id: str) -> None:
        self._row_left = max(0, self.list.current_row())
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have Enter choose what is searched for, Esc take back one thing, and Down lead to the list."""
        is_searching = self.focusWidget() is self.list.line
        if event.key() in ENTER and is_searching:
            self._on_enter_in_search()
        elif event.key() == Qt.Key.Key_Escape and (self.panel.give_up() or self.list.give_up_search()):
            pass
        elif event.key() == Qt.Key.Key_Down and is_searching and self.list.model.rowCount():
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= _BESIDE_FROM
        wished = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if wished != self._splitter.orientation():
            self._splitter.setOrientation(wished)
            self.list.show_actions(as_menu=not is_wide)
            self._splitter.setSizes(_BESIDE if is_wide else _BELOW)

    def hideEvent(self, event: QHideEvent) -> None:
        """Go back to the window, also where the system would not."""
        super().hideEvent(event)
        parent = self.parentWidget()
        if not event.spontaneous() and parent is not None and parent.isVisible():
            parent.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide: what is typed and not saved stays in its form."""
        event.ignore()
        self.hide()
