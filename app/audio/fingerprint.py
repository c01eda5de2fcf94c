"""What a file is known by, whatever its name."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

_CHUNK = 2**20


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


def sha256_of(path: str) -> str:
    """Return the SHA-256 of the file's content in hex. Raises OSError."""
    with Path(path).open("rb", buffering=0) as file:
        return sha256_from(file)


def sha256_from(file: _Readable, check: Callable[[], None] = lambda: None) -> str:
    """Return the SHA-256 in hex of what is left in `file`; call `check` every mebibyte."""
    digest = hashlib.sha256()
    while chunk := file.read(_CHUNK):
        check()
        digest.update(chunk)
    return digest.hexdigest()
