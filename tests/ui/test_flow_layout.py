"""Widgets beside each other, in as many rows as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from app.ui.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def flow(show: Callable[[QWidget], None]) -> FlowLayout:
    """Four widgets of 100 × 20, 8 apart."""
    box, layout = QWidget(), FlowLayout(8)
    box.setLayout(layout)
    for _ in range(4):
        widget = QWidget()
        widget.setFixedSize(100, 20)
        layout.addWidget(widget)
    show(box)
    return layout


def test_a_row_holds_what_fits(flow: FlowLayout) -> None:
    assert flow.heightForWidth(424) == 20
    assert flow.heightForWidth(423) == 48
    assert flow.heightForWidth(100) == 4 * 20 + 3 * 8


def test_hidden_widgets_take_no_room(flow: FlowLayout) -> None:
    for place in (0, 2):
        item = flow.itemAt(place)
        assert item is not None
        item.widget().hide()
    assert flow.heightForWidth(208) == 20
    assert flow.minimumSize().width() == 100


def test_margins_are_around_all(flow: FlowLayout) -> None:
    flow.setContentsMargins(8, 4, 8, 12)
    assert flow.heightForWidth(424 + 16) == 20 + 16
    assert flow.minimumSize().width() == 116
    flow.setGeometry(flow.parentWidget().rect())
    first = flow.itemAt(0)
    assert first is not None
    assert (first.geometry().x(), first.geometry().y()) == (8, 4)
