"""Notes and tags: typed in the details, saved by themselves, found again, and never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from history_calls import ONE, OTHER, ended, made, put, settled, shown
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from app.domain.guard import Despite, Guard
from app.practice.server import PracticeServer
from app.services.history import NotRecorded
from app.ui.call_details import CallDetails
from app.ui.history_row import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from window_harness import Desk, Script

    from app.domain.call import Call

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=0.02) as server:
        yield server


async def opened(desk: Desk) -> CallDetails:
    details = desk.window.findChild(CallDetails)
    assert isinstance(details, CallDetails)
    await desk.until(details.isActiveWindow)
    return details


async def kept(desk: Desk, call_id: str) -> tuple[str, str]:
    call = next(call for call in await desk.program.history.page() if call.id == call_id)
    return call.note, call.tag


def note_of(details: CallDetails) -> QPlainTextEdit:
    return details.findChild(QPlainTextEdit)  # type: ignore[return-value]


def test_whole_round_by_keyboard_searched_noted_and_found_by_the_note(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE, minutes=2)), ended(made("b", OTHER, minutes=1)))
        desk.key(Qt.Key.Key_F, CONTROL)
        desk.type("99999")
        await settled(desk)
        desk.key(Qt.Key.Key_Down)
        desk.key(Qt.Key.Key_Return, ALT)
        details = await opened(desk)
        desk.named("Note", details).setFocus()
        desk.type("asked about the invoice")
        desk.key(Qt.Key.Key_Return, CONTROL)
        await desk.until(lambda: desk.window.history_model.call(0).note)
        assert desk.named("Note", details).hasFocus()
        desk.key(Qt.Key.Key_Escape)
        await desk.until(lambda: not details.isVisible())
        desk.window.activateWindow()  # a window manager does so by itself
        await desk.until(desk.window.isActiveWindow)
        desk.key(Qt.Key.Key_F, CONTROL)
        desk.type("invoice")
        await settled(desk)
        assert shown(desk) == ["a"]
        assert await kept(desk, "a") == ("asked about the invoice", "")
        assert desk.window.activity.live_calls.count() == 0  # it is over long since
        detail = desk.window.history_model.index(0, Column.DETAIL)
        assert detail.data() == "asked about the invoice"

    at_desk(script)


def test_note_is_one_key_away_and_saved_when_the_details_are_closed(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)))
        desk.window.activity.history_view.select_first()
        desk.key(Qt.Key.Key_N, CONTROL)
        details = await opened(desk)
        assert desk.named("Note", details).hasFocus()
        desk.type("first line")
        desk.key(Qt.Key.Key_Return)
        desk.type("second")
        desk.key(Qt.Key.Key_Escape)
        await desk.until(lambda: not details.isVisible())
        assert await kept(desk, "a") == ("first line\nsecond", "")

    at_desk(script)


def test_tags_in_use_are_offered_before_the_usual_ones(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE, minutes=2)).annotated("", "Sold"), ended(made("b", minutes=1)))
        desk.window.show_details(desk.window.history_model.call(0))
        details = await opened(desk)
        tag = desk.named("Outcome noted", details)
        assert isinstance(tag, QComboBox)
        await desk.until(lambda: tag.count() == 6)
        assert [tag.itemText(n) for n in range(tag.count())] == [
            *("Sold", "Reached", "Left a message", "Call back", "Wrong number", "Not interested")
        ]
        assert tag.currentText() == ""
        tag.setFocus()
        desk.type("Call back")
        desk.named("Note", details).setFocus()  # leaving the field saves
        await desk.until(lambda: desk.window.history_model.call(0).tag == "Call back")
        details.accept()
        assert await kept(desk, "b") == ("", "Call back")

    at_desk(script)


async def refuse(call_id: str, note: str, tag: str) -> Call | None:
    raise NotRecorded("The disk is full.")


def test_note_that_cannot_be_saved_stays_and_can_be_tried_again(
    at_desk: Callable[[Script], None], monkeypatch: pytest.MonkeyPatch, spoken: list[str]
) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)))
        with monkeypatch.context() as broken:
            broken.setattr(desk.program.history, "annotate", refuse)
            desk.window.history.write_note(desk.window.history_model.call(0))
            details = await opened(desk)
            desk.type("important")
            desk.key(Qt.Key.Key_Escape)
            await desk.until(lambda: desk.sees("Try again", details))
            assert details.isVisible()
            assert "Not saved. The disk is full." in spoken
            assert note_of(details).toPlainText() == "important"
        desk.click("Try again", details)
        await desk.until(lambda: desk.window.history_model.call(0).note == "important")
        await desk.until(lambda: not desk.sees("Try again", details))
        details.accept()
        assert not details.isVisible()
        assert await kept(desk, "a") == ("important", "")

    at_desk(script)


def test_note_that_could_not_be_saved_is_still_there_when_one_comes_back(
    at_desk: Callable[[Script], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE, minutes=2)), ended(made("b", OTHER, minutes=1)))
        with monkeypatch.context() as broken:
            broken.setattr(desk.program.history, "annotate", refuse)
            desk.window.history.write_note(desk.window.history_model.call(1))
            details = await opened(desk)
            desk.type("important")
            desk.key(Qt.Key.Key_Escape)
            await desk.until(lambda: desk.sees("Try again", details))
            desk.key(Qt.Key.Key_Escape)  # who wants to leave may
            await desk.until(lambda: not details.isVisible())
            desk.window.history.show_details(desk.window.history_model.call(0))
            assert note_of(details).toPlainText() == ""
            assert not desk.sees("Try again", details)
            details.accept()
            await desk.until(lambda: not details._editor._saving)  # leaving has tried once more
        desk.window.history.write_note(desk.window.history_model.call(1))
        assert note_of(details).toPlainText() == "important"
        desk.key(Qt.Key.Key_Return, CONTROL)
        await desk.until(lambda: desk.window.history_model.call(1).note == "important")
        details.accept()
        assert await kept(desk, "a") == ("important", "")

    at_desk(script)


def test_note_being_written_is_not_disturbed_by_the_calls_next_step(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        begun = made("a", ONE)
        await put(desk, begun)
        desk.window.history.write_note(begun)
        details = await opened(desk)
        desk.type("while it rings")
        over = ended(begun)
        for n in range(2, len(over.steps) + 1):
            from dataclasses import replace

            await desk.program.history.record(replace(over, steps=over.steps[:n]))
        desk.news.call_changed.emit(over)
        assert note_of(details).toPlainText() == "while it rings"
        assert desk.sees("Redial", details)
        details.accept()
        await desk.until(lambda: not details.isVisible())
        assert await kept(desk, "a") == ("while it rings", "")

    at_desk(script)


def test_note_is_saved_when_the_program_ends(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)))
        desk.window.history.write_note(desk.window.history_model.call(0))
        await opened(desk)
        desk.type("last words")
        desk.window.remembered()
        await desk.tasks.close(5)
        assert await kept(desk, "a") == ("last words", "")

    at_desk(script)


def test_details_say_what_was_overridden_and_why(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        despite = Despite((Guard.DO_NOT_CALL,), "he asked for it")
        await put(desk, ended(made("a", ONE, despite=despite)))
        desk.window.show_details(desk.window.history_model.call(0))
        details = await opened(desk)
        sentence = "Called anyway: on the do-not-call list. Reason: he asked for it"
        assert desk.sees(f"Guard: {sentence}", details)
        details.accept()

    at_desk(script)


def test_details_copy_fill_in_and_delete(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE, minutes=2)), ended(made("b", OTHER, minutes=1)))
        desk.window.show_details(desk.window.history_model.call(1))
        details = await opened(desk)
        desk.click("Copy as text", details)
        assert QGuiApplication.clipboard().text().startswith(ONE)
        assert any("Call copied as text" in text for text in texts(details))
        actions = details._actions
        actions.menu.actions()[-1].trigger()
        assert desk.sees("Keep it", details)
        desk.click("Delete", details)
        await desk.until(lambda: not details.isVisible())
        await desk.until(lambda: shown(desk) == ["b"])
        assert [call.id for call in await desk.program.history.page()] == ["b"]

    at_desk(script)


def texts(details: CallDetails) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in details.findChildren(QLabel) if label.isVisible()]
