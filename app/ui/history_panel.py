"""The history below the live calls: searched, filtered, scrolled through, and a call in it taken up again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.ui.accessibility import announce
from app.ui.deletion_bar import DeletionBar
from app.ui.history_action_row import ActionRow
from app.ui.history_actions import Act, CallActions
from app.ui.history_chips import HistoryChips
from app.ui.history_choice import Days, HistoryChoice
from app.ui.history_empty import NoMatch, muted
from app.ui.history_filters import HistoryFilters
from app.ui.history_search import SearchRow
from app.ui.history_view import HistoryView
from app.ui.history_words import Part, calls_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.call import Call
    from app.services.history import History
    from app.services.tasks import Tasks
    from app.ui.history_model import HistoryModel
    from app.ui.history_names import Names

_TYPING_MS = 80
_PATIENCE_MS = 400
"""A search that takes longer is said to be under way."""
_BUTTONS = (Act.REDIAL, Act.DETAILS, Act.NOTE, Act.COPY_NUMBER, Act.PERSON)


class HistoryPanel(QFrame):
    """Owns what is looked for; the model finds it. `omitted`: what nobody here can do with a call."""

    redial_requested = Signal(object)
    details_requested = Signal(object)
    note_requested = Signal(object)
    other_form_requested = Signal(object)
    contact_requested = Signal(object)
    do_not_call_requested = Signal(object)
    """These bring a Call."""
    export_requested = Signal()
    left = Signal()
    """The focus should go back to where numbers are typed."""

    def __init__(
        self,
        model: HistoryModel,
        history: History,
        names: Names,
        tasks: Tasks,
        *,
        omitted: frozenset[Act] = frozenset(),
    ) -> None:
        super().__init__()
        self._model = model
        self._names = names
        self._choice = HistoryChoice()
        self._said = ""
        self.setProperty("card", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.search = SearchRow()
        self.filters = HistoryFilters()
        self.filters.hide()
        self.chips = HistoryChips()
        self.call_actions = CallActions(names, self, omitted=omitted)
        self.view = HistoryView(model, self.call_actions)
        self._row = ActionRow(self.call_actions, _BUTTONS)
        self._deletion = DeletionBar(history, tasks)
        self._nothing_yet = muted(self.tr("No calls yet. What you call will stand here."))
        self._no_match = NoMatch()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._lay_out()
        self._connect()
        self._show_selected(None)
        self._show_found()

    def _lay_out(self) -> None:
        line = QFrame()
        line.setProperty("line", True)
        line.setFixedHeight(1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        above: tuple[QWidget, ...] = (self.search, self.filters, self.chips, line)
        below: tuple[QWidget, ...] = (self._nothing_yet, self._no_match, self.view)
        for part in above:
            inside.addWidget(part)
        for part in below:
            inside.addWidget(part, stretch=1)
        inside.addWidget(self._row)
        inside.addWidget(self._deletion)

    def _connect(self) -> None:
        line = self.search.line
        line.textChanged.connect(self._on_typed)
        line.submitted.connect(self.look)
        line.left.connect(self.left)
        line.went_down.connect(self.view.select_first)
        self.search.filters_toggled.connect(self._on_filters)
        self.search.export_pressed.connect(self.export_requested)
        self.filters.changed.connect(self.choose)
        self.chips.removed.connect(self._on_removed)
        self.chips.cleared.connect(self._on_cleared)
        self._typing.timeout.connect(self.look)
        self._patience.timeout.connect(self._show_searching)
        self.filters.left.connect(self._on_filters_left)
        self._no_match.show_all_pressed.connect(self.show_all)
        self.view.redial_requested.connect(self.redial_requested)
        self.view.selection_changed.connect(self._show_selected)
        self.call_actions.wanted.connect(self.do)
        self._deletion.deleted.connect(self._on_deleted)
        self._deletion.closed.connect(self._on_deletion_closed)
        self._model.shown.connect(self._show_found)
        for signal in (self._model.rowsInserted, self._model.rowsRemoved, self._model.modelReset):
            signal.connect(self._show_found)

    # --- looked for -----------------------------------------------------------------------------------

    @property
    def choice(self) -> HistoryChoice:
        """The filters that are set."""
        return self._choice

    @property
    def text(self) -> str:
        """What is looked for."""
        return self.search.line.text()

    def focus_search(self) -> None:
        """Have the focus in the search, with what stands there selected."""
        self.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.line.selectAll()

    def choose(self, choice: HistoryChoice) -> None:
        """Set the filters."""
        self._choice = choice
        self.filters.show_choice(choice)
        self.search.show_count(choice.count)
        self.look()

    def show_person(self, call: Call) -> None:
        """Show all calls with the person whom that call was to."""
        number = call.request.number
        name = self._names.name_of(number.person) or number.formatted
        self.search.line.clear()
        self.choose(HistoryChoice(person=(number.person, name)))

    def show_all(self) -> None:
        """Take away the filters and the text."""
        self.search.line.clear()
        self.choose(HistoryChoice())
        self.focus_search()

    def show_accounts(self, accounts: Sequence[tuple[str, str]]) -> None:
        """Offer these accounts, each an id and a name; where there are several, say which it was."""
        self.filters.show_accounts(accounts)
        self.view.name_accounts(len(accounts) > 1)
        self._model.name_accounts(len(accounts) > 1)

    def _on_typed(self) -> None:
        self._typing.start()

    def look(self) -> None:
        """Look for what is typed and chosen, now."""
        self._typing.stop()
        self._model.look_for(self._choice.which(self.text, date.today()))  # noqa: DTZ011 - the operator's day
        self._show_chips()
        self._show_found()
        if not self._model.is_settled:
            self._patience.start()

    def _show_chips(self) -> None:
        self.chips.show_choice(self.text, self._choice, elsewhere=self.search.filters.isChecked())

    def _on_filters(self, is_open: bool) -> None:
        self.filters.setVisible(is_open)
        self._show_chips()
        if is_open:
            self.filters.focus_first()

    def _on_filters_left(self) -> None:
        self.search.filters.setChecked(False)
        self._keep_focus()

    def _on_removed(self, part: Part) -> None:
        nothing = HistoryChoice()
        match part:
            case Part.PERSON:
                self.choose(replace(self._choice, person=None))
            case Part.OUTCOMES:
                self.choose(replace(self._choice, outcomes=nothing.outcomes))
            case Part.ACCOUNT:
                self.choose(replace(self._choice, account=None))
            case Part.KIND:
                self.choose(replace(self._choice, kind=None))
            case Part.DAYS:
                self.choose(replace(self._choice, days=Days.ANY, first=None, last=None))
        self._keep_focus()

    def _on_cleared(self) -> None:
        self.choose(HistoryChoice())
        self._keep_focus()

    def _keep_focus(self) -> None:
        """Have the focus where one looks for something: what was pressed may be gone."""
        self.search.line.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- found ----------------------------------------------------------------------------------------

    def _show_found(self) -> None:
        is_empty, is_any = self._model.rowCount() == 0, self._model.which.is_empty
        is_unmatched = is_empty and not is_any and self._model.is_settled and not self._model.has_failed
        self._nothing_yet.setVisible(is_empty and is_any)
        self._no_match.setVisible(is_unmatched)
        self.view.setVisible(not is_empty or not (is_any or is_unmatched))
        if self._model.is_settled:
            self._patience.stop()
            words = self._found_words()
            self.chips.show_found(words)
            if not is_any and words and words != self._said:
                announce(self, words)
            self._said = "" if is_any else words

    def _show_searching(self) -> None:
        self.chips.show_found(self.tr("Searching…"))

    def _found_words(self) -> str:
        if self._model.has_failed:
            return self.tr("The history could not be read.")
        count = self._model.count
        if count is None:
            return self.tr("More than {count} calls").format(count=self._model.rowCount())
        return calls_words(count)

    def _show_selected(self, call: Call | None) -> None:
        if call is None or call.id != self._deletion.call_id:
            self._deletion.forget()
        self._row.setVisible(call is not None and not self._deletion.is_asking)

    # --- done with a call -----------------------------------------------------------------------------

    def do(self, act: Act, call: Call) -> None:
        """Do this with that call, or ask for it."""
        match act:
            case Act.PERSON:
                self.show_person(call)
            case Act.DELETE:
                self._row.hide()
                self._deletion.ask_about(call)
            case _:
                signals = {
                    Act.REDIAL: self.redial_requested,
                    Act.DETAILS: self.details_requested,
                    Act.NOTE: self.note_requested,
                    Act.OTHER_FORM: self.other_form_requested,
                    Act.CONTACT: self.contact_requested,
                    Act.DO_NOT_CALL: self.do_not_call_requested,
                }
                signals[act].emit(call)

    def _on_deleted(self, call_id: str) -> None:
        row = self._model.row_of(call_id)
        had_focus = self.view.hasFocus()
        self._model.forget([call_id])
        if row is not None and self._model.rowCount():
            self.view.selectRow(min(row, self._model.rowCount() - 1))
        elif had_focus and not self._model.rowCount():
            self._keep_focus()  # the list hides: the focus would go anywhere

    def _on_deletion_closed(self) -> None:
        self._row.setVisible(self.view.selected_call() is not None)
        if self.view.isVisible():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._keep_focus()
