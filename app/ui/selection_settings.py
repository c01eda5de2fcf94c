"""In the settings: the keys, anywhere in the system, that fill in the number which is selected there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.icons import Icon, Tint
from app.ui.remark import Remark
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from collections.abc import Callable

_PORTABLE = QKeySequence.SequenceFormat.PortableText


class SelectionSettings(QWidget):
    """`trouble` returns why the keys are not, or could not be, listened to."""

    chosen = Signal(str)
    """The keys, as QKeySequence has them, portable; "" for none."""

    def __init__(self, keys: str, trouble: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = keys
        self._trouble = trouble
        title = QLabel(self.tr("Call what is selected"))
        self._edit = QKeySequenceEdit(QKeySequence(keys))
        self._edit.setMaximumSequenceLength(1)
        self._edit.setAccessibleName(self.tr("Keys that call what is selected"))
        title.setBuddy(self._edit)
        line = self._edit.findChild(QLineEdit)
        if line is not None:
            line.setPlaceholderText(self.tr("Off: press keys"))
        self._off = QPushButton(self.tr("Off"))
        self._off.setAccessibleName(self.tr("No keys for what is selected"))
        self._off.setAutoDefault(False)
        hint = QLabel(
            self.tr(
                "With these keys, in any program, the number selected there is filled in; nothing is dialled."
            )
        )
        hint.setWordWrap(True)
        hint.setProperty("tone", "muted")
        self._remark = Remark(Icon.ALERT, Tint.AMBER)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._edit, stretch=1)
        row.addWidget(self._off)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(title)
        column.addLayout(row)
        column.addWidget(hint)
        column.addWidget(self._remark)
        self._edit.editingFinished.connect(self._on_edited)
        self._off.clicked.connect(self._on_off)
        self.refresh()

    def refresh(self) -> None:
        """Say whether the keys can be used."""
        self._remark.say(detail_words(self._trouble()))
        self._off.setEnabled(bool(self._kept))

    def _on_edited(self) -> None:
        self._choose(self._edit.keySequence().toString(_PORTABLE))

    def _on_off(self) -> None:
        self._edit.clear()
        self._edit.setFocus()
        self._choose("")

    def _choose(self, keys: str) -> None:
        if keys != self._kept:
            self._kept = keys
            self.chosen.emit(keys)
