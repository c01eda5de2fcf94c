"""Putting somebody on the do-not-call list: the number, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.guard import LONGEST_REASON
from app.domain.phone_number import InvalidPhoneNumber, PhoneNumber
from app.services.do_not_call import DoNotCallEntry
from app.ui import accessibility
from app.ui.icons import BEFORE_TEXT, Icon, Tint, icon
from app.ui.number_explanation import explain_problem
from app.ui.remark import Remark
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from app.services.do_not_call import DoNotCallList
    from app.services.tasks import Tasks

_LONGEST_NUMBER = 60
_BESIDE_FROM = 420


class DoNotCallForm(QWidget):
    """Two lines and a button; Enter goes from the number to the reason, and from there adds."""

    added = Signal(object)
    """The DoNotCallEntry."""
    _ended = Signal(object)

    def __init__(self, numbers: DoNotCallList, tasks: Tasks, region: Callable[[], str | None]) -> None:
        super().__init__()
        self._numbers = numbers
        self._tasks = tasks
        self._region = region
        self._is_adding = False
        self._number = QLineEdit()
        self._number.setAccessibleName(self.tr("Number not to be called"))
        self._number.setPlaceholderText(self.tr("Number"))
        self._number.setMaxLength(_LONGEST_NUMBER)
        self._number.setMinimumWidth(80)
        self._reason = QLineEdit()
        self._reason.setAccessibleName(self.tr("Reason not to call"))
        self._reason.setPlaceholderText(self.tr("Reason"))
        self._reason.setMaxLength(LONGEST_REASON)
        self._reason.setMinimumWidth(80)
        self._add = QPushButton(icon(Icon.ADD), self.tr("Add"))
        self._add.setIconSize(BEFORE_TEXT)
        self._add.setAccessibleName(self.tr("Add to the list"))
        self._add.setAutoDefault(False)
        self._problem = Remark(Icon.ALERT, Tint.RED)
        self._lay_out()
        self._number.returnPressed.connect(self._on_number_entered)
        self._reason.returnPressed.connect(self.add)
        self._number.textEdited.connect(self._on_edited)
        self._add.clicked.connect(self.add)
        self._ended.connect(self._on_ended)

    def _lay_out(self) -> None:
        self._fields = QGridLayout()
        self._fields.setSpacing(8)
        self._arrange(is_narrow=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._fields)
        column.addWidget(self._problem)

    def _arrange(self, *, is_narrow: bool) -> None:
        """Put the number beside the reason, or above it."""
        self._is_narrow = is_narrow
        for part, narrow, wide in (
            (self._number, (0, 0, 1, 2), (0, 0, 1, 1)),
            (self._reason, (1, 0, 1, 1), (0, 1, 1, 1)),
            (self._add, (1, 1, 1, 1), (0, 2, 1, 1)),
        ):
            self._fields.addWidget(part, *(narrow if is_narrow else wide))
        for column, stretch in enumerate((1, 0, 0) if is_narrow else (2, 3, 0)):
            self._fields.setColumnStretch(column, stretch)
        self._fields.setHorizontalSpacing(8)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < _BESIDE_FROM
        if is_narrow != self._is_narrow:
            self._arrange(is_narrow=is_narrow)

    def fill_in(self, number: PhoneNumber) -> None:
        """Fill in a number and go to the reason; nobody is added yet."""
        self._number.setText(number.formatted)
        self._problem.say("")
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Put the number on the list, or say what is wrong with it."""
        if self._is_adding:
            return
        try:
            number = PhoneNumber.parse(self._number.text(), self._region())
        except InvalidPhoneNumber as problem:
            self._complain(explain_problem(problem).text)
            self._number.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._is_adding = True
        work = self._numbers.add(number, self._reason.text())
        self._tasks.start(work, "do-not-call list", self._ended.emit)

    def _on_number_entered(self) -> None:
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self) -> None:
        self._problem.say("")

    def _on_ended(self, result: object) -> None:
        self._is_adding = False
        if not isinstance(result, DoNotCallEntry):
            self._complain(detail_words(str(result)))
            return
        self._number.clear()
        self._reason.clear()
        self._problem.say("")
        self._number.setFocus(Qt.FocusReason.OtherFocusReason)
        accessibility.announce(
            self, self.tr("{number} is on the list.").format(number=result.number.formatted)
        )
        self.added.emit(result)

    def _complain(self, words: str) -> None:
        self._problem.say(words)
        accessibility.announce(self, words, urgent=True)
