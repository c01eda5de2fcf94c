"""The numbers of a contact in its form: a line for each, with its label and what is wrong with it."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.contact import ContactNumber
from app.domain.phone_number import InvalidPhoneNumber, PhoneNumber
from app.ui.contact_draft import NumberDraft
from app.ui.icons import Icon, IconButton, Tint
from app.ui.number_explanation import Tone, explain_number, explain_problem
from app.ui.remark import Remark
from app.ui.theme import tabular

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

translate = QCoreApplication.translate

_BESIDE_DIGITS = 36
"""The line's padding and border, and a little for the caret."""


class ContactNumbers(QWidget):
    """Shows a line for each number, and buttons to add one, to remove each and to fill each in."""

    edited = Signal()
    submitted = Signal()
    """Enter was pressed in a line."""
    call_pressed = Signal(object)
    """The PhoneNumber that is to be filled in in the dialler."""

    def __init__(self, name_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._region: str | None = None
        self._own: frozenset[str] = frozenset()
        self._rows: list[_NumberRow] = []
        title = QLabel(self.tr("Numbers"))
        title.setProperty("tone", "muted")
        self.add_button = QPushButton(self.tr("Add a number"))
        self.add_button.setFlat(True)
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._on_add)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(title)
        column.addLayout(self._lines)
        column.addWidget(self.add_button, alignment=Qt.AlignmentFlag.AlignLeft)

    def set_region(self, region: str | None) -> None:
        """Read numbers without a country code as those of `region`."""
        self._region = region

    def show_numbers(self, numbers: Sequence[NumberDraft], own: frozenset[str]) -> None:
        """Show these in place of what is there. `own` are the persons the saved contact is."""
        self._own = own
        if tuple(numbers) == self.drafts and self._rows:
            return  # the focus stays in its line
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for number in numbers or (NumberDraft(),):
            self._add(number)
        self._settle()

    @property
    def drafts(self) -> tuple[NumberDraft, ...]:
        """What stands in the lines, those with nothing in them left out."""
        return tuple(row.draft for row in self._rows if not row.draft.is_empty)

    def read(self) -> tuple[ContactNumber, ...] | None:
        """Return the numbers, or None where one is wrong, which then says so and has the focus."""
        rows = [row for row in self._rows if not row.draft.is_empty]
        wrong = [row for row in rows if row.check() is None]
        if wrong:
            wrong[0].line.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        numbers: dict[str, ContactNumber] = {}
        for row in rows:
            if (number := row.number()) is not None:
                numbers.setdefault(number.e164, ContactNumber(number, row.draft.label.strip()))
        return tuple(numbers.values())

    def first(self) -> PhoneNumber | None:
        """Return the number of the line that has the focus, or else the first one that is a number."""
        rows = sorted(self._rows, key=lambda row: not row.has_focus())
        return next((number for row in rows if (number := row.number()) is not None), None)

    def _add(self, number: NumberDraft) -> _NumberRow:
        row = _NumberRow(number, self)
        row.edited.connect(self.edited)
        row.submitted.connect(self.submitted)
        row.call_pressed.connect(self.call_pressed)
        row.remove_pressed.connect(self._on_remove)
        self._lines.addWidget(row)
        self._rows.append(row)
        row.show()
        return row

    def _settle(self) -> None:
        """Name the lines by their place, and have Tab go through them from top to bottom."""
        stops: list[QWidget] = [self.add_button]
        for place, row in enumerate(self._rows, 1):
            row.name_by(place)
            stops += row.stops
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        QWidget.setTabOrder(stops[-1], self.add_button)  # below them

    def _on_add(self) -> None:
        row = self._add(NumberDraft())
        self._settle()
        row.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self, row: _NumberRow) -> None:
        place = self._rows.index(row)
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        if not self._rows:
            self._add(NumberDraft())
        self._settle()
        self._rows[min(place, len(self._rows) - 1)].line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    # --- what the lines ask ---------------------------------------------------------------------------

    def parse(self, text: str) -> PhoneNumber:
        """Read a number as the number field does. Raises InvalidPhoneNumber."""
        return PhoneNumber.parse(text, self._region)

    def other_name(self, number: PhoneNumber) -> str:
        """Return who else has that number, "" for nobody."""
        return "" if number.person in self._own else self._name_of(number.person)


