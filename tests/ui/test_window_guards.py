"""What speaks against a call is asked inline, answered from the keyboard, and set in the settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from window_harness import ANSWERS, DECLINES, Desk, run_on_qt

from app.domain.guard import Despite, Guard, GuardRules
from app.domain.phone_number import PhoneNumber
from app.practice.server import PracticeServer
from app.services.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from window_harness import Script

    from app.ui.do_not_call_dialog import DoNotCallDialog
    from app.ui.theme import Theme

NUMBER = PhoneNumber.parse(ANSWERS)
BEFORE = "+55 11 9999-0001"
NIGHT = datetime(2026, 11, 21, 1, 14, tzinfo=UTC)
"""22:14 in São Paulo."""
DAY = datetime(2026, 11, 20, 15, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True) as server:
        yield server


@pytest.fixture(autouse=True)
def _every_press_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.services.dialling.ONE_PRESS", timedelta())


@pytest.fixture
def bound_desk(
    qapp: QApplication, theme: Theme, tmp_path: Path, server: PracticeServer
) -> Callable[[Policy, Script], None]:
    """Run a script at a window whose administrators have set something."""

    def run(policy: Policy, script: Callable[[Desk], Awaitable[None]]) -> None:
        async def session() -> None:
            desk = Desk(tmp_path, theme, server, policy=policy)
            try:
                await desk.open()
                await script(desk)
            finally:
                await desk.close()

        run_on_qt(qapp, session())

    return run


async def asked(desk: Desk) -> None:
    await desk.until(lambda: desk.window.dialler.board.shows("question"))


async def pressed(desk: Desk, number: str = ANSWERS) -> None:
    """Type a number, press Enter, and wait for the question."""
    field = desk.window.dialler.number_field
    field.select_all()
    desk.type(number)
    desk.key(Qt.Key.Key_Return)
    await asked(desk)


def question(desk: Desk) -> str:
    notice = desk.window.dialler.board.notice("question")
    assert notice is not None
    return notice.text()


def reason(desk: Desk) -> QLineEdit:
    line = desk.named("Reason")
    assert isinstance(line, QLineEdit)
    return line


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def at(desk: Desk, now: datetime) -> None:
    desk.program.dialling._now = lambda: now


# --- the question -------------------------------------------------------------------------------------


def test_somebody_on_the_list_is_called_with_a_reason_only(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await desk.program.do_not_call.add(NUMBER, "Asked not to be called.")
        await pressed(desk)
        day = datetime.now(UTC).astimezone()
        since = f"{day.day} {day:%b %Y}"
        assert question(desk) == (
            f"+55 11 99999-0001 is on the do-not-call list since {since}: Asked not to be called. "
            "Call anyway?"
        )
        assert focus() is reason(desk)
        assert reason(desk).placeholderText() == "Reason (required)"
        desk.key(Qt.Key.Key_Return)
        assert desk.reads("Say why you call anyway.")
        assert focus() is reason(desk)
        desk.type("She wrote to us today")
        assert not desk.reads("Say why you call anyway.")
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.posts == 1)
        assert desk.calls[-1].request.despite == Despite((Guard.DO_NOT_CALL,), "She wrote to us today")
        assert not desk.window.dialler.board.shows("question")

    at_desk(script)


def test_an_older_written_form_is_the_same_person(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await desk.program.do_not_call.add(NUMBER, "")
        await pressed(desk, BEFORE)
        assert "+55 11 9999-0001 is on the do-not-call list since" in question(desk)

    at_desk(script)


def test_quiet_hours_say_the_time_there(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await desk.settings.update(lambda old: replace(old, guards=GuardRules(quiet_hours=True)))
        at(desk, NIGHT)
        await pressed(desk)
        assert question(desk) == "It is 22:14 there: quiet hours until 08:00 there. Call anyway?"
        desk.type("Agreed by mail")
        desk.click("Call anyway")
        await desk.until(lambda: desk.posts == 1)
        assert desk.calls[-1].request.despite == Despite((Guard.QUIET_HOURS,), "Agreed by mail")

    at_desk(script)


def test_a_reason_is_optional_where_only_an_earlier_call_speaks_against_it(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(DECLINES)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        desk.key(Qt.Key.Key_Return)
        await asked(desk)
        assert reason(desk).placeholderText() == "Reason (optional)"
        assert desk.window.dialler.number_field.hasFocus()
        desk.key(Qt.Key.Key_Tab)
        assert focus() is reason(desk)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.posts == 2)
        assert desk.calls[-1].request.despite == Despite((Guard.EARLIER,), "")

    at_desk(script)


def test_escape_takes_the_question_back_and_loses_nothing(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await desk.program.do_not_call.add(NUMBER, "")
        await pressed(desk)
        desk.type("Half a rea")
        desk.key(Qt.Key.Key_Escape)
        field = desk.window.dialler.number_field
        assert not desk.window.dialler.board.shows("question")
        assert field.hasFocus()
        assert field.number() == NUMBER
        desk.key(Qt.Key.Key_Return)
        await asked(desk)
        assert reason(desk).text() == "Half a rea"
        desk.click("Do not call")
        assert field.hasFocus()
        assert desk.posts == 0

    at_desk(script)


def test_what_came_up_meanwhile_is_asked_and_the_reason_stays(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await desk.settings.update(lambda old: replace(old, guards=GuardRules(quiet_hours=True)))
        await desk.program.do_not_call.add(NUMBER, "")
        at(desk, DAY)
        await pressed(desk)
        desk.type("Agreed by mail")
        at(desk, NIGHT)
        desk.key(Qt.Key.Key_Return)
        await desk.until(
            lambda: desk.window.dialler.board.shows("question") and "quiet hours" in question(desk)
        )
        assert desk.posts == 0
        assert reason(desk).text() == "Agreed by mail"
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.posts == 1)

    at_desk(script)


def test_a_held_enter_does_not_answer(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await desk.program.do_not_call.add(NUMBER, "")
        await pressed(desk)
        desk.type("A reason")
        held = QKeyEvent(
            QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
        )
        QApplication.sendEvent(reason(desk), held)
        assert desk.window.dialler.board.shows("question")
        assert desk.posts == 0

    at_desk(script)


@pytest.mark.logs("do-not-call")
def test_a_list_that_cannot_be_read_is_not_passed_over(
    at_desk: Callable[[Script], None], tmp_path: Path
) -> None:
    async def script(desk: Desk) -> None:
        desk.profile.do_not_call_file.write_bytes(b"no database" * 999)
        await pressed(desk)
        assert question(desk).startswith("The do-not-call list was damaged and is kept as")
        assert desk.posts == 0
        desk.click("Open the list")
        dialog = await list_dialog(desk)
        await desk.until(lambda: dialog.board.shows("lost"))
        desk.click("Go on with the list as it is now", dialog)
        await desk.until(lambda: not dialog.board.shows("lost"))
        dialog.reject()
        desk.click("Do not call")
        desk.window.dialler.press_call()
        await desk.until(lambda: desk.posts == 1)

    at_desk(script)


def test_who_is_on_the_list_is_said_while_the_number_stands_there(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await desk.program.do_not_call.add(NUMBER, "court order")
        desk.window.fill_in_number(BEFORE)
        remark = desk.window.guards.remark
        await desk.until(remark.isVisible)
        assert remark.words().endswith(": court order.")
        desk.window.fill_in_number(DECLINES)
        await desk.until(lambda: not remark.isVisible())

    at_desk(script)


# --- administrators -----------------------------------------------------------------------------------


def test_what_is_binding_offers_no_way_on(bound_desk: Callable[[Policy, Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await desk.program.do_not_call.add(NUMBER, "")
        await pressed(desk)
        assert question(desk).endswith("Your administrator lets nobody call all the same.")
        assert not desk.sees("Call anyway")
        assert not desk.sees("Reason")
        desk.click("Do not call")
        assert not desk.window.dialler.board.shows("question")
        assert desk.window.dialler.number_field.number() == NUMBER

    bound_desk(Policy("/etc/toque/policy.json", binding=frozenset({Guard.DO_NOT_CALL})), script)


def test_a_policy_that_cannot_be_read_is_said_and_every_call_needs_a_reason(
    bound_desk: Callable[[Policy, Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        assert desk.reads("It cannot be read.")
        at(desk, DAY)
        await pressed(desk)
        desk.type("Customer waits")
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.posts == 1)

    bound_desk(Policy.unreadable("/etc/toque/policy.json", "It cannot be read."), script)


async def list_dialog(desk: Desk) -> DoNotCallDialog:
    """Wait for the do-not-call list to be in front."""
    dialog = desk.window.guards._dialog
    assert dialog is not None
    await desk.until(dialog.isActiveWindow)
    return dialog


async def settings_page(desk: Desk) -> QWidget:
    dialog = desk.window.settings.dialog()
    tabs = dialog._tabs
    tabs.setCurrentIndex([tabs.tabText(n) for n in range(tabs.count())].index("Before a call"))
    dialog.open()
    await desk.until(dialog.isActiveWindow)
    return tabs.currentWidget()


def test_what_administrators_set_is_shown_and_cannot_be_changed(
    bound_desk: Callable[[Policy, Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        page = await settings_page(desk)
        for name in ("Ask before calling somebody again within", "Quiet from", "Quiet until", "Quiet hours"):
            assert not desk.named(name, page).isEnabled()
        combo = desk.named("Ask before calling somebody again within", page)
        assert isinstance(combo, QComboBox)
        assert combo.currentText() == "2 hours"
        said = [label.text() for label in page.findChildren(QLabel)]
        assert [text.replace("\u200b", "") for text in said].count(
            "Set by your administrator in /etc/toque/policy.json"
        ) == 2

    policy = Policy(
        "/etc/toque/policy.json", again_within=timedelta(hours=2), quiet_hours=(time(20), time(9))
    )
    bound_desk(policy, script)


# --- settings -----------------------------------------------------------------------------------------


def test_rules_are_set_from_the_keyboard_and_kept(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        page = await settings_page(desk)
        desk.named("Ask before calling somebody again within", page).setFocus()
        desk.key(Qt.Key.Key_Down)
        await desk.until(lambda: desk.settings.current.guards.again_within == timedelta(minutes=5))
        assert not desk.named("Quiet from", page).isEnabled()
        desk.key(Qt.Key.Key_Tab)
        assert focus().accessibleName() == "Quiet hours"
        desk.key(Qt.Key.Key_Space)
        await desk.until(lambda: desk.settings.current.guards.quiet_hours)
        desk.key(Qt.Key.Key_Tab)
        assert focus().accessibleName() == "Quiet from"
        desk.key(Qt.Key.Key_Down)
        await desk.until(lambda: desk.settings.current.guards.quiet_from == time(20))
        desk.key(Qt.Key.Key_Tab)  # to the minutes
        desk.key(Qt.Key.Key_Tab)
        assert focus().accessibleName() == "Quiet until"
        for _ in range(12):
            desk.key(Qt.Key.Key_Up)
        assert desk.reads("Quiet hours that end when they begin are none.") or any(
            label.isVisible() and "are none" in label.text() for label in page.findChildren(QLabel)
        )
        await desk.until(lambda: desk.settings.current.guards.quiet_until == time(19))

    at_desk(script)


def test_the_list_opens_from_the_settings(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        page = await settings_page(desk)
        button = desk.named("Do-not-call list…", page)
        assert isinstance(button, QPushButton)
        button.setFocus()
        desk.key(Qt.Key.Key_Return)
        dialog = await list_dialog(desk)
        assert dialog.parent() is desk.window.settings.dialog()

    at_desk(script)


# --- the list -----------------------------------------------------------------------------------------


def test_somebody_is_added_found_and_taken_off_from_the_keyboard(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.guards.open_list()
        dialog = await list_dialog(desk)
        desk.named("Number not to be called", dialog).setFocus()
        desk.type("12")
        desk.key(Qt.Key.Key_Return)
        desk.key(Qt.Key.Key_Return)
        assert any("too short" in label.text() for label in dialog.findChildren(QLabel))
        assert focus().accessibleName() == "Number not to be called"
        line = focus()
        assert isinstance(line, QLineEdit)
        line.selectAll()
        desk.type("11 99999-0001")
        desk.key(Qt.Key.Key_Return)
        desk.type("asked")
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: dialog.model.rowCount() == 1)
        entry = dialog.model.entry(0)
        assert entry is not None
        assert (entry.number.e164, entry.reason) == ("+5511999990001", "asked")
        assert line.text() == ""
        search = desk.named("Search the do-not-call list", dialog)
        search.setFocus()
        desk.type("nobody")
        await desk.until(lambda: dialog.model.rowCount() == 0)
        assert isinstance(search, QLineEdit)
        search.clear()
        await desk.until(lambda: dialog.model.rowCount() == 1)
        people = desk.named("People not to be called", dialog)
        people.setFocus()
        desk.key(Qt.Key.Key_Down)
        desk.key(Qt.Key.Key_Delete)
        assert focus().accessibleName() == "Keep"
        desk.key(Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert dialog.model.rowCount() == 1
        desk.key(Qt.Key.Key_Delete)
        desk.click("Take off", dialog)
        await desk.until(lambda: dialog.model.rowCount() == 0)
        desk.key(Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    at_desk(script)


def test_a_call_in_the_history_brings_its_number(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(DECLINES)
        desk.click("Call")
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        desk.window.history.do_not_call_requested.emit(desk.calls[-1])
        dialog = await list_dialog(desk)
        assert focus().accessibleName() == "Reason not to call"
        desk.type("asked in the call")
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: dialog.model.rowCount() == 1)
        await desk.until(desk.window.guards.remark.isVisible)

    at_desk(script)


def test_a_table_is_seen_put_right_and_imported(at_desk: Callable[[Script], None], tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text(
        "Who;Number;Why\nAna;+55 11 99999-0001;court\nBruno;nobody;\nClara;+55 11 99999-0002;\n",
        encoding="utf-8",
    )

    async def script(desk: Desk) -> None:
        desk.window.guards.open_list()
        dialog = await list_dialog(desk)
        importing = dialog.files.open_import(str(table))
        await desk.until(lambda: importing._rows.rowCount() == 3)
        assert importing._number.currentText() == "Number"
        assert importing._reason.currentText() == "None"
        importing._reason.setFocus()
        for _ in range(3):
            desk.key(Qt.Key.Key_Down)
        assert importing._reason.currentText() == "Why"
        assert importing._rows.item(0, 1).text() == "court"
        assert "letter" in importing._rows.item(1, 1).text()
        importing._default.setFocus()
        desk.type("imported")
        assert importing._rows.item(2, 1).text() == "imported"
        importing._import.setFocus()
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: importing.board.shows("import"))
        notice = importing.board.notice("import")
        assert notice is not None
        assert notice.text() == "New on the list: 2. Rows left out: 1."
        assert importing._rows.item(0, 0).text() == "3"
        importing.reject()
        await desk.until(lambda: dialog.model.rowCount() == 2)
        out = tmp_path / "out.csv"
        dialog.files.export(str(out))
        await desk.until(lambda: dialog.board.shows("done"))
        assert out.read_text(encoding="utf-8-sig").count("\n") == 3

    at_desk(script)


def test_a_workbook_says_what_to_do(at_desk: Callable[[Script], None], tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").write_bytes(b"PK\x03\x04 and so on")

    async def script(desk: Desk) -> None:
        desk.window.guards.open_list()
        dialog = await list_dialog(desk)
        importing = dialog.files.open_import(str(tmp_path / "list.xlsx"))
        await desk.until(lambda: importing.board.shows("import"))
        assert not importing._import.isEnabled()

    at_desk(script)


# --- room ---------------------------------------------------------------------------------------------


def test_the_longest_question_fits_into_the_compact_window(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await desk.settings.update(lambda old: replace(old, guards=GuardRules(quiet_hours=True)))
        await desk.program.do_not_call.add(NUMBER, "https://crm.example/tickets/" + "4711" * 40)
        at(desk, NIGHT)
        desk.window.resize(360, 600)
        await pressed(desk)
        await desk.until(lambda: desk.named("Call anyway").height() >= 36)
        window = desk.window.rect()
        assert window.width() == 360
        for name in ("Call anyway", "Do not call", "Reason", "Call"):
            widget = desk.named(name)
            place = widget.mapTo(desk.window, widget.rect().bottomRight())
            assert window.contains(place), name

    at_desk(script)
