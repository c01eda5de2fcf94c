"""The tray icon: what it says, and what its menu does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from app.ui.tray import Tray, TrayState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def tray(qtbot: QtBot) -> Iterator[Tray]:
    window = QWidget()
    qtbot.addWidget(window)
    tray = Tray("Toque", window)
    yield tray
    tray.hide()


def texts(tray: Tray) -> list[str]:
    return [action.text() for action in tray.menu.actions()]


def test_the_state_is_said_in_words(tray: Tray) -> None:
    said = []
    for state in TrayState:
        tray.show_state(state)
        said.append(tray.words)
    assert said == ["Toque", "Toque: call under way", "Toque: no connection"]


def test_recent_numbers_are_offered_with_their_names(tray: Tray) -> None:
    numbers = [("+55 11 99999-0001", "Ana & Rui"), ("+55 11 99999-0002", "")]
    tray.show_recent([*numbers, *((f"+1 {n}", "") for n in range(10))])
    assert texts(tray)[:4] == ["Open Toque", "", "Ana && Rui  +55 11 99999-0001", "+55 11 99999-0002"]
    assert len(texts(tray)) == 2 + 5 + 2


def test_a_number_that_is_chosen_is_handed_on_as_it_is(tray: Tray, qtbot: QtBot) -> None:
    tray.show_recent([("+55 11 99999-0001", "Ana")])
    with qtbot.waitSignal(tray.number_chosen) as chosen:
        tray.menu.actions()[2].trigger()
    assert chosen.args == ["+55 11 99999-0001"]


def test_open_and_quit(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.open_wanted):
        tray.menu.actions()[0].trigger()
    with qtbot.waitSignal(tray.quit_wanted):
        tray.menu.actions()[-1].trigger()


def test_without_a_tray_nothing_is_told(tray: Tray) -> None:
    assert not tray.is_there
    tray.tell("Ana", "Answered")
