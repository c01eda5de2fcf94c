"""The account that calls go through: its name, provider, and connection in a dot and in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from app.domain.provider import Connection, Line
from app.ui.colors import current_colors
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from collections.abc import Sequence

translate = QCoreApplication.translate

_DOT = 8
_PADDING = 12
_ARROW = 28
_LEAST_NAME = 48


@dataclass(frozen=True, slots=True)
class AccountItem:
    """One account as the selector shows it."""

    id: str
    name: str
    provider: str
    line: Line
    detail: str = ""
    """The provider's own word for the state of the line."""
    is_managed: bool = False
    """Whether administrators have set it up."""

    @property
    def line_words(self) -> str:
        """Name the state of the line, with what the provider adds to it."""
        return connection_words(Connection(self.line, self.detail))


def line_words(line: Line) -> str:
    """Name the state of a line."""
    match line:
        case Line.CONNECTED:
            return translate("Line", "Connected")
        case Line.CONNECTING:
            return translate("Line", "Connecting")
        case Line.DISCONNECTED:
            return translate("Line", "Disconnected")
        case Line.UNKNOWN:
            return translate("Line", "Unknown")


def connection_words(connection: Connection) -> str:
    """Name the state of a line, with its detail where that says more."""
    words, detail = line_words(connection.line), connection.detail
    says_more = detail not in {"", connection.line.value}
    if connection.line is not Line.DISCONNECTED and " " not in detail:
        says_more = False  # a code word for the same
    return f"{words} ({detail_words(detail)})" if says_more else words


class AccountSelector(QComboBox):
    """Chooses one of the accounts."""

    account_chosen = Signal(str)
    """The id of the account the operator has just chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Account")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        self._items: tuple[AccountItem, ...] = ()
        self.activated.connect(self._on_activated)

    def show_accounts(self, items: Sequence[AccountItem], chosen: str | None) -> None:
        """Show these accounts, with the one of that id chosen."""
        if tuple(items) != self._items:
            self._items = tuple(items)
            self.clear()
            for item in items:
                self.addItem(f"{item.name}  " + " · ".join(_facts(item)), item.id)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setVisible(bool(items))
        current = self._current()
        description = ", ".join((current.name, *_facts(current))) if current else ""
        self.setAccessibleDescription(description)
        self.setToolTip(description)
        self.updateGeometry()
        self.update()

    def _current(self) -> AccountItem | None:
        index = self.currentIndex()
        return self._items[index] if 0 <= index < len(self._items) else None

    def _on_activated(self, index: int) -> None:
        self.account_chosen.emit(self._items[index].id)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        current = self._current()
        if current is None:
            return super().sizeHint()
        name = QFontMetrics(self._bold()).horizontalAdvance(current.name)
        rest = self.fontMetrics().horizontalAdvance(_rest(current))
        width = _PADDING + _DOT + 8 + name + 8 + rest + _ARROW + 4
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        if (current := self._current()) is not None:
            self._paint_account(painter, current)
        painter.end()

    def _paint_account(self, painter: QPainter, current: AccountItem) -> None:
        colors = current_colors()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_dot_color(current.line)))
        painter.drawEllipse(QRect(_PADDING, round(middle - _DOT / 2), _DOT, _DOT))
        left, room = _PADDING + _DOT + 8, self.width() - _ARROW
        name, rest = self._fitting(current, room - left)
        for font, color, text in ((self._bold(), colors.text, name), (self.font(), colors.muted, rest)):
            painter.setFont(font)
            painter.setPen(QColor(color))
            area = QRect(left, 0, max(0, room - left), self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            left += QFontMetrics(font).horizontalAdvance(text) + 8

    def _fitting(self, current: AccountItem, room: int) -> tuple[str, str]:
        """Return the name and what has room beside it: the provider goes first, the line's state last."""
        bold, plain = QFontMetrics(self._bold()), self.fontMetrics()
        name = bold.horizontalAdvance(current.name)
        for rest in (_rest(current), current.line_words):
            if name + 8 + plain.horizontalAdvance(rest) <= room:
                return current.name, rest
        rest = line_words(current.line)
        left = room - 8 - plain.horizontalAdvance(rest)
        if left < min(name, _LEAST_NAME):
            rest, left = "", room
        return bold.elidedText(current.name, Qt.TextElideMode.ElideRight, max(0, left)), rest


def _facts(item: AccountItem) -> list[str]:
    managed = [translate("AccountSelector", "set by your administrator")] if item.is_managed else []
    return [item.provider, item.line_words, *managed]


def _rest(item: AccountItem) -> str:
    return f"{item.provider} · {item.line_words}"


def _dot_color(line: Line) -> str:
    colors = current_colors()
    return {Line.CONNECTED: colors.green, Line.CONNECTING: colors.amber, Line.DISCONNECTED: colors.red}.get(
        line, colors.outline
    )
