"""One contact beside the list: its form, what can be done with it, and what was typed and not saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QVBoxLayout, QWidget

from app.domain.contact import Contact
from app.services.contact_saving import save_contact
from app.ui.contact_draft import EMPTY, NEW, ContactDraft, NumberDraft
from app.ui.contact_form import ContactForm
from app.ui.flow_layout import FlowLayout
from app.ui.icons import BEFORE_TEXT, Icon, icon
from app.ui.notice import NoticeAction, Severity
from app.ui.notice_board import NoticeBoard
from app.ui.scrolled import scrolled
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from app.services.contact_book import ContactBook
    from app.services.tasks import Tasks

_TROUBLE, _QUESTION = "trouble", "question"
_REMOVE, _KEEP = "remove", "keep"


class ContactPanel(QWidget):
    """Keeps what was typed for each contact until it is saved or discarded."""

    saved = Signal(object)
    """The Contact that was saved."""
    removed = Signal(str)
    call_pressed = Signal(object)
    """The PhoneNumber that is to be filled in in the dialler."""
    calls_wanted = Signal(object)
    """The Contact all of whose calls should be shown."""
    unsaved_changed = Signal(object)
    """The ids of the contacts for which something is not saved, as a frozenset."""
    _save_ended = Signal(object)
    _removal_ended = Signal(object)

    def __init__(self, book: ContactBook, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._tasks = tasks
        self._drafts: dict[str, ContactDraft] = {}
        self._unsaved: frozenset[str] = frozenset()
        self._saving: Contact | None = None
        self._saves_new = False
        self._saved_draft = EMPTY
        self._removing: Contact | None = None
        self.form = ContactForm(book.name_of)
        self._save = self._button(Icon.SAVE, self.tr("Save"), self.save)
        self._discard = self._button(None, self.tr("Discard changes"), self._on_discard)
        self._call = self._button(Icon.PHONE, self.tr("Fill in number"), self.call)
        self._calls = self._button(Icon.RECENT, self.tr("All calls"), self._on_calls)
        self._remove = self._button(Icon.TRASH, self.tr("Remove"), self.ask_to_remove)
        self._save.setToolTip(self.tr("Save this contact (Ctrl+S)"))
        self._call.setToolTip(self.tr("Fill the number in in the dialler; nothing is dialled (Ctrl+Enter)"))
        self._asked_from: QWidget = self._remove
        """Where the focus was when it was asked whether to remove."""
        self.board = NoticeBoard(self.form.last_stop)
        self._lay_out()
        self._connect()
        self.form.show_draft(EMPTY, None)
        self._show_state()

    def _button(self, picture: Icon | None, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        if picture is not None:
            button.setIcon(icon(picture))
            button.setIconSize(BEFORE_TEXT)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.form)
        area = scrolled(inside)
        actions = QWidget()
        flow = FlowLayout()
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self._save, self._call, self._calls, self._discard, self._remove):
            flow.addWidget(button)
        actions.setLayout(flow)
        below = QVBoxLayout()
        below.setContentsMargins(16, 8, 16, 16)
        below.setSpacing(8)
        below.addWidget(self.board)
        below.addWidget(actions)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, stretch=1)
        whole.addLayout(below)

    def _connect(self) -> None:
        self.form.edited.connect(self._show_state)
        self.form.submitted.connect(self.save)
        self.form.call_pressed.connect(self.call_pressed)
        self.board.action_triggered.connect(self._on_action)
        self._save_ended.connect(self._on_saved)
        self._removal_ended.connect(self._on_removed)

    # --- what is shown --------------------------------------------------------------------------------

    @property
    def shown_id(self) -> str:
        """The id of the contact that is shown; "" for a new one."""
        return self.form.draft.id

    def show_contact(self, contact: Contact) -> None:
        """Show that contact, with what was typed for it and not saved. What is shown now is kept."""
        self._keep()
        self._take_down()
        self.form.show_draft(self._drafts.pop(contact.id, ContactDraft.of(contact)), contact)
        self._show_state()

    def show_new(self, number: str = "") -> None:
        """Show an empty form, or the new contact that was begun; add `number` to it."""
        self._keep()
        self._take_down()
        draft = self._drafts.pop(NEW, EMPTY)
        if number and all(own.text != number for own in draft.numbers):
            draft = replace(draft, numbers=(*draft.numbers, NumberDraft(number)))
        self.form.show_draft(draft, None)
        self._show_state()
        self.form.focus_name()

    def refresh(self, contact: Contact) -> None:
        """Show what was saved elsewhere, unless something is being typed here."""
        if contact.id == self.shown_id and contact != self.form.saved:
            if self.form.is_changed:
                self.form.show_draft(self.form.draft, contact)
            else:
                self.form.show_draft(ContactDraft.of(contact), contact)
            self._show_state()

    def _keep(self) -> None:
        """Keep what is typed for the contact shown."""
        if self.form.is_changed:
            self._drafts[self.shown_id] = self.form.draft

    def _take_down(self) -> None:
        self._removing = None
        self.board.take_down(_TROUBLE)
        self.board.take_down(_QUESTION)

    def _show_state(self) -> None:
        is_changed, is_saved = self.form.is_changed, self.form.saved is not None
        self._save.setEnabled(is_changed and self._saving is None)
        self._discard.setVisible(is_changed)
        self._call.setVisible(is_saved)
        self._calls.setVisible(is_saved)
        self._remove.setVisible(is_saved)
        self._call.setEnabled(self.form.first_number() is not None)
        unsaved = frozenset(self._drafts) | ({self.shown_id} if is_changed else set())
        if unsaved != self._unsaved:
            self._unsaved = unsaved
            self.unsaved_changed.emit(unsaved)

    # --- what the operator does -----------------------------------------------------------------------

    def save(self) -> None:
        """Save what is shown, or say what is wrong with it."""
        if self._saving is not None or not self.form.is_changed:
            return
        contact = self.form.contact()
        if contact is None:
            return
        self._saving, self._saves_new = contact, self.form.saved is None
        self._saved_draft = self.form.draft
        self.board.take_down(_TROUBLE)
        self._show_state()
        work = save_contact(self._book, contact, is_favourite=self.form.draft.is_favourite)
        self._tasks.start(work, "saving a contact", self._save_ended.emit)

    def _on_saved(self, result: object) -> None:
        was_new, self._saving = self._saves_new, None
        if isinstance(result, Contact):
            began_as = NEW if was_new else result.id
            self._drafts.pop(began_as, None)
            if self.shown_id == began_as:
                draft = self.form.draft
                is_same = draft == self._saved_draft  # or more was typed meanwhile
                draft = ContactDraft.of(result) if is_same else replace(draft, id=result.id)
                self.form.show_draft(draft, result)
            self.saved.emit(result)
        elif isinstance(result, Exception):
            self._say(detail_words(str(result)))
        self._show_state()

    def _on_discard(self) -> None:
        saved = self.form.saved
        self.form.show_draft(ContactDraft.of(saved) if saved else EMPTY, saved)
        self._show_state()
        self.form.focus_name()

    def call(self) -> None:
        """Ask for the number of the focus, or else the first one, to be filled in."""
        if (number := self.form.first_number()) is not None:
            self.call_pressed.emit(number)

    def _on_calls(self) -> None:
        if self.form.saved is not None:
            self.calls_wanted.emit(self.form.saved)

    def ask_to_remove(self) -> None:
        """Ask, inline, whether to remove the contact that is shown."""
        self._removing = self.form.saved
        if self._removing is None:
            return
        name = self._removing.name
        focus = self.window().focusWidget()
        self._asked_from = focus if isinstance(focus, QAbstractItemView) else self._remove
        self.board.show_notice(
            _QUESTION,
            Severity.WARNING,
            self.tr("Remove {name}? The calls stay in the history.").format(name=name),
            [
                NoticeAction(_REMOVE, self.tr("Remove contact")),
                NoticeAction(_KEEP, self.tr("Keep it")),
            ],
            dismissible=False,
        )
        if (notice := self.board.notice(_QUESTION)) is not None:
            notice.button(_KEEP).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_asking(self) -> bool:
        """Whether a question waits for its answer."""
        return self.board.shows(_QUESTION)

    def give_up(self) -> bool:
        """Take back a question; return whether there was one."""
        is_asking = self.is_asking
        if is_asking:
            self._keep_it()
        return is_asking

    def _keep_it(self) -> None:
        self.board.take_down(_QUESTION)
        self._asked_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_action(self, _subject: str, key: str) -> None:
        if key == _REMOVE and self._removing is not None:
            self.board.take_down(_QUESTION)
            work = self._book.remove([self._removing.id])
            self._tasks.start(work, "removal of a contact", self._removal_ended.emit)
        else:
            self._keep_it()

    def _on_removed(self, result: object) -> None:
        removed, self._removing = self._removing, None
        if isinstance(result, Exception):
            self._say(detail_words(str(result)))
        elif removed is not None:
            self._drafts.pop(removed.id, None)
            if self.shown_id == removed.id:
                self.form.show_draft(EMPTY, None)
            self._show_state()
            self.removed.emit(removed.id)

    def _say(self, sentence: str) -> None:
        self.board.show_notice(_TROUBLE, Severity.ERROR, sentence)
