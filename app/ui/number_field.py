"""The number to call: the large line it is typed in, and what is known about it below."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.phone_number import InvalidPhoneNumber, NumberProblem, PhoneNumber
from app.ui import accessibility
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
from app.ui.theme import restyle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

_TINTS = {Tone.DOUBT: Tint.AMBER, Tone.WRONG: Tint.RED}


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
    submitted = Signal()
    recent_requested = Signal(int)

    def __init__(self, now: Callable[[], datetime] = _utc_now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._region: str | None = None
        self._reading: PhoneNumber | InvalidPhoneNumber = InvalidPhoneNumber(NumberProblem.EMPTY)
        self._insists = False
        self._announced = ""

        self._edit = NumberEdit(self)
        self._clear = IconButton(Icon.CLOSE, self.tr("Clear number"), parent=self._edit)
        self._alert = IconLabel(Icon.ALERT, Tint.RED, side=16)
        self._line = ElidedLabel(lines=2)
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._arrange()
        self._connect()
        self._read()

    def _arrange(self) -> None:
        self._edit.setAccessibleName("Phone number")
        self._edit.setPlaceholderText(self.tr("Phone number"))
        self._edit.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self._edit.setTextMargins(0, 0, 36, 0)
        self._clear.hide()
        self.setFocusProxy(self._edit)

        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._alert, alignment=Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._line, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._edit)
        column.addLayout(below)

    def _connect(self) -> None:
        self._edit.edited.connect(self._on_edited)
        self._edit.left.connect(self._on_left)
        self._edit.submitted.connect(self._on_submitted)
        self._edit.recent_requested.connect(self.recent_requested)
        self._clear.clicked.connect(self._on_clear)
        self._minute.timeout.connect(self._explain)

    # --- what the window asks -------------------------------------------------------------------------

    def set_region(self, region: str | None) -> None:
        """Set the country (ISO 3166) of numbers typed without one."""
        self._region = region
        self._edit.set_region(region)

    def number(self) -> PhoneNumber | None:
        """Return the number, or None while there is none that can be called."""
        return self._reading if isinstance(self._reading, PhoneNumber) else None

    def text(self) -> str:
        """Return the text as it stands."""
        return self._edit.text()

    def set_text(self, text: str) -> None:
        """Replace the text, as if it had been pasted."""
        self._edit.setText(text)

    def type_digit(self, digit: str) -> None:
        """Type a digit or `+` at the caret, over the selection. The focus stays where it is."""
        self._edit.insert(digit)

    def delete_digit(self) -> None:
        """Delete the digit left of the caret, or the selection."""
        self._edit.delete_back()

    def clear(self) -> None:
        """Empty the field."""
        self._edit.clear()

    def select_all(self) -> None:
        """Take the focus and select the text."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
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
        self._read()

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
        self._line.setText(explanation.text)
        self._edit.setAccessibleDescription(explanation.spoken)
        self._paint(explanation.tone)
        self._announce(explanation)
        if self.number() is not None:
            self._minute.start(60_000 - self._now().second * 1000)

    def _explanation(self) -> Explanation:
        if isinstance(self._reading, PhoneNumber):
            return explain_number(self._reading, self._now())
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
