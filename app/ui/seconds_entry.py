"""Seconds within bounds: a box, a slider beside it where one is wanted, and what is said about the bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui import accessibility
from app.ui.seconds_box import PatientSlider, SecondsBox
from app.ui.theme import restyle

if TYPE_CHECKING:
    from app.domain.provider import SecondsRange

translate = QCoreApplication.translate


class SecondsEntry(QWidget):
    """Whole seconds within `allowed`, chosen in a box and, with a `slider_name`, on a slider too.

    What is typed or pasted outside is taken as the nearest bound at once, and an inline line says so; what
    is no whole number changes nothing, and the line says that. What was wished is remembered: where other
    bounds allow it again, it is back.
    """

    seconds_changed = Signal(int)
    submitted = Signal()
    """Enter was pressed in the box."""

    def __init__(
        self,
        title: str,
        allowed: SecondsRange,
        *,
        box_name: str,
        slider_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._range = allowed
        self._wished: int | None = None
        self._is_lent = False
        self._seconds = allowed.default
        self._is_refused = False
        self._label = QLabel(title)
        self._bounds = QLabel()
        self._slider = PatientSlider(Qt.Orientation.Horizontal)
        self._slider.setAccessibleName(slider_name)
        self._box = SecondsBox()
        self._box.setAccessibleName(box_name)
        self._note = QLabel()
        self._arrange(has_slider=bool(slider_name))
        self._slider.valueChanged.connect(self.set_seconds)
        self._box.typed.connect(self._on_typed)
        self._box.valueChanged.connect(self._on_stepped)
        self._box.emptied.connect(self._on_emptied)
        self._box.misread.connect(self._on_misread)
        self._box.refused.connect(self._on_refused)
        self._box.lineEdit().returnPressed.connect(self.submitted)
        self.set_range(allowed)

    def _arrange(self, *, has_slider: bool) -> None:
        self._label.setBuddy(self._box)
        restyle(self._bounds, tone="muted")
        restyle(self._note, tone="amber")
        self._note.setWordWrap(True)
        self._note.hide()
        title = QHBoxLayout()
        title.addWidget(self._label, stretch=1)
        title.addWidget(self._bounds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(title)
        if has_slider:
            controls = QHBoxLayout()
            controls.setSpacing(12)
            controls.addWidget(self._slider, stretch=1)
            controls.addWidget(self._box)
            column.addLayout(controls)
        else:
            self._slider.setParent(self)
            self._slider.hide()
            title.setSpacing(12)
            title.addWidget(self._box)
        column.addWidget(self._note)

    @property
    def last_stop(self) -> QWidget:
        """The last control that Tab stops at."""
        return self._box

    def set_range(self, allowed: SecondsRange) -> None:
        """Allow other seconds: those wished for, or the nearest bound; the default where none were."""
        if allowed == self._range and self._bounds.text():
            return  # what is being typed stays as it is
        self._range = allowed
        bounds = self.tr("{shortest}–{longest} s").format(shortest=allowed.shortest, longest=allowed.longest)
        self._bounds.setText(bounds)
        self._bounds.setToolTip(self._why())
        self._slider.setToolTip(self._why())
        self._slider.setAccessibleDescription(self._bounds_words())
        with QSignalBlocker(self._slider):
            self._slider.setRange(allowed.shortest, allowed.longest)
        self._box.set_bounds(allowed.shortest, allowed.longest)
        seconds = allowed.default if self._wished is None else self._wished
        self._box.show_seconds(allowed.clamp(seconds))
        self._show(seconds)

    def is_refused(self) -> bool:
        """Whether what stands in the box is no whole number, so that `seconds` is not what was typed."""
        return self._is_refused

    def seconds(self) -> int:
        """Return the seconds, always within the range."""
        return self._seconds

    def wished(self) -> int | None:
        """Return the seconds last asked for, also where the range does not allow them; None for none yet."""
        return self._wished

    def set_seconds(self, seconds: int) -> None:
        """Set the seconds; the nearest bound, and a line that says so, where they are outside."""
        self._box.show_seconds(self._range.clamp(seconds))
        self._on_typed(seconds)

    def lend(self, seconds: int) -> None:
        """Set the seconds for now; those wished for stay what they are, and come again with `give_back`."""
        self._box.show_seconds(self._range.clamp(seconds))
        self._is_lent = True
        self._show(seconds)

    def give_back(self) -> None:
        """Set the seconds wished for, unless others have been chosen since they were lent."""
        if self._is_lent:
            self._is_lent = False
            seconds = self._range.default if self._wished is None else self._wished
            self._box.show_seconds(self._range.clamp(seconds))
            self._show(seconds)

    def _on_stepped(self, seconds: int) -> None:
        if seconds != self._seconds:  # else it is the end of an entry, already taken and remarked on
            self._on_typed(seconds)

    def _on_typed(self, seconds: int) -> None:
        self._wished = seconds
        self._is_lent = False
        self._show(seconds)

    def _show(self, seconds: int) -> None:
        self._is_refused = False
        if seconds > self._range.longest:
            self._say(self._too_long())
        elif seconds < self._range.shortest:
            self._say(self.tr("At least {shortest} s").format(shortest=self._range.shortest))
        else:
            self._say("")
        self._take(self._range.clamp(seconds))

    def _too_long(self) -> str:
        if not self._range.why:
            return self.tr("At most {longest} s").format(longest=self._range.longest)
        return self.tr("At most {longest} s: {why}").format(longest=self._range.longest, why=self._why())

    def _why(self) -> str:
        return translate("Capabilities", self._range.why) if self._range.why else ""

    def _bounds_words(self) -> str:
        return ". ".join(filter(None, (self._bounds.text(), self._why())))

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
        self._box.setAccessibleDescription(sentence or self._bounds_words())
