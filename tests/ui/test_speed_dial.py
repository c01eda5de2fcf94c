"""The strip of favourites by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QVBoxLayout, QWidget

from app.domain.contact import Contact, ContactNumber
from app.domain.phone_number import PhoneNumber
from app.ui.speed_dial import SpeedDial, key_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

NAMES = ("Ana", "Bruno", "Carla", "Davi", "Elisa", "Fábio", "Gabi", "Hugo", "Íris", "João", "Kátia")


def person(name: str, *numbers: str) -> Contact:
    own = tuple(ContactNumber(PhoneNumber.parse(n)) for n in numbers or ("+5511999990001",))
    return Contact(name, name, own, favourite=1)


@pytest.fixture
def strip(show: Callable[[QWidget], None]) -> SpeedDial:
    strip = SpeedDial()
    around = QWidget()
    column = QVBoxLayout(around)
    column.addWidget(strip)
    column.addStretch(1)
    around.resize(340, 120)
    show(around)
    around.kept = column
    return strip


def chips(strip: SpeedDial) -> list[QPushButton]:
    return [each for each in strip.findChildren(QPushButton) if each.isVisible() and not each.isHidden()]


def shown(strip: SpeedDial) -> list[str]:
    return [chip.accessibleName() for chip in chips(strip)]


def test_without_favourites_it_takes_no_room(strip: SpeedDial) -> None:
    strip.show_favourites([person("Ana")])
    assert strip.isVisible()
    strip.show_favourites([])
    assert not strip.isVisible()


def test_chips_tell_their_keys_and_numbers(strip: SpeedDial) -> None:
    strip.show_favourites([person("Ana"), person("Bruno")])
    assert shown(strip) == ["Ana", "Bruno"]
    assert chips(strip)[1].accessibleDescription() == f"+55 11 99999-0001, {key_words(2)}"


def test_a_press_chooses(strip: SpeedDial, qtbot: QtBot) -> None:
    strip.show_favourites([person("Ana"), person("Bruno")])
    with qtbot.waitSignal(strip.chosen) as chosen:
        QTest.mouseClick(chips(strip)[1], Qt.MouseButton.LeftButton)
    assert chosen.args[0].name == "Bruno"


def test_what_has_no_room_stands_in_the_menu(strip: SpeedDial, qtbot: QtBot) -> None:
    strip.show_favourites([person(name) for name in NAMES])
    seen = shown(strip)
    assert 2 <= len(seen) < len(NAMES)
    assert all(chip.geometry().right() < strip.width() for chip in chips(strip))
    rest = [action.text().partition("\t") for action in strip._rest.actions()]
    assert [*seen, *(name for name, _, _ in rest)] == list(NAMES)
    assert rest[0][2] == key_words(len(seen) + 1)
    assert rest[-1][2] == ""
    with qtbot.waitSignal(strip.chosen) as chosen:
        strip._rest.actions()[-1].trigger()
    assert chosen.args[0].name == NAMES[-1]


def test_long_names_are_cut_off_and_told_in_full(strip: SpeedDial) -> None:
    long = "Maria Aparecida da Silva Santos de Oliveira"
    strip.show_favourites([person(long), person("Ana")])
    assert chips(strip)[0].width() <= 140
    assert long in chips(strip)[0].toolTip()


def test_the_arrow_keys_move_and_tab_leads_past(strip: SpeedDial) -> None:
    strip.show_favourites([person("Ana"), person("Bruno"), person("Carla")])
    first, second, _ = chips(strip)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is second
    assert second.focusPolicy() is Qt.FocusPolicy.TabFocus
    assert first.focusPolicy() is Qt.FocusPolicy.NoFocus
    QTest.keyClick(second, Qt.Key.Key_Left)
    assert QApplication.focusWidget() is first


def menu_of(strip: SpeedDial, chip: QPushButton) -> QMenu:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), chip.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(chip, event)
    return strip._menu


def test_the_menu_moves_and_removes(strip: SpeedDial, qtbot: QtBot) -> None:
    strip.show_favourites([person("Ana"), person("Bruno"), person("Carla")])
    menu = menu_of(strip, chips(strip)[1])
    actions = {action.text(): action for action in menu.actions()}
    with qtbot.waitSignal(strip.moved) as moved:
        actions["Move left"].trigger()
    assert moved.args == ["Bruno", 1]
    with qtbot.waitSignal(strip.moved) as moved:
        actions["Move right"].trigger()
    assert moved.args == ["Bruno", 3]
    with qtbot.waitSignal(strip.removed) as removed:
        actions["Remove from favourites"].trigger()
    assert removed.args == ["Bruno"]
    menu.close()
    first = {action.text(): action for action in menu_of(strip, chips(strip)[0]).actions()}
    assert not first["Move left"].isEnabled()
    strip._menu.close()


def test_the_menu_offers_every_number_of_who_has_several(strip: SpeedDial, qtbot: QtBot) -> None:
    strip.show_favourites([person("Ana", "+5511999990001", "+552133334444")])
    menu = menu_of(strip, chips(strip)[0])
    with qtbot.waitSignal(strip.number_chosen) as chosen:
        menu.actions()[1].trigger()
    assert chosen.args[0].e164 == "+552133334444"
    menu.close()


def test_the_focus_stays_with_the_one_that_was_moved(strip: SpeedDial) -> None:
    ana, bruno = person("Ana"), person("Bruno")
    strip.show_favourites([ana, bruno])
    chips(strip)[1].setFocus(Qt.FocusReason.TabFocusReason)
    strip.show_favourites([bruno, ana])
    assert QApplication.focusWidget() is chips(strip)[0]
