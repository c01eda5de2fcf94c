"""The selected text where no selection can be read: it is copied, read, and what was there put back."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

PATIENCE_MS = 600
"""For the other program to copy: after that it is taken to have nothing selected."""
_LOOK_MS = 50
"""Between two looks: macOS tells Qt of what another program copied only once this one is in front again."""
_RELEASE_MS = 150
"""For the keys to be let go: with Alt still held, copy is another key."""


class CopiedSelection(QObject):
    """Calls `selected` with the text, or with "" where there is none, and is gone."""

    def __init__(self, selected: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._selected = selected
        self._clipboard = QGuiApplication.clipboard()
        self._before = self._kept()
        self._text_before = self._clipboard.text()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_nothing)
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_MS)
        self._looks.timeout.connect(self._on_look)
        QTimer.singleShot(_RELEASE_MS, self, self._copy)

    def _kept(self) -> QMimeData:
        """Return all that is in the clipboard: Qt's own is gone with the copying."""
        kept = QMimeData()
        data = self._clipboard.mimeData()
        for form in data.formats() if data is not None else ():
            kept.setData(form, data.data(form))
        return kept

    def _copy(self) -> None:
        self._clipboard.dataChanged.connect(self._on_copied)
        self._patience.start()
        self._looks.start()
        try:
            press_copy()
        except Exception:
            log.exception("The copying of a selection")  # the library's own errors are each system's
            self._end("")

    def _on_look(self) -> None:
        if self._clipboard.text() != self._text_before:
            self._on_copied()

    def _on_copied(self) -> None:
        self._end(self._clipboard.text())

    def _on_nothing(self) -> None:
        self._end("")

    def _end(self, text: str) -> None:
        self._patience.stop()
        self._looks.stop()
        self._clipboard.dataChanged.disconnect(self._on_copied)
        if text:
            self._clipboard.setMimeData(self._before)
        self._selected(text)
        self.deleteLater()


def press_copy() -> None:
    """Press the keys of copying in whichever program has the focus."""
    from pynput.keyboard import Controller, Key

    keyboard = Controller()
    for held in (Key.alt, Key.shift, Key.ctrl, Key.cmd):
        keyboard.release(held)
    with keyboard.pressed(Key.cmd if sys.platform == "darwin" else Key.ctrl):
        keyboard.tap("c")
