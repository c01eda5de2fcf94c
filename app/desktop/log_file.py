"""The log: a rotating file in the profile, in which secrets and whole phone numbers are masked."""

from __future__ import annotations

import logging
import re
from collections import deque
from itertools import count
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING, BinaryIO

from app.desktop.file_lock import lock

if TYPE_CHECKING:
    from pathlib import Path

LOG_SIZE = 1024 * 1024
LOG_FILES_KEPT = 3
ERRORS_KEPT = 20

_MASKS = (
    (
        re.compile(
            r"(?i)((?:client-)?token|authorization|api[_-]?key|bearer)"
            r"((?:['\"]?\s*[:=,]\s*|\s+)(?:b?['\"])?(?:(?:bearer|basic)\s+)?)\S+"
        ),
        r"\1\2…",
    ),
    (re.compile(r"(?i)(/token/)[^/\s]+"), r"\1…"),
    (re.compile(r"\b(?:vb|rg)_(?:live|test)_\w+"), "…"),
    (  # a number, but no date, and nothing that is part of a time, an id or an address
        re.compile(
            r"(?:(?<![\w.-])(?<!\d:)|%2B)(?!\d{4}-\d\d-\d\d\b)"
            r"\+?\d(?:[\d().-]|[^\S\n]){6,}\d(\d\d)(?!\w|[.:-]\w)"
        ),
        r"…\1",
    ),
)


def masked(text: str) -> str:
    """Return `text` without anything that looks like a token, a key, or a whole phone number.

    Nothing of the kind should be in it to begin with; this is the net below.
    """
    for pattern, mask in _MASKS:
        text = pattern.sub(mask, text)
    return text


class _MaskingFormatter(logging.Formatter):
    """Masks the finished line, traceback included, save for the time and place in front of it."""

    def format(self, record: logging.LogRecord) -> str:
        head = f"{self.formatTime(record)} {record.levelname} {record.name}: "
        return head + masked(super().format(record))


class LastErrors(logging.Handler):
    """Keeps the last few warnings and errors, masked, for diagnostics."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.setFormatter(_MaskingFormatter("%(message)s"))
        self.lines: deque[str] = deque(maxlen=ERRORS_KEPT)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record."""
        self.lines.append(self.format(record))


class _OwnFile(RotatingFileHandler):
    """Writes to `path`, or where another Toque does that, to the next that is free: toque-2.log, toque-3.log.

    Two must not share a file: rotating renames it, which Windows refuses while the other has it open;
    elsewhere the other would write on into an old file, until that is removed.
    """

    def __init__(self, path: Path) -> None:
        own, self._held = _free(path)
        try:
            super().__init__(own, maxBytes=LOG_SIZE, backupCount=LOG_FILES_KEPT, encoding="utf-8")
        except OSError:
            self._held.close()
            raise

    def close(self) -> None:
        """Leave the file to others."""
        super().close()
        self._held.close()


def _free(path: Path) -> tuple[Path, BinaryIO]:
    """Return the first log that no other Toque holds, and the locked file that holds it. Raises OSError."""
    for number in count(1):
        own = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
        held = own.with_name(f"{own.name}.lock").open("ab")
        try:
            lock(held)
        except (BlockingIOError, PermissionError):  # by another Toque
            held.close()
        except OSError:
            held.close()
            raise
        else:
            return own, held
    raise AssertionError


def start_log(path: Path) -> LastErrors:
    """Log to `path` from now on, or beside it where another Toque does.

    Where it cannot be written the program runs without a log.
    """
    logging.raiseExceptions = False  # a full disk is no reason to print records as they are
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    last_errors = LastErrors()
    root.addHandler(last_errors)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = _OwnFile(path)
    except OSError as error:
        logging.getLogger(__name__).warning("No log file: %s", error.strerror)
        return last_errors
    handler.setFormatter(_MaskingFormatter("%(message)s"))
    root.addHandler(handler)
    return last_errors
