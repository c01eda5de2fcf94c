"""The accounts in the settings: the list, and the form in its place while one is added or edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.services.policy import NO_POLICY
from app.ui.account_form import AccountForm
from app.ui.icons import BEFORE_TEXT, Icon, Tint, icon
from app.ui.notice import Notice, NoticeAction, Severity
from app.ui.question_words import breakable
from app.ui.remark import Remark
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from app.domain.account import Account
    from app.services.account_service import AccountService
    from app.services.policy import Policy
    from app.services.tasks import Tasks

_REMOVE, _KEEP = "remove", "keep"


class AccountsPage(QStackedWidget):
    """Lists, adds, edits and removes accounts."""

    _removal_ended = Signal(object)

    def __init__(
        self,
        accounts: AccountService,
        tasks: Tasks,
        policy: Policy = NO_POLICY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._accounts = accounts
        self._policy = policy
        self._tasks = tasks
        self._form: AccountForm | None = None
        self._area = QScrollArea()
        self._question: Notice | None = None
        self._removing = ""
        self._list = QListWidget()
        self._list.setProperty("rows", True)
        self._list.setAccessibleName(self.tr("Accounts"))
        self._list.itemActivated.connect(self._on_edit)
        self._list.currentRowChanged.connect(self._show_what_can_be_done)
        self._empty = QLabel(self.tr("There is no account yet."))
        self._empty.setProperty("tone", "muted")
        self._managed = Remark(Icon.INFO, Tint.ACCENT)
        self._add = QPushButton(icon(Icon.USER_PLUS), self.tr("Add account"))
        self._add.setAccessibleName("Add account")
        self._edit = QPushButton(icon(Icon.EDIT), self.tr("Edit"))
        self._remove = QPushButton(icon(Icon.TRASH), self.tr("Remove"))
        for button in (self._add, self._edit, self._remove):
            button.setIconSize(BEFORE_TEXT)
        self._add.clicked.connect(self.add)
        self._edit.clicked.connect(self._on_edit)
        self._remove.clicked.connect(self._on_remove)
        self._removal_ended.connect(self._show_removal_ended)
        self._overview = QWidget()
        self._lay_out()
        self.addWidget(self._overview)
        self.refresh()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._add, self._edit, self._remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._column = QVBoxLayout(self._overview)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(12)
        self._column.addWidget(self._empty)
        self._column.addWidget(self._list, stretch=1)
        self._column.addWidget(self._managed)
        self._column.addLayout(buttons)

    def refresh(self) -> None:
        """Show the accounts there are."""
        current = self._current()
        self._list.clear()
        for account in self._accounts.accounts:
            kind = self._accounts.kind_of(account)
            words = f"{account.name}  ·  {kind.name if kind else account.provider}"
            if account.is_managed:
                words += "  ·  " + self.tr("Set by your administrator")
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, account)
            self._list.addItem(item)
            if current and account.id == current.id:
                self._list.setCurrentItem(item)
        if self._list.currentRow() < 0 and self._list.count():
            self._list.setCurrentRow(0)
        self._empty.setVisible(not self._list.count())
        self._show_what_can_be_done()

    def add(self) -> None:
        """Open an empty form; one that is being filled in stays as it is."""
        if self._form is None:
            self._open_form(None)

    def edit(self, account_id: str) -> None:
        """Open the form of that account; another that is being filled in stays as it is."""
        account = self._accounts.account(account_id)
        if account is not None and self._form is None:
            self._open_form(account)

    def _current(self) -> Account | None:
        item = self._list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _show_what_can_be_done(self) -> None:
        account = self._current()
        is_managed = account is not None and account.is_managed
        self._edit.setEnabled(account is not None)
        self._edit.setText(self.tr("Enter token") if is_managed else self.tr("Edit"))
        self._remove.setEnabled(account is not None and not is_managed)
        words = self.tr(
            "Your administrator has set up this account in {path}. You enter its token; only the "
            "administrator can change or remove the rest."
        )
        self._managed.say(breakable(words.format(path=self._policy.path)) if is_managed else "")

    def _open_form(self, account: Account | None) -> None:
        form = AccountForm(self._accounts, self._tasks, account, policy=self._policy)
        form.saved.connect(self._close_form)
        form.cancelled.connect(self._close_form)
        form.setContentsMargins(16, 16, 16, 16)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(form)
        area.setFocusProxy(form)
        self._form, self._area = form, area
        self.addWidget(area)
        self.setCurrentWidget(area)
        form.focus_first()

    def _close_form(self) -> None:
        if self._form is not None:
            self._form.stop()
            self.setCurrentWidget(self._overview)
            self.removeWidget(self._area)
            self._area.deleteLater()
            self._form = None
        self.refresh()

    def _on_edit(self) -> None:
        if (account := self._current()) is not None:
            self.edit(account.id)

    def _on_remove(self) -> None:
        account = self._current()
        if account is None or self._question is not None:
            return
        self._removing = account.id
        sentence = self.tr("Remove {name} and its token from this computer?").format(name=account.name)
        actions = (
            NoticeAction(_REMOVE, self.tr("Remove {name}").format(name=account.name)),
            NoticeAction(_KEEP, self.tr("Keep it")),
        )
        self._ask(Notice(Severity.WARNING, sentence, actions))

    def _ask(self, notice: Notice) -> None:
        self._close_question()
        self._question = notice
        notice.action_triggered.connect(self._on_answer)
        notice.dismissed.connect(self._close_question)
        self._column.insertWidget(2, notice)

    def _on_answer(self, key: str) -> None:
        self._close_question()
        if key == _REMOVE:
            work = self._accounts.remove(self._removing)
            self._tasks.start(work, "removal of an account", self._removal_ended.emit)

    def _show_removal_ended(self, result: object) -> None:
        if isinstance(result, Exception):
            self._ask(Notice(Severity.ERROR, detail_words(str(result)), dismissible=True))
        self.refresh()

    def _close_question(self) -> None:
        if self._question is not None:
            self._question.hide()
            self._question.deleteLater()
            self._question = None
