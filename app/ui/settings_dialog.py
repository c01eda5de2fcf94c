"""The settings: accounts, general, and diagnostics to send along with a question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from phonenumbers import SUPPORTED_REGIONS
from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.accessibility import announce
from app.ui.accounts_page import AccountsPage
from app.ui.icons import Icon, icon
from app.ui.number_explanation import country_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.account_service import AccountService
    from app.services.settings import Settings, SettingsStore
    from app.services.tasks import Tasks


class SettingsDialog(QDialog):
    """One window with a tab for each subject. `accounts` None: they cannot be changed (practice mode)."""

    region_changed = Signal()

    def __init__(
        self,
        *,
        settings: SettingsStore,
        accounts: AccountService | None,
        tasks: Tasks,
        diagnostics: Callable[[], str],
        system_region: str | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setAccessibleName(self.tr("Settings"))
        self.resize(520, 600)
        self.accounts_page = AccountsPage(accounts, tasks) if accounts else None
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self.accounts_page or self._practice_page(), self.tr("Accounts"))
        general = _GeneralPage(settings, tasks, system_region)
        general.region_changed.connect(self.region_changed)
        self._tabs.addTab(general, self.tr("General"))
        self._tabs.addTab(_DiagnosticsPage(diagnostics), self.tr("Diagnostics"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._tabs)

    def show_accounts(self) -> AccountsPage | None:
        """Open on the accounts; None where they cannot be changed."""
        self._tabs.setCurrentIndex(0)
        self.open()
        return self.accounts_page

    def _practice_page(self) -> QWidget:
        words = QLabel(
            self.tr(
                "Practice mode has an account of its own, so that no real phone can ring. "
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
    _saved = Signal(object)

    def __init__(self, settings: SettingsStore, tasks: Tasks, system_region: str | None) -> None:
        super().__init__()
        self._settings = settings
        self._tasks = tasks
        self._region = QComboBox()
        self._region.setAccessibleName(self.tr("Default country"))
        system = country_name(system_region) if system_region else self.tr("none")
        self._region.addItem(self.tr("As the system: {country}").format(country=system), None)
        for name, code in sorted((country_name(code) or code, code) for code in SUPPORTED_REGIONS):
            self._region.addItem(f"{name} ({code})", code)
        self._region.setCurrentIndex(max(0, self._region.findData(settings.current.region)))
        self._region.activated.connect(self._on_region)
        hint = QLabel(
            self.tr("Numbers typed without + and a country code are read as numbers of this country.")
        )
        hint.setWordWrap(True)
        hint.setProperty("tone", "muted")
        self._trouble = QLabel()
        self._trouble.setWordWrap(True)
        self._trouble.setProperty("tone", "red")
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("Default country"), self._region)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(form)
        column.addWidget(hint)
        column.addWidget(self._trouble)
        column.addStretch(1)
        self._saved.connect(self._show_saved)

    def _on_region(self) -> None:
        region = self._region.currentData()

        def with_region(settings: Settings) -> Settings:
            return replace(settings, region=region)

        self._tasks.start(self._settings.update(with_region), "change of region", self._saved.emit)

    def _show_saved(self, result: object) -> None:
        self._trouble.setText(str(result) if isinstance(result, Exception) else "")
        self.region_changed.emit()


class _DiagnosticsPage(QWidget):
    def __init__(self, diagnostics: Callable[[], str]) -> None:
        super().__init__()
        self._diagnostics = diagnostics
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Diagnostics"))
        copy = QPushButton(icon(Icon.COPY), self.tr("Copy diagnostics"))
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
