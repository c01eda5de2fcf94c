"""The link to a sound, and what it answers where that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from app.ui.icons import Icon, Tint
from app.ui.remark import Remark
from app.ui.theme import restyle
from app.ui.wording import size_words

if TYPE_CHECKING:
    from app.services.link_choice import LinkAnswer


class LinkField(QWidget):
    """Takes what is typed or pasted; whoever shows it says what is wrong."""

    edited = Signal(str)
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Link to the sound"))
        self._edit = QLineEdit()
        self._edit.setAccessibleName("Audio link")
        self._edit.setPlaceholderText("https://")
        self._edit.setAcceptDrops(False)  # the dialler takes it, as a whole link
        title.setBuddy(self._edit)
        hint = QLabel(self.tr("The provider fetches it, so it must be public."))
        hint.setWordWrap(True)
        restyle(hint, tone="muted")
        self._good = Remark(Icon.INFO, Tint.GREEN)
        self._doubt = Remark(Icon.ALERT, Tint.AMBER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (title, self._edit, hint, self._good, self._doubt):
            column.addWidget(part)
        self.setFocusProxy(self._edit)  # has the focus when the line has
        self._edit.textEdited.connect(self.edited)
        self._edit.returnPressed.connect(self.submitted)

    def show_link(self, text: str, answer: LinkAnswer | None) -> None:
        """Show the link, and what it answered if it was asked."""
        if text != self._edit.text():
            self._edit.setText(text)
        kind = (answer.content_type if answer else "") or self.tr("an unknown kind")
        size = f", {size_words(answer.size)}" if answer is not None and answer.size is not None else ""
        good = self.tr("It answers: {kind}").format(kind=kind + size)
        doubt = self.tr("It answers, but not with a sound: {kind}").format(kind=kind + size)
        self._good.say(good if answer is not None and answer.is_audio else "")
        self._doubt.say(doubt if answer is not None and not answer.is_audio else "")
