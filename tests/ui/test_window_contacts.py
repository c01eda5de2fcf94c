"""Contacts in the real window, on a real database: kept, found, called and filed by keyboard alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QListView
from window_harness import ANSWERS

from app.domain.contact import Contact, ContactNumber
from app.domain.phone_number import PhoneNumber
from app.practice.server import PracticeServer
from app.ui.call_card import CallCard
from app.ui.two_lines import SECOND_LINE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from window_harness import Desk, Script

    from app.ui.contacts_dialog import ContactsDialog

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=0.1) as server:
        yield server


def contact(name: str, *numbers: str, note: str = "") -> Contact:
    own = tuple(ContactNumber(PhoneNumber.parse(number, "BR")) for number in numbers)
    return Contact(name.lower().replace(" ", "-"), name, own, note)


MARIA = contact("Maria Silva", ANSWERS)
BRUNO = contact("Bruno Lima", "+55 21 3333-4444")


async def fill(desk: Desk, *contacts: Contact) -> None:
    for each in contacts:
        await desk.program.contacts.save(each)


async def opened(desk: Desk) -> ContactsDialog:
    """Open the contacts with their key, and wait for the list."""
    desk.key(Qt.Key.Key_B, CTRL)
    dialog = desk.window.contacts._contacts_dialog()
    await desk.until(lambda: dialog.isActiveWindow() and dialog.list.model.is_settled)
    return dialog


def line(desk: Desk, dialog: QDialog, name: str) -> QLineEdit:
    found = desk.named(name, dialog)
    assert isinstance(found, QLineEdit)
    return found


def shown(dialog: ContactsDialog) -> list[str]:
    model = dialog.findChild(QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def reads(dialog: QDialog, text: str) -> bool:
    return any(text in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_contact_is_made_kept_as_favourite_and_called_by_keyboard_alone(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        dialog = await opened(desk)
        desk.key(Qt.Key.Key_N, CTRL)
        desk.type("Maria Silva")
        desk.key(Qt.Key.Key_Tab)
        desk.type("11999990001")
        desk.key(Qt.Key.Key_Tab)
        desk.type("Work")
        for _ in range(5):  # the line's two buttons, Add a number, the note, the favourite
            desk.key(Qt.Key.Key_Tab)
        desk.key(Qt.Key.Key_Space)
        desk.key(Qt.Key.Key_S, CTRL)
        await desk.until(lambda: desk.program.contacts.favourites)
        assert shown(dialog) == ["Maria Silva"]
        [favourite] = desk.program.contacts.favourites
        assert (favourite.name, favourite.numbers[0].label) == ("Maria Silva", "Work")
        desk.key(Qt.Key.Key_Escape)
        await desk.until(desk.window.isActiveWindow)
        desk.key(Qt.Key.Key_1, ALT)
        assert desk.window.dialler.number_field.text() == ANSWERS
        assert desk.reads("Maria Silva · Brazil · mobile")
        assert desk.posts == 0
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        assert desk.posts == 1

    at_desk(script)


def test_search_finds_as_one_types_and_enter_fills_in_the_first(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await fill(desk, MARIA, BRUNO)
        dialog = await opened(desk)
        assert shown(dialog) == ["Bruno Lima", "Maria Silva"]
        desk.type("sil")
        await desk.until(lambda: shown(dialog) == ["Maria Silva"])
        assert line(desk, dialog, "Name").text() == "Maria Silva"
        desk.key(Qt.Key.Key_Return)
        await desk.until(desk.window.isActiveWindow)
        assert desk.window.dialler.number_field.text() == ANSWERS
        assert desk.window.dialler.number_field.edit.hasFocus()
        assert desk.posts == 0

    at_desk(script)


def test_what_is_typed_is_kept_when_another_row_is_looked_at_and_when_closed(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        await fill(desk, MARIA, BRUNO)
        dialog = await opened(desk)
        desk.key(Qt.Key.Key_Down)
        name = line(desk, dialog, "Name")
        name.setFocus()
        desk.key(Qt.Key.Key_End)
        desk.type(" Jr")
        rows = dialog.findChild(QListView)
        rows.setFocus()
        desk.key(Qt.Key.Key_Down)
        assert line(desk, dialog, "Name").text() == "Maria Silva"
        assert "Not saved" in rows.model().index(0, 0).data(SECOND_LINE)
        desk.key(Qt.Key.Key_Escape)
        await desk.until(desk.window.isActiveWindow)
        dialog = await opened(desk)
        rows.setFocus()
        desk.key(Qt.Key.Key_Home)
        assert line(desk, dialog, "Name").text() == "Bruno Lima Jr"
        desk.click("Discard changes", dialog)
        assert line(desk, dialog, "Name").text() == "Bruno Lima"
        assert "Not saved" not in rows.model().index(0, 0).data(SECOND_LINE)

    at_desk(script)


def test_new_contact_that_was_begun_waits(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await fill(desk, MARIA)
        dialog = await opened(desk)
        desk.key(Qt.Key.Key_N, CTRL)
        desk.type("Carla")
        dialog.findChild(QListView).setFocus()
        desk.key(Qt.Key.Key_Home)
        dialog.findChild(QListView).setCurrentIndex(dialog.list.model.index(0))
        assert line(desk, dialog, "Name").text() == "Maria Silva"
        assert desk.sees("New: not saved", dialog)
        desk.key(Qt.Key.Key_N, CTRL)
        assert line(desk, dialog, "Name").text() == "Carla"

    at_desk(script)


def test_wrong_number_is_refused_in_the_words_of_the_number_field(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        dialog = await opened(desk)
        desk.key(Qt.Key.Key_N, CTRL)
        desk.type("Ana")
        number = line(desk, dialog, "Number 1")
        number.setFocus()
        desk.type("11 9x")
        desk.key(Qt.Key.Key_Return)
        assert reads(dialog, "There is a letter in the number (“x”). Remove it.")
        assert number.hasFocus()
        assert number.text() == "11 9x"
        assert await desk.program.contacts.count() == 0

    at_desk(script)


def test_contact_without_a_name_is_not_saved(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        dialog = await opened(desk)
        desk.key(Qt.Key.Key_N, CTRL)
        line(desk, dialog, "Number 1").setFocus()
        desk.type("11999990001")
        desk.key(Qt.Key.Key_Return)
        assert reads(dialog, "Give a name.")
        assert line(desk, dialog, "Name").hasFocus()
        assert line(desk, dialog, "Number 1").text() == ANSWERS

    at_desk(script)


def test_number_of_somebody_else_is_told_and_taken(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await fill(desk, MARIA)
        dialog = await opened(desk)
        desk.key(Qt.Key.Key_N, CTRL)
        desk.type("Her son")
        line(desk, dialog, "Number 1").setFocus()
        desk.type("1199990001")  # the same person, written without the ninth digit
        desk.key(Qt.Key.Key_Tab)
        assert reads(dialog, "This number is also that of Maria Silva.")
        desk.key(Qt.Key.Key_S, CTRL)
        await desk.until(lambda: len(shown(dialog)) == 2)

    at_desk(script)


def test_contact_is_removed_after_a_question(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await fill(desk, MARIA, BRUNO)
        dialog = await opened(desk)
        desk.key(Qt.Key.Key_Down)
        desk.key(Qt.Key.Key_Delete)
        assert desk.sees("Remove contact", dialog)
        desk.key(Qt.Key.Key_Escape)
        assert not desk.sees("Remove contact", dialog)
        desk.key(Qt.Key.Key_Delete)
        desk.click("Remove contact", dialog)
        await desk.until(lambda: shown(dialog) == ["Maria Silva"])
        await desk.until(lambda: line(desk, dialog, "Name").text() == "Maria Silva")

    at_desk(script)


def test_what_cannot_be_saved_is_told_and_stays(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        dialog = await opened(desk)
        desk.key(Qt.Key.Key_N, CTRL)
        desk.type("A" * 201)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: reads(dialog, "The name is too long. Shorten it to 200 characters."))
        assert line(desk, dialog, "Name").text() == "A" * 201

    at_desk(script)


def test_names_stand_beside_numbers_in_cards_history_and_questions(
    at_desk: Callable[[Script], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.dialling.ONE_PRESS", timedelta())

    async def script(desk: Desk) -> None:
        await fill(desk, MARIA)
        desk.window.fill_in_number(ANSWERS)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        card = desk.window.activity.live_calls.findChild(CallCard)
        assert card._name.isVisible()
        assert card._name.text() == "Maria Silva"
        assert card.accessible_words(datetime.now(UTC)).startswith(ANSWERS + ", ")
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.reads(f"Maria Silva ({ANSWERS}) was called"))
        await desk.program.contacts.save(replace(MARIA, name="Maria S. Costa"))
        assert card._name.text() == "Maria S. Costa"
        assert desk.reads("Maria S. Costa · Brazil")

    at_desk(script)


def test_unknown_number_is_added_from_beside_the_field_by_keyboard(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.type("11999990001")
        desk.key(Qt.Key.Key_Tab)  # Clear number
        desk.key(Qt.Key.Key_Tab)
        assert QApplication.focusWidget().accessibleName() == "Add to contacts"
        desk.key(Qt.Key.Key_Return)
        dialog = desk.window.contacts._contacts_dialog()
        await desk.until(lambda: dialog.isActiveWindow() and line(desk, dialog, "Name").hasFocus())
        assert line(desk, dialog, "Number 1").text() == ANSWERS
        desk.type("Maria Silva")
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.reads("Maria Silva · "))
        assert desk.sees("Show the contact Maria Silva")

    at_desk(script)


def test_contact_of_a_known_number_is_shown(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await fill(desk, BRUNO, MARIA)
        desk.window.fill_in_number(ANSWERS)
        desk.click("Show the contact Maria Silva")
        dialog = desk.window.contacts._contacts_dialog()
        await desk.until(lambda: dialog.isVisible() and line(desk, dialog, "Name").text() == "Maria Silva")
        await desk.until(lambda: shown(dialog) == ["Maria Silva"])

    at_desk(script)


def test_all_calls_of_a_contact_are_shown_in_the_history(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await fill(desk, MARIA)
        dialog = await opened(desk)
        desk.click("All calls", dialog)
        await desk.until(desk.window.isActiveWindow)
        assert desk.window.history.model.which.person == MARIA.numbers[0].number.person

    at_desk(script)


def test_name_typed_in_the_number_field_is_filled_in_and_not_dialled(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        await fill(desk, MARIA, BRUNO)
        desk.type("mari")
        await desk.until(lambda: desk.window.contacts._completer.is_open)
        desk.key(Qt.Key.Key_Return)
        field = desk.window.dialler.number_field
        assert field.text() == ANSWERS
        assert not desk.sees("Back to mari")
        assert desk.posts == 0
        assert desk.calls == []
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.posts == 1)

    at_desk(script)


def test_esc_closes_the_list_first_and_then_clears(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await fill(desk, MARIA)
        desk.type("mari")
        await desk.until(lambda: desk.window.contacts._completer.is_open)
        desk.key(Qt.Key.Key_Escape)
        assert not desk.window.contacts._completer.is_open
        assert desk.window.dialler.number_field.text() == "mari"
        desk.key(Qt.Key.Key_Escape)
        assert desk.window.dialler.number_field.text() == ""

    at_desk(script)


def test_favourites_are_moved_and_removed_at_the_strip(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await fill(desk, MARIA, BRUNO)
        strip, book = desk.window.dialler.speed_dial, desk.program.contacts
        await book.set_favourite(MARIA.id, 1)
        await book.set_favourite(BRUNO.id, 2)
        assert strip.isVisible()
        strip.moved.emit(BRUNO.id, 1)
        await desk.until(lambda: strip.favourite(1).name == "Bruno Lima")
        strip.removed.emit(BRUNO.id)
        await desk.until(lambda: [each.name for each in book.favourites] == ["Maria Silva"])
        strip.removed.emit(MARIA.id)
        await desk.until(lambda: not strip.isVisible())
        desk.key(Qt.Key.Key_1, ALT)
        assert desk.window.dialler.number_field.text() == ""

    at_desk(script)


def test_dialogs_and_strip_fit_a_narrow_screen(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await fill(desk, MARIA, BRUNO)
        await desk.program.contacts.set_favourite(MARIA.id, 1)
        desk.window.resize(360, 600)
        dialog = await opened(desk)
        dialog.resize(360, 600)
        await desk.until(lambda: desk.sees("Import, export, duplicates", dialog))
        assert (desk.window.width(), dialog.width()) == (360, 600 - 240)
        assert not desk.sees("Import…", dialog)
        strip = desk.window.dialler.speed_dial
        assert desk.window.rect().contains(strip.mapTo(desk.window, strip.rect().bottomRight()))

    at_desk(script)


def test_call_of_the_history_begins_a_contact(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        desk.window.history.contact_requested.emit(desk.calls[-1])
        dialog = desk.window.contacts._contacts_dialog()
        await desk.until(lambda: dialog.isVisible() and desk.sees("Number 1", dialog))
        await desk.until(lambda: line(desk, dialog, "Number 1").text() == ANSWERS)

    at_desk(script)


def test_chosen_number_says_that_it_came_from_the_contacts(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await fill(desk, MARIA)
        await desk.program.contacts.set_favourite(MARIA.id, 1)
        desk.key(Qt.Key.Key_1, ALT)
        assert desk.reads("From the contacts")

    at_desk(script)


def test_enter_typed_faster_than_the_search_fills_in_what_was_typed(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        await fill(desk, MARIA, BRUNO)
        dialog = await opened(desk)
        assert line(desk, dialog, "Name").text() == "Bruno Lima"
        desk.type("maria")
        desk.key(Qt.Key.Key_Return)
        await desk.until(desk.window.dialler.number_field.text)
        assert desk.window.dialler.number_field.text() == ANSWERS

    at_desk(script)


def test_buttons_of_the_top_bar_name_their_keys(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.resize(360, 600)
        for name, keys in (("Contacts", "Ctrl+B"), ("Queue", "Ctrl+L")):
            button = desk.named(name, desk.window.top_bar)
            assert button.toolTip() == f"{name} ({keys})"
            right = button.mapTo(desk.window, button.rect().bottomRight())
            assert desk.window.rect().contains(right)
        desk.click("Contacts", desk.window.top_bar)
        dialog = desk.window.contacts._contacts_dialog()
        await desk.until(lambda: dialog.isActiveWindow() and dialog.list.model.is_settled)
        assert dialog.list.line.hasFocus()

    at_desk(script)


def test_new_number_is_added_to_a_contact_that_was_begun(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        dialog = await opened(desk)
        desk.key(Qt.Key.Key_N, CTRL)
        desk.type("Maria")
        dialog.begin_with(ANSWERS)
        assert line(desk, dialog, "Name").text() == "Maria"
        assert line(desk, dialog, "Number 1").text() == ANSWERS

    at_desk(script)


def test_removed_line_takes_its_number_along(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await fill(desk, contact("Maria Silva", ANSWERS, "+55 21 3333-4444"))
        dialog = await opened(desk)
        desk.click("Remove number 1", dialog)
        assert line(desk, dialog, "Number 1").text() == "+55 21 3333-4444"
        desk.key(Qt.Key.Key_S, CTRL)
        person = PhoneNumber.parse(ANSWERS).person
        await desk.until(lambda: not desk.program.contacts.name_of(person))

    at_desk(script)
