"""The lines of a text file in whatever encoding it has; files that are no text are refused with advice."""

from __future__ import annotations

import codecs
import io
from contextlib import suppress
from typing import TYPE_CHECKING

from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.table import NotATable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONGEST_LINE = 1 << 20
"""Characters. What is longer is cut off: memory stays bounded, whatever the file."""
_SAMPLE = 1 << 16
"""Bytes by which the encoding is told."""

_EMPTY = QT_TRANSLATE_NOOP("Detail", "{name} is empty. Choose the file with the numbers.")
_WORKBOOK = QT_TRANSLATE_NOOP(
    "Detail", "{name} is a workbook. Open it in the spreadsheet, save it as CSV, and choose that file."
)
_NO_TABLE = QT_TRANSLATE_NOOP("Detail", "{name} is not a table. Save it as CSV, and choose that file.")
_NOT_OPENED = QT_TRANSLATE_NOOP("Detail", "{name} cannot be opened ({error}). Check that it is still there.")

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_NO_TABLES = (b"%pdf", b"<!doctype", b"<html", b"<table", b"<?xml", b"{\\rtf", b"begin:vcard")
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"

MIXED = "toque-mixed"
"""How decoding goes on at bytes that are no UTF-8: by Windows-1252, as in files glued from several."""


def _mixed(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(MIXED, _mixed)


def has_cards(path: Path) -> bool:
    """Whether the file begins as a file of vCards does. Raises NotATable where it cannot be opened."""
    sample = _sample(path)
    text = sample[:4096].decode(_encoding(sample), "replace")
    return text.lstrip("\ufeff \t\r\n")[:11].lower() == "begin:vcard"


def encoding_of(path: Path, *, of_cards: bool = False) -> str:
    """Return the encoding of the text in the file, a table or vCards. Raises NotATable for anything else."""
    sample = _sample(path)
    if not sample.strip(b"\0 \t\r\n"):
        raise NotATable(Detail(_EMPTY, name=path.name))
    if sample.startswith(_WORKBOOKS):
        raise NotATable(Detail(_WORKBOOK, name=path.name))
    encoding = _encoding(sample)
    beginning = sample.lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower()
    if _is_binary(sample, encoding) or (beginning.startswith(_NO_TABLES) and not of_cards):
        raise NotATable(Detail(_NO_TABLE, name=path.name))
    return encoding


def not_opened(path: Path, error: OSError) -> NotATable:
    """Return what to raise for a file that cannot be opened or read."""
    return NotATable(Detail(_NOT_OPENED, name=path.name, error=error.strerror or type(error).__name__))


def lines(file: io.BufferedIOBase, encoding: str) -> Iterator[tuple[str, bool]]:
    """Yield each line of `file`, its end as `\\n` or missing, and whether it was cut; no NULs are left."""
    errors = MIXED if encoding.startswith("utf-8") else "replace"
    text = io.TextIOWrapper(file, encoding, errors)  # type: ignore[type-var]  # any buffered reader will do
    try:
        while line := text.readline(LONGEST_LINE):
            is_cut = False
            while len(line) >= LONGEST_LINE and not line.endswith("\n"):
                rest = text.readline(LONGEST_LINE)
                is_cut = is_cut or bool(rest.strip())
                if len(rest) < LONGEST_LINE or rest.endswith("\n"):
                    break
            yield line.replace("\0", ""), is_cut
    finally:
        with suppress(ValueError):  # closed already
            text.detach()  # whoever opened the file closes it


def _sample(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_SAMPLE)
    except OSError as error:
        raise not_opened(path, error) from error


def _encoding(sample: bytes) -> str:
    for bom, encoding in _BOMS:
        if sample.startswith(bom):
            return encoding
    if guess := _utf_16(sample):
        return guess
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _utf_16(sample: bytes) -> str:
    """Return which UTF-16 the sample is in by where its NULs are; "" for neither."""
    half = len(sample) // 2
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if high > half * 0.3 and low < half * 0.02:
        return "utf-16-le"
    if low > half * 0.3 and high < half * 0.02:
        return "utf-16-be"
    return ""


def _is_binary(sample: bytes, encoding: str) -> bool:
    """Whether more than stray control characters are in the sample: then it is no text."""
    if encoding.startswith("utf-16"):
        text = sample.decode(encoding, "replace")
        strange = sum(sign == "\ufffd" or (sign < " " and sign not in "\t\r\n\v\f") for sign in text)
        return strange > len(text) * 0.02 + 1
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > len(sample) * 0.02 + 2
