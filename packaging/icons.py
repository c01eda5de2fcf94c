"""The program's icon for every system, drawn by Qt from `resources/toque.svg`."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from product import ROOT
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = ROOT / "resources" / "toque.svg"
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
"""What Windows shows at 100 to 200 %."""
ICNS_TYPES = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic10": 1024,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
}
"""Sizes in pixels by type; from ic10 on for two pixels a point."""
_MAC_MARGIN = 0.04
"""Of each side, with which the drawing is as large as macOS's own icons."""


def write_ico(into: Path) -> Path:
    """Write Windows's icon and return where it is."""
    # Only the largest as PNG: for the others there are still programs that know bitmaps alone.
    images = [(size, _png(size) if size == 256 else _bitmap(size)) for size in ICO_SIZES]
    head = struct.pack("<HHH", 0, 1, len(images))
    at = len(head) + 16 * len(images)
    entries = b""
    for size, data in images:
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), at)
        at += len(data)
    into.write_bytes(head + entries + b"".join(data for _, data in images))
    return into


def write_icns(into: Path) -> Path:
    """Write macOS's icon and return where it is."""
    parts = b""
    for kind, size in ICNS_TYPES.items():
        data = _png(size, _MAC_MARGIN)
        parts += kind + struct.pack(">I", len(data) + 8) + data
    into.write_bytes(b"icns" + struct.pack(">I", len(parts) + 8) + parts)
    return into


def write_png(into: Path, size: int) -> Path:
    """Write a picture of `size` by `size` and return where it is."""
    into.write_bytes(_png(size))
    return into


def _png(size: int, margin: float = 0.0) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _drawn(size, margin).save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs have it as bytes
    return data.data()


def _bitmap(size: int) -> bytes:
    """Return it as icons have bitmaps: colours from the lowest line up, then an empty mask."""
    image = _drawn(size).convertToFormat(QImage.Format.Format_ARGB32)
    pixels = bytes(image.constBits())
    lines = [pixels[at : at + 4 * size] for at in range(0, len(pixels), 4 * size)]
    mask = bytes(-(-size // 32) * 4 * size)
    head = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, 4 * size * size + len(mask), 0, 0, 0, 0)
    return head + b"".join(reversed(lines)) + mask


def _drawn(size: int, margin: float = 0.0) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    inset = margin * size
    QSvgRenderer(str(SOURCE)).render(painter, QRectF(0, 0, size, size).adjusted(inset, inset, -inset, -inset))
    painter.end()
    return image
