"""The do-not-call list in a window: searched, added to, taken from, imported and exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.dialog import Dialog
from app.ui.do_not_call_entry import DoNotCallForm
from app.ui.do_not_call_files import TROUBLE, DoNotCallFiles
from app.ui.do_not_call_model import DoNotCallModel
from app.ui.flow_layout import FlowLayout
from app.ui.icons import BEFORE_TEXT, Icon, icon
from app.ui.notice import NoticeAction, Severity
from app.ui.notice_board import NoticeBoard
from app.ui.search_look import look_like_search
from app.ui.two_lines import TwoLines
from app.ui.wording import detail_words
from app.ui.working_bar import WorkingBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.phone_number import PhoneNumber
    from app.services.do_not_call import DoNotCallEntry, DoNotCallList
    from app.services.tasks import Tasks

_SIZE = (560, 600)
_SMALLEST = (340, 440)
_REMOVAL, _LOST = "removal", "lost"
_REMOVE, _KEEP, _ACCEPT, _IMPORT = "remove", "keep", "accept", "import"


class DoNotCallDialog(Dialog):
    """Shows a DoNotCallList. `region` is the country of numbers written without one."""

    changed = Signal()
    """Somebody is on the list, or off it, who was not before."""
    _lost_named = Signal(object)
    _accepted = Signal(object)
    _removed = Signal(object)

    def __init__(
        self,
        numbers: DoNotCallList,
        tasks: Tasks,
        region: Callable[[], str | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._numbers = numbers
        self._tasks = tasks
        self._region = region
        self._removing: DoNotCallEntry | None = None
        self.setWindowTitle(self.tr("Do-not-call list"))
        self.setAccessibleName("Do-not-call list")
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self.form = DoNotCallForm(numbers, tasks, region)
        self._search = QLineEdit()
        self._search.setAccessibleName(self.tr("Search the do-not-call list"))
        self._search.setPlaceholderText(self.tr("Search by number or reason"))
        look_like_search(self._search)
        self.model = DoNotCallModel(numbers, tasks)
        self._list = self._list_view()
        self._count = QLabel()
        self._count.setProperty("tone", "muted")
        self._remove = QPushButton(icon(Icon.TRASH), self.tr("Remove"))
        self._import_button = QPushButton(icon(Icon.IMPORT), self.tr("Import…"))
        self._export = QPushButton(icon(Icon.EXPORT), self.tr("Export…"))
        for button in (self._remove, self._import_button, self._export):
            button.setIconSize(BEFORE_TEXT)
        self._bar = WorkingBar()
        self.board = NoticeBoard(self._export)
        self.files = DoNotCallFiles(numbers, tasks, region, self._bar, self.board, self)
        self._lay_out()
        self._connect()
        self._on_selected()

    def _list_view(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(TwoLines(view))
        view.setAccessibleName(self.tr("People not to be called"))
        view.setUniformItemSizes(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return view

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        for button in (self._remove, self._import_button, self._export):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for part in (self.form, self._search):
            column.addWidget(part)
        column.addWidget(self._list, stretch=1)
        column.addWidget(self._count)
        column.addLayout(buttons)
        column.addWidget(self._bar)
        column.addWidget(self.board)

    def _connect(self) -> None:
        self.form.added.connect(self._on_added)
        self._search.textChanged.connect(self.model.search)
        self.model.counted.connect(self._on_counted)
        self.model.unreadable.connect(self._say_trouble)
        self.model.modelReset.connect(self._on_reset)
        self._list.selectionModel().selectionChanged.connect(self._on_selected)
        self._remove.clicked.connect(self._on_remove)
        self._import_button.clicked.connect(self.files.choose_import)
        self._export.clicked.connect(self.files.choose_export)
        self.board.action_triggered.connect(self._on_action)
        self._lost_named.connect(self._on_lost_named)
        self._accepted.connect(self._on_accepted)
        self._removed.connect(self._on_removed)
        self.files.imported.connect(self._tell)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._on_find)

    def begin(self, number: PhoneNumber | None = None) -> None:
        """Open, with `number` filled in to be added if there is one."""
        self.model.refresh()
        self._tasks.start(self._numbers.lost(), "lost do-not-call list", self._lost_named.emit)
        self.open()
        if number is not None:
            self.form.fill_in(number)
        else:
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Give up what is under way or asked, or else close."""
        if self.files.is_exporting:
            self._bar.cancel()
        elif self.board.shows(_REMOVAL):
            self._ask_no_more()
        else:
            super().reject()

    # --- shown ----------------------------------------------------------------------------------------

    def _on_counted(self, count: int) -> None:
        shown = QLocale().toString(count)
        if self._search.text().strip():
            self._count.setText(self.tr("{count} found").format(count=shown))
        elif count:
            self._count.setText(self.tr("{count} on the list").format(count=shown))
        else:
            self._count.setText(self.tr("Nobody is on the list yet."))

    def _on_reset(self) -> None:
        self._list.setCurrentIndex(self.model.index(0))
        self._on_selected()

    def _on_selected(self) -> None:
        self._remove.setEnabled(self._chosen() is not None)

    def _chosen(self) -> DoNotCallEntry | None:
        rows = self._list.selectionModel().selectedRows()
        return self.model.entry(rows[0].row()) if rows else None

    def _on_find(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _say_trouble(self, sentence: str) -> None:
        self.board.show_notice(TROUBLE, Severity.ERROR, detail_words(sentence))

    # --- added and removed ----------------------------------------------------------------------------

    def _on_added(self, _entry: object) -> None:
        self._search.clear()
        self._tell()

    def _tell(self) -> None:
        self.board.take_down(TROUBLE)
        self.model.refresh()
        self.changed.emit()

    def _on_remove(self) -> None:
        if (entry := self._chosen()) is None:
            return
        self._removing = entry
        words = self.tr("Take {number} off the list?").format(number=entry.number.formatted)
        actions = [NoticeAction(_REMOVE, self.tr("Take off")), NoticeAction(_KEEP, self.tr("Keep"))]
        self.board.show_notice(_REMOVAL, Severity.WARNING, words, actions, dismissible=False)
        if (notice := self.board.notice(_REMOVAL)) is not None:
            notice.button(_KEEP).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_no_more(self) -> None:
        self.board.take_down(_REMOVAL)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_removed(self, result: object) -> None:
        if isinstance(result, Exception):
            self._say_trouble(str(result))
        else:
            self._tell()

    # --- a list that was lost -------------------------------------------------------------------------

    def _on_lost_named(self, name: object) -> None:
        if not isinstance(name, str) or not name:
            self.board.take_down(_LOST)
            return
        words = self.tr(
            "The list was damaged and is kept as {name}. Until you decide, every call is stopped: nobody "
            "knows who stood on it."
        )
        actions = [
            NoticeAction(_IMPORT, self.tr("Import a list…")),
            NoticeAction(_ACCEPT, self.tr("Go on with the list as it is now")),
        ]
        self.board.show_notice(_LOST, Severity.ERROR, words.format(name=name), actions, dismissible=False)

    def _on_accepted(self, result: object) -> None:
        if isinstance(result, Exception):
            self._say_trouble(str(result))
        else:
            self.board.take_down(_LOST)
            self.changed.emit()

    def _on_action(self, subject: str, key: str) -> None:
        if subject == _REMOVAL:
            self._ask_no_more()
            if key == _REMOVE and self._removing is not None:
                work = self._numbers.remove(self._removing.person)
                self._tasks.start(work, "do-not-call list", self._removed.emit)
        elif key == _IMPORT:
            self.files.choose_import()
        elif key == _ACCEPT:
            self._tasks.start(self._numbers.accept_loss(), "do-not-call list", self._accepted.emit)
