"""The list of contacts: searched as one types, with what can be done with all of them below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.accessibility import announce
from app.ui.contact_draft import NEW
from app.ui.contact_words import contacts_words
from app.ui.contacts_export import ContactsExport
from app.ui.contacts_model import ContactsModel
from app.ui.flow_layout import FlowLayout
from app.ui.icons import BEFORE_TEXT, Icon, IconButton, icon
from app.ui.search_look import look_like_search
from app.ui.two_lines import TwoLines
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelection

    from app.domain.contact import Contact
    from app.services.contact_book import ContactBook
    from app.services.tasks import Tasks


class ContactsList(QWidget):
    """Shows a ContactsModel, its search, and how many there are."""

    selected = Signal(object)
    """The Contact whose row was chosen."""
    new_pressed = Signal()
    activated = Signal()
    """Enter or a double click on the row that is chosen."""
    remove_pressed = Signal()
    import_pressed = Signal()
    export_pressed = Signal()
    duplicates_pressed = Signal()

    def __init__(self, book: ContactBook, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ContactsModel(book, tasks)
        self.line = QLineEdit()
        self.line.setAccessibleName("Search contacts")
        self.line.setPlaceholderText(self.tr("Search name or number…"))
        look_like_search(self.line)
        self._new = self._button(Icon.ADD, self.tr("New"), self.new_pressed)
        self._new.setAccessibleName("New contact")
        self.view = QListView()
        self.view.setAccessibleName("Contact list")
        self.view.setModel(self.model)
        self.view.setItemDelegate(TwoLines(self))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._nothing = QLabel()
        self._nothing.setProperty("tone", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._count = QLabel()
        self._count.setProperty("tone", "muted")
        self._actions = QWidget()
        self._menu = QMenu(self)
        self._more = IconButton(Icon.MORE, self.tr("Import, export, duplicates"))
        self._more.clicked.connect(self._open_menu)
        self._more.hide()
        self.export_bar = ContactsExport(book, tasks, self.view)
        self._lay_out()
        self._connect()
        self._show_whether_empty()

    def _button(self, picture: Icon, text: str, slot: object) -> QPushButton:
        button = QPushButton(icon(picture), text)
        button.setIconSize(BEFORE_TEXT)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 16, 16, 8)
        head.setSpacing(8)
        head.addWidget(self.line, stretch=1)
        head.addWidget(self._new)
        head.addWidget(self._more)
        files = FlowLayout()
        files.setContentsMargins(16, 8, 16, 16)
        for picture, text, signal in (
            (Icon.IMPORT, self.tr("Import…"), self.import_pressed),
            (Icon.EXPORT, self.tr("Export…"), self.export_pressed),
            (Icon.MERGE, self.tr("Duplicates…"), self.duplicates_pressed),
        ):
            files.addWidget(self._button(picture, text, signal))
            self._menu.addAction(icon(picture), text).triggered.connect(signal)
        self._actions.setLayout(files)
        self._nothing.setContentsMargins(16, 12, 16, 12)
        self._count.setContentsMargins(16, 4, 16, 4)
        self.export_bar.setContentsMargins(16, 0, 16, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, stretch=1)
        column.addWidget(self._nothing, stretch=1)
        column.addWidget(self._count)
        column.addWidget(self.export_bar)
        column.addWidget(self._actions)

    def _connect(self) -> None:
        self.line.textEdited.connect(self.model.search)
        self.line.textChanged.connect(self._on_text_changed)
        self.view.selectionModel().selectionChanged.connect(self._on_selected)
        self.view.activated.connect(self._on_activated)
        self.model.modelReset.connect(self._show_whether_empty)
        self.model.counted.connect(self._on_counted)
        self.model.unreadable.connect(self._on_unreadable)
        remove = QShortcut(QKeySequence("Del"), self.view)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self.remove_pressed)

    # --- asked by the dialog --------------------------------------------------------------------------

    def look_again(self) -> None:
        """Search again: what is shown may be there no more."""
        self.model.search(self.line.text())

    def look_for(self, name: str) -> None:
        """Show those of that name."""
        with QSignalBlocker(self.line):
            self.line.setText(name)
        self.look_again()

    def give_up_search(self) -> bool:
        """Show all again; return whether something was looked for."""
        has_text = bool(self.line.text())
        self.line.clear()
        return has_text

    def focus_search(self) -> None:
        """Have the focus in the search, with what stands there selected."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def current_row(self) -> int:
        """Return the row that is chosen, -1 for none."""
        return self.view.currentIndex().row()

    def select(self, row: int) -> None:
        """Choose a row, none for -1."""
        if row < 0:
            self.view.selectionModel().clear()
        else:
            self.view.setCurrentIndex(self.model.index(row))

    def show_unsaved(self, ids: frozenset[str]) -> None:
        """Say of these contacts that something is not saved."""
        self.model.show_unsaved(ids)
        self._new.setText(self.tr("New: not saved") if NEW in ids else self.tr("New"))

    def show_actions(self, *, as_menu: bool) -> None:
        """Offer what is done with files as a menu, where there is no room for buttons."""
        self._actions.setVisible(not as_menu)
        self._more.setVisible(as_menu)

    # --- shown ----------------------------------------------------------------------------------------

    def _show_whether_empty(self) -> None:
        is_empty = self.model.rowCount() == 0
        self.view.setVisible(not is_empty)
        self._nothing.setVisible(is_empty)
        self._nothing.setText(
            self.tr("Nobody is found.")
            if self.line.text()
            else self.tr("No contacts yet. Add one, or import a CSV or vCard file.")
        )

    def _on_counted(self, count: int) -> None:
        self._count.setText(contacts_words(count) if count else "")
        if self.line.text() and self.isVisible():
            announce(self.view, self._count.text() or self.tr("Nobody is found."))

    def _on_unreadable(self, sentence: str) -> None:
        self.view.hide()
        self._nothing.show()
        self._nothing.setText(detail_words(sentence))

    # --- done by the operator -------------------------------------------------------------------------

    def _on_text_changed(self, text: str) -> None:
        if not text:  # the button in the line, which is no edit
            self.model.search("")

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _on_selected(self, selected: QItemSelection) -> None:
        rows = selected.indexes()
        contact: Contact | None = self.model.contact(rows[0].row()) if rows else None
        if contact is not None:
            self.selected.emit(contact)

    def _on_activated(self, _index: QModelIndex) -> None:
        self.activated.emit()
