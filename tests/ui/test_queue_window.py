"""The queue by hand at the real window: by keyboard, with calls at the practice provider and restarts."""

from __future__ import annotations

import asyncio
import csv
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from window_harness import Desk, run_on_qt

from app.domain.call import Outcome
from app.domain.queue import EntryState, QueueState
from app.practice.server import PracticeServer
from app.services.settings import NotSaved
from app.storage.queue_file import QueueFile
from app.ui.queue_model import Column, QueueModel

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from window_harness import Script

    from app.domain.queue import QueueEntry
    from app.ui.queue_dialog import QueueDialog
    from app.ui.theme import Theme

THREE = "Maria Silva; (11) 99999-0001; ask about invoice\n11 99999-0002; José\n11 99999-0003"
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=0.1) as server:
        yield server


@pytest.fixture
def at_desks(qapp: QApplication, theme: Theme, tmp_path: Path, server: PracticeServer) -> Callable[..., None]:
    """Run one script after another, each at a new window of the same profile."""

    def run(*scripts: Callable[[Desk], Awaitable[None]]) -> None:
        async def session(script: Callable[[Desk], Awaitable[None]]) -> None:
            desk = Desk(tmp_path, theme, server)
            try:
                await desk.open()
                await script(desk)
            finally:
                await desk.close()

        for script in scripts:
            run_on_qt(qapp, session(script))

    return run


def dialog(desk: Desk) -> QueueDialog:
    shown = desk.window.queue._dialog
    assert shown is not None
    return shown


def field(desk: Desk) -> str:
    return desk.window.dialler.number_field.text()


def current(desk: Desk) -> QueueEntry:
    entry = desk.program.queue.current
    assert entry is not None
    return entry


async def paste_and_start(desk: Desk, text: str = THREE) -> None:
    desk.key(Qt.Key.Key_L, CONTROL)
    await desk.until(lambda: dialog(desk).isActiveWindow())
    QApplication.clipboard().setText(text)
    desk.key(Qt.Key.Key_V, CONTROL)
    desk.key(Qt.Key.Key_Return, CONTROL)
    await desk.until(lambda: desk.program.queue.progress.total)
    desk.click("Start or pause", dialog(desk))
    await desk.until(lambda: desk.program.queue.state is QueueState.RUNNING)
    await desk.until(lambda: field(desk) and desk.window.isActiveWindow())
    assert not dialog(desk).isVisible()  # it would cover what one works at


async def call(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Return)
    await desk.until(lambda: current(desk).outcome)


async def next_place(desk: Desk, place: int) -> None:
    await desk.until(lambda: desk.program.queue.current and current(desk).place == place)
    await desk.until(lambda: current(desk).number and current(desk).number.formatted in field(desk))


def test_the_whole_round_by_keyboard_and_through_a_restart(at_desks: Callable[..., None]) -> None:
    async def first_day(desk: Desk) -> None:
        await paste_and_start(desk)
        assert field(desk) == "+55 11 99999-0001"
        assert desk.reads("1 of 3 · Maria Silva")
        assert desk.reads("ask about invoice")
        assert desk.posts == 0
        await call(desk)
        assert desk.posts == 1
        desk.key(Qt.Key.Key_O, CONTROL_SHIFT)
        desk.type("wants a copy")
        desk.key(Qt.Key.Key_Tab)
        desk.type("Call back")
        desk.key(Qt.Key.Key_Return)
        assert QApplication.focusWidget().accessibleName() == "Next in queue"
        desk.key(Qt.Key.Key_Return)
        await next_place(desk, 2)
        assert desk.reads("2 of 3 · José")
        assert desk.posts == 1
        newest = await desk.program.history.page(limit=1)
        assert [(each.note, each.tag) for each in newest] == [("wants a copy", "Call back")]
        first, *_ = await desk.program.queue.page()
        assert (first.state, first.outcome) == (EntryState.CALLED, Outcome.ANSWERED)
        assert (first.remark, first.tag) == ("wants a copy", "Call back")

    async def second_day(desk: Desk) -> None:
        assert desk.reads("Queue paused at 2 of 3")
        assert field(desk) == ""
        desk.click("Resume queue")
        await next_place(desk, 2)
        assert desk.posts == 1
        await call(desk)
        assert desk.posts == 2
        desk.key(Qt.Key.Key_N, CONTROL_SHIFT)
        await next_place(desk, 3)
        desk.key(Qt.Key.Key_S, CONTROL_SHIFT)
        await desk.until(lambda: desk.program.queue.state is QueueState.FINISHED)
        assert desk.reads("Queue finished: 2 called, 1 skipped")
        assert desk.posts == 2

    at_desks(first_day, second_day)


