"""An inline message with the way out as buttons: what the program says instead of a modal box."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui import accessibility
from app.ui.flow_layout import FlowLayout
from app.ui.icons import Icon, IconButton, IconLabel, Tint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QShowEvent


class Severity(StrEnum):
    """How much a message matters; the value is the `notice` of the style sheet."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SIGNS = {
    Severity.INFO: (Icon.INFO, Tint.ACCENT),
    Severity.WARNING: (Icon.ALERT, Tint.AMBER),
    Severity.ERROR: (Icon.ALERT, Tint.RED),
}


@dataclass(frozen=True, slots=True)
class NoticeAction:
    """A button of a notice. `key` is what `action_triggered` brings; the name, if given, is spoken."""

    key: str
    text: str
    accessible_name: str = ""


@dataclass(frozen=True, slots=True)
class NoticeEntry:
    """A line to write in, between sentence and buttons; Enter in it is the action `key`."""

    key: str
    accessible_name: str
    placeholder: str
    longest: int


class Notice(QFrame):
    """Says one thing, aloud too when it appears. It does not go away by itself."""

    action_triggered = Signal(str)
    dismissed = Signal()

    def __init__(
        self,
        severity: Severity,
        text: str,
        actions: Sequence[NoticeAction] = (),
        *,
        entry: NoticeEntry | None = None,
        dismissible: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._severity = severity
        self._text = QLabel(text)
        self._buttons = QButtonGroup(self)
        self._keys: dict[QAbstractButton, str] = {}
        self._actions = FlowLayout()
        self.entry = NoticeLine(entry) if entry else None
        self._problem = QLabel()
        self._dismiss: IconButton | None = None
        self.setProperty("notice", str(severity))
        self.setAccessibleName(text)
        for action in actions:  # before Dismiss: Tab goes by the order in which they are made
            self._add_button(action)
        self._arrange(dismissible=dismissible)
        self._buttons.buttonClicked.connect(self._on_clicked)

    def _arrange(self, *, dismissible: bool) -> None:
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        message = QVBoxLayout()
        message.setSpacing(8)
        message.addWidget(self._text)
        if self.entry is not None:
            message.addWidget(self.entry)
            message.addWidget(self._problem)
            self._problem.setWordWrap(True)
            self._problem.setProperty("tone", "red")
            self._problem.hide()
            self.entry.returnPressed.connect(self._on_entered)
            self.entry.textEdited.connect(self._problem.hide)
        message.addLayout(self._actions)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12 if not dismissible else 4, 12)  # the cross is beside the first line
        row.setSpacing(8)
        sign = QVBoxLayout()
        sign.setContentsMargins(0, 8, 0, 0)
        sign.addWidget(IconLabel(*_SIGNS[self._severity]), alignment=Qt.AlignmentFlag.AlignTop)
        message.setContentsMargins(0, 10, 0, 0)
        row.addLayout(sign)
        row.addLayout(message, stretch=1)
        if dismissible:
            row.addWidget(self._dismiss_button(), alignment=Qt.AlignmentFlag.AlignTop)

    def _dismiss_button(self) -> IconButton:
        self._dismiss = IconButton(Icon.CLOSE, self.tr("Dismiss"))
        self._dismiss.clicked.connect(self.dismissed)
        return self._dismiss

    def _add_button(self, action: NoticeAction) -> None:
        button = QPushButton(action.text)
        button.setAccessibleName(action.accessible_name or action.text)
        self._keys[button] = action.key
        self._buttons.addButton(button)
        self._actions.addWidget(button)

    def text(self) -> str:
        """Return the sentence."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Change the sentence without saying it again: for a countdown."""
        self._text.setText(text)
        self.setAccessibleName(text)

    def complain(self, problem: str) -> None:
        """Say what is wrong with what was written, below it, and go there."""
        if self.entry is not None:
            self._problem.setText(problem)
            self._problem.show()
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
            accessibility.announce(self.entry, problem, urgent=True)

    def take_focus(self) -> None:
        """Be what the next key is for: Enter then dismisses it."""
        if self._dismiss is not None:
            self._dismiss.setFocus(Qt.FocusReason.OtherFocusReason)

    def button(self, key: str) -> QAbstractButton:
        """Return the button of the action `key`, to disable or to focus it."""
        return next(button for button, its in self._keys.items() if its == key)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            accessibility.announce(self, self.text(), urgent=self._severity is not Severity.INFO)

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.action_triggered.emit(self._keys[button])

    def _on_entered(self) -> None:
        if self.entry is not None:
            self.action_triggered.emit(self.entry.key)


class NoticeLine(QLineEdit):
    """The line of a notice. Enter that is held counts once, also where it was pressed somewhere else."""

    def __init__(self, entry: NoticeEntry) -> None:
        super().__init__()
        self.key = entry.key
        self.setAccessibleName(entry.accessible_name)
        self.setPlaceholderText(entry.placeholder)
        self.setAccessibleDescription(entry.placeholder)
        self.setMaxLength(entry.longest)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _ENTER and event.isAutoRepeat():
            event.accept()
            return
        super().keyPressEvent(event)
