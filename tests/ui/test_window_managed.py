"""What administrators have set for everybody, as the window shows it: accounts without token, settings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTabBar,
    QTabWidget,
    QWidget,
)
from window_harness import ANSWERS, Desk, run_on_qt

from app.domain.account import Account, Secret
from app.practice.server import PracticeServer
from app.services.desktop import DesktopServices
from app.services.policy import Fixable, Policy
from app.ui.desktop_page import DesktopPage

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from app.ui.settings_dialog import SettingsDialog
    from app.ui.theme import Theme

FILE = "/etc/toque/policy.json"
FRONT = "managed-ryzeapi-front"
SAYS = f"Set by your administrator in {FILE}"


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=0.05) as server:
        yield server


@pytest.fixture
def under(qapp: QApplication, theme: Theme, tmp_path: Path, server: PracticeServer) -> Callable[..., None]:
    """Run a script at a window of which everybody's account is the only one."""
    front = Account(
        FRONT,
        "Front desk",
        "ryzeapi",
        {"instance": server.instance, "base_url": server.base_url, "ca_file": ""},
        is_managed=True,
    )

    def run(script: Callable[[Desk], Awaitable[None]], **policy: Any) -> None:
        async def session() -> None:
            desk = Desk(tmp_path, theme, None, policy=Policy(FILE, accounts=(front,), **policy))
            try:
                await desk.open()
                desk.server = server
                await script(desk)
                desk.window.settings.dialog().hide()
            finally:
                await desk.close()

        run_on_qt(qapp, session())

    return run


def page(desk: Desk, title: str) -> SettingsDialog:
    desk.window.settings.open()
    dialog = desk.window.settings.dialog()
    tabs = dialog.findChild(QTabWidget)
    tabs.setCurrentIndex(next(i for i in range(tabs.count()) if tabs.tabText(i) == title))
    return dialog


def reads(root: QWidget, text: str) -> bool:
    labels = (label for label in root.findChildren(QLabel) if label.isVisible())
    return any(text in label.text().replace("\u200b", "") for label in labels)


# --- the account --------------------------------------------------------------------------------------


def test_the_account_is_there_at_once_and_wants_its_token(under: Callable[..., None]) -> None:
    async def script(desk: Desk) -> None:
        selector = desk.named("Account")
        assert selector.accessibleDescription() == "Front desk, RyzeAPI, Unknown, set by your administrator"
        assert isinstance(selector, QComboBox)
        assert selector.itemText(0) == "Front desk  RyzeAPI · Unknown · set by your administrator"
        await desk.until(lambda: desk.sees("Open account settings"))
        desk.click("Open account settings")
        dialog = desk.window.settings.dialog()
        await desk.until(dialog.isActiveWindow)
        assert QApplication.focusWidget() is desk.named("Token", dialog)

    under(script)


def test_the_operator_enters_its_token_and_calls(under: Callable[..., None]) -> None:
    async def script(desk: Desk) -> None:
        dialog = page(desk, "Accounts")
        await desk.until(dialog.isActiveWindow)
        desk.click("Enter token", dialog)
        assert reads(dialog, SAYS)
        for name in ("Account name", "Provider", "Instance", "Base URL", "Extra CA file"):
            assert not desk.named(name, dialog).isEnabled(), name
        assert not desk.sees("Find instances", dialog)
        assert not desk.sees("Choose…", dialog)
        extra = desk.named("Extra CA file", dialog)
        assert isinstance(extra, QLineEdit)
        assert (extra.text(), extra.placeholderText()) == ("", "")
        token = desk.named("Token", dialog)
        assert isinstance(token, QLineEdit)
        assert token.placeholderText() == "Of the instance, or of the whole account"
        assert desk.server is not None
        desk.type(desk.server.token)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.sees("Enter token", dialog))
        assert await desk.secrets.get(FRONT, "token") == Secret(desk.server.token)
        assert desk.server.token not in desk.profile.settings_file.read_text()
        dialog.hide()
        await desk.program.live.settled(FRONT, 20)
        desk.window.fill_in_number(ANSWERS)
        desk.window.dialler.press_call()
        await desk.until(lambda: desk.posts == 1)

    under(script)


