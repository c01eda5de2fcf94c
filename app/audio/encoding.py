"""The sound in a format that providers take."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import av

from app.audio.frames import to_frame
from app.audio.sound import RATE, WIDTH
from app.domain.audio import AudioFormat

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from av.audio.stream import AudioStream

    from app.audio.sound import Pcm

_BIT_RATE = 32_000
"""Above it a voice of 16 kHz gains nothing."""


@dataclass(frozen=True, slots=True)
class _Encoding:
    container: str
    codec: str
    sample_format: str
    options: Mapping[str, str] = field(default_factory=dict)


_BEST_FIRST = {
    AudioFormat.MP3: _Encoding("mp3", "libmp3lame", "s16p"),
    AudioFormat.M4A: _Encoding("ipod", "aac", "fltp"),
    # Smaller for the same sound, but FFmpeg's own decoder, with which providers convert, goes astray in some
    # that libopus wrote: from there on they are distorted and four times as loud.
    AudioFormat.OGG: _Encoding("ogg", "libopus", "s16", {"application": "voip", "compression_level": "1"}),
    AudioFormat.WAV: _Encoding("wav", "pcm_s16le", "s16"),
}


def best_of(formats: Collection[AudioFormat]) -> AudioFormat:
    """Return the one to encode in. Raises ValueError where there is none."""
    return min(formats, key=list(_BEST_FIRST).index)


def encode(pieces: Iterable[Pcm], format_: AudioFormat) -> bytes:
    """Return the sound that comes in `pieces` as a file of that format."""
    encoding = _BEST_FIRST[format_]
    file = io.BytesIO()
    with av.open(file, "w", format=encoding.container) as container:
        stream = cast(
            "AudioStream", container.add_stream(encoding.codec, rate=RATE, options=dict(encoding.options))
        )
        stream.codec_context.layout = "mono"
        stream.codec_context.format = encoding.sample_format
        stream.codec_context.bit_rate = _BIT_RATE
        sample = 0
        for piece in pieces:
            container.mux(stream.encode(to_frame(piece, sample)))
            sample += len(piece) // WIDTH
        container.mux(stream.encode(None))
    return file.getvalue()
