"""What has room at the window's usual size and at its smallest, and what keeps its colour or the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QWidget

from app.domain.contact import Contact, ContactNumber
from app.domain.phone_number import PhoneNumber
from app.domain.provider import Line
from app.practice.server import PracticeServer
from app.ui.account_selector import AccountItem, AccountSelector
from app.ui.row_delegate import RowDelegate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot
    from window_harness import Desk, Script

USUAL, SMALLEST = QSize(1040, 700), QSize(360, 600)
LINES = "Maria Silva; (11) 99999-0001; ask about the invoice\n11 99999-0002; José"


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=0.05) as server:
        yield server


async def begin_queue(desk: Desk) -> None:
    """Have a queue running, with its note open, and favourites."""
    for place in range(1, 4):
        number = ContactNumber(PhoneNumber.parse(f"+55 11 99999-000{place}"), "Mobile")
        await desk.program.contacts.save(Contact(str(place), f"Contact {place}", (number,)))
        await desk.program.contacts.set_favourite(str(place), place)
    await desk.program.queue.filling.add_text(LINES)
    desk.window.queue.pause_or_resume()
    await desk.until(lambda: desk.program.queue.current)
    await desk.until(desk.window.dialler.speed_dial.isVisible)
    desk.window.queue.strip.write()


def test_number_pad_ring_time_and_call_have_room_beside_queue_and_speed_dial(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        desk.window.resize(USUAL)
        await begin_queue(desk)
        await desk.until(lambda: desk.window.size() == USUAL and desk.window.queue.strip.isVisible())
        bar = desk.window.dialler._scrolled.verticalScrollBar()
        await desk.until(lambda: bar.maximum() == 0)

    at_desk(script)


def test_the_queue_moves_with_the_halves_and_keeps_the_focus(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.resize(USUAL)
        await begin_queue(desk)
        strip = desk.window.queue.strip
        note = desk.window.focusWidget()
        assert strip.isAncestorOf(note)
        for size, is_within in ((SMALLEST, True), (USUAL, False)):
            desk.window.resize(size)
            await desk.until(lambda: desk.window.dialler.isAncestorOf(strip) is is_within)  # noqa: B023
            assert desk.window.focusWidget() is note

    at_desk(script)


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (400, ("Support desk", "RyzeAPI · Connected")),
        (180, ("Support desk", "Connected")),
        (30, ("…", "")),
    ],
)
def test_an_account_with_little_room(qtbot: QtBot, room: int, shown: tuple[str, str]) -> None:
    selector = AccountSelector()
    qtbot.addWidget(selector)
    account = AccountItem("1", "Support desk", "RyzeAPI", Line.CONNECTED)
    name, rest = selector._fitting(account, room)
    assert rest == shown[1]
    assert name == shown[0] if rest else name.endswith(shown[0])


def test_a_chosen_row_keeps_its_colours(qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    item = QStandardItem("● Answered")
    item.setForeground(QColor("#067647"))
    model = QStandardItemModel(1, 1, view)
    model.setItem(0, 0, item)
    view.setModel(model)
    option = QStyleOptionViewItem()
    RowDelegate(view).initStyleOption(option, model.index(0, 0, QModelIndex()))
    assert option.palette.color(QPalette.ColorRole.HighlightedText) == QColor("#067647")


def test_the_hint_gives_way_where_the_dialler_is_low(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        hint: QWidget = desk.window.dialler._hint
        desk.window.resize(USUAL)
        await desk.until(hint.isVisible)
        desk.window.resize(SMALLEST)
        await desk.until(lambda: not hint.isVisible())
        bar = desk.window.dialler._scrolled.verticalScrollBar()
        await desk.until(lambda: bar.maximum() == 0)
        assert desk.window.dialler.ring_duration.isVisible()
        desk.key(Qt.Key.Key_Escape)

    at_desk(script)
