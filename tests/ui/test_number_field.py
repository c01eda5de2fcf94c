from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.domain.phone_number import PhoneNumber
from app.ui.elided_label import ElidedLabel
from app.ui.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.ui.theme import Theme

NUMBER = "+5511999990001"
SHOWN = "+55 11 99999-0001"


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 5, 1, 17, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def field(clock: Clock, show: Callable[[QWidget], None]) -> NumberField:
    field = NumberField(now=clock)
    field.set_region("BR")
    show(field)
    field.resize(292, 100)
    field.setFocus()
    return field


@pytest.fixture
def edit(field: NumberField, named: Callable[[QWidget, str], QWidget]) -> QLineEdit:
    return cast("QLineEdit", named(field, "Phone number"))


def line(field: NumberField) -> str:
    return field.findChild(ElidedLabel).text()


def tone(field: NumberField) -> str:
    return str(field.findChild(ElidedLabel).property("tone"))


# --- typing ---------------------------------------------------------------------------------------------


def test_typing_formats_the_number(qtbot: QtBot, field: NumberField, edit: QLineEdit) -> None:
    qtbot.keyClicks(edit, NUMBER)
    assert field.text() == SHOWN
    assert field.number() == PhoneNumber.parse(NUMBER)


def test_typing_in_the_middle_keeps_the_caret_at_its_digit(
    qtbot: QtBot, field: NumberField, edit: QLineEdit
) -> None:
    qtbot.keyClicks(edit, "+55119999001")
    edit.setCursorPosition(len("+55 11"))
    qtbot.keyClicks(edit, "99")
    assert "".join(filter(str.isdigit, field.text())) == "5511999999001"
    assert "".join(filter(str.isdigit, field.text()[: edit.cursorPosition()])) == "551199"


def test_backspace_deletes_a_digit_never_just_a_separator(
    qtbot: QtBot, field: NumberField, edit: QLineEdit
) -> None:
    field.set_text(NUMBER)
    edit.setCursorPosition(len("+55 11 "))
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert "".join(filter(str.isdigit, field.text())) == "551999990001"
    assert edit.cursorPosition() == len("+55 1")


def test_delete_deletes_a_digit_never_just_a_separator(
    qtbot: QtBot, field: NumberField, edit: QLineEdit
) -> None:
    field.set_text(NUMBER)
    edit.setCursorPosition(len("+55"))
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    assert "".join(filter(str.isdigit, field.text())) == "551999990001"


def test_a_number_can_be_deleted_to_the_end(qtbot: QtBot, field: NumberField, edit: QLineEdit) -> None:
    field.set_text(NUMBER)
    for _ in range(14):
        qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert field.text() == ""


@pytest.mark.parametrize(
    "pasted",
    [
        "+55 (11) 99999-0001",
        "\u202a+55\u00a011 99999\u20110001\u202c",
        "5511999990001@s.whatsapp.net",
        "+５５ １１ ９９９９９ ０００１",
        "tel:+55%2011%2099999-0001",
        "0055 11 99999 0001",
    ],
)
def test_pasted_text_is_understood(qtbot: QtBot, field: NumberField, edit: QLineEdit, pasted: str) -> None:
    QGuiApplication.clipboard().setText(pasted)
    edit.paste()
    number = field.number()
    assert number is not None
    assert number.e164 == NUMBER


def test_text_with_letters_stays_as_typed(qtbot: QtBot, field: NumberField, edit: QLineEdit) -> None:
    qtbot.keyClicks(edit, "11 9x-0(")
    assert field.text() == "11 9x-0("
    assert field.number() is None


def test_sixty_digits_stay_and_are_called_too_long(qtbot: QtBot, field: NumberField) -> None:
    field.set_text("9" * 60)
    assert field.text() == "9" * 60
    assert "too long" in line(field)
    assert tone(field) == "red"


def test_a_long_number_is_shown_smaller_rather_than_cut_off(
    theme: Theme, field: NumberField, edit: QLineEdit
) -> None:
    large = edit.font().pointSizeF()
    field.set_text("+9999999999999999999")
    assert edit.font().pointSizeF() < large
    theme.force(Qt.ColorScheme.Dark)
    assert edit.fontMetrics().horizontalAdvance(edit.text()) <= edit.width() - 36
    field.clear()
    assert edit.font().pointSizeF() == large


