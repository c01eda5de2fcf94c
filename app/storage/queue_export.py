"""What became of the queue's entries, as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.csv_cells import safe_cells

if TYPE_CHECKING:
    from app.domain.queue import QueueEntry

HEADER = (
    "place",
    "number",
    "name",
    "note",
    "state",
    "outcome",
    "called_at",
    "tag",
    "what_was_noted",
    "written",
)


def row(entry: QueueEntry) -> tuple[str, ...]:
    """Return the cells of an entry, under HEADER.

    Times are the operator's, states and outcomes the words that `toque` uses.
    """
    return safe_cells(
        str(entry.place),
        entry.number or "",
        entry.line.name,
        entry.line.note,
        entry.state.value,
        entry.outcome.value if entry.outcome else "",
        entry.called_at.astimezone().strftime("%Y-%m-%d %H:%M:%S") if entry.called_at else "",
        entry.tag,
        entry.remark,
        entry.line.written,
    )