def test_saving_without_the_token_says_that_it_is_needed(under: Callable[..., None]) -> None:
    async def script(desk: Desk) -> None:
        dialog = page(desk, "Accounts")
        await desk.until(dialog.isActiveWindow)
        desk.click("Enter token", dialog)
        desk.click("Save", dialog)
        await desk.until(lambda: reads(dialog, "Token: This field is needed."))
        assert QApplication.focusWidget() is desk.named("Token", dialog)

    under(script)


def test_it_stands_in_the_list_as_the_administrators_and_cannot_be_removed(
    under: Callable[..., None],
) -> None:
    async def script(desk: Desk) -> None:
        dialog = page(desk, "Accounts")
        accounts = desk.named("Accounts", dialog)
        assert isinstance(accounts, QListWidget)
        assert accounts.item(0).text() == "Front desk  ·  RyzeAPI  ·  Set by your administrator"
        assert reads(dialog, f"Your administrator has set up this account in {FILE}. You enter its token;")
        assert not desk.named("Remove", dialog).isEnabled()
        await desk.add_accounts("ryzeapi")
        desk.window.settings.refresh_accounts()
        accounts.setCurrentRow(1)
        assert desk.named("Remove", dialog).isEnabled()
        assert desk.sees("Edit", dialog)
        assert not reads(dialog, "Your administrator")

    under(script)


def test_where_nothing_can_be_chosen_the_focus_stays_in_sight(under: Callable[..., None]) -> None:
    async def script(desk: Desk) -> None:
        dialog = page(desk, "Accounts")
        await desk.until(dialog.isActiveWindow)
        desk.named("Accounts", dialog).setFocus()
        desk.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        await desk.until(lambda: reads(dialog, "Takes effect at the next start."))
        assert isinstance(QApplication.focusWidget(), QTabBar)

    under(script, fixed=frozenset(Fixable))


def test_everything_of_its_form_is_reached_by_tab(under: Callable[..., None]) -> None:
    async def script(desk: Desk) -> None:
        dialog = page(desk, "Accounts")
        await desk.until(dialog.isActiveWindow)
        accounts = desk.named("Accounts", dialog)
        accounts.setFocus()
        stops = []
        for _ in range(2):
            desk.key(Qt.Key.Key_Tab)
            stops.append(QApplication.focusWidget())
        assert [stop.text() for stop in stops if isinstance(stop, QPushButton)] == [
            "Add account",
            "Enter token",
        ]
        desk.key(Qt.Key.Key_Space)
        names = []
        for _ in range(5):
            focus = QApplication.focusWidget()
            assert focus is not None
            names.append(focus.accessibleName() or focus.text())  # type: ignore[attr-defined]
            desk.key(Qt.Key.Key_Tab)
        assert names == ["Token", "Show token", "Test", "Cancel", "Save"]

    under(script)


# --- the settings -------------------------------------------------------------------------------------


def test_what_is_set_for_everybody_is_there_and_can_be_chosen_otherwise(under: Callable[..., None]) -> None:
    async def script(desk: Desk) -> None:
        assert desk.window.dialler.ring_duration.wished() == 20
        dialog = page(desk, "General")
        country = desk.named("Default country", dialog)
        assert isinstance(country, QComboBox)
        assert (country.currentData(), country.isEnabled()) == ("MX", True)
        assert not reads(dialog, SAYS)
        country.setCurrentIndex(0)
        country.activated.emit(0)
        await desk.until(lambda: desk.settings.current.region is None)

    under(script, settings={"region": "MX", "ring_seconds": 20})


def test_seconds_that_the_operator_did_not_touch_stay_the_administrators(
    under: Callable[..., None],
) -> None:
    async def script(desk: Desk) -> None:
        kept = await desk.settings.update(desk.window.remembered())
        assert "ring_seconds" not in kept.chosen
        desk.window.dialler.ring_duration.set_seconds(11)
        kept = await desk.settings.update(desk.window.remembered())
        assert ("ring_seconds" in kept.chosen, kept.ring_seconds) == (True, 11)

    under(script, settings={"ring_seconds": 20})


