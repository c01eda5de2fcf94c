"""The settings, made at their first use, and the ways into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.updates import Newer
    from app.ui.services import Services, Surroundings
    from app.ui.settings_dialog import SettingsDialog


class SettingsDesk(QObject):
    """Opens the settings over `window`, and tells what was changed there."""

    region_changed = Signal()
    desktop_changed = Signal()
    calls_deleted = Signal(object)
    do_not_call_list_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, services: Services, surroundings: Surroundings, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._surroundings = surroundings
        self._window = window
        self._dialog: SettingsDialog | None = None

    def open(self) -> None:
        """Open the settings."""
        self.dialog().open()

    def add_account(self) -> None:
        """Open the settings on an empty account form."""
        if (page := self.dialog().show_accounts()) is not None:
            page.add()

    def edit_account(self, account_id: str) -> None:
        """Open the settings on the form of that account."""
        if (page := self.dialog().show_accounts()) is not None:
            page.edit(account_id)

    def show_update(self, found: Newer) -> None:
        """Open the settings on a newer version."""
        self.dialog().show_update(found)

    def refresh_accounts(self) -> None:
        """Show the accounts as they are now."""
        if self._dialog is not None and self._dialog.accounts_page is not None:
            self._dialog.accounts_page.refresh()

    def dialog(self) -> SettingsDialog:
        """Return the settings."""
        from app.ui.settings_dialog import SettingsDialog

        if self._dialog is None:
            self._dialog = SettingsDialog(
                settings=self._services.settings,
                accounts=None if self._surroundings.is_practice else self._services.accounts,
                tasks=self._services.tasks,
                diagnostics=self._surroundings.diagnostics,
                system_region=self._surroundings.region,
                history=self._services.history,
                desktop=self._surroundings.desktop,
                policy=self._services.policy,
                updates=self._services.updates,
                parent=self._window,
            )
            self._dialog.region_changed.connect(self.region_changed)
            self._dialog.desktop_changed.connect(self.desktop_changed)
            self._dialog.calls_deleted.connect(self.calls_deleted)
            self._dialog.do_not_call_list_requested.connect(self.do_not_call_list_wanted)
            self._dialog.help_requested.connect(self.help_wanted)
        return self._dialog
