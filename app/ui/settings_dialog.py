"""The settings: accounts, general, diagnostics to send along with a question, and what Toque is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.services.policy import NO_POLICY, Fixable
from app.ui.about_page import AboutPage
from app.ui.accessibility import announce
from app.ui.accounts_page import AccountsPage
from app.ui.countries import countries, country_name
from app.ui.desktop_page import DesktopPage
from app.ui.dialog import Dialog
from app.ui.guards_page import GuardsPage
from app.ui.history_page import HistoryPage
from app.ui.icons import BEFORE_TEXT, Icon, icon
from app.ui.language import LANGUAGES, chosen_language, system_language
from app.ui.set_by_administrator import set_by_administrator
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.account_service import AccountService
    from app.services.desktop import DesktopServices
    from app.services.history import History
    from app.services.policy import Policy
    from app.services.settings import Settings, SettingsStore
    from app.services.tasks import Tasks
    from app.services.updates import Newer, Updates

_WIDTH, _HEIGHT = 720, 640


class SettingsDialog(Dialog):
    """One window with a tab for each subject. `accounts` None: they cannot be changed (practice mode)."""

    region_changed = Signal()
    calls_deleted = Signal(object)
    """The datetime before which all calls have been deleted."""
    desktop_changed = Signal()
    do_not_call_list_requested = Signal()
    help_requested = Signal()

    def __init__(
        self,
        *,
        settings: SettingsStore,
        accounts: AccountService | None,
        tasks: Tasks,
        diagnostics: Callable[[], str],
        system_region: str | None,
        history: History | None = None,
        desktop: DesktopServices | None = None,
        policy: Policy | None = None,
        updates: Updates | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setAccessibleName("Settings")
        self.resize(_WIDTH, _HEIGHT)
        self.accounts_page = AccountsPage(accounts, tasks, policy or NO_POLICY) if accounts else None
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setUsesScrollButtons(True)  # where there is no room for all
        self._tabs.tabBar().setExpanding(False)
        self._tabs.addTab(self.accounts_page or self._practice_page(), self.tr("Accounts"))
        general = _GeneralPage(settings, tasks, system_region, policy or NO_POLICY)
        general.region_changed.connect(self.region_changed)
        self._tabs.addTab(general, self.tr("General"))
        if policy is not None:
            guards = GuardsPage(settings, policy, tasks)
            guards.list_requested.connect(self.do_not_call_list_requested)
            self._tabs.addTab(guards, self.tr("Before a call"))
        if history is not None:
            page = HistoryPage(settings, history, tasks, policy or NO_POLICY)
            page.deleted.connect(self.calls_deleted)
            self._tabs.addTab(page, self.tr("History"))
        if desktop is not None:
            self.desktop_page = DesktopPage(desktop, settings, tasks, policy or NO_POLICY)
            self.desktop_page.changed.connect(self.desktop_changed)
            self._tabs.addTab(self.desktop_page, self.tr("Desktop"))
        self._tabs.addTab(_DiagnosticsPage(diagnostics), self.tr("Diagnostics"))
        if updates is not None:
            language = chosen_language(settings.current.language)
            self.about_page = AboutPage(updates, settings, tasks, language)
            self.about_page.help_wanted.connect(self.help_requested)
            self._tabs.addTab(self.about_page, self.tr("About"))
        self._tabs.currentChanged.connect(self._on_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._tabs)

    def show_accounts(self) -> AccountsPage | None:
        """Open on the accounts; None where they cannot be changed."""
        self._tabs.setCurrentIndex(0)
        self.open()
        return self.accounts_page

    def show_update(self, found: Newer) -> None:
        """Open on what is known of a newer version."""
        self._tabs.setCurrentWidget(self.about_page)
        self.about_page.updates.show_found(found)
        self.open()

    def _on_page(self) -> None:
        """Keep the focus in sight: Qt gives it to a page on which nothing takes it."""
        if self._tabs.currentWidget().hasFocus():
            self._tabs.tabBar().setFocus(Qt.FocusReason.OtherFocusReason)

    def _practice_page(self) -> QWidget:
        words = QLabel(
            self.tr(
                "Practice mode has accounts of its own, so that no real phone can ring. "
                "Add accounts in Toque's ordinary window."
            )
        )
        words.setWordWrap(True)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(words)
        column.addStretch(1)
        return page


class _GeneralPage(QWidget):
    region_changed = Signal()
    _region_saved = Signal(object)
    _language_saved = Signal(object)

    def __init__(
        self, settings: SettingsStore, tasks: Tasks, system_region: str | None, policy: Policy
    ) -> None:
        super().__init__()
        self._policy = policy
        self._settings = settings
        self._tasks = tasks
        self._region = QComboBox()
        self._region.setAccessibleName(self.tr("Default country"))
        self._language = QComboBox()
        self._language.setAccessibleName(self.tr("Language"))
        self._fill_in(system_region)
        self._trouble = QLabel()
        self._trouble.setWordWrap(True)
        self._trouble.setProperty("tone", "red")
        self._lay_out()
        self._region.activated.connect(self._on_region)
        self._language.activated.connect(self._on_language)
        self._region_saved.connect(self._show_region_saved)
        self._language_saved.connect(self._show_saved)

    def _fill_in(self, system_region: str | None) -> None:
        system = country_name(system_region) if system_region else self.tr("none")
        self._region.addItem(self.tr("As the system: {country}").format(country=system), None)
        for name, code in countries():
            self._region.addItem(f"{name} ({code})", code)
        system = LANGUAGES[system_language()]
        self._language.addItem(self.tr("As the system: {language}").format(language=system), None)
        for code, name in LANGUAGES.items():
            self._language.addItem(name, code)
        current = self._settings.current
        for combo, value in ((self._region, current.region), (self._language, current.language)):
            combo.setCurrentIndex(max(0, combo.findData(value)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for title, combo, words, setting in (
            (
                self.tr("Default country"),
                self._region,
                self.tr("Numbers typed without + and a country code are read as numbers of this country."),
                Fixable.REGION,
            ),
            (
                self.tr("Language"),
                self._language,
                self.tr("Takes effect at the next start."),
                Fixable.LANGUAGE,
            ),
        ):
            form = QFormLayout()
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
            form.addRow(title, combo)
            hint = QLabel(words)
            hint.setWordWrap(True)
            hint.setProperty("tone", "muted")
            column.addLayout(form)
            column.addWidget(hint)
            if setting in self._policy.fixed:
                combo.setDisabled(True)
                column.addWidget(set_by_administrator(self._policy, self))
            column.addSpacing(8)
        column.addWidget(self._trouble)
        column.addStretch(1)

    def _on_region(self) -> None:
        region = self._region.currentData()

        def with_region(settings: Settings) -> Settings:
            return replace(settings, region=region)

        self._tasks.start(self._settings.update(with_region), "change of region", self._region_saved.emit)

    def _on_language(self) -> None:
        language = self._language.currentData()

        def with_language(settings: Settings) -> Settings:
            return replace(settings, language=language)

        self._tasks.start(
            self._settings.update(with_language), "change of language", self._language_saved.emit
        )

    def _show_region_saved(self, result: object) -> None:
        self._show_saved(result)
        self.region_changed.emit()

    def _show_saved(self, result: object) -> None:
        self._trouble.setText(detail_words(str(result)) if isinstance(result, Exception) else "")


class _DiagnosticsPage(QWidget):
    def __init__(self, diagnostics: Callable[[], str]) -> None:
        super().__init__()
        self._diagnostics = diagnostics
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Diagnostics"))
        copy = QPushButton(icon(Icon.COPY), self.tr("Copy diagnostics"))
        copy.setIconSize(BEFORE_TEXT)
        copy.setAutoDefault(False)
        copy.clicked.connect(self._on_copy)
        words = QLabel(
            self.tr("Versions, kinds of account and the last errors: no tokens, no whole numbers.")
        )
        words.setWordWrap(True)
        words.setProperty("tone", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self._text, stretch=1)
        column.addWidget(copy)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        self._text.setPlainText(self._diagnostics())

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._diagnostics())
        announce(self, self.tr("Copied"))
