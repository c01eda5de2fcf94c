"""In the settings: starting Toque at login, and what closing the window then means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.asking import Asking
from app.ui.icons import Icon, Tint
from app.ui.remark import Remark
from app.ui.switch_row import SwitchRow
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.desktop import Autostart
    from app.services.tasks import Tasks


class LoginSettings(QWidget):
    """`autostart` is None where it is not this program's to change."""

    changed = Signal()
    """It was switched, or found to be otherwise than it was shown."""
    _told = Signal(object)

    def __init__(
        self,
        autostart: Autostart | None,
        tasks: Tasks,
        has_tray: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._autostart = autostart
        self._asking = Asking(tasks, self._told.emit)
        self._has_tray = has_tray
        self._row = SwitchRow(self.tr("Start Toque at login"), self._hint_words())
        self._row.setEnabled(autostart is not None)
        self._row.switched.connect(self._on_switched)
        self._trouble = Remark(Icon.ALERT, Tint.RED)
        self._told.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._row)
        column.addWidget(self._trouble)

    def refresh(self) -> None:
        """Ask the system whether it is on."""
        self._row.say(self._hint_words())
        if self._autostart is not None:
            self._asking.ask(self._autostart.is_on, "start at login")

    def _hint_words(self) -> str:
        if self._autostart is None:
            return self.tr("It is set in Toque's ordinary window.")
        if self._has_tray():
            return self.tr(
                "It starts in the tray. Closing the window then leaves Toque there; Quit is in the menu of "
                "its icon."
            )
        return self.tr("There is no tray here: it starts minimised, and closing the window ends Toque.")

    def _on_switched(self, on: bool) -> None:
        if self._autostart is None:
            return
        autostart = self._autostart

        def work() -> bool:
            autostart.turn(on)
            return autostart.is_on()

        self._asking.ask(work, "change of start at login")

    def _show(self, result: object) -> None:
        if isinstance(result, bool):
            self._trouble.say("")
            self._row.set_on(result)
            self.changed.emit()
        else:
            self._trouble.say(detail_words(str(result)))
            self._row.set_on(False)