# --- from the dial pad and the window --------------------------------------------------------------------


def test_a_digit_from_the_dial_pad_replaces_the_selection(field: NumberField, edit: QLineEdit) -> None:
    field.set_text(NUMBER)
    field.select_all()
    for digit in "+55":
        field.type_digit(digit)
    assert field.text() == "+55"


def test_a_digit_from_the_dial_pad_goes_to_the_caret(field: NumberField, edit: QLineEdit) -> None:
    field.set_text("+5511")
    edit.setCursorPosition(0)
    field.delete_digit()
    assert field.text() == "+55 11"
    edit.setCursorPosition(len("+5"))
    field.delete_digit()
    field.type_digit("4")
    assert field.text().startswith("+45")


def test_the_dial_pad_works_while_the_field_has_no_focus(
    qtbot: QtBot, show: Callable[[QWidget], None], clock: Clock
) -> None:
    field = NumberField(now=clock)
    show(field)
    field.clearFocus()
    for digit in NUMBER:
        field.type_digit(digit)
    assert field.text() == SHOWN


def test_clear_number_empties_the_field_and_keeps_the_focus_there(
    qtbot: QtBot, field: NumberField, edit: QLineEdit, named: Callable[[QWidget, str], QWidget]
) -> None:
    clear = cast("QToolButton", named(field, "Clear number"))
    assert not clear.isVisible()
    field.set_text(NUMBER)
    assert clear.isVisible()
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    assert field.number() is None
    assert edit.hasFocus()


def test_clear_number_can_be_reached_and_pressed_with_the_keyboard(
    qtbot: QtBot, field: NumberField, edit: QLineEdit, named: Callable[[QWidget, str], QWidget]
) -> None:
    field.set_text(NUMBER)
    clear = named(field, "Clear number")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert clear.hasFocus()
    qtbot.keyClick(clear, Qt.Key.Key_Space)
    assert field.text() == ""


# --- signals --------------------------------------------------------------------------------------------


def test_number_changed_brings_the_number_once_and_none_when_it_is_gone(
    qtbot: QtBot, field: NumberField, edit: QLineEdit
) -> None:
    heard: list[object] = []
    field.number_changed.connect(heard.append)
    field.set_text(NUMBER)
    field.set_text(SHOWN)
    field.clear()
    assert heard == [PhoneNumber.parse(NUMBER), None]


def test_another_region_reads_the_number_anew(field: NumberField) -> None:
    field.set_text("4155551234")
    field.set_region("US")
    number = field.number()
    assert number is not None
    assert number.e164 == "+14155551234"
    assert field.text() == "(415) 555-1234"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_submits(qtbot: QtBot, field: NumberField, edit: QLineEdit, key: Qt.Key) -> None:
    field.set_text(NUMBER)
    with qtbot.waitSignal(field.submitted):
        qtbot.keyClick(edit, key)


def test_enter_held_down_submits_nothing_more(qtbot: QtBot, field: NumberField, edit: QLineEdit) -> None:
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    with qtbot.assertNotEmitted(field.submitted):
        QApplication.sendEvent(edit, held)
    assert held.isAccepted()


@pytest.mark.parametrize(("key", "step"), [(Qt.Key.Key_Up, 1), (Qt.Key.Key_Down, -1)])
def test_up_and_down_ask_for_recent_numbers(
    qtbot: QtBot, field: NumberField, edit: QLineEdit, key: Qt.Key, step: int
) -> None:
    with qtbot.waitSignal(field.recent_requested) as asked:
        qtbot.keyClick(edit, key)
    assert asked.args == [step]


# --- explanation ----------------------------------------------------------------------------------------


def test_the_line_says_country_kind_and_time_there(field: NumberField, edit: QLineEdit) -> None:
    field.set_text(NUMBER)
    assert line(field) == "Brazil · mobile · 14:02 there"
    assert edit.accessibleDescription() == "Brazil · mobile · 14:02 there"


