"""The decoded sound, raw samples as a voice call carries them: measured and edited with pydub."""

from __future__ import annotations

import math
import warnings
from typing import TYPE_CHECKING

with warnings.catch_warnings():
    # It misses the ffmpeg program, which is not used here, and the future of audioop, which has come.
    warnings.simplefilter("ignore", RuntimeWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    # Python 3.12 on: its regular expressions are not raw strings.
    warnings.simplefilter("ignore", SyntaxWarning)
    from pydub import AudioSegment  # type: ignore[import-untyped] # has no types
    from pydub.silence import detect_leading_silence  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    Pcm: TypeAlias = bytes | bytearray | memoryview
    """Signed samples of 16 bits in the machine's byte order, mono, `RATE` a second."""

RATE = 16_000
WIDTH = 2
FULL_SCALE = 32_768
SECOND = RATE * WIDTH
TENTH = SECOND // 10
"""Bytes."""

SILENT_DBFS = -60.0
"""A sound no louder than this is taken for silence: in a call nothing of it is left."""

_ABSOLUTE_GATE_DBFS = -70.0
_RELATIVE_GATE_DB = -10.0
_STEP_MS = 10


def slices(pcm: Pcm, size: int) -> Iterator[memoryview]:
    """Give `pcm` in pieces of `size` bytes, without copies. Nothing here then holds the GIL for long."""
    view = memoryview(pcm)
    for at in range(0, len(view), size):
        yield view[at : at + size]


def duration_s(pcm: Pcm) -> float:
    """Return how long it lasts."""
    return len(pcm) / SECOND


def peak(pcm: Pcm) -> int:
    """Return the highest level, 0 to FULL_SCALE."""
    return int(_segment(pcm).max)


class Meter:
    """Measures a sound piece by piece."""

    def __init__(self) -> None:
        self.peak = 0
        """The highest level, 0 to FULL_SCALE."""
        self._powers: list[int] = []

    def add(self, piece: Pcm) -> None:
        """Take what comes next: whole tenths of a second, but for the last."""
        for tenth in slices(piece, TENTH):
            segment = _segment(tenth)
            self.peak = max(self.peak, int(segment.max))
            self._powers.append(int(segment.rms) ** 2)

    @property
    def loudness_dbfs(self) -> float:
        """How loud it is so far; -inf for silence.

        It is measured as in ITU-R BS.1770, in blocks of 400 ms that overlap and with both gates, so that
        pauses do not count; but without the weighting of frequencies, which changes little for a voice.
        """
        powers = self._powers
        blocks = [sum(powers[at : at + 4]) / 4 for at in range(len(powers) - 3)] or powers
        blocks = [block for block in blocks if _dbfs(block) > _ABSOLUTE_GATE_DBFS]
        if not blocks:
            return -math.inf
        gate = _dbfs(sum(blocks) / len(blocks)) + _RELATIVE_GATE_DB
        loud = [block for block in blocks if _dbfs(block) > gate]
        return _dbfs(sum(loud) / len(loud))


def sounding(pcm: Pcm, threshold_dbfs: float) -> tuple[int, int]:
    """Return between which bytes there is sound, to 10 ms: from the first louder part to the last."""
    head = _leading_silence((bytes(piece) for piece in slices(pcm, SECOND)), threshold_dbfs)
    tail = _leading_silence(_backwards(pcm), threshold_dbfs)
    return min(head, len(pcm)), max(len(pcm) - tail, 0)


def louder(pcm: Pcm, gain_db: float) -> bytes:
    """Return it with that gain. What does not fit is clipped."""
    return bytes(_segment(pcm).apply_gain(gain_db).raw_data)


def _segment(pcm: Pcm) -> AudioSegment:
    return AudioSegment(data=pcm, sample_width=WIDTH, frame_rate=RATE, channels=1)


def _dbfs(power: float) -> float:
    return 10 * math.log10(power / FULL_SCALE**2) if power else -math.inf


def _backwards(pcm: Pcm) -> Iterator[bytes]:
    view = memoryview(pcm)
    for end in range(len(view), 0, -SECOND):
        yield bytes(_segment(view[max(0, end - SECOND) : end]).reverse().raw_data)


def _leading_silence(seconds: Iterable[bytes], threshold_dbfs: float) -> int:
    """Return how many bytes of silence come first. Second by second, as pydub copies what it is given."""
    silence = 0
    for piece in seconds:
        silent_ms = int(detect_leading_silence(_segment(piece), threshold_dbfs, _STEP_MS))
        silence += min(silent_ms * SECOND // 1000, len(piece))
        if silent_ms < 1000 * len(piece) // SECOND:
            break
    return silence
