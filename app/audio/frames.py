"""Between PyAV's frames and raw samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from av.audio.frame import AudioFrame

from app.audio.sound import RATE, WIDTH

if TYPE_CHECKING:
    from app.audio.sound import Pcm


def to_frame(pcm: Pcm, first_sample: int) -> AudioFrame:
    """Return a frame with a copy of `pcm`, which begins at that sample of the sound."""
    frame = AudioFrame(format="s16", layout="mono", samples=len(pcm) // WIDTH)
    frame.planes[0].update(pcm)  # type: ignore[arg-type] # takes any buffer
    frame.sample_rate = RATE
    frame.pts = first_sample
    return frame


def pcm_from(frame: AudioFrame) -> memoryview:
    """Return the samples of a frame of 16 bits, mono, without a copy. Its buffer is longer than they are."""
    return memoryview(frame.planes[0])[: frame.samples * WIDTH]
