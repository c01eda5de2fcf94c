"""The choice between Ring, Audio and Agent, as a segmented control of radio buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from app.domain.call import CallKind
from app.ui.colors import current_colors

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QResizeEvent

_HEIGHT = 34
_RADIUS = 6


class CallType(QGroupBox):
    """Shows only the kinds that the account can do, and nothing at all where there is no choice."""

    kind_changed = Signal(object)

    def __init__(self, kinds: frozenset[CallKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Call type")
        self.setProperty("segmented", True)
        self._segments = {
            CallKind.RING: _Segment(self.tr("Ring"), "Ring"),
            CallKind.AUDIO: _Segment(self.tr("Audio"), "Audio"),
            CallKind.AGENT: _Segment(self.tr("Agent"), "Agent"),
        }
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for segment in self._segments.values():
            self._group.addButton(segment)
            row.addWidget(segment)
        self._kind = self._wished = CallKind.RING
        self._segments[self._kind].setChecked(True)
        self._group.buttonToggled.connect(self._on_toggled)
        self._let_tab_reach_the_chosen()
        self.set_kinds(kinds)

    def set_kinds(self, kinds: frozenset[CallKind]) -> None:
        """Show these kinds; the one chosen last that is among them is chosen, or else the first."""
        for kind, segment in self._segments.items():
            segment.setVisible(kind in kinds)
        wished = self._wished
        if wished in kinds:
            self.set_kind(wished)
        elif kinds:
            self.set_kind(next(kind for kind in self._segments if kind in kinds))
            self._wished = wished  # for another account
        if len(kinds) <= 1:
            self.hide()
        elif self.parentWidget() is not None:  # without one it would open as a window
            self.show()

    def kind(self) -> CallKind:
        """Return the chosen kind."""
        return self._kind

    def set_kind(self, kind: CallKind) -> None:
        """Choose `kind`; one that is not shown is ignored."""
        if not self._segments[kind].isHidden():
            self._segments[kind].setChecked(True)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._reclaim_title_room()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        self._reclaim_title_room()

    def _reclaim_title_room(self) -> None:
        """Undo the margins that a group box keeps for the title and frame it does not have here."""
        self.setContentsMargins(0, 0, 0, 0)

    def _let_tab_reach_the_chosen(self) -> None:
        """Have Tab stop at the chosen kind; the arrow keys lead to the others."""
        for segment in self._segments.values():
            is_stop = segment.isChecked()
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def _on_toggled(self) -> None:
        self._let_tab_reach_the_chosen()
        chosen = next(kind for kind, segment in self._segments.items() if segment.isChecked())
        if chosen is not self._kind:
            self._kind = self._wished = chosen
            self.kind_changed.emit(chosen)


class _Segment(QRadioButton):
    """A radio button without its dot: the chosen one stands out, and is pressed anywhere."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 24, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint, /) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.hasFocus():
            width = 2 if self.hasFocus() else 1
            painter.setPen(QPen(QColor(colors.accent if self.hasFocus() else colors.hairline), width))
            painter.setBrush(QColor(colors.raised) if self.isChecked() else Qt.BrushStyle.NoBrush)
            inset = width / 2
            frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        lively = self.isChecked() or self.underMouse()
        color = colors.text if lively else colors.muted
        painter.setPen(QColor(color if self.isEnabled() else colors.disabled))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
