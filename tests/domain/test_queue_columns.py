from __future__ import annotations

import pytest

from app.domain.queue_columns import QueueColumns, guess_columns

ROWS = [("Maria", "11 99999-0001", "ask"), ("José", "11 99999-0002")]


@pytest.mark.parametrize(
    ("header", "rows", "expected"),
    [
        (("Name", "Phone", "Note"), ROWS, QueueColumns(1, 0, 2)),
        (("Cliente", "Celular", "Observação"), ROWS, QueueColumns(1, 0, 2)),
        (("Nombre", "Teléfono", "Motivo"), [], QueueColumns(1, 0, 2)),
        (("a", "b", "c"), ROWS, QueueColumns(1)),
        (None, ROWS, QueueColumns(1, 0, 2)),
        (None, [("11 99999-0001",)], QueueColumns(0)),
        (None, [("11 99999-0001", "Maria")], QueueColumns(0, 1)),
        (("Phone",), [("11 99999-0001", "Maria")], QueueColumns(0)),
        (("Phone", "Mobile"), [("x", "11 99999-0001")], QueueColumns(1)),
        (("Customer number", "Phone"), [("17", "11 99999-0001")], QueueColumns(1, 0)),
        (None, [], QueueColumns(0)),
    ],
)
def test_columns_are_told_by_their_titles_and_by_what_is_in_them(
    header: tuple[str, ...] | None, rows: list[tuple[str, ...]], expected: QueueColumns
) -> None:
    assert guess_columns(header, rows, "BR") == expected
