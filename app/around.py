"""What is around the window on the desktop, composed: later starts, links, tray, notifications, keys."""

from __future__ import annotations

import asyncio
import importlib
import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from app.desktop.autostart import autostart
from app.desktop.links_opened import LinksOpened
from app.desktop.messages import CloseRequest
from app.desktop.phone_links import phone_links
from app.desktop.selection_keys import SelectionKeys, trouble_here
from app.domain.provider import Line
from app.services.desktop import DesktopServices, NotArranged
from app.ui.call_news import news_of
from app.ui.origin import Origin

if TYPE_CHECKING:
    from app.desktop.meeting_place import Hold
    from app.desktop.messages import OpenRequest
    from app.desktop.notifications import Notifications
    from app.desktop.single_instance import Reception
    from app.domain.call import Call
    from app.program import Program
    from app.services.tasks import Tasks
    from app.ui.news import News
    from app.ui.tray import Tray
    from app.ui.window import MainWindow

log = logging.getLogger(__name__)

translate = QCoreApplication.translate

_LINKS = ("tel:", "callto:", "toque:", "whatsapp:", "http:", "https:")
_REMEMBERED = 100
"""Calls that a click on their notification still finds."""


def origin_of(text: str) -> Origin:
    """Return where the argument of a start came from: the system starts Toque with a link."""
    return Origin.LINK if text.strip().lower().startswith(_LINKS) else Origin.COMMAND_LINE


