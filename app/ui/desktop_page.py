"""The settings of what is around the window: phone links, start at login, notifications, keys, place."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.services.policy import NO_POLICY, Fixable
from app.ui.icons import Icon, Tint
from app.ui.keep_on_top import can_keep_on_top
from app.ui.link_settings import LinkSettings
from app.ui.login_settings import LoginSettings
from app.ui.remark import Remark
from app.ui.selection_settings import SelectionSettings
from app.ui.set_by_administrator import set_by_administrator
from app.ui.switch_row import INDENT, SwitchRow
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.desktop import DesktopServices
    from app.services.policy import Policy
    from app.services.settings import Settings, SettingsStore
    from app.services.tasks import Tasks


class DesktopPage(QScrollArea):
    """One column of switches, each saved when it is pressed."""

    changed = Signal()
    """Something was saved that the window goes by."""
    _saved = Signal(object)

    def __init__(
        self, desktop: DesktopServices, settings: SettingsStore, tasks: Tasks, policy: Policy = NO_POLICY
    ) -> None:
        super().__init__()
        self._policy = policy
        self._settings = settings
        self._tasks = tasks
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._trouble = Remark(Icon.ALERT, Tint.RED)
        current = settings.current
        self._on_top = SwitchRow(
            self.tr("Keep Toque above other windows"),
            self.tr("{keys} does the same.").format(keys=_native("Ctrl+Shift+T"))
            if can_keep_on_top()
            else self.tr("Wayland lets no program do that: the window's own menu may offer it."),
        )
        self._on_top.set_on(current.keep_on_top)
        self._on_top.setEnabled(can_keep_on_top())
        self._notify = SwitchRow(
            self.tr("Notify me when the window is not in front"),
            self.tr("When a call is answered, declined or over: name or number, and nothing else of it."),
        )
        self._notify.set_on(current.notify)
        self._clipboard = SwitchRow(
            self.tr("Offer numbers that I copy elsewhere"),
            self.tr(
                "Toque looks at what is copied and offers a number in it. It never fills one in by itself."
            ),
        )
        self._clipboard.set_on(current.watch_clipboard)
        self._selection = SelectionSettings(current.selection_keys, desktop.selection_trouble)
        self._login = LoginSettings(desktop.autostart, tasks, desktop.has_tray)
        self._links = LinkSettings(desktop.phone_links, tasks)
        self._lay_out()
        self._saved.connect(self._on_saved)
        self._on_top.switched.connect(self._on_keep_on_top)
        self._notify.switched.connect(self._on_notify)
        self._clipboard.switched.connect(self._on_clipboard)
        self._selection.chosen.connect(self._on_keys)
        self._login.changed.connect(self.changed)

    def refresh(self) -> None:
        """Show the settings as they are: a shortcut of the window may have changed them."""
        current = self._settings.current
        self._on_top.set_on(current.keep_on_top)
        self._notify.set_on(current.notify)
        self._clipboard.set_on(current.watch_clipboard)
        self._selection.refresh()
        self._login.refresh()
        self._links.refresh()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        self.refresh()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("plain", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self._links)
        column.addWidget(_hairline())
        column.addWidget(self._login)
        column.addLayout(self._fixable(self._notify, Fixable.NOTIFY))
        column.addWidget(self._on_top)
        column.addWidget(_hairline())
        column.addLayout(self._fixable(self._clipboard, Fixable.WATCH_CLIPBOARD))
        column.addWidget(self._selection)
        column.addWidget(self._trouble)
        column.addStretch(1)
        self.setWidget(inside)

    def _fixable(self, row: SwitchRow, setting: Fixable) -> QVBoxLayout:
        """Return the row, which cannot be switched where administrators have fixed the setting."""
        is_fixed = setting in self._policy.fixed
        row.setDisabled(is_fixed)
        remark = set_by_administrator(self._policy, self, is_set=is_fixed)
        remark.setContentsMargins(INDENT, 0, 0, 0)
        group = QVBoxLayout()
        group.setSpacing(4)
        group.addWidget(row)
        group.addWidget(remark)
        return group

    def _on_keep_on_top(self, on: bool) -> None:
        self._save("keep on top", partial(_with_keep_on_top, on))

    def _on_notify(self, on: bool) -> None:
        self._save("notifications", partial(_with_notify, on))

    def _on_clipboard(self, on: bool) -> None:
        self._save("watching the clipboard", partial(_with_clipboard, on))

    def _on_keys(self, keys: str) -> None:
        self._save("keys of a selection", partial(_with_keys, keys))

    def _save(self, name: str, change: Callable[[Settings], Settings]) -> None:
        self._tasks.start(self._settings.update(change), name, self._saved.emit)

    def _on_saved(self, result: object) -> None:
        self._trouble.say(detail_words(str(result)) if isinstance(result, Exception) else "")
        self.changed.emit()
        self.refresh()


def _with_keep_on_top(on: bool, settings: Settings) -> Settings:
    return replace(settings, keep_on_top=on)


def _with_notify(on: bool, settings: Settings) -> Settings:
    return replace(settings, notify=on)


def _with_clipboard(on: bool, settings: Settings) -> Settings:
    return replace(settings, watch_clipboard=on)


def _with_keys(keys: str, settings: Settings) -> Settings:
    return replace(settings, selection_keys=keys)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("line", True)
    line.setFixedHeight(1)
    return line