def test_the_time_there_moves_on(qtbot: QtBot, clock: Clock, show: Callable[[QWidget], None]) -> None:
    clock.now = datetime(2026, 5, 1, 17, 2, 59, tzinfo=UTC)
    field = NumberField(now=clock)
    show(field)
    field.set_text(NUMBER)
    clock.now = datetime(2026, 5, 1, 17, 3, 0, tzinfo=UTC)
    qtbot.waitUntil(lambda: "14:03" in line(field), timeout=3000)


def test_an_assumed_country_is_said(field: NumberField, edit: QLineEdit) -> None:
    field.set_text("11999990001")
    assert line(field) == "Read as +55 11 99999-0001\nBrazil · mobile · 14:02 there"
    assert edit.accessibleDescription() == "Read as +55 11 99999-0001 · Brazil · mobile · 14:02 there"


def test_several_zones_are_a_range_and_too_many_are_left_out(field: NumberField) -> None:
    field.set_text("+558008871234")
    assert "there" not in line(field) or "–" in line(field)
    field.set_text("+18002345678")
    assert "there" not in line(field)


def test_a_number_that_no_plan_knows_is_doubted_in_words_and_with_an_icon(field: NumberField) -> None:
    field.set_text("+551219999999")
    assert field.number() is not None
    assert "no such numbers are known there" in line(field)
    assert tone(field) == "amber"


def test_a_number_of_no_country_is_international(field: NumberField) -> None:
    field.set_text("+870773111632")
    assert line(field).startswith("International")


def test_nobody_is_nagged_while_typing(qtbot: QtBot, field: NumberField, edit: QLineEdit) -> None:
    for digit in "+5511999":
        qtbot.keyClicks(edit, digit)
        assert tone(field) == "muted"
        assert edit.property("wrong") is False


def test_without_a_region_the_country_code_is_asked_for(field: NumberField) -> None:
    field.set_region(None)
    assert line(field) == "Begin with + and the country code."
    field.set_text("11")
    assert tone(field) == "muted"


def test_enter_says_in_red_what_is_missing(qtbot: QtBot, field: NumberField, edit: QLineEdit) -> None:
    field.set_text("+5511999")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert "too short" in line(field)
    assert tone(field) == "red"
    assert edit.property("wrong") is True


def test_typing_on_takes_the_red_away(qtbot: QtBot, field: NumberField, edit: QLineEdit) -> None:
    field.set_text("+5511999")
    field.show_problem()
    qtbot.keyClicks(edit, "9")
    assert tone(field) == "muted"


def test_call_without_a_number_says_so_and_takes_the_focus(field: NumberField, edit: QLineEdit) -> None:
    edit.clearFocus()
    field.show_problem()
    assert line(field) == "Enter a number."
    assert tone(field) == "red"
    assert edit.hasFocus()


def test_leaving_an_unfinished_number_says_what_is_wrong_but_an_empty_field_is_left_in_peace(
    qtbot: QtBot, clock: Clock, show: Callable[[QWidget], None]
) -> None:
    window = QWidget()
    field, elsewhere = NumberField(now=clock), QPushButton("elsewhere")
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(elsewhere)
    show(window)
    field.setFocus()
    elsewhere.setFocus()
    assert tone(field) == "muted"
    field.setFocus()
    field.set_text("+5511")
    elsewhere.setFocus()
    assert tone(field) == "red"


@pytest.mark.parametrize(
    ("text", "said"),
    [("11x", "letter"), ("11*", "cannot be part"), ("120363@g.us", "group"), ("+999123", "+999")],
)
def test_what_typing_cannot_put_right_is_said_at_once(field: NumberField, text: str, said: str) -> None:
    field.set_text(text)
    assert said in line(field)
    assert tone(field) == "red"


def test_a_screen_reader_hears_when_the_number_becomes_callable_or_wrong(
    qtbot: QtBot, spoken: list[str], field: NumberField, edit: QLineEdit
) -> None:
    qtbot.keyClicks(edit, "+551133334444")
    assert spoken == ["Brazil · landline · 14:02 there"]
    qtbot.keyClicks(edit, "x")
    assert spoken[1:] == ["There is a letter in the number (“x”). Remove it."]
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert len(spoken) == 3
