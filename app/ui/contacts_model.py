"""Contacts as a list model: in the order of their names, fetched page by page as one scrolls."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.ui.icons import Icon, Tint, icon
from app.ui.two_lines import END_ICON, SECOND_LINE

if TYPE_CHECKING:
    from app.domain.contact import Contact
    from app.services.contact_book import ContactBook
    from app.services.tasks import Tasks

log = logging.getLogger(__name__)

PAGE = 100
"""Contacts fetched at a time: more than any window shows."""

_MOST_REFRESHED = 2000
"""Rows that are fetched again after a change, so that one who has scrolled keeps the place."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ContactsModel(QAbstractListModel):
    """The contacts that match a text; all of them for an empty one."""

    counted = Signal(int)
    """How many contacts match."""
    refreshed = Signal(bool)
    """The first rows are there: whether of a search, or of the same search after a change."""
    unreadable = Signal(object)
    """A sentence: contacts cannot be read."""

    def __init__(self, book: ContactBook, tasks: Tasks) -> None:
        super().__init__()
        self._book = book
        self._tasks = tasks
        self._contacts: list[Contact] = []
        self._unsaved: frozenset[str] = frozenset()
        self._text = ""
        self._search = 0
        """Counts the searches: what an older one brings is passed over."""
        self._first_rows = PAGE
        self._is_search = False
        self._is_fetching = False
        self._is_stale = False
        self._has_more = False

    def search(self, text: str) -> None:
        """Show the contacts that match `text`."""
        self._text = text.strip()
        self._first_rows, self._is_search = PAGE, True
        self._ask()

    def refresh(self) -> None:
        """Fetch anew what is shown: something changed."""
        self._first_rows = max(PAGE, min(_MOST_REFRESHED, len(self._contacts)))
        self._ask()

    def _ask(self) -> None:
        """Fetch the first rows, after what is being fetched now."""
        self._search += 1
        if self._is_fetching:
            self._is_stale = True
            return
        self._is_stale = False
        self._fetch(None, self._first_rows)
        self._tasks.start(
            self._book.count(self._text), "number of contacts", partial(self._on_counted, self._search)
        )

    def show_unsaved(self, ids: frozenset[str]) -> None:
        """Say of these that what was typed for them is not saved."""
        if ids != self._unsaved:
            self._unsaved = ids
            if self._contacts:
                self.dataChanged.emit(self.index(0), self.index(len(self._contacts) - 1))

    @property
    def is_settled(self) -> bool:
        """Whether what is shown is what was asked for last."""
        return not self._is_fetching

    def contact(self, row: int) -> Contact | None:
        """Return the contact in that row."""
        return self._contacts[row] if 0 <= row < len(self._contacts) else None

    def row_of(self, contact_id: str) -> int:
        """Return the row of that contact, -1 if it is not among those fetched."""
        return next((row for row, each in enumerate(self._contacts) if each.id == contact_id), -1)

    # --- Qt's interface -------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._contacts)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._has_more and not self._is_fetching

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent) and self._contacts:
            self._fetch(self._contacts[-1], PAGE)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        contact = self._contacts[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return contact.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (contact.name, self._favourite(contact), self._line(contact))))
            case _ if role == SECOND_LINE:
                return self._line(contact)
            case _ if role == END_ICON and contact.favourite is not None:
                return icon(Icon.STAR, Tint.ACCENT)
        return None

    # --- one row --------------------------------------------------------------------------------------

    def _line(self, contact: Contact) -> str:
        parts = [self.tr("Not saved")] if contact.id in self._unsaved else []
        parts += [own.number.formatted for own in contact.numbers[:1]]
        if len(contact.numbers) > 1:
            parts.append(self.tr("and {count} more").format(count=len(contact.numbers) - 1))
        return " · ".join(parts)

    def _favourite(self, contact: Contact) -> str:
        return self.tr("favourite") if contact.favourite is not None else ""

    # --- fetched --------------------------------------------------------------------------------------

    def _fetch(self, after: Contact | None, limit: int) -> None:
        self._is_fetching = True
        work = self._book.page(self._text, after, limit)
        report = partial(self._on_fetched, limit, after is None)
        self._tasks.start(work, "page of contacts", report)

    def _on_fetched(self, limit: int, is_first: bool, page: list[Contact] | Exception) -> None:
        self._is_fetching = False
        if self._is_stale:
            self._ask()
            return
        if isinstance(page, Exception):
            self._has_more = False
            log.error("Contacts cannot be read", exc_info=page)
            self.unreadable.emit(str(page))
            return
        self._has_more = len(page) == limit
        if is_first:
            self.beginResetModel()
            self._contacts = page
            self.endResetModel()
            self.refreshed.emit(self._is_search)
            self._is_search = False
        elif page:
            first = len(self._contacts)
            self.beginInsertRows(_NOWHERE, first, first + len(page) - 1)
            self._contacts.extend(page)
            self.endInsertRows()

    def _on_counted(self, search: int, count: int | Exception) -> None:
        if search == self._search and not isinstance(count, Exception):
            self.counted.emit(count)
