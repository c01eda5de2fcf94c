"""A file that appears when it is whole: until then what was there before is left as it is."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from secrets import token_hex
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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