def test_pausing_and_resuming_by_key(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await paste_and_start(desk)
        desk.key(Qt.Key.Key_P, CONTROL_SHIFT)
        await desk.until(lambda: desk.reads("Queue paused at 1 of 3"))
        desk.key(Qt.Key.Key_N, CONTROL_SHIFT)
        desk.key(Qt.Key.Key_S, CONTROL_SHIFT)
        desk.key(Qt.Key.Key_O, CONTROL_SHIFT)
        desk.key(Qt.Key.Key_P, CONTROL_SHIFT)
        await desk.until(lambda: desk.reads("1 of 3 · Maria Silva"))
        assert desk.posts == 0

    at_desk(script)


def test_a_double_click_on_next_leaves_one_entry(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await paste_and_start(desk)
        button = desk.named("Next in queue", desk.window)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        await next_place(desk, 2)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        await asyncio.sleep(0)
        assert current(desk).place == 2

    at_desk(script)


def test_what_was_half_typed_is_offered_back(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await paste_and_start(desk)
        desk.key(Qt.Key.Key_N, CONTROL_SHIFT)
        await next_place(desk, 2)
        assert not desk.sees("Put back what was typed")
        desk.window.dialler.number_field.clear()
        desk.type("2198")
        desk.key(Qt.Key.Key_N, CONTROL_SHIFT)
        await next_place(desk, 3)
        desk.click("Put back what was typed")
        assert field(desk) == "2198"
        assert not desk.sees("Put back what was typed")
        assert desk.posts == 0

    at_desk(script)


def test_the_entry_before_comes_again(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await paste_and_start(desk)
        assert not desk.named("Previous entry again").isEnabled()
        desk.key(Qt.Key.Key_N, CONTROL_SHIFT)
        await next_place(desk, 2)
        desk.click("Previous entry again")
        await next_place(desk, 1)

    at_desk(script)


def test_a_person_who_stands_there_twice_is_said(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await paste_and_start(desk, "11 99999-0001\n11 9999-0001")
        desk.key(Qt.Key.Key_N, CONTROL_SHIFT)
        await next_place_of(desk, 2)
        assert desk.reads("The same person is at place 1 of this queue.")

    async def next_place_of(desk: Desk, place: int) -> None:
        await desk.until(lambda: current(desk).place == place)

    at_desk(script)


def test_a_note_that_cannot_be_saved_stays_and_nothing_moves(
    at_desk: Callable[[Script], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def script(desk: Desk) -> None:
        await paste_and_start(desk)

        async def full(*_: object) -> None:
            raise NotSaved("The disk is full.")

        with monkeypatch.context() as patched:
            patched.setattr(desk.program._queue_file, "annotate", full)
            desk.key(Qt.Key.Key_O, CONTROL_SHIFT)
            desk.type("on holiday")
            desk.key(Qt.Key.Key_N, CONTROL_SHIFT)
            await desk.until(lambda: desk.reads("The disk is full."))
            assert current(desk).place == 1
            assert desk.window.queue.strip.note.words() == ("on holiday", "")
        desk.key(Qt.Key.Key_S, CONTROL_SHIFT)
        await next_place(desk, 2)
        assert not desk.reads("The disk is full.")
        first, *_ = await desk.program.queue.page()
        assert (first.state, first.remark) == (EntryState.SKIPPED, "on holiday")

    at_desk(script)


def test_esc_in_the_note_goes_back_to_the_number(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await paste_and_start(desk)
        desk.key(Qt.Key.Key_O, CONTROL_SHIFT)
        desk.type("1 note")
        desk.key(Qt.Key.Key_Escape)
        assert field(desk) == "+55 11 99999-0001"
        assert QApplication.focusWidget().accessibleName() == "Phone number"
        await desk.until(lambda: current(desk).remark == "1 note")

    at_desk(script)


def test_a_number_is_mended_in_the_list(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.queue.open_list()
        await desk.program.queue.filling.add_text("Maria; 12345\n11 99999-0002")
        table, model = dialog(desk)._table, dialog(desk).model
        await desk.until(lambda: model.entry(0))
        table.setFocus()
        table.show_place(1)
        assert any(
            "too short" in label.text() for label in dialog(desk).findChildren(type(dialog(desk)._hint))
        )
        desk.key(Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        desk.type("11 99999-0001")
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: (entry := model.entry(0)) and entry.number)
        assert model.index(0, Column.NUMBER).data() == "+55 11 99999-0001"
        assert desk.program.queue.progress.unreadable == 0

    at_desk(script)


def test_what_could_not_be_mended_stays_in_its_row(
    at_desk: Callable[[Script], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def script(desk: Desk) -> None:
        async def full(*_: object) -> bool:
            raise NotSaved("The disk is full.")

        desk.window.queue.open_list()
        await desk.program.queue.filling.add_text("12345")
        model = dialog(desk).model
        await desk.until(lambda: model.entry(0))
        monkeypatch.setattr(desk.program._queue_file, "correct", full)
        index = model.index(0, Column.NUMBER)
        assert model.setData(index, "11 99999-0001")
        await desk.until(lambda: any("disk is full" in each.text() for each in _labels(desk)))
        assert index.data() == "11 99999-0001"

    at_desk(script)


def test_clearing_asks_first(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await paste_and_start(desk)
        desk.window.queue.open_list()
        desk.click("Clear queue", dialog(desk))
        await desk.until(lambda: desk.sees("Keep it", dialog(desk)))
        desk.click("Keep it", dialog(desk))
        assert desk.program.queue.progress.total == 3
        desk.click("Clear queue", dialog(desk))
        await desk.until(lambda: desk.sees("Clear the queue", dialog(desk)))
        desk.click("Clear the queue", dialog(desk))
        await desk.until(lambda: desk.program.queue.state is QueueState.EMPTY)
        assert not desk.window.queue.strip.isVisible()

    at_desk(script)


def test_a_file_is_imported_after_its_columns_were_confirmed(
    at_desk: Callable[[Script], None], tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Nome;Telefone\nMaria;11 99999-0001\nJosé;11 99999-0002\n", encoding="utf-8")

    async def script(desk: Desk) -> None:
        desk.window.queue.open_list()
        dialog(desk).files.import_file(str(file))
        importing = dialog(desk).files.importing
        assert importing is not None
        await desk.until(importing._import.isEnabled)
        assert _chosen(desk, "Column of the numbers") == "Telefone"
        assert _chosen(desk, "Column of the names") == "Nome"
        assert _chosen(desk, "Column of the notes") == "None"
        QTest.mouseClick(_button(importing, "Import"), Qt.MouseButton.LeftButton)
        await desk.until(lambda: desk.program.queue.progress.total == 2)
        await desk.until(lambda: not importing.isVisible())
        assert any("2 lines added." in each.text() for each in _labels(desk))

    at_desk(script)


def test_a_cancelled_import_adds_nothing(at_desk: Callable[[Script], None], tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("11 99999-0001;x\n" * 20_000, encoding="utf-8")

    async def script(desk: Desk) -> None:
        desk.window.queue.open_list()
        dialog(desk).files.import_file(str(file))
        importing = dialog(desk).files.importing
        assert importing is not None
        await desk.until(importing._import.isEnabled)
        QTest.mouseClick(_button(importing, "Import"), Qt.MouseButton.LeftButton)
        QTest.mouseClick(_button(importing, "Cancel"), Qt.MouseButton.LeftButton)
        await desk.until(lambda: not importing.isVisible())
        assert desk.program.queue.progress.total == 0
        assert not (tmp_path / "queue.sqlite3").exists()

    at_desk(script)


def test_a_file_that_is_no_table_is_said(at_desk: Callable[[Script], None], tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        desk.window.queue.open_list()
        dialog(desk).files.import_file(str(tmp_path / "nowhere.csv"))
        importing = dialog(desk).files.importing
        assert importing is not None
        await desk.until(lambda: importing.board.shows("import"))
        notice = importing.board.notice("import")
        assert notice is not None
        assert "nowhere.csv" in notice.text()
        assert not importing._import.isEnabled()

    at_desk(script)


def test_what_became_of_it_is_exported(at_desk: Callable[[Script], None], tmp_path: Path) -> None:
    file = tmp_path / "out" / "queue.csv"

    async def script(desk: Desk) -> None:
        await paste_and_start(desk, '=HYPERLINK("x"); 11 99999-0001; ask\n12345')
        await call(desk)
        desk.window.queue.open_list()
        dialog(desk).files.export(str(file))
        await desk.until(lambda: any("cannot be written to" in each.text() for each in _labels(desk)))
        file.parent.mkdir()
        dialog(desk).files.export(str(file))
        await desk.until(file.exists)
        with file.open(encoding="utf-8-sig", newline="") as opened:
            first, second = csv.DictReader(opened)
        assert first["name"].startswith("'=HYPERLINK")
        assert (first["number"], first["state"], first["outcome"]) == (
            "+55 11 99999-0001",
            "current",
            "answered",
        )
        assert first["called_at"]
        assert (second["number"], second["written"], second["state"]) == ("", "12345", "waiting")
        assert [each.name for each in file.parent.iterdir()] == ["queue.csv"]

    at_desk(script)


def test_adding_a_long_list_can_be_stopped(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.queue.open_list()
        area = desk.named("Numbers to add", dialog(desk))
        assert isinstance(area, QPlainTextEdit)
        area.setPlainText("11 99999-0001; somebody\n" * 20_000)
        desk.click("Add to queue", dialog(desk))
        assert area.isReadOnly()
        desk.click("Add to queue", dialog(desk))
        await desk.until(lambda: not area.isReadOnly())
        assert area.toPlainText()
        assert desk.program.queue.progress.total == 0

    at_desk(script)


def test_what_is_being_noted_is_kept_when_the_window_closes(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await paste_and_start(desk)
        desk.key(Qt.Key.Key_O, CONTROL_SHIFT)
        desk.type("half a thou")
        desk.window.remembered()
        await desk.until(lambda: current(desk).remark == "half a thou")

    at_desk(script)


def test_what_another_toque_works_on_is_not_taken(at_desk: Callable[[Script], None], tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        other = QueueFile(tmp_path / "queue.sqlite3", tmp_path / "runs")
        await desk.program.queue.filling.add_text("11 99999-0001")
        await other.move_on()
        desk.click("Resume queue")
        await desk.until(lambda: desk.reads("Another Toque works on what is left of the queue."))
        assert field(desk) == ""
        await other.close()
        desk.click("Resume queue")
        await desk.until(lambda: field(desk) == "+55 11 99999-0001")

    at_desk(script)


def test_the_list_of_tags_does_not_turn_with_the_wheel(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await paste_and_start(desk)
        desk.key(Qt.Key.Key_O, CONTROL_SHIFT)
        combo = desk.named("Tag")
        here = QPointF(5, 5)
        down = QWheelEvent(
            here,
            combo.mapToGlobal(here),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(combo, down)
        assert desk.window.queue.strip.note.words() == ("", "")

    at_desk(script)


def test_the_model_keeps_what_qt_asks_of_models(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        model = QueueModel(desk.program.queue, desk.tasks, lambda _person: "")
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
        desk.news.queue_changed.connect(model.refresh)
        await desk.program.queue.filling.add_text(THREE)
        assert model.rowCount() == 3
        assert model.index(0, Column.NAME).data() is None
        await desk.until(lambda: model.index(0, Column.NAME).data() == "Maria Silva")
        assert not model.index(0, Column.NAME).flags() & Qt.ItemFlag.ItemIsEditable
        assert model.index(0, Column.NUMBER).flags() & Qt.ItemFlag.ItemIsEditable
        await desk.program.queue.clear()
        assert model.rowCount() == 0

    at_desk(script)


def test_no_two_shortcuts_of_the_window_are_the_same(at_desk: Callable[[Script], None]) -> None:
    from PySide6.QtGui import QShortcut

    async def script(desk: Desk) -> None:
        keys = [each.key().toString() for each in desk.window.findChildren(QShortcut)]
        keys += [
            each.shortcut().toString()
            for each in desk.window.findChildren(QAction)
            if each.shortcutContext() is not Qt.ShortcutContext.WidgetShortcut and each.shortcut().toString()
        ]
        assert len(keys) == len(set(keys))

    at_desk(script)


def _labels(desk: Desk) -> list[QPushButton]:
    from PySide6.QtWidgets import QLabel

    return [each for each in dialog(desk).findChildren(QLabel) if each.isVisible()]


def _chosen(desk: Desk, name: str) -> str:
    combo = desk.named(name, dialog(desk))
    assert isinstance(combo, QComboBox)
    return combo.currentText()


def _button(root: object, text: str) -> QPushButton:
    from PySide6.QtWidgets import QDialog

    assert isinstance(root, QDialog)
    return next(each for each in root.findChildren(QPushButton) if each.text() == text)


def test_the_paste_area_keeps_what_was_refused(
    at_desk: Callable[[Script], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def script(desk: Desk) -> None:
        async def full(*_: object, **__: object) -> bool:
            raise NotSaved("The disk is full.")

        desk.window.queue.open_list()
        monkeypatch.setattr(desk.program._queue_file, "add", full)
        area = desk.named("Numbers to add", dialog(desk))
        assert isinstance(area, QPlainTextEdit)
        area.setPlainText(THREE)
        desk.click("Add to queue", dialog(desk))
        await desk.until(lambda: any("disk is full" in each.text() for each in _labels(desk)))
        assert area.toPlainText() == THREE
        assert not area.isReadOnly()

    at_desk(script)
