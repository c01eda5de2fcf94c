"""The history's part of the window: the table, the details of a call, the export, and what they ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.history_actions import Act
from app.ui.history_choice import HistoryChoice
from app.ui.history_model import HistoryModel
from app.ui.history_names import NoNames
from app.ui.history_panel import HistoryPanel

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.domain.call import Call
    from app.domain.contact import Contact
    from app.services.account_service import AccountService
    from app.services.call_service import CallService
    from app.services.history import History
    from app.services.tasks import Tasks
    from app.ui.call_details import CallDetails
    from app.ui.history_export_dialog import HistoryExportDialog
    from app.ui.history_names import Names


class HistoryDesk(QObject):
    """Builds its dialogs at their first use. `names` None: there are no contacts."""

    redial_requested = Signal(object)
    """A Call whose number, and what it was to do, should be filled in."""
    number_requested = Signal(object)
    """A PhoneNumber that should be filled in: the other form of one in the history."""
    contact_requested = Signal(object)
    """A Call whose number should be added to the contacts, or whose contact should be shown."""
    do_not_call_requested = Signal(object)
    """A Call whose number should be added to the do-not-call list."""
    shown = Signal()
    """The table should be seen."""

    def __init__(
        self,
        *,
        history: History,
        calls: CallService,
        accounts: AccountService,
        tasks: Tasks,
        names: Names | None,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._history = history
        self._calls = calls
        self._accounts = accounts
        self._tasks = tasks
        self._names = names or NoNames()
        self._window = window
        self._omitted = frozenset() if names is not None else frozenset({Act.CONTACT})
        self._details: CallDetails | None = None
        self._export: HistoryExportDialog | None = None
        self.model = HistoryModel(history, tasks, names)
        self.panel = HistoryPanel(self.model, history, self._names, tasks, omitted=self._omitted)
        self._connect()

    def _connect(self) -> None:
        panel = self.panel
        panel.redial_requested.connect(self.redial_requested)
        panel.details_requested.connect(self.show_details)
        panel.note_requested.connect(self.write_note)
        panel.other_form_requested.connect(self._on_other_form)
        panel.contact_requested.connect(self.contact_requested)
        panel.do_not_call_requested.connect(self.do_not_call_requested)
        panel.export_requested.connect(self.export)

    def begin(self) -> None:
        """Show the newest calls: the history is open."""
        self.model.begin()

    def show_call(self, call: Call) -> None:
        """Show a call's newest step, or what was noted about it."""
        self.model.show_call(call)
        if self._details is not None:
            self._details.refresh(call)

    def show_accounts(self) -> None:
        """Let calls be told apart by account, where there are several."""
        self.panel.show_accounts([(account.id, account.name) for account in self._accounts.accounts])

    def refresh_names(self) -> None:
        """Show names anew: the contacts have changed."""
        self.model.refresh_names()
        if self._details is not None:
            self._details.refresh_name()

    def show_contact(self, contact: Contact) -> None:
        """Show all calls with that person, under whichever of the numbers."""
        people = {own.number.person for own in contact.numbers}
        self.panel.show_all()
        if len(people) == 1:
            self.panel.choose(HistoryChoice(person=(people.pop(), contact.name)))
        else:
            self.panel.search.line.setText(contact.name)
        self.shown.emit()

    def forget_before(self, before: datetime) -> None:
        """Show what is left after the calls of before then have been deleted."""
        self.model.forget_before(before)

    def show_details(self, call: Call) -> None:
        """Show all that is known of a call."""
        self._open_details(call)

    def write_note(self, call: Call) -> None:
        """Show a call with the focus where its note is written."""
        self._open_details(call).focus_note()

    def export(self) -> None:
        """Offer to save as a file what is looked for."""
        from app.ui.history_export_dialog import HistoryExportDialog

        if self._export is None:
            self._export = HistoryExportDialog(self._history, self._names, self._tasks, self._window)
        self.panel.look()
        self._export.begin(self.panel.text, self.panel.choice, self.model.which)

    def hand_on(self) -> None:
        """Save what has been written and not yet saved: the program ends."""
        if self._details is not None:
            self._details.hand_on()

    def _open_details(self, call: Call) -> CallDetails:
        from app.ui.call_details import CallDetails

        if self._details is None:
            details = self._details = CallDetails(
                calls=self._calls,
                history=self._history,
                names=self._names,
                tasks=self._tasks,
                parent=self._window,
                omitted=self._omitted,
            )
            details.redial_requested.connect(self.redial_requested)
            details.wanted.connect(self._on_wanted)
            details.deleted.connect(self._on_deleted)
        self._details.show_call(call)
        self._details.open()
        return self._details

    def _on_other_form(self, call: Call) -> None:
        if (other := call.request.number.other_form) is not None:
            self.number_requested.emit(other)

    def _on_wanted(self, act: Act, call: Call) -> None:
        """Do, of what the details offer, what is done elsewhere."""
        if act is Act.PERSON:
            self.shown.emit()
        self.panel.do(act, call)

    def _on_deleted(self, call_id: str) -> None:
        self.model.forget([call_id])