class _NumberRow(QWidget):
    edited = Signal()
    submitted = Signal()
    call_pressed = Signal(object)
    remove_pressed = Signal(object)

    def __init__(self, number: NumberDraft, numbers: ContactNumbers) -> None:
        super().__init__(numbers)
        self._numbers = numbers
        self.line = QLineEdit(number.text)
        self.line.setFont(tabular(self.font()))
        self.line.setPlaceholderText(self.tr("Number"))
        digits = self.fontMetrics().horizontalAdvance("+55 11 99999-0000")
        self.line.setMinimumWidth(digits + _BESIDE_DIGITS)
        self.line.setCursorPosition(0)
        self._label = QLineEdit(number.label)
        self._label.setPlaceholderText(self.tr("Label"))
        self._label.setMinimumWidth(56)
        usual = QCompleter([self.tr("Mobile"), self.tr("Work"), self.tr("Home")], self)
        usual.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._label.setCompleter(usual)
        self._call = IconButton(Icon.PHONE, "")
        self._remove = IconButton(Icon.TRASH, "")
        self._problem = Remark(Icon.ALERT, Tint.RED)
        self._doubt = Remark(Icon.ALERT, Tint.AMBER)
        fields = QHBoxLayout()
        fields.setSpacing(4)
        fields.addWidget(self.line, stretch=3)
        fields.addWidget(self._label, stretch=2)
        fields.addWidget(self._call)
        fields.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(fields)
        column.addWidget(self._problem)
        column.addWidget(self._doubt)
        self.line.textEdited.connect(self._on_typed)
        self._label.textEdited.connect(self.edited)
        self.line.editingFinished.connect(self._on_left)
        for line in (self.line, self._label):
            line.returnPressed.connect(self.submitted)
        self._call.clicked.connect(self._on_call)
        self._remove.clicked.connect(self._on_remove)
        self._show_call()

    @property
    def draft(self) -> NumberDraft:
        """What is typed."""
        return NumberDraft(self.line.text(), self._label.text())

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.line, self._label, self._call, self._remove]

    def name_by(self, place: int) -> None:
        """Name the controls by the line's place."""
        self.line.setAccessibleName(self.tr("Number {place}").format(place=place))
        self._label.setAccessibleName(self.tr("Label of number {place}").format(place=place))
        for button, name in (
            (self._call, self.tr("Fill in number {place} to call it")),
            (self._remove, self.tr("Remove number {place}")),
        ):
            button.setAccessibleName(name.format(place=place))
            button.setToolTip(name.format(place=place))

    def has_focus(self) -> bool:
        """Whether the focus is in this line."""
        return any(stop.hasFocus() for stop in self.stops)

    def number(self) -> PhoneNumber | None:
        """Return the number, or None where there is none."""
        try:
            return self._numbers.parse(self.line.text())
        except InvalidPhoneNumber:
            return None

    def check(self) -> PhoneNumber | None:
        """Return the number, or None where there is none; say what is wrong or doubtful with it."""
        problem, doubt, number = "", "", None
        try:
            number = self._numbers.parse(self.line.text())
        except InvalidPhoneNumber as error:
            problem = explain_problem(error).text
        else:
            doubt = self._doubt_about(number)
        self._problem.say(problem)
        self._doubt.say(doubt)
        self.line.setAccessibleDescription(problem or doubt)
        return number

    def _doubt_about(self, number: PhoneNumber) -> str:
        if other := self._numbers.other_name(number):
            return self.tr("This number is also that of {name}.").format(name=other)
        explanation = explain_number(number, datetime.now(UTC))
        return explanation.text if explanation.tone is Tone.DOUBT else ""

    def _show_call(self) -> None:
        self._call.setEnabled(self.number() is not None)

    def _on_typed(self) -> None:
        if self._problem.isVisible():
            self.check()
        self._show_call()
        self.edited.emit()

    def _on_left(self) -> None:
        """Show the number as it was understood, or what is wrong with it."""
        if self.draft.is_empty:
            self._problem.say("")
            self._doubt.say("")
        elif (number := self.check()) is not None and number.formatted != self.line.text():
            self.line.setText(number.formatted)
            self.line.setCursorPosition(0)

    def _on_call(self) -> None:
        if (number := self.number()) is not None:
            self.call_pressed.emit(number)

    def _on_remove(self) -> None:
        self.remove_pressed.emit(self)
