"""Deleting one call: asked inline, done by the history, and said where it cannot be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.ui.accessibility import announce
from app.ui.inline_question import InlineQuestion
from app.ui.notice import Severity
from app.ui.wording import day_and_time, detail_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.call import Call
    from app.services.history import History
    from app.services.tasks import Tasks


class DeletionBar(InlineQuestion):
    """Asks about one call at a time."""

    deleted = Signal(str)
    """The id of a call that is gone."""
    closed = Signal()
    """It was answered, and has nothing more to say."""
    _ended = Signal(str, object)

    def __init__(self, history: History, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__((8, 8, 8, 8), parent)
        self._history = history
        self._tasks = tasks
        self._call: Call | None = None
        self.answered.connect(self._on_answered)
        self._ended.connect(self._on_ended)

    @property
    def call_id(self) -> str | None:
        """The call that is asked about."""
        return self._call.id if self._call else None

    def ask_about(self, call: Call) -> None:
        """Ask whether to delete that call."""
        self._call = call
        words = self.tr("Delete the call to {number} of {time}, with its note?").format(
            number=call.request.number.formatted, time=day_and_time(call.created_at)
        )
        self.ask(words, self.tr("Delete"), self.tr("Keep it"))

    def forget(self) -> None:
        """Ask no more."""
        self._call = None
        self.withdraw()

    def _on_answered(self, is_wanted: bool) -> None:
        call = self._call
        if is_wanted and call is not None:
            work = self._history.delete([call.id])
            self._tasks.start(work, "deletion of a call", partial(self._ended.emit, call.id))
        else:
            self.forget()
            self.closed.emit()

    def _on_ended(self, call_id: str, result: object) -> None:
        if isinstance(result, int) and result:
            announce(self.parentWidget() or self, self.tr("Deleted"))
            self.forget()
            self.closed.emit()
            self.deleted.emit(call_id)
        elif self.call_id == call_id:
            words = (
                detail_words(str(result))
                if isinstance(result, Exception)
                else self.tr("The call is still under way, or gone already: nothing was deleted.")
            )
            self.ask(words, self.tr("Try again"), self.tr("Keep it"), severity=Severity.ERROR)
