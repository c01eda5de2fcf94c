"""How numbers come into the window from outside: links, copied texts, and the offers to fill one in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.ui.clipboard_watch import ClipboardWatch
from app.ui.copied_numbers import copied_text
from app.ui.opened_text import OpenedText
from app.ui.origin import Origin
from app.ui.other_form_offer import OtherFormOffer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.call import Call
    from app.services.account_service import AccountService
    from app.ui.dialler import Dialler
    from app.ui.notice_board import NoticeBoard


class NumberDesk(QObject):
    """Fills in, never dials. `board` is where the other form of a number is offered."""

    dialler_wanted = Signal()
    """The dialler is to be seen: a number, or what is wrong with a text, stands there now."""
    account_wanted = Signal(str)
    other_form_wanted = Signal(str)

    def __init__(
        self, dialler: Dialler, accounts: AccountService, board: NoticeBoard, window: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._field = dialler.number_field
        self._opened = OpenedText(dialler, accounts)
        self._other_form = OtherFormOffer(board)
        self.watch = ClipboardWatch(dialler, QGuiApplication.clipboard())
        self._opened.account_wanted.connect(self.account_wanted)
        self._other_form.wanted.connect(self.other_form_wanted)
        self.watch.wanted.connect(self._on_copied_wanted)

    def open_text(self, text: str, origin: Origin) -> None:
        """Bring the window to the front and fill in what `text` holds; an empty one only does the former."""
        self._come_to_front()
        if text.strip():
            self._open(text, origin)

    def paste(self) -> None:
        """Read a number out of whatever was copied.

        In the number field, text without one is pasted as it is.
        """
        text = copied_text(QGuiApplication.clipboard().mimeData())
        if self._field.edit.hasFocus() and not self._opened.can_read(text):
            self._field.edit.paste()
        else:
            self._open(text, Origin.CLIPBOARD)

    def show_call(self, call: Call) -> None:
        """Follow a call, for what is to be offered after it."""
        self._other_form.show_call(call)

    def _open(self, text: str, origin: Origin) -> None:
        self.dialler_wanted.emit()
        self._opened.open(text, origin)

    def _on_copied_wanted(self, text: str) -> None:
        self._open(text, Origin.CLIPBOARD)

    def _come_to_front(self) -> None:
        if self._window.isMinimized():
            self._window.showNormal()
        else:
            self._window.show()
        self._window.raise_()
        self._window.activateWindow()
