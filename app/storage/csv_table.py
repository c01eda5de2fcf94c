"""Tables in CSV files of any origin: delimiter, encoding and header are told, and rows are streamed.

Broken quotes never swallow what follows them: a quote that is not closed properly makes its line one row by
itself, marked as broken, and reading goes on with the next line.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, deque
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING

from app.services.csv_cells import plain_cell
from app.services.table import Cancelled, NotATable, TablePreview, TableRow
from app.storage.csv_text import LONGEST_LINE, encoding_of, lines, not_opened

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

__all__ = ["Cancelled", "NotATable", "TablePreview", "TableRow", "numbered_rows", "preview", "read_rows"]

DELIMITERS = ",;\t|"
_TOLD_BY = 200
"""Rows by which the delimiter is told."""
_LONGEST_ROW_LINES = 1000
"""Lines in one quoted cell. One that goes on for longer was never closed."""
_REPORT_EVERY = 500
"""Rows between two looks at progress and cancelling."""

_SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_MANY_DIGITS = re.compile(r"(?:\d[\s().\-/]*){6}")


def preview(
    path: Path, limit: int = 20, *, delimiter: str | None = None, has_header: bool | None = None
) -> TablePreview:
    """Return how the file is to be read and its first `limit` rows; what is given is not guessed.

    Raises NotATable, with what to do.
    """
    encoding = encoding_of(path)
    tries = [delimiter] if delimiter else [*DELIMITERS]
    told = {each: [row.cells for row in islice(_rows(path, encoding, each), _TOLD_BY)] for each in tries}
    if delimiter is None:
        delimiter = _named_delimiter(path, encoding) or max(tries, key=lambda each: _fit(told[each]))
    rows = told.get(delimiter) or [row.cells for row in islice(_rows(path, encoding, delimiter), _TOLD_BY)]
    width = Counter(map(len, rows)).most_common(1)[0][0] if rows else 1
    if has_header is None:
        has_header = _is_header(rows)
    padded = [_padded(row, width) for row in rows[: limit + has_header]]
    header = padded.pop(0) if has_header and padded else None
    return TablePreview(header, tuple(padded[:limit]), delimiter, encoding, width)


def read_rows(
    path: Path,
    preview: TablePreview,
    *,
    progress: Callable[[float], None],
    is_cancelled: Callable[[], bool],
) -> Iterator[tuple[str, ...]]:
    """Yield the cells of every row that has any, without the header. See `numbered_rows`."""
    for row in numbered_rows(path, preview, progress=progress, is_cancelled=is_cancelled):
        yield row.cells


def numbered_rows(
    path: Path,
    preview: TablePreview,
    *,
    progress: Callable[[float], None],
    is_cancelled: Callable[[], bool],
) -> Iterator[TableRow]:
    """Yield every row that has any cells, without the header; memory is bounded, whatever the file.

    `progress` gets the part of the file that was read, 0 to 1. Raises Cancelled soon after `is_cancelled`
    returns true, and NotATable where the file can no longer be read.
    """
    count = 0
    size = max(1, _size(path))
    with closing(
        _rows(path, preview.encoding, preview.delimiter, lambda n: progress(min(1.0, n / size)))
    ) as all_:
        rows = islice(all_, 1 if preview.header is not None else 0, None)
        for count, row in enumerate(rows):
            if count % _REPORT_EVERY == 0 and is_cancelled():
                raise Cancelled
            if len(row.cells) >= preview.width:
                yield row
            else:
                yield TableRow(row.line, _padded(row.cells, preview.width), row.is_broken)
    if is_cancelled():
        raise Cancelled
    progress(1.0)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise not_opened(path, error) from error


def _padded(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells if len(cells) >= width else cells + ("",) * (width - len(cells))


def _rows(
    path: Path, encoding: str, delimiter: str, at: Callable[[int], None] = lambda _bytes: None
) -> Generator[TableRow, None, None]:
    """Yield the rows that have any text, the header among them; `at` gets the number of bytes read."""
    try:
        with path.open("rb") as file:
            for count, row in enumerate(_Parser(file, encoding, delimiter).rows()):
                if count % _REPORT_EVERY == 0:
                    at(file.tell())
                if any(row.cells):
                    yield row
    except OSError as error:
        raise not_opened(path, error) from error


class _Parser:
    """Reads rows out of lines. Lines that one unclosed quote took are given back and read again."""

    def __init__(self, file: io.BufferedReader, encoding: str, delimiter: str) -> None:
        self._lines = lines(file, encoding)
        self._delimiter = delimiter
        self._given_back: deque[tuple[str, bool]] = deque()
        self._taken: list[tuple[str, bool]] = []
        """The lines of the row that is being read, and whether each was cut."""
        self._size = 0
        self._is_unclosed = False
        self._line = 0

    def rows(self) -> Iterator[TableRow]:
        reader = csv.reader(self._feed(), delimiter=self._delimiter)
        while True:
            self._taken.clear()
            self._size = 0
            try:
                cells = next(reader)
                if len(self._taken) > 1 and not self._is_unclosed:
                    cells = self._joined()
            except StopIteration:
                return
            except csv.Error:
                self._is_unclosed = True
            if not self._is_unclosed:
                yield TableRow(self._line - len(self._taken) + 1, _tidied(cells), is_broken=self._taken[0][1])
            else:
                yield self._broken()
                reader = csv.reader(self._feed(), delimiter=self._delimiter)

    def _feed(self) -> Iterator[str]:
        """Yield line after line for as long as the reader wants more for one row, but not for ever."""
        self._is_unclosed = False
        while len(self._taken) < _LONGEST_ROW_LINES and self._size < LONGEST_LINE:
            if (line := self._next()) is None:
                self._is_unclosed = bool(self._taken)
                return
            self._taken.append(line)
            self._size += len(line[0])
            yield line[0]
        self._is_unclosed = True

    def _joined(self) -> list[str]:
        """Return the row in several lines, which only a proper end may join. Raises csv.Error."""
        texts = (text for text, _ in self._taken)
        return next(csv.reader(texts, delimiter=self._delimiter, strict=True))

    def _broken(self) -> TableRow:
        """Return what can be made of the first line alone, and give back the others."""
        first, *others = self._taken
        self._given_back.extendleft(reversed(others))
        self._line -= len(others)
        cells = [cell.strip().strip('"') for cell in first[0].rstrip("\n").split(self._delimiter)]
        return TableRow(self._line, _tidied(cells), is_broken=True)

    def _next(self) -> tuple[str, bool] | None:
        line = self._given_back.popleft() if self._given_back else next(self._lines, None)
        if line is not None:
            self._line += 1
            if self._line == 1 and _SEPARATOR_LINE.fullmatch(line[0]):
                return self._next()
        return line


def _tidied(cells: list[str]) -> tuple[str, ...]:
    return tuple([plain_cell(text) if (text := cell.strip()).startswith("'") else text for cell in cells])


def _named_delimiter(path: Path, encoding: str) -> str | None:
    """Return the delimiter that the file's first line names, as Excel lets it."""
    try:
        with path.open("rb") as file:
            first, _ = next(lines(file, encoding), ("", False))
    except OSError as error:
        raise not_opened(path, error) from error
    named = _SEPARATOR_LINE.fullmatch(first)
    return named[1] if named else None


def _fit(rows: list[tuple[str, ...]]) -> tuple[float, int]:
    """Return how well a delimiter cuts rows: how many are as long as most are, and how long that is."""
    if not rows:
        return (0.0, 0)
    columns, count = Counter(map(len, rows)).most_common(1)[0]
    return (count / len(rows), columns) if columns > 1 else (0.0, 0)


def _is_header(rows: list[tuple[str, ...]]) -> bool:
    """Whether the first row names columns: it has no numbers or addresses, and those below do."""
    if not rows:
        return False
    first, others = rows[0], rows[1:]
    if any(_MANY_DIGITS.search(cell) or "@" in cell for cell in first):
        return False
    return not others or any(_MANY_DIGITS.search(cell) for row in others for cell in row)
