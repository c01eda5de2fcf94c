"""Real files of sound, made with the standard library, and what hands them to the window."""

from __future__ import annotations

import math
import random
import wave
from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

RATE = 16_000
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


def write_tone(path: Path, seconds: float = 2.0, *, hertz: float = 440.0, level: float = 0.5) -> Path:
    """Write a tone that swells and fades four times a second, as speech does; `level` 0 is silence."""
    samples = (
        (0.6 + 0.4 * math.sin(8 * math.pi * n / RATE)) * math.sin(math.tau * hertz * n / RATE)
        for n in range(round(seconds * RATE))
    )
    return _write(path, RATE, (round(32767 * level * sample) for sample in samples))


def write_speech(path: Path, seconds: float) -> Path:
    """Write what looks and sounds a little like words: bursts of tones, with a second of silence around."""
    chance = random.Random(5)  # noqa: S311 - the same sound each time
    samples = array("h")
    samples.extend([0] * 44_100)
    while len(samples) < seconds * 44_100:
        length, hertz, level = (
            chance.randint(4_000, 14_000),
            chance.randint(120, 240),
            chance.uniform(0.1, 0.5),
        )
        for n in range(length):
            swell = math.sin(math.pi * n / length) * (0.7 + 0.3 * math.sin(n / 900))
            samples.append(round(32767 * level * swell * math.sin(math.tau * hertz * n / 44_100)))
        samples.extend([0] * chance.choice([800, 2_000, 9_000]))
    samples.extend([0] * 44_100)
    return _write(path, 44_100, samples)


def _write(path: Path, rate: int, samples: Iterable[int]) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(array("h", samples).tobytes())
    return path


def files_data(*paths: Path) -> QMimeData:
    """What a file manager drags or copies."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag(target: QWidget, data: QMimeData) -> bool:
    """Drag `data` over `target` as the system would tell it; return whether a drop would be taken."""
    place = target.rect().center()
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, action, data, _LEFT, _NO_MODIFIER)
    QApplication.sendEvent(target, enter)
    move = QDragMoveEvent(place, action, data, _LEFT, _NO_MODIFIER)
    QApplication.sendEvent(target, move)
    return enter.isAccepted() and move.isAccepted()


def drop(target: QWidget, data: QMimeData) -> bool:
    """Drag `data` over `target` and let go; return whether it was taken."""
    if not drag(target, data):
        return False
    place = QPointF(target.rect().center())
    event = QDropEvent(place, Qt.DropAction.CopyAction, data, _LEFT, _NO_MODIFIER)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def drag_away(target: QWidget) -> None:
    """Leave `target` with what was dragged over it."""
    QApplication.sendEvent(target, QDragLeaveEvent())


def texts(widgets: Sequence[QWidget]) -> list[str]:
    """Return the accessible names of `widgets`."""
    return [widget.accessibleName() for widget in widgets]


def at(widget: QWidget, part: float) -> QPoint:
    """Return the point of `widget` at that part of its width."""
    return QPoint(round(widget.width() * part), widget.height() // 2)
