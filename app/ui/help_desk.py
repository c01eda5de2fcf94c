"""The operator's help, opened over whichever window of the program is in use."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app import resources
from app.ui.markdown_view import MarkdownView
from app.ui.reading_dialog import ReadingDialog


class HelpDialog(ReadingDialog):
    """The help, in one of the window's languages."""

    def __init__(self, language: str, over: QWidget) -> None:
        view = MarkdownView()
        view.show_markdown(help_text(language))
        super().__init__(QApplication.translate("HelpDialog", "Help"), view, over)


class HelpDesk(QObject):
    """Has one help open at most, so that it can be read beside `window` or any dialog over it."""

    def __init__(self, window: QWidget, language: str) -> None:
        super().__init__(window)
        self._window = window
        self._language = language

    def open(self) -> None:
        """Show the help over the window in use; where it is that window, leave it."""
        over = QApplication.activeWindow() or self._window
        if isinstance(over, HelpDialog):
            return
        for each in QApplication.topLevelWidgets():
            if isinstance(each, HelpDialog):
                each.close()
        HelpDialog(self._language, over).show()


def help_text(language: str) -> str:
    """Return the help in `language` as Markdown."""
    return resources.path("help", f"help_{language}.md").read_text(encoding="utf-8")
