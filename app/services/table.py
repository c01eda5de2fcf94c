"""Files with rows of people and numbers, as what imports them needs them; `app.storage` reads them."""

from __future__ import annotations

from dataclasses import dataclass, replace


class NotReadable(Exception):
    """A file that cannot be read as what it should be. The message says what to do; it is a Detail."""


class NotATable(NotReadable):
    """A file without rows and columns."""


class Cancelled(Exception):
    """The operator gave up a long piece of work; nothing of it was kept."""


@dataclass(frozen=True, slots=True)
class TablePreview:
    """How a file of rows is to be read, and its first rows.

    `header` has the columns' names, None where the first row is data like the others. `rows` are those below
    it. All rows are at least as long as `width`, the usual number of columns.
    """

    header: tuple[str, ...] | None
    rows: tuple[tuple[str, ...], ...]
    delimiter: str
    encoding: str
    width: int = 1

    def with_header(self, *, has_header: bool) -> TablePreview:
        """Return the same with its first row for a header, or as data like the others."""
        if has_header == (self.header is not None) or (has_header and not self.rows):
            return self
        if self.header is None:
            return replace(self, header=self.rows[0], rows=self.rows[1:])
        return replace(self, header=None, rows=(self.header, *self.rows))


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that begins in line `line` of the file, from 1.

    `is_broken`: its quotes were never closed, or it is too long; the cells are what could be made of it.
    """

    line: int
    cells: tuple[str, ...]
    is_broken: bool = False
