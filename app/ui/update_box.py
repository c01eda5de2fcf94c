"""In the settings: asking for a newer Toque, and what was answered, in place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services.updates import Newer, NoUpdates, UpToDate
from app.ui.accessibility import announce
from app.ui.history_words import day_words
from app.ui.icons import Icon, IconLabel, Tint
from app.ui.release_view import ReleaseView
from app.ui.remark import Remark
from app.ui.switch_row import SwitchRow
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from app.services.settings import Settings, SettingsStore
    from app.services.tasks import Tasks
    from app.services.updates import Updates


class UpdateBox(QWidget):
    """Asks when its button is pressed. `language` is that of the notes."""

    _told = Signal(object)
    """What was answered: UpToDate, Newer, or why there is no answer."""
    _saved = Signal(object)

    def __init__(
        self,
        updates: Updates,
        settings: SettingsStore,
        tasks: Tasks,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._updates = updates
        self._settings = settings
        self._tasks = tasks
        self._language = language
        self._is_checking = False
        self._check = QPushButton(self.tr("Check for updates"))
        self._check.setAccessibleName(self.tr("Check for updates"))
        self._check.setAutoDefault(False)
        self._check.clicked.connect(self._on_check)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setProperty("tone", "muted")
        self._sign = IconLabel(Icon.INFO, Tint.GREEN)
        self._state = QLabel()
        self._state.setWordWrap(True)
        self._trouble = Remark(Icon.ALERT, Tint.RED)
        self._release = ReleaseView()
        self._told.connect(self._show)
        self._daily = SwitchRow(
            self.tr("Check once a day"),
            self.tr("The window then says that there is a newer version, and nothing more."),
        )
        self._daily.switched.connect(self._on_daily)
        self._saved.connect(self._on_saved)
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Say whether a newer version can be asked for."""
        off = self._updates.why_off()
        self._check.setVisible(off is None)
        self._hint.setText(self._words(off))
        self._daily.setVisible(off is None)
        self._daily.set_on(self._settings.current.check_updates_daily)

    def show_found(self, found: Newer) -> None:
        """Show a newer version that was found elsewhere."""
        self._show(found)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._check)
        row.addStretch(1)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._sign)
        line.addWidget(self._state, stretch=1)
        self._line.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._hint)
        column.addWidget(self._line)
        column.addWidget(self._trouble)
        column.addWidget(self._release, stretch=1)
        column.addWidget(self._daily)

    def _words(self, off: NoUpdates | None) -> str:
        match off:
            case None:
                return self.tr(
                    "Asks where new versions are announced. Nothing is told of you, and nothing is ever "
                    "installed by itself."
                )
            case NoUpdates.PRACTICE:
                return self.tr("Practice mode has no network. Check in Toque's ordinary window.")
            case NoUpdates.MANAGED:
                return self.tr("Administrators installed Toque here, and bring newer versions themselves.")
            case NoUpdates.FORBIDDEN:
                return self.tr(
                    "Your administrators' settings forbid asking for newer versions here, or cannot be read."
                )
            case NoUpdates.NO_FEED:
                return self.tr(
                    "This build knows no release feed, so it cannot ask for newer versions. Look where you "
                    "got it."
                )

    def _on_check(self) -> None:
        if self._is_checking:
            return
        self._is_checking = True
        self._trouble.say("")
        self._release.hide()
        self._say(Icon.REFRESH, Tint.MUTED, self.tr("Checking…"))
        self._tasks.start(self._updates.check(), "check for updates", self._told.emit)

    def _on_daily(self, on: bool) -> None:
        def change(settings: Settings) -> Settings:
            return replace(settings, check_updates_daily=on)

        self._tasks.start(self._settings.update(change), "daily check", self._saved.emit)

    def _on_saved(self, result: object) -> None:
        if isinstance(result, Exception):
            self._trouble.say(detail_words(str(result)))
        self.refresh()

    def _show(self, result: object) -> None:
        self._is_checking = False
        self._check.setText(self.tr("Check for updates"))
        if isinstance(result, UpToDate):
            words = self.tr("You have the newest version, {version}. The last one was announced on {day}.")
            day = day_words(result.as_of.astimezone().date())
            self._say(Icon.INFO, Tint.GREEN, words.format(version=self._updates.installed, day=day))
        elif isinstance(result, Newer):
            words = self.tr("Toque {version} is available, announced on {day}. You have {installed}.").format(
                version=result.release.version,
                day=day_words(result.release.published_at.astimezone().date()),
                installed=self._updates.installed,
            )
            self._say(Icon.INFO, Tint.ACCENT, words)
            self._release.show_release(result, self._language)
        else:
            self._fail(detail_words(str(result)))

    def _say(self, sign: Icon, tint: Tint, words: str) -> None:
        self._sign.set_icon(sign, tint)
        self._state.setText(words)
        self._line.show()
        announce(self, words)

    def _fail(self, sentence: str) -> None:
        self._line.hide()
        self._trouble.say(sentence)
        self._check.setText(self.tr("Try again"))
        announce(self, sentence)
