"""The real window on real services, against the practice provider over real HTTP and WebSocket."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from qasync import QEventLoop

from app.domain.account import Account, Secret
from app.practice.scenarios import SCENARIOS
from app.program import Program
from app.services.history import NotRecorded
from app.services.policy import NO_POLICY
from app.services.tasks import Tasks
from app.storage.managed_settings import ManagedSettings
from app.storage.memory_secrets import MemorySecrets
from app.storage.profile import Profile
from app.storage.settings_file import SettingsFile
from app.ui.news import News
from app.ui.services import Services, Surroundings
from app.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from pathlib import Path

    from app.domain.call import Call
    from app.practice.server import PracticeServer
    from app.services.policy import Policy
    from app.services.secret_store import SecretStore
    from app.services.settings import Settings
    from app.ui.theme import Theme

T = TypeVar("T")

Script: TypeAlias = "Callable[[Desk], Awaitable[None]]"

DEADLINE_S = 20.0
ACCOUNT_NAMES = {"ryzeapi": "Front desk", "zapi": "Deliveries", "ringyo": "Ringyo test"}
ANSWERS = "+55 11 99999-0001"
DECLINES = "+55 11 99999-0002"
RINGS_OUT = "+55 11 99999-0003"
FAILS = "+55 11 99999-0005"
BREAKS = "+55 11 99999-0006"
LIMITS = "+55 11 99999-0007"
REFUSES = "+55 11 99999-0008"


def run_on_qt(app: QApplication, work: Coroutine[object, object, T]) -> T:
    """Run `work` on a Qt event loop as the program does, and fail on anything the loop reports."""
    problems: list[dict[str, object]] = []
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.get_loop().set_exception_handler(lambda _loop, context: problems.append(context))
        result = runner.run(work)
    assert not problems
    return result


class Desk:
    """A window, what it stands on, and the operator's hands."""

    def __init__(
        self,
        folder: Path,
        theme: Theme,
        server: PracticeServer | None,
        *,
        secrets: SecretStore | None = None,
        practice: bool = False,
        region: str | None = "BR",
        policy: Policy = NO_POLICY,
    ) -> None:
        self.server = server
        self.theme = theme
        self.news = News()
        self.tasks = Tasks()
        self.calls: list[Call] = []
        self.news.call_changed.connect(self.calls.append)
        self.profile = Profile.of(folder)
        self.secrets = secrets or MemorySecrets()
        self._settings_file = SettingsFile(self.profile.settings_file)
        self.settings = ManagedSettings(self._settings_file, policy)
        self.program = Program(
            self.profile,
            self.settings,
            secrets=self.secrets,
            on_call=self.news.call_changed.emit,
            on_account=self.news.account_changed.emit,
            on_audio=self.news.audio_changed.emit,
            on_agent=self.news.agent_changed.emit,
            on_queue=self.news.queue_changed.emit,
            on_contacts=self.news.contacts_changed.emit,
            region=region,
            on_question=self.news.question_asked.emit,
            on_trouble=self.news.trouble_heard.emit,
            on_kept_aside=lambda _kept: None,
            policy=policy,
        )
        services = Services(
            settings=self.settings,
            accounts=self.program.accounts,
            live=self.program.live,
            audio=self.program.audio,
            agent=self.program.agent,
            calls=self.program.calls,
            dialling=self.program.dialling,
            do_not_call=self.program.do_not_call,
            policy=self.program.policy,
            history=self.program.history,
            queue=self.program.queue,
            contacts=self.program.contacts,
            updates=self.program.updates,
            tasks=self.tasks,
        )
        numbers = [(s.digits, s.description) for s in SCENARIOS] if practice else []
        self.window = MainWindow(services, self.news, theme, Surroundings(numbers, region, lambda: "text"))
        self.closed = asyncio.Event()
        self.window.close_requested.connect(self.closed.set)

    async def open(self, **fields: str) -> None:
        """Add an account at the practice provider (unless there is none) and show the window."""
        if self.server is not None:
            account = Account(
                "account",
                "Support desk",
                "ryzeapi",
                {"instance": self.server.instance, "base_url": self.server.base_url} | fields,
            )
            await self.secrets.set(account.id, "token", Secret(self.server.token))
            await self.settings.update(lambda old: _with(old, account))
        self.window.show()
        self.window.activateWindow()
        await self.until(self.window.isActiveWindow)
        try:
            await self.program.history.open()
            await self.program.calls.recover()
        except NotRecorded as error:
            self.news.trouble_heard.emit(str(error))
        await self.program.queue.begin()
        self.window.begin()
        if self.server is not None:
            await self.program.live.settled("account", DEADLINE_S)

    async def add_accounts(self, *providers: str) -> None:
        """Add an account at the practice provider for each of these keys; its id is the key."""
        assert self.server is not None
        for key in providers:
            account = Account(key, ACCOUNT_NAMES[key], key, self.server.account_fields(key))
            for field, secret in self.server.secrets(key).items():
                await self.secrets.set(key, field, Secret(secret))
            await self.settings.update(partial(_and, account))
            self.news.account_changed.emit(key)

    async def close(self) -> None:
        """Close as the program does."""
        remember = self.window.remembered()
        await self.tasks.close()
        await self.program.close(remember)
        self._settings_file.close()
        self.window.hide()
        self.window.deleteLater()

    async def until(self, condition: Callable[[], object], what: str = "") -> None:
        """Let the loop run until `condition` holds."""
        async with asyncio.timeout(DEADLINE_S):
            while not condition():  # noqa: ASYNC110 - anything visible may be the condition
                await asyncio.sleep(0.005)

    # --- hands ----------------------------------------------------------------------------------------

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def click(self, name: str, root: QWidget | None = None) -> None:
        """Click the control of that accessible name, or, without one, of that text."""
        QTest.mouseClick(self.named(name, root), Qt.MouseButton.LeftButton)

    # --- eyes -----------------------------------------------------------------------------------------

    def named(self, name: str, root: QWidget | None = None) -> QWidget:
        """Return the visible control of that accessible name, or a button of that text."""
        found = self._found(name, root)
        assert len(found) == 1, f"{len(found)} visible widgets are called {name!r}"
        return found[0]

    def sees(self, name: str, root: QWidget | None = None) -> bool:
        """Whether such a control is visible."""
        return bool(self._found(name, root))

    def _found(self, name: str, root: QWidget | None) -> list[QWidget]:
        return [
            widget
            for widget in (root or self.window).findChildren(QWidget)
            if widget.isVisible()
            and (
                widget.accessibleName() == name
                or (isinstance(widget, QAbstractButton) and widget.text() == name)
            )
        ]

    def reads(self, text: str) -> bool:
        """Whether `text` stands somewhere in the window."""
        return any(text in label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    def states(self, call_id: str | None = None) -> list[str]:
        """Return the states shown of a call (of the newest one), in order."""
        shown = call_id or self.calls[-1].id
        return [
            f"{call.last.outcome or call.state} {call.last.known_by}"
            for call in self.calls
            if call.id == shown
        ]

    @property
    def posts(self) -> int:
        """How many calls have reached the provider."""
        assert self.server is not None
        return self.server.calls_received


def run_at_desk(
    app: QApplication, folder: Path, theme: Theme, server: PracticeServer, script: Script
) -> None:
    """Run `script` at an open window with an account at the practice provider."""

    async def session() -> None:
        desk = Desk(folder, theme, server)
        try:
            await desk.open()
            await script(desk)
        finally:
            await desk.close()

    run_on_qt(app, session())


def _and(account: Account, old: Settings) -> Settings:
    return replace(old, accounts=(*old.accounts, account))


def _with(old: Settings, account: Account) -> Settings:
    return replace(old, accounts=(account,), chosen_account=account.id)
