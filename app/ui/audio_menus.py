"""The menus of the audio zone: the files chosen last, and what is done to a file before it is sent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.provider import AudioOrigin

if TYPE_CHECKING:
    from app.services.audio_choice import AudioChoice, RecentFile
    from app.services.tasks import Tasks


_WIDEST_NAME = 320


class RecentMenu(QMenu):
    """The files chosen last; those that are gone are grey."""

    file_chosen = Signal(str)
    _looked_up = Signal(object)

    def __init__(self, audio: AudioChoice, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._audio = audio
        self._tasks = tasks
        self.setAccessibleName(self.tr("Recent audio"))
        self.setToolTipsVisible(True)
        self._looked_up.connect(self._fill_and_open)
        self.triggered.connect(self._on_triggered)

    def open_at(self, place: QPoint) -> None:
        """Open, once it is known which files are still there."""
        self._place = place
        self._tasks.start(self._audio.recent(), "recent files", self._looked_up.emit)

    def _fill_and_open(self, files: list[RecentFile]) -> None:
        self.clear()
        for file in files:
            name = self.fontMetrics().elidedText(
                Path(file.path).name, Qt.TextElideMode.ElideMiddle, _WIDEST_NAME
            )
            action = QAction(name.replace("&", "&&"), self)
            action.setData(file.path)
            action.setEnabled(file.is_there)
            action.setToolTip(
                file.path if file.is_there else self.tr("No longer there: {path}").format(path=file.path)
            )
            self.addAction(action)
        if not files:
            self.addAction(self.tr("No file was chosen yet")).setEnabled(False)
        self.popup(self._place)

    def _on_triggered(self, action: QAction) -> None:
        self.file_chosen.emit(action.data())


class OptionsMenu(QMenu):
    """What is done to a file, or to find out about a link, before it is sent."""

    def __init__(self, audio: AudioChoice, parent: QWidget) -> None:
        super().__init__(parent)
        self._audio = audio
        self._level = self._switch(self.tr("Level the volume"))
        self._trim = self._switch(self.tr("Trim silence at both ends"))
        self._check = self._switch(self.tr("Check that a link answers"))
        self.addSeparator()
        self._remove = self.addAction(self.tr("Remove the file"))
        self.aboutToShow.connect(self._show)
        self.triggered.connect(self._on_triggered)

    def _switch(self, text: str) -> QAction:
        action = self.addAction(text)
        action.setCheckable(True)
        return action

    def _show(self) -> None:
        self._level.setChecked(self._audio.wishes.level)
        self._trim.setChecked(self._audio.wishes.trim)
        self._check.setChecked(self._audio.checks_links)
        self._check.setVisible(AudioOrigin.LINK in self._audio.origins)
        self._remove.setEnabled(self._audio.file.chosen is not None)

    def _on_triggered(self, action: QAction) -> None:
        if action is self._level:
            self._audio.set_wishes(replace(self._audio.wishes, level=action.isChecked()))
        elif action is self._trim:
            self._audio.set_wishes(replace(self._audio.wishes, trim=action.isChecked()))
        elif action is self._check:
            self._audio.set_checks_links(action.isChecked())
        else:
            self._audio.file.remove()
