"""How the history's columns share the width of its table, and which give way where there is too little."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics

from app.ui.history_delegate import MARK
from app.ui.history_row import Column, day_and_time, short_clock

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

translate = QCoreApplication.translate

_PADDING = 12
_NARROW_PADDING = 8
_NAME, _ACCOUNT = 108, 108
_LEAST_DETAIL = 88
"""With less room than that, what was noted is left to a mark and the tool tip."""


class Widths:
    """What each column needs in that font."""

    def __init__(self, font: QFont) -> None:
        metrics = QFontMetrics(font)
        texts = {
            column: max(map(metrics.horizontalAdvance, texts)) for column, texts in _long_texts().items()
        }
        self._needed = {column: width + 2 * _PADDING for column, width in texts.items()}
        self._needed |= {Column.NAME: _NAME, Column.ACCOUNT: _ACCOUNT, Column.DETAIL: _LEAST_DETAIL}
        self._clock = metrics.horizontalAdvance(short_clock(_long_ago())) + 2 * _NARROW_PADDING
        self._number = texts[Column.NUMBER] + 2 * _NARROW_PADDING
        self._outcome = (
            metrics.horizontalAdvance("● " + translate("Call", "Not answered")) + 2 * _NARROW_PADDING
        )

    def within(self, width: int, *, names: bool, accounts: bool) -> dict[Column, int]:
        """Return the columns to show in `width` pixels, with their widths.

        Where not even time, number and outcome fit, they are as `is_narrow` has them. `names`, `accounts`:
        whether there is something to say in these columns.
        """
        wanted = [Column.TIME, Column.NUMBER, Column.OUTCOME]
        more = [Column.NAME] * names + [Column.DETAIL, Column.KIND] + [Column.ACCOUNT] * accounts
        left = width - sum(self._needed[column] for column in wanted)
        for column in more:
            if left >= self._needed[column]:
                wanted.append(column)
                left -= self._needed[column]
        if left < 0:
            return self._narrow(width)
        widths = {column: self._needed[column] for column in wanted}
        if Column.DETAIL not in widths:
            widths[Column.NUMBER] += min(left, MARK)
            if Column.NAME in widths:
                widths[Column.NAME] += max(0, left - MARK)
        return widths

    def is_narrow(self, width: int) -> bool:
        """Whether the columns stand closer together, and an earlier day has no time."""
        return width < sum(self._needed[column] for column in (Column.TIME, Column.NUMBER, Column.OUTCOME))

    def _narrow(self, width: int) -> dict[Column, int]:
        """Give the outcome what most need, and the number what is left, up to a whole one with a mark."""
        left = width - self._clock - self._outcome
        number = max(self._number - MARK, min(left, self._number + MARK))
        return {
            Column.TIME: self._clock,
            Column.NUMBER: number,
            Column.OUTCOME: max(0, width - self._clock - number),
        }


def _long_texts() -> dict[Column, tuple[str, ...]]:
    """Return the longest texts that are usual in each column."""
    return {
        Column.TIME: tuple(day_and_time(_long_ago(year)) for year in (datetime.now(UTC).year, 2020)),
        Column.NUMBER: ("+55 11 99999-0000",),
        Column.KIND: (
            translate("Call", "Audio") + " 00:00",
            translate("Call", "Ring {seconds} s").format(seconds=60),
        ),
        Column.OUTCOME: (
            "? " + translate("Call", "May have been placed"),
            "○ " + translate("Call", "Should be ringing"),
        ),
    }


def _long_ago(year: int = 2020) -> datetime:
    return datetime.now(UTC).astimezone().replace(year=year, month=10, day=28, hour=22, minute=58)
