"""Everything about one contact, to be read and changed. The form decides and saves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.contact import Contact
from app.ui.contact_draft import EMPTY, NEW, ContactDraft
from app.ui.contact_numbers import ContactNumbers
from app.ui.icons import Icon, Tint
from app.ui.remark import Remark

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.phone_number import PhoneNumber

_NOTE_HEIGHT = 84


class ContactForm(QWidget):
    """Shows a draft and the contact, if any, that it began as."""

    edited = Signal()
    submitted = Signal()
    """Enter was pressed in a line."""
    call_pressed = Signal(object)
    """The PhoneNumber that is to be filled in in the dialler."""

    def __init__(self, name_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved: Contact | None = None
        self._began_as = EMPTY
        self._id = NEW
        self._name = QLineEdit()
        self._name.setAccessibleName(self.tr("Name"))
        self._no_name = Remark(Icon.ALERT, Tint.RED)
        self._favourite = QCheckBox(self.tr("Favourite: a key of the speed dial"))
        self.last_stop = self._favourite
        self._numbers = ContactNumbers(name_of)
        self._note = QPlainTextEdit()
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setTabChangesFocus(True)
        self._note.setMinimumHeight(_NOTE_HEIGHT)
        self._lay_out()
        self._name.textEdited.connect(self._on_name_edited)
        self._name.returnPressed.connect(self.submitted)
        self._favourite.toggled.connect(self.edited)
        self._numbers.edited.connect(self.edited)
        self._numbers.submitted.connect(self.submitted)
        self._numbers.call_pressed.connect(self.call_pressed)
        self._note.textChanged.connect(self.edited)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(_label(self.tr("Name"), self._name))
        column.addWidget(self._name)
        column.addWidget(self._no_name)
        column.addSpacing(4)
        column.addWidget(self._numbers)
        column.addSpacing(8)
        column.addWidget(_label(self.tr("Note"), self._note))
        column.addWidget(self._note)
        column.addSpacing(4)
        column.addWidget(self._favourite)
        column.addStretch(1)

    def set_region(self, region: str | None) -> None:
        """Read numbers without a country code as those of `region`."""
        self._numbers.set_region(region)

    def show_draft(self, draft: ContactDraft, saved: Contact | None) -> None:
        """Show `draft`, which is of the contact `saved`; None for one that was never saved."""
        self._saved, self._id = saved, draft.id
        original = ContactDraft.of(saved) if saved is not None else EMPTY
        with QSignalBlocker(self):
            self._put(original)
            self._began_as = self.draft  # the fields may write some signs in another way
            if draft != original:
                self._put(draft)

    def _put(self, draft: ContactDraft) -> None:
        own = frozenset(each.number.person for each in self._saved.numbers) if self._saved else frozenset()
        self._name.setText(draft.name)
        self._name.setCursorPosition(0)
        self._no_name.say("")
        self._favourite.setChecked(draft.is_favourite)
        self._numbers.show_numbers(draft.numbers, own)
        self._note.setPlainText(draft.note)

    @property
    def draft(self) -> ContactDraft:
        """What stands in the form now."""
        return ContactDraft(
            self._id,
            self._name.text(),
            self._numbers.drafts,
            self._note.toPlainText(),
            self._favourite.isChecked(),
        )

    @property
    def saved(self) -> Contact | None:
        """The contact as it was saved; None for a new one."""
        return self._saved

    @property
    def is_changed(self) -> bool:
        """Whether something stands there that is not saved."""
        return self.draft != self._began_as

    def contact(self) -> Contact | None:
        """Return what is to be saved; None where something is wrong, which is then said in its place.

        Whether it is to be a favourite stands in the draft.
        """
        numbers = self._numbers.read()
        name = " ".join(self._name.text().split())
        self._no_name.say("" if name else self.tr("Give a name."))
        if not name:
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        if numbers is None or not name:
            return None
        return Contact(
            self._id or str(uuid4()),
            name,
            numbers,
            self._note.toPlainText().strip(),
            self._saved.favourite if self._saved else None,
        )

    def first_number(self) -> PhoneNumber | None:
        """Return the number that would be called: that of the focus, or else the first."""
        return self._numbers.first()

    def focus_name(self) -> None:
        """Begin at the name."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_name_edited(self) -> None:
        if self._name.text().strip():
            self._no_name.say("")
        self.edited.emit()


def _label(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    label.setProperty("tone", "muted")
    label.setBuddy(buddy)
    return label
