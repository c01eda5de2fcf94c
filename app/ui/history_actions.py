"""What can be done with one call of the history: in a menu, by keys, and as a row of buttons."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.call_text import call_text
from app.ui.icons import Icon, icon

if TYPE_CHECKING:
    from app.domain.call import Call
    from app.ui.history_names import Names


class Act(StrEnum):
    """One thing that can be done with a call."""

    REDIAL = "redial"
    DETAILS = "details"
    NOTE = "note"
    COPY_NUMBER = "copy number"
    COPY_TEXT = "copy text"
    OTHER_FORM = "other form"
    PERSON = "person"
    CONTACT = "contact"
    DO_NOT_CALL = "do not call"
    DELETE = "delete"


_ICONS = {
    Act.REDIAL: Icon.REDIAL,
    Act.DETAILS: Icon.INFO,
    Act.NOTE: Icon.NOTE,
    Act.COPY_NUMBER: Icon.COPY,
    Act.COPY_TEXT: Icon.COPY,
    Act.OTHER_FORM: Icon.PHONE,
    Act.PERSON: Icon.RECENT,
    Act.CONTACT: Icon.USER_PLUS,
    Act.DO_NOT_CALL: Icon.PHONE_OFF,
    Act.DELETE: Icon.TRASH,
}
_KEYS = {
    Act.DETAILS: ("Alt+Return", "Alt+Enter"),
    Act.NOTE: ("Ctrl+N",),
    Act.COPY_NUMBER: ("Ctrl+C",),
    Act.COPY_TEXT: ("Ctrl+Shift+C",),
    Act.DELETE: ("Del",),
}
_GROUPS_BEFORE = frozenset({Act.COPY_NUMBER, Act.PERSON, Act.DELETE})


class CallActions(QObject):
    """The actions for the call given by `set_call`; `wanted` tells which is to be done, copying apart.

    `with_keys` are those to be added to the widget in which their keys are to work. `omitted` are not
    offered: nobody here can do them.
    """

    wanted = Signal(object, object)
    """An Act and the Call."""
    copied = Signal(str)
    """What is in the clipboard now, in words."""

    def __init__(self, names: Names, parent: QWidget, *, omitted: frozenset[Act] = frozenset()) -> None:
        super().__init__(parent)
        self._names = names
        self._call: Call | None = None
        self._offered = [act for act in Act if act not in omitted]
        self._actions = {act: self._made(act) for act in self._offered}
        self.with_keys = [self._actions[act] for act in self._offered if act in _KEYS]
        self.menu = QMenu(parent)
        for act in self._offered:
            if act in _GROUPS_BEFORE:
                self.menu.addSeparator()
            self.menu.addAction(self._actions[act])
        self.set_call(None)

    def _made(self, act: Act) -> QAction:
        action = QAction(icon(_ICONS[act]), self._texts()[act], self)
        action.setData(act)
        action.setShortcuts([QKeySequence(keys) for keys in _KEYS.get(act, ())])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self._on_triggered)
        return action

    def _texts(self) -> dict[Act, str]:
        return {
            Act.REDIAL: self.tr("Redial"),
            Act.DETAILS: self.tr("Details"),
            Act.NOTE: self.tr("Note"),
            Act.COPY_NUMBER: self.tr("Copy number"),
            Act.COPY_TEXT: self.tr("Copy as text"),
            Act.OTHER_FORM: self.tr("Call the other form"),
            Act.PERSON: self.tr("All calls with this person"),
            Act.CONTACT: self.tr("Add to contacts"),
            Act.DO_NOT_CALL: self.tr("Add to do-not-call list"),
            Act.DELETE: self.tr("Delete"),
        }

    def set_call(self, call: Call | None) -> None:
        """Have the actions be about that call."""
        self._call = call
        other = call.request.number.other_form if call is not None else None
        for act, action in self._actions.items():
            action.setEnabled(call is not None)
            if act is Act.OTHER_FORM:
                action.setVisible(other is not None)
                if other is not None:
                    action.setText(self.tr("Call the other form: {number}").format(number=other.formatted))
                    action.setToolTip(self.tr("The same person, written otherwise; nothing is dialled"))
            elif act is Act.CONTACT:
                is_known = call is not None and bool(self._names.name_of(call.request.number.person))
                action.setText(self.tr("Show the contact") if is_known else self._texts()[act])
            elif act is Act.DELETE:
                action.setEnabled(call is not None and call.is_over)

    def action(self, act: Act) -> QAction:
        """Return an action that is offered."""
        return self._actions[act]

    def _on_triggered(self) -> None:
        action = self.sender()
        if self._call is not None and isinstance(action, QAction):
            self.do(Act(action.data()))

    def do(self, act: Act) -> None:
        """Do this with the call, as if it had been chosen."""
        call = self._call
        if call is None:
            return
        match act:
            case Act.COPY_NUMBER:
                self._copy(call.request.number.e164, self.tr("Number copied"))
            case Act.COPY_TEXT:
                name = self._names.name_of(call.request.number.person)
                self._copy(call_text(call, name), self.tr("Call copied as text"))
            case _:
                self.wanted.emit(act, call)

    def _copy(self, text: str, words: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(words)
