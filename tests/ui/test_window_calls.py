"""Calls through the real window: pressed by mouse and keyboard, sent over real HTTP, followed live."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_harness import (
    ANSWERS,
    BREAKS,
    DECLINES,
    FAILS,
    LIMITS,
    REFUSES,
    RINGS_OUT,
    Desk,
    run_on_qt,
)

from app.practice.faults import HTML_REPLY, late
from app.practice.server import PracticeServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from window_harness import Script

    from app.ui.theme import Theme


PACE = 0.1


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=PACE) as server:
        yield server


def test_call_is_followed_to_its_end_by_keyboard_alone(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.type("11999990001")
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        assert desk.states() == [
            "queued local",
            "sending local",
            "placed provider",
            "ringing provider",
            "in_progress provider",
            "answered provider",
        ]
        assert desk.posts == 1

    at_desk(script)


def test_card_says_each_step_with_its_time(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(DECLINES)
        desk.click("Call")
        await desk.until(lambda: desk.reads("Declined"))
        for step in ("Sent", "Accepted&nbsp;by&nbsp;RyzeAPI", "Ringing", "Declined"):
            assert desk.reads(step)

    at_desk(script)


def test_call_not_answered_says_so(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(RINGS_OUT)
        desk.click("Call")
        await desk.until(lambda: desk.reads("Not answered"))

    at_desk(script)


def test_broken_connection_may_have_been_placed(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(BREAKS)
        desk.click("Call")
        await desk.until(lambda: desk.reads("May have been placed"))
        assert desk.reads("The connection broke before the reply. Check before calling again.")
        assert desk.posts == 1

    at_desk(script)


def test_server_failure_shows_its_reason(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(FAILS)
        desk.click("Call")
        await desk.until(lambda: desk.reads("RyzeAPI says that it failed:"))
        assert desk.reads("Not placed")

    at_desk(script)


def test_html_in_place_of_a_reply_is_unknown(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        assert desk.server is not None
        desk.server.inject(HTML_REPLY)
        desk.window.fill_in_number(ANSWERS)
        desk.click("Call")
        await desk.until(lambda: desk.reads("May have been placed"))

    at_desk(script)


def test_refused_token_offers_the_account_settings(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(REFUSES)
        desk.click("Call")
        await desk.until(lambda: desk.reads("Not placed"))
        card = desk.window.activity.live_calls
        desk.click("Open account settings", card)
        await desk.until(lambda: desk.sees("Account name"))

    at_desk(script)


def test_rate_limit_counts_down_and_sends_nothing_meanwhile(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(LIMITS)
        desk.click("Call")
        await desk.until(lambda: desk.reads("Not placed"))
        call = desk.named("Call")
        assert not call.isEnabled()
        assert "Too many requests: wait" in call.text()  # type: ignore[attr-defined]
        desk.key(Qt.Key.Key_Return)
        await asyncio.sleep(0)
        assert desk.posts == 1
        await desk.until(call.isEnabled)

    at_desk(script)


def test_double_click_places_one_call(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        call = desk.named("Call")
        QTest.mouseClick(call, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(call, Qt.MouseButton.LeftButton)
        desk.window.dialler.number_field.setFocus()
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        assert desk.posts == 1
        assert len({call.id for call in desk.calls}) == 1

    at_desk(script)


def test_held_enter_places_one_call(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        field = QApplication.focusWidget()
        from PySide6.QtCore import QEvent
        from PySide6.QtGui import QKeyEvent

        for _ in range(5):
            held = QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
            )
            QApplication.sendEvent(field, held)
        await asyncio.sleep(0)
        assert desk.posts == 1
        assert not desk.window.dialler.board.shows("question")

    at_desk(script)


def test_calling_again_soon_asks_first(
    at_desk: Callable[[Script], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.dialling.ONE_PRESS", timedelta())

    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(DECLINES)
        desk.click("Call")
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        desk.click("Call")
        await desk.until(lambda: desk.window.dialler.board.shows("question"))
        assert desk.posts == 1
        desk.click("Do not call")
        assert not desk.window.dialler.board.shows("question")
        desk.click("Call")
        await desk.until(lambda: desk.window.dialler.board.shows("question"))
        desk.click("Call anyway")
        await desk.until(lambda: desk.posts == 2)

    at_desk(script)


def test_empty_number_says_what_to_do_and_sends_nothing(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.click("Call")
        assert desk.reads("Enter a number.")
        assert desk.posts == 0
        assert not desk.calls

    at_desk(script)


def test_call_button_says_what_it_will_do_and_keeps_its_name(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.type("+5511999990001")
        call = desk.named("Call")
        assert call.accessibleDescription() == "Ring +55 11 99999-0001 for 8 s"

    at_desk(script)


def test_digits_typed_anywhere_go_to_the_number(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(DECLINES)
        desk.click("Call")
        await desk.until(lambda: desk.window.history_model.rowCount() == 1)
        desk.window.dialler.number_field.clear()
        desk.window.activity.history_view.setFocus()
        desk.type("+")
        desk.type("5511")
        assert desk.window.dialler.number_field.text().replace(" ", "") == "+5511"

    at_desk(script)


def test_escape_clears_the_number(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.type("11999990001")
        desk.key(Qt.Key.Key_Escape)
        assert desk.window.dialler.number_field.text() == ""

    at_desk(script)


def test_up_and_down_walk_recent_numbers(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(DECLINES)
        desk.click("Call")
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        field = desk.window.dialler.number_field
        field.setFocus()
        field.set_text("+1415")
        desk.key(Qt.Key.Key_Up)
        assert field.text() == DECLINES
        desk.key(Qt.Key.Key_Down)
        assert field.text().replace(" ", "") == "+1415"

    at_desk(script)


def test_redial_fills_in_and_does_not_dial(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(DECLINES)
        desk.window.dialler.ring_duration.set_seconds(3)
        desk.click("Call")
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        desk.window.dialler.number_field.clear()
        desk.window.dialler.ring_duration.set_seconds(9)
        desk.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        assert desk.window.dialler.number_field.text() == DECLINES
        assert desk.window.dialler.ring_duration.seconds() == 3
        assert desk.posts == 1

    at_desk(script)


def test_lost_live_connection_makes_no_false_statement(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        assert desk.server is not None
        desk.window.dialler.ring_duration.set_seconds(1)
        desk.window.fill_in_number(RINGS_OUT)
        desk.server.refuse_live()
        desk.server.drop_live()
        await desk.until(lambda: "connecting" in desk.window.top_bar.known_words())
        desk.click("Call")
        await desk.until(lambda: desk.reads("Should be ringing"))
        await desk.until(
            lambda: desk.reads("Ring time over: this provider does not say whether it was answered")
        )

    at_desk(script)


def test_window_without_account_offers_the_two_ways_to_begin(
    qapp: QApplication, theme: Theme, tmp_path: Path
) -> None:
    async def session() -> None:
        desk = Desk(tmp_path, theme, None)
        await desk.open()
        assert desk.named("Practice mode").isEnabled()
        desk.type("+5511999990001")
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.reads("There is no account to call through yet."))
        await desk.close()

    run_on_qt(qapp, session())


@pytest.mark.logs(r"^History|^history\.sqlite3: ")
def test_history_that_cannot_be_written_keeps_the_call_from_being_sent(
    at_desk: Callable[[Script], None], tmp_path: Path
) -> None:
    (tmp_path / "history.sqlite3").mkdir()

    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        desk.click("Call")
        await desk.until(lambda: desk.reads("could not be written to history, so it was not sent"))
        assert desk.posts == 0

    at_desk(script)


def test_offline_instance_is_shown_and_its_refusal_too(
    at_desk: Callable[[Script], None], server: PracticeServer
) -> None:
    async def script(desk: Desk) -> None:
        server.push_line_state("disconnected")
        selector = desk.named("Account")
        await desk.until(lambda: "Disconnected" in selector.accessibleDescription())
        desk.window.fill_in_number(ANSWERS)
        desk.click("Call")
        await desk.until(lambda: desk.reads("instance is not connected"))

    at_desk(script)


def test_next_call_to_the_same_person_takes_the_place_of_the_last_card(
    at_desk: Callable[[Script], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.dialling.ONE_PRESS", timedelta())

    async def script(desk: Desk) -> None:
        for _ in range(2):
            desk.window.fill_in_number(FAILS)
            desk.window.dialler.press_call()
            shown = len(desk.calls)
            await desk.until(lambda shown=shown: len(desk.calls) > shown and desk.calls[-1].is_over)
        assert desk.window.activity.live_calls.count() == 1

    at_desk(script)


def test_double_press_keeps_the_question_it_raised(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(BREAKS)
        desk.click("Call")
        await desk.until(lambda: desk.reads("May have been placed"))
        desk.program.dialling._last = None  # a while later
        desk.click("Call")
        await desk.until(lambda: desk.window.dialler.board.shows("question"))
        desk.click("Call")
        await asyncio.sleep(0)
        assert desk.window.dialler.board.shows("question")
        assert desk.posts == 1

    at_desk(script)


def test_news_of_the_account_leave_what_is_being_typed_alone(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        box = desk.named("Ring duration in seconds")
        box.setFocus()
        desk.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        desk.key(Qt.Key.Key_Delete)
        await desk.program.accounts.open.refresh("account")
        desk.type("4")
        assert desk.window.dialler.ring_duration.seconds() == 4

    at_desk(script)


def test_cancel_goes_the_moment_the_call_has_left(
    at_desk: Callable[[Script], None], server: PracticeServer
) -> None:
    async def script(desk: Desk) -> None:
        server.inject(late(1))
        desk.window.fill_in_number(ANSWERS)
        desk.click("Call")
        await desk.until(lambda: desk.posts == 1)
        await desk.until(lambda: not desk.sees("Cancel"))
        assert desk.reads("Sending")

    at_desk(script)


def test_what_never_left_is_not_called_sent(
    at_desk: Callable[[Script], None], server: PracticeServer
) -> None:
    async def script(desk: Desk) -> None:
        server.stop()
        desk.window.fill_in_number(ANSWERS)
        desk.click("Call")
        await desk.until(lambda: desk.reads("so nothing was sent"))
        assert not desk.reads("Sent&nbsp;")

    at_desk(script)


def test_seconds_that_cannot_be_read_keep_the_call_back(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.dialler.number_field.set_text(ANSWERS)
        desk.named("Ring duration in seconds").setFocus()
        desk.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        desk.type("7,5")
        desk.key(Qt.Key.Key_Return)
        await asyncio.sleep(0)
        assert desk.posts == 0
        assert desk.reads("Enter whole seconds from 1 to 60")

    at_desk(script)


def test_question_follows_the_call_it_is_about(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(DECLINES)
        desk.click("Call")
        await desk.until(lambda: desk.calls and desk.calls[-1].state == "ringing")
        desk.program.dialling._last = None  # a while later
        desk.click("Call")
        await desk.until(lambda: desk.sees("Call anyway"))
        anyway = desk.named("Call anyway")
        anyway.setFocus()
        await desk.until(lambda: desk.reads("(Declined). Call again?"))
        assert QApplication.focusWidget() is anyway

    at_desk(script)
