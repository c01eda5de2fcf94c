"""The composition root: builds the window and all it needs, runs the loop, owns the shutdown."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (  # before qasync, which takes the first Qt it finds
    QCoreApplication,
    QLocale,
    QProcess,
)
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from app.around import Around, origin_of
from app.desktop.app_identity import identify
from app.desktop.daemon_executor import DaemonExecutor
from app.desktop.diagnostics import diagnostics
from app.desktop.garbage import GarbageCollector
from app.desktop.log_file import start_log
from app.desktop.own_command import own_command
from app.desktop.region import system_region
from app.desktop.signals import close_on_signals
from app.domain.account import Account, Secret
from app.program import Program
from app.providers import PROVIDERS
from app.services.history import NotRecorded
from app.services.policy import NO_POLICY
from app.services.settings import NotSaved
from app.services.tasks import Tasks
from app.storage.aside import Why
from app.storage.keyring_secrets import KeyringSecrets
from app.storage.managed_settings import ManagedSettings
from app.storage.memory_secrets import MemorySecrets
from app.storage.policy_file import policy_path, read_policy
from app.storage.practice_settings import PracticeSettings
from app.storage.profile import Profile
from app.storage.settings_file import SettingsFile
from app.ui.icons import Icon, Tint, icon
from app.ui.language import speak
from app.ui.news import News
from app.ui.services import Services, Surroundings
from app.ui.theme import Theme
from app.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from types import TracebackType

    from app.desktop.meeting_place import Hold
    from app.domain.provider import CallProvider
    from app.practice.server import PracticeServer
    from app.storage.aside import KeptAside

log = logging.getLogger(__name__)

translate = QCoreApplication.translate

SAVING_GRACE_S = 1.0
"""For an account that is just being saved: its token must not stay in the keyring without it."""


def run_window(
    directory: Path | None,
    *,
    practice: bool,
    number: str,
    hold: Hold | None = None,
    in_background: bool = False,
) -> int:
    """Open the window with `number` filled in; return the exit code when it was closed.

    `directory` is where the profile is kept, None for the system's folders. `hold` is the right to be the one
    program of this profile. `in_background` shows no window where the tray's icon can.
    """
    profile = Profile.of(directory, practice=practice)
    last_errors = start_log(profile.log_file)
    identify()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Toque")
    app.setDesktopFileName("toque")
    app.setQuitOnLastWindowClosed(False)  # or the loop stops under the work that closing starts
    app.setWindowIcon(icon(Icon.PHONE, Tint.ACCENT))
    sys.excepthook = _log_exception
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.get_loop().set_exception_handler(_log_loop_exception)
        runner.get_loop().set_default_executor(DaemonExecutor())
        program = WindowProgram(
            app, profile, last_errors.lines, directory=directory, practice=practice, hold=hold
        )
        runner.run(program.run(number, in_background=in_background))
    if hold is not None:
        hold.let_go()
    return 0


class WindowProgram:
    """The window with its services, from start to end."""

    def __init__(
        self,
        app: QApplication,
        profile: Profile,
        last_errors: Iterable[str],
        *,
        directory: Path | None,
        practice: bool,
        hold: Hold | None = None,
    ) -> None:
        self._hold = hold
        self._directory = directory
        self._profile = profile
        self._last_errors = last_errors
        self._is_practice = practice
        self._server: PracticeServer | None = None
        self._settings = SettingsFile(profile.settings_file)
        self._policy = NO_POLICY if practice else read_policy(policy_path(), PROVIDERS)
        self._managed_settings = ManagedSettings(self._settings, self._policy)
        self._practice_settings = PracticeSettings(self._settings)
        self._practice_secrets = MemorySecrets()
        self._app = app
        self._theme = Theme(app)
        self._news = News()
        self._tasks = Tasks()
        self._closing = asyncio.Event()

    async def run(self, number: str, *, in_background: bool = False) -> None:
        """Show the window, then begin what may take time; return when it was closed and all is saved."""
        speak(self._app, self._managed_settings.current.language)
        self._program = Program(
            self._profile,
            self._practice_settings if self._is_practice else self._managed_settings,
            secrets=self._practice_secrets if self._is_practice else KeyringSecrets(),
            on_call=self._news.call_changed.emit,
            on_account=self._news.account_changed.emit,
            on_audio=self._news.audio_changed.emit,
            on_agent=self._news.agent_changed.emit,
            on_queue=self._news.queue_changed.emit,
            on_contacts=self._news.contacts_changed.emit,
            on_history=self._news.history_changed.emit,
            region=_system_region(),
            on_question=self._news.question_asked.emit,
            on_trouble=self._news.trouble_heard.emit,
            on_kept_aside=self._show_kept_aside,
            policy=self._policy,
            is_practice=self._is_practice,
        )
        self._around = Around(
            self._app, self._program, self._tasks, hold=self._hold, is_practice=self._is_practice
        )
        self._around.quit_wanted.connect(self._closing.set)
        self._window = self._build_window()
        self._around.attach(self._window, self._news)
        if number:
            self._window.open_text(number, origin_of(number))
        self._around.show(in_background=in_background)
        close_on_signals(self._window, self._closing.set)
        garbage = GarbageCollector(self._window)
        beginning = self._tasks.start(self._begin(), "beginning")
        try:
            await self._closing.wait()
        finally:
            await self._end(beginning)
            garbage.stop()

    def _build_window(self) -> MainWindow:
        program = self._program
        services = Services(
            settings=program.settings,
            accounts=program.accounts,
            live=program.live,
            audio=program.audio,
            agent=program.agent,
            calls=program.calls,
            dialling=program.dialling,
            do_not_call=program.do_not_call,
            policy=program.policy,
            history=program.history,
            queue=program.queue,
            contacts=program.contacts,
            updates=program.updates,
            tasks=self._tasks,
        )
        surroundings = Surroundings(
            practice_numbers=self._practice_numbers(),
            region=_system_region(),
            diagnostics=self._diagnostics,
            desktop=self._around.services(),
        )
        window = MainWindow(services, self._news, self._theme, surroundings)
        window.practice_requested.connect(self._start_practice)
        return window

    async def _begin(self) -> None:
        """Do what the window need not wait for: history, the practice provider, the first connection."""
        await self._tasks.start(self._around.begin(), "what is around the window")  # and go on without it
        self._tasks.start(self._program.contacts.begin(), "beginning the contacts")
        if self._settings.problem:
            self._news.trouble_heard.emit(self._settings.problem)
        if self._settings.kept_aside:
            self._window.show_kept_aside(
                translate(
                    "WindowProgram", "The settings were damaged. They are kept as {name}, and new ones begun."
                ).format(name=self._settings.kept_aside.name)
            )
        if self._is_practice:  # before the calls that its accounts left are asked for
            await self._begin_practice()
        try:
            if (kept := await self._program.history.open()) is not None:
                self._show_kept_aside(kept)
            await self._program.calls.recover()
        except NotRecorded as error:
            self._news.trouble_heard.emit(str(error))
        await self._begin_queue()
        self._tasks.start(self._program.do_not_call.begin(), "do-not-call list")
        self._tasks.start(self._program.forget_gone_accounts(), "accounts that are gone")
        self._window.begin()
        self._program.keeping.begin()

    async def _begin_queue(self) -> None:
        try:
            await self._program.queue.begin()
        except NotSaved as error:
            self._news.trouble_heard.emit(str(error))

    async def _begin_practice(self) -> None:
        self._server = await asyncio.to_thread(_started_practice_server)
        served = [kind for kind in PROVIDERS if kind.key in self._server.providers]
        self._practice_settings.accounts = tuple(
            [await self._practice_account(kind, self._server) for kind in served]
        )

    async def _practice_account(self, kind: type[CallProvider], server: PracticeServer) -> Account:
        """Return the account of one provider, with all that it can do switched on; keep its secrets."""
        account_id = f"practice-{kind.key}"
        for key, value in server.secrets(kind.key).items():
            await self._practice_secrets.set(account_id, key, Secret(value))
        switches = {field.key: "on" for field in kind.account_fields if field.is_switch}
        return Account(
            account_id,
            translate("WindowProgram", "Practice {provider}").format(provider=kind.name),
            kind.key,
            {**switches, **server.account_fields(kind.key)},
        )

    async def _end(self, beginning: asyncio.Task[None]) -> None:
        """Leave in stages: what is being saved, then the calls and services, then what served them."""
        self._around.end()
        self._window.setEnabled(False)
        beginning.cancel()
        remember = self._window.remembered()
        await self._tasks.close(SAVING_GRACE_S)
        await self._program.close(remember)
        self._settings.close()
        self._window.hide()
        if self._server is not None:
            await asyncio.to_thread(self._server.stop)

    def _show_kept_aside(self, kept: KeptAside) -> None:
        sentence = (
            translate("WindowProgram", "A damaged file is kept as {name}, and a new one begun.")
            if kept.why is Why.DAMAGED
            else translate(
                "WindowProgram",
                "A file of a newer version of Toque is kept as {name}, and a new one begun.",
            )
        )
        self._window.show_kept_aside(sentence.format(name=kept.path.name))

    def _start_practice(self) -> None:
        """Start a second Toque in practice mode: it shares nothing with this one."""
        program, *arguments = own_command()
        profile = ["--profile", str(self._directory)] if self._directory else []
        QProcess.startDetached(program, [*arguments, "--practice", *profile])

    def _practice_numbers(self) -> list[tuple[str, str]]:
        if not self._is_practice:
            return []
        from app.practice.scenarios import SCENARIOS

        return [(scenario.digits, scenario.description) for scenario in SCENARIOS]

    def _diagnostics(self) -> str:
        accounts = self._program.accounts
        return diagnostics(
            account_kinds=[account.provider for account in accounts.accounts],
            live=[
                *(self._program.live.status(account.id).state.name.lower() for account in accounts.accounts),
                f"{self._program.live.passed_over} news passed over",
            ],
            last_errors=self._last_errors,
        )


def _started_practice_server() -> PracticeServer:
    """Load and start the practice provider; in a thread, for loading it takes a sixth of a second."""
    from app.practice.server import PracticeServer

    server = PracticeServer(live=True)
    server.start()
    return server


def _system_region() -> str | None:
    """Return the system's country: a program that macOS starts has no locale in its environment."""
    return system_region() or QLocale.territoryToCode(QLocale.system().territory()) or None


def _log_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    log.critical("Unexpected", exc_info=(kind, error, trace))


def _log_loop_exception(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    log.error("In the event loop: %s", context.get("message"), exc_info=context.get("exception"))
