"""In the settings: which program opens phone links, and making it Toque."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services.desktop import LinkState, LinkWay
from app.ui.accessibility import announce
from app.ui.asking import Asking
from app.ui.icons import Icon, IconLabel, Tint
from app.ui.remark import Remark
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from app.services.desktop import PhoneLinks
    from app.services.tasks import Tasks


class LinkSettings(QWidget):
    """`links` is None where it is not this program's to change."""

    _told = Signal(object)
    """What the system said: a LinkState, or why it said nothing."""

    def __init__(self, links: PhoneLinks | None, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links = links
        self._asking = Asking(tasks, self._told.emit)
        self._was_pressed = False
        self._sign = IconLabel(Icon.LINK, Tint.MUTED)
        self._state = QLabel(self.tr("Links to phone numbers, in a browser or elsewhere"))
        self._hint = QLabel(self._hint_words())
        self._hint.setProperty("tone", "muted")
        for label in (self._state, self._hint):
            label.setWordWrap(True)
        self._trouble = Remark(Icon.ALERT, Tint.RED)
        self._take = QPushButton(self.tr("Make Toque the program for phone links"))
        self._give_back = QPushButton(self.tr("Give phone links back"))
        self._take.clicked.connect(self._on_take)
        self._give_back.clicked.connect(self._on_give_back)
        self._told.connect(self._show)
        self._lay_out()

    def refresh(self) -> None:
        """Ask the system who opens them."""
        if self._links is not None:
            self._asking.ask(self._links.state, "phone links")

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._sign)
        line.addWidget(self._state, stretch=1)
        buttons = QHBoxLayout()
        for button in (self._take, self._give_back):
            button.setAutoDefault(False)
            buttons.addWidget(button)
            button.hide()
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._hint)
        column.addLayout(buttons)
        column.addWidget(self._trouble)

    def _hint_words(self) -> str:
        if self._links is None:
            return self.tr("They are opened by Toque's ordinary window: it is set there.")
        match self._links.way:
            case LinkWay.REGISTERS:
                return self.tr(
                    "A link fills in the number and never dials. Links of WhatsApp stay as they are."
                )
            case LinkWay.SYSTEM_PAGE:
                return self.tr(
                    "A link fills in the number and never dials. Windows' own page opens: choose Toque for "
                    "TEL there."
                )
            case LinkWay.BY_HAND:
                return self.tr(
                    "A link fills in the number and never dials. FaceTime opens: choose Toque in its "
                    "settings, at “Default for calls”."
                )

    def _on_take(self) -> None:
        self._press(take=True)

    def _on_give_back(self) -> None:
        self._press(take=False)

    def _press(self, *, take: bool) -> None:
        if self._links is None:
            return
        self._was_pressed = True
        links = self._links

        def work() -> LinkState:
            if take:
                links.take()
            else:
                links.give_back()
            return links.state()

        self._asking.ask(work, "change of phone links")

    def _show(self, result: object) -> None:
        if isinstance(result, LinkState):
            self._show_state(result)
            self._trouble.say("")
        else:
            self._trouble.say(detail_words(str(result)))
            self._take.show()
        if self._was_pressed:
            self._was_pressed = False
            announce(self, self._state.text() if isinstance(result, LinkState) else detail_words(str(result)))

    def _show_state(self, state: LinkState) -> None:
        had_focus = self._take.hasFocus() or self._give_back.hasFocus()
        self._sign.set_icon(Icon.LINK, Tint.GREEN if state.is_ours else Tint.MUTED)
        if state.is_ours:
            words = self.tr("Links to phone numbers open Toque")
        elif state.other:
            words = self.tr("Links to phone numbers open {program}").format(program=state.other)
        else:
            words = self.tr("Links to phone numbers do not open Toque yet")
        self._state.setText(words)
        self._take.setVisible(not state.is_ours)
        self._give_back.setVisible(state.is_ours)
        if had_focus:
            (self._give_back if state.is_ours else self._take).setFocus()
