"""Takes the pictures in `resources/screenshots`: each scene, light and dark, at 100 % and 200 %.

`make screenshots` runs it; `--into` another folder takes more of them, to look at.
The scenes are the real window on real services at the practice provider.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "ui")]

from about_scenes import about  # noqa: E402 - beside this file
from contact_scenes import contacts  # noqa: E402 - beside this file
from desktop_scenes import desktop  # noqa: E402 - beside this file
from guard_scenes import bound, guards  # noqa: E402 - beside this file
from history_scenes import history  # noqa: E402 - beside this file
from link_scenes import links  # noqa: E402 - beside this file
from managed_scenes import managed  # noqa: E402 - beside this file
from queue_scenes import queue  # noqa: E402 - beside this file
from sound_server import SoundServer  # noqa: E402 - found there

FOLDER = ROOT / "resources" / "screenshots"
SCREEN = {
    "screens": [{"name": "wide", "width": 2600, "height": 1800, "logicalDpi": 96, "logicalBaseDpi": 96}]
}
COMPACT = (380, 680)
TO_LOOK_AT = frozenset(
    {
        "contacts-import-compact", "contacts-imported", "copied", "desktop-compact", "do-not-call-compact",
        "do-not-call-import", "do-not-call-imported", "guard-bound", "guard-compact", "guard-listed",
        "guard-no-reason", "help-compact", "history-delete", "history-delete-compact",
        "history-details-compact", "history-export", "history-filters-compact", "history-no-match",
        "history-no-match-compact", "history-search-compact", "history-settings", "link-compact",
        "link-refused", "managed-account", "managed-accounts", "managed-desktop", "managed-general",
        "managed-history", "managed-window", "name-typed-compact", "other-form", "queue-import", "several",
        "speed-dial-compact", "update-found-compact", "update-newest", "update-refused",
    }
)  # fmt: skip
"""Pictures that are taken with --into alone: they are for who changes that part, not to be kept."""

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from PySide6.QtWidgets import QWidget
    from window_harness import Desk

    Picture = Callable[[str, QWidget], None]
    Scene = Callable[[Desk, Picture], Awaitable[None]]


async def start(desk: Desk, picture: Picture) -> None:
    """The first start: no account yet."""
    await desk.open()
    picture("start", desk.window)


async def calls(desk: Desk, picture: Picture) -> None:
    """Calls side by side, and one that may have been placed."""
    from PySide6.QtWidgets import QLineEdit

    await desk.open()
    for number, seconds, wait_s in (
        ("+55 11 98888-0002", 8, 2.2),
        ("+55 21 97777-0006", 15, 0.3),
        ("+52 55 1234 0001", 8, 2.3),
        ("+55 11 98888-0003", 20, 0.2),
    ):
        desk.window.dialler.ring_duration.set_seconds(seconds)
        desk.window.fill_in_number(number)
        desk.window.dialler.press_call()
        await asyncio.sleep(1.05)
        await asyncio.sleep(wait_s)
    await asyncio.sleep(2)
    desk.window.dialler.ring_duration.set_seconds(8)
    desk.window.fill_in_number("+55 11 99999-0001")
    desk.window.dialler.number_field.findChild(QLineEdit).deselect()
    picture("calls", desk.window)
    desk.window.resize(*COMPACT)
    await asyncio.sleep(0.2)
    picture("compact", desk.window)


async def by_the_clock(desk: Desk, picture: Picture) -> None:
    """Live status is off: the offer, what it will write, and a call that goes by the clock."""
    await desk.open()
    desk.window.dialler.ring_duration.set_seconds(12)
    desk.window.fill_in_number("+55 11 98888-0003")
    desk.window.dialler.press_call()
    await asyncio.sleep(2)
    picture("clock", desk.window)
    desk.click("Turn on live status")
    desk.window.dialler.press_call()
    await desk.until(lambda: desk.window.dialler.board.shows("question"))
    await asyncio.sleep(0.2)
    picture("questions", desk.window)


async def audio(desk: Desk, picture: Picture) -> None:
    """A sound: nothing chosen yet, ready, playing, refused, a link, and on its way."""
    from dataclasses import replace

    from desk_sounds import drop, files_data, write_speech

    from app.domain.call import CallKind
    from app.practice.faults import held_after

    await desk.open()
    assert desk.server is not None
    dialler, choice = desk.window.dialler, desk.program.audio
    desk.window.fill_in_number("+55 11 99999-0001")
    dialler.call_type.set_kind(CallKind.AUDIO)
    dialler.number_field.focusWidget().deselect()
    await asyncio.sleep(0.1)
    picture("audio-empty", desk.window)
    folder = desk.profile.settings_file.parent
    drop(dialler, files_data(write_speech(folder / "order-reminder.wav", 24)))
    await desk.until(lambda: choice.source)
    desk.click("Play preview")
    await asyncio.sleep(8)
    picture("audio-playing", desk.window)
    desk.click("Play preview")
    invoice = folder / "invoice.mp3"
    invoice.write_text("Dear customer, " * 99, encoding="utf-8")
    drop(dialler, files_data(invoice))
    await desk.until(lambda: choice.problem)
    await asyncio.sleep(0.1)
    picture("audio-refused", desk.window)
    choice.use_link("https://example.com/order-reminder.mp3")
    await asyncio.sleep(0.1)
    picture("audio-link", desk.window)
    choice.use_file()
    choice.file.chosen = replace(
        choice.file.chosen, data=bytes(20_000_000)
    )  # so much that it can be seen leaving
    desk.server.inject(held_after(2_000_000))
    dialler.press_call()
    await desk.until(lambda: desk.reads("of 26.7 MB"))
    await asyncio.sleep(0.5)
    dialler.number_field.focusWidget().deselect()
    picture("audio-uploading", desk.window)
    desk.click("Cancel")
    desk.server.release_uploads()


async def account(desk: Desk, picture: Picture) -> None:
    """The account form with an answer from the provider."""
    from PySide6.QtWidgets import QLineEdit

    await desk.open()
    desk.window.settings.edit_account("account")
    dialog = desk.window.settings.dialog()
    desk.click("Test", dialog)
    await desk.until(lambda: any("Line" in child.text() for child in _labels(dialog)))
    await asyncio.sleep(0.1)
    dialog.findChild(QLineEdit).clearFocus()
    picture("account", dialog)


async def providers(desk: Desk, picture: Picture) -> None:
    """Each provider's dialler, their calls side by side, and a finished call of an agent."""
    from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

    from app.domain.call import CallKind

    await desk.open()
    assert desk.server is not None
    await desk.add_accounts("zapi", "ringyo")
    desk.window.settings.edit_account("zapi")
    form = desk.window.settings.dialog()
    desk.click("Test", form)
    await desk.until(lambda: any("Line" in child.text() for child in _labels(form)))
    await asyncio.sleep(0.1)
    form.findChild(QLineEdit).clearFocus()
    picture("account-zapi", form)
    form.hide()
    window, dialler, choose = desk.window, desk.window.dialler, desk.window.accounts.choose
    window.fill_in_number("+55 11 99999-0001")
    dialler.ring_duration.set_seconds(40)
    choose("zapi")
    await asyncio.sleep(1)
    dialler.number_field.focusWidget().deselect()
    picture("zapi", window)
    dialler.press_call()
    dialler.call_type.set_kind(CallKind.AUDIO)
    desk.program.audio.use_link("https://example.com/order-reminder.mp3")
    await asyncio.sleep(0.3)
    picture("zapi-audio", window)
    choose("account")
    dialler.call_type.set_kind(CallKind.RING)
    window.fill_in_number("+55 11 98888-0003")
    dialler.press_call()
    choose("ringyo")
    await desk.until(lambda: desk.program.agent.agents)
    agent = desk.program.agent.agents[0]
    combo = desk.named("Agent to call with", dialler)
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    window.fill_in_number("+55 21 97777-0001")
    dialler.agent._metadata.show_pairs([("order", "4711"), ("language", "pt-BR")])
    dialler.agent.changed.emit()
    dialler.number_field.focusWidget().deselect()
    assert agent.label
    dialler.press_call()
    await desk.until(lambda: desk.reads("In progress"))
    await asyncio.sleep(1.5)
    picture("side-by-side", window)
    window.resize(360, 600)
    await asyncio.sleep(0.2)
    window._halves.show_half(0)
    await asyncio.sleep(0.2)
    picture("agent-compact", window)
    window.resize(1040, 700)
    call_id = next(call.id for call in desk.calls if call.request.kind is CallKind.AGENT)
    await desk.until(lambda: any(call.id == call_id and call.is_over for call in desk.calls))
    call = next(call for call in desk.calls if call.id == call_id and call.is_over)
    window.activity.history_view.selectRow(0)
    await asyncio.sleep(0.2)
    picture("agent-over", window)
    window.resize(360, 600)
    await asyncio.sleep(0.2)
    window._halves.show_half(1)
    await asyncio.sleep(0.2)
    picture("agent-over-compact", window)
    window.show_details(call)
    await asyncio.sleep(0.3)
    details = window.history._details
    assert isinstance(details, QWidget)
    picture("details", details)
    details.resize(360, 600)
    await asyncio.sleep(0.2)
    picture("details-compact", details)
    details.hide()


