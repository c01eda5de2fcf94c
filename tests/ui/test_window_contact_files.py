"""Contacts from files and into files, and duplicates, in the real window on a real database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QRadioButton, QWidget

from app.domain.contact import Contact, ContactNumber
from app.domain.phone_number import PhoneNumber
from app.practice.server import PracticeServer
from app.services.contact_import import ColumnUse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from window_harness import Desk, Script

    from app.ui.contacts_duplicates import ContactsDuplicates
    from app.ui.contacts_files import ContactsFiles
    from app.ui.contacts_import import ContactsImport

CSV = """Nome;Telefone;Celular;Obs
Maria Silva;(11) 3456-7890;(11) 99999-0001;prefers mornings
Carlos Lima;abc;;
;;(21) 97777-6666;
"""
VCARD = """BEGIN:VCARD
VERSION:3.0
FN:Ana Souza
TEL;TYPE=CELL:+55 11 98888-7777
END:VCARD
"""


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=0.1) as server:
        yield server


def files(desk: Desk) -> ContactsFiles:
    desk.window.contacts.open()
    found = desk.window.contacts._files
    assert found is not None
    return found


async def previewed(desk: Desk, path: Path) -> ContactsImport:
    """Open the import of that file, and wait for its preview."""
    contacts = files(desk)
    contacts.open_import(str(path))
    dialog = contacts._import
    assert dialog is not None
    await desk.until(dialog.isActiveWindow)
    await desk.until(lambda: dialog._import.isEnabled() or dialog.board.shows("import"))
    return dialog


def written(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def words(dialog: QWidget) -> str:
    return " | ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def rows(dialog: ContactsImport) -> list[tuple[str, ...]]:
    table = dialog._rows
    return [
        tuple(table.item(row, column).text().replace("\N{NO-BREAK SPACE}", " ") for column in range(3))
        for row in range(table.rowCount())
    ]


async def names(desk: Desk) -> list[str]:
    return [each.name for each in await desk.program.contacts.page()]


def test_preview_shows_columns_rows_and_what_is_refused(
    at_desk: Callable[[Script], None], tmp_path: Path
) -> None:
    async def script(desk: Desk) -> None:
        dialog = await previewed(desk, written(tmp_path, "people.csv", CSV))
        uses = [combo.currentData() for combo in dialog._columns.findChildren(QComboBox)]
        assert uses == [ColumnUse.NAME, ColumnUse.NUMBER, ColumnUse.NUMBER, ColumnUse.NOTE]
        assert rows(dialog)[0] == (
            "2",
            "Maria Silva",
            "+55 11 3456-7890 · +55 11 99999-0001 · prefers mornings",
        )
        assert rows(dialog)[1][:2] == ("3", "Carlos Lima")
        assert "There is a letter in the number (“a”). Remove it." in rows(dialog)[1][2]
        assert rows(dialog)[2][0] == "4"
        assert "read as those of Brazil" in words(dialog)
        assert "1 contact. Not readable: 2 rows." in words(dialog)
        assert await names(desk) == []

    at_desk(script)


def test_column_that_was_guessed_wrong_is_put_right(
    at_desk: Callable[[Script], None], tmp_path: Path
) -> None:
    async def script(desk: Desk) -> None:
        dialog = await previewed(desk, written(tmp_path, "people.csv", CSV))
        combo = desk.named("What Obs is for", dialog)
        assert isinstance(combo, QComboBox)
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_End)
        await desk.until(lambda: "prefers" not in rows(dialog)[0][2])
        assert combo.hasFocus()
        dialog.begin()
        await desk.until(lambda: dialog.board.shows("import"))
        [maria] = await desk.program.contacts.page()
        assert maria.note == ""

    at_desk(script)


def test_import_reports_in_words_what_was_left_out(at_desk: Callable[[Script], None], tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        dialog = await previewed(desk, written(tmp_path, "people.csv", CSV))
        desk.click("Import", dialog)
        await desk.until(lambda: dialog.board.shows("import"))
        assert "New: 1 contact. Left out: 2 rows." in words(dialog)
        assert [row[0] for row in rows(dialog)] == ["3", "4"]
        assert not desk.sees("Import", dialog)
        assert await names(desk) == ["Maria Silva"]
        desk.key(Qt.Key.Key_Return)  # Close has the focus
        await desk.until(lambda: not dialog.isVisible())

    at_desk(script)


def test_vcard_has_the_same_preview_without_columns(
    at_desk: Callable[[Script], None], tmp_path: Path
) -> None:
    async def script(desk: Desk) -> None:
        dialog = await previewed(desk, written(tmp_path, "people.vcf", VCARD))
        assert not dialog._choices.isVisible()
        assert rows(dialog) == [("1", "Ana Souza", "+55 11 98888-7777")]
        desk.key(Qt.Key.Key_Return)  # there is nothing else to settle
        await desk.until(lambda: dialog.board.shows("import"))
        assert not dialog._rows.isVisible()
        assert await names(desk) == ["Ana Souza"]

    at_desk(script)


def test_file_that_cannot_be_read_is_told_with_a_way_out(
    at_desk: Callable[[Script], None], tmp_path: Path
) -> None:
    async def script(desk: Desk) -> None:
        dialog = await previewed(desk, tmp_path / "missing.csv")
        assert desk.sees("Choose another file", dialog)
        assert not dialog._import.isEnabled()
        dialog.show_file(written(tmp_path, "people.csv", CSV))
        await desk.until(dialog._import.isEnabled)
        assert not desk.sees("Choose another file", dialog)

    at_desk(script)


def test_cancelled_import_adds_nobody(at_desk: Callable[[Script], None], tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        many = "Name,Number\n" + "".join(f"Person {n},+55119{n:08}\n" for n in range(60_000))
        dialog = await previewed(desk, written(tmp_path, "many.csv", many))
        dialog.begin()
        desk.key(Qt.Key.Key_Escape)
        await desk.until(lambda: dialog.board.shows("import"))
        assert "The import was cancelled: no contact was added." in words(dialog)
        assert dialog.isVisible()
        assert dialog._import.isEnabled()
        assert await names(desk) == []

    at_desk(script)


@pytest.mark.parametrize("name", ["out.csv", "out.vcf"])
def test_export_says_what_it_wrote(at_desk: Callable[[Script], None], tmp_path: Path, name: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.program.contacts.save(contact("Maria Silva", "+5511999990001"))
        contacts = files(desk)
        contacts.export(str(tmp_path / name))
        dialog = desk.window.contacts._contacts_dialog()
        await desk.until(lambda: f"Saved in {name}: 1 contact." in words(dialog))
        assert "Maria Silva" in (tmp_path / name).read_text(encoding="utf-8-sig")

    at_desk(script)


def test_export_that_fails_can_be_tried_again(at_desk: Callable[[Script], None], tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.program.contacts.save(contact("Maria Silva", "+5511999990001"))
        contacts = files(desk)
        folder = tmp_path / "not there"
        contacts.export(str(folder / "out.csv"))
        dialog = desk.window.contacts._contacts_dialog()
        await desk.until(lambda: desk.sees("Try again", dialog))
        folder.mkdir()
        desk.click("Try again", dialog)
        await desk.until(lambda: "Saved in out.csv" in words(dialog))

    at_desk(script)


def test_file_is_chosen_without_blocking(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        contacts = files(desk)
        for choose, mode in (
            (contacts.choose_import, QFileDialog.AcceptMode.AcceptOpen),
            (contacts.choose_export, QFileDialog.AcceptMode.AcceptSave),
        ):
            choose()
            chooser = contacts._chooser
            assert chooser is not None
            await desk.until(chooser.isVisible)
            assert chooser.acceptMode() is mode
            chooser.reject()

    at_desk(script)


def contact(name: str, *numbers: str, note: str = "") -> Contact:
    own = tuple(ContactNumber(PhoneNumber.parse(number)) for number in numbers)
    return Contact(f"id of {name}", name, own, note)


async def duplicates(desk: Desk) -> ContactsDuplicates:
    contacts = files(desk)
    contacts.open_duplicates()
    dialog = contacts._duplicates
    assert dialog is not None
    await desk.until(lambda: not dialog._is_busy and dialog.isActiveWindow())
    return dialog


def choices(dialog: QDialog) -> list[str]:
    return [each.text() for each in dialog.findChildren(QRadioButton) if not each.isHidden()]


def test_duplicates_are_merged_and_skipped_by_keyboard(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        book = desk.program.contacts
        await book.save(contact("Maria", "+5511999990001", note="VIP"))
        await book.save(contact("Maria Silva", "+551199990001", "+552133334444"))
        await book.save(contact("João", "+5531966661234"))
        await book.save(contact("joao", "+5548991234567"))
        dialog = await duplicates(desk)
        assert choices(dialog) == ["Maria", "Maria Silva"]
        assert "+55 11 99999-0001\n+55 11 9999-0001\n+55 21 3333-4444" in words(dialog)  # as it is kept
        desk.key(Qt.Key.Key_Down)
        assert "+55 11 9999-0001\n+55 21 3333-4444\n+55 11 99999-0001" in words(dialog)
        desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await desk.until(lambda: choices(dialog) == ["João", "joao"])
        desk.click("Skip", dialog)
        await desk.until(lambda: "That was all." in words(dialog))
        assert await names(desk) == ["João", "joao", "Maria Silva"]
        [merged] = await book.find("Maria")
        assert {own.number.person for own in merged.numbers} == {"551199990001", "552133334444"}
        assert merged.note == "VIP"

    at_desk(script)


def test_no_duplicates_says_so(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        dialog = await duplicates(desk)
        assert "No number and no name is there twice." in words(dialog)

    at_desk(script)
