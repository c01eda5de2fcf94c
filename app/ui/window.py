"""The window: what the operator does goes to the services, and what becomes of it is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.domain.call import CallKind, CallState
from app.services.settings import NotSaved
from app.ui.accessibility import announce
from app.ui.account_desk import AccountDesk
from app.ui.account_notices import AccountNotices
from app.ui.activity import Activity
from app.ui.agent_form import AgentForm
from app.ui.audio_zone import AudioZone
from app.ui.compact_window import CompactWindow
from app.ui.contact_desk import ContactDesk
from app.ui.dialler import WIDTH, Dialler
from app.ui.guard_desk import GuardDesk
from app.ui.halves import COMPACT_BELOW, Halves
from app.ui.help_desk import HelpDesk
from app.ui.history_desk import HistoryDesk
from app.ui.keep_on_top import KeepOnTop
from app.ui.keys import Keys
from app.ui.language import chosen_language
from app.ui.notice import Severity
from app.ui.notice_board import NoticeBoard
from app.ui.number_desk import NumberDesk
from app.ui.origin import Origin
from app.ui.practice_band import PracticeBand
from app.ui.press import Press
from app.ui.queue_work import QueueWork
from app.ui.recent_numbers import RecentNumbers
from app.ui.settings_desk import SettingsDesk
from app.ui.start_page import StartPage
from app.ui.tab_order import insert_after
from app.ui.top_bar import TopBar
from app.ui.update_watch import UpdateWatch
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from app.domain.agent import AgentTask
    from app.domain.call import Call
    from app.domain.phone_number import PhoneNumber
    from app.services.settings import Settings
    from app.ui.news import News
    from app.ui.services import Services, Surroundings
    from app.ui.theme import Theme

_SIZE = (1040, 700)
_SMALLEST = (360, 600)
_GEOMETRY, _SPLIT, _WIDE = "geometry", "split", "wide"
_BOARD_MARGINS = (16, 8, 16, 8)


class MainWindow(QMainWindow):
    """Toque's window. It closes only when whoever made it has tidied up after `close_requested`."""

    close_requested = Signal()
    practice_requested = Signal()
    desktop_changed = Signal()
    """Settings of what is around the window were changed, or should be looked at again."""

    def __init__(self, services: Services, news: News, theme: Theme, surroundings: Surroundings) -> None:
        super().__init__()
        self._services = services
        self._surroundings = surroundings
        self.setWindowTitle(self.tr("Toque – practice") if surroundings.is_practice else "Toque")
        self.setMinimumSize(*_SMALLEST)
        self.history = HistoryDesk(
            history=services.history,
            calls=services.calls,
            accounts=services.accounts,
            tasks=services.tasks,
            names=services.contacts,
            window=self,
        )
        self.history_model = self.history.model
        self.top_bar = TopBar(can_add_accounts=not surroundings.is_practice)
        self.board = NoticeBoard(self.top_bar.last_stop, _BOARD_MARGINS)
        self.dialler = Dialler(AudioZone(services.audio, services.tasks), AgentForm(services.agent))
        self.activity = Activity(self.history.panel, services.calls)
        self._start_page = StartPage()
        self._right = QStackedWidget()
        self._press = Press(self.dialler, services.accounts, services.dialling, services.contacts.name_of)
        self._notices = AccountNotices(self.board, services.accounts, services.live, services.tasks)
        self.accounts = AccountDesk(
            services,
            top_bar=self.top_bar,
            dialler=self.dialler,
            press=self._press,
            notices=self._notices,
            window=self,
        )
        self.settings = SettingsDesk(services, surroundings, self)
        self.help = HelpDesk(self, chosen_language(services.settings.current.language))
        self.contacts = ContactDesk(services.contacts, services.tasks, self.dialler, self._read_region, self)
        self._recent = RecentNumbers(lambda: self.history_model.latest)
        self.guards = GuardDesk(
            numbers=services.do_not_call,
            policy=services.policy,
            tasks=services.tasks,
            region=self._read_region,
            dialler=self.dialler,
            board=self.board,
            window=self,
        )
        self.numbers = NumberDesk(self.dialler, services.accounts, self.board, self)
        self.queue = QueueWork(
            self,
            services.queue,
            services.history,
            services.tasks,
            news,
            self.dialler.number_field,
            self.fill_in_number,
            services.contacts.name_of,
        )
        self._update_watch = UpdateWatch(services.updates, services.tasks, self.board, self)
        self._keys = Keys(self)
        self._keep_on_top = KeepOnTop(self, services.settings, services.tasks)
        self._compact = CompactWindow(self, QSize(*_SIZE), COMPACT_BELOW)
        self._lay_out()
        self._connect(news, theme)
        self._add_shortcuts()
        self._restore()
        self.refresh_region()
        self.refresh_clipboard_watch()
        self.accounts.show()

    # --- built ----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._right.addWidget(self._start_page)
        self._right.addWidget(self.activity)
        self._halves = Halves(
            self.dialler, self._right, (self.tr("Dial"), self.tr("Calls")), left_width=WIDTH
        )
        central = QWidget()
        self._column = column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._surroundings.is_practice:
            column.addWidget(PracticeBand(self._surroundings.practice_numbers))
        column.addWidget(self.top_bar)
        column.addWidget(hairline())
        column.addWidget(self.board)
        column.addWidget(self._halves, stretch=1)
        self.setCentralWidget(central)
        self._place_queue(self._halves.is_compact)
        self._halves.turned.connect(self._place_queue)
        self.dialler.number_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_queue(self, is_compact: bool) -> None:
        """Have the queue stand across the window, where it takes one line, or above the number."""
        strip = self.queue.strip
        focus = self.focusWidget()
        had_focus = focus is not None and strip.isAncestorOf(focus)
        if is_compact:
            self.dialler.put_above(strip)
        else:
            self._column.insertWidget(self._column.indexOf(self._halves), strip)
        strip.set_wide(not is_compact)
        insert_after(self.top_bar.last_stop, strip)
        if had_focus and focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self, news: News, theme: Theme) -> None:
        news.call_changed.connect(self._show_call)
        news.account_changed.connect(self._on_account_changed)
        news.audio_changed.connect(self.dialler.audio.refresh)
        news.agent_changed.connect(self.dialler.agent.refresh)
        news.question_asked.connect(self._press.ask)
        news.trouble_heard.connect(self.show_trouble)
        news.contacts_changed.connect(self._on_contacts_changed)
        news.history_changed.connect(self.history.model.refresh)
        self.contacts.number_chosen.connect(self._on_contact_number)
        self.contacts.trouble_met.connect(self.show_trouble)
        self.contacts.calls_wanted.connect(self.history.show_contact)
        self.history.contact_requested.connect(self._on_contact_requested)
        self.activity.live_calls.set_names(self._services.contacts.name_of)
        self.top_bar.contacts_pressed.connect(self.contacts.open)
        self.top_bar.queue_pressed.connect(self.queue.open_list)
        theme.changed.connect(self.activity.live_calls.refresh_colors)
        self.dialler.recent_requested.connect(self._on_recent)
        self._connect_accounts()
        self._press.asking_changed.connect(self.guards.hush)
        self._press.list_wanted.connect(self.guards.open_list)
        self._start_page.practice_pressed.connect(self.practice_requested)
        self.activity.live_calls.details_pressed.connect(self.history.show_details)
        self.activity.live_calls.cancel_pressed.connect(self._on_cancel)
        self.history.redial_requested.connect(self.fill_in)
        self.history.do_not_call_requested.connect(self.guards.add_number_of)
        self.history.number_requested.connect(self._on_other_form)
        self.history.shown.connect(self._show_history)
        self.history.panel.left.connect(self._on_number_shortcut)
        self.history_model.unreadable.connect(self.show_trouble)
        self._keys.digit_typed.connect(self._on_digit_typed)
        self._keys.enter_pressed.connect(self.dialler.press_call)
        self._keys.account_pressed.connect(self.accounts.choose_place)
        self._keys.files_pasted.connect(self._on_files_pasted)
        self._keys.text_pasted.connect(self.numbers.paste)
        self._keys.help_pressed.connect(self.help.open)
        self.numbers.dialler_wanted.connect(self._show_dialler)
        self.numbers.account_wanted.connect(self.accounts.choose_for_now)
        self.numbers.other_form_wanted.connect(self.fill_in_number)
        self._keep_on_top.saved.connect(self._on_kept_on_top)
        self.top_bar.compact_pressed.connect(self._compact.toggle)

    def _connect_accounts(self) -> None:
        settings = self.settings
        for source in (self.top_bar.add_account_pressed, self._start_page.add_account_pressed):
            source.connect(settings.add_account)
        self._press.add_account_wanted.connect(settings.add_account)
        self._notices.settings_wanted.connect(settings.edit_account)
        self.activity.live_calls.settings_pressed.connect(settings.edit_account)
        self.accounts.settings_wanted.connect(settings.edit_account)
        self.accounts.trouble_met.connect(self.show_trouble)
        self.accounts.shown.connect(self._on_accounts_shown)
        self.top_bar.settings_pressed.connect(settings.open)
        settings.region_changed.connect(self.refresh_region)
        settings.do_not_call_list_wanted.connect(self.guards.open_list)
        settings.calls_deleted.connect(self.history.forget_before)
        settings.desktop_changed.connect(self._on_desktop_changed)
        settings.help_wanted.connect(self.help.open)
        self._update_watch.found_wanted.connect(settings.show_update)

    def _add_shortcuts(self) -> None:
        for keys, slot in (
            ("Ctrl+K", self._on_number_shortcut),
            ("Ctrl+1", self._on_ring_shortcut),
            ("Ctrl+2", self._on_audio_shortcut),
            ("Ctrl+3", self._on_agent_shortcut),
            ("Ctrl+B", self.contacts.open),
            ("Ctrl+,", self.settings.open),
            ("Ctrl+D", self._on_redial_last),
            ("Ctrl+F", self._on_search_shortcut),
            ("Ctrl+E", self.history.export),
            ("Ctrl+Shift+M", self._compact.toggle),
            ("Ctrl+Shift+T", self._keep_on_top.toggle),
            ("Esc", self._on_escape),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def begin(self) -> None:
        """Connect: the services are ready."""
        self.queue.begin()
        self.history.begin()
        self.accounts.begin()
        self._update_watch.begin()

    # --- shown ----------------------------------------------------------------------------------------

    def _show_call(self, call: Call) -> None:
        self.history.show_call(call)
        self.activity.live_calls.show_call(call)
        self._press.refresh(call)
        self.numbers.show_call(call)
        self._right.setCurrentWidget(self.activity)
        if call.state is CallState.QUEUED:
            self.dialler.audio.stop()
            self._go_to_live_calls()

    def _go_to_live_calls(self) -> None:
        """Show them in a compact window; digits typed there go to the number, not into the search."""
        focus = self.focusWidget()
        is_dialling = focus is not None and self.dialler.isAncestorOf(focus)
        self._halves.show_half(1)
        if self._halves.is_compact and is_dialling:
            self.activity.live_calls.setFocus(Qt.FocusReason.OtherFocusReason)
            self.dialler.number_field.select_unseen()  # leaving it has taken the selection away

    def _on_account_changed(self, _account_id: str) -> None:
        self.accounts.show()
        self.settings.refresh_accounts()

    def _on_accounts_shown(self, count: int) -> None:
        self.activity.live_calls.name_accounts(count > 1)
        self.history.show_accounts()
        has_something = bool(count) or self._surroundings.is_practice or bool(self.history_model.latest)
        self._right.setCurrentWidget(self.activity if has_something else self._start_page)

    def show_trouble(self, sentence: str) -> None:
        """Say that something could not be saved or read."""
        self.board.show_notice("trouble", Severity.ERROR, detail_words(sentence))

    def show_kept_aside(self, sentence: str) -> None:
        """Say that a damaged file was kept aside."""
        self.board.show_notice("kept aside", Severity.WARNING, sentence)

    def refresh_region(self) -> None:
        """Read numbers without a country code as the settings, or else the system, say."""
        self.dialler.number_field.set_region(self._read_region())

    def _read_region(self) -> str | None:
        return self._services.settings.current.region or self._surroundings.region

    def _on_contacts_changed(self) -> None:
        self.contacts.refresh()
        self.history.refresh_names()
        self.activity.live_calls.refresh_names()

    def _on_contact_number(self, number: PhoneNumber) -> None:
        self.fill_in_number(number.formatted, Origin.CONTACT)

    def _on_contact_requested(self, call: Call) -> None:
        self.contacts.show_number(call.request.number)

    # --- done by the operator -------------------------------------------------------------------------

    def fill_in(self, call: Call) -> None:
        """Fill in the number and what an earlier call was to do; nothing is dialled."""
        self.dialler.call_type.set_kind(call.request.kind)
        if call.request.ring_seconds is not None:
            self.dialler.ring_duration.set_seconds(call.request.ring_seconds)
        if (record := call.request.audio_record) is not None:
            self.dialler.play_again(record)
        if call.request.agent is not None:
            self.dialler.ask_again(self._task_here(call.request.agent, call.request.account_id))
        self.fill_in_number(call.request.number.formatted)

    def _task_here(self, task: AgentTask, account_id: str) -> AgentTask:
        """Return what was asked of an agent as the chosen account can ask it: agents are its own."""
        account = self._services.accounts.chosen
        if account is not None and account.id == account_id:
            return task
        own = self._services.agent.task
        return replace(task, agent_id=own.agent_id, agent_name=own.agent_name, from_number=own.from_number)

    def fill_in_number(self, text: str, origin: Origin | None = None) -> None:
        """Fill in a number; nothing is dialled. Its `origin` is said below it."""
        self._halves.show_half(0)
        self.dialler.number_field.set_text(text, origin)
        self.dialler.number_field.select_all()

    def open_text(self, text: str, origin: Origin) -> None:
        """Come to the front and fill in the number in `text`, a link or any other; nothing is dialled."""
        self.numbers.open_text(text, origin)

    def refresh_clipboard_watch(self) -> None:
        """Watch for copied numbers as the settings say."""
        self.numbers.watch.set_on(self._services.settings.current.watch_clipboard)

    def show_details(self, call: Call) -> None:
        """Show all that is known of a call."""
        self.history.show_details(call)

    def show_known_call(self, call: Call) -> None:
        """Go to a call: to its card, or, where that is gone, to all that is known of it."""
        self._show_history()
        if not self.activity.live_calls.choose(call.id):
            self.show_details(call)

    def _on_desktop_changed(self) -> None:
        self._keep_on_top.apply()
        self.refresh_clipboard_watch()
        self.desktop_changed.emit()

    def _on_kept_on_top(self, result: object) -> None:
        if isinstance(result, NotSaved):
            self.show_trouble(str(result))
        elif self._services.settings.current.keep_on_top:
            announce(self, self.tr("Toque stays above other windows"))
        else:
            announce(self, self.tr("Toque no longer stays above other windows"))

    def _show_dialler(self) -> None:
        self._halves.show_half(0)

    def _on_recent(self, step: int) -> None:
        field = self.dialler.number_field
        field.set_text(self._recent.walk(step, field.text()))

    def _on_digit_typed(self, digit: str) -> None:
        self._halves.show_half(0)
        self.dialler.number_field.type_digit(digit)
        self.dialler.number_field.setFocus(Qt.FocusReason.OtherFocusReason)  # a shortcut's would select all

    def _on_files_pasted(self, paths: list[str]) -> None:
        self._halves.show_half(0)
        self.dialler.take_files(paths)

    def _on_number_shortcut(self) -> None:
        self._halves.show_half(0)
        self.dialler.number_field.select_all()

    def _on_search_shortcut(self) -> None:
        self._show_history()
        self.history.panel.focus_search()

    def _show_history(self) -> None:
        self._right.setCurrentWidget(self.activity)
        self._halves.show_half(1)

    def _on_other_form(self, number: PhoneNumber) -> None:
        self.fill_in_number(number.formatted)

    def _on_ring_shortcut(self) -> None:
        self.dialler.call_type.set_kind(CallKind.RING)

    def _on_audio_shortcut(self) -> None:
        self.dialler.call_type.set_kind(CallKind.AUDIO)

    def _on_agent_shortcut(self) -> None:
        self.dialler.call_type.set_kind(CallKind.AGENT)

    def _on_redial_last(self) -> None:
        if calls := self.history_model.latest:
            self.fill_in(calls[0])

    def _on_escape(self) -> None:
        """Take back, one thing a press: a question, a sound, the number, the newest call not yet sent."""
        if self._press.is_asking:
            self._press.forget()
        elif self._services.dialling.take_back() or self.dialler.give_up():
            pass
        elif self.dialler.number_field.text():
            self.dialler.number_field.clear()
            self.dialler.number_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            for call in reversed(self._services.calls.under_way):
                if self._services.calls.cancel(call.id):
                    break

    def _on_cancel(self, call_id: str) -> None:
        self._services.calls.cancel(call_id)

    # --- remembered -----------------------------------------------------------------------------------

    def _restore(self) -> None:
        settings = self._services.settings.current
        self.resize(*_SIZE)
        self.restoreGeometry(QByteArray.fromBase64(settings.window.get(_GEOMETRY, "").encode()))
        self._compact.restore(settings.window.get(_WIDE, ""))
        self._keep_on_top.apply()
        self._halves.restore_split(QByteArray.fromBase64(settings.window.get(_SPLIT, "").encode()))
        if settings.ring_seconds is not None:
            self.dialler.ring_duration.set_seconds(settings.ring_seconds)
        self._ring_at_start = self.dialler.ring_duration.wished()

    def remembered(self) -> Callable[[Settings], Settings]:
        """Return the change that keeps the window's place, size and split, and the ring seconds."""
        self.dialler.agent.hand_on()
        self.queue.hand_on()
        self.history.hand_on()
        window = {
            _GEOMETRY: bytes(self.saveGeometry().toBase64().data()).decode(),
            _SPLIT: bytes(self._halves.split().toBase64().data()).decode(),
            _WIDE: self._compact.remembered(),
        }
        seconds = self.dialler.ring_duration.wished()
        is_chosen = seconds != self._ring_at_start  # or an administrator may still set others

        def change(settings: Settings) -> Settings:
            ring = seconds if is_chosen else settings.ring_seconds
            return replace(settings, window=window, ring_seconds=ring)

        return change

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.close_requested.emit()


def hairline() -> QWidget:
    """Return a line one pixel high."""
    line = QWidget()
    line.setProperty("line", True)
    line.setFixedHeight(1)
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return line
