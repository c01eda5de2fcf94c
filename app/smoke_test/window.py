"""The real window in practice mode, the player, and a call from the button to its end."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Self, TypeVar

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from qasync import QEventLoop

from app.desktop.daemon_executor import DaemonExecutor
from app.domain.audio import AudioFormat
from app.domain.call import Outcome
from app.main import WindowProgram
from app.services.history import HistoryFilter
from app.smoke_test.parts import NUMBER, tone
from app.smoke_test.report import Broken
from app.storage.history_file import HistoryFile
from app.storage.profile import Profile
from app.storage.settings_file import SettingsFile
from app.ui.origin import Origin
from app.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from app.domain.call import Call
    from app.smoke_test.report import Report

T = TypeVar("T")

translate = QCoreApplication.translate

DEADLINE_S = 30.0
"""For every wait: a computer that is busy installing may be slow."""
_LOOK_AGAIN_S = 0.05
_COLOURS = 8
"""A window that was painted has more."""


class Stage:
    """Qt with its loop and one window, whose profile lies in `folder`. Use it as a context."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._profile = Profile.of(folder, practice=True)
        self._app = QApplication(["toque"])
        self._app.setQuitOnLastWindowClosed(False)
        self._runner = asyncio.Runner(loop_factory=lambda: QEventLoop(self._app))
        self._runner.get_loop().set_default_executor(DaemonExecutor())
        self._problems: list[str] = []
        self._running: asyncio.Task[None] | None = None
        self._window: MainWindow | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._runner.close()

    def check(self, report: Report) -> None:
        """Open the window, place a call in it as an operator does, close it, and find the call again.

        All in one run of the loop: between two, qasync lets tasks go on without a running loop.
        """
        self._runner.run(self._check(report))

    async def _check(self, report: Report) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _loop, context: self._problems.append(str(context.get("message"))))
        for name, item in (
            ("window", self._open),
            ("player", self._load),
            ("practice call", self._place),
            ("closing", self._close),
            ("search of the history", self._find),
        ):
            await report.check_async(name, partial(self._without_problems, item))

    async def _without_problems(self, item: Callable[[], Awaitable[str]]) -> str:
        self._problems.clear()
        found = await item()
        if self._problems:
            raise Broken("; ".join(self._problems))
        return found

    # --- the items ------------------------------------------------------------------------------------

    async def _open(self) -> str:
        """Open the window, and see that it is painted."""
        settings = SettingsFile(self._profile.settings_file)
        await settings.update(lambda old: replace(old, notify=False))
        settings.close()
        began = time.monotonic()
        program = WindowProgram(self._app, self._profile, [], directory=self._folder, practice=True)
        self._running = asyncio.create_task(program.run(""), name="window")
        self._window = await self._until("no window was opened", self._found_window)
        handle = await self._until("the window has no surface", self._window.windowHandle)
        await self._until("the window was never exposed", handle.isExposed)
        took = time.monotonic() - began
        image = self._window.grab().toImage()
        places = ((x, y) for x in range(0, image.width(), 8) for y in range(0, image.height(), 8))
        if len({image.pixel(x, y) for x, y in places}) < _COLOURS:
            raise Broken("the window is empty")
        return f"{image.width()} x {image.height()} on {QApplication.platformName()} after {took:.1f} s"

    def _found_window(self) -> MainWindow | None:
        windows = (each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
        return next((window for window in windows if window.isVisible()), None)

    async def _load(self) -> str:
        """Have Qt's player load a sound, to be played on whatever output there is."""
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

        from app.audio.encoding import encode

        file = self._folder / "played.wav"
        file.write_bytes(encode(tone(), AudioFormat.WAV))
        player, output = QMediaPlayer(), QAudioOutput()
        player.setAudioOutput(output)
        player.setSource(QUrl.fromLocalFile(str(file)))
        status, error = QMediaPlayer.MediaStatus, QMediaPlayer.Error
        try:
            await self._until(
                "the sound is never loaded",
                lambda: player.mediaStatus() is status.LoadedMedia or player.error() is not error.NoError,
            )
            if player.error() is not error.NoError or not player.hasAudio():
                raise Broken(f"{player.error().name}: {player.errorString()}")
            return f"{player.duration()} ms, {output.device().description() or 'no output device'}"
        finally:
            player.setSource(QUrl())

    async def _place(self) -> str:
        window = self._there()
        button = next(
            each for each in window.findChildren(QAbstractButton) if each.accessibleName() == "Call"
        )
        await self._until("no news comes live", lambda: self._reads(translate("TopBar", "live status on")))
        window.open_text(NUMBER, Origin.COMMAND_LINE)
        await self._until("Call cannot be pressed", button.isEnabled)
        began = time.monotonic()
        button.click()
        call = await self._until("the call has no end", self._ended_call)
        if call.outcome is not Outcome.ANSWERED:
            raise Broken(f"the call ended as {call.outcome}")
        return f"{call.outcome} and ended after {time.monotonic() - began:.1f} s"

    def _reads(self, text: str) -> bool:
        return any(text in label.text() for label in self._there().findChildren(QLabel))

    def _ended_call(self) -> Call | None:
        calls = self._there().history_model.latest
        return next((call for call in calls if call.is_over), None)

    async def _close(self) -> str:
        window, running = self._there(), self._running
        began = time.monotonic()
        window.close()
        if running is not None:
            async with asyncio.timeout(DEADLINE_S):
                await running
        self._window = self._running = None
        return f"after {time.monotonic() - began:.1f} s"

    async def _find(self) -> str:
        """Find the call by a part of its number, which is looked up in the full text index."""
        history = HistoryFile(self._profile.history_file, self._profile.runs_folder, on_kept_aside=_ignore)
        try:
            if (kept := await history.open()) is not None:
                raise Broken(f"the history was {kept.why}")
            found = await history.page(which=HistoryFilter(text=NUMBER[-9:-2]))
        finally:
            await history.close()
        if len(found) != 1:
            raise Broken(f"{len(found)} calls were found instead of one")
        return f"{len(found)} call found"

    def _there(self) -> MainWindow:
        if self._window is None:
            raise Broken("there is no window")
        return self._window

    async def _until(self, why: str, look: Callable[[], T | None]) -> T:
        """Return what `look` finds as soon as it finds something. Raises Broken, because of `why`."""
        give_up_at = time.monotonic() + DEADLINE_S
        while not (found := look()):
            if self._running is not None and self._running.done():
                self._running.result()
            if time.monotonic() > give_up_at:
                raise Broken(why)
            await asyncio.sleep(_LOOK_AGAIN_S)
        return found


def _ignore(_news: object) -> None:
    """Hear what is told otherwise too."""
