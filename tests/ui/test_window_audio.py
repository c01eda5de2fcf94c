"""Audio calls through the real window: dropped, chosen, pasted or linked, made ready, heard, sent."""

from __future__ import annotations

import asyncio
import shutil
import sys
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from desk_sounds import drop, files_data, write_tone
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu, QProgressBar
from test_sound_drops import urls
from window_harness import ANSWERS, RINGS_OUT, Desk

from app.domain.audio import PreparedAudio
from app.domain.call import CallKind
from app.practice.faults import held_after
from app.practice.server import PracticeServer
from app.ui.history_row import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from sound_server import SoundServer
    from window_harness import Script

PACE = 0.1
needs_output = pytest.mark.skipif(sys.platform != "linux", reason="there is no PulseAudio")


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=PACE) as server:
        yield server


@pytest.fixture
def tone(tmp_path: Path) -> Path:
    return write_tone(tmp_path / "order.wav")


def chosen(desk: Desk) -> PreparedAudio:
    """Return the file that the next call plays."""
    source = desk.program.audio.source
    assert isinstance(source, PreparedAudio)
    return source


async def take(desk: Desk, path: Path) -> PreparedAudio:
    """Drop `path` on the number and wait until it is ready."""
    assert drop(desk.named("Phone number"), files_data(path))
    await desk.until(lambda: desk.program.audio.source, "ready")
    return chosen(desk)


