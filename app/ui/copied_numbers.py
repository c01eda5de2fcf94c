"""What was copied, as text to look for numbers in, and the list to choose from where there are several."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from app.domain.number_problem import InvalidPhoneNumber
from app.domain.phone_link import read_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from app.domain.number_finder import FoundNumber

_LONGEST = 50_000
"""Characters; no more of a page is looked at."""
_ENDS_LINE = frozenset(
    {"br", "p", "div", "tr", "td", "th", "li", "h1", "h2", "h3", "table", "ul", "ol", "dd", "dt"}
)
_NOT_SHOWN = frozenset({"style", "script", "head", "title"})


def copied_text(data: QMimeData | None) -> str:
    """Return the text in `data`, and with it the targets of links, which only a page's source has."""
    if data is None:
        return ""
    text = data.text()[:_LONGEST] if data.hasText() else ""
    if not data.hasHtml():
        return text
    page = _Page()
    page.feed(data.html()[:_LONGEST])
    targets = [target for target in page.targets if target not in text and _is_to_a_number(target)]
    return "\n".join([text or page.shown(), *targets])


def is_among_words(text: str) -> bool:
    """Whether `text` is more than a number, or part of one, that a field for numbers takes as it is."""
    return any(sign.isalpha() for sign in text) or "\n" in text.strip()


def _is_to_a_number(target: str) -> bool:
    try:
        return read_link(target) is not None
    except InvalidPhoneNumber:
        return False


class _Page(HTMLParser):
    """Collects what a page shows, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self._shown: list[str] = []
        self._hidden = 0

    def shown(self) -> str:
        return "".join(self._shown).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _NOT_SHOWN
        self._shown += "\n" if tag in _ENDS_LINE else ""
        self.targets += [target for name, target in attrs if name == "href" and target]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _NOT_SHOWN and self._hidden > 0
        self._shown += "\n" if tag in _ENDS_LINE else ""

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._shown.append(data)


class NumberMenu(QMenu):
    """The numbers found: the arrow keys and Enter choose one, Esc none. Choosing only fills in."""

    chosen = Signal(object)
    """The FoundNumber."""

    def __init__(self, numbers: Sequence[FoundNumber], parent: QWidget) -> None:
        super().__init__(parent)
        self._numbers = list(numbers)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("titled", True)
        self.setAccessibleName(self.tr("Numbers found"))
        self.addAction(self.tr("Several numbers: choose one")).setEnabled(False)
        for place, found in enumerate(self._numbers):
            self.addAction(found.number.formatted).setData(place)
        self.triggered.connect(self._on_triggered)

    def open_below(self, widget: QWidget) -> None:
        """Open under `widget`, with the first number chosen."""
        self.popup(widget.mapToGlobal(QPoint(0, widget.height())))
        self.setActiveAction(self.actions()[1])
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(self._numbers[action.data()])
