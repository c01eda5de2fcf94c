"""Letters in the number field find contacts: Up, Down and Enter choose one, Esc closes the list.

Choosing fills the number in. The same press of Enter never dials.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.ui.accessibility import announce
from app.ui.name_list import NameList, named_numbers, offer_words

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from app.domain.contact import Contact
    from app.services.tasks import Tasks
    from app.ui.name_list import NamedNumber
    from app.ui.number_field import NumberField

log = logging.getLogger(__name__)

_LONGEST_NAME = 100
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PAGE = 5
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: +1,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: +_PAGE,
}
_CLOSES_ON = frozenset({QEvent.Type.Hide, QEvent.Type.Move})
"""What happens to the field that leaves the list without its place."""


def is_name(text: str) -> bool:
    """Whether a text may be the beginning of a name, rather than a number or a link."""
    text = text.strip()
    if len(text) > _LONGEST_NAME or "://" in text or "@" in text:
        return False
    return any(sign.isalpha() for sign in text)


class NameCompleter(QObject):
    """Watches a NumberField. `find` looks for people by the beginnings of their names."""

    chosen = Signal(object)
    """The NamedNumber that is to be filled in."""

    def __init__(
        self,
        field: NumberField,
        find: Callable[[str], Coroutine[object, object, list[Contact]]],
        tasks: Tasks,
    ) -> None:
        super().__init__(field)
        self._field = field
        self._edit = field.edit
        self._find = find
        self._tasks = tasks
        self._list: NameList | None = None
        self._wanted: str | None = None
        """What is typed and has not been found yet; None while nothing is looked for."""
        self._looking_for: str | None = None
        self._closed_at: str | None = None
        """The text at which Esc closed the list: it stays closed until something else is typed."""
        self._enter_waits = False
        self._edit.installEventFilter(self)
        self._edit.edited.connect(self._on_edited)

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._list is not None and self._list.isVisible()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _CLOSES_ON or (event.type() == QEvent.Type.FocusOut and not self._edit.hasFocus()):
            self._close()
        elif event.type() == QEvent.Type.Resize and self.is_open and self._list is not None:
            self._list.open_below(self._edit)
        elif isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                if self.is_open:  # or Esc would be the window's, which clears the number
                    event.accept()
                    return True
            elif event.type() == QEvent.Type.KeyPress:
                return self._takes(event)
        return False

    # --- keys -----------------------------------------------------------------------------------------

    def _takes(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in _ENTER:
            return self._takes_enter(event)
        if not self.is_open or self._list is None:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._closed_at = self._edit.text()
            self._close()
            return True
        if (step := _STEPS.get(Qt.Key(event.key()))) is not None:
            self._list.step(step)
            self._say_current()
            return True
        return False

    def _takes_enter(self, event: QKeyEvent) -> bool:
        offer = self._list.current() if self.is_open and self._list is not None else None
        if offer is None and self._wanted is None:
            return False
        if not event.isAutoRepeat():
            if offer is not None and self._wanted is None:
                self._choose(offer)
            else:
                self._enter_waits = True  # for those who type faster than is looked for
        return True

    def _choose(self, offer: NamedNumber) -> None:
        self._close()
        self.chosen.emit(offer)

    # --- looking --------------------------------------------------------------------------------------

    def _on_edited(self) -> None:
        text = self._edit.text()
        self._enter_waits = False
        if not is_name(text) or not self._edit.hasFocus():
            self._wanted = None
            self._close()
        elif text != self._closed_at:
            self._closed_at = None
            self._look()

    def _look(self) -> None:
        """Look for what is typed now: one search at a time, the newest text next."""
        self._wanted = self._edit.text()
        self._field.say_search(self._hint() if self.is_open else "")
        if self._looking_for is None:
            self._start()

    def _start(self) -> None:
        if self._wanted is not None:
            self._looking_for = self._wanted
            self._tasks.start(self._find(self._looking_for.strip()), "names", self._on_found)

    def _on_found(self, found: list[Contact] | Exception) -> None:
        looked_for, self._looking_for = self._looking_for, None
        if self._wanted != looked_for:
            self._start()
            return
        self._wanted = None
        if isinstance(found, Exception):
            log.warning("Contacts cannot be searched", exc_info=found)
            found = []
        self._show(named_numbers(found))

    def _show(self, offers: list[NamedNumber]) -> None:
        waits, self._enter_waits = self._enter_waits, False
        if not offers:
            self._close()
            if waits:
                self._field.show_problem()
            return
        if waits:
            self._choose(offers[0])
            return
        if self._list is None:
            self._list = NameList(self._edit.window())
            self._list.picked.connect(self._choose)
        self._list.show_offers(offers)
        self._list.open_below(self._edit)
        self._field.say_search(self._hint())
        self._say_current()

    def _hint(self) -> str:
        return self.tr("Up, Down and Enter choose; nothing is dialled.")

    def _say_current(self) -> None:
        """Have a screen reader say who is chosen: the list never has the focus."""
        if self._list is not None and (offer := self._list.current()) is not None:
            announce(self._edit, offer_words(offer))

    def _close(self) -> None:
        if self.is_open and self._list is not None:
            self._list.hide()
        self._field.say_search(None)
