"""Contacts that seem to be one person: which name stays is chosen, and the numbers are united."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.dialog import Dialog
from app.ui.duplicate_choice import DuplicateChoice
from app.ui.icons import BEFORE_TEXT, Icon, icon
from app.ui.notice import Severity
from app.ui.notice_board import NoticeBoard
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from app.domain.contact import Contact
    from app.services.contact_book import ContactBook
    from app.services.tasks import Tasks

_SIZE = (520, 600)
_SMALLEST = (340, 480)
_LIST_HEIGHT = 152
_ROW_HEIGHT = 34
_TROUBLE = "trouble"
_AT_ONCE = 100
"""Groups that are listed; when they are done with, there may be more."""


class ContactsDuplicates(Dialog):
    """Lists groups, and merges one at a time. What is skipped stays, and is listed again next time."""

    _found = Signal(object)
    _merged = Signal(object)

    def __init__(self, book: ContactBook, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._tasks = tasks
        self._groups: list[tuple[Contact, ...]] = []
        self._skipped: set[frozenset[str]] = set()
        """The groups that are left as they are, each by its ids."""
        self._done = 0
        self._is_busy = False
        self.setWindowTitle(self.tr("Duplicate contacts"))
        self.setAccessibleName("Duplicate contacts")
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self._state = QLabel()
        self._state.setWordWrap(True)
        self._list = QListWidget()
        self._list.setProperty("rows", True)
        self._list.setAccessibleName(self.tr("Groups of duplicates"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._choice = DuplicateChoice()
        self._merge = QPushButton(icon(Icon.MERGE), self.tr("Merge"))
        self._merge.setIconSize(BEFORE_TEXT)
        self._merge.setToolTip(self.tr("Make one contact of these (Ctrl+Enter)"))
        self._skip = QPushButton(self.tr("Skip"))
        self._skip.setToolTip(self.tr("Leave these as they are"))
        self._close = QPushButton(self.tr("Close"))
        self.board = NoticeBoard(self._merge)
        self._lay_out()
        self._list.currentRowChanged.connect(self._on_row)
        self._merge.clicked.connect(self.merge)
        self._skip.clicked.connect(self.skip)
        self._close.clicked.connect(self.accept)
        self._found.connect(self._on_found)
        self._merged.connect(self._on_merged)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.merge)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._merge, self._skip):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._close.setAutoDefault(False)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._state)
        column.addWidget(self._list)
        column.addWidget(self._choice, stretch=1)
        column.addStretch()  # where there is no choice to make
        column.addWidget(self.board)
        column.addLayout(buttons)

    def look(self) -> None:
        """Look for duplicates anew."""
        self._done = 0
        self._skipped = set()
        self._list.clear()
        self._groups = []
        self._ask()

    def _ask(self) -> None:
        self._is_busy = True
        self._state.setText(self.tr("Looking for duplicates…"))
        self._show_state()
        self._tasks.start(
            self._book.duplicates(_AT_ONCE + len(self._skipped)), "duplicate contacts", self._found.emit
        )

    def _on_found(self, result: object) -> None:
        self._is_busy = False
        if isinstance(result, list):
            self._groups = [group for group in result if _ids(group) not in self._skipped]
            self._list.addItems([_group_words(group) for group in self._groups])
            self._fit_list()
            self._list.setCurrentRow(0)
        else:
            self._say_trouble(result)
        self._show_state()
        if self._groups:
            self._choice.focus_first()

    def _fit_list(self) -> None:
        self._list.setFixedHeight(min(_LIST_HEIGHT, len(self._groups) * _ROW_HEIGHT + 8))

    def _on_row(self, row: int) -> None:
        self._choice.show_group(self._groups[row] if 0 <= row < len(self._groups) else ())

    def _show_state(self) -> None:
        has_groups = bool(self._groups)
        for part in (self._list, self._choice, self._merge, self._skip):
            part.setVisible(has_groups)
        for button in (self._merge, self._skip):
            button.setEnabled(not self._is_busy)
        if self._is_busy and not has_groups:
            return
        if has_groups:
            self._state.setText(
                self.tr("The same number or the same name more than once. Groups left: {count}.").format(
                    count=self.locale().toString(len(self._groups))
                )
            )
        elif self._done:
            self._state.setText(self.tr("That was all."))
        else:
            self._state.setText(self.tr("No number and no name is there twice."))

    # --- done by the operator -------------------------------------------------------------------------

    def merge(self) -> None:
        """Make one contact of the group that is shown."""
        row = self._list.currentRow()
        if self._is_busy or not 0 <= row < len(self._groups):
            return
        keep = self._choice.chosen()
        self._is_busy = True
        self.board.take_down(_TROUBLE)
        self._show_state()
        group = self._groups[row]
        others = [each.id for each in group if each.id != keep.id]
        self._tasks.start(self._book.merge(keep, others), "merging contacts", self._merged.emit)

    def _on_merged(self, result: object) -> None:
        self._is_busy = False
        if isinstance(result, Exception):
            self._say_trouble(result)
            self._show_state()
        else:
            self._go_on()

    def skip(self) -> None:
        """Leave the group that is shown, and go on to the next."""
        row = self._list.currentRow()
        if not self._is_busy and 0 <= row < len(self._groups):
            self._skipped.add(_ids(self._groups[row]))
            self._go_on()

    def _go_on(self) -> None:
        """Show the next group; after the last one look for more."""
        row = self._list.currentRow()
        had_focus = self.focusWidget()
        del self._groups[row]
        self._done += 1
        self._list.takeItem(row)
        self._fit_list()
        self._on_row(self._list.currentRow())
        if not self._groups:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)
            self._ask()
            return
        self._show_state()
        if had_focus not in {self._merge, self._skip}:
            self._choice.focus_first()

    def _say_trouble(self, result: object) -> None:
        self.board.show_notice(_TROUBLE, Severity.ERROR, detail_words(str(result)))


def _ids(group: tuple[Contact, ...]) -> frozenset[str]:
    return frozenset(contact.id for contact in group)


def _group_words(group: tuple[Contact, ...]) -> str:
    names = dict.fromkeys(contact.name for contact in group)
    return f"{len(group)} · " + ", ".join(names)
