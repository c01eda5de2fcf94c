"""What Toque is, in the settings: licences, help, and whether there is a newer version."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
)
from window_harness import Desk as WindowDesk
from window_harness import run_on_qt

from app import __version__
from app.domain.release import FeedAddress, Release, ReleaseFile, System, Version
from app.services.settings import NotSaved
from app.services.tasks import Tasks
from app.services.updates import NoUpdates, Updates, UpdateUnknown
from app.storage.settings_file import SettingsFile
from app.ui.about_page import AboutPage
from app.ui.markdown_view import MarkdownView
from app.ui.reading_dialog import ReadingDialog

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
    from pathlib import Path

    from app.ui.theme import Theme

    Script = Callable[["Desk"], Awaitable[None]]

NOW = datetime(2026, 11, 20, 14, tzinfo=UTC)
FILE = ReleaseFile("linux", "x86_64", "https://releases.example/a.AppImage", 41_943_040, "ab" * 32)
RELEASE = Release(Version(9, 1, 0), NOW, NOW + timedelta(days=1), {"en": "- New", "es": "- Nuevo"}, (FILE,))
CHECK = "Check for updates"


class Desk:
    """The page, and a publisher who answers when `answer` is set."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        self.tasks = Tasks()
        self.settings = SettingsFile(folder / "settings.json")
        self.release: Release | Exception = RELEASE
        self.answer = asyncio.Event()
        self.answer.set()
        self.asked = 0
        self.off: NoUpdates | None = None
        self.system = System("linux", "x86_64", "2.36")
        self.helped = 0
        self._folder = folder
        self._language = language

    def open(self) -> None:
        updates = Updates(
            feed=lambda: FeedAddress("https://releases.example/feed.json", "key"),
            off=lambda: self.off,
            read=self._read,
            settings=self.settings,
            installed=Version(1, 2, 3),
            system=lambda: self.system,
            now=lambda: NOW,
        )
        self.updates = updates
        self.page = AboutPage(
            updates, self.settings, self.tasks, self._language, self._folder / "licenses.txt"
        )
        self.page.help_wanted.connect(self._on_help)
        self.page.resize(640, 640)
        self.page.show()
        self.page.activateWindow()

    async def _read(self, _feed: FeedAddress) -> Release:
        self.asked += 1
        await self.answer.wait()
        if isinstance(self.release, Exception):
            raise self.release
        return self.release

    def _on_help(self) -> None:
        self.helped += 1

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(20):
            while not condition():  # noqa: ASYNC110 - anything visible may be the condition
                await asyncio.sleep(0.005)

    def button(self, name: str) -> QAbstractButton:
        found = [
            each
            for each in self.page.findChildren(QAbstractButton)
            if name in {each.accessibleName(), each.text()}
        ]
        assert len(found) == 1, name
        return found[0]

    def click(self, name: str) -> None:
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def reads(self, words: str) -> bool:
        return any(words in each.text() for each in self.page.findChildren(QLabel) if each.isVisible())

    async def check(self, words: str) -> None:
        self.click(CHECK)
        await self.until(lambda: self.reads(words))

    @property
    def notes(self) -> MarkdownView:
        return self.page.findChild(MarkdownView)

    async def close(self) -> None:
        await self.tasks.close()
        self.settings.close()
        self.page.close()
        self.page.deleteLater()


@pytest.fixture
def at_page(qapp: QApplication, tmp_path: Path) -> Callable[[Script], None]:
    def run(script: Script) -> None:
        async def session() -> None:
            desk = Desk(tmp_path)
            try:
                await script(desk)
            finally:
                await desk.close()

        run_on_qt(qapp, session())

    return run


