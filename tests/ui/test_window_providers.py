"""Three accounts at three providers in one window, which draws itself from what the chosen one can do."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from desk_sounds import drop, files_data, write_tone
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QLabel, QSpinBox, QWidget
from window_harness import ANSWERS, RINGS_OUT, Desk

from app.domain.agent import AgentTask
from app.domain.audio import length_words
from app.domain.call import Call, CallKind, CallRequest, CallState, CallStep, KnownBy, Outcome
from app.domain.phone_number import PhoneNumber
from app.practice.server import PracticeServer
from app.services.question import Question
from app.ui.call_details import CallDetails
from app.ui.wording import state_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sound_server import SoundServer
    from window_harness import Script

needs_output = pytest.mark.skipif(sys.platform != "linux", reason="there is no PulseAudio")
NO_WHATSAPP = "+55 11 99999-0010"
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=0.05) as server:
        yield server


@pytest.fixture
def with_three(at_desk: Callable[[Script], None]) -> Callable[[Script], None]:
    """Run a script at a window with an account at each provider, RyzeAPI's chosen."""

    def run(script: Script) -> None:
        async def begin(desk: Desk) -> None:
            await desk.add_accounts("zapi", "ringyo")
            await script(desk)

        at_desk(begin)

    return run


def choose(desk: Desk, place: int) -> None:
    """Choose the account at that place by keyboard."""
    desk.key(Qt.Key(Qt.Key.Key_0 + place), _CTRL_SHIFT)


async def with_agents(desk: Desk) -> QComboBox:
    """Choose Ringyo's account, and return its agents once they are there."""
    choose(desk, 3)
    await desk.until(lambda: desk.program.agent.agents)
    return cast("QComboBox", desk.named("Agent to call with"))


def pick(combo: QComboBox, index: int = 0) -> str:
    """Pick as the operator does, and return the name."""
    combo.setCurrentIndex(index)
    combo.activated.emit(index)
    return combo.itemText(index)