def _labels(widget: QWidget) -> list[object]:
    from PySide6.QtWidgets import QLabel

    return list(widget.findChildren(QLabel))


SCENES: dict[str, tuple[Scene, dict[str, bool]]] = {
    "start": (start, {"account": False, "live": False, "practice": False}),
    "calls": (calls, {"account": True, "live": True, "practice": True}),
    "clock": (by_the_clock, {"account": True, "live": False, "practice": False}),
    "audio": (audio, {"account": True, "live": True, "practice": True}),
    "providers": (providers, {"account": True, "live": True, "practice": False}),
    "links": (links, {"account": True, "live": True, "practice": False}),
    "history": (history, {"account": True, "live": True, "practice": False}),
    "contacts": (contacts, {"account": True, "live": True, "practice": False}),
    "guards": (guards, {"account": True, "live": True, "practice": False}),
    "bound": (bound, {"account": False, "live": False, "practice": False}),
    "queue": (queue, {"account": True, "live": True, "practice": False}),
    "desktop": (desktop, {"account": True, "live": True, "practice": False}),
    "managed": (managed, {"account": True, "live": True, "practice": False}),
    "about": (about, {"account": True, "live": True, "practice": False}),
    "account": (account, {"account": True, "live": True, "practice": False}),
}


def main() -> int:
    """Take every picture, each in a process of its own, since scaling is fixed for a process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--one", nargs=3, metavar=("SCENE", "THEME", "SCALE"))
    parser.add_argument("--into", type=Path, default=FOLDER)
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    if options.one:
        scene, theme, scale = options.one
        take(scene, theme, scale, options.into)
        return 0
    with tempfile.TemporaryDirectory() as folder, closing(SoundServer(Path(folder))) as sound:
        for scale in ("1", "2"):
            for theme in ("light", "dark"):
                running = [_start(scene, theme, scale, options.into, sound) for scene in SCENES]
                if any(process.wait() for process in running):
                    return 1
    return 0


def _start(scene: str, theme: str, scale: str, into: Path, sound: SoundServer) -> subprocess.Popen[bytes]:
    arguments = ["--one", scene, theme, scale, "--into", str(into)]
    screen = Path(tempfile.gettempdir()) / "toque-screen.json"
    screen.write_text(json.dumps(SCREEN), encoding="utf-8")
    environment = sound.environment | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        "QT_SCALE_FACTOR": scale,
        "TZ": "America/Sao_Paulo",
    }
    return subprocess.Popen([sys.executable, __file__, *arguments], env=environment)  # noqa: S603 - ourselves


def take(scene: str, theme_name: str, scale: str, into: Path) -> None:
    """Play one scene and save its pictures."""
    from PySide6.QtCore import QLocale, Qt
    from PySide6.QtGui import QFont, QFontDatabase
    from PySide6.QtWidgets import QApplication
    from window_harness import Desk, run_on_qt

    from app.practice.server import PracticeServer
    from app.ui.theme import Theme

    app = QApplication(["toque"])
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    if "Inter" in QFontDatabase.families():
        app.setFont(QFont("Inter", 10))
    theme = Theme(app, Qt.ColorScheme.Dark if theme_name == "dark" else Qt.ColorScheme.Light)
    play, wants = SCENES[scene]

    def picture(name: str, widget: QWidget) -> None:
        if into == FOLDER and name in TO_LOOK_AT:
            return
        widget.grab().save(str(into / f"{name}-{theme_name}-{scale}00.png"))

    async def session(folder: str) -> None:
        with PracticeServer(live=wants["live"]) as server:
            desk = Desk(Path(folder), theme, server if wants["account"] else None, practice=wants["practice"])
            try:
                await play(desk, picture)
            finally:
                await desk.close()

    with tempfile.TemporaryDirectory() as folder:
        run_on_qt(app, session(folder))


if __name__ == "__main__":
    sys.exit(main())