@pytest.mark.parametrize(
    ("title", "name", "fixed"),
    [
        ("General", "Default country", Fixable.REGION),
        ("General", "Language", Fixable.LANGUAGE),
        ("History", "Keep calls for", Fixable.KEEP_HISTORY_DAYS),
    ],
)
def test_what_is_fixed_is_shown_and_cannot_be_chosen(
    under: Callable[..., None], title: str, name: str, fixed: Fixable
) -> None:
    async def script(desk: Desk) -> None:
        dialog = page(desk, title)
        combo = desk.named(name, dialog)
        assert isinstance(combo, QComboBox)
        assert not combo.isEnabled()
        assert combo.currentData() in {"MX", "es", 90}
        assert reads(dialog, SAYS)

    settings = {"region": "MX", "language": "es", "keep_history_days": 90}
    under(script, settings=settings, fixed=frozenset({fixed}))


def test_a_fixed_number_of_days_that_is_none_of_the_usual_cannot_be_changed_either(
    under: Callable[..., None],
) -> None:
    async def script(desk: Desk) -> None:
        dialog = page(desk, "History")
        days = desk.named("Days that calls are kept", dialog)
        assert (days.value(), days.isEnabled()) == (45, False)  # type: ignore[attr-defined]

    under(script, settings={"keep_history_days": 45}, fixed=frozenset({Fixable.KEEP_HISTORY_DAYS}))


def test_fixed_switches_of_the_desktop_stay_as_they_are(under: Callable[..., None]) -> None:
    async def script(desk: Desk) -> None:
        services = DesktopServices(
            phone_links=None, autostart=None, selection_trouble=str, has_tray=lambda: False
        )
        shown = DesktopPage(services, desk.settings, desk.tasks, desk.program.policy)
        shown.show()
        boxes = {box.accessibleName(): box for box in shown.findChildren(QCheckBox)}
        notify = boxes["Notify me when the window is not in front"]
        copied = boxes["Offer numbers that I copy elsewhere"]
        assert (notify.isChecked(), notify.isEnabled()) == (False, False)
        assert (copied.isChecked(), copied.isEnabled()) == (False, False)
        assert reads(shown, SAYS)
        shown.close()
        shown.deleteLater()

    fixed = frozenset({Fixable.NOTIFY, Fixable.WATCH_CLIPBOARD})
    under(script, settings={"notify": False}, fixed=fixed)


# --- the program --------------------------------------------------------------------------------------

START = """
import json, pathlib, sys
from app import cli, main
from app.providers.network import WAY_OUT

main.policy_path = lambda: pathlib.Path(sys.argv.pop())
forget = main.Program.forget_gone_accounts

async def forgotten(program):
    await forget(program)
    shown = program.settings.current
    print(json.dumps({
        "accounts": [account.name for account in shown.accounts],
        "country": program.region(),
        "language": shown.language,
        "proxy": WAY_OUT.proxy,
    }), flush=True)
    [window] = [each for each in main.QApplication.topLevelWidgets() if isinstance(each, main.MainWindow)]
    window.close()

main.Program.forget_gone_accounts = forgotten
cli.main(sys.argv[1:-1])
"""


def test_the_program_goes_by_the_file(tmp_path: Path) -> None:
    policy = tmp_path / "policy.json"
    accounts = [{"name": "Front desk", "provider": "ryzeapi", "fields": {"instance": "x"}}]
    settings = {"region": "MX", "language": "es"}
    policy.write_text(
        json.dumps({"accounts": accounts, "settings": settings, "proxy": "http://127.0.0.1:1"}),
        encoding="utf-8",
    )
    output = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", START, "--profile", str(tmp_path / "profile"), str(policy)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "LANGUAGE": "en", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        timeout=60,
        check=True,
    ).stdout
    assert json.loads(output) == {
        "accounts": ["Front desk"],
        "country": "MX",
        "language": "es",
        "proxy": "http://127.0.0.1:1",
    }
