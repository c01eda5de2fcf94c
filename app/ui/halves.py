"""Two halves side by side, or as two tabs where the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

COMPACT_BELOW = 760
"""Narrower than that, the right half becomes a second tab."""


class Halves(QStackedWidget):
    """Shows `left` and `right`, named by the given tab texts where they become tabs."""

    turned = Signal(bool)
    """Whether the halves have just become tabs."""

    def __init__(self, left: QWidget, right: QWidget, names: tuple[str, str], left_width: int) -> None:
        super().__init__()
        self._left, self._right, self._names = left, right, names
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self.addWidget(self._splitter)
        self.addWidget(self._tabs)
        self._put_side_by_side()
        self._splitter.setSizes([left_width, 2 * left_width])
        self._split = self._splitter.saveState()

    @property
    def is_compact(self) -> bool:
        """Whether the halves are tabs now."""
        return self.currentWidget() is self._tabs

    def split(self) -> QByteArray:
        """Return how the two share the room, also while they are tabs."""
        return self._split if self.is_compact else self._splitter.saveState()

    def restore_split(self, split: QByteArray) -> None:
        """Share the room as `split` says; what is no split changes nothing."""
        self._splitter.restoreState(split)

    def show_half(self, index: int) -> None:
        """Bring the left (0) or right (1) half to the front where they are tabs."""
        if self.is_compact:
            self._tabs.setCurrentIndex(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < COMPACT_BELOW
        if is_narrow == self.is_compact:
            return
        focus = self.window().focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        if is_narrow:
            self._split = self._splitter.saveState()
            self._put_in_tabs()
        else:
            self._put_side_by_side()
            self._splitter.restoreState(self._split)
        self.turned.emit(is_narrow)
        if focus is not None and had_focus:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)  # moving into another parent has lost it

    def _put_in_tabs(self) -> None:
        for half, name in zip((self._left, self._right), self._names, strict=True):
            self._tabs.addTab(half, name)
        self.setCurrentWidget(self._tabs)

    def _put_side_by_side(self) -> None:
        for half in (self._left, self._right):
            self._splitter.addWidget(half)
            half.show()
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self.setCurrentWidget(self._splitter)
