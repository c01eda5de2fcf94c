"""A file that appears when it is whole: until then what was there before is left as it is."""

from __future__ import annotations

import asyncio
import csv
import os
from contextlib import ExitStack, aclosing, contextmanager, suppress
from secrets import token_hex
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterator, Sequence
    from pathlib import Path

TABLE_ENCODING = "utf-8-sig"
"""With the mark by which spreadsheets know it."""


@contextmanager
def whole_file(path: Path, encoding: str) -> Iterator[IO[str]]:
    """Give a text file to write to, with line ends as they are written; at the end it takes `path`.

    Left by an exception, nothing of it stays. Raises OSError.
    """
    part = path.with_name(f".{path.name[:100]}.{token_hex(4)}.part")
    try:
        with part.open("x", encoding=encoding, newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


async def whole_table(
    path: Path, header: Sequence[str], portions: AsyncGenerator[Sequence[Sequence[str]]]
) -> int:
    """Write a CSV file of rows that come in portions, off the loop; return how many.

    Left by an exception, nothing of it stays. Raises OSError, and what `portions` raises.
    """
    count = 0
    async with aclosing(portions):
        with ExitStack() as stack:
            file = await asyncio.to_thread(stack.enter_context, whole_file(path, TABLE_ENCODING))
            writer = csv.writer(file)
            writer.writerow(header)
            async for rows in portions:
                await asyncio.to_thread(writer.writerows, rows)
                count += len(rows)
            await asyncio.to_thread(stack.close)
    return count