class Browser(QObject):
    """Takes the addresses that would go to the system's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "take")
    yield browser
    QDesktopServices.unsetUrlHandler("https")


# --- what it is ---------------------------------------------------------------------------------------


def test_it_says_which_version_this_is_and_under_which_licence(at_page: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.open()
        assert desk.reads(f"Toque {__version__}")
        assert desk.reads("MIT licence")

    at_page(script)


def test_a_checkout_has_no_licences_of_others_to_show(at_page: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.open()
        assert not desk.button("Third-party licences").isVisible()

    at_page(script)


def test_the_licences_of_what_is_built_in_are_shown(
    at_page: Callable[[Script], None], tmp_path: Path
) -> None:
    async def script(desk: Desk) -> None:
        (tmp_path / "licenses.txt").write_text("Qt\n==\nLGPL – the whole of it\n", encoding="utf-8")
        desk.open()
        desk.click("Third-party licences")
        dialog = desk.page.findChild(ReadingDialog)
        await desk.until(dialog.isVisible)
        text = dialog.findChild(QPlainTextEdit)
        assert text.toPlainText().startswith("Qt\n==\nLGPL – the whole")
        assert text.isReadOnly()
        assert text.accessibleName() == "Third-party licences"
        await desk.until(text.hasFocus)
        QTest.keyClick(text, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    at_page(script)


def test_the_help_is_a_button_away(at_page: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.open()
        desk.click("Help (F1)")
        assert desk.helped == 1

    at_page(script)


# --- newer versions -----------------------------------------------------------------------------------


def test_nobody_is_asked_before_the_operator_wants_it(at_page: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.open()
        await asyncio.sleep(0)
        assert desk.asked == 0
        assert desk.notes is None or not desk.notes.isVisible()

    at_page(script)


def test_a_newer_version_is_shown_with_its_notes(
    at_page: Callable[[Script], None], spoken: list[str]
) -> None:
    async def script(desk: Desk) -> None:
        desk.open()
        await desk.check("Toque 9.1.0 is available, announced on 20/11/2026. You have 1.2.3.")
        assert desk.notes.isVisible()
        assert desk.notes.toPlainText() == "New"
        assert desk.reads("41.9 MB, from releases.example; opens in your browser")
        assert "Toque 9.1.0 is available, announced on 20/11/2026. You have 1.2.3." in spoken

    at_page(script)


def test_the_notes_are_in_the_windows_language(qapp: QApplication, tmp_path: Path) -> None:
    async def session() -> None:
        desk = Desk(tmp_path, language="es")
        desk.open()
        await desk.check("is available")
        assert desk.notes.toPlainText() == "Nuevo"
        await desk.close()

    run_on_qt(qapp, session())


def test_downloading_opens_the_browser_and_installs_nothing(
    at_page: Callable[[Script], None], browser: Browser, spoken: list[str]
) -> None:
    async def script(desk: Desk) -> None:
        desk.open()
        await desk.check("is available")
        desk.click("Download")
        assert browser.opened == [FILE.url]
        words = (
            "Your browser was asked to fetch it; if none opens, copy the address. "
            "Close Toque before you open the installer."
        )
        assert desk.reads(words)
        assert spoken[-1] == words
        desk.click("Copy the installer's address")
        assert QGuiApplication.clipboard().text() == FILE.url
        assert spoken[-1] == "Copied"

    at_page(script)


def test_without_a_browser_the_address_is_copied(
    at_page: Callable[[Script], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)

    async def script(desk: Desk) -> None:
        desk.open()
        await desk.check("is available")
        desk.click("Download")
        assert desk.reads("No browser could be opened. The address is copied")
        assert QGuiApplication.clipboard().text() == FILE.url

    at_page(script)


def test_the_checksum_can_be_read_and_copied(at_page: Callable[[Script], None], spoken: list[str]) -> None:
    async def script(desk: Desk) -> None:
        desk.open()
        await desk.check("is available")
        (line,) = (
            each
            for each in desk.page.findChildren(QLineEdit)
            if each.accessibleName() == "SHA-256 of the installer"
        )
        assert (line.text(), line.isReadOnly()) == ("ab" * 32, True)
        assert desk.reads("run this in its folder and compare:\nsha256sum a.AppImage")
        desk.click("Copy SHA-256")
        assert QGuiApplication.clipboard().text() == "ab" * 32
        assert spoken[-1] == "Copied"

    at_page(script)


@pytest.mark.parametrize(
    ("system", "command"),
    [("windows", "certutil -hashfile a.AppImage SHA256"), ("macos", "shasum -a 256 a.AppImage")],
)
def test_each_system_has_its_own_way_to_a_checksum(
    system: str, command: str, at_page: Callable[[Script], None]
) -> None:
    async def script(desk: Desk) -> None:
        desk.system = System(system, "x86_64")
        desk.release = replace(RELEASE, files=(replace(FILE, system=system),))
        desk.open()
        await desk.check(command)

    at_page(script)


def test_without_an_installer_for_this_computer_nothing_can_be_downloaded(
    at_page: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        desk.system = System("linux", "arm64")
        desk.open()
        await desk.check("It has no installer for this computer (linux, arm64).")
        assert desk.notes.isVisible()
        assert not desk.button("Download").isVisible()

    at_page(script)


def test_the_newest_version_is_said(at_page: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.release = replace(RELEASE, version=Version(1, 2, 3))
        desk.open()
        await desk.check("You have the newest version, 1.2.3. The last one was announced on 20/11/2026.")
        assert not desk.notes.isVisible()

    at_page(script)


def test_a_failure_is_said_and_can_be_tried_again(
    at_page: Callable[[Script], None], spoken: list[str]
) -> None:
    async def script(desk: Desk) -> None:
        desk.release = UpdateUnknown("The release feed could not be read.")
        desk.open()
        await desk.check("The release feed could not be read.")
        button = desk.button(CHECK)
        assert button.text() == "Try again"
        assert button.hasFocus()
        assert spoken[-1] == "The release feed could not be read."
        desk.release = RELEASE
        desk.click("Try again")
        await desk.until(lambda: desk.reads("is available"))
        assert not desk.reads("could not be read")
        assert button.text() == CHECK

    at_page(script)


def test_a_press_while_it_is_asked_asks_no_second_time(
    at_page: Callable[[Script], None], spoken: list[str]
) -> None:
    async def script(desk: Desk) -> None:
        desk.answer.clear()
        desk.open()
        await desk.check("Checking…")
        assert spoken == ["Checking…"]
        desk.click(CHECK)
        await asyncio.sleep(0)
        desk.answer.set()
        await desk.until(lambda: desk.reads("is available"))
        assert desk.asked == 1

    at_page(script)


def test_the_keys_are_enough(at_page: Callable[[Script], None], browser: Browser) -> None:
    async def script(desk: Desk) -> None:
        desk.open()
        await desk.until(desk.page.isActiveWindow)
        desk.button("Help (F1)").setFocus()
        visited: list[str] = []

        def tab() -> str:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            focus = QApplication.focusWidget()
            visited.append(focus.accessibleName() or getattr(focus, "text", str)())
            return visited[-1]

        assert tab() == CHECK
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        await desk.until(lambda: desk.reads("is available"))
        assert [tab() for _ in range(6)] == [
            "What is new",
            "Download",
            "Copy the installer's address",
            "SHA-256 of the installer",
            "Copy SHA-256",
            "Check once a day",
        ]

    at_page(script)


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (NoUpdates.PRACTICE, "Practice mode has no network."),
        (NoUpdates.MANAGED, "Administrators installed Toque here, and bring newer versions themselves."),
        (
            NoUpdates.FORBIDDEN,
            "Your administrators' settings forbid asking for newer versions here, or cannot be read.",
        ),
        (NoUpdates.NO_FEED, "This build knows no release feed"),
    ],
)
def test_where_it_is_off_it_says_why(why: NoUpdates, words: str, at_page: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.off = why
        desk.open()
        assert desk.reads(words)
        assert not desk.button(CHECK).isVisible()
        assert not any(each.isVisible() for each in desk.page.findChildren(QCheckBox))

    at_page(script)


def test_a_daily_check_is_off_until_it_is_switched_on(at_page: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.open()
        (box,) = desk.page.findChildren(QCheckBox)
        assert not box.isChecked()
        QTest.keyClick(box, Qt.Key.Key_Space)
        await desk.until(lambda: desk.settings.current.check_updates_daily)
        QTest.keyClick(box, Qt.Key.Key_Space)
        await desk.until(lambda: not desk.settings.current.check_updates_daily)
        assert desk.asked == 0

    at_page(script)


def test_a_choice_that_cannot_be_saved_is_said_and_undone(
    at_page: Callable[[Script], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(_change: object) -> None:
        raise NotSaved("The disk is full.")

    async def script(desk: Desk) -> None:
        monkeypatch.setattr(desk.settings, "update", fails)
        desk.open()
        (box,) = desk.page.findChildren(QCheckBox)
        QTest.keyClick(box, Qt.Key.Key_Space)
        await desk.until(lambda: desk.reads("The disk is full."))
        assert not box.isChecked()

    at_page(script)


# --- notes of any origin ------------------------------------------------------------------------------


def test_notes_load_nothing_and_are_no_html(show: Callable[[MarkdownView], None], tmp_path: Path) -> None:
    picture = tmp_path / "mine.png"
    QImage(300, 300, QImage.Format.Format_RGB32).save(str(picture))
    view = MarkdownView()
    show(view)
    view.show_markdown(
        f"# Title\n\n<b>bold</b> <script>x</script>\n\n"
        f"![a]({picture}) ![b]({picture.as_uri()}) ![c](https://x.example/p.png)\n"
    )
    view.grab()
    assert "<b>bold</b> <script>x</script>" in view.toPlainText()
    assert view.document().size().height() < 200


def test_links_in_notes_open_the_browser_and_only_https(
    show: Callable[[MarkdownView], None], browser: Browser
) -> None:
    view = MarkdownView()
    show(view)
    view.show_markdown("[here](https://x.example/notes)")
    for url in (
        "file:///etc/passwd", "http://x.example", "toque:+5511", "https://x.example@y.example",
        "https://x.example/notes",
    ):  # fmt: skip
        view.anchorClicked.emit(QUrl(url))
    assert browser.opened == ["https://x.example/notes"]
    assert view.toPlainText() == "here"


# --- in the program -----------------------------------------------------------------------------------


@asynccontextmanager
async def _settings(folder: Path) -> AsyncIterator[QTabWidget]:
    from app.ui.settings_dialog import SettingsDialog

    desk = Desk(folder)
    desk.open()
    dialog = SettingsDialog(
        settings=desk.settings,
        accounts=None,
        tasks=desk.tasks,
        diagnostics=str,
        system_region="BR",
        updates=desk.updates,
    )
    yield dialog.findChild(QTabWidget)
    dialog.deleteLater()
    await desk.close()


def test_it_is_the_last_page_of_the_settings(qapp: QApplication, tmp_path: Path) -> None:
    async def session() -> None:
        async with _settings(tmp_path) as tabs:
            assert tabs.tabText(tabs.count() - 1) == "About"

    run_on_qt(qapp, session())


# --- told unasked -------------------------------------------------------------------------------------


def test_a_version_found_unasked_is_told_quietly_and_shown_when_wanted(
    qapp: QApplication, theme: Theme, tmp_path: Path
) -> None:
    async def read(_feed: FeedAddress) -> Release:
        return RELEASE

    async def session() -> None:
        desk = WindowDesk(tmp_path, theme, None)
        updates = Updates(
            feed=lambda: FeedAddress("https://releases.example/feed.json", "key"),
            off=lambda: None,
            read=read,
            settings=desk.settings,
            installed=Version(1, 2, 3),
            system=lambda: System("linux", "x86_64"),
            now=lambda: NOW,
        )
        window = desk.window
        window._update_watch._updates = updates
        window.settings._services = replace(window.settings._services, updates=updates)
        await desk.open()
        window._update_watch.look()
        await asyncio.sleep(0.05)
        assert not window.board.shows("newer version")
        await desk.settings.update(lambda old: replace(old, check_updates_daily=True))
        window._update_watch.look()
        await desk.until(lambda: window.board.shows("newer version"))
        assert desk.reads("Toque 9.1.0 is available.")
        assert QApplication.activeModalWidget() is None
        desk.click("What is new")
        await desk.until(lambda: desk.sees("Download"))
        assert not window.board.shows("newer version")
        window.settings.dialog().close()
        await desk.close()

    run_on_qt(qapp, session())
