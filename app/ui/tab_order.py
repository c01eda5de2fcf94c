"""Keeps Tab in reading order where controls come and go: Qt puts new ones last."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def insert_after(anchor: QWidget, group: QWidget) -> None:
    """Have Tab go from `anchor` through what `group` holds, and then on to what came after `anchor`."""
    before = anchor
    for child in group.findChildren(QWidget):
        is_here = child.window() is group.window()  # and not in a list that opens
        if is_here and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(before, child)
            before = child