def desk_text(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def call_words(desk: Desk) -> str:
    return desk.named("Call").accessibleDescription()


def ring_box(desk: Desk) -> QSpinBox:
    return cast("QSpinBox", desk.named("Ring duration in seconds"))


# --- what follows the account -------------------------------------------------------------------------


def test_kinds_follow_the_account_and_the_number_stays(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        assert desk.sees("Ring duration")
        choose(desk, 3)
        assert desk.sees("Agent to call with")
        assert not desk.sees("Ring duration")
        choose(desk, 2)
        assert desk.sees("Audio")
        assert not desk.sees("Agent to call with")
        assert desk.window.dialler.number_field.text() == ANSWERS

    with_three(script)


def test_ring_seconds_are_bounded_with_the_reason_and_come_back(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.dialler.ring_duration.set_seconds(40)
        choose(desk, 2)
        assert ring_box(desk).value() == 15
        assert desk.reads("At most 15 s: Z-API rings no longer than 15 s.")
        choose(desk, 1)
        assert ring_box(desk).value() == 40
        assert not desk.reads("At most")

    with_three(script)


def test_each_provider_has_its_own_default(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        assert ring_box(desk).value() == 8
        choose(desk, 2)
        assert ring_box(desk).value() == 5
        choose(desk, 1)
        assert ring_box(desk).value() == 8

    with_three(script)


def test_what_was_wished_is_remembered_for_the_next_start(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.dialler.ring_duration.set_seconds(40)
        choose(desk, 2)
        change = desk.window.remembered()
        assert change(desk.settings.current).ring_seconds == 40

    with_three(script)


def test_links_alone_are_offered_with_what_should_be_known(
    with_three: Callable[[Script], None], tmp_path: Path
) -> None:
    async def script(desk: Desk) -> None:
        desk.window.dialler.call_type.set_kind(CallKind.AUDIO)
        drop(desk.window.dialler, files_data(write_tone(tmp_path / "order.wav")))
        await desk.until(lambda: desk.program.audio.source)
        choose(desk, 2)
        assert desk.sees("Audio link")
        assert not desk.sees("Choose audio file")
        assert desk.reads("The Z-API account needs its calls feature")
        desk.program.audio.type_link("https://example.com/a.mp3")
        choose(desk, 1)
        assert desk.sees("Choose audio file")
        assert not desk.reads("The Z-API account needs its calls feature")
        assert desk.program.audio.file.ready is not None
        assert desk.program.audio.link.text == "https://example.com/a.mp3"

    with_three(script)


# --- accounts by keyboard -----------------------------------------------------------------------------


def test_accounts_are_chosen_by_keyboard_and_remembered(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        choose(desk, 3)
        assert desk.program.accounts.chosen.id == "ringyo"  # type: ignore[union-attr]
        await desk.until(lambda: desk.settings.current.chosen_account == "ringyo")
        choose(desk, 9)
        assert desk.program.accounts.chosen.id == "ringyo"  # type: ignore[union-attr]

    with_three(script)


@pytest.mark.parametrize(
    ("key", "scan_code"),
    [
        (Qt.Key.Key_At, 0),  # nothing is known of the keyboard
        (Qt.Key.Key_2, 11),
        (Qt.Key.Key_At, 11),  # US
        (Qt.Key.Key_QuoteDbl, 11),  # Germany, Brazil's ABNT2 has "@"
        (Qt.Key.Key_Eacute, 11),  # a layout whose upper row has letters
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="the codes of keys are the platform's")
def test_the_key_counts_and_not_what_shift_makes_of_it(
    with_three: Callable[[Script], None], key: Qt.Key, scan_code: int
) -> None:
    async def script(desk: Desk) -> None:
        pressed = QKeyEvent(QEvent.Type.KeyPress, key, _CTRL_SHIFT, scan_code, 0, 0)
        QApplication.sendEvent(QApplication.focusWidget(), pressed)
        assert desk.program.accounts.chosen.id == "zapi"  # type: ignore[union-attr]

    with_three(script)


def test_top_bar_tells_the_kind_of_key(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        choose(desk, 3)
        await desk.until(lambda: "test key: no real calls" in desk.named("Account").accessibleDescription())

    with_three(script)


# --- an agent -----------------------------------------------------------------------------------------


def test_call_of_an_agent_by_keyboard(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        combo = await with_agents(desk)
        name = combo.itemText(1)
        desk.window.fill_in_number(ANSWERS)
        assert call_words(desk) == "Have an agent call"
        combo.setFocus()
        desk.type(name)
        assert call_words(desk) == f"Have {name} call +55 11 99999-0001"
        desk.key(Qt.Key.Key_Return)
        assert desk.posts == 0  # it chose
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        task = desk.calls[-1].request.agent
        assert task is not None
        assert (task.agent_name, task.agent_id) == (name, combo.itemData(1))
        assert desk.posts == 1

    with_three(script)


def test_everything_of_the_task_is_asked_for(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        name = pick(await with_agents(desk))
        desk.window.fill_in_number(ANSWERS)
        numbers = cast("QComboBox", desk.named("Call from number"))
        assert numbers.itemText(0) == "Primary number"
        pick(numbers, 1)
        cast("QCheckBox", desk.named("Record call")).click()
        longest = cast("QSpinBox", desk.named("Longest duration in seconds"))
        longest.setFocus()
        longest.selectAll()
        desk.type("120")
        desk.click("Add metadata")
        desk.type("order")
        desk.key(Qt.Key.Key_Tab)
        desk.type("4711")
        assert desk.window.dialler.number_field.text() == ANSWERS
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.calls)
        agent_id = desk.program.agent.agents[0].value
        expected = AgentTask(agent_id, name, numbers.itemData(1), False, 120, (("order", "4711"),))
        assert desk.calls[-1].request.agent == expected
        await desk.until(lambda: desk.settings.current.agent_tasks.get("ringyo") == expected)

    with_three(script)


def test_metadata_rows_come_and_go_by_keyboard(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        pick(await with_agents(desk))
        add = desk.named("Add metadata")
        add.setFocus()
        desk.key(Qt.Key.Key_Space)
        desk.type("a")
        desk.key(Qt.Key.Key_Tab)
        desk.type("1")
        desk.key(Qt.Key.Key_Tab)
        assert desk.named("Remove metadata 1").hasFocus()
        desk.key(Qt.Key.Key_Space)
        assert not desk.sees("Metadata key 1")
        assert add.hasFocus()
        assert desk.window.dialler.agent.task().metadata == ()  # type: ignore[union-attr]

    with_three(script)


def test_metadata_that_would_be_lost_is_remarked_on(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await with_agents(desk)
        for number, value in ((1, "x"), (2, "y")):
            desk.click("Add metadata")
            desk.named(f"Metadata value {number}").setFocus()
            desk.type(value)
        assert desk.reads("A value without a key is left out.")
        for number in (1, 2):
            desk.named(f"Metadata key {number}").setFocus()
            desk.type("a")
        assert desk.reads("“a” is there twice: the last one counts.")

    with_three(script)


def test_call_without_an_agent_says_so_and_goes_there(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        combo = await with_agents(desk)
        desk.window.fill_in_number(ANSWERS)
        desk.click("Call")
        assert desk.reads("Choose the agent to call with first.")
        assert combo.hasFocus()
        desk.type("nobody of that name")
        desk.click("Call")
        assert desk.reads("No agent is called “nobody of that name”.")
        await asyncio.sleep(0.05)
        assert desk.posts == 0

    with_three(script)


def test_agents_are_found_by_any_part_of_their_name(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        combo = await with_agents(desk)
        name = combo.itemText(1)
        combo.setFocus()
        desk.type(name[2:6].upper())
        completer = combo.completer()
        found = [
            completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())
        ]
        assert name in found

    with_three(script)


def test_escape_takes_a_typed_name_back_before_the_number(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        combo = await with_agents(desk)
        name = pick(combo)
        desk.window.fill_in_number(ANSWERS)
        combo.setFocus()
        combo.clearEditText()
        desk.type("zzz")
        assert call_words(desk) == "Have an agent call"
        desk.key(Qt.Key.Key_Escape)
        assert combo.currentText() == name
        assert call_words(desk) == f"Have {name} call +55 11 99999-0001"
        desk.key(Qt.Key.Key_Escape)
        assert desk.window.dialler.number_field.text() == ""

    with_three(script)


def test_digits_typed_for_an_agent_are_no_number(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        combo = await with_agents(desk)
        combo.setFocus()
        combo.clearEditText()
        desk.type("24")
        assert combo.currentText() == "24"
        assert desk.window.dialler.number_field.text() == ""

    with_three(script)


def test_lists_that_cannot_be_had_say_why_and_are_asked_for_again(
    with_three: Callable[[Script], None], server: PracticeServer
) -> None:
    async def script(desk: Desk) -> None:
        from app.domain.account import Secret

        await desk.secrets.set("ringyo", "api_key", Secret("rg_live_wrong"))
        choose(desk, 3)
        await desk.until(lambda: desk.program.agent.error)
        form = desk.window.dialler.agent
        assert "refused the token" in desk_text(form)
        assert desk.sees("Open account settings", form)
        await desk.secrets.set("ringyo", "api_key", Secret(server.secrets("ringyo")["api_key"]))
        await desk.program.accounts.open.retire("ringyo")
        desk.click("Refresh")
        await desk.until(lambda: desk.program.agent.agents)
        assert "refused the token" not in desk_text(form)

    with_three(script)


def test_choice_stays_with_its_account(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        combo = await with_agents(desk)
        name = pick(combo, 1)
        desk.click("Add metadata")
        desk.type("k")
        choose(desk, 1)
        choose(desk, 3)
        await desk.until(lambda: desk.named("Metadata key 1").text() == "k")  # type: ignore[attr-defined]
        assert combo.currentText() == name

    with_three(script)


def test_redial_has_the_same_agent_do_the_same(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        combo = await with_agents(desk)
        name = pick(combo)
        desk.window.fill_in_number(ANSWERS)
        desk.click("Call")
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        pick(combo, 1)
        desk.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        assert call_words(desk) == f"Have {name} call +55 11 99999-0001"
        choose(desk, 1)
        desk.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        assert desk.reads("Calls through this account have no agents. Choose another account.")

    with_three(script)


# --- asked first --------------------------------------------------------------------------------------


def test_number_without_whatsapp_is_called_only_when_that_is_wished(
    at_desk: Callable[[Script], None], server: PracticeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.dialling.ONE_PRESS", timedelta())
    fields = server.account_fields("zapi") | {"check_first": "on"}
    monkeypatch.setattr(server, "account_fields", lambda _key: fields)

    async def script(desk: Desk) -> None:
        await desk.add_accounts("zapi")
        choose(desk, 2)
        desk.window.fill_in_number(NO_WHATSAPP)
        desk.click("Call")
        await desk.until(lambda: desk.window.dialler.board.shows("question"))
        assert desk.reads("+55 11 99999-0010 seems to have no WhatsApp. Call anyway?")
        assert desk.posts == 0
        desk.click("Call anyway")
        await desk.until(lambda: desk.posts == 1)
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        desk.click("Call")
        await desk.until(lambda: desk.window.dialler.board.shows("question"))
        assert desk.reads("seems to have no WhatsApp. +55 11 99999-0010 was called")

    at_desk(script)


# --- side by side -------------------------------------------------------------------------------------


def test_cards_name_their_account_where_there_are_several(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(RINGS_OUT)
        desk.click("Call")
        await desk.until(lambda: desk.posts == 1)
        name = pick(await with_agents(desk))
        desk.window.fill_in_number(ANSWERS)
        desk.click("Call")
        await desk.until(lambda: desk.reads("Support desk · RyzeAPI"))
        await desk.until(lambda: desk.reads(f"Agent {name} · Ringyo test · Ringyo"))

    with_three(script)


def test_card_of_an_agent_says_how_long_it_has_been_speaking(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        pick(await with_agents(desk))
        desk.window.fill_in_number(ANSWERS)
        desk.click("Call")
        cards = desk.window.activity.live_calls
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        report = desk.calls[-1].report
        assert report is not None
        assert length_words(report.duration_s or 0) in desk_text(cards)

    with_three(script)


def test_card_of_one_account_does_not_name_it(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(RINGS_OUT)
        desk.click("Call")
        await desk.until(lambda: desk.posts == 1)
        assert not desk.reads("Support desk · RyzeAPI")

    at_desk(script)


# --- details ------------------------------------------------------------------------------------------


async def finished_agents_call(desk: Desk) -> CallDetails:
    """Have an agent call, and open the details of it from its card."""
    pick(await with_agents(desk))
    desk.window.dialler.agent.take(
        AgentTask(
            desk.program.agent.agents[0].value, desk.program.agent.agents[0].label, metadata=(("a", "b"),)
        )
    )
    desk.window.fill_in_number(ANSWERS)
    desk.click("Call")
    await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
    desk.click("Details", desk.window.activity.live_calls)
    details = desk.window.findChild(CallDetails)
    assert isinstance(details, CallDetails)
    await desk.until(details.isActiveWindow)
    return details


def test_details_say_all_that_is_known(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        details = await finished_agents_call(desk)
        text = desk_text(details)
        for known in (
            "Ringyo test · Ringyo",
            "Primary number",
            "a: b",
            "Ringyo told us",
            "done here",
            str(desk.calls[-1].provider_call_id),
        ):
            assert known in text
        details.accept()

    with_three(script)


def test_transcript_is_searched_and_copied(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        details = await finished_agents_call(desk)
        said = desk.calls[-1].report.transcript  # type: ignore[union-attr]
        assert said
        desk.click("Copy transcript", details)
        copied = QApplication.clipboard().text()
        assert all(each.words in copied for each in said)
        assert "Callee: " in copied
        QTest.keyClick(details.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        find = desk.named("Find in the transcript", details)
        assert find.hasFocus()
        desk.type("e")
        first = desk_text(details)
        assert "1 of " in first
        desk.key(Qt.Key.Key_Return)
        assert "2 of " in desk_text(details)
        desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        assert "1 of " in desk_text(details)
        desk.type("qqq")
        assert "Not found" in desk_text(details)
        details.accept()

    with_three(script)


def test_recording_is_saved_under_a_suggested_name(
    with_three: Callable[[Script], None], tmp_path: Path
) -> None:
    async def script(desk: Desk) -> None:
        details = await finished_agents_call(desk)
        desk.click("Save recording", details)
        await desk.until(lambda: details.findChild(QFileDialog))
        dialog = details.findChild(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        assert Path(dialog.selectedFiles()[0]).name.endswith("+5511999990001.wav")
        target = tmp_path / "saved.wav"
        dialog.fileSelected.emit(str(target))
        dialog.hide()
        await desk.until(lambda: f"Saved as {target}" in desk_text(details))
        assert target.read_bytes()[:4] == b"RIFF"
        dialog.fileSelected.emit(str(tmp_path / "nowhere" / "saved.wav"))
        await desk.until(lambda: "could not be saved" in desk_text(details))
        details.accept()

    with_three(script)


def test_recording_that_cannot_be_fetched_says_why(
    with_three: Callable[[Script], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.domain.provider import ProviderUnavailable

    async def script(desk: Desk) -> None:
        details = await finished_agents_call(desk)

        async def refuse(_call: object) -> None:
            raise ProviderUnavailable

        monkeypatch.setattr(desk.program.calls, "recording", refuse)
        desk.click("Play recording", details)
        await desk.until(lambda: "Ringyo could not be reached" in desk_text(details))
        details.accept()

    with_three(script)


def test_details_open_from_history_and_redial_stays(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        desk.click("Call")
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        desk.window.dialler.number_field.clear()
        view = desk.window.activity.history_view
        view.setFocus()
        view.selectRow(0)
        desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        details = desk.window.findChild(CallDetails)
        assert isinstance(details, CallDetails)
        await desk.until(details.isActiveWindow)
        assert not desk.sees("Transcript", details)
        desk.click("Redial", details)
        assert desk.window.dialler.number_field.text() == ANSWERS
        desk.window.dialler.number_field.clear()
        await desk.until(lambda: desk.sees("Redial"))
        desk.click("Redial")
        assert desk.window.dialler.number_field.text() == ANSWERS
        assert desk.posts == 1

    at_desk(script)


@needs_output
def test_recording_is_heard(with_three: Callable[[Script], None], sound_server: SoundServer) -> None:
    async def script(desk: Desk) -> None:
        details = await finished_agents_call(desk)
        with sound_server.listen() as ears:
            desk.click("Play recording", details)
            await desk.until(lambda: ears.level() > 300)
            details.accept()
            await desk.until(lambda: ears.level() < 60)

    with_three(script)


# --- what must not be mixed up ------------------------------------------------------------------------


def test_late_question_is_answered_for_the_number_it_is_about(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        request = CallRequest("account", PhoneNumber.parse(RINGS_OUT), ring_seconds=1)
        desk.news.question_asked.emit(Question(request, is_reached=False))
        desk.click("Call anyway")
        await desk.until(lambda: desk.calls)
        assert desk.calls[0].request.number.formatted == RINGS_OUT

    with_three(script)


def test_kind_and_sound_come_back_with_an_account_that_has_them(
    with_three: Callable[[Script], None], tmp_path: Path
) -> None:
    async def script(desk: Desk) -> None:
        desk.program.accounts.choose("account")
        desk.window.dialler.take_files([str(write_tone(tmp_path / "order.wav"))])
        await desk.until(lambda: desk.program.audio.source)
        for other in ("zapi", "ringyo", "account"):
            desk.program.accounts.choose(other)
        assert desk.window.dialler.call_type.kind() is CallKind.AUDIO
        assert desk.program.audio.source is desk.program.audio.file.chosen

    with_three(script)


def test_focus_does_not_go_on_to_call_when_its_field_goes(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.named("Ring duration in seconds").setFocus()
        choose(desk, 3)
        assert desk.named("Phone number").hasFocus()

    with_three(script)


def test_enter_with_another_key_calls_nobody(with_three: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await asyncio.sleep(0.05)
        assert desk.posts == 0

    with_three(script)


def test_call_that_failed_after_it_was_placed_is_not_called_not_placed() -> None:
    call = Call(
        "1",
        CallRequest("r", PhoneNumber.parse(ANSWERS), CallKind.AGENT),
        "Phone",
        "Ringyo",
        (
            CallStep(CallState.PLACED, datetime.now(UTC), KnownBy.PROVIDER),
            CallStep(CallState.ENDED, datetime.now(UTC), KnownBy.PROVIDER, Outcome.FAILED),
        ),
    )
    assert state_words(call).text == "Failed"
