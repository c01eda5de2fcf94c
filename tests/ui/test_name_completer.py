"""Letters in the number field find contacts, on a search that answers when the test says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.domain.contact import Contact, ContactNumber
from app.domain.phone_number import PhoneNumber
from app.ui.name_completer import NameCompleter, is_name
from app.ui.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from app.ui.name_list import NamedNumber


def person(name: str, *numbers: str) -> Contact:
    return Contact(name, name, tuple(ContactNumber(PhoneNumber.parse(n), "Work") for n in numbers))


MARIA = person("Maria Silva", "+5511999990001", "+552133334444")
MARIO = person("Mario", "+5511999990002")


class Searches:
    """Stands for the contacts and the tasks: keeps each search until it is answered."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._reports: list[Callable[[object], None]] = []

    async def find(self, text: str) -> list[Contact]:
        self.texts.append(text)
        return []

    def start(self, work: Coroutine[Any, Any, object], _name: str, report: Callable[[object], None]) -> None:
        with pytest.raises(StopIteration):
            work.send(None)
        self._reports.append(report)

    def answer(self, *contacts: Contact) -> None:
        self._reports.pop(0)(list(contacts))


class Operator:
    def __init__(self, show: Callable[[QWidget], None]) -> None:
        self.window = QWidget()
        self.field = NumberField()
        column = QVBoxLayout(self.window)
        column.addWidget(self.field)
        column.addStretch(1)
        self.column = column
        self.window.resize(340, 500)
        self.searches = Searches()
        self.completer = NameCompleter(self.field, self.searches.find, self.searches)
        self.chosen: list[NamedNumber] = []
        self.completer.chosen.connect(self.chosen.append)
        self.submitted: list[bool] = []
        self.field.submitted.connect(self._on_submitted)
        show(self.window)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_submitted(self) -> None:
        self.submitted.append(True)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.field.edit, text)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.field.edit, key)

    @property
    def offered(self) -> list[str]:
        shown = self.completer._list
        if shown is None or not shown.isVisible():
            return []
        model = shown.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def line(self) -> str:
        return " ".join(label.text() for label in self.field.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def operator(show: Callable[[QWidget], None]) -> Operator:
    return Operator(show)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("m", True),
        ("24/7 Taxi", True),
        ("'t Hooft", True),
        ("李", True),
        ("+55 11", False),
        ("", False),
        ("https://wa.me/5511", False),
        ("5511@s.whatsapp.net", False),
        ("a" * 101, False),
    ],
)
def test_what_may_be_a_name(text: str, expected: bool) -> None:
    assert is_name(text) is expected


def test_letters_open_a_list_and_nothing_screams(operator: Operator) -> None:
    operator.type("mari")
    assert "letter" not in operator.line
    operator.searches.answer()
    operator.searches.answer(MARIA, MARIO)
    assert operator.offered == ["Maria Silva", "Maria Silva", "Mario"]
    assert "letter" not in operator.line
    assert operator.searches.texts == ["m", "mari"]


def test_each_number_is_offered_and_enter_chooses_without_dialling(operator: Operator) -> None:
    operator.type("m")
    operator.searches.answer(MARIA, MARIO)
    operator.key(Qt.Key.Key_Down)
    operator.key(Qt.Key.Key_Return)
    assert [offer.number.e164 for offer in operator.chosen] == ["+552133334444"]
    assert operator.offered == []
    assert operator.submitted == []


def test_up_goes_round_to_the_last(operator: Operator) -> None:
    operator.type("m")
    operator.searches.answer(MARIA, MARIO)
    operator.key(Qt.Key.Key_Up)
    operator.key(Qt.Key.Key_Enter)
    assert operator.chosen[0].name == "Mario"


def test_enter_before_the_answer_waits_for_it(operator: Operator) -> None:
    operator.type("mari")
    operator.key(Qt.Key.Key_Return)
    assert operator.chosen == []
    operator.searches.answer()
    operator.searches.answer(MARIO)
    assert operator.chosen[0].name == "Mario"
    assert operator.submitted == []


def test_enter_where_nobody_is_found_says_what_is_wrong(operator: Operator) -> None:
    operator.type("x")
    operator.key(Qt.Key.Key_Return)
    operator.searches.answer()
    assert operator.chosen == []
    assert "There is a letter in the number (“x”)" in operator.line


def test_esc_closes_the_list_and_leaves_the_text(operator: Operator) -> None:
    operator.type("m")
    operator.searches.answer(MARIO)
    operator.key(Qt.Key.Key_Escape)
    assert operator.offered == []
    assert operator.field.text() == "m"
    operator.type("a")
    operator.searches.answer(MARIO)
    assert operator.offered == ["Mario"]


def test_an_older_answer_is_passed_over(operator: Operator) -> None:
    operator.type("m")
    operator.type("x")
    operator.searches.answer(MARIO)
    assert operator.offered == []
    operator.searches.answer()
    assert operator.offered == []
    assert operator.chosen == []


def test_digits_find_nobody(operator: Operator) -> None:
    operator.type("1199")
    assert operator.searches.texts == []


def test_emptying_the_field_closes_the_list(operator: Operator) -> None:
    operator.type("m")
    operator.searches.answer(MARIO)
    operator.key(Qt.Key.Key_Backspace)
    assert operator.offered == []


def test_who_has_no_number_is_not_offered(operator: Operator) -> None:
    operator.type("m")
    operator.searches.answer(person("Marta"))
    assert operator.offered == []


def test_a_click_chooses(operator: Operator) -> None:
    operator.type("m")
    operator.searches.answer(MARIA, MARIO)
    shown = operator.completer._list
    assert shown is not None
    place = shown.visualRect(shown.model().index(2, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert operator.chosen[0].name == "Mario"
    assert operator.field.edit.hasFocus()


@pytest.mark.logs("Contacts cannot be searched")
def test_a_search_that_fails_offers_nobody(operator: Operator) -> None:
    operator.type("m")
    operator.searches._reports.pop(0)(OSError("disk"))
    assert operator.offered == []


def test_the_one_chosen_is_spoken(operator: Operator, spoken: list[str]) -> None:
    operator.type("m")
    operator.searches.answer(MARIA, MARIO)
    operator.key(Qt.Key.Key_Down)
    assert spoken[-1] == "Maria Silva, +55 21 3333-4444, Work"


def test_the_list_stays_within_the_window(operator: Operator) -> None:
    operator.type("m")
    operator.searches.answer(*[person(f"Maria {n}", "+5511999990001") for n in range(8)])
    shown = operator.completer._list
    assert shown is not None
    assert operator.window.rect().contains(shown.geometry())
    assert shown.width() == operator.field.edit.width()
