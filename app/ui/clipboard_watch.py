"""Offers a number that was copied in another program. It fills in nothing by itself and takes no focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.phone_number import InvalidPhoneNumber
from app.ui.copied_numbers import copied_text
from app.ui.notice import NoticeAction, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QClipboard

    from app.ui.dialler import Dialler

_SUBJECT, _FILL_IN = "copied number", "fill in"
_LONGEST = 2_000
"""Characters. More than that was not copied for a number in it."""


class ClipboardWatch(QObject):
    """Watches `clipboard` while it is on. `is_own` says whether Toque itself copied what is there."""

    wanted = Signal(str)
    """The copied text, whose number the operator wants in the field."""

    def __init__(
        self, dialler: Dialler, clipboard: QClipboard, is_own: Callable[[], bool] | None = None
    ) -> None:
        super().__init__(dialler)
        self._dialler = dialler
        self._clipboard = clipboard
        self._is_own = is_own or clipboard.ownsClipboard
        self._is_on = False
        self._copied = ""
        dialler.number_field.text_changed.connect(self._forget)
        dialler.board.action_triggered.connect(self._on_action)

    def set_on(self, on: bool) -> None:
        """Watch from now on, or no more; what is already copied is not offered."""
        if on == self._is_on:
            return
        self._is_on = on
        if on:
            self._clipboard.dataChanged.connect(self._on_copied)
        else:
            self._clipboard.dataChanged.disconnect(self._on_copied)
            self._forget()

    def _on_copied(self) -> None:
        from app.domain.number_finder import numbers_in  # with the first text

        self._forget()
        if self._is_own():
            return
        text = copied_text(self._clipboard.mimeData())
        if not text or len(text) > _LONGEST:
            return
        try:
            found = numbers_in(text, self._dialler.number_field.region)
        except InvalidPhoneNumber:
            return
        if self._is_in_field(found[0].number.e164):
            return
        self._copied = text
        if len(found) == 1:
            number = found[0].number.formatted.replace(" ", "\N{NO-BREAK SPACE}")  # on one line
            words = self.tr("Number copied: {number}").format(number=number)
            action = NoticeAction(_FILL_IN, self.tr("Fill in"))
        else:
            words = self.tr("{count} numbers copied").format(count=len(found))
            action = NoticeAction(_FILL_IN, self.tr("Choose one"))
        self._dialler.board.show_notice(_SUBJECT, Severity.INFO, words, [action])

    def _is_in_field(self, e164: str) -> bool:
        number = self._dialler.number_field.number()
        return number is not None and number.e164 == e164

    def _forget(self) -> None:
        self._dialler.board.take_down(_SUBJECT)

    def _on_action(self, subject: str, _key: str) -> None:
        if subject == _SUBJECT:
            self._forget()
            self.wanted.emit(self._copied)
