"""Notifications on a real bus: shown, replaced, clicked; and what happens where nobody shows them."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform != "linux":
    pytest.skip("there is no D-Bus", allow_module_level=True)

from notification_daemon import Bus, NotificationDaemon

from app.desktop.dbus_notifications import DbusNotifications, NotTold
from app.desktop.notifications import Notifications
from app.services.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

DEADLINE_S = 20


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    bus = Bus(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    yield bus
    bus.close()


@pytest.fixture
def daemon(bus: Bus) -> Iterator[NotificationDaemon]:
    daemon = NotificationDaemon(bus)
    yield daemon
    daemon.close()


@pytest.fixture
async def tasks() -> AsyncIterator[Tasks]:
    tasks = Tasks()
    yield tasks
    await tasks.close()


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(DEADLINE_S):
        while not condition():  # noqa: ASYNC110 - another thread does it
            await asyncio.sleep(0.005)


async def test_a_notification_says_who_and_what_and_nothing_else(
    daemon: NotificationDaemon, tasks: Tasks
) -> None:
    await DbusNotifications(tasks, pytest.fail).tell("call", "Ana & <Co>", "Answered")
    (shown,) = daemon.shown
    assert (shown["app"], shown["title"], shown["body"]) == ("Toque", "Ana & <Co>", "Answered")
    assert shown["actions"][0] == "default"
    assert shown["hints"]["desktop-entry"] == ("s", "toque")


async def test_later_news_of_a_call_take_the_place_of_earlier_ones(
    daemon: NotificationDaemon, tasks: Tasks
) -> None:
    notifications = DbusNotifications(tasks, pytest.fail)
    for key, body in (("one", "Answered"), ("two", "Declined"), ("one", "Ended")):
        await notifications.tell(key, "+55 11 99999-0001", body)
    assert [shown["id"] for shown in daemon.shown] == [1, 2, 1]


async def test_a_click_says_which_call_and_hands_on_the_token(
    daemon: NotificationDaemon, tasks: Tasks
) -> None:
    clicked: list[tuple[str, str]] = []
    notifications = DbusNotifications(tasks, lambda key, token: clicked.append((key, token)))
    await notifications.tell("one", "Ana", "Answered")
    await notifications.tell("two", "Rui", "Declined")
    daemon.click(99)  # another program's
    daemon.click(2, "token of the click")
    daemon.click(1)
    await until(lambda: len(clicked) == 2)
    assert clicked == [("two", "token of the click"), ("one", "")]


@pytest.mark.parametrize(
    ("capabilities", "body"), [(("body-markup",), "a &lt;b&gt; &amp; c"), (("body",), "a <b> & c")]
)
async def test_markup_is_text_to_every_daemon(
    bus: Bus, tasks: Tasks, capabilities: tuple[str, ...], body: str
) -> None:
    daemon = NotificationDaemon(bus, capabilities=capabilities)
    await DbusNotifications(tasks, pytest.fail).tell("one", "Ana", "a <b> & c")
    assert daemon.shown[0]["body"] == body
    daemon.close()


async def test_without_a_bus_nobody_is_told(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
    with pytest.raises(NotTold):
        await DbusNotifications(tasks, pytest.fail).tell("one", "Ana", "Answered")


async def test_without_a_daemon_nobody_is_told(bus: Bus, tasks: Tasks) -> None:
    with pytest.raises(NotTold):
        await DbusNotifications(tasks, pytest.fail).tell("one", "Ana", "Answered")


async def test_a_daemon_that_comes_later_is_found(bus: Bus, tasks: Tasks) -> None:
    notifications = DbusNotifications(tasks, pytest.fail)
    with pytest.raises(NotTold):
        await notifications.tell("one", "Ana", "Answered")
    daemon = NotificationDaemon(bus)
    await notifications.tell("one", "Ana", "Ended")
    assert [shown["body"] for shown in daemon.shown] == ["Ended"]
    daemon.close()


async def test_a_daemon_that_hangs_or_refuses_is_left_alone(
    daemon: NotificationDaemon, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    notifications = DbusNotifications(tasks, pytest.fail)
    daemon.refuses = True
    with pytest.raises(NotTold):
        await notifications.tell("one", "Ana", "Answered")
    daemon.is_silent = True
    monkeypatch.setattr("app.desktop.dbus_notifications.DEADLINE_S", 0.05)
    with pytest.raises(NotTold):
        await notifications.tell("one", "Ana", "Answered")


async def test_a_bus_that_goes_away_is_found_again(
    bus: Bus, tasks: Tasks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    daemon = NotificationDaemon(bus)
    notifications = DbusNotifications(tasks, pytest.fail)
    await notifications.tell("one", "Ana", "Answered")
    bus.close()
    daemon.close()
    with pytest.raises(NotTold):
        await notifications.tell("one", "Ana", "Answered")
    (tmp_path / "again").mkdir()
    again = Bus(tmp_path / "again")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", again.address)
    daemon = NotificationDaemon(again)
    await notifications.tell("one", "Ana", "Ended")
    assert [shown["replaces"] for shown in daemon.shown] == [0]  # a number of the old daemon means nothing
    daemon.close()
    again.close()


async def test_closed_it_leaves_nothing_that_the_end_would_wait_for(
    daemon: NotificationDaemon, tasks: Tasks
) -> None:
    notifications = Notifications(tasks, pytest.fail)
    notifications.tell("one", "Ana", "Answered")
    await until(lambda: daemon.shown)
    notifications.close()
    async with asyncio.timeout(DEADLINE_S):
        await tasks.close(grace_s=2 * DEADLINE_S)


async def test_the_tray_tells_where_no_daemon_does(
    qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    told: list[tuple[str, str]] = []
    chosen: list[tuple[str, str]] = []
    notifications = Notifications(tasks, lambda title, body: told.append((title, body)))
    notifications.chosen.connect(lambda key, token: chosen.append((key, token)))
    notifications.on_tray_clicked()  # nothing was told yet
    notifications.tell("one", "Ana", "Answered")
    notifications.tell("two", "Rui", "Declined")
    await until(lambda: len(told) == 2)
    notifications.on_tray_clicked()
    assert told == [("Ana", "Answered"), ("Rui", "Declined")]
    assert chosen == [("two", "")]
