"""The recording of a practice call: a real file with a tone for everybody who speaks."""

from __future__ import annotations

import io
import math
import wave
from array import array
from functools import cache

_RATE = 8000
_LOUDNESS = 6000
_PITCH_HZ = (330, 440)
_TURN_S = 1.25


@cache
def recording(seconds: int) -> bytes:
    """Return a wav file of that length, at a telephone's rate: two tones take turns."""
    samples = array("h", (_sample(n / _RATE) for n in range(seconds * _RATE)))
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(_RATE)
        out.writeframes(samples.tobytes())
    return file.getvalue()


def _sample(at_s: float) -> int:
    pitch_hz = _PITCH_HZ[int(at_s / _TURN_S) % 2]
    swell = abs(math.sin(math.pi * at_s / _TURN_S))  # no click where the turns meet
    return round(_LOUDNESS * swell * math.sin(2 * math.pi * pitch_hz * at_s))
