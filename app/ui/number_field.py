"""The number to call: the large line it is typed in, and what is known about it below."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.phone_number import InvalidPhoneNumber, NumberProblem, PhoneNumber
from app.ui import accessibility
from app.ui.contact_button import ContactButton
from app.ui.elided_label import ElidedLabel
from app.ui.icons import Icon, IconButton, IconLabel, Tint
from app.ui.number_edit import NumberEdit
from app.ui.number_explanation import (
    Explanation,
    Tone,
    explain_incomplete,
    explain_number,
    explain_problem,
    is_incomplete,
)
from app.ui.origin import Origin
from app.ui.origin_line import OriginLine
from app.ui.theme import restyle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent, QShowEvent

_FROM_OUTSIDE = frozenset({Origin.LINK, Origin.COMMAND_LINE, Origin.CLIPBOARD, Origin.SELECTION})
_TINTS = {Tone.DOUBT: Tint.AMBER, Tone.WRONG: Tint.RED}


def _nobody(_person: str) -> str:
    return ""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class NumberField(QWidget):
    """Reads a PhoneNumber out of whatever is typed or pasted.

    `number_changed(PhoneNumber | None)` comes when another number, or none, can be read; `submitted` for
    each press of Enter, held or not; `recent_requested(+1)` asks for an older recent number, `-1` for a
    newer one. A number that is not complete yet is not called wrong until Enter, `show_problem` or the
    focus leaving.
    """

    number_changed = Signal(object)
    text_changed = Signal()
    submitted = Signal()
    recent_requested = Signal(int)
    contact_wanted = Signal(object)
    """The PhoneNumber whose contact should be shown, or begun."""

    def __init__(self, now: Callable[[], datetime] = _utc_now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._region: str | None = None
        self._reading: PhoneNumber | InvalidPhoneNumber = InvalidPhoneNumber(NumberProblem.EMPTY)
        self._insists = False
        self._was_shown = False
        self._announced = ""
        self._search_words: str | None = None
        self._name_of: Callable[[str], str] = _nobody

        self._edit = NumberEdit(self)
        self._clear = IconButton(Icon.CLOSE, self.tr("Clear number"), parent=self._edit)
        self._alert = IconLabel(Icon.ALERT, Tint.RED, side=16)
        self._line = ElidedLabel(lines=2)
        self._contact = ContactButton()
        self._origin = OriginLine()
        self._filled_in = ""
        """What the origin is about: the text that was filled in, without its separators."""
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._arrange()
        self._connect()
        self._read()

    def _arrange(self) -> None:
        self._edit.setAccessibleName("Phone number")
        self._edit.setPlaceholderText(self.tr("Phone number"))
        self._edit.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self._edit.setTextMargins(0, 0, 36, 0)
        self._clear.hide()
        self.setFocusProxy(self._edit)

        words = QHBoxLayout()
        words.setContentsMargins(0, 3, 0, 0)  # beside the middle of the contact's button
        words.setSpacing(4)
        words.addWidget(self._alert, alignment=Qt.AlignmentFlag.AlignTop)
        words.addWidget(self._line, stretch=1)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addLayout(words, stretch=1)
        below.addWidget(self._contact, alignment=Qt.AlignmentFlag.AlignTop)
        known = QVBoxLayout()
        known.setSpacing(4)
        known.addWidget(self._edit)
        known.addLayout(below)
        known.addWidget(self._origin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(known)

    def _connect(self) -> None:
        self._edit.edited.connect(self._on_edited)
        self._edit.left.connect(self._on_left)
        self._edit.submitted.connect(self._on_submitted)
        self._edit.recent_requested.connect(self.recent_requested)
        self._clear.clicked.connect(self._on_clear)
        self._origin.back_pressed.connect(self._on_back)
        self._minute.timeout.connect(self._explain)
        self._contact.pressed_number.connect(self.contact_wanted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            QTimer.singleShot(0, self, self._explain)

    # --- what the window asks -------------------------------------------------------------------------

    def set_region(self, region: str | None) -> None:
        """Set the country (ISO 3166) of numbers typed without one."""
        self._region = region
        self._edit.set_region(region)

    @property
    def region(self) -> str | None:
        """The country of numbers typed without one."""
        return self._region

    @property
    def edit(self) -> NumberEdit:
        """The line that is typed in."""
        return self._edit

    def say_search(self, words: str | None) -> None:
        """Say `words` of a search by name in place of what is wrong with its letters; None: no search."""
        if words != self._search_words:
            self._search_words = words
            self._explain()

    def set_names(self, name_of: Callable[[str], str]) -> None:
        """Name whom a number belongs to: `name_of` gives a person's name, "" for nobody known."""
        self._name_of = name_of
        self._contact.offer()
        self._edit.setPlaceholderText(self.tr("Number or name"))
        self.refresh_name()

    def refresh_name(self) -> None:
        """Look again whose number it is."""
        if self.number() is not None:
            self._explain()

    def number(self) -> PhoneNumber | None:
        """Return the number, or None while there is none that can be called."""
        return self._reading if isinstance(self._reading, PhoneNumber) else None

    def text(self) -> str:
        """Return the text as it stands."""
        return self._edit.text()

    def set_text(self, text: str, origin: Origin | None = None, extension: str = "") -> None:
        """Replace the text, as if it had been pasted, and say below where it came from.

        What it replaces can be got back where it came from outside: the operator may have been typing.
        """
        replaced = self._edit.text()
        self._edit.setText(text)
        is_other = origin in _FROM_OUTSIDE and _signs(replaced) != _signs(self._edit.text())
        self._say_origin(origin, extension or self._edit.extension, replaced if is_other else "")

    def type_digit(self, digit: str) -> None:
        """Type a digit or `+` at the caret, over the selection. The focus stays where it is."""
        self._edit.insert(digit)

    def delete_digit(self) -> None:
        """Delete the digit left of the caret, or the selection."""
        self._edit.delete_back()

    def clear(self) -> None:
        """Empty the field."""
        self._edit.clear()

    def put_below(self, part: QWidget) -> None:
        """Have `part` stand below what is known of the number."""
        if (column := self.layout()) is not None:
            column.addWidget(part)

    def select_all(self) -> None:
        """Take the focus and select the text."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def select_unseen(self) -> None:
        """Select the text without taking the focus: the next digit begins another number."""
        self._edit.selectAll()

    def show_problem(self) -> None:
        """Say in red what is wrong, if anything is, and take the focus."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._insist()

    # --- what the operator does -----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._place_clear()

    def _place_clear(self) -> None:
        size = self._clear.sizeHint()
        self._clear.move(self._edit.width() - size.width(), (self._edit.height() - size.height()) // 2)

    def _on_edited(self) -> None:
        self._insists = False
        if self._edit.extension:
            self._say_origin(None, self._edit.extension, "")
        elif self._origin.text() and _signs(self._edit.text()) != self._filled_in:
            self._say_origin(None, "", "")
        self._read()
        self.text_changed.emit()

    def _on_back(self, text: str) -> None:
        self.set_text(text)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_origin(self, origin: Origin | None, extension: str, replaced: str) -> None:
        self._filled_in = _signs(self._edit.text())
        self._origin.say(origin, extension, replaced)
        self._explain()
        if words := self._origin.text():
            accessibility.announce(self._edit, words)

    def _on_left(self) -> None:
        if self._edit.text():
            self._insist()

    def _on_submitted(self) -> None:
        self._insist()
        self.submitted.emit()

    def _on_clear(self) -> None:
        self._edit.clear()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _insist(self) -> None:
        self._insists = True
        self._explain()

    # --- what is made of it ---------------------------------------------------------------------------

    def _read(self) -> None:
        before = self.number()
        try:
            self._reading = PhoneNumber.parse(self._edit.text(), self._region)
        except InvalidPhoneNumber as problem:
            self._reading = problem
        self._clear.setVisible(bool(self._edit.text()))
        self._explain()
        if self.number() != before:
            self.number_changed.emit(self.number())

    def _explain(self) -> None:
        """Bring the line below up to date; also every minute, for the time there."""
        explanation = self._explanation()
        self._line.set_lines(1 if self._origin.text() else 2)  # the origin has the second one's place
        self._line.setText(explanation.text)
        spoken = (explanation.spoken, self._origin.text())
        self._edit.setAccessibleDescription(" · ".join(filter(None, spoken)))
        self._paint(explanation.tone)
        self._announce(explanation)
        self._contact.show_number(self.number(), self._name_of)
        if self.number() is not None:
            self._minute.start(60_000 - self._now().second * 1000)

    def _explanation(self) -> Explanation:
        if not (self._edit.text() or self._was_shown):
            return Explanation("")  # a country's name takes longer than is left until the window is on screen
        if isinstance(self._reading, PhoneNumber):
            return explain_number(self._reading, self._now()).of(self._name_of(self._reading.person))
        if self._search_words is not None:
            return Explanation(self._search_words)
        if is_incomplete(self._reading) and not self._insists:
            return explain_incomplete(self._reading, self._region)
        return explain_problem(self._reading)

    def _paint(self, tone: Tone) -> None:
        if tone == self._line.property("tone"):
            return
        restyle(self._edit, wrong=tone is Tone.WRONG)
        restyle(self._line, tone=str(tone))
        self._alert.set_icon(Icon.ALERT, _TINTS.get(tone, Tint.MUTED))
        self._alert.setVisible(tone is not Tone.PLAIN)

    def _announce(self, explanation: Explanation) -> None:
        """Say it when the number becomes callable, or wrong for another reason than before."""
        if self.number() is not None:
            news = "callable"
        else:
            news = explanation.text if explanation.tone is Tone.WRONG else ""
        if news and news != self._announced:
            accessibility.announce(self._edit, explanation.spoken, urgent=self.number() is None)
        self._announced = news


def _signs(text: str) -> str:
    """Return the text without its separators, which formatting may change."""
    return "".join(sign for sign in text if sign.isalnum() or sign == "+")
