"""Shows Markdown to be read: no HTML, no picture, and no link is followed but to https, in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QFont,
    QImage,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from app.domain.release import is_https
from app.ui.colors import current_colors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_HEADINGS = {1: (1.5, 0), 2: (1.2, 16), 3: (1.05, 8)}
"""By level: how much larger than the text, and the room above."""
_FIRST_COLUMN = 40
"""Per cent of a table's width: it holds what the other columns are about."""


class MarkdownView(QTextBrowser):
    """Takes Markdown of any origin: nothing that it names is ever loaded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._on_link)

    def show_markdown(self, text: str) -> None:
        """Show `text` from its beginning."""
        document = self.document()
        document.setDocumentMargin(8)
        document.setIndentWidth(20)
        document.setMarkdown(text, _FEATURES)
        for block in _blocks(document):
            if level := block.blockFormat().headingLevel():
                self._set_heading(block, level)
        self._draw_tables()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_heading(self, block: QTextBlock, level: int) -> None:
        larger, above = _HEADINGS.get(level, _HEADINGS[3])
        cursor = QTextCursor(block)
        of_block = block.blockFormat()
        of_block.setTopMargin(above)
        of_block.setBottomMargin(4)
        cursor.setBlockFormat(of_block)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        of_text = cursor.charFormat()
        of_text.clearProperty(of_text.Property.FontSizeAdjustment)
        of_text.setFontPointSize(self.font().pointSizeF() * larger)
        of_text.setFontWeight(QFont.Weight.DemiBold)
        cursor.setCharFormat(of_text)

    def _draw_tables(self) -> None:
        """Give tables the lines of the theme: Qt's own are black or grey in either."""
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format()
                form.setBorderCollapse(True)
                form.setBorder(1)
                form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                form.setBorderBrush(QColor(current_colors().hairline))
                form.setCellPadding(5)
                form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                rest = (100 - _FIRST_COLUMN) / max(1, frame.columns() - 1)
                percents = [_FIRST_COLUMN, *[rest] * (frame.columns() - 1)]
                form.setColumnWidthConstraints(
                    [QTextLength(QTextLength.Type.PercentageLength, each) for each in percents]
                )
                frame.setFormat(form)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw_tables()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Give an empty picture for any: without one Qt would look for a file of that name."""
        picture = QImage(1, 1, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        return picture

    def _on_link(self, url: QUrl) -> None:
        if is_https(url.toString(QUrl.ComponentFormattingOption.FullyEncoded)):
            QDesktopServices.openUrl(url)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
