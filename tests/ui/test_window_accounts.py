"""Accounts through the settings: added, tested, found, kept, removed, with a keyring and without."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu
from window_harness import ANSWERS, Desk, run_on_qt

from app.domain.account import Secret
from app.practice.faults import late
from app.practice.server import PracticeServer
from app.services.account_draft import AccountDraft
from app.services.secret_store import SecretsSilent, SecretsUnavailable
from app.storage.memory_secrets import MemorySecrets

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from app.ui.settings_dialog import SettingsDialog
    from app.ui.theme import Theme

    Script = Callable[[Desk, SettingsDialog], Awaitable[None]]


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=0.05) as server:
        yield server


async def two_accounts(desk: Desk, server: PracticeServer) -> tuple[str, str]:
    """Save two accounts and return their ids; the first is chosen."""
    ids = []
    for name in ("Support desk", "Other"):
        draft = AccountDraft(
            name,
            "ryzeapi",
            {"instance": server.instance, "base_url": server.base_url},
            {"token": Secret(server.token)},
        )
        ids.append((await desk.program.accounts.save(draft)).id)
    return ids[0], ids[1]


@pytest.fixture
def in_settings(qapp: QApplication, theme: Theme, tmp_path: Path) -> Callable[..., None]:
    """Run a script at the settings of a window that has no account yet."""

    def run(script: Script, secrets: MemorySecrets | None = None) -> None:
        async def session() -> None:
            desk = Desk(tmp_path, theme, None, secrets=secrets)
            try:
                await desk.open()
                desk.click("Add account", desk.window.top_bar)
                dialog = desk.window.settings.dialog()
                await desk.until(dialog.isActiveWindow)
                await script(desk, dialog)
                dialog.hide()
            finally:
                await desk.close()

        run_on_qt(qapp, session())

    return run


def fill(desk: Desk, dialog: SettingsDialog, **values: str) -> None:
    names = {"name": "Account name", "token": "Token", "instance": "Instance", "base_url": "Base URL"}
    for key, value in values.items():
        desk.named(names[key], dialog).setText(value)  # type: ignore[attr-defined]


def says(dialog: SettingsDialog, text: str) -> bool:
    from app.ui.notice import Notice

    return any(text in notice.text() for notice in dialog.findChildren(Notice) if notice.isVisible())


def test_account_is_added_by_keyboard_alone_and_calls(
    in_settings: Callable[..., None], server: PracticeServer
) -> None:
    async def script(desk: Desk, dialog: SettingsDialog) -> None:
        await desk.until(lambda: QApplication.focusWidget() is desk.named("Account name", dialog))
        desk.type("Support desk")
        desk.key(Qt.Key.Key_Tab)  # provider
        desk.key(Qt.Key.Key_Tab)
        desk.type(server.token)
        desk.key(Qt.Key.Key_Tab)  # the eye
        desk.key(Qt.Key.Key_Tab)
        desk.type(server.instance)
        desk.key(Qt.Key.Key_Tab)  # find
        desk.key(Qt.Key.Key_Tab)
        desk.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        desk.type(server.base_url)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.program.accounts.chosen)
        dialog.close()
        desk.window.activateWindow()
        await desk.until(desk.window.isActiveWindow)
        desk.server = server
        await desk.until(lambda: "live status on" in desk.window.top_bar.known_words())
        desk.window.fill_in_number(ANSWERS)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        assert desk.states()[-1] == "answered provider"

    in_settings(script)


def test_instances_are_found_with_their_state_and_picked(
    in_settings: Callable[..., None], server: PracticeServer
) -> None:
    async def script(desk: Desk, dialog: SettingsDialog) -> None:
        fill(desk, dialog, token=server.account_token, base_url=server.base_url)
        desk.click("Find instances", dialog)
        await desk.until(QApplication.activePopupWidget)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        texts = [action.text() for action in menu.actions()]
        assert any("practice-offline" in text and "Disconnected" in text for text in texts)
        action = next(action for action in menu.actions() if action.data() == "practice")
        action.trigger()
        menu.close()
        assert desk.named("Instance", dialog).text() == "practice"  # type: ignore[attr-defined]

    in_settings(script)


def test_wrong_token_says_so_and_keeps_what_was_typed(
    in_settings: Callable[..., None], server: PracticeServer
) -> None:
    async def script(desk: Desk, dialog: SettingsDialog) -> None:
        fill(desk, dialog, name="A", token="wrong", instance="practice", base_url=server.base_url)
        desk.click("Test", dialog)
        await desk.until(lambda: says(dialog, "RyzeAPI refused the token"))
        assert desk.named("Token", dialog).text() == "wrong"  # type: ignore[attr-defined]

    in_settings(script)


def test_token_would_travel_in_clear_is_refused(in_settings: Callable[..., None]) -> None:
    async def script(desk: Desk, dialog: SettingsDialog) -> None:
        fill(desk, dialog, name="A", token="t", instance="i", base_url="http://ryze.example")
        desk.click("Save", dialog)
        await desk.until(lambda: says(dialog, "must begin with https://"))
        assert not desk.program.accounts.accounts

    in_settings(script)


def test_missing_field_is_named_and_gets_the_focus(in_settings: Callable[..., None]) -> None:
    async def script(desk: Desk, dialog: SettingsDialog) -> None:
        fill(desk, dialog, name="A", token="t")
        desk.click("Save", dialog)
        await desk.until(lambda: says(dialog, "Instance: This field is needed."))
        assert QApplication.focusWidget() is desk.named("Instance", dialog)

    in_settings(script)


class NoKeyring(MemorySecrets):
    """A system without a keyring."""

    async def get(self, account_id: str, key: str) -> Secret | None:
        raise SecretsUnavailable("There is no keyring. Install gnome-keyring.")

    async def set(self, account_id: str, key: str, secret: Secret) -> None:
        raise SecretsUnavailable("There is no keyring. Install gnome-keyring.")

    async def delete(self, account_id: str, key: str) -> None:
        raise SecretsUnavailable("There is no keyring. Install gnome-keyring.")


class SilentKeyring(NoKeyring):
    """A keyring that waits for somebody to unlock it."""

    async def set(self, account_id: str, key: str, secret: Secret) -> None:
        raise SecretsSilent


@pytest.mark.parametrize(
    ("secrets", "sentence"), [(NoKeyring(), "Install gnome-keyring"), (SilentKeyring(), "did not answer")]
)
def test_without_keyring_the_token_can_be_kept_for_this_run(
    in_settings: Callable[..., None], server: PracticeServer, secrets: MemorySecrets, sentence: str
) -> None:
    async def script(desk: Desk, dialog: SettingsDialog) -> None:
        fill(desk, dialog, name="A", token=server.token, instance="practice", base_url=server.base_url)
        desk.click("Save", dialog)
        await desk.until(lambda: says(dialog, sentence))
        desk.click("Keep the token for this run only", dialog)
        await desk.until(lambda: desk.program.accounts.chosen)
        await desk.until(lambda: "live status on" in desk.window.top_bar.known_words())

    in_settings(script, secrets)


def test_removing_an_account_asks_first_and_removes_its_token(
    in_settings: Callable[..., None], server: PracticeServer
) -> None:
    secrets = MemorySecrets()

    async def script(desk: Desk, dialog: SettingsDialog) -> None:
        fill(desk, dialog, name="Old desk", token="t", instance="i", base_url=server.base_url)
        desk.click("Save", dialog)
        await desk.until(lambda: desk.program.accounts.chosen)
        account = desk.program.accounts.chosen
        assert account is not None
        await desk.until(lambda: desk.sees("Remove", dialog) and desk.named("Remove", dialog).isEnabled())
        desk.click("Remove", dialog)
        await desk.until(lambda: says(dialog, "Remove Old desk and its token from this computer?"))
        desk.click("Remove Old desk", dialog)
        await desk.until(lambda: not desk.program.accounts.accounts)
        await asyncio.sleep(0)
        assert await secrets.get(account.id, "token") is None

    in_settings(script, secrets)


def test_call_goes_through_the_account_that_is_shown(
    in_settings: Callable[..., None], server: PracticeServer
) -> None:
    async def script(desk: Desk, dialog: SettingsDialog) -> None:
        dialog.hide()
        _, other = await two_accounts(desk, server)
        selector = desk.named("Account")
        selector.setCurrentIndex(1)
        selector.activated.emit(1)
        desk.window.fill_in_number(ANSWERS)
        desk.window.dialler.press_call()
        await desk.until(lambda: desk.calls)
        assert desk.calls[0].request.account_id == other

    in_settings(script)


def test_the_account_that_was_asked_about_is_the_one_removed(
    in_settings: Callable[..., None], server: PracticeServer
) -> None:
    async def script(desk: Desk, dialog: SettingsDialog) -> None:
        desk.click("Cancel", dialog)
        _, other = await two_accounts(desk, server)
        accounts = desk.named("Accounts", dialog)
        accounts.setCurrentRow(0)
        desk.click("Remove", dialog)
        await desk.until(lambda: desk.sees("Remove Support desk", dialog))
        accounts.setCurrentRow(1)
        desk.click("Remove Support desk", dialog)
        await desk.until(lambda: len(desk.program.accounts.accounts) == 1)
        assert desk.program.accounts.accounts[0].id == other

    in_settings(script)


def test_enter_twice_saves_one_account(in_settings: Callable[..., None], server: PracticeServer) -> None:
    async def script(desk: Desk, dialog: SettingsDialog) -> None:
        fill(desk, dialog, name="Sales", token=server.token, instance="practice", base_url=server.base_url)
        desk.named("Account name", dialog).setFocus()
        desk.key(Qt.Key.Key_Return)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.program.accounts.accounts and not desk.sees("Account name", dialog))
        assert [account.name for account in desk.program.accounts.accounts] == ["Sales"]

    in_settings(script)


def test_form_left_while_it_asks_is_not_told(
    in_settings: Callable[..., None], server: PracticeServer
) -> None:
    async def script(desk: Desk, dialog: SettingsDialog) -> None:
        server.inject(late(0.3), method="GET")
        fill(desk, dialog, name="A", token=server.token, instance="practice", base_url=server.base_url)
        desk.click("Test", dialog)
        await desk.until(lambda: server.requests)
        desk.click("Cancel", dialog)
        await desk.until(lambda: not desk.tasks._running)

    in_settings(script)


def test_live_status_goes_with_an_account_that_is_changed(
    in_settings: Callable[..., None], server: PracticeServer
) -> None:
    async def script(desk: Desk, dialog: SettingsDialog) -> None:
        dialog.hide()
        first, _ = await two_accounts(desk, server)
        await desk.until(lambda: server.live_connections == 2)
        with PracticeServer(live=True) as new:
            draft = AccountDraft(
                "Support desk",
                "ryzeapi",
                {"instance": new.instance, "base_url": new.base_url},
                {"token": Secret(new.token)},
                id=first,
            )
            await desk.program.accounts.save(draft)
            await desk.until(lambda: new.live_connections == 1 and server.live_connections == 1)
            await desk.program.accounts.remove(first)
            await desk.until(lambda: new.live_connections == 0)

    in_settings(script)


def test_switch_and_optional_secret_of_a_provider_are_kept_and_removed(
    in_settings: Callable[..., None], server: PracticeServer
) -> None:
    async def script(desk: Desk, dialog: SettingsDialog) -> None:
        provider = cast("QComboBox", desk.named("Provider", dialog))
        desk.named("Base URL", dialog).setText("https://elsewhere.example")  # type: ignore[attr-defined]
        provider.setCurrentIndex(provider.findText("Z-API"))
        await desk.until(lambda: desk.sees("Base URL", dialog))
        base_url = cast("QLineEdit", desk.named("Base URL", dialog))
        assert base_url.text() == "https://api.z-api.io"  # the other provider's is not this one's
        server.zapi.client_token = ""
        fields, secrets = server.account_fields("zapi"), server.secrets("zapi")
        for name, value in (
            ("Account name", "Deliveries"),
            ("Instance ID", fields["instance"]),
            ("Instance token", secrets["token"]),
            ("Client-Token", "typed-by-mistake"),
            ("Base URL", server.base_url),
        ):
            desk.named(name, dialog).setText(value)  # type: ignore[attr-defined]
        desk.named("Check for WhatsApp before each call", dialog).click()  # type: ignore[attr-defined]
        desk.click("Save", dialog)
        await desk.until(lambda: not desk.sees("Account name", dialog))
        account = desk.program.accounts.accounts[0]
        assert account.fields["check_first"] == "on"
        assert await desk.secrets.get(account.id, "client_token") == Secret("typed-by-mistake")
        desk.window.settings.edit_account(account.id)
        assert desk.named("Check for WhatsApp before each call", dialog).isChecked()  # type: ignore[attr-defined]
        desk.named("Check for WhatsApp before each call", dialog).click()  # type: ignore[attr-defined]
        desk.click("Remove Client-Token", dialog)
        assert "Removed when you save" in desk.named("Client-Token", dialog).placeholderText()  # type: ignore[attr-defined]
        desk.click("Save", dialog)
        await desk.until(lambda: not desk.program.accounts.accounts[0].fields["check_first"])
        assert not await desk.secrets.get(account.id, "client_token")
        assert await desk.secrets.get(account.id, "token") == Secret(secrets["token"])

    in_settings(script)


def test_optional_secret_stays_where_nothing_is_typed(
    in_settings: Callable[..., None], server: PracticeServer
) -> None:
    async def script(desk: Desk, dialog: SettingsDialog) -> None:
        desk.click("Cancel", dialog)
        desk.server = server
        await desk.add_accounts("zapi")
        desk.window.settings.edit_account("zapi")
        desk.click("Save", dialog)
        await desk.until(lambda: not desk.sees("Account name", dialog))
        assert await desk.secrets.get("zapi", "client_token") == Secret(
            server.secrets("zapi")["client_token"]
        )

    in_settings(script)


def test_test_result_tells_the_kind_of_key(in_settings: Callable[..., None], server: PracticeServer) -> None:
    async def script(desk: Desk, dialog: SettingsDialog) -> None:
        desk.click("Cancel", dialog)
        desk.server = server
        await desk.add_accounts("ringyo")
        desk.window.settings.edit_account("ringyo")
        desk.click("Test", dialog)
        await desk.until(lambda: says(dialog, "Connected (test key: no real calls)"))

    in_settings(script)
