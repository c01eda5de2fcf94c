"""How long to ring: a slider and a spin box that are always of one mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui import accessibility
from app.ui.seconds_box import PatientSlider, SecondsBox
from app.ui.theme import restyle

if TYPE_CHECKING:
    from app.domain.provider import RingRange


class RingDuration(QWidget):
    """Whole seconds within `ring`.

    What is typed or pasted outside is taken as the nearest bound at once, and an inline line says so; what
    is no whole number changes nothing, and the line says that.
    """

    seconds_changed = Signal(int)

    def __init__(self, ring: RingRange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._range = ring
        self._seconds = ring.default
        self._is_refused = False
        self._label = QLabel(self.tr("Ring for"))
        self._bounds = QLabel()
        self._slider = PatientSlider(Qt.Orientation.Horizontal)
        self._box = SecondsBox()
        self._note = QLabel()
        self._arrange()
        self._slider.valueChanged.connect(self.set_seconds)
        self._box.typed.connect(self._on_typed)
        self._box.valueChanged.connect(self._on_stepped)
        self._box.emptied.connect(self._on_emptied)
        self._box.misread.connect(self._on_misread)
        self._box.refused.connect(self._on_refused)
        self.set_range(ring)

    def _arrange(self) -> None:
        self._slider.setAccessibleName("Ring duration")
        self._box.setAccessibleName("Ring duration in seconds")
        self._label.setBuddy(self._box)
        restyle(self._bounds, tone="muted")
        restyle(self._note, tone="amber")
        self._note.setWordWrap(True)
        self._note.hide()

        title = QHBoxLayout()
        title.addWidget(self._label, stretch=1)
        title.addWidget(self._bounds)
        controls = QHBoxLayout()
        controls.setSpacing(12)
        controls.addWidget(self._slider, stretch=1)
        controls.addWidget(self._box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(title)
        column.addLayout(controls)
        column.addWidget(self._note)

    @property
    def last_stop(self) -> QWidget:
        """The last control that Tab stops at."""
        return self._box

    def set_range(self, ring: RingRange) -> None:
        """Allow other seconds; the present ones are kept, or moved to the nearest bound."""
        if ring == self._range and self._bounds.text():
            return  # what is being typed stays as it is
        self._range = ring
        bounds = self.tr("{shortest}–{longest} s").format(shortest=ring.shortest, longest=ring.longest)
        self._bounds.setText(bounds)
        self._slider.setAccessibleDescription(bounds)
        with QSignalBlocker(self._slider):
            self._slider.setRange(ring.shortest, ring.longest)
        self._box.set_bounds(ring.shortest, ring.longest)
        self.set_seconds(self._seconds)

    def is_refused(self) -> bool:
        """Whether what stands in the box is no whole number, so that `seconds` is not what was typed."""
        return self._is_refused

    def seconds(self) -> int:
        """Return the seconds, always within the range."""
        return self._seconds

    def set_seconds(self, seconds: int) -> None:
        """Set the seconds; the nearest bound, and a line that says so, where they are outside."""
        self._box.show_seconds(self._range.clamp(seconds))
        self._on_typed(seconds)

    def _on_stepped(self, seconds: int) -> None:
        if seconds != self._seconds:  # else it is the end of an entry, already taken and remarked on
            self._on_typed(seconds)

    def _on_typed(self, seconds: int) -> None:
        self._is_refused = False
        if seconds > self._range.longest:
            self._say(self.tr("At most {longest} s").format(longest=self._range.longest))
        elif seconds < self._range.shortest:
            self._say(self.tr("At least {shortest} s").format(shortest=self._range.shortest))
        else:
            self._say("")
        self._take(self._range.clamp(seconds))

    def _on_emptied(self) -> None:
        self._take(self._box.value())

    def _on_misread(self) -> None:
        self._take(self._box.value())
        self._on_refused()

    def _on_refused(self) -> None:
        self._is_refused = True
        self._say(
            self.tr("Enter whole seconds from {shortest} to {longest}").format(
                shortest=self._range.shortest, longest=self._range.longest
            )
        )

    def _take(self, seconds: int) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setValue(seconds)
        if seconds != self._seconds:
            self._seconds = seconds
            self.seconds_changed.emit(seconds)

    def _say(self, sentence: str) -> None:
        if sentence and sentence != self._note.text():
            accessibility.announce(self._box, sentence)
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        self._box.setAccessibleDescription(sentence or self._bounds.text())
