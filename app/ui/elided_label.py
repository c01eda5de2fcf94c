"""A label that wraps over a few lines and ends in “…” where its place is too small."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """Plain text. Wants room for `lines`, more if the text needs it up to `most`, and makes do with one.

    The whole text is the tool tip while some of it is hidden; a screen reader always gets it all.
    """

    def __init__(
        self, text: str = "", lines: int = 1, parent: QWidget | None = None, *, most: int = 10
    ) -> None:
        super().__init__(text, parent)
        self._lines = lines
        self._most = most
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_lines(self, lines: int) -> None:
        """Want room for that many lines, also where the text needs less."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        spacing = self.fontMetrics().lineSpacing()
        return QSize(self.fontMetrics().horizontalAdvance(self.text()), spacing * self._wanted_lines())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        fitting = max(1, self.height() // self.fontMetrics().lineSpacing())
        lines = self._wrapped()
        shown = lines[:fitting]
        if len(lines) > fitting:
            rest = " ".join(lines[fitting - 1 :])
            shown[-1] = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
        elided = shown != lines
        if elided != bool(self.toolTip()):
            self.setToolTip(self.text() if elided else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        baseline = self.fontMetrics().ascent()
        for number, line in enumerate(shown):
            painter.drawText(QPointF(0, baseline + number * self.fontMetrics().lineSpacing()), line)
        painter.end()

    def _wanted_lines(self) -> int:
        return min(self._most, max(self._lines, len(self._wrapped())))

    def _wrapped(self) -> list[str]:
        return [line for paragraph in self.text().split("\n") for line in self._wrap(paragraph)]

    def _wrap(self, paragraph: str) -> list[str]:
        layout = QTextLayout(paragraph, self.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, self.width()))
            lines.append(paragraph[line.textStart() : line.textStart() + line.textLength()].rstrip())
        layout.endLayout()
        return lines or [""]
