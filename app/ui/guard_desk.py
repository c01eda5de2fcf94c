"""What guards calls, in the window: the do-not-call list, and what is said of it before Call is pressed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.services.do_not_call import DoNotCallEntry
from app.ui import accessibility
from app.ui.icons import Icon, Tint
from app.ui.notice import Severity
from app.ui.question_words import breakable, listed_words
from app.ui.remark import Remark
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.call import Call
    from app.domain.phone_number import PhoneNumber
    from app.services.do_not_call import DoNotCallList
    from app.services.policy import Policy
    from app.services.tasks import Tasks
    from app.ui.dialler import Dialler
    from app.ui.do_not_call_dialog import DoNotCallDialog
    from app.ui.notice_board import NoticeBoard

_POLICY = "policy"


class GuardDesk(QObject):
    """Says below the number that it is on the do-not-call list, and opens the list.

    An administrators' file that cannot be read is told on `board` for as long as the window is open.
    """

    changed = Signal()
    """The list is another now."""
    _looked_up = Signal(int, object)

    def __init__(
        self,
        *,
        numbers: DoNotCallList,
        policy: Policy,
        tasks: Tasks,
        region: Callable[[], str | None],
        dialler: Dialler,
        board: NoticeBoard,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._numbers = numbers
        self._tasks = tasks
        self._region = region
        self._field = dialler.number_field
        self._dialog: DoNotCallDialog | None = None
        self._listed = ""
        self._is_hushed = False
        self._asked = 0
        """Counts what was looked up: what an older question brings is passed over."""
        self.remark = Remark(Icon.ALERT, Tint.AMBER)
        self._field.put_below(self.remark)
        dialler.number_changed.connect(self._look_up)
        self._looked_up.connect(self._on_looked_up)
        if policy.problem:
            board.show_notice(
                _POLICY, Severity.ERROR, breakable(detail_words(policy.problem)), dismissible=False
            )

    def open_list(self) -> None:
        """Open the do-not-call list."""
        self._open(None)

    def add_number_of(self, call: Call) -> None:
        """Open the list with that call's number filled in, for the reason to be given."""
        self._open(call.request.number)

    def refresh(self) -> None:
        """Look the number up once more."""
        self._look_up(self._field.number())

    def hush(self, is_asking: bool) -> None:
        """Say nothing below the number while a question says it all."""
        self._is_hushed = is_asking
        self.remark.say("" if is_asking else self._listed)

    def _open(self, number: PhoneNumber | None) -> None:
        from app.ui.do_not_call_dialog import DoNotCallDialog

        if self._dialog is not None and not self._dialog.isVisible():
            self._dialog.deleteLater()  # it belongs to the window it was opened from
            self._dialog = None
        if self._dialog is None:
            self._dialog = DoNotCallDialog(self._numbers, self._tasks, self._region, self._parent())
            self._dialog.changed.connect(self.refresh)
            self._dialog.changed.connect(self.changed)
        self._dialog.begin(number)

    def _parent(self) -> QWidget:
        """Return the window that is in front: the settings, the details of a call, or the main one."""
        dialogs = self._window.findChildren(QDialog, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return next((each for each in dialogs if each.isVisible()), self._window)

    def _look_up(self, number: PhoneNumber | None) -> None:
        self._asked += 1
        if number is None:
            self._say("")
            return
        work = self._numbers.entry_for(number.person)
        self._tasks.start(work, "look into the do-not-call list", partial(self._looked_up.emit, self._asked))

    def _on_looked_up(self, asked: int, result: object) -> None:
        if asked != self._asked:
            return
        number = self._field.number()
        if not isinstance(result, DoNotCallEntry) or number is None:
            self._say("")  # a list that cannot be read is told when Call is pressed
            return
        words = breakable(listed_words(result, number.formatted))
        self._say(words)
        accessibility.announce(self._field, words)

    def _say(self, words: str) -> None:
        self._listed = words
        self.hush(self._is_hushed)
