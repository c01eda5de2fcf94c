"""Where messages stand that concern more than one field: one notice for each subject, newest last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.notice import Notice, NoticeAction, NoticeEntry, Severity
from app.ui.tab_order import insert_after

if TYPE_CHECKING:
    from collections.abc import Sequence


class NoticeBoard(QWidget):
    """Shows notices by subject: a new one takes the place of the one before it.

    `tab_anchor` is what Tab stops at before the notices' buttons.
    """

    action_triggered = Signal(str, str)
    """Subject and key of the action."""
    dismissed = Signal(str)
    """The subject of a notice that the operator has read and sent away."""

    def __init__(
        self,
        tab_anchor: QWidget,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab_anchor = tab_anchor
        self._notices: dict[str, tuple[Notice, tuple[object, ...]]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*margins)
        self._column.setSpacing(8)
        self.hide()

    def show_notice(
        self,
        subject: str,
        severity: Severity,
        text: str,
        actions: Sequence[NoticeAction] = (),
        *,
        entry: NoticeEntry | None = None,
        dismissible: bool = True,
        after: QWidget | None = None,
    ) -> None:
        """Say `text` about `subject`; where only the words change, buttons and line stay as they are.

        Tab comes to it from `after`, or else from where it comes to all notices.
        """
        content = (severity, tuple(actions), entry)
        shown, its_content = self._notices.get(subject, (None, ()))
        if shown is not None and its_content == content:
            if text != shown.text():
                shown.set_text(text)
            return
        self.take_down(subject)
        notice = Notice(severity, text, actions, entry=entry, dismissible=dismissible)
        notice.setObjectName(subject)
        notice.action_triggered.connect(self._on_action)
        notice.dismissed.connect(self._on_dismissed)
        self._notices[subject] = notice, content
        self._column.addWidget(notice)
        insert_after(after or self._tab_anchor, notice)
        self.show()

    def take_down(self, subject: str) -> None:
        """Take the notice about `subject` away, if there is one."""
        notice, _ = self._notices.pop(subject, (None, ()))
        if notice is not None:
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self.setVisible(bool(self._notices))

    def shows(self, subject: str) -> bool:
        """Whether there is a notice about `subject`."""
        return subject in self._notices

    def notice(self, subject: str) -> Notice | None:
        """Return the notice about `subject`, to go to its line or to say what is wrong there."""
        return self._notices.get(subject, (None, ()))[0]

    def _on_action(self, key: str) -> None:
        self.action_triggered.emit(self.sender().objectName(), key)

    def _on_dismissed(self) -> None:
        subject = self.sender().objectName()
        self.take_down(subject)
        self.dismissed.emit(subject)
