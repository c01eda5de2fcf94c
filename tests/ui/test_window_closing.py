"""The window closed at every state of a call, and what the next start shows of it."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from window_harness import ANSWERS, RINGS_OUT, Desk, run_on_qt

from app.practice.faults import late
from app.practice.server import PracticeServer
from app.storage.memory_secrets import MemorySecrets
from app.ui.history_row import Column

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from app.domain.account import Secret
    from app.ui.theme import Theme

LEAVES_WITHIN_S = 5.0


class SlowKeyring(MemorySecrets):
    """Answers when told to."""

    def __init__(self) -> None:
        super().__init__()
        self.waits = asyncio.Event()

    async def get(self, account_id: str, key: str) -> Secret | None:
        await self.waits.wait()
        return await super().get(account_id, key)


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True) as server:
        yield server


def newest_outcome(qapp: QApplication, theme: Theme, folder: Path) -> str:
    """Open the window again and return what its history says of the newest call."""

    async def session() -> str:
        desk = Desk(folder, theme, None)
        await desk.open()
        await desk.until(desk.window.history_model.rowCount)
        text = str(desk.window.history_model.index(0, Column.OUTCOME).data())
        await desk.close()
        return text

    return run_on_qt(qapp, session())


async def press_while_opening(desk: Desk) -> asyncio.Future[None]:
    """Press Call while the keyring keeps everything waiting; return the opening, still under way."""
    opening = asyncio.ensure_future(desk.open())
    await desk.until(lambda: desk.window.isActiveWindow() and desk.program.accounts.chosen)
    desk.window.fill_in_number(RINGS_OUT)
    desk.key(Qt.Key.Key_Return)
    return opening


@pytest.mark.parametrize(
    ("number", "state", "says"),
    [
        (RINGS_OUT, "sending", "? May have been placed"),
        (RINGS_OUT, "ringing", "? Not known"),
        (ANSWERS, "in_progress", "● Answered"),
    ],
)
def test_window_closed_during_a_call_saves_what_is_known(
    qapp: QApplication,
    theme: Theme,
    tmp_path: Path,
    server: PracticeServer,
    number: str,
    state: str,
    says: str,
) -> None:
    async def session() -> float:
        desk = Desk(tmp_path, theme, server)
        await desk.open()
        if state == "sending":
            server.inject(late(60))
        desk.window.fill_in_number(number)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.calls and desk.calls[-1].state == state)
        if state == "sending":
            await desk.until(lambda: desk.posts)
        desk.window.close()
        await desk.closed.wait()
        begun = time.monotonic()
        await desk.close()
        return time.monotonic() - begun

    assert run_on_qt(qapp, session()) < LEAVES_WITHIN_S  # a promise to the operator, not a speed
    assert newest_outcome(qapp, theme, tmp_path) == says
    assert server.calls_received == 1


def test_window_closed_before_a_call_left_cancels_it(
    qapp: QApplication, theme: Theme, tmp_path: Path, server: PracticeServer
) -> None:
    async def session() -> None:
        keyring = SlowKeyring()
        desk = Desk(tmp_path, theme, server, secrets=keyring)
        opening = await press_while_opening(desk)
        await desk.until(lambda: desk.calls and desk.calls[-1].state == "queued")
        opening.cancel()
        await desk.close()

    run_on_qt(qapp, session())
    assert newest_outcome(qapp, theme, tmp_path) == "✕ Cancelled"
    assert server.calls_received == 0


def test_call_that_has_not_left_is_cancelled_on_its_card(
    qapp: QApplication, theme: Theme, tmp_path: Path, server: PracticeServer
) -> None:
    async def session() -> None:
        keyring = SlowKeyring()
        desk = Desk(tmp_path, theme, server, secrets=keyring)
        opening = await press_while_opening(desk)
        await desk.until(lambda: desk.reads("Waiting"))
        desk.click("Cancel")
        await desk.until(lambda: desk.reads("Cancelled"))
        keyring.waits.set()
        await opening
        await desk.close()

    run_on_qt(qapp, session())
    assert server.calls_received == 0


def test_place_size_and_ring_seconds_are_remembered(qapp: QApplication, theme: Theme, tmp_path: Path) -> None:
    async def first() -> None:
        desk = Desk(tmp_path, theme, None)
        await desk.open()
        desk.window.resize(780, 640)
        desk.window.dialler.ring_duration.set_seconds(21)
        await desk.close()

    async def second() -> tuple[int, int, int]:
        desk = Desk(tmp_path, theme, None)
        await desk.open()
        seen = desk.window.width(), desk.window.height(), desk.window.dialler.ring_duration.seconds()
        await desk.close()
        return seen

    run_on_qt(qapp, first())
    assert run_on_qt(qapp, second()) == (780, 640, 21)


def test_narrow_window_has_two_tabs_and_keeps_the_focus(
    qapp: QApplication, theme: Theme, tmp_path: Path, server: PracticeServer
) -> None:
    async def session() -> None:
        desk = Desk(tmp_path, theme, server)
        await desk.open()
        desk.window.dialler.number_field.setFocus()
        desk.window.resize(380, 640)
        await desk.until(lambda: desk.window.width() == 380)
        desk.type("+5511999990002")
        assert desk.window.dialler.number_field.text() == "+55 11 99999-0002"
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.sees("Live calls"))
        desk.type("1")
        await desk.until(lambda: desk.sees("Phone number"))
        await desk.close()

    run_on_qt(qapp, session())


def test_narrow_and_wide_again_keeps_the_split(qapp: QApplication, theme: Theme, tmp_path: Path) -> None:
    async def session() -> None:
        desk = Desk(tmp_path, theme, None)
        await desk.open()
        before = desk.window.dialler.width()
        for width in (400, 790):
            desk.window.resize(width, 640)
            await desk.until(lambda width=width: desk.window.width() == width)
        await asyncio.sleep(0)
        assert desk.window.dialler.width() <= before + 4
        await desk.close()

    run_on_qt(qapp, session())


def test_split_is_remembered_also_from_the_compact_window(
    qapp: QApplication, theme: Theme, tmp_path: Path
) -> None:
    async def session(*, narrow: bool) -> int:
        desk = Desk(tmp_path, theme, None)
        await desk.open()
        desk.window.resize(790, 640)
        await desk.until(lambda: desk.window.width() == 790)
        width = desk.window.dialler.width()
        if narrow:
            desk.window.resize(400, 640)
            await desk.until(lambda: desk.window.width() == 400)
        await desk.close()
        return width

    before = run_on_qt(qapp, session(narrow=True))
    assert abs(run_on_qt(qapp, session(narrow=False)) - before) <= 4
