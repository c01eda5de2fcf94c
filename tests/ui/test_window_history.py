"""The history in the real window, on a real file: searched, filtered, taken up again, by keyboard alone."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from history_calls import ONE, OTHER, THIRD, ended, made, put, settled, shown
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QPushButton, QWidget
from window_harness import DECLINES, RINGS_OUT, Desk

from app.domain.call import CallKind, Outcome
from app.domain.contact import Contact, ContactNumber
from app.domain.phone_number import PhoneNumber
from app.practice.server import PracticeServer
from app.services.history import NotRecorded
from app.ui.history_actions import Act
from app.ui.history_row import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from window_harness import Script

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=0.02) as server:
        yield server


async def search(desk: Desk, text: str) -> None:
    desk.key(Qt.Key.Key_F, CONTROL)
    desk.type(text)
    await settled(desk)


def menu(desk: Desk, kind: type[QMenu] = QMenu) -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, kind)
    return popup


# --- searched -----------------------------------------------------------------------------------------


def test_what_is_typed_is_looked_for_and_escape_goes_back(
    at_desk: Callable[[Script], None], spoken: list[str]
) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)), ended(made("b", OTHER)), ended(made("c", THIRD)))
        await search(desk, "97777")
        assert shown(desk) == ["b"]
        assert "1 call" in spoken
        assert desk.window.history.panel.chips.found_words() == "1 call"
        desk.key(Qt.Key.Key_Escape)
        await settled(desk)
        assert shown(desk) == ["a", "b", "c"] or len(shown(desk)) == 3
        assert desk.named("Search history").hasFocus()
        desk.key(Qt.Key.Key_Escape)
        assert desk.window.dialler.number_field.focusWidget().hasFocus()
        assert desk.posts == 0

    at_desk(script)


def test_down_goes_from_the_search_to_what_was_found(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)), ended(made("b", OTHER)))
        await search(desk, "97777")
        desk.key(Qt.Key.Key_Down)
        view = desk.window.activity.history_view
        assert view.hasFocus()
        assert view.selected_call().id == "b"
        desk.key(Qt.Key.Key_Return)
        assert desk.window.dialler.number_field.text() == OTHER
        assert desk.posts == 0

    at_desk(script)


def test_first_step_down_selects_the_first_row(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE, minutes=1)), ended(made("b", OTHER, minutes=2)))
        view = desk.window.activity.history_view
        view.setFocus(Qt.FocusReason.TabFocusReason)
        desk.key(Qt.Key.Key_Down)
        assert view.selected_call().id == "a"
        desk.key(Qt.Key.Key_Down)
        assert view.selected_call().id == "b"

    at_desk(script)


def test_no_match_is_not_no_calls(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        assert desk.reads("No calls yet.")
        await put(desk, ended(made("a")))
        assert not desk.reads("No calls yet.")
        await search(desk, "nothing like it")
        assert desk.reads("No call matches.")
        assert not desk.reads("No calls yet.")
        desk.click("Show all calls")
        await settled(desk)
        assert shown(desk) == ["a"]
        assert desk.named("Search history").text() == ""

    at_desk(script)


def test_a_selected_call_stays_selected_while_one_searches(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE, minutes=1)), ended(made("b", OTHER, minutes=2)))
        view = desk.window.activity.history_view
        view.selectRow(1)
        await search(desk, "97777")
        assert view.selected_call().id == "b"
        assert desk.sees("Redial")
        desk.type("x")
        await settled(desk)
        assert view.selected_call() is None
        assert not desk.sees("Redial")

    at_desk(script)


def test_names_are_shown_and_found(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)), ended(made("b", OTHER)))
        number = PhoneNumber.parse("+55 11 9999-0001")  # the person's other form
        await desk.program.contacts.save(Contact("c", "Oficina Sul", (ContactNumber(number),)))
        await desk.until(lambda: desk.window.history_model.has_names)
        await search(desk, "oficina")
        assert shown(desk) == ["a"]
        index = desk.window.history_model.index(0, Column.NUMBER)
        assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{ONE}, Oficina Sul"
        assert not desk.window.activity.history_view.isColumnHidden(Column.NAME)

    at_desk(script)


def test_a_new_call_comes_in_only_where_it_is_meant(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)))
        panel = desk.window.history.panel
        panel.choose(panel.choice.unknown_only(is_wanted=True))
        await settled(desk)
        desk.window.fill_in_number(DECLINES)
        desk.window.dialler.press_call()
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        assert shown(desk) == []
        panel.show_all()
        await settled(desk)
        assert shown(desk) == [desk.calls[-1].id, "a"]
        desk.key(Qt.Key.Key_D, CONTROL)
        assert desk.window.dialler.number_field.text() == DECLINES

    at_desk(script)


def test_redial_last_and_recent_numbers_do_not_depend_on_the_filters(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE, minutes=2)), ended(made("b", OTHER, minutes=1)))
        await search(desk, "99999")
        assert shown(desk) == ["a"]
        desk.key(Qt.Key.Key_D, CONTROL)
        assert desk.window.dialler.number_field.text() == OTHER

    at_desk(script)


# --- filtered -----------------------------------------------------------------------------------------


def test_filters_are_opened_set_shown_in_words_and_taken_away(
    at_desk: Callable[[Script], None], spoken: list[str]
) -> None:
    async def script(desk: Desk) -> None:
        await put(
            desk,
            ended(made("a", minutes=1), Outcome.BUSY),
            ended(made("b", minutes=2), Outcome.UNKNOWN),
            ended(made("c", at=datetime.now(UTC) - timedelta(days=30)), Outcome.UNKNOWN),
        )
        desk.click("Filters")
        assert desk.named("Outcome").hasFocus()
        desk.click("Unknown only")
        await settled(desk)
        assert shown(desk) == ["b", "c"]
        assert "2 calls" in spoken
        choose(desk, "Day", "Last 7 days")
        await settled(desk)
        assert shown(desk) == ["b"]
        assert desk.named("Filters").text() == "Filters · 2"
        assert desk.named("Filters").accessibleDescription() == "2 set"
        desk.click("Filters")
        assert not desk.sees("Unknown only")
        assert desk.sees("Remove the filter “Not known”")
        desk.click("Remove the filter “Last 7 days”")
        await settled(desk)
        assert shown(desk) == ["b", "c"]
        assert desk.named("Search history").hasFocus()
        desk.click("Clear filters")
        await settled(desk)
        assert len(shown(desk)) == 3
        assert desk.named("Filters").text() == "Filters"

    at_desk(script)


def test_several_outcomes_are_checked_by_keys_in_a_menu_that_stays(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await put(
            desk,
            ended(made("a", minutes=1), Outcome.BUSY),
            ended(made("b", minutes=2), Outcome.ANSWERED),
            ended(made("c", minutes=3), Outcome.REJECTED),
        )
        desk.click("Filters")
        desk.key(Qt.Key.Key_Space)
        popup = menu(desk)
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Space)
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Return)
        assert popup.isVisible()
        QTest.keyClick(popup, Qt.Key.Key_Escape)
        await settled(desk)
        assert shown(desk) == ["b", "c"]
        assert desk.named("Outcome").text() == "Answered, Declined"

    at_desk(script)


def test_a_day_is_chosen_and_kinds_and_accounts_are_told_apart(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await desk.add_accounts("zapi")
        long_ago = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
        await put(
            desk,
            ended(made("old", at=long_ago)),
            ended(made("a", minutes=3, account="zapi")),
            ended(made("b", minutes=2, kind=CallKind.AUDIO)),
        )
        desk.click("Filters")
        choose(desk, "Account", "Deliveries", desk.window.history.panel)
        await settled(desk)
        assert shown(desk) == ["a"]
        choose(desk, "Account", "Any account", desk.window.history.panel)
        choose(desk, "Kind of call", "Audio")
        await settled(desk)
        assert shown(desk) == ["b"]
        choose(desk, "Kind of call", "Any kind")
        choose(desk, "Day", "Chosen days…")
        for name in ("From day", "To day"):
            desk.named(name).setDate(long_ago.date())
        await settled(desk)
        assert shown(desk) == ["old"]

    at_desk(script)


def choose(desk: Desk, name: str, text: str, root: QWidget | None = None) -> None:
    combo = desk.named(name, root)
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findText(text))
    combo.activated.emit(combo.currentIndex())


def test_escape_leaves_the_filters_and_nothing_else(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ONE)
        desk.click("Filters")
        desk.key(Qt.Key.Key_Escape)
        assert not desk.sees("Unknown only")
        assert desk.named("Search history").hasFocus()
        assert desk.window.dialler.number_field.text() == ONE

    at_desk(script)


@pytest.mark.logs("History cannot be read")
def test_search_that_fails_says_so_and_not_that_nothing_matches(
    at_desk: Callable[[Script], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(**_wanted: object) -> list[object]:
        raise NotRecorded("The disk failed.")

    async def script(desk: Desk) -> None:
        with monkeypatch.context() as broken:
            broken.setattr(desk.program.history, "page", refuse)
            await search(desk, "invoice")
            assert desk.reads("The history could not be read.")
            assert desk.reads("The disk failed.")
            assert not desk.reads("No call matches.")
        desk.type("s")
        await settled(desk)
        assert desk.reads("No call matches.")

    at_desk(script)


def test_search_that_takes_long_is_said_to_be_under_way(
    at_desk: Callable[[Script], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a")))
        answer = asyncio.Event()
        page = desk.program.history.page

        async def slow(**wanted: object) -> list[object]:
            await answer.wait()
            return await page(**wanted)

        monkeypatch.setattr(desk.program.history, "page", slow)
        desk.key(Qt.Key.Key_F, CONTROL)
        desk.type("99999")
        await desk.until(lambda: desk.window.history.panel.chips.found_words() == "Searching…")
        answer.set()
        await desk.until(lambda: desk.window.history.panel.chips.found_words() == "1 call")

    at_desk(script)


# --- done with a call ---------------------------------------------------------------------------------


def test_all_calls_with_a_person_in_any_form(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await put(
            desk,
            ended(made("a", ONE, minutes=1)),
            ended(made("b", "+55 11 9999-0001", minutes=2)),
            ended(made("c", OTHER, minutes=3)),
        )
        view = desk.window.activity.history_view
        view.selectRow(0)
        desk.window.history.panel.call_actions.do(Act.PERSON)
        await settled(desk)
        assert shown(desk) == ["a", "b"]
        assert desk.sees(f"Remove the filter “{ONE}”")

    at_desk(script)


def test_the_other_form_is_only_filled_in(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE), Outcome.NO_ANSWER), ended(made("b", THIRD, minutes=9)))
        panel = desk.window.history.panel
        panel.view.selectRow(1)
        assert not panel.call_actions.action(Act.OTHER_FORM).isVisible()
        panel.view.selectRow(0)
        action = panel.call_actions.action(Act.OTHER_FORM)
        assert action.text() == "Call the other form: +55 11 9999-0001"
        action.trigger()
        assert desk.window.dialler.number_field.number().e164 == "+551199990001"
        assert desk.posts == 0

    at_desk(script)


def test_a_call_is_copied_as_text(at_desk: Callable[[Script], None], spoken: list[str]) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)).annotated("about the invoice", "Reached"))
        desk.window.activity.history_view.select_first()
        desk.key(Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
        text = QGuiApplication.clipboard().text()
        assert text.startswith(ONE)
        assert "about the invoice" in text
        assert desk.reads("Call copied as text")
        assert spoken[-1] == "Call copied as text"

    at_desk(script)


def test_a_call_is_deleted_only_after_it_was_asked(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE, minutes=1)), ended(made("b", OTHER, minutes=2)))
        view = desk.window.activity.history_view
        view.select_first()
        desk.key(Qt.Key.Key_Delete)
        assert desk.named("Keep it").hasFocus()
        desk.key(Qt.Key.Key_Escape)
        assert view.hasFocus()
        assert len(await desk.program.history.page()) == 2
        desk.key(Qt.Key.Key_Delete)
        desk.click("Delete")
        await desk.until(lambda: shown(desk) == ["b"])
        assert [call.id for call in await desk.program.history.page()] == ["b"]
        assert view.selected_call().id == "b"
        assert desk.sees("Redial")

    at_desk(script)


def test_the_focus_stays_in_the_history_when_its_last_call_is_deleted(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)))
        desk.window.activity.history_view.select_first()
        desk.key(Qt.Key.Key_Delete)
        desk.click("Delete")
        await desk.until(lambda: not desk.window.activity.history_view.isVisible())
        assert desk.window.history.panel.search.line.hasFocus()

    at_desk(script)


def test_a_call_under_way_cannot_be_deleted(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(RINGS_OUT)
        desk.window.dialler.press_call()
        await desk.until(lambda: desk.window.history_model.rowCount() == 1)
        desk.window.activity.history_view.select_first()
        assert not desk.window.history.panel.call_actions.action(Act.DELETE).isEnabled()
        await desk.until(lambda: desk.calls[-1].is_over)
        assert desk.window.history.panel.call_actions.action(Act.DELETE).isEnabled()

    at_desk(script)


def test_what_others_do_is_asked_for(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)))
        asked: list[tuple[str, str]] = []
        desk.window.history.contact_requested.connect(lambda call: asked.append(("contact", call.id)))
        desk.window.history.do_not_call_requested.connect(lambda call: asked.append(("list", call.id)))
        panel = desk.window.history.panel
        panel.view.selectRow(0)
        panel.call_actions.do(Act.CONTACT)
        panel.call_actions.do(Act.DO_NOT_CALL)
        assert asked == [("contact", "a"), ("list", "a")]

    at_desk(script)


# --- the compact window -------------------------------------------------------------------------------


def test_in_the_compact_window_the_actions_fit_and_the_rest_is_in_a_menu(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)).annotated("noted", ""))
        desk.window.resize(360, 600)
        desk.key(Qt.Key.Key_F, CONTROL)  # brings the half with the history to the front
        assert desk.named("Search history").hasFocus()
        desk.key(Qt.Key.Key_Down)
        panel = desk.window.history.panel
        await desk.until(lambda: desk.sees("More", panel))
        assert desk.window.width() == 360
        for button in panel.findChildren(QPushButton):
            if button.isVisible():
                right = button.mapTo(desk.window, QPoint(button.width(), 0)).x()
                assert right <= 360, button.text() or button.accessibleName()
        assert not desk.sees("Note", panel)
        desk.click("More", panel)
        texts = [action.text() for action in menu(desk).actions() if action.isVisible()]
        assert "Note" in texts
        assert "Delete" in texts
        assert "Details" not in texts
        menu(desk).close()
        view = panel.view
        assert view.isColumnHidden(Column.NAME)
        assert view.columnWidth(Column.OUTCOME) > 100

    at_desk(script)


def test_account_has_a_column_where_there_are_several_and_there_is_room(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)))
        view = desk.window.activity.history_view
        desk.window.resize(1700, 700)
        assert view.isColumnHidden(Column.ACCOUNT)
        await desk.add_accounts("zapi")
        await desk.until(lambda: not view.isColumnHidden(Column.ACCOUNT))
        desk.window.resize(1000, 700)
        await desk.until(lambda: view.isColumnHidden(Column.ACCOUNT))
        tip = desk.window.history_model.index(0, Column.NUMBER).data(Qt.ItemDataRole.ToolTipRole)
        assert "Support desk" in tip

    at_desk(script)