def hold_preparing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Let no file be ready before the event that is returned is set."""
    goes_on = threading.Event()
    prepare = desk.program.audio.file._prepare

    def held(*arguments: object, **more: object) -> PreparedAudio:
        assert goes_on.wait(20)
        return prepare(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(desk.program.audio.file, "_prepare", held)
    return goes_on


def remove(path: Path) -> None:
    path.unlink()


def button(desk: Desk) -> str:
    return desk.named("Call").accessibleDescription()


# --- choosing -----------------------------------------------------------------------------------------


def test_file_dropped_on_the_left_half_switches_to_audio(
    at_desk: Callable[[Script], None], tone: Path
) -> None:
    async def script(desk: Desk) -> None:
        assert desk.window.dialler.call_type.kind() is CallKind.RING
        desk.window.fill_in_number(ANSWERS)
        await take(desk, tone)
        assert desk.named("Audio").isChecked()  # type: ignore[attr-defined]
        assert not desk.sees("Ring duration")
        assert desk.reads("order.wav")
        assert button(desk) == "Call +55 11 99999-0001 and play 0:02"

    at_desk(script)


def test_first_of_several_files_is_taken_and_said(at_desk: Callable[[Script], None], tone: Path) -> None:
    async def script(desk: Desk) -> None:
        other = write_tone(tone.with_name("other.wav"))
        assert drop(desk.window.dialler, files_data(tone, other))
        await desk.until(lambda: desk.program.audio.source)
        assert chosen(desk).name == "order.wav"
        assert desk.reads("A call plays one file: order.wav was taken, the others were not.")

    at_desk(script)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_text("hello " * 200), "is not a sound file"),
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.mkdir(), "folder"),
        pytest.param(
            lambda path: path.symlink_to("/nowhere"),
            "is a link to a file that is not there",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="Windows wants a right for symlinks"),
        ),
        (lambda _path: None, "is not there"),
    ],
)
def test_what_cannot_be_played_is_said_and_the_choice_stays(
    at_desk: Callable[[Script], None], tone: Path, make: Callable[[Path], object], words: str
) -> None:
    async def script(desk: Desk) -> None:
        before = await take(desk, tone)
        bad = tone.with_name("bad.mp3")
        make(bad)
        drop(desk.window.dialler, files_data(bad))
        await desk.until(lambda: desk.program.audio.problem)
        assert words in desk.program.audio.problem
        assert desk.reads(desk.program.audio.problem)
        assert chosen(desk) is before
        assert desk.reads("order.wav")

    at_desk(script)


def test_file_chosen_in_the_dialog(at_desk: Callable[[Script], None], tone: Path) -> None:
    async def script(desk: Desk) -> None:
        desk.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        desk.click("Choose audio file")
        dialog = desk.window.findChild(QFileDialog)
        assert dialog.isVisible()
        dialog.setDirectory(str(tone.parent))
        dialog.selectFile(str(tone))
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(tone))
        dialog.accept()
        await desk.until(lambda: desk.program.audio.source)
        assert chosen(desk).name == "order.wav"

    at_desk(script)


def test_copied_file_is_pasted_wherever_the_focus_is(at_desk: Callable[[Script], None], tone: Path) -> None:
    async def script(desk: Desk) -> None:
        QGuiApplication.clipboard().setMimeData(files_data(tone))
        desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        await desk.until(lambda: desk.program.audio.source)
        assert chosen(desk).name == "order.wav"
        assert desk.window.dialler.number_field.text() == ""

    at_desk(script)


def test_copied_number_is_still_pasted_as_a_number(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        QGuiApplication.clipboard().setText("+5511999990001")
        desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert desk.window.dialler.number_field.text() == ANSWERS

    at_desk(script)


def test_recent_files_are_offered_and_missing_ones_are_grey(
    at_desk: Callable[[Script], None], tone: Path
) -> None:
    async def script(desk: Desk) -> None:
        gone = write_tone(tone.with_name("gone.wav"))
        await take(desk, gone)
        await take(desk, tone)
        await desk.until(lambda: len(desk.settings.current.recent_audio) == 2)
        remove(gone)
        desk.click("Recent audio")
        menu = next(
            each for each in desk.window.findChildren(QMenu) if each.accessibleName() == "Recent audio"
        )
        await desk.until(menu.isVisible)
        assert [(action.text(), action.isEnabled()) for action in menu.actions()] == [
            ("order.wav", True),
            ("gone.wav", False),
        ]
        desk.program.audio.file.remove()
        menu.actions()[0].trigger()
        menu.close()
        await desk.until(lambda: desk.program.audio.source)

    at_desk(script)


def test_file_dropped_for_an_account_that_cannot_play_is_said(
    at_desk: Callable[[Script], None], tone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.providers.ryzeapi import RyzeApi

    only_ring = replace(RyzeApi.capabilities, kinds=frozenset({CallKind.RING}), audio_origins=frozenset())
    monkeypatch.setattr(RyzeApi, "capabilities", only_ring)

    async def script(desk: Desk) -> None:
        drop(desk.window.dialler, files_data(tone))
        await desk.until(lambda: desk.reads("cannot play a sound"))
        assert desk.program.audio.source is None

    at_desk(script)


def test_wishes_are_remembered_and_the_file_is_made_ready_again(
    at_desk: Callable[[Script], None], tone: Path
) -> None:
    async def script(desk: Desk) -> None:
        before = await take(desk, write_tone(tone, level=0.02))
        assert before.gain_db > 10
        desk.click("Audio options")
        menu = next(each for each in desk.window.findChildren(QMenu) if each.isVisible())
        menu.actions()[0].trigger()
        menu.close()
        await desk.until(lambda: desk.program.audio.source not in {None, before})
        assert chosen(desk).gain_db == 0
        assert not desk.settings.current.audio_wishes.level

    at_desk(script)


def test_making_ready_can_be_given_up(at_desk: Callable[[Script], None], tone: Path) -> None:
    async def script(desk: Desk) -> None:
        long = write_tone(tone.with_name("long.wav"), 1)
        with long.open("r+b") as file:  # an hour's worth would be refused; this takes a while
            data = file.read()
            file.seek(0)
            body = data[44:] * 600
            file.write(data[:40] + len(body).to_bytes(4, "little") + body)
            file.seek(4)
            file.write((len(body) + 36).to_bytes(4, "little"))
        drop(desk.window.dialler, files_data(long))
        await desk.until(lambda: desk.sees("Cancel"))
        desk.click("Cancel")
        await desk.until(lambda: desk.reads("Drop an audio file here"))
        assert desk.program.audio.source is None

    at_desk(script)


# --- a link -------------------------------------------------------------------------------------------


def test_link_is_checked_for_form_and_sent(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        desk.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        desk.click("Use a link")
        desk.type("example.com/a")
        assert desk.reads("must look like https://")
        edit = desk.named("Audio link")
        edit.clear()  # type: ignore[attr-defined]
        desk.type("https://example.com/a.mp3?key=5")
        assert button(desk) == "Call +55 11 99999-0001 and play the link"
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        assert [sound.media for sound in desk.server.sounds] == ["https://example.com/a.mp3?key=5"]
        assert "key=5" not in repr(desk.calls)

    at_desk(script)


def test_link_dropped_from_a_browser_is_taken(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        drop(desk.named("Phone number"), urls("https://example.com/a.mp3"))
        assert desk.named("Audio link").text() == "https://example.com/a.mp3"  # type: ignore[attr-defined]
        assert desk.window.dialler.call_type.kind() is CallKind.AUDIO

    at_desk(script)


def test_file_and_link_are_both_kept_and_one_counts(at_desk: Callable[[Script], None], tone: Path) -> None:
    async def script(desk: Desk) -> None:
        file = await take(desk, tone)
        desk.click("Use a link")
        desk.type("https://example.com/a.mp3")
        assert desk.program.audio.source != file
        desk.click("Use a link")
        assert desk.program.audio.source is file
        desk.click("Use a link")
        assert desk.named("Audio link").text() == "https://example.com/a.mp3"  # type: ignore[attr-defined]

    at_desk(script)


# --- sending ------------------------------------------------------------------------------------------


def test_audio_call_is_followed_to_its_end(at_desk: Callable[[Script], None], tone: Path) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        sound = await take(desk, tone)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        assert desk.states()[-1] == "answered provider"
        assert [received.media for received in desk.server.sounds] == [sound.data]
        assert desk.calls[-1].request.audio == sound.record
        assert desk.posts == 1
        model = desk.window.history_model
        assert model.index(0, Column.KIND).data() == "Audio 0:02"

    at_desk(script)


def test_file_deleted_meanwhile_is_sent_all_the_same(at_desk: Callable[[Script], None], tone: Path) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        sound = await take(desk, tone)
        remove(tone)
        desk.click("Call")
        await desk.until(lambda: desk.server.sounds)
        assert desk.server.sounds[0].media == sound.data

    at_desk(script)


def test_call_without_a_sound_says_what_is_missing(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        desk.window.dialler.call_type.set_kind(CallKind.AUDIO)
        desk.click("Call")
        assert desk.reads("Choose the sound to play first.")
        assert desk.named("Choose audio file").hasFocus()
        desk.click("Use a link")
        desk.click("Call")
        assert desk.reads("Enter the link to the sound first.")
        assert desk.posts == 0

    at_desk(script)


def test_accepted_audio_call_says_that_it_plays_when_answered(
    at_desk: Callable[[Script], None], tone: Path
) -> None:
    async def script(desk: Desk) -> None:
        desk.server.refuse_live()
        desk.server.drop_live()
        desk.window.fill_in_number(RINGS_OUT)
        await take(desk, tone)
        desk.click("Call")
        await desk.until(lambda: desk.reads("Plays when answered: order.wav · 0:02"))
        assert not desk.reads("Should be ringing")

    at_desk(script)


def big_sound(desk: Desk) -> None:
    """Let the chosen file be of a size that the system does not swallow at once."""
    desk.program.audio.file.chosen = replace(chosen(desk), data=bytes(12_000_000))


def test_upload_is_shown_and_can_be_cancelled_half_way(at_desk: Callable[[Script], None], tone: Path) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        await take(desk, tone)
        big_sound(desk)
        desk.server.inject(held_after(1_000_000))
        desk.click("Call")
        await desk.until(lambda: desk.reads("of 16.0 MB"))
        bar = desk.named("Upload")
        assert isinstance(bar, QProgressBar)
        await desk.until(lambda: 0 < bar.value() < bar.maximum())
        desk.click("Cancel")
        await desk.until(lambda: desk.calls[-1].is_over)
        assert desk.states()[-1] == "cancelled local"
        desk.server.release_uploads()
        await asyncio.sleep(0.05)
        assert desk.server.sounds == []

    at_desk(script)


def test_redial_takes_the_same_file_again(at_desk: Callable[[Script], None], tone: Path) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        await take(desk, tone)
        desk.click("Call")
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        desk.program.audio.file.remove()
        desk.window.dialler.call_type.set_kind(CallKind.RING)
        desk.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        await desk.until(lambda: desk.program.audio.source)
        assert desk.window.dialler.call_type.kind() is CallKind.AUDIO
        assert button(desk) == "Call +55 11 99999-0001 and play 0:02"

    at_desk(script)


@pytest.mark.parametrize("change", ["gone", "another"])
def test_redial_of_a_file_that_changed_says_so_and_plays_nothing_else(
    at_desk: Callable[[Script], None], tone: Path, change: str
) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        await take(desk, tone)
        desk.click("Call")
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        await take(desk, write_tone(tone.with_name("other.wav"), 1))
        if change == "gone":
            remove(tone)
        else:
            shutil.copy(write_tone(tone.with_name("longer.wav"), 4), tone)
        desk.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        await desk.until(lambda: desk.program.audio.problem)
        assert ("no longer in" if change == "gone" else "it lasted 0:02 and lasts 0:04 now") in str(
            desk.program.audio.problem
        )
        assert desk.program.audio.source is None
        desk.click("Call")
        await asyncio.sleep(0.05)
        assert desk.posts == 1

    at_desk(script)


def test_another_sound_takes_the_question_back(at_desk: Callable[[Script], None], tone: Path) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(RINGS_OUT)
        await take(desk, tone)
        desk.click("Call")
        await desk.until(lambda: desk.posts == 1)
        await asyncio.sleep(1.05)  # no part of the same press
        desk.click("Call")
        await desk.until(lambda: desk.sees("Call anyway"))
        other = await take(desk, write_tone(tone.with_name("other.wav"), 5))
        assert not desk.sees("Call anyway")
        await asyncio.sleep(1.05)
        desk.click("Call")
        await desk.until(lambda: desk.sees("Call anyway"))
        desk.click("Call anyway")
        await desk.until(lambda: len(desk.server.sounds) == 2)
        assert desk.server.sounds[-1].media == other.data

    at_desk(script)


def test_link_is_shown_and_counts_while_a_file_is_made_ready(
    at_desk: Callable[[Script], None], tone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def script(desk: Desk) -> None:
        goes_on = hold_preparing(desk, monkeypatch)
        desk.window.fill_in_number(ANSWERS)
        desk.window.dialler.take_link("https://a.example/b")
        drop(desk.window.dialler, files_data(tone))
        await desk.until(lambda: desk.reads("Making it ready"))
        desk.click("Use a link")
        assert desk.named("Audio link").text() == "https://a.example/b"  # type: ignore[attr-defined]
        assert not desk.reads("Making it ready")
        assert button(desk) == "Call +55 11 99999-0001 and play the link"
        goes_on.set()
        await desk.until(lambda: desk.program.audio.file.chosen)
        assert button(desk) == "Call +55 11 99999-0001 and play the link"

    at_desk(script)


def test_enter_while_a_file_is_made_ready_says_so_and_calls_the_next_time(
    at_desk: Callable[[Script], None], tone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def script(desk: Desk) -> None:
        goes_on = hold_preparing(desk, monkeypatch)
        desk.window.fill_in_number(ANSWERS)
        drop(desk.window.dialler, files_data(tone))
        await desk.until(lambda: desk.reads("Making it ready"))
        desk.key(Qt.Key.Key_Return)
        assert desk.reads("order.wav is still being made ready.")
        goes_on.set()
        await desk.until(lambda: desk.program.audio.source)
        assert not desk.reads("is still being made ready")
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.posts == 1)

    at_desk(script)


def test_escape_gives_up_making_ready_before_it_clears_the_number(
    at_desk: Callable[[Script], None], tone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def script(desk: Desk) -> None:
        goes_on = hold_preparing(desk, monkeypatch)
        desk.window.fill_in_number(ANSWERS)
        drop(desk.window.dialler, files_data(tone))
        await desk.until(lambda: desk.reads("Making it ready"))
        desk.key(Qt.Key.Key_Escape)
        assert not desk.reads("Making it ready")
        assert desk.window.dialler.number_field.text() == ANSWERS
        goes_on.set()

    at_desk(script)


def test_redial_through_an_account_that_cannot_play_says_so(
    at_desk: Callable[[Script], None], tone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.providers.ryzeapi import RyzeApi

    only_ring = replace(RyzeApi.capabilities, kinds=frozenset({CallKind.RING}), audio_origins=frozenset())

    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        await take(desk, tone)
        desk.click("Call")
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        monkeypatch.setattr(RyzeApi, "capabilities", only_ring)
        desk.news.account_changed.emit("account")
        desk.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        assert desk.reads("Calls through this account cannot play a sound")

    at_desk(script)


def test_what_should_be_known_of_a_sound_is_spoken(
    at_desk: Callable[[Script], None], tone: Path, spoken: list[str]
) -> None:
    async def script(desk: Desk) -> None:
        silent = write_tone(tone.with_name("silent.wav"), level=0)
        assert drop(desk.window.dialler, files_data(silent, tone))
        await desk.until(lambda: desk.program.audio.source)
        (said,) = (words for words in spoken if "silent.wav is ready" in words)
        assert "the callee will hear nothing" in said
        assert "the others were not" in said

    at_desk(script)


# --- hearing ------------------------------------------------------------------------------------------


@needs_output
def test_sound_is_heard_until_a_call_begins(
    at_desk: Callable[[Script], None], tone: Path, sound_server: SoundServer
) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        await take(desk, write_tone(tone, 10, hertz=600))
        with sound_server.listen() as ears:
            desk.named("Waveform").setFocus()
            desk.key(Qt.Key.Key_Space)
            await desk.until(lambda: ears.level() > 3000 and abs(ears.hz() - 600) < 30)
            desk.key(Qt.Key.Key_Return)
            await desk.until(lambda: desk.calls)
            await desk.until(lambda: ears.level() < 60)
        assert desk.reads("0:00 / 0:10")

    at_desk(script)


@needs_output
def test_original_and_what_the_callee_hears_can_be_compared(
    at_desk: Callable[[Script], None], tone: Path, sound_server: SoundServer
) -> None:
    async def script(desk: Desk) -> None:
        await take(desk, write_tone(tone, 10, level=0.02))
        with sound_server.listen() as ears:
            desk.click("Play preview")
            await desk.until(lambda: ears.level() > 4000)
            desk.click("Original")
            await desk.until(lambda: 60 < ears.level() < 2000)
            desk.click("Play preview")
            await desk.until(lambda: ears.level() < 60)

    at_desk(script)


@needs_output
def test_arrow_keys_move_the_playhead(at_desk: Callable[[Script], None], tone: Path) -> None:
    async def script(desk: Desk) -> None:
        await take(desk, write_tone(tone, 10))
        desk.named("Waveform").setFocus()
        desk.key(Qt.Key.Key_Right)
        desk.key(Qt.Key.Key_Right)
        assert desk.reads("0:02 / 0:10")

    at_desk(script)


# --- by keyboard --------------------------------------------------------------------------------------


@needs_output
def test_everything_is_reached_by_tab_in_reading_order(at_desk: Callable[[Script], None], tone: Path) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        await take(desk, tone)
        names = []
        widget: QWidget = desk.named("Audio")
        widget.setFocus()
        for _ in range(9):
            QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
            focus = desk.window.focusWidget()
            names.append(focus.accessibleName() or focus.text())  # type: ignore[attr-defined]
        assert names == [
            "Play preview",
            "Waveform",
            "Original",
            "As the callee hears it",
            "Choose audio file",
            "Recent audio",
            "Use a link",
            "Audio options",
            "Call",
        ]

    at_desk(script)


def test_shortcuts_choose_the_kind(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert desk.sees("Choose audio file")
        desk.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        assert desk.sees("Ring duration")

    at_desk(script)
