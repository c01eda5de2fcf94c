"""What a call of an agent needs: who speaks, from which number, recorded or not, how long, and metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.agent import AgentTask
from app.domain.provider import AccountNotFound, AuthenticationFailed, InvalidAccount, SecondsRange
from app.domain.reason import Reason
from app.ui.accessibility import announce
from app.ui.choice_combo import ChoiceCombo
from app.ui.icons import Icon, IconButton, Tint
from app.ui.metadata_rows import MetadataRows
from app.ui.remark import Remark
from app.ui.seconds_entry import SecondsEntry
from app.ui.theme import restyle
from app.ui.wording import reason_words

if TYPE_CHECKING:
    from app.domain.provider import Choice, ProviderError
    from app.services.agent_choice import AgentChoice

_SETTLED_MS = 400
"""Without a key pressed for so long, what was typed is handed on."""
_NO_AGENTS = SecondsRange(shortest=1, longest=3600, default=3600)
"""What the box shows before there is an account to say."""
_ACCOUNT_ERRORS = (AuthenticationFailed, AccountNotFound, InvalidAccount)
_ACCOUNT_REASONS = frozenset({Reason.NO_TOKEN, Reason.NO_ACCOUNT, Reason.SETTINGS_WRONG})


class AgentForm(QWidget):
    """Shows the choice of an agent, and hands on what the operator makes of it."""

    changed = Signal()
    """Another agent, or something else of the task, would be asked for."""
    submitted = Signal()
    """Enter was pressed in one of the fields."""
    settings_wanted = Signal()

    def __init__(self, choice: AgentChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._account_id: str | None = None
        self._provider = ""
        self._shown: AgentTask | None = None
        self._said = ""
        self._agent = ChoiceCombo()
        self._number = ChoiceCombo()
        self._refresh = IconButton(Icon.REFRESH, "Refresh", tip=self.tr("Ask for agents and numbers again"))
        self._loading = QLabel()
        self._problem = Remark(Icon.ALERT, Tint.RED)
        self._way_out = QPushButton()
        self._record = QCheckBox(self.tr("Record the call"))
        self._longest = SecondsEntry(self.tr("At most"), _NO_AGENTS, box_name="Longest duration in seconds")
        self._metadata = MetadataRows()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED_MS)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        self._agent.setAccessibleName("Agent to call with")
        self._agent.line.setPlaceholderText(self.tr("Choose an agent, or type a name"))
        self._number.setAccessibleName("Call from number")
        self._record.setAccessibleName("Record call")
        restyle(self._loading, tone="muted")
        self._loading.setWordWrap(True)
        self._way_out.setFlat(True)
        self._way_out.setAutoDefault(False)
        agent_title = QLabel(self.tr("Agent"))
        agent_title.setBuddy(self._agent)
        number_title = QLabel(self.tr("Call from"))
        number_title.setBuddy(self._number)
        agent_row = QHBoxLayout()
        agent_row.setSpacing(4)
        agent_row.addWidget(self._agent, stretch=1)
        agent_row.addWidget(self._refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(agent_title)
        column.addLayout(agent_row)
        column.addWidget(self._loading)
        column.addWidget(self._problem)
        column.addWidget(self._way_out, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        column.addWidget(number_title)
        column.addWidget(self._number)
        column.addSpacing(4)
        column.addWidget(self._record)
        column.addWidget(self._longest)
        column.addWidget(self._metadata)

    def _connect(self) -> None:
        self._agent.chosen.connect(self._on_agent)
        self._number.chosen.connect(self._on_choice)
        self._record.clicked.connect(self._on_choice)
        self._refresh.clicked.connect(self._on_refresh)
        self._way_out.clicked.connect(self._on_way_out)
        self._longest.seconds_changed.connect(self._on_typed)
        self._metadata.edited.connect(self._on_typed)
        self._settling.timeout.connect(self.hand_on)
        for part in (self._agent, self._number, self._longest, self._metadata):
            part.submitted.connect(self.submitted)

    @property
    def last_stop(self) -> QWidget:
        """The last control that Tab stops at."""
        return self._metadata.add_button

    @property
    def most_used(self) -> QWidget:
        """What must be in sight, and all above it."""
        return self._longest

    # --- shown ----------------------------------------------------------------------------------------

    def show_account(self, account_id: str | None, provider: str, longest: SecondsRange | None) -> None:
        """Offer the agents and numbers of that account; None for one without agents."""
        self._provider = provider
        if account_id != self._account_id:
            self.hand_on()  # to the account that it was typed for
            self._account_id = account_id
            self._shown = None
            self._choice.show(account_id)
        if longest is not None:
            self._longest.set_range(longest)
        self.refresh()

    def refresh(self) -> None:
        """Show the choice as it is now; what is being typed stays."""
        choice, task = self._choice, self._choice.task
        is_other = task != self._shown
        chosen = self.task() or task
        if is_other:
            self._settling.stop()
            self._shown = chosen = task
            self._record.setChecked(task.record)
            self._longest.set_seconds(task.longest_s)
            self._metadata.show_pairs(task.metadata)
            self._agent.choose(task.agent_id, task.agent_name)
            self._number.choose(task.from_number, task.from_number)
        self._agent.show_choices(_agent_items(choice.agents), chosen.agent_id, chosen.agent_name)
        numbers = [("", self.tr("Primary number"), ""), *_number_items(choice.numbers)]
        self._number.show_choices(numbers, chosen.from_number, chosen.from_number)
        self._loading.setText(self.tr("Asking {provider}…").format(provider=self._provider))
        self._loading.setVisible(choice.is_loading)
        self._refresh.setEnabled(not choice.is_loading)
        self._show_problem(self._problem_words())
        if is_other:
            self.changed.emit()

    def _show_problem(self, words: str) -> None:
        self._problem.say(words)
        error = self._choice.error
        self._way_out.setText(
            self.tr("Open account settings") if _is_of_account(error) else self.tr("Try again")
        )
        self._way_out.setVisible(error is not None and not self._choice.is_loading)
        if words and words != self._said:
            announce(self, words)
        self._said = words

    def _problem_words(self) -> str:
        choice = self._choice
        if choice.is_loading or self._account_id is None:
            return ""
        if choice.error is not None:
            return reason_words(choice.error.reason, provider=self._provider, detail=choice.error.detail)
        if not choice.agents:
            return self.tr(
                "{provider} has no active agent for this account. Make one there, then refresh."
            ).format(provider=self._provider)
        if self._agent.value is None and self._agent.text():
            return ""  # still being typed
        if self._agent.value and not self._agent.is_offered:
            return self.tr("{agent} is not among the agents any more. Choose another.").format(
                agent=self._agent.text()
            )
        if self._number.value and not self._number.is_offered:
            return self.tr("{number} is not among the numbers any more. Choose another.").format(
                number=self._number.text()
            )
        return ""

    def show_missing(self) -> None:
        """Say what is missing, and go where it can be given."""
        if not self._agent.value:
            self._agent.setFocus(Qt.FocusReason.OtherFocusReason)
            typed = self._agent.text()
            words = (
                self.tr("No agent is called “{name}”. Choose one of the list.").format(name=typed)
                if typed
                else self.tr("Choose the agent to call with first.")
            )
        elif self._number.value is None:
            self._number.setFocus(Qt.FocusReason.OtherFocusReason)
            words = self.tr("No number is called “{name}”. Choose one of the list.").format(
                name=self._number.text()
            )
        else:
            self._longest.last_stop.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._choice.error is not None:
            words = f"{words} {self._problem_words()}"
        self._problem.say(words)
        self._said = words
        announce(self, words, urgent=True)

    # --- asked for ------------------------------------------------------------------------------------

    def task(self) -> AgentTask | None:
        """Return what is asked of the agent; None while something of it is missing."""
        agent, number = self._agent.value, self._number.value
        if not agent or number is None or self._longest.is_refused():
            return None
        return self._task(agent, self._agent.name(), number)

    def _task(self, agent: str, name: str, number: str) -> AgentTask:
        return AgentTask(
            agent_id=agent,
            agent_name=name,
            from_number=number,
            record=self._record.isChecked(),
            longest_s=self._longest.seconds(),
            metadata=self._metadata.pairs,
        )

    def take(self, task: AgentTask) -> None:
        """Ask for what an earlier call asked for."""
        self._settling.stop()
        self._choice.set_task(task)
        self.refresh()

    def hand_on(self) -> None:
        """Have what is asked for remembered; what is missing stays as it was."""
        self._settling.stop()
        if self._account_id is None or self._shown is None:
            return
        agent, number = self._agent.value, self._number.value
        task = self._task(
            agent or self._shown.agent_id,
            self._agent.name() if agent else self._shown.agent_name,
            self._shown.from_number if number is None else number,
        )
        if task != self._shown:
            self._shown = task  # before the news of it comes
            self._choice.set_task(task)

    def give_up(self) -> bool:
        """Take back a name that is being typed; return whether there was one."""
        task = self._shown
        if task is None or not (self._agent.is_typing or self._number.is_typing) or not self.isVisible():
            return False
        if self._agent.is_typing:
            self._agent.choose(task.agent_id, task.agent_name)
        if self._number.is_typing:
            self._number.choose(task.from_number, task.from_number)
        self._on_choice()
        return True

    def _on_agent(self) -> None:
        self._show_problem(self._problem_words())
        self._on_choice()

    def _on_choice(self) -> None:
        self.hand_on()
        self._show_problem(self._problem_words())
        self.changed.emit()

    def _on_typed(self) -> None:
        self._settling.start()
        self.changed.emit()

    def _on_refresh(self) -> None:
        self._choice.refresh()
        self.refresh()

    def _on_way_out(self) -> None:
        if _is_of_account(self._choice.error):
            self.settings_wanted.emit()
        else:
            self._on_refresh()


def _is_of_account(error: ProviderError | None) -> bool:
    return isinstance(error, _ACCOUNT_ERRORS) or (error is not None and error.reason in _ACCOUNT_REASONS)


def _agent_items(agents: list[Choice]) -> list[tuple[str, str, str]]:
    """Return value, name and tip of each; where two have one name, with what tells them apart."""
    names = [agent.label for agent in agents]
    return [
        (
            agent.value,
            agent.label if names.count(agent.label) == 1 else f"{agent.label} · {agent.value}",
            agent.detail,
        )
        for agent in agents
    ]


def _number_items(numbers: list[Choice]) -> list[tuple[str, str, str]]:
    return [
        (
            number.value,
            number.label if number.label == number.value else f"{number.label} · {number.value}",
            number.detail,
        )
        for number in numbers
    ]
