"""Buttons for what can be done with a call: as many as there is room for, and the rest under “More”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from app.ui.accessibility import announce
from app.ui.history_actions import Act
from app.ui.icons import BEFORE_TEXT, Icon, icon
from app.ui.theme import restyle

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.ui.history_actions import CallActions

_SPACING = 8
_MARGINS = (12, 8, 12, 8)
_SAID_MS = 3000


class ActionRow(QWidget):
    """`acts`: those with a button of their own, where it fits, in that order."""

    def __init__(self, actions: CallActions, acts: tuple[Act, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._buttons = {act: self._button(act) for act in acts}
        self._more = QPushButton(icon(Icon.MORE), self.tr("More"))
        self._more.setIconSize(BEFORE_TEXT)
        self._more.setAutoDefault(False)
        self._more.setToolTip(self.tr("More that can be done with this call"))
        self._more.clicked.connect(self._on_more)
        self._menu = QMenu(self)
        self._said = QLabel()
        restyle(self._said, tone="muted")
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(_SAID_MS)
        self._silence.timeout.connect(self._said.clear)
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(*_MARGINS)
        row.setSpacing(_SPACING)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addWidget(self._more)
        row.addWidget(self._said, stretch=1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        actions.copied.connect(self.say)

    def _button(self, act: Act) -> QPushButton:
        action = self._actions.action(act)
        button = QPushButton(action.icon(), action.text())
        button.setIconSize(BEFORE_TEXT)
        button.setAutoDefault(False)
        button.clicked.connect(action.trigger)
        if act is Act.REDIAL:
            button.setAccessibleName("Redial")
            button.setToolTip(self.tr("Fill the number in again; nothing is dialled (Enter)"))
        elif act is Act.DETAILS:
            button.setToolTip(self.tr("All that is known of this call (Alt+Enter)"))
        elif act is Act.NOTE:
            button.setToolTip(self.tr("Write down what was said, and how it went (Ctrl+N)"))
        return button

    def say(self, words: str) -> None:
        """Say shortly that something was done."""
        self._said.setText(words)
        announce(self, words)
        self._silence.start()

    def minimumSizeHint(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right() + self._more.sizeHint().width(), self._height())

    def sizeHint(self) -> QSize:
        return QSize(self._width_of(list(self._buttons.values())), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting: list[QPushButton] = []
        for button in self._buttons.values():
            if self._width_of([*fitting, button]) > event.size().width():
                break
            fitting.append(button)
        for button in self._buttons.values():
            button.setVisible(button in fitting)

    def _width_of(self, buttons: list[QPushButton]) -> int:
        widths = [button.sizeHint().width() + _SPACING for button in (*buttons, self._more)]
        return sum(widths) + _MARGINS[0] + _MARGINS[2]

    def _height(self) -> int:
        return self._more.sizeHint().height() + _MARGINS[1] + _MARGINS[3]

    def _on_more(self) -> None:
        """Open, upwards, what has no button at this width."""
        shown = {act for act, button in self._buttons.items() if button.isVisible()}
        self._menu.clear()
        for action in self._actions.menu.actions():
            if action.isSeparator() or action.data() not in shown:
                self._menu.addAction(action)
        above = QPoint(0, -self._menu.sizeHint().height())
        self._menu.popup(self._more.mapToGlobal(above))
