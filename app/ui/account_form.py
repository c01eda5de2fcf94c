"""The form of one account, drawn from the provider's account fields."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.account import Account, Secret
from app.domain.provider import Choice, Connection, ProviderError
from app.services.account_draft import AccountDraft, AccountRefused
from app.services.policy import NO_POLICY
from app.services.secret_store import SecretNotKept, SecretsSilent, SecretsUnavailable
from app.services.settings import NotSaved
from app.ui.account_selector import connection_words, line_words
from app.ui.icons import Icon, IconButton
from app.ui.notice import Notice, NoticeAction, Severity
from app.ui.set_by_administrator import set_by_administrator
from app.ui.wording import detail_words, reason_words

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Coroutine

    from app.domain.provider import AccountField, CallProvider
    from app.services.account_service import AccountService
    from app.services.policy import Policy
    from app.services.tasks import Tasks

translate = QCoreApplication.translate

_KEEP_FOR_THIS_RUN = "keep_for_this_run"
_OWN_ROWS = 2
"""The rows above the provider's fields: name and provider."""


class FieldEdit(QWidget):
    """One account field: a line, and beside it what helps to fill it; or a box to tick."""

    find_pressed = Signal(str)

    def __init__(self, field: AccountField, *, is_kept: bool) -> None:
        super().__init__()
        self.field = field
        self._is_kept = is_kept
        self._clear: IconButton | None = None
        self.label = translate("AccountField", field.label)
        self.line = QLineEdit(field.default)
        self.line.setAccessibleName(self.label)
        self.line.setAccessibleDescription(translate("AccountField", field.hint) if field.hint else "")
        self.line.setPlaceholderText(self._placeholder())
        self.switch = QCheckBox(self.label)
        self.switch.setAccessibleName(self.label)
        self.switch.setAccessibleDescription(self.line.accessibleDescription())
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.switch if field.is_switch else self.line, stretch=1)
        (self.line if field.is_switch else self.switch).setParent(self)
        (self.line if field.is_switch else self.switch).hide()
        if field.secret and is_kept and not field.required:
            self._add_clear()
        if field.secret:
            self._add_eye()
        if field.find_label:
            self._add_button(translate("AccountField", field.find_label), self._on_find)
        if field.is_file:
            self._add_button(self.tr("Choose…"), self._on_choose_file)
        self._file_dialog: QFileDialog | None = None
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_picked)

    @property
    def control(self) -> QWidget:
        """What takes the value."""
        return self.switch if self.field.is_switch else self.line

    @property
    def value(self) -> str:
        """What has been entered; of a switch "on" or nothing."""
        if self.field.is_switch:
            return "on" if self.switch.isChecked() else ""
        return self.line.text()

    @property
    def is_cleared(self) -> bool:
        """Whether a secret that may be kept is to be removed."""
        return self._clear is not None and self._clear.isChecked()

    def show_value(self, value: str) -> None:
        """Show a value."""
        self.line.setText(value)
        self.switch.setChecked(value == "on")

    def fix(self) -> None:
        """Show the value alone: nobody can change it here, so nothing offers to."""
        self.setDisabled(True)
        self.line.setPlaceholderText("")
        for each in self.stops:
            each.setVisible(each is self.control)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at, left to right."""
        items = (self._row.itemAt(index) for index in range(self._row.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def show_choices(self, choices: list[Choice]) -> None:
        """Open the list of values to pick from."""
        self._menu.clear()
        for choice in choices:
            line = f"  ({line_words(choice.connection.line)})" if choice.connection else ""
            action = self._menu.addAction(choice.label + line)
            action.setData(choice.value)
        self._menu.setActiveAction(self._menu.actions()[0])
        self._menu.popup(self.line.mapToGlobal(self.line.rect().bottomLeft()))

    def _add_eye(self) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        eye = IconButton(Icon.EYE, self.tr("Show {field}").format(field=self.label.lower()))
        eye.setCheckable(True)
        eye.toggled.connect(self._on_eye)
        self._row.addWidget(eye)

    def _add_clear(self) -> None:
        """Let a secret that need not be there be removed: an empty line means that it stays as it is."""
        self._clear = IconButton(Icon.TRASH, self.tr("Remove {field}").format(field=self.label))
        self._clear.setCheckable(True)
        self._clear.toggled.connect(self._on_clear)
        self.line.textEdited.connect(self._on_edited)
        self._row.addWidget(self._clear)

    def _on_clear(self, is_cleared: bool) -> None:
        if is_cleared:
            self.line.clear()
        self.line.setPlaceholderText(self._placeholder())

    def _on_edited(self) -> None:
        if self._clear is not None:
            self._clear.setChecked(False)

    def _placeholder(self) -> str:
        if self.is_cleared:
            return self.tr("Removed when you save")
        if self._is_kept and not self.field.required:
            return self.tr("Stays as it is; type to replace it")
        if self._is_kept:
            return self.tr("Kept in the keyring; type to replace it")
        return translate("AccountField", self.field.hint) if self.field.hint else ""

    def _add_button(self, text: str, pressed: object) -> None:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        self._row.addWidget(button)

    def _on_eye(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)

    def _on_find(self) -> None:
        self.find_pressed.emit(self.field.key)

    def _on_picked(self, action: object) -> None:
        self.line.setText(action.data())  # type: ignore[attr-defined]  # a QAction

    def _on_choose_file(self) -> None:
        if self._file_dialog is None:
            self._file_dialog = QFileDialog(self, self.label)
            self._file_dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            self._file_dialog.fileSelected.connect(self.line.setText)
        self._file_dialog.open()


class AccountForm(QWidget):
    """Adds an account, or edits `account`. Nothing that was typed goes away before it is saved."""

    saved = Signal(str)
    cancelled = Signal()
    _tested = Signal(object)
    _found = Signal(object)
    _stored = Signal(object)

    def __init__(
        self,
        accounts: AccountService,
        tasks: Tasks,
        account: Account | None = None,
        parent: QWidget | None = None,
        *,
        policy: Policy = NO_POLICY,
    ) -> None:
        super().__init__(parent)
        self._accounts = accounts
        self._is_managed = account is not None and account.is_managed
        self._set_by = set_by_administrator(policy, self, is_set=self._is_managed)
        self._tasks = tasks
        self._account = account
        self._fields: dict[str, FieldEdit] = {}
        self._entered: dict[str, dict[str, str]] = {}  # by provider: what is meant for one is not another's
        self._drawn = ""
        self._notice: Notice | None = None
        self._finding = ""
        self._is_busy = False  # what asks or saves is then passed over, not disabled: it keeps the focus
        self._asking: asyncio.Task[None] | None = None
        self._name = QLineEdit(account.name if account else "")
        self._name.setAccessibleName(self.tr("Account name"))
        self._name.setDisabled(self._is_managed)
        self._name.setPlaceholderText(self.tr("As you want to see it, for example Support desk"))
        self._provider = QComboBox()
        self._provider.setAccessibleName(self.tr("Provider"))
        for kind in accounts.providers:
            self._provider.addItem(kind.name, kind.key)
        if account:
            self._provider.setCurrentIndex(self._provider.findData(account.provider))
            self._provider.setEnabled(False)
        self._form = QFormLayout()
        self._test = QPushButton(self.tr("Test"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._save = QPushButton(self.tr("Save"))
        self._lay_out()
        self._connect()
        self._draw_fields()

    def _lay_out(self) -> None:
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setVerticalSpacing(6)
        self._form.addRow(self.tr("Name"), self._name)
        self._form.addRow(self.tr("Provider"), self._provider)
        self._cancel.clicked.connect(self.cancelled)
        self._save.setProperty("primary", True)
        for button in (self._test, self._cancel, self._save):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._test)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._set_by)
        self._column.addLayout(self._form)
        self._column.addStretch(1)
        self._column.addLayout(buttons)

    def _connect(self) -> None:
        self._provider.currentIndexChanged.connect(self._draw_fields)
        self._test.clicked.connect(self._on_test)
        self._save.clicked.connect(self._on_save)
        self._tested.connect(self._show_tested)
        self._found.connect(self._show_found)
        self._stored.connect(self._show_stored)
        self._name.returnPressed.connect(self._on_save)

    def _kind(self) -> type[CallProvider]:
        key = self._provider.currentData()
        return next(kind for kind in self._accounts.providers if kind.key == key)

    def _draw_fields(self) -> None:
        self._entered[self._drawn] = {key: edit.value for key, edit in self._fields.items()}
        self._drawn = self._kind().key
        entered = self._entered.get(self._drawn, {})
        while self._form.rowCount() > _OWN_ROWS:
            self._form.removeRow(_OWN_ROWS)
        self._fields = {}
        for field in self._kind().account_fields:
            may_be_kept = field.secret and self._account is not None
            # Nobody has entered the token of a managed account who is not yet known to have.
            edit = FieldEdit(field, is_kept=may_be_kept and not (self._is_managed and field.required))
            if self._is_managed and not field.secret:
                edit.fix()
            kept = self._account.fields.get(field.key) if self._account else None
            edit.show_value(entered.get(field.key) or kept or field.default)
            edit.line.returnPressed.connect(self._on_save)
            edit.find_pressed.connect(self._on_find)
            if field.is_switch:
                self._form.addRow(edit)
            else:
                self._form.addRow(self._label_of(edit), edit)
            self._fields[field.key] = edit
        self._order_tabs()

    def _label_of(self, edit: FieldEdit) -> QLabel:
        is_optional = not edit.field.required
        label = QLabel(self.tr("{field} (optional)").format(field=edit.label) if is_optional else edit.label)
        label.setBuddy(edit.line)
        return label

    def _order_tabs(self) -> None:
        """Have Tab go from top to bottom: the fields were made after the buttons below them."""
        stops: list[QWidget] = [self._name, self._provider]
        for edit in self._fields.values():
            stops += edit.stops
        stops += [self._test, self._cancel, self._save]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def draft(self) -> AccountDraft:
        """Return what has been entered."""
        edits = self._fields.values()
        return AccountDraft(
            name=self._name.text(),
            provider=self._kind().key,
            fields={edit.field.key: edit.value for edit in edits if not edit.field.secret},
            secrets={
                edit.field.key: Secret(edit.value.strip())
                for edit in edits
                if edit.field.secret and (edit.value.strip() or edit.is_cleared)
            },
            id=self._account.id if self._account else None,
        )

    def focus_first(self) -> None:
        """Put the caret where typing begins."""
        if self._is_managed:
            next(edit for edit in self._fields.values() if edit.field.secret).line.setFocus()
        else:
            self._name.setFocus()

    def stop(self) -> None:
        """Ask no further: nobody sees the answer. What is being saved is saved."""
        if self._asking is not None:
            self._asking.cancel()

    # --- pressed --------------------------------------------------------------------------------------

    def _on_test(self) -> None:
        if self._is_busy:
            return
        self._ask(self._accounts.test(self.draft()), "test of an account", self._tested.emit)

    def _on_find(self, key: str) -> None:
        if self._is_busy:
            return
        self._finding = key
        self._ask(self._accounts.choices(self.draft(), key), "choices of a field", self._found.emit)

    def _ask(self, question: Coroutine[Any, Any, Any], name: str, report: Callable[[object], None]) -> None:
        self._busy(self.tr("Asking {provider}…").format(provider=self._kind().name))
        self._asking = self._tasks.start(question, name, report)

    def _on_save(self) -> None:
        if not self._is_busy:
            self._store(for_this_run=False)

    def _store(self, *, for_this_run: bool) -> None:
        self._busy(self.tr("Saving…"))
        self._cancel.setEnabled(False)
        work = self._accounts.save(self.draft(), for_this_run=for_this_run)
        self._tasks.start(work, "saving of an account", self._stored.emit)

    # --- answered -------------------------------------------------------------------------------------

    def _show_tested(self, result: object) -> None:
        if isinstance(result, Connection):
            state = connection_words(result)
            self._say(Severity.INFO, self.tr("The token is good. Line: {state}").format(state=state))
        else:
            self._show_failure(result)

    def _show_found(self, result: object) -> None:
        if not isinstance(result, list):
            self._show_failure(result)
        elif not result:
            self._say(Severity.WARNING, self.tr("There is none that this token can see."))
        else:
            self._quiet()
            self._fields[self._finding].show_choices(result)

    def _show_stored(self, result: object) -> None:
        if isinstance(result, Account):
            self._quiet()
            self.saved.emit(result.id)
        else:
            self._show_failure(result)

    def _show_failure(self, error: object) -> None:
        match error:
            case AccountRefused():
                self._show_refused(error)
            case SecretsUnavailable() | SecretNotKept():
                self._say(
                    Severity.WARNING,
                    detail_words(str(error)),
                    NoticeAction(_KEEP_FOR_THIS_RUN, self.tr("Keep the token for this run only")),
                )
            case SecretsSilent():
                self._say(
                    Severity.WARNING,
                    self.tr("The system's keyring did not answer. Unlock it and try again."),
                    NoticeAction(_KEEP_FOR_THIS_RUN, self.tr("Keep the token for this run only")),
                )
            case ProviderError():
                text = reason_words(error.reason, provider=self._kind().name, detail=error.detail)
                self._say(Severity.ERROR, text)
            case NotSaved():
                self._say(Severity.ERROR, detail_words(str(error)))
            case _:
                self._say(Severity.ERROR, self.tr("Toque made a mistake. The log says more."))

    def _show_refused(self, error: AccountRefused) -> None:
        sentence = detail_words(str(error))
        edit = self._fields.get(error.key)
        if error.key == "name":
            self._name.setFocus()
        elif edit is not None:
            edit.control.setFocus()
            sentence = f"{edit.label}: {sentence}"
        self._say(Severity.ERROR, sentence)

    def _on_notice_action(self, key: str) -> None:
        if key == _KEEP_FOR_THIS_RUN:
            self._store(for_this_run=True)

    def _busy(self, sentence: str) -> None:
        self._say(Severity.INFO, sentence)
        self._is_busy = True

    def _say(self, severity: Severity, sentence: str, *actions: NoticeAction) -> None:
        self._quiet()
        self._notice = Notice(severity, sentence, actions)
        self._notice.action_triggered.connect(self._on_notice_action)
        self._column.insertWidget(2, self._notice)
        if actions:
            self._notice.button(actions[0].key).setFocus()

    def _quiet(self) -> None:
        self._is_busy = False
        self._cancel.setEnabled(True)
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