class Around(QObject):
    """Begins with `attach`, and ends with the window.

    `hold` is the right to be heard by later starts, None where another program has it. The system is never
    to start practice mode.
    """

    quit_wanted = Signal()
    """The program is to end: the window was closed for good, or Quit was chosen."""

    def __init__(
        self, app: QApplication, program: Program, tasks: Tasks, *, hold: Hold | None, is_practice: bool
    ) -> None:
        super().__init__(app)
        self._app = app
        self._program = program
        self._tasks = tasks
        self._hold = hold
        self._is_practice = is_practice
        self._keys = SelectionKeys(self)
        self._keys_trouble = ""
        self._kept_keys = ""
        self._autostart = None if is_practice else autostart()
        self._starts_at_login = False
        self._has_told_of_tray = False
        self._reception: Reception | None = None
        self._notifications: Notifications | None = None
        self._tray: Tray | None = None
        self._told: dict[str, Call] = {}

    def services(self) -> DesktopServices:
        """Return what the settings show of it."""
        return DesktopServices(
            phone_links=None if self._is_practice else phone_links(),
            autostart=self._autostart,
            selection_trouble=self._selection_trouble,
            has_tray=QSystemTrayIcon.isSystemTrayAvailable,
        )

    # --- from start to end ----------------------------------------------------------------------------

    def attach(self, window: MainWindow, news: News) -> None:
        """Take note of `window` and of what it does; nothing is loaded for it yet."""
        self._window = window
        window.close_requested.connect(self._on_close)
        window.desktop_changed.connect(self._on_settings)
        news.call_changed.connect(self._on_call)
        news.account_changed.connect(self._on_account)
        self._keys.selected.connect(self._on_selected)
        LinksOpened(self._app).opened.connect(self._on_link)

    def show(self, *, in_background: bool) -> None:
        """Show the window; in the background only as its icon."""
        if not in_background:
            self._window.show()
        elif not QSystemTrayIcon.isSystemTrayAvailable():
            self._window.showMinimized()

    async def begin(self) -> None:
        """Load the rest, in a thread so that the window is painted meanwhile, and be there for others."""
        for module in ("app.desktop.single_instance", "app.desktop.notifications", "app.ui.tray"):
            await asyncio.to_thread(importlib.import_module, module)
        self._receive()
        self._show_tray()
        self._listen()
        await self._look_at_login()

    def end(self) -> None:
        """Be there for nobody any more: the next start is the first again once this program is gone."""
        if self._reception is not None:
            self._reception.close()
        self._keys.stop()
        if self._notifications is not None:
            self._notifications.close()
        if self._tray is not None:
            self._tray.hide()

    def _receive(self) -> None:
        from app.desktop.single_instance import Reception

        if self._hold is not None:
            self._reception = Reception(self._hold, self)
            self._reception.asked.connect(self._on_asked)

    def _show_tray(self) -> None:
        from app.desktop.notifications import Notifications
        from app.ui.tray import Tray

        self._tray = Tray(self._window.windowTitle(), self._window)
        self._tray.open_wanted.connect(self._on_open)
        self._tray.number_chosen.connect(self._on_number)
        self._tray.quit_wanted.connect(self.quit_wanted)
        self._notifications = Notifications(self._tasks, self._tray.tell, self)
        self._tray.message_clicked.connect(self._notifications.on_tray_clicked)
        self._notifications.chosen.connect(self._on_notification)
        self._tray.menu.aboutToShow.connect(self.refresh_tray)
        self.refresh_tray()

    # --- what comes to the window ---------------------------------------------------------------------

    def _on_asked(self, request: OpenRequest | CloseRequest) -> None:
        if isinstance(request, CloseRequest):
            self.quit_wanted.emit()
            return
        self._bring_to_front(request.activation)
        if request.text:
            self._window.open_text(request.text, origin_of(request.text))

    def _on_link(self, link: str) -> None:
        self._bring_to_front()
        self._window.open_text(link, Origin.LINK)

    def _on_selected(self, text: str) -> None:
        self._bring_to_front()
        self._window.open_text(text, Origin.SELECTION)

    def _on_number(self, number: str) -> None:
        self._bring_to_front()
        self._window.open_text(number, Origin.HISTORY)

    def _on_open(self) -> None:
        self._bring_to_front()

    def _on_notification(self, call_id: str, token: str) -> None:
        self._bring_to_front(token)
        if (call := self._told.get(call_id)) is not None:
            self._window.show_known_call(call)

    def _bring_to_front(self, token: str = "") -> None:
        from app.desktop.activation import bring_to_front

        bring_to_front(self._window, token)

    # --- what the window tells ------------------------------------------------------------------------

    def _on_call(self, call: Call) -> None:
        self.refresh_tray()
        if not self._program.settings.current.notify or self._app.activeWindow() is not None:
            return
        news = news_of(call, self._program.contacts.name_of)
        if news is not None and self._notifications is not None:
            self._told.pop(call.id, None)
            self._told[call.id] = call
            if len(self._told) > _REMEMBERED:
                del self._told[next(iter(self._told))]
            self._notifications.tell(call.id, *news)

    def _on_account(self, _account_id: str) -> None:
        self.refresh_tray()

    def refresh_tray(self) -> None:
        """Show at the tray's icon what goes on, and the numbers called last."""
        if self._tray is None:
            return
        from app.ui.tray import TrayState

        name_of = self._program.contacts.name_of
        if any(not call.is_over for call in self._program.calls.under_way):
            state = TrayState.CALL
        else:
            state = TrayState.LOST if self._is_disconnected() else TrayState.IDLE
        self._tray.show_state(state)
        numbers = {
            call.request.number.formatted: call for call in reversed(self._window.history_model.latest)
        }
        self._tray.show_recent(
            (number, name_of(call.request.number.person)) for number, call in reversed(numbers.items())
        )

    def _is_disconnected(self) -> bool:
        accounts = self._program.accounts
        account = accounts.chosen
        return account is not None and accounts.open.status(account.id).connection.line is Line.DISCONNECTED

    # --- settings -------------------------------------------------------------------------------------

    def _on_settings(self) -> None:
        self._listen()
        self._tasks.start(self._look_at_login(), "start at login")

    def _listen(self) -> None:
        """Listen to the keys that are set; why they cannot be is said where they are set."""
        keys = self._program.settings.current.selection_keys
        if keys == self._kept_keys and self._keys.is_listening == bool(keys):
            return
        self._kept_keys, self._keys_trouble = keys, ""
        try:
            self._keys.listen(keys)
        except NotArranged as error:
            log.info("The keys of a selection are not listened to: %s", error)
            self._keys_trouble = str(error)

    def _selection_trouble(self) -> str:
        return self._keys_trouble or trouble_here()

    async def _look_at_login(self) -> None:
        if self._autostart is not None:
            try:
                self._starts_at_login = await asyncio.to_thread(self._autostart.is_on)
            except NotArranged as error:
                log.info("Start at login: %s", error)

    # --- closed ---------------------------------------------------------------------------------------

    def _on_close(self) -> None:
        """End, unless Toque starts at login and so lives in the tray."""
        lives_in_tray = self._starts_at_login and self._tray is not None and self._tray.is_there
        if not lives_in_tray or self._app.isSavingSession():
            self.quit_wanted.emit()
            return
        self._window.hide()
        if self._tray is not None and not self._has_told_of_tray:
            self._has_told_of_tray = True
            self._tray.tell(
                "Toque",
                translate("Around", "Toque is still here, in the tray. Quit is in the menu of its icon."),
            )
