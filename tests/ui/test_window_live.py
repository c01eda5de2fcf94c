"""Live status in the window: offered where it is off, explained, written only after that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from window_harness import RINGS_OUT, Desk

from app.practice.server import PracticeServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from window_harness import Script


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=False, pace=0.05) as server:
        yield server


def settings_written(server: PracticeServer) -> int:
    return sum(
        record.method == "POST" and record.path.startswith("/api/events/") for record in server.requests
    )


def test_live_status_is_written_only_after_it_was_shown(
    at_desk: Callable[[Script], None], server: PracticeServer
) -> None:
    async def script(desk: Desk) -> None:
        desk.click("Turn on live status")
        await desk.until(lambda: desk.reads('{"enabled": true, "events": ["call.update", "instance.state"]'))
        assert settings_written(server) == 0
        desk.click("Write it")
        await desk.until(lambda: "live status on" in desk.window.top_bar.known_words())
        assert settings_written(server) == 1
        assert not desk.window.board.shows("live status")

    at_desk(script)


def test_declined_offer_goes_away_and_writes_nothing(
    at_desk: Callable[[Script], None], server: PracticeServer
) -> None:
    async def script(desk: Desk) -> None:
        desk.click("Not now")
        assert not desk.window.board.shows("live status")
        assert settings_written(server) == 0

    at_desk(script)


def test_without_live_status_a_call_goes_by_the_clock(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.dialler.ring_duration.set_seconds(1)
        desk.window.fill_in_number(RINGS_OUT)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.reads("Should be ringing"))
        assert desk.reads("○")
        await desk.until(
            lambda: desk.reads("Ring time over: this provider does not say whether it was answered")
        )
        assert desk.states()[-2:] == ["ringing clock", "unknown clock"]

    at_desk(script)


def test_line_that_goes_down_is_shown_in_words(
    at_desk: Callable[[Script], None], server: PracticeServer
) -> None:
    async def script(desk: Desk) -> None:
        desk.click("Turn on live status")
        desk.click("Write it")
        await desk.until(lambda: "live status on" in desk.window.top_bar.known_words())
        server.push_line_state("logged_out")
        selector = desk.named("Account")
        await desk.until(lambda: "Disconnected" in selector.accessibleDescription())
        server.push_line_state("connected")
        await desk.until(lambda: "Connected" in selector.accessibleDescription())

    at_desk(script)


def test_tab_goes_through_everything_in_reading_order(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.dialler.ring_duration.set_seconds(1)
        desk.window.fill_in_number(RINGS_OUT)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        desk.window.dialler.number_field.setFocus()
        stops = []
        for _ in range(21):
            focus = QApplication.focusWidget()
            stops.append(focus.accessibleName() or focus.text())
            desk.key(Qt.Key.Key_Tab)
        assert stops == [
            "Phone number",
            "Clear number",
            "Add to contacts",
            "Digit 1",
            "Ring",
            "Ring duration",
            "Ring duration in seconds",
            "Call",
            "Live calls",
            "Details",
            "Dismiss",
            "Search history",
            "Filters",
            "Export history",
            "History",
            "Account",
            "Contacts",
            "Queue",
            "Compact window",
            "Settings",
            "Turn on live status",
        ]

    at_desk(script)
